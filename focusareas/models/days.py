"""What holds from a first to a last day, both included, and how one asks about a day."""

from datetime import date, timedelta
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

Row = TypeVar("Row", bound=models.Model, covariant=True)


def holds_on(day: date, prefix: str = "") -> Q:
    """The rows whose first and last day (none = unbounded) enclose the day."""
    return Q(
        Q(**{f"{prefix}first_day__isnull": True}) | Q(**{f"{prefix}first_day__lte": day}),
        Q(**{f"{prefix}last_day__isnull": True}) | Q(**{f"{prefix}last_day__gte": day}),
    )


def days_in_order(name: str) -> models.CheckConstraint:
    """The constraint that a last day is never before the first."""
    return models.CheckConstraint(
        name=name,
        condition=Q(last_day__isnull=True)
        | Q(first_day__isnull=True)
        | Q(last_day__gte=F("first_day")),
        violation_error_message="Sista dagen kan inte ligga före första dagen.",
    )


class PeriodQuerySet(models.QuerySet[Row]):
    """Rows with a first and a last day."""

    def on(self, day: date) -> Self:
        """Those that hold on the day."""
        return self.filter(holds_on(day))


def first_day_told_apart(
    before: tuple[date | None, date | None], after: tuple[date | None, date | None]
) -> date | None:
    """The first day that lies in one of the periods and not in the other; none when they agree."""
    days = []
    if before[0] != after[0]:
        days.append(min(day or date.min for day in (before[0], after[0])))
    if before[1] != after[1]:
        days.append(min(day for day in (before[1], after[1]) if day) + timedelta(days=1))
    return min(days, default=None)
