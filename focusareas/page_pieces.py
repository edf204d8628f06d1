"""Where on a page the name and the day stand as they were read: a strip to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from focusareas.certificate_days import says_day
from focusareas.certificate_pages import Page, Row
from focusareas.names import fold

# In heights of the text: how much is shown over and under what was read.
MARGIN = 3.0
SHORTEST_WORD = 2
# In heights of the page: a strip higher than this shows nothing better than the whole page.
LONGEST_STRIP = 0.45


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of the page from edge to edge, in the page's own measure."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.top - self.bottom


def strip_of(page: Page, name: str, day: date | None, *, page_height: float) -> Strip | None:
    """The strip with the name and, if it is near, the day; None when neither can be pointed at."""
    rows = [row for row in page.rows if row[0].angle == 0]
    named = _with_name(rows, name)
    dated = [row for row in rows if day and says_day(_text(row), day)]
    longest = LONGEST_STRIP * page_height
    for chosen in ([*named, *dated[:1]], named, dated[:1]):
        strip = _around(chosen)
        if strip and strip.height <= longest:
            return strip
    return None


def _with_name(rows: list[Row], name: str) -> list[Row]:
    """The first row with the whole name, else those where words of it stand near each other."""
    whole = fold(name)
    if not whole:
        return []
    if found := [row for row in rows if whole in fold(_text(row))]:
        return found[:1]
    words = {folded for word in name.split() if len(folded := fold(word)) >= SHORTEST_WORD}
    return [row for row in rows if words & set(map(fold, _text(row).split()))][:2]


def _around(rows: Iterable[Row]) -> Strip | None:
    pieces = [piece for row in rows for piece in row]
    if not pieces:
        return None
    margin = MARGIN * max(piece.size for piece in pieces)
    lines = [piece.baseline for piece in pieces]
    return Strip(max(lines) + margin, min(lines) - margin)


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row)
