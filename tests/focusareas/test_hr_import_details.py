"""Whom the counts of an import are about, and what is told of each."""

from datetime import timedelta

import pytest

from focusareas.hr_import import Outcome
from tests.focusareas.test_hr_import_people import (
    NEW_YEAR,
    SPRING,
    counted,
    employments,
    imported,
)

pytestmark = pytest.mark.django_db


def details(outcome: Outcome) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.group, row.number, row.changes) for row in outcome.details if row.kind == "people"]


def test_each_change_is_told_field_by_field() -> None:
    imported({"Befattning": "Skötare"})

    outcome = imported({"Befattning": "Chef", "Efternamn": "Ek", "Tjänstledig från": SPRING})

    assert details(outcome) == [
        (
            "changed",
            "1",
            (
                "Efternamn: Berg → Ek",
                "Befattning: Skötare → Chef (E1)",
                "Tjänstledig: från: inget → 2023-03-01",
            ),
        )
    ]


def test_later_day_at_the_same_unit_is_told_as_that_and_not_as_a_move() -> None:
    imported({})

    outcome = imported({"Från": SPRING})

    assert (outcome.people["moved"], outcome.n_redated) == (1, 1)
    assert employments() == [("E1", NEW_YEAR, SPRING - timedelta(days=1)), ("E1", SPRING, None)]
    assert details(outcome)[0][0] == "redated"


def test_earlier_day_at_the_same_unit_is_a_correction_of_the_day() -> None:
    imported({"Från": SPRING})

    outcome = imported({"Från": NEW_YEAR}, allow_leavers=True)

    assert counted(outcome) == {"changed": 1}
    assert employments() == [("E1", NEW_YEAR, None)]
    assert details(outcome) == [("changed", "1", ("Från: 2023-03-01 → 2023-01-01 (E1)",))]


def test_move_and_missing_are_told_with_their_units() -> None:
    imported({}, {"Anställningsnummer": "2"})

    outcome = imported({"Enhetskod": "E2", "Från": SPRING})

    assert details(outcome) == [
        ("missing", "2", ("Arbetar på E1",)),
        ("moved", "1", ("Till: inget → 2023-02-28 (E1)", "Anställd på E2 från 2023-03-01")),
    ]
    assert (outcome.employed, outcome.many_leave) == (2, True)


def test_no_more_is_told_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("focusareas.hr_import.details.MOST", 2)

    outcome = imported(*({"Anställningsnummer": str(number)} for number in range(5)))

    assert outcome.people["new"] == 5
    assert len(details(outcome)) == 2
