"""Who is new, has moved, is missing or has left according to the sheet Medarbetare."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from focusareas.hr_import import Outcome, people, run
from focusareas.hr_import.outcome import Missing
from focusareas.models import Absence, Employment, StaffMember, Unit
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db

ON = date(2023, 5, 1)
DAY_BEFORE = date(2023, 4, 30)
NEW_YEAR = date(2023, 1, 1)
SPRING = date(2023, 3, 1)
LATER = date(2023, 6, 1)
UNITS = ({"Enhetskod": "E1"}, {"Enhetskod": "E2"}, {"Enhetskod": "E3"})


def imported(*rows: Mapping[str, Any], on: date = ON, **options: Any) -> Outcome:
    """The outcome of a workbook with these people, which has no errors."""
    units = options.pop("units", UNITS)
    outcome = run(make_workbook(units, rows), on=on, **options)
    assert outcome.saved, outcome.errors
    return outcome


def counted(outcome: Outcome) -> dict[str, int]:
    return {name: count for name, count in outcome.people.items() if count}


def employments(number: str = "1") -> list[tuple[str, date, date | None]]:
    rows = Employment.objects.filter(staff_member__employee_number=number)
    return [
        (row.unit.code, row.first_day, row.last_day) for row in rows.order_by("first_day", "pk")
    ]


def absences() -> list[tuple[date, date | None]]:
    return list(Absence.objects.order_by("first_day").values_list("first_day", "last_day"))


def test_a_new_person_is_employed_from_the_first_day() -> None:
    outcome = imported(
        {"Förnamn": "Åsa", "Efternamn": "Öberg", "Befattning": "Skötare", "Till": LATER}
    )

    person = StaffMember.objects.get()
    assert counted(outcome) == {"new": 1}
    assert (person.search_key, person.sort_key[:3]) == ("asa oberg", "zzc")
    assert person.employments.get().title == "Skötare"
    assert employments() == [("E1", NEW_YEAR, LATER)]


def test_employments_at_two_units_are_normal() -> None:
    rows = [{"Enhetskod": "E1"}, {"Enhetskod": "E2"}]

    assert counted(imported(*rows)) == {"new": 1}
    assert counted(imported(*rows)) == {"unchanged": 1}
    assert employments() == [("E1", NEW_YEAR, None), ("E2", NEW_YEAR, None)]


@pytest.mark.parametrize(
    "change",
    [
        {"Förnamn": "Jim"},
        {"Efternamn": "Ek"},
        {"E-post": "kim@example.se"},
        {"Befattning": "Skötare"},
        {"Till": LATER},
        {"Tjänstledig från": SPRING},
        {"Skyddad": "ja"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_changes_makes_a_person_changed_once(change: Mapping[str, Any]) -> None:
    imported({})

    assert counted(imported(change)) == {"changed": 1}
    assert counted(imported(change)) == {"unchanged": 1}


def test_a_second_employment_makes_a_person_changed() -> None:
    imported({})

    assert counted(imported({}, {"Enhetskod": "E2", "Från": LATER})) == {"changed": 1}


def test_a_new_name_is_found_by_search() -> None:
    imported({"Efternamn": "Berg"})

    imported({"Efternamn": "Åkesson"})

    assert StaffMember.objects.get().search_key == "kim akesson"


def test_blank_cells_empty_what_was_there() -> None:
    filled = {"E-post": "kim@example.se", "Befattning": "Skötare", "Till": LATER}
    imported(filled)

    imported(dict.fromkeys(filled))

    assert StaffMember.objects.get().email == ""
    assert Employment.objects.get().title == ""
    assert employments() == [("E1", NEW_YEAR, None)]


def test_columns_that_are_not_there_say_nothing() -> None:
    filled = {
        "E-post": "kim@example.se",
        "Befattning": "Skötare",
        "Till": LATER,
        "Tjänstledig från": SPRING,
    }
    imported(filled)

    assert counted(imported({})) == {"unchanged": 1}
    assert StaffMember.objects.get().email == "kim@example.se"
    assert employments() == [("E1", NEW_YEAR, LATER)]
    assert absences() == [(SPRING, None)]


@pytest.mark.parametrize("word", ["nej", None])
def test_an_import_never_takes_protection_away(word: str | None) -> None:
    imported({"Skyddad": "ja"})

    assert counted(imported({"Skyddad": word})) == {"unchanged": 1}
    assert StaffMember.objects.get().is_protected


def test_protection_in_one_of_a_persons_rows_is_enough() -> None:
    imported({"Skyddad": "nej"}, {"Skyddad": "ja", "Enhetskod": "E2"})

    assert StaffMember.objects.get().is_protected


def test_whoever_moves_ends_the_day_before_the_next_row_begins() -> None:
    imported({})

    outcome = imported({"Enhetskod": "E2", "Från": SPRING})

    assert counted(outcome) == {"moved": 1}
    assert employments() == [("E1", NEW_YEAR, date(2023, 2, 28)), ("E2", SPRING, None)]


def test_a_move_again_the_same_day_is_no_move() -> None:
    imported({})
    imported({"Enhetskod": "E2", "Från": LATER})

    assert counted(imported({"Enhetskod": "E2", "Från": LATER})) == {"unchanged": 1}
    assert employments()[0] == ("E1", NEW_YEAR, date(2023, 5, 31))


def test_a_move_ends_where_the_nearest_of_the_later_rows_begins() -> None:
    imported({})

    rows = [{"Enhetskod": "E3", "Från": ON}, {"Enhetskod": "E2", "Från": SPRING}]

    assert counted(imported(*rows)) == {"moved": 1}
    assert employments()[0] == ("E1", NEW_YEAR, date(2023, 2, 28))


def test_an_employment_that_ends_before_the_next_row_keeps_its_last_day() -> None:
    imported({"Till": LATER})

    outcome = imported({"Enhetskod": "E2", "Från": date(2023, 9, 1)})

    assert counted(outcome) == {"changed": 1}
    assert employments()[0] == ("E1", NEW_YEAR, LATER)


def test_one_of_two_employments_moves_and_the_other_stays() -> None:
    imported({"Enhetskod": "E1"}, {"Enhetskod": "E2"})

    imported({"Enhetskod": "E1"}, {"Enhetskod": "E3", "Från": ON})

    assert employments() == [
        ("E1", NEW_YEAR, None),
        ("E2", NEW_YEAR, DAY_BEFORE),
        ("E3", ON, None),
    ]


def test_a_row_that_begins_no_later_does_not_end_the_employment() -> None:
    imported({})

    outcome = imported({"Enhetskod": "E2", "Från": NEW_YEAR})

    assert counted(outcome) == {"changed": 1, "missing": 1}
    assert employments()[0] == ("E1", NEW_YEAR, None)


def test_an_employment_at_a_unit_that_is_not_listed_is_left_alone() -> None:
    imported({})

    outcome = imported({"Enhetskod": "E2", "Från": ON}, units=[{"Enhetskod": "E2"}])

    assert counted(outcome) == {"changed": 1}
    assert employments() == [("E1", NEW_YEAR, None), ("E2", ON, None)]


def test_whoever_is_not_in_the_sheet_is_missing_and_stays() -> None:
    imported({}, {"Anställningsnummer": "2"})

    outcome = imported({})

    assert counted(outcome) == {"unchanged": 1, "missing": 1}
    assert outcome.missing == (Missing("2", "E1"),)
    assert outcome.findings == ()
    assert employments("2") == [("E1", NEW_YEAR, None)]


def test_a_person_missing_from_two_units_counts_once() -> None:
    imported({"Enhetskod": "E1"}, {"Enhetskod": "E2"})

    assert counted(imported(allow_leavers=True)) == {"missing": 1, "leavers": 1}


def test_whoever_has_ended_is_not_missing() -> None:
    imported({"Till": DAY_BEFORE})

    assert counted(imported()) == {}


def test_whoever_ends_on_the_day_itself_is_missing() -> None:
    imported({"Till": ON})

    assert counted(imported()) == {"missing": 1}


def test_leavers_end_the_day_before_when_that_is_allowed() -> None:
    imported({}, {"Anställningsnummer": "2"})

    outcome = imported({}, allow_leavers=True)

    assert counted(outcome) == {"unchanged": 1, "missing": 1, "leavers": 1}
    assert employments("2") == [("E1", NEW_YEAR, DAY_BEFORE)]


def test_a_leaver_who_is_employed_elsewhere_leaves_only_what_is_missing() -> None:
    imported({"Enhetskod": "E1"}, {"Enhetskod": "E2"})

    outcome = imported({"Enhetskod": "E1"}, allow_leavers=True)

    assert counted(outcome) == {"unchanged": 1, "missing": 1, "leavers": 1}
    assert employments() == [("E1", NEW_YEAR, None), ("E2", NEW_YEAR, DAY_BEFORE)]


def test_an_employment_that_never_came_to_hold_goes_away() -> None:
    imported({"Från": ON, "Tjänstledig från": LATER})

    outcome = imported(allow_leavers=True)

    assert counted(outcome) == {"missing": 1, "leavers": 1}
    assert employments() == []
    assert StaffMember.objects.exists()


def test_a_leaver_is_gone_the_next_time() -> None:
    imported({})
    imported(allow_leavers=True)

    assert counted(imported(allow_leavers=True)) == {}


def test_whoever_comes_back_gets_a_new_employment() -> None:
    imported({})
    imported(allow_leavers=True)

    assert counted(imported({"Från": LATER})) == {"changed": 1}
    assert employments() == [("E1", NEW_YEAR, DAY_BEFORE), ("E1", LATER, None)]


def test_a_dry_run_counts_leavers_and_ends_nobody() -> None:
    imported({})

    outcome = run(make_workbook(UNITS), on=ON, allow_leavers=True, save=False)

    assert counted(outcome) == {"missing": 1, "leavers": 1}
    assert employments() == [("E1", NEW_YEAR, None)]


def test_a_unit_that_merges_into_another_takes_its_people_along() -> None:
    imported({}, {"Anställningsnummer": "2", "Enhetskod": "E2"})
    closed = {"Enhetskod": "E1", "Stängd": DAY_BEFORE, "Ersätts av": "E2"}

    outcome = imported(
        {"Enhetskod": "E2", "Från": ON},
        {"Anställningsnummer": "2", "Enhetskod": "E2"},
        units=[closed, {"Enhetskod": "E2"}],
    )

    assert counted(outcome) == {"moved": 1, "unchanged": 1}
    assert outcome.findings == ()
    assert employments() == [("E1", NEW_YEAR, DAY_BEFORE), ("E2", ON, None)]
    assert Unit.objects.get(code="E1").successor == Unit.objects.get(code="E2")


def test_a_leave_is_an_absence_from_that_employment() -> None:
    imported(
        {"Tjänstledig från": SPRING, "Tjänstledig till": LATER},
        {"Enhetskod": "E2"},
    )

    assert absences() == [(SPRING, LATER)]
    assert Absence.objects.get().employment.unit.code == "E1"


@pytest.mark.parametrize(
    ("first", "last"), [(SPRING, LATER), (NEW_YEAR, None), (date(2023, 4, 1), ON)]
)
def test_a_leave_that_overlaps_a_stored_one_takes_its_place(first: date, last: date | None) -> None:
    imported({"Tjänstledig från": SPRING, "Tjänstledig till": DAY_BEFORE})

    outcome = imported({"Tjänstledig från": first, "Tjänstledig till": last})

    assert counted(outcome) == {"changed": 1}
    assert absences() == [(first, last)]


def test_a_leave_at_another_time_is_one_more() -> None:
    imported({"Tjänstledig från": NEW_YEAR, "Tjänstledig till": date(2023, 1, 31)})

    imported({"Tjänstledig från": SPRING, "Tjänstledig till": None})

    assert absences() == [(NEW_YEAR, date(2023, 1, 31)), (SPRING, None)]


def test_a_leave_without_column_for_its_end_keeps_its_end() -> None:
    imported({"Tjänstledig från": SPRING, "Tjänstledig till": LATER})

    imported({"Tjänstledig från": date(2023, 3, 15)})

    assert absences() == [(date(2023, 3, 15), LATER)]


@pytest.mark.parametrize(
    ("stored", "left"),
    [
        ((SPRING, None), [(SPRING, DAY_BEFORE)]),
        ((SPRING, LATER), [(SPRING, DAY_BEFORE)]),
        ((NEW_YEAR, SPRING), [(NEW_YEAR, SPRING)]),
        ((ON, None), []),
        ((LATER, None), []),
    ],
)
def test_blank_cells_end_a_leave_that_goes_on(
    stored: tuple[date, date | None], left: list[tuple[date, date | None]]
) -> None:
    person = make.make_staff_member("Kim Berg 1", employee_number="1", unit=make.make_unit("E1"))
    make.make_absence(person.employments.get(), *stored)

    imported(
        {"Från": make.LONG_AGO, "Tjänstledig från": None, "Tjänstledig till": None},
        units=[{}],
    )

    assert absences() == left


def test_more_people_than_are_held_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "BATCH", 2)
    rows = [{"Anställningsnummer": str(number)} for number in range(5)]

    assert counted(imported(*rows)) == {"new": 5}
    assert counted(imported(*rows[:3])) == {"unchanged": 3, "missing": 2}


def test_very_long_names_have_keys_that_fit() -> None:
    imported({"Förnamn": "Å" * 100, "Efternamn": "Ö" * 100})

    person = StaffMember.objects.get()
    assert len(person.sort_key) <= 300
    assert len(person.search_key) <= 250
