"""All that had happened by a day, as sets of primary keys.

Four queries, whatever the size of the organisation: its units, who works where, certificates,
and dated acts. What the plan asks is in `terms.py`. Nothing is counted here; that is
`completion.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import (
    DateField,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
)

from focusareas.acts import Acts
from focusareas.models import (
    Absence,
    Activity,
    Certificate,
    Employment,
    KeyPerson,
    Unit,
)
from focusareas.models.days import holds_on
from focusareas.tally import Scope, Tally, of_each_day
from focusareas.terms import Term
from focusareas.unit_facts import FormerName, names_on

Measure = Activity.Measure


@dataclass(frozen=True, slots=True)
class UnitOnDay:
    """A unit open on the day, named and placed as it was then; provider and tags are today's.

    `name_today` is there when it is another.
    """

    pk: int
    code: str
    name: str
    operation: str
    provider: str
    department_pk: int | None
    department: str
    tags: frozenset[int]
    former_names: tuple[FormerName, ...] = ()
    name_today: str = ""

    @property
    def is_contracted(self) -> bool:
        """Whether a private provider runs it."""
        return self.operation == Unit.Operation.CONTRACTED


class Paper(NamedTuple):
    """A certificate that counts, waits or came in later: whose it is, and its days."""

    person: int
    completed_on: date | None
    received_on: date
    is_approved: bool


@dataclass(slots=True)
class Evidence:
    """All that had happened by the day, as sets of primary keys."""

    day: date
    units: list[UnitOnDay]
    working: dict[int, set[int]]
    key_persons: dict[int, set[int]]
    covered: Tally
    certificates: dict[int, list[Paper]]
    acts: Acts

    @classmethod
    def read(cls, scopes: Sequence[Scope], courses: set[int]) -> list["Evidence"]:
        """Of each day: four queries, however many the days."""
        units = of_each_day([[_units(scope)] for scope in scopes], *UNITS_IN_ORDER)
        people = of_each_day([_people(scope) for scope in scopes])
        certificates = of_each_day([_certificates(scope, courses) for scope in scopes])
        acts = Acts.read(scopes)
        return [
            cls(
                scope.day,
                _units_on(scope.day, rows),
                *_who_is_where(who),
                _papers_by_course(papers),
                done,
            )
            for scope, rows, who, papers, done in zip(
                scopes, units, people, certificates, acts, strict=True
            )
        ]

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
                for paper in self.certificates.get(course, ()):
                    if term.takes(paper.completed_on):
                        self._note(paper, tally)
        return tally

    def _note(self, paper: Paper, tally: Tally) -> None:
        if paper.received_on > self.day:
            tally.late.add(paper.person)
        else:
            tally.note(paper.person, paper.received_on, is_done=paper.is_approved)


# Joined rows come together, the unit's latest placement and former name first.
UNITS_IN_ORDER = (
    "name",
    "code",
    "pk",
    F("placed_from").desc(nulls_last=True),
    "-former_names__last_day",
)


def _units(scope: Scope) -> QuerySet[Any, Any]:
    """The units open on the day, with placement, tags and former names joined."""
    return (
        Unit.objects.on(scope.day)
        .filter(**scope.within("pk"))
        .annotate(
            placed=FilteredRelation("placements", condition=holds_on(scope.day, "placements__")),
            placed_from=F("placed__first_day"),
        )
        .values_list(
            "pk",
            "code",
            "name",
            "operation",
            "provider__name",
            "placed__department_id",
            "placed__department__name",
            "tags",
            "former_names__name",
            "former_names__last_day",
            "placed_from",
        )
    )


def _units_on(day: date, rows: Iterable[tuple[Any, ...]]) -> list[UnitOnDay]:
    """The joined rows, each unit once, in order of name."""
    units = []
    for _, group in groupby(rows, key=itemgetter(0)):
        joined = list(group)
        pk, code, name, operation, provider, department_pk, department = joined[0][:7]
        tags = frozenset(row[7] for row in joined if row[7])
        former = dict.fromkeys(FormerName(*row[8:10]) for row in joined if row[8])
        place = provider or "", department_pk, department or ""
        then, today = names_on(day, name, former)
        units.append(UnitOnDay(pk, code, then, operation, *place, tags, tuple(former), today))
    return units


def _people(scope: Scope) -> list[QuerySet[Any, Any]]:
    """Who works at each unit, and who is key person there with the unit's first day with one."""
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
    return [working, duties]


def _who_is_where(
    rows: Iterable[tuple[Any, ...]],
) -> tuple[dict[int, set[int]], dict[int, set[int]], Tally]:
    """Who works at each unit, who is key person there, and which units have one."""
    staff: dict[int, set[int]] = defaultdict(set)
    key_persons: dict[int, set[int]] = defaultdict(set)
    covered = Tally()
    for unit, person, first_day in rows:
        if first_day is None:
            staff[unit].add(person)
        else:
            key_persons[unit].add(person)
            covered.add(Tally(done={unit: first_day}))
    return staff, key_persons, covered


def _certificates(scope: Scope, courses: set[int]) -> list[QuerySet[Any, Any]]:
    """The certificates approved by the day, those that waited, and those that came in later."""
    approved = Certificate.objects.approved_on_or_before(scope.day)
    waiting = Certificate.objects.waiting_on(scope.day)
    late = Certificate.objects.came_after(scope.day)
    people = {}
    if scope.units is not None:
        staff = Employment.objects.filter(**scope.within("unit")).values("staff_member")
        people = {"staff_member__in": staff}
    return [
        queryset.filter(course__in=courses, staff_member__isnull=False, **people).values_list(
            "course",
            "staff_member",
            "completed_on",
            "received_on",
            Value(is_approved, IntegerField()),
        )
        for queryset, is_approved in ((approved, 1), (waiting, 0), (late, 0))
    ]


def _papers_by_course(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Paper]]:
    papers: dict[int, list[Paper]] = defaultdict(list)
    for course, person, completed_on, received_on, is_approved in rows:
        papers[course].append(Paper(person, completed_on, received_on, bool(is_approved)))
    return papers
