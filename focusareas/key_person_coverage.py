"""Units without a key person, since when, and those about to be without."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, QuerySet

from focusareas.completion import ActivityFigure, UnitFigure
from focusareas.exports import Column, Row
from focusareas.models import KeyPerson, Unit

ONE_DAY = timedelta(days=1)
# So long before it happens somebody should be named.
NOTICE = timedelta(days=60)
# The days on which somebody has the duty; open when none ends them.
Span = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Gap:
    """A unit that nobody is key person of, and the first day of that, if ever somebody was."""

    row: UnitFigure
    since: date | None


@dataclass(frozen=True, slots=True)
class Ending:
    """A unit whose last key person ends, with nobody after."""

    row: UnitFigure
    last_day: date


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is missing on a day, the longest first, and what soon will be."""

    obliged: list[Gap]
    invited: list[Gap]
    ending: list[Ending]

    @property
    def rows(self) -> list[Gap | Ending]:
        """All of it in the order of the page."""
        return [*self.ending, *self.obliged, *self.invited]


COLUMNS = [
    Column("Enhet", 36),
    Column("Enhetskod", 12),
    Column("Avdelning", 28),
    Column("Utförare", 28),
    Column("Nyckelperson", 24),
    Column("Saknas sedan", 14),
    Column("Sista dag", 12),
    Column("Inbjuden", 10),
]


def cells_of(row: Gap | Ending) -> Row:
    """A unit as a row of the workbook."""
    unit = row.row.unit
    is_ending = isinstance(row, Ending)
    return (
        unit.name,
        unit.code,
        unit.department,
        unit.provider,
        "Blir snart utan" if is_ending else "Saknas",
        None if isinstance(row, Ending) else row.since or "har aldrig haft någon",
        row.last_day if isinstance(row, Ending) else None,
        "" if row.row.is_obliged else "ja",
    )


def coverage(figure: ActivityFigure, units: QuerySet[Unit] | None) -> Coverage:
    """The gaps behind the figure of its day: one query."""
    spans = _spans(units)
    gaps = [
        Gap(row, uncovered_since(spans[row.unit.pk], figure.day))
        for row in figure.units
        if not row.figure.done
    ]
    gaps.sort(key=lambda gap: (gap.since or date.min, gap.row.unit.name))
    last_days = (
        (row, covered_until(spans[row.unit.pk], figure.day))
        for row in figure.units
        if row.figure.done and row.is_obliged
    )
    notice = figure.day + NOTICE
    ending = [Ending(row, day) for row, day in last_days if day and day <= notice]
    return Coverage(
        obliged=[gap for gap in gaps if gap.row.is_obliged],
        invited=[gap for gap in gaps if not gap.row.is_obliged],
        ending=sorted(ending, key=lambda row: (row.last_day, row.row.unit.name)),
    )


def _spans(units: QuerySet[Unit] | None) -> dict[int, list[Span]]:
    """Per unit, when somebody has had both the duty and the employment there."""
    duties = KeyPerson.objects.filter(staff_member__employments__unit=F("unit"))
    if units is not None:
        duties = duties.filter(unit__in=units.values("pk"))
    found: dict[int, list[Span]] = defaultdict(list)
    rows = duties.values_list(
        "unit",
        "first_day",
        "last_day",
        "staff_member__employments__first_day",
        "staff_member__employments__last_day",
    )
    for unit, duty_first, duty_last, job_first, job_last in rows:
        first = max(duty_first, job_first)
        last = min(filter(None, [duty_last, job_last]), default=None)
        if last is None or first <= last:
            found[unit].append((first, last))
    return found


def uncovered_since(spans: list[Span], day: date) -> date | None:
    """The first day of the gap that holds on the day; none when nobody ever was."""
    ended = [last for first, last in spans if first <= day and last]
    return max(ended) + ONE_DAY if ended else None


def covered_until(spans: list[Span], day: date) -> date | None:
    """The last day before a gap, with those who take over counted in; none when no end is known."""
    until: date | None = day
    for first, last in sorted(spans, key=lambda span: span[0]):
        if until is None or first > until + ONE_DAY:
            break
        until = None if last is None else max(until, last)
    return until
