"""What certificates earn: once each, back when taken back, and never paid twice."""

import random
import threading
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from focusareas import reimbursement
from focusareas.models import Activity, Certificate, Payment, Unit
from focusareas.refusal import RefusedError
from tests import factories as make

pytestmark = pytest.mark.django_db

APRIL, MAY, JUNE = date(2023, 4, 1), date(2023, 5, 1), date(2023, 6, 1)


@pytest.fixture
def activity() -> Activity:
    course = make.make_course()
    return make.make_activity("1.2", courses=(course,), amount_sek=500)


@pytest.fixture
def lead():
    return make.make_user("lead@example.com", is_development_lead=True)


def earn(activity: Activity, unit, approved_on: date = APRIL, **fields) -> Certificate:
    person = make.make_staff_member(unit=unit)
    course = activity.courses.get()
    received_on = fields.pop("received_on", min(approved_on, APRIL))
    return make.make_certificate(
        person, course, unit, received_on, approved_on=approved_on, **fields
    )


def pay(activity: Activity, lead, on: date = MAY):
    basis = reimbursement.due(activity.plan, on=on).basis
    return reimbursement.pay(activity.plan, basis=basis, on=on, by=lead)


def paid() -> list[Decimal]:
    return list(Payment.objects.order_by("pk").values_list("amount_sek", flat=True))


def test_units_are_paid_for_what_they_handed_in_own_and_contracted_apart(activity, lead):
    own = make.make_unit("A", cost_centre="4711")
    contracted = make.make_unit("B", provider="Omsorgsbolaget")
    for unit in (own, own, contracted):
        earn(activity, unit)

    sums = reimbursement.sums_of(pay(activity, lead))

    assert [(u.code, u.cost_centre, u.certificates, u.amount_sek) for u in sums.own] == [
        ("A", "4711", 2, 1000)
    ]
    assert [(u.code, u.provider, u.amount_sek) for u in sums.contracted] == [
        ("B", "Omsorgsbolaget", 500)
    ]
    assert (sums.own_sek, sums.contracted_sek, sums.amount_sek) == (1000, 500, 1500)


def test_what_was_paid_stays_booked_as_it_was_when_the_unit_changes_hands(activity, lead):
    unit = make.make_unit("A", cost_centre="4711")
    earn(activity, unit)
    first = pay(activity, lead)
    taken_over = make.make_unit("B", provider="Omsorgsbolaget").provider
    Unit.objects.filter(pk=unit.pk).update(
        operation=Unit.Operation.CONTRACTED, provider=taken_over, cost_centre="9"
    )
    earn(activity, unit)
    second = pay(activity, lead)

    for batch, own_sek, contracted_sek in ((first, 500, 0), (second, 0, 500)):
        sums = reimbursement.sums_of(batch)
        listed = reimbursement.batches_of(activity.plan).get(pk=batch.pk)
        assert (sums.own_sek, sums.contracted_sek) == (own_sek, contracted_sek)
        assert (listed.own_sek, listed.contracted_sek) == (own_sek, contracted_sek)
    assert [unit.cost_centre for unit in reimbursement.sums_of(first).own] == ["4711"]
    assert [unit.provider for unit in reimbursement.sums_of(second).contracted] == [
        "Omsorgsbolaget"
    ]


@pytest.mark.parametrize(
    ("approved_on", "fields"),
    [
        (JUNE, {}),
        (APRIL, {"received_on": date(2021, 12, 31)}),
        (APRIL, {"withdrawn_on": APRIL, "reason": "fel"}),
    ],
    ids=["approved later", "came in before the plan", "withdrawn"],
)
def test_only_what_counts_in_the_plan_earns(activity, approved_on, fields):
    earn(activity, make.make_unit("A"), approved_on, **fields)

    assert reimbursement.claims_of(activity.plan, on=MAY) == []


def test_other_course_earns_nothing(activity):
    unit = make.make_unit("A")
    person, other = make.make_staff_member(unit=unit), make.make_course("heder-lst")
    make.make_activity("4.2", plan=activity.plan, courses=(other,))
    make.make_certificate(person, other, unit, APRIL, approved_on=APRIL)

    assert reimbursement.claims_of(activity.plan, on=MAY) == []


def test_certificate_withdrawn_after_payment_is_a_minus_in_the_next_batch(activity, lead):
    unit = make.make_unit("A")
    wrong, _ = earn(activity, unit), earn(activity, unit)
    pay(activity, lead)
    Certificate.objects.filter(pk=wrong.pk).update(withdrawn_on=JUNE, reason="Fel person")
    earn(activity, unit, JUNE)

    sums = reimbursement.sums_of(pay(activity, lead, on=JUNE))

    assert (sums.certificates, sums.returns, sums.amount_sek) == (1, 1, 0)
    assert paid() == [500, 500, -500, 500]
    assert reimbursement.claims_of(activity.plan, on=JUNE) == []


