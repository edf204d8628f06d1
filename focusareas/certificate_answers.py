"""Columns that answer whether it was done, and the day that stands in the next one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from focusareas.certificate_headings import Holds
from focusareas.certificate_pages import Piece
from focusareas.certificate_patterns import AnyCase

YES: Final = AnyCase(r"\W*(?:ja|yes|x|✓|✔|☑|☒|√)\W*$")
DATE: Final = AnyCase(r"\W*(?:datum|date)\W*$")


def with_days_told(
    labels: Sequence[Piece], holds: Sequence[Holds], first: Sequence[Piece]
) -> Iterator[Piece]:
    """The labels of a table; "Datum" behind "Genomförd" over "Ja" as the day when it was done.

    `holds` is what may stand in their columns, and `first` what does in the first row.
    """
    yield labels[0]
    for (before, label), held, cell in zip(pairwise(labels), holds, first, strict=False):
        is_done = held is Holds.DAY_OR_STATUS and YES.match(cell.text)
        is_told = is_done and DATE.match(label.text)
        yield _behind(before, label) if is_told else label


def _behind(before: Piece, label: Piece) -> Piece:
    """The label as that of what stands before it: "Genomförd datum"."""
    words = tuple(replace(label, text=text) for text in (before.text, label.text.lower()))
    return replace(label, text=" ".join(word.text for word in words), parts=words)
