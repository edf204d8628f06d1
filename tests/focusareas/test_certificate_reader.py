"""From a file to the name on each certificate in it: one rule at a time."""

import time
from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, picture, scan, table

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), COURSES)
    return reading


def names(*lines: str) -> tuple[str, ...]:
    return read_lines("Intyg", *lines, "Webbkurs om våld 2023-04-12").names


# ---------------------------------------------------------------- Whose


@pytest.mark.parametrize(
    "line",
    [
        "Namn: Kim Berg",
        "Namn Kim Berg",
        "Deltagare: Kim Berg",
        "Deltagarens namn: Kim Berg",
        "Intyg för Kim Berg",
        "Utfärdat till Kim Berg",
        "Intyget tilldelas Kim Berg för godkänt resultat",
        "För- och efternamn: Kim Berg",
        "Förnamn: Kim Efternamn: Berg",
        "Namn: Kim Berg Datum: 2023-01-01",
        "Namn: Kim Berg (anställningsnummer 10231)",
        "Medarbetare: Kim Berg, undersköterska",
        "Name: Kim Berg",
        "Härmed intygas att Kim Berg, född 1980-01-01, har genomfört kursen",
        "Härmed intygas att vår medarbetare Kim Berg har slutfört kursen",
        "Härmed intygar Karin Svensson att Kim Berg har genomgått kursen",
        "Kim Berg har den 12 april 2023 fullföljt kursen",
        "Kim Berg genomförde kursen med godkänt resultat",
        "KIM BERG HAR GENOMFÖRT KURSEN",
        "Kim Berg är godkänd på kursen",
        "Kursintyg utställt till Kim Berg",
        "Resultat för Kim Berg",
        "Grattis Kim Berg! Bra jobbat.",
        "Grattis, Kim Berg! Visa intyget för din chef.",
        "Kursdeltagaren Kim Berg har den 12.4.2023 klarat kunskapstestet och genomfört kursen",
        "We hereby confirm that Kim Berg participated in and completed the course",
        "This certifies that Kim Berg of Region Gotland successfully finished the course",
        "Kursdeltagarens fullständiga namn: Kim Berg",
        "Anställds namn: Kim Berg",
        "Name of learner: Kim Berg",
        "Namn på medarbetare: Kim Berg",
        "NAMN......: Kim Berg",
        "• Vem: Kim Berg",
        "Namn / Name: Kim Berg",
        "Tilldelat till Kim Berg",
        "Bra jobbat, Kim Berg!",
        "Candidate: Kim Berg",
        "Kim Berg har fullgjort samtliga moment",
        "Kim Berg, Hemtjänst Norr, har tillgodogjort sig hela kursen",
        "Namn: 10231 Kim Berg",
        "Namn: Kim Berg kim.berg@region.example",
        "Namn: Kim Berg <kim.berg@region.example>",
        "Namn: Kim Berg, f. 1970",
        "Namn: »Kim Berg«",
        "Namn: Kim Berg [Hemtjänst Norr]",
        "Ssk Kim Berg har genomfört kursen",
        "Kim Berg, Hemtjänst Norr",
        "Hej Kim Berg! Vi meddelar att du den 12 april 2023 avslutade kursen",
    ],
)
def test_whole_name_is_found(line: str) -> None:
    (name,) = names(line)

    assert name.title() == "Kim Berg"


