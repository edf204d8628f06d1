"""Forms for meetings: when, where and about what, and what was said there.

Forms of models give no type argument: Django's ModelForm takes none at run time.
"""

from typing import Any

from django import forms

from focusareas.forms.checked import CheckedModelForm, DayField
from focusareas.forms.words import checked_words
from focusareas.models import Meeting


class ClockInput(forms.TimeInput):
    """An hour from the browser's own clock, written 09:00."""

    input_type = "time"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", **kwargs)


class MeetingForm(CheckedModelForm):
    """When, where and about what; a day in the past is a meeting that was held."""

    class Meta:
        model = Meeting
        fields = ["theme", "day", "starts_at", "ends_at", "place", "cancelled_on"]
        field_classes = {"day": DayField, "cancelled_on": DayField}
        widgets = {"starts_at": ClockInput(), "ends_at": ClockInput()}
        help_texts = {
            "theme": "Till exempel: uppstart av strukturen.",
            "starts_at": "Utan klockslag gäller träffen hela dagen.",
            "cancelled_on": "Fyll i bara om träffen ställs in, med dagen då det bestämdes.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            # What nobody has heard of yet is not called off.
            del self.fields["cancelled_on"]

    def clean_theme(self) -> str:
        return checked_words(self.cleaned_data["theme"])

    def clean_place(self) -> str:
        return checked_words(self.cleaned_data["place"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, theme = cleaned.get("day"), cleaned.get("theme")
        alike = Meeting.objects.filter(activity=self.instance.activity_id, theme=theme or "")
        others = alike.filter(cancelled_on__isnull=True).exclude(pk=self.instance.pk)
        if day and others.filter(day=day).exists():
            self.add_error("theme", "Träffen finns redan. Den sparades kanske nyss.")
        return cleaned


class NotesForm(forms.Form):
    """What was said at a meeting."""

    notes = forms.CharField(
        label="Anteckningar",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Visas för alla som följer planen. Skriv inga personuppgifter.",
    )

    def clean_notes(self) -> str:
        return checked_words(self.cleaned_data["notes"])
