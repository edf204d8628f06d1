"""HR workbooks as nobody should hand them in, and odd ones that are read all the same."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.styles import Font

from focusareas.workbooks import MEGABYTE, OLE_SIGNATURE
from tests.workbooks import (
    KEY_PERSON,
    PERSON,
    UNIT,
    add_sheet,
    make_workbook,
    part,
    repacked,
    saved,
)

UNITS_SHEET = "xl/worksheets/sheet1.xml"
PEOPLE_SHEET = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"
DTD = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


class Bad(NamedTuple):
    """A file that is refused: words of the sentence, and where in the workbook it is."""

    make: Callable[[], BytesIO]
    words: str
    place: tuple[str | None, int | None, str | None] = (None, None, None)


def plain() -> BytesIO:
    """A workbook with nothing wrong."""
    return make_workbook(people=[{}], key_persons=[{}])


def cut_off() -> BytesIO:
    content = plain().getvalue()
    return BytesIO(content[: len(content) * 6 // 10])


def with_a_flipped_bit() -> BytesIO:
    """A bit turned within the packed rows."""
    content = bytearray(plain().getvalue())
    with ZipFile(plain()) as package:
        start = package.getinfo(PEOPLE_SHEET).header_offset + 30 + len(PEOPLE_SHEET)
    content[start + 40] ^= 0x10
    return BytesIO(bytes(content))


def another_package() -> BytesIO:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    return file


def chart_sheet_only() -> BytesIO:
    workbook = Workbook()
    workbook.create_chartsheet("Diagram").add_chart(BarChart())
    workbook.remove(workbook.worksheets[0])
    return saved(workbook)


def with_bytes_in(name: str, content: bytes) -> BytesIO:
    return repacked(plain(), {name: content})


def workbook_of(change: Callable[[Workbook], None]) -> BytesIO:
    """A plain workbook after something has been done to it."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    add_sheet(workbook, "Enheter", UNIT, [{}])
    add_sheet(workbook, "Medarbetare", PERSON, [{}])
    add_sheet(workbook, "Nyckelpersoner", KEY_PERSON, [{}])
    change(workbook)
    return saved(workbook)


def hide_first(workbook: Workbook) -> None:
    workbook.create_sheet("Anteckningar", 0)
    workbook.active = 1
    workbook.worksheets[0].sheet_state = "hidden"


