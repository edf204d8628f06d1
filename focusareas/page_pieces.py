"""Where on a page the name, the day and what is doubted stand: pieces of it to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from focusareas.certificate_pages import Page, Row
from focusareas.certificate_written_days import says_day
from focusareas.names import fold

# In heights of the text: how much is shown around what was read.
OVER, UNDER, BESIDE = 2.2, 1.5, 2.0
SHORTEST_WORD = 2
# A piece higher than this part of the page shows nothing better than the whole page.
HIGHEST = 0.45
# One that is narrower than this part of the page shows too little of what is around.
NARROWEST = 0.6


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page in the page's own measure, in which up is more."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether all of the other's height is within it."""
        return self.bottom <= other.bottom and other.top <= self.top


def piece_of(page: Page, name: str, day: date | None, *, sheet: Box) -> Box | None:
    """The part with the name and, if it is near, the day; None when neither can be pointed at."""
    rows = [row for row in page.rows if row[0].angle == 0]
    named = _with_name(rows, name)
    dated = [row for row in rows if day and says_day(_text(row), day)][:1]
    for chosen in ([*named, *dated], named, dated):
        box = _around(chosen, sheet)
        if box and box.height <= HIGHEST * sheet.height:
            return box
    return None


def strip_of(row: Row, *, sheet: Box) -> Box | None:
    """The part of the page around one row; None if it stands on its side."""
    return _around([row], sheet) if row[0].angle == 0 else None


def _with_name(rows: list[Row], name: str) -> list[Row]:
    """The first row with the whole name, else those where words of it stand."""
    whole = fold(name)
    if not whole:
        return []
    if found := [row for row in rows if whole in fold(_text(row))]:
        return found[:1]
    words = {folded for word in name.split() if len(folded := fold(word)) >= SHORTEST_WORD}
    return [row for row in rows if words & set(map(fold, _text(row).split()))][:2]


def _around(rows: Iterable[Row], sheet: Box) -> Box | None:
    pieces = [piece for row in rows for piece in row]
    if not pieces:
        return None
    left = min(piece.left - BESIDE * piece.size for piece in pieces)
    right = max(piece.right + BESIDE * piece.size for piece in pieces)
    right = min(max(right, left + NARROWEST * sheet.width), sheet.right)
    return Box(
        left=max(min(left, right - NARROWEST * sheet.width), sheet.left),
        bottom=max(min(piece.baseline - UNDER * piece.size for piece in pieces), sheet.bottom),
        right=right,
        top=min(max(piece.baseline + OVER * piece.size for piece in pieces), sheet.top),
    )


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row)
