"""The form for the next plan: its own words and days, and every activity with a proposed day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.validators import validate_slug

from focusareas.forms.checked import DayField, TidyForm
from focusareas.forms.words import checked_words
from focusareas.models import Plan
from focusareas.plan_copying import NextPlan, Proposal

OLDEST = 20


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """An activity with its two fields, as a row of the form's table."""

    proposal: Proposal
    keep: forms.BoundField
    day: forms.BoundField


class PlanCopyForm(TidyForm, forms.Form):
    """What the next plan is called, when it is for, and which activities go on, by when."""

    name = forms.CharField(label="Planens namn", max_length=300)
    code = forms.CharField(
        label="Kod",
        max_length=50,
        validators=[validate_slug],
        help_text="Bokstäver, siffror och bindestreck, till exempel plan-2024-2025.",
    )
    case_number = forms.CharField(label="Ärendenummer", max_length=50)
    first_day = DayField(label="Första dag")
    last_day = DayField(label="Sista dag")
    certificate_max_age_years = forms.IntegerField(
        label="Så många år gamla får intyg vara när planen börjar",
        required=False,
        min_value=0,
        max_value=OLDEST,
        help_text="Tomt: alla intyg räknas, hur gamla de än är.",
    )

    def __init__(self, *args: Any, proposals: Sequence[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_fields = list(self.fields)
        self.proposals = proposals
        for proposal in proposals:
            activity = proposal.activity
            self.fields[f"keep_{activity.pk}"] = forms.BooleanField(
                label=f"Ta med {activity}", required=False, initial=True
            )
            self.fields[f"day_{activity.pk}"] = DayField(
                label=f"Slutdatum för {activity.code}", required=False, initial=proposal.day
            )

    def own(self) -> Iterator[forms.BoundField]:
        """The fields about the plan itself."""
        return (self[name] for name in self.own_fields)

    def rows(self) -> Iterator[ProposalRow]:
        """A row for each activity."""
        for proposal in self.proposals:
            pk = proposal.activity.pk
            yield ProposalRow(proposal, self[f"keep_{pk}"], self[f"day_{pk}"])

    def clean_name(self) -> str:
        return checked_words(self.cleaned_data["name"])

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if Plan.objects.filter(code=code).exists():
            raise forms.ValidationError("Koden tillhör redan en annan plan.")
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first_day, last_day = cleaned.get("first_day"), cleaned.get("last_day")
        if first_day and last_day and last_day < first_day:
            self.add_error("last_day", "Sista dagen kan inte ligga före den första.")
        elif first_day and not any(cleaned.get(f"keep_{p.activity.pk}") for p in self.proposals):
            self.add_error(None, "Välj minst en aktivitet.")
        for name in filter(self._is_too_early, list(cleaned)):
            self.add_error(name, "Dagen ligger innan den nya planen börjar.")
        return cleaned

    def _is_too_early(self, name: str) -> bool:
        """Whether it is a deadline of a chosen activity before the plan's first day."""
        kind, _, pk = name.partition("_")
        day, first_day = self.cleaned_data.get(name), self.cleaned_data.get("first_day")
        is_kept = kind == "day" and self.cleaned_data.get(f"keep_{pk}")
        return bool(is_kept and day and first_day and day < first_day)

    def next_plan(self) -> NextPlan:
        """What was said of the plan itself."""
        return NextPlan(**{name: self.cleaned_data[name] for name in self.own_fields})

    def chosen(self) -> dict[Proposal, date | None]:
        """The activities to take along, each with its day."""
        data = self.cleaned_data
        return {
            proposal: data[f"day_{proposal.activity.pk}"]
            for proposal in self.proposals
            if data[f"keep_{proposal.activity.pk}"]
        }
