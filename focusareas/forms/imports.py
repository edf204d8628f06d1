"""Forms for the HR workbook: hand it in, and agree to what it would do."""

from datetime import date, timedelta
from typing import Any

from django import forms

from focusareas import clock
from focusareas.forms.checked import DayField
from focusareas.hr_import import Outcome
from focusareas.hr_work import Agreement, is_far_away
from focusareas.refusal import RefusedError
from focusareas.swedish import counted, long_date, number
from focusareas.workbooks import MAX_FILE_BYTES, MEGABYTE

TOO_BIG = f"Filen är större än {MAX_FILE_BYTES // MEGABYTE} MB. Ta bort blad som inte behövs."


class WorkbookForm(forms.Form):
    """A workbook and the day it is about."""

    file = forms.FileField(
        label="Arbetsbok från personalsystemet",
        help_text=f"En fil som slutar på .xlsx, högst {MAX_FILE_BYTES // MEGABYTE} MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": "Välj en fil.",
            "empty": "Filen är tom. Spara den på nytt i Excel och försök igen.",
        },
    )
    on = DayField(
        label="Dag",
        help_text="Gäller det som filen inte daterar: nya chefer, byten av avdelning och avslut.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"on": clock.today()}} | kwargs)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MAX_FILE_BYTES:
            raise forms.ValidationError(TOO_BIG)
        return file


class CarryOutForm(forms.Form):
    """Agreement to the outcome that was seen, and what to do about those who are missing."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    is_that_day = forms.BooleanField(required=False)
    allow_leavers = forms.BooleanField(required=False)
    is_whole = forms.BooleanField(required=False)

    def __init__(self, *args: Any, outcome: Outcome, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        missing, today = outcome.people["missing"], clock.today()
        begun = " Den som har börjat efter det avslutas inte." if day < today else ""
        self._ask(
            "allow_leavers",
            f"Avsluta anställningarna för {counted(missing, 'medarbetare', 'medarbetare')} som "
            f"inte står i filen. Sista dagen blir {long_date(day - timedelta(days=1))}.{begun}",
            when=missing > 0,
        )
        # Those who are to begin are missing too, and are not employed on the day.
        of_all = f" av {number(outcome.employed)}" if missing <= outcome.employed else ""
        left_out = f"{number(missing)}{of_all} medarbetare"
        words = f"Ja, filen är hel: {left_out} ska inte stå i den"
        self._ask("is_whole", words, when=outcome.many_leave)
        words = f"Ja, filen gäller {long_date(day)}, mer än ett år från i dag"
        self._ask("is_that_day", words, when=is_far_away(day, today=today))

    def _ask(self, name: str, words: str, *, when: bool) -> None:
        """Let the box say this, or leave it out."""
        if when:
            self.fields[name].label = words
        else:
            del self.fields[name]

    def refuse(self, refusal: RefusedError) -> None:
        """Let the form say why, at the box that it is about if that is there."""
        self.add_error(refusal.field if refusal.field in self.fields else None, str(refusal))

    def agreement(self) -> Agreement:
        """What was agreed to."""
        return Agreement(**self.cleaned_data)
