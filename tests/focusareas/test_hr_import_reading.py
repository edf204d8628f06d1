"""What the HR workbook may look like, and what is said about each thing wrong with it."""

import unicodedata
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from focusareas.models import Employment, StaffMember, Unit
from tests.workbooks import (
    add_sheet,
    cell_error,
    make_workbook,
    only_error,
    places,
    run_on,
    saved,
)

pytestmark = pytest.mark.django_db


def edited(file: BytesIO, edit: Any) -> BytesIO:
    workbook = load_workbook(file)
    edit(workbook)
    return saved(workbook)


def test_a_plain_workbook_is_saved() -> None:
    outcome = run_on(make_workbook(people=[{}], key_persons=[{}]))

    assert outcome.saved
    assert outcome.findings == ()
    assert Unit.objects.get().name == "Enhet"
    assert str(StaffMember.objects.get()) == "Kim Berg"


def test_the_sheet_of_key_persons_may_be_left_out() -> None:
    outcome = run_on(make_workbook(people=[{}]))

    assert outcome.saved
    assert outcome.key_persons == {"new": 0, "changed": 0, "unchanged": 0, "missing": 0}


@pytest.mark.parametrize("sheet", ["Enheter", "Medarbetare"])
def test_a_missing_sheet_is_an_error_that_names_those_there_are(sheet: str) -> None:
    file = edited(make_workbook(), lambda book: book.remove(book[sheet]))

    error = only_error(run_on(file))

    assert (error.sheet, error.row, error.column) == (sheet, None, None)
    assert f"Bladet {sheet} saknas" in error.message


def test_sheets_are_found_whatever_their_order_case_and_blanks() -> None:
    workbook = Workbook()
    workbook.worksheets[0].title = "Läs mig"
    workbook.worksheets[0].sheet_state = "hidden"
    add_sheet(workbook, " MEDARBETARE\xa0", {"Anställningsnummer": "1"}, [])
    add_sheet(workbook, "enheter", {"Enhetskod": "E1"}, [])
    workbook.worksheets[1].title = " MEDARBETARE\xa0"

    outcome = run_on(saved(workbook))

    assert {error.column for error in outcome.errors if error.sheet == "Enheter"} == {
        "Enhet",
        "Avdelning",
        "Driftform",
    }


def test_headers_are_found_whatever_their_case_blanks_and_letters() -> None:
    def untidy(book: Any) -> None:
        for cell in book["Medarbetare"][1]:
            cell.value = unicodedata.normalize("NFD", f" {cell.value.upper()}\xa0")

    assert run_on(edited(make_workbook(people=[{"Skyddad": "ja"}]), untidy)).saved
    assert StaffMember.objects.get().is_protected


def test_columns_stand_in_any_order_among_unknown_ones() -> None:
    def turn(book: Any) -> None:
        sheet = book["Medarbetare"]
        rows = [[cell.value for cell in row][::-1] for row in sheet.rows]
        sheet.delete_rows(1, 5)
        for row, extra in zip(rows, ["Telefon", "0498"], strict=True):
            sheet.append([extra, *row])

    outcome = run_on(edited(make_workbook(people=[{}]), turn))

    assert outcome.saved
    assert StaffMember.objects.get().family_name == "Berg"


@pytest.mark.parametrize("rows_above", [1, 9])
def test_the_header_row_may_stand_below_titles(rows_above: int) -> None:
    above = [["Uttag ur HR", "2023-05-01"]] * rows_above

    outcome = run_on(make_workbook(people=[{"Från": "30/4"}], above=above))

    assert places(outcome) == [("Medarbetare", rows_above + 2, "Från")]


def test_merged_title_cells_above_the_header_do_no_harm() -> None:
    def merge(book: Any) -> None:
        book["Enheter"].merge_cells("A1:D1")

    assert run_on(edited(make_workbook(above=[["Enheter våren"]]), merge)).saved


def test_a_header_row_further_down_than_the_tenth_row_is_not_found() -> None:
    outcome = run_on(make_workbook(above=[["titel"]] * 10))

    assert ("Enheter", 1, "Enhetskod") in places(outcome)


