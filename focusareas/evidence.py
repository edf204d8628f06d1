"""All that the plan says and all that had happened by a day, as sets of primary keys.

Five queries, whatever the size of the organisation: the plan, its units, who works where,
certificates, and dated acts. Nothing is counted here; that is `completion.py`.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import (
    DateField,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Subquery,
    Value,
)

from focusareas.acts import Acts
from focusareas.models import (
    Absence,
    Activity,
    Certificate,
    Course,
    Deadline,
    Employment,
    Indicator,
    KeyPerson,
    Plan,
    Unit,
)
from focusareas.models.days import holds_on
from focusareas.tally import Scope, Tally

Measure = Activity.Measure
Duty = Activity.Duty


@dataclass(frozen=True, slots=True)
class UnitOnDay:
    """A unit open on the day, placed where it was then; name, provider and tags are today's."""

    pk: int
    code: str
    name: str
    operation: str
    provider: str
    department_pk: int | None
    department: str
    tags: frozenset[int]

    @property
    def is_contracted(self) -> bool:
        """Whether a private provider runs it."""
        return self.operation == Unit.Operation.CONTRACTED


@dataclass(frozen=True, slots=True)
class Term:
    """What the plan says of one activity, as it held on the day."""

    activity: Activity
    tags: frozenset[int]
    courses: tuple[Course, ...]
    deadlines: tuple[Deadline, ...]
    lower_is_better: bool = False

    @property
    def course_pks(self) -> frozenset[int]:
        """The courses of which any one will do, by key."""
        return frozenset(course.pk for course in self.courses)

    @property
    def deadline(self) -> Deadline | None:
        """The one that held on the day."""
        return self.deadlines[-1] if self.deadlines else None

    def duty_of(self, unit: UnitOnDay) -> str:
        """What the activity is to the unit."""
        if self.tags and not self.tags & unit.tags:
            return Duty.NONE
        return self.activity.contracted if unit.is_contracted else self.activity.own


def read_plan(plan: Plan, on: date) -> Iterator[Term]:
    """The activities in order, each with what belongs to it, joined in one query."""
    rows = (
        Activity.objects.filter(plan=plan)
        .select_related("focus_area")
        .annotate(
            tag=F("tags"),
            course=F("courses"),
            course_code=F("courses__code"),
            course_name=F("courses__name"),
            course_url=F("courses__url"),
            deadline_pk=F("deadlines"),
            deadline_day=F("deadlines__day"),
            deadline_precision=F("deadlines__precision"),
            deadline_written=F("deadlines__written"),
            deadline_decided_on=F("deadlines__decided_on"),
            deadline_decided_by=F("deadlines__decided_by"),
            deadline_reason=F("deadlines__reason"),
            direction=F("indicator__direction"),
        )
        .order_by("position", "pk", "course_name")
    )
    for _, group in groupby(rows, key=attrgetter("pk")):
        joined: list[Any] = list(group)
        decisions = {row.deadline_pk: _deadline_in(row) for row in joined if row.deadline_pk}
        in_turn = sorted(decisions.values(), key=lambda deadline: deadline.decided_on or date.min)
        # The first holds from the beginning, whenever it was decided.
        held = in_turn[:1] + [row for row in in_turn[1:] if (row.decided_on or on) <= on]
        yield Term(
            activity=joined[0],
            tags=frozenset(row.tag for row in joined if row.tag),
            courses=tuple({row.course: _course_in(row) for row in joined if row.course}.values()),
            deadlines=tuple(held),
            lower_is_better=joined[0].direction == Indicator.Direction.LOWER,
        )


def _course_in(row: Any) -> Course:
    return Course(pk=row.course, code=row.course_code, name=row.course_name, url=row.course_url)


def _deadline_in(row: Any) -> Deadline:
    return Deadline(
        pk=row.deadline_pk,
        activity_id=row.pk,
        day=row.deadline_day,
        precision=row.deadline_precision,
        written=row.deadline_written,
        decided_on=row.deadline_decided_on,
        decided_by=row.deadline_decided_by,
        reason=row.deadline_reason,
    )


