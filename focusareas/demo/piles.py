"""The story of the certificates: which unit handed in how much on which day.

On the day of the count exactly five units are complete, four have handed in something that
waits, and the others nothing. After it most units come quickly, some slowly.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from focusareas.demo.organisation import Organisation
from focusareas.demo.people import SETTLED

WEB_COURSE, PATRIARK, CONVERSATIONS = "nck-vald", "patriark", "samtal-om-vald"


@dataclass(frozen=True, slots=True)
class Pile:
    """On this day the unit hands in so that this share of its people have the certificate."""

    day: date
    code: str
    share: float
    course: str = WEB_COURSE


# The five units that are complete on the day of the count.
PROVED = (
    Pile(date(2022, 11, 24), "KV01", 1),
    Pile(date(2023, 1, 27), "IF01", 0.65),
    Pile(date(2023, 2, 17), "IF01", 1),
    Pile(date(2023, 3, 1), "FH15", 0.45),
    Pile(date(2023, 3, 15), "FH15", 1),
    Pile(date(2023, 3, 10), "AO13", 0.53),
    Pile(date(2023, 3, 28), "AO13", 0.97),
    Pile(date(2023, 4, 6), "AO13", 1),
    Pile(date(2023, 4, 18), "MY01", 1),
)
# Handed in before the day of the count and reviewed after it.
WAITING = (
    Pile(date(2023, 4, 20), "MY06", 0.31),
    Pile(date(2023, 4, 25), "AO29", 0.21),
    Pile(date(2023, 4, 27), "FH12", 0.21),
    Pile(date(2023, 4, 28), "IF13", 0.29),
)
OTHER_COURSES = (
    Pile(date(2022, 12, 8), "IF01", 0.21, PATRIARK),
    Pile(date(2023, 3, 21), "IF01", 1, CONVERSATIONS),
    Pile(date(2023, 9, 22), "MY02", 0.5, PATRIARK),
    Pile(date(2023, 9, 22), "MY03", 0.4, PATRIARK),
    Pile(date(2023, 11, 9), "IF01", 0.6, PATRIARK),
    Pile(date(2023, 11, 9), "MY05", 0.3, PATRIARK),
)
# Handed in after the last review: what waits when the story ends.
STILL_WAITING = (
    Pile(date(2023, 12, 14), "FH23", 0.75),
    Pile(date(2023, 12, 15), "PR01", 0.7),
    Pile(date(2023, 12, 18), "AO01", 0.75),
    Pile(date(2023, 12, 19), "FH10", 0.85),
)
BEHIND = {"AO01": 0.66, "FH10": 0.6, "FH23": 0.6, "PR01": 0.5}


def all_piles(organisation: Organisation, rng: Random) -> list[Pile]:
    """Every pile there is, in order of day."""
    piles = [*PROVED, *WAITING, *OTHER_COURSES, *later_piles(organisation, rng), *STILL_WAITING]
    return sorted(piles, key=lambda pile: (pile.day, pile.code))


def later_piles(organisation: Organisation, rng: Random) -> Iterator[Pile]:
    """May to December 2023: most units quickly, some slowly, a few hardly at all."""
    for workplace in organisation:
        code = workplace.unit.code
        chance = rng.random()
        if code in SETTLED:
            story = [("2023-11-20", 1.0)]
        elif code in BEHIND:
            story = [("2023-06-20", BEHIND[code] / 2), ("2023-10-10", BEHIND[code])]
        elif chance < 0.62:
            story = [("2023-05-16", rng.uniform(0.6, 0.8)), ("2023-06-13", rng.uniform(0.9, 1))]
            story += [("2023-10-02", 0.97), ("2023-11-20", 1.0)]
        elif chance < 0.9:
            story = [("2023-06-16", 0.35), ("2023-09-11", 0.7), ("2023-11-13", rng.uniform(0.8, 1))]
        else:
            story = [("2023-09-25", 0.2), ("2023-11-27", rng.uniform(0.3, 0.6))]
        for written, share in story:
            day = date.fromisoformat(written) + timedelta(days=rng.randrange(14))
            if not workplace.unit.last_day or day <= workplace.unit.last_day:
                yield Pile(day, code, share)
