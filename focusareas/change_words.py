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
    fields = ((row._meta.get_field(name), value) for name, value in before.items())
    return "; ".join(
        f"{field.verbose_name}: {in_words(old)} → {in_words(getattr(row, field.attname))}"  # type: ignore[union-attr]
        for field, old in fields
        if old != getattr(row, field.attname)  # type: ignore[union-attr]
    )


def in_words(value: Any) -> str:
    """A value as the trace shows it."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return "inget" if value in (None, "") else str(value)
