"""An import, whatever is done afterwards by hand, and then the import taken back.

What must come of it is worked out here from three looks at all tables: before the import, after
it, and after what was done. Either that is just what comes, or it makes no sense and is refused.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from focusareas import key_person_duties, person_mergers, review, staffing, units_admin
from focusareas.declarations import declare
from focusareas.hr_import import run
from focusareas.hr_import.checking import comes_back
from focusareas.hr_import.undoing import undo
from focusareas.models import (
    Absence,
    Activity,
    Attendance,
    AuditEvent,
    Certificate,
    Declaration,
    Employment,
    ImportBatch,
    KeyPerson,
    Meeting,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    User,
)
from focusareas.refusal import RefusedError
from focusareas.review import CannotDecideError
from tests import factories as make
from tests.draws import draws
from tests.focusareas.test_hr_import_undo import random_file, some_day
from tests.workbooks import ON

pytestmark = pytest.mark.django_db
TOLD_ABOUT = (AuditEvent, ImportBatch)
Row = dict[str, Any]
Tables = dict[type[models.Model], dict[int, Row]]
LAST = date(2024, 12, 31)


def look() -> Tables:
    """Every row of every table of ours, but for what tells that there was an import."""
    return {
        model: {row["id"]: row for row in model._default_manager.values()}
        for model in apps.get_app_config("focusareas").get_models(include_auto_created=True)
        if model not in TOLD_ABOUT
    }


# ------------------------------------------------- What is done by hand


class Hands:
    """Somebody who does one thing or another, as far as it is allowed."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.by = make.make_user(is_administrator=True)
        self.lead = make.make_user(is_development_lead=True)

    def one_of(self, model: type[models.Model]) -> Any:
        return self.draw.choice(list(model._default_manager.order_by("pk")) or [None])

    def days(self) -> tuple[date, date | None]:
        first = some_day(self.draw)
        return first, self.draw.choice([None, first + timedelta(days=self.draw.randrange(200))])

    def employ(self) -> None:
        first, last = self.days()
        person, unit = self.one_of(StaffMember), self.one_of(Unit)
        row = Employment(staff_member=person, unit=unit, first_day=first, last_day=last)
        staffing.employ(row, by=self.by)

    def change_employment(self) -> None:
        row = self.one_of(Employment)
        row.first_day, row.last_day = self.days()
        staffing.employ(row, by=self.by)

    def leave(self) -> None:
        first, last = self.days()
        row = Absence(employment=self.one_of(Employment), first_day=first, last_day=last)
        staffing.take_leave(row, by=self.by)

    def change_leave(self) -> None:
        row = self.one_of(Absence)
        row.first_day, row.last_day = self.days()
        staffing.take_leave(row, by=self.by)

    def appoint(self) -> None:
        post = self.one_of(Employment)
        day, role = max(post.first_day, some_day(self.draw)), KeyPerson.Role.KEY_PERSON
        key_person_duties.appoint(
            post.staff_member, post.unit, role=role, first_day=day, by=self.by
        )

    def end_duty(self) -> None:
        key_person_duties.end(self.one_of(KeyPerson), last_day=some_day(self.draw), by=self.by)

    def hand_in(self) -> None:
        post, day = self.one_of(Employment), some_day(self.draw)
        course = make.make_course(self.draw.choice("abc"))
        if not Certificate.objects.live().filter(staff_member=post.staff_member, course=course):
            make.make_certificate(post.staff_member, course, post.unit, day)

    def approve(self) -> None:
        row = self.one_of(Certificate)
        review.approve(row, by=self.lead, on=row.received_on)

    def attend(self) -> None:
        activity = Activity.objects.first() or make.make_activity()
        meeting = Meeting.objects.create(activity=activity, day=some_day(self.draw), theme="Våld")
        Attendance.objects.create(meeting=meeting, staff_member=self.one_of(StaffMember))

    def let_in(self) -> None:
        person = self.one_of(StaffMember)
        if not hasattr(person, "user"):
            make.make_user(staff_member=person)

    def declare(self) -> None:
        activity = Activity.objects.first() or make.make_activity(courses=(make.make_course(),))
        declare(self.one_of(Unit), activity, on=some_day(self.draw), by=self.by)

    def close(self) -> None:
        unit, successor = self.one_of(Unit), self.draw.choice([None, self.one_of(Unit)])
        if unit != successor:
            units_admin.close_unit(
                unit, last_day=some_day(self.draw), successor=successor, by=self.by
            )

    def place(self) -> None:
        department = make.make_department(self.draw.choice(["Norr", "Väster"]))
        day = some_day(self.draw)
        units_admin.place_unit(self.one_of(Unit), department=department, on=day, by=self.by)

    def join(self) -> None:
        kept, gone = self.one_of(StaffMember), self.one_of(StaffMember)
        if kept != gone:
            basis = person_mergers.joining(kept, gone).basis
            person_mergers.merge(kept, gone, basis=basis, today=LAST, by=self.by)

    def do_something(self) -> None:
        acts: list[Callable[[], None]] = [
            self.employ,
            self.change_employment,
            self.leave,
            self.change_leave,
            self.appoint,
            self.end_duty,
            self.hand_in,
            self.approve,
            self.attend,
            self.let_in,
            self.declare,
            self.close,
            self.place,
            self.join,
        ]
        act = self.draw.choice(acts)
        with suppress(RefusedError, CannotDecideError, AttributeError):
            act()


