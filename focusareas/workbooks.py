"""Reads an .xlsx file that nobody vouches for, within bounds of time and memory.

Whatever is wrong with the file comes out as `WorkbookError` with one Swedish sentence to show.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from string import digits
from typing import IO, Any, TypeVar
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile, ZipInfo, is_zipfile

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import (
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 25 * MEGABYTE
MAX_PARTS = 1_000
MAX_UNPACKED_BYTES = 300 * MEGABYTE
# Parts that openpyxl holds in memory as a whole; sheets are read row by row.
MAX_WHOLE_PART_BYTES = 50 * MEGABYTE
MAX_STYLES_BYTES = 4 * MEGABYTE
# Real sheets pack 5 to 50 times; deflate reaches 1,000 only on a text that repeats itself.
MAX_RATIO = 200
RATIO_MATTERS_FROM = 5 * MEGABYTE
MAX_ROWS = 300_000
MAX_COLUMNS = 100
MAX_BLANK_RUN = 10_000

OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
DOCTYPE = re.compile(b"<!DOCTYPE|" + re.escape("<!DOCTYPE".encode("utf-16-le")[:-1]) + b"|<!ENTITY")
ODD_ENCODING = re.compile(
    rb"""[^>]{0,100}\bencoding\s*=\s*["'](?!(utf-?(8|16)|us-ascii|iso-8859-1)\b)""", re.IGNORECASE
)
CHUNK_BYTES = MEGABYTE
OVERLAP_BYTES = 32

STRING_TAG = f"{{{SHEET_MAIN_NS}}}si"
TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"

# What a cell holds whose formula nobody has calculated: not nothing, and nobody knows what.
UNCALCULATED = object()

Row = tuple[Any, ...]
Result = TypeVar("Result")


class WorkbookError(Exception):
    """The file cannot be read as a workbook; the text says why and what to do."""


SAVE_AGAIN = "Öppna den i Excel, spara den på nytt som Excel-arbetsbok (.xlsx) och försök igen."
BROKEN = f"Filen är skadad eller ofullständig. {SAVE_AGAIN}"
TOO_BIG = "Filen är för stor när den packas upp. Dela den, eller ta bort blad som inte behövs."


class Workbook:
    """The worksheets of an open file, hidden ones too, read row by row."""

    def __init__(self, sheets: "list[Worksheet]") -> None:
        self.sheets = {sheet.title: sheet for sheet in reversed(sheets)}
        self.titles = [sheet.title for sheet in sheets]

    def rows(
        self, title: str, *, columns: int = MAX_COLUMNS, until: int | None = None
    ) -> Iterator[tuple[int, Row]]:
        """The rows with something in them: Excel's row number and exactly so many values."""
        filled = 0
        for number, cells in guarded(self.sheets[title].numbered_rows(columns)):
            if number > (until or number) or number - filled > MAX_BLANK_RUN:
                return
            if cells.count(None) == columns:
                continue
            if number > MAX_ROWS:
                raise WorkbookError(
                    f"Bladet {title} har fler än {MAX_ROWS} rader. Dela filen i flera."
                )
            filled = number
            yield number, cells


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Workbook]:
    """The workbook in the file, for as long as the block lasts; the file itself stays open."""
    check_package(file)
    with warnings.catch_warnings():
        # openpyxl tells of parts that it leaves out; none of them holds a value.
        warnings.simplefilter("ignore")
        reader = attempt(lambda: WorksheetReader(file, read_only=True, data_only=True))
        try:
            attempt(reader.read)
            yield Workbook(reader.sheets)
        finally:
            reader.archive.close()


def attempt(read: Callable[[], Result]) -> Result:
    """What openpyxl reads, or `WorkbookError`: the one door for all its trouble."""
    try:
        return read()
    except Exception as error:
        # A broken file raises KeyError, ValueError, BadZipFile, ParseError and many more.
        raise WorkbookError(BROKEN) from error


def guarded(rows: Iterable[Result]) -> Iterator[Result]:
    """The same rows; what goes wrong while they are read comes out as `WorkbookError`."""
    try:
        yield from rows
    except Exception as error:
        raise WorkbookError(BROKEN) from error


class ValueParser(WorkSheetParser):
    """openpyxl's parser, of values only, on Python's fast XML parser.

    openpyxl would use defusedxml, which is several times slower; `check_package` has already
    refused what that guards against.
    """

    def values(self, columns: int) -> Iterator[tuple[int, Row]]:
        """So many values of each row that is stored, with Excel's number of the row."""
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                self.row_counter = int(element.get("r") or self.row_counter + 1)
                self.col_counter = 0
                values = [None] * columns
                for cell in element:
                    column, value = self.column_and_value(cell)
                    if column <= columns:
                        values[column - 1] = value
                element.clear()
                yield self.row_counter, tuple(values)

    def column_and_value(self, cell: Element) -> tuple[int, Any]:
        """Plain text, the most common cell, on a short cut; everything else as openpyxl does."""
        if cell.get("t") == "inlineStr" and (coordinate := cell.get("r")):
            inside = cell.find(INLINE_STRING)
            text = None if inside is None else inside.find(TEXT_TAG)
            if text is not None:
                self.col_counter = column_index_from_string(coordinate.rstrip(digits))
                return self.col_counter, text.text
        parsed: dict[str, Any] = self.parse_cell(cell)
        value = parsed["value"]
        if value is None and is_uncalculated(cell):
            value = UNCALCULATED
        return parsed["column"], value


def is_uncalculated(cell: Element) -> bool:
    """Whether the cell without a value has a formula; a result may be a text with nothing in it."""
    is_text = cell.get("t") == "str" and cell.find(VALUE_TAG) is not None
    return not is_text and cell.find(FORMULA_TAG) is not None


