"""Who did what in a sentence that is set in a column beside something else."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from focusareas.certificate_frames import COMPLETED, DID
from focusareas.certificate_name_lines import ends_like_name
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_sentences import is_in_list
from focusareas.certificate_words import is_capital, is_name

# A name, where its owner works, and what stands over them.
MOST_LINES: Final = 4
# No name goes on behind it.
DIVIDER: Final = "|"
# Letters so much smaller are of a list beside what is told.
MUCH_SMALLER: Final = 0.85


def lines_of_sentences(page: Page) -> tuple[str, ...]:
    """The lines; before one that begins "har genomfört" those over it in its own column."""
    lines: list[str] = []
    moved = dict(_columns(page))
    apart = {piece for column in moved.values() for piece in column}
    of_lists = {*_in_lists_beside(page)}
    for row in page.rows:
        kept = (piece for piece in row if piece not in apart and piece not in of_lists)
        rest = [piece.text for piece in kept if piece not in moved]
        lines += [" ".join(rest)] if rest else []
        for piece in row:
            if piece in moved:
                begins = not _may_go_on_above(page, moved[piece][0])
                lines += [DIVIDER] * begins + [one.text for one in (*moved[piece], piece)]
    return tuple(lines)


def _may_go_on_above(page: Page, top: Piece) -> bool:
    """Whether a name may have begun over the first line of the column."""
    return any(top.follows(one) and ends_like_name(one.text) for one in page.above(top))


def _in_lists_beside(page: Page) -> Iterator[Piece]:
    """What stands in a list to the right of other text: "3. Barn" over or under "2. Stöd"."""
    items = [piece for piece in page.pieces if is_in_list(piece.text)]
    lefts = Counter(round(piece.left) for piece in items)
    for piece in items:
        if page.before(piece) and lefts[round(piece.left)] > 1:
            yield piece


def _columns(page: Page) -> Iterator[tuple[Piece, list[Piece]]]:
    """Each predicate that stands beside other text, with the lines over it from the top."""
    for piece in page.pieces:
        if COMPLETED.match(piece.text) or DID.match(piece.text):
            column = [*_over(page, piece)]
            if column and _is_beside(page, piece, column[0]):
                yield piece, column[::-1]


def _over(page: Page, piece: Piece) -> Iterator[Piece]:
    """The lines over the piece that begin where it does, the nearest first."""
    lower = piece
    for _ in range(MOST_LINES):
        upper = next(iter(page.above(lower)), None)
        if not upper or abs(upper.left - piece.left) > piece.size / 2:
            return
        yield upper
        lower = upper


def _is_beside(page: Page, piece: Piece, over: Piece) -> bool:
    """Whether other text than names stands beside the two or between them."""
    before = page.before(piece)[-1:]
    row = page.row_of(over)
    between = page.rows[page.rows.index(row) + 1 : page.rows.index(page.row_of(piece))]
    names_before = (one for one in before if ends_like_name(one.text))
    is_named = any(one.size >= MUCH_SMALLER * piece.size for one in names_before)
    if is_named or any(_is_name_alone(one, over.size) for one in between):
        return False
    return bool(before or between or len(row) > 1)


def _is_name_alone(row: Row, size: float) -> bool:
    """Whether it may be somebody's name, with a capital and in letters not much smaller."""
    first, *others = row
    is_told_aside = first.size < MUCH_SMALLER * size or not is_capital(first.text)
    return not others and not is_told_aside and is_name(first.text)
