"""Rows that point at what an import made, and what rows that would come back point at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models import Exists

from focusareas.hr_import.journal import Entry, Model, Span, chunks, within
from focusareas.models import ImportBatch

Rows = models.QuerySet[Any]
# Conditions of a question, and questions asked in one.
SPANS = 200
QUESTIONS = 80


def built_on(found: Iterable[Entry]) -> Iterator[Rows]:
    """What has come to point at rows that the import made; one query as a rule."""
    by_model = {entry.model: entry for entry in found}
    resting = (
        rows
        for entry in by_model.values()
        for relation in _relations(entry.model)
        for rows in _resting(relation, entry.made, by_model.get(relation.related_model))
    )
    for some in chunks(resting, QUESTIONS):
        asked = ImportBatch.objects.order_by().values_list(*map(Exists, some))
        for rows, are_there in zip(some, asked[0], strict=True):
            if are_there:
                yield rows


def _relations(model: Model) -> list[Any]:
    """The foreign keys that point at the model, from wherever they come."""
    fields: Iterable[Any] = model._meta.get_fields(include_hidden=True)
    return [
        field for field in fields if field.auto_created and (field.one_to_many or field.one_to_one)
    ]


def _resting(relation: Any, on: list[Span], own: Entry | None) -> Iterator[Rows]:
    """The rows that point at what was made, if not by the import itself."""
    others = relation.related_model._default_manager.all()
    if own:
        field = relation.field.attname
        turned = [pk for pk, row in own.changed.items() if field in row.before]
        others = others.exclude(within(own.made)).exclude(pk__in=turned)
    for some in chunks(on, SPANS):
        yield others.filter(within(some, relation.field.name))


Keys = dict[Model, set[int]]


def needed(found: Iterable[Entry]) -> Keys:
    """What the rows that would come back point at, but for what would come back with them."""
    keys: Keys = defaultdict(set)
    back: Keys = defaultdict(set)
    for entry in found:
        targets = _targets(entry.model)
        back[entry.model].update(row["id"] for row in entry.removed)
        for values in (*entry.removed, *(row.before for row in entry.changed.values())):
            for column, target in targets.items():
                if values.get(column) is not None:
                    keys[target].add(values[column])
    return {model: some - back[model] for model, some in keys.items()}


def _targets(model: Model) -> dict[str, Model]:
    return {
        field.attname: field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and isinstance(field.related_model, type)
    }
