"""Who signs in, and which units or departments they answer for on which days."""

from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.expressions import Combinable

from focusareas.models.days import PeriodQuerySet, days_in_order
from focusareas.models.organisation import Department, Unit
from focusareas.models.people import HIDDEN, Employment, StaffMember
from focusareas.names import plain


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address; none without a password can sign in."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A saved user with this address; without a password it has to be invited."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user for repairs in the admin; sees no more than others on the ordinary pages."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Somebody who signs in; what one may do is the sum of the memberships and duties."""

    username = None  # type: ignore[assignment]  # how a field of the base is left out
    email = models.EmailField(
        "e-post",
        unique=True,
        error_messages={"unique": "Det finns redan en inloggning med den adressen."},
    )
    staff_member = models.OneToOneField(
        StaffMember,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="user",
        verbose_name="medarbetare",
    )
    is_development_lead = models.BooleanField("utvecklingsledare", default=False)
    is_administrator = models.BooleanField("administratör", default=False)
    is_in_steering_group = models.BooleanField("styrgrupp", default=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]  # its own asks for a username

    class Meta:
        verbose_name = "användare"
        verbose_name_plural = "användare"
        ordering = ["email"]

    def __str__(self) -> str:
        person = self.staff_member
        return HIDDEN if person and person.is_protected else self.full_name

    @property
    def full_name(self) -> str:
        """The name or address, protected or not: for those who must know."""
        return plain(self.get_full_name()) or self.email

    @property
    def sees_everything(self) -> bool:
        """Whether every unit and person is within this user's scope."""
        return self.is_development_lead or self.is_administrator


def has_left(person: str, day: date) -> Combinable:
    """Whether the person of the row has been employed and no longer is, that day or later."""
    posts = Employment.objects.filter(staff_member=OuterRef(person))
    lasting = posts.filter(Q(last_day=None) | Q(last_day__gte=day))
    rule = Q(Exists(posts)) & ~Q(Exists(lasting))
    return ExpressionWrapper(rule, output_field=models.BooleanField())


class UnitManagerQuerySet(PeriodQuerySet["UnitManager"]):
    """Managers and deputies by what held on a day; `has_left` says who no longer works here."""

    def telling_who_left(self, day: date) -> Self:
        """The same, each with whether the employment has ended by the day."""
        return self.annotate(has_left=has_left("user__staff_member", day))

    def able_on(self, day: date) -> Self:
        """Those who have the duty that day, may sign in and have not left."""
        return self.on(day).telling_who_left(day).filter(user__is_active=True, has_left=False)


class UnitManager(models.Model):
    """The user manages the unit from a first to a last day, or stands in for the manager."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="managed_units", verbose_name="användare"
    )
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="managers", verbose_name="enhet")
    first_day = models.DateField("från")
    last_day = models.DateField("till", null=True, blank=True)
    is_deputy = models.BooleanField("ersättare", default=False)

    objects = UnitManagerQuerySet.as_manager()

    class Meta:
        verbose_name = "enhetschef"
        verbose_name_plural = "enhetschefer"
        constraints = [
            days_in_order("unit_manager_days_in_order"),
            models.UniqueConstraint(
                "unit",
                name="unit_manager_one_open",
                condition=Q(last_day__isnull=True, is_deputy=False),
                violation_error_message="Enheten har redan en chef. Avsluta det uppdraget först.",
            ),
            models.UniqueConstraint(
                "unit",
                "user",
                "first_day",
                name="unit_manager_one_per_user_day",
                violation_error_message="Personen är redan chef för enheten från den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} för {self.unit}"


class DepartmentHead(models.Model):
    """The user heads the department from a first to a last day."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="headed_departments", verbose_name="användare"
    )
    department = models.ForeignKey(
        Department, models.CASCADE, related_name="heads", verbose_name="avdelning"
    )
    first_day = models.DateField("från")
    last_day = models.DateField("till", null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "avdelningschef"
        verbose_name_plural = "avdelningschefer"
        constraints = [
            days_in_order("department_head_days_in_order"),
            models.UniqueConstraint(
                "department",
                "user",
                "first_day",
                name="department_head_one_per_user_day",
                violation_error_message="Personen är redan chef för avdelningen från den dagen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} för {self.department}"
