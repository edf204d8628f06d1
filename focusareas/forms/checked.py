"""Forms whose input is tidied and held against every rule of the database.

Forms of models give no type argument: Django's ModelForm takes none at run time.
"""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator

from focusareas.forms.progress import DayInput
from focusareas.forms.words import CapitalisedChoices
from focusareas.hr_import.cells import as_identity, is_excel_error
from focusareas.models import Unit
from focusareas.names import plain

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
OUTSIDE = f"Skriv en dag mellan {EARLIEST.year} och {LATEST.year}."

# More digits than this no key has, and SQLite cannot even compare them.
LONGEST_KEY = 18


class TidyForm(forms.BaseForm):
    """Words come out composed, with single blanks and without invisible characters."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name, value in self.cleaned_data.items():
            if isinstance(value, str) and not isinstance(self.fields[name].widget, forms.Textarea):
                self.cleaned_data[name] = plain(value)
        return self.cleaned_data


class CheckedModelForm(TidyForm, CapitalisedChoices, forms.ModelForm):
    """Constraints count also when they are over fields that the form does not show."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except ValidationError as error:
                self.add_error(None, error)


class AboutSomebodyElse(forms.BaseForm):
    """Names and addresses of others: the browser must not offer the writer's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if type(field.widget) in (forms.TextInput, forms.EmailInput):
                field.widget.attrs["autocomplete"] = "off"


class WordsField(forms.CharField):
    """Words that the HR workbook holds too, as they are read there: exports must read back."""

    def to_python(self, value: Any) -> str:
        written = super().to_python(value) or ""
        if "\0" in written:
            # Left as it is for the validator, which refuses it.
            return written
        text = plain(written)
        if is_excel_error(text):
            raise ValidationError(f"Så visar Excel ett fel: {text}. Skriv något annat.")
        return text


class CodeField(WordsField):
    """A code or a number that identifies: 10231 and "10231.0" are the same."""

    def to_python(self, value: Any) -> str:
        return as_identity(super().to_python(value))


class DayField(forms.DateField):
    """A day, written 2023-04-30 or chosen in the browser's calendar; never a slip by centuries."""

    widget = DayInput
    default_validators = [
        MinValueValidator(EARLIEST, message=OUTSIDE),
        MaxValueValidator(LATEST, message=OUTSIDE),
    ]


class RowsField(forms.ModelMultipleChoiceField):
    """Several rows by their keys; a key that no row can have is refused like one that none has."""

    def clean(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            if len(str(key)) > LONGEST_KEY:
                raise ValidationError(
                    self.error_messages["invalid_choice"], "invalid_choice", {"value": str(key)}
                )
        return super().clean(value)


class UnitField(forms.ModelChoiceField):
    """One of the units, told apart by code where names are alike."""

    def __init__(self, queryset: Any = None, **kwargs: Any) -> None:
        units = Unit.objects.all() if queryset is None else queryset
        super().__init__(units, **{"label": "Enhet", "empty_label": "Välj"} | kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.code})"


class ConfirmForm(forms.Form):
    """Nothing but a button: what it does stands on the page."""
