"""The lead approves all the sure ones in one go."""

import pytest
from django.urls import reverse

from focusareas import clock, review
from focusareas.models import Certificate
from tests import factories as make
from tests.reviewing import MARCH, MAY, page, question, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True, first_name="Lena", last_name="Ek"))
    return client


@pytest.fixture
def unit():
    return make.make_unit("HEMT", name="Hemtjänst Norr")


def chosen_in(response) -> str:
    return response.context["chosen"]


def test_sure_ones_are_approved_in_one_go(lead, unit):
    for number in range(3):
        waiting(unit, f"Per Nr{number}")
    unsure = question(unit)

    confirm = lead.get(reverse("review_approve_all"))
    response = lead.post(reverse("review_approve_all"), {"chosen": chosen_in(confirm)}, follow=True)

    assert "Godkänn 3\u00a0intyg" in page(confirm)
    assert "3 godkända." in page(response)
    assert Certificate.objects.live().get(approved_on=None) == unsure


def test_answered_or_corrected_ones_are_not_among_the_sure(lead, unit):
    by = make.make_user()
    answered, corrected, sure = question(unit), waiting(unit), waiting(unit, "Sara Säker")
    person = make.make_staff_member("Bo Ek")
    review.answer(answered, person=person, completed_on=MARCH, by=by)
    review.correct(corrected, person=corrected.staff_member, completed_on=MARCH, by=by)

    assert chosen_in(lead.get(reverse("review_approve_all"))) == str(sure.pk)


def test_new_ones_are_not_swept_along_and_lost_ones_are_counted(lead, unit):
    first, second = waiting(unit, "Per Nr1"), waiting(unit, "Per Nr2")
    chosen = chosen_in(lead.get(reverse("review_approve_all")))
    review.return_to_unit(second, reason="Fel.", by=make.make_user(), on=MAY)
    new = waiting(unit, "Per Nr3")

    response = lead.post(reverse("review_approve_all"), {"chosen": chosen}, follow=True)

    assert "1 godkänt, 1 hann någon annan före." in page(response)
    assert set(Certificate.objects.filter(approved_on__isnull=False)) == {first}
    assert Certificate.objects.waiting_on(clock.today()).get() == new


def test_what_cannot_be_approved_is_said_to_wait(lead, unit):
    certificate = waiting(unit, completed_on=MAY)  # after the day it came in
    chosen = chosen_in(lead.get(reverse("review_approve_all")))

    response = lead.post(reverse("review_approve_all"), {"chosen": chosen}, follow=True)

    certificate.refresh_from_db()
    assert "0 godkända, 1 väntar kvar och behöver granskas för sig." in page(response)
    assert certificate.approved_on is None


def test_only_the_chosen_part_of_the_queue_is_offered(lead, unit):
    certificate = waiting(unit)
    waiting(make.make_unit("FAM", name="Familjefrid"), "Per Nr2")

    confirm = lead.get(reverse("review_approve_all"), {"unit": "hemt"})

    assert chosen_in(confirm) == str(certificate.pk)


@pytest.mark.parametrize("chosen", ["", "x", "1,x", "\0", "-1", "1,,2", "9" * 30, "٣", "1," * 9000])
def test_choice_that_makes_no_sense_approves_nothing(lead, unit, chosen):
    waiting(unit)

    response = lead.post(reverse("review_approve_all"), {"chosen": chosen}, follow=True)

    assert "Ingenting är godkänt" in page(response)
    assert not Certificate.objects.filter(approved_on__isnull=False).exists()


def test_question_among_the_chosen_is_not_approved(lead, unit):
    certificate = question(unit)

    lead.post(reverse("review_approve_all"), {"chosen": str(certificate.pk)})

    certificate.refresh_from_db()
    assert certificate.approved_on is None


def test_approving_many_costs_a_few_queries_for_each(lead, unit, django_assert_max_num_queries):
    for number in range(20):
        waiting(unit, f"Per Nr{number}")
    chosen = chosen_in(lead.get(reverse("review_approve_all")))

    with django_assert_max_num_queries(10 + 20 * 8):
        lead.post(reverse("review_approve_all"), {"chosen": chosen})
