"""An import that is taken back under a later one of other people: as if it had never been."""

import random
from collections import Counter
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import transaction

from focusareas.hr_import import run, writing
from focusareas.hr_import.undoing import undo
from focusareas.models import Absence, ImportBatch, StaffMember, Unit
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.draws import draws
from tests.workbooks import ON, make_workbook

pytestmark = pytest.mark.django_db
LAST = date(2024, 12, 31)


def some_file(draw: random.Random, numbers: str, codes: list[str]) -> dict[str, Any]:
    """Some of the people at the units, each of them somewhere and called something."""
    rows = [
        {
            "Anställningsnummer": number,
            "Efternamn": draw.choice(["Berg", "Ek"]) + number,
            "Enhetskod": draw.choice(codes),
            "Befattning": draw.choice("xy"),
            "Från": draw.choice([date(2022, 1, 1), date(2023, 1, 1)]),
            "Tjänstledig från": draw.choice([None, date(2023, 2, 1)]),
        }
        for number in numbers
        if draw.random() < 0.7
    ]
    return {"units": [{"Enhetskod": code} for code in codes], "people": rows}


def told() -> list[list[Any]]:
    """All there is, whatever its keys."""
    parts = (writing.unit_rows(LAST), writing.employment_rows(LAST), writing.duty_rows())
    leaves = Absence.objects.values_list(
        "employment__staff_member__employee_number", "employment__unit__code", "first_day"
    )
    people = StaffMember.objects.values_list("employee_number", "given_name", "family_name")
    return [*(sorted(rows, key=repr) for rows in (*parts, leaves, people))]


def test_what_is_undone_under_a_later_import_is_as_if_it_had_never_been() -> None:
    ended = Counter(
        _undone_under_a_later_one(random.Random(seed), is_back=bool(seed % 2))
        for seed in range(draws(24))
    )

    assert min(ended[True], ended[False]) >= draws(6)


def _undone_under_a_later_one(draw: random.Random, *, is_back: bool) -> bool:
    """Whether it was; one of the two imports is that of a provider's manager."""
    with transaction.atomic():
        own = {"OMS": make.make_unit("OMS", provider="Omsorgsbolaget AB")}
        everybody = draw.choice(["123", "1235"])
        for number in "567":
            make.make_employment(make.make_staff_member(employee_number=number), own["OMS"])
        run(make_workbook(**some_file(draw, everybody, ["E1", "E2"])), on=ON)
        all_of = make_workbook(**some_file(draw, everybody, ["E1", "E2"])), None
        of_one = make_workbook(**some_file(draw, draw.choice(["67", "567"]), ["OMS"])), own
        first, second = (of_one, all_of) if is_back else (all_of, of_one)
        with transaction.atomic():
            read_in(*second)
            without = told()
            transaction.set_rollback(True)
        read_in(*first)
        batch = ImportBatch.objects.latest("pk")
        read_in(*second)
        try:
            undo(batch, by=None)
        except RefusedError:
            return False
        else:
            assert told() == without
            return True
        finally:
            transaction.set_rollback(True)


def read_in(file: BytesIO, own: dict[str, Unit] | None) -> None:
    outcome = run(file, on=ON + timedelta(days=30), own=own, allow_leavers=True)
    assert outcome.saved, outcome.errors
