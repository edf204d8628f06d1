"""The form for a decision on when something shall be done."""

from datetime import date
from typing import Any

from django import forms

from focusareas import clock
from focusareas.forms.checked import EARLIEST, LATEST, OUTSIDE, TidyForm
from focusareas.forms.progress import DayInput
from focusareas.forms.words import capitalised, checked_words
from focusareas.models import Activity, Deadline
from focusareas.swedish import long_date


class DueForm(TidyForm, forms.Form):
    """When something shall be done, as exactly as it was decided."""

    precision = forms.ChoiceField(
        label="Hur exakt är slutdatumet?", choices=capitalised(Deadline.Precision.choices)
    )
    day = forms.DateField(
        label="Slutdatum",
        required=False,
        widget=DayInput(),
        help_text=(
            "Välj en dag i månaden, terminen eller året om det inte är bestämt exakt. "
            "Då räknas den sista dagen."
        ),
    )
    written = forms.CharField(
        label="Som det står i beslutet",
        required=False,
        max_length=100,
        help_text='Till exempel "hösten 2023". Lämna tomt så skrivs det ut efter dagen.',
    )

    def starts_on(self) -> date | None:
        """The day that the deadline cannot lie before."""
        raise NotImplementedError

    def clean_written(self) -> str:
        return checked_words(self.cleaned_data["written"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        day, is_open = cleaned.get("day"), cleaned.get("precision") == Deadline.Precision.NONE
        starts_on = self.starts_on()
        if is_open and day:
            self.add_error("day", "Ta bort dagen, eller ändra hur exakt slutdatumet är.")
        elif not is_open and not day and "day" not in self.errors:
            self.add_error("day", "Välj en dag.")
        elif day and day > LATEST:
            self.add_error("day", OUTSIDE)
        elif day and starts_on and day < starts_on:
            starts = long_date(starts_on)
            self.add_error("day", f"Aktiviteten börjar {starts}. Slutdatum kan inte ligga före.")
        return cleaned


class DeadlineForm(DueForm):
    """The new deadline, and who decided it, when and why."""

    decided_on = forms.DateField(
        label="Beslutat den",
        widget=DayInput(),
        help_text="Den som ser läget för en tidigare dag ser det gamla slutdatumet.",
    )
    decided_by = forms.CharField(
        label="Beslutat av", max_length=200, help_text="Till exempel nämnden, § 146."
    )
    reason = forms.CharField(label="Varför", max_length=300)

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.activity = activity

    def starts_on(self) -> date:
        return self.activity.starts_on

    def clean_decided_on(self) -> Any:
        decided_on = self.cleaned_data["decided_on"]
        if decided_on > clock.today():
            raise forms.ValidationError("Dagen har inte kommit än. Välj i dag eller tidigare.")
        if decided_on < EARLIEST:
            raise forms.ValidationError(OUTSIDE)
        return decided_on

    def clean_reason(self) -> str:
        return checked_words(self.cleaned_data["reason"])

    def clean_decided_by(self) -> str:
        return checked_words(self.cleaned_data["decided_by"])
