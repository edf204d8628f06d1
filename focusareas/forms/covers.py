"""The form with which a manager names somebody to stand in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from focusareas.forms.checked import DayField
from focusareas.forms.unit_work import PersonChoiceField
from focusareas.models import StaffMember

PAST = "Dagen har redan varit. Välj i dag eller senare."


class CoverForm(forms.Form):
    """Who stands in, and from which day to which."""

    person = PersonChoiceField(label="Vem är ersättare?")
    first_day = DayField(label="Från och med")
    last_day = DayField(
        label="Till och med", help_text="Uppdraget slutar av sig självt efter den dagen."
    )

    def __init__(
        self, *args: Any, people: Iterable[StaffMember], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **{"initial": {"first_day": today}} | kwargs)
        self.today = today
        field = self.fields["person"]
        assert isinstance(field, PersonChoiceField)
        field.offer(people)

    def clean_first_day(self) -> date:
        day: date = self.cleaned_data["first_day"]
        if day < self.today:
            raise forms.ValidationError(PAST)
        return day
