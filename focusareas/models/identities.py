"""Numbers that a person had before, and people who look like one and are two."""

from django.db import models
from django.db.models import F, Q

from focusareas.models.people import StaffMember


class EarlierNumber(models.Model):
    """An employee number that the person had before, so that a file with it finds the person.

    `merged_key` is the key that the number had as a person of its own, for what the trace tells.
    """

    staff_member = models.ForeignKey(
        StaffMember,
        models.CASCADE,
        related_name="earlier_numbers",
        verbose_name="medarbetare",
    )
    number = models.CharField("anställningsnummer", max_length=50, unique=True)
    merged_key = models.BigIntegerField("nyckel före sammanslagningen", null=True, editable=False)

    class Meta:
        verbose_name = "tidigare anställningsnummer"
        verbose_name_plural = "tidigare anställningsnummer"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.number


class PeopleApart(models.Model):
    """Two people who look like one, of whom an administrator has said that they are two."""

    first = models.ForeignKey(StaffMember, models.CASCADE, related_name="+", verbose_name="den ena")
    second = models.ForeignKey(
        StaffMember, models.CASCADE, related_name="+", verbose_name="den andra"
    )

    class Meta:
        verbose_name = "två olika personer"
        verbose_name_plural = "två olika personer"
        constraints = [
            models.UniqueConstraint(
                "first",
                "second",
                name="people_apart_once",
                violation_error_message="Det är redan sagt att de är olika personer.",
            ),
            models.CheckConstraint(
                name="people_apart_in_order",
                condition=Q(first__lt=F("second")),
                violation_error_message="Två olika personer skrivs med den äldsta raden först.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} och {self.second}"
