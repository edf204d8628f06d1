"""What is asked about a course or a paper and answered no: "Ska förnyas: Nej", "Återkallat | Nej".

Such an answer is no doubt, as it would be to what is asked about who took the course.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_patterns import AnyCase

OF_COURSE: Final = (
    r"(?:(?:kräver|krav\s+på|behöver|ska(?:ll)?|måste|bör)\s+)?"
    r"(?:obligatoriskt?|förny(?:as|else)|upprepas|repeteras|uppdateras|poänggivande|högskolepoäng|"
    r"behörighetsgivande|betygsatt|betygsgrundande|tidsbegränsa[dt]|lärarled[dt]|återkommande|"
    r"repetition\w*|kostnad|avgift|mandatory|renewal|recurring)"
)
OF_PAPER: Final = (
    r"(?:(?:har\s+|är\s+)?(?:återkalla|spärra|makulera|annullera)(?:d|t|ts)|(?:är\s+)?utgånge[nt]|"
    r"revoked|expired)"
)
NO: Final = r"(?:nej|no)\W*$"
QUESTION: Final = AnyCase(rf"\W*(?:{OF_COURSE}|{OF_PAPER})\W*$")
ANSWERED: Final = AnyCase(rf"\W*(?:{OF_COURSE}|{OF_PAPER})\W+{NO}")
ANSWER: Final = AnyCase(rf"\W*{NO}")


def without_answered(page: Page) -> Page:
    """The page without such questions that are answered no."""
    rows = tuple(filter(None, (tuple(_without_answered(row)) for row in page.rows)))
    return page if rows == page.rows else replace(page, rows=rows)


def _without_answered(row: Row) -> Iterator[Piece]:
    """The row without them; the answer may stand in a cell beside."""
    pieces = list(row)
    while pieces:
        piece = pieces.pop(0)
        if pieces and QUESTION.match(piece.text) and ANSWER.match(pieces[0].text):
            pieces.pop(0)
        elif not ANSWERED.match(piece.text):
            yield piece
