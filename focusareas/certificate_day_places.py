"""Days by where they stand: those of letters, of printers, of signatures and of events."""

import re
from collections.abc import Sequence
from typing import Final

from focusareas.certificate_day_sentences import is_told_today
from focusareas.certificate_day_words import Kind, told_kind
from focusareas.certificate_headings import Holds, held_by
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_papers import begins
from focusareas.certificate_written_days import TIME_OF_DAY, WRITTEN

LETTERHEAD_LINES: Final = 2
LINES_OF_HEAD: Final = 5
NEAR_LINES: Final = 2
# What stands beside the day of a letter or mail.
LETTER: Final = re.compile(
    r"\b(?:dnr|diarie\w*|ärendenummer|beteckning|(?:er|vår)\s+referens|ert\s+datum)\b"
    # Not what sends to another page: "Se innehåll på nästa sida."
    r"|(?:^|[\s(])(?:sida|page)(?=\W*(?:\d|$))(?<!på sida)(?<!av sida)"
    r"(?<!nästa sida)(?<!andra sida)(?<!next page)"
    r"|^\W*(?:från|till|ämne|skickat|from|to|sent|subject)\s*:",
    re.IGNORECASE,
)
# The label over the value in a column of its own: "Diarienummer", "Vår beteckning".
LETTER_LABEL: Final = re.compile(
    r"\W*(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)|(?:(?:er|vår)\s+)?(?:referens|beteckning)|"
    r"(?:our|your)\s+ref(?:erence)?|ert\s+datum)\W*",
    re.IGNORECASE,
)
TO_WRITE_ON: Final = re.compile(r"[\s._…–—-]{3,}")
SIGNED: Final = re.compile(r"underteckn|underskriv|signera|\bsigned\b", re.IGNORECASE)
# "Datum: 2023-04-14 Underskrift: ______"
SIGNATURE: Final = re.compile(
    r"(?:^|\d)\W*(?:\w+\s)?(?:\w*underskrift|namnteckning|signatur|signature)\b", re.IGNORECASE
)
DATED: Final = re.compile(r"\W*(?:datum|date)\W*", re.IGNORECASE)
# "12 april 2023 · Folkets hus, Visby"
PLACE_BEHIND: Final = re.compile(r"\s*[·•|,–-]\s*[A-ZÅÄÖ]")
# "2023-04-12 14:20 – Kursen slutförd": the time of day, and what parts it from the rest.
BEHIND_DAY: Final = re.compile(r"^(?:,?\s+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}\b)?[\s:,·•|–—-]*")
FEWEST_TIMES: Final = 3


def is_printers(page: Page, piece: Piece, behind: str, own: frozenset[str]) -> bool:
    """Whether the time of day follows, and what stands over the day is not of the course."""
    above = " ".join(other.text for other in page.above(piece))
    is_of_course = above and not unknown_words(above, own)
    is_time = TIME_OF_DAY.match(behind) and not (behind[0] == "\n" and _is_over_times(page, piece))
    return bool(is_time) and not is_of_course


def begins_with_time(piece: Piece) -> bool:
    """Whether an hour stands there: "09.00", "09.00 Kaffe"."""
    return bool(TIME_OF_DAY.match(f" {piece.text}"))


def _is_over_times(page: Page, piece: Piece) -> bool:
    """Whether the hours of a programme stand under it, one under the other."""
    hours = page.below(piece)[:1]
    return all(map(begins_with_time, (*hours, *(page.below(hours[0])[:1] if hours else ()))))


def _is_of_programme(page: Page, behind: str) -> bool:
    """Whether a place stands behind the day, on a page that tells what happened at what hour."""
    times = sum(map(begins_with_time, page.pieces))
    return bool(PLACE_BEHIND.match(behind)) and times >= FEWEST_TIMES


def begins_with_day(piece: Piece) -> bool:
    """Whether a day stands first: "2023-04-12", "12 april 2023 – Kursen slutförd"."""
    return bool(WRITTEN.match(piece.text))


