"""One import from file to outcome; a dry run goes the same way and takes everything back."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import IO

from django.db import transaction
from django.db.models import Model

from focusareas.hr_import import dated_back, earlier_numbers, undoing
from focusareas.hr_import.alike import nearest_names, perhaps_another_code, perhaps_misspelt
from focusareas.hr_import.beforehand import Beforehand, what_is_there
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.checking import check
from focusareas.hr_import.counts_in_words import told
from focusareas.hr_import.details import Details
from focusareas.hr_import.kept_outcome import as_kept
from focusareas.hr_import.key_persons import import_key_persons
from focusareas.hr_import.layout import KEY_PERSONS, PEOPLE, UNITS
from focusareas.hr_import.managers import import_managers
from focusareas.hr_import.many_rows import many_rows
from focusareas.hr_import.organisation import UnitImport
from focusareas.hr_import.outcome import Finding, Outcome, error
from focusareas.hr_import.own_units import (
    OwnSheets,
    compare_own,
    listed_units,
    read_own,
    told_of_own,
)
from focusareas.hr_import.packed_rows import PackedRows
from focusareas.hr_import.people import PeopleImport
from focusareas.hr_import.progress import Progress, untold
from focusareas.hr_import.reading import Sheets, read
from focusareas.hr_import.standing import kept_of
from focusareas.models import ImportBatch, StaffMember, Unit, User
from focusareas.models.audit import event, record_all
from focusareas.one_at_a_time import one_at_a_time
from focusareas.workbooks import WorkbookError

CORRECTED = "Inläsningen per {on} ändrade vilka som räknas."
LONGEST_NAME = 255


def run(
    file: IO[bytes],
    *,
    on: date,
    allow_leavers: bool = False,
    save: bool = True,
    name: str = "",
    by: User | None = None,
    progress: Progress = untold,
    own: Mapping[str, Unit] | None = None,
    today: date | None = None,
) -> Outcome:
    """Read, check and compare the workbook; save it unless something is wrong or `save` is off.

    `name` is what its owner calls the file. With `own` units, by code, the workbook is that of
    somebody who may change nothing else. With `today`, no employment or leave that began earlier
    is removed, whatever the import's day.
    """
    try:
        sheets = read(file, progress) if own is None else read_own(file, own, progress)
    except WorkbookError as trouble:
        return refused(str(trouble))
    if not sheets.complete:
        return Outcome(saved=False, findings=in_order(sheets.findings))
    with many_rows(), transaction.atomic():
        one_at_a_time()
        changes = Changes(today=today)
        before = what_is_there()
        outcome = compare(
            sheets, changes, before, on=on, allow_leavers=allow_leavers, progress=progress
        )
        if save and not outcome.errors:
            outcome = replace(outcome, saved=True)
            if changes.written:
                batch = keep(outcome, changes, before, file, name=name, on=on, by=by)
                tell(batch, sheets, outcome, changes, by=by)
                outcome = replace(outcome, batch_pk=batch.pk)
        transaction.set_rollback(not outcome.saved)
    return outcome


def refused(sentence: str) -> Outcome:
    """The outcome for a file that cannot even be read."""
    return Outcome(saved=False, findings=(error(None, None, None, sentence),))


def compare(
    sheets: Sheets,
    changes: Changes,
    before: Beforehand,
    *,
    on: date,
    allow_leavers: bool,
    progress: Progress,
) -> Outcome:
    """What is wrong with the sheets; when nothing is, what comes of them, which is written."""
    outcome = (
        compare_own(sheets, changes, before, on=on, allow_leavers=allow_leavers, progress=progress)
        if isinstance(sheets, OwnSheets)
        else compare_all(
            sheets, changes, before, on=on, allow_leavers=allow_leavers, progress=progress
        )
    )
    return replace(outcome, findings=in_order(outcome.findings))


def compare_all(
    sheets: Sheets,
    changes: Changes,
    before: Beforehand,
    *,
    on: date,
    allow_leavers: bool,
    progress: Progress,
) -> Outcome:
    """The same of a workbook that may change everything."""
    units = {unit.code: unit for unit in before.rows(Unit.objects.all())}
    earlier = earlier_numbers.stored_numbers(before)
    sheets.findings.extend(earlier_numbers.follow_key_persons(sheets.key_persons, earlier))
    staff = known_key_persons(sheets)
    sheets.findings.extend(check(sheets, units, staff.keys(), earlier))
    outcome = Outcome(saved=False, findings=tuple(sheets.findings))
    if outcome.errors:
        return outcome
    sheets.findings.extend(earlier_numbers.follow_people(sheets.people, earlier))
    details = Details()
    listed = codes_in(sheets)
    unit_import = UnitImport(sheets.units, units, before, on=on, changes=changes)
    unit_import.run()
    changes.journal.units = {units[code].pk for code in listed}
    people = PeopleImport(
        sheets.people,
        units,
        {unit.pk: unit.code for unit in unit_import.known},
        before,
        on=on,
        allow_leavers=allow_leavers,
        changes=changes,
        details=details,
        progress=progress,
    )
    people.run(remember={row.number for row in sheets.key_persons.rows})
    # The largest part of a file, and no longer needed.
    sheets.people.rows = PackedRows()
    return the_rest(sheets, unit_import, people, staff, changes, details, before, on=on)


def codes_in(sheets: Sheets) -> set[str]:
    """The units that the workbook is of."""
    staffed = {row.unit for row in sheets.people.rows} | {
        row.unit for row in sheets.key_persons.rows
    }
    return staffed | {row.code for row in sheets.units.rows}


def known_key_persons(sheets: Sheets) -> dict[str, int]:
    """The primary keys of the key persons that only the database can vouch for, by number."""
    asked = {row.number for row in sheets.key_persons.rows}
    if asked:
        asked -= {row.number for row in sheets.people.rows}
    staff = StaffMember.objects.filter(employee_number__in=asked)
    return dict(staff.values_list("employee_number", "pk"))


def the_rest(
    sheets: Sheets,
    units: UnitImport,
    people: PeopleImport,
    staff: dict[str, int],
    changes: Changes,
    details: Details,
    before: Beforehand,
    *,
    on: date,
) -> Outcome:
    """Write managers and key persons, who need units and people; tell what came of it all."""
    invitations = import_managers(units, before, on=on, changes=changes)
    units.tell(details)
    nearest = nearest_names(units.registers)
    key_persons = import_key_persons(
        sheets.key_persons,
        units,
        staff | people.keys,
        before,
        on=on,
        changes=changes,
        details=details,
    )
    findings = [
        *sheets.findings,
        *invitations.findings,
        *perhaps_misspelt(units.registers, nearest, sheets.units.rows),
        *perhaps_another_code(units),
    ]
    return replace(
        outcome_of(units, people),
        findings=tuple(findings),
        nearest=nearest,
        key_persons=key_persons,
        invited=tuple(invitations.addresses),
    )


def outcome_of(units: UnitImport, people: PeopleImport) -> Outcome:
    """What came of the two sheets that must be there."""
    return replace(
        people.outcome(),
        units=units.counts,
        new_departments=units.registers.departments,
        new_providers=units.registers.providers,
    )


def keep(
    outcome: Outcome,
    changes: Changes,
    before: Beforehand,
    file: IO[bytes],
    *,
    name: str,
    on: date,
    by: User | None,
) -> ImportBatch:
    """What was carried out and how it can be undone; of the file only its name and checksum."""
    if ImportBatch in before.last:
        undoing.forget_what_is_past()
    file.seek(0)
    batch = ImportBatch.objects.create(
        made_by=by,
        file_name=name[:LONGEST_NAME],
        sha256=hashlib.file_digest(file, "sha256").hexdigest(),  # type: ignore[arg-type]  # IO promises no readinto
        effective_on=on,
        counts=outcome.counts,
        journal=kept_of(changes.journal, before.last) | {"days": changes.days.as_json()},
        outcome=as_kept(outcome),
    )
    return batch


def tell(
    batch: ImportBatch, sheets: Sheets, outcome: Outcome, changes: Changes, *, by: User | None
) -> None:
    """Write the import to the trace, also where it changed a day that is over."""
    on = batch.effective_on
    about: list[Model] = [batch]
    if isinstance(sheets, OwnSheets):
        text = told_of_own(sheets, outcome, on)
        about += listed_units(sheets)
    else:
        text = told(f"Läste in organisationen per {on}", outcome.counts)
    of_units = dated_back.events(changes.days.by_unit, text=CORRECTED.format(on=on), by=by)
    record_all(chain((event(by=by, text=text, about=thing) for thing in about), of_units))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then by place in the workbook."""
    sheets = [None, UNITS.title, PEOPLE.title, KEY_PERSONS.title]
    return tuple(
        sorted(
            findings,
            key=lambda found: (found.level, sheets.index(found.sheet), found.row or 0),
        )
    )
