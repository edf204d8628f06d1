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
from focusareas.certificate_neutral import TOKEN, fold, known_beginning, unknown_words
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_papers import DONE
from focusareas.certificate_patterns import AnyCase

# An issuer has its address on the certificates of all its courses.
SITE: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
# A fingerprint of several parts: each of them is somewhere on the page.
PARTS: Final = " + "
# "Webbkurs om våld mot djur" is another course than "Webbkurs om våld", wherever the line ends.
OTHER_SUBJECT: Final = frozenset({"mot", "bland", "riktat"})
# These join another subject, or say when, where and for how long.
JOINT: Final = frozenset(
    """
    i pa inom och samt vid for hos av med fran genom under till som via nar da dar att om
    where when in at for of
    """.split()
)
# A part of the course, or the course after it.
STEP: Final = re.compile(
    r"kapit\w*|modul(?:en)?|moment(?:et)?|del(?:en)?|steg|niva|i{2,3}|fordjupning\w*"
)
LENGTH: Final = re.compile(
    r"timmar\w*|timme|tim|h|min|minuter|kapitel|moduler|hp|poang|dagar|januari|februari|mars|april|"
    r"maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|"
    r"july|august|october|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec|[ae]|0?[1-9]|1[0-2]"
)
NUMBERS: Final = frozenset({"tva", "tre", "fyra", "fem", "sex"})
DAY_OR_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\d{4})?")
# "Webbkurs om våld på distans" and "i nära relationer" go on without changing the subject.
SAME_SUBJECT: Final = re.compile(
    r"nara|sin|(?:webb)?(?:kurs|utbildning)\w*|distans|webben|natet|internet|\d+|januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|ramen|visby|uppsala|stockholm|hela|samband|regi|"
    r"(?:klara|genom|full|slut|godkan|avsluta|avlagt|delta)\w*|nck|nationellt|har|fatt|"
    r"darmed|darigenom|blivit|ar|fick|visa\w*|uppfyll\w*|svara\w*|fullgjort|region\w*|gotland|"
    r"omfatta\w*|ges|gavs|ingar|bestar|ger|finns|funnits|tar|motsvarar|erbjuds|anordna\w*|avlad\w*|"
    r"mellan|between|during|ledning|period\w*|tid|tiden|arbetstid|sig|larplattform\w*|larportal\w*|kursportal\w*|teams|zoom|skype|lank|webb|var(?:en|terminen)|host(?:en|terminen)|"
    r"socialtjanst\w*|kunskaps\w*|tillhorande|dess|det|den"
)
# What may stand before a title besides: what the paper is, who says so and to whom.
LED_IN: Final = re.compile(
    r"\w*(?:intyg|bevis|diplom|certifikat)(?:et)?|intyga[sr]|intyget|harmed|bekraftar|tilldela\w*|"
    r"utfarda\w*|certificate|certify|grattis|gratulerar|aktivitet|titel|amne|rubrik|avser|galler|"
    r"namn|uppsala|universitet\w*|region\w*|gotland\w*|kommun\w*|lansstyrelse\w*|visby|ja|"
    r"completion|har|amnet|se|over|min|mina|vad|visar|"
    r"version|omfattning|arrangor|anordnare|utgivare|kursledare|poang|plats|enhet|arbetsplats"
)
COURSE_LABEL: Final = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s+)?(?:(?:genomförd|avslutad|slutförd|fullföljd)\s+)?"
    r"(?:kurs(?:namn|titel|ens namn|ens titel)?|utbildning(?:snamn|ens namn|ens titel)?|"
    r"webbkurs(?=\s*:)|webbutbildning(?=\s*:)|course(?: name| title)?|training)\s*"
    r"(?:(?::|[.…_]{3,})\s*(?P<name>.*))?$",
    re.IGNORECASE,
)
PART_OF_IT: Final = AnyCase(r"test|prov|kapit|modul|moment")
LONGEST_OBJECT: Final = 160
END: Final = re.compile(r"[.!?](?:\s|$)")
# "har genomfört kursen och fått kunskap om": it is named elsewhere.
THE_COURSE: Final = AnyCase(r"(?:kursen|utbildningen|the course)\s+(?:och|samt|har|and)\b")
# Where what stands before a title has nothing to do with it: another line, column or sentence.
BREAK: Final = re.compile(r"[\n\t]|[.!?]\s")
COLUMN_OR_LINE: Final = re.compile(r"[\n\t]")
BETWEEN_COLUMNS: Final = "\t"


