"""The sheet Nyckelpersoner against the stored duties."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from focusareas.hr_import.beforehand import Beforehand
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.details import Details, edit_words
from focusareas.hr_import.layout import KeyPersonRow
from focusareas.hr_import.organisation import UnitImport
from focusareas.hr_import.outcome import KEY_PERSON_COUNTS, nothing
from focusareas.hr_import.periods import is_open
from focusareas.hr_import.reading import Sheet
from focusareas.models import KeyPerson


def import_key_persons(
    sheet: Sheet[KeyPersonRow],
    units: UnitImport,
    staff: Mapping[str, int],
    before: Beforehand,
    *,
    on: date,
    changes: Changes,
    details: Details,
) -> dict[str, int]:
    """Make and change duties by the sheet; those it does not list are counted and left alone.

    `staff` are the primary keys of the persons that the sheet names, by employee number.
    """
    counted: Counter[str] = Counter()
    if sheet.present:
        listed = {unit.pk for unit in units.known}
        named = {units.units[row.unit].pk for row in sheet.rows if row.unit not in units.new}
        stored = stored_duties(before, listed | named)
        for row in sheet.rows:
            key = (staff[row.number], units.units[row.unit].pk, row.first_day)
            changes.told()
            count = keep_duty(sheet, row, key, stored.pop(key, None), changes)
            counted[count] += 1
            if count != "unchanged":
                words = [edit_words(edit) for edit in changes.told()] or [f"Från {row.first_day}"]
                details.add("key_persons", count, row.number, row.unit, words)
        for duty in stored.values():
            if duty.unit_id in listed and is_open(duty, on):
                counted["missing"] += 1
                person = duty.staff_member.employee_number
                words = [f"Från {duty.first_day}"]
                details.add("key_persons", "missing", person, duty.unit.code, words)
        changes.write(KeyPerson)
    return nothing(KEY_PERSON_COUNTS) | counted


Key = tuple[int, int, date]


def stored_duties(before: Beforehand, units: set[int]) -> dict[Key, KeyPerson]:
    """The duties at the units by person, unit and first day."""
    rows = before.rows(KeyPerson.objects.filter(unit__in=units))
    return {
        (duty.staff_member_id, duty.unit_id, duty.first_day): duty
        for duty in rows.select_related("staff_member", "unit").order_by("pk")
    }


def keep_duty(
    sheet: Sheet[KeyPersonRow],
    row: KeyPersonRow,
    key: Key,
    stored: KeyPerson | None,
    changes: Changes,
) -> str:
    """Bring one duty in line with its row; says which count it belongs to."""
    if stored:
        is_changed = changes.change(stored, **sheet.values(row, "role", "last_day"))
        return "changed" if is_changed else "unchanged"
    staff_member, unit, first_day = key
    changes.make(
        KeyPerson(
            staff_member_id=staff_member,
            unit_id=unit,
            role=row.role,
            first_day=first_day,
            last_day=row.last_day,
        )
    )
    return "new"
