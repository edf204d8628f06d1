"""A page of a PDF as rows of text pieces with their places, whatever order it was written in."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from statistics import median
from unicodedata import normalize

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from focusareas.names import plain

# In heights of the text: pieces further apart belong to different columns.
COLUMN_GAP = 1.0
SAME_ROW = 0.4
NEXT_LINE = 2.0
HALF_LINE = 0.8
NEAR = 3.2
SAME_SIZE = 0.15
MOST_ROWS_AWAY = 4
LONGEST_PAGE = 20_000
COVERED = 0.5
# The PDF library marks a hyphen at the end of a line so, and leaves out the new line.
LINE_HYPHEN = "\x02\ufffe"
WITHIN_NAMES = "-'’"
SIGN = re.compile(r"[^\W_]")
_baseline, _left = attrgetter("baseline"), attrgetter("left")
TO_HYPHEN = str.maketrans(LINE_HYPHEN, "--")
WORD = re.compile(rf"[^\s{LINE_HYPHEN}]+[{LINE_HYPHEN}]?")


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

    def overlaps(self, other: "Piece") -> bool:
        """Whether some of it stands straight above or below the other."""
        return self.left < other.right and other.left < self.right

    def is_at_half_height(self, other: "Piece") -> bool:
        """Whether the other is half a line higher or lower."""
        return abs(self.baseline - other.baseline) < HALF_LINE * other.size

    def is_near(self, row: "Row") -> bool:
        """Whether the row is near enough for the piece to be its label or its value."""
        distance = abs(self.baseline - row[0].baseline)
        largest = max(self.size, *(piece.size for piece in row))
        return distance <= NEAR * largest and row[0].angle == self.angle

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
    """What stands on a page, row by row from the top, and whether it holds pictures."""

    number: int
    rows: tuple[Row, ...] = ()
    written: str = ""
    has_pictures: bool = False

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

    @property
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

    def lines_after(self, piece: Piece) -> tuple[str, ...]:
        """The rows further down, as text."""
        return self.lines[self._places[piece][0] + 1 :]

    def rows_below(self, piece: Piece) -> tuple[Row, ...]:
        """The rows just under the piece, near enough to have to do with it."""
        number = self._places[piece][0]
        return tuple(filter(piece.is_near, self.rows[number + 1 : number + 1 + MOST_ROWS_AWAY]))

    def rows_above(self, piece: Piece) -> tuple[Row, ...]:
        """The rows just over the piece, the nearest first."""
        number = self._places[piece][0]
        rows = self.rows[max(number - MOST_ROWS_AWAY, 0) : number]
        return tuple(filter(piece.is_near, reversed(rows)))

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


def read_pages(document: pdfium.PdfDocument) -> Iterator[Page]:
    """The pages of the PDF, one at a time; a page that does not open is a picture to us."""
    has_fields = document.get_formtype() != pdfium_c.FORMTYPE_NONE
    for index in range(len(document)):
        try:
            yield _read_page(document, index, has_fields)
        except pdfium.PdfiumError:
            yield Page(index + 1, has_pictures=True)


def read_page(document: pdfium.PdfDocument, number: int) -> Page:
    """The page with that number, counted from 1."""
    has_fields = document.get_formtype() != pdfium_c.FORMTYPE_NONE
    return _read_page(document, number - 1, has_fields)


def _read_page(document: pdfium.PdfDocument, index: int, has_fields: bool) -> Page:
    page = document[index]
    try:
        if has_fields:
            # What was typed into a form is text only once it is part of the page.
            pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
        textpage = page.get_textpage()
        try:
            words, written = _words(textpage)
        finally:
            textpage.close()
        drawn = pdfium_c.FPDFPage_CountObjects(page) > 0
        return Page(index + 1, _rows(words), written, has_pictures=drawn)
    finally:
        page.close()


def _words(textpage: pdfium.PdfTextPage) -> tuple[list[Piece], str]:
    count = min(textpage.count_chars(), LONGEST_PAGE)
    text = textpage.get_text_range(0, count) if count > 0 else ""
    if len(text) != count:
        codes = (pdfium_c.FPDFText_GetUnicode(textpage, index) for index in range(count))
        text = "".join(chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)
    letters = _Letters(textpage)
    words = [
        word
        for match in WORD.finditer(text)
        if (word := letters.word(match.start(), match.end() - 1, match.group()))
    ]
    return words, normalize("NFKC", text.translate(TO_HYPHEN))


class _Letters:
    """Where the letters on a page are; asked for every word, so that nothing is made twice."""

    def __init__(self, textpage: pdfium.PdfTextPage) -> None:
        self._textpage = textpage.raw
        self._box = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def word(self, first: int, last: int, text: str) -> Piece | None:
        """The word between the two letters; None if there is nothing to see of it."""
        if not (text.isascii() and text.isprintable()):
            text = plain(normalize("NFKC", text.translate(TO_HYPHEN)))
            if not text:
                return None
        textpage, box = self._textpage, self._box
        angle = pdfium_c.FPDFText_GetCharAngle(textpage, first)
        pdfium_c.FPDFText_GetCharOrigin(textpage, first, self._x, self._y)
        if angle > 0:
            return self._turned_word(first, last, text, -angle)
        pdfium_c.FPDFText_GetLooseCharBox(textpage, first, box)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        size = top - bottom
        if last > first:
            pdfium_c.FPDFText_GetLooseCharBox(textpage, last, box)
            left, right = min(left, box.left), max(right, box.right)
            size = max(size, box.top - box.bottom)
        return Piece(text, left, right, self._y.value, max(size, 1.0))

    def _turned_word(self, first: int, last: int, text: str, turn: float) -> Piece:
        left, right, bottom, top = self._corners(first, turn)
        last_left, last_right, last_bottom, last_top = self._corners(last, turn)
        return Piece(
            text,
            left=min(left, last_left),
            right=max(right, last_right),
            baseline=_turned(self._x.value, self._y.value, turn)[1],
            size=max(top - bottom, last_top - last_bottom, 1.0),
            angle=round(math.degrees(turn)) % 360,
        )

    def _corners(self, index: int, turn: float) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a letter, as one sees it with the text upright."""
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._textpage, index, box)
        xs, ys = zip(
            _turned(box.left, box.bottom, turn), _turned(box.right, box.top, turn), strict=True
        )
        return min(xs), max(xs), min(ys), max(ys)


