"""Which courses a page is about, by the words that are known of each: data, not rules."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final

from focusareas.certificate_doubts import DID_WHAT, without_mentions
from focusareas.certificate_labels import is_any_label
from focusareas.certificate_neutral import TOKEN, fold
from focusareas.certificate_pages import Page, Piece

# A fingerprint of several parts: each of them is somewhere on the page.
PARTS: Final = " + "
# "Webbkurs om våld mot djur" is another course than "Webbkurs om våld".
OTHER_SUBJECT: Final = frozenset({"mot", "bland", "riktat"})
PLACE: Final = frozenset({"i", "pa", "inom", "och", "vid"})
# "Webbkurs om våld på distans" and "i nära relationer" go on without changing the subject.
SAME_SUBJECT: Final = re.compile(
    r"nara|sin|(?:webb)?(?:kurs|utbildning)\w*|distans|webben|natet|internet|\d+|januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|ramen|visby|uppsala|stockholm|hela|samband|regi|"
    r"(?:klara|genom|full|slut|godkan|avsluta|avlagt|delta)\w*|nck|nationellt|har|fatt|"
    r"darmed|darigenom|blivit|ar|fick|visa\w*|uppfyll\w*|svara\w*|fullgjort|"
    r"socialtjanst\w*|kunskaps\w*|tillhorande|dess|det|den"
)

COURSE_LABEL: Final = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s+)?(?:(?:genomförd|avslutad|slutförd|fullföljd)\s+)?"
    r"(?:kurs(?:namn|titel|ens namn|ens titel)?|utbildning(?:snamn|ens namn|ens titel)?|"
    r"webbkurs(?=\s*:)|webbutbildning(?=\s*:)|course(?: name| title)?|training)\s*"
    r"(?:(?::|[.…_]{3,})\s*(?P<name>.*))?$",
    re.IGNORECASE,
)
# Words between "har genomfört" and the course that do not say which it is.
VAGUE: Final = re.compile(
    r"(?:den|det|en|ett|denna|detta|följande|nedanstående|ovanstående|ovannämnda|samtliga|alla|hela|"
    r"(?:\w*kurs|\w*utbildning)(?:en|ens)?|moment\w*|moduler\w*|delar\w*|kapitel|kapitlen|digital\w*|"
    r"webbaserad\w*|obligatorisk\w*|grundläggande|sin|helhet|med|godkän\w*|resultat|betyg|och|i|på|"
    r"vid|hos|av|samt|för|om|från|till|under|att|som|\d[\d:.,/–-]*|timmar\w*|h|januari|februari|"
    r"mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    r"january|february|march|may|june|july|august|october|klarat|kunskapstest\w*|"
    r"the|following|course|online|web|web-based|training|on|in|of|a|kl|e|nämnd\w*|enligt|ovan|nedan|"
    r"rubricerad\w*|tillhörande|avslutande|prov\w*|test\w*|slut\w*|genomför\w*|fullfölj\w*)"
)
LONGEST_OBJECT: Final = 160
END: Final = re.compile(r"[.!?](?:\s|$)")


# Two are the same only when they are one: they are looked up for every text.
@dataclass(frozen=True, slots=True, eq=False)
class CourseMarks:
    """How certificates of a course are known; its issuer's name alone does not tell which."""

    code: str
    issuer: str
    fingerprints: tuple[str, ...]


def courses_of(page: Page, courses: Sequence[CourseMarks]) -> tuple[str, ...]:
    """The courses that the page is about; none if it says that another one was completed."""
    text = without_mentions("\n".join(page.lines))
    labelled = [name for piece in page.pieces for name in _behind_label(page, piece)]
    if labelled:
        return courses_on(text, courses, within="\n".join(labelled))
    if any(_is_another(completed, courses) for completed in _objects(text)):
        return ()
    # As it was written the text keeps columns apart, where its rows do not.
    return courses_on(text, courses) or courses_on(without_mentions(page.written), courses)


# ---------------------------------------------------------------- What was completed


