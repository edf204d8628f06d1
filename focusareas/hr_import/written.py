"""The rows that an import wrote, as they are now: whether somebody has touched them since."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q

from focusareas.hr_import.journal import (
    Entry,
    Model,
    Span,
    Values,
    checksum,
    chunks,
    columns_of,
    within,
)
from focusareas.hr_import.overlaps import is_moved
from focusareas.hr_import.progress import Progress, untold
from focusareas.hr_import.stored_rows import stored
from focusareas.models import StaffMember, Unit, User

CHECKING = "Kontrollerar att inget bygger på den"
# Rows, and conditions of a query, at a time: of fewer a page asks once.
ROWS = 10_000
SPANS = 200


@dataclass(frozen=True, slots=True)
class Subjects:
    """The keys of those that the rows are about."""

    people: set[int] = field(default_factory=set)
    units: set[int] = field(default_factory=set)
    employments: set[int] = field(default_factory=set)
    users: set[int] = field(default_factory=set)

    def add(self, model: Model, row: Values) -> None:
        """The person and the unit of the row, or what leads to them."""
        own = {StaffMember: self.people, Unit: self.units, User: self.users}
        if model in own:
            own[model].add(row["id"])
        columns = (
            ("staff_member_id", self.people),
            ("unit_id", self.units),
            ("employment_id", self.employments),
        )
        for column, keys in columns:
            if row.get(column) is not None:
                keys.add(row[column])


@dataclass(frozen=True, slots=True)
class Written:
    """What has become of the rows: changed by others since, gone, or as they were left.

    `moved` are those of the last that the import let hold on other days or somewhere else.
    """

    subjects: Subjects = field(default_factory=Subjects)
    changed: dict[Model, list[int]] = field(default_factory=lambda: defaultdict(list))
    gone: dict[Model, list[int]] = field(default_factory=lambda: defaultdict(list))
    moved: dict[Model, dict[int, Values]] = field(default_factory=lambda: defaultdict(dict))


class Piece(NamedTuple):
    """Some of the rows that were written: made one after the other, or changed."""

    entry: Entry
    made: Span | None
    changed: list[int]

    @property
    def size(self) -> int:
        """How many rows."""
        return len(self.made.sums) if self.made else len(self.changed)

    @property
    def condition(self) -> Q:
        """What asks for them."""
        return within([self.made]) if self.made else Q(pk__in=self.changed)

    def sums(self) -> Iterator[tuple[int, int]]:
        """Each row's key, and the checksum of how it was left."""
        if self.made:
            yield from enumerate(self.made.sums, self.made.first)
        for pk in self.changed:
            yield pk, self.entry.changed[pk].checksum


def look(found: Iterable[Entry], progress: Progress = untold) -> Written:
    """Compare each row with how it was left; one query unless they are many."""
    found = list(found)
    written, done, total = Written(), 0, size_of(found)
    for entry in found:
        done += len(entry.removed)
        for removed in entry.removed:
            written.subjects.add(entry.model, removed)
    for pieces in _together(_pieces(found)):
        progress(CHECKING, done, total)
        _compare(pieces, written)
        done += sum(piece.size for piece in pieces)
    return written


def size_of(found: Iterable[Entry]) -> int:
    """How many rows were written."""
    return sum(
        sum(len(span.sums) for span in entry.made) + len(entry.changed) + len(entry.removed)
        for entry in found
    )


def _pieces(found: Iterable[Entry]) -> Iterator[Piece]:
    for entry in found:
        for span in entry.made:
            for start in range(0, len(span.sums), ROWS):
                part = Span(span.first + start, span.sums[start : start + ROWS])
                yield Piece(entry, part, [])
        for pks in chunks(entry.changed, ROWS):
            yield Piece(entry, None, pks)


def _together(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """As many at a time as one query may ask for."""
    some: list[Piece] = []
    for piece in pieces:
        if some and (len(some) == SPANS or sum(it.size for it in some) + piece.size > ROWS):
            yield some
            some = []
        some.append(piece)
    if some:
        yield some


def _compare(pieces: list[Piece], written: Written) -> None:
    asked: dict[Model, Q] = defaultdict(Q)
    left: dict[Model, dict[int, int]] = defaultdict(dict)
    moved: dict[Model, set[int]] = defaultdict(set)
    for piece in pieces:
        model = piece.entry.model
        asked[model] |= piece.condition
        left[model].update(piece.sums())
        changed = piece.entry.changed
        moved[model].update(pk for pk in piece.changed if is_moved(model, changed[pk].before))
    for row in stored(asked):
        written.subjects.add(row.model, row.values)
        is_left = left[row.model].pop(row.pk)
        if is_left != checksum(row.values[name] for name in columns_of(row.model)):
            written.changed[row.model].append(row.pk)
        elif row.pk in moved[row.model]:
            written.moved[row.model][row.pk] = row.values
    for model, pks in left.items():
        if pks:
            written.gone[model].extend(pks)
