"""Departments, providers and units, and which unit belonged where on which day."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from focusareas.models.days import PeriodQuerySet, days_in_order, holds_on

if TYPE_CHECKING:
    from focusareas.models.access import User


class Department(models.Model):
    """A part of the administration that units are placed in."""

    name = models.CharField("namn", max_length=200, unique=True)

    class Meta:
        verbose_name = "avdelning"
        verbose_name_plural = "avdelningar"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Provider(models.Model):
    """A company or organisation that runs units under contract."""

    name = models.CharField("namn", max_length=200, unique=True)

    class Meta:
        verbose_name = "privat utförare"
        verbose_name_plural = "privata utförare"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UnitTag(models.Model):
    """A property of units that an activity may ask for, such as "möter barn"."""

    name = models.CharField("namn", max_length=100, unique=True)

    class Meta:
        verbose_name = "tagg"
        verbose_name_plural = "taggar"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UnitQuerySet(PeriodQuerySet["Unit"]):
    """Units: open on a day, in a department on a day, or visible to somebody."""

    def in_department(self, department: Department, *, on: date) -> Self:
        """The units placed in the department that day."""
        placed = UnitPlacement.objects.on(on).filter(department=department)
        return self.filter(pk__in=placed.values("unit"))

    def visible_to(self, user: "User", *, on: date) -> Self:
        """The units whose people the user may see that day; rights add up."""
        if user.is_development_lead or user.is_administrator:
            return self
        managed = Q(managers__user=user) & holds_on(on, "managers__")
        headed = Q(placements__department__heads__user=user)
        headed &= holds_on(on, "placements__") & holds_on(on, "placements__department__heads__")
        return self.filter(pk__in=Unit.objects.filter(managed | headed).values("pk"))


class Unit(models.Model):
    """A workplace with a manager and staff; its days say when it is open."""

    class Operation(models.TextChoices):
        """Who runs the unit."""

        OWN = "own", "egen regi"
        CONTRACTED = "contracted", "privat utförare"

    code = models.CharField("enhetskod", max_length=50, unique=True)
    name = models.CharField("namn", max_length=200)
    operation = models.CharField(
        "driftform", max_length=10, choices=Operation, default=Operation.OWN
    )
    provider = models.ForeignKey(
        Provider,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="units",
        verbose_name="utförare",
    )
    cost_centre = models.CharField("kostnadsställe", max_length=50, blank=True)
    tags = models.ManyToManyField(UnitTag, blank=True, related_name="units", verbose_name="taggar")
    first_day = models.DateField("öppnad", null=True, blank=True)
    last_day = models.DateField("stängd", null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="ersätts av",
    )

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "enhet"
        verbose_name_plural = "enheter"
        ordering = ["name", "code"]
        constraints = [
            days_in_order("unit_days_in_order"),
            models.CheckConstraint(
                name="unit_provider_only_when_contracted",
                condition=Q(operation="contracted") | Q(provider__isnull=True),
                violation_error_message="Bara en enhet hos en privat utförare kan ha en utförare.",
            ),
            models.CheckConstraint(
                name="unit_not_its_own_successor",
                condition=Q(successor__isnull=True) | ~Q(successor=models.F("pk")),
                violation_error_message="En enhet kan inte ersättas av sig själv.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FormerUnitName(models.Model):
    """A name that the unit had until and including a day."""

    unit = models.ForeignKey(
        Unit, models.CASCADE, related_name="former_names", verbose_name="enhet"
    )
    name = models.CharField("namn", max_length=200)
    last_day = models.DateField("till och med")

    class Meta:
        verbose_name = "tidigare namn"
        verbose_name_plural = "tidigare namn"
        ordering = ["-last_day"]

    def __str__(self) -> str:
        return self.name


class UnitPlacement(models.Model):
    """The unit belongs to the department from a first to a last day."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="placements", verbose_name="enhet")
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="placements", verbose_name="avdelning"
    )
    first_day = models.DateField("från", null=True, blank=True)
    last_day = models.DateField("till", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "placering"
        verbose_name_plural = "placeringar"
        constraints = [
            days_in_order("placement_days_in_order"),
            models.UniqueConstraint(
                "unit",
                name="placement_one_open_per_unit",
                condition=Q(last_day__isnull=True),
                violation_error_message="Enheten är redan placerad i en avdelning.",
            ),
            models.UniqueConstraint(
                "unit",
                "first_day",
                name="placement_one_per_first_day",
                violation_error_message="Enheten har redan en placering från den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} i {self.department}"
