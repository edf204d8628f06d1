"""What is true about a drawn file, for whoever judges what was made of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from tests.corpus.register import Person


class Expected(Enum):
    """What a careful clerk does with a certificate."""

    MATCH = "match"
    MAY_MATCH = "may match"
    QUESTION = "question"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Truth:
    """One certificate in a file, or none: whose it is, and why it is hard."""

    expected: Expected
    why: str
    layout: str
    printed: str = ""
    page: int = 1
    person: Person | None = None
    completed_on: date | None = None
    course: str | None = None
    detail: str = ""

    def __str__(self) -> str:
        whose = self.person or "nobody in the register"
        return f"'{self.printed}', {self.why}, {self.layout}{self.detail}; belongs to {whose}"


@dataclass(frozen=True)
class Item:
    """A file that is handed in, drawn when it is needed."""

    file: str
    truths: tuple[Truth, ...]
    draw: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Pile:
    """What a unit hands in at once, said to be of one course."""

    unit: str
    course: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Corpus:
    """A register and, by group, the piles that are handed in against it."""

    people: tuple[Person, ...]
    piles: dict[str, tuple[Pile, ...]]
    big_pile: Pile
