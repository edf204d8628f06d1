"""The rows of the sheet Medarbetare, each held as a few bytes: a large file has very many."""

import marshal
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from focusareas.hr_import.layout import PersonRow

# Where days stand in a row: what is written as bytes knows numbers and texts only.
DAYS = tuple(
    place
    for place, name in enumerate(PersonRow._fields)
    if name.endswith(("first_day", "last_day"))
)


def packed(row: PersonRow) -> bytes:
    """The row as bytes, days as numbers."""
    values: list[Any] = list(row)
    for place in DAYS:
        if values[place]:
            values[place] = values[place].toordinal()
    return marshal.dumps(values)


def unpacked(held: bytes) -> PersonRow:
    """The row that was packed."""
    values = marshal.loads(held)
    for place in DAYS:
        if values[place]:
            values[place] = date.fromordinal(values[place])
    return PersonRow._make(values)


class PackedRows:
    """As much of a list as rows need, each row packed."""

    def __init__(self, rows: Iterable[PersonRow] = ()) -> None:
        self._held = [packed(row) for row in rows]

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[PersonRow]:
        return map(unpacked, self._held)

    def __setitem__(self, place: int, row: PersonRow) -> None:
        self._held[place] = packed(row)

    def append(self, row: PersonRow) -> None:
        """One row more."""
        self._held.append(packed(row))

    def sort(self, *, key: Callable[[PersonRow], Any]) -> None:
        """Put the rows in the order of the key."""
        self._held.sort(key=lambda held: key(unpacked(held)))
