"""What certificates have earned the units that handed them in, what is paid and what is due.

Each approved certificate of a course earns its unit the activity's amount once (plan, appendix 1);
one whose approval is taken back after it was paid becomes a minus in the next batch.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import Count, DecimalField, F, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from focusareas.models import (
    Activity,
    Certificate,
    Payment,
    PaymentBatch,
    Plan,
    Unit,
    User,
)
from focusareas.models.audit import record
from focusareas.refusal import RefusedError
from focusareas.swedish import counted, number

SEK: "DecimalField[Decimal, Decimal]" = DecimalField(max_digits=12, decimal_places=2)
NOTHING = Decimal(0)
ALREADY_PAID = "Det här är redan utbetalt. Inget har betalats en gång till."
CHANGED = (
    "Underlaget har ändrats sedan sidan visades: intyg har godkänts eller återkallats. "
    "Gå igenom summorna igen."
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one certificate has coming, in kronor, or has to give back."""

    certificate: int
    unit: int
    amount_sek: Decimal
    turn: int

    @property
    def is_return(self) -> bool:
        """Whether it was paid and does not count any more."""
        return self.amount_sek < 0


@dataclass(frozen=True, slots=True)
class UnitSum:
    """Certificates and kronor of one unit; returns are among the kronor, and counted apart."""

    pk: int
    code: str
    name: str
    cost_centre: str
    provider: str
    is_contracted: bool
    certificates: int
    returns: int
    amount_sek: Decimal


@dataclass(frozen=True, slots=True)
class Sums:
    """Units with their sums, own and contracted apart."""

    own: list[UnitSum] = field(default_factory=list)
    contracted: list[UnitSum] = field(default_factory=list)

    @property
    def units(self) -> list[UnitSum]:
        """All of them, own first."""
        return self.own + self.contracted

    @property
    def certificates(self) -> int:
        """How many certificates are paid."""
        return sum(unit.certificates for unit in self.units)

    @property
    def returns(self) -> int:
        """How many payments come back."""
        return sum(unit.returns for unit in self.units)

    @property
    def amount_sek(self) -> Decimal:
        """Kronor in all."""
        return total(self.units)

    @property
    def own_sek(self) -> Decimal:
        """Kronor to own units."""
        return total(self.own)

    @property
    def contracted_sek(self) -> Decimal:
        """Kronor to contracted units."""
        return total(self.contracted)


@dataclass(frozen=True, slots=True)
class Due:
    """What would be paid now, and the `basis` that tells it from what was due at another time."""

    claims: list[Claim]
    sums: Sums
    basis: str


@dataclass(frozen=True, slots=True)
class Account:
    """Kronor of a plan or of one unit: earned so far, paid so far, and the budget if there is one.

    Due is what differs; it is less than nothing when more was paid than is earned now.
    """

    earned_sek: Decimal
    paid_sek: Decimal
    budget_sek: Decimal | None = None

    @property
    def due_sek(self) -> Decimal:
        """Earned and not paid yet."""
        return self.earned_sek - self.paid_sek

    @property
    def left_sek(self) -> Decimal | None:
        """What the budget still holds when all that is earned is paid."""
        return None if self.budget_sek is None else self.budget_sek - self.earned_sek


def total(units: Iterable[UnitSum]) -> Decimal:
    """Kronor of these units together."""
    return sum((unit.amount_sek for unit in units), NOTHING)


# ---------------------------------------------------------------- What is due


def due(plan: Plan, *, on: date) -> Due:
    """What units have coming for the plan's certificates as they stand on the day."""
    claims = claims_of(plan, on=on)
    n_batches = plan.payment_batches.count()
    said = [f"{plan.code} {n_batches}"]
    said += [f"{claim.certificate} {claim.turn} {claim.amount_sek:.2f}" for claim in claims]
    return Due(claims, sums_of_claims(claims), hashlib.sha256("\n".join(said).encode()).hexdigest())


