"""Which texts are labels of others' names, and which names on a page are those of who issued it."""

import re
from functools import lru_cache

from focusareas.certificate_frames import (
    ANY_NAME,
    FAMILY_LABEL,
    GIVEN_LABEL,
    ISSUER,
    MENTION,
    NAME_LABEL,
    NAME_OF_OTHER,
    NAMED_BELOW,
    ON_BEHALF,
)
from focusareas.certificate_headings import Holds, held_by
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import name_in

# "Enhet: Norr", "KLAR .... : 12 april", "Samtliga övningar gjorda: 12 april"
OTHER_LABEL = re.compile(r"\w+(?:\s\w+)?[\s.…]*:\s|\w+(?:\s[a-zåäö]\w*){2,3}:\s|.*:\s*$")

# "Omsorg Fyren AB", "Fyren Bemanning AB (publ)"
COMPANY = re.compile(r".*\s(?:AB|HB|KB|Ltd|GmbH|Inc|Oy|ApS)\.?(?:\s\(publ\))?\W*$")

# "Utbildningen har letts av", and behind the title "Kursledare var Eva Ek".
OF_COURSE = AnyCase(
    r"\W*(?:\w*(?:kursen|utbildningen|dagen|cirkeln|föreläsningen|seminariet)|the\s+(?:course|training))"
    r"\s+(?:har|has|är|var|was|\w+(?:des|s|ts|ls|öll))\b"
)
WHO_LED = AnyCase(
    r"(?:\s+(?:för|på|vid|under|i|for|of)\s+\w+(?:\s+\w+)?)?"
    r"(?:\s*:|\s+(?:har\s+varit|has\s+been|var|är|was|is))\s+\w"
)

# A value is set in by so many times the height of its letters at most.
MOST_INSET = 4.0

# "Godkänd" may be what stands in a cell.
MAYBE_STATUS = (None, Holds.DAY_OR_STATUS)

# How to reach whoever stands above, or a body, and nobody else's name.
CONTACT = re.compile(
    r"\d{3}|\b(?:tel|telefon|mobil)\b|@|(?i:underteckn|ovanstående|\bmig\b)|:\s*[A-ZÅÄÖ]{2,6}\W*$"
)


@lru_cache(maxsize=2000)
def is_any_label(text: str) -> bool:
    """Whether the text says what stands beside or below it, or who signs, or names a company."""
    patterns = (OTHER_LABEL, NAME_LABEL, GIVEN_LABEL, FAMILY_LABEL, MENTION, ON_BEHALF)
    is_label = any(pattern.match(text) for pattern in patterns) or held_by(text) not in MAYBE_STATUS
    return is_label or bool(ISSUER.search(text) or COMPANY.match(text))


def asks_for_more_names(page: Page) -> bool:
    """Whether a field such as "Mellannamn" says that the name is longer than others tell."""
    return any(map(_is_of_more_names, (piece.text for piece in page.pieces)))


@lru_cache(maxsize=2000)
def _is_of_more_names(text: str) -> bool:
    label = ANY_NAME.match(text)
    known = (NAME_LABEL, GIVEN_LABEL, FAMILY_LABEL)
    if not label or (label.group()[-1].isalpha() and any(one.match(text) for one in known)):
        return False
    return not NAME_OF_OTHER.search(label.group())


def is_signed(page: Page, piece: Piece) -> bool:
    """Whether what stands beside or under a name is the title of somebody who issues."""
    below = [other for other in page.below(piece) if not tells_who_led(other.text)]
    is_titled = any(ISSUER.search(other.text) for other in (*page.beside(piece), *below))
    return is_titled or any(ON_BEHALF.match(other.text) for other in below)


def tells_who_led(text: str) -> bool:
    """Whether it says who led the course, so that it is no title of the name above it."""
    title = ISSUER.search(text)
    if CONTACT.search(text):
        return False
    return bool(title and (OF_COURSE.match(text) or WHO_LED.match(text[title.end() :])))


def is_under_issuer(page: Page, piece: Piece) -> bool:
    """Whether the text above says that the name below it is the issuer's."""
    above = page.above(piece)
    for other in (*above, *(further for near in above for further in page.above(near))):
        cue = ISSUER.search(other.text) or ON_BEHALF.match(other.text)
        if cue and NAMED_BELOW.search(other.text):
            return False
        if cue:
            return not name_in(other.text[cue.end() :].lstrip(" :,"))
    return False


def is_under_label(page: Page, piece: Piece) -> bool:
    """Whether it is set in below a text of its own size, as a value is below its label."""
    for label, *others in page.rows_above(piece)[:1]:
        inset = piece.left - label.left
        is_centred = abs(label.left + label.right - piece.left - piece.right) < piece.size / 2
        return (
            not others
            and piece.size < inset < MOST_INSET * piece.size
            and piece.follows(label)
            and not is_centred
        )
    return False