@pytest.mark.parametrize(
    "lines",
    [
        ("Namn: Kim Berg och Bo Ek",),
        ("Deltagare: Kim Berg, Bo Ek, Åsa Öberg",),
        ("Namn: ____________", "Kim Berg"),
        ("Chef: Kim Berg",),
        ("Kursledare", "Kim Berg"),
        ("Underskrift", "____________", "Kim Berg"),
        ("Kim Berg", "Enhetschef"),
        ("Granskat av", "Kim Berg"),
        ("För NCK", "Kim Berg"),
        ("Kim Berg svarar på frågor om kursen",),
        ("Kim Berg – Ek har genomfört kursen",),
        ("Deltagare och utfärdare", "Kim Berg, professor"),
        ("Härmed intygas att Kim Berg, Ek och Holm har genomfört kursen",),
        ("We confirm that Kim Berg and Bo Ek participated in the course",),
    ],
)
def test_name_that_is_not_surely_the_whole_name_of_the_holder_is_not_taken(
    lines: tuple[str, ...],
) -> None:
    assert "Kim Berg" not in names(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Berg, Kim", "har genomfört kursen"),
        ("BERG , KIM", "har genomfört kursen"),
        ("Namn: Berg, Kim",),
        ("Härmed intygas att Berg, Kim har genomfört kursen",),
        ("Härmed intygas att Berg, Kim den 12 april 2023 har genomfört kursen",),
        ("Härmed intygas att Berg, Kim med godkänt resultat har avslutat kursen",),
        ("Den 12 april 2023 slutförde Berg, Kim kursen",),
        ("Intygas att Berg, Kim, den 12:e april 2023, har genomfört kursen",),
        ("Detta är ditt intyg. Berg, Kim har genomfört kursen",),
        ("Din medarbetare Berg, Kim har genomfört kursen",),
        ("Kursdeltagare: Berg, Kim. Kurs: Webbkurs om våld.",),
        ("We hereby confirm that", "Berg, Kim", "attended the course"),
    ],
)
def test_family_name_first_is_one_name(lines: tuple[str, ...]) -> None:
    (name,) = names(*lines)

    assert name.title() == "Berg, Kim"


def test_small_letters_with_particles_are_a_whole_name() -> None:
    assert names("Grattis, jenny van den berg!") == ("jenny van den berg",)
    assert names("Din medarbetare eva af klint har genomfört kursen") == ("eva af klint",)
    assert names("Abdul-Rahman al-Hassan", "har klarat kursen") == ("Abdul-Rahman al-Hassan",)


def test_list_of_names_that_runs_over_lines_is_no_name() -> None:
    assert names("Kim Berg,", "Ek, Bo", "har genomfört kursen") == ()


def test_given_name_in_a_greeting_does_not_make_the_name_unclear() -> None:
    assert names("Grattis Kim! Du är klar.", "Namn: Kim Berg") == ("Kim Berg",)


def test_signature_after_everything_else_is_not_the_holder() -> None:
    assert read_lines("Intyg", "Webbkurs om våld", "2023-04-12", "Kim Berg").names == ()


def test_name_cut_by_the_end_of_a_line_is_put_together() -> None:
    page = column("Härmed intygas att Eva Kim", "Berg har genomfört kursen", leading=1.3)

    assert read(draw(page), COURSES)[0].names == ("Eva Kim Berg",)


def test_name_over_two_lines_in_a_field_is_put_together() -> None:
    page = [
        Text(72, 700, "Namn:"),
        Text(200, 700, "Eva Kim"),
        Text(200, 684, "Berg"),
        Text(72, 600, "Intyg"),
    ]

    assert read(draw(page), COURSES)[0].names == ("Eva Kim Berg",)


@pytest.mark.parametrize("name", ["KIM BERG", "KIM O'NEILL"])
def test_letter_spaced_name_is_read(name: str) -> None:
    page = [Text(72, 700, "INTYG"), *column("2023-04-12", top=400)]
    spaced = "   ".join(" ".join(word) for word in name.split())

    (reading,) = read(draw([*page, Text(72, 600, spaced, 18, 2)]), COURSES)

    assert reading.names == (name,)


@pytest.mark.parametrize(
    ("spaced", "name"),
    [
        ("E r i k N ú ñ e z", "Erik Núñez"),
        ("B o E k l u n d", "Bo Eklund"),
        ("N O Ë L L I D É N", "NOËLLIDÉN"),
        ("M A J B E R G", "MAJBERG"),
    ],
)
@pytest.mark.parametrize(
    "heading", ["Kursintyg", "Kursbevis", "Intyg", "Deltagarintyg", "Intyg om genomförd utbildning"]
)
def test_letter_spaced_name_below_a_heading_is_read(heading: str, spaced: str, name: str) -> None:
    assert names(heading, spaced, "har genomfört kursen Webbkurs om våld") == (name,)


