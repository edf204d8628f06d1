"""Forms for units that merge and split: with which, from when, who and what goes along."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Q

from focusareas import clock
from focusareas.forms.checked import CheckedModelForm, DayField, UnitField
from focusareas.forms.units import UNIT_FIELDS
from focusareas.mergers import Holding
from focusareas.models import KeyPerson, RoutineConfirmation, Unit


class MergeForm(forms.Form):
    """Which unit takes over, and its first day of doing so."""

    into = UnitField(label="Enheten som tar över")
    on = DayField(
        label="Från och med",
        help_text="Första dagen som en enda enhet. Den andra stänger dagen före.",
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        today = clock.today()
        super().__init__(*args, **{"initial": {"on": today}} | kwargs)
        still_open = Unit.objects.filter(Q(last_day=None) | Q(last_day__gte=today))
        into = self.fields["into"]
        assert isinstance(into, UnitField)
        into.queryset = still_open.exclude(pk=unit.pk)


class CarryForm(forms.Form):
    """Which duties and confirmed routines go along; what is not chosen ends."""

    key_persons = forms.MultipleChoiceField(
        label="Nyckelpersoner som fortsätter", required=False, widget=forms.CheckboxSelectMultiple
    )
    routines = forms.MultipleChoiceField(
        label="Bekräftade rutiner som fortsätter att gälla",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, moving: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows: dict[str, Sequence[KeyPerson | RoutineConfirmation]] = {
            "key_persons": moving.key_persons,
            "routines": moving.routines,
        }
        duties = [
            (str(duty.pk), f"{duty.staff_member.full_name}, {duty.staff_member.employee_number}")
            for duty in moving.key_persons
        ]
        routines = [(str(row.pk), str(row.activity)) for row in moving.routines]
        for name, choices in (("key_persons", duties), ("routines", routines)):
            field: Any = self.fields[name]
            field.choices, field.initial = choices, [key for key, _ in choices]
            if not choices:
                del self.fields[name]

    @property
    def chosen(self) -> dict[str, list[Any]]:
        """The duties and confirmations that go along."""
        return {
            name: [row for row in rows if str(row.pk) in self.cleaned_data.get(name, ())]
            for name, rows in self.rows.items()
        }


class SplitForm(CheckedModelForm):
    """The unit that is formed, and its first day."""

    class Meta:
        model = Unit
        fields = ["name", "code", "cost_centre", "first_day"]
        field_classes = UNIT_FIELDS
        labels = {"name": "Den nya enhetens namn", "first_day": "Från och med"}
        help_texts = {"first_day": "Första dagen som enheten finns."}
        error_messages = {"code": {"unique": "Koden tillhör redan en annan enhet."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["first_day"].required = True
