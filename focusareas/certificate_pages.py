"""A page as rows of text pieces with their places, whatever order it was written in."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import pairwise
from operator import attrgetter
from statistics import median

from focusareas.certificate_words import is_common

# In heights of the text: pieces further apart belong to different columns.
COLUMN_GAP = 1.0
LETTER_GAP = 0.17
SAME_ROW = 0.4
NEXT_LINE = 2.0
HALF_LINE = 0.8
NEAR = 3.2
INDENT = 4.0
SAME_SIZE = 0.15
MOST_ROWS_AWAY = 4
LONGEST_CUT = 4
SAME_PITCH = 0.25
WITHIN_NAMES = "-'’"
SIGN = re.compile(r"[^\W_]")
# What day of the week it was says nothing that the day does not: "fredagen den 3 februari 2023".
WEEKDAY = re.compile(
    r"\b(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\b[.,]?(?:\s+(?=(?:(?:den|the)\s+)?\d)|$)",
    re.IGNORECASE,
)
# "NAMN . . . . : Kim Berg" is written with full stops that stand together as well.
LEADERS = re.compile(r"\.(?:\s\.){2,}")
MAY_HOLD_WEEKDAY = re.compile(r"\d|[Dd][Aa][GgYy]")
_baseline, _left, _right = attrgetter("baseline"), attrgetter("left"), attrgetter("right")
_size, _letter_gap = attrgetter("size"), attrgetter("letter_gap")


# Two pieces are the same only when they are one: no need to compare or hash all they hold.
# Not frozen, since that takes three times as long to make and there is one for every word.
@dataclass(slots=True, eq=False)
class Piece:
    """Text that stands together on a row: a word at first, then a whole piece."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    angle: int = 0
    letter_gap: float = 0.0
    parts: "tuple[Piece, ...]" = ()

    @property
    def words(self) -> "tuple[Piece, ...]":
        """The words that it was put together from, itself if it is one."""
        return self.parts or (self,)

    def overlaps(self, other: "Piece") -> bool:
        """Whether some of it stands straight above or below the other."""
        return self.left < other.right and other.left < self.right

    def is_at_half_height(self, other: "Piece") -> bool:
        """Whether the other is half a line higher or lower."""
        return abs(self.baseline - other.baseline) < HALF_LINE * other.size

    def is_near(self, row: "Row") -> bool:
        """Whether the row is near enough for the piece to be its label or its value."""
        if row[0].angle != self.angle:
            return False
        reach = abs(self.baseline - row[0].baseline) / NEAR
        return reach <= self.size or any(reach <= piece.size for piece in row)

    def follows(self, other: "Piece") -> bool:
        """Whether it is the next line of the same text: close below, of the same size."""
        drop = other.baseline - self.baseline
        return (
            0 < drop <= NEXT_LINE * max(self.size, other.size)
            and abs(self.size - other.size) <= SAME_SIZE * max(self.size, other.size)
            and self.angle == other.angle
        )

    def follows_closely(self, other: "Piece") -> bool:
        """Whether it stands right under the other, in letters that are no larger."""
        drop = other.baseline - self.baseline
        return (
            0 < drop <= NEXT_LINE * other.size
            and self.size <= other.size * (1 + SAME_SIZE)
            and self.angle == other.angle
        )


Row = tuple[Piece, ...]


