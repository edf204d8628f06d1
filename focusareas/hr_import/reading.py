"""From a file to typed rows, with a finding for every sheet, column or cell that is wrong."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Generic, NamedTuple, Protocol

from focusareas.hr_import.cells import CellError
from focusareas.hr_import.layout import (
    KEY_PERSONS,
    PEOPLE,
    UNITS,
    AnyRow,
    Column,
    KeyPersonRow,
    Layout,
    PersonRow,
    UnitRow,
)
from focusareas.hr_import.outcome import Finding, error
from focusareas.hr_import.packed_rows import PackedRows
from focusareas.hr_import.progress import Progress, untold
from focusareas.names import fold, plain
from focusareas.workbooks import Row, Workbook, opened

HEADER_WITHIN_ROWS = 10
TOLD_EVERY = 2_000


class RowList(Protocol[AnyRow]):
    """As much of a list as rows need."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[AnyRow]: ...
    def __setitem__(self, place: int, row: AnyRow, /) -> None: ...
    def append(self, row: AnyRow, /) -> None: ...
    def sort(self, *, key: Callable[[AnyRow], Any]) -> None: ...


@dataclass(slots=True)
class Sheet(Generic[AnyRow]):
    """What one sheet says: its rows, and which of the fields it speaks of at all."""

    layout: Layout[AnyRow]
    present: bool = True
    rows: RowList[AnyRow] = field(default_factory=list)
    fields: frozenset[str] = frozenset()

    def values(self, row: AnyRow, *names: str) -> dict[str, Any]:
        """The row's fields by these names, without those that the sheet has no column for."""
        return {name: getattr(row, name) for name in names if name in self.fields}

    def error(self, row: int | None, name: str, message: str) -> Finding:
        """An error at the row in the column of the field."""
        return error(self.layout.title, row, self.layout.header(name), message)


@dataclass(slots=True)
class Sheets:
    """The three sheets of the HR workbook."""

    units: Sheet[UnitRow]
    people: Sheet[PersonRow]
    key_persons: Sheet[KeyPersonRow]
    findings: list[Finding]

    @property
    def complete(self) -> bool:
        """Whether every sheet and required column is there, so that rows can be compared."""
        return all(
            not sheet.present or sheet.fields
            for sheet in (self.units, self.people, self.key_persons)
        )


class Header(NamedTuple):
    """The header row: its number in Excel, and the place of each field that was found."""

    row: int
    places: dict[str, int]


def read(file: IO[bytes], progress: Progress = untold) -> Sheets:
    """The sheets of the workbook; raises `WorkbookError` when it is not one."""
    findings: list[Finding] = []
    with opened(file) as workbook:
        return Sheets(
            units=read_sheet(workbook, UNITS, findings, progress),
            people=read_sheet(workbook, PEOPLE, findings, progress),
            key_persons=read_sheet(workbook, KEY_PERSONS, findings, progress),
            findings=findings,
        )


def read_sheet(
    workbook: Workbook, layout: Layout[AnyRow], findings: list[Finding], progress: Progress
) -> Sheet[AnyRow]:
    """The sheet's rows below its header row, blank ones left out."""
    sheet: Sheet[AnyRow] = Sheet(layout, rows=new_rows(layout))
    title = next((title for title in workbook.titles if fold(title) == fold(layout.title)), None)
    if title is None:
        sheet.present = not layout.optional
        if sheet.present:
            findings.append(missing_sheet(layout.title, workbook.titles))
        return sheet
    header = find_header(workbook, title, layout)
    if absent := [
        column
        for name, column in layout.columns.items()
        if column.required and name not in header.places
    ]:
        findings.extend(missing_column(layout.title, header.row, column) for column in absent)
        return sheet
    sheet.fields = frozenset(header.places)
    read_row = row_reader(layout, header, findings)
    for number, cells in workbook.rows(title, columns=max(header.places.values()) + 1):
        if number > header.row and (row := read_row(number, cells)):
            sheet.rows.append(row)
            if len(sheet.rows) % TOLD_EVERY == 0:
                progress(f"Läser bladet {title}", len(sheet.rows))
    return sheet


def new_rows(layout: Layout[AnyRow]) -> Any:
    """Where the rows go: of people there may be so many that they must be held packed."""
    return PackedRows() if layout.row is PersonRow else []


def missing_sheet(title: str, titles: Sequence[str]) -> Finding:
    found = ", ".join(titles) or "inga"
    message = f"Bladet {title} saknas. Lägg till det, eller byt namn. Blad i filen: {found}."
    return error(title, None, None, message)


def missing_column(title: str, row: int, column: Column) -> Finding:
    message = (
        f"Kolumnen {column.header} saknas. Lägg till den i rubrikraden, "
        f"som ska stå bland bladets första {HEADER_WITHIN_ROWS} rader."
    )
    return error(title, row, column.header, message)


def find_header(workbook: Workbook, title: str, layout: Layout[AnyRow]) -> Header:
    """The first row with every required header, otherwise the one with the most headers."""
    names = {fold(column.header): name for name, column in layout.columns.items()}
    required = {name for name, column in layout.columns.items() if column.required}
    best = Header(1, {})
    for number, cells in workbook.rows(title, until=HEADER_WITHIN_ROWS):
        places = find_fields(cells, names)
        if required <= places.keys():
            return Header(number, places)
        if len(places) > len(best.places):
            best = Header(number, places)
    return best


def find_fields(cells: Row, names: dict[str, str]) -> dict[str, int]:
    """Where in the row the header of each field stands; the first counts of two alike."""
    places: dict[str, int] = {}
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and (name := names.get(fold(cell))):
            places.setdefault(name, place)
    return places


def row_reader(
    layout: Layout[AnyRow], header: Header, findings: list[Finding]
) -> Callable[[int, Row], AnyRow | None]:
    """A function from a row of cells to a row of the sheet, None for one that says nothing."""
    columns = [(header.places.get(name), column) for name, column in layout.columns.items()]
    places = tuple(header.places.values())

    def read_row(number: int, cells: Row) -> AnyRow | None:
        values: list[Any] = [number]
        troubles: list[Finding] = []
        for place, column in columns:
            cell = None if place is None else cells[place]
            if cell is None and not column.required:
                values.append(column.blank)
                continue
            try:
                values.append(read_cell(column, cell))
            except CellError as trouble:
                values.append(column.blank)
                troubles.append(error(layout.title, number, column.header, str(trouble)))
        if troubles and all(is_blank(cells[place]) for place in places):
            return None
        findings.extend(troubles)
        return layout.row._make(values)

    return read_row


def read_cell(column: Column, cell: object) -> Any:
    """What the cell says; a required one must say something."""
    value = None if cell is None else column.parse(cell)
    if column.required and not value:
        raise CellError("Cellen är tom. Fyll i den, eller ta bort raden.")
    return value


def is_blank(cell: object) -> bool:
    """Whether the cell holds nothing that one can see."""
    return cell is None or (isinstance(cell, str) and not plain(cell))
