"""Whose certificate is it? Answered by the unit's manager, and by nobody else."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from focusareas.models import Certificate, Submission, SubmittedCertificate, Unit, User
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


def in_pile(unit: Unit, key: str, number: int) -> list[Certificate]:
    """Questions that were handed in together."""
    questions = [a_question(unit) for _ in range(number)]
    submission = Submission.objects.create(
        unit=unit, course=questions[0].course, key=key, received_on=RECEIVED
    )
    for question in questions:
        SubmittedCertificate.objects.create(
            submission=submission, file_name="a.pdf", outcome="ask", certificate=question
        )
    return questions


def address(question: Certificate, name: str = "certificate_answer") -> str:
    return reverse(name, args=[question.pk])


def test_answered_question_waits_for_review(manager, unit):
    question, anna = a_question(unit), make.make_staff_member("Anna Berg", unit=unit)

    response = manager.post(address(question), {"person": anna.pk, **ANSWER}, follow=True)

    question.refresh_from_db()
    assert (question.staff_member, question.completed_on) == (anna, date(2023, 5, 9))
    assert response.redirect_chain == [(reverse("unit_detail", args=[unit.pk]), 302)]
    assert "Intyget är inlämnat för Anna Berg." in response.content.decode()


def test_spelling_that_is_remembered_is_told_of(manager, unit):
    question, anna = a_question(unit), make.make_staff_member("Anna Berg", unit=unit)

    page = manager.post(address(question), {"person": anna.pk, **ANSWER}, follow=True)

    assert "Vi minns att Ana Berg är samma person." in page.content.decode()


def test_latest_pile_is_answered_first(manager, unit):
    older, without_pile = in_pile(unit, "a", 1), a_question(unit)
    first, second, third = in_pile(unit, "b", 3)
    anna = make.make_staff_member("Anna Berg", unit=unit)

    unit_page = manager.get(reverse("unit_detail", args=[unit.pk])).content.decode()
    assert address(first) in unit_page
    assert "2 av 3" in manager.get(address(second)).content.decode().replace("\u00a0", " ")
    response = manager.post(address(second), {"person": anna.pk, **ANSWER})
    assert response.url == address(third)
    assert "3 av 3" in manager.get(address(third)).content.decode()
    Certificate.objects.filter(pk=first.pk).update(returned_on=TODAY, reason="Oläsligt.")
    bo = make.make_staff_member("Bo Ek", unit=unit)
    assert manager.post(address(third), {"person": bo.pk, **ANSWER}).url == address(older[0])
    assert address(without_pile) in manager.get(address(older[0])).content.decode()


def test_namesakes_are_told_apart_and_others_by_title_and_unit(manager, unit):
    other_unit = make.make_unit(name="Hemtjänst Söder")
    make.make_unit_manager(User.objects.get(email="chef@example.com"), other_unit)
    for number in ("101", "102"):
        person = make.make_staff_member("Ana Berg", employee_number=number)
        make.make_employment(person, unit, title="Undersköterska")
    make.make_employment(make.make_staff_member("Ana Bergman"), other_unit, title="Biträde")

    page = manager.get(address(a_question(unit)) + "?q=ana").content.decode()

    assert "Undersköterska, nr 101" in page
    assert "Undersköterska, nr 102" in page
    assert "Biträde, Hemtjänst Söder<" in page


def test_unit_of_another_provider_is_not_told(manager, unit):
    shared = make.make_staff_member("Ana Berg", unit=unit)
    make.make_employment(shared, make.make_unit(provider="Omsorgsbolaget AB", name="Främmande"))

    assert "Främmande" not in manager.get(address(a_question(unit))).content.decode()


def test_file_that_is_no_certificate_is_thrown_out_and_put_back(manager, unit):
    question, following = in_pile(unit, "a", 2)

    response = manager.post(address(question, "certificate_throw_out"))
    question.refresh_from_db()
    assert question.returned_on == TODAY
    assert response.url.startswith(address(following))
    assert address(question, "certificate_put_back") in manager.get(response.url).content.decode()
    response = manager.post(address(question, "certificate_put_back"))

    assert response.url == address(question)
    question.refresh_from_db()
    assert question.is_question


def test_last_file_thrown_out_can_be_put_back_from_the_list(manager, unit):
    question = a_question(unit)

    page = manager.post(address(question, "certificate_throw_out"), follow=True).content.decode()

    assert "Filen är undanlagd och räknas inte." in page
    assert address(question, "certificate_put_back") in page


def test_what_the_lead_returned_is_not_put_back_by_the_unit(manager, unit):
    question = a_question(unit, returned_on=RECEIVED, reason="Filen är inte ett kursintyg.")

    page = manager.post(address(question, "certificate_put_back"), follow=True).content.decode()

    assert "inte undanlagd av enheten" in page
    question.refresh_from_db()
    assert question.returned_on == RECEIVED


@pytest.mark.parametrize("key", ["0", "x", "\0", "9" * 30])
def test_thrown_out_number_that_is_nothing_is_passed_over(manager, unit, key):
    assert manager.get(address(a_question(unit)), {"thrown_out": key}).status_code == 200


def test_second_of_two_is_told_who_was_first(manager, unit):
    question, anna = a_question(unit), make.make_staff_member("Anna Berg", unit=unit)
    colleague = make.make_user("kollega@example.com")
    make.make_unit_manager(colleague, unit, is_deputy=True)
    signed_in(colleague).post(address(question), {"person": anna.pk, **ANSWER})

    for way in (manager.get, manager.post):
        page = way(address(question), follow=True).content.decode()
        assert "redan klarlagt av kollega@example.com" in page


def test_page_and_its_picture_open_the_file_once(manager, unit, monkeypatch):
    opened = []
    monkeypatch.setattr("focusareas.page_pictures._apart", lambda *args: opened.append(args))
    question = a_question(unit, file=make.make_certificate_file())

    page = manager.get(address(question)).content.decode()

    picture = address(question, "certificate_piece_picture")
    assert (opened, picture in page) == ([], True)
    assert manager.get(picture).status_code == 404
    assert len(opened) == 1


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


VERBS = ("certificate_answer", "certificate_take_back", "certificate_throw_out")


@pytest.mark.parametrize("name", [*VERBS, "certificate_put_back"])
def test_nobody_answers_for_another_unit(unit, name):
    question = a_question(unit)
    anna = make.make_staff_member("Anna Berg", unit=unit)
    outsider, provider = make.make_user(), make.make_user()
    make.make_unit_manager(outsider, make.make_unit())
    make.make_unit_manager(provider, make.make_unit(provider="Omsorgsbolaget AB"))

    for user in (outsider, provider):
        client = signed_in(user)
        assert client.get(address(question, "certificate_piece_picture")).status_code == 404
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