def test_withdrawal_taken_back_pays_again(activity, lead):
    certificate = earn(activity, make.make_unit("A"))
    pay(activity, lead)
    rows = Certificate.objects.filter(pk=certificate.pk)
    rows.update(withdrawn_on=MAY, reason="Fel")
    pay(activity, lead)

    rows.update(withdrawn_on=None, reason="")
    pay(activity, lead)

    assert paid() == [500, -500, 500]


def test_second_click_pays_nothing_and_says_so(activity, lead):
    earn(activity, make.make_unit("A"))
    basis = reimbursement.due(activity.plan, on=MAY).basis
    reimbursement.pay(activity.plan, basis=basis, on=MAY, by=lead)

    with pytest.raises(RefusedError, match="redan utbetalt"):
        reimbursement.pay(activity.plan, basis=basis, on=MAY, by=lead)

    assert paid() == [500]


def test_nothing_else_is_paid_than_what_was_shown(activity, lead):
    unit = make.make_unit("A")
    earn(activity, unit)
    basis = reimbursement.due(activity.plan, on=MAY).basis
    earn(activity, unit)

    with pytest.raises(RefusedError, match="har ändrats"):
        reimbursement.pay(activity.plan, basis=basis, on=MAY, by=lead)

    assert paid() == []


def test_database_refuses_to_pay_a_certificate_twice(activity, lead):
    certificate = earn(activity, make.make_unit("A"))
    batch = pay(activity, lead)

    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.create(
            batch=batch, certificate=certificate, unit=certificate.unit, amount_sek=500
        )


def test_account_says_earned_paid_due_and_what_is_left_of_the_budget(activity, lead):
    unit, other = make.make_unit("A"), make.make_unit("B")
    earn(activity, unit)
    pay(activity, lead)
    earn(activity, unit, MAY)
    earn(activity, other, MAY)
    reimbursement.set_budget(activity, budget_sek=Decimal(10_000), by=lead)

    budget = reimbursement.budget_of(reimbursement.rewarding_activities(activity.plan))
    whole = reimbursement.account_of(activity.plan, on=MAY, budget_sek=budget)
    own = reimbursement.account_of(activity.plan, on=MAY, unit=unit.pk)
    before = reimbursement.account_of(activity.plan, on=APRIL)

    assert (whole.earned_sek, whole.paid_sek, whole.due_sek, whole.left_sek) == (
        1500,
        500,
        1000,
        8500,
    )
    assert (own.earned_sek, own.paid_sek, own.left_sek) == (1000, 500, None)
    assert (before.earned_sek, before.paid_sek) == (500, 0)


@pytest.mark.parametrize("seed", range(5))
def test_paid_is_always_five_hundred_for_each_certificate_that_is_paid(activity, lead, seed):
    chance = random.Random(seed)
    units = [make.make_unit(code) for code in "ABC"]
    for _ in range(40):
        certificates = list(Certificate.objects.all())
        act = chance.choice(("approve", "approve", "withdraw", "restore", "pay"))
        if act == "approve":
            earn(activity, chance.choice(units))
        elif act == "pay" and reimbursement.claims_of(activity.plan, on=MAY):
            pay(activity, lead)
        elif certificates and act in ("withdraw", "restore"):
            day, reason = (MAY, "fel") if act == "withdraw" else (None, "")
            chosen = Certificate.objects.filter(pk=chance.choice(certificates).pk)
            chosen.update(withdrawn_on=day, reason=reason)
        balances: dict[int, Decimal] = {}
        for payment in Payment.objects.all():
            key = payment.certificate_id
            balances[key] = balances.get(key, Decimal(0)) + payment.amount_sek
        assert set(balances.values()) <= {Decimal(0), Decimal(500)}
    if reimbursement.claims_of(activity.plan, on=MAY):
        pay(activity, lead)

    counting = Certificate.objects.filter(withdrawn_on__isnull=True).count()
    assert sum(paid()) == 500 * counting


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_of_many_who_pay_at_once_one_pays(activity, lead):
    for _ in range(3):
        earn(activity, make.make_unit())
    basis = reimbursement.due(activity.plan, on=MAY).basis
    ready, refusals = threading.Barrier(8), []

    def attempt() -> None:
        ready.wait()
        try:
            reimbursement.pay(activity.plan, basis=basis, on=MAY, by=lead)
        except RefusedError as refusal:
            refusals.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert refusals == [reimbursement.ALREADY_PAID] * 7
    assert paid() == [500] * 3
