"""Who must know the name of a person with protected identity, and what all others read."""

from datetime import date, timedelta

import pytest

from focusareas.access import hidden_from, named_to
from focusareas.models import StaffMember, Unit
from focusareas.naming import Names
from focusareas.unit_facts import read_unit
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 30)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)


@pytest.fixture
def units():
    return make.make_unit("A"), make.make_unit("B", department="Individ och familj")


@pytest.fixture
def anna(units):
    """Protected; works at A until the day, and at B from the day after."""
    person = make.make_staff_member(
        "Anna Berg", unit=units[0], last_day=DAY, is_protected=True, email="anna@example.com"
    )
    make.make_employment(person, units[1], first_day=AFTER)
    return person


def manager_of(unit, **fields):
    user = make.make_user()
    make.make_unit_manager(user, unit, **fields)
    return user


def knows(reader, person, on) -> bool:
    """The same answer from every form of the rule: a row, a list, and within a query."""
    names = Names(reader, on=on)
    rows = StaffMember.objects.filter(pk=person.pk).annotate(is_hidden=names.is_hidden("pk"))
    answers = {
        names.of(person) == person.full_name,
        person not in hidden_from(reader, on=on),
        not rows.get().is_hidden,
    }
    (answer,) = answers
    return answer


def test_name_goes_along_when_somebody_moves(units, anna):
    old, new = manager_of(units[0]), manager_of(units[1])

    assert [knows(old, anna, on) for on in (BEFORE, DAY, AFTER)] == [True, True, False]
    assert [knows(new, anna, on) for on in (BEFORE, DAY, AFTER)] == [False, False, True]


def test_duty_that_ends_takes_the_name_with_it(units, anna):
    former = manager_of(units[0], last_day=BEFORE)
    coming = manager_of(units[0], first_day=AFTER)
    deputy = manager_of(units[0], is_deputy=True)

    assert [knows(user, anna, DAY) for user in (former, coming, deputy)] == [False, False, True]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ({"is_development_lead": True}, True),
        ({"is_administrator": True}, True),
        ({"is_in_steering_group": True}, False),
        ({"is_superuser": True, "is_staff": True}, False),
        ({}, False),
    ],
)
def test_roles_that_must_know(anna, role, expected):
    assert knows(make.make_user(**role), anna, DAY) is expected


def test_head_of_department_does_not_have_to_know(units, anna):
    head = make.make_user()
    make.make_department_head(head, make.make_department())

    assert not knows(head, anna, DAY)
    assert not named_to(head, on=DAY).exists()


def test_everybody_knows_oneself(anna):
    assert knows(make.make_user(staff_member=anna), anna, DAY)


def test_unprotected_people_are_named_within_the_readers_scope_only(units):
    bo = make.make_staff_member("Bo Ek", unit=units[1])
    eva = make.make_staff_member("Eva Gran", unit=units[1], is_protected=True)
    reader = manager_of(units[0])

    assert Names(reader, on=DAY).in_scope([bo.pk, eva.pk, None]) == {
        bo.pk: "Någon utanför enheten",
        eva.pk: "Skyddad",
    }
    assert Names(manager_of(units[1]), on=DAY).in_scope([bo.pk, eva.pk]) == {
        bo.pk: "Bo Ek",
        eva.pk: "Eva Gran",
    }


@pytest.mark.parametrize("is_linked", [True, False])
def test_manager_with_protected_identity_is_hidden_linked_or_by_address(units, anna, is_linked):
    login = make.make_user("Anna@example.com", staff_member=anna if is_linked else None)
    make.make_unit_manager(login, units[1])

    def managers(reader):
        return read_unit(Unit.objects.all(), units[1].pk, names=Names(reader, on=DAY), on=DAY)

    head = make.make_user()
    assert managers(head).managers == ("Skyddad",)
    assert Names(head, on=DAY).of_user(login) == "Skyddad"
    assert managers(make.make_user(is_administrator=True)).managers == ("anna@example.com",)


def test_a_list_costs_one_query(units, anna, django_assert_num_queries):
    people = [make.make_staff_member(unit=units[0], is_protected=True) for _ in range(20)]
    reader = manager_of(units[0])

    with django_assert_num_queries(1):
        names = Names(reader, on=DAY)
        assert "Skyddad" not in [names.of(person) for person in people]
    administrator = Names(make.make_user(is_administrator=True), on=DAY)
    with django_assert_num_queries(0):
        assert administrator.of(anna) == "Anna Berg"
