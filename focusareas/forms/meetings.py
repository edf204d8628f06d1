"""Forms for key-person meetings and who came.

Forms of models give no type argument: Django's ModelForm takes none at run time.
"""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from focusareas.forms.progress import DayInput
from focusareas.forms.words import checked_words
from focusareas.models import KeyPerson, Meeting, StaffMember
from focusareas.names import plain


class MeetingForm(forms.ModelForm):  # type: ignore[type-arg]
    """When, where and about what; a day in the past is a meeting that was held."""

    class Meta:
        model = Meeting
        fields = ["day", "theme", "place", "cancelled_on"]
        widgets = {"day": DayInput(), "cancelled_on": DayInput()}
        help_texts = {
            "theme": "Till exempel: uppstart av strukturen.",
            "cancelled_on": "Fyll i bara om träffen ställs in.",
        }

    def clean_theme(self) -> str:
        return checked_words(self.cleaned_data["theme"])

    def clean_place(self) -> str:
        return checked_words(self.cleaned_data["place"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        day, theme = cleaned.get("day"), cleaned.get("theme")
        alike = Meeting.objects.filter(activity=self.instance.activity_id, theme=theme or "")
        others = alike.filter(cancelled_on__isnull=True).exclude(pk=self.instance.pk)
        if day and others.filter(day=day).exists():
            self.add_error("theme", "Träffen finns redan. Den sparades kanske nyss.")
        return cleaned


class PeopleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """People by name; for pages of those who must know the protected ones too."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.full_name}, {obj.employee_number}"


class AttendanceForm(forms.Form):
    """Tick those who came: the key persons of the day, and others by employee number."""

    attendees = PeopleField(
        StaffMember.objects.none(),
        label="De här kom",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "En av personerna finns inte längre i listan."},
    )
    others = forms.CharField(
        label="Andra som kom",
        required=False,
        help_text="Anställningsnummer med mellanslag eller komma emellan.",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["attendees"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = who_may_be_ticked(meeting)
        field.initial = list(meeting.attendances.values_list("staff_member", flat=True))

    def clean_others(self) -> list[StaffMember]:
        """The people with these numbers, or an error that names the unknown ones."""
        numbers = set(plain(self.cleaned_data["others"]).replace(",", " ").split())
        found = list(StaffMember.objects.filter(employee_number__in=numbers))
        unknown = numbers - {person.employee_number for person in found}
        if unknown:
            raise forms.ValidationError(f"Numret finns inte: {', '.join(sorted(unknown))}.")
        return found

    def everybody(self) -> set[StaffMember]:
        """All who came."""
        return {*self.cleaned_data["attendees"], *self.cleaned_data["others"]}


def who_may_be_ticked(meeting: Meeting) -> QuerySet[StaffMember]:
    """The key persons of the meeting's day, and those already noted."""
    key_persons = KeyPerson.objects.active_on(meeting.day).values("staff_member")
    noted = meeting.attendances.values("staff_member")
    return StaffMember.objects.filter(Q(pk__in=key_persons) | Q(pk__in=noted))
