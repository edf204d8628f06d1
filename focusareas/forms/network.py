"""The form over the list of key persons; all that it holds stands in the address."""

from typing import Any

from django import forms
from django.http import QueryDict

from focusareas.forms.checked import TidyForm
from focusareas.forms.words import capitalised
from focusareas.key_person_course import COURSE_LABELS
from focusareas.models import Department, KeyPerson, Unit

ALL = ("", "Alla")
ORDERS = [
    ("", "Enhet"),
    ("name", "Efternamn"),
    ("department", "Avdelning"),
    ("newest", "Senast utsedd"),
]


class NetworkFilterForm(TidyForm, forms.Form):
    """Which key persons, in what order; whatever is not understood narrows nothing."""

    q = forms.CharField(
        label="Namn eller enhet",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    department = forms.ModelChoiceField(
        Department.objects.all(), label="Avdelning", required=False, empty_label="Alla"
    )
    operation = forms.ChoiceField(
        label="Driftform", required=False, choices=[ALL, *capitalised(Unit.Operation.choices)]
    )
    role = forms.ChoiceField(
        label="Roll", required=False, choices=[ALL, *capitalised(KeyPerson.Role.choices)]
    )
    course = forms.ChoiceField(
        label="Kursen", required=False, choices=[ALL, *COURSE_LABELS.items()]
    )
    order = forms.ChoiceField(label="Ordning", required=False, choices=ORDERS)

    def __init__(self, data: QueryDict, *, all_departments: bool, has_course: bool) -> None:
        super().__init__(data)
        if not all_departments:
            del self.fields["department"]
        if not has_course:
            del self.fields["course"]

    def wanted(self) -> dict[str, Any]:
        """What is asked for, as far as it is understood."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def in_words(self) -> str:
        """The choices as a sentence says them: "Avdelning: Äldreomsorg. Kursen: Saknas"."""
        return ". ".join(
            f"{self.fields[name].label}: {self._word(name, value)}"
            for name, value in self.wanted().items()
        )

    def _word(self, name: str, value: Any) -> str:
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(value) if name in ("q", "department") else str(dict(choices)[value])
