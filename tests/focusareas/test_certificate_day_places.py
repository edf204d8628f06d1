"""Days by where they stand: those of letters, of printers, of programmes and of events."""

from collections.abc import Sequence
from datetime import date

import pytest

from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw, table
from tests.focusareas.test_certificate_days import COURSES, day

DAY = date(2023, 4, 12)
DONE = "Kim Berg har genomfört Webbkurs om våld"
HOURS = (("09.00", "Inledning"), ("10.15", "Start för grupper"), ("12.00", "Lunch"))


def below(rows: Sequence[Sequence[str]], *lines: str, top: float = 640) -> list[Text]:
    """A table, and lines further up on the page."""
    return [*column(*lines, top=760, leading=1.6), *table(*rows, top=top, width=120)]


def day_in(texts: list[Text]) -> date | None:
    return read(draw(texts), COURSES)[0].completed_on


@pytest.mark.parametrize(
    "rows",
    [
        [("2023-03-23", "Kursen påbörjad"), ("2023-04-12", "Kursen slutförd, alla delar godkända"),
         ("2023-04-13", "Intyget hämtat")],
        [("1 mars 2023", "Påbörjade kursen"), ("12 april 2023", "Slutförde kursen")],
        [("12/4 2023", "Avslutad"), ("20/4 2023", "Utskrivet"), ("21/4 2023", "Intyg skickat")],
        [("2023-02-01", "Registrerad"), ("2023-04-12", "Godkänd på kursen")],
        [("2023-03-05 10:31", "Kursen startad"), ("2023-04-12 14:20", "Kursen slutförd")],
        [("Datum", "Händelse"), ("2023-03-05", "Kursen startad"), ("2023-04-12", "Kursen slutförd"),
         ("2023-04-20", "Intyg utfärdat")],
        [("2023-03-05 – Webbkurs om våld påbörjad",), ("2023-04-12 – Webbkurs om våld slutförd",),
         ("2023-04-20 – Intyg utskrivet",)],
        [("5 mars 2023: Kursen startad",), ("12 april 2023: Kursen slutförd",)],
        [("12/4 2023 · avslutade kursen",), ("20/4 2023 · hämtade intyget",)],
    ],
)  # fmt: skip
def test_list_of_what_happened_tells_when_it_was_completed(rows: list[tuple[str, str]]) -> None:
    assert day_in(below(rows, "Intyg", "Webbkurs om våld", "Kim Berg")) == DAY


@pytest.mark.parametrize(
    "rows",
    [
        [("2023-03-23", "Kursen påbörjad"), ("2023-04-13", "Intyget hämtat")],
        [("2023-03-23", "Modul 1 slutförd"), ("2023-04-13", "Intyget hämtat")],
        [("2023-03-23", "Betalning genomförd"), ("2023-04-13", "Intyget utskrivet")],
        [("2023-03-23", "Kursen slutförd"), ("2023-04-12", "Kursen slutförd")],
        [("2023-03-05 – Webbkurs om våld påbörjad",), ("2023-04-20 – Intyg utskrivet",)],
        [("2023-03-05: Betalning genomförd",), ("2023-04-20: Intyg utskrivet",)],
        [("2023-03-05 – Webbkurs om våld beställd",), ("2023-04-20 – Intyg utskrivet",)],
    ],
)
def test_list_of_what_else_happened_tells_no_day(rows: list[tuple[str, str]]) -> None:
    assert day_in(below(rows, "Intyg", "Webbkurs om våld", "Kim Berg")) is None


@pytest.mark.parametrize(
    "head",
    [
        [("Vår referens", "Ärende", "Datum"), ("Ylva Ek", "Kursintyg", "2023-04-15")],
        [("Datum", "Diarienummer"), ("2023-04-15", "12-2023")],
        [("Handläggare", "Date", "Our ref"), ("Ylva Ek", "2023-04-15", "12-2023")],
    ],
)
def test_day_in_the_table_on_top_of_a_letter_is_the_letters(head: list[tuple[str, ...]]) -> None:
    texts = [*table(*head, top=780), *column("Kursintyg för Kim Berg", DONE, top=720)]

    assert day_in(texts) is None
    assert (
        day_in([*texts, *column("Webbkursens prov blev godkänt den 2023-04-12.", top=640)]) == DAY
    )


