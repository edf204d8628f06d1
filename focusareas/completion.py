"""How much of a plan is done on a day: the only place that counts.

What had happened by the day comes as sets of primary keys (`evidence.py`), so that a person
who works at two units counts in both and once in every total.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from focusareas.acts import PlannedMeeting
from focusareas.evidence import Evidence, UnitOnDay
from focusareas.figure import PACE_DAYS, Amount, Figure
from focusareas.models import Activity, Course, Deadline, FocusArea, Plan, State, Unit
from focusareas.tally import Scope, Tally
from focusareas.terms import Term, read_plan

Measure = Activity.Measure
Duty = Activity.Duty


@dataclass(frozen=True, slots=True)
class UnitFigure:
    """One unit's figure for one activity; a routine has a day to look at it again."""

    unit: UnitOnDay
    duty: str
    figure: Figure
    declared: bool
    review_on: date | None = None

    @property
    def is_obliged(self) -> bool:
        """Whether the unit is held against the figure, or only invited."""
        return self.duty == Duty.OBLIGED

    @property
    def is_review_overdue(self) -> bool:
        """Whether the unit should have looked at its routine again before the day."""
        return self.review_on is not None and self.review_on < self.figure.day


@dataclass(frozen=True, slots=True)
class DepartmentFigure:
    """One department's figure for one activity: its obliged units, each person once."""

    pk: int | None
    name: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class ActivityFigure:
    """One activity on the day: in total, own and contracted apart, and the units behind it.

    `deadlines` are the decisions made by the day, first to latest. `total` holds the obliged;
    `own` and `contracted` hold obliged and invited alike and need not add up to it: a person
    at two units is in both. `done_keys` are the people or units that `total.done` counts;
    `is_narrowed` says that only units with some tag are concerned; `counted_from` is the day
    from which a course must be completed; `waits_for` are what it presupposes and is not done.
    """

    activity: Activity
    day: date
    deadlines: tuple[Deadline, ...]
    total: Figure
    own: Figure
    contracted: Figure
    units: tuple[UnitFigure, ...] = ()
    departments: tuple[DepartmentFigure, ...] = ()
    done_keys: frozenset[int] = frozenset()
    courses: tuple[Course, ...] = ()
    is_narrowed: bool = False
    counted_from: date | None = None
    waits_for: tuple[Activity, ...] = ()

    @property
    def deadline(self) -> Deadline | None:
        """The deadline as decided by the day."""
        return self.deadlines[-1] if self.deadlines else None

    @property
    def original(self) -> Deadline | None:
        """The deadline that held from the beginning."""
        return self.deadlines[0] if self.deadlines else None

    @property
    def against_original(self) -> Figure | None:
        """The total held against the first deadline; none when that still holds."""
        if len(self.deadlines) < 2 or self.original is None:
            return None
        return replace(self.total, deadline=self.original.day)

    @property
    def somebody_is_in_both(self) -> bool:
        """Whether own and contracted together are more than the total, which counts each once."""
        apart = (self.own.expected or 0) + (self.contracted.expected or 0)
        return self.activity.contracted == Duty.OBLIGED and apart > (self.total.expected or 0)

    @property
    def complete_units(self) -> int:
        """Obliged units where all that was expected is done."""
        return sum(unit.is_obliged and unit.figure.is_done for unit in self.units)

    @property
    def declared_units(self) -> int:
        """Obliged units that say they are done before all the evidence is in."""
        return sum(
            unit.is_obliged and unit.declared and not unit.figure.is_done for unit in self.units
        )

    @property
    def overdue_reviews(self) -> int:
        """Units that have confirmed a routine and should have looked at it again by the day."""
        return sum(unit.is_review_overdue for unit in self.units)

    def unit(self, pk: int) -> UnitFigure | None:
        """The figure of this unit, if the activity is for it."""
        return next((unit for unit in self.units if unit.unit.pk == pk), None)


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """Every activity of the plan on the day, in the plan's order.

    `corrections` is how much of what is counted was dated back to the day after it was over.
    """

    plan: Plan
    day: date
    activities: tuple[ActivityFigure, ...]
    corrections: int = 0
    next_meeting: PlannedMeeting | None = None

    def activity(self, code: str) -> ActivityFigure:
        """The activity with this code; KeyError when the plan has none."""
        for figure in self.activities:
            if figure.activity.code == code:
                return figure
        raise KeyError(code)

    def of(self, activity: Activity) -> ActivityFigure | None:
        """The figure of the activity; none when it was not in the plan that day."""
        return next((found for found in self.activities if found.activity == activity), None)

    def by_focus_area(self) -> list[tuple[FocusArea | None, list[ActivityFigure]]]:
        """The activities under their focus areas; those of the plan itself last, under none."""
        in_order = sorted(
            self.activities,
            key=lambda figure: (
                figure.activity.focus_area.number if figure.activity.focus_area else 99999
            ),
        )
        return [
            (area, list(figures))
            for area, figures in groupby(in_order, key=attrgetter("activity.focus_area"))
        ]


