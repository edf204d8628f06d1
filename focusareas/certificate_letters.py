"""The words of a PDF with their places, as the PDF library tells where the letters are."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import is_normalized, normalize

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from focusareas.certificate_pages import Page, Piece, in_rows
from focusareas.names import plain

LONGEST_PAGE = 20_000
COVERED = 0.5
UNSEEN = (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP)
# What lies on a page and takes nothing from it: links, fields and lines that somebody liked.
HARMLESS_NOTES = (
    pdfium_c.FPDF_ANNOT_LINK,
    pdfium_c.FPDF_ANNOT_WIDGET,
    pdfium_c.FPDF_ANNOT_POPUP,
    pdfium_c.FPDF_ANNOT_HIGHLIGHT,
    pdfium_c.FPDF_ANNOT_UNDERLINE,
)
# The PDF library marks a hyphen at the end of a line so, and leaves out the new line.
LINE_HYPHEN = "\x02\ufffe"
# Asked for every word.
_box_of = pdfium_c.FPDFText_GetLooseCharBox
_angle_of, _origin_of = pdfium_c.FPDFText_GetCharAngle, pdfium_c.FPDFText_GetCharOrigin
Handle = Any
WORD = re.compile(rf"[^\s{LINE_HYPHEN}]+[{LINE_HYPHEN}]?")
PAIR, HALVES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]"), re.compile(r"[\ud800-\udfff]")
SECOND_HALF = "\u2060"
# A pictogram before what it is a picture of: a person, a sheet, a calendar, a house, a prize. Marks
# of what is right or wrong, stars, pens and teachers are none of them: they tell something.
PICTOGRAM = re.compile(
    "[👤👩👨🧑🙂😀😊🙋🪪🎓🏅🏆🎖🎗🎉🎊👏🎈📜📄📃📑📋📅📆🗓📍🏛🏢🏠📚📖📘📗📕📙📓💻🖥🌐🔗💡🔖🏷]"
    "[🏻🏼🏽🏾🏿\ufe0f\u2060]*(?:\u200d\u2060*[👤🎓💻♀♂]\ufe0f?\u2060*)?"
)


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
        is_drawn_on = _is_drawn_on(page)
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
        return Page(index + 1, in_rows(words), written, has_pictures=drawn, is_drawn_on=is_drawn_on)
    finally:
        page.close()


def _is_drawn_on(page: pdfium.PdfPage) -> bool:
    """Whether somebody has stamped, struck out or written on the page as it was made."""
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        note = pdfium_c.FPDFPage_GetAnnot(page, index)
        kind = pdfium_c.FPDFAnnot_GetSubtype(note)
        pdfium_c.FPDFPage_CloseAnnot(note)
        if kind not in HARMLESS_NOTES:
            return True
    return False


def _words(textpage: pdfium.PdfTextPage) -> tuple[list[Piece], str]:
    text = _text(textpage)
    return list(_placed(textpage.raw, text)), normalize("NFKC", _with_hyphens(text))


def _text(textpage: pdfium.PdfTextPage) -> str:
    """What is written on the page, a letter for each that the PDF library has a place of."""
    count = min(textpage.count_chars(), LONGEST_PAGE)
    # Asked of the library itself: what stands between makes it take three times as long.
    letters = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(textpage, 0, count, letters)
    text = bytes(letters)[: 2 * max(written - 1, 0)].decode("utf-16-le", "ignore")
    if len(text) == count:
        return text
    codes = [pdfium_c.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    units = "".join(map(chr, codes))
    return HALVES.sub("\ufffd", PAIR.sub(_whole_sign, units))


def _whole_sign(pair: re.Match[str]) -> str:
    """The sign of which the PDF library has two halves, and nothing to see in the second place."""
    sign = pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    return f"{sign}{SECOND_HALF}"


def _with_hyphens(text: str) -> str:
    for mark in LINE_HYPHEN:
        text = text.replace(mark, "-")
    return text


def _placed(textpage: Handle, text: str) -> Iterator[Piece]:
    """The words that there is something to see of, with the places of their letters."""
    box, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    line_bottom = line_top = math.nan
    for match in WORD.finditer(text):
        word = match.group()
        if PICTOGRAM.fullmatch(word):
            continue
        if not (word.isprintable() and is_normalized("NFKC", word)):
            word = plain(normalize("NFKC", _with_hyphens(word)))
            if not word:
                continue
        first, end = match.span()
        _box_of(textpage, first, box)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        if bottom != line_bottom or top != line_top:
            # Letters of the same size at the same height stand on the same line.
            line_bottom, line_top = bottom, top
            _origin_of(textpage, first, x, y)
            turn = -_angle_of(textpage, first)
        if turn < 0:
            yield _turned_word(textpage, first, end - 1, word, turn)
            continue
        size = top - bottom
        if end - first > 1:
            _box_of(textpage, end - 1, box)
            left, right = min(left, box.left), max(right, box.right)
            size = max(size, box.top - box.bottom)
        yield Piece(word, left, right, y.value, size if size > 1 else 1.0)


def _turned_word(textpage: Handle, first: int, last: int, text: str, turn: float) -> Piece:
    left, right, bottom, top = _corners(textpage, first, turn)
    last_left, last_right, last_bottom, last_top = _corners(textpage, last, turn)
    x, y = ctypes.c_double(), ctypes.c_double()
    _origin_of(textpage, first, x, y)
    return Piece(
        text,
        left=min(left, last_left),
        right=max(right, last_right),
        baseline=_turned(x.value, y.value, turn)[1],
        size=max(top - bottom, last_top - last_bottom, 1.0),
        angle=round(math.degrees(turn)) % 360,
    )


def _corners(textpage: Handle, index: int, turn: float) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a letter, as one sees it with the text upright."""
    box = pdfium_c.FS_RECTF()
    _box_of(textpage, index, box)
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
    pictures = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    return any(_covers(picture, page) for picture in pictures)


def hides_text(document: pdfium.PdfDocument, number: int) -> bool:
    """Whether a picture covers the page that has text behind it, or over it that nobody sees.

    So programs write what they believe that a scan says.
    """
    page = document[number - 1]
    is_covered = is_hidden = has_text = False
    for part in page.get_objects(max_depth=3):
        if part.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            has_text = True
            is_hidden |= pdfium_c.FPDFTextObj_GetTextRenderMode(part) in UNSEEN
        elif part.type == pdfium_c.FPDF_PAGEOBJ_IMAGE and _covers(part, page):
            is_covered = True
            is_hidden |= has_text
    return is_covered and is_hidden


def _covers(picture: pdfium.PdfObject, page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    left, bottom, right, top = picture.get_bounds()
    return bool((right - left) * (top - bottom) >= COVERED * width * height)
