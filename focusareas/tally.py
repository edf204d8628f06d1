"""Of which units a count is, on which day, and who among them has done what."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Value
from django.db.models.expressions import OrderBy

from focusareas.models import Unit


@dataclass(frozen=True, slots=True)
class Scope:
    """The day asked about, and the units to keep to, if any."""

    day: date
    units: QuerySet[Unit] | None

    def within(self, path: str) -> dict[str, Any]:
        """The filter that keeps rows to the units, along this path."""
        return {} if self.units is None else {f"{path}__in": self.units.values("pk")}


def of_each_day(
    days: Sequence[Sequence[QuerySet[Any, Any]]], *order: str | OrderBy
) -> list[list[tuple[Any, ...]]]:
    """The rows that each day asks for in querysets alike: one query, however many the days."""
    marked = [
        rows.order_by().annotate(of_day=Value(number))
        for number, querysets in enumerate(days)
        for rows in querysets
    ]
    found: list[list[tuple[Any, ...]]] = [[] for _ in days]
    for *row, number in marked[0].union(*marked[1:], all=True).order_by(*order):
        found[number].append(tuple(row))
    return found


def sizes(*querysets: QuerySet[Any, Any]) -> list[int]:
    """How many rows each queryset holds: one query for them all."""
    first, *others = [
        rows.order_by()
        .values(number=Value(number))
        .annotate(size=Count("pk"))
        .values_list("number", "size")
        for number, rows in enumerate(querysets)
    ]
    found = dict(first.union(*others, all=True))
    return [found.get(number, 0) for number in range(len(querysets))]


@dataclass(slots=True)
class Tally:
    """People or units, each with the day it came in: those done, and those waiting for review.

    `late` are people whose evidence is of the day or earlier and came in after it.
    """

    done: dict[int, date] = field(default_factory=dict)
    waiting: dict[int, date] = field(default_factory=dict)
    late: set[int] = field(default_factory=set)

    def note(self, pk: int, day: date, *, is_done: bool) -> None:
        """One more that came in that day; of several the earliest counts."""
        found = self.done if is_done else self.waiting
        found[pk] = min(day, found.get(pk, day))

    def add(self, other: "Tally") -> None:
        """Fulfilled by either, as when any of several courses will do; the earliest counts."""
        for mine, others in ((self.done, other.done), (self.waiting, other.waiting)):
            for pk, day in others.items():
                mine[pk] = min(day, mine.get(pk, day))
