"""The staff that the corpus is held against, with namesakes and near misses where they hurt."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.corpus.names import FAMILY, GIVEN

# What has no parts to take apart in Unicode.
PLAIN = str.maketrans("øłđħı", "oldhi")


@dataclass(frozen=True)
class Person:
    """Somebody in the register."""

    number: str
    given: str
    family: str
    unit: str

    def __str__(self) -> str:
        return f"{self.given} {self.family} ({self.number}, {self.unit})"


def plain(text: str) -> str:
    """The text in small letters without diacritics."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(PLAIN)


def key(name: str) -> tuple[str, ...]:
    """Equal for names that are the same but for case, diacritics, hyphens, blanks and order."""
    words = (word for word in plain(name).replace("-", " ").replace(",", " ").split())
    return tuple(sorted(words))


class NamesUsedUpError(RuntimeError):
    """The names have run out."""


class RegisterBuilder:
    """Hires people one by one, so that every name in a unit is there for a reason."""

    def __init__(self, rng: Random, units: Sequence[str]) -> None:
        self.rng = rng
        self.units = list(units)
        self.people: list[Person] = []
        self._taken = {unit: set[tuple[str, ...]]() for unit in units}

    def is_free(self, unit: str, *names: str) -> bool:
        return not any(key(name) in self._taken[unit] for name in names)

    def reserve(self, unit: str, *names: str) -> None:
        """Names that nobody else in the unit may get."""
        self._taken[unit].update(map(key, names))

    def hire(self, unit: str, given: str, family: str) -> Person:
        """A new person; whether the name is free is for the caller to know."""
        self.reserve(unit, f"{given} {family}")
        person = Person(str(20001 + len(self.people) * 7), given, family, unit)
        self.people.append(person)
        return person

    def hire_anyone(
        self, unit: str, given: Sequence[str] = GIVEN, family: Sequence[str] = FAMILY
    ) -> Person:
        """Somebody with a name of their own in the unit."""
        return self.hire(unit, *self.free_name(unit, given, family))

    def free_name(
        self, unit: str, given: Sequence[str] = GIVEN, family: Sequence[str] = FAMILY
    ) -> tuple[str, str]:
        """A name that nobody in the unit has."""
        for _ in range(500):
            name = self.rng.choice(given), self.rng.choice(family)
            if self.is_free(unit, " ".join(name)):
                return name
        raise NamesUsedUpError(unit)

    def another_unit(self, unit: str) -> str:
        return self.rng.choice([other for other in self.units if other != unit])

    def fill(self, size: int) -> None:
        """Colleagues, until the register has its size, the smallest units first."""
        staff = dict.fromkeys(self.units, 0)
        for person in self.people:
            staff[person.unit] += 1
        while len(self.people) < size:
            unit = min(staff, key=lambda unit: staff[unit])
            self.hire_anyone(unit)
            staff[unit] += 1
