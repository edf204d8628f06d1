"""What units say of their own progress."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.access import User
from focusareas.models.organisation import Unit
from focusareas.models.plan import Activity


class DeclarationQuerySet(models.QuerySet["Declaration"]):
    """Declarations by day."""

    def in_force_on(self, day: date) -> Self:
        """Declared by the day and not taken back by then."""
        return self.filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day), declared_on__lte=day
        )


class Declaration(models.Model):
    """A unit says that it is done before the evidence is in: declared is not proved."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="declarations", verbose_name="enhet"
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="declarations", verbose_name="aktivitet"
    )
    declared_on = models.DateField("anmält klart")
    withdrawn_on = models.DateField("återtaget", null=True, blank=True)
    declared_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="anmält av"
    )
    note = models.CharField("kommentar", max_length=300, blank=True)

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = "klaranmälan"
        verbose_name_plural = "klaranmälningar"
        constraints = [
            models.UniqueConstraint(
                "unit",
                "activity",
                name="declaration_one_in_force",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message="Enheten har redan anmält att den är klar.",
            ),
            models.CheckConstraint(
                name="declaration_days_in_order",
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("declared_on")),
                violation_error_message="En anmälan kan inte återtas före dagen då den gjordes.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.activity}"
