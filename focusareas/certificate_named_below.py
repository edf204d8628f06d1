"""A holder to whom a sentence points: "har följande person medverkat:", and the name below it."""

from collections.abc import Iterator
from typing import Final

from focusareas.certificate_frames import COMPLETED, ISSUER
from focusareas.certificate_issuers import is_signed
from focusareas.certificate_others import IsIssuers, may_name_another
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import ROLE, is_capital, is_particle, name_in
from focusareas.names import fold

MOST_LINES: Final = 3
# Who signs with a title does so in smaller letters than the holder's name is written in.
SMALLER: Final = 0.9
# "Deltagare" may be one or several, of whom only the first would be taken.
POINTS_BELOW: Final = AnyCase(
    r"\b(?:(?:följande|nedanstående|undernämnda|nedan\s+(?:nämnda|angivna))\s+"
    r"(?:person|\w*deltagare|medarbetare)|the\s+(?:following|below)\s+(?:person|participant))\b"
)
# Behind the course it says who vouches for it, and that one is named below.
VOUCHES: Final = AnyCase(
    r"\b(?:intyga|bekräfta|styrk|attest|certifie|enligt|undertecknad|underteckna|säger|meddela|uppge|"
    r"rapportera|försäkra|utfärda|skriver|hälsa|vittna|confirm|certif|according|say|sign)\w*|"
    r"\b(?:av|by|från|from|för|for|genom|via|hos|med)\W*$"
)


def named_below(page: Page, is_issuers: IsIssuers) -> Iterator[str]:
    """The name on the line below a sentence that says who is named there.

    None where the one named may have signed there, or anything else may name the holder.
    """
    for piece in page.pieces:
        if not (piece.text.endswith((":", ".")) and _points_below(page, piece)):
            continue
        below = page.rows[page.rows.index(page.row_of(piece)) + 1 :]
        names = [row[0] for row in below if len(row) == 1 and _is_name(row[0].text)]
        near = page.below(piece)[:1]
        if not names or near != names[:1]:
            continue
        holder = names[0]

        def is_not_holders(page: Page, other: Piece, size: float = SMALLER * holder.size) -> bool:
            return is_issuers(page, other) or (other.size < size and _has_title(page, other))

        if not _has_title(page, holder) and not may_name_another(page, holder.text, is_not_holders):
            yield holder.text


def _points_below(page: Page, piece: Piece) -> bool:
    """Whether the sentence that ends in the piece says what somebody who is named below did."""
    text, line = piece.text, piece
    for _ in range(MOST_LINES):
        if POINTS_BELOW.search(text) and (said := COMPLETED.search(text)):
            told = text[said.end() :]
            return not (VOUCHES.search(told) or ISSUER.search(told))
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


def _has_title(page: Page, piece: Piece) -> bool:
    """Whether a title stands by the name: one of issuers, or in small letters below it."""
    below = page.below(piece)[:1]
    return is_signed(page, piece) or any(
        ROLE.match(other.text) or other.text[:1].islower() for other in below
    )
