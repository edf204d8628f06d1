"""Days in a row, from a first to a last, and what is left of them when others are taken away."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, Protocol

ONE_DAY = timedelta(days=1)


class Period(Protocol):
    """A row that holds from a first day to a last, or on and on."""

    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date | None: ...


class Span(NamedTuple):
    """Days in a row, both ends included; what has no end ends on the last day there is."""

    first: date
    last: date

    @property
    def days(self) -> dict[str, date | None]:
        """The span as a row has it."""
        return {"first_day": self.first, "last_day": None if self.last == date.max else self.last}


def span_of(period: Period, *, since: date = date.min) -> Span:
    """The days on which the row holds, from the day on; it must hold on that day or later."""
    return Span(max(period.first_day, since), period.last_day or date.max)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same days in as few spans: those that have a day in common are one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.first <= found[-1].last:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return found


def meet(one: Span, other: Span) -> bool:
    """Whether they have a day in common."""
    return one.first <= other.last and other.first <= one.last


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The days of the spans that are in none of those taken away."""
    left = list(spans)
    for gone in taken:
        left = [part for span in left for part in _around(span, gone)]
    return left


def _around(span: Span, gone: Span) -> list[Span]:
    """What is left of the span before and after what is gone."""
    if gone.last < span.first or span.last < gone.first:
        return [span]
    left = []
    if span.first < gone.first:
        left.append(Span(span.first, gone.first - ONE_DAY))
    if gone.last < span.last:
        left.append(Span(gone.last + ONE_DAY, span.last))
    return left
