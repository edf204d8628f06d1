"""Indicators of systematic follow-up: their values over time, and how those are entered."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction

from focusareas import completion
from focusareas.change_words import changed_words, values_of
from focusareas.completion import PlanFigures, shortest
from focusareas.figure import Amount, Figure
from focusareas.line_chart import LineChart, draw
from focusareas.models import Activity, Indicator, IndicatorValue, Plan, User
from focusareas.models.audit import Part, Typed, record
from focusareas.refusal import RefusedError
from focusareas.swedish import NBSP, long_date, number, one_decimal
from focusareas.tally import Scope

VALUE_THERE = "Det finns redan ett värde för den dagen. Ändra det i stället."
NAME_TAKEN = "Planen har redan en indikator med det namnet."
A_DAY = timedelta(days=1)
# Older ends of months cost more time than they tell.
MOST_MONTHS = 13
HAS_VALUES = "Indikatorn har värden. Ta bort dem först."
BEFORE_PLAN = (
    "Planen räknar själv från {first_day}. Skriv bara in det som gällde innan, att jämföra med."
)


@dataclass(frozen=True, slots=True)
class Point:
    """A value on its day; one that is computed has no row."""

    day: date
    value: Amount
    note: str = ""
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator with its values in order of day, and what it is to come to."""

    indicator: Indicator
    target: Amount | None
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point | None:
        """The value that holds."""
        return self.points[-1] if self.points else None

    @property
    def has_rows(self) -> bool:
        """Whether somebody has entered a value."""
        return any(point.pk for point in self.points)

    @property
    def change(self) -> Amount | None:
        """The difference to the value before; none without one."""
        if len(self.points) < 2:
            return None
        return self.points[-1].value - self.points[-2].value

    @property
    def is_better(self) -> bool | None:
        """Whether the change is for the better; none where there is no saying."""
        if not self.change or self.indicator.direction == Indicator.Direction.NONE:
            return None
        return (self.change > 0) == (self.indicator.direction == Indicator.Direction.HIGHER)

    @property
    def chart(self) -> LineChart | None:
        """The values as a line."""
        return draw([(point.day, point.value) for point in self.points], self.target)

    def written(self, value: Amount) -> str:
        """The value with its unit of measure: "120 medarbetare", "5,3 %"."""
        if self.indicator.in_percent:
            return f"{one_decimal(float(value))}{NBSP}%"
        return f"{number(value)}{NBSP}{self.indicator.unit_of_measure}".strip(NBSP)

    @property
    def latest_words(self) -> str:
        """The value that holds, with its unit of measure."""
        return self.written(self.latest.value) if self.latest else "Inget värde än"

    @property
    def target_words(self) -> str:
        """What it is to come to; empty without a target."""
        return self.written(self.target) if self.target is not None else ""

    @property
    def change_words(self) -> str:
        """How much more or less than the value before, and since when."""
        if self.change is None:
            return ""
        since = f"sedan {long_date(self.points[-2].day)}"
        if not self.change:
            return f"oförändrat {since}"
        sign, size = ("+", self.change) if self.change > 0 else ("−", -self.change)
        return f"{sign}{self.written(size)} {since}"

    @property
    def in_words(self) -> str:
        """The indicator in a sentence, also where nobody has entered a value."""
        latest = f"senaste värdet {self.written(self.latest.value)}" if self.latest else None
        goal = f"målet är {self.written(self.target)}" if self.target is not None else None
        return ", ".join(filter(None, [latest or "inget värde än", goal]))


def read(plan: Plan, *, on: date) -> list[Series]:
    """The plan's indicators with what had been entered, or is counted, by the day."""
    rows = list(
        Indicator.objects.filter(plan=plan)
        .select_related("activity", "counts")
        .prefetch_related("values")
    )
    is_counted = any(row.counts_id for row in rows)
    scopes = [Scope(day, None) for day in _month_ends(plan, on)] if is_counted else []
    figures = completion.for_days(plan, scopes) if scopes else []
    return [_series(row, figures, on) for row in rows]


def read_for(activity: Activity, *, on: date) -> Series | None:
    """What the activity counts, if anybody has entered a value: one query."""
    values = IndicatorValue.objects.filter(indicator__activity=activity, day__lte=on)
    rows = list(values.select_related("indicator").order_by("day"))
    if not rows:
        return None
    return Series(rows[0].indicator, _target(activity.target), tuple(map(_point, rows)))


def _month_ends(plan: Plan, on: date) -> list[date]:
    """The day and the ends of the plan's months before it, of a year at most."""
    days = [on]
    while len(days) < MOST_MONTHS and (end := days[-1].replace(day=1) - A_DAY) >= plan.first_day:
        days.append(end)
    return days[::-1]


