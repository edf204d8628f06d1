"""Forms for routines that a unit confirms; the document is a PDF."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from focusareas import clock, documents
from focusareas.documents import Document
from focusareas.forms.checked import DayField, TidyForm
from focusareas.forms.hand_in import MEGABYTE, pile_of
from focusareas.forms.progress import NotInTheFuture
from focusareas.forms.words import checked_words
from focusareas.models import RoutineConfirmation
from focusareas.uploads import MAX_BYTES, PDF, FileRefusedError

LONGEST_NOTE = 4000


class DocumentField(forms.FileField):
    """One PDF, or none; it is judged by its content."""

    widget = forms.FileInput(attrs={"accept": PDF})

    def clean(self, data: Any, initial: Any = None) -> Document | None:
        file: UploadedFile | None = data or None
        if file is None:
            return None
        [(name, source)] = pile_of([file])
        try:
            return documents.examine(name, source, on=clock.today())
        except FileRefusedError as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


class RoutineDetailsForm(TidyForm, forms.Form):
    """What is said of a confirmed routine: in words, by a document, and until when."""

    note = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=(
            "Frivilligt, till exempel var rutinen finns eller vad ni har pratat om. "
            "Skriv inga personuppgifter."
        ),
    )
    document = DocumentField(
        label="Dokument",
        required=False,
        help_text=f"Frivilligt. En PDF på högst {MAX_BYTES // MEGABYTE} MB.",
    )
    review_on = DayField(
        label="Gå igenom igen senast",
        required=False,
        help_text="Lämna tomt om det inte behövs.",
    )

    def clean_note(self) -> str:
        return checked_words(self.cleaned_data["note"])

    def confirmed_on(self) -> date | None:
        """The day that the next review must lie after."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        confirmed_on, review_on = self.confirmed_on(), cleaned.get("review_on")
        if confirmed_on and review_on and review_on <= confirmed_on:
            self.add_error("review_on", "Välj en dag efter den då rutinen bekräftas.")
        return cleaned


class RoutineForm(NotInTheFuture, RoutineDetailsForm):
    """From which day the unit has the routine, or has looked at it again."""

    day = DayField(label="Dag", help_text="Dagen då rutinen fanns, eller då ni gick igenom den.")
    field_order = ["day", "review_on", "note", "document"]

    def confirmed_on(self) -> date | None:
        day: date | None = self.cleaned_data.get("day")
        return day


class RoutineChangeForm(RoutineDetailsForm):
    """The same of a routine that is confirmed already."""

    field_order = ["review_on", "note", "document"]

    def __init__(self, *args: Any, confirmation: RoutineConfirmation, **kwargs: Any) -> None:
        kwargs["initial"] = {"note": confirmation.note, "review_on": confirmation.review_on}
        super().__init__(*args, **kwargs)
        self.confirmation = confirmation
        if confirmation.document_id:
            self.fields["document"].help_text = "Väljer du en PDF ersätter den dokumentet."

    def confirmed_on(self) -> date:
        return self.confirmation.confirmed_on


class ReasonForm(TidyForm, forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label="Varför", max_length=300)

    def clean_reason(self) -> str:
        return checked_words(self.cleaned_data["reason"])
