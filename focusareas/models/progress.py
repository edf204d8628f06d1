"""What units say of their own progress."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

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


class State(models.TextChoices):
    """How far something has come, as its owner puts it."""

    PLANNED = "planned", "planeras"
    UNDER_WAY = "under_way", "pågår"
    DONE = "done", "klart"


class MilestoneUpdateQuerySet(models.QuerySet["MilestoneUpdate"]):
    """The states of milestones by day."""

    def in_force_on(self, day: date) -> Self:
        """Of each part the latest that was said to hold by the day."""
        known = MilestoneUpdate.objects.filter(day__lte=day)
        later = known.filter(
            activity=OuterRef("activity"), part=OuterRef("part"), day__gt=OuterRef("day")
        )
        return self.filter(~Exists(later), day__lte=day)


class MilestoneUpdate(models.Model):
    """From this day one part of a milestone is planned, under way or done."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="milestone_updates", verbose_name="aktivitet"
    )
    part = models.PositiveSmallIntegerField("del", default=1)
    day = models.DateField("från och med")
    state = models.CharField("läge", max_length=10, choices=State)
    note = models.CharField("kommentar", max_length=300, blank=True)

    objects = MilestoneUpdateQuerySet.as_manager()

    class Meta:
        verbose_name = "läge för milstolpe"
        verbose_name_plural = "lägen för milstolpar"
        ordering = ["activity", "part", "day", "pk"]
        constraints = [
            models.UniqueConstraint(
                "activity",
                "part",
                "day",
                name="milestone_update_one_per_day",
                violation_error_message="Det finns redan ett läge för den dagen.",
            ),
            models.CheckConstraint(
                name="milestone_part_from_one",
                condition=Q(part__gte=1),
                violation_error_message="Delarna numreras från 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_state_display()}"


class StatusNoteQuerySet(models.QuerySet["StatusNote"]):
    """Notes by day."""

    def written_by(self, day: date) -> Self:
        """Those dated on or before the day, latest first."""
        return self.filter(day__lte=day).order_by("-day", "-pk")


class StatusNote(models.Model):
    """What the owner of an activity says about it, in words, on a day."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="status_notes", verbose_name="aktivitet"
    )
    day = models.DateField("dag")
    state = models.CharField("läge", max_length=10, choices=State)
    text = models.TextField("text", max_length=4000)
    written_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="skrivet av"
    )

    objects = StatusNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "lägesanteckning"
        verbose_name_plural = "lägesanteckningar"
        ordering = ["-day", "-pk"]

    def __str__(self) -> str:
        return self.text
