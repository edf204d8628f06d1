"""Whom a certificate in question may be about."""

from datetime import date

import pytest

from focusareas.candidates import MOST_CANDIDATES, candidates, found_by
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 30)


@pytest.fixture
def unit():
    return make.make_unit("HEMT")


def a_question(unit, name_read="Ana Berg"):
    return make.make_certificate(
        None, make.make_course(), unit, DAY, completed_on=None, name_read=name_read, question="?"
    )


def names(people):
    return [person.full_name for person in people]


def test_likeliest_comes_first_and_the_rest_by_name(unit):
    for name in ("Örjan Ek", "Anna Berg", "Bo Dal"):
        make.make_staff_member(name, unit=unit)

    assert names(candidates(a_question(unit), on=DAY)) == ["Anna Berg", "Bo Dal", "Örjan Ek"]


def test_without_a_name_they_come_by_name(unit):
    for name in ("Örjan Ek", "Bo Dal"):
        make.make_staff_member(name, unit=unit)

    assert names(candidates(a_question(unit, ""), on=DAY)) == ["Bo Dal", "Örjan Ek"]


def test_whoever_has_a_certificate_or_works_elsewhere_is_left_out(unit):
    question = a_question(unit)
    done = make.make_staff_member("Anna Berg", unit=unit)
    make.make_certificate(done, question.course, unit, DAY)
    again = make.make_staff_member("Ann Berg", unit=unit)
    make.make_certificate(again, question.course, unit, DAY, returned_on=DAY, reason="Oläsligt.")
    make.make_staff_member("Ana Berg", unit=make.make_unit())
    make.make_staff_member("Ana Borg", unit=unit, last_day=date(2023, 1, 1))

    assert names(candidates(question, on=DAY)) == ["Ann Berg"]


def test_only_a_few_are_offered(unit):
    for number in range(MOST_CANDIDATES + 3):
        make.make_staff_member(f"Per Nr{number}", unit=unit)

    assert len(candidates(a_question(unit), on=DAY)) == MOST_CANDIDATES


def test_search_keeps_to_people_the_manager_may_know(unit):
    manager = make.make_user()
    make.make_unit_manager(manager, unit)
    make.make_staff_member("Anna Berg", unit=unit)
    make.make_staff_member("Anna Borg", unit=make.make_unit())

    assert names(found_by("anna", a_question(unit), user=manager, on=DAY)) == ["Anna Berg"]


def test_protected_person_is_found_only_while_at_a_unit_of_ones_own(unit):
    manager, lead = make.make_user(), make.make_user(is_development_lead=True)
    make.make_unit_manager(manager, unit)
    make.make_staff_member("Anna Kvar", unit=unit, is_protected=True)
    make.make_staff_member("Anna Borta", unit=unit, is_protected=True, last_day=date(2023, 1, 1))
    question = a_question(unit)

    assert names(found_by("anna", question, user=manager, on=DAY)) == ["Anna Kvar"]
    assert len(found_by("anna", question, user=lead, on=DAY)) == 2