def for_plan(plan: Plan, *, on: date, units: QuerySet[Unit] | None = None) -> PlanFigures:
    """Count every activity of the plan on the day, for all units or for these only."""
    return for_days(plan, [Scope(on, units)])[0]


def for_days(plan: Plan, scopes: Sequence[Scope]) -> list[PlanFigures]:
    """Count every activity of the plan on each of the days, for the units of each."""
    return _count_all([plan] * len(scopes), read_plan(plan, [s.day for s in scopes]), scopes)


def for_activity(
    activity: Activity, *, on: date, units: QuerySet[Unit] | None = None
) -> PlanFigures:
    """Count the activity, and what it presupposes, with no more of the evidence than that takes."""
    terms = {term.activity.pk: term for term in read_plan(activity.plan, [on])[0]}
    after = terms[activity.pk].after if activity.pk in terms else frozenset()
    asked = [term for pk, term in terms.items() if pk == activity.pk or pk in after]
    return _count_all([activity.plan], [asked], [Scope(on, units)])[0]


def for_plans(asked: Sequence[tuple[Plan, Scope]]) -> list[PlanFigures]:
    """Count every activity of each plan on a day of its own: a query more for each plan."""
    plans, scopes = [plan for plan, _ in asked], [scope for _, scope in asked]
    terms = [read_plan(plan, [scope.day])[0] for plan, scope in asked]
    return _count_all(plans, terms, scopes)


def _count_all(
    plans: Sequence[Plan], asked: Sequence[list[Term]], scopes: Sequence[Scope]
) -> list[PlanFigures]:
    courses = {course for terms in asked for term in terms for course in term.course_pks}
    found = Evidence.read(scopes, courses)
    return [_figures(*of_day) for of_day in zip(plans, asked, found, strict=True)]


def _figures(plan: Plan, terms: list[Term], evidence: Evidence) -> PlanFigures:
    activities = _in_turn(terms, [_count(term, evidence) for term in terms])
    own = {term.activity.pk for term in terms}
    planned = (meeting for meeting in evidence.acts.planned if meeting.activity in own)
    return PlanFigures(
        plan, evidence.day, activities, evidence.acts.corrections, next(planned, None)
    )


def _in_turn(terms: list[Term], counted: list[ActivityFigure]) -> tuple[ActivityFigure, ...]:
    """The activities, each with what it still waits for."""
    left = [figure.activity for figure in counted if not figure.total.is_done]
    return tuple(
        replace(figure, waits_for=tuple(row for row in left if row.pk in term.after))
        if term.after
        else figure
        for term, figure in zip(terms, counted, strict=True)
    )


def _count(term: Term, evidence: Evidence) -> ActivityFigure:
    """One activity from the evidence."""
    counter = _Counter(term, evidence.day)
    if Measure(term.activity.measure).has_units:
        return counter.of_units(evidence)
    return counter.of_administration(evidence)