def claims_of(plan: Plan, *, on: date) -> list[Claim]:
    """Every certificate with something to pay or to give back, in a fixed order; two queries."""
    to_pay = (
        _with_balance(_earning(plan, on=on))
        .filter(balance=0, earns__gt=0)
        .values_list("pk", "unit", "earns", "turns")
    )
    claims = [Claim(pk, unit, earns, (turns or 0) + 1) for pk, unit, earns, turns in to_pay]
    paid_here = Certificate.objects.filter(payments__batch__plan=plan).distinct()
    to_return = (
        _with_balance(paid_here)
        .filter(balance__gt=0)
        .exclude(pk__in=Certificate.objects.approved_on_or_before(on).values("pk"))
        .values_list("pk", "paid_to", "balance", "turns")
    )
    claims += [Claim(pk, unit, -balance, turns) for pk, unit, balance, turns in to_return]
    return sorted(claims, key=lambda claim: (claim.certificate, claim.turn))


def _earning(plan: Plan, *, on: date) -> QuerySet[Any, Any]:
    """Approved certificates that came in during the plan, with the amount each `earns`."""
    rewarding = Activity.objects.filter(
        plan=plan, amount_sek__gt=0, courses=OuterRef("course")
    ).order_by("position")
    return (
        Certificate.objects.approved_on_or_before(on)
        .filter(received_on__range=(plan.first_day, plan.last_day))
        .annotate(earns=Subquery(rewarding.values("amount_sek")[:1]))
        .filter(earns__isnull=False)
    )


