"""From a picture of a certificate to what stands on it.

A letter that is read wrongly can make one person's name another's. So a page is read several
times, prepared in different ways, and only what two readings agree on is sure.
"""

import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Final

import pypdfium2 as pdfium
from PIL import Image

from focusareas import pictures, straightening, tesseract, uploads
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading
from focusareas.certificate_words import is_common
from focusareas.picture_lines import Lines, likely_words, scaled
from focusareas.picture_looks import Look, agreed, look

# So many letters in likely words, some of them words of certificates: the page is upright.
MANY_LETTERS: Final = 24
# Where there are fewer, more looks find nothing either; they take long where nothing is sharp.
FEW_LETTERS: Final = 12
UPSIDE_DOWN: Final = (Image.Transpose.ROTATE_180,)
SIDEWAYS: Final = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)
# What has less ink than this share of a page is a blank one.
BLANK: Final = 0.0002


def read_picture(content: bytes, page: int, courses: Sequence[CourseMarks]) -> list[Reading]:
    """What stands on a page that is a picture; nothing if it is blank."""
    evened = straightening.even(_picture(content, page))
    if _is_blank(evened):
        return []
    upright, lines = _the_right_way_up(straightening.level(evened))
    if _letters(lines) < FEW_LETTERS:
        return [Reading(page, is_picture=True)]
    looks: list[Look] = []
    # When the program does not get any further in time, what it has said counts.
    with suppress(subprocess.TimeoutExpired):
        for one in _looks(upright, lines, page, courses):
            looks.append(one)
            if (reading := agreed(looks)).is_complete:
                return [reading]
    is_readable = reading.is_certificate or _letters(lines) >= MANY_LETTERS
    return [reading if is_readable else Reading(page, is_picture=True)]


def _picture(content: bytes, page: int) -> Image.Image:
    if uploads.content_type(content) != uploads.PDF:
        return pictures.upright(content, straightening.READING_SIZE)
    with uploads.open_pdf(content) as document:
        sheet: pdfium.PdfPage = document[page - 1]
        scale = straightening.READING_SIZE / max(sheet.get_size())
        drawn: Image.Image = sheet.render(scale=scale, grayscale=True).to_pil()
        return drawn


def _is_blank(evened: Image.Image) -> bool:
    ink = sum(evened.histogram()[: straightening.INK])
    return ink < BLANK * evened.width * evened.height


# ---------------------------------------------------------------- Which way is up


def _the_right_way_up(level: Image.Image) -> tuple[Image.Image, Lines]:
    """The page as it is meant to be read, with its lines."""
    lines = tesseract.words(level)
    if not any(lines):
        # Nothing but noise, it seems: if it stays so, there is nothing to turn.
        level = straightening.softened(level)
        lines = tesseract.words(level)
    best = (level, lines)
    for turn in _turns(lines):
        if _is_read(best[1]):
            break
        turned = level.transpose(turn)
        best = max(best, (turned, tesseract.words(turned)), key=lambda read: _letters(read[1]))
    return best


def _turns(lines: Lines) -> tuple[Image.Transpose, ...]:
    """How to turn a page that came out so, the most likely first."""
    words = [word for line in lines for word in line]
    if not words:
        return ()
    standing = sum(len(word.text) for word in words if word.stands)
    is_sideways = 2 * standing > sum(len(word.text) for word in words)
    return SIDEWAYS if is_sideways else (*UPSIDE_DOWN, *SIDEWAYS)


def _is_read(lines: Lines) -> bool:
    is_certificate = sum(is_common(word.text) for word in likely_words(lines)) > 2
    return is_certificate and _letters(lines) >= MANY_LETTERS


def _letters(lines: Lines) -> int:
    return sum(len(word.text) for word in likely_words(lines))


# ---------------------------------------------------------------- Reading more than once


def _looks(
    upright: Image.Image, lines: Lines, page: int, courses: Sequence[CourseMarks]
) -> Iterator[Look]:
    yield look(lines, page, courses)
    for prepare, language in _ways():
        prepared = prepare(upright)
        read = tesseract.words(prepared, language)
        yield look(scaled(read, upright.width / prepared.width), page, courses)


def _ways() -> Iterator[tuple[Callable[[Image.Image], Image.Image], str]]:
    """How to prepare the page and in what to read it, the most useful first.

    A page that is clear needs only one of them beside having been read in Swedish as it is.
    """
    latin = tesseract.latin_script()
    if latin:
        yield Image.Image.copy, latin
        yield straightening.softened, latin
        yield straightening.blackened, latin
    yield straightening.softened, tesseract.SWEDISH
    yield straightening.sharpened, latin or tesseract.SWEDISH
    yield straightening.blackened, tesseract.SWEDISH
