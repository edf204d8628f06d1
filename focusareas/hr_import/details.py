"""Whom the counts of an import are about, and what each of them is given, for whoever decides."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from focusareas.change_words import in_words
from focusareas.fields import field_of
from focusareas.hr_import.changes import Edit
from focusareas.swedish import sentence_case

# Of each count; what they are and how many is told of all.
MOST = 1_000


class Detail(NamedTuple):
    """One unit, person or duty behind a count: code or number, name and what changes."""

    kind: str
    group: str
    number: str
    name: str
    changes: tuple[str, ...] = ()


class Details:
    """What is told of those behind the counts: not of more than can be read, but all is summed."""

    def __init__(self) -> None:
        self.rows: list[Detail] = []
        self.counted: Counter[tuple[str, str]] = Counter()
        self._digest = hashlib.sha256()

    def add(self, kind: str, group: str, number: str, name: str, words: Iterable[str] = ()) -> None:
        """One more behind the count."""
        detail = Detail(kind, group, number, name, tuple(words))
        self._digest.update(repr(detail).encode())
        self.counted[kind, group] += 1
        if self.counted[kind, group] <= MOST:
            self.rows.append(detail)

    @property
    def checksum(self) -> str:
        """Another one as soon as anything is told otherwise, also of those there is no room for."""
        return self._digest.hexdigest()


def edit_words(edit: Edit, names: Mapping[str, Mapping[int, str]] | None = None) -> str:
    """The field with its old and new value; `names` are what keys in it stand for."""
    field = field_of(edit.row, edit.name)
    known = (names or {}).get(edit.name)
    before, after = (
        known.get(value, "inget") if known is not None else in_words(edit.row, edit.name, value)
        for value in (edit.before, edit.after)
    )
    return sentence_case(f"{field.verbose_name}: {before} → {after}")