# ------------------------------------------------- What must come of it


class Expected:
    """Every row as it must be afterwards, and whether that makes sense."""

    def __init__(self, before: Tables, after: Tables, now: Tables) -> None:
        self.before, self.after, self.now = before, after, now
        self.tables: Tables = {}
        self.is_touched = False
        for model in now:
            self.tables[model] = rows = {}
            for pk in before[model].keys() | after[model].keys() | now[model].keys():
                was, left, held = (tables[model].get(pk) for tables in (before, after, now))
                self.is_touched |= was != left != held
                if row := was if left == held else held:
                    rows[pk] = row

    def makes_sense(self) -> bool:
        if self.is_touched or not self._all_hang_together() or self._goes_in_a_circle():
            return False
        overlapping = set(overlaps(self.tables)) - set(overlaps(self.before))
        return not overlapping and not any(self._without_ground())

    def _all_hang_together(self) -> bool:
        return all(
            row[field.attname] in (None, *self.tables[field.related_model])
            for model, rows in self.tables.items()
            for field in model._meta.concrete_fields
            if isinstance(field, models.ForeignKey) and field.related_model in self.tables
            for row in rows.values()
        )

    def _goes_in_a_circle(self) -> bool:
        successors = {pk: row["successor_id"] for pk, row in self.tables[Unit].items()}
        return any(comes_back(pk, successors) for pk in successors)

    def _without_ground(self) -> Iterator[bool]:
        """For each thing that was done: could it be done, and would it not without the import?"""
        yield from (
            self._is_run_by_another(row["unit_id"])
            for pk, row in self.now[Employment].items()
            if pk not in self.after[Employment]
        )
        for model, place in PLACES.items():
            for pk, row in self.now[model].items():
                was_done = row != self.after[model].get(pk) and (
                    model in DONE_OVER or pk not in self.after[model]
                )
                if was_done:
                    person, unit, held = place(row, self.now)
                    for part in parts(held) if model in LASTING else [held]:
                        yield (
                            is_allowed(self.now, person, unit, part)
                            and not is_allowed(self.tables, person, unit, part)
                        )

    def _is_run_by_another(self, unit: int) -> bool:
        was, left = self.before[Unit].get(unit, {}), self.after[Unit].get(unit, {})
        return any(was.get(name) != left.get(name) for name in ("operation", "provider_id"))


