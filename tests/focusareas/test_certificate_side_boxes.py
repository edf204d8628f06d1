"""A box of its own beside the text, and records of courses one above the other."""

from datetime import date

import pytest

from focusareas.certificate_columns import one_after_the_other
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_pages import Piece
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]


def lines(x: float, *placed: tuple[float, str]) -> list[Text]:
    return [Text(x, y, text, 10) for y, text in placed]


BOX = [(740.0, "Teori om"), (728.0, "riskbedömning"), (704.0, "Manualen"), (692.0, "och dess del"),
       (668.0, "Att skriva"), (656.0, "ett utlåtande")]  # fmt: skip
TEXT = [(746.0, "CERTIFIKAT"), (722.0, "Kim Berg"), (701.0, "har genomfört Webbkurs om våld"),
        (689.0, "med godkänt resultat."), (650.0, "Kursen slutförd 12 april 2023.")]  # fmt: skip


@pytest.mark.parametrize(("box_x", "text_x"), [(40, 240), (380, 60)])
def test_a_box_beside_the_text_is_read_apart(box_x: float, text_x: float) -> None:
    (reading,) = read(draw([*lines(box_x, *BOX), *lines(text_x, *TEXT)]), COURSES)

    assert reading.names == ("Kim Berg",)
    assert reading.courses == ("nck-vald",)
    assert reading.completed_on == date(2023, 4, 12)


def rows_of(*placed: tuple[float, float, str]) -> list[tuple[Piece, ...]]:
    return [(Piece(text, x, x + 5 * len(text), y, 10),) for x, y, text in placed]


def test_labels_with_their_values_set_in_below_stay_where_they_are() -> None:
    rows = rows_of(*((x, 700 - 12 * n, word) for n, (x, word) in enumerate(
        [(40, "Namn"), (90, "Kim Berg"), (40, "Kurs"), (90, "Webbkurs"), (40, "Dag"),
         (90, "2023-04-12"), (40, "Plats"), (90, "Visby")])))  # fmt: skip

    assert [*one_after_the_other(rows)] == rows


def test_labels_at_half_the_height_of_their_values_stay_where_they_are() -> None:
    rows = rows_of(*((x, y, word) for n in range(4) for x, y, word in [
        (200, 700 - 30 * n, "Ett värde på"), (40, 694 - 30 * n, f"Etikett {n}"),
        (200, 688 - 30 * n, "två rader")]))  # fmt: skip

    assert [*one_after_the_other(rows)] == rows


def record(*shown: str) -> Reading:
    (reading,) = read(draw(column("Inloggad: Kim Berg", *shown, leading=1.5)), COURSES)
    return reading


ENTRIES = ("Hjärt-lungräddning", "Genomförd 2022-11-03", "Webbkurs om våld", "Genomförd 2023-04-12",
           "Hämta intyg", "Ergonomi i arbetet", "Genomförd 2022-05-17")  # fmt: skip


def test_one_of_the_courses_that_the_one_logged_in_has_completed() -> None:
    reading = record("Genomförda utbildningar", *ENTRIES)

    assert reading.names == ("Kim Berg",)
    assert reading.completed_on == date(2023, 4, 12)


@pytest.mark.parametrize(
    "shown",
    [
        ("Genomförda utbildningar per medarbetare", *ENTRIES),
        ("Genomförda utbildningar", "Anders Ek", *ENTRIES),
        ("Genomförda utbildningar", *ENTRIES[:2], "Webbkurs om våld", "Påbörjad 2023-04-12"),
        (
            "Genomförda utbildningar",
            "Brandskydd Grund",
            "Genomförd 2023-04-12",
            "Webbkurs om våld",
            "Bokad 2023-06-01",
        ),
        ("Genomförda utbildningar", *ENTRIES, "Webbkurs om våld", "Genomförd 2021-04-12"),
        ("Genomförda utbildningar", *ENTRIES[2:4], "Slutprov", "Genomförd 2023-05-12"),
    ],
)
def test_lists_that_may_be_of_others_or_of_parts_are_asked_about(shown: tuple[str, ...]) -> None:
    reading = record(*shown)

    assert reading.names != ("Kim Berg",) or reading.completed_on is None
