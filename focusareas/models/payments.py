"""What certificates have earned the units that handed them in, and what has been paid."""

from django.db import models
from django.db.models import Q

from focusareas.models.access import User
from focusareas.models.certificates import Certificate
from focusareas.models.organisation import Unit
from focusareas.models.plan import Plan


class PaymentBatch(models.Model):
    """What one person decided to pay at one time for a plan's certificates.

    `basis` sums up what was shown when it was confirmed, so that it is never paid twice.
    """

    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="payment_batches", verbose_name="plan"
    )
    dated = models.DateField("dag")
    basis = models.CharField("underlag", max_length=64, unique=True)
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="gjord av"
    )
    made_at = models.DateTimeField("gjord", auto_now_add=True)

    class Meta:
        verbose_name = "utbetalning"
        verbose_name_plural = "utbetalningar"
        ordering = ["-dated", "-pk"]

    def __str__(self) -> str:
        return f"utbetalning {self.dated}"


class Payment(models.Model):
    """One certificate's reimbursement to the unit that handed it in, or its return.

    A certificate is paid once; when its approval is taken back afterwards the same amount
    comes back as a minus, and only then can it be paid another turn. Where it was booked stays
    as it was that day, whatever becomes of the unit.
    """

    batch = models.ForeignKey(
        PaymentBatch, models.PROTECT, related_name="payments", verbose_name="utbetalning"
    )
    certificate = models.ForeignKey(
        Certificate, models.PROTECT, related_name="payments", verbose_name="intyg"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="payments", verbose_name="enhet")
    cost_centre = models.CharField("kostnadsställe", max_length=50, blank=True)
    is_contracted = models.BooleanField("hos privat utförare", default=False)
    provider = models.CharField("privat utförare", max_length=200, blank=True)
    amount_sek = models.DecimalField("belopp, kronor", max_digits=10, decimal_places=2)
    turn = models.PositiveSmallIntegerField("gång", default=1)
    is_return = models.BooleanField("återbetalning", default=False)

    class Meta:
        verbose_name = "ersättning"
        verbose_name_plural = "ersättningar"
        constraints = [
            models.UniqueConstraint(
                "certificate",
                "turn",
                "is_return",
                name="payment_once_per_certificate",
                violation_error_message="Intyget är redan utbetalt.",
            ),
            models.CheckConstraint(
                name="payment_sign_tells_return",
                condition=Q(is_return=False, amount_sek__gt=0)
                | Q(is_return=True, amount_sek__lt=0),
                violation_error_message=(
                    "En ersättning är större än noll kronor, och en återbetalning mindre."
                ),
            ),
        ]
        indexes = [models.Index(fields=["unit", "batch"], name="payment_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.amount_sek} kr"
