"""The lead approves all the sure ones in one go."""

import pytest
from django.urls import reverse

from focusareas import clock, review
from focusareas.approval_draw import Draw
from focusareas.forms.review import DrawForm
from focusareas.models import ApprovalRound, AuditEvent, Certificate
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


def draw_in(response) -> str:
    return response.context["draw"]


def approve(client, draw, **fields):
    return client.post(reverse("review_approve_all"), {"draw": draw} | fields, follow=True)


def test_sure_ones_are_approved_in_one_go(lead, unit):
    for number in range(3):
        waiting(unit, f"Per Nr{number}")
    unsure = question(unit)

    confirm = lead.get(reverse("review_approve_all"))
    response = approve(lead, draw_in(confirm))

    assert len(confirm.context["sample"]) == 3
    assert "Godkänn 3\u00a0intyg" in page(confirm)
    assert "3\u00a0godkända." in page(response)
    assert Certificate.objects.live().get(approved_on=None) == unsure


def test_ten_drawn_at_random_are_shown_and_noted_in_the_trace(lead, unit):
    pks = {waiting(unit, f"Per Nr{number}").pk for number in range(25)}

    confirms = [lead.get(reverse("review_approve_all")) for _ in range(2)]
    samples = [[row.pk for row in confirm.context["sample"]] for confirm in confirms]
    approve(lead, draw_in(confirms[0]))

    assert [len(set(sample) & pks) for sample in samples] == [10, 10]
    assert samples[0] != samples[1]
    assert page(confirms[0]).count('class="sample-card"') == 10
    approval_round = ApprovalRound.objects.get()
    assert approval_round.certificates.count() == 25
    drawn = ", ".join(str(pk) for pk in samples[0])
    certificate = page(lead.get(reverse("certificate_detail", args=[pks.pop()])))
    assert f"Godkände intyget, ett av 25 på en gång. Stickprovet var intyg {drawn}." in certificate
    assert AuditEvent.objects.about(approval_round).get().text == (
        f"Godkände 25 säkra intyg på en gång. Stickprovet var intyg {drawn}."
    )


def test_one_that_is_taken_out_is_left_to_be_reviewed_by_itself(lead, unit):
    odd, other = waiting(unit, "Udda Ek"), waiting(unit, "Per Nr2")
    draw = draw_in(lead.get(reverse("review_approve_all")))

    without = approve(lead, draw, leave_out=odd.pk)
    still_waiting = Certificate.objects.waiting_on(clock.today()).count()
    response = approve(lead, draw_in(without))

    assert "Godkänn 1\u00a0intyg" in page(without)
    assert still_waiting == 2
    assert "1\u00a0godkänt." in page(response)
    assert set(Certificate.objects.filter(approved_on__isnull=False)) == {other}
    assert draw_in(lead.get(reverse("review_approve_all"))) == DrawForm.written(Draw((), ()))


@pytest.mark.parametrize("number", [0, 10**30])
def test_only_what_was_drawn_can_be_taken_out(lead, unit, number):
    waiting(unit)
    draw = draw_in(lead.get(reverse("review_approve_all")))

    assert "Godkänn 1\u00a0intyg" in page(approve(lead, draw, leave_out=number))


def test_answered_or_corrected_ones_are_not_among_the_sure(lead, unit):
    by = make.make_user()
    answered, corrected, sure = question(unit), waiting(unit), waiting(unit, "Sara Säker")
    person = make.make_staff_member("Bo Ek")
    review.answer(answered, person=person, completed_on=MARCH, by=by)
    review.correct(corrected, person=corrected.staff_member, completed_on=MARCH, by=by)

    assert lead.get(reverse("review_approve_all")).context["sample"] == [sure]


def test_new_ones_are_not_swept_along_and_lost_ones_are_counted(lead, unit):
    first, second = waiting(unit, "Per Nr1"), waiting(unit, "Per Nr2")
    draw = draw_in(lead.get(reverse("review_approve_all")))
    other = make.make_user(first_name="Olof", last_name="By")
    review.return_to_unit(second, reason="Fel.", by=other, on=MAY)
    new = waiting(unit, "Per Nr3")

    response = approve(lead, draw)

    assert "1\u00a0godkänt, Olof By hann före med 1." in page(response)
    assert set(Certificate.objects.filter(approved_on__isnull=False)) == {first}
    assert Certificate.objects.waiting_on(clock.today()).get() == new


def test_what_was_changed_meanwhile_is_said_to_wait(lead, unit):
    certificate = waiting(unit)
    draw = draw_in(lead.get(reverse("review_approve_all")))
    person = certificate.staff_member
    review.correct(certificate, person=person, completed_on=MARCH, by=make.make_user())

    response = approve(lead, draw)

    certificate.refresh_from_db()
    assert "0\u00a0godkända, 1 väntar kvar och behöver granskas för sig." in page(response)
    assert certificate.approved_on is None
    assert not ApprovalRound.objects.exists()


def test_day_after_it_came_in_is_not_sure(lead, unit):
    waiting(unit, completed_on=MAY)

    assert lead.get(reverse("review_approve_all")).context["sample"] == []


def test_only_the_chosen_part_of_the_queue_is_offered(lead, unit):
    certificate = waiting(unit)
    waiting(make.make_unit("FAM", name="Familjefrid"), "Per Nr2")

    confirm = lead.get(reverse("review_approve_all"), {"unit": "hemt"})

    assert confirm.context["sample"] == [certificate]


@pytest.mark.parametrize("draw", ["", "x", "1,x", "\0", "W10:x:y", "9" * 30_000])
def test_choice_that_makes_no_sense_approves_nothing(lead, unit, draw):
    waiting(unit)

    response = approve(lead, draw)

    assert "Ingenting är godkänt" in page(response)
    assert not Certificate.objects.filter(approved_on__isnull=False).exists()


def test_approving_many_costs_the_same_as_approving_few(lead, unit, django_assert_max_num_queries):
    for number in range(40):
        waiting(unit, f"Per Nr{number}")
    draw = draw_in(lead.get(reverse("review_approve_all")))

    with django_assert_max_num_queries(16):
        lead.post(reverse("review_approve_all"), {"draw": draw})
