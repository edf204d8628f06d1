"""The sheet Enheter: what becomes of units, their departments, tags and names."""

from datetime import date
from typing import Any

import pytest
from django.db.models import F

from focusareas.hr_import import run
from focusareas.models import (
    Department,
    FormerUnitName,
    Provider,
    Unit,
    UnitPlacement,
    UnitTag,
)
from tests import factories as make
from tests.workbooks import ON, imported, make_workbook

pytestmark = pytest.mark.django_db

DAY_BEFORE = date(2023, 4, 30)
EARLIER = date(2023, 3, 1)


def placements(code: str = "E1") -> list[tuple[str, date | None, date | None]]:
    rows = UnitPlacement.objects.filter(unit__code=code).order_by(
        F("first_day").asc(nulls_first=True)
    )
    return [(row.department.name, row.first_day, row.last_day) for row in rows]


def test_a_unit_gets_everything_that_its_row_says() -> None:
    imported(
        {"Enhetskod": "E2"},
        {
            "Enhet": "Solgården",
            "Driftform": "privat",
            "Utförare": "Omsorgsbolaget AB",
            "Kostnadsställe": 4711,
            "Taggar": "möter barn, vnr-rutiner,, möter barn",
            "Öppnad": "2022-06-01",
            "Stängd": date(2023, 12, 31),
            "Ersätts av": "E2",
        },
    )

    unit = Unit.objects.get(code="E1")
    assert (unit.name, unit.operation) == ("Solgården", Unit.Operation.CONTRACTED)
    assert str(unit.provider) == "Omsorgsbolaget AB"
    assert unit.cost_centre == "4711"
    assert sorted(tag.name for tag in unit.tags.all()) == ["möter barn", "vnr-rutiner"]
    assert (unit.first_day, unit.last_day) == (date(2022, 6, 1), date(2023, 12, 31))
    assert unit.successor and unit.successor.code == "E2"
    assert placements() == [("Äldreomsorg", date(2022, 6, 1), None)]


def test_a_unit_without_first_day_is_in_its_department_since_ever() -> None:
    imported({"Stängd": date(2023, 12, 31)})

    assert placements() == [("Äldreomsorg", None, None)]


def test_new_departments_and_providers_are_listed_and_no_findings() -> None:
    make.make_department("Äldreomsorg")

    outcome = imported(
        {},
        {"Enhetskod": "E2", "Avdelning": "IFO"},
        {"Enhetskod": "E3", "Avdelning": "ifo ", "Driftform": "privat", "Utförare": "Bolaget"},
    )

    assert outcome.new_departments == ("IFO",)
    assert outcome.new_providers == ("Bolaget",)
    assert outcome.findings == ()
    assert Department.objects.count() == 2


def test_stored_names_are_found_whatever_their_case() -> None:
    make.make_department("ÄLDREOMSORG")
    UnitTag.objects.create(name="Möter barn")

    outcome = imported({"Taggar": "möter barn"})

    assert outcome.new_departments == ()
    assert str(Unit.objects.get().tags.get()) == "Möter barn"


def test_units_are_counted_once_each() -> None:
    imported({"Enhetskod": "SAME"}, {"Enhetskod": "OTHER"}, {"Enhetskod": "GONE"})
    imported({"Enhetskod": "CLOSED", "Stängd": DAY_BEFORE})

    outcome = imported(
        {"Enhetskod": "SAME"}, {"Enhetskod": "OTHER", "Enhet": "Nytt"}, {"Enhetskod": "NEW"}
    )

    assert outcome.units == {"new": 1, "changed": 1, "unchanged": 1, "missing": 1}


def test_a_unit_that_is_not_listed_is_left_alone() -> None:
    imported({"Enhetskod": "E1"}, people=[{}])

    outcome = imported({"Enhetskod": "E2"})

    assert outcome.units["missing"] == 1
    assert outcome.people["missing"] == 0
    assert Unit.objects.get(code="E1").last_day is None


FILLED = {
    "Driftform": "privat",
    "Utförare": "Bolaget",
    "Kostnadsställe": "4711",
    "Taggar": "möter barn",
    "Öppnad": date(2022, 6, 1),
    "Stängd": date(2023, 12, 31),
    "Ersätts av": "E2",
}


def state_of_unit() -> tuple[Any, ...]:
    unit = Unit.objects.get(code="E1")
    days = unit.first_day, unit.last_day
    return unit.provider, unit.cost_centre, *days, unit.successor, *unit.tags.all()


