"""Facts about an activity for tests of its sentences: the web course on 30 April 2023."""

from datetime import date
from typing import Any

from reporting.figures import ActivityFacts, AreaFacts, Due, MemoFigures, Share

APRIL_END = date(2023, 4, 30)
MAY_15 = date(2023, 5, 15)
JUNE_END = Due(date(2023, 6, 30), "day", "30 juni 2023")
NOTHING = Share(0, 0)


def make_facts(**fields: Any) -> ActivityFacts:
    """The web course; its total is the sum of its parts unless another is given."""
    own = fields.pop("own", Share(1700, 103))
    contracted = fields.pop("contracted", Share(230, 0))
    total = Share(own.expected + contracted.expected, own.done + contracted.done)
    defaults = {
        "code": "1.2",
        "title": "Webbkurs om våld",
        "measure": "staff_certificate",
        "area": 1,
        "day": APRIL_END,
        "year": 2023,
        "status": "at_risk",
        "total": total,
        "own": own,
        "contracted": contracted,
        "n_units": 110,
        "courses": ("Webbkurs om våld",),
        "saying": {"staff": "about", "units": "exact"},
    }
    return ActivityFacts(**defaults | fields)


def make_milestone(title: str = "Riktlinjen", **fields: Any) -> ActivityFacts:
    plain = {"measure": "milestone", "code": "5.1", "title": title, "status": "no_deadline"}
    counts = {"own": Share(1, 0), "contracted": NOTHING, "courses": (), "n_units": 0}
    return make_facts(**plain | counts | fields)


def make_figures(*activities: ActivityFacts, areas: int = 1) -> MemoFigures:
    return MemoFigures(
        as_of=APRIL_END,
        dated=MAY_15,
        areas=tuple(AreaFacts(n, f"Område {n}", "") for n in range(1, areas + 1)),
        activities=activities,
    )
