"""Forms for who came to a meeting: ticked in a list, or read from a pasted one."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from focusareas.forms.checked import RowsField
from focusareas.forms.words import checked_words
from focusareas.models import StaffMember
from focusareas.pasted_names import MOST_LINES, PastedLine, lines_of

NOBODY = "nobody"


class PeopleField(RowsField):
    """People by their keys; nobody is offered by it, the page does that."""

    def __init__(self, **kwargs: Any) -> None:
        gone = "En av personerna finns inte längre. Ladda om sidan."
        errors = {"invalid_choice": gone, "invalid_pk_value": gone}
        super().__init__(StaffMember.objects.all(), required=False, error_messages=errors, **kwargs)


class AttendanceForm(forms.Form):
    """The people that a page of the list shows, and those of them who are ticked."""

    shown = PeopleField(widget=forms.MultipleHiddenInput)
    came = PeopleField(label="De här kom", widget=forms.CheckboxSelectMultiple)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        came, shown = set(cleaned.get("came", ())), set(cleaned.get("shown", ()))
        if not came <= shown:
            raise forms.ValidationError("Listan stämmer inte längre. Ladda om sidan.")
        return {"came": came, "absent": shown - came}


class PasteForm(forms.Form):
    """A list of who came, as it was copied: a line for each person."""

    text = forms.CharField(
        label="Deltagarlistan",
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="En person på varje rad. Enhet, e-post och anställningsnummer får stå med.",
        error_messages={"required": "Klistra in listan först."},
    )

    def clean_text(self) -> str:
        text = checked_words(self.cleaned_data["text"])
        if len(lines_of(text)) > MOST_LINES:
            raise forms.ValidationError(f"Klistra in högst {MOST_LINES} rader i taget.")
        return text


class PastedAnswersForm(forms.Form):
    """Who each doubtful line of a pasted list is about; nothing is chosen beforehand."""

    def __init__(
        self, *args: Any, lines: Iterable[PastedLine], people: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            if line.is_question:
                choices = [(str(pk), people[pk]) for pk in line.candidates]
                self.fields[f"line-{line.position}"] = forms.ChoiceField(
                    label=line.text,
                    choices=[*choices, (NOBODY, "Ingen av dem. Hoppa över raden.")],
                    widget=forms.RadioSelect,
                    error_messages={"required": "Välj vem det är, eller hoppa över raden."},
                )

    def chosen(self) -> list[int]:
        """The people who were chosen."""
        answers = [value for value in self.cleaned_data.values() if value != NOBODY]
        return [int(value) for value in answers]
