"""What was changed about a row, as words for the trace."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from focusareas.fields import field_of

Values = dict[str, Any]


def values_of(row: models.Model, fields: Iterable[str]) -> Values:
    """The stored values of the fields, read anew: a form has already changed the row itself."""
    return type(row)._default_manager.filter(pk=row.pk).values(*fields).get()


def changed_words(row: models.Model, before: Values) -> str:
    """Each field that is other than before, with old and new: "namn: A → B"."""
    changes = ((name, old, _stored(row, name)) for name, old in before.items())
    return "; ".join(
        f"{field_of(row, name).verbose_name}: "
        f"{in_words(row, name, old)} → {in_words(row, name, new)}"
        for name, old, new in changes
        if old != new
    )


def _stored(row: models.Model, name: str) -> Any:
    """What the database holds of the field: of another row only its key."""
    return getattr(row, field_of(row, name).attname)


def in_words(row: models.Model, name: str, value: Any) -> str:
    """A value of the row's field as the trace shows it."""
    field = field_of(row, name)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if value in (None, "", []):
        return "inget"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(field, models.ForeignKey):
        return str(field.remote_field.model._default_manager.get(pk=value))
    return str(dict(field.flatchoices).get(value, value))
