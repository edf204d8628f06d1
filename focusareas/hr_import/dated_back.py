"""From which day on an import, or undoing one, changes the figures of each unit, for the trace."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any

from django.db.models import DateField, Min, Value
from django.db.models.functions import Coalesce

from focusareas.hr_import.journal import Entry, Model, chunks
from focusareas.models import Absence, Employment, KeyPerson, Unit, UnitPlacement, User
from focusareas.models.audit import record_for_each
from focusareas.models.days import first_day_told_apart

TAGGED: Model = Unit.tags.through
# How one comes from a row to the unit whose figures it is a part of.
UNIT_OF: dict[Model, str] = {
    Unit: "pk",
    UnitPlacement: "unit_id",
    TAGGED: "unit_id",
    Employment: "unit_id",
    KeyPerson: "unit_id",
    Absence: "employment__unit_id",
}
ALWAYS = Value(date.min, DateField())
ROWS = 2_000

Change = tuple[int, date]


def tell(found: Iterable[Entry], *, text: str, by: User | None) -> None:
    """Write to the trace of each unit that figures changed, and from which day on."""
    days = first_days(found)
    if days:
        units = Unit.objects.filter(pk__in=days)
        record_for_each(by=by, text=text, about=units, changes_from=days)


def first_days(found: Iterable[Entry]) -> dict[int, date]:
    """Of each unit the first day on which something holds that did not, or no longer does.

    To be asked while the rows are as the import left them.
    """
    days: dict[int, date] = {}
    for entry in found:
        if entry.model in UNIT_OF:
            for unit, day in chain(_made(entry), _changed(entry), _removed(entry)):
                days[unit] = min(day, days.get(unit, day))
    return days


def _made(entry: Entry) -> Iterator[Change]:
    first = ALWAYS if entry.model is TAGGED else Coalesce("first_day", ALWAYS)
    for span in entry.made:
        rows = entry.model._default_manager.filter(pk__range=(span.first, span.last))
        yield from rows.order_by().values_list(UNIT_OF[entry.model]).annotate(day=Min(first))


def _changed(entry: Entry) -> Iterator[Change]:
    for pks in chunks(entry.changed, ROWS):
        rows = entry.model._default_manager.filter(pk__in=pks)
        fields = ("pk", UNIT_OF[entry.model], "first_day", "last_day")
        for pk, unit, first_day, last_day in rows.values_list(*fields):
            before = entry.changed[pk].before
            held = (before.get("first_day", first_day), before.get("last_day", last_day))
            if day := first_day_told_apart(held, (first_day, last_day)):
                yield unit, day


def _removed(entry: Entry) -> Iterator[Change]:
    for values in entry.removed:
        unit = _unit_of_leave(values) if entry.model is Absence else values["unit_id"]
        if unit:
            yield unit, values.get("first_day") or date.min


def _unit_of_leave(values: dict[str, Any]) -> int | None:
    """The unit of a leave whose employment is still there; else that tells of the unit."""
    employments = Employment.objects.filter(pk=values["employment_id"])
    return employments.values_list("unit_id", flat=True).first()
