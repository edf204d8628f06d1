"""Routines that units confirm they have, and when they look at them again."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.access import User
from focusareas.models.certificates import CertificateFile
from focusareas.models.organisation import Unit
from focusareas.models.plan import Activity


class RoutineConfirmationQuerySet(models.QuerySet["RoutineConfirmation"]):
    """Confirmations by day, and by who asks."""

    def visible_to(self, user: User, *, on: date) -> Self:
        """Those of the units the user may see that day, with notes and documents."""
        return self.filter(unit__in=Unit.objects.visible_to(user, on=on))

    def in_force_on(self, day: date) -> Self:
        """Confirmed by the day and not withdrawn by then."""
        return self.filter(
            Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day), confirmed_on__lte=day
        )

    def review_overdue_on(self, day: date) -> Self:
        """Those in force whose review should have been done before the day."""
        return self.in_force_on(day).filter(review_on__lt=day)


class RoutineConfirmation(models.Model):
    """A unit confirms that it has the routine an activity asks for.

    A review confirms it anew: the one before is withdrawn on the day the new one begins.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="routine_confirmations", verbose_name="enhet"
    )
    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="routine_confirmations", verbose_name="aktivitet"
    )
    confirmed_on = models.DateField("bekräftad")
    review_on = models.DateField("ses över senast", null=True, blank=True)
    withdrawn_on = models.DateField("återtagen", null=True, blank=True)
    note = models.TextField("kommentar", max_length=4000, blank=True)
    withdrawal_reason = models.CharField("skäl till återtagandet", max_length=300, blank=True)
    document = models.ForeignKey(
        CertificateFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="routine_confirmations",
        verbose_name="dokument",
    )
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="bekräftad av"
    )

    objects = RoutineConfirmationQuerySet.as_manager()

    class Meta:
        verbose_name = "bekräftad rutin"
        verbose_name_plural = "bekräftade rutiner"
        ordering = ["activity", "unit", "confirmed_on"]
        constraints = [
            models.UniqueConstraint(
                "unit",
                "activity",
                name="routine_confirmation_one_in_force",
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message="Enheten har redan bekräftat rutinen.",
            ),
            models.CheckConstraint(
                name="routine_withdrawn_after_confirmed",
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("confirmed_on")),
                violation_error_message="En bekräftelse kan inte återtas före dagen den gavs.",
            ),
            models.CheckConstraint(
                name="routine_review_after_confirmed",
                condition=Q(review_on__isnull=True) | Q(review_on__gt=F("confirmed_on")),
                violation_error_message="Rutinen ses över efter dagen den bekräftades.",
            ),
            models.CheckConstraint(
                name="routine_reason_only_when_withdrawn",
                condition=Q(withdrawal_reason="") | Q(withdrawn_on__isnull=False),
                violation_error_message="Ett skäl hör till en återtagen bekräftelse.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.activity}"

    def is_review_overdue(self, on: date) -> bool:
        """Whether its review should have been done before the day."""
        return self.review_on is not None and self.review_on < on
