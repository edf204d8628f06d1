"""The words of a PDF with their places, as the PDF library tells where the letters are."""

import ctypes
import math
import re
from collections.abc import Iterator
from unicodedata import normalize

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from focusareas.certificate_pages import Page, Piece, in_rows
from focusareas.names import plain

LONGEST_PAGE = 20_000
COVERED = 0.5
# The PDF library marks a hyphen at the end of a line so, and leaves out the new line.
LINE_HYPHEN = "\x02\ufffe"
TO_HYPHEN = str.maketrans(LINE_HYPHEN, "--")
WORD = re.compile(rf"[^\s{LINE_HYPHEN}]+[{LINE_HYPHEN}]?")


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
        return Page(index + 1, in_rows(words), written, has_pictures=drawn)
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
