"""Meetings of the key persons and who came."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.people import StaffMember
from focusareas.models.plan import Activity


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings by day."""

    def held_by(self, day: date) -> Self:
        """Those whose day has come and that were not cancelled by then."""
        return self.not_cancelled_by(day).filter(day__lte=day)

    def planned_after(self, day: date) -> Self:
        """Those still to come, soonest first."""
        return self.not_cancelled_by(day).filter(day__gt=day).order_by("day", "pk")

    def not_cancelled_by(self, day: date) -> Self:
        return self.filter(Q(cancelled_on__isnull=True) | Q(cancelled_on__gt=day))


class Meeting(models.Model):
    """A meeting or training day that an activity counts; held when its day has come."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="meetings", verbose_name="aktivitet"
    )
    day = models.DateField("dag")
    theme = models.CharField("tema", max_length=200)
    place = models.CharField("plats", max_length=200, blank=True)
    cancelled_on = models.DateField("inställd", null=True, blank=True)
    attendees: "models.ManyToManyField[StaffMember, Attendance]" = models.ManyToManyField(
        StaffMember, through="Attendance", related_name="meetings", verbose_name="deltagare"
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "träff"
        verbose_name_plural = "träffar"
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_cancelled_by_its_day",
                condition=Q(cancelled_on__isnull=True) | Q(cancelled_on__lte=F("day")),
                violation_error_message="En träff kan ställas in senast samma dag.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.theme}"


class Attendance(models.Model):
    """The person came to the meeting."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="attendances", verbose_name="träff"
    )
    staff_member = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="attendances", verbose_name="medarbetare"
    )

    class Meta:
        verbose_name = "närvaro"
        verbose_name_plural = "närvaro"
        constraints = [
            models.UniqueConstraint(
                "meeting",
                "staff_member",
                name="attendance_once_per_meeting",
                violation_error_message="Personen är redan noterad som närvarande.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.staff_member} {self.meeting}"
