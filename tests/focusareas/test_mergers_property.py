"""Random histories: units merge and split, people move, are imported and found to be one.

A recount day by day agrees, also when an import was taken back.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from focusareas import completion, mergers, person_mergers, staffing
from focusareas.exports import write_workbook
from focusareas.hr_import import run, writing
from focusareas.hr_import.layout import PEOPLE, UNITS
from focusareas.hr_import.undoing import undo
from focusareas.models import (
    Activity,
    Employment,
    ImportBatch,
    KeyPerson,
    StaffMember,
    Unit,
    User,
)
from focusareas.refusal import RefusedError
from focusareas.transfers import from_day_on
from tests import factories as make
from tests.draws import draws
from tests.focusareas.test_completion_property import (
    N_DAYS,
    N_UNITS,
    History,
    day,
    histories,
    holds,
    save,
    unit_numbers,
)

EVERY_DAY = range(-1, N_DAYS + 2)
LAST = day(N_DAYS + 1)


@dataclass(frozen=True)
class Act:
    """What happens to a unit or to somebody there on a day, with the duties or without."""

    kind: str
    unit: int
    to: int
    on: int
    people: frozenset[int]
    carries: bool


acts = st.builds(
    Act,
    st.sampled_from(
        ["merge", "merge", "split", "move", "leave", "transfer", "undo", "join", "join"]
    ),
    unit_numbers,
    unit_numbers,
    st.integers(1, N_DAYS),
    st.frozensets(st.integers(0, 5), min_size=1),
    st.booleans(),
)
Place = tuple[int, int]
Days = defaultdict[Place, set[int]]


class Recount:
    """On which days each person is employed, at work and key person at each unit."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.employed, self.working, self.duty = (Days(set) for _ in range(3))
        self.open = [days_in(lambda on, unit=unit: holds(unit, on)) for unit in history.unit_days]
        for number, person in enumerate(history.people):
            for job in person.jobs:
                at = number, job.unit
                days = days_in(lambda on, job=job: holds(job.days, on))
                self.employed[at] |= days
                away = (days_in(lambda on, leave=leave: holds(leave, on)) for leave in job.leaves)
                self.working[at] |= days.difference(*away)
            for unit, period in person.duties:
                self.duty[number, unit] |= days_in(lambda on, period=period: holds(period, on))

    def move(self, people: Collection[int], unit: int, to: int, on: int) -> None:
        for person in people:
            for table in (self.employed, self.working):
                shift(table, (person, unit), (person, to), on)

    def hand_over(self, people: Collection[int], unit: int, to: int, on: int) -> None:
        for person in people:
            shift(self.duty, (person, unit), (person, to), on)

    def end_duties(self, people: Collection[int], unit: int, on: int) -> None:
        for person in people:
            self.duty[person, unit] -= set(range(on, N_DAYS + 2))

    def end(self, person: int, unit: int, on: int) -> None:
        for table in (self.employed, self.working):
            table[person, unit] -= set(range(on, N_DAYS + 2))

    def begin(self, person: int, unit: int, on: int) -> None:
        for table in (self.employed, self.working):
            table[person, unit] |= set(range(on, N_DAYS + 2))

    def join(self, gone: int, kept: int) -> None:
        for table in (self.employed, self.working, self.duty):
            for person, unit in list(table):
                if person == gone:
                    table[kept, unit] |= table.pop((gone, unit))

    def somebody(self, act: Act) -> list[Place]:
        """One of the people with an employment on the day or later, and the unit, if anybody."""
        places = sorted(at for at, days in self.employed.items() if max(days, default=-9) >= act.on)
        return [places[(act.unit + min(act.people)) % len(places)]] if places else []

    def movers(self, unit: int, on: int) -> set[int]:
        people = range(len(self.history.people))
        return {number for number in people if max(self.employed[number, unit], default=-9) >= on}

    def staff(self, on: int) -> set[int]:
        return {
            person
            for (person, unit), days in self.working.items()
            if on in days and on in self.open[unit]
        }

    def covered(self, on: int) -> set[int]:
        return {
            unit
            for (person, unit), days in self.duty.items()
            if on in days & self.employed[person, unit] & self.open[unit]
        }


def days_in(rule: Callable[[int], bool]) -> set[int]:
    return {on for on in EVERY_DAY if rule(on)}


def shift(table: Days, unit: Place, to: Place, on: int) -> None:
    moved = {number for number in table[unit] if number >= on}
    table[unit] -= moved
    table[to] |= moved


def is_alive(person: StaffMember) -> bool:
    return StaffMember.objects.filter(pk=person.pk).exists()


