"""Key persons: who has the duty at which unit, from which day to which."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce, Least

from focusareas.models.days import PeriodQuerySet, days_in_order, holds_on
from focusareas.models.organisation import Unit
from focusareas.models.people import Employment, StaffMember


class KeyPersonQuerySet(PeriodQuerySet["KeyPerson"]):
    """Key persons by what held on a day."""

    def active_on(self, day: date) -> Self:
        """The duty, the employment at the unit and the unit itself all hold that day."""
        employed = Employment.objects.on(day).filter(
            staff_member=OuterRef("staff_member"), unit=OuterRef("unit")
        )
        return self.on(day).filter(holds_on(day, "unit__")).filter(Exists(employed))

    def telling_when_over(self, on: date) -> Self:
        """The same, each with the day `held_until`, and `left_on` when the employment has ended.

        Both are none while the duty and the latest employment at the unit go on.
        """
        posts = Employment.objects.filter(
            staff_member=OuterRef("staff_member"), unit=OuterRef("unit"), first_day__lte=on
        ).order_by(F("last_day").desc(nulls_first=True))
        return self.annotate(
            left_on=Subquery(posts.values("last_day")[:1]),
            held_until=Coalesce(Least("left_on", "last_day"), "left_on", "last_day"),
        )

    def over_before(self, day: date) -> Self:
        """Those whose duty or employment ended before the day, the latest first."""
        over = self.telling_when_over(day).filter(held_until__lt=day)
        return over.order_by("-held_until", "-pk")


class KeyPerson(models.Model):
    """The person is the unit's key person from a first to a last day."""

    class Role(models.TextChoices):
        """Whether the person also holds the key persons of several units together."""

        KEY_PERSON = "key_person", "nyckelperson"
        HEAD_KEY_PERSON = "head_key_person", "huvudnyckel"

    staff_member = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="key_person_duties", verbose_name="medarbetare"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="key_persons", verbose_name="enhet")
    role = models.CharField("roll", max_length=20, choices=Role, default=Role.KEY_PERSON)
    first_day = models.DateField("från")
    last_day = models.DateField("till", null=True, blank=True)

    objects = KeyPersonQuerySet.as_manager()

    class Meta:
        verbose_name = "nyckelperson"
        verbose_name_plural = "nyckelpersoner"
        constraints = [
            days_in_order("key_person_days_in_order"),
            models.UniqueConstraint(
                "staff_member",
                "unit",
                "first_day",
                name="key_person_one_per_person_unit_day",
                violation_error_message="Personen är redan nyckelperson på enheten från den dagen.",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "first_day", "last_day"], name="key_person_by_unit")
        ]

    def __str__(self) -> str:
        return f"{self.staff_member} på {self.unit}"