@pytest.mark.parametrize(
    ("above", "word"),
    [("Enheten", "ELINGHEM"), ("Hemtjänsten", "ELINGHEM"), ("Kursintyg", "Kim"), ("Intyg", "KIM")],
)
def test_lone_word_below_a_heading_is_no_name(above: str, word: str) -> None:
    assert names(above, word, "har genomfört kursen Webbkurs om våld") == ()


@pytest.mark.parametrize("place", ["Norra Svealand.", "Västra Ekeby."])
def test_place_that_ends_the_name_of_a_unit_is_nobody(place: str) -> None:
    first, last = place.split()
    told = (f"Materialet kommer från Kommunförbundet {first}", last)
    said = "Deltagaren har besvarat alla frågor."
    assert names("Namn: Kim Berg", *told, said) == ("Kim Berg",)


def test_sideways_text_is_read() -> None:
    page = [
        Text(100 + 30 * number, 72, line, sideways=True)
        for number, line in enumerate(("Intyg", "Namn: Kim Berg", "Genomförd: 2023-04-12"))
    ]

    (reading,) = read(draw(page), COURSES)

    assert (reading.names, reading.completed_on) == (("Kim Berg",), date(2023, 4, 12))


def test_two_different_holders_are_both_told() -> None:
    assert names("Namn: Kim Berg", "Deltagare: Bo Ek") == ("Kim Berg", "Bo Ek")


def test_same_name_twice_is_one() -> None:
    assert names("Namn: Kim Berg", "KIM BERG har genomfört kursen") in (
        ("Kim Berg",),
        ("KIM BERG",),
    )


def test_name_among_the_columns_of_a_table() -> None:
    page = table(["Intyg"], ["Kurs", "Namn", "Kursledare"], ["PATRIARK", "Kim Berg", "Bo Ek"])

    assert read(draw(page), COURSES)[0].names == ("Kim Berg",)


# ---------------------------------------------------------------- What it is


def test_picture_is_a_picture() -> None:
    assert read(picture(), COURSES) == [Reading(1, is_picture=True)]


def test_every_page_of_a_scan_is_a_picture() -> None:
    assert [reading.page for reading in read(scan(3), COURSES)] == [1, 2, 3]


def test_pages_that_are_certificates_are_told_apart() -> None:
    pages = [column("Intyg", f"Namn: {name}", "2023-04-12") for name in ("Kim Berg", "Bo Ek")]

    readings = read(draw(*pages), COURSES)

    assert [(one.page, one.names) for one in readings] == [(1, ("Kim Berg",)), (2, ("Bo Ek",))]


def test_pages_without_any_certificate_are_one_reading() -> None:
    readings = read(draw(column("Hej"), column("Där")), COURSES)

    assert [(one.page, one.is_certificate) for one in readings] == [(1, False)]


def test_blank_page_before_the_certificate_is_skipped() -> None:
    assert [one.page for one in read(draw([], column("Intyg", "Kim Berg")), COURSES)] == [2]


@pytest.mark.parametrize(
    "filler",
    [".", "1", "1.", " . ", "_", "-", "/", "a ", "Aa, ", "den ", "12 april ", "och ", "(", "☐ "],
)
def test_no_line_takes_long_however_it_goes_on(filler: str) -> None:
    """A pattern that reads the same in many ways takes time without end."""
    begun = (
        "Klar",
        "Genomförd",
        "Kim Berg har",
        "Namn",
        "Deltagaren har",
        "Godkänd",
        "Slutförd av",
    )
    page = draw(column("Intyg", *(f"{words} {filler * 60}" for words in begun), "Kim Berg"))
    start = time.process_time()

    read(page, COURSES)

    assert time.process_time() - start < 2
