"""From a name as written on a certificate to the person: sure, or candidates to choose from."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from focusareas.names import fold, plain, search_key

CUT_OFF: Final = 65
CUT_OFF_IN_UNIT: Final = 50
MAX_CANDIDATES: Final = 5
LOOKED_AT: Final = 20
SAME_UNIT_HEAD_START: Final = 12
SAME_WORD_HEAD_START: Final = 18
# Family names change: who has the given name counts as this alike, which is ahead of strangers.
SAME_GIVEN_NAME: Final = 75
FORMER_SET_BACK: Final = 5
FOLDED_CONFIDENCE: Final = 0.98
# "K." is likely to be Kim, but not as surely as Kim is.
INITIAL: Final = 0.85
LOST_LETTER: Final = re.compile("[?\ufffd]")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the register, as the matcher needs to know them on the day."""

    pk: int
    employee_number: str
    given_name: str
    family_name: str
    is_protected: bool = False
    in_unit: bool = False
    is_employed: bool = True
    learned: tuple[str, ...] = ()

    @property
    def own_keys(self) -> set[str]:
        """The folded name of the register in both orders."""
        given, family = fold(self.given_name), fold(self.family_name)
        return {given + family, family + given} - {""}

    @property
    def keys(self) -> set[str]:
        """All the folded names that are this person's."""
        return self.own_keys | set(map(fold, self.learned))

    @property
    def all_words(self) -> list[list[str]]:
        """The folded words of each name."""
        names = (f"{self.given_name} {self.family_name}", *self.learned)
        return [search_key(name).split() for name in names]

    @property
    def full_names(self) -> tuple[str, ...]:
        """The folded words of given and family name, in both orders."""
        given, family = search_key(self.given_name), search_key(self.family_name)
        return (f" {given} {family} ", f" {family} {given} ") if given and family else ()

    def has_given_name(self, words: list[str]) -> bool:
        """Whether the whole given name is among the folded words."""
        given = search_key(self.given_name).split()
        return bool(given) and set(given) <= set(words)

    def spellings(self) -> tuple[set[str], set[str]]:
        """The ways to write the name, those that leave no doubt of the order first."""
        given, family = plain(self.given_name), plain(self.family_name)
        return (
            {plain(f"{given} {family}"), f"{family}, {given}"},
            {plain(f"{family} {given}")},
        )

    def with_capital_family_name(self) -> set[str]:
        """The ways to write the name so that capitals tell which is the family name."""
        given, family = plain(self.given_name), plain(self.family_name).upper()
        return {f"{given} {family}", f"{family} {given}", f"{family}, {given}"}


@dataclass(frozen=True, slots=True)
class Match:
    """What the register says of a name: a person when sure, else who comes closest."""

    person: Person | None
    confidence: float
    candidates: tuple[Person, ...]
    exact: tuple[Person, ...]


