"""The forms of the shared link: its maker's, and that of those who hand in with it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from focusareas import share_links
from focusareas.examination import Pile
from focusareas.forms.checked import DayField, TidyForm
from focusareas.forms.hand_in import MEGABYTE, CourseField, FilesField, pile_of
from focusareas.forms.words import checked_words
from focusareas.models import Course
from focusareas.uploads import MAX_BYTES

MOST_FILES = 5
TOO_MANY = f"Lämna in högst {MOST_FILES} filer åt gången, och resten efteråt."


class ShareLinkForm(forms.Form):
    """Until when a new link works."""

    expires_on = DayField(
        label="Gäller till och med",
        help_text=f"Högst {share_links.MOST_DAYS} dagar. Du kan dra in länken när du vill.",
    )


class SharedHandInForm(TidyForm, forms.Form):
    """What somebody who is not signed in hands in; the course is asked for if there are several."""

    course = CourseField()
    certificates = FilesField(
        most=MOST_FILES,
        too_many=TOO_MANY,
        label="Ditt intyg",
        help_text=(
            f"Ett foto eller en PDF, högst {MAX_BYTES // MEGABYTE} MB. Välj flera filer om "
            "intyget har flera sidor."
        ),
    )
    name = forms.CharField(
        label="Ditt namn",
        required=False,
        max_length=200,
        help_text="Behövs bara om det är svårt att läsa på intyget. Skriv aldrig personnummer.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, courses: Sequence[Course], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["course"]
        assert isinstance(field, CourseField)
        field.offer(courses)
        if len(courses) == 1:
            field.widget, field.initial = forms.HiddenInput(), courses[0].pk

    def clean_name(self) -> str:
        return checked_words(self.cleaned_data["name"])

    def as_pile(self) -> Pile:
        """The files with their names."""
        return pile_of(self.cleaned_data["certificates"])
