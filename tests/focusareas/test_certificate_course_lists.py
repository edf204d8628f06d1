"""What a list says of its rows: what they are, how many, and whose, of which one is ours."""

from datetime import date

import pytest

from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, table
from tests.focusareas.test_certificate_entries import MARKS

HEADINGS = ("Kurs", "Slutförd", "Resultat")
FIRE = ("Brandskydd", "2022-03-01", "Godkänd")
OURS = ("Webbkurs om våld", "2023-04-12", "Godkänd")
LIFT = ("Lyftteknik", "2023-06-03", "Godkänd")
ROWS = (HEADINGS, FIRE, OURS, LIFT)


def reading(
    heading: str, whose: str, *rows: tuple[str, ...], foot: str = "Ort: Norrvik"
) -> Reading:
    lines = [*column(heading, whose), *table(*rows), Text(72, 540, foot)]
    found, *_ = read(draw(lines), MARKS)
    return found


def is_ours(found: Reading) -> bool:
    told = (found.names, found.course_code, found.completed_on)
    is_sure = found.is_certificate and not found.says_not_completed
    return is_sure and told == (("Kim Berg",), "nck-vald", date(2023, 4, 12))


@pytest.mark.parametrize(
    ("heading", "is_record"),
    [
        ("Genomförda kurser", True),
        ("Kursförteckning", True),
        ("Kurslista", True),
        ("Utbildningsöversikt", True),
        ("Mina avslutade utbildningar", True),
        ("Avslutade kurser (3)", True),
        ("Avslutade kurser (5)", False),
        ("Planerade kurser", False),
        ("Förteckning över planerade kurser", False),
        ("Deltagarförteckning", False),
        ("Kurslista våren 2024, preliminär", False),
    ],
)
def test_heading_of_a_list(heading: str, *, is_record: bool) -> None:
    assert is_ours(reading(heading, "Medarbetare: Kim Berg", *ROWS)) is is_record


@pytest.mark.parametrize(
    ("foot", "is_of_rows"),
    [
        ("Antal avslutade kurser: 3", True),
        ("Totalt 3 avslutade kurser", True),
        ("Listan visar endast avslutade kurser.", True),
        ("Förteckningen omfattar avslutade utbildningar.", True),
        ("Antal avslutade kurser: 4", False),
        ("Listan visar endast påbörjade kurser.", False),
        ("Kim Berg avslutade Lyftteknik.", False),
    ],
)
def test_what_is_told_of_all_rows(foot: str, *, is_of_rows: bool) -> None:
    assert is_ours(reading("Kurslista", "Namn: Kim Berg", *ROWS, foot=foot)) is is_of_rows


@pytest.mark.parametrize(
    ("whose", "is_of_one"),
    [
        ("Förteckning över genomförda utbildningar för Kim Berg", True),
        ("Genomförda kurser för Kim Berg", True),
        ("Kurser för Kim Berg", True),
        ("Kurslista för Kim Berg", True),
        ("Kurser av Kim Berg", False),
        ("Förteckning över genomförda utbildningar för Region Gotland", False),
        ("Förteckning över genomförda utbildningar för enhetschef Kim Berg", False),
        ("Förteckning över genomförda utbildningar för Kim Berg och Bo Ek", False),
        ("Förteckning över planerade utbildningar för Kim Berg", False),
        ("Kursansvarig: Kim Berg", False),
    ],
)
def test_whose_a_list_is(whose: str, *, is_of_one: bool) -> None:
    assert is_ours(reading("Kursförteckning", whose, *ROWS)) is is_of_one


@pytest.mark.parametrize("done", ["Slutförd", "Avslutad den", "Genomförd dag", "Godkänd:"])
def test_heading_of_the_days_says_that_they_were_completed(done: str) -> None:
    rows = (("Kurs", done), FIRE[:2], OURS[:2], LIFT[:2])

    assert is_ours(reading("Kursförteckning", "Medarbetare: Kim Berg", *rows))


@pytest.mark.parametrize(
    ("headings", "ours"),
    [
        (("Kurs", "Datum", "Anordnare"), ("Webbkurs om våld", "2023-04-12", "NCK")),
        (("Kurs", "Startar", "Lokal"), ("Webbkurs om våld", "2023-04-12", "Sal 3")),
        (("Kurs", "Datum", "Godkänd plats"), ("Webbkurs om våld", "2023-04-12", "Ja")),
        (("Kurs", "Slutförd senast", "Lokal"), ("Webbkurs om våld", "2023-04-12", "Sal 3")),
        (HEADINGS, ("Webbkurs om våld", "2023-04-12", "Underkänd")),
        (HEADINGS, ("Webbkurs om våld", "", "Pågår")),
        (HEADINGS, ("Webbkurs om våld mot djur", "2023-04-12", "Godkänd")),
    ],
)
def test_list_that_does_not_say_that_ours_was_completed(
    headings: tuple[str, ...], ours: tuple[str, ...]
) -> None:
    rows = (headings, (*FIRE[:2], "Sal 1" if headings != HEADINGS else FIRE[2]), ours)

    assert not is_ours(reading("Kursförteckning", "Medarbetare: Kim Berg", *rows))