class UnitsThatChange(TestCase):
    def act(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]) -> None:
        """Do it, and if it is not refused, do it by hand too."""
        try:
            getattr(self, act.kind)(act, recount, rows, people)
        except RefusedError:
            return

    def leave(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        """The file no longer has somebody where the person works."""
        for number, unit in recount.somebody(act):
            self.read_in(rows[unit], people[number], act.on)
            recount.end(number, unit, act.on)

    def transfer(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        """The file has somebody at another unit from the day."""
        for number, unit in recount.somebody(act):
            there = people[number].employments.filter(from_day_on(day(act.on)), unit=rows[act.to])
            if unit != act.to and not there.exists():
                self.read_in(rows[unit], people[number], act.on, rows[act.to])
                recount.end(number, unit, act.on)
                recount.begin(number, act.to, act.on)

    def undo(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        """The file without somebody was a mistake, and is taken back."""
        for number, unit in recount.somebody(act):
            self.read_in(rows[unit], people[number], act.on)
            undo(ImportBatch.objects.latest("pk"), by=self.boss)

    def read_in(self, unit: Unit, person: StaffMember, on: int, to: Unit | None = None) -> None:
        """A file of all that the unit has, but for one person, who may work at another."""
        number = person.employee_number
        units = [row for row in writing.unit_rows(day(on)) if row[0] == unit.code]
        staff = [row for row in writing.employment_rows(day(on)) if row[4] == unit.code]
        staff = [row for row in staff if row[0] != number]
        if to:
            staff.append((number, person.given_name, person.family_name, "", to.code, "", day(on)))
        file = BytesIO()
        sheets = ((UNITS, units), (PEOPLE, staff))
        write_workbook([writing.sheet_of(layout, found) for layout, found in sheets], file)
        outcome = run(file, on=day(on), allow_leavers=True)
        assert outcome.saved, outcome.errors

    def join(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        gone, kept = min(act.people) % len(people), act.unit % len(people)
        if gone != kept and is_alive(people[gone]) and is_alive(people[kept]):
            basis = person_mergers.joining(people[kept], people[gone]).basis
            terms = {"basis": basis, "today": LAST, "by": self.boss}
            person_mergers.merge(people[kept], people[gone], **terms)
            recount.join(gone, kept)

    def merge(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        unit = Unit.objects.get(pk=rows[act.unit].pk)
        moving = mergers.holding(unit, on=day(act.on))
        mergers.merge(
            unit,
            into=rows[act.to],
            on=day(act.on),
            basis=moving.basis,
            key_persons=moving.key_persons if act.carries else [],
            routines=[],
            today=LAST,
            by=self.boss,
        )
        movers = recount.movers(act.unit, act.on)
        recount.move(movers, act.unit, act.to, act.on)
        if act.carries:
            recount.hand_over(movers, act.unit, act.to, act.on)
        recount.end_duties(range(len(people)), act.unit, act.on)
        recount.open[act.unit] -= set(range(act.on, N_DAYS + 2))

    def split(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        unit = Unit.objects.get(pk=rows[act.unit].pk)
        movers = recount.movers(act.unit, act.on) & act.people
        chosen = {people[number].pk for number in movers}
        moving = mergers.holding(unit, on=day(act.on))
        new = Unit(code=f"N{len(rows)}", name="Ny", operation=unit.operation)
        new.provider, new.first_day = unit.provider, day(act.on)
        mergers.split(
            unit,
            new=new,
            people=chosen,
            basis=moving.basis,
            key_persons=moving.of(chosen).key_persons if act.carries else [],
            routines=[],
            by=self.boss,
        )
        rows.append(new)
        recount.open.append(set(range(act.on, N_DAYS + 2)))
        recount.move(movers, act.unit, len(rows) - 1, act.on)
        if act.carries:
            recount.hand_over(movers, act.unit, len(rows) - 1, act.on)
        recount.end_duties(movers, act.unit, act.on)

    def move(self, act: Act, recount: Recount, rows: list[Unit], people: list[StaffMember]):
        number = min(act.people)
        if number >= len(people):
            return
        posts = people[number].employments.filter(unit=rows[act.unit])
        if posts.count() != 1:
            return
        staffing.move(
            posts.get(), to=rows[act.to], on=day(act.on), title="Ny befattning", by=self.boss
        )
        recount.move({number}, act.unit, act.to, act.on)

    @settings(max_examples=draws(30))
    @given(history=histories, chain=st.lists(acts, min_size=1, max_size=4))
    def test_every_day_agrees_with_the_recount(self, history: History, chain: list[Act]) -> None:
        save(history, make.make_course())
        make.make_activity("1.2")
        make.make_activity(
            "2.4", measure=Activity.Measure.UNIT_KEY_PERSON, contracted=Activity.Duty.OBLIGED
        )
        self.boss: User = make.make_user(is_administrator=True)
        people = list(StaffMember.objects.order_by("pk"))
        recount, rows = Recount(history), list(history.saved)
        assert len(rows) == N_UNITS

        for act in chain:
            self.act(act, recount, rows, people)

        for on in {-1, N_DAYS, *(each for act in chain for each in (act.on - 1, act.on))}:
            figures = completion.for_plan(make.make_plan(), on=day(on))
            staff, covered = figures.activity("1.2").total, figures.activity("2.4").done_keys
            assert staff.expected == len(recount.staff(on)), on
            assert covered == {rows[unit].pk for unit in recount.covered(on)}, on
        for rows_of in (Employment, KeyPerson):
            assert not rows_of.objects.exclude(unit__in=rows).exists()
