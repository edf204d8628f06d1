"""People are found by what one remembers of their name, or by their number."""

import pytest

from focusareas.models import StaffMember
from focusareas.people_search import search
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    for name, number in [
        ("Åsa Öberg", "1001"),
        ("Anna-Karin Åström", "1002"),
        ("Olof Asakura", "2001"),
        ("Vasa Nilsson", "A-77"),
    ]:
        make.make_staff_member(name, employee_number=number)
    return StaffMember.objects.all()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("asa", {"1001", "2001"}),
        ("ÅSA", {"1001", "2001"}),
        ("oberg asa", {"1001"}),
        ("karin ast", {"1002"}),
        ("anna-karin", {"1002"}),
        ("100", {"1001", "1002"}),
        ("a-77", {"A-77"}),
        ("åsa nilsson", set()),
        ("%", set()),
        ("_", set()),
        ("  \0 ", set()),
        ("", set()),
        ("x" * 5000, set()),
        ("a " * 3000, {"1001", "1002", "2001"}),
    ],
)
def test_words_of_the_name_or_the_number_find_people(people, text, numbers):
    assert {person.employee_number for person in search(people, text)} == numbers


def test_only_people_of_the_queryset_are_found(people):
    assert search(people.exclude(employee_number="1001"), "oberg") == []


def test_no_more_than_the_limit_are_found_in_the_order_of_names(people):
    assert [person.family_name for person in search(people, "100", limit=1)] == ["Åström"]


def test_protected_people_are_found_by_those_who_may_know_them():
    person = make.make_staff_member("Hemlig Person", is_protected=True)

    assert search(StaffMember.objects.all(), "hemlig") == [person]