@dataclass(slots=True)
class Evidence:
    """All that had happened by the day, as sets of primary keys."""

    day: date
    units: list[UnitOnDay]
    working: dict[int, set[int]]
    key_persons: dict[int, set[int]]
    covered: Tally
    certificates: dict[int, Tally]
    acts: Acts

    @classmethod
    def read(cls, scope: Scope, courses: set[int]) -> "Evidence":
        """Four queries."""
        working, key_persons, covered = _read_people(scope)
        return cls(
            day=scope.day,
            units=_read_units(scope),
            working=working,
            key_persons=key_persons,
            covered=covered,
            certificates=_read_certificates(scope, courses),
            acts=Acts.read(scope),
        )

    def members(self, measure: str, unit: UnitOnDay) -> set[int]:
        """Whom or what the measure counts at the unit: people, or the unit itself."""
        if measure == Measure.STAFF_CERTIFICATE:
            return self.working.get(unit.pk, set())
        if measure == Measure.KEY_PERSON_COURSE:
            return self.key_persons.get(unit.pk, set())
        return {unit.pk}

    def tally(self, term: Term) -> Tally:
        """Who or what has done what the activity asks."""
        tally = Tally()
        if term.activity.measure == Measure.UNIT_KEY_PERSON:
            tally = self.covered
        elif term.activity.measure == Measure.UNIT_ROUTINE:
            tally = self.acts.routines.get(term.activity.pk, tally)
        elif Measure(term.activity.measure).counts_people:
            for course in term.course_pks:
                tally.add(self.certificates.get(course, Tally()))
        return tally


def _read_units(scope: Scope) -> list[UnitOnDay]:
    """The units open on the day, in order of name, with placement and tags joined."""
    rows = (
        Unit.objects.on(scope.day)
        .filter(**scope.within("pk"))
        .annotate(
            placed=FilteredRelation("placements", condition=holds_on(scope.day, "placements__"))
        )
        .order_by("name", "code", "pk", F("placed__first_day").desc(nulls_last=True))
        .values_list(
            "pk",
            "code",
            "name",
            "operation",
            "provider__name",
            "placed__department_id",
            "placed__department__name",
            "tags",
        )
    )
    units = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        joined = list(group)
        pk, code, name, operation, provider, department_pk, department, _tag = joined[0]
        tags = frozenset(row[-1] for row in joined if row[-1])
        units.append(
            UnitOnDay(
                pk, code, name, operation, provider or "", department_pk, department or "", tags
            )
        )
    return units


def _read_people(scope: Scope) -> tuple[dict[int, set[int]], dict[int, set[int]], Tally]:
    """Who works at each unit, who is key person there, and which units have one."""
    on_leave = Absence.objects.on(scope.day).filter(employment=OuterRef("pk"))
    working = (
        Employment.objects.on(scope.day)
        .filter(~Exists(on_leave), **scope.within("unit"))
        .values_list("unit", "staff_member", Value(None, DateField()))
    )
    # Since when the unit has had one: a successor is nothing new.
    earliest = KeyPerson.objects.filter(unit=OuterRef("unit")).order_by("first_day")
    duties = (
        KeyPerson.objects.active_on(scope.day)
        .filter(**scope.within("unit"))
        .values_list("unit", "staff_member", Subquery(earliest.values("first_day")[:1]))
    )
    staff: dict[int, set[int]] = defaultdict(set)
    key_persons: dict[int, set[int]] = defaultdict(set)
    covered = Tally()
    for unit, person, first_day in working.union(duties, all=True):
        if first_day is None:
            staff[unit].add(person)
        else:
            key_persons[unit].add(person)
            covered.add(Tally(done={unit: first_day}))
    return staff, key_persons, covered


def _read_certificates(scope: Scope, courses: set[int]) -> dict[int, Tally]:
    """Per course: the people with an approved certificate, and those with a waiting one."""
    approved = Certificate.objects.approved_on_or_before(scope.day)
    waiting = Certificate.objects.waiting_on(scope.day)
    people = {}
    if scope.units is not None:
        staff = Employment.objects.filter(**scope.within("unit")).values("staff_member")
        people = {"staff_member__in": staff}
    rows = [
        queryset.filter(course__in=courses, staff_member__isnull=False, **people).values_list(
            "course", "staff_member", "received_on", Value(is_approved, IntegerField())
        )
        for queryset, is_approved in ((approved, 1), (waiting, 0))
    ]
    tallies: dict[int, Tally] = defaultdict(Tally)
    for course, person, received_on, is_approved in rows[0].union(rows[1], all=True):
        found = {person: received_on}
        tallies[course].add(Tally(done=found) if is_approved else Tally(waiting=found))
    return tallies
