"""Random histories: completion on any day equals a recount of every person, one by one."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from focusareas import completion
from focusareas.completion import ActivityFigure
from focusareas.models import (
    Absence,
    Activity,
    Certificate,
    Course,
    Employment,
    KeyPerson,
    StaffMember,
    Unit,
)
from tests import factories as make
from tests.draws import draws

START = date(2023, 1, 1)
N_DAYS, N_UNITS = 12, 4
# A day as a number from START; few of them, so that firsts and lasts often meet.
day_numbers = st.integers(0, N_DAYS)
Days = tuple[int, int | None]


def day(number: int) -> date:
    return START + timedelta(days=number)


@st.composite
def periods(draw: st.DrawFn) -> Days:
    """Half of them hold all the time, or few people would meet in an open unit."""
    if draw(st.booleans()):
        return 0, None
    first = draw(day_numbers)
    return first, draw(st.none() | st.integers(first, N_DAYS))


def holds(period: Days, on: int) -> bool:
    first, last = period
    return first <= on and (last is None or on <= last)


@dataclass(frozen=True)
class Job:
    unit: int
    days: Days
    leaves: list[Days]


@dataclass(frozen=True)
class Paper:
    """A certificate: received, then perhaps approved and withdrawn, or returned."""

    received: int
    approved: int | None = None
    withdrawn: int | None = None
    returned: int | None = None

    def is_done(self, on: int) -> bool:
        approved = self.approved is not None and self.approved <= on
        return approved and not (self.withdrawn is not None and self.withdrawn <= on)

    def waits(self, on: int) -> bool:
        ends = [end for end in (self.approved, self.returned) if end is not None]
        return self.received <= on and not any(end <= on for end in ends)


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    received = draw(day_numbers)
    if draw(st.booleans()):
        approved = draw(st.integers(received, N_DAYS))
        withdrawn = draw(st.none() | st.integers(approved, N_DAYS))
        return Paper(received, approved, withdrawn)
    return Paper(received, returned=draw(st.none() | st.integers(received, N_DAYS)))


@dataclass(frozen=True)
class Person:
    jobs: list[Job]
    papers: list[Paper]
    duties: list[tuple[int, Days]]

    def works_at(self, units: set[int], on: int) -> bool:
        return any(
            job.unit in units
            and holds(job.days, on)
            and not any(holds(leave, on) for leave in job.leaves)
            for job in self.jobs
        )

    def is_key_person_at(self, unit: int, on: int) -> bool:
        employed = any(job.unit == unit and holds(job.days, on) for job in self.jobs)
        return employed and any(at == unit and holds(days, on) for at, days in self.duties)

    def is_done(self, on: int) -> bool:
        return any(paper.is_done(on) for paper in self.papers)

    def waits(self, on: int) -> bool:
        return not self.is_done(on) and any(paper.waits(on) for paper in self.papers)


def in_turn(papers: list[Paper]) -> list[Paper]:
    """Those that could all be recorded: only the last may still be live."""
    over = [paper for paper in papers if paper.withdrawn is not None or paper.returned is not None]
    live = [paper for paper in papers if paper not in over]
    return over + live[:1]


unit_numbers = st.integers(0, N_UNITS - 1)
jobs = st.builds(Job, unit_numbers, periods(), st.lists(periods(), max_size=1))
people = st.builds(
    Person,
    st.lists(jobs, min_size=1, max_size=3, unique_by=lambda job: (job.unit, job.days[0])),
    st.lists(papers(), max_size=2, unique=True).map(in_turn),
    st.lists(
        st.tuples(unit_numbers, periods()), max_size=2, unique_by=lambda duty: (duty[0], duty[1][0])
    ),
)


@dataclass
class History:
    """Units 0 and 1 are own, 2 and 3 contracted; unit 1 is tagged."""

    unit_days: list[Days]
    people: list[Person]
    saved: list[Unit] = field(default_factory=list)

    def open_units(self, on: int, among: set[int]) -> set[int]:
        return {unit for unit in among if holds(self.unit_days[unit], on)}


histories = st.builds(
    History,
    st.lists(periods(), min_size=N_UNITS, max_size=N_UNITS),
    st.lists(people, min_size=1, max_size=6),
)


def save(history: History, course: Course) -> None:
    history.saved = [
        make.make_unit(
            f"U{number}",
            first_day=day(first),
            last_day=None if last is None else day(last),
            provider="Bolaget AB" if number >= 2 else None,
            tags=("märkt",) if number == 1 else (),
        )
        for number, (first, last) in enumerate(history.unit_days)
    ]
    for person in history.people:
        save_person(person, make.make_staff_member(), history.saved, course)


def save_person(person: Person, row: StaffMember, units: list[Unit], course: Course) -> None:
    for job in person.jobs:
        employment = Employment.objects.create(
            staff_member=row, unit=units[job.unit], **in_days(job.days)
        )
        for leave in job.leaves:
            Absence.objects.create(employment=employment, **in_days(leave))
    for unit, days in person.duties:
        KeyPerson.objects.create(staff_member=row, unit=units[unit], **in_days(days))
    for paper in person.papers:
        acts = {f"{act}_on": getattr(paper, act) for act in ("approved", "withdrawn", "returned")}
        Certificate.objects.create(
            staff_member=row,
            course=course,
            unit=units[0],
            completed_on=START,
            received_on=day(paper.received),
            reason="skäl",
            **{act: day(number) for act, number in acts.items() if number is not None},
        )


def in_days(period: Days) -> dict[str, date | None]:
    first, last = period
    return {"first_day": day(first), "last_day": None if last is None else day(last)}


class CompletionEqualsARecount(TestCase):
    def check(self, figure: ActivityFigure, among: dict[str, set[int]], recount) -> None:
        found = {
            "total": figure.total,
            "own": figure.own,
            "contracted": figure.contracted,
        }
        for name, units in among.items():
            expected, done, waiting = recount(units)
            got = found[name]
            assert (got.expected, got.done, got.received) == (expected, done, waiting), name

    @settings(max_examples=draws(120))
    @given(history=histories, on=st.integers(-1, N_DAYS + 1))
    def test_on_any_day(self, history: History, on: int) -> None:
        course = make.make_course()
        save(history, course)
        make.make_activity("1.2", courses=(course,))
        make.make_activity("4.1", courses=(course,), tags=("märkt",))
        make.make_activity(
            "2.4", measure=Activity.Measure.UNIT_KEY_PERSON, contracted=Activity.Duty.INVITED
        )
        make.make_activity("4.2", measure=Activity.Measure.KEY_PERSON_COURSE, courses=(course,))
        own, contracted = history.open_units(on, {0, 1}), history.open_units(on, {2, 3})

        figures = completion.for_plan(make.make_plan(), on=day(on))

        everywhere = {"total": own | contracted, "own": own, "contracted": contracted}
        self.check(figures.activity("1.2"), everywhere, lambda units: staff(history, units, on))
        tagged = {"total": own & {1}, "own": own & {1}, "contracted": set()}
        self.check(figures.activity("4.1"), tagged, lambda units: staff(history, units, on))
        invited = {"total": own, "own": own, "contracted": contracted}
        self.check(figures.activity("2.4"), invited, lambda units: covered(history, units, on))
        self.check(figures.activity("4.2"), everywhere, lambda units: trained(history, units, on))
        for row in figures.activity("1.2").units:
            number = history.saved.index(Unit.objects.get(pk=row.unit.pk))
            counted = (row.figure.expected, row.figure.done, row.figure.received)
            assert counted == staff(history, {number}, on)


def count(people: list[Person], on: int) -> tuple[int, int, int]:
    done = sum(person.is_done(on) for person in people)
    return len(people), done, sum(person.waits(on) for person in people)


def staff(history: History, units: set[int], on: int) -> tuple[int, int, int]:
    return count([person for person in history.people if person.works_at(units, on)], on)


def trained(history: History, units: set[int], on: int) -> tuple[int, int, int]:
    key_persons = [
        person
        for person in history.people
        if any(person.is_key_person_at(unit, on) for unit in units)
    ]
    return count(key_persons, on)


def covered(history: History, units: set[int], on: int) -> tuple[int, int, int]:
    with_one = [
        unit
        for unit in units
        if any(person.is_key_person_at(unit, on) for person in history.people)
    ]
    return len(units), len(with_one), 0