def test_a_column_that_is_not_there_says_nothing() -> None:
    imported(FILLED, {"Enhetskod": "E2"})
    before = state_of_unit()

    outcome = imported({"Driftform": "privat"})

    assert outcome.units["unchanged"] == 1
    assert state_of_unit() == before


def test_a_blank_cell_says_that_there_is_nothing() -> None:
    imported(FILLED, {"Enhetskod": "E2"})

    imported(dict.fromkeys(FILLED) | {"Driftform": "privat"})

    assert state_of_unit() == (None, "", None, None, None)


def test_a_unit_that_becomes_our_own_loses_its_provider() -> None:
    imported(FILLED, {"Enhetskod": "E2"})

    imported({"Driftform": "egen"})

    assert Unit.objects.get(code="E1").provider is None
    assert Provider.objects.exists()


def test_a_renamed_unit_keeps_its_earlier_name() -> None:
    imported({"Enhet": "Björken"})

    outcome = imported({"Enhet": "Eken"})

    assert outcome.units["changed"] == 1
    assert Unit.objects.get().name == "Eken"
    former = FormerUnitName.objects.get()
    assert (former.name, former.last_day) == ("Björken", DAY_BEFORE)


def test_a_closing_day_before_the_stored_opening_day_is_an_error() -> None:
    imported({"Öppnad": date(2023, 6, 1)})

    outcome = run(make_workbook([{"Stängd": date(2023, 5, 31)}]), on=ON)

    (error,) = outcome.errors
    assert (error.row, error.column) == (2, "Stängd")


def test_a_new_department_takes_effect_on_the_day() -> None:
    imported({"Avdelning": "Äldreomsorg"}, on=EARLIER)

    outcome = imported({"Avdelning": "IFO"})

    assert outcome.units["changed"] == 1
    assert placements() == [("Äldreomsorg", None, DAY_BEFORE), ("IFO", ON, None)]


def test_a_department_that_began_on_the_day_is_changed_in_place() -> None:
    imported({"Avdelning": "Äldreomsorg"}, on=EARLIER)
    imported({"Avdelning": "IFO"})

    imported({"Avdelning": "LSS"})

    assert placements() == [("Äldreomsorg", None, DAY_BEFORE), ("LSS", ON, None)]


def test_a_department_dated_back_ends_before_the_later_one() -> None:
    imported({"Avdelning": "Äldreomsorg"}, on=date(2023, 1, 1))
    imported({"Avdelning": "IFO"})

    imported({"Avdelning": "LSS"}, on=EARLIER)

    assert placements() == [
        ("Äldreomsorg", None, date(2023, 2, 28)),
        ("LSS", EARLIER, DAY_BEFORE),
        ("IFO", ON, None),
    ]


def test_the_department_of_a_unit_that_is_yet_to_open_is_changed_from_its_start() -> None:
    opens = date(2023, 9, 1)
    imported({"Öppnad": opens})

    imported({"Öppnad": opens, "Avdelning": "IFO"})

    assert placements() == [("IFO", opens, None)]


def test_the_department_of_a_closed_unit_stays() -> None:
    imported({"Stängd": EARLIER})

    outcome = imported({"Stängd": EARLIER, "Avdelning": "IFO"})

    assert outcome.units["unchanged"] == 1
    assert placements() == [("Äldreomsorg", None, None)]


def test_a_unit_that_opens_again_is_placed_again() -> None:
    make.make_unit("E1", last_day=EARLIER)

    imported({"Stängd": None})

    assert placements()[-1] == ("Äldreomsorg", ON, None)


def test_an_earlier_opening_day_moves_the_placement_along() -> None:
    imported({"Öppnad": date(2022, 6, 1)})

    imported({"Öppnad": date(2022, 1, 1)})

    assert placements() == [("Äldreomsorg", date(2022, 1, 1), None)]


def test_new_department_much_like_a_known_one_is_asked_about() -> None:
    make.make_unit("E9", department="Äldreomsorg")

    outcome = imported({"Avdelning": "Äldreomsorgen"}, {"Enhetskod": "E2", "Avdelning": "Skola"})

    (finding,) = outcome.warnings
    assert (finding.row, finding.column) == (2, "Avdelning")
    assert "Är det ett stavfel? Äldreomsorg finns redan." in finding.message


def test_name_with_another_number_is_no_misspelling() -> None:
    imported({"Avdelning": "Boende område 1", "Enhet": "Boende 1"})

    new = {"Enhetskod": "E2", "Avdelning": "Boende område 2", "Enhet": "Boende 2"}

    assert imported(new).findings == ()