@dataclass(slots=True)
class _Counter:
    """Turns sets into the figures of one activity."""

    term: Term
    day: date

    def of_units(self, evidence: Evidence) -> ActivityFigure:
        """An activity that counts people or units."""
        tally = evidence.tally(self.term)
        measure, activity = self.term.activity.measure, self.term.activity
        concerned = [
            (
                unit,
                self.term.duty_of(tags=unit.tags, is_contracted=unit.is_contracted),
                evidence.members(measure, unit),
            )
            for unit in evidence.units
        ]
        concerned = [entry for entry in concerned if entry[1] != Duty.NONE and entry[2]]
        obliged = [(unit, members) for unit, duty, members in concerned if duty == Duty.OBLIGED]
        departments: dict[tuple[str, int | None], list[set[int]]] = defaultdict(list)
        for unit, members in obliged:
            departments[unit.department, unit.department_pk].append(members)
        return self._figure(
            total=self._of(tally, (members for _, members in obliged)),
            done_keys=frozenset().union(*(members & tally.done.keys() for _, members in obliged)),
            own=self._of(tally, (m for u, _, m in concerned if not u.is_contracted)),
            contracted=self._of(tally, (m for u, _, m in concerned if u.is_contracted)),
            units=tuple(
                UnitFigure(
                    unit,
                    duty,
                    self._of(tally, [members]),
                    (activity.pk, unit.pk) in evidence.acts.declared,
                    evidence.acts.reviews.get((activity.pk, unit.pk)),
                )
                for unit, duty, members in concerned
            ),
            departments=tuple(
                DepartmentFigure(pk, name, self._of(tally, members))
                for (name, pk), members in sorted(departments.items(), key=lambda item: item[0][0])
            ),
        )

    def of_administration(self, evidence: Evidence) -> ActivityFigure:
        """A milestone, meetings or an indicator: one figure, the administration's own."""
        activity = self.term.activity
        if activity.measure == Measure.MILESTONE:
            expected = max(len(activity.parts), 1)
            states = evidence.acts.milestones.get(activity.pk, {})
            parts = [states.get(part + 1, State.PLANNED) for part in range(expected)]
            begun = any(state != State.PLANNED for state in parts)
            figure = self._plain(expected, parts.count(State.DONE), begun=begun)
        elif activity.measure == Measure.MEETINGS:
            year = min(self.day.year, self._deadline_day.year if self._deadline_day else 9999)
            expected = int(activity.target or 0) if year >= activity.starts_on.year else 0
            held = evidence.acts.meetings.get(activity.pk, [])
            figure = self._plain(expected, sum(day.year == year for day in held))
        else:
            latest = evidence.acts.values.get(activity.pk)
            done = _whole(latest) or 0
            figure = self._plain(_whole(activity.target), done, begun=latest is not None)
        nobody = self._plain(None if figure.expected is None else 0, 0)
        return self._figure(total=figure, own=figure, contracted=nobody)

    def _of(self, tally: Tally, groups: Iterable[set[int]]) -> Figure:
        members: set[int] = set().union(*groups)
        done = members & tally.done.keys()
        waiting = (members & tally.waiting.keys()) - done
        came_in = [tally.done[pk] for pk in done] + [tally.waiting[pk] for pk in waiting]
        window_opens = self.day - timedelta(days=PACE_DAYS)
        return self._plain(
            len(members),
            len(done),
            received=len(waiting),
            came_later=len((members & tally.late) - done - waiting),
            recent=sum(day > window_opens for day in came_in),
        )

    def _plain(self, expected: Amount | None, done: Amount, **counts: Any) -> Figure:
        activity = self.term.activity
        return Figure(
            measure=Measure(activity.measure),
            day=self.day,
            starts_on=activity.starts_on,
            deadline=self._deadline_day,
            expected=expected,
            done=done,
            lower_is_better=self.term.lower_is_better,
            **counts,
        )

    def _figure(self, **figures: Any) -> ActivityFigure:
        return ActivityFigure(
            activity=self.term.activity,
            day=self.day,
            deadlines=self.term.deadlines,
            courses=self.term.courses,
            is_narrowed=bool(self.term.tags),
            counted_from=self.term.counted_from,
            **figures,
        )

    @property
    def _deadline_day(self) -> date | None:
        return self.term.deadline.day if self.term.deadline else None


def shortest(value: Decimal) -> Amount:
    """The amount as a whole number where it is one, else without the noughts at its end."""
    return int(value) if value == int(value) else value.normalize()


def _whole(value: Decimal | None) -> Amount | None:
    return None if value is None else shortest(value)
