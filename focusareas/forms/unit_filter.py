"""The form over a list of units; it only reads, so everything it holds stands in the address."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from focusareas.completion import UnitFigure
from focusareas.forms.words import capitalised
from focusareas.models import Unit
from focusareas.names import sort_key
from focusareas.unit_list import SORTS, STATUSES, UnitFilter, department_key

Choices = list[tuple[str, str]]


class UnitFilterForm(forms.Form):
    """Which units, in what order; a choice that every unit shares is not asked for."""

    search = forms.CharField(label="Sök enhet", required=False, max_length=100)
    department = forms.ChoiceField(label="Avdelning", required=False)
    operation = forms.ChoiceField(label="Driftform", required=False)
    status = forms.ChoiceField(label="Läge", required=False)
    sort = forms.ChoiceField(label="Ordning", required=False, choices=list(SORTS.items()))

    def __init__(self, data: QueryDict, *, rows: Sequence[UnitFigure]) -> None:
        super().__init__(data)
        self._offer("department", department_choices(rows))
        operations = {row.unit.operation for row in rows}
        offered = capitalised(pair for pair in Unit.Operation.choices if pair[0] in operations)
        self._offer("operation", offered)
        self._offer("status", list(STATUSES.items()), always=True)

    def chosen(self) -> UnitFilter:
        """What is asked for; what is not understood is left aside."""
        self.is_valid()
        return UnitFilter(**{name: value for name, value in self.cleaned_data.items() if value})

    def in_words(self, chosen: UnitFilter) -> str:
        """The filter as a sentence says it: "Avdelning: Äldreomsorg. Läge: Försenat"."""
        return ". ".join(
            f"{self.fields[name].label}: {self._word(name, value)}"
            for name, value in chosen.chosen.items()
        )

    def _word(self, name: str, value: str) -> str:
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(value, value))

    def _offer(self, name: str, choices: Choices, *, always: bool = False) -> None:
        field: Any = self.fields[name]
        field.choices = [("", "Alla"), *choices]
        field.error_messages["invalid_choice"] = "Valet finns inte. Alla visas."
        if len(choices) < 2 and not always:
            del self.fields[name]


def department_choices(rows: Sequence[UnitFigure]) -> Choices:
    """The departments of the units, by name; those in none last."""
    names = {department_key(row): row.unit.department for row in rows}
    in_order = sorted(names.items(), key=lambda item: (not item[1], sort_key(item[1])))
    return [(key, name or "Utan avdelning") for key, name in in_order]