# Two are the same only when they are one: they are looked up for every text.
@dataclass(frozen=True, slots=True, eq=False)
class CourseMarks:
    """How certificates of a course are known; its issuer's name alone does not tell which."""

    code: str
    issuer: str
    fingerprints: tuple[str, ...]


def courses_of(
    page: Page, courses: Sequence[CourseMarks], names: Iterable[str] = ()
) -> tuple[str, ...]:
    """The courses that the page is about; none if it says that another one was completed.

    The `names` of the holder may stand beside the title.
    """
    own = own_words(tuple(courses)) | words_of(*names)
    rows = (BETWEEN_COLUMNS.join(piece.text for piece in row) for row in page.rows)
    text = without_mentions("\n".join(rows))
    labelled = [name for piece in page.pieces for name in _behind_label(page, piece)]
    if labelled:
        return courses_on(text, courses, own, within="\n".join(labelled))
    if any(_is_another(completed, courses, own) for completed in _objects(text)):
        return ()
    # As it was written the text keeps columns apart, where its rows do not.
    written = without_mentions(page.written)
    return courses_on(text, courses, own) or courses_on(written, courses, own)


# ---------------------------------------------------------------- What was completed


def _behind_label(page: Page, piece: Piece) -> Iterator[str]:
    """What stands behind "Kurs:" and the like, else all that stands beside and just below it."""
    match = COURSE_LABEL.match(piece.text)
    if not match:
        return
    name = match["name"] or ""
    if name and not COURSE_LABEL.match(name):
        yield "\n".join([name, *_next_lines(page, piece)])
        return
    if around := page.around(piece):
        yield "\n".join(value.text for value in around)
    near = [*page.beside(piece)[:1], *page.below(piece)[:1]]
    near += [other for row in page.rows_below(piece)[:1] for other in row[:1]]
    near += [other for other in page.above(piece)[:1] if piece.follows_closely(other)]
    for value in dict.fromkeys(near):
        if not is_any_label(value.text):
            yield "\n".join([value.text, *_next_lines(page, value)])


def _next_lines(page: Page, value: Piece) -> list[str]:
    return [other.text for other in page.below(value) if other.follows(value)]


def _objects(text: str) -> Iterator[str]:
    """What stands behind "har genomfört" and the like, up to the end of the sentence."""
    for match in DID_WHAT.finditer(text):
        yield END.split(text[match.end() : match.end() + LONGEST_OBJECT])[0]


def _is_another(completed: str, courses: Sequence[CourseMarks], own: frozenset[str]) -> bool:
    """Whether it says what was completed, and that is none of the courses that we know."""
    beside, *_ = COLUMN_OR_LINE.split(completed)
    if TOKEN.search(beside):
        known = known_beginning(beside, own)
        if known == beside or THE_COURSE.search(known):
            return False
        return not courses_on(known, courses, own, any_part=True)
    if courses_on(completed, courses, own, any_part=True):
        return False
    below = next((line for line in completed.splitlines() if TOKEN.search(line)), "")
    return bool(unknown_words(below, own))


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
    text: str,
    courses: Iterable[CourseMarks],
    own: frozenset[str] | None = None,
    *,
    within: str | None = None,
    any_part: bool = False,
) -> tuple[str, ...]:
    """The codes of the courses that the text names, titles before words put together.

    `own` are words that may stand around a title. `within` is the part of the text that must say
    which course it is; with `any_part` one word of those put together is enough.
    """
    courses = tuple(courses)
    own = own_words(courses) if own is None else own
    whole = FoldedText(text, own)
    title = whole if within is None else FoldedText(within, own)
    titles: list[Occurrence] = []
    combined: set[str] = set()
    for code, parts in _fingerprints(courses):
        if parts[0] not in title.text and not any_part:
            continue
        if len(parts) == 1:
            titles += [Occurrence(code, *span) for span in title.find_title(parts[0])]
        elif any_part:
            combined.update([code] if any(map(title.find, parts)) else [])
        elif title.find_title(parts[0]) and all(map(whole.find, parts)):
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
    return words_of(*(text for course in courses for text in (course.issuer, *course.fingerprints)))


