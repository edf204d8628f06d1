"""Forms for reviewing certificates: filter the queue, return, correct, withdraw, move."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from focusareas.approval_draw import Draw
from focusareas.forms.progress import DayInput
from focusareas.forms.words import checked_words
from focusareas.models import Certificate, Course, StaffMember
from focusareas.names import plain

OTHER_REASON = "Annat skäl"
RETURN_REASONS = (
    "Namnet går inte att läsa.",
    "Dagen då kursen blev klar saknas eller går inte att läsa.",
    "Intyget gäller en annan kurs.",
    "Intyget gäller en annan person.",
    "Intyget visar inte att kursen är slutförd.",
    "Personen arbetar inte på enheten.",
    "Filen visar inte ett intyg.",
)
DRAW_SALT = "certificates-approved-in-one-go"
LONGEST_DRAW = 20_000
LONGEST_OWN_WORDS = 200
LONGEST_REASON = 300


class QueueFilterForm(forms.Form):
    """Which part of the queue to look at."""

    course = forms.ModelChoiceField(
        Course.objects.all(),
        label="Kurs",
        required=False,
        to_field_name="code",
        empty_label="Alla kurser",
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": "Kursen finns inte. Alla kurser visas."},
    )
    unit = forms.CharField(
        label="Enhet",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )


class ReturnForm(forms.Form):
    """Why a certificate goes back: one of the usual reasons, and own words."""

    reason = forms.ChoiceField(
        label="Skäl",
        choices=[(reason, reason) for reason in (*RETURN_REASONS, OTHER_REASON)],
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett skäl."},
    )
    own_words = forms.CharField(
        label="Egna ord",
        required=False,
        max_length=LONGEST_OWN_WORDS,
        help_text="Chefen läser skälet. Säg gärna vad som behövs i stället.",
    )

    def clean_own_words(self) -> str:
        return checked_words(plain(self.cleaned_data["own_words"]))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("reason") == OTHER_REASON and not self.cleaned_data.get(
            "own_words"
        ):
            self.add_error("own_words", "Skriv skälet med egna ord.")
        return self.cleaned_data

    def words(self) -> str:
        """The reason as the unit's manager reads it."""
        chosen, own = self.cleaned_data["reason"], self.cleaned_data["own_words"]
        return own if chosen == OTHER_REASON else plain(f"{chosen} {own}")


class DrawForm(forms.Form):
    """What a page offered to approve in one go: signed, so that it is just what was shown there."""

    draw = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST_DRAW)
    leave_out = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @staticmethod
    def written(draw: Draw) -> str:
        """The draw as the page carries it."""
        return signing.dumps(asdict(draw), salt=DRAW_SALT, compress=True)

    def clean_draw(self) -> Draw:
        try:
            read = signing.loads(self.cleaned_data["draw"], salt=DRAW_SALT)
        except (signing.BadSignature, ValueError):
            raise ValidationError("Urvalet gick inte att förstå.") from None
        return Draw(**{name: tuple(pks) for name, pks in read.items()})


class FoundPersonField(forms.ModelChoiceField):
    """One of the people that a search found; for those who must know the protected ones too."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            StaffMember.objects.none(),
            widget=forms.RadioSelect,
            empty_label=None,
            error_messages={
                "required": "Välj en person.",
                "invalid_choice": "Välj en av personerna i listan.",
            },
            **kwargs,
        )

    def offer(self, people: dict[int, str]) -> None:
        """Take one of these people, told apart by these words."""
        self.queryset = StaffMember.objects.filter(pk__in=people)
        self.choices = list(people.items())


class CorrectForm(forms.Form):
    """Whom a waiting certificate is about, and the day when the course was completed."""

    person = FoundPersonField(label="Personen på intyget")
    completed_on = forms.DateField(label="Kursen klar", widget=DayInput)

    def __init__(
        self, *args: Any, people: dict[int, str], certificate: Certificate, **kwargs: Any
    ) -> None:
        as_it_is = {
            "person": certificate.staff_member_id,
            "completed_on": certificate.completed_on,
        }
        super().__init__(*args, **{"initial": as_it_is} | kwargs)
        _offer(self, "person", people)


class MoveForm(forms.Form):
    """To whom a certificate is moved, and why."""

    to = FoundPersonField(label="Rätt person")
    reason = forms.CharField(label="Skäl", max_length=LONGEST_REASON)

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "to", people)

    def clean_reason(self) -> str:
        return checked_words(plain(self.cleaned_data["reason"]))


def _offer(form: forms.Form, name: str, people: dict[int, str]) -> None:
    field = form.fields[name]
    assert isinstance(field, FoundPersonField)
    field.offer(people)


class WithdrawForm(forms.Form):
    """From which day an approval no longer holds, and why."""

    reason = forms.CharField(label="Skäl", max_length=LONGEST_REASON)
    on = forms.DateField(
        label="Gäller inte från och med",
        widget=DayInput,
        help_text="Till dess räknas intyget som godkänt.",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"on": today}} | kwargs)
        self.today = today

    def clean_reason(self) -> str:
        return checked_words(plain(self.cleaned_data["reason"]))

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise ValidationError("Dagen har inte kommit än. Välj i dag eller tidigare.")
        return day