@dataclass(frozen=True)
class Page:
    """What stands on a page, row by row from the top, and whether it holds pictures.

    `is_drawn_on` tells that somebody has stamped or written on it afterwards, which is no text.
    """

    number: int
    rows: tuple[Row, ...] = ()
    written: str = ""
    has_pictures: bool = False
    is_drawn_on: bool = False

    @property
    def is_blank(self) -> bool:
        """Neither text nor picture."""
        return not self.rows and not self.has_pictures

    @property
    def is_picture(self) -> bool:
        """A scan: something to see and nothing to read."""
        return not self.rows and self.has_pictures

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The rows as text."""
        return tuple(" ".join(piece.text for piece in row) for row in self.rows)

    @cached_property
    def _places(self) -> dict[Piece, tuple[int, int]]:
        return {
            piece: (number, index)
            for number, row in enumerate(self.rows)
            for index, piece in enumerate(row)
        }

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All pieces, row by row."""
        return tuple(self._places)

    def row_of(self, piece: Piece) -> Row:
        """The row that the piece stands on."""
        return self.rows[self._places[piece][0]]

    def before(self, piece: Piece) -> Row:
        """What stands to the left of the piece on its row."""
        number, index = self._places[piece]
        return self.rows[number][:index]

    def beside(self, piece: Piece) -> Row:
        """What stands to the right of the piece on its row."""
        number, index = self._places[piece]
        return self.rows[number][index + 1 :]

    def around(self, label: Piece) -> Row:
        """A value in two lines to the right of its label, which stands at half their height."""
        number = self._places[label][0]
        rows = (self.rows[max(number - 1, 0) : number], self.rows[number + 1 : number + 2])
        pieces = tuple(
            next((piece for piece in row if piece.left >= label.right), label)
            for near in rows
            for row in near
        )
        is_value = len(pieces) == 2 and all(map(label.is_at_half_height, pieces))
        return pieces if is_value and label not in pieces else ()

    def halfway_before(self, value: Piece) -> Row:
        """The label on the next row, of which the piece is the first of two lines of value."""
        number = self._places[value][0]
        labels = self.rows[number + 1][:1] if number + 1 < len(self.rows) else ()
        return tuple(label for label in labels if value in self.around(label))

    def lines_after(self, piece: Piece) -> tuple[str, ...]:
        """The rows further down, as text."""
        return self.lines[self._places[piece][0] + 1 :]

    def right_below(self, label: Piece) -> Row:
        """What stands alone on the next row, straight under the label or a little further in."""
        number = self._places[label][0]
        row = self.rows[number + 1] if number + 1 < len(self.rows) else ()
        is_value = len(row) == 1 and label.is_near(row) and len(self.rows[number]) == 1
        return row if is_value and 0 <= row[0].left - label.left + 1 <= INDENT * label.size else ()

    def rows_below(self, piece: Piece) -> tuple[Row, ...]:
        """The rows just under the piece, near enough to have to do with it."""
        number = self._places[piece][0]
        return tuple(filter(piece.is_near, self.rows[number + 1 : number + 1 + MOST_ROWS_AWAY]))

    def rows_above(self, piece: Piece) -> tuple[Row, ...]:
        """The rows just over the piece, the nearest first."""
        number = self._places[piece][0]
        rows = self.rows[max(number - MOST_ROWS_AWAY, 0) : number]
        return tuple(filter(piece.is_near, reversed(rows)))

    def table_under(self, heading: Piece) -> Iterator[Row]:
        """The rows under the row of headings, each as far below the one before as the first is."""
        number, first = self._places[heading][0], self.row_of(heading)[0]
        pitch = 0.0
        for above, row in pairwise(self.rows[number:]):
            drop = above[0].baseline - row[0].baseline
            pitch = pitch or drop
            is_far = drop > NEAR * row[0].size or abs(drop - pitch) > SAME_PITCH * pitch
            if is_far or row[0].left > first.right or ":" in row[0].text:
                return
            yield row

    def below(self, piece: Piece) -> list[Piece]:
        """The nearest text straight under the piece, lines to write on apart."""
        found = _first_overlapping(piece, self.rows_below(piece))
        return self.below(found[0]) if found and not _has_text(found) else found

    def above(self, piece: Piece) -> list[Piece]:
        """The nearest text straight over the piece, lines to write on apart."""
        found = _first_overlapping(piece, self.rows_above(piece))
        return self.above(found[0]) if found and not _has_text(found) else found

    @cached_property
    def text(self) -> str:
        """All of it, as it looks and then as it was written, which keeps columns apart."""
        return "\n".join((*self.lines, "", self.written))


def _first_overlapping(piece: Piece, rows: Iterable[Row]) -> list[Piece]:
    for row in rows:
        if found := [other for other in row if other.overlaps(piece)]:
            return found
    return []


def _has_text(pieces: Iterable[Piece]) -> bool:
    return any(SIGN.search(piece.text) for piece in pieces)


def in_rows(words: list[Piece]) -> tuple[Row, ...]:
    """Words set in rows, one direction of writing after the other, the most used one first."""
    if not any(word.angle for word in words):
        return tuple(_upright_rows(words))
    letters = Counter[int]()
    for word in words:
        letters[word.angle] += len(word.text)
    return tuple(
        row
        for angle, _ in letters.most_common()
        for row in _upright_rows([word for word in words if word.angle == angle])
    )


def _upright_rows(words: list[Piece]) -> Iterator[Row]:
    for words_of_row in _on_rows(words):
        if row := _row(words_of_row):
            yield row


