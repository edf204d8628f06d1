"""Empty boxes for those who did not complete a course: where it is told that one did, no doubt.

"☐ Kursen avbröts" beside "☒ Kursen är genomförd", or below "Kim Berg har genomfört", denies only
what it says.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from focusareas.certificate_boxes import A_TICKED, ANY_BOX, EMPTY, without_left_empty
from focusareas.certificate_handling import says_who_did
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_patterns import AnyCase

SHARE: Final = r"\d{1,3}\s?(?:%|procent\b|percent\b)"
COURSE: Final = r"(?:kurs|utbildning)(?:en)?"
# Of whom or what a box is: "Kursen", "Deltagaren har".
OF_WHAT: Final = (
    rf"(?:(?:{COURSE}|provet|testet|(?:kurs)?deltagaren|resultat|närvaro|attendance|the\s+course)"
    r"[\s:]+(?:(?:har|är|blev|was|is)\s+)?)?"
)
DID: Final = (
    r"(?:godkän(?:d|t|ts)|(?:genomför|slutför|fullfölj)(?:d|t|ts)|genomgå(?:tt|ngen)|"
    r"(?:avsluta|avklara|klara)(?:d|t|ts)|klart?|deltagit|närvarande|närvarat|passed|completed|attended)"
)
NOT_DONE: Final = (
    r"(?:avbr(?:öts?|utits?|uten|utet|utna|ott)|underkän(?:d|t|ts)|"
    rf"(?:ej|inte|icke|not)\s+(?:(?:helt|fully)\s+)?{DID}|"
    r"uteblev|uteblivit|frånvarande|failed|absent|incomplete|"
    rf"(?:under|mindre\s+än|lägre\s+än|less\s+than|below)\s+{SHARE}(?:\s+närvaro\b)?)"
    rf"(?:\s+(?:{COURSE}|provet|i\s+förtid|the\s+course))?"
)
DENIES: Final = rf"[ \t]*{OF_WHAT}{NOT_DONE}[ \t.,;]*"
LEFT_EMPTY: Final = AnyCase(rf"{EMPTY}{DENIES}(?=$|{EMPTY})|^{DENIES}{EMPTY}\s*$")
IS_DONE: Final = AnyCase(rf"\b{DID}(?!\w)")
IS_DENIED: Final = AnyCase(r"\b(?:ej|inte|icke|not|nej|no|under|delvis|delar|halva|utom|men)\b")


def without_denials(page: Page) -> Page:
    """The page without empty boxes for who did not complete it, if it tells that one did."""
    if not ANY_BOX.search(page.text):
        return page
    rows = tuple(filter(None, (tuple(_without_denials(row)) for row in page.rows)))
    rest = replace(page, rows=rows)
    if rows == page.rows or not (any(map(_is_ticked_done, page.lines)) or _is_told(rest)):
        return page
    return rest


def _is_told(page: Page) -> bool:
    """Whether a sentence says that somebody completed it, and no box is left to be ticked."""
    return not any(map(ANY_BOX.search, page.lines)) and says_who_did(page.lines)


def _is_ticked_done(line: str) -> bool:
    """Whether the line has a ticked box that says so."""
    if not A_TICKED.search(line):
        return False
    ticked = without_left_empty(line)
    return bool(IS_DONE.search(ticked)) and not IS_DENIED.search(ticked)


def _without_denials(row: Row) -> Iterator[Piece]:
    """The row without them; beside a ticked box both are read together."""
    is_beside_ticked = any(A_TICKED.search(piece.text) for piece in row)
    for piece in row:
        rest = piece.text if is_beside_ticked else LEFT_EMPTY.sub("", piece.text).strip()
        if rest:
            yield piece if rest == piece.text else replace(piece, text=rest, parts=())
