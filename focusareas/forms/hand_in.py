"""The form that certificates come in through, many files at once."""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django import forms
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from focusareas.examination import Pile
from focusareas.models import Activity, Course
from focusareas.uploads import JPEG, MAX_BYTES, PDF, PNG, Source
from vrplan.upload_handlers import MAX_TOTAL_BYTES

MEGABYTE = 1024 * 1024
MOST_FILES = 60
# The page's script sends the files one by one; only without it do these limits matter.
LIMITS_AT_ONCE = (
    f"Lämna in högst {MOST_FILES} filer och {MAX_TOTAL_BYTES // MEGABYTE} MB åt gången, "
    "och resten efteråt."
)


class FilesInput(forms.ClearableFileInput):
    """A picker for several files; on a telephone it offers the camera too."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or more; what each of them is judged by its content when it is taken in."""

    widget = FilesInput(attrs={"accept": f"{PDF},{JPEG},{PNG}"})

    def __init__(
        self, *, most: int = MOST_FILES, too_many: str = LIMITS_AT_ONCE, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.most, self.too_many = most, too_many

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        files = [file for file in files if file]
        if not files:
            raise forms.ValidationError("Välj minst en fil.")
        if len(files) > self.most:
            raise forms.ValidationError(f"Du valde {len(files)} filer. {self.too_many}")
        return files


class CourseField(forms.ModelChoiceField):
    """One of the courses that concern the unit; the main one is chosen from the start."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Course.objects.none(), label="Kurs", empty_label=None, **kwargs)

    def offer(self, courses: Sequence[Course]) -> None:
        """Let one of these be chosen, in this order."""
        self.queryset = Course.objects.filter(pk__in=[course.pk for course in courses])
        self.choices = [(course.pk, _in_words(course)) for course in courses]


def _in_words(course: Course) -> str:
    """The course, and that it is a key person's when the plan asks them for it."""
    asked_by = getattr(course, "asked_by", "")
    is_for_key_persons = asked_by == Activity.Measure.KEY_PERSON_COURSE
    return f"{course.name} (för nyckelpersoner)" if is_for_key_persons else course.name


class HandInForm(forms.Form):
    """Which course, and the files; `pile` holds together what is sent file by file."""

    course = CourseField(help_text="Alla filer ska vara intyg från den här kursen.")
    certificates = FilesField(
        label="Filer",
        help_text=(
            f"PDF, JPEG, PNG eller HEIC, högst {MAX_BYTES // MEGABYTE} MB per fil. "
            "Fotografera gärna intyg på papper."
        ),
    )
    pile = forms.CharField(max_length=32, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, courses: Sequence[Course], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["course"]
        assert isinstance(field, CourseField)
        field.offer(courses)

    def clean_pile(self) -> str:
        return self.cleaned_data["pile"] or secrets.token_hex(8)

    def as_pile(self) -> Pile:
        """The files with their names."""
        return pile_of(self.cleaned_data["certificates"])


def pile_of(files: Sequence[UploadedFile]) -> Pile:
    """The files with their names, those on disk by where they lie."""
    return [(file.name or "", _source(file)) for file in files]


def _source(file: UploadedFile) -> Source:
    if isinstance(file, TemporaryUploadedFile):
        return Path(file.temporary_file_path())
    content: bytes = file.read()
    return content
