"""From a name as written on a certificate to the person: sure, or candidates to choose from."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rapidfuzz import fuzz, process

from focusareas.names import fold, plain

CUT_OFF = 65
MAX_CANDIDATES = 5
SAME_UNIT_HEAD_START = 12
FORMER_SET_BACK = 5
FOLDED_CONFIDENCE = 0.98


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

    @property
    def keys(self) -> set[str]:
        """The folded name in both orders."""
        given, family = fold(self.given_name), fold(self.family_name)
        return {given + family, family + given} - {""}

    def spellings(self) -> tuple[set[str], set[str]]:
        """The ways to write the name, those that leave no doubt of the order first."""
        given, family = plain(self.given_name), plain(self.family_name)
        return (
            {plain(f"{given} {family}"), f"{family}, {given}"},
            {plain(f"{family} {given}")},
        )


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

    def match(self, name: str) -> Match:
        """The one person of the unit who has the whole name, else candidates, best first."""
        namesakes = self._in_unit.get(fold(name), [])
        person = namesakes[0] if len(namesakes) == 1 else spelled_alike(name, namesakes)
        if person:
            confidence = 1.0 if is_spelled(name, person) else FOLDED_CONFIDENCE
            return Match(person, confidence, (person,), (person,))
        return self._ask(name)

    def _ask(self, name: str) -> Match:
        exact = tuple(sorted(self._everybody_by_key.get(fold(name), []), key=nearness))
        similar = [scored for scored in self._similar(name) if scored[1] not in exact]
        wanted = max(MAX_CANDIDATES - len(exact), 0)
        candidates = exact + tuple(person for _, person in similar[:wanted])
        best = max((score for score, _ in similar[:wanted]), default=0.0) / 100
        return Match(None, 1.0 if exact else round(best, 2), candidates, exact)

    def _similar(self, name: str) -> list[tuple[float, Person]]:
        """People with a name like it and how alike, from 0 to 100; those of the unit get ahead."""
        keys = list(self._everybody_by_key)
        hits = process.extract(
            fold(name), keys, scorer=fuzz.ratio, score_cutoff=CUT_OFF, limit=4 * MAX_CANDIDATES
        )
        best: dict[int, tuple[float, Person]] = {}
        for key, score, _ in hits:
            for person in self._everybody_by_key[key]:
                best.setdefault(person.pk, (score, person))
        return sorted(best.values(), key=rank, reverse=True)

    @cached_property
    def _everybody_by_key(self) -> dict[str, list[Person]]:
        in_unit = {person.pk: person for person in chain.from_iterable(self._in_unit.values())}
        others = (person for person in self._load_everybody() if person.pk not in in_unit)
        return by_key([*in_unit.values(), *others])


def by_key(people: Iterable[Person]) -> dict[str, list[Person]]:
    """People under their folded name, in either order."""
    found: dict[str, list[Person]] = {}
    for person in people:
        for key in person.keys:
            found.setdefault(key, []).append(person)
    return found


def spelled_alike(name: str, namesakes: list[Person]) -> Person | None:
    """The only one who is written exactly so: with capitals as written first, then without."""
    written = plain(name)
    for change in (str, str.casefold):
        for order in (0, 1):
            alike = [
                person
                for person in namesakes
                if change(written) in map(change, person.spellings()[order])
            ]
            if alike:
                return alike[0] if len(alike) == 1 else None
    return None


def is_spelled(name: str, person: Person) -> bool:
    """Whether the name is written letter by letter as in the register, in either order."""
    return plain(name) in set.union(*person.spellings())


def nearness(person: Person) -> tuple[bool, bool, str]:
    """Sorts people of the unit first, then those employed elsewhere, then former ones."""
    return (not person.in_unit, not person.is_employed, person.employee_number)


def rank(scored: tuple[float, Person]) -> tuple[float, bool, str]:
    """Sorts candidates by likeness, weighed by how near to the unit they are."""
    score, person = scored
    weight = SAME_UNIT_HEAD_START * person.in_unit - FORMER_SET_BACK * (not person.is_employed)
    return (score + weight, person.is_employed, person.employee_number)
