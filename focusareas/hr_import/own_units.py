"""The workbook of a provider's manager: the same sheets, limited to the manager's own units.

The units themselves are the administrator's to change, and so is whoever somebody else employs
too. A provider's numbers are its own: one that stands on none of the lists is never looked up
among everybody's, so that nobody learns who works elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import IO

from django.db.models import Exists, OuterRef, Q, QuerySet

from focusareas import exports
from focusareas.hr_import.beforehand import Beforehand
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.checking import check
from focusareas.hr_import.counts_in_words import told
from focusareas.hr_import.details import Details
from focusareas.hr_import.earlier_numbers import join_people
from focusareas.hr_import.layout import (
    KEY_PERSONS,
    PEOPLE,
    UNITS,
    Layout,
    ListedUnit,
    PersonRow,
)
from focusareas.hr_import.outcome import Finding, Outcome, warning
from focusareas.hr_import.people import PeopleImport
from focusareas.hr_import.progress import Progress
from focusareas.hr_import.reading import Sheet, Sheets, read_sheet
from focusareas.hr_import.writing import employment_rows
from focusareas.models import EarlierNumber, Employment, NameSpelling, StaffMember, Unit
from focusareas.names import fold
from focusareas.provider_staff import (
    NOT_THEIRS,
    brings_back,
    mark_of,
    new_numbers,
    telling_who_went_on,
)
from focusareas.swedish import in_a_row
from focusareas.workbooks import opened

LONGEST_NUMBER = StaffMember._meta.get_field("employee_number").max_length or 0
NOT_OWN = "Enhetskod {code} är inte en av dina enheter. Rätta koden, eller ta bort raden."
SAME_NAME = (
    "Samma namn står på rad {row}. Skriv ett nummer på båda raderna: samma nummer om det är en "
    "och samma person, annars olika."
)
TOO_LONG = "Numret är för långt. Korta det."
SEVERAL = "Flera på personallistan heter så. Skriv numret som står där."
SAME_DAY = "Samma person och dag står på rad {row}. Ta bort en av raderna."
LEFT = (
    "Raden har inget nummer och räknas som {number}, som har slutat och heter likadant. Är det "
    "någon annan skriver du ett eget nummer på raden."
)
NOT_ANEW = (
    "{number} på personallistan har slutat, och bara administratören kan anställa personen igen. "
    "Säg till. Är det någon annan skriver du ett annat nummer på raden."
)
NOT_FREE = "Numret går inte att använda. Skriv ett annat eller lämna cellen tom."
OTHER_NAME = (
    "Någon som heter något annat har det numret hos er. Är det en och samma skriver du numret som "
    "står på personallistan, annars ett annat."
)
NO_DUTIES = "Nyckelpersoner utser du på enhetens sida. Bladet läses inte."

LISTED = Layout(UNITS.title, ListedUnit, {"code": UNITS.columns["code"]}, optional=True)
NUMBER = replace(PEOPLE.columns["number"], required=False)
# An address ties a login to the person: that is for the administrator to do.
UNREAD = replace(PEOPLE.columns["email"], parse=lambda _: "")
OWN_PEOPLE = replace(PEOPLE, columns=dict(PEOPLE.columns) | {"number": NUMBER, "email": UNREAD})


@dataclass(slots=True)
class OwnSheets(Sheets):
    """What a provider's workbook says; of its units nothing but which ones they are."""

    listed: Sheet[ListedUnit]
    own: Mapping[str, Unit]


def read_own(file: IO[bytes], own: Mapping[str, Unit], progress: Progress) -> OwnSheets:
    """The sheets of the workbook; raises `WorkbookError` when it is not one.

    `own` are the own units by code.
    """
    findings: list[Finding] = []
    with opened(file) as workbook:
        if any(fold(title) == fold(KEY_PERSONS.title) for title in workbook.titles):
            findings.append(warning(KEY_PERSONS.title, None, None, NO_DUTIES))
        people = read_sheet(workbook, OWN_PEOPLE, findings, progress)
        people.fields -= {"email"}
        return OwnSheets(
            units=Sheet(UNITS, present=False),
            people=people,
            key_persons=Sheet(KEY_PERSONS, present=False),
            findings=findings,
            listed=read_sheet(workbook, LISTED, findings, progress),
            own=own,
        )


