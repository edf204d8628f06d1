"""Units found by parts of their name or code; there are few enough to look through them all."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from focusareas.names import plain, search_key

LONGEST_TEXT = 100


class Named(Protocol):
    """Something with a code and a name."""

    code: str
    name: str


AnyNamed = TypeVar("AnyNamed", bound=Named)


def matching(units: Iterable[AnyNamed], text: str) -> list[AnyNamed]:
    """Those whose name or code holds each word of the text, whatever the case and diacritics."""
    words = search_key(plain(text)[:LONGEST_TEXT]).split()
    return [unit for unit in units if _holds_all(search_key(f"{unit.name} {unit.code}"), words)]


def beginning(units: Iterable[AnyNamed], text: str) -> list[AnyNamed]:
    """Those with words that begin with each word of the text, as people are searched for."""
    words = search_key(plain(text)[:LONGEST_TEXT]).split()
    return [unit for unit in units if _begin_all(search_key(f"{unit.name} {unit.code}"), words)]


def _begin_all(key: str, words: list[str]) -> bool:
    return all(f" {word}" in f" {key}" for word in words)


def _holds_all(key: str, words: list[str]) -> bool:
    return all(word in key for word in words)
