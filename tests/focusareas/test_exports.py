"""Workbooks to take home: nothing in them is run, and nothing is said otherwise than it was."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from focusareas.exports import Column, Sheet, export, workbook, workbook_of, workbook_response
from focusareas.models import AuditEvent
from tests import factories as make

COLUMNS = [Column("Namn", 30), Column("Värde")]


def reopened(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def cell_of(value: Any) -> Any:
    """The cell of the value, after the file was written and read again."""
    return reopened(workbook("Titel", COLUMNS, [["x", value]])).active["B3"]


def test_list_says_first_what_it_is_and_then_its_columns() -> None:
    sheet = reopened(workbook("Enheter 2023-04-30", COLUMNS, [["Anna", 1], ["Bo", 2]])).active

    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Enheter 2023-04-30", None],
        ["Namn", "Värde"],
        ["Anna", 1],
        ["Bo", 2],
    ]
    assert sheet.freeze_panes == "A3"
    assert sheet.column_dimensions["A"].width == 30
    assert sheet.auto_filter.ref == "A2:B4"
    assert sheet["A2"].font.bold


def test_list_without_rows_is_a_workbook_all_the_same() -> None:
    sheet = reopened(workbook("Tom", COLUMNS, [])).active

    assert sheet.max_row == 2


def test_sheet_without_a_title_begins_with_its_header() -> None:
    book = reopened(workbook_of([Sheet("Enheter", COLUMNS, []), Sheet("Personer", COLUMNS, [])]))

    assert book.sheetnames == ["Enheter", "Personer"]
    assert book["Personer"]["A1"].value == "Namn"
    assert book["Personer"].freeze_panes == "A2"


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.com";"klicka")',
        "=1+1",
        "=",
        "+46 498 26 90 00",
        "-1+1",
        "@SUM(A1:A2)",
        "\t=1+1",
        "#N/A",
        "#REF!",
    ],
)
def test_text_is_never_a_formula_nor_an_error(text: str) -> None:
    cell = cell_of(text)

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


@pytest.mark.parametrize("place", ["title", "header"])
def test_title_and_header_are_never_formulas(place: str) -> None:
    title, header = ("=1+1", "Namn") if place == "title" else ("Titel", "=1+1")

    sheet = reopened(workbook(title, [Column(header)], [])).active

    assert [cell.data_type for row in sheet.iter_rows() for cell in row] == ["s", "s"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Anna\x00\x07\x1b Berg", "Anna Berg"),
        ("halv \ud83d emoji", "halv  emoji"),
        ("slut\uffff", "slut"),
        ("två\nrader", "två\nrader"),
        ("Åsa 🙂", "Åsa 🙂"),
        ("\x00", None),
        ("\x00=1+1", "=1+1"),
        ("", None),
        (None, None),
        ("0123", "0123"),
        ("1E5", "1E5"),
        ("2023-04-30", "2023-04-30"),
    ],
)
def test_text_keeps_what_a_file_can_hold(text: str | None, written: str | None) -> None:
    cell = cell_of(text)

    assert cell.value == written
    assert cell.data_type != "f"


def test_long_text_is_cut_where_a_cell_ends() -> None:
    assert len(cell_of("å" * 40_000).value) == 32_767


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2023, 4, 30, 22, 30, tzinfo=UTC), "2023-05-01 00:30:00"),
        (datetime(2023, 12, 31, 22, 59, tzinfo=UTC), "2023-12-31 23:59:00"),
        (date(2023, 4, 30), "2023-04-30 00:00:00"),
        (date(1900, 2, 28), "1900-02-28"),
        (date(1, 1, 1), "0001-01-01"),
    ],
)
def test_day_stays_the_swedish_day_that_it_is(moment: date, written: object) -> None:
    assert str(cell_of(moment).value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, 0),
        (Decimal("500.50"), 500.5),
        (123_456_789_012_345_678, "123456789012345678"),
        (float("nan"), "nan"),
        (Decimal("Infinity"), "Infinity"),
        (True, "ja"),
        (False, "nej"),
    ],
)
def test_number_is_a_number_where_a_spreadsheet_keeps_all_of_it(
    value: object, written: object
) -> None:
    assert cell_of(value).value == written


def test_response_is_a_file_and_nothing_else() -> None:
    response = workbook_response(b"PK", "enheter.xlsx")

    assert response["Content-Disposition"] == 'attachment; filename="enheter.xlsx"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "spreadsheetml" in response["Content-Type"]


@pytest.mark.django_db
def test_what_is_taken_home_is_written_down() -> None:
    user, unit = (
        make.make_user("lead@example.com", first_name="Lo", last_name="Ek"),
        make.make_unit(),
    )

    export(
        by=user,
        filename="x.xlsx",
        title="Medarbetare",
        columns=COLUMNS,
        rows=[["Anna", 1], ["Bo", 2]],
        about=unit,
    )

    event = AuditEvent.objects.get()
    assert (event.actor_id, event.text) == (user.pk, "Hämtade 2\u00a0rader: Medarbetare.")
    assert list(AuditEvent.objects.about(unit)) == [event]