def _turned(x: float, y: float, turn: float) -> tuple[float, float]:
    return (
        x * math.cos(turn) + y * math.sin(turn),
        y * math.cos(turn) - x * math.sin(turn),
    )


def is_covered(document: pdfium.PdfDocument, number: int) -> bool:
    """Whether one picture takes up most of the page, as on a scan."""
    page = document[number - 1]
    width, height = page.get_size()
    for picture in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= COVERED * width * height:
            return True
    return False


def laid_out(number: int, words: list[Piece], written: str) -> Page:
    """A page that was seen and not written: its words with their places, put in rows."""
    return Page(number, _rows(words), written, has_pictures=True)


def _rows(words: list[Piece]) -> tuple[Row, ...]:
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
    row: list[Piece] = []
    for word in sorted(words, key=_baseline, reverse=True):
        if row and row[0].baseline - word.baseline > SAME_ROW * min(row[0].size, word.size):
            yield _row(row)
            row = []
        row.append(word)
    if row:
        yield _row(row)


def _row(words: list[Piece]) -> Row:
    ordered = sorted(words, key=_left)
    return tuple(_columns(_without_letter_spacing(ordered)))


def _columns(words: Iterable[Piece]) -> Iterator[Piece]:
    """Words joined to pieces where the gap between them is no wider than a blank."""
    piece: Piece | None = None
    for word in words:
        if piece and word.left - piece.right <= _widest_blank(piece, word):
            piece = _join(piece, word, " ")
        else:
            if piece:
                yield piece
            piece = word
    if piece:
        yield piece


def _widest_blank(first: Piece, second: Piece) -> float:
    return COLUMN_GAP * max(first.size, second.size) + 2 * max(first.letter_gap, second.letter_gap)


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
        if gap > 1.5 * usual:
            yield word
            word = replace(letter, letter_gap=usual)
        else:
            word = _join(word, letter, "")
    yield word
