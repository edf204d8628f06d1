"""Rows of several tables in one query, each value as its field has it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import JSONObject

from focusareas.hr_import.journal import Model, Values, chunks, columns_of

# Keys asked for at a time, fewer than SQLite takes anywhere.
KEYS = 20_000
Place = tuple[Model, str]


class Stored(NamedTuple):
    """A row as it is in the database."""

    model: Model
    values: Values

    @property
    def pk(self) -> int:
        """The key of the row."""
        pk: int = self.values["id"]
        return pk


def stored(asked: Mapping[Model, Q]) -> Iterator[Stored]:
    """The rows of each table that the condition is about; one query."""
    wanted = list(asked)
    if not wanted:
        return
    first, *others = (
        model._default_manager.filter(asked[model])
        .order_by()
        .values_list(Value(place), JSONObject(**{name: name for name in columns_of(model)}))
        for place, model in enumerate(wanted)
    )
    rows = first.union(*others, all=True) if others else first
    for place, values in rows.iterator():
        model = wanted[place]
        yield Stored(model, {name: to(values[name]) for name, to in _converters(model)})


@cache
def _converters(model: Model) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """What makes of each column's value in JSON what the field holds."""
    return tuple((field.attname, _converter(field)) for field in model._meta.concrete_fields)


def _converter(field: models.Field[Any, Any]) -> Callable[[Any], Any]:
    match field:
        case models.DateTimeField():
            return _moment
        case models.DateField():
            return lambda text: text and date.fromisoformat(text)
        case models.BooleanField():
            return lambda value: value if value is None else bool(value)
    return lambda value: value


def _moment(text: str | None) -> datetime | None:
    """The moment; SQLite tells it without saying that it is in UTC."""
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Wanted:
    """Rows to ask for, by what their columns hold, and then read together."""

    def __init__(self) -> None:
        self.keys: dict[Place, set[int]] = defaultdict(set)
        self.conditions: dict[Model, Q] = {}

    def add(self, model: Model, column: str, keys: Collection[int | None]) -> None:
        """The rows of the model whose column holds one of these."""
        self.keys[model, column].update(key for key in keys if key is not None)

    def add_where(self, model: Model, condition: Q) -> None:
        """The rows of the model that are so."""
        self.conditions[model] = condition

    def read(self) -> dict[Model, dict[int, Values]]:
        """The rows by key; one query unless they are many."""
        found: dict[Model, dict[int, Values]] = defaultdict(dict)
        wanted = ((place, key) for place, keys in self.keys.items() for key in sorted(keys))
        asked = [_conditions(some) for some in chunks(wanted, KEYS)] or [defaultdict(Q)]
        for model, condition in self.conditions.items():
            asked[0][model] |= condition
        for conditions in asked:
            for row in stored(conditions):
                found[row.model][row.pk] = row.values
        return found


def _conditions(wanted: Iterable[tuple[Place, int]]) -> dict[Model, Q]:
    keys: dict[Place, list[int]] = defaultdict(list)
    for place, key in wanted:
        keys[place].append(key)
    conditions: dict[Model, Q] = defaultdict(Q)
    for (model, column), some in keys.items():
        conditions[model] |= Q(**{f"{column}__in": some})
    return conditions
