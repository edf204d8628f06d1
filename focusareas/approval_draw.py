"""Which certificates a page offered to approve in one go, and those drawn to be looked through."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import SystemRandom
from typing import Self

SAMPLE_SIZE = 10


@dataclass(frozen=True, slots=True)
class Draw:
    """The certificates that were shown as sure, the sample of them, and what was taken out."""

    shown: tuple[int, ...]
    sample: tuple[int, ...]
    left_out: tuple[int, ...] = ()

    @classmethod
    def of(cls, shown: Iterable[int]) -> Self:
        """A new sample, every certificate as likely as another; few are all in it."""
        pks = tuple(shown)
        return cls(pks, tuple(SystemRandom().sample(pks, min(SAMPLE_SIZE, len(pks)))))

    @property
    def chosen(self) -> frozenset[int]:
        """What is to be approved."""
        return frozenset(self.shown) - frozenset(self.left_out)

    def without(self, pk: int) -> "Draw":
        """The same draw with one of the sample taken out; anything else changes nothing."""
        if pk not in self.sample or pk in self.left_out:
            return self
        return replace(self, left_out=(*self.left_out, pk))

    def in_words(self) -> str:
        """The draw as the trace keeps it."""
        words = f"Stickprovet var intyg {_listed(self.sample)}."
        if self.left_out:
            words += f" Undantaget: intyg {_listed(self.left_out)}."
        return words


def _listed(pks: tuple[int, ...]) -> str:
    return ", ".join(str(pk) for pk in pks)
