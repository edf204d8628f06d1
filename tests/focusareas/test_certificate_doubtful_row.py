"""Which row of a certificate is the one that speaks against it."""

import pytest

from focusareas import uploads
from focusareas.certificate_letters import read_page
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import MOST_ROWS_TRIED, doubtful_row
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld", "webbkursomvald.se"))]
CERTIFICATE = ("Intyg", "Kim Berg", "har genomfört Webbkurs om våld", "den 12 april 2023")


def doubted(*lines: str) -> str | None:
    with uploads.open_pdf(draw(column(*CERTIFICATE, *lines))) as document:
        row = doubtful_row(read_page(document, 1), MARKS)
    return row and " ".join(piece.text for piece in row)


@pytest.mark.parametrize(
    "line",
    [
        "Kursen är inte avslutad.",
        "Status: Pågående",
        "Intyget är återkallat.",
        "Resultat: Underkänd",
    ],
)
def test_line_that_takes_it_back_is_found(line: str) -> None:
    assert doubted("Nationellt centrum för kvinnofrid", line, "Uppsala universitet") == line


def test_first_of_several_is_found() -> None:
    assert doubted("Status: Pågående", "Intyget är återkallat.") == "Status: Pågående"


def test_nothing_is_found_where_nothing_is_doubted() -> None:
    assert doubted("Nationellt centrum för kvinnofrid") is None


def test_page_with_too_many_rows_to_try_has_none() -> None:
    many = [f"{number} Avsnitt" for number in range(MOST_ROWS_TRIED)]

    assert doubted("Intyget är återkallat.") is not None
    assert doubted("Intyget är återkallat.", *many) is None
