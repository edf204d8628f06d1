"""What several looks at one picture say together.

Only what two of them agree on is sure. What is doubtful in one look is not, where another one
reads it surely; noise that looks like a doubt is outvoted by those that see none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from focusareas.certificate_doubts import says_not_completed
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_pages import Page, in_rows
from focusareas.certificate_reader import Reading, doubtful_row, read_page
from focusareas.names import fold
from focusareas.picture_lines import Lines, as_seen_once, is_speck, pieces
from focusareas.tesseract import Word

SURE_FIGURES: Final = 0.75
FIGURES: Final = re.compile(r"[\d./:,–-]*\d[\d./:,–-]+")
# "4.", "12", "222", and neither "12/4" nor "2023".
SHORT_FIGURES: Final = re.compile(r"\D*\d{1,3}\D*")
# "2023-04-12", "12/4", "20230412" and "2023", and no number of a telephone.
LIKE_A_DAY: Final = re.compile(
    r"\D*(?:(?:19|20)\d\d(?:\d{4})?|\d{6}|(?:\d{4}|\d{1,2})[./:,–-]+\d{1,2}(?:[./:,–-]+\d{2,4})?)\D*"
)
# What frames and folds are read as comes with less confidence, and so does what is handwritten.
NOISE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Look:
    """One reading of the page, and how surely each word on it was read.

    What it `denies` is said in words that mean it or were legible; a `reading` that says that
    something is not completed without that has it from what may be noise. The words that were
    `doubted` do not mean it: another look may read something else there.
    """

    reading: Reading
    words: tuple[Word, ...]
    denies: bool = False
    doubted: tuple[Word, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names, however they were written."""
        return tuple(map(fold, self.reading.names))

    @property
    def confidence(self) -> float:
        """How surely the least sure word of the names was read."""
        return min(map(self._confidence_of, self._words_of_names()), default=0.0)

    def _words_of_names(self) -> Iterator[str]:
        return (fold(word) for name in self.reading.names for word in name.split())

    def _confidence_of(self, folded: str) -> float:
        read = (word for word in self.words if fold(as_seen_once(word.text)) == folded)
        return max((word.confidence for word in read), default=0.0)

    @property
    def doubtful_figures(self) -> Iterator[Word]:
        """Figures that are hard to read: they may be the day that counts, and not those beside."""
        for word in self.words:
            if word.confidence < SURE_FIGURES and FIGURES.fullmatch(word.text):
                yield word

    def settles(self, figure: Word) -> bool:
        """Whether it reads surely what stands there, and that is no day."""
        there = self._words_at(figure)
        if not there:
            return bool(SHORT_FIGURES.fullmatch(figure.text))
        return all(
            word.confidence >= SURE_FIGURES and not LIKE_A_DAY.fullmatch(word.text)
            for word in there
        )

    def settles_doubt(self, other: "Look") -> bool:
        """Whether it reads surely what the other one doubts, and that speaks against nothing."""
        there = [self._words_at(word) for word in other.doubted]
        is_sure = all(word.confidence >= SURE_FIGURES for words in there for word in words)
        return all(there) and is_sure and not self.reading.says_not_completed

    def _words_at(self, place: Word) -> list[Word]:
        return [word for word in self.words if _is_at(word, place)]


def _is_at(word: Word, other: Word) -> bool:
    """Whether they stand in the same place on the page."""
    is_as_high = abs(word.baseline - other.baseline) < max(word.size, other.size) / 2
    return is_as_high and word.left < other.right and other.left < word.right


def look(lines: Lines, page: int, courses: Sequence[CourseMarks]) -> Look:
    """What stands on the page that came out in these lines."""
    reading = _read(lines, page, courses)
    words = tuple(word for line in lines for word in line if not is_speck(word))
    if not reading.says_not_completed:
        return Look(reading, words)
    if says_not_completed(_texts(lines)):
        return Look(reading, words, denies=True)
    legible = [found for line in lines if (found := _legible(line))]
    denies = _read(legible, page, courses).says_not_completed
    return Look(reading, words, denies, _doubted(lines, page, courses) if denies else ())


def _legible(line: Sequence[Word]) -> list[Word]:
    """The words that were legible; none of a label whose value was not."""
    found = [word for word in line if word.confidence >= NOISE]
    is_label = found and len(found) < len(line) and found[-1].text.endswith(":")
    return [] if is_label else found


def _doubted(lines: Lines, page: int, courses: Sequence[CourseMarks]) -> tuple[Word, ...]:
    """The words of the row that speaks against it."""
    row = doubtful_row(_laid_out(lines, page), courses) or ()
    places = {(word.left, word.right) for piece in row for word in piece.words}
    return tuple(word for line in lines for word in line if (word.left, word.right) in places)


def _read(lines: Lines, page: int, courses: Sequence[CourseMarks]) -> Reading:
    return read_page(_laid_out(lines, page), courses)


def _laid_out(lines: Lines, page: int) -> Page:
    written = "\n".join(_texts(lines))
    return Page(page, in_rows(pieces(lines)), written, has_pictures=True)


def _texts(lines: Lines) -> list[str]:
    return [" ".join(as_seen_once(word.text) for word in line) for line in lines]


def agreed(looks: Sequence[Look]) -> Reading:
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
    denials = sum(look.denies and not _is_settled(look, looks) for look in looks)
    is_noisy = _is_noisy(looks)
    is_sure = named and (denials > 1 if denials else not is_noisy)
    return replace(
        best.reading,
        completed_on=dated[0].reading.completed_on if dated else None,
        courses=about[0].reading.courses if about else (),
        is_certificate=any(look.reading.is_certificate for look in looks),
        says_not_completed=denials > 1 if denials else is_noisy,
        is_scanned=True,
        confidence=best.confidence if is_sure else best.confidence / 2,
    )


def _is_settled(doubtful: Look, looks: Sequence[Look]) -> bool:
    """Whether more looks read surely what is doubted there than there are that deny."""
    settling = sum(look.settles_doubt(doubtful) for look in looks if doubtful.doubted)
    return settling > sum(look.denies for look in looks)


def _is_noisy(looks: Sequence[Look]) -> bool:
    """Whether what may be noise speaks against it, and is not outvoted.

    It takes two looks that see nothing of it, and more than those that do.
    """
    doubts = sum(look.reading.says_not_completed for look in looks)
    return doubts > 0 and len(looks) - doubts <= max(doubts, 1)


def _dated(looks: Sequence[Look]) -> list[Look]:
    """Those that say the same day, unless another that read as much says another day.

    A look that lost the name or the course has lost the day that stood beside them too.
    """
    said = [
        look for look in looks if look.names and look.reading.courses and look.reading.completed_on
    ]
    sure = [look for look in said if not _is_day_in_doubt(look, looks)]
    days = {look.reading.completed_on for look in sure}
    return sure if len(sure) > 1 and len(days) == 1 else []


def _is_day_in_doubt(look: Look, looks: Sequence[Look]) -> bool:
    """Whether it has figures that are hard to read, and no other look tells what they are."""
    return any(
        not any(other.settles(figure) for other in looks if other is not look)
        for figure in look.doubtful_figures
    )


def _pair(looks: Sequence[Look], say: Callable[[Look], Any]) -> list[Look]:
    """The first readings that say the same, and something at all."""
    for look in looks:
        alike = [other for other in looks if say(other) == say(look)]
        if say(look) and len(alike) > 1:
            return alike
    return []
