"""Forms for indicators and their values.

Forms of models give no type argument: Django's ModelForm takes none at run time.
"""

from typing import Any

from django import forms
from django.db.models import QuerySet

from focusareas.forms.checked import CheckedModelForm, DayField, TidyForm
from focusareas.forms.progress import NotInTheFuture
from focusareas.forms.words import checked_words
from focusareas.models import Activity, Indicator


class Number(forms.DecimalField):
    """A number with at most two decimals, written with a comma as in Swedish text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=12, decimal_places=2, localize=True, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"


class CountedField(forms.ModelChoiceField):
    """One of the plan's activities, whose own figure is followed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Activity.objects.none(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


class IndicatorForm(CheckedModelForm):
    """What is followed, in what unit of measure, from which source, and which way is better."""

    counts = CountedField(
        label="Planens egen siffra",
        required=False,
        empty_label="Nej, värden skrivs in för hand",
        help_text="Välj en aktivitet om värdet ska räknas ut av planen själv.",
    )
    target = Number(label="Mål", required=False)

    class Meta:
        model = Indicator
        fields = [
            "name",
            "unit_of_measure",
            "source",
            "counts",
            "in_percent",
            "target",
            "direction",
        ]
        labels = {"in_percent": "Visa som andel i procent"}
        help_texts = {
            "unit_of_measure": "Det som räknas, till exempel medarbetare eller ärenden.",
            "source": "Varifrån värdet kommer, till exempel ett verksamhetssystem.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.activity_id:
            # What the activity counts has its target in the plan, and its values from people.
            for name in ("counts", "in_percent", "target"):
                del self.fields[name]
        else:
            field = self.fields["counts"]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = countable(self.instance)

    def clean_name(self) -> str:
        return checked_words(self.cleaned_data["name"])

    def clean_source(self) -> str:
        return checked_words(self.cleaned_data["source"])


def countable(indicator: Indicator) -> QuerySet[Activity]:
    """The activities of its plan that are counted rather than measured by hand."""
    of_plan = Activity.objects.filter(plan=indicator.plan_id)
    return of_plan.exclude(measure=Activity.Measure.INDICATOR).order_by("position")


class ValueForm(NotInTheFuture, TidyForm, forms.Form):
    """A value from a day on."""

    value = Number(label="Värde")
    day = DayField(label="Gäller från", help_text="Dagen som värdet är från.")
    note = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=300,
        help_text="Frivilligt, till exempel hur värdet togs fram. Skriv inga personuppgifter.",
    )

    def clean_note(self) -> str:
        return checked_words(self.cleaned_data["note"])
