"""An import is not undone when something rests on what it changed of a row, old or new.

What was done is not always a new row: a successor, other days of a leave, a longer duty.
"""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.utils import timezone

from focusareas import key_person_duties, provider_staff, staffing, units_admin
from focusareas.hr_import.undoing import reasons_against
from focusareas.logins import user_with
from focusareas.models import Absence, ImportBatch, KeyPerson, StaffMember, User
from tests import factories as make
from tests.focusareas.test_hr_import_standing import LATER, UNITS, person, refused, unit
from tests.focusareas.test_hr_import_undo import imported, reasons

pytestmark = pytest.mark.django_db
BEFORE, END = date(2023, 4, 1), date(2023, 4, 30)


@pytest.fixture
def administrator() -> User:
    return make.make_user(is_administrator=True)


# ------------------------------------------------- Which unit takes over


def reopened(*others: dict[str, str]) -> ImportBatch:
    """An import that opens E1 again, which E2 had taken over."""
    imported(UNITS[0] | {"Stängd": END, "Ersätts av": "E2"}, UNITS[1], *others, on=BEFORE)
    return imported(UNITS[0] | {"Stängd": None, "Ersätts av": None}, UNITS[1], *others)


@pytest.mark.parametrize("chain", [["E2", "E1"], ["E2", "E3", "E1"]])
def test_successor_is_not_put_back_when_it_would_lead_in_a_circle(
    chain: list[str], administrator: User, django_assert_max_num_queries: Any
) -> None:
    batch = reopened({"Enhetskod": "E3"})
    for code, successor in pairwise(chain):
        units_admin.close_unit(
            unit(code), last_day=LATER, successor=unit(successor), by=administrator
        )

    *first, last = (f"enhet {code}" for code in sorted(chain))
    told = f"{', '.join(first)} och {last} skulle ersätta varandra i en cirkel"
    assert refused(batch) == f"E{told[1:]} om inläsningen ångrades."
    with django_assert_max_num_queries(6):
        (hindrance,) = reasons_against(batch, now=timezone.now())
    assert [row.url for row in hindrance.rows] == [
        f"/units/{unit(code).pk}/" for code in sorted(chain)
    ]


def test_successor_is_put_back_when_the_other_unit_is_replaced_by_a_third(
    administrator: User,
) -> None:
    batch = reopened({"Enhetskod": "E3"})
    units_admin.close_unit(unit("E2"), last_day=LATER, successor=unit("E3"), by=administrator)

    assert not reasons(batch)


# ------------------------------------------------- Who says who works at a unit


PRIVATE = {"Driftform": "privat", "Utförare": "Bolaget"}


@pytest.mark.parametrize(
    ("was", "becomes"),
    [({"Driftform": "egen"}, PRIVATE), (PRIVATE, PRIVATE | {"Utförare": "Stiftelsen"})],
)
def test_person_whom_the_new_provider_added_is_named(
    was: dict[str, str], becomes: dict[str, str]
) -> None:
    imported(was, people=[{}])
    batch = imported(becomes, people=[{}])
    boss = make.make_user()
    make.make_unit_manager(boss, unit())
    assert not reasons(batch)

    new = StaffMember(given_name="Ny", family_name="Person")
    provider_staff.add(unit(), new, first_day=LATER, title="", is_another=True, by=boss)

    assert "Anställning för medarbetare P-E1-1 på enhet E1 har kommit till" in refused(batch)


def test_person_added_at_a_unit_that_only_got_another_name_is_no_hindrance() -> None:
    imported({}, people=[{}])
    batch = imported({"Enhet": "Nytt namn"}, people=[{}])
    make.make_employment(make.make_staff_member(employee_number="2"), unit())

    assert not reasons(batch)


# ------------------------------------------------- What is older than the import, on other days


def lengthened(**sheets: list[dict[str, object]]) -> ImportBatch:
    """An import that lets an employment go on that would have ended."""
    leave = {"Tjänstledig från": date(2023, 1, 1), "Tjänstledig till": date(2023, 2, 1)}
    imported(people=[leave | {"Till": END}], on=BEFORE, **sheets)
    return imported(people=[{"Till": None}])


@pytest.mark.parametrize("last_day", [None, date(2023, 7, 1)])
def test_earlier_leave_that_was_moved_to_days_that_the_import_added_is_named(
    last_day: date | None, administrator: User
) -> None:
    batch = lengthened()
    leave = Absence.objects.get()

    leave.first_day, leave.last_day = LATER, last_day
    staffing.take_leave(leave, by=administrator)

    assert "Tjänstledighet för medarbetare 1 på enhet E1 har kommit till" in refused(batch)


def test_earlier_duty_that_was_prolonged_to_days_that_the_import_added_is_named(
    administrator: User,
) -> None:
    batch = lengthened(key_persons=[{"Från": date(2022, 1, 1), "Till": END}])

    key_person_duties.end(KeyPerson.objects.get(), last_day=LATER, by=administrator)

    assert "Nyckelperson för medarbetare 1 på enhet E1 har kommit till" in refused(batch)


def test_what_is_moved_within_the_days_that_will_be_left_is_no_hindrance(
    administrator: User,
) -> None:
    batch = lengthened(key_persons=[{"Från": date(2022, 1, 1), "Till": END}])
    leave, duty = Absence.objects.get(), KeyPerson.objects.get()

    leave.first_day, leave.last_day = date(2023, 3, 1), END
    staffing.take_leave(leave, by=administrator)
    key_person_duties.end(duty, last_day=date(2023, 3, 31), by=administrator)

    assert not reasons(batch)


def test_leave_that_the_import_moved_itself_is_no_hindrance(administrator: User) -> None:
    leave = {"Tjänstledig från": date(2023, 1, 1), "Tjänstledig till": date(2023, 2, 1)}
    imported(people=[leave | {"Till": END}], on=BEFORE)
    batch = imported(people=[leave | {"Till": None, "Tjänstledig till": LATER}])
    staffing.protect(person(), True, by=administrator)
    staffing.protect(person(), False, by=administrator)

    assert not reasons(batch)


# ------------------------------------------------- Whose a login is


def test_login_with_the_address_that_the_import_gave_is_named(administrator: User) -> None:
    imported(people=[{}])
    batch = imported(people=[{"E-post": "ny@example.se"}])

    assert user_with("ny@example.se", by=administrator).staff_member == person()

    assert "Användare för medarbetare 1 har kommit till" in refused(batch)
