"""Forms for training days and who came."""

from collections.abc import Sequence
from typing import Any

from django import forms

from focusareas.forms.checked import DayField, TidyForm
from focusareas.forms.hand_in import CourseField
from focusareas.forms.progress import NotInTheFuture
from focusareas.forms.words import checked_words
from focusareas.models import Course


class TrainingForm(NotInTheFuture, TidyForm, forms.Form):
    """Of which course, on which day and where."""

    course = CourseField()
    day = DayField(label="Dag", help_text="Dagen då utbildningen hölls.")
    place = forms.CharField(label="Plats", required=False, max_length=200)
    note = forms.CharField(label="Kommentar", required=False, max_length=300)

    def __init__(self, *args: Any, courses: Sequence[Course], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["course"]
        assert isinstance(field, CourseField)
        field.offer(courses)

    def clean_place(self) -> str:
        return checked_words(self.cleaned_data["place"])

    def clean_note(self) -> str:
        return checked_words(self.cleaned_data["note"])
