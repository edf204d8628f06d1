"""Forms for departments, providers and courses."""

from typing import Any

from django import forms

from focusareas.forms.checked import CheckedModelForm, WordsField
from focusareas.models import Course, Department, Provider
from focusareas.names import plain

TAKEN = "Namnet finns redan."


class UniqueNameForm(CheckedModelForm):
    """A name that no other has, whatever the case: the HR file finds it by name."""

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        others = type(self.instance)._default_manager.exclude(pk=self.instance.pk)
        if name.casefold() in {other.casefold() for other in others.values_list("name", flat=True)}:
            raise forms.ValidationError(TAKEN)
        return name


class DepartmentForm(UniqueNameForm):
    """What a department is called."""

    class Meta:
        model = Department
        fields = ["name"]
        field_classes = {"name": WordsField}


class ProviderForm(UniqueNameForm):
    """What a provider is called."""

    class Meta:
        model = Provider
        fields = ["name"]
        field_classes = {"name": WordsField}


class CourseForm(CheckedModelForm):
    """A course and the words by which its certificates are known."""

    url = forms.URLField(label="Webbadress", required=False, max_length=200, assume_scheme="https")
    marks = forms.CharField(
        label="Kännetecken",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5_000,
        help_text=(
            "Titlar och ord som står på ett intyg från kursen, ett på varje rad. "
            "Systemet känner igen intyget på dem."
        ),
    )

    class Meta:
        model = Course
        fields = ["name", "issuer", "url"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["marks"].initial = "\n".join(self.instance.fingerprints)

    def clean_marks(self) -> list[str]:
        """The lines with something on them, each once."""
        lines = (plain(line) for line in self.cleaned_data["marks"].splitlines())
        self.instance.fingerprints = list(dict.fromkeys(filter(None, lines)))
        return list(self.instance.fingerprints)


class NewCourseForm(CourseForm):
    """A new course, with the code that commands and plans know it by."""

    class Meta(CourseForm.Meta):
        fields = ["code", *CourseForm.Meta.fields]
        help_texts = {"code": "Små bokstäver, siffror och bindestreck, till exempel webbkurs-1."}
        error_messages = {"code": {"unique": "Koden tillhör redan en annan kurs."}}
