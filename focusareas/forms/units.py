"""Forms for units, what they belong to and who leads them."""

from datetime import date
from typing import Any

from django import forms

from focusareas import clock
from focusareas.forms.checked import (
    AboutSomebodyElse,
    CheckedModelForm,
    CodeField,
    DayField,
    TidyForm,
    UnitField,
    WordsField,
)
from focusareas.forms.words import capitalised
from focusareas.hr_import.cells import is_excel_error
from focusareas.models import Department, Unit, UnitTag
from focusareas.names import plain

UNIT_FIELDS = {
    "code": CodeField,
    "name": WordsField,
    "cost_centre": CodeField,
    "first_day": DayField,
}
LONGEST_TAG = UnitTag._meta.get_field("name").max_length or 0
# All in one cell of a workbook, with room to spare.
LONGEST_TAGS = 5_000


class UnitFilterForm(TidyForm, forms.Form):
    """Which units a list shows; whatever is not understood narrows nothing."""

    q = forms.CharField(
        label="Namn eller kod",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    operation = forms.ChoiceField(
        label="Driftform",
        required=False,
        choices=[("", "Alla"), *capitalised(Unit.Operation.choices)],
    )
    department = forms.ModelChoiceField(
        Department.objects.all(), label="Avdelning", required=False, empty_label="Alla"
    )
    with_closed = forms.BooleanField(label="Visa även stängda", required=False)
    without_manager = forms.BooleanField(label="Bara utan chef", required=False)


class UnitForm(CheckedModelForm):
    """What a unit is; a changed name holds from a day."""

    tag_names = forms.CharField(
        label="Taggar",
        required=False,
        max_length=LONGEST_TAGS,
        help_text="Med komma emellan, till exempel: möter barn, vnr-rutiner.",
    )
    on = DayField(label="Ett nytt namn gäller från", help_text="Det gamla namnet sparas.")

    class Meta:
        model = Unit
        fields = ["code", "name", "operation", "provider", "cost_centre", "first_day"]
        field_classes = UNIT_FIELDS
        help_texts = {
            "provider": "Bara för en enhet hos en privat utförare.",
            "first_day": "Lämna tomt om enheten fanns före planen.",
        }
        error_messages = {"code": {"unique": "Koden tillhör redan en annan enhet."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        provider = self.fields["provider"]
        assert isinstance(provider, forms.ModelChoiceField)
        provider.empty_label = "Ingen"
        if "on" in self.fields:
            self.fields["on"].initial = clock.today()
        if self.instance.pk:
            tags = self.instance.tags.values_list("name", flat=True)
            self.fields["tag_names"].initial = ", ".join(tags)

    def clean_tag_names(self) -> list[str]:
        """The tags as written, each once."""
        written = (plain(name) for name in self.cleaned_data["tag_names"].split(","))
        names = list({name.casefold(): name for name in written if name}.values())
        if any(len(name) > LONGEST_TAG for name in names):
            raise forms.ValidationError(f"En tagg får ha högst {LONGEST_TAG} tecken.")
        if any(map(is_excel_error, names)):
            raise forms.ValidationError("En av taggarna är så som Excel visar ett fel.")
        return names


class NewUnitForm(UnitForm):
    """A new unit, and the department it belongs to from the start."""

    on = None  # type: ignore[assignment]  # how a field of the base is left out
    department = forms.ModelChoiceField(
        Department.objects.all(), label="Avdelning", empty_label="Välj"
    )


class CloseUnitForm(forms.Form):
    """The last day of a unit, and which unit takes over."""

    last_day = DayField(label="Sista dagen", help_text="Den sista dagen som enheten är öppen.")
    successor = UnitField(label="Ersätts av", required=False, empty_label="Ingen enhet")


class PlaceUnitForm(forms.Form):
    """Which department a unit belongs to, from which day."""

    department = forms.ModelChoiceField(
        Department.objects.all(), label="Ny avdelning", empty_label="Välj"
    )
    on = DayField(label="Från och med")


class DutyForm(AboutSomebodyElse, TidyForm, forms.Form):
    """Who leads a department, from which day."""

    email = forms.EmailField(
        label="E-post",
        max_length=254,
        help_text="Den som saknar inloggning får en och behöver bjudas in.",
    )
    first_day = DayField(label="Från och med")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"first_day": clock.today()}} | kwargs)


class ManagerForm(DutyForm):
    """Who manages a unit or stands in for its manager, from which day."""

    is_deputy = forms.BooleanField(
        label="Ersättare för chefen",
        required=False,
        help_text="Utan kryss blir personen chef, och den som är chef nu slutar dagen före.",
    )
    last_day = DayField(
        label="Till och med",
        required=False,
        help_text="Bara för en ersättare. Uppdraget slutar då av sig självt.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("last_day") and not cleaned.get("is_deputy"):
            self.add_error("last_day", "Bara en ersättare kan ha en sista dag från början.")
        return cleaned


class EndForm(forms.Form):
    """The last day of a duty."""

    last_day = DayField(label="Sista dagen")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        today: date = clock.today()
        super().__init__(*args, **{"initial": {"last_day": today}} | kwargs)
