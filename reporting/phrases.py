"""How a number is said: every phrase that is true of it, and which one the plan asks for.

Up to 20 it is said exactly; above that it is rounded to tens, from 500 to fifties and from
2 000 to hundreds. Within four per cent of the round number it is "ca". One to four people are
only "enstaka" or "några", which also keeps them from being pointed out.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from math import ceil

from focusareas.swedish import NBSP, number

EXACT_UP_TO = 20
FEW_UP_TO = 4


class Manner(StrEnum):
    """A way of saying a number; the plan file names the first three."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    JUST_OVER = "just_over"
    NEARLY = "nearly"
    FEW = "few"


# What stands in for a manner that is not true of the number, the nearest first.
INSTEAD = {
    Manner.ABOUT: (Manner.JUST_OVER, Manner.NEARLY, Manner.EXACT),
    Manner.OVER: (Manner.ABOUT, Manner.JUST_OVER, Manner.NEARLY, Manner.EXACT),
    Manner.JUST_OVER: (Manner.ABOUT, Manner.NEARLY, Manner.EXACT),
    Manner.NEARLY: (Manner.ABOUT, Manner.JUST_OVER, Manner.EXACT),
}


def true_phrases(value: int, *, people: bool = False) -> dict[Manner, str]:
    """Every phrase that is true of it; of 112: "112", "ca 110", "drygt 110", "över 100"."""
    if people and 1 <= value <= FEW_UP_TO:
        return {Manner.FEW: "enstaka" if value == 1 else "några"}
    phrases = {Manner.EXACT: number(value)}
    if value <= EXACT_UP_TO:
        return phrases
    near, hundred = _round_number(value), (value - 1) // 100 * 100
    if is_about(value, near):
        phrases[Manner.ABOUT] = f"ca{NBSP}{number(near)}"
    if value > near:
        phrases[Manner.JUST_OVER] = f"drygt{NBSP}{number(near)}"
    if value < near:
        phrases[Manner.NEARLY] = f"närmare{NBSP}{number(near)}"
    if hundred:
        phrases[Manner.OVER] = f"över{NBSP}{number(hundred)}"
    return phrases


def say(value: int, manner: str = Manner.EXACT, *, people: bool = False) -> str:
    """The number in this manner, or in the nearest one that is true of it."""
    phrases = true_phrases(value, people=people)
    wanted = Manner(manner)
    choices = (wanted, *INSTEAD.get(wanted, ()), Manner.EXACT, Manner.FEW)
    return next(phrases[choice] for choice in choices if choice in phrases)


def is_about(value: int, near: int) -> bool:
    """Whether the number lies within four per cent of the other."""
    return 25 * abs(value - near) <= near


def _round_number(value: int) -> int:
    """The nearest round number; halfway it is the lower, so that nothing is made more of."""
    step = 10 if value <= 500 else 50 if value <= 2000 else 100
    return ceil(value / step - 0.5) * step


CLAIMS: dict[str, Callable[[int, int], bool]] = {
    "": lambda value, said: value == said,
    "ca": is_about,
    "cirka": is_about,
    "ungefär": is_about,
    "omkring": is_about,
    "drygt": lambda value, said: value > said,
    "över": lambda value, said: value > said,
    "mer än": lambda value, said: value > said,
    "minst": lambda value, said: value >= said,
    "närmare": lambda value, said: value < said,
    "nästan": lambda value, said: value < said,
    "knappt": lambda value, said: value < said,
    "under": lambda value, said: value < said,
    "högst": lambda value, said: value <= said,
}
WORDS = "|".join(word.replace(" ", r"\s+") for word in CLAIMS if word)


def contradicted(text: str, noun: str, values: Iterable[int]) -> str | None:
    """The first phrase about this noun that none of the values makes true, if there is one."""
    candidates = list(values)
    claim = rf"\b(?:({WORDS})\s+)?(\d{{1,3}}(?:\s\d{{3}})+|\d+)\s+(?:av\s+\S+\s+)?{noun}\b"
    for found in re.finditer(claim, text, re.IGNORECASE):
        holds = CLAIMS[" ".join((found[1] or "").lower().split())]
        said = int("".join(found[2].split()))
        if not any(holds(value, said) for value in candidates):
            return " ".join(found[0].split())
    return None
