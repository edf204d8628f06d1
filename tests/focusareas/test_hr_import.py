"""What an import of the HR workbook makes of units, managers and key persons."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from focusareas.hr_import import Outcome, run
from focusareas.models import (
    AuditEvent,
    Department,
    FormerUnitName,
    KeyPerson,
    Provider,
    StaffMember,
    Unit,
    UnitManager,
    UnitPlacement,
    UnitTag,
    User,
)
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db

ON = date(2023, 5, 1)
DAY_BEFORE = date(2023, 4, 30)
EARLIER = date(2023, 3, 1)


def imported(*units: Mapping[str, Any], on: date = ON, **sheets: Any) -> Outcome:
    """The outcome of a workbook with these units, which has no errors."""
    outcome = run(make_workbook(units or [{}], **sheets), on=on)
    assert outcome.saved, outcome.errors
    return outcome


def placements(code: str = "E1") -> list[tuple[str, date | None, date | None]]:
    rows = UnitPlacement.objects.filter(unit__code=code).order_by(
        F("first_day").asc(nulls_first=True)
    )
    return [(row.department.name, row.first_day, row.last_day) for row in rows]


def managers(code: str = "E1") -> list[tuple[str, date, date | None]]:
    rows = UnitManager.objects.filter(unit__code=code, is_deputy=False).order_by("first_day")
    return [(row.user.email, row.first_day, row.last_day) for row in rows]


def nonzero(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in counts.items() if count}


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


def test_a_manager_without_login_gets_one_and_is_to_be_invited() -> None:
    outcome = imported({"Chef e-post": "Eva.Ek@Example.se"})

    (found,) = outcome.warnings
    assert (found.sheet, found.row, found.column) == ("Enheter", 2, "Chef e-post")
    assert "eva.ek@example.se" in found.message and "bjud in" in found.message.lower()
    assert outcome.invited == ("eva.ek@example.se",)
    assert not User.objects.get().has_usable_password()
    assert managers() == [("eva.ek@example.se", ON, None)]


def test_a_manager_of_two_units_is_invited_once() -> None:
    address = {"Chef e-post": "eva@example.se"}

    outcome = imported(address, address | {"Enhetskod": "E2"})

    assert len(outcome.warnings) == 1
    assert UnitManager.objects.count() == 2


def test_a_manager_with_a_login_is_found_whatever_the_case() -> None:
    make.make_user("eva@example.se")

    outcome = imported({"Chef e-post": "EVA@example.se"})

    assert outcome.findings == ()
    assert managers() == [("eva@example.se", ON, None)]


def test_a_new_manager_begins_on_the_day_and_the_earlier_one_ends_before() -> None:
    imported({"Chef e-post": "eva@example.se"}, on=EARLIER)

    outcome = imported({"Chef e-post": "per@example.se"})

    assert outcome.units["changed"] == 1
    assert managers() == [("eva@example.se", EARLIER, DAY_BEFORE), ("per@example.se", ON, None)]


def test_a_manager_who_began_on_the_day_is_replaced_in_place() -> None:
    imported({"Chef e-post": "eva@example.se"})

    imported({"Chef e-post": "per@example.se"})

    assert managers() == [("per@example.se", ON, None)]


def test_a_blank_manager_leaves_the_manager_alone() -> None:
    imported({"Chef e-post": "eva@example.se"}, on=EARLIER)

    outcome = imported({"Chef e-post": None})

    assert outcome.units["unchanged"] == 1
    assert managers() == [("eva@example.se", EARLIER, None)]


def test_a_deputy_stays_beside_the_manager() -> None:
    unit = make.make_unit("E1")
    deputy = make.make_unit_manager(make.make_user("vik@example.se"), unit, is_deputy=True)

    imported({"Chef e-post": "eva@example.se"})

    deputy.refresh_from_db()
    assert deputy.last_day is None
    assert managers() == [("eva@example.se", ON, None)]


def test_a_deputy_who_becomes_manager_the_same_day_is_promoted() -> None:
    user = make.make_user("vik@example.se")
    make.make_unit_manager(user, make.make_unit("E1"), is_deputy=True, first_day=ON)

    imported({"Chef e-post": "vik@example.se"})

    row = UnitManager.objects.get()
    assert (row.user, row.is_deputy) == (user, False)


def test_a_manager_is_tied_to_the_staff_member_with_that_address() -> None:
    imported({"Chef e-post": "eva@example.se"}, people=[{"E-post": "Eva@example.se"}])

    assert User.objects.get().staff_member == StaffMember.objects.get()


def test_a_manager_whom_two_staff_members_could_be_is_tied_to_none() -> None:
    people = [
        {"E-post": "eva@example.se"},
        {"E-post": "eva@example.se", "Anställningsnummer": "2"},
    ]

    imported({"Chef e-post": "eva@example.se"}, people=people)

    assert User.objects.get().staff_member is None


def test_a_staff_member_has_only_one_login() -> None:
    person = make.make_staff_member(email="eva@example.se")
    make.make_user("annan@example.se", staff_member=person)

    imported({"Chef e-post": "eva@example.se"})

    assert User.objects.get(email="eva@example.se").staff_member is None


def test_the_address_of_a_protected_manager_is_not_told() -> None:
    outcome = imported(
        {"Chef e-post": "eva@example.se"}, people=[{"E-post": "eva@example.se", "Skyddad": "ja"}]
    )

    assert "eva" not in outcome.warnings[0].message
    assert outcome.invited == ("chefen för E1",)


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
    assert AuditEvent.objects.count() == 1


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

    event = AuditEvent.objects.get()
    assert event.actor == "admin@example.se"
    assert "2023-05-01" in event.text and "medarbetare 1 nya" in event.text


@pytest.mark.parametrize("again", [False, True])
def test_the_number_of_queries_does_not_grow_with_the_file(again: bool) -> None:
    def queries_for(size: int) -> int:
        units = [{"Enhetskod": f"{size}-{n}", "Taggar": "möter barn"} for n in range(size)]
        people = [
            {"Anställningsnummer": f"{size}-{n}", "Enhetskod": f"{size}-{n % size}"}
            for n in range(10 * size)
        ]
        sheets = {"people": people, "key_persons": people[:size]}
        if again:
            imported(*units, **sheets)
        with CaptureQueriesContext(connection) as queries:
            imported(*units, **sheets)
        return len(queries)

    queries_for(1)

    assert queries_for(40) == queries_for(2) <= 20