def test_each_missing_required_column_is_named_and_nothing_else() -> None:
    def drop(book: Any) -> None:
        book["Medarbetare"]["C1"] = "Släktnamn"
        book["Medarbetare"]["E1"] = "Anställd"

    outcome = run_on(edited(make_workbook(people=[{"Enhetskod": "X"}]), drop))

    assert places(outcome) == [("Medarbetare", 1, "Efternamn"), ("Medarbetare", 1, "Från")]


def test_the_first_of_two_columns_alike_counts() -> None:
    def repeat(book: Any) -> None:
        book["Enheter"]["E1"], book["Enheter"]["E2"] = "Enhet", "Annat namn"

    assert run_on(edited(make_workbook(), repeat)).saved
    assert Unit.objects.get().name == "Enhet"


def test_blank_rows_are_skipped() -> None:
    blank = dict.fromkeys(("Anställningsnummer", "Förnamn", "Enhetskod", "Från"))
    rows = [{}, blank | {"Efternamn": " \xa0"}, {"Anställningsnummer": "2"}]

    outcome = run_on(make_workbook(people=rows))

    assert outcome.people["new"] == 2


@pytest.mark.parametrize(
    ("kind", "sheet", "key", "headers"),
    [
        ("units", "Enheter", {"Enhetskod": "E2"}, "Enhetskod Enhet Avdelning Driftform"),
        (
            "people",
            "Medarbetare",
            {"Anställningsnummer": "3"},
            "Anställningsnummer Förnamn Efternamn Enhetskod Från",
        ),
        (
            "key_persons",
            "Nyckelpersoner",
            {"Anställningsnummer": "2"},
            "Anställningsnummer Enhetskod Från",
        ),
    ],
)
def test_required_cells_must_be_filled(
    kind: str, sheet: str, key: dict[str, str], headers: str
) -> None:
    for header in headers.split():
        rows: dict[str, Any] = {"people": [{}, {"Anställningsnummer": "2"}]}
        rows[kind] = [*rows.get(kind, [{}]), key | {header: "  "}]

        error = only_error(run_on(make_workbook(**rows)))

        assert (error.sheet, error.row, error.column) == (sheet, len(rows[kind]) + 1, header)
        assert "Fyll i den" in error.message


@pytest.mark.parametrize(
    "number", [10231, 10231.0, "10231", "10231.0", " 10231\xa0", "\u200b10231"]
)
def test_an_employee_number_is_the_same_as_number_or_text(number: object) -> None:
    run_on(make_workbook(people=[{"Anställningsnummer": number}]))

    assert StaffMember.objects.get().employee_number == "10231"


def test_leading_zeros_of_a_text_are_kept() -> None:
    run_on(make_workbook(people=[{"Anställningsnummer": "00123"}]))

    assert StaffMember.objects.get().employee_number == "00123"


def test_names_are_composed_and_rid_of_invisible_characters() -> None:
    given = "A\u030asa\u200b\xa0Maria "

    run_on(make_workbook(people=[{"Förnamn": given}]))

    assert StaffMember.objects.get().given_name == "Åsa Maria"


@pytest.mark.parametrize(
    "written",
    [
        date(2023, 4, 30),
        datetime(2023, 4, 30, 12, 30),  # noqa: DTZ001 Excel knows no time zones
        "2023-04-30",
        "\xa02023-04-30 ",
        "2023-04-30 00:00:00",
        "2023-04-30T00:00:00",
    ],
)
def test_days_are_excel_dates_or_text(written: object) -> None:
    run_on(make_workbook(people=[{"Från": written}]))

    assert Employment.objects.get().first_day == date(2023, 4, 30)


@pytest.mark.parametrize("written", ["30/4 2023", "2023-02-30", "20230430", 45046, True, "igår"])
def test_what_is_not_a_day_is_an_error(written: object) -> None:
    assert "inte en dag" in cell_error("Medarbetare", "Från", written).message


