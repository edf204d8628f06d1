"""Whose certificate is it? Answered by the unit's manager, and by nobody else."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from focusareas.models import Certificate, Unit
from tests import factories as make
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
TODAY, RECEIVED = date(2023, 5, 15), date(2023, 5, 10)
ANSWER = {"completed_on": "2023-05-09"}


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("HEMT", name="Hemtjänst Norr")


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("chef@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


def a_question(unit: Unit, **fields) -> Certificate:
    defaults = {"completed_on": None, "name_read": "Ana Berg", "question": "Välj vem det gäller."}
    return make.make_certificate(None, make.make_course(), unit, RECEIVED, **defaults | fields)


def address(question: Certificate, name: str = "certificate_answer") -> str:
    return reverse(name, args=[question.pk])


def test_answered_question_waits_for_review(manager, unit):
    question, anna = a_question(unit), make.make_staff_member("Anna Berg", unit=unit)

    response = manager.post(address(question), {"person": anna.pk, **ANSWER}, follow=True)

    question.refresh_from_db()
    assert (question.staff_member, question.completed_on) == (anna, date(2023, 5, 9))
    assert response.redirect_chain == [(reverse("unit_detail", args=[unit.pk]), 302)]
    assert "Intyget är inlämnat för Anna Berg." in response.content.decode()


def test_answer_leads_to_the_next_question(manager, unit):
    first, second = a_question(unit), a_question(unit)
    anna = make.make_staff_member("Anna Berg", unit=unit)

    response = manager.post(address(first), {"person": anna.pk, **ANSWER})

    assert response.url == address(second)


def test_page_shows_what_was_read_and_the_likeliest_first(manager, unit):
    for name in ("Bo Dal", "Anna Berg"):
        make.make_staff_member(name, unit=unit)

    page = manager.get(address(a_question(unit, completed_on=RECEIVED))).content.decode()

    assert "Välj vem det gäller." in page
    assert "Ana Berg" in page
    assert 'value="2023-05-10"' in page
    assert page.index("Anna Berg<") < page.index("Bo Dal<")


def test_person_found_by_search_can_be_chosen(manager, unit):
    for number in range(10):
        make.make_staff_member(f"Ana Berg{number}", unit=unit)
    orjan = make.make_staff_member("Örjan Zetterlund", unit=unit, employee_number="777")
    question = a_question(unit)
    assert "Örjan" not in manager.get(address(question)).content.decode()

    for text in ("orjan", "777"):
        url = address(question) + f"?q={text}"
        assert "1\u00a0träff, överst i listan" in manager.get(url).content.decode()
    manager.post(url, {"person": orjan.pk, **ANSWER})

    question.refresh_from_db()
    assert question.staff_member == orjan


def test_search_without_a_hit_says_so(manager, unit):
    page = manager.get(address(a_question(unit)) + "?q=%00%22x").content.decode()

    assert "Ingen träff på" in page


@pytest.mark.parametrize("person", ["", "0", "x", "\0", "9" * 30])
def test_person_who_is_nobody_is_refused(manager, unit, person):
    question = a_question(unit)

    response = manager.post(address(question), {"person": person, **ANSWER})

    assert response.status_code == 200
    assert "Rätta det här" in response.content.decode()
    assert Certificate.objects.questions().get() == question


def test_person_of_another_unit_changes_nothing(manager, unit):
    question = a_question(unit)
    stranger = make.make_staff_member("Ana Berg", unit=make.make_unit())

    page = manager.post(address(question), {"person": stranger.pk, **ANSWER}).content.decode()

    assert "Sök efter personen igen" in page
    assert Certificate.objects.questions().exists()


@pytest.mark.parametrize(
    ("day", "words"), [("2023-05-11", "efter dagen då intyget kom in"), ("i går", "Dagen då")]
)
def test_day_that_cannot_be_is_refused(manager, unit, day, words):
    anna = make.make_staff_member("Anna Berg", unit=unit)

    response = manager.post(address(a_question(unit)), {"person": anna.pk, "completed_on": day})

    assert words in response.content.decode()
    assert Certificate.objects.questions().exists()


def test_question_somebody_else_answered_says_so(manager, unit):
    question = a_question(unit)
    Certificate.objects.update(
        staff_member=make.make_staff_member("Bo Ek", unit=unit), completed_on=RECEIVED
    )

    response = manager.get(address(question), follow=True)

    assert "Intyget är redan klarlagt och behöver inget svar." in response.content.decode()


def test_question_that_was_sent_back_says_so(manager, unit):
    question = a_question(unit, returned_on=RECEIVED, reason="Oläsligt.")

    response = manager.get(address(question), follow=True)

    assert "Intyget är redan återsänt" in response.content.decode()


def test_file_that_is_wrong_is_taken_back(manager, unit):
    question = a_question(unit)
    url = address(question, "certificate_take_back")
    manager.get(url)
    assert Certificate.objects.questions().exists()

    manager.post(url)

    question.refresh_from_db()
    assert question.returned_on == TODAY
    assert "tog tillbaka" in question.reason


def test_decided_certificate_is_not_taken_back(manager, unit):
    person = make.make_staff_member(unit=unit)
    approved = make.make_certificate(
        person, make.make_course(), unit, RECEIVED, approved_on=RECEIVED
    )

    response = manager.post(address(approved, "certificate_take_back"))

    assert "redan godkänt" in response.content.decode()
    assert Certificate.objects.live().exists()


@pytest.mark.parametrize("name", ["certificate_answer", "certificate_take_back"])
def test_nobody_answers_for_another_unit(unit, name):
    question = a_question(unit)
    anna = make.make_staff_member("Anna Berg", unit=unit)
    outsider, provider = make.make_user(), make.make_user()
    make.make_unit_manager(outsider, make.make_unit())
    make.make_unit_manager(provider, make.make_unit(provider="Omsorgsbolaget AB"))

    for user in (outsider, provider):
        client = signed_in(user)
        assert client.get(address(question, name)).status_code == 404
        data = {"person": anna.pk, **ANSWER}
        assert client.post(address(question, name), data).status_code == 404

    assert Certificate.objects.questions().get() == question


def test_head_of_department_does_not_answer(unit):
    head = make.make_user()
    make.make_department_head(head, make.make_department())

    assert signed_in(head).get(address(a_question(unit))).status_code == 403


def test_page_costs_the_same_for_many(manager, unit, django_assert_max_num_queries):
    for number in range(60):
        make.make_staff_member(f"Per Nr{number}", unit=unit)

    url = address(a_question(unit)) + "?q=per"
    with django_assert_max_num_queries(10):
        manager.get(url)
