"""One answer, and those that say the same but for who and when are handed in at once."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from focusareas.intake import receive
from focusareas.intake_judgement import Kind
from focusareas.models import AuditEvent, Certificate, Course, StaffMember, Unit
from tests import factories as make
from tests.certificates import column, draw
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)
PEOPLE = ("Anna Berg", "Bo Ek", "Cilla Dal", "Disa Falk")


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("HEMT", name="Hemtjänst Norr")


@pytest.fixture
def course() -> Course:
    return make.make_course("nck-vald", name="Webbkurs om våld", fingerprints=["Webbkurs om våld"])


@pytest.fixture
def people(unit: Unit) -> list[StaffMember]:
    return [make.make_staff_member(name, unit=unit) for name in PEOPLE]


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("chef@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


def a_file(name: str, day: str, remark: str = "Kursledaren har ordet efteråt") -> bytes:
    """A certificate in words that nobody knows, so that it is asked about."""
    return draw(column("Lovord", name, "höll ut ända in i kaklet på Webbkurs om våld", day, remark))


def hand_in(
    unit: Unit, course: Course, *files: bytes, received_on: date = TODAY
) -> list[Certificate]:
    pile = [(f"{number}.pdf", content) for number, content in enumerate(files)]
    outcomes = receive(pile, unit=unit, course=course, received_on=received_on)
    assert {outcome.kind for outcome in outcomes} == {Kind.ASK}
    return [Certificate.objects.get(pk=outcome.certificate_pk) for outcome in outcomes]


def of_each(*days: str) -> list[bytes]:
    return [a_file(name, day) for name, day in zip(PEOPLE, days, strict=False)]


def address(certificate: Certificate, name: str = "certificate_alike") -> str:
    return reverse(name, args=[certificate.pk])


def answer(manager: Client, certificate: Certificate, person: StaffMember, day: str) -> str:
    response = manager.post(
        address(certificate, "certificate_answer"), {"person": person.pk, "completed_on": day}
    )
    assert response.status_code == 302
    return response.url


def standing(*certificates: Certificate) -> list[tuple[str, str] | None]:
    rows = [Certificate.objects.get(pk=certificate.pk) for certificate in certificates]
    return [
        (str(row.staff_member), str(row.completed_on)) if row.staff_member else None for row in rows
    ]


def test_one_answer_settles_those_that_are_alike(manager, unit, course, people):
    days = ("12 april 2023", "13 april 2023", "2 maj 2023", "3 maj 2023")
    first, *others = hand_in(unit, course, *of_each(*days))

    assert answer(manager, first, people[0], "2023-04-12") == address(first)
    page = manager.get(address(first)).content.decode().replace("\u00a0", " ")
    assert "3 likadana intyg till" in page
    chosen = [one.pk for one in others[:2]]
    response = manager.post(address(first), {"certificate": chosen}, follow=True)

    assert "2 intyg är inlämnade." in response.content.decode().replace("\u00a0", " ")
    assert response.redirect_chain == [(address(others[2], "certificate_answer"), 302)]
    assert standing(*others) == [("Bo Ek", "2023-04-13"), ("Cilla Dal", "2023-05-02"), None]
    assert not Certificate.objects.get(pk=others[0].pk).approved_on, "the lead has yet to look"
    events = AuditEvent.objects.filter(object_id=others[0].pk)
    assert any("Svarade att intyget gäller" in event.text for event in events)


def test_what_is_no_question_is_not_answered_twice(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    answer(manager, first, people[0], "2023-04-12")

    manager.post(address(first), {"certificate": [second.pk]}, follow=True)
    again = {"certificate": [second.pk, first.pk, "x"]}
    response = manager.post(address(first), again, follow=True)

    assert standing(second) == [("Bo Ek", "2023-04-13")]
    assert "inlämnade" not in response.content.decode()
    assert manager.get(address(first)).status_code == 302


@pytest.mark.parametrize(
    "other",
    [
        a_file("Bo Ek", "13 april 2023", "Kursledaren har inte ordet"),
        a_file("Bo Ekman", "13 april 2023"),
        a_file("Bo Ek", "13 april"),
        a_file("Disa Falk", "13 april 2023"),
    ],
    ids=["other words", "nobody here", "no day", "has one"],
)
def test_others_are_answered_one_by_one(other, manager, unit, course, people):
    first, _ = hand_in(unit, course, a_file("Anna Berg", "12 april 2023"), other)
    second = Certificate.objects.exclude(pk=first.pk).get()
    make.make_certificate(people[3], course, unit, TODAY, completed_on=date(2023, 4, 1))

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")
    manager.post(address(first), {"certificate": [second.pk]})

    assert standing(second) == [None]


def test_day_after_it_came_in_is_not_taken(manager, unit, course, people):
    received_on = date(2023, 4, 12)
    files = of_each("12 april 2023", "13 april 2023")
    first, second = hand_in(unit, course, *files, received_on=received_on)

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")


def test_two_for_one_person_are_offered_once(manager, unit, course, people):
    files = [*of_each("12 april 2023", "13 april 2023"), a_file("Bo Ek", "14 april 2023")]
    first, *others = hand_in(unit, course, *files)
    answer(manager, first, people[0], "2023-04-12")

    manager.post(address(first), {"certificate": [one.pk for one in others]})

    assert [row for row in standing(*others) if row] == [("Bo Ek", "2023-04-13")]


def test_namesakes_are_asked_about(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    make.make_staff_member("Bo Ek", unit=unit)

    assert answer(manager, first, people[0], "2023-04-12") == address(second, "certificate_answer")


def test_answer_that_the_file_does_not_say_teaches_nothing(manager, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))

    assert answer(manager, first, people[2], "2023-04-12") == address(second, "certificate_answer")
    third, fourth = hand_in(
        unit, course, a_file("Anna Berg", "14 april 2023"), a_file("Disa Falk", "15 april 2023")
    )
    assert answer(manager, third, people[0], "2023-04-11") != address(third)
    assert standing(fourth) == [None]


def test_other_units_and_courses_have_their_own(manager, unit, course, people):
    elsewhere, other = make.make_unit("SÖDRA"), make.make_course("annan", name="Annan kurs")
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    Certificate.objects.filter(pk=second.pk).update(unit=elsewhere)
    assert answer(manager, first, people[0], "2023-04-12") == reverse("unit_detail", args=[unit.pk])
    third, fourth = hand_in(
        unit, course, a_file("Cilla Dal", "14 april 2023"), a_file("Disa Falk", "15 april 2023")
    )
    Certificate.objects.filter(pk=fourth.pk).update(course=other)

    assert answer(manager, third, people[2], "2023-04-14") == address(fourth, "certificate_answer")


def test_whoever_would_rather_answer_one_by_one_may(manager, unit, course, people):
    days = ("12 april 2023", "13 april 2023", "2 maj 2023")
    first, second, third = hand_in(unit, course, *of_each(*days))
    assert answer(manager, first, people[0], "2023-04-12") == address(first)

    response = manager.post(address(first, "certificate_one_by_one"))

    assert response.url == address(second, "certificate_answer")
    assert answer(manager, second, people[1], "2023-04-13") == address(third, "certificate_answer")
    assert standing(third) == [None]


def test_number_of_queries_does_not_grow(manager, unit, course, django_assert_max_num_queries):
    names = [f"Kim Alm{letter}" for letter in "abcdefghijklmno"]
    kims = [make.make_staff_member(name, unit=unit) for name in names]
    first, *_ = hand_in(unit, course, *(a_file(name, "12 april 2023") for name in names))
    answer(manager, first, kims[0], "2023-04-12")

    with django_assert_max_num_queries(10):
        page = manager.get(address(first)).content.decode()

    assert page.count('name="certificate"') == len(names) - 1


@pytest.mark.parametrize("name", ["certificate_alike", "certificate_one_by_one"])
def test_other_managers_find_nothing(name, unit, course, people):
    first, second = hand_in(unit, course, *of_each("12 april 2023", "13 april 2023"))
    Certificate.objects.filter(pk=first.pk).update(staff_member=people[0])
    rival = make.make_user("annan@example.com")
    make.make_unit_manager(rival, make.make_unit("SÖDRA"))

    response = signed_in(rival).post(address(first, name), {"certificate": [second.pk]})

    assert response.status_code == 404
    assert standing(second) == [None]
