"""Boxes to tick on a form: what stands behind one that is left empty is not said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase

EMPTY: Final = r"(?:☐|□|◻|▢|\[\s?\]|\(\s?\))"
TICKED: Final = r"(?:☒|☑|☓|◉|⦿|\[x\]|\((?:x|[•●✓✔])\))"
A_TICKED: Final = AnyCase(TICKED)
# Where the line begins with a box, each one belongs to what stands behind it, not before it.
BEGINS_WITH_BOX: Final = AnyCase(rf"\s*(?:{EMPTY}|{TICKED})")
LEFT_EMPTY: Final = AnyCase(rf"{EMPTY}(?:(?!{EMPTY}|{TICKED}).)*")
# Where it ends with one, each belongs to what stands before it: "Godkänt ☒ Inte godkänt ☐".
BOX_LAST: Final = AnyCase(rf".*(?:{EMPTY}|{TICKED})\s*$")
WITH_BOX_BEHIND: Final = AnyCase(rf"(?:(?!{EMPTY}|{TICKED}).)+(?:{EMPTY}|{TICKED})")
# "Kunskapstest ☒ Godkänt ☐ Inte godkänt": what is to be chosen from stands behind its label.
LABEL: Final = AnyCase(
    rf"(?!(?:(?:(?!{EMPTY}|{TICKED}).)*\W)?(?:ja|yes|närvarande|deltagit|(?:genomför|slutför|fullfölj|avsluta|klara|avklara|godkän|"
    rf"komplett)\w*)\s*(?:{EMPTY}|{TICKED}))(?:(?!{EMPTY}|{TICKED}).)+(?={EMPTY}|{TICKED})"
)
# The last of a line's boxes, of which the words may go on below: "☒ Hela kursen ☐", "Delar av den".
LAST_BOX: Final = AnyCase(rf"(?:{EMPTY}|{TICKED})(?:(?!{EMPTY}|{TICKED}).)*$")
ANY_BOX: Final = AnyCase(rf"{EMPTY}|{TICKED}")


def with_boxes_before_words(page: Page) -> Page:
    """The page with each box of a line on the line on which the words behind it stand."""
    texts = dict(_moved(page))
    if not texts:
        return page
    rows = (tuple(_with_text(piece, texts) for piece in row) for row in page.rows)
    kept = (tuple(piece for piece in row if piece.text) for row in rows)
    return replace(page, rows=tuple(filter(None, kept)))


def _moved(page: Page) -> Iterator[tuple[Piece, str]]:
    """The lines with boxes of which the words go on below, and those below, as they are meant."""
    for piece in page.pieces if ANY_BOX.search(page.text) else ():
        last = LAST_BOX.search(piece.text) if BEGINS_WITH_BOX.match(piece.text) else None
        below = _goes_on(page, piece, last.group()) if last else None
        if last and below:
            yield piece, piece.text[: last.start()].rstrip()
            yield below, f"{last.group().rstrip()} {below.text}"


def _goes_on(page: Page, piece: Piece, last: str) -> Piece | None:
    """The line below, if the words behind the last box begin or go on there."""
    for below in page.below(piece)[:1]:
        is_begun = ANY_BOX.sub("", last).strip()
        may_go_on = below.text[:1].islower() or (not is_begun and below.text[:1].isupper())
        return below if may_go_on and below.follows(piece) else None
    return None


def _with_text(piece: Piece, texts: dict[Piece, str]) -> Piece:
    text = texts.get(piece, piece.text)
    return piece if text == piece.text else replace(piece, text=text, parts=())


def without_left_empty(text: str, unless: AnyCase | None = None) -> str:
    """The text without what stands behind empty boxes, on a form on which others are ticked.

    What has words of the kind `unless` is kept: that it is not ticked says something.
    """
    if not A_TICKED.search(text):
        return text
    return "\n".join(_ticked_on(line, unless) for line in text.split("\n"))


def _ticked_on(line: str, unless: AnyCase | None) -> str:
    if BEGINS_WITH_BOX.match(line) or (LABEL.match(line) and not BOX_LAST.match(line)):
        left_empty = LEFT_EMPTY
    elif BOX_LAST.match(line) and A_TICKED.search(line):
        left_empty = WITH_BOX_BEHIND
    else:
        return line
    for match in reversed([*left_empty.finditer(line)]):
        is_kept = unless and unless.search(match.group())
        if not (is_kept or A_TICKED.search(match.group())):
            line = f"{line[: match.start()]}{line[match.end() :]}"
    return line
