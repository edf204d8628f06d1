"""From a picture of a certificate to what stands on it.

A letter that is read wrongly can make one person's name another's. So a page is read several
times, prepared in different ways, and only what two readings agree on is sure.
"""

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2 as pdfium
from PIL import Image

from focusareas import pictures, straightening, tesseract, uploads
from focusareas.certificate_courses import CourseMarks
from focusareas.certificate_pages import Piece, laid_out
from focusareas.certificate_reader import Reading, read_page
from focusareas.certificate_words import is_common
from focusareas.names import fold
from focusareas.tesseract import Word

# A word read with less confidence is no word to know which way is up by.
LIKELY: Final = 0.75
# So many letters in likely words, some of them words of certificates: the page is upright.
MANY_LETTERS: Final = 24
# Where there are fewer, more looks find nothing either; they take long where nothing is sharp.
FEW_LETTERS: Final = 12
UPSIDE_DOWN: Final = (Image.Transpose.ROTATE_180,)
SIDEWAYS: Final = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)
SURE_FIGURES: Final = 0.75
FIGURES: Final = re.compile(r"[\d./:,–-]*\d[\d./:,–-]+")
# Specks and frames come out as single signs, never as letters of a name.
SPECKS: Final = frozenset("|[]{}~=\\_.'`´:;^*°¦<>«»“”„\"—-")
# What has less ink than this share of a page is a blank one.
BLANK: Final = 0.0002

Lines = Sequence[Sequence[Word]]


@dataclass(frozen=True, slots=True)
class Look:
    """One reading of the page, and how surely each word on it was read."""

    reading: Reading
    confidences: dict[str, float]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, however they were written."""
        return tuple(map(fold, self.reading.names))

    @property
    def confidence(self) -> float:
        """How surely the least sure word of the names was read."""
        words = [fold(word) for name in self.reading.names for word in name.split()]
        return min((self.confidences.get(word, 0.0) for word in words), default=0.0)


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
        for look in _looks(upright, lines, page, courses):
            looks.append(look)
            if (reading := _agreed(looks)).is_complete:
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
    is_certificate = sum(is_common(word.text) for word in _likely(lines)) > 2
    return is_certificate and _letters(lines) >= MANY_LETTERS


def _letters(lines: Lines) -> int:
    return sum(len(word.text) for word in _likely(lines))


def _likely(lines: Lines) -> Iterator[Word]:
    for line in lines:
        for word in line:
            text = word.text.strip(".,:;")
            if word.confidence >= LIKELY and not word.stands and len(text) > 2 and text.isalpha():
                yield word


# ---------------------------------------------------------------- Reading more than once


def _looks(
    upright: Image.Image, lines: Lines, page: int, courses: Sequence[CourseMarks]
) -> Iterator[Look]:
    yield _look(lines, page, courses)
    for prepare, language in _ways():
        yield _look(tesseract.words(prepare(upright), language), page, courses)


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


def _look(lines: Lines, page: int, courses: Sequence[CourseMarks]) -> Look:
    confidences: dict[str, float] = {}
    pieces = []
    for word in (word for line in lines for word in line if not _is_speck(word)):
        folded = fold(word.text)
        confidences[folded] = max(word.confidence, confidences.get(folded, 0.0))
        pieces.append(Piece(word.text, word.left, word.right, -word.baseline, word.size))
    written = "\n".join(" ".join(word.text for word in line) for line in lines)
    reading = read_page(laid_out(page, pieces, written), courses)
    if _is_day_in_doubt(lines):
        reading = replace(reading, completed_on=None)
    return Look(reading, confidences)


def _is_speck(word: Word) -> bool:
    return word.confidence < LIKELY and set(word.text) <= SPECKS and len(word.text) < 3


def _is_day_in_doubt(lines: Lines) -> bool:
    """Whether figures are hard to read: they may be the day that counts, and not those beside."""
    return any(
        word.confidence < SURE_FIGURES and FIGURES.fullmatch(word.text)
        for line in lines
        for word in line
    )


def _agreed(looks: Sequence[Look]) -> Reading:
    """What at least two readings say; what they do not agree on is left out or in doubt.

    A look that lost the course has lost most of the page: a name that it found may be of
    somebody who signed.
    """
    informed = [look for look in looks if look.reading.courses] or looks
    named = _pair(informed, lambda look: look.names)
    dated = _dated(looks)
    about = _pair(looks, lambda look: look.reading.courses)
    naming = named or [look for look in informed if look.names] or looks
    best = max(naming, key=lambda look: look.confidence)
    denials = sum(look.reading.says_not_completed for look in looks)
    is_sure = named and denials != 1
    return replace(
        best.reading,
        completed_on=dated[0].reading.completed_on if dated else None,
        courses=about[0].reading.courses if about else (),
        is_certificate=any(look.reading.is_certificate for look in looks),
        says_not_completed=denials > 1,
        is_scanned=True,
        confidence=best.confidence if is_sure else best.confidence / 2,
    )


def _dated(looks: Sequence[Look]) -> list[Look]:
    """Those that say the same day, unless another that read as much says another day.

    A look that lost the name or the course has lost the day that stood beside them too.
    """
    said = [
        look for look in looks if look.names and look.reading.courses and look.reading.completed_on
    ]
    days = {look.reading.completed_on for look in said}
    return said if len(said) > 1 and len(days) == 1 else []


def _pair(looks: Sequence[Look], say: Callable[[Look], Any]) -> list[Look]:
    """The first readings that say the same, and something at all."""
    for look in looks:
        alike = [other for other in looks if say(other) == say(look)]
        if say(look) and len(alike) > 1:
            return alike
    return []
