"""A pasted list of who came: each line to its person when that is sure, else a question.

A line may hold more than the name, as sign-in lists do: a number, an address, the unit. What
stands there beside the name must be true of the person, or it is a question all the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q
from django.db.models.functions import Lower

from focusareas.matching import Match, Person, Register
from focusareas.models import Employment, StaffMember
from focusareas.names import plain, search_key

MOST_LINES = 300
LONGEST_LINE = 200
BETWEEN_CELLS = re.compile(r"[\t;,()|/]|\s[-–]\s")
LIST_MARK = re.compile(r"^\s*(?:[-–•*·☑☐✓✔]|\d{1,3}[.)])\s*")
LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line: the person when sure, else whom it may be, the likeliest first."""

    position: int
    text: str
    person: int | None
    candidates: tuple[int, ...] = ()

    @property
    def is_question(self) -> bool:
        """Whether somebody has to choose."""
        return self.person is None and bool(self.candidates)

    @property
    def is_unknown(self) -> bool:
        """Whether nobody has a name like it."""
        return self.person is None and not self.candidates


def lines_of(text: str) -> list[str]:
    """The lines that hold something, without the marks of a list."""
    found = (LIST_MARK.sub("", line).strip() for line in text.splitlines())
    return [line[:LONGEST_LINE] for line in found if plain(line)]


def read_pasted(text: str, register: Register, *, on: date) -> list[PastedLine]:
    """Each line of the text with whom it names that day."""
    lines = [Line(line) for line in lines_of(text)]
    people = _by_key(lines)
    matches = [line.match(register) for line in lines]
    likely = [
        [people[key] for key in line.keys if key in people] or _people(match.person)
        for line, match in zip(lines, matches, strict=True)
    ]
    known = _known_words((pk for found in likely for pk in found), on)
    return [
        _judged(position, line, match, found, known)
        for position, (line, match, found) in enumerate(zip(lines, matches, likely, strict=True))
    ]


def _judged(
    position: int, line: "Line", match: Match, found: list[int], known: dict[int, set[str]]
) -> PastedLine:
    """Sure when there is one person, and all that the line says is true of them."""
    people = list(dict.fromkeys(found))
    if len(people) == 1 and line.is_explained_by(match, people[0], known[people[0]]):
        return PastedLine(position, plain(line.text), people[0])
    others = (person.pk for person in match.candidates)
    return PastedLine(position, plain(line.text), None, tuple(dict.fromkeys([*people, *others])))


def _people(person: Person | None) -> list[int]:
    return [person.pk] if person else []


class Line:
    """One line as it was written, and the ways in which its name may be read."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def keys(self) -> list[str]:
        """The words that may be an address or a number."""
        words = (word.strip("<>.,;:()").casefold() for word in re.split(r"[\s;,]+", self.text))
        return [word for word in words if word and ("@" in word or re.search(r"\d", word))]

    @cached_property
    def readings(self) -> list[str]:
        """What may be the name: all of it, its first cell, or its first two."""
        without = re.sub(r"\S*[@\d]\S*", " ", self.text)
        cells = [cell for cell in map(plain, BETWEEN_CELLS.split(without)) if LETTERS.search(cell)]
        found = (" ".join(cells), *cells[:1], " ".join(cells[:2]))
        return list(dict.fromkeys(filter(None, found)))

    def match(self, register: Register) -> Match:
        """The first way of reading it that is sure, else the one that comes closest."""
        matches = [register.match(reading) for reading in self.readings]
        sure = [match for match in matches if match.person]
        if sure or not matches:
            return sure[0] if sure else Match(None, 0.0, (), ())
        return max(matches, key=lambda match: (bool(match.exact), match.confidence))

    def is_explained_by(self, match: Match, person: int, known: set[str]) -> bool:
        """Whether no word is left over that is not known of the person."""
        words = _words(self.text)
        named = match.person
        if named is None or named.pk != person:
            return known.issuperset(words)
        names = {word for name in named.all_words for word in name}
        return "".join(words) in named.keys or (known | names).issuperset(words)


def _words(text: str) -> list[str]:
    """The folded words of two letters or more; addresses and numbers are looked up instead."""
    without = re.sub(r"\S*[@\d]\S*", " ", text)
    cells = BETWEEN_CELLS.sub(" ", without)
    return [word for word in search_key(cells).split() if len(word) > 1]


def _by_key(lines: Iterable[Line]) -> dict[str, int]:
    """People by the numbers and addresses that the lines hold; not one that several share."""
    keys = {key for line in lines for key in line.keys}
    rows = StaffMember.objects.annotate(
        number=Lower("employee_number"), address=Lower("email")
    ).filter(Q(number__in=keys) | Q(address__in=keys))
    found: dict[str, set[int]] = defaultdict(set)
    for pk, number, address in rows.values_list("pk", "number", "address"):
        for key in {number, address} & keys:
            found[key].add(pk)
    return {key: pks.pop() for key, pks in found.items() if len(pks) == 1}


def _known_words(people: Iterable[int], on: date) -> dict[int, set[str]]:
    """What one may write of each beside the name: the name again, where they work, and as what."""
    pks = set(people)
    found: dict[int, set[str]] = {pk: set() for pk in pks}
    for person in StaffMember.objects.filter(pk__in=pks):
        found[person.pk].update(_words(person.full_name))
    employed = Employment.objects.on(on).filter(staff_member__in=pks)
    for pk, *texts in employed.values_list("staff_member", "unit__name", "unit__code", "title"):
        found[pk].update(word for text in texts for word in search_key(text).split())
    return found


def people_in(lines: Sequence[PastedLine]) -> list[int]:
    """Everybody that the lines may be about, once each."""
    return list(
        dict.fromkeys(
            pk for line in lines for pk in ([line.person] if line.person else line.candidates)
        )
    )