def _with_balance(certificates: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Each with what it has been paid in all, to which unit last, and in how many turns."""
    payments = Payment.objects.filter(certificate=OuterRef("pk")).order_by().values("certificate")
    latest = Payment.objects.filter(certificate=OuterRef("pk")).order_by("-pk")
    balance = Subquery(payments.annotate(sum=Sum("amount_sek")).values("sum"))
    found: QuerySet[Any, Any] = certificates.annotate(
        balance=Coalesce(balance, NOTHING, output_field=SEK),
        turns=Subquery(payments.annotate(last=Max("turn")).values("last")),
        paid_to=Subquery(latest.values("unit")[:1]),
    )
    return found


def sums_of_claims(claims: list[Claim]) -> Sums:
    """The claims by unit."""
    units = {
        pk: (code, name, cost_centre, provider or "", operation == Unit.Operation.CONTRACTED)
        for pk, code, name, cost_centre, provider, operation in Unit.objects.filter(
            pk__in={claim.unit for claim in claims}
        ).values_list("pk", "code", "name", "cost_centre", "provider__name", "operation")
    }
    sums = []
    for pk, group in groupby(sorted(claims, key=lambda claim: claim.unit), lambda c: c.unit):
        of_unit = list(group)
        returns = sum(claim.is_return for claim in of_unit)
        amount = sum((claim.amount_sek for claim in of_unit), NOTHING)
        sums.append(UnitSum(pk, *units[pk], len(of_unit) - returns, returns, amount))
    return _apart(sums)


def _apart(sums: Iterable[UnitSum]) -> Sums:
    in_order = sorted(sums, key=lambda unit: (unit.provider, unit.name, unit.code))
    return Sums(
        own=[unit for unit in in_order if not unit.is_contracted],
        contracted=[unit for unit in in_order if unit.is_contracted],
    )


# ---------------------------------------------------------------- Paying


@transaction.atomic
def pay(plan: Plan, *, basis: str, on: date, by: User) -> PaymentBatch:
    """Pay what was due when the basis was shown; RefusedError if that is paid or has changed."""
    # One at a time: the second finds that there is nothing left to pay.
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    now = due(plan, on=on)
    if now.basis != basis or not now.claims:
        is_paid = basis.isalnum() and PaymentBatch.objects.filter(basis=basis).exists()
        raise RefusedError(ALREADY_PAID if is_paid or not now.claims else CHANGED)
    batch = PaymentBatch.objects.create(plan=plan, dated=on, basis=basis, made_by=by)
    units = {unit.pk: unit for unit in now.sums.units}
    Payment.objects.bulk_create(
        Payment(
            batch=batch,
            certificate_id=claim.certificate,
            unit_id=claim.unit,
            cost_centre=units[claim.unit].cost_centre,
            is_contracted=units[claim.unit].is_contracted,
            provider=units[claim.unit].provider,
            amount_sek=claim.amount_sek,
            turn=claim.turn,
            is_return=claim.is_return,
        )
        for claim in now.claims
    )
    record(by=by, text=f"Gjorde en utbetalning: {in_words(now.sums)}.", about=batch)
    return batch


def in_words(sums: Sums) -> str:
    """The sums as one says them: "38 intyg, 19 000 kronor"."""
    words = [counted(sums.certificates, "intyg", "intyg")]
    if sums.returns:
        words.append(counted(sums.returns, "återbetalning", "återbetalningar"))
    return f"{', '.join(words)}, {number(sums.amount_sek)} kronor"


@transaction.atomic
def set_budget(activity: Activity, *, budget_sek: Decimal | None, by: User) -> None:
    """Note how much the activity's certificates may cost in all."""
    activity.budget_sek = budget_sek
    activity.save(update_fields=["budget_sek"])
    said = "ingen" if budget_sek is None else f"{number(budget_sek)} kronor"
    record(by=by, text=f"Satte budgeten till {said}.", about=activity)


# ---------------------------------------------------------------- What has been


def rewarding_activities(plan: Plan) -> list[Activity]:
    """The plan's activities whose certificates earn something."""
    return list(plan.activities.filter(amount_sek__gt=0).order_by("position"))


def budget_of(activities: Iterable[Activity]) -> Decimal | None:
    """What their certificates may cost in all; none when nothing is said of it."""
    budgets = [activity.budget_sek for activity in activities if activity.budget_sek is not None]
    return sum(budgets, NOTHING) if budgets else None


def account_of(
    plan: Plan, *, on: date, unit: int | None = None, budget_sek: Decimal | None = None
) -> Account:
    """Earned and paid by the day, of the whole plan or of one unit."""
    earning = _earning(plan, on=on)
    paid = Payment.objects.filter(batch__plan=plan, batch__dated__lte=on)
    if unit is not None:
        earning, paid = earning.filter(unit=unit), paid.filter(unit=unit)
    return Account(
        earned_sek=earning.aggregate(sum=Sum("earns"))["sum"] or NOTHING,
        paid_sek=paid.aggregate(sum=Sum("amount_sek"))["sum"] or NOTHING,
        budget_sek=budget_sek,
    )


def batches_of(plan: Plan) -> QuerySet[PaymentBatch]:
    """The plan's batches, latest first, each with its certificates and its kronor."""
    contracted = Q(payments__is_contracted=True)
    return _with_sums(plan.payment_batches.select_related("made_by")).annotate(
        own_sek=_sum_where(~contracted), contracted_sek=_sum_where(contracted)
    )


def batches_to(unit: Unit, plan: Plan) -> QuerySet[PaymentBatch]:
    """The plan's batches in which the unit had something, each with the unit's part of it."""
    return _with_sums(plan.payment_batches.filter(payments__unit=unit))


def _with_sums(batches: QuerySet[PaymentBatch]) -> QuerySet[PaymentBatch]:
    return batches.annotate(
        certificates=Count("payments", filter=Q(payments__is_return=False)),
        returns=Count("payments", filter=Q(payments__is_return=True)),
        amount_sek=_sum_where(Q()),
    ).order_by("-dated", "-pk")


def _sum_where(condition: Q) -> Coalesce:
    payments = Sum("payments__amount_sek", filter=condition or None)
    return Coalesce(payments, NOTHING, output_field=SEK)


def sums_of(batch: PaymentBatch) -> Sums:
    """What the batch paid to each unit, booked as it was that day."""
    rows = (
        batch.payments.values("unit", "cost_centre", "is_contracted", "provider")
        .annotate(
            code=F("unit__code"),
            name=F("unit__name"),
            certificates=Count("pk", filter=Q(is_return=False)),
            returns=Count("pk", filter=Q(is_return=True)),
            sum=Sum("amount_sek"),
        )
        .order_by()
    )
    return _apart(
        UnitSum(
            pk=row["unit"],
            code=row["code"],
            name=row["name"],
            cost_centre=row["cost_centre"],
            provider=row["provider"],
            is_contracted=row["is_contracted"],
            certificates=row["certificates"],
            returns=row["returns"],
            amount_sek=row["sum"],
        )
        for row in rows
    )
