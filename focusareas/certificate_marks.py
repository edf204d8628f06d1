"""What is known of courses, and which of them a text names by it: data, not rules."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from focusareas.certificate_completions import DONE
from focusareas.certificate_neutral import fold, words_of
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_title_words import EXCLAMATION
from focusareas.certificate_titles import FoldedText, TitleWords

# An issuer has its address on the certificates of all its courses.
SITE: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
# A fingerprint of several parts: each of them is somewhere on the page.
PARTS: Final = " + "


# Elsewhere on the page it may be "webbkursen" as well, where that was completed.
DEFINITE: Final = re.compile(r"(?<= \+ )\w*(?:kurs|utbildning)(?=$| \+ )")
IN_DEFINITE: Final = AnyCase(r"\b(?P<course>\w*(?:kurs|utbildning)en)\b")
SENTENCES: Final = re.compile(r"[.!?]\s|\t|\n(?=[A-ZÅÄÖ])")
# "Har genomfört hela webbkursen", "webbkursen är slutförd", and not "med stöd av webbkursen"
BEFORE_IT: Final = AnyCase(
    r"\s+(?:(?:klart|igenom|i|på|vid|hela|den|vår|digitala|nationella|grundläggande)\s+){0,3}$"
)
BEHIND_IT: Final = AnyCase(r"\s+(?:om\s.{1,80}\s)?(?:(?:är|blev|har|nu|därmed|den)\s+){0,3}$")
# "Hade gått webbkursen innan", "efter webbkursen": another one than that of the paper.
BESIDES: Final = AnyCase(
    r"\b(?:före|innan|inför|efter|nästa|tidigare|redan|först|sedan|därefter|även|också|dessutom|hade|"
    r"ska|skall|kommer|måste|bör|kan|får|inte|ej|aldrig|delar|del|deltagarna|gruppen|alla|samtliga|"
    r"många|flera|några|vi|de|som|när|om\s+(?:du|ni|man)|anmäl\w*|bygg\w*|registr\w*)\b"
)


# Two are the same only when they are one: they are looked up for every text.
@dataclass(frozen=True, slots=True, eq=False)
class CourseMarks:
    """How certificates of a course are known; its issuer's name alone does not tell which."""

    code: str
    issuer: str
    fingerprints: tuple[str, ...]


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


def courses_on(
    text: str,
    courses: Iterable[CourseMarks],
    words: TitleWords | None = None,
    *,
    within: str | None = None,
    any_part: bool = False,
) -> tuple[str, ...]:
    """The codes of the courses that the text names, titles before words put together.

    `words` are those that may stand around a title. `within` is the part of the text that must say
    which course it is; with `any_part` the title is enough of words put together.
    """
    courses = tuple(courses)
    words = words or title_words(courses)
    whole = FoldedText(text, words)
    title = whole if within is None else FoldedText(within, words)
    own = _words_of_each(courses)
    titles: list[Occurrence] = []
    combined: set[str] = set()
    for code, parts in _fingerprints(courses):
        if parts[0] not in title.text:
            continue
        if len(parts) == 1:
            titles += [Occurrence(code, *span) for span in title.find_title(parts[0], own[code])]
        elif any_part:
            combined.update([code] if title.find(parts[0]) else [])
        elif title.find_title(parts[0], own[code]) and _has_all(whole, parts):
            combined.add(code)
    named = {
        title.code
        for title in titles
        if not any(title.code != other.code and title.is_within(other) for other in titles)
    }
    return tuple(sorted(named or combined))


def _has_all(whole: FoldedText, parts: list[str]) -> bool:
    """Whether all parts are in the text, and a course in the definite is said to be completed."""
    return all(map(whole.find, parts)) and all(
        _is_completed(part, whole.whole)
        for part in parts
        if part.endswith("en") and IN_DEFINITE.match(part)
    )


def _is_completed(course: str, text: str) -> bool:
    """Whether a sentence tells that the course was completed, and of nothing besides."""
    return any(
        fold(named["course"]) == course
        and _is_done(said, *named.span())
        and not BESIDES.search(said)
        for said in SENTENCES.split(text)
        for named in IN_DEFINITE.finditer(said)
    )


def _is_done(said: str, start: int, end: int) -> bool:
    """Whether what stands there in the sentence is the object or the subject of a completion."""
    before, behind = said[:start], said[end:]
    return any(BEFORE_IT.match(before[done.end() :]) for done in DONE.finditer(before)) or any(
        BEHIND_IT.match(behind[: done.start()]) for done in DONE.finditer(behind)
    )


# They are the same for every page of a pile.
@lru_cache(maxsize=100)
def own_words(courses: tuple[CourseMarks, ...]) -> frozenset[str]:
    """The folded words of what the courses and their issuers are called."""
    return words_of(*(text for course in courses for text in (course.issuer, *course.fingerprints)))


@lru_cache(maxsize=100)
def _words_of_each(courses: tuple[CourseMarks, ...]) -> dict[str, frozenset[str]]:
    """The folded words of what each course is called."""
    return {course.code: words_of(*course.fingerprints) for course in courses}


@lru_cache(maxsize=100)
def title_words(courses: tuple[CourseMarks, ...]) -> TitleWords:
    """The words that may stand around the courses' titles."""
    return TitleWords(
        around=own_words(courses),
        behind=words_of(*(course.issuer for course in courses)),
        titles=tuple(parts[0] for _, parts in _fingerprints(courses)),
        exclaimed=frozenset(
            fold(title)
            for course in courses
            for title in course.fingerprints
            if title.endswith(EXCLAMATION)
        ),
    )


@lru_cache(maxsize=100)
def _fingerprints(courses: tuple[CourseMarks, ...]) -> list[tuple[str, list[str]]]:
    """Each course's fingerprints in folded parts, but for its issuer's name or site alone."""
    found = [
        (course, list(map(fold, form.split(PARTS))))
        for course in courses
        for fingerprint in course.fingerprints
        for form in dict.fromkeys((fingerprint, DEFINITE.sub(r"\g<0>en", fingerprint)))
        if not SITE.fullmatch(fingerprint)
    ]
    return [
        # What the issuer is called tells least, so it comes last.
        (course.code, sorted(parts, key=lambda part: part in fold(course.issuer)))
        for course, parts in found
        if len(parts) > 1 or parts[0] not in fold(course.issuer)
    ]
