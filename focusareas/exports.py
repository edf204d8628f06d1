"""Lists as workbooks that are safe to open: what a cell holds is never run, only read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import IO, Any

from django.db.models import Model
from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from focusareas.models import User
from focusareas.models.audit import record
from focusareas.swedish import counted

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_TEXT = 32_767
MAX_SHEET_NAME = 31
LAST_ROW = 1_048_576
# A spreadsheet keeps fifteen digits of a number and knows no day before 1900-03-01 for sure.
MAX_EXACT = 10**15
FIRST_SURE_DAY = date(1900, 3, 1)
# What XML cannot hold, and halves of characters, which no file can.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a spreadsheet, or whoever saves the list as text and opens that, may take for a formula.
ALIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its header, how wide it is in characters, and what one may fill in."""

    header: str
    width: int = 16
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; with a title that line stands first, over the header."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Row]
    title: str = ""


def workbook(title: str, columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """A workbook of one list; the title says what it holds, of which day and which part."""
    return workbook_of([Sheet("Lista", columns, rows, title)])


def workbook_of(sheets: Iterable[Sheet]) -> bytes:
    """A workbook of these sheets."""
    file = BytesIO()
    write_workbook(sheets, file)
    return file.getvalue()


def write_workbook(sheets: Iterable[Sheet], file: IO[bytes]) -> None:
    """Write a workbook of these sheets, row by row, so that it may be larger than the memory."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book, sheet)
    book.save(file)


def export(
    *,
    by: User,
    filename: str,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    about: Model | None = None,
) -> HttpResponse:
    """The list as a file to take home; that it was taken is written to the trace."""
    record(by=by, text=f"Hämtade {counted(len(rows), 'rad', 'rader')}: {title}.", about=about)
    return workbook_response(workbook(title, columns, rows), filename)


def workbook_response(content: bytes, filename: str) -> HttpResponse:
    """The workbook as an attachment that no browser opens as anything else."""
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _write(book: Workbook, sheet: Sheet) -> None:
    worksheet = book.create_sheet(sheet.name[:MAX_SHEET_NAME])
    n_above = 1 if sheet.title else 0
    for position, column in enumerate(sheet.columns, start=1):
        worksheet.column_dimensions[get_column_letter(position)].width = column.width
    worksheet.freeze_panes = f"A{n_above + 2}"
    if sheet.title:
        worksheet.append([_bold(worksheet, sheet.title, wrap=False)])
    worksheet.append([_bold(worksheet, column.header, wrap=True) for column in sheet.columns])
    n_rows = 0
    for row in sheet.rows:
        worksheet.append([safe_cell(worksheet, value) for value in row])
        n_rows += 1
    last = get_column_letter(max(len(sheet.columns), 1))
    worksheet.auto_filter.ref = f"A{n_above + 1}:{last}{n_above + 1 + n_rows}"
    for position, column in enumerate(sheet.columns, start=1):
        if column.choices:
            _offer(worksheet, column.choices, get_column_letter(position), n_above + 2)


def _offer(worksheet: Any, choices: Sequence[str], letter: str, first: int) -> None:
    """Let whoever fills in the column choose among words; others may be written all the same."""
    offered = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True)
    offered.add(f"{letter}{first}:{letter}{LAST_ROW}")
    worksheet.data_validations.append(offered)


def safe_cell(worksheet: Any, value: Any) -> Any:
    """What to put in a cell for the value: a text stays a text, a day stays that day."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float | Decimal):
        return value if isfinite(value) and -MAX_EXACT < value < MAX_EXACT else str(value)
    if isinstance(value, datetime):
        return _day_or_text(timezone.make_naive(value) if timezone.is_aware(value) else value)
    if isinstance(value, date):
        return _day_or_text(value)
    if isinstance(value, time):
        return value.replace(tzinfo=None)
    return _text(worksheet, str(value))


def _day_or_text(day: date) -> date | str:
    sure = (day.date() if isinstance(day, datetime) else day) >= FIRST_SURE_DAY
    return day if sure else day.isoformat()


def _text(worksheet: Any, value: str) -> Any:
    text = UNWRITABLE.sub("", value)[:MAX_TEXT]
    if not text.startswith(ALIKE_FORMULA) and text not in ERROR_CODES:
        return text or None
    cell = WriteOnlyCell(worksheet, text)
    cell.data_type = "s"
    # Without it the text becomes a formula as soon as somebody edits the cell.
    cell.quotePrefix = True
    return cell


def _bold(worksheet: Any, text: str, *, wrap: bool) -> Any:
    cell = WriteOnlyCell(worksheet, UNWRITABLE.sub("", text)[:MAX_TEXT])
    cell.data_type = "s"
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    return cell