def words_of(*texts: str) -> frozenset[str]:
    """The folded words of the texts."""
    return frozenset(fold(word) for text in texts for word in TOKEN.findall(text))


@lru_cache(maxsize=100)
def _fingerprints(courses: tuple[CourseMarks, ...]) -> list[tuple[str, list[str]]]:
    """Each course's fingerprints in folded parts, but for its issuer's name or site alone."""
    found = [
        (course, list(map(fold, fingerprint.split(PARTS))))
        for course in courses
        for fingerprint in course.fingerprints
        if not SITE.fullmatch(fingerprint)
    ]
    return [
        # What the issuer is called tells least, so it comes last.
        (course.code, sorted(parts, key=lambda part: part in fold(course.issuer)))
        for course, parts in found
        if len(parts) > 1 or parts[0] not in fold(course.issuer)
    ]


class FoldedText:
    """A text without blanks and signs in which whole words can still be told from parts."""

    def __init__(self, text: str, own: frozenset[str]) -> None:
        self.whole = text
        self.own = own
        self.words = list(map(fold, TOKEN.findall(text)))
        self.text = "".join(self.words)

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in the text as it was."""
        return [match.span() for match in TOKEN.finditer(self.whole)]

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return list(accumulate(map(len, self.words)))

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins, and the end of all."""
        return [0, *self.ends]

    def find(self, wanted: str) -> list[tuple[int, int]]:
        """Where the wanted words stand as whole words."""
        spans = []
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            end = start + len(wanted)
            if self.starts[self._first(start)] == start and self.ends[self._last(end)] == end:
                spans.append((start, end))
            start = self.text.find(wanted, start + 1)
        return spans

    def find_title(self, wanted: str) -> list[tuple[int, int]]:
        """Where the wanted words are not part of another title, or of what is said about it."""
        return [
            (start, end)
            for start, end in self.find(wanted)
            if self._is_led_in(self._first(start)) and not self._goes_on(self._last(end))
        ]

    def _first(self, start: int) -> int:
        return bisect_left(self.starts, start)

    def _last(self, end: int) -> int:
        return bisect_left(self.ends, end)

    def _is_led_in(self, first: int) -> bool:
        """Whether nothing stands before it that makes it another course: "Workshop"."""
        before = BREAK.split(self.whole[: self.places[first][0]][-LONGEST_OBJECT:])[-1]
        *_, said = [0, *(match.end() for match in DONE.finditer(before))]
        if not said and PART_OF_IT.search(before):
            return False
        return all(LED_IN.fullmatch(fold(word)) for word in unknown_words(before[said:], self.own))

    def _goes_on(self, last: int) -> bool:
        """Whether the words behind it make it another course: "för tandvården", "del 2"."""
        following = [self.whole[slice(*place)] for place in self.places[last + 1 : last + 3]]
        if not following:
            return False
        begin, end = self.places[last + 1]
        gap = self.whole[self.places[last][1] : begin]
        first, second = fold(following[0]), following[-1] if following[1:] else ""
        if gap == ".":
            return True  # a site's address
        if gap.strip() == "(" and first not in JOINT:
            # What it is called in another language, unless it is the course after it.
            inside = TOKEN.findall(self.whole[begin:].partition(")")[0])
            return any(STEP.fullmatch(word) or word in NUMBERS for word in map(fold, inside))
        if END.search(gap) or self.whole.startswith(":", end):
            return False
        if first in JOINT:
            return self._is_other(second)
        if BREAK.search(gap):
            return first in OTHER_SUBJECT
        if first.isdigit() or first in NUMBERS:
            return not (DAY_OR_YEAR.fullmatch(first) or LENGTH.fullmatch(fold(second)))
        return bool(STEP.fullmatch(first)) or self._is_other(following[0])

    def _is_other(self, word: str) -> bool:
        folded = fold(word)
        is_said_of_any = SAME_SUBJECT.fullmatch(folded) or LED_IN.fullmatch(folded)
        return not is_said_of_any and bool(unknown_words(word, self.own))
