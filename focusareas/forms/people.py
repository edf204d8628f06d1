"""Forms for people, their employments and their leaves."""

from typing import Any

from django import forms

from focusareas.forms.checked import (
    AboutSomebodyElse,
    CheckedModelForm,
    CodeField,
    DayField,
    TidyForm,
    UnitField,
    WordsField,
)
from focusareas.models import Absence, EarlierNumber, Employment, StaffMember
from focusareas.person_numbers import is_person_number

LONGEST_TITLE = Employment._meta.get_field("title").max_length
NAMES = {"given_name": WordsField, "family_name": WordsField}
DAYS: dict[str, type[forms.Field]] = {"first_day": DayField, "last_day": DayField}


class PersonForm(AboutSomebodyElse, CheckedModelForm):
    """Who somebody is."""

    class Meta:
        model = StaffMember
        fields = ["employee_number", "given_name", "family_name", "email"]
        field_classes = {"employee_number": CodeField, **NAMES}
        help_texts = {"employee_number": "Aldrig personnummer."}
        error_messages = {
            "employee_number": {"unique": "Numret tillhör redan en annan medarbetare."}
        }

    def clean_employee_number(self) -> str:
        number: str = self.cleaned_data["employee_number"]
        if is_person_number(number):
            raise forms.ValidationError(
                "Det ser ut som ett personnummer. Skriv ett anställningsnummer."
            )
        if EarlierNumber.objects.filter(number=number).exists():
            raise forms.ValidationError("Numret är ett tidigare nummer för en medarbetare.")
        return number


class NewPersonForm(PersonForm):
    """Who somebody new is, and whether nobody but those who must may know the name."""

    class Meta(PersonForm.Meta):
        fields = [*PersonForm.Meta.fields, "is_protected"]


class ProtectionForm(forms.Form):
    """What was agreed to, so that two who agree at once do not undo each other."""

    protect = forms.TypedChoiceField(
        choices=[("yes", "ja"), ("no", "nej")],
        coerce=lambda answer: answer == "yes",
        widget=forms.HiddenInput,
    )


class EmploymentForm(CheckedModelForm):
    """What an existing employment is, and when it holds."""

    class Meta:
        model = Employment
        fields = ["title", "first_day", "last_day"]
        field_classes = {"title": WordsField, **DAYS}
        help_texts = {"last_day": "Sista arbetsdagen. Lämna tomt så länge anställningen pågår."}


class NewEmploymentForm(EmploymentForm):
    """A new employment, at a unit."""

    class Meta(EmploymentForm.Meta):
        fields = ["unit", *EmploymentForm.Meta.fields]
        field_classes = {"unit": UnitField, **EmploymentForm.Meta.field_classes}


class MoveForm(TidyForm, forms.Form):
    """Where somebody moves, and from which day."""

    to = UnitField(label="Till enhet")
    on = DayField(
        label="Från och med",
        help_text="Första dagen på den nya enheten. Den gamla slutar dagen före.",
    )
    title = WordsField(label="Befattning", required=False, max_length=LONGEST_TITLE)

    def __init__(self, *args: Any, employment: Employment, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"title": employment.title}} | kwargs)


class LeaveForm(CheckedModelForm):
    """When somebody is on long leave from an employment."""

    class Meta:
        model = Absence
        fields = ["first_day", "last_day"]
        field_classes = DAYS
        help_texts = {"last_day": "Sista lediga dagen. Lämna tomt så länge den inte är bestämd."}
