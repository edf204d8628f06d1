"""Spellings of names: learned from answers and from the register, forgotten, never another's."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from focusareas import review, spellings, staffing
from focusareas.intake import receive
from focusareas.intake_judgement import Kind, Outcome
from focusareas.models import Certificate, Course, NameSpelling, StaffMember, Unit, User
from tests.certificates import column, draw
from tests.factories import make_course, make_staff_member, make_unit, make_user

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 1)


@pytest.fixture
def course() -> Course:
    return make_course("nck-vald", name="Webbkurs om våld", fingerprints=["Webbkurs om våld"])


@pytest.fixture
def by() -> User:
    return make_user("chef@example.se")


def hand_in(name: str, unit: Unit, course: Course, day: str = "2023-04-12") -> Outcome:
    content = draw(column("Intyg", f"Namn: {name}", "Webbkurs om våld", f"Slutförd: {day}"))
    (outcome,) = receive([("intyg.pdf", content)], unit=unit, course=course, received_on=DAY)
    return outcome


def answer(outcome: Outcome, person: StaffMember, by: User) -> Certificate:
    certificate = Certificate.objects.get(pk=outcome.certificate_pk)
    return review.answer(certificate, person=person, completed_on=DAY, by=by)


def learned(person: StaffMember) -> list[str]:
    return [row.spelling for row in person.spellings.all()]


def test_answer_teaches_a_spelling_that_then_is_sure(unit: Unit, course: Course, by: User) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    certificate = answer(hand_in("Kimmie Bergh", unit, course), kim, by)
    review.return_to_unit(certificate, reason="Otydligt.", by=by, on=DAY)

    outcome = hand_in("KIMMIE BERGH", unit, course, "2023-04-13")

    assert outcome.kind == Kind.MATCHED
    assert outcome.person and outcome.person.pk == kim.pk


@pytest.mark.parametrize("name", ["Kimmie", "Kim Berg", "Berg, Kim", "Bo Ek", "Kimmie B?rg"])
def test_what_tells_nothing_or_is_anothers_is_not_learned(
    name: str, unit: Unit, course: Course, by: User
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    make_staff_member("Bo Ek", unit=make_unit("E2"))
    certificate = Certificate.objects.get(pk=hand_in("Kimmie Bergh", unit, course).certificate_pk)
    certificate.name_read = name
    certificate.save()

    review.answer(certificate, person=kim, completed_on=DAY, by=by)

    assert learned(kim) == []


def test_what_was_read_beside_the_persons_own_name_is_not_learned(
    unit: Unit, course: Course, by: User
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    outcome = hand_in("Nordiska Kunskapshuset, för BERG Kim", unit, course)
    certificate = Certificate.objects.get(pk=outcome.certificate_pk)
    certificate.name_read = "Nordiska Kunskapshuset"
    certificate.save()

    review.answer(certificate, person=kim, completed_on=DAY, by=by)

    assert learned(kim) == []


def test_correction_moves_the_spelling_to_the_right_person(
    unit: Unit, course: Course, by: User
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    bo = make_staff_member("Bo Ek", unit=unit)
    certificate = answer(hand_in("Kimmie Bergh", unit, course), kim, by)

    review.correct(certificate, person=bo, completed_on=DAY, by=by)

    assert (learned(kim), learned(bo)) == ([], ["Kimmie Bergh"])


def test_spelling_of_two_people_is_a_question(unit: Unit, course: Course, by: User) -> None:
    for name in ("Kim Berg", "Bo Ek"):
        person = make_staff_member(name, unit=unit)
        NameSpelling.objects.create(staff_member=person, spelling="Kimmie Bergh")

    outcome = hand_in("Kimmie Bergh", unit, course)

    assert outcome.kind == Kind.ASK
    assert len(outcome.candidates) == 2


def test_spelling_that_has_become_somebodys_name_is_a_question(
    unit: Unit, course: Course, by: User
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    NameSpelling.objects.create(staff_member=kim, spelling="Kimmie Bergh")
    make_staff_member("Kimmie Bergh", unit=make_unit("E2"))

    assert hand_in("Kimmie Bergh", unit, course).kind == Kind.ASK


def test_forgotten_spelling_is_a_question_again(unit: Unit, course: Course, by: User) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    spelling = NameSpelling.objects.create(staff_member=kim, spelling="Kimmie Bergh")

    spellings.forget(spelling, by=by)
    spellings.forget(spelling, by=by)

    assert hand_in("Kimmie Bergh", unit, course).kind == Kind.ASK


def test_new_family_name_keeps_the_earlier_one(unit: Unit, course: Course, by: User) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    kim.family_name = "Ek"
    staffing.change_person(kim, by=by)

    outcome = hand_in("Kim Berg", unit, course)

    assert outcome.kind == Kind.MATCHED
    assert learned(kim) == ["Kim Berg"]


@pytest.mark.parametrize("other", ["Kim Berg", "Berg Kim"])
def test_earlier_name_that_somebody_else_has_is_not_kept(other: str, unit: Unit, by: User) -> None:
    make_staff_member(other, unit=unit)
    kim = make_staff_member("Kim Berg", unit=unit)
    kim.family_name = "Ek"

    staffing.change_person(kim, by=by)

    assert learned(kim) == []


def test_change_that_leaves_the_name_the_same_teaches_nothing(unit: Unit, by: User) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    kim.email = "kim@example.se"

    staffing.change_person(kim, by=by)

    assert learned(kim) == []


# ---------------------------------------------------------------- On the person's page


def test_spelling_is_shown_and_forgotten_after_a_question(client: Client) -> None:
    client.force_login(make_user(is_development_lead=True))
    kim = make_staff_member("Kim Berg")
    spelling = NameSpelling.objects.create(staff_member=kim, spelling="Kimmie Bergh")
    shown = client.get(reverse("person_detail", args=[kim.pk])).content.decode()
    url = reverse("spelling_forget", args=[spelling.pk])

    asked = client.get(url).content.decode()
    assert learned(kim) == ["Kimmie Bergh"]
    response = client.post(url)

    assert url in shown
    assert "blir frågor igen" in asked
    assert response.url == reverse("person_detail", args=[kim.pk])  # type: ignore[attr-defined]
    assert learned(kim) == []
    assert client.post(url).status_code == 404


def test_person_without_learned_spellings_has_no_list_of_them(client: Client) -> None:
    client.force_login(make_user(is_development_lead=True))
    kim = make_staff_member("Kim Berg")

    assert (
        "Namnet på intyg"
        not in client.get(reverse("person_detail", args=[kim.pk])).content.decode()
    )