@pytest.mark.parametrize("written", ["1899-12-31", "2101-01-01", "0001-01-01"])
def test_a_day_in_an_unreasonable_year_is_an_error(written: str) -> None:
    assert "orimligt år" in cell_error("Medarbetare", "Till", written).message


@pytest.mark.parametrize("shown", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#SAKNAS!"])
@pytest.mark.parametrize("header", ["Enhet", "Stängd", "Taggar"])
def test_an_excel_error_in_a_used_cell_is_an_error(header: str, shown: str) -> None:
    assert f"felet {shown}" in cell_error("Enheter", header, shown).message


@pytest.mark.parametrize(
    ("sheet", "header", "length"),
    [
        ("Enheter", "Enhet", 201),
        ("Enheter", "Enhetskod", 51),
        ("Enheter", "Taggar", 101),
        ("Medarbetare", "Förnamn", 32_767),
        ("Medarbetare", "Befattning", 101),
        ("Medarbetare", "E-post", 255),
    ],
)
def test_text_longer_than_its_column_is_an_error(sheet: str, header: str, length: int) -> None:
    rows = {"Enheter": "units", "Medarbetare": "people"}

    outcome = run_on(make_workbook(**{rows[sheet]: [{header: "x" * length}]}))

    assert (sheet, 2, header) in places(outcome)
    assert f"{length} tecken" in outcome.errors[0].message


@pytest.mark.parametrize("address", ["kim", "kim@", "kim berg@example.se", "a@b@example.se"])
def test_an_address_that_is_none_is_an_error_and_not_repeated(address: str) -> None:
    message = cell_error("Medarbetare", "E-post", address).message

    assert "inte en e-postadress" in message
    assert address not in message


def test_addresses_are_kept_in_lower_case() -> None:
    run_on(make_workbook(people=[{"E-post": " Kim.Berg@Example.SE\xa0"}]))

    assert StaffMember.objects.get().email == "kim.berg@example.se"


def test_an_unknown_form_of_operation_is_an_error() -> None:
    assert "Skriv egen eller privat" in cell_error("Enheter", "Driftform", "kommunal").message


def test_an_unknown_role_is_an_error() -> None:
    message = cell_error("Nyckelpersoner", "Roll", "chef").message

    assert "Skriv nyckelperson eller huvudnyckel" in message


@pytest.mark.parametrize("word", ["ja", "JA ", "x", 1, "1", True, "sant", "TRUE"])
def test_many_words_say_that_somebody_is_protected(word: object) -> None:
    run_on(make_workbook(people=[{"Skyddad": word}]))

    assert StaffMember.objects.get().is_protected


@pytest.mark.parametrize("word", ["nej", None, " ", 0, False, "falskt"])
def test_many_words_say_that_nobody_is(word: object) -> None:
    run_on(make_workbook(people=[{"Skyddad": word}]))

    assert not StaffMember.objects.get().is_protected


def test_any_other_word_for_protected_is_an_error() -> None:
    assert "Skriv ja eller nej" in cell_error("Medarbetare", "Skyddad", "kanske").message


def test_a_file_that_is_no_workbook_is_one_error_without_a_place() -> None:
    error = only_error(run_on(BytesIO(b"Enhetskod;Enhet")))

    assert (error.sheet, error.row, error.column) == (None, None, None)


def test_a_workbook_without_sheets_says_so() -> None:
    workbook = Workbook()
    workbook.create_chartsheet("Diagram")
    workbook.remove(workbook.worksheets[0])

    assert places(run_on(saved(workbook))) == [
        ("Enheter", None, None),
        ("Medarbetare", None, None),
    ]


def test_control_characters_never_reach_the_database() -> None:
    file = make_workbook(people=[{"Befattning": "Skötare"}])

    def insert(book: Any) -> None:
        book["Medarbetare"]["F2"] = "Sk\u0085öt\u200eare\ttill\nfälle"

    assert run_on(edited(file, insert)).saved
    assert Employment.objects.get().title == "Sk ötare till fälle"
