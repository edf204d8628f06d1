"""What was declared, confirmed, reached, held and measured by a day.

One query, whatever the size of the organisation. Nothing is counted here; that is `completion.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    DecimalField,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from focusareas.models import (
    AuditEvent,
    Declaration,
    IndicatorValue,
    Meeting,
    MilestoneUpdate,
    RoutineConfirmation,
)
from focusareas.tally import Scope, Tally, of_each_day

TEXT: "CharField[str, str]" = CharField()
NO_NUMBER = Value(0, IntegerField())
NO_TEXT = Value("", TEXT)
# PostgreSQL takes a bare null for a text.
NO_AMOUNT = Cast(Value(None), DecimalField(max_digits=12, decimal_places=2))
NO_DAY = Cast(Value(None), DateField())
IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting that is still to come."""

    pk: int
    activity: int
    day: date
    theme: str


@dataclass(slots=True)
class Acts:
    """Per activity, what had been said and done by the day.

    `declared` holds pairs of activity and unit; `milestones` the state of each part; `meetings`
    the days of those held; `routines` the units with the day they first confirmed, and `reviews`
    the day by which each shall look at its routine again; `values` the latest of an indicator;
    `planned` the meetings to come, soonest first; `corrections` how much was dated back to the
    day after it was over; `first_confirmed` since when each unit has had a routine, in force or
    not.
    """

    declared: set[tuple[int, int]] = field(default_factory=set)
    milestones: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    meetings: dict[int, list[date]] = field(default_factory=lambda: defaultdict(list))
    routines: dict[int, Tally] = field(default_factory=lambda: defaultdict(Tally))
    reviews: dict[tuple[int, int], date] = field(default_factory=dict)
    values: dict[int, Decimal] = field(default_factory=dict)
    planned: list[PlannedMeeting] = field(default_factory=list)
    corrections: int = 0
    first_confirmed: dict[tuple[int, int], date] = field(default_factory=dict)

    @classmethod
    def read(cls, scopes: Sequence[Scope]) -> list["Acts"]:
        """Everything of each day, in one query."""
        return [cls._of(rows) for rows in of_each_day([_acts(scope) for scope in scopes])]

    @classmethod
    def _of(cls, rows: Iterable[tuple[Any, ...]]) -> "Acts":
        """What the rows say, taken in the order of their days."""
        acts = cls()
        for row in sorted(rows, key=lambda row: row[3]):
            acts._note(*row)
        return acts

    def _note(
        self,
        kind: str,
        activity: int,
        number: int,
        day: date,
        text: str,
        amount: Decimal,
        until: date | None,
    ) -> None:
        """One row of the query; of those that replace each other the latest comes last."""
        match kind:
            case "declared":
                self.declared.add((activity, number))
            case "milestone":
                self.milestones[activity][number] = text
            case "meeting":
                self.meetings[activity].append(day)
            case "planned":
                self.planned.append(PlannedMeeting(number, activity, day, text))
            case "value":
                self.values[activity] = amount
            case "corrections":
                self.corrections = number
            case _:
                self._note_routine(activity, number, day, text == IN_FORCE, until)

    def _note_routine(
        self, activity: int, unit: int, day: date, is_in_force: bool, until: date | None
    ) -> None:
        """Since when the unit has had it: a routine that was looked over is nothing new."""
        first = self.first_confirmed.setdefault((activity, unit), day)
        if is_in_force:
            self.routines[activity].done[unit] = first
            if until:
                self.reviews[activity, unit] = until


def _acts(scope: Scope) -> list[QuerySet[Any, Any]]:
    """Each kind of act as kind, activity, number, day, text, amount and until when it holds."""
    in_force = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=scope.day)
    state = Case(When(in_force, then=Value(IN_FORCE, TEXT)), default=NO_TEXT, output_field=TEXT)
    return [
        Declaration.objects.in_force_on(scope.day)
        .filter(**scope.within("unit"))
        .values_list(
            _kind("declared"), "activity", "unit", "declared_on", NO_TEXT, NO_AMOUNT, NO_DAY
        ),
        RoutineConfirmation.objects.filter(
            confirmed_on__lte=scope.day, **scope.within("unit")
        ).values_list(
            _kind("routine"), "activity", "unit", "confirmed_on", state, NO_AMOUNT, "review_on"
        ),
        MilestoneUpdate.objects.in_force_on(scope.day).values_list(
            _kind("milestone"), "activity", "part", "day", "state", NO_AMOUNT, NO_DAY
        ),
        Meeting.objects.held_by(scope.day).values_list(
            _kind("meeting"), "activity", NO_NUMBER, "day", NO_TEXT, NO_AMOUNT, NO_DAY
        ),
        Meeting.objects.planned_after(scope.day).values_list(
            _kind("planned"), "activity", "pk", "day", "theme", NO_AMOUNT, NO_DAY
        ),
        IndicatorValue.objects.filter(
            day__lte=scope.day, indicator__activity__isnull=False
        ).values_list(
            _kind("value"), "indicator__activity", NO_NUMBER, "day", NO_TEXT, "value", NO_DAY
        ),
        AuditEvent.objects.corrections_of(scope.day, units=scope.units)
        .values(kind=_kind("corrections"))
        .annotate(n=Count("pk"))
        .values_list("kind", NO_NUMBER, "n", Value(scope.day), NO_TEXT, NO_AMOUNT, NO_DAY),
    ]


def _kind(name: str) -> Value:
    return Value(name, TEXT)
