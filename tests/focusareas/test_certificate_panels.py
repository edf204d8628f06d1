"""A panel with the contents of the course beside the certificate, and tables that are no panels."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_pages import Piece
from focusareas.certificate_panels import panels_apart
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
PARTS = ("Vad är våld?", "Barn och unga", "Ekonomiskt våld och", "eftervåld", "Skydd och stöd")
TOLD = [("Kursintyg", 15), ("Kim Berg", 21), ("har deltagit i och fullföljt", 12),
        ("Webbkurs om våld", 16), ("2023-04-12", 12)]  # fmt: skip


def panel(heading: str, *parts: str, x: float, top: float = 720) -> list[Text]:
    lines = (heading, *parts)
    return [Text(x, top - 16 * number, line, 9) for number, line in enumerate(lines)]


def reading_of(texts: list[Text], x: float) -> Reading:
    told = [Text(x, 731 - 31 * n, line, size) for n, (line, size) in enumerate(TOLD)]
    (reading,) = read(draw([*texts, *told]), COURSES)
    return reading


@pytest.mark.parametrize("heading", [
    "Kursen innehåller", "Innehåll", "Kursens innehåll", "I kursen ingår", "Utbildningen omfattar",
    "Moment:", "Det här ingår", "Du har lärt dig", "Om kursen", "Ur innehållet", "Course content",
])  # fmt: skip
@pytest.mark.parametrize(("panel_x", "x"), [(40, 220), (400, 60)])
def test_contents_beside_the_certificate_are_read_apart(
    heading: str, panel_x: float, x: float
) -> None:
    reading = reading_of(panel(heading, *PARTS, x=panel_x), x)

    assert reading.names == ("Kim Berg",)
    assert reading.courses == ("nck-vald",)
    assert reading.completed_on == date(2023, 4, 12)


@pytest.mark.parametrize("part", ["Skydd och stöd – ej klar", "Slutprov återstår"])
def test_what_the_panel_says_was_not_done_counts(part: str) -> None:
    assert reading_of(panel("Innehåll", *PARTS, part, x=40), 220).says_not_completed


def row(*placed: tuple[float, str], y: float) -> tuple[Piece, ...]:
    return tuple(Piece(text, x, x + 5 * len(text), y, 10) for x, text in placed)


def test_column_of_a_table_is_no_panel() -> None:
    parts = ("Våldets uttryck", "Att fråga", "Skydd", "Stöd")
    rows = [row((40, "Moment"), (200, "Resultat"), y=700)]
    rows += [row((40, part), (200, "Klar"), y=680 - 20 * n) for n, part in enumerate(parts)]

    assert panels_apart(rows) == rows


def test_list_under_all_of_the_text_is_no_panel() -> None:
    lines = ("Kim Berg", "Innehåll", "Våldets uttryck", "Att fråga", "Skydd", "Stöd")
    rows = [row((40, line), y=700 - 20 * n) for n, line in enumerate(lines)]

    assert panels_apart(rows) == rows
