"""Words on a picture are put in the rows that they were printed in, however the page leans."""

import pytest

from focusareas.certificate_pages import Row, in_rows
from focusareas.picture_lines import as_seen_once, pieces, scaled
from focusareas.tesseract import Word

TEXT = (
    "This is to certify that",
    "Kim Berg",
    "has successfully completed all modules of the course",
    "Webbkurs om våld and the test that belongs to it",
    "Completed on 6 March 2023",
)


def word(text: str, left: float, baseline: float, *, letter: float = 15.0) -> Word:
    return Word(text, left, left + letter * len(text), baseline, 28, 0.95)


def fanned(*lines: str, lean: float, growth: float) -> list[list[Word]]:
    """The lines, each leaning a little more than the one above it."""
    found = []
    for number, line in enumerate(lines):
        left, row = 400.0, []
        for text in line.split():
            baseline = 500 + 60 * number + (lean + growth * number) * (left - 800)
            row.append(word(text, left, baseline))
            left += 15 * len(text) + 10
        found.append(row)
    return found


def texts(rows: tuple[Row, ...]) -> list[str]:
    return [" | ".join(piece.text for piece in row) for row in rows]


@pytest.mark.parametrize(
    ("lean", "growth"), [(0, 0), (-0.03, 0.002), (0.05, 0.012), (0.08, 0), (-0.09, 0.01)]
)
def test_lines_that_fan_out_are_rows(lean: float, growth: float) -> None:
    assert texts(in_rows(pieces(fanned(*TEXT, lean=lean, growth=growth)))) == list(TEXT)


def test_few_lines_are_left_as_they_are() -> None:
    lines = fanned(*TEXT[:2], lean=0.01, growth=0)

    assert [piece.baseline for piece in pieces(lines)] == [
        -found.baseline for line in lines for found in line
    ]


@pytest.mark.parametrize(
    ("letter", "gap", "row"),
    [(24, 32, "Reza Qvist Berg"), (15, 32, "Reza | Qvist | Berg"), (24, 90, "Reza | Qvist | Berg")],
)
def test_names_set_wide_stand_together(letter: float, gap: float, row: str) -> None:
    left, line = 400.0, []
    for text in ("Reza", "Qvist", "Berg"):
        line.append(word(text, left, 500, letter=letter))
        left += letter * len(text) + gap

    assert texts(in_rows(pieces([line]))) == [row]


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("wWebbkurs", "Webbkurs"),
        ("Wwebbkurs", "Webbkurs"),
        ("sSamtal", "Samtal"),
        ("Eeva", "Eeva"),
        ("Lloyd", "Lloyd"),
        ("WWF", "WWF"),
        ("aBerg", "aBerg"),
        ("ww", "ww"),
    ],
)
def test_letter_that_was_seen_small_and_large_is_one(text: str, once: str) -> None:
    assert as_seen_once(text) == once


def test_words_of_a_smaller_picture_lie_where_they_lie_on_the_large_one() -> None:
    (found,) = scaled([[word("Kim", 30, 75)]], 4 / 3)

    assert [(one.left, one.right, one.baseline) for one in found] == [(40, 100, 100)]
