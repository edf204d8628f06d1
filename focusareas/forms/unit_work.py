"""Forms for what a unit says: whose a certificate is, that it is done, who its key persons are."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from focusareas.forms.checked import DayField, TidyForm
from focusareas.forms.words import capitalised, checked_words
from focusareas.models import KeyPerson, StaffMember

NOT_IN_LIST = "Personen finns inte längre i listan. Sök efter personen igen."


class PersonChoiceField(forms.TypedChoiceField):
    """One of the people that the page shows, by radio button; never all the staff."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs: Any) -> None:
        errors = {"required": "Välj en person.", "invalid_choice": NOT_IN_LIST}
        super().__init__(error_messages=errors, **kwargs)

    def offer(self, people: Iterable[StaffMember]) -> None:
        """Let one choose among these."""
        found = {person.pk: person for person in people}
        self.choices = [
            (pk, f"{person.full_name}, {person.employee_number}") for pk, person in found.items()
        ]
        self.coerce: Callable[[Any], Any] = lambda pk: found[int(pk)]


class AnswerForm(forms.Form):
    """Whose certificate it is, and the day the course was completed."""

    person = PersonChoiceField(label="Vem gäller intyget?")
    completed_on = DayField(
        label="Dagen då kursen blev klar",
        help_text="Den står på intyget. Utan den kan intyget inte godkännas.",
    )

    def __init__(self, *args: Any, people: Iterable[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonChoiceField)
        field.offer(people)


class DeclarationForm(TidyForm, forms.Form):
    """A word to the one who waits for the certificates, if one likes."""

    note = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=300,
        help_text="Frivilligt, till exempel när intygen kommer. Skriv inga personuppgifter.",
    )

    def clean_note(self) -> str:
        return checked_words(self.cleaned_data["note"])


class SuccessorForm(forms.Form):
    """Who takes over a key person's duty, and from which day."""

    person = PersonChoiceField(label="Vem tar över?")
    first_day = DayField(label="Från och med", help_text="Första dagen med uppdraget.")

    def __init__(self, *args: Any, people: Iterable[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, PersonChoiceField)
        field.offer(people)


class KeyPersonForm(SuccessorForm):
    """Who becomes the unit's key person, as what, and from which day."""

    role = forms.ChoiceField(
        label="Roll",
        choices=capitalised(KeyPerson.Role.choices),
        help_text="En huvudnyckel håller ihop flera enheters nyckelpersoner.",
    )
    field_order = ["person", "role", "first_day"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].label = "Vem blir nyckelperson?"


class LastDayForm(forms.Form):
    """The last day of a duty."""

    last_day = DayField(label="Sista dag", help_text="Uppdraget gäller till och med den dagen.")
