"""Who a page speaks to: "Hej Kim Berg!", "Till Kim Berg", who is logged in where it says "du"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from focusareas.certificate_frames import COMPLETED, DID, GREETING, YOU_DID
from focusareas.certificate_issuers import is_any_label
from focusareas.certificate_others import IsIssuers, may_name_another, user_in
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_remark_words import NEVER_KNOWN
from focusareas.certificate_sentences import SENTENCE_END
from focusareas.certificate_words import UNREADABLE, is_name, name_in

# "Hej!" is no name on a line of its own.
HAIL: Final = re.compile(r"(?:hej(?:san)?|hallå|hello|hi|grattis|tack)\W*", re.IGNORECASE)
LETTER_TO: Final = re.compile(r"(?:Till|To|TILL|TO)\s+(?=[^\W\d_a-zåäö])")
# "621 81 Visby"
POSTAL: Final = re.compile(r"(?:SE?-)?\d{3}\s?\d\d\s+[^\W\d_a-zåäö]\w+")
# Over what the one who is logged in has done; "per medarbetare" would be of others.
OWN_RECORD: Final = re.compile(
    r"(?:[^|·›»/–-]{2,40}\s[|·›»/–-]\s)?\W*(?:"
    r"(?:(?:mina|dina|my|your)\s+)?(?:genomförda|avslutade|slutförda|avklarade|completed)\s+"
    r"(?:kurser|utbildningar|courses|training)(?:\s*\(\d{1,3}\))?|"
    r"(?:min|mitt|mina|my)\s+(?:egna?\s+)?(?:(?:kurs|utbildnings?|studie|kompetens|lär)?(?:intyg|bevis|meriter|"
    r"resultat|historik)|lärande|kompetens(?:er|kort)?|meritlista|"
    r"(?:(?:training|learning|course)\s+)?(?:learning|certificates|transcripts?|history|records?)))\W*",
    re.IGNORECASE,
)
LINES_OF_ADDRESS: Final = 3
# "att du den 12 april slutförde", "tack för att du har gått"
YOU: Final = re.compile(r"\b(?:du|you)\b", re.IGNORECASE)
YOU_BEFORE: Final = re.compile(r"\b(?:du|you)\b(?:\s+[^\s.!?]+){0,5}\s*$", re.IGNORECASE)


def addressed(page: Page) -> Iterator[str]:
    """Who a letter is to: the one greeted, and where it says what "du" did, who it is sent to."""
    for line in page.lines:
        if (greeting := GREETING.match(line)) and (name := name_in(line[greeting.end() :])):
            yield name
    yield from _sent_to(page)


def _sent_to(page: Page) -> Iterator[str]:
    """The whole names behind "Till" or over a postal address, above what is said to "du"."""
    two_lines = enumerate(pairwise((*page.lines, "")), 1)
    said = next((number for number, two in two_lines if _says_you_did(two)), 0)
    for piece in (piece for row in page.rows[:said] for piece in row):
        to = LETTER_TO.match(piece.text)
        name = piece.text[to.end() :] if to else piece.text
        if not is_name(name) or " " not in name:
            continue
        if to or _is_over_address(page, piece) or _is_greeted(page, piece):
            yield name


def _is_greeted(page: Page, piece: Piece) -> bool:
    """Whether the letter below begins "Hej Kim," where the piece is the whole name."""
    greetings = (GREETING.match(line) for line in page.lines_after(piece))
    greeted = (name_in(one.string[one.end() :]) for one in greetings if one)
    is_value = any(is_any_label(other.text) for other in page.before(piece)[-1:])
    return not is_value and any(
        name and set(name.split()) < {*piece.text.split()} for name in greeted
    )


def _says_you_did(lines: tuple[str, str]) -> bool:
    """Whether it is said there that the one spoken to completed something."""
    text = " ".join(lines)
    verbs = (COMPLETED, DID) if YOU.search(text) else ()
    found = (one for verb in verbs for one in verb.finditer(text))
    return any(YOU_BEFORE.search(text[: one.start()]) for one in found)


def _is_over_address(page: Page, piece: Piece) -> bool:
    """Whether a postal address stands under the piece, and no other name between."""
    lines = [piece]
    while len(lines) <= LINES_OF_ADDRESS and (below := page.below(lines[-1])):
        if not below[0].follows(lines[-1]):
            return False
        if POSTAL.match(below[0].text):
            return True
        lines.append(below[0])
    return False


def logged_in(page: Page, is_issuers: IsIssuers) -> Iterator[str]:
    """Who is logged in where the page says "Du har klarat kursen", or lists one's own courses."""
    sentences = (sentence for line in page.lines for sentence in SENTENCE_END.split(line))
    speaks = any(YOU_DID.match(one) and not NEVER_KNOWN.search(one) for one in sentences)
    if not speaks and not any(map(OWN_RECORD.fullmatch, page.lines)):
        return
    for piece in page.pieces:
        if (name := name_in(user_in(piece.text))) and " " in name:
            yield UNREADABLE if may_name_another(page, name, is_issuers) else name