class Register:
    """The people of a unit on a day, and when a name is not theirs, everybody else."""

    def __init__(
        self, in_unit: Iterable[Person], everybody: Callable[[], Iterable[Person]]
    ) -> None:
        self._in_unit = by_key(in_unit)
        self._load_everybody = everybody

    def match(self, name: str, *, is_scanned: bool = False) -> Match:
        """The one person of the unit who has the whole name, else candidates, best first."""
        person = self._only_one(name, is_scanned) if is_readable(name) else None
        if person:
            confidence = 1.0 if is_spelled(name, person) else FOLDED_CONFIDENCE
            return Match(person, confidence, (person,), (person,))
        return self._ask(name)

    def also_named(self, text: str, person: Person, names: Iterable[str]) -> list[Person]:
        """Who else of the unit the folded text names, beside the person who is called so."""
        text = f" {text} "
        for name in names:
            over_lines = r" (?:\| )?".join(map(re.escape, search_key(name).split()))
            text = re.sub(f" {over_lines} ", " | ", text)
        return [other for name, other in self._full_names if name in text and other.pk != person.pk]

    def of_people(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of several names that may be somebody's: a lone word that nobody is called is none.

        Headings such as "Färdigheter" are taken for names where a name may stand.
        """
        if len(names) < 2:
            return names
        return tuple(name for name in names if " " in name or self._calls_somebody(name)) or names

    def _calls_somebody(self, name: str) -> bool:
        return not self._words_of_names.isdisjoint(search_key(name).split())

    @cached_property
    def _words_of_names(self) -> frozenset[str]:
        people = chain.from_iterable(self._everybody_by_key.values())
        return frozenset(word for one in people for words in one.all_words for word in words)

    @cached_property
    def _full_names(self) -> list[tuple[str, Person]]:
        return [(name, person) for person in self._people_in_unit for name in person.full_names]

    @cached_property
    def _people_in_unit(self) -> list[Person]:
        people = {person.pk: person for person in chain.from_iterable(self._in_unit.values())}
        return list(people.values())

    def _only_one(self, name: str, is_scanned: bool) -> Person | None:
        key = fold(name)
        namesakes = self._in_unit.get(key, [])
        if is_scanned and len(namesakes) > 1:
            return None  # what tells them apart is what a picture loses: dots and rings
        if all(key in person.own_keys for person in namesakes):
            return namesakes[0] if len(namesakes) == 1 else spelled_alike(name, namesakes)
        # A spelling that was learned is sure only while nobody anywhere has it as a name.
        everybody = self._everybody_by_key[key]
        return everybody[0] if len(everybody) == 1 else None

    def _ask(self, name: str) -> Match:
        namesakes = self._everybody_by_key.get(fold(name), []) if is_readable(name) else []
        exact = tuple(sorted(namesakes, key=nearness))
        similar = [scored for scored in self._similar(name) if scored[1] not in exact]
        wanted = max(MAX_CANDIDATES - len(exact), 0)
        candidates = exact + tuple(person for _, person in similar[:wanted])
        best = max((score for score, _ in similar[:wanted]), default=0.0) / 100
        return Match(None, 1.0 if exact else round(best, 2), candidates, exact)

    def _similar(self, name: str) -> list[tuple[float, Person]]:
        """People with a name like it and how alike, from 0 to 100; those of the unit get ahead."""
        words = search_key(name).split()
        found = [(likeness(words, person), person) for person in self._worth_a_look(name, words)]
        alike = [
            (score, person)
            for score, person in found
            if score >= (CUT_OFF_IN_UNIT if person.in_unit else CUT_OFF)
            or (person.in_unit and person.has_given_name(words))
        ]
        return sorted(alike, key=lambda scored: rank(scored, words), reverse=True)

    def _worth_a_look(self, name: str, words: list[str]) -> list[Person]:
        """Everybody in the unit, and of the others those whose name is roughly like it."""
        people = {person.pk: person for person in self._people_in_unit}
        by_key, by_words = self._everybody_by_key, self._everybody_by_words
        for scorer, wanted, table in (
            (fuzz.ratio, fold(name), by_key),
            (fuzz.token_set_ratio, " ".join(words), by_words),
        ):
            hits = process.extract(
                wanted, list(table), scorer=scorer, score_cutoff=CUT_OFF, limit=LOOKED_AT
            )
            people |= {person.pk: person for key, _, _ in hits for person in table[key]}
        return list(people.values())

    @cached_property
    def _everybody_by_words(self) -> dict[str, list[Person]]:
        people = {person.pk: person for person in chain(*self._everybody_by_key.values())}
        found: dict[str, list[Person]] = {}
        for person in people.values():
            for words in person.all_words:
                found.setdefault(" ".join(words), []).append(person)
        return found

    @cached_property
    def _everybody_by_key(self) -> dict[str, list[Person]]:
        in_unit = {person.pk for person in self._people_in_unit}
        others = (person for person in self._load_everybody() if person.pk not in in_unit)
        return by_key([*self._people_in_unit, *others])


def by_key(people: Iterable[Person]) -> dict[str, list[Person]]:
    """People under their folded name, in either order."""
    found: dict[str, list[Person]] = {}
    for person in people:
        for key in person.keys:
            found.setdefault(key, []).append(person)
    return found


def is_readable(name: str) -> bool:
    """Whether no letter of the name was lost on its way: "Sj?berg" may be Sjöberg."""
    return not LOST_LETTER.search(name)


def likeness(words: list[str], person: Person) -> float:
    """How alike the words and the person's name are, from 0 to 100, whatever their order."""
    return max(max(_word_by_word(words, own), _as_one(words, own)) for own in person.all_words)


def _as_one(words: list[str], own: list[str]) -> float:
    joined = "".join(words)
    return max(fuzz.ratio(joined, "".join(own)), fuzz.ratio(joined, "".join(own[-1:] + own[:-1])))


def _word_by_word(words: list[str], own: list[str]) -> float:
    """The likeness of each word to the one of the other name that it is most like, weighed."""
    few, many = sorted((words, own), key=len)
    left = list(many)
    total = weight = 0.0
    for word in sorted(few, key=len, reverse=True):
        closest = max(left, key=lambda other: _alike(word, other))
        left.remove(closest)
        length = max(len(word), len(closest))
        total += length * _alike(word, closest)
        weight += length
    # A name more or less is common, and tells people apart all the same.
    weight += 0.4 * sum(map(len, left))
    return 100 * total / weight if weight else 0.0


def _alike(word: str, other: str) -> float:
    if 1 in (len(word), len(other)):
        return INITIAL if word[:1] == other[:1] else 0.0
    similarity = JaroWinkler.similarity(word, other)
    return similarity if similarity > 0.7 else 0.5 * similarity


def spelled_alike(name: str, namesakes: list[Person]) -> Person | None:
    """The only one who is written exactly so, else the only one but for capitals and order."""
    written = plain(name)
    for order in (0, 1):
        if alike := [person for person in namesakes if written in person.spellings()[order]]:
            return alike[0] if len(alike) == 1 else None
    if has_name_in_capitals(written):
        alike = [person for person in namesakes if written in person.with_capital_family_name()]
    else:
        if written.isascii() and not all(map(is_plain, namesakes)):
            # What writes all names alike may have taken the dots as well.
            return None
        # In other letters nothing tells which of two names that mirror each other comes first,
        # and in capitals Yılmaz is YILMAZ as Yilmaz is.
        change = str.upper if written.isupper() else str.casefold
        alike = [
            person
            for person in namesakes
            if change(written) in map(change, set.union(*person.spellings()))
        ]
    return alike[0] if len(alike) == 1 else None


def is_plain(person: Person) -> bool:
    """Whether no letter of the person's name has a dot, a ring or a stroke to lose."""
    return all(spelling.isascii() for spelling in set.union(*person.spellings()))


def has_name_in_capitals(name: str) -> bool:
    """Whether some words are in capitals and others not: "ALI Mohamed" says which is which."""
    are_capitals = {word.isupper() for word in name.split() if len(word.strip(",.")) > 1}
    return are_capitals == {True, False}


def is_spelled(name: str, person: Person) -> bool:
    """Whether the name is written letter by letter as in the register, in either order."""
    return plain(name) in set.union(*person.spellings())


def nearness(person: Person) -> tuple[bool, bool, str]:
    """Sorts people of the unit first, then those employed elsewhere, then former ones."""
    return (not person.in_unit, not person.is_employed, person.employee_number)


def rank(scored: tuple[float, Person], words: list[str]) -> tuple[float, bool, str]:
    """Sorts candidates by likeness, weighed by how near to the unit they are."""
    score, person = scored
    weight = -FORMER_SET_BACK * (not person.is_employed)
    if person.in_unit:
        # Somebody of the unit may well have taken another family name or a short first name.
        has_word = any(set(words) & set(own) for own in person.all_words)
        score = max(score, SAME_GIVEN_NAME * person.has_given_name(words))
        weight += SAME_UNIT_HEAD_START + SAME_WORD_HEAD_START * has_word
    return (score + weight, person.is_employed, person.employee_number)
