"""A decision about a certificate is undone within a day, and not when something rests on it."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from focusareas import completion, review, undo
from focusareas.approval_draw import Draw
from focusareas.models import ApprovalRound, AuditEvent, Certificate, Payment, PaymentBatch
from focusareas.review import CannotDecideError
from tests import factories as make
from tests.reviewing import APRIL, MAY, page, question, waiting

pytestmark = pytest.mark.django_db
JUNE = date(2023, 6, 1)


@pytest.fixture
def lead():
    return make.make_user(is_development_lead=True, first_name="Lena", last_name="Ek")


@pytest.fixture
def unit():
    return make.make_unit("HEMT", name="Hemtjänst Norr")


def hours_ago(hours: int, certificate: Certificate) -> None:
    """Let the decision about the certificate be so old."""
    moment = timezone.now() - timedelta(hours=hours)
    Certificate.objects.filter(pk=certificate.pk).update(decided_at=moment)


def test_undone_approval_waits_as_if_it_had_not_been_made(unit, lead):
    plan, course = make.make_plan(), make.make_course()
    make.make_activity("1.2", plan=plan, courses=(course,))
    certificate = waiting(unit)
    review.approve(certificate, by=lead, on=MAY)

    undo.undo(certificate, by=lead)

    certificate.refresh_from_db()
    assert certificate.is_waiting
    assert (certificate.reviewed_by, certificate.decided_at) == (None, None)
    figure = completion.for_plan(plan, on=JUNE).activity("1.2").total
    assert (figure.done, figure.received) == (0, 1)
    told = [event.text for event in AuditEvent.objects.about(certificate)]
    assert told == ["Ångrade godkännandet.", "Godkände intyget."]


def test_undone_return_waits_and_the_trace_keeps_the_reason(unit, lead):
    certificate = waiting(unit)
    review.return_to_unit(certificate, reason="Oläslig.", by=lead, on=MAY)

    undo.undo(certificate, by=lead)

    assert Certificate.objects.waiting_on(MAY).get().reason == ""
    latest = AuditEvent.objects.about(certificate).first()
    assert latest.text == "Ångrade återsändningen: Oläslig."


def test_return_is_not_undone_when_a_new_certificate_came_in(unit, lead):
    certificate = waiting(unit)
    review.return_to_unit(certificate, reason="Fel.", by=lead, on=MAY)
    make.make_certificate(certificate.staff_member, certificate.course, unit, MAY)

    with pytest.raises(CannotDecideError, match="kom in den 2023-05-01 och väntar på granskning"):
        undo.undo(certificate, by=lead)


def test_return_is_not_undone_when_the_same_file_came_in_again(unit, lead):
    file = make.make_certificate_file()
    certificate = question(unit)
    Certificate.objects.filter(pk=certificate.pk).update(file=file)
    review.return_to_unit(certificate, reason="Fel.", by=lead, on=MAY)
    other = make.make_unit("FAM", name="Familjefrid")
    make.make_certificate(None, certificate.course, other, MAY, file=file, completed_on=None)

    with pytest.raises(CannotDecideError, match="igen den 2023-05-01 av Familjefrid"):
        undo.undo(certificate, by=lead)


def test_decision_older_than_a_day_stands(unit, lead):
    fresh, old = waiting(unit), waiting(unit, "Bo Ek")
    for certificate, hours in ((fresh, 23), (old, 25)):
        review.approve(certificate, by=lead, on=MAY)
        hours_ago(hours, certificate)

    undo.undo(fresh, by=lead)
    with pytest.raises(CannotDecideError, match="24 timmar"):
        undo.undo(old, by=lead)

    assert Certificate.objects.approved_on_or_before(MAY).get() == old


def test_what_waits_or_is_withdrawn_is_not_undone(unit, lead):
    certificate = waiting(unit)
    with pytest.raises(CannotDecideError, match="inget beslut"):
        undo.undo(certificate, by=lead)
    review.approve(certificate, by=lead, on=MAY)
    review.withdraw(certificate, reason="Fel.", by=lead, on=MAY)

    with pytest.raises(CannotDecideError, match="redan återkallat"):
        undo.undo(certificate, by=lead)


def test_approval_that_has_been_paid_for_is_not_undone(unit, lead):
    paid, other = waiting(unit), waiting(unit, "Bo Ek")
    review.approve_all(Draw.of([paid.pk, other.pk]), by=lead, on=MAY)
    batch = PaymentBatch.objects.create(plan=make.make_plan(), dated=MAY, basis="x")
    Payment.objects.create(batch=batch, certificate=paid, unit=unit, amount_sek=500)

    with pytest.raises(CannotDecideError, match="utbetald"):
        undo.undo(paid, by=lead)
    assert undo.undo_round(ApprovalRound.objects.get(), by=lead) == 1

    assert Certificate.objects.approved_on_or_before(MAY).get() == paid


def test_approval_of_many_is_undone_but_for_what_was_withdrawn(unit, lead):
    certificates = [waiting(unit, f"Per Nr{number}") for number in range(3)]
    review.approve_all(Draw.of([row.pk for row in certificates]), by=lead, on=APRIL)
    review.withdraw(certificates[0], reason="Fel.", by=lead, on=MAY)
    approval_round = ApprovalRound.objects.get()

    undone = undo.undo_round(approval_round, by=lead)

    assert undone == 2
    assert set(Certificate.objects.waiting_on(MAY)) == set(certificates[1:])
    with pytest.raises(CannotDecideError, match="redan ångrat av"):
        undo.undo_round(approval_round, by=lead)


def test_approval_of_many_older_than_a_day_stands(unit, lead):
    review.approve_all(Draw.of([waiting(unit).pk]), by=lead, on=MAY)
    ApprovalRound.objects.update(made_at=timezone.now() - timedelta(hours=25))

    with pytest.raises(CannotDecideError, match="24 timmar"):
        undo.undo_round(ApprovalRound.objects.get(), by=lead)


# ---------------------------------------------------------------- The pages


def test_latest_decision_is_undone_from_the_page_of_the_next(client, unit, lead):
    client.force_login(lead)
    first, second = waiting(unit, "Ada Ask"), waiting(unit, "Bea Björk", MAY)
    other = make.make_user(is_development_lead=True)
    review.approve(waiting(unit, "Cia Ceder", MAY), by=other, on=MAY)

    response = client.post(reverse("review_approve", args=[first.pk]), follow=True)
    shown = page(response)
    back = client.post(reverse("review_undo", args=[first.pk]), follow=True)

    assert "Senast godkände du Ada Ask." in shown
    assert ">1 kvar</strong>" in shown
    assert response.context["certificate"] == second
    assert back.context["certificate"] == first
    assert "är ångrat" in page(back)


def test_what_cannot_be_undone_is_said_on_the_page_of_the_certificate(client, unit, lead):
    client.force_login(lead)
    certificate = waiting(unit, approved_on=MAY)

    response = client.post(reverse("review_undo", args=[certificate.pk]), follow=True)

    assert "24 timmar" in page(response)
    assert "Ångra beslutet" not in page(response)


def test_decisions_of_the_last_day_are_listed_with_those_made_together(
    client, unit, lead, django_assert_num_queries
):
    client.force_login(lead)
    review.approve_all(Draw.of([waiting(unit).pk, waiting(unit, "Bo Ek").pk]), by=lead, on=MAY)
    review.return_to_unit(waiting(unit, "Cia Ceder"), reason="Oläslig.", by=lead, on=MAY)
    old = waiting(unit, "Gamla Beslutet")
    review.approve(old, by=lead, on=MAY)
    hours_ago(25, old)
    together = ApprovalRound.objects.get()

    with django_assert_num_queries(5):
        shown = page(client.get(reverse("review_decisions")))
    confirm = page(client.get(reverse("review_undo_all", args=[together.pk])))
    client.post(reverse("review_undo_all", args=[together.pk]))

    assert all(name in shown for name in ("Anna Berg", "Bo Ek", "Cia Ceder", "Oläslig."))
    assert "Gamla Beslutet" not in shown
    assert "Ångra godkännandet av 2\u00a0intyg" in confirm
    assert Certificate.objects.waiting_on(MAY).count() == 2


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_all_at_once_and_one_by_one_at_the_same_moment_decide_each_once(unit, lead):
    certificates = [waiting(unit, f"Per Nr{number}") for number in range(12)]
    other = make.make_user("other@example.com")
    ready, outcomes = threading.Barrier(3), []

    def together(by) -> None:
        outcomes.append(
            review.approve_all(Draw.of([row.pk for row in certificates]), by=by, on=MAY).approved
        )

    def one_by_one() -> None:
        done = 0
        for certificate in reversed(certificates):
            try:
                review.return_to_unit(certificate, reason="Fel.", by=other, on=MAY)
                done += 1
            except CannotDecideError:
                pass
        outcomes.append(done)

    def at_once(act, *args) -> None:
        ready.wait()
        try:
            act(*args)
        finally:
            connection.close()

    jobs = [(together, lead), (together, other), (one_by_one,)]
    threads = [threading.Thread(target=at_once, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(outcomes) == 3
    assert sum(outcomes) == len(certificates)
    decided = AuditEvent.objects.filter(object_type="focusareas.certificate")
    assert decided.count() == 12
    assert not Certificate.objects.waiting_on(MAY).exists()
