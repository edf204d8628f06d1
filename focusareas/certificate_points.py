"""Papers whose fields are numbered as points are, and what stands behind the number alone.

"2.1 Namn: Kim Berg", "b) Kurs" and "(3) Slutförd" say no more than "Namn: Kim Berg", "Kurs" and
"Slutförd" do. Numbers of one figure, "3. Barn och unga", are of lists as well and stay.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from focusareas.certificate_pages import Row, joined_words

# How points are numbered: of sections, with a letter, in parentheses, as paragraphs of a law.
WAYS: Final = tuple(
    map(
        re.compile,
        (
            r"(?P<point>\d{1,2}(?:\.\d{1,2}){1,2})[.)]?\s+[^\W\d_]",
            r"(?P<point>[a-z])\)\s+[^\W\d_]",
            r"(?P<point>[A-Z])[.)]\s+[^\W\d_]",
            r"\((?P<point>\d{1,2}|[a-z])\)\s+[^\W\d_]",
            r"§\s?(?P<point>\d{1,2})[.)]?\s+[^\W\d_]",
        ),
    )
)
FEWEST: Final = 3


class Point(NamedTuple):
    """Which row begins with a number, what number it is, and in how many words."""

    row: int
    number: tuple[int, ...]
    words: int


def without_points(rows: Sequence[Row]) -> list[Row]:
    """The rows; those that are numbered one after the other without their numbers."""
    found = list(rows)
    for way in WAYS:
        points = [point for number, row in enumerate(rows) if (point := _point(way, number, row))]
        if len(points) >= FEWEST and _are_in_order(points):
            for point in points:
                found[point.row] = _behind(rows[point.row], point.words)
    return found


def _point(way: re.Pattern[str], number: int, row: Row) -> Point | None:
    """The number that the row begins with, also where that is a cell of its own."""
    match = way.match(" ".join(piece.text for piece in row))
    if not match:
        return None
    parts = match["point"].split(".")
    figures = tuple(int(part) if part.isdecimal() else ord(part.lower()) - 96 for part in parts)
    return Point(number, figures, len(match.group()[:-1].split()))


def _are_in_order(points: Sequence[Point]) -> bool:
    """Whether they are counted from one on, which days and versions are not: "12.4", "2.0"."""
    numbers = [point.number for point in points]
    return set(numbers[0][1:]) <= {1} and all(_is_next(*two) for two in pairwise(numbers))


def _is_next(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether the number follows the one before: 1.2 or 2.1 or 1.1.1 behind 1.1."""
    same = 0
    while same < min(len(before), len(number)) and before[same] == number[same]:
        same += 1
    if same == len(number):
        return False
    rest = number[same + 1 :]
    step = number[same] - before[same] if same < len(before) else number[same]
    return step == 1 and set(rest) <= {1}


def _behind(row: Row, count: int) -> Row:
    """The row without its first words, which may be a piece of their own."""
    first, *others = row
    length = len(first.words)
    if length > count:
        return (joined_words(first.words[count:]), *others)
    return _behind(tuple(others), count - length) if count > length else tuple(others)