def merge_above(workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        sheet.insert_rows(1)
        sheet["A1"] = "Utdrag"
        sheet.merge_cells("A1:D1")


def reach_far(workbook: Workbook) -> None:
    workbook["Medarbetare"]["XFD1048576"].font = Font(bold=True)


def a_million_blank_rows() -> BytesIO:
    rows = b"".join(b'<row r="%d"/>' % number for number in range(3, 1_000_003))
    sheet = part(plain(), PEOPLE_SHEET).replace(b"</sheetData>", rows + b"</sheetData>")
    return with_bytes_in(PEOPLE_SHEET, sheet)


def sixty_thousand_rows() -> BytesIO:
    """As many persons as no administration has, quickly written."""
    cell = '<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>'
    rows = (
        f'<row r="{row}">'
        + "".join(cell.format("ABCDE"[place], row, text) for place, text in enumerate(texts))
        + "</row>"
        for row, texts in (
            (number, (f"N{number}", "Kim", f"Berg {number}", "E1", "2023-01-01"))
            for number in range(3, 60_003)
        )
    )
    sheet = part(plain(), PEOPLE_SHEET)
    return with_bytes_in(
        PEOPLE_SHEET, sheet.replace(b"</sheetData>", "".join(rows).encode() + b"</sheetData>")
    )


BAD_WORKBOOKS: dict[str, Bad] = {
    "tom": Bad(BytesIO, "Filen är tom"),
    "trasig": Bad(lambda: BytesIO(b"PK\x03\x04 nonsense"), "skadad eller ofullständig"),
    "avhuggen": Bad(cut_off, "skadad eller ofullständig"),
    "bitfel": Bad(with_a_flipped_bit, "skadad eller ofullständig"),
    "omdöpt csv": Bad(lambda: BytesIO(b"Enhetskod;Enhet\n"), "inte en Excel-arbetsbok"),
    "gammal xls": Bad(lambda: BytesIO(OLE_SIGNATURE + bytes(600)), "gamla format (.xls)"),
    "lösenord": Bad(
        lambda: BytesIO(OLE_SIGNATURE + "EncryptedPackage".encode("utf-16-le")), "lösenord"
    ),
    "annat paket": Bad(another_package, "inte en Excel-arbetsbok"),
    "bara diagram": Bad(chart_sheet_only, "Bladet Enheter saknas", ("Enheter", None, None)),
    "rubrik saknas": Bad(
        lambda: workbook_of(lambda book: book["Medarbetare"].delete_cols(1)),
        "Kolumnen Anställningsnummer saknas",
        ("Medarbetare", 1, "Anställningsnummer"),
    ),
    "fel rubrik": Bad(
        lambda: workbook_of(lambda book: book["Enheter"].__setitem__("B1", "Enhetens namn")),
        "Kolumnen Enhet saknas",
        ("Enheter", 1, "Enhet"),
    ),
    "zipbomb": Bad(lambda: with_bytes_in(UNITS_SHEET, b"<a>" + b" " * 6 * MEGABYTE), "för stor"),
    "strängbomb": Bad(lambda: with_bytes_in(STRINGS, b"<a>" + b" " * 6 * MEGABYTE), "för stor"),
    "dtd": Bad(lambda: with_bytes_in(STRINGS, DTD), "dokumenttyp"),
    "samma person två gånger": Bad(
        lambda: make_workbook(people=[{"Befattning": "a"}, {"Befattning": "b"}]),
        "rad 2",
        ("Medarbetare", 3, "Anställningsnummer"),
    ),
    "okänd enhet": Bad(
        lambda: make_workbook(people=[{"Enhetskod": "X9"}]),
        "Enhetskod X9 finns varken",
        ("Medarbetare", 2, "Enhetskod"),
    ),
    "saknas-fel i cell": Bad(
        lambda: make_workbook(people=[{"Efternamn": "#N/A"}]),
        "Cellen visar felet #N/A",
        ("Medarbetare", 2, "Efternamn"),
    ),
    "32 767 tecken": Bad(
        lambda: make_workbook(people=[{"Efternamn": "x" * 32_767}]),
        "Texten är 32767 tecken lång",
        ("Medarbetare", 2, "Efternamn"),
    ),
    "formel utan värde": Bad(
        lambda: make_workbook(people=[{"Förnamn": '=HYPERLINK("http://a")'}]),
        "formel vars resultat inte finns i filen. Klistra in värdet",
        ("Medarbetare", 2, "Förnamn"),
    ),
    "slutdag som formel utan värde": Bad(
        lambda: make_workbook(people=[{"Till": "=TODAY()"}]),
        "formel vars resultat inte finns i filen",
        ("Medarbetare", 2, "Till"),
    ),
}
ODD_WORKBOOKS: dict[str, Callable[[], BytesIO]] = {
    "gömt första blad": lambda: workbook_of(hide_first),
    "rubriker på rad 2, sammanslagna celler": lambda: workbook_of(merge_above),
    "cell långt bort": lambda: workbook_of(reach_far),
    "en miljon tomma rader": a_million_blank_rows,
    "nummer som flyttal": lambda: make_workbook(
        people=[{"Anställningsnummer": 1.0, "Efternamn": "Berg"}]
    ),
    "hårda och osynliga blanka": lambda: make_workbook(
        people=[{"Anställningsnummer": "\u00a01\u200b ", "Efternamn": "Berg\u00a0\u200b"}]
    ),
    "delade bokstäver": lambda: make_workbook(
        [{"Avdelning": "A\u0308ldreomsorg"}, {"Enhetskod": "E2"}], people=[{}]
    ),
    "samma rad två gånger": lambda: make_workbook(people=[{}, {}]),
    "dag som text": lambda: make_workbook(people=[{"Från": date(2023, 1, 1).isoformat()}]),
}
