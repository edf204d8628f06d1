"""Rows of the HR workbook that disagree with each other or with what is known."""

from datetime import date
from typing import Any

import pytest

from focusareas import completion
from focusareas.models import Activity, StaffMember, Unit
from tests import factories as make
from tests.workbooks import cell_error, make_workbook, only_error, places, run_on

pytestmark = pytest.mark.django_db


def test_a_provider_of_an_own_unit_is_an_error() -> None:
    assert "skriv privat" in cell_error("Enheter", "Utförare", "Bolaget AB").message


@pytest.mark.parametrize(
    ("sheet", "header"),
    [("Enheter", "Ersätts av"), ("Medarbetare", "Enhetskod"), ("Nyckelpersoner", "Enhetskod")],
)
def test_an_unknown_unit_code_is_an_error(sheet: str, header: str) -> None:
    assert "E9 finns varken" in cell_error(sheet, header, "E9").message


def test_an_unknown_key_person_is_an_error() -> None:
    message = cell_error("Nyckelpersoner", "Anställningsnummer", "99").message

    assert "99 finns varken" in message


@pytest.mark.parametrize(
    ("kind", "sheet", "first", "last"),
    [
        ("units", "Enheter", "Öppnad", "Stängd"),
        ("people", "Medarbetare", "Från", "Till"),
        ("people", "Medarbetare", "Tjänstledig från", "Tjänstledig till"),
        ("key_persons", "Nyckelpersoner", "Från", "Till"),
    ],
)
def test_a_last_day_before_the_first_is_an_error(
    kind: str, sheet: str, first: str, last: str
) -> None:
    rows: dict[str, Any] = {"people": [{}]}
    rows[kind] = [{first: date(2023, 4, 30), last: date(2023, 4, 29)}]

    outcome = run_on(make_workbook(**rows))

    assert places(outcome) == [(sheet, 2, last)]


def test_a_leave_without_a_first_day_is_an_error() -> None:
    message = cell_error("Medarbetare", "Tjänstledig till", "2023-06-01").message

    assert "Fyll i Tjänstledig från" in message


def test_the_same_unit_twice_with_different_content_is_an_error() -> None:
    error = only_error(run_on(make_workbook(units=[{}, {"Enhetskod": "E2"}, {"Enhet": "Annan"}])))

    assert (error.sheet, error.row, error.column) == ("Enheter", 4, "Enhetskod")
    assert "rad 2" in error.message


def test_the_same_employment_twice_with_different_content_is_an_error() -> None:
    rows = [{"Befattning": "Boendestödjare"}, {"Befattning": "Undersköterska"}]

    assert places(run_on(make_workbook(people=rows))) == [("Medarbetare", 3, "Anställningsnummer")]


def test_the_same_duty_twice_with_different_content_is_an_error() -> None:
    outcome = run_on(make_workbook(people=[{}], key_persons=[{}, {"Roll": "huvudnyckel"}]))

    assert places(outcome) == [("Nyckelpersoner", 3, "Anställningsnummer")]