def overlaps(tables: Tables) -> Iterator[tuple[Any, int, int]]:
    keys = {
        Employment: lambda row: (row["staff_member_id"], row["unit_id"]),
        KeyPerson: lambda row: (row["staff_member_id"], row["unit_id"]),
        Absence: lambda row: row["employment_id"],
        UnitPlacement: lambda row: row["unit_id"],
        UnitManager: lambda row: (row["unit_id"], row["is_deputy"] and row["user_id"]),
    }
    for model, key in keys.items():
        for one, other in combinations(sorted(tables[model].values(), key=by_key), 2):
            if key(one) == key(other) and meet(one, other):
                yield model, one["id"], other["id"]


def by_key(row: Row) -> int:
    key: int = row["id"]
    return key


def meet(one: Row, other: Row) -> bool:
    return (one["first_day"] or date.min) <= (other["last_day"] or date.max) and (
        other["first_day"] or date.min
    ) <= (one["last_day"] or date.max)


def days(first: date | None, last: date | None) -> Row:
    return {"first_day": first, "last_day": last}


def parts(held: Row) -> list[Row]:
    """The first and the last day of what holds for a time."""
    return [days(day, day) for day in (held["first_day"], held["last_day"]) if day]


def post_of(row: Row, tables: Tables) -> Row:
    return tables[Employment].get(row["employment_id"], {"staff_member_id": None, "unit_id": None})


def meeting_day(row: Row, tables: Tables) -> date:
    day: date = tables[Meeting][row["meeting_id"]]["day"]
    return day


DONE_OVER = (Certificate, KeyPerson, Absence)
LASTING = (KeyPerson, Absence)
PLACES: dict[Any, Callable[[Row, Tables], tuple[int | None, int | None, Row]]] = {
    KeyPerson: lambda row, _: (row["staff_member_id"], row["unit_id"], row),
    Certificate: lambda row, _: (
        row["staff_member_id"],
        row["unit_id"],
        days(row["received_on"], row["approved_on"]),
    ),
    Attendance: lambda row, tables: (
        row["staff_member_id"],
        None,
        days(meeting_day(row, tables), meeting_day(row, tables)),
    ),
    Absence: lambda row, tables: (
        post_of(row, tables)["staff_member_id"],
        post_of(row, tables)["unit_id"],
        row,
    ),
    User: lambda row, _: (row["staff_member_id"], None, days(None, None)),
    Employment: lambda row, _: (None, row["unit_id"], row),
    UnitManager: lambda row, _: (None, row["unit_id"], row),
    Declaration: lambda row, _: (
        None,
        row["unit_id"],
        days(row["declared_on"], row["declared_on"]),
    ),
}


def is_allowed(tables: Tables, person: int | None, unit: int | None, held: Row) -> bool:
    if unit and not meet(tables[Unit][unit], held):
        return False
    return person is None or any(
        post["staff_member_id"] == person and unit in (None, post["unit_id"]) and meet(post, held)
        for post in tables[Employment].values()
    )


@pytest.mark.parametrize("seed", range(draws(8)))
def test_undo_gives_what_it_must_or_is_refused(seed: int) -> None:
    draw = random.Random(seed)
    run(random_file(draw), on=ON, allow_leavers=True)
    hands = Hands(draw)
    for _ in range(6):
        hands.do_something()
    for step in range(4):
        on = ON + timedelta(days=30 * step)
        before = look()
        if run(random_file(draw), on=on, allow_leavers=draw.random() < 0.7).batch_pk is None:
            continue
        after = look()
        for _ in range(draw.randrange(3)):
            hands.do_something()
        now = look()
        expected = Expected(before, after, now)

        try:
            undo(ImportBatch.objects.latest("pk"), by=None)
        except RefusedError as refusal:
            assert not expected.makes_sense(), refusal
            assert look() == now
        else:
            assert expected.makes_sense()
            assert look() == expected.tables
