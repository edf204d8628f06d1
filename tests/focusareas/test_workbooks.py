"""Workbooks that nobody vouches for: each is read within bounds or refused in a sentence."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.styles import Font

from focusareas import workbooks
from focusareas.workbooks import MEGABYTE, WorkbookError, opened
from tests.workbooks import make_workbook, part, repacked, saved

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def rows_of(file: BytesIO, title: str = "Blad") -> list[tuple[int, tuple[Any, ...]]]:
    with opened(file) as workbook:
        return list(workbook.rows(title, columns=3))


def refusal(file: BytesIO) -> str:
    with pytest.raises(WorkbookError) as caught, opened(file) as workbook:
        for title in workbook.titles:
            list(workbook.rows(title))
    return str(caught.value)


def one_sheet(*rows: list[Any]) -> BytesIO:
    workbook = Workbook()
    workbook.worksheets[0].title = "Blad"
    for row in rows:
        workbook.worksheets[0].append(row)
    return saved(workbook)


def test_rows_come_with_excels_row_number_and_blank_ones_are_left_out() -> None:
    file = one_sheet(["a", 1], [], ["b"])

    assert rows_of(file) == [(1, ("a", 1, None)), (3, ("b", None, None))]


def test_strings_that_excel_keeps_in_a_part_of_their_own_are_read() -> None:
    cell = b'<c r="A1" t="inlineStr"><is><t>a</t></is></c>'
    file = one_sheet(["a"])
    types = part(file, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
        b'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    )
    strings = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<si><t>utan</t></si><si><r><t>med </t></r><r><t>form</t></r></si></sst>"
    )
    sheet = part(file, SHEET).replace(cell, b'<c r="A1" t="s"><v>1</v></c>')

    shared = repacked(file, {"[Content_Types].xml": types, STRINGS: strings, SHEET: sheet})

    assert rows_of(shared) == [(1, ("med form", None, None))]


def test_a_formula_gives_the_value_that_was_last_calculated() -> None:
    file = one_sheet(["=1+1"])
    calculated = part(file, SHEET).replace(b"<v/>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>")

    assert rows_of(repacked(file, {SHEET: calculated})) == [(1, (2, None, None))]


def test_a_formula_that_was_never_calculated_is_no_blank_cell() -> None:
    assert rows_of(one_sheet(["a", "=1+1"])) == [(1, ("a", workbooks.UNCALCULATED, None))]


def test_a_formula_may_come_to_nothing() -> None:
    file = one_sheet(["a", '=""'])
    calculated = part(file, SHEET).replace(b'r="B1"', b'r="B1" t="str"')

    assert rows_of(repacked(file, {SHEET: calculated})) == [(1, ("a", None, None))]


def test_the_file_stays_open_for_whoever_opened_it() -> None:
    file = one_sheet(["a"])

    rows_of(file)

    assert not file.closed


def test_hidden_sheets_are_read() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "Dolt"
    workbook.worksheets[0].append(["a"])
    workbook.create_sheet("Synligt")
    workbook.worksheets[0].sheet_state = "hidden"

    with opened(saved(workbook)) as book:
        assert book.titles == ["Dolt", "Synligt"]
        assert next(book.rows("Dolt", columns=1)) == (1, ("a",))


def test_chart_sheets_are_passed_over() -> None:
    workbook = Workbook()
    workbook.create_chartsheet("Diagram").add_chart(BarChart())

    with opened(saved(workbook)) as book:
        assert book.titles == ["Sheet"]


def test_a_workbook_with_nothing_but_a_chart_sheet_has_no_sheets() -> None:
    workbook = Workbook()
    workbook.create_chartsheet("Diagram").add_chart(BarChart())
    workbook.remove(workbook.worksheets[0])

    with opened(saved(workbook)) as book:
        assert book.titles == []


def test_a_cell_far_away_is_not_reached() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "Blad"
    workbook.worksheets[0]["A1"] = "a"
    workbook.worksheets[0]["XFD1048576"].font = Font(bold=True)

    assert rows_of(saved(workbook)) == [(1, ("a", None, None))]


def test_reading_stops_in_a_long_run_of_blank_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_BLANK_RUN", 3)
    file = one_sheet(["a"], [], [], ["b"], [], [], [], ["c"])

    assert [cells[0] for _, cells in rows_of(file)] == ["a", "b"]


def test_more_rows_than_anybody_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_ROWS", 2)

    assert "Blad har fler än 2 rader" in refusal(one_sheet(["a"], ["b"], ["c"]))


def test_a_date_beyond_the_calendar_is_an_excel_error_without_a_warning() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "Blad"
    workbook.worksheets[0]["A1"] = 99999999999
    workbook.worksheets[0]["A1"].number_format = "yyyy-mm-dd"

    assert rows_of(saved(workbook)) == [(1, ("#VALUE!", None, None))]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen är tom."),
        (b"Enhetskod;Enhet\nE1;Hemtj\xe4nsten\n", "inte en Excel-arbetsbok"),
        (b"<html>", "inte en Excel-arbetsbok"),
        (workbooks.OLE_SIGNATURE + bytes(600), "gamla format (.xls)"),
        (
            workbooks.OLE_SIGNATURE + "EncryptedPackage".encode("utf-16-le"),
            "skyddad med lösenord",
        ),
        (b"PK\x03\x04 and nothing more", "skadad eller ofullständig"),
    ],
    ids=["empty", "csv", "html", "xls", "encrypted", "stub"],
)
def test_what_is_no_workbook_is_refused(content: bytes, sentence: str) -> None:
    assert sentence in refusal(BytesIO(content))


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MAX_FILE_BYTES", MEGABYTE)

    assert "större än 1 MB" in refusal(BytesIO(bytes(MEGABYTE + 1)))


def test_another_kind_of_package_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("bild.txt", "hej")

    assert "inte en Excel-arbetsbok" in refusal(file)


def test_a_document_from_word_is_refused() -> None:
    file = one_sheet(["a"])
    types = part(file, "[Content_Types].xml").replace(b"spreadsheetml.sheet.main", b"wordml")

    assert "skadad" in refusal(repacked(file, {"[Content_Types].xml": types}))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_cut_off_anywhere_is_refused(share: float) -> None:
    content = make_workbook().getvalue()

    assert "skadad" in refusal(BytesIO(content[: int(len(content) * share)]))


def test_a_flipped_bit_is_never_more_than_a_refusal() -> None:
    content = make_workbook(people=[{}]).getvalue()

    refused = 0
    for place in range(0, len(content), 97):
        flipped = bytearray(content)
        flipped[place] ^= 0x10
        try:
            with opened(BytesIO(bytes(flipped))) as workbook:
                for title in workbook.titles:
                    list(workbook.rows(title))
        except WorkbookError:
            refused += 1

    assert refused


def test_a_package_with_a_locked_part_is_refused() -> None:
    content = bytearray(one_sheet(["a"]).getvalue())
    directory = content.index(b"PK\x01\x02")
    content[directory + 8] |= 1

    assert "låst" in refusal(BytesIO(bytes(content)))


@pytest.mark.parametrize("name", [SHEET, STRINGS, "xl/extra.xml"])
def test_a_part_that_unpacks_to_far_more_than_it_is_is_refused(name: str) -> None:
    bomb = repacked(one_sheet(["a"]), {name: b"<a>" + b" " * 6 * MEGABYTE})

    assert "för stor" in refusal(bomb)


@pytest.mark.parametrize(
    ("limit", "name"),
    [
        ("MAX_UNPACKED_BYTES", SHEET),
        ("MAX_WHOLE_PART_BYTES", "xl/theme/theme1.xml"),
        ("MAX_STYLES_BYTES", "xl/styles.xml"),
    ],
)
def test_each_kind_of_part_has_its_limit(
    limit: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = one_sheet(["a"])
    monkeypatch.setattr(workbooks, limit, len(part(file, name)) - 1)

    assert "för stor" in refusal(file)


def test_a_package_of_very_many_parts_is_refused() -> None:
    parts = {f"xl/media/{number}.png": b"" for number in range(workbooks.MAX_PARTS)}

    assert "för stor" in refusal(repacked(one_sheet(["a"]), parts))


DTD = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    file = repacked(one_sheet(["a"]), {STRINGS: DTD.encode(encoding)})

    assert "dokumenttyp" in refusal(file)


def test_a_document_type_is_found_across_the_border_of_two_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbooks, "CHUNK_BYTES", 25)
    file = repacked(one_sheet(["a"]), {STRINGS: DTD.encode()})

    assert "dokumenttyp" in refusal(file)


def test_text_that_speaks_of_document_types_is_no_document_type() -> None:
    assert rows_of(one_sheet(["<!DOCTYPE html>"])) == [(1, ("<!DOCTYPE html>", None, None))]


def test_an_encoding_that_would_hide_a_document_type_is_refused() -> None:
    hidden = b'<?xml version="1.0" encoding="cp037"?>' + DTD[21:].encode("cp037")

    assert "skadad" in refusal(repacked(one_sheet(["a"]), {"xl/extra.xml": hidden}))


def test_rows_and_cells_without_their_place_follow_each_other() -> None:
    file = one_sheet(["a", "b"], ["c"])
    unplaced = re.sub(rb' r="[A-C]?[0-9]+"', b"", part(file, SHEET))

    assert rows_of(repacked(file, {SHEET: unplaced})) == [
        (1, ("a", "b", None)),
        (2, ("c", None, None)),
    ]


def test_formatted_text_in_a_cell_is_read_as_plain() -> None:
    formatted = b"<is><r><t>med </t></r><r><t>form</t></r></is>"
    file = one_sheet(["a"])
    sheet = part(file, SHEET).replace(b"<is><t>a</t></is>", formatted)

    assert rows_of(repacked(file, {SHEET: sheet})) == [(1, ("med form", None, None))]


def test_a_picture_may_have_a_document_type() -> None:
    file = repacked(one_sheet(["a"]), {"xl/media/image1.svg": DTD.encode()})

    assert len(rows_of(file)) == 1


def test_xml_that_breaks_off_in_the_middle_of_the_rows_is_refused() -> None:
    file = make_workbook(units=[{"Enhetskod": f"E{number}"} for number in range(50)])
    broken = part(file, SHEET)[:-400]

    assert "skadad" in refusal(repacked(file, {SHEET: broken}))


def test_a_stored_package_without_compression_is_read() -> None:
    file = one_sheet(["a"])
    stored = BytesIO()
    with ZipFile(file) as old, ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))

    assert rows_of(stored) == [(1, ("a", None, None))]
