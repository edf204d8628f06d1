"""Rows that would be put back where another holds on the same days, and what they hang on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from focusareas.hr_import.journal import Entry, Model, Values
from focusareas.hr_import.stored_rows import Wanted
from focusareas.models import Absence, Employment, KeyPerson, Unit, UnitManager, UnitPlacement

TAG: Model = Unit.tags.through
# Of what there is one at a time, and where one looks for the others: the first of its columns.
ONE_AT_A_TIME: dict[Model, tuple[str, ...]] = {
    Employment: ("staff_member_id", "unit_id"),
    Absence: ("employment_id",),
    KeyPerson: ("staff_member_id", "unit_id"),
    UnitPlacement: ("unit_id",),
    UnitManager: ("unit_id",),
    TAG: ("unit_id", "unittag_id"),
}
DAYS = ("first_day", "last_day")
Rows = dict[Model, dict[int, Values]]
Back = tuple[Model, Values]


class Pair(NamedTuple):
    """A row that would be put back, and another that holds on the same days."""

    model: str
    back: int
    other: int


def is_moved(model: Model, before: Values) -> bool:
    """Whether a row that held this before held on other days, or somewhere else."""
    columns = ONE_AT_A_TIME.get(model)
    return columns is not None and any(column in before for column in (*DAYS, *columns))


def moved(found: Iterable[Entry]) -> Rows:
    """The rows of which that is so, as they are now."""
    wanted = Wanted()
    for entry in found:
        pks = [pk for pk, row in entry.changed.items() if is_moved(entry.model, row.before)]
        wanted.add(entry.model, "id", pks)
    return wanted.read()


def put_back(found: Iterable[Entry], rows: Rows) -> Iterator[Back]:
    """The rows that would come back, or hold on other days; `rows` are those that were moved."""
    for entry in found:
        if entry.model in ONE_AT_A_TIME:
            yield from ((entry.model, values) for values in entry.removed)
            for pk, values in rows.get(entry.model, {}).items():
                yield entry.model, values | entry.changed[pk].before


def ask(wanted: Wanted, back: Iterable[Back]) -> None:
    """What must be read to know what else holds there."""
    for model, values in back:
        column = ONE_AT_A_TIME[model][0]
        wanted.add(model, column, [values[column]])


def overlapping(found: Iterable[Entry], back: Iterable[Back], read: Rows) -> Iterator[Pair]:
    """Each of these with each that the import did not write and that holds there, if any does."""
    by_model = {entry.model: entry for entry in found}
    others: dict[tuple[Model, tuple[int, ...]], list[Values]] = defaultdict(list)
    for model in by_model.keys() & ONE_AT_A_TIME.keys():
        entry = by_model[model]
        for pk, values in read.get(model, {}).items():
            if not entry.has_made(pk) and pk not in entry.changed:
                others[model, _place(model, values)].append(values)
    for model, values in back:
        for other in others[model, _place(model, values)]:
            if meet(_days(values), _days(other)):
                yield Pair(model._meta.label_lower, values["id"], other["id"])


def _place(model: Model, values: Values) -> tuple[int, ...]:
    """Where there is one at a time; deputies are as many as one likes, but each of them once."""
    place = tuple(values[column] for column in ONE_AT_A_TIME[model])
    return (*place, values["user_id"]) if values.get("is_deputy") else place


def _days(values: Values) -> tuple[date | None, date | None]:
    return values.get("first_day"), values.get("last_day")


def meet(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Whether the periods have a day in common; none is without end."""
    (first, last), (other_first, other_last) = one, other
    return (first or date.min) <= (other_last or date.max) and (other_first or date.min) <= (
        last or date.max
    )
