"""HR workbooks for tests: rows are dicts by Swedish header, what is left out gets a default."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from focusareas.hr_import import Finding, Outcome, run

ON = date(2023, 5, 1)

Rows = Iterable[Mapping[str, Any]]

UNIT = {"Enhetskod": "E1", "Enhet": "Enhet", "Avdelning": "Äldreomsorg", "Driftform": "egen"}
PERSON = {
    "Anställningsnummer": "1",
    "Förnamn": "Kim",
    "Efternamn": "Berg",
    "Enhetskod": "E1",
    "Från": date(2023, 1, 1),
}
KEY_PERSON = {"Anställningsnummer": "1", "Enhetskod": "E1", "Från": date(2023, 1, 1)}


def make_workbook(
    units: Rows = ({},),
    people: Rows = (),
    key_persons: Rows | None = None,
    *,
    above: Sequence[Sequence[Any]] = (),
) -> BytesIO:
    """A workbook with the given rows; `above` are rows over each header row.

    Persons without a name of their own are told apart by their number.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    named = [
        {"Efternamn": f"Berg {row['Anställningsnummer']}"} | row
        if "Anställningsnummer" in row
        else row
        for row in people
    ]
    add_sheet(workbook, "Enheter", UNIT, units, above)
    add_sheet(workbook, "Medarbetare", PERSON, named, above)
    if key_persons is not None:
        add_sheet(workbook, "Nyckelpersoner", KEY_PERSON, key_persons, above)
    return saved(workbook)


def add_sheet(
    workbook: Workbook,
    title: str,
    defaults: Mapping[str, Any],
    rows: Rows,
    above: Sequence[Sequence[Any]] = (),
) -> None:
    """A sheet with a header row and the rows, each on top of the defaults."""
    sheet = workbook.create_sheet(title)
    for cells in above:
        sheet.append(cells)
    filled = [defaults | row for row in rows]
    headers = list(dict.fromkeys([*defaults, *(header for row in filled for header in row)]))
    sheet.append(headers)
    for row in filled:
        sheet.append([row.get(header) for header in headers])


def saved(workbook: Workbook) -> BytesIO:
    """The workbook as a file."""
    file = BytesIO()
    workbook.save(file)
    file.seek(0)
    return file


def repacked(file: BytesIO, parts: Mapping[str, bytes]) -> BytesIO:
    """The same package with some parts replaced or added."""
    result = BytesIO()
    with ZipFile(file) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    result.seek(0)
    return result


def part(file: BytesIO, name: str) -> bytes:
    """One part of the package."""
    with ZipFile(file) as package:
        return package.read(name)


def imported(*units: Mapping[str, Any], on: date = ON, **sheets: Any) -> Outcome:
    """The outcome of a workbook with these units, which has no errors."""
    outcome = run(make_workbook(units or [{}], **sheets), on=on)
    assert outcome.saved, outcome.errors
    return outcome


def run_on(file: BytesIO, **options: Any) -> Outcome:
    return run(file, on=ON, **options)


def places(outcome: Outcome) -> list[tuple[str | None, int | None, str | None]]:
    return [(error.sheet, error.row, error.column) for error in outcome.errors]


def only_error(outcome: Outcome) -> Finding:
    (error,) = outcome.errors
    assert not outcome.saved
    return error


def cell_error(sheet: str, header: str, value: object) -> Finding:
    """The one error that a cell with this value gives."""
    rows: dict[str, Any] = {"units": [{}], "people": [{}], "key_persons": [{}]}
    rows[{"Enheter": "units", "Medarbetare": "people"}.get(sheet, "key_persons")] = [
        {header: value}
    ]
    error = only_error(run_on(make_workbook(**rows)))
    assert (error.sheet, error.row, error.column) == (sheet, 2, header)
    return error
