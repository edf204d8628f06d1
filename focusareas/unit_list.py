"""A list of units as somebody wants it: which ones, in what order, and as a workbook."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from focusareas.completion import UnitFigure
from focusareas.evidence import UnitOnDay
from focusareas.exports import Column, Row
from focusareas.figure import Status
from focusareas.models import Activity, Unit
from focusareas.names import search_key, sort_key
from focusareas.templatetags.swedish import (
    AWAITING_REVIEW,
    AWAITING_REVIEW_WORD,
    status_shape,
    status_word,
    unit_word,
)

DECLARED, WAITING, REVIEW = "declared", "waiting", "review"
# What units can be chosen by: the words a row ends in, and what else may hold for it.
STATUSES: dict[str, str] = {
    **{str(status): status.label for status in (Status.OVERDUE, Status.AT_RISK)},
    **{str(status): status.label for status in (Status.NOT_STARTED, Status.ON_TRACK)},
    AWAITING_REVIEW: AWAITING_REVIEW_WORD,
    **{str(status): status.label for status in (Status.DONE, Status.NO_DEADLINE)},
    WAITING: "Något att granska",
    DECLARED: "Säger sig vara klara",
    REVIEW: "Skulle ha gåtts igenom igen",
}
SORTS = {
    "behind": "Längst kvar först",
    "name": "Namn",
    "done": "Störst andel klart först",
    "missing": "Flest som saknas först",
}
SORT_KEYS: dict[str, Callable[[UnitFigure], Any]] = {
    "name": lambda row: sort_key(row.unit.name),
    "done": lambda row: (-(row.figure.share or 0), sort_key(row.unit.name)),
    "missing": lambda row: (-row.figure.missing, sort_key(row.unit.name)),
}


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Which units of a list are wanted and in what order; empty means all of them.

    A department goes by its key, and "0" is for units that are in none.
    """

    search: str = ""
    department: str = ""
    operation: str = ""
    status: str = ""
    sort: str = "behind"

    @property
    def chosen(self) -> dict[str, str]:
        """What differs from the list as it is first shown, by the names of the address."""
        plain = asdict(UnitFilter())
        return {name: value for name, value in asdict(self).items() if value != plain[name]}

    @property
    def narrows(self) -> bool:
        """Whether it leaves units out, whatever the order."""
        return bool(self.chosen.keys() - {"sort"})

    def select(self, rows: Iterable[UnitFigure]) -> list[UnitFigure]:
        """The units that are wanted, in order; they come furthest behind first."""
        words = search_key(self.search).split()
        wanted = [row for row in rows if self._holds_for(row, words)]
        return sorted(wanted, key=SORT_KEYS[self.sort]) if self.sort in SORT_KEYS else wanted

    def _holds_for(self, row: UnitFigure, words: Sequence[str]) -> bool:
        unit = row.unit
        return (
            self.department in ("", department_key(row))
            and self.operation in ("", unit.operation)
            and (not self.status or has_status(row, self.status))
            and (not words or _is_found(_written_of(unit), words))
        )


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many units of a list stand somewhere, and the address that shows only these."""

    label: str
    count: int
    query: str
    is_chosen: bool


def has_status(row: UnitFigure, status: str) -> bool:
    """Whether the unit stands there: its status in words, or what else may hold for it."""
    if status == DECLARED:
        return row.declared and not row.figure.is_done
    if status == WAITING:
        return row.figure.received > 0
    if status == REVIEW:
        return row.is_review_overdue
    return status_shape(row.figure) == status


def department_key(row: UnitFigure) -> str:
    """What stands for the unit's department in an address."""
    return str(row.unit.department_pk or 0)


def address(values: dict[str, str]) -> str:
    """What an address ends with to hold these values; "" when there are none."""
    return f"?{urlencode(values)}" if values else ""


def count_statuses(
    rows: Sequence[UnitFigure], unit_filter: UnitFilter, fixed: dict[str, str]
) -> list[StatusCount]:
    """Where the units stand that the rest of the filter leaves; `fixed` stays in the address."""
    left = replace(unit_filter, status="").select(rows)
    counts = Counter(status_shape(row.figure) for row in left)
    counts |= {
        status: sum(has_status(row, status) for row in left)
        for status in (WAITING, DECLARED, REVIEW)
    }
    return [
        StatusCount(
            label,
            counts[status],
            address(fixed | replace(unit_filter, status=status).chosen),
            status == unit_filter.status,
        )
        for status, label in STATUSES.items()
        if counts[status] or status == unit_filter.status
    ]


def columns_of(measure: Activity.Measure) -> list[Column]:
    """The columns of a workbook of units: those of the screen, figures in cells of their own."""
    return [
        Column("Enhet", 36),
        Column("Enhetskod", 12),
        Column("Avdelning", 28),
        Column("Driftform", 16),
        Column("Utförare", 28),
        *(
            (
                Column("Klart", 10),
                Column("Av", 10),
                Column("Inväntar granskning", 14),
                Column("Saknas", 10),
            )
            if measure.counts_people
            else (Column("Klart", 22),)
        ),
        Column("Läge", 22),
        Column("Säger sig vara klar", 14),
        Column("Inbjuden", 12),
    ]


def cells_of(row: UnitFigure) -> Row:
    """A unit as a row of the workbook."""
    unit, figure = row.unit, row.figure
    counts = (
        (figure.done, figure.expected, figure.received, figure.missing)
        if figure.measure.counts_people
        else (unit_word(figure),)
    )
    return (
        unit.name,
        unit.code,
        unit.department,
        Unit.Operation(unit.operation).label,
        unit.provider,
        *counts,
        status_word(figure),
        "ja" if row.declared and not figure.is_done else "",
        "" if row.is_obliged else "ja",
    )


def _written_of(unit: UnitOnDay) -> str:
    """What a unit is found by: code and provider, and every name it has had."""
    former = (name.name for name in unit.former_names)
    return " ".join([unit.name, unit.name_today, unit.code, unit.provider, *former])


def _is_found(text: str, words: Sequence[str]) -> bool:
    found = search_key(text)
    return all(word in found for word in words)
