"""Lists of courses that each stand over the line that says when they were completed."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from focusareas.certificate_completions import completions
from focusareas.certificate_day_words import Kind, kind_of, label_in
from focusareas.certificate_pages import NEAR, SIGN, Page, Row
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import WRITTEN

COLON: Final = re.compile(r":")
MOST_LINES: Final = 4
FEWEST: Final = 2
LONGEST_LABEL: Final = 3
TOLD: Final = (Kind.OTHER, Kind.UNKNOWN, Kind.COMPLETED)
# Of one course there may be such a list as well, with a day for each.
OF_PART: Final = AnyCase(
    r"\b\w*(?:modul|kapit|avsnitt|moment|del|steg|prov|test|quiz|uppgift|övning|lektion|chapter|module|unit)\w*\b"
)

Stacked = tuple[Row, str, tuple[Row, ...]]


class Title(NamedTuple):
    """The number of a row that stands over a day, and what that line says before it."""

    number: int
    text: str
    label: str
    is_done: bool


def stacked(page: Page, is_ours: Callable[[str], bool]) -> list[Stacked]:
    """All pieces of each course, its title and its lines; none where there are no such courses.

    Of those that are not said to be completed only our own is one: the day is another's then.
    """
    titles = list(_titles(page))
    label = next((title.label for title in titles if title.is_done), "")
    kept = [one for one in titles if one.label == label or (not one.is_done and is_ours(one.text))]
    if len(kept) < FEWEST or any(OF_PART.search(one.text) for one in kept):
        return []
    starts = [one.number for one in kept]
    found = [page.rows[start:end] for start, end in pairwise([*starts, starts[-1] + 2])]
    if any(len(lines) > MOST_LINES for lines in found):
        return []
    return [
        (tuple(piece for row in lines for piece in row), lines[0][0].text, lines) for lines in found
    ]


def _titles(page: Page) -> Iterator[Title]:
    """The rows that each stand over a line which says what was done on a day."""
    for number, (title, row) in enumerate(pairwise(page.rows)):
        is_near = 0 < title[0].baseline - row[0].baseline <= NEAR * title[0].size
        label = _label_of_day(" ".join(piece.text for piece in row)) if is_near else ""
        if label and _is_title(title):
            is_done = kind_of(label, frozenset()) == Kind.COMPLETED
            yield Title(number, title[0].text, label, is_done)


def _is_title(row: Row) -> bool:
    """Whether it may be no more than what a course is called."""
    text = row[0].text
    is_told = any(one.search(text) for one in (WRITTEN, COLON)) or completions(text)
    return len(row) == 1 and bool(SIGN.search(text)) and not is_told


def _label_of_day(text: str) -> str:
    """The short label that stands before the only day, and is not that of the certificate."""
    days = list(WRITTEN.finditer(text))
    label = label_in(text[: days[0].start()]).strip() if len(days) == 1 else ""
    is_label = label[:1].isupper() and len(label.split()) <= LONGEST_LABEL
    return label if is_label and kind_of(label, frozenset()) in TOLD else ""