class Worksheet(ReadOnlyWorksheet):
    """A worksheet that is not read through beforehand to learn how large it is."""

    parent: Any
    _worksheet_path: str
    _shared_strings: list[str]

    def _get_size(self) -> None:
        self.reset_dimensions()

    def numbered_rows(self, columns: int) -> Iterator[tuple[int, Row]]:
        """So many values of each row that is stored, with Excel's number of the row."""
        with self.parent._archive.open(self._worksheet_path) as source:
            parser = ValueParser(
                source,
                self._shared_strings,
                data_only=True,
                epoch=self.parent.epoch,
                date_formats=self.parent._date_formats,
                timedelta_formats=self.parent._timedelta_formats,
            )
            yield from parser.values(columns)


def plain_or_formatted(element: Any) -> str:
    """The text of a shared string, with or without formatting inside; empties the element."""
    plain = element.find(TEXT_TAG)
    formatted: Any = None if plain is not None else Text.from_tree(element)
    text: str = formatted.content if formatted else plain.text or ""
    element.clear()
    return text


class WorksheetReader(ExcelReader):
    """openpyxl's reader, of cells only: no charts, links, properties or defined names."""

    sheets: list[Worksheet]

    def read(self) -> None:
        self.keep_links = False
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        self.read_worksheets()

    def read_strings(self) -> None:
        package: Any = self.package
        part = package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = [
                    plain_or_formatted(element)
                    for _, element in iterparse(source)
                    if element.tag == STRING_TAG
                ]

    def read_worksheets(self) -> None:
        self.sheets = [
            Worksheet(self.wb, sheet.name, relation.target, self.shared_strings)
            for sheet, relation in self.parser.find_sheets()
            if relation.target in self.valid_files and "chartsheet" not in relation.Type
        ]


def check_package(file: IO[bytes]) -> None:
    """Refuse what is no workbook, or would cost too much to unpack, before openpyxl sees it."""
    check_kind(file)
    try:
        with ZipFile(file) as package:
            check_size(package)
            for part in package.infolist():
                check_content(package, part)
    except WorkbookError:
        raise
    except Exception as error:
        # zipfile lets zlib.error, EOFError, struct.error and others through.
        raise WorkbookError(BROKEN) from error


def check_kind(file: IO[bytes]) -> None:
    """The file is of a sane size and looks like a zip package from its first and last bytes."""
    size = file.seek(0, 2)
    if not size:
        raise WorkbookError("Filen är tom. Spara arbetsboken på nytt och försök igen.")
    if size > MAX_FILE_BYTES:
        raise WorkbookError(
            f"Filen är större än {MAX_FILE_BYTES // MEGABYTE} MB. Ta bort blad som inte behövs."
        )
    file.seek(0)
    start = file.read(len(OLE_SIGNATURE))
    if start == OLE_SIGNATURE:
        raise WorkbookError(sentence_about_old_format(file))
    if not start.startswith(b"PK"):
        raise WorkbookError(f"Filen är inte en Excel-arbetsbok (.xlsx). {SAVE_AGAIN}")
    if not is_zipfile(file):
        raise WorkbookError(BROKEN)


def sentence_about_old_format(file: IO[bytes]) -> str:
    """A file in the container of old Office is either a locked workbook or an .xls."""
    file.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in file.read():
        return "Filen är skyddad med lösenord. Ta bort lösenordet i Excel och försök igen."
    return f"Filen har Excels gamla format (.xls). {SAVE_AGAIN}"


def unpacked_size(file: IO[bytes]) -> int:
    """How many bytes the parts of the file say they unpack to; none when it is no package."""
    try:
        with ZipFile(file) as package:
            return sum(part.file_size for part in package.infolist())
    except Exception:
        # Whoever reads the file says what is wrong with it.
        return 0


def check_size(package: ZipFile) -> None:
    """The parts are few and small enough, and packed as text can be packed."""
    parts = package.infolist()
    if "[Content_Types].xml" not in package.namelist():
        raise WorkbookError(f"Filen är inte en Excel-arbetsbok (.xlsx). {SAVE_AGAIN}")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise WorkbookError(TOO_BIG)
    for part in parts:
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > largest_allowed(part.filename) or (
            part.file_size > RATIO_MATTERS_FROM and ratio > MAX_RATIO
        ):
            raise WorkbookError(TOO_BIG)


def largest_allowed(name: str) -> int:
    """How many bytes a part may unpack to: sheets stream, all else is held as a whole."""
    path = PurePosixPath(name)
    if path.name == "styles.xml":
        return MAX_STYLES_BYTES
    return MAX_UNPACKED_BYTES if path.parent.name == "worksheets" else MAX_WHOLE_PART_BYTES


def check_content(package: ZipFile, part: ZipInfo) -> None:
    """The part unpacks with the right checksum and declares no document type.

    In an encoding that Excel never uses, a document type would not be seen.
    """
    if part.flag_bits & 1:
        raise WorkbookError("Filen är låst. Ta bort låset i Excel och försök igen.")
    is_picture = part.filename.startswith("xl/media/")
    with package.open(part) as content:
        tail = b""
        while chunk := content.read(CHUNK_BYTES):
            if is_picture:
                continue
            if not tail and ODD_ENCODING.match(chunk):
                raise WorkbookError(BROKEN)
            if DOCTYPE.search(tail + chunk):
                raise WorkbookError(
                    f"Filen innehåller en dokumenttyp (DTD), som Excel aldrig skriver. {SAVE_AGAIN}"
                )
            tail = chunk[-OVERLAP_BYTES:]
