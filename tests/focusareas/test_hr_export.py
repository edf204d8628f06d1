"""The organisation as the workbook it is read from: reading it back changes nothing."""

import random
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from openpyxl import load_workbook

from focusareas.hr_import import run, writing
from focusareas.hr_import.writing import write
from focusareas.models import (
    Absence,
    AuditEvent,
    Employment,
    ImportBatch,
    KeyPerson,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    User,
)
from tests import factories as make
from tests.draws import draws
from tests.focusareas.test_hr_import_undo import state
from tests.workbooks import ON
from tests.worlds import signed_in

NAMES = ("Berg", "=1+1", "Ångström-Øst", "#N/A?", "O'Neill", "-", "Łoś")


def exported(on: date = ON) -> BytesIO:
    file = BytesIO()
    write(file, on=on)
    return file


def sheets(file: BytesIO) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(file)
    return {sheet.title: list(sheet.values) for sheet in book.worksheets}


class Organisation:
    """A random one: units that come, close and merge, people who come, go and are away."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.units = [self.unit(number) for number in range(5)]
        for unit in self.units:
            self.close_or_lead(unit)
        self.people = [self.person(number) for number in range(6)]

    def period(self, since: date | None = None) -> dict[str, date | None]:
        first = (since or ON - timedelta(days=300)) + timedelta(days=self.draw.randrange(500))
        last = first + timedelta(days=self.draw.randrange(300))
        return {"first_day": first, "last_day": self.draw.choice([None, last])}

    def unit(self, number: int) -> Unit:
        draw = self.draw
        first_day = draw.choice([None, date(2022, 1, 1), ON, ON + timedelta(days=40)])
        unit = make.make_unit(
            f"00{number}",
            name=draw.choice(NAMES),
            department=draw.choice(["Norr", "Söder"]),
            provider=draw.choice([None, "Bolaget AB", "bolaget ab"]),
            tags=tuple(draw.sample(["möter barn", "natt"], draw.randrange(3))),
            cost_centre=draw.choice(["", "0407"]),
            first_day=first_day,
        )
        if draw.random() < 0.3:
            moved = (first_day or ON) + timedelta(days=draw.choice([1, 60]))
            unit.placements.update(last_day=moved - timedelta(days=1))
            unit.placements.create(department=make.make_department("Väster"), first_day=moved)
        return unit

    def close_or_lead(self, unit: Unit) -> None:
        draw = self.draw
        later = self.units[self.units.index(unit) + 1 :]
        if draw.random() < 0.4:
            unit.last_day = (unit.first_day or ON) + timedelta(days=draw.choice([0, 30]))
            unit.successor = draw.choice([None, *later])
            unit.save()
        for is_deputy in (False, True):
            if draw.random() < 0.6:
                user = make.make_user()
                days = {"first_day": draw.choice([make.LONG_AGO, ON + timedelta(days=9)])}
                make.make_unit_manager(user, unit, is_deputy=is_deputy, **days)

    def person(self, number: int) -> StaffMember:
        draw = self.draw
        person = make.make_staff_member(
            f"{draw.choice(NAMES)} {draw.choice(NAMES)}",
            employee_number=f"0{number}",
            email=draw.choice(["", f"Person{number}@example.se"]),
            is_protected=draw.random() < 0.2,
        )
        for unit in draw.choices(self.units, k=draw.randrange(4)):
            self.employ(person, unit)
        if person.employments.exists() and draw.random() < 0.5:
            role = draw.choice(KeyPerson.Role.values)
            make.make_key_person(person, draw.choice(self.units), role=role, **self.period())
        return person

    def employ(self, person: StaffMember, unit: Unit) -> None:
        days = self.period()
        known = Employment.objects.filter(staff_member=person, unit=unit)
        if known.filter(first_day=days["first_day"]).exists():
            return
        title = self.draw.choice(["", "Undersköterska"])
        employment = make.make_employment(person, unit, title=title, **days)
        for _ in range(self.draw.randrange(3)):
            leave = self.period(days["first_day"])
            if not employment.absences.filter(first_day=leave["first_day"]).exists():
                make.make_absence(employment, **leave)


def wipe() -> None:
    """Leave a system as it is before the first import."""
    Unit.objects.update(successor=None)
    for model in (KeyPerson, Absence, Employment, UnitManager, UnitPlacement, User, StaffMember):
        model._default_manager.all().delete()
    Unit.objects.all().delete()


class AnyOrganisation(TestCase):
    @settings(max_examples=draws(15))
    @given(seed=st.integers(0, 10**6), days_later=st.sampled_from([0, 45]))
    def test_reading_it_back_changes_nothing(self, seed: int, days_later: int) -> None:
        Organisation(seed)
        before, on = state(), ON + timedelta(days=days_later)

        outcome = run(exported(on), on=on, allow_leavers=True)

        assert outcome.saved, outcome.errors
        assert not outcome.changes_something, outcome
        assert not outcome.missing
        assert not ImportBatch.objects.exists()
        assert state() == before

    @settings(max_examples=draws(6))
    @given(seed=st.integers(0, 10**6))
    def test_a_new_system_has_the_same_organisation(self, seed: int) -> None:
        Organisation(seed)
        file = exported()
        wipe()

        outcome = run(file, on=ON)

        assert outcome.saved, outcome.errors
        assert lowered(sheets(exported())) == lowered(sheets(file))


def lowered(workbook: dict[str, list[tuple[Any, ...]]]) -> dict[str, Any]:
    """The same in small letters: an address has no others in a new system."""
    return {
        title: [[cell.lower() if isinstance(cell, str) else cell for cell in row] for row in rows]
        for title, rows in workbook.items()
    }


@pytest.mark.django_db
def test_the_leave_that_goes_on_or_comes_next_is_told() -> None:
    person = make.make_staff_member(unit=make.make_unit())
    employment = person.employments.get()
    past, current, coming = date(2023, 1, 1), date(2023, 4, 20), date(2023, 8, 1)
    make.make_absence(employment, past, date(2023, 1, 31))
    make.make_absence(employment, current, date(2023, 5, 31))
    make.make_absence(employment, coming)

    told = [
        sheets(exported(on))["Medarbetare"][1][8].date()
        for on in (date(2023, 5, 31), date(2023, 6, 1))
    ]

    assert told == [current, coming]


@pytest.mark.django_db
def test_command_writes_what_the_import_reads(tmp_path: Path) -> None:
    make.make_staff_member(unit=make.make_unit())
    file = tmp_path / "organisation.xlsx"

    call_command("export_organisation", file, on=ON)

    with file.open("rb") as written:
        assert run(written, on=ON).people["unchanged"] == 1
    assert AuditEvent.objects.get().text == (
        f"Skrev hela organisationen per {ON} till en fil: "
        "1\u00a0enhet, 1\u00a0anställning och 0\u00a0uppdrag som nyckelperson."
    )


@pytest.mark.django_db
def test_command_leaves_the_old_file_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "taken-home" / "organisation.xlsx"
    file.parent.mkdir()
    file.write_bytes(b"old")
    with monkeypatch.context() as full:
        full.setattr(writing, "write", Mock(side_effect=OSError))
        with pytest.raises(CommandError):
            call_command("export_organisation", file)
    assert [path.read_bytes() for path in file.parent.iterdir()] == [b"old"]

    call_command("export_organisation", file)

    assert file.read_bytes() != b"old"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_command_says_when_the_file_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="går inte att skriva"):
        call_command("export_organisation", tmp_path / "finns-inte" / "fil.xlsx")


@pytest.mark.django_db
def test_export_asks_the_database_once_for_thousands(
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[Any]],
) -> None:
    unit = make.make_unit()
    for _ in range(30):
        make.make_key_person(make.make_staff_member(unit=unit), unit)

    with django_assert_max_num_queries(10):
        exported()


@pytest.mark.django_db
def test_administrator_takes_the_organisation_home_and_the_trace_says_so() -> None:
    make.make_staff_member("Eva Ek", unit=make.make_unit(), is_protected=True)
    client = signed_in(make.make_user(is_administrator=True))

    page = client.get(reverse("organisation_export")).content.decode()
    response = client.get(reverse("organisation_workbook"))

    assert reverse("organisation_workbook") in page
    (_, row) = sheets(BytesIO(response.content))["Medarbetare"]
    assert (*row[1:3], row[10]) == ("Eva", "Ek", "ja")
    assert response["Content-Disposition"].startswith('attachment; filename="organisation-')
    assert "Hämtade hela organisationen" in AuditEvent.objects.get().text
