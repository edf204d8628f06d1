"""Patterns that take capital and small letters alike, and are quick about it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from focusareas.names import fold

TOKEN = re.compile(r"[^\W_]+")
# The same words come on every certificate of a pile.
_fold = lru_cache(maxsize=10_000)(fold)


# A dozen patterns are asked of every line.
@lru_cache(maxsize=500)
def small(text: str) -> str:
    """The text in small letters, each where it stood: one letter never becomes two."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower()[0] for letter in text)


class AnyCase:
    """A pattern in small letters, looked for in the text in small letters.

    That takes half the time of `re.IGNORECASE`. Places are those of the text, but what a match
    says is in small letters.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = re.compile(pattern, flags)
        self._search, self._match = self._pattern.search, self._pattern.match

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is found."""
        return self._search(small(text))

    def match(self, text: str) -> re.Match[str] | None:
        """The beginning of the text, if it is that."""
        return self._match(small(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it is found."""
        return self._pattern.finditer(small(text))

    def sub(self, sign: str, text: str) -> str:
        """The text with the sign in each such place, and as it was elsewhere."""
        for match in reversed([*self.finditer(text)]):
            text = f"{text[: match.start()]}{sign}{text[match.end() :]}"
        return text


class OnlyWith:
    """A pattern of which each match holds what a quicker one finds: looked for only where that is.

    Most texts hold nothing of the kind, and to find that out takes a tenth of the time so.
    """

    def __init__(self, needed: str, pattern: str, flags: int = 0) -> None:
        self._needed, self._pattern = re.compile(needed).search, re.compile(pattern, flags)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it is found."""
        return self._pattern.search(text) if self._needed(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What begins at that place of the text, if it is that."""
        return self._pattern.match(text, start) if self._needed(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it is found."""
        return self._pattern.finditer(text) if self._needed(text) else iter(())

    def sub(self, sign: str, text: str) -> str:
        """The text with the sign in each such place."""
        return self._pattern.sub(sign, text) if self._needed(text) else text


def places_of(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the text has the words of the name, in any order of names and however spelled.

    A pattern made of each name takes longer to make than all names take to find.
    """
    wanted = [_fold(word) for word in TOKEN.findall(name)]
    turned = [[*wanted[index:], *wanted[:index]] for index in range(len(wanted))]
    words = folded_words(text)
    last = 0
    for index, (word, start, _) in enumerate(words):
        here = words[index : index + len(wanted)]
        if start >= last and word in wanted and [one for one, *_ in here] in turned:
            last = here[-1][-1]
            yield start, last


@lru_cache(maxsize=200)
def folded_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of the text, folded, each with where it begins and ends there."""
    return tuple((_fold(word.group()), *word.span()) for word in TOKEN.finditer(text))