def event_beside(page: Page, piece: Piece) -> str:
    """What happened that day, in a list of days: "2023-03-23 Påbörjad", "2023-04-12 Slutförd"."""
    rows = (*page.rows_above(piece)[:1], *page.rows_below(piece)[:1])
    event = _event(page.row_of(piece))
    return event if any(map(_event, rows)) else ""


def _event(row: Row) -> str:
    """What the row says was done, if a day stands first on it and nothing stands further on."""
    match = WRITTEN.match(row[0].text)
    if not match or len(row) > len(("day", "event")):
        return ""
    behind = BEHIND_DAY.sub("", row[0].text[match.end() :], count=1)
    said = [text for text in (behind, *(other.text for other in row[1:])) if text]
    return said[0] if len(said) == 1 and told_kind(said[0], frozenset()) is not None else ""


def is_letters(page: Page, piece: Piece, behind: str) -> bool:
    """Whether it is the day of the letter, on top, and nothing tells that it is the course's."""
    is_of_course = is_told_today(page) or _is_of_programme(page, behind)
    return _is_letterhead(page, piece) and not is_of_course


def _is_letterhead(page: Page, piece: Piece, most_lines: int = LETTERHEAD_LINES) -> bool:
    """Whether it stands on top, above the heading, where letters have the day they were written."""
    below = page.lines_after(piece)
    on_top = page.lines[: len(page.lines) - len(below)]
    return len(on_top) <= most_lines and begins(below) and not begins(on_top)


def kind_of_paper(page: Page, piece: Piece, words: str) -> Kind:
    """What a day labelled "Datum" is that of: a letter, or the signature above it.

    `words` stand before it; they are the label, or the label is the heading over it.
    """
    if _is_under_letters_headings(page, piece):
        return Kind.OTHER
    if not DATED.fullmatch(words):
        return Kind.LABELLED
    number = len(page.lines) - len(page.lines_after(piece)) - 1
    near = page.lines[max(number - NEAR_LINES, 0) : number + NEAR_LINES + 1]
    if number < LINES_OF_HEAD and any(map(LETTER.search, near)):
        return Kind.OTHER
    beside = (other for other in (piece, *page.beside(piece)) if SIGNATURE.search(other.text))
    is_signed = any(SIGNED.search(other.text) for other in page.above(piece)) or any(beside)
    is_stacked = any(LETTER_LABEL.fullmatch(other.text) for other in page.below(piece))
    is_issued = is_signed or is_stacked or _is_letterhead(page, piece, LINES_OF_HEAD)
    return Kind.ISSUED if is_issued else Kind.LABELLED


def _is_under_letters_headings(page: Page, piece: Piece) -> bool:
    """Whether it stands in the table that letters begin with: "Vår referens | Ärende | Datum"."""
    headings = [other for over in page.above(piece)[:1] for other in page.row_of(over)]
    is_of_course = any(held_by(other.text) in (Holds.NAME, Holds.COURSE) for other in headings)
    return not is_of_course and any(LETTER_LABEL.fullmatch(other.text) for other in headings)


def is_stamp(page: Page, piece: Piece, names: Sequence[str]) -> bool:
    """Whether it is no label but how it went, in capitals: "GENOMFÖRD" over "Utfärdat till".

    It stands over the label of the holder, of whom `names` are known, or has a place of its own.
    Where other labels are in capitals too, or a line to write on is near, it is a label.
    """
    text = piece.text
    if not (text.isupper() and text[-1].isalpha()) or text.endswith(" DEN"):
        return False
    others = [other for other in page.pieces if other is not piece]
    labels = [other for other in others if held_by(other.text)]
    of_holder = [label for label in labels if any(o.text in names for o in page.below(label)[:1])]
    near = page.above(piece), page.below(piece)
    is_over_holder = any(label in near[1][:1] for label in of_holder)
    if page.row_of(piece) != (piece,) or not (is_over_holder or (of_holder and not any(near))):
        return False
    is_blank = any(TO_WRITE_ON.fullmatch(o.text) and _is_near(piece, o) for o in others)
    return not is_blank and not any(label.text.isupper() for label in labels)


def _is_near(piece: Piece, other: Piece) -> bool:
    """Whether it stands on the same line or on the next ones below."""
    return -piece.size < piece.baseline - other.baseline < LINES_OF_HEAD * piece.size
