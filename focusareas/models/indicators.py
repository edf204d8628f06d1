"""Indicators of systematic follow-up and the values they have had."""

from django.db import models

from focusareas.models.access import User
from focusareas.models.plan import Activity, Plan


class Indicator(models.Model):
    """What is followed over time in numbers: of its own, or a figure the plan already counts.

    With an activity of the measure *indicator* it is what that activity counts. With `counts`
    its value is the completion of another activity, as a number or in percent: nobody enters it,
    and only what held before the plan began is noted, to compare with.
    """

    class Direction(models.TextChoices):
        """Which way is better."""

        HIGHER = "higher", "högre är bättre"
        LOWER = "lower", "lägre är bättre"
        NONE = "none", "ingen riktning"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="indicators", verbose_name="plan")
    activity = models.OneToOneField(
        Activity,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="indicator",
        verbose_name="aktivitet",
    )
    counts = models.ForeignKey(
        Activity,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="planens egen siffra",
    )
    in_percent = models.BooleanField("som andel i procent", default=False)
    name = models.CharField("namn", max_length=200)
    unit_of_measure = models.CharField("enhet", max_length=50, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)
    target = models.DecimalField("mål", max_digits=12, decimal_places=2, null=True, blank=True)
    direction = models.CharField(
        "riktning", max_length=10, choices=Direction, default=Direction.HIGHER
    )

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikatorer"
        ordering = ["plan", "name"]
        constraints = [
            models.UniqueConstraint(
                "plan",
                "name",
                name="indicator_name_once_per_plan",
                violation_error_message="Planen har redan en indikator med det namnet.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class IndicatorValue(models.Model):
    """The indicator's value from a day until the next one."""

    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="values", verbose_name="indikator"
    )
    day = models.DateField("gäller")
    value = models.DecimalField("värde", max_digits=12, decimal_places=2)
    note = models.CharField("kommentar", max_length=300, blank=True)
    noted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="noterat av"
    )

    class Meta:
        verbose_name = "indikatorvärde"
        verbose_name_plural = "indikatorvärden"
        ordering = ["indicator", "day"]
        constraints = [
            models.UniqueConstraint(
                "indicator",
                "day",
                name="indicator_value_one_per_day",
                violation_error_message="Det finns redan ett värde för den dagen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.value}"
