"""An import as a whole, and the sheet Nyckelpersoner."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from focusareas import completion
from focusareas.hr_import import run
from focusareas.key_person_coverage import coverage
from focusareas.models import (
    Activity,
    AuditEvent,
    KeyPerson,
    Unit,
    User,
)
from tests import factories as make
from tests.workbooks import ON, imported, make_workbook

pytestmark = pytest.mark.django_db

DAY_BEFORE = date(2023, 4, 30)
EARLIER = date(2023, 3, 1)

FILLED = {
    "Driftform": "privat",
    "Utförare": "Bolaget",
    "Kostnadsställe": "4711",
    "Taggar": "möter barn",
    "Öppnad": date(2022, 6, 1),
    "Stängd": date(2023, 12, 31),
    "Ersätts av": "E2",
}


def nonzero(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


def test_key_persons_get_their_role_and_days() -> None:
    duty = {"Roll": "Huvudnyckel", "Från": date(2023, 2, 1), "Till": date(2023, 8, 31)}

    outcome = imported(people=[{}], key_persons=[duty])

    row = KeyPerson.objects.get()
    assert nonzero(outcome.key_persons) == {"new": 1}
    assert row.role == KeyPerson.Role.HEAD_KEY_PERSON
    assert (row.first_day, row.last_day) == (date(2023, 2, 1), date(2023, 8, 31))


def test_a_key_person_may_be_known_from_before() -> None:
    make.make_staff_member(employee_number="77")

    outcome = imported(key_persons=[{"Anställningsnummer": "77"}])

    assert nonzero(outcome.key_persons) == {"new": 1}


def test_a_duty_changes_with_its_row() -> None:
    imported(people=[{}], key_persons=[{}])

    outcome = imported(people=[{}], key_persons=[{"Till": DAY_BEFORE, "Roll": None}])

    assert nonzero(outcome.key_persons) == {"changed": 1}
    assert KeyPerson.objects.get().last_day == DAY_BEFORE


def test_a_duty_keeps_what_the_sheet_has_no_column_for() -> None:
    imported(people=[{}], key_persons=[{"Till": DAY_BEFORE, "Roll": "huvudnyckel"}])

    outcome = imported(people=[{}], key_persons=[{}])

    assert nonzero(outcome.key_persons) == {"unchanged": 1}


def test_duties_that_the_sheet_does_not_list_are_counted_and_left_alone() -> None:
    imported(people=[{}], key_persons=[{}, {"Från": date(2022, 1, 1), "Till": DAY_BEFORE}])

    outcome = imported(people=[{}], key_persons=[])

    assert nonzero(outcome.key_persons) == {"missing": 1}
    assert KeyPerson.objects.filter(last_day=None).count() == 1


@pytest.mark.parametrize(
    "people", [[{"Till": date(2023, 5, 9)}], []], ids=["with a last day", "left out"]
)
def test_unit_lacks_a_key_person_the_morning_after_the_file_ended_the_employment(
    people: list[dict[str, date]],
) -> None:
    make.make_activity("2.4", measure=Activity.Measure.UNIT_KEY_PERSON)
    imported(people=[{}], key_persons=[{}])
    last_day = people[0]["Till"] if people else DAY_BEFORE

    run(make_workbook(people=people, key_persons=[]), on=ON, allow_leavers=True)

    for day, done in ((last_day, 1), (last_day + timedelta(days=1), 0)):
        figure = completion.for_plan(make.make_plan(), on=day).activity("2.4")
        assert figure.total.done == done
        gaps = [gap.since for gap in coverage(figure, None).obliged]
        assert gaps == ([] if done else [day])


WHOLE = {
    "people": [
        {"E-post": "kim@example.se", "Skyddad": "ja", "Befattning": "Skötare"},
        {"Anställningsnummer": "2", "Tjänstledig från": EARLIER, "Till": date(2024, 1, 1)},
        {"Anställningsnummer": "2", "Enhetskod": "E2"},
    ],
    "key_persons": [{}],
}
UNITS = [FILLED | {"Chef e-post": "kim@example.se"}, {"Enhetskod": "E2", "Avdelning": "IFO"}]


def writes(queries: CaptureQueriesContext) -> list[str]:
    words = ("INSERT", "UPDATE", "DELETE")
    return [query["sql"] for query in queries if query["sql"].startswith(words)]


def test_the_same_file_again_writes_nothing() -> None:
    imported(*UNITS, **WHOLE)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        outcome = imported(*UNITS, **WHOLE)

    assert writes(queries) == []
    assert nonzero(outcome.units) == {"unchanged": 2}
    assert nonzero(outcome.people) == {"unchanged": 2}
    assert nonzero(outcome.key_persons) == {"unchanged": 1}
    assert AuditEvent.objects.filter(object_type="focusareas.importbatch").count() == 1


def test_a_dry_run_tells_the_same_and_saves_nothing() -> None:
    tried = run(make_workbook(UNITS, **WHOLE), on=ON, save=False)

    assert not tried.saved
    assert not Unit.objects.exists()
    assert not User.objects.exists()
    assert not AuditEvent.objects.exists()
    done = imported(*UNITS, **WHOLE)
    assert (tried.units, tried.people, tried.findings) == (done.units, done.people, done.findings)


def test_an_import_that_changes_something_is_told_in_the_trace() -> None:
    user = make.make_user("admin@example.se")

    run(make_workbook(people=[{}]), on=ON, by=user)

    event = AuditEvent.objects.get(object_type="focusareas.importbatch")
    assert event.actor_id == user.pk
    assert "2023-05-01" in event.text and "Medarbetare: 1\u00a0ny." in event.text
