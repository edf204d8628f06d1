"""When something shall be done: days as plans write them, and decisions that change them."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from focusareas.models import Activity, Deadline, User
from focusareas.models.audit import Typed, record
from focusareas.swedish import MONTHS, long_date

Precision = Deadline.Precision
WITHOUT = "inget slutdatum"


def last_day_of(day: date, precision: str) -> date:
    """The last day of the month, term or year that the day lies in: autumn is 31 December."""
    month = {Precision.TERM: 6 if day.month <= 6 else 12, Precision.YEAR: 12}.get(
        Precision(precision), day.month
    )
    if precision in {Precision.MONTH, Precision.TERM, Precision.YEAR}:
        return date(day.year, month, monthrange(day.year, month)[1])
    return day


def years_later(day: date, years: int) -> date:
    """The same day so many years on, or back; 29 February becomes the 28th where it must."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def as_one_writes(day: date | None, precision: str) -> str:
    """The deadline as plans put it: "hösten 2022", "under 2023", "juni 2023", "30 juni 2023"."""
    if day is None:
        return WITHOUT
    words = {
        Precision.MONTH: f"{MONTHS[day.month - 1]} {day.year}",
        Precision.TERM: f"{'våren' if day.month <= 6 else 'hösten'} {day.year}",
        Precision.YEAR: f"under {day.year}",
    }
    return words.get(Precision(precision), long_date(day))


def held_on(day: date, decisions: Iterable[Deadline]) -> list[Deadline]:
    """The decisions made by the day, first to latest."""
    in_turn = sorted(decisions, key=lambda deadline: deadline.decided_on or date.min)
    # The first holds from the beginning, whenever it was decided.
    return in_turn[:1] + [row for row in in_turn[1:] if (row.decided_on or day) <= day]


@transaction.atomic
def revise(
    activity: Activity,
    *,
    day: date | None,
    precision: str,
    written: str,
    decided_on: date,
    decided_by: str,
    reason: str,
    by: User,
) -> Deadline:
    """Note a decision on the deadline, instead of another decided the same day.

    The day becomes the last one of what is written. Before the decision the old one holds.
    """
    Activity.objects.select_for_update().get(pk=activity.pk)
    if not activity.deadlines.exists():
        # The first row holds from the beginning, and until now there was none.
        Deadline.objects.create(activity=activity, precision=Precision.NONE)
    day = last_day_of(day, precision) if day else None
    deadline, is_new = Deadline.objects.update_or_create(
        activity=activity,
        decided_on=decided_on,
        defaults={
            "day": day,
            "precision": precision,
            "written": written or as_one_writes(day, precision),
            "decided_by": decided_by,
            "reason": reason,
        },
    )
    did = "Ändrade slutdatum" if is_new else "Rättade slutdatum"
    said = f"{did} till {deadline.written}, beslutat {decided_on} av {decided_by}: "
    record(by=by, text=[said, Typed(reason)], about=activity, changes_from=decided_on)
    return deadline
