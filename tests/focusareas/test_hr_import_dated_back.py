"""An import says of each unit from which day on it changes figures, and so does undoing it."""

from datetime import date
from typing import Any

import pytest

from focusareas.hr_import import run, undoing
from focusareas.models import AuditEvent, ImportBatch, Unit
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db

ON = date(2023, 5, 1)
NEW_YEAR, MARCH, APRIL = date(2023, 1, 1), date(2023, 3, 1), date(2023, 4, 15)
UNITS = ({"Enhetskod": "E1"}, {"Enhetskod": "E2"})


def imported(*people: dict[str, Any], **sheets: Any) -> dict[str, date | None]:
    """The first changed day of each unit, as the trace tells it of an import of these people."""
    before = AuditEvent.objects.count()
    outcome = run(make_workbook(UNITS, people, **sheets), on=ON, allow_leavers=True)
    assert outcome.saved, outcome.errors
    return told(after=before)


def told(*, after: int) -> dict[str, date | None]:
    codes = dict(Unit.objects.values_list("pk", "code"))
    events = AuditEvent.objects.order_by("pk")[after:]
    return {
        codes[event.object_id or 0]: event.changes_from
        for event in events
        if event.object_type == "focusareas.unit"
    }


@pytest.fixture(autouse=True)
def begun() -> None:
    imported({"Från": NEW_YEAR})


def test_unit_that_is_new_changes_every_day() -> None:
    event = AuditEvent.objects.filter(object_type="focusareas.unit").latest("pk")

    assert (event.changes_from, event.text) == (
        date.min,
        "Inläsningen per 2023-05-01 ändrade vilka som räknas.",
    )


def test_same_file_again_changes_nothing() -> None:
    assert imported({"Från": NEW_YEAR}) == {}


def test_new_employment_changes_its_unit_from_its_first_day() -> None:
    new = {"Anställningsnummer": "2", "Enhetskod": "E2", "Från": APRIL}

    assert imported({"Från": NEW_YEAR}, new) == {"E2": APRIL}


def test_move_changes_both_units_from_its_day() -> None:
    moved = {"Från": MARCH, "Enhetskod": "E2"}

    assert imported({"Från": NEW_YEAR, "Till": date(2023, 2, 28)}, moved) == {
        "E1": MARCH,
        "E2": MARCH,
    }


def test_leaver_changes_the_unit_from_the_day_of_the_import() -> None:
    assert imported() == {"E1": ON}


def test_leave_and_duty_change_the_unit_from_their_first_day() -> None:
    on_leave = {"Från": NEW_YEAR, "Tjänstledig från": APRIL}

    assert imported(on_leave, key_persons=[{"Från": MARCH}]) == {"E1": MARCH}
    assert imported({"Från": NEW_YEAR, "Tjänstledig från": None}) == {"E1": ON}


def test_new_title_changes_no_figure() -> None:
    assert imported({"Från": NEW_YEAR, "Befattning": "Skötare"}) == {}


def test_undoing_changes_the_same_days() -> None:
    new = {"Anställningsnummer": "2", "Enhetskod": "E2", "Från": APRIL}
    imported({"Från": NEW_YEAR}, new)
    before = AuditEvent.objects.count()

    undoing.undo(ImportBatch.objects.latest("pk"), by=None)

    assert told(after=before) == {"E2": APRIL}
