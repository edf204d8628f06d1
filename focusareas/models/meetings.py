"""Meetings of the key persons, the letters about them, and who came."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from focusareas.models.people import StaffMember
from focusareas.models.plan import Activity
from focusareas.swedish import hours


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
    """A meeting or training day that an activity counts; held when its day has come.

    The version goes up with each change of what was said in a letter, as calendars want it.
    """

    activity = models.ForeignKey(
        Activity, models.PROTECT, related_name="meetings", verbose_name="aktivitet"
    )
    day = models.DateField("dag")
    starts_at = models.TimeField("börjar", null=True, blank=True)
    ends_at = models.TimeField("slutar", null=True, blank=True)
    theme = models.CharField("tema", max_length=200)
    place = models.CharField("plats", max_length=200, blank=True)
    cancelled_on = models.DateField("inställd", null=True, blank=True)
    notes = models.TextField("anteckningar", max_length=10_000, blank=True)
    version = models.PositiveIntegerField("version", default=0, editable=False)
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
            ),
            models.CheckConstraint(
                name="meeting_times_in_order",
                condition=Q(ends_at__isnull=True)
                | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                violation_error_message="Träffen måste sluta efter att den har börjat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.theme}"

    @property
    def hours(self) -> str:
        """From when to when, as it is written; empty when no hour is set."""
        return hours(self.starts_at, self.ends_at)


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


class MeetingLetterQuerySet(models.QuerySet["MeetingLetter"]):
    """Letters by how far they came."""

    def unclaimed(self) -> Self:
        """Those that nobody has begun to send."""
        return self.filter(claimed_at__isnull=True)

    def failed(self) -> Self:
        """Those that the mail server did not take."""
        return self.filter(failed_at__isnull=False)

    def sent(self) -> Self:
        """Those that the mail server took."""
        return self.filter(sent_at__isnull=False)


class MeetingLetter(models.Model):
    """The letter to one person about the meeting as it is in one version: sent once."""

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="letters", verbose_name="träff"
    )
    staff_member = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="meeting_letters", verbose_name="mottagare"
    )
    version = models.PositiveIntegerField("version")
    claimed_at = models.DateTimeField("påbörjat", null=True, blank=True)
    failed_at = models.DateTimeField("misslyckat", null=True, blank=True)
    sent_at = models.DateTimeField("skickat", null=True, blank=True)

    objects = MeetingLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "brev om träff"
        verbose_name_plural = "brev om träffar"
        constraints = [
            models.UniqueConstraint(
                "meeting",
                "version",
                "staff_member",
                name="meeting_letter_once_per_version",
                violation_error_message="Personen har redan fått brevet.",
            ),
            models.CheckConstraint(
                name="meeting_letter_sent_or_failed",
                condition=Q(sent_at__isnull=True) | Q(failed_at__isnull=True),
                violation_error_message="Ett brev är antingen skickat eller misslyckat.",
            ),
        ]

    def __str__(self) -> str:
        return f"brev till {self.staff_member} om {self.meeting}"
