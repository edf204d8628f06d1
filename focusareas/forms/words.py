"""What may be written in free text, and how choices are written."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from focusareas.person_numbers import without_person_number
from focusareas.swedish import sentence_case


def checked_words(text: str) -> str:
    """The same text; ValidationError if a personal identity number is in it."""
    if without_person_number(text) != text:
        raise ValidationError("Skriv inget personnummer. Ta bort det och försök igen.")
    return text


def capitalised(choices: Iterable[tuple[Any, Any]]) -> list[tuple[Any, str]]:
    """Choices as they stand in a list of their own, each on its line."""
    return [(value, sentence_case(str(label))) for value, label in choices]


class CapitalisedChoices(forms.BaseForm):
    """Every choice that the model names begins with a capital."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField):
                field.choices = capitalised(field.choices)  # type: ignore[arg-type]  # typed as what may be set