def compare_own(
    sheets: OwnSheets,
    changes: Changes,
    before: Beforehand,
    *,
    on: date,
    allow_leavers: bool,
    progress: Progress,
) -> Outcome:
    """What is wrong with the sheets; when nothing is, what comes of them, which is written."""
    own = dict(sheets.own)
    sheets.findings.extend(_of_others(sheets))
    sheets.findings.extend(_of_one_name(sheets.people))
    sheets.findings.extend(check(sheets, own, (), {}))
    known = OwnPeople(own, on=on)
    sheets.findings.extend(known.settle(sheets.people))
    outcome = Outcome(saved=False, findings=tuple(sheets.findings))
    if outcome.errors:
        return outcome
    sheets.findings.extend(join_people(sheets.people, known.said))
    # Also where it lists nobody: who it is about is looked for at all of them.
    changes.journal.units = {unit.pk for unit in own.values()}
    details = Details()
    people = PeopleImport(
        sheets.people,
        own,
        {unit.pk: unit.code for unit in listed_units(sheets)},
        before,
        on=on,
        allow_leavers=allow_leavers,
        changes=changes,
        details=details,
        progress=progress,
    )
    people.run(remember=set())
    return replace(people.outcome(), findings=tuple(sheets.findings))


def told_of_own(sheets: OwnSheets, outcome: Outcome, on: date) -> str:
    """The import in words, for the trace."""
    codes = in_a_row(unit.code for unit in listed_units(sheets))
    return told(f"Läste in personallistan för {codes} per {on}", outcome.counts)


def listed_units(sheets: OwnSheets) -> list[Unit]:
    """The units that the workbook is complete for."""
    return [sheets.own[code] for code in sorted(_listed(sheets))]


def own_sheet(employments: QuerySet[Employment], *, on: date) -> exports.Sheet:
    """The sheet Medarbetare with these employments, to fill in and hand in again.

    Addresses have no column, as none are read.
    """
    columns = [column for name, column in OWN_PEOPLE.columns.items() if name != "email"]
    rows = ((*cells[:3], *cells[4:]) for cells in employment_rows(on, employments))
    headers = [exports.Column(column.header, 18) for column in columns]
    return exports.Sheet(PEOPLE.title, headers, rows)


def _listed(sheets: OwnSheets) -> set[str]:
    """The codes of the units that the workbook is complete for."""
    rows = sheets.listed.rows if sheets.listed.fields else ()
    return {row.code for row in rows} or {row.unit for row in sheets.people.rows}


def _of_others(sheets: OwnSheets) -> Iterator[Finding]:
    """An error for each row about a unit that is not one of the own; such rows are left out."""
    for row in sheets.listed.rows:
        if row.code and row.code not in sheets.own:
            yield sheets.listed.error(row.row, "code", NOT_OWN.format(code=row.code))
    kept: list[PersonRow] = []
    for person in sheets.people.rows:
        if person.unit and person.unit not in sheets.own:
            message = NOT_OWN.format(code=person.unit)
            yield sheets.people.error(person.row, "unit", message)
        else:
            kept.append(person)
    sheets.people.rows = kept


def _of_one_name(sheet: Sheet[PersonRow]) -> Iterator[Finding]:
    """An error for each row without number whose name stands on an earlier one."""
    first: dict[str, PersonRow] = {}
    for row in sheet.rows:
        earlier = first.setdefault(_name(row), row)
        if earlier is not row and not (row.number and earlier.number):
            yield sheet.error(row.row, "number", SAME_NAME.format(row=earlier.row))


def _name(row: PersonRow) -> str:
    return fold(f"{row.given_name} {row.family_name}")


def as_known(row: PersonRow, person: StaffMember) -> PersonRow:
    """The row with the name that the person has, and nothing said of protection."""
    return row._replace(
        given_name=person.given_name,
        family_name=person.family_name,
        is_protected=False,
    )


def _works_elsewhere(person: StaffMember) -> bool:
    return bool(person.works_elsewhere)  # type: ignore[attr-defined]  # annotated


def _called(row: PersonRow) -> str:
    return f"{mark_of(row.unit)}:{row.number}"


def _own_like(code: str) -> Iterator[str]:
    """The numbers that people have or have had and that the unit's own are written like."""
    prefix = f"{mark_of(code)}:"
    people = StaffMember.objects.filter(employee_number__startswith=prefix)
    yield from people.values_list("employee_number", flat=True)
    earlier = EarlierNumber.objects.filter(number__startswith=prefix)
    yield from earlier.values_list("number", flat=True)


