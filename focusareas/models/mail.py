"""The letters that the system sends by itself: at most one a day to each person."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from focusareas.models.access import User


class DailyMailQuerySet(models.QuerySet["DailyMail"]):
    """Letters by how far they came."""

    def sent(self) -> Self:
        """Those that the mail server took."""
        return self.filter(sent_at__isnull=False)

    def before(self, day: date) -> Self:
        """Those of earlier days."""
        return self.filter(day__lt=day)


class DailyMail(models.Model):
    """The day's letter to a person: claimed by the run that sends it, then sent or failed.

    `told` holds what it told of, so that the next letter does not tell it again.
    """

    user = models.ForeignKey(
        User, models.CASCADE, related_name="daily_mails", verbose_name="mottagare"
    )
    day = models.DateField("dag")
    claimed_at = models.DateTimeField("påbörjat")
    failed_at = models.DateTimeField("misslyckat", null=True, blank=True)
    sent_at = models.DateTimeField("skickat", null=True, blank=True)
    told = models.JSONField("berättat", default=list, blank=True)

    objects = DailyMailQuerySet.as_manager()

    class Meta:
        verbose_name = "dagens brev"
        verbose_name_plural = "dagens brev"
        ordering = ["-day", "user"]
        constraints = [
            models.UniqueConstraint(
                "user",
                "day",
                name="daily_mail_one_per_user_day",
                violation_error_message="Personen har redan fått dagens brev.",
            ),
            models.CheckConstraint(
                name="daily_mail_sent_or_failed",
                condition=Q(sent_at__isnull=True) | Q(failed_at__isnull=True),
                violation_error_message="Ett brev är antingen skickat eller misslyckat.",
            ),
        ]

    def __str__(self) -> str:
        return f"brev {self.day} till {self.user}"
