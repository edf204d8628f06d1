"""What is there before an import, in one query: what has no rows need not be looked for."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import CharField, Model, QuerySet, Subquery, Value

from focusareas.hr_import import done_since, undoing
from focusareas.models import (
    Department,
    EarlierNumber,
    ImportBatch,
    Provider,
    StaffMember,
    Unit,
    UnitTag,
)

Named = type[Department] | type[Provider] | type[UnitTag]
Row = TypeVar("Row", bound=Model)

NAMED: tuple[Named, ...] = (Department, Provider, UnitTag)
OTHERS: tuple[type[Model], ...] = (Unit, StaffMember, EarlierNumber, *done_since.MODELS)
NO_NAME = Value("", CharField())


@dataclass(frozen=True, slots=True)
class Beforehand:
    """The names of departments, providers and tags by key, and the last key of other tables.

    Of imports only those are looked for of which more is kept than should be.
    """

    names: dict[Named, dict[int, str]]
    last: dict[type[Model], int]

    def rows(self, asked: QuerySet[Row]) -> QuerySet[Row]:
        """What was asked for; nothing, without a query, when the table has no rows."""
        return asked if asked.model in self.last else asked.none()


def what_is_there() -> Beforehand:
    """What the database holds just now."""
    asked = [
        *(model._default_manager.order_by().values_list("pk", "name") for model in NAMED),
        *(_last_of(model._default_manager.all()) for model in OTHERS),
        _last_of(undoing.past()),
    ]
    first, *others = (rows.annotate(place=Value(place)) for place, rows in enumerate(asked))
    models: tuple[type[Model], ...] = (*NAMED, *OTHERS, ImportBatch)
    found: dict[type[Model], dict[int, str]] = {model: {} for model in models}
    for key, name, place in first.union(*others, all=True):
        found[models[place]][key] = name
    names = {model: found.pop(model) for model in NAMED}
    return Beforehand(names, {model: max(keys) for model, keys in found.items() if keys})


def _last_of(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    """The row with the highest key, if there is any."""
    last = rows.order_by("-pk").values("pk")[:1]
    found: QuerySet[Any] = rows.model._default_manager.order_by().filter(pk=Subquery(last))
    return found.values_list("pk", NO_NAME)
