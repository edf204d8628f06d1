"""Forms for what is said of an activity: its state in words, and its milestones.

Forms of models give no type argument: Django's ModelForm takes none at run time.
"""

from typing import Any

from django import forms

from focusareas import clock
from focusareas.forms.words import CapitalisedChoices, checked_words
from focusareas.models import Activity, MilestoneUpdate, StatusNote


class DayInput(forms.DateInput):
    """A day from the browser's own calendar, written 2023-04-30."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class NotInTheFuture:
    """The day is today when the form opens, and never later."""

    cleaned_data: dict[str, Any]

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > clock.today():
            raise forms.ValidationError("Dagen har inte kommit än. Välj i dag eller tidigare.")
        return day


class StatusNoteForm(NotInTheFuture, CapitalisedChoices, forms.ModelForm):
    """How an activity is going, in words that may be quoted in the memo."""

    class Meta:
        model = StatusNote
        fields = ["day", "state", "text"]
        widgets = {"day": DayInput(), "text": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "day": "Dagen då det var så.",
            "text": (
                "En eller två meningar i klarspråk. De kan komma med i tjänsteskrivelsen. "
                "Skriv inga personuppgifter."
            ),
        }

    def clean_text(self) -> str:
        return checked_words(self.cleaned_data["text"])


class LinkForm(forms.Form):
    """Where on the web the activity leads, such as to its film."""

    link = forms.URLField(
        label="Webbadress",
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text="Visas för alla, till exempel på enhetens sida. Lämna tomt för ingen.",
    )


class MilestoneUpdateForm(NotInTheFuture, CapitalisedChoices, forms.ModelForm):
    """From which day a milestone, or one part of it, is planned, under way or done."""

    part = forms.TypedChoiceField(label="Del", coerce=int, choices=[])

    class Meta:
        model = MilestoneUpdate
        fields = ["part", "day", "state", "note"]
        widgets = {"day": DayInput()}
        help_texts = {"day": "Första dagen då läget gällde."}

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = activity.parts or [activity.title]
        field = self.fields["part"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = list(enumerate(parts, start=1))
        if len(parts) == 1:
            field.widget = forms.HiddenInput()
            field.initial = 1

    def clean_note(self) -> str:
        return checked_words(self.cleaned_data["note"])
