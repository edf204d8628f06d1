"""Rows under a number that somebody had before: they are about the same person under the new one.

Such a row says where the person worked. The name and the address are those of the new number.
"""

from collections.abc import Mapping

from focusareas.hr_import.beforehand import Beforehand
from focusareas.hr_import.layout import KeyPersonRow, PersonRow
from focusareas.hr_import.packed_rows import PackedRows
from focusareas.hr_import.reading import Sheet
from focusareas.models import EarlierNumber


def stored_numbers(before: Beforehand) -> dict[str, str]:
    """The number of today by each number that somebody had before."""
    numbers = before.rows(EarlierNumber.objects.order_by())
    return dict(numbers.values_list("number", "staff_member__employee_number"))


def follow_key_persons(sheet: Sheet[KeyPersonRow], numbers: Mapping[str, str]) -> None:
    """Let each duty be that of the number of today."""
    if numbers:
        sheet.rows = [
            row._replace(number=numbers.get(row.number, row.number)) for row in sheet.rows
        ]


def follow_people(sheet: Sheet[PersonRow], numbers: Mapping[str, str]) -> None:
    """Let each row be that of the number of today, which wins where both say the same."""
    earlier = [row for row in sheet.rows if row.number in numbers] if numbers else []
    if not earlier:
        return
    sheet.rows = PackedRows(row for row in sheet.rows if row.number not in numbers)
    taken = {(row.number, row.unit, row.first_day) for row in sheet.rows}
    for row in earlier:
        number = numbers[row.number]
        if (number, row.unit, row.first_day) not in taken:
            taken.add((number, row.unit, row.first_day))
            sheet.rows.append(row._replace(number=number, given_name="", family_name="", email=""))
