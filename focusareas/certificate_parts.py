"""Parts of a course that a page lists with how they went: modules, chapters, days, tests.

A course is completed when all of them are. Lists of what a course holds say nothing of that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from focusareas.certificate_pages import SIGN, Page, Piece, Row
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_shares import PASSING, has_all, has_share, is_of_score
from focusareas.certificate_written_days import HALF_WRITTEN, MONTH, WRITTEN, read_match

NOUN: Final = (
    r"(?:(?:kurs|utbildnings|del)?(?:modul|moment|avsnitt|kapit(?:el|let)|del|delkurs|kurs(?=del)|prov|test)|"
    r"block|steg|lektion|uppgift|quiz|dag|pass|tillfälle|träff|session|module|chapter|part|lesson|"
    r"unit|section|step|day)(?:en|et|s|er|erna|ar|arna)?"
)
SO_FAR: Final = r"\s*(?:[-–,&]|och|till|to|and)\s*"
NUMBERS: Final = rf"\d{{1,2}}(?:{SO_FAR}\d{{1,2}}(?!\s*(?:{MONTH})\b))*(?![\d/.:]*\d|\s*%)"
DONE: Final = (
    r"(?:(?:är\s+|blev\s+)?(?:(?:genomför|slutför|fullfölj)(?:d|da|t)|genomgå(?:tt|ngen|nget|ngna)|"
    r"fullgjor(?:d|t|da)|avsluta(?:d|t|de)|(?:av)?klara(?:d|t|de)|klart?|klara|färdigt?|"
    r"godkän(?:d|t|da)|uppnå(?:tt|dd|dda)|completed?|passed|finished|achieved|done)\b|[✓✔☑☒√])"
)
# "Modul 1", "Avsnitt 1-3", "Slutförd modul 2", "Introduktionsmodulen", "Teoridel"
TITLED: Final = (
    r"(?!(?:slut|avslut|sista|alla|samtliga|hela|final)\w*)"
    r"(?:(?:\w{3,}(?<!kurs)(?<!utbildnings)(?:modul(?:en)?|del(?:en)?|avsnitt(?:et)?)|"
    r"(?:digital|fysisk|teoretisk|praktisk|webbaserad|inledande|skriftlig|muntlig)\w*\s+del(?:en)?)"
    rf"(?=\s+{DONE})|(?:första|andra|tredje|fjärde|first|second|third)\s+{NOUN})"
)
PART: Final = AnyCase(
    rf"^\W*(?:{DONE}\s+)?(?P<title>{NOUN}\s*(?:nr\s*)?(?P<numbers>{NUMBERS})|{TITLED})"
    r"(?!\w)"
)
NEXT_PART: Final = AnyCase(rf"(?<=\s){NOUN}\s*{NUMBERS}(?!\w)")
# "☑ Del 1 ☑ Del 2": a mark belongs to what stands behind it, where the line begins with one.
MARK: Final = r"[✓✔☑☒√✗✘☐□]"
MARKED: Final = re.compile(rf"\s*{MARK}")
NEXT_MARKED: Final = AnyCase(rf"(?<=\s){MARK}\s*{NOUN}\s*{NUMBERS}(?!\w)")
COURSE_DAY: Final = re.compile(r"(?:dag|tillfälle|träff|day)(?!\w*prov)", re.IGNORECASE)
FEWEST_DAYS: Final = 2
# "Kl. 09.00–16.30"
HOURS: Final = re.compile(
    r"(?:\bkl(?:ockan|\.)?\s*)?\b\d{1,2}[.:]\d\d\s*(?:[–-]|till)\s*\d{1,2}[.:]\d\d\b", re.IGNORECASE
)
NUMBER: Final = re.compile(r"\d+")
RANGE: Final = re.compile(r"(\d+)\s*(?:[-–]|till|to)\s*(\d+)")
# Where a title may stand beside it, what is said of a part comes first or last.
IS_DONE: Final = AnyCase(rf"\W*{DONE}|(?:.*\W)?{DONE}(?:\s+(?:den|on))?\W*$")
IS_LEFT: Final = AnyCase(
    r"\W*(?:ej|inte|icke|nej|no|not|låst|låses|öppen|öppna[dst]?|stängd|startad|påbörja\w*|pågå\w*|"
    r"väntar|saknas|kvar|återstår|planera\w*|anmäld|underkän\w*|locked|open|started|pending|"
    r"in\s+progress|incomplete|failed)\b|.*\b(?:ej|inte|not)\s+\w+\W*$|.*\s(?:låst|locked)\W*$"
    r"|\s*(?::\s*)?(?:[–—-]{1,3}|[✗✘☐□○]|ig|u|fx?)\s*$"
)
HEADING: Final = AnyCase(
    r"\W*(?:(?:kurs|utbildnings|del)?(?:modul|moment|avsnitt|kapitel|del|delkurs|prov|test)"
    r"(?:er|ar|en|et|erna|arna|namn)?|lektion(?:er)?|steg|uppgift(?:er)?|aktivitet(?:er)?|quiz|krav|"
    r"(?:lär(?:ande)?|kompetens|del)?mål(?:en)?|färdighet(?:er)?|(?:learning\s+)?(?:goals?|outcomes?)|"
    r"modules?|chapters?|lessons?|units?|sections?|activit(?:y|ies)|requirements?)\W*$"
)
STATE_HEADING: Final = AnyCase(
    r"\W*(?:\w*status|\w*resultat|betyg|omdöme|framsteg|progress|\w*datum|date|dag|poäng|"
    rf"närvaro|state|results?|score|grade|{DONE}(?:\s+(?:den|datum|on))?)\W*$"
)
ALL: Final = AnyCase(r"\W*(?:hela|totalt|total|kursen|utbildningen|samtliga|alla|the\s+whole)\b")
ALL_DONE: Final = AnyCase(rf"\W*(?:hela|kursen|utbildningen|samtliga|alla)\b.*{DONE}")
GRADE: Final = AnyCase(r"\W*(?:v?g|mvg|[a-e]|p|ja|yes|x|ok)\W*$")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of the course, by its title and numbers, what is said of it and where."""

    title: str
    numbers: tuple[int, ...]
    said: str
    pieces: tuple[Piece, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is a number of parts from the first on, "kapitel 1-7"."""
        return len(self.numbers) > 1 and self.numbers[0] == 1

    @property
    def has_day(self) -> bool:
        """Whether it says when."""
        return bool(WRITTEN.search(self.said) or HALF_WRITTEN.search(self.said))

    @property
    def is_told(self) -> bool:
        """Whether anything is said of how it went."""
        return self.is_done or bool(IS_LEFT.match(self.said)) or has_share(self.said)

    @property
    def is_done(self) -> bool:
        """Whether it is said to be done, well enough."""
        least = PASSING if is_of_score(f"{self.title} {self.said}") else 1.0
        if IS_LEFT.match(self.said) or not has_all(self.said, least):
            return False
        said = WRITTEN.sub("", self.said)
        return self.has_day or has_share(said) or bool(IS_DONE.match(said))


def has_parts_left(page: Page) -> bool:
    """Whether some part of the course is not said to be done, where others or the whole are."""
    listed = _listed(page)
    if any(map(_is_left, _in_tables(page))):
        return True
    if not any(part.is_told for part in listed):
        return False
    if not all(part.is_done for part in listed):
        return True
    if len({part.has_day for part in listed}) > 1:
        return True
    numbers = {number for part in listed for number in part.numbers}
    return len(listed) + len(numbers) < 3 or numbers != set(range(1, len(numbers) + 1))


def pieces_of_parts(page: Page) -> frozenset[Piece]:
    """Where something is told of single parts, whose days are not that of the course."""
    parts = [part for part in _listed(page) if not part.is_whole]
    rows = (row for row in _in_tables(page) if not ALL.match(row.pieces[0].text))
    return frozenset(piece for part in (*parts, *rows) for piece in part.pieces)


def pieces_of_whole(page: Page) -> frozenset[Piece]:
    """The rows below the parts in a table that say that the whole course is done."""
    rows = (row for row in _in_tables(page) if ALL.match(row.pieces[0].text) and row.is_done)
    return frozenset(piece for row in rows for piece in row.pieces)


# Asked several times of a page, and of no other one meanwhile.
@lru_cache(maxsize=2)
def _listed(page: Page) -> tuple[Part, ...]:
    """The parts that are told of in lines, each with its number or title first."""
    return tuple(part for row in page.rows for part in _in_row(page, row))


def _in_row(page: Page, row: Row) -> Iterator[Part]:
    starts = [index for index, piece in enumerate(row) if PART.match(piece.text)]
    for start, end in pairwise([*starts, len(row)]):
        yield from _in_line(page, row[start:end])


def _in_line(page: Page, pieces: Row) -> Iterator[Part]:
    """The parts that the pieces tell of, in the order they stand: "Kapitel 1 ✓ Kapitel 2 –"."""
    text = " ".join(piece.text for piece in pieces)
    first = PART.match(text)
    if first and not SIGN.search(text[first.end() :]) and len(pieces) == 1:
        below = page.below(pieces[0])[:1]
        value = below[0].text if below else ""
        if IS_LEFT.match(value) or IS_DONE.match(value) or _is_day(value):
            text, pieces = f"{text} {value}", (*pieces, *below)
    nexts = NEXT_MARKED if MARKED.match(text) else NEXT_PART
    starts = [0, *(match.start() for match in nexts.finditer(text) if match.start())]
    for start, end in pairwise([*starts, len(text)]):
        if part := PART.match(text[start:end]):
            title_end = start + part.end()
            before = text[start : start + part.start("title")]
            yield Part(
                part["title"],
                _numbers(part["numbers"] or ""),
                f"{text[title_end:end]} {before}",
                pieces,
            )


def _is_day(text: str) -> bool:
    return bool(WRITTEN.match(text.strip()))


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers that are written, from the first to the last of a range."""
    ends = ((int(first), int(last)) for first, last in RANGE.findall(text))
    within = {number for first, last in ends for number in range(first, last + 1)}
    return tuple(sorted(within.union(map(int, NUMBER.findall(text)))))


def last_course_day(page: Page) -> tuple[date | None, ...]:
    """The last of the course's days, where each is told: "Dag 1: 4 maj 2023. Dag 2: 11/5 2023".

    No day stands for one that cannot be told, as where more is said of one of them: "sjuk".
    """
    parts = [part for part in _listed(page) if COURSE_DAY.match(part.title) and part.has_day]
    if len(parts) < FEWEST_DAYS:
        return ()
    days = [day for part in parts if (day := _only_day(part.said))]
    is_all = [part.numbers for part in parts] == [(n,) for n in range(1, len(days) + 1)]
    is_same = len({_without_times(part.said) for part in parts}) == 1
    return (days[-1] if is_all and is_same and days == sorted(set(days)) else None,)


def _without_times(said: str) -> str:
    """What is said of a day of the course but which day it was, and at what hours."""
    return HOURS.sub("", WRITTEN.sub("", said)).strip(" .,:;()–-")


def last_day_of_parts(page: Page) -> tuple[date, ...]:
    """The last day of a table's parts, where each has its own and all are said to be done."""
    days = [_only_day(part.said) if part.is_done else None for part in _in_tables(page)]
    told = [day for day in days if day]
    is_all = len(told) == len(days) >= FEWEST_DAYS and any(map(ALL_DONE.match, page.lines))
    return (max(told),) if is_all else ()


def _only_day(text: str) -> date | None:
    """The only day that the text tells, none if there is another number of them."""
    found = [read_match(match) for match in WRITTEN.finditer(text)]
    return found[0][1] if len(found) == 1 and found[0][0] else None


# ---------------------------------------------------------------- Tables


def is_state_heading(piece: Piece) -> bool:
    """Whether what stands in the column under the piece says how or when something was done."""
    return bool(STATE_HEADING.match(piece.text))


@lru_cache(maxsize=2)
def _in_tables(page: Page) -> tuple[Part, ...]:
    """The rows of tables with headings such as "Modul | Status | Datum"."""
    headings = (
        heading
        for heading, *others in page.rows
        if any(map(is_state_heading, others)) and HEADING.match(heading.text)
    )
    return tuple(part for heading in headings for part in _under(page, heading))


def _under(page: Page, heading: Piece) -> Iterator[Part]:
    for below in page.table_under(heading):
        if len(below) > 1 or not ALL_DONE.match(below[0].text):
            values = [piece for piece in below if piece.left >= heading.right]
            yield Part(heading.text, (), " ".join(piece.text for piece in values), below)


def _is_left(part: Part) -> bool:
    """Whether the row of a table does not say that the part is done."""
    return not (part.is_done or GRADE.match(part.said))
