"""Training days whose attendance counts as a certificate."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.access import User
from focusareas.models.plan import Course


class TrainingQuerySet(models.QuerySet["Training"]):
    """Trainings by day."""

    def held_by(self, day: date) -> Self:
        """Those held on or before the day and not undone, latest first."""
        return self.filter(undone_on__isnull=True, day__lte=day).order_by("-day", "-pk")


class Training(models.Model):
    """A day of a course; each who came has a certificate without a file that points here.

    Registered by mistake it is undone, and its certificates count on no day.
    """

    course = models.ForeignKey(
        Course, models.PROTECT, related_name="trainings", verbose_name="kurs"
    )
    day = models.DateField("dag")
    place = models.CharField("plats", max_length=200, blank=True)
    note = models.CharField("kommentar", max_length=300, blank=True)
    registered_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="registrerad av"
    )
    undone_on = models.DateField("ångrad", null=True, blank=True)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = "utbildningsdag"
        verbose_name_plural = "utbildningsdagar"
        ordering = ["-day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "course",
                "day",
                "place",
                name="training_once_per_course_day_place",
                condition=Q(undone_on__isnull=True),
                violation_error_message="Utbildningsdagen är redan registrerad.",
            ),
            models.CheckConstraint(
                name="training_undone_after_day",
                condition=Q(undone_on__isnull=True) | Q(undone_on__gte=F("day")),
                violation_error_message="En utbildningsdag kan inte ångras innan den är hållen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.course}, {self.day}"