def _on_rows(words: list[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for word in sorted(words, key=_baseline, reverse=True):
        if row and row[0].baseline - word.baseline > SAME_ROW * min(row[0].size, word.size):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _row(words: list[Piece]) -> Row:
    ordered = list(_without_letter_spacing(sorted(words, key=_left)))
    pieces = (_in_one(ordered),) if _is_cut_word(ordered) else tuple(_columns(ordered))
    for piece in pieces:
        if MAY_HOLD_WEEKDAY.search(piece.text):
            _leave_out_weekday(piece)
        if ". ." in piece.text:
            piece.text = LEADERS.sub("....", piece.text)
    return tuple(piece for piece in pieces if piece.text)


def _leave_out_weekday(piece: Piece) -> None:
    """Its place becomes that of the day behind it."""
    text = WEEKDAY.sub("", piece.text)
    if text == piece.text:
        return
    words: list[Piece] = []
    left = None
    for word in piece.words:
        if WEEKDAY.fullmatch(word.text):
            left = word.left
        else:
            words.append(word if left is None else replace(word, left=left))
            left = None
    piece.text, piece.parts = text, tuple(words)


def _is_cut_word(words: list[Piece]) -> bool:
    """Whether the words are "IN T YG": a spaced heading that was cut into more than letters."""
    if len(words) < 2 or any(len(word.text) > LONGEST_CUT for word in words):
        return False
    text = "".join(word.text for word in words)
    return text.isupper() and text.isalpha() and is_common(text)


def _in_one(words: list[Piece]) -> Piece:
    return reduce(lambda first, second: _join(first, second, ""), words)


def _columns(words: Iterable[Piece]) -> Iterator[Piece]:
    """Words joined to pieces where the gap between them is no wider than a blank."""
    run: list[Piece] = []
    for word in words:
        if run and not _is_near(run, word):
            yield _one_or_joined(run)
            run = []
        if run and _is_torn_off(run[-1], word):
            run[-1] = _join(run[-1], word, "")
        else:
            run.append(word)
    if run:
        yield _one_or_joined(run)


def _one_or_joined(run: list[Piece]) -> Piece:
    """One piece of words that stand near each other, one word where it was cut."""
    return _in_one(run) if _is_cut_word(run) else joined_words(run)


def _is_near(run: Sequence[Piece], word: Piece) -> bool:
    """Whether the word belongs to those before, as the colon of "Namn         : Kim Berg" does."""
    if word.text[0] == ":":
        return True
    gap: float = word.left - max(map(_right, run))
    if gap <= COLUMN_GAP * word.size:
        return True
    size: float = max(word.size, *map(_size, run))
    letter_gap: float = max(word.letter_gap, *map(_letter_gap, run))
    return gap <= COLUMN_GAP * size + 2 * letter_gap


def _is_torn_off(before: Piece, word: Piece) -> bool:
    """Whether the gap is only that of widely set capitals: "INTYGAS AT T"."""
    if word.left - before.right >= LETTER_GAP * word.size:
        return False
    text = f"{before.text}{word.text}"
    return min(len(before.text), len(word.text)) == 1 and text.isalpha() and text.isupper()


def joined_words(words: Sequence[Piece]) -> Piece:
    """One piece of words that stand beside each other."""
    first, *others = words
    if not others:
        return first
    return Piece(
        " ".join([word.text for word in words]),
        first.left,
        max(map(_right, words)),
        first.baseline,
        max(map(_size, words)),
        first.angle,
        max(map(_letter_gap, words)),
        tuple(words),
    )


def _join(first: Piece, second: Piece, between: str) -> Piece:
    # Made anew: `replace` takes several times as long, and this is done for every word.
    return Piece(
        f"{first.text}{between}{second.text}",
        first.left,
        max(first.right, second.right),
        first.baseline,
        max(first.size, second.size),
        first.angle,
        max(first.letter_gap, second.letter_gap),
    )


def _without_letter_spacing(words: list[Piece]) -> Iterator[Piece]:
    """Runs of single letters put together again: I N T Y G is a word."""
    run: list[Piece] = []
    for word in words:
        if len(word.text) == 1 and (word.text.isalpha() or word.text in WITHIN_NAMES):
            run.append(word)
            continue
        if run:
            yield from _despaced(run)
            run = []
        yield word
    yield from _despaced(run)


def _despaced(run: list[Piece]) -> Iterator[Piece]:
    if len(run) < 3:
        yield from run
        return
    gaps = [after.left - before.right for before, after in pairwise(run)]
    usual = max(median(gaps), 0.01)
    word = replace(run[0], letter_gap=usual)
    for letter, gap in zip(run[1:], gaps, strict=True):
        if gap > 1.5 * usual or (word.text[-1].islower() and letter.text.isupper()):
            yield word
            word = replace(letter, letter_gap=usual)
        else:
            word = _join(word, letter, "")
    yield word
