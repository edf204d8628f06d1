"""Units found by parts of their code, or of a name they have or had; few enough to look through."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import prefetch_related_objects

from focusareas.models import Unit
from focusareas.names import plain, search_key

LONGEST_TEXT = 100
AnyUnit = TypeVar("AnyUnit", bound=Unit)


def words_of(text: str) -> list[str]:
    """What is searched for; nothing when the text is without words."""
    return search_key(plain(text)[:LONGEST_TEXT]).split()


def matching(units: Iterable[AnyUnit], text: str) -> list[AnyUnit]:
    """Those whose names or code hold each word of the text, whatever the case and diacritics."""
    words = words_of(text)
    return [unit for unit, key in _keys(units, words) if _holds_all(key, words)]


def beginning(units: Iterable[AnyUnit], text: str) -> list[AnyUnit]:
    """Those with words that begin with each word of the text, as people are searched for."""
    words = words_of(text)
    return [unit for unit, key in _keys(units, words) if _begin_all(key, words)]


def _written_of(unit: Unit) -> str:
    """The unit's name, code and the names before, as they are searched."""
    return " ".join([unit.name, unit.code, *(former.name for former in unit.former_names.all())])


def _keys(units: Iterable[AnyUnit], words: list[str]) -> list[tuple[AnyUnit, str]]:
    """Each unit with what is searched; one query, and none when nothing is searched for."""
    found = list(units)
    if not words:
        return [(unit, "") for unit in found]
    prefetch_related_objects(found, "former_names")
    return [(unit, search_key(_written_of(unit))) for unit in found]


def _begin_all(key: str, words: list[str]) -> bool:
    return all(f" {word}" in f" {key}" for word in words)


def _holds_all(key: str, words: list[str]) -> bool:
    return all(word in key for word in words)
