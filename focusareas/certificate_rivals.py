"""Another title where that of the paper stands, and ours only further down: a mention."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from focusareas.certificate_completions import completions
from focusareas.certificate_issuers import is_any_label
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_pages import Page, Row
from focusareas.certificate_patterns import AnyCase, places_of
from focusareas.certificate_titles import FoldedText, TitleWords
from focusareas.certificate_words import UNIT, is_capital, is_common, is_name
from focusareas.certificate_written_days import WRITTEN

PAPER: Final = AnyCase(
    r"\W*(?P<paper>\w*(?:intyg|bevis|diplom|certifikat)(?:et)?|diploma|certificate(?:\s+of\s+\w+)?)\b\W*"
)
# "Diplom i motiverande samtal", "Diplom – Barnahus grundkurs"
JOINED: Final = re.compile(r"\s*(?:[–—:-]|i\b)\s*")
# Who gives it, and where it is found.
GIVER: Final = AnyCase(
    r".*(?:\b(?:region|länsstyrelse|kommun|universitet|högskola|myndighet|förvaltning|förbund|centrum|"
    r"akademi|academy|institut|stiftelse|förening|portal|plattform|forum|studie\w*|utbildningar|ab)\w*\b|"
    r"(?:styrelsen|myndigheten|skolan|centrum|portalen|förbundet|förvaltningen|kansliet|gruppen)\b)|.*[@:/]|.*\.\w{2,3}\b"
)
DIGIT: Final = re.compile(r"\d")


def has_rival(page: Page, names: Sequence[str], words: TitleWords) -> bool:
    """Whether another title heads the page, and ours stands but below the name and the day.

    `words` are those of our courses.
    """
    if not any(_is_heading(page, row, words) for row in page.rows[: _end_of_head(page, names)]):
        return False
    above = [*takewhile(lambda line: not _has_title(line, words), page.lines)]
    is_below_name = any(any(places_of(name, line)) for name in names for line in above)
    return is_below_name and any(map(WRITTEN.search, above)) and len(above) < len(page.lines)


def _has_title(line: str, words: TitleWords) -> bool:
    return any(map(FoldedText(line, words).find, words.titles))


def _end_of_head(page: Page, names: Sequence[str]) -> int:
    """The first row that names the holder."""
    named = (
        n for n, line in enumerate(page.lines) if any(any(places_of(one, line)) for one in names)
    )
    return next(named, 0)


def _is_heading(page: Page, row: Row, words: TitleWords) -> bool:
    """Whether it stands beside what the paper is called, and may be the title of a course."""
    (piece, *others), number = row, page.rows.index(row)
    if others:
        return False
    paper = PAPER.match(piece.text)
    if _has_title(piece.text, words):
        return False
    near = (*page.rows[max(number - 1, 0) : number], *page.rows[number + 1 : number + 2])
    if paper and (joined := JOINED.match(piece.text, paper.end("paper"))):
        return is_title(piece.text[joined.end() :], words.around)
    is_near = any(_is_paper(other) for other in near)
    return is_near and not paper and is_title(piece.text, words.around)


def _is_paper(row: Row) -> bool:
    paper = PAPER.match(row[0].text)
    return bool(paper and paper.end() == len(row[0].text) and len(row) == 1)


def is_title(text: str, own: frozenset[str]) -> bool:
    """Whether it is a few words, of which one is not known on certificates."""
    if GIVER.match(text) or UNIT.search(text) or DIGIT.search(text) or is_any_label(text):
        return False
    is_of_person = " " in text and is_name(text) and all(map(is_capital, text.split()))
    if is_of_person or completions(text):
        return False
    return any(not is_common(word) for word in unknown_words(text, own))
