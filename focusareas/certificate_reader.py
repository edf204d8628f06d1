"""From a file to what stands on its certificates: names, course and day. Pure: no database."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Final

from focusareas import names, uploads
from focusareas.certificate_days import completed_on
from focusareas.certificate_doubts import labelled_courses, says_not_completed, without_mentions
from focusareas.certificate_names import holder_names
from focusareas.certificate_pages import Page, read_pages
from focusareas.certificate_words import CERTIFICATE, OTHER_PAPER, SPECIMEN

# The same words come on every certificate of a pile.
fold = lru_cache(maxsize=10_000)(names.fold)
HEADING_LINES: Final = 4
TOKEN: Final = re.compile(r"[^\W_]+")
# A fingerprint of several parts: each of them is somewhere on the page.
PARTS: Final = " + "
# "Webbkurs om våld mot djur" is another course than "Webbkurs om våld".
OTHER_SUBJECT: Final = frozenset({"mot"})


@dataclass(frozen=True, slots=True)
class CourseMarks:
    """How certificates of a course are known; its issuer's name alone does not tell which."""

    code: str
    issuer: str
    fingerprints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one certificate says; `names` are those it may be issued to, best first."""

    page: int
    names: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    completed_on: date | None = None
    is_certificate: bool = False
    is_picture: bool = False
    says_not_completed: bool = False
    confidence: float = 1.0

    @property
    def course_code(self) -> str | None:
        """The one course that it is about, none if that is unclear."""
        return self.courses[0] if len(self.courses) == 1 else None


def read(content: bytes, courses: Sequence[CourseMarks]) -> list[Reading]:
    """One reading for each certificate in the file, at least one; refuses what is no such file."""
    if uploads.content_type(content) != uploads.PDF:
        uploads.check_picture(content)
        return [Reading(page=1, is_picture=True)]
    with uploads.open_pdf(content) as document:
        readings = [read_page(page, courses) for page in read_pages(document) if not page.is_blank]
    if not readings:
        raise uploads.FileRefusedError(
            "PDF-filen är tom: där finns varken text eller bild. Spara intyget igen och lämna in "
            "det på nytt."
        )
    return _certificates(readings)


def _certificates(pages: list[Reading]) -> list[Reading]:
    """The pages that begin a certificate; the others belong to the one before them."""
    found: list[Reading] = []
    for page in pages:
        says_whose = page.names or page.completed_on or not found
        if page.is_picture or (page.is_certificate and says_whose):
            found.append(page)
    return found or pages[:1]


def read_page(page: Page, courses: Sequence[CourseMarks]) -> Reading:
    """What the page says."""
    if page.is_picture:
        return Reading(page.number, is_picture=True)
    return Reading(
        page.number,
        names=holder_names(page),
        courses=_own_courses(page, courses),
        completed_on=completed_on(page),
        is_certificate=_is_certificate(page),
        says_not_completed=says_not_completed(page.lines),
    )


def _own_courses(page: Page, courses: Sequence[CourseMarks]) -> tuple[str, ...]:
    """The courses that the page is about; none if it names another one behind "Kurs:"."""
    labelled = list(labelled_courses(page.lines))
    if labelled and not any(courses_on(name, courses) for name in labelled):
        return ()
    return courses_on(without_mentions(page.text), courses)


def _is_certificate(page: Page) -> bool:
    """Whether it says that somebody completed something, and not that it is another paper."""
    is_specimen = any(fold(line) in SPECIMEN for line in page.lines)
    is_other = any(map(OTHER_PAPER.search, page.lines[:HEADING_LINES]))
    return bool(CERTIFICATE.search(page.text)) and not is_specimen and not is_other


# ---------------------------------------------------------------- Which course


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where in the folded text a course's words stand."""

    code: str
    start: int
    end: int

    def is_within(self, other: "Occurrence") -> bool:
        """Whether it is only part of longer words of another course."""
        overlap = self.start < other.end and other.start < self.end
        return overlap and self.end - self.start < other.end - other.start


def courses_on(text: str, courses: Iterable[CourseMarks]) -> tuple[str, ...]:
    """The codes of the courses that the text names, titles before words put together."""
    folded = FoldedText(text)
    titles: list[Occurrence] = []
    combined: set[str] = set()
    for course in courses:
        for fingerprint in course.fingerprints:
            parts = fingerprint.split(PARTS)
            if len(parts) > 1 and all(folded.find(fold(part)) for part in parts):
                combined.add(course.code)
            elif len(parts) == 1 and fold(fingerprint) not in fold(course.issuer):
                spans = folded.find(fold(fingerprint))
                titles += [Occurrence(course.code, start, end) for start, end in spans]
    named = {
        title.code
        for title in titles
        if not any(title.code != other.code and title.is_within(other) for other in titles)
    }
    return tuple(sorted(named or combined))


class FoldedText:
    """A text without blanks and signs in which whole words can still be told from parts."""

    def __init__(self, text: str) -> None:
        words = [folded for word in TOKEN.findall(text) if (folded := fold(word))]
        self.text = "".join(words)
        self.ends = list(accumulate(map(len, words)))
        self.starts = [0, *self.ends]
        self.words = words

    def find(self, wanted: str) -> list[tuple[int, int]]:
        """Where the wanted words stand as whole words that do not begin another title."""
        spans = []
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            end = start + len(wanted)
            if self._is_whole(start, end):
                spans.append((start, end))
            start = self.text.find(wanted, start + 1)
        return spans

    def _is_whole(self, start: int, end: int) -> bool:
        first, last = bisect_left(self.starts, start), bisect_left(self.ends, end)
        if self.starts[first] != start or self.ends[last] != end:
            return False
        return last + 1 >= len(self.words) or self.words[last + 1] not in OTHER_SUBJECT
