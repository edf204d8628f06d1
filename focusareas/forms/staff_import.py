"""The form with which a provider's manager hands in the whole list of staff."""

from datetime import date
from typing import Any

from django import forms

from focusareas import clock
from focusareas.forms.imports import WorkbookForm
from focusareas.hr_work import is_far_away, takes_long

TOO_LARGE = "Filen är för stor för en personallista. Ta bort blad och rader som inte behövs."
FAR_AWAY = "Dagen är mer än ett år bort. Skriv dagen då filen gällde."


class StaffWorkbookForm(WorkbookForm):
    """A workbook of the own units' staff, and the day from which those who are left out end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Personallistan som arbetsbok"
        self.fields["file"].help_text = "En fil som slutar på .xlsx."
        self.fields["on"].help_text = "Den som inte står i filen avslutas dagen före, om du vill."

    def clean_file(self) -> Any:
        file = super().clean_file()
        if takes_long(file):
            raise forms.ValidationError(TOO_LARGE)
        file.seek(0)
        return file

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if is_far_away(day, today=clock.today()):
            raise forms.ValidationError(FAR_AWAY)
        return day
