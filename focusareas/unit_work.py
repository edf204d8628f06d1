"""What a unit has left to do, in the order of its deadlines, and how fast it must go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from django.db.models import F, Q, QuerySet

from focusareas.completion import ActivityFigure, PlanFigures, UnitFigure
from focusareas.figure import Figure
from focusareas.models import Activity, Course, Plan, Unit
from focusareas.models.days import holds_on
from focusareas.people_status import PersonRow, PersonState
from focusareas.swedish import NBSP, days, long_date, number

Measure = Activity.Measure
# A named key person or a confirmed routine is proof at once; a course can be done before it.
DECLARABLE = (Measure.STAFF_CERTIFICATE, Measure.KEY_PERSON_COURSE)


@dataclass(frozen=True, slots=True)
class Task:
    """One activity as a unit meets it: its own figure, and what it can do about it."""

    whole: ActivityFigure
    row: UnitFigure

    @property
    def activity(self) -> Activity:
        """What the plan asks for."""
        return self.whole.activity

    @property
    def figure(self) -> Figure:
        """The unit's own figure."""
        return self.row.figure

    @property
    def is_left(self) -> bool:
        """Whether the unit still has something to hand in or name."""
        return not (self.figure.is_done or self.figure.awaiting_review)

    @property
    def asks_something(self) -> bool:
        """Whether the unit has something to do: what is left, or a routine to look at again."""
        return self.is_left or self.row.is_review_overdue

    @property
    def due(self) -> date | None:
        """By when: the deadline, or for a routine that is confirmed the day to look at it again."""
        return self.figure.deadline if self.is_left else self.row.review_on

    @property
    def course(self) -> Course | None:
        """The first course whose certificates are handed in for the activity."""
        return self.whole.courses[0] if self.whole.courses else None

    @property
    def course_address(self) -> str:
        """Where the course is, as one writes it on a sheet of paper."""
        url = self.course.url if self.course else ""
        return url.removeprefix("https://").removeprefix("http://").rstrip("/")

    @property
    def asks_key_person(self) -> bool:
        """Whether naming a key person is what is left."""
        return self.activity.measure == Measure.UNIT_KEY_PERSON

    @property
    def asks_routine(self) -> bool:
        """Whether the unit confirms that it has a routine, and looks at it again in time."""
        return self.activity.measure == Measure.UNIT_ROUTINE

    @property
    def may_be_declared(self) -> bool:
        """Whether the unit can say that it is done before the evidence is in."""
        return self.is_left and not self.row.declared and self.activity.measure in DECLARABLE


def tasks_of(figures: PlanFigures, unit_pk: int) -> list[Task]:
    """What the plan asks of the unit: what is left first, by day due, those without one last."""
    found = [
        Task(whole, row) for whole in figures.activities if (row := whole.unit(unit_pk)) is not None
    ]
    return sorted(found, key=_turn)


def _turn(task: Task) -> tuple[Any, ...]:
    return not task.asks_something, not task.row.is_obliged, task.due or date.max


def what_is_enough(figure: Figure) -> str:
    """What is missing, the time that is left, and the pace that will do."""
    if figure.is_done or not figure.expected:
        return ""
    if not figure.missing:
        return "Allt är inlämnat."
    left = f"{number(figure.missing)}{NBSP}saknas"
    if figure.days_left is None:
        return f"{left}."
    if figure.days_left < 0:
        return f"{left}. Slutdatum var för {days(-figure.days_left)} sedan."
    if figure.days_left == 0:
        return f"{left}. I dag är sista dagen."
    return f"{left}, {days(figure.days_left)} kvar{_pace(figure)}."


def _pace(figure: Figure) -> str:
    """The pace that will do, rounded up: by the day, or by the week while there are weeks."""
    needed = figure.needed_per_day or 0.0
    if needed > 1:
        return f": {number(ceil(needed))} om dagen räcker"
    if (figure.days_left or 0) < 7:
        return ""
    return f": {number(ceil(needed * 7))} i veckan räcker"


def still_to_take(people: Iterable[PersonRow]) -> list[PersonRow]:
    """Those who lack a certificate and may be named on paper; protected names never are."""
    lacking = (PersonState.MISSING, PersonState.RETURNED)
    return [row for row in people if row.state in lacking and not row.is_protected]


def reminder(task: Task, people: Iterable[PersonRow]) -> str:
    """A mail to those who lack a certificate, to copy and send; empty when nobody does."""
    names = [row.name for row in still_to_take(people)]
    if not names or task.course is None:
        return ""
    deadline = task.figure.deadline
    is_ahead = deadline is not None and deadline >= task.figure.day
    lines = [
        "Hej!",
        "",
        f"Vi går {task.course.name}, och några av oss har den kvar. När du är klar får du ett "
        "intyg. Skicka det till mig.",
    ]
    if task.course.url:
        lines.append(f"Kursen finns på {task.course.url}")
    if deadline and is_ahead:
        lines.append(f"Intygen ska vara inlämnade senast {long_date(deadline)}.")
    return "\n".join([*lines, "", "Kvar är:", *(f"- {name}" for name in names), ""])


def activities_for(unit: Unit, plan: Plan, *, on: date) -> QuerySet[Activity]:
    """The activities in the plan that day that the unit shall do or is invited to."""
    duty = "contracted" if unit.operation == Unit.Operation.CONTRACTED else "own"
    # A join over tags would give an activity once for each of them.
    for_all = Activity.objects.filter(tags__isnull=True).values("pk")
    tagged = Activity.objects.filter(tags__in=unit.tags.all()).values("pk")
    return (
        Activity.objects.filter(holds_on(on), plan=plan)
        .filter(Q(pk__in=for_all) | Q(pk__in=tagged))
        .exclude(**{duty: Activity.Duty.NONE})
        .order_by("position", "pk")
    )


def units_for(activity: Activity, *, on: date) -> QuerySet[Unit]:
    """The units open that day that shall do the activity or are invited to it: one query."""
    duties = {Unit.Operation.OWN: activity.own, Unit.Operation.CONTRACTED: activity.contracted}
    kinds = [kind for kind, duty in duties.items() if duty != Activity.Duty.NONE]
    units = Unit.objects.on(on).filter(operation__in=kinds)
    tags = list(activity.tags.values_list("pk", flat=True))
    return units.filter(tags__in=tags) if tags else units


def courses_for(unit: Unit, plan: Plan | None, *, on: date) -> list[Course]:
    """The courses whose certificates the unit may hand in, in the plan's order, `asked_by` what."""
    if plan is None:
        return []
    concerned = activities_for(unit, plan, on=on).values("pk")
    rows = Course.objects.filter(activities__in=concerned).annotate(
        asked_by=F("activities__measure")
    )
    return list(dict.fromkeys(rows.order_by("activities__position", "name")))


def background_of(figures: PlanFigures, main: Task) -> list[Activity]:
    """What goes with the main activity without being counted, such as a film to begin with."""
    return [
        figure.activity
        for figure in figures.activities
        if figure.activity.measure == Measure.INDICATOR
        and figure.activity.focus_area == main.activity.focus_area
    ]
