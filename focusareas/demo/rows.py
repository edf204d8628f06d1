"""Rows made in memory and saved in bulk, in the order in which they stand on each other."""

from collections import defaultdict
from typing import TypeVar

from django.db.models import Model

Row = TypeVar("Row", bound=Model)
BATCH = 500


class Rows:
    """Unsaved rows by model; a model's rows may point at rows of models added before it."""

    def __init__(self) -> None:
        self.by_model: dict[type[Model], list[Model]] = defaultdict(list)

    def expect(self, *models: type[Model]) -> None:
        """Fix the order of models whose rows come mixed."""
        for model in models:
            self.by_model[model] = []

    def add(self, row: Row) -> Row:
        """Keep the row for saving, and hand it back."""
        self.by_model[type(row)].append(row)
        return row

    def save(self) -> None:
        """Write everything, one model after the other."""
        for model, rows in self.by_model.items():
            model._default_manager.bulk_create(rows, batch_size=BATCH)
        self.by_model.clear()
