"""A panel beside the text in which the contents of the course are listed: read apart from it.

Its lines stand between those of the text, which go on past them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from focusareas.certificate_headings import held_by
from focusareas.certificate_pages import NEAR, Piece, Row
from focusareas.certificate_patterns import AnyCase

# In heights of the text, how far the lines of a panel may be set in under its heading.
MOST_INSET: Final = 2.5
FEWEST_LINES: Final = 3
# In a table most lines have something beside them.
MOST_SHARED: Final = 0.5
COURSE: Final = (
    r"(?:(?:den\s+här\s+|denna\s+)?(?:kurs|utbildning|cirkel)(?:en|n)?|(?:the|this)\s+course)"
)
PARTS: Final = (
    r"(?:innehåll|delar|moment|delmoment|teman|ämnen|ämnesområden|kapitel|avsnitt|moduler|upplägg|mål|"
    r"lektioner|föreläsningar|program|contents?|topics|modules|chapters|outline|syllabus)"
)
HEADING: Final = AnyCase(
    rf"\W*(?:(?:kursens\s+|utbildningens\s+|course\s+)?{PARTS}(?:\s+covered)?|kurs(?:innehåll|mål|plan)|"
    rf"(?:utbildnings|läran?de)(?:innehåll|mål|plan)|{COURSE}\s+(?:har\s+)?(?:innehåll(?:er|it)|innehöll|"
    r"omfatta\w+|består\s+av|bestod\s+av|tar\s+upp|tog\s+upp|behandla\w+|ingår|gav|ger|covers|covered|"
    rf"contains|includes)|(?:i\s+{COURSE}\s+|det(?:ta|\s+här)\s+|(?:följande\s+)?(?:delar|moment)\s+(?:som\s+)?)"
    rf"(?:har\s+)?ingå(?:r|tt|ende)|(?:ur|från)\s+innehållet|om\s+{COURSE}|(?:du|deltagar\w+)\s+(?:har\s+)?lärt\s+[ds]ig|"
    r"(?:what\s+)?you(?:\s+have)?\s+learn(?:ed|t)?|learning\s+(?:outcomes|objectives|goals))\W*$"
)


def panels_apart(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; those of a panel behind the text that it stands beside."""
    for number, row in enumerate(rows):
        for heading in row:
            if HEADING.match(heading.text) and not _is_of_table(row):
                panel = [heading, *_lines_under(heading, rows[number + 1 :])]
                if _is_beside(panel, rows[number : _end(panel, rows)]):
                    end = _end_of_text(panel, rows)
                    return [*rows[:number], *_apart(panel, rows[number:end]), *rows[end:]]
    return rows


def _is_of_table(row: Row) -> bool:
    """Whether the heading is that of a column among others."""
    return len(row) > 1 and all(held_by(piece.text) for piece in row)


def _lines_under(heading: Piece, rows: Sequence[Row]) -> Iterator[Piece]:
    """What stands under the heading, line by line, up to a gap."""
    last = heading
    for row in rows:
        if last.baseline - row[0].baseline > NEAR * max(last.size, row[0].size):
            return
        for piece in row:
            if abs(piece.left - heading.left) < MOST_INSET * heading.size:
                last = piece
                yield piece


def _end(panel: Sequence[Piece], rows: Sequence[Row]) -> int:
    """The number of the row behind the last line of the panel."""
    return next(number + 1 for number, row in enumerate(rows) if panel[-1] in row)


def _end_of_text(panel: Sequence[Piece], rows: Sequence[Row]) -> int:
    """The number of the row behind the text beside the panel, which may go on past its end."""
    left, right = min(piece.left for piece in panel), max(piece.right for piece in panel)
    end = _end(panel, rows)
    while end < len(rows) and all(one.left > right or one.right < left for one in rows[end]):
        end += 1
    return end


def _is_beside(panel: Sequence[Piece], rows: Sequence[Row]) -> bool:
    """Whether all else on the rows stands on one side of it, mostly on heights of its own."""
    others = [piece for row in rows for piece in row if piece not in panel]
    if len(panel) <= FEWEST_LINES or not others:
        return False
    is_left = max(piece.right for piece in panel) < min(piece.left for piece in others)
    is_right = max(piece.right for piece in others) < min(piece.left for piece in panel)
    shared = sum(len(row) > 1 and any(piece in panel for piece in row) for row in rows)
    return (is_left or is_right) and shared <= MOST_SHARED * len(panel)


def _apart(panel: Sequence[Piece], rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without the lines of the panel, and these behind them."""
    rest = (tuple(piece for piece in row if piece not in panel) for row in rows)
    yield from filter(None, rest)
    yield from ((piece,) for piece in panel)
