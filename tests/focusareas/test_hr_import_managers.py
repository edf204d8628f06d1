"""The column Chef e-post: who manages a unit from when, and who is to be invited."""

from datetime import date

import pytest

from focusareas.models import (
    StaffMember,
    UnitManager,
    User,
)
from tests import factories as make
from tests.workbooks import ON, imported

pytestmark = pytest.mark.django_db

DAY_BEFORE = date(2023, 4, 30)
EARLIER = date(2023, 3, 1)


def managers(code: str = "E1") -> list[tuple[str, date, date | None]]:
    rows = UnitManager.objects.filter(unit__code=code, is_deputy=False).order_by("first_day")
    return [(row.user.email, row.first_day, row.last_day) for row in rows]


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
