"""Bringing the rows of a plan into line with its file, without undoing what people decided.

The plan remembers what its file said when it was last loaded. Only what the file says
differently since then is written: all else may have been changed on the plan's pages.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from focusareas.fields import field_of
from focusareas.plan_table import Table

Row = TypeVar("Row", bound=models.Model)
Said = dict[str, dict[str, Any]]


@dataclass(slots=True)
class RowWriter:
    """Writes the rows of one file; `before` is what it said the last time, `said` what now.

    `made` are the rows that are new, `changes` and `kept` tell in words what was written over
    and what was left as the pages have it.
    """

    before: Said
    said: Said = field(default_factory=dict)
    made: list[models.Model] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def upsert(self, model: type[Row], table: Table, keys: dict[str, Any], **values: Any) -> Row:
        """The row with these keys, made or changed to hold the values, checked by the model."""
        lookup = {
            (f"{key}__isnull" if value is None else key): (True if value is None else value)
            for key, value in keys.items()
        }
        row = model._default_manager.filter(**lookup).first() or model(**keys)
        is_new = row._state.adding
        old = {name: getattr(row, name) for name in values}
        for name, value in values.items():
            is_news = self._is_news(_named(model, keys), name, value)
            if is_new or is_news:
                setattr(row, name, value)
            elif value != old[name]:
                self._keep(table, model, name, value)
        try:
            row.full_clean(exclude=["letter"])  # a plan may do without; PlanLetter checks it
        except ValidationError as error:
            raise table.fault(_first_message(error)) from error
        changed = [name for name in values if getattr(row, name) != old[name]]
        if is_new:
            row.save()
            self.made.append(row)
        elif changed:
            for name in changed:
                self._change(table, model, name, old[name])
            row.save(update_fields=changed)
        return row

    def is_taken_away(self, model: type[Row], table: Table, keys: dict[str, Any]) -> bool:
        """Whether the file has had the row before and a page has removed it since."""
        named = _named(model, keys)
        if named not in self.before or model._default_manager.filter(**keys).exists():
            return False
        self.said[named] = self.before[named]
        self.kept.append(f"{table.place}: borttagen")
        return True

    def relate(self, row: models.Model, table: Table, name: str, others: list[Any]) -> None:
        """Make the many-to-many field hold exactly these rows."""
        relation = getattr(row, name)
        there = list(relation.all())
        is_news = self._is_news(table.place, name, sorted(other.pk for other in others))
        if set(there) == set(others):
            return
        if row in self.made or is_news:
            relation.set(others)
            if row not in self.made:
                self._change(table, type(row), name, ", ".join(map(str, there)))
        else:
            self._keep(table, type(row), name, ", ".join(map(str, others)))

    def _is_news(self, row: str, name: str, value: Any) -> bool:
        """Note what the file says, and whether it said something else before, or nothing."""
        plain = _plain(value)
        self.said.setdefault(row, {})[name] = plain
        known = self.before.get(row, {})
        return name not in known or known[name] != plain

    def _change(self, table: Table, model: type[models.Model], name: str, old: Any) -> None:
        """Say what was there, so that somebody's own change is not lost unseen."""
        self.changes.append(f"{table.place}: {_label(model, name)} (var: {str(old)[:80]})")

    def _keep(self, table: Table, model: type[models.Model], name: str, value: Any) -> None:
        """Say what the file has that was changed on a page and stays so."""
        self.kept.append(f"{table.place}: {_label(model, name)} (filen: {str(value)[:80]})")


def _label(model: type[models.Model], name: str) -> str:
    return str(field_of(model, name).verbose_name)


def _named(model: type[models.Model], keys: dict[str, Any]) -> str:
    """The row by what identifies it, the same from one loading to the next."""
    values = (key.pk if isinstance(key, models.Model) else key for key in keys.values())
    return " ".join([str(model._meta.model_name), *map(str, values)])


def _plain(value: Any) -> Any:
    """The value as JSON holds it."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _first_message(error: ValidationError) -> str:
    """The first thing that the model has against the row, with the field it is about."""
    name, messages = next(iter(error.message_dict.items()))
    return messages[0] if name == "__all__" else f"”{name}”: {messages[0]}"
