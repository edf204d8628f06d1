"""The whole organisation as the workbook that is read: reading it back changes nothing.

Cells are written in the order of the columns of `layout`. What has no column is not written:
earlier names and placements, deputies, and of several leaves from one employment all but one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import IO, Any, NamedTuple

from django.db.models import Prefetch, QuerySet

from focusareas.exports import Column, Row, Sheet, write_workbook
from focusareas.hr_import.counts_in_words import NOUNS
from focusareas.hr_import.journal import chunks
from focusareas.hr_import.layout import KEY_PERSONS, OPERATIONS, PEOPLE, ROLES, UNITS, Layout
from focusareas.hr_import.periods import holds, is_open
from focusareas.models import Absence, Employment, KeyPerson, Unit, UnitManager, UnitPlacement
from focusareas.snapshot import one_snapshot
from focusareas.swedish import counted, in_a_row

# Rows fetched, and employments whose leaves are looked up, at a time.
BATCH = 2_000
OPERATION_WORDS = {operation: word for word, operation in OPERATIONS.items()}
ROLE_WORDS = {role: word for word, role in ROLES.items()}


class Written(NamedTuple):
    """How many rows each sheet was given."""

    units: int
    employments: int
    key_persons: int

    def __str__(self) -> str:
        units = counted(self.units, *NOUNS["units"])
        employments = counted(self.employments, "anställning", "anställningar")
        return in_a_row((units, employments, counted(self.key_persons, *NOUNS["key_persons"])))


def write(file: IO[bytes], *, on: date) -> Written:
    """Write the workbook; departments, managers and leaves are those of the day."""
    counts: Counter[str] = Counter()
    sheets = ((UNITS, unit_rows(on)), (PEOPLE, employment_rows(on)), (KEY_PERSONS, duty_rows()))
    with one_snapshot():
        write_workbook(
            (sheet_of(layout, counting(rows, counts, layout.title)) for layout, rows in sheets),
            file,
        )
    return Written(*(counts[layout.title] for layout, _ in sheets))


def sheet_of(layout: Layout[Any], rows: Iterable[Row] = ()) -> Sheet:
    """A sheet with the headers that are looked for when it is read."""
    return Sheet(layout.title, [Column(column.header) for column in layout.columns.values()], rows)


def counting(rows: Iterable[Row], counts: Counter[str], name: str) -> Iterator[Row]:
    """The same rows, counted under the name as they pass."""
    for row in rows:
        counts[name] += 1
        yield row


def unit_rows(on: date) -> Iterator[Row]:
    """Every unit that is, was or will be open."""
    placements = UnitPlacement.objects.select_related("department").order_by("first_day", "pk")
    related = (Prefetch("placements", placements), "tags")
    managers = managers_on(on)
    units = Unit.objects.select_related("provider", "successor").prefetch_related(*related)
    for unit in units.iterator(BATCH):
        yield (
            unit.code,
            unit.name,
            department_of(unit, on),
            OPERATION_WORDS[Unit.Operation(unit.operation)],
            unit.provider.name if unit.provider else None,
            unit.cost_centre,
            managers.get(unit.pk),
            ", ".join(tag.name for tag in unit.tags.all()),
            unit.first_day,
            unit.last_day,
            unit.successor.code if unit.successor else None,
        )


def managers_on(day: date) -> dict[int, str]:
    """The address of each unit's manager that day."""
    rows = UnitManager.objects.on(day).filter(is_deputy=False).order_by("-pk")
    return dict(rows.values_list("unit", "user__email"))


def department_of(unit: Unit, day: date) -> str | None:
    """The department that day, or else the next to come, or the latest there was."""
    rows = list(unit.placements.all())
    held = [row for row in rows if holds(row, day)]
    coming = [row for row in rows if row.first_day and row.first_day > day]
    found = (held or coming or rows[-1:])[:1]
    return found[0].department.name if found else None


def employment_rows(on: date, employments: QuerySet[Employment] | None = None) -> Iterator[Row]:
    """Every employment there is, was or will be, each with the one leave that matters most."""
    asked = Employment.objects.all() if employments is None else employments
    rows = asked.order_by("staff_member__employee_number", "unit__code", "first_day")
    columns = (
        "staff_member__employee_number",
        "staff_member__given_name",
        "staff_member__family_name",
        "staff_member__email",
        "unit__code",
        "title",
        "first_day",
        "last_day",
    )
    found = rows.values_list("pk", *columns, "staff_member__is_protected").iterator(BATCH)
    for batch in chunks(found, BATCH):
        leaves = leaves_of([pk for pk, *_ in batch])
        for pk, *cells, is_protected in batch:
            leave = leave_to_tell(leaves[pk], on)
            yield (*cells, *leave, "ja" if is_protected else None)


def leaves_of(employments: Sequence[int]) -> defaultdict[int, list[Absence]]:
    """The leaves from these employments, the first to begin first."""
    found: defaultdict[int, list[Absence]] = defaultdict(list)
    for leave in Absence.objects.filter(employment__in=employments).order_by("first_day"):
        found[leave.employment_id].append(leave)
    return found


def leave_to_tell(leaves: Sequence[Absence], day: date) -> tuple[date | None, date | None]:
    """The days of the leave that goes on, or else the next to come, or the latest there was.

    A row without a leave would end one that goes on.
    """
    left = [leave for leave in leaves if is_open(leave, day)]
    found = (left or leaves[-1:])[:1]
    return (found[0].first_day, found[0].last_day) if found else (None, None)


def duty_rows() -> Iterator[Row]:
    """Every duty as key person there is, was or will be."""
    rows = KeyPerson.objects.order_by("staff_member__employee_number", "unit__code", "first_day")
    columns = ("staff_member__employee_number", "unit__code", "role", "first_day", "last_day")
    for number, unit, role, *days in rows.values_list(*columns).iterator(BATCH):
        yield (number, unit, ROLE_WORDS[KeyPerson.Role(role)], *days)
