"""A model's own field by its name: none that other models have of it, and no generic key."""

from typing import Any

from django.db import models


def field_of(model: models.Model | type[models.Model], name: str) -> "models.Field[Any, Any]":
    """The field of the name."""
    field = model._meta.get_field(name)
    assert isinstance(field, models.Field)
    return field
