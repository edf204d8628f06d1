"""Running text in columns side by side, as it is meant: one column after the other.

A sentence goes on in its own column, and not in what stands beside it on the row.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from focusareas.certificate_pages import Piece, Row

# In points, between the edges of what stands in one column, lines or cells.
STRAIGHT: Final = 1.5
# What stands in cells is shorter, and begins with a capital.
FEWEST_WORDS: Final = 4


def one_after_the_other(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; where two columns of text stand side by side, those of the left one first."""
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
