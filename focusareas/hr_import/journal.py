"""What an import writes, kept so that it can be taken back as if it had never been.

Of rows that were made only the keys are kept, of changed ones the earlier values, of removed ones
everything. A checksum of each row as it was left tells later whether somebody has touched it.
"""

from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

from django.apps import apps
from django.db import models
from django.db.models import Q

from focusareas.fields import field_of

Model = type[models.Model]
Values = dict[str, Any]
Thing = TypeVar("Thing")
SEPARATOR = "\x1f"


class Span(NamedTuple):
    """Rows made one after the other: the first key, and a checksum of each."""

    first: int
    sums: "array[int]"

    @property
    def last(self) -> int:
        """The last key."""
        return self.first + len(self.sums) - 1


class Changed(NamedTuple):
    """A changed row: what it held before, and its checksum afterwards."""

    before: Values
    checksum: int


@cache
def columns_of(model: Model) -> tuple[str, ...]:
    """The names of what a row of the model holds in the database, keys of others included."""
    return tuple(field.attname for field in model._meta.concrete_fields)


@cache
def cells_of(model: Model) -> "attrgetter[tuple[Any, ...]]":
    """What takes a row of the model to all that it holds."""
    return attrgetter(*columns_of(model))


def checksum(values: Iterable[Any]) -> int:
    """A number that is another when any of the values is."""
    return crc32(SEPARATOR.join(map(str, values)).encode())


class Journal:
    """The rows that one import made, changed and removed, by model; `units` are those it was of."""

    def __init__(self) -> None:
        self.units: set[int] = set()
        self.made: dict[Model, list[Span]] = defaultdict(list)
        self.changed: dict[Model, dict[int, Changed]] = defaultdict(dict)
        self.removed: dict[Model, list[Values]] = defaultdict(list)

    def note_made(self, rows: Iterable[models.Model]) -> None:
        """Rows that are in the database from now on; their keys mostly follow on each other."""
        for row in rows:
            made = self.made[type(row)]
            if not made or made[-1].last != row.pk - 1:
                made.append(Span(row.pk, array("I")))
            made[-1].sums.append(self._sum(row))

    def note_changed(self, row: models.Model, before: Values) -> None:
        """A row that held these values; what it held at first counts, and how it was left."""
        for span in self.made.get(type(row), ()):
            if span.first <= row.pk <= span.last:
                span.sums[row.pk - span.first] = self._sum(row)
                return
        changed = self.changed[type(row)]
        earlier = changed[row.pk].before if row.pk in changed else {}
        changed[row.pk] = Changed(before | earlier, self._sum(row))

    def note_removed(self, rows: Iterable[models.Model]) -> None:
        """Rows that are about to go, as they are in the database."""
        for row in rows:
            values = {name: getattr(row, name) for name in columns_of(type(row))}
            changed = self.changed[type(row)].pop(row.pk, None)
            self.removed[type(row)].append(values | (changed.before if changed else {}))

    def last_made(self, model: Model) -> int:
        """The highest key of the rows that were made; 0 when none was."""
        return max((span.last for span in self.made.get(model, ())), default=0)

    def as_json(self) -> dict[str, Any]:
        """The journal as it is stored with the batch."""
        found = [*self.made, *self.changed, *self.removed]
        return {
            model._meta.label_lower: {
                "made": [_packed(span) for span in self.made[model]],
                "changed": self.changed[model],
                "removed": self.removed[model],
            }
            for model in dict.fromkeys(found)
        }

    def _sum(self, row: models.Model) -> int:
        return checksum(cells_of(type(row))(row))


def chunks(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things, so many at a time."""
    rest = iter(things)
    while chunk := list(islice(rest, size)):
        yield chunk


class Entry(NamedTuple):
    """What a stored journal says of one model."""

    model: Model
    made: list[Span]
    changed: dict[int, Changed]
    removed: list[Values]

    def has_made(self, pk: int) -> bool:
        """Whether the row is there because of the import."""
        return any(span.first <= pk <= span.last for span in self.made)

    def has_changed(self, pk: int, *columns: str) -> bool:
        """Whether the import gave the row another value in one of the columns."""
        return pk in self.changed and not self.changed[pk].before.keys().isdisjoint(columns)

    def undone(self, row: Values) -> Values | None:
        """A row that is there now as it would be without the import; none when it would not be."""
        pk: int = row["id"]
        if self.has_made(pk):
            return None
        return row | self.changed[pk].before if pk in self.changed else row


def nothing_of(model: Model) -> Entry:
    """What a journal says of a model that the import did not write."""
    return Entry(model, [], {}, [])


def within(spans: Iterable[Span], name: str = "pk") -> Q:
    """The rows whose key lies in one of the spans; none when there is no span."""
    found = Q(pk__in=[])
    for span in spans:
        found |= Q(**{f"{name}__gte": span.first, f"{name}__lte": span.last})
    return found


def entries(journal: Mapping[str, Any]) -> Iterator[Entry]:
    """What was stored, with every value as its field has it."""
    for label, written in journal.items():
        model = apps.get_model(label)
        yield Entry(
            model,
            [_unpacked(span) for span in written["made"]],
            {
                int(pk): Changed(_typed(model, before), left)
                for pk, (before, left) in written["changed"].items()
            },
            [_typed(model, values) for values in written["removed"]],
        )


def _packed(span: Span) -> list[Any]:
    return [span.first, span.last, b64encode(span.sums.tobytes()).decode()]


def _unpacked(written: list[Any]) -> Span:
    first, _, packed = written
    sums = array("I")
    sums.frombytes(b64decode(packed))
    return Span(first, sums)


def _typed(model: Model, values: Mapping[str, Any]) -> Values:
    return {name: field_of(model, name).to_python(value) for name, value in values.items()}
