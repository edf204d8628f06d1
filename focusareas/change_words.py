"""What was changed about a row, as words for the trace."""

from collections.abc import Iterable
from typing import Any

from django.db import models

Values = dict[str, Any]


def values_of(row: models.Model, fields: Iterable[str]) -> Values:
    """The stored values of the fields, read anew: a form has already changed the row itself."""
    return type(row)._default_manager.filter(pk=row.pk).values(*fields).get()


def changed_words(row: models.Model, before: Values) -> str:
    """Each field that is other than before, with old and new: "namn: A → B"."""
    changes = ((name, old, _stored(row, name)) for name, old in before.items())
    return "; ".join(
        f"{row._meta.get_field(name).verbose_name}: "  # type: ignore[union-attr]
        f"{in_words(row, name, old)} → {in_words(row, name, new)}"
        for name, old, new in changes
        if old != new
    )


def _stored(row: models.Model, name: str) -> Any:
    """What the database holds of the field: of another row only its key."""
    field = row._meta.get_field(name)
    assert isinstance(field, models.Field)
    return getattr(row, field.attname)


def in_words(row: models.Model, name: str, value: Any) -> str:
    """A value of the row's field as the trace shows it."""
    field = row._meta.get_field(name)
    assert isinstance(field, models.Field)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if value in (None, "", []):
        return "inget"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(field, models.ForeignKey):
        return str(field.remote_field.model._default_manager.get(pk=value))
    return str(dict(field.flatchoices).get(value, value))
