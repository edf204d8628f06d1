"""Titles that are all that stands at a place on the page, whatever is read beside and before them.

Columns and cells put lines in between that a text in one piece would not have.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from focusareas.certificate_marks import CourseMarks, courses_on
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_predicates import FINITE
from focusareas.certificate_titles import FoldedText, TitleWords

# Titles are long at times, and cells narrow.
MOST_LINES_OF_TITLE: Final = 4


def titles_alone(
    page: Page, left_out: Collection[Piece], courses: Sequence[CourseMarks], words: TitleWords
) -> tuple[str, ...]:
    """The courses whose titles stand alone on their lines, but for the pieces that are left out."""
    pieces = _of_titles((piece for piece in page.pieces if piece not in left_out), words)
    columns = (_in_column(page, piece) for piece in pieces)
    return tuple(sorted({code for text in columns for code in courses_on(text, courses, words)}))


def _of_titles(pieces: Iterator[Piece], words: TitleWords) -> Iterator[Piece]:
    """Those with a title, or the first line of one, and nothing that is said of it."""
    for piece in pieces:
        folded = FoldedText(piece.text, words)
        is_begun = len(folded.words) > 1 and any(
            title.startswith(folded.text) for title in words.titles
        )
        if not (is_begun or any(map(folded.find, words.titles))):
            continue
        if not (FINITE.search(piece.text) or unknown_words(piece.text, words.around)):
            yield piece


def _in_column(page: Page, piece: Piece) -> str:
    """The piece with the lines around it in its column, of which a title may be made as well."""
    above = _lines_from(page.above, piece)
    lines = (*reversed(above), piece, *_lines_from(page.below, piece))
    return "\n".join(line.text for line in lines)


def _lines_from(nearest: Callable[[Piece], list[Piece]], piece: Piece) -> list[Piece]:
    """The next lines in one direction, as many as a title may have."""
    found: list[Piece] = []
    while len(found) < MOST_LINES_OF_TITLE and (near := nearest(found[-1] if found else piece)[:1]):
        found += near
    return found
