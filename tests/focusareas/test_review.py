"""Deciding about certificates, one by one, many at once, and two people at a time."""

import threading
from datetime import date

import pytest
from django.db import connection

from focusareas import review
from focusareas.approval_draw import Draw
from focusareas.models import AuditEvent, Certificate
from focusareas.review import CannotDecideError
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db

WHO_AND_WHEN = r"redan godkänt av Lena Ek den 2023-05-01 klockan \d\d\.\d\d\."
MARCH, APRIL, MAY = date(2023, 3, 1), date(2023, 4, 1), date(2023, 5, 1)


@pytest.fixture
def lead():
    return make.make_user("lead@example.com", first_name="Lena", last_name="Ek")


@pytest.fixture
def waiting() -> Certificate:
    unit = make.make_unit()
    return make.make_certificate(
        make.make_staff_member("Anna Berg", unit=unit), make.make_course(), unit, APRIL
    )


@pytest.fixture
def question() -> Certificate:
    unit = make.make_unit()
    return make.make_certificate(
        None, make.make_course(), unit, APRIL, completed_on=None, question="Vem är det?"
    )


def test_answered_question_waits_for_review(question, lead):
    person = make.make_staff_member("Bo Ek", employee_number="77")

    review.answer(question, person=person, completed_on=MARCH, by=lead)

    question.refresh_from_db()
    assert (question.staff_member, question.completed_on, question.question) == (person, MARCH, "")
    assert Certificate.objects.waiting_on(APRIL).get() == question
    assert "Bo Ek (77)" in told(question)[0]


def test_question_is_answered_once(question, lead):
    one, other = make.make_staff_member("Bo Ek"), make.make_staff_member("Bo Ek")
    review.answer(question, person=one, completed_on=MARCH, by=lead)

    with pytest.raises(CannotDecideError, match="redan besvarad"):
        review.answer(question, person=other, completed_on=MARCH, by=lead)


def test_answer_with_a_day_after_it_came_in_is_refused(question, lead):
    with pytest.raises(CannotDecideError, match="efter dagen"):
        review.answer(question, person=make.make_staff_member(), completed_on=MAY, by=lead)


def test_answer_with_somebody_who_has_one_is_refused(question, waiting, lead):
    with pytest.raises(CannotDecideError, match="redan ett intyg för Webbkurs om våld"):
        review.answer(question, person=waiting.staff_member, completed_on=MARCH, by=lead)

    question.refresh_from_db()
    assert question.staff_member is None


def test_corrected_person_and_day_are_told_in_the_trace(waiting, lead):
    right = make.make_staff_member("Bo Ek", employee_number="77")
    number = waiting.staff_member.employee_number

    review.correct(waiting, person=right, completed_on=MARCH, by=lead)

    waiting.refresh_from_db()
    assert (waiting.staff_member, waiting.completed_on) == (right, MARCH)
    assert told(waiting)[0] == (
        f"Rättade medarbetaren från Anna Berg ({number}) till Bo Ek (77) "
        "och dagen från 2023-04-01 till 2023-03-01."
    )


def test_correcting_nothing_leaves_no_trace(waiting, lead):
    same = waiting.staff_member

    review.correct(waiting, person=same, completed_on=waiting.completed_on, by=lead)

    assert not AuditEvent.objects.exists()


def test_question_is_answered_by_correcting_it(question, lead):
    person = make.make_staff_member()

    review.correct(question, person=person, completed_on=MARCH, by=lead)

    question.refresh_from_db()
    assert (question.staff_member, question.question) == (person, "")


def test_decided_certificate_is_not_corrected(waiting, lead):
    review.approve(waiting, by=lead, on=MAY)

    with pytest.raises(CannotDecideError, match="redan godkänt av Lena Ek"):
        review.correct(waiting, person=make.make_staff_member(), completed_on=MARCH, by=lead)


def test_corrected_day_cannot_be_after_it_came_in(waiting, lead):
    with pytest.raises(CannotDecideError, match="efter dagen"):
        review.correct(waiting, person=waiting.staff_member, completed_on=MAY, by=lead)


def test_correcting_to_somebody_who_has_one_is_refused(waiting, lead):
    other = make.make_staff_member()
    make.make_certificate(other, waiting.course, waiting.unit, APRIL)

    with pytest.raises(CannotDecideError, match="redan ett intyg"):
        review.correct(waiting, person=other, completed_on=MARCH, by=lead)