def _behind_label(page: Page, piece: Piece) -> Iterator[str]:
    """What stands behind "Kurs:" and the like, else all that stands beside and just below it."""
    match = COURSE_LABEL.match(piece.text)
    if not match:
        return
    name = match["name"] or ""
    if name and not COURSE_LABEL.match(name):
        yield " ".join([name, *_next_lines(page, piece)])
        return
    if around := page.around(piece):
        yield " ".join(value.text for value in around)
    near = [*page.beside(piece)[:1], *page.below(piece)[:1]]
    near += [other for row in page.rows_below(piece)[:1] for other in row[:1]]
    near += [other for other in page.above(piece)[:1] if piece.follows_closely(other)]
    for value in dict.fromkeys(near):
        if not is_any_label(value.text):
            yield " ".join([value.text, *_next_lines(page, value)])


def _next_lines(page: Page, value: Piece) -> list[str]:
    return [other.text for other in page.below(value) if other.follows(value)]


def _objects(text: str) -> Iterator[str]:
    """What stands behind "har genomfört" and the like, up to the end of the sentence."""
    for match in DID_WHAT.finditer(text):
        yield END.split(text[match.end() : match.end() + LONGEST_OBJECT])[0]


def _is_another(completed: str, courses: Sequence[CourseMarks]) -> bool:
    """Whether it says which course was completed, and that is none that we know."""
    if courses_on(completed, courses, any_part=True):
        return False
    lines = [line for line in completed.splitlines() if TOKEN.search(line)]
    return bool(lines) and not all(
        VAGUE.fullmatch(word.strip(",;:()\"”'’").casefold()) for word in lines[0].split()
    )


# ---------------------------------------------------------------- Known words in a text


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
    text: str, courses: Iterable[CourseMarks], *, within: str | None = None, any_part: bool = False
) -> tuple[str, ...]:
    """The codes of the courses that the text names, titles before words put together.

    `within` is the part of the text that must say which course it is; with `any_part` one word
    of those put together is enough.
    """
    whole = FoldedText(text)
    title = whole if within is None else FoldedText(within)
    titles: list[Occurrence] = []
    combined: set[str] = set()
    for code, parts in _fingerprints(tuple(courses)):
        if len(parts) == 1:
            if parts[0] in title.text:
                titles += [Occurrence(code, *span) for span in title.find(parts[0])]
        elif any(map(title.find, parts)) and (any_part or all(map(whole.find, parts))):
            combined.add(code)
    named = {
        title.code
        for title in titles
        if not any(title.code != other.code and title.is_within(other) for other in titles)
    }
    return tuple(sorted(named or combined))


# They are the same for every page of a pile.
@lru_cache(maxsize=100)
def own_words(courses: tuple[CourseMarks, ...]) -> frozenset[str]:
    """The folded words of what the courses and their issuers are called."""
    return frozenset(
        fold(word)
        for course in courses
        for text in (course.issuer, *course.fingerprints)
        for word in TOKEN.findall(text)
    )


@lru_cache(maxsize=100)
def _fingerprints(courses: tuple[CourseMarks, ...]) -> list[tuple[str, list[str]]]:
    """Each course's fingerprints in folded parts, but for its issuer's name alone."""
    found = [
        (course, list(map(fold, fingerprint.split(PARTS))))
        for course in courses
        for fingerprint in course.fingerprints
    ]
    return [
        (course.code, parts)
        for course, parts in found
        if len(parts) > 1 or parts[0] not in fold(course.issuer)
    ]


class FoldedText:
    """A text without blanks and signs in which whole words can still be told from parts."""

    def __init__(self, text: str) -> None:
        self.words = list(filter(None, map(fold, TOKEN.findall(text))))
        self.text = "".join(self.words)

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return list(accumulate(map(len, self.words)))

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins, and the end of all."""
        return [0, *self.ends]

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
        return not self._goes_on(self.words[last + 1 : last + 3])

    def _goes_on(self, following: list[str]) -> bool:
        """Whether the words behind a title make it that of another course."""
        if not following or following[0] in OTHER_SUBJECT:
            return bool(following)
        is_place = following[0] in PLACE and len(following) > 1
        return is_place and not SAME_SUBJECT.fullmatch(following[1])