def test_rows_that_say_the_same_twice_count_once() -> None:
    outcome = run_on(make_workbook(units=[{}, {}], people=[{}, {}], key_persons=[{}, {}]))

    assert outcome.saved
    assert (outcome.units["new"], outcome.people["new"], outcome.key_persons["new"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [("Förnamn", "Kim", "Jim"), ("E-post", "a@example.se", "b@example.se")],
)
def test_a_person_with_two_names_or_addresses_is_an_error(
    header: str, one: str, other: str
) -> None:
    rows = [{header: one}, {header: other, "Från": date(2022, 1, 1)}]

    error = only_error(run_on(make_workbook(people=rows)))

    assert (error.row, error.column) == (3, header)
    assert other not in error.message


def test_an_address_in_one_of_a_persons_rows_is_enough() -> None:
    rows = [{"E-post": None}, {"E-post": "a@example.se", "Från": date(2022, 1, 1)}]

    assert run_on(make_workbook(people=rows)).saved
    assert StaffMember.objects.get().email == "a@example.se"


def test_a_circle_of_successors_is_an_error_on_each_of_its_rows() -> None:
    following = {"E1": "E2", "E2": "E3", "E3": "E1", "E4": "E1"}
    rows = [{"Enhetskod": code, "Ersätts av": after} for code, after in following.items()]

    outcome = run_on(make_workbook(units=rows))

    assert places(outcome) == [("Enheter", row, "Ersätts av") for row in (2, 3, 4)]


def test_a_unit_that_is_its_own_successor_is_an_error() -> None:
    assert "cirkel" in cell_error("Enheter", "Ersätts av", "E1").message


def test_a_circle_through_a_stored_unit_is_an_error() -> None:
    run_on(make_workbook(units=[{}, {"Enhetskod": "E2", "Ersätts av": "E1"}]))

    error = only_error(run_on(make_workbook(units=[{"Ersätts av": "E2"}])))

    assert "cirkel" in error.message


def test_all_errors_are_listed_in_the_order_of_the_workbook() -> None:
    outcome = run_on(
        make_workbook(
            units=[{"Driftform": "?"}, {"Enhetskod": "E2", "Stängd": "?"}],
            people=[{"Enhetskod": "E9"}, {"Från": "?", "Till": "?"}],
            key_persons=[{"Anställningsnummer": "9"}],
        )
    )

    assert places(outcome) == [
        ("Enheter", 2, "Driftform"),
        ("Enheter", 3, "Stängd"),
        ("Medarbetare", 2, "Enhetskod"),
        ("Medarbetare", 3, "Från"),
        ("Medarbetare", 3, "Till"),
        ("Nyckelpersoner", 2, "Anställningsnummer"),
    ]


def test_one_error_stops_everything() -> None:
    outcome = run_on(make_workbook(people=[{}, {"Anställningsnummer": "2", "Från": "?"}]))

    assert not outcome.saved
    assert not Unit.objects.exists()
    assert not StaffMember.objects.exists()


@pytest.mark.parametrize(
    ("days", "column"),
    [
        ({"Från": date(2022, 12, 31), "Till": date(2023, 4, 1)}, "Från"),
        ({"Från": date(2023, 1, 1), "Till": date(2023, 5, 1)}, "Till"),
        ({"Från": date(2023, 1, 1)}, "Till"),
    ],
)
def test_days_outside_those_of_the_unit_are_pointed_out(days: dict[str, date], column: str) -> None:
    unit = {"Öppnad": date(2023, 1, 1), "Stängd": date(2023, 4, 30)}

    outcome = run_on(make_workbook([unit], [days], [days]))

    assert outcome.saved
    assert [(found.level, found.sheet, found.column) for found in outcome.findings] == [
        ("warning", "Medarbetare", column),
        ("warning", "Nyckelpersoner", column),
    ]


def test_a_duty_from_before_the_unit_opened_counts_from_the_day_it_opens() -> None:
    activity = make.make_activity("2.4", measure=Activity.Measure.UNIT_KEY_PERSON, deadline=None)
    workbook = make_workbook([{"Öppnad": date(2023, 4, 1)}], [{}], [{}])

    outcome = run_on(workbook)

    assert [(w.sheet, w.column) for w in outcome.warnings][-1] == ("Nyckelpersoner", "Från")
    figures = [
        completion.for_plan(activity.plan, on=day).activities[0].total
        for day in (date(2023, 3, 31), date(2023, 4, 1))
    ]
    assert [(figure.done, figure.expected) for figure in figures] == [(0, 0), (1, 1)]


def test_namesakes_are_pointed_out_by_number_only() -> None:
    one = {"Anställningsnummer": "1", "Förnamn": "Åsa", "Efternamn": "Lind-Berg"}
    other = {"Anställningsnummer": "2", "Förnamn": "ASA", "Efternamn": "Lind Berg"}
    rows = [one, other | {"Skyddad": "ja"}, one | {"Från": date(2022, 1, 1)}]

    outcome = run_on(make_workbook(people=rows))

    (found,) = outcome.warnings
    assert (found.sheet, found.row) == ("Medarbetare", 2)
    assert "1 och 2 har samma namn" in found.message
    assert "Lind" not in found.message


def test_the_same_two_names_in_the_other_order_are_namesakes_too() -> None:
    one = {"Anställningsnummer": "5", "Förnamn": "Ali", "Efternamn": "Omar"}
    other = {"Anställningsnummer": "6", "Förnamn": "Omar", "Efternamn": "Ali"}

    (found,) = run_on(make_workbook(people=[one, other])).warnings

    assert "5 och 6 har samma namn" in found.message


def test_person_number_is_no_employee_number() -> None:
    people = [{"Anställningsnummer": "121212-1212"}]

    found = only_error(run_on(make_workbook(people=people)))

    assert "personnummer" in found.message
    assert "1212" not in found.message
