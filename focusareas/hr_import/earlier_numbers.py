"""Rows under a number that somebody had before: they are about the same person under the new one.

Such a row says where the person worked. The name and the address are those of the new number.
Where the person stands with both numbers at a unit, the rows are read as merging people joins
what is stored: a file that is read again brings back nothing that was joined.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from focusareas.hr_import.beforehand import Beforehand
from focusareas.hr_import.layout import NO_DAY, KeyPersonRow, PersonRow
from focusareas.hr_import.outcome import Finding, warning
from focusareas.hr_import.packed_rows import PackedRows
from focusareas.hr_import.reading import RowList, Sheet
from focusareas.models import EarlierNumber
from focusareas.person_periods import leaves_of_both, roles_held, title_of_both
from focusareas.spans import Span, joined, meet, span_of
from focusareas.swedish import in_a_row

TWICE = (
    "Anställningsnummer {numbers} är samma person och står på enheten {unit} med dagar som går in "
    "i varandra. Raderna läses som en. Låt en rad med alla dagarna stå kvar i filen."
)
NO_LEAVE = {"first_day": None, "last_day": None}

Stay = TypeVar("Stay", PersonRow, KeyPersonRow)
# Of each person, by today's number, and unit, by its code.
ByPlace = dict[tuple[str, str], list[Stay]]
# The earlier number by the row in the file that says it.
Said = Mapping[int, str]


def stored_numbers(before: Beforehand) -> dict[str, str]:
    """The number of today by each number that somebody had before."""
    numbers = before.rows(EarlierNumber.objects.order_by())
    return dict(numbers.values_list("number", "staff_member__employee_number"))


def follow_key_persons(sheet: Sheet[KeyPersonRow], numbers: Mapping[str, str]) -> list[Finding]:
    """Let each duty be that of the number of today, no two on the same days; tells of such rows."""
    if not (said := _said(sheet.rows, numbers)):
        return []
    rows = [row._replace(number=numbers.get(row.number, row.number)) for row in sheet.rows]
    sheet.rows = kept = list[KeyPersonRow]()
    found = _under_both(rows, said, kept)
    for theirs in found.values():
        for role, span in roles_held(theirs):
            first = next(row for row in theirs if meet(span_of(row), span))
            last_day = span.days["last_day"]
            kept.append(first._replace(role=role, first_day=span.first, last_day=last_day))
    return list(_told(sheet, found, said))


def follow_people(sheet: Sheet[PersonRow], numbers: Mapping[str, str]) -> list[Finding]:
    """The same of employments."""
    said = _said(sheet.rows, numbers)
    if said:
        sheet.rows = PackedRows(_as_today(row, numbers) for row in sheet.rows)
    return join_people(sheet, said)


def join_people(sheet: Sheet[PersonRow], said: Said) -> list[Finding]:
    """Let no two rows of a person at a unit hold on the same days, where one is among those."""
    if not said:
        return []
    kept = PackedRows()
    found = _under_both(sheet.rows, said, kept)
    sheet.rows = kept
    for rows in found.values():
        # Of those from the same day the one under the number of today comes first.
        rows.sort(key=lambda row: (row.first_day, row.row in said))
        for row in _as_few(rows):
            kept.append(row)
    return list(_told(sheet, found, said))


def _said(rows: Iterable[Stay], numbers: Mapping[str, str]) -> Said:
    return {row.row: row.number for row in rows if row.number in numbers} if numbers else {}


def _under_both(rows: Iterable[Stay], said: Said, others: RowList[Stay]) -> ByPlace[Stay]:
    """The rows of each person and unit where one is under an earlier number; the rest are others.

    Those that cannot be read are left to the checks, which tell what is wrong.
    """
    found: ByPlace[Stay] = defaultdict(list)
    places = {(row.number, row.unit) for row in rows if row.row in said}
    for row in rows:
        place = row.number, row.unit
        if place in places and NO_DAY < row.first_day <= span_of(row).last:
            found[place].append(row)
        else:
            others.append(row)
    return found


def _as_today(row: PersonRow, numbers: Mapping[str, str]) -> PersonRow:
    """The row under the number of today; one that stood under an earlier one names nobody."""
    if row.number not in numbers:
        return row
    return row._replace(number=numbers[row.number], given_name="", family_name="", email="")


def _as_few(rows: Iterable[PersonRow]) -> Iterator[PersonRow]:
    """Those with a day in common as one; they come in order of day."""
    held: PersonRow | None = None
    for row in rows:
        if held and meet(span_of(held), span_of(row)):
            held = _as_one(held, row)
            continue
        if held:
            yield held
        held = row
    if held:
        yield held


def _as_one(row: PersonRow, other: PersonRow) -> PersonRow:
    """What both say of one employment."""
    (whole,) = joined([span_of(row), span_of(other)])
    leaves = leaves_of_both(whole, (span_of(row), _leave(row)), (span_of(other), _leave(other)))
    # A row has room for one leave: earlier ones are stored already, and stay.
    leave = leaves[-1].days if leaves else NO_LEAVE
    return row._replace(
        given_name=row.given_name or other.given_name,
        family_name=row.family_name or other.family_name,
        email=row.email or other.email,
        title=title_of_both(row, other),
        is_protected=row.is_protected or other.is_protected,
        leave_first_day=leave["first_day"],
        leave_last_day=leave["last_day"],
        first_day=whole.first,
        last_day=whole.days["last_day"],
    )


def _leave(row: PersonRow) -> list[Span]:
    if row.leave_first_day is None:
        return []
    return [Span(row.leave_first_day, row.leave_last_day or date.max)]


def _told(sheet: Sheet[Stay], found: ByPlace[Stay], said: Said) -> Iterator[Finding]:
    """A warning at each row under an earlier number that holds while another number's does."""
    for (number, unit), rows in found.items():
        for row in rows:
            days = span_of(row)
            both = {said.get(it.row, number) for it in rows if meet(days, span_of(it))}
            if row.row in said and len(both) > 1:
                message = TWICE.format(numbers=in_a_row(sorted(both)), unit=unit)
                title, column = sheet.layout.title, sheet.layout.header("number")
                yield warning(title, row.row, column, message)