def _series(indicator: Indicator, figures: list[PlanFigures], on: date) -> Series:
    target = indicator.activity.target if indicator.activity else indicator.target
    points = _entered(indicator, on)
    for counted in figures:
        points += [
            Point(counted.day, _counted(indicator, row.total))
            for row in counted.activities
            if row.activity.pk == indicator.counts_id
        ]
    return Series(indicator, _target(target), tuple(points))


def _target(target: Decimal | None) -> Amount | None:
    return None if target is None else shortest(target)


def _entered(indicator: Indicator, on: date) -> list[Point]:
    rows = sorted(indicator.values.all(), key=lambda row: row.day)
    return [_point(row) for row in rows if row.day <= on]


def _point(row: IndicatorValue) -> Point:
    return Point(row.day, shortest(row.value), row.note, row.pk)


def _counted(indicator: Indicator, total: Figure) -> Amount:
    """What the plan itself counts, as a number or a share."""
    if not indicator.in_percent:
        return total.done
    return shortest(round(Decimal(100) * Decimal(total.done) / Decimal(total.expected or 1), 1))


def for_activity(activity: Activity) -> Indicator:
    """What the activity counts; made when somebody reports its first value."""
    name = activity.title[: Indicator._meta.get_field("name").max_length]
    return Indicator.objects.get_or_create(
        activity=activity, defaults={"plan": activity.plan, "name": name}
    )[0]


@transaction.atomic
def save(indicator: Indicator, *, by: User) -> None:
    """Save a new or changed indicator."""
    fields = ("name", "unit_of_measure", "source", "counts", "in_percent", "target", "direction")
    before = values_of(indicator, fields) if indicator.pk else {}
    try:
        with transaction.atomic():
            indicator.save()
    except IntegrityError:
        raise RefusedError(NAME_TAKEN, field="name") from None
    did = "Ändrade" if before else "Lade till"
    changes = Typed(changed_words(indicator, before))
    said: list[Part] = [f"{did} indikatorn ", Typed(indicator.name), ". ", changes]
    record(by=by, text=said, about=indicator)


@transaction.atomic
def remove(indicator: Indicator, *, by: User) -> None:
    """Take away an indicator that nothing has been entered for."""
    found = Indicator.objects.select_for_update().get(pk=indicator.pk)
    if found.values.exists():
        raise RefusedError(HAS_VALUES)
    record(by=by, text=["Tog bort indikatorn ", Typed(found.name), "."], about=found)
    found.delete()


@transaction.atomic
def report(activity: Activity, *, day: date, value: Decimal, note: str, by: User) -> None:
    """Enter a value of what the activity counts."""
    enter(for_activity(activity), day=day, value=value, note=note, by=by)


@transaction.atomic
def enter(indicator: Indicator, *, day: date, value: Decimal, note: str, by: User) -> None:
    """Enter the value from this day on."""
    _refuse_what_is_counted(indicator, day)
    try:
        with transaction.atomic():
            IndicatorValue.objects.create(
                indicator=indicator, day=day, value=value, note=note, noted_by=by
            )
    except IntegrityError:
        raise RefusedError(VALUE_THERE, field="day") from None
    said = [f"Skrev in {_said(value)} för {day}", *_about(note)]
    record(by=by, text=said, about=indicator, changes_from=day)


@transaction.atomic
def correct(row: IndicatorValue, *, day: date, value: Decimal, note: str, by: User) -> None:
    """Put a value, its day or its note right."""
    found = IndicatorValue.objects.select_for_update(of=("self",)).get(pk=row.pk)
    _refuse_what_is_counted(found.indicator, day)
    was = f"Rättade {_said(found.value)} för {found.day} till {_said(value)} för {day}"
    first = min(day, found.day)
    found.day, found.value, found.note = day, value, note
    try:
        with transaction.atomic():
            found.save(update_fields=["day", "value", "note"])
    except IntegrityError:
        raise RefusedError(VALUE_THERE, field="day") from None
    record(by=by, text=[was, *_about(note)], about=found.indicator, changes_from=first)


@transaction.atomic
def take_away(row: IndicatorValue, *, by: User) -> None:
    """Remove a value that was entered by mistake; the trace keeps it."""
    found = IndicatorValue.objects.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if found is None:
        raise RefusedError("Värdet är redan borttaget.")
    said = [f"Tog bort {_said(found.value)} för {found.day}", *_about(found.note)]
    record(by=by, text=said, about=found.indicator, changes_from=found.day)
    found.delete()


def _refuse_what_is_counted(indicator: Indicator, day: date) -> None:
    if indicator.counts_id and day >= indicator.plan.first_day:
        said = BEFORE_PLAN.format(first_day=indicator.plan.first_day)
        raise RefusedError(said, field="day")


def _said(value: Decimal) -> str:
    return number(shortest(value))


def _about(note: str) -> list[Part]:
    return [": ", Typed(note)] if note else ["."]
