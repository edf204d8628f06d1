"""Tables in which a column answers whether it was done, with the day in the next."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]


def read_row(question: str, answer: str, gap: float, day: str = "Datum") -> Reading:
    """What is read of one row of a list, with columns so far from each other."""
    headings = ("Nr", "Deltagare", question, day)
    cells = ("1", "Berg, Kim", answer, "2023-04-12")
    widths = (20, 60, 6 * len(question) + 4, 0)
    starts = [72 + sum(widths[:n]) + gap * n for n in range(len(widths))]
    drawn = [
        Text(start, 500 - 20 * number, cell)
        for number, row in enumerate((headings, cells))
        for start, cell in zip(starts, row, strict=True)
    ]
    page = [*column("Kursintyg", "Kurs: Webbkurs om våld"), *drawn]
    (found,) = read(draw(page), COURSES)
    return found


@pytest.mark.parametrize("gap", [10, 40, 60])
@pytest.mark.parametrize(
    ("question", "answer"),
    [("Genomförd", "Ja"), ("Godkänd", "Ja"), ("Slutförd", "X"), ("Fullföljd", "ja")],
)
def test_answer_is_no_name_and_its_day_is_when_it_was_done(
    question: str, answer: str, gap: float
) -> None:
    found = read_row(question, answer, gap)

    assert found.names == ("Berg, Kim",)
    assert found.completed_on == date(2023, 4, 12)
    assert not found.says_not_completed


@pytest.mark.parametrize("gap", [10, 40, 60])
@pytest.mark.parametrize(
    ("question", "answer"),
    [("Genomförd", "Nej"), ("Godkänd", "Nej"), ("Slutförd", "Ej"), ("Genomförd", "Delvis")],
)
def test_answer_that_it_was_not_done_is_doubtful(question: str, answer: str, gap: float) -> None:
    assert read_row(question, answer, gap).says_not_completed


@pytest.mark.parametrize(
    ("question", "answer", "day"),
    [
        ("Genomförd", "Sjuk", "Datum"),
        ("Anmäld", "Ja", "Datum"),
        ("Genomförd", "Ja", "Utskrivet"),
        ("Startad", "Ja", "Datum"),
    ],
)
def test_day_beside_another_answer_is_not_when_it_was_done(
    question: str, answer: str, day: str
) -> None:
    assert read_row(question, answer, 40, day).completed_on is None


ROWS = [
    ("1", "Berg, Kim", "Ja", "2023-04-12"),
    ("2", "Ek, Bo", "Ja", "2023-04-12"),
]


def read_list(*lines: str, rows: int = 1) -> Reading:
    """What is read of a list with so many people in it, with these lines below."""
    headings = ("Nr", "Deltagare", "Genomförd", "Datum")
    drawn = [
        Text(72 + 110 * n, 600 - 20 * number, cell)
        for number, row in enumerate((headings, *ROWS[:rows]))
        for n, cell in enumerate(row)
    ]
    page = [*column("Kurslista", "Kurs: Webbkurs om våld"), *drawn, *column(*lines, top=450)]
    return read(draw(page), COURSES)[0]


@pytest.mark.parametrize("verb", ["intygas", "bekräftas", "attesteras"])
def test_list_that_is_attested_is_a_certificate_of_the_one_in_it(verb: str) -> None:
    attested = f"Listan {verb} av kursledaren: Eva Lund"

    assert read_list(attested).is_complete
    assert read_list(attested).names == ("Berg, Kim",)
    assert not read_list(attested, rows=2).is_complete
    assert not read_list(attested.replace("Listan", "Anmälan")).is_complete
    assert not read_list().is_complete
