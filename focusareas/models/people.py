"""Staff, where they are employed and when they are on long leave."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q, Subquery

from focusareas.models.days import PeriodQuerySet, days_in_order
from focusareas.models.organisation import Unit
from focusareas.models.plan import Plan
from focusareas.names import search_key, sort_key

if TYPE_CHECKING:
    from focusareas.models.access import User


HIDDEN = "Skyddad"


class StaffMemberQuerySet(models.QuerySet["StaffMember"]):
    """People by where they work and who asks."""

    def at(self, unit: Unit, *, on: date) -> Self:
        """Those employed at the unit that day, on leave or not."""
        return self.filter(
            pk__in=Employment.objects.on(on).filter(unit=unit).values("staff_member")
        )

    def visible_to(self, user: "User", *, on: date) -> Self:
        """Those who work at a unit the user may see, or have done since the plan began.

        Who left before that is seen only where the unit handed in a certificate of theirs.
        """
        if user.is_development_lead or user.is_administrator:
            return self
        begun = Employment.objects.filter(
            unit__in=Unit.objects.visible_to(user, on=on), first_day__lte=on
        )
        plan_began = Subquery(Plan.objects.nearest_first(on).values("first_day")[:1])
        recent = begun.filter(Q(last_day=None) | Q(last_day__gte=on) | Q(last_day__gte=plan_began))
        handed_in = begun.filter(staff_member__certificates__unit=F("unit"))
        return self.filter(
            Q(pk__in=recent.values("staff_member")) | Q(pk__in=handed_in.values("staff_member"))
        )


class StaffMember(models.Model):
    """A person who works or has worked for the administration or a provider.

    There is never a personal identity number here: the employee number is the key.
    """

    employee_number = models.CharField("anställningsnummer", max_length=50, unique=True)
    given_name = models.CharField("förnamn", max_length=100)
    family_name = models.CharField("efternamn", max_length=100)
    email = models.EmailField("e-post", blank=True)
    is_protected = models.BooleanField(
        "skyddad", default=False, help_text="Namnet visas bara för den som måste veta."
    )
    search_key = models.CharField(max_length=250, editable=False, db_index=True)
    sort_key = models.CharField(max_length=300, editable=False, db_index=True)

    objects = StaffMemberQuerySet.as_manager()

    class Meta:
        verbose_name = "medarbetare"
        verbose_name_plural = "medarbetare"
        ordering = ["sort_key", "employee_number"]

    def __str__(self) -> str:
        return HIDDEN if self.is_protected else self.full_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.set_keys()
        super().save(*args, **kwargs)

    @property
    def full_name(self) -> str:
        """The name as written, protected or not: for matching and for those who must know."""
        return f"{self.given_name} {self.family_name}".strip()

    def set_keys(self) -> None:
        """Derive the keys for search and order; bulk writes call this themselves.

        A folded letter may be longer than the letter, so the keys are cut to their columns.
        """
        self.search_key = search_key(self.full_name)[:250]
        self.sort_key = sort_key(f"{self.family_name} {self.given_name}")[:300]


class Employment(models.Model):
    """The person works at the unit from a first to a last day; several at once are normal."""

    staff_member = models.ForeignKey(
        StaffMember, models.PROTECT, related_name="employments", verbose_name="medarbetare"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="employments", verbose_name="enhet")
    title = models.CharField("befattning", max_length=100, blank=True)
    first_day = models.DateField("från")
    last_day = models.DateField("till", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "anställning"
        verbose_name_plural = "anställningar"
        constraints = [
            days_in_order("employment_days_in_order"),
            models.UniqueConstraint(
                "staff_member",
                "unit",
                "first_day",
                name="employment_one_per_person_unit_day",
                violation_error_message="Personen är redan anställd på enheten från den dagen.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit", "first_day", "last_day", "staff_member"], name="employment_by_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.staff_member} på {self.unit}"


class Absence(models.Model):
    """Long leave from an employment; any row counts as long."""

    employment = models.ForeignKey(
        Employment, models.CASCADE, related_name="absences", verbose_name="anställning"
    )
    first_day = models.DateField("från")
    last_day = models.DateField("till", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "tjänstledighet"
        verbose_name_plural = "tjänstledigheter"
        constraints = [
            days_in_order("absence_days_in_order"),
            models.UniqueConstraint(
                "employment",
                "first_day",
                name="absence_one_per_first_day",
                violation_error_message="Det finns redan en tjänstledighet från den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"tjänstledig från {self.first_day}"
