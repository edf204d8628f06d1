"""From which day on an import, or undoing one, changes the figures of each unit, for the trace."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from django.db import models

from focusareas.models import (
    Absence,
    AuditEvent,
    Employment,
    ImportBatch,
    KeyPerson,
    Unit,
    UnitPlacement,
    User,
)
from focusareas.models.audit import event
from focusareas.models.days import first_day_told_apart

of_its_unit = attrgetter("unit_id")
# How one comes from a row to the unit whose figures it is a part of.
UNIT_OF: dict[type[models.Model], Callable[[Any], int]] = {
    Unit: attrgetter("pk"),
    UnitPlacement: of_its_unit,
    Unit.tags.through: of_its_unit,
    Employment: of_its_unit,
    KeyPerson: of_its_unit,
    Absence: attrgetter("employment.unit_id"),
}


class FirstDays:
    """Of each unit the first day on which something holds that did not, or no longer does."""

    def __init__(self) -> None:
        self.by_unit: dict[int, date] = {}

    def made_or_removed(self, row: Any) -> None:
        """A row that holds from now on, or no longer does."""
        self._note(row, getattr(row, "first_day", None) or date.min)

    def changed(self, row: Any, before: Mapping[str, Any]) -> None:
        """A row that held these values."""
        if "first_day" in before or "last_day" in before:
            now = (row.first_day, row.last_day)
            held = (before.get("first_day", now[0]), before.get("last_day", now[1]))
            if day := first_day_told_apart(held, now):
                self._note(row, day)

    def _note(self, row: Any, day: date) -> None:
        if unit_of := UNIT_OF.get(type(row)):
            unit = unit_of(row)
            self.by_unit[unit] = min(day, self.by_unit.get(unit, day))

    def as_json(self) -> dict[int, str]:
        """The days as they are stored with the batch."""
        return {unit: day.isoformat() for unit, day in self.by_unit.items()}


def days_of(batch: ImportBatch) -> dict[int, date]:
    """The days as the import left them; none when they are no longer kept."""
    stored = (batch.journal or {}).get("days", {})
    return {int(unit): date.fromisoformat(day) for unit, day in stored.items()}


def events(days: Mapping[int, date], *, text: str, by: User | None) -> Iterator[AuditEvent]:
    """For the trace of each unit: that figures changed, and from which day on."""
    for unit, day in days.items():
        # Nothing but its key is needed.
        yield event(by=by, text=text, about=Unit(pk=unit), changes_from=day)
