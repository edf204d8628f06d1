"""Rows to write, gathered while rows are compared and written in bulk."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db import connection, models


class Changes:
    """What is to be made, changed and removed, by model; nothing is written when nothing is."""

    def __init__(self) -> None:
        self.written = 0
        self.made: dict[type[models.Model], list[Any]] = defaultdict(list)
        self.changed: dict[type[models.Model], dict[int, Any]] = defaultdict(dict)
        self.fields: dict[type[models.Model], set[str]] = defaultdict(set)
        self.removed: dict[type[models.Model], list[int]] = defaultdict(list)

    def make(self, row: models.Model) -> None:
        """A row that is not in the database yet."""
        self.made[type(row)].append(row)

    def change(self, row: models.Model, **values: Any) -> bool:
        """Give the row these values; whether any of them is other than it was."""
        different = {name for name, value in values.items() if getattr(row, name) != value}
        for name in different:
            setattr(row, name, values[name])
        self.mark(row, different)
        return bool(different)

    def mark(self, row: models.Model, fields: Collection[str]) -> None:
        """The row has other values in these fields than are stored."""
        if fields and row.pk:
            self.changed[type(row)][row.pk] = row
            self.fields[type(row)].update(fields)

    def remove(self, row: models.Model) -> None:
        """A row that never came to hold."""
        self.removed[type(row)].append(row.pk)

    def write(self, *kinds: type[models.Model]) -> None:
        """Write what was gathered of these models, in this order, and forget it."""
        for model in kinds:
            self._remove(model, self.removed.pop(model, []))
            self._change(model, list(self.changed.pop(model, {}).values()))
            self._make(model, self.made.pop(model, []))

    def _remove(self, model: type[models.Model], keys: list[int]) -> None:
        if keys:
            model._default_manager.filter(pk__in=keys).delete()
            self.written += len(keys)

    def _change(self, model: type[models.Model], rows: list[Any]) -> None:
        if rows:
            # An upsert on the primary key: bulk_update is ten times slower on many rows.
            model._default_manager.bulk_create(
                rows,
                update_conflicts=True,
                unique_fields=["pk"],
                update_fields=sorted(self.fields.pop(model)),
            )
            self.written += len(rows)

    def _make(self, model: type[models.Model], rows: list[Any]) -> None:
        if rows:
            model._default_manager.bulk_create(rows)
            self.written += len(rows)


def widen_statements() -> None:
    """Let SQLite take as many values in a statement as the library was built for.

    Django 5.2 assumes 999, which makes a dozen statements of one; Django 6 asks as we do.
    """
    if connection.vendor == "sqlite":
        import sqlite3

        connection.ensure_connection()
        limit = connection.connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
        connection.features.max_query_params = limit
