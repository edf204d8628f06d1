"""A holder to whom a sentence points: "har följande person medverkat:", and the name below it."""

from collections.abc import Iterator
from typing import Final

from focusareas.certificate_frames import COMPLETED
from focusareas.certificate_issuers import is_signed, is_under_issuer
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import is_capital, is_particle, name_in
from focusareas.names import fold

MOST_LINES: Final = 3
# Who signs does so in smaller letters than those that the holder's name is written in.
SMALLER: Final = 0.9
# "Deltagare" may be one or several, of whom only the first would be taken.
POINTS_BELOW: Final = AnyCase(
    r"\b(?:(?:följande|nedanstående|undernämnda|nedan\s+(?:nämnda|angivna))\s+"
    r"(?:person|\w*deltagare|medarbetare)|the\s+(?:following|below)\s+(?:person|participant))\b"
)


def named_below(page: Page) -> Iterator[str]:
    """The name on the line below a sentence that says who is named there.

    None where another name of the same size stands further down, which nobody has signed with.
    """
    for piece in page.pieces:
        if not (piece.text.endswith((":", ".")) and _points_below(page, piece)):
            continue
        below = page.rows[page.rows.index(page.row_of(piece)) + 1 :]
        names = [row[0] for row in below if len(row) == 1 and _is_name(row[0].text)]
        near = page.below(piece)[:1]
        if not names or near != names[:1]:
            continue
        if not any(_may_be_holder(page, names[0], other) for other in names[1:]):
            yield names[0].text


def _points_below(page: Page, piece: Piece) -> bool:
    """Whether the sentence that ends in the piece says what somebody who is named below did."""
    text, line = piece.text, piece
    for _ in range(MOST_LINES):
        if POINTS_BELOW.search(text) and COMPLETED.search(text):
            return True
        above = page.above(line)[:1]
        if not above or not line.follows(above[0]):
            break
        line = above[0]
        text = f"{line.text} {text}"
    return False


def _is_name(text: str) -> bool:
    """Whether it is a given and a family name, and nothing else."""
    name = name_in(text)
    words = [word for word in text.split() if word != "den" and not is_particle(word)]
    is_whole = name and fold(name) == fold(text) and len(words) > 1
    return bool(is_whole) and all(map(is_capital, words))


def _may_be_holder(page: Page, holder: Piece, other: Piece) -> bool:
    is_issuers = is_signed(page, other) or is_under_issuer(page, other)
    return not is_issuers and other.size > SMALLER * holder.size
