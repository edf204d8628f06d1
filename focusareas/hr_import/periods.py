"""What holds from a day on instead of what held before: departments and managers of units."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from focusareas.hr_import.changes import Changes
from focusareas.models import Absence, Employment, KeyPerson, Unit, UnitManager, UnitPlacement

ONE_DAY = timedelta(days=1)

Period = Absence | Employment | KeyPerson | Unit | UnitManager | UnitPlacement


def holds(period: Period, day: date) -> bool:
    """Whether the day lies within the period."""
    return (not period.first_day or period.first_day <= day) and is_open(period, day)


def is_open(period: Period, day: date) -> bool:
    """Whether the period holds on the day or later."""
    return not period.last_day or period.last_day >= day


def take_over(changes: Changes, rows: Sequence[Period], new: Period, **holder: Any) -> bool:
    """Let the new row's holder hold from its first day; whether that is another than held.

    The row that holds ends the day before, or changes holder if it begins that day; the new
    one ends before any later one begins.
    """
    day = new.first_day
    assert day
    current = next((row for row in rows if holds(row, day)), None)
    if current and current.first_day == day:
        return changes.change(current, **holder)
    if current:
        if all(getattr(current, name) == value for name, value in holder.items()):
            return False
        changes.change(current, last_day=day - ONE_DAY)
    later = [row.first_day for row in rows if row.first_day and row.first_day > day]
    new.last_day = min(later) - ONE_DAY if later else None
    changes.make(new)
    return True
