"""Rows to write, gathered while rows are compared and written in bulk."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import models

from focusareas.hr_import.dated_back import FirstDays
from focusareas.hr_import.journal import Journal

# Rows of one statement: the database holds all that it is given at once, many times over.
AT_A_TIME = 2_000


class Edit(NamedTuple):
    """A field of a row that is given another value."""

    row: models.Model
    name: str
    before: Any
    after: Any


class Changes:
    """What is to be made, changed and removed, by model; nothing is written when nothing is.

    `edits` are what rows were given since somebody last asked for them. With `today`, what has
    held before is not to be removed.
    """

    def __init__(self, *, today: date | None = None) -> None:
        self.today = today
        self.written = 0
        self.journal = Journal()
        self.days = FirstDays()
        self.edits: list[Edit] = []
        self.made: dict[type[models.Model], list[Any]] = defaultdict(list)
        self.changed: dict[type[models.Model], dict[int, Any]] = defaultdict(dict)
        self.before: dict[type[models.Model], dict[int, dict[str, Any]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self.removed: dict[type[models.Model], list[int]] = defaultdict(list)

    def make(self, row: models.Model) -> None:
        """A row that is not in the database yet."""
        self.made[type(row)].append(row)

    def change(self, row: models.Model, **values: Any) -> bool:
        """Give the row these values; whether any of them is other than it was."""
        before = {
            name: held for name, value in values.items() if (held := getattr(row, name)) != value
        }
        for name, held in before.items():
            setattr(row, name, values[name])
            self.edits.append(Edit(row, name, held, values[name]))
        self.mark(row, before)
        return bool(before)

    def mark(self, row: models.Model, before: Mapping[str, Any]) -> None:
        """The row has other values than these, which are stored."""
        if before and row.pk:
            self.changed[type(row)][row.pk] = row
            self.before[type(row)][row.pk].update(before)

    def remove(self, row: models.Model) -> None:
        """A row that never came to hold."""
        self.removed[type(row)].append(row.pk)
        self.days.made_or_removed(row)

    def told(self) -> list[Edit]:
        """The edits since the last time, which are forgotten."""
        told, self.edits = self.edits, []
        return told

    def write(self, *kinds: type[models.Model]) -> None:
        """Write what was gathered of these models, in this order, and forget it."""
        for model in kinds:
            self._remove(model, self.removed.pop(model, []))
            self._change(model, self.changed.pop(model, {}))
            self._make(model, self.made.pop(model, []))

    def was_made(self, rows: Sequence[models.Model]) -> None:
        """Rows that were written elsewhere as a part of this."""
        self.journal.note_made(rows)
        for row in rows:
            self.days.made_or_removed(row)

    def _remove(self, model: type[models.Model], keys: list[int]) -> None:
        """Remove the rows and what goes with them."""
        if not keys:
            return
        self._leave_alone(model, "pk", set(keys))
        for relation in model._meta.related_objects:
            if relation.on_delete is models.CASCADE:
                related: Any = relation.related_model
                rows = related._default_manager.filter(**{f"{relation.field.name}__in": keys})
                self.journal.note_removed(rows)
                self._leave_alone(related, relation.field.attname, set(keys))
        self.journal.note_removed(model._default_manager.filter(pk__in=keys))
        model._default_manager.filter(pk__in=keys).delete()
        self.written += len(keys)

    def _leave_alone(self, model: type[models.Model], name: str, keys: set[int]) -> None:
        """What is removed, and what goes with it, gets no values: that would bring it back."""
        changed = self.changed[model]
        for pk in [pk for pk, row in changed.items() if getattr(row, name) in keys]:
            del changed[pk], self.before[model][pk]

    def _change(self, model: type[models.Model], rows: dict[int, Any]) -> None:
        if not rows:
            return
        before = self.before.pop(model)
        # An upsert on the primary key: bulk_update is ten times slower on many rows.
        model._default_manager.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=sorted({name for values in before.values() for name in values}),
            batch_size=AT_A_TIME,
        )
        self.written += len(rows)
        for pk, row in rows.items():
            self.journal.note_changed(row, before[pk])
            self.days.changed(row, before[pk])

    def _make(self, model: type[models.Model], rows: list[Any]) -> None:
        if rows:
            model._default_manager.bulk_create(rows, batch_size=AT_A_TIME)
            self.written += len(rows)
            self.was_made(rows)