def test_day_in_a_table_of_courses_is_the_courses() -> None:
    rows = [("Kurs", "Datum", "Diarienummer"), ("Webbkurs om våld", "2023-04-12", "12-2023")]

    assert day_in([*column("Intyg", "Kim Berg har genomfört"), *table(*rows, top=660)]) == DAY


@pytest.mark.parametrize("label", ["Diarienummer", "Beteckning", "Vår referens"])
def test_day_over_the_next_label_of_a_letter_is_the_letters(label: str) -> None:
    aside = column("Datum", "2023-04-20", label, "326-19791", x=400, top=500, leading=1.3)
    done = column("Intyg", "Kim Berg har deltagit i Webbkurs om våld,",
                  "som hölls digitalt 2023-04-12.", leading=1.3)  # fmt: skip

    assert day_in([*done, *aside]) == DAY


@pytest.mark.parametrize("written", ["12 april 2023", "2023-04-12", "12/4 2023"])
def test_hours_of_a_programme_are_not_those_of_a_printer(written: str) -> None:
    head = ("Kursbevis", "Till Kim Berg för genomförd kurs", "”Webbkurs om våld”", written)

    assert day_in(below(HOURS, *head, top=680)) == DAY
    assert day("Kim Berg har genomfört kursen", "Norrby", f"{written} 09.00") is None


@pytest.mark.parametrize("place", ["· Folkets hus, Visby", "| Almedalens hörsal", "– Wisby Strand"])
def test_day_and_place_on_top_are_those_of_the_programme(place: str) -> None:
    head = ("Webbkurs om våld", f"12 april 2023 {place}", "Kursintyg", "Kim Berg har deltagit.")

    assert day_in(below(HOURS, *head)) == DAY
    assert day_in(below(HOURS[:1], *head)) is None


@pytest.mark.parametrize("written", ["Uppsala, 12 april 2023", "12 april 2023"])
def test_day_on_top_of_a_letter_with_a_programme_is_the_letters(written: str) -> None:
    head = ("Folkhögskolan", written, "Kursintyg", f"{DONE}.")

    assert day_in(below(HOURS, *head)) is None


@pytest.mark.parametrize(
    "line",
    ["Utskrivet av kursadministratör Eva Ek", "Registrerat av Eva Ek", "Printed by Eva Ek"],
)
def test_who_printed_it_is_not_the_label_of_the_day_above(line: str) -> None:
    texts = column("Intyg", DONE, "12 april 2023", line, leading=1.3)

    assert day_in(texts) == DAY


@pytest.mark.parametrize("line", ["Utskrivet", "Registrerat av", "Giltigt till"])
def test_label_under_the_day_of_a_sentence_makes_a_question(line: str) -> None:
    assert day_in(column("Intyg", DONE, "12 april 2023", line, leading=1.3)) is None


@pytest.mark.parametrize("heading", ["Organisation", "Arbetsplats", "Enhet", "Kursgivare"])
def test_cell_of_another_column_is_not_the_label_of_the_day(heading: str) -> None:
    rows = [("Namn", heading, "Godkänd"), ("Kim Berg", "Socialförvaltningen", "2023-04-12")]

    assert day_in([*column("Utbildningsintyg", DONE), *table(*rows, top=660)]) == DAY


@pytest.mark.parametrize("place", ["i samarbete med", "i samverkan med", "tillsammans med"])
def test_who_held_the_course_together_says_nothing_else_of_the_day(place: str) -> None:
    lines = ("Kim Berg", "har fullföljt", "Webbkurs om våld", f"Region Gotland {place} Uppsala")

    assert day_in(column("Intyg", *lines, "12 april 2023", leading=1.3)) == DAY
    other = (*lines[:3], f"Avtalet tecknades {place} Uppsala", "12 april 2023")
    assert day_in(column("Intyg", *other, leading=1.3)) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Se innehåll på nästa sida.", DAY),
        ("Kursens innehåll framgår av sida 2.", DAY),
        ("Innehållet står på sida 2", DAY),
        ("Sida 1 (2)", None),
        ("Sida", None),
    ],
)
def test_what_sends_to_another_page_makes_no_letterhead(line: str, expected: date | None) -> None:
    page = column("Namn: Kim Berg", "har genomgått Webbkurs om våld", "Datum: 2023-04-12", line)

    assert day_in(page) == expected