class OwnPeople:
    """Those who work, or have worked, at the own units: each row is about one of them or a new."""

    def __init__(self, own: Mapping[str, Unit], *, on: date) -> None:
        units = [unit.pk for unit in own.values()]
        posts = Employment.objects.filter(staff_member=OuterRef("pk"))
        here = posts.filter(unit__in=units)
        known = StaffMember.objects.filter(Exists(here))
        people = telling_who_went_on(known, units, on=on).annotate(
            works_elsewhere=Exists(posts.exclude(unit__in=units)),
            has_left=~Exists(here.exclude(last_day__lt=on)),
        )
        # Whoever has left and is protected is not theirs to know.
        people = people.filter(Q(has_left=False) | Q(is_protected=False))
        self.by_number = {person.employee_number: person for person in people}
        earlier = EarlierNumber.objects.filter(staff_member__in=people.values("pk"))
        # A number that somebody has goes before one that somebody had.
        self.earlier = {
            number: today
            for number, today in earlier.values_list("number", "staff_member__employee_number")
            if number not in self.by_number
        }
        self.todays = self.earlier | {number: number for number in self.by_number}
        self.ends: dict[str, set[str]] = defaultdict(set)
        for number, today in self.todays.items():
            self.ends[number.partition(":")[2]].add(today)
        self.named: dict[str, list[str]] = defaultdict(list)
        self.names: dict[str, set[str]] = defaultdict(set)
        for person in people:
            self.named[fold(person.full_name)].append(person.employee_number)
            self.names[person.employee_number].add(fold(person.full_name))
        spellings = NameSpelling.objects.filter(staff_member__in=people.values("pk"))
        for number, name in spellings.values_list("staff_member__employee_number", "spelling"):
            self.names[number].add(fold(name))
        self.of_others = {number for code in own for number in _own_like(code)} - set(self.todays)
        self.said: dict[int, str] = {}
        self.new = {code: new_numbers(unit) for code, unit in own.items()}

    def settle(self, sheet: Sheet[PersonRow]) -> Iterator[Finding]:
        """Let each row have the person's number, and the name that others rely on too."""
        rows: dict[tuple[str, str, date], int] = {}
        for place, row in enumerate(sheet.rows):
            number = self.number_of(row) if row.unit else row.number
            if not number or len(number) > LONGEST_NUMBER:
                yield sheet.error(row.row, "number", TOO_LONG if number else SEVERAL)
                continue
            if trouble := self.trouble(row, number):
                yield sheet.error(row.row, "number", trouble)
                continue
            self.names[number].add(_name(row))
            if number != row.number and not self.earlier.keys().isdisjoint(
                (row.number, _called(row))
            ):
                self.said[row.row] = row.number
            first = rows.setdefault((number, row.unit, row.first_day), row.row)
            if first != row.row:
                yield sheet.error(row.row, "number", SAME_DAY.format(row=first))
            sheet.rows[place] = self.as_theirs(row, number)
            yield from self.told(row, number)

    def trouble(self, row: PersonRow, number: str) -> str:
        """Why the number that the row has come to cannot be the person's; empty when it can."""
        if number in self.of_others:
            return NOT_FREE
        person = self.by_number.get(number)
        if person and brings_back(person, row.last_day):
            return NOT_ANEW.format(number=number)
        called = _called(row)
        # What the row itself says is a person's number, also one from before.
        said = {row.number, called, self.todays.get(row.number)}
        if not row.number or number in said or _name(row) in self.names[number]:
            return ""
        return OTHER_NAME

    def as_theirs(self, row: PersonRow, number: str) -> PersonRow:
        """The row under the number, with the name that it may give the person."""
        if row.number and number not in (row.number, _called(row)):
            # Nothing but a person's own number of today renames anybody.
            return row._replace(number=number, given_name="", family_name="")
        person = self.by_number.get(number)
        known = as_known(row, person) if person and _works_elsewhere(person) else row
        return known._replace(number=number)

    def told(self, row: PersonRow, number: str) -> Iterator[Finding]:
        """Warnings about who the row is taken to be."""
        person = self.by_number.get(number)
        if person is None or not row.unit:
            return
        if not row.number and person.has_left:
            message = LEFT.format(number=number)
            yield warning(PEOPLE.title, row.row, PEOPLE.header("number"), message)
        if _works_elsewhere(person) and _name(row) != fold(person.full_name):
            yield warning(PEOPLE.title, row.row, PEOPLE.header("family_name"), NOT_THEIRS)

    def number_of(self, row: PersonRow) -> str:
        """The number of the row's person, a new one for somebody new; empty when it may be two."""
        if row.number:
            return self.todays.get(row.number) or self.number_of_theirs(row)
        found = self.named[_name(row)]
        if len(found) > 1:
            return ""
        return found[0] if found else next(self.new[row.unit])

    def number_of_theirs(self, row: PersonRow) -> str:
        """What a number of the provider's own is called here, where others may have the same."""
        called = _called(row)
        alike = self.ends[row.number]
        number = self.todays.get(called) or (next(iter(alike)) if len(alike) == 1 else called)
        alike.add(number)
        return number
