"""The lines that were found on a picture, as words to lay out: level, and without specks.

A page that is photographed from the side has lines that fan out. Over its width one of them
falls by more than a line, and its words would be put in rows with those of others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from focusareas.certificate_pages import Piece
from focusareas.tesseract import Word

Lines = Sequence[Sequence[Word]]

# A word read with less confidence is no word to build on.
LIKELY: Final = 0.75
# Specks and frames come out as single signs, never as letters of a name.
SPECKS: Final = frozenset("|[]{}~=\\_.'`´:;^*°¦<>«»“”„\"—-")
# In heights of the text: shorter lines tell too little of how the page leans.
LONG: Final = 6.0
FEW_LINES: Final = 3
# In heights of the text: how wide letters are that are not set apart, and how far apart is far.
WIDTH_OF_SMALL: Final = 0.62
WIDTH_OF_CAPITALS: Final = 0.78
SET_APART: Final = 0.08
# One letter that was seen as a small one and as a large one: "wWebbkurs".
SEEN_TWICE: Final = re.compile(r"(?:Ww|(?P<small>[a-zåäö])(?P<large>[A-ZÅÄÖ]))(?=[a-zåäö])")


@dataclass(frozen=True, slots=True)
class _Lean:
    """How lines lean on a page: so much at the height `at`, and more for each pixel below."""

    middle: float
    at: float
    slope: float
    growth: float
    highest: float
    lowest: float

    def at_middle(self, word: Word) -> float:
        """The baseline that the word's line has in the middle of the page."""
        height = min(max(word.baseline, self.highest), self.lowest)
        slope = self.slope + self.growth * (height - self.at)
        return word.baseline - slope * ((word.left + word.right) / 2 - self.middle)


def pieces(lines: Lines) -> list[Piece]:
    """The words as pieces that are yet to be put in rows."""
    return [_piece(word) for line in levelled(lines) for word in line if not is_speck(word)]


def scaled(lines: Lines, factor: float) -> Lines:
    """The lines as they lie on a picture so many times as large."""
    if factor == 1:
        return lines
    return [[_scaled(word, factor) for word in line] for line in lines]


def _scaled(word: Word, factor: float) -> Word:
    return replace(
        word,
        left=word.left * factor,
        right=word.right * factor,
        baseline=word.baseline * factor,
        size=word.size * factor,
    )


def _piece(word: Word) -> Piece:
    return Piece(
        as_seen_once(word.text),
        word.left,
        word.right,
        -word.baseline,
        word.size,
        letter_gap=_letter_gap(word),
    )


def is_speck(word: Word) -> bool:
    """Whether it is dirt or a bit of a frame."""
    return word.confidence < LIKELY and set(word.text) <= SPECKS and len(word.text) < 3


def as_seen_once(text: str) -> str:
    """The word without a first letter that was read both small and large."""
    match = SEEN_TWICE.match(text)
    if not match or (match["small"] and match["small"].upper() != match["large"]):
        return text
    return f"W{text[2:]}" if not match["small"] else text[1:]


def _letter_gap(word: Word) -> float:
    """How far apart its letters are set, 0 where they stand as usual."""
    usual = WIDTH_OF_CAPITALS if word.text.isupper() else WIDTH_OF_SMALL
    gap = (word.right - word.left) / len(word.text) - usual * word.size
    is_word = len(word.text) > 2 and word.text.isalpha() and word.confidence > 0
    return gap if is_word and gap > SET_APART * word.size else 0.0


def levelled(lines: Lines) -> Lines:
    """The lines with the baselines that they would have if each of them were level."""
    lean = _lean([line for line in lines if _is_telling(line)])
    if lean is None:
        return lines
    return [[replace(word, baseline=lean.at_middle(word)) for word in line] for line in lines]


def _is_telling(line: Sequence[Word]) -> bool:
    """Whether it is a long line of text that was surely read."""
    likely = [word for word in line if word.confidence >= LIKELY and not word.stands]
    return 2 * len(likely) > len(line) > 1 and _width(line) > LONG * line[0].size


def _lean(lines: Lines) -> _Lean | None:
    """How the lines lean, the long ones counting for most; None if there are too few."""
    if len(lines) < FEW_LINES:
        return None
    weights = [_width(line) ** 2 for line in lines]
    heights = [(line[0].baseline + line[-1].baseline) / 2 for line in lines]
    slopes = [_slope(line) for line in lines]
    at, slope = _mean(heights, weights), _mean(slopes, weights)
    spread = _mean(((height - at) ** 2 for height in heights), weights)
    together = _mean(
        ((height - at) * (own - slope) for height, own in zip(heights, slopes, strict=True)),
        weights,
    )
    middle = _mean(((line[0].left + line[-1].right) / 2 for line in lines), weights)
    growth = together / spread if spread else 0.0
    return _Lean(middle, at, slope, growth, min(heights), max(heights))


def _width(line: Sequence[Word]) -> float:
    return line[-1].right - line[0].left


def _slope(line: Sequence[Word]) -> float:
    first, last = line[0], line[-1]
    across = (last.left + last.right - first.left - first.right) / 2
    return (last.baseline - first.baseline) / across if across > 0 else 0.0


def _mean(values: Iterable[float], weights: Sequence[float]) -> float:
    total = sum(value * weight for value, weight in zip(values, weights, strict=True))
    return total / sum(weights)


def likely_words(lines: Lines) -> Iterator[Word]:
    """The words of some length that were surely read."""
    for line in lines:
        for word in line:
            text = word.text.strip(".,:;")
            if word.confidence >= LIKELY and not word.stands and len(text) > 2 and text.isalpha():
                yield word