def test_approved_certificate_counts_from_that_day(waiting, lead):
    review.approve(waiting, by=lead, on=MAY)

    assert Certificate.objects.approved_on_or_before(MAY).get().reviewed_by == lead
    assert not Certificate.objects.approved_on_or_before(APRIL).exists()


def test_question_cannot_be_approved(question, lead):
    with pytest.raises(CannotDecideError, match="saknar person"):
        review.approve(question, by=lead, on=MAY)


def test_approval_before_it_came_in_is_refused(waiting, lead):
    with pytest.raises(CannotDecideError, match="i ordning"):
        review.approve(waiting, by=lead, on=MARCH)


def test_second_reviewer_is_told_who_was_first(waiting, lead):
    review.approve(waiting, by=lead, on=MAY)

    with pytest.raises(CannotDecideError, match=WHO_AND_WHEN):
        review.return_to_unit(waiting, reason="Fel", by=make.make_user(), on=MAY)


def test_returned_certificate_lets_a_new_one_in(waiting, lead):
    review.return_to_unit(waiting, reason="Oläslig bild.", by=lead, on=MAY)

    make.make_certificate(waiting.staff_member, waiting.course, waiting.unit, MAY)

    assert Certificate.objects.live().count() == 1


def test_withdrawn_approval_counts_until_that_day(waiting, lead):
    review.approve(waiting, by=lead, on=APRIL)
    review.withdraw(waiting, reason="Fel person.", by=lead, on=MAY)

    assert [Certificate.objects.approved_on_or_before(day).count() for day in (APRIL, MAY)] == [
        1,
        0,
    ]
    with pytest.raises(CannotDecideError, match="redan återkallat"):
        review.withdraw(waiting, reason="Igen.", by=lead, on=MAY)


def test_waiting_certificate_cannot_be_withdrawn(waiting, lead):
    with pytest.raises(CannotDecideError, match="inte godkänt"):
        review.withdraw(waiting, reason="Fel.", by=lead, on=MAY)


def test_moved_certificate_was_the_right_persons_all_along(waiting, lead):
    right = make.make_staff_member("Anna Bergh")
    review.approve(waiting, by=lead, on=APRIL)

    review.move(waiting, to=right, reason="Stavas med h.", by=lead)

    assert Certificate.objects.approved_on_or_before(APRIL).get().staff_member == right
    assert "från Anna Berg" in told(waiting)[0]


def test_certificate_is_not_moved_to_somebody_who_has_one(waiting, lead):
    other = make.make_staff_member()
    make.make_certificate(other, waiting.course, waiting.unit, APRIL)

    with pytest.raises(CannotDecideError, match="redan ett intyg"):
        review.move(waiting, to=other, reason="Fel.", by=lead)


def test_protected_name_does_not_reach_the_trace(question, lead):
    person = make.make_staff_member("Hemlig Person", employee_number="88", is_protected=True)

    review.answer(question, person=person, completed_on=MARCH, by=lead)

    assert told(question, reader=make.make_user())[0].endswith("Skyddad (88).")


def test_of_many_those_somebody_else_decided_are_passed_over(waiting, lead):
    other = make.make_certificate(make.make_staff_member(), waiting.course, waiting.unit, APRIL)
    draw = Draw.of([waiting.pk, other.pk])
    review.return_to_unit(other, reason="Fel.", by=lead, on=MAY)

    outcome = review.approve_all(draw, by=lead, on=MAY)

    assert (outcome.approved, outcome.left, outcome.others) == (1, 0, {"Lena Ek": 1})


@pytest.mark.parametrize(
    ("read", "is_other"),
    [("ANNA BERG", False), ("Berg, Anna", False), ("", False), ("A. Berg", True), ("Bo Ek", True)],
)
def test_certificate_in_another_name_is_told_apart(waiting, read, is_other):
    waiting.name_read = read

    assert waiting.names_another is is_other


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_certificate_decide_once(waiting, lead):
    other = make.make_user("other@example.com")
    ready, outcomes = threading.Barrier(2), []

    def decide(by) -> None:
        ready.wait()
        try:
            outcomes.append(review.approve(waiting, by=by, on=MAY).reviewed_by)
        except CannotDecideError:
            outcomes.append(None)
        finally:
            connection.close()

    threads = [threading.Thread(target=decide, args=[by]) for by in (lead, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    waiting.refresh_from_db()
    assert len(outcomes) == 2
    assert [by for by in outcomes if by] == [waiting.reviewed_by]
    assert AuditEvent.objects.count() == 1
