"""What the HR workbook may look like, and what is said about each thing wrong with it."""

import unicodedata
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from focusareas.hr_import import Finding, Outcome, run
from focusareas.models import Employment, StaffMember, Unit
from tests.workbooks import add_sheet, make_workbook, saved

pytestmark = pytest.mark.django_db

ON = date(2023, 5, 1)


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


def test_a_provider_of_an_own_unit_is_an_error() -> None:
    assert "skriv privat" in cell_error("Enheter", "Utförare", "Bolaget AB").message


@pytest.mark.parametrize(
    ("sheet", "header"),
    [("Enheter", "Ersätts av"), ("Medarbetare", "Enhetskod"), ("Nyckelpersoner", "Enhetskod")],
)
def test_an_unknown_unit_code_is_an_error(sheet: str, header: str) -> None:
    assert "E9 finns varken" in cell_error(sheet, header, "E9").message


def test_an_unknown_key_person_is_an_error() -> None:
    message = cell_error("Nyckelpersoner", "Anställningsnummer", "99").message

    assert "99 finns varken" in message


@pytest.mark.parametrize(
    ("kind", "sheet", "first", "last"),
    [
        ("units", "Enheter", "Öppnad", "Stängd"),
        ("people", "Medarbetare", "Från", "Till"),
        ("people", "Medarbetare", "Tjänstledig från", "Tjänstledig till"),
        ("key_persons", "Nyckelpersoner", "Från", "Till"),
    ],
)
def test_a_last_day_before_the_first_is_an_error(
    kind: str, sheet: str, first: str, last: str
) -> None:
    rows: dict[str, Any] = {"people": [{}]}
    rows[kind] = [{first: date(2023, 4, 30), last: date(2023, 4, 29)}]

    outcome = run_on(make_workbook(**rows))

    assert places(outcome) == [(sheet, 2, last)]


def test_a_leave_without_a_first_day_is_an_error() -> None:
    message = cell_error("Medarbetare", "Tjänstledig till", "2023-06-01").message

    assert "Fyll i Tjänstledig från" in message


def test_the_same_unit_twice_with_different_content_is_an_error() -> None:
    error = only_error(run_on(make_workbook(units=[{}, {"Enhetskod": "E2"}, {"Enhet": "Annan"}])))

    assert (error.sheet, error.row, error.column) == ("Enheter", 4, "Enhetskod")
    assert "rad 2" in error.message


def test_the_same_employment_twice_with_different_content_is_an_error() -> None:
    rows = [{"Befattning": "Boendestödjare"}, {"Befattning": "Undersköterska"}]

    assert places(run_on(make_workbook(people=rows))) == [("Medarbetare", 3, "Anställningsnummer")]


def test_the_same_duty_twice_with_different_content_is_an_error() -> None:
    outcome = run_on(make_workbook(people=[{}], key_persons=[{}, {"Roll": "huvudnyckel"}]))

    assert places(outcome) == [("Nyckelpersoner", 3, "Anställningsnummer")]


def test_rows_that_say_the_same_twice_count_once() -> None:
    outcome = run_on(make_workbook(units=[{}, {}], people=[{}, {}], key_persons=[{}, {}]))

    assert outcome.saved
    assert (outcome.units["new"], outcome.people["new"], outcome.key_persons["new"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("header", "one", "other"),
    [("Förnamn", "Kim", "Jim"), ("E-post", "a@example.se", "b@example.se")],
)
def test_a_person_with_two_names_or_addresses_is_an_error(
    header: str, one: str, other: str
) -> None:
    rows = [{header: one}, {header: other, "Från": date(2022, 1, 1)}]

    error = only_error(run_on(make_workbook(people=rows)))

    assert (error.row, error.column) == (3, header)
    assert other not in error.message


def test_an_address_in_one_of_a_persons_rows_is_enough() -> None:
    rows = [{"E-post": None}, {"E-post": "a@example.se", "Från": date(2022, 1, 1)}]

    assert run_on(make_workbook(people=rows)).saved
    assert StaffMember.objects.get().email == "a@example.se"


def test_a_circle_of_successors_is_an_error_on_each_of_its_rows() -> None:
    following = {"E1": "E2", "E2": "E3", "E3": "E1", "E4": "E1"}
    rows = [{"Enhetskod": code, "Ersätts av": after} for code, after in following.items()]

    outcome = run_on(make_workbook(units=rows))

    assert places(outcome) == [("Enheter", row, "Ersätts av") for row in (2, 3, 4)]


def test_a_unit_that_is_its_own_successor_is_an_error() -> None:
    assert "cirkel" in cell_error("Enheter", "Ersätts av", "E1").message


def test_a_circle_through_a_stored_unit_is_an_error() -> None:
    run_on(make_workbook(units=[{}, {"Enhetskod": "E2", "Ersätts av": "E1"}]))

    error = only_error(run_on(make_workbook(units=[{"Ersätts av": "E2"}])))

    assert "cirkel" in error.message


def test_all_errors_are_listed_in_the_order_of_the_workbook() -> None:
    outcome = run_on(
        make_workbook(
            units=[{"Driftform": "?"}, {"Enhetskod": "E2", "Stängd": "?"}],
            people=[{"Enhetskod": "E9"}, {"Från": "?", "Till": "?"}],
            key_persons=[{"Anställningsnummer": "9"}],
        )
    )

    assert places(outcome) == [
        ("Enheter", 2, "Driftform"),
        ("Enheter", 3, "Stängd"),
        ("Medarbetare", 2, "Enhetskod"),
        ("Medarbetare", 3, "Från"),
        ("Medarbetare", 3, "Till"),
        ("Nyckelpersoner", 2, "Anställningsnummer"),
    ]


def test_one_error_stops_everything() -> None:
    outcome = run_on(make_workbook(people=[{}, {"Anställningsnummer": "2", "Från": "?"}]))

    assert not outcome.saved
    assert not Unit.objects.exists()
    assert not StaffMember.objects.exists()


@pytest.mark.parametrize(
    ("days", "column"),
    [
        ({"Från": date(2022, 12, 31), "Till": date(2023, 4, 1)}, "Från"),
        ({"Från": date(2023, 1, 1), "Till": date(2023, 5, 1)}, "Till"),
        ({"Från": date(2023, 1, 1)}, "Till"),
    ],
)
def test_days_outside_those_of_the_unit_are_pointed_out(days: dict[str, date], column: str) -> None:
    unit = {"Öppnad": date(2023, 1, 1), "Stängd": date(2023, 4, 30)}

    outcome = run_on(make_workbook([unit], [days], [days]))

    assert outcome.saved
    assert [(found.level, found.sheet, found.column) for found in outcome.findings] == [
        ("warning", "Medarbetare", column),
        ("warning", "Nyckelpersoner", column),
    ]


def test_namesakes_are_pointed_out_by_number_only() -> None:
    one = {"Anställningsnummer": "1", "Förnamn": "Åsa", "Efternamn": "Lind-Berg"}
    other = {"Anställningsnummer": "2", "Förnamn": "ASA", "Efternamn": "Lind Berg"}
    rows = [one, other | {"Skyddad": "ja"}, one | {"Från": date(2022, 1, 1)}]

    outcome = run_on(make_workbook(people=rows))

    (found,) = outcome.warnings
    assert (found.sheet, found.row) == ("Medarbetare", 2)
    assert "1 och 2 har samma namn" in found.message
    assert "Lind" not in found.message


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
