"""Running text in columns side by side, as it is meant: one column after the other.

A sentence goes on in its own column, and not in what stands beside it on the row.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from focusareas.certificate_pages import Piece, Row

# In points, between the edges of what stands in one column, lines or cells.
STRAIGHT: Final = 1.5
# What stands in cells is shorter, and begins with a capital.
FEWEST_WORDS: Final = 4
# A box beside the text is of so many lines at least, and most stand on no line of the text.
FEWEST_LINES: Final = 4
MOST_SHARED: Final = 0.45
GAP: Final = 6.0
# In heights of the text: nearer lines are of one text, and nothing of it stands between them.
ONE_TEXT: Final = 1.7
# In points, and in heights of the text.
LEVEL: Final = 0.5
MIDDLE: Final = 0.15


def one_after_the_other(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; where two columns of text stand side by side, those of the left one first."""
    rows = _boxes_apart(rows)
    number = 0
    while number < len(rows):
        columns = _columns_from(rows, number)
        length = max(map(len, columns), default=0)
        if columns:
            yield from ((piece,) for column in columns for piece in column)
        else:
            yield rows[number]
        number += length or 1


def _columns_from(rows: Sequence[Row], start: int) -> tuple[list[Piece], ...]:
    """The lines of two columns of text that begin on the row; none if there are none."""
    if len(rows[start]) != 2:
        return ()
    columns = [rows[start][0]], [rows[start][1]]
    for row in rows[start + 1 :]:
        places = [_place(piece, [column[-1] for column in columns]) for piece in row]
        if None in places or len(set(places)) != len(row):
            break
        for piece, place in zip(row, places, strict=True):
            columns[place or 0].append(piece)
    return columns if all(map(_is_text, columns)) else ()


def _place(piece: Piece, ends: Sequence[Piece]) -> int | None:
    """Which column it is the next line of."""
    return next(
        (
            place
            for place, end in enumerate(ends)
            if abs(piece.left - end.left) < STRAIGHT and piece.follows(end)
        ),
        None,
    )


def _is_text(column: Sequence[Piece]) -> bool:
    """Whether it begins with a long line, and one line goes on with what another one began."""
    first, *others = column
    return len(first.text.split()) >= FEWEST_WORDS and any(
        line.text[:1].islower() for line in others
    )


# ---------------------------------------------------------------- A box beside the text


Numbered = tuple[int, Row]


def _boxes_apart(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows; a box whose lines stand between those of the text beside it is apart from it."""
    edges = Counter(round(row[-1].left, 1) for row in rows)
    for edge in sorted(edge for edge, lines in edges.items() if lines >= FEWEST_LINES):
        for start, end in _runs_beside(rows, edge):
            left, right = _sides(rows[start:end], edge)
            if _are_apart(left, right):
                return [*rows[:start], *(row for _, row in (*left, *right)), *rows[end:]]
    return rows


def _runs_beside(rows: Sequence[Row], edge: float) -> Iterator[tuple[int, int]]:
    """Where rows begin and end of which nothing reaches over the edge from left to right."""
    start = 0
    for number, row in enumerate((*rows, None)):
        if row and all(piece.left > edge - STRAIGHT or piece.right < edge - GAP for piece in row):
            continue
        if number - start >= 2 * FEWEST_LINES:
            yield start, number
        start = number + 1


def _sides(rows: Sequence[Row], edge: float) -> tuple[list[Numbered], list[Numbered]]:
    """What stands left and right of the edge, with the numbers of the rows."""
    left: list[Numbered] = []
    right: list[Numbered] = []
    for number, row in enumerate(rows):
        parts = [piece for piece in row if piece.right < edge]
        for side, pieces in ((left, parts), (right, row[len(parts) :])):
            if pieces:
                side.append((number, tuple(pieces)))
    return left, right


def _are_apart(left: Sequence[Numbered], right: Sequence[Numbered]) -> bool:
    """Whether the lines of both stand as they come, and one between two lines of the other text."""
    fewest = min(len(left), len(right))
    texts = _texts(left), _texts(right)
    if fewest < FEWEST_LINES or not all(texts):
        return False
    shared = {number for number, _ in left} & {number for number, _ in right}
    is_between = any(
        _is_between(row, *two)
        for pairs, others in zip(texts, (right, left), strict=True)
        for two in pairs
        for _, row in others
    )
    return len(shared) <= MOST_SHARED * fewest and is_between


def _texts(side: Sequence[Numbered]) -> list[tuple[Row, Row]]:
    """Each two rows that stand as near as the lines of one text do."""
    return [
        (row, below)
        for (_, row), (_, below) in pairwise(side)
        if row[0].baseline - below[0].baseline <= ONE_TEXT * row[0].size
        and below[0].follows(row[0])
    ]


def _is_between(row: Row, above: Row, below: Row) -> bool:
    """Whether it stands on a height of its own, and not at half of theirs as labels may."""
    height, top, foot = row[0].baseline, above[0].baseline, below[0].baseline
    is_middle = abs((top + foot) / 2 - height) < MIDDLE * above[0].size
    return foot + LEVEL < height < top - LEVEL and not is_middle
