"""Forms for the memo."""

from typing import Any

from django import forms

from focusareas import clock
from focusareas.forms.checked import DayField
from focusareas.forms.words import capitalised
from focusareas.models import Plan
from reporting.choices import contradiction, may_say
from reporting.models import Report


class ReportForm(forms.Form):
    """Which report to draft: its kind, the day of its figures and the day it bears."""

    plan = forms.ModelChoiceField(Plan.objects.all(), label="Plan", empty_label=None)
    kind = forms.ChoiceField(label="Slag", choices=capitalised(Report.Kind.choices))
    as_of = DayField(
        label="Siffror per",
        help_text="Intyg, nyckelpersoner och rutiner räknas som de var den dagen.",
    )
    dated = DayField(
        label="Daterad",
        help_text="Skrivelsens dag. Slutdatum, träffar och milstolpar gäller den dagen.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        as_of, dated = cleaned.get("as_of"), cleaned.get("dated")
        if as_of and dated and dated < as_of:
            self.add_error("dated", "Rapporten kan inte dateras före dagen för siffrorna.")
        if as_of and as_of > clock.today():
            self.add_error("as_of", "Den dagen har inte kommit än. Välj i dag eller tidigare.")
        return cleaned


class SectionForm(forms.Form):
    """The text of one section; a number that the figures contradict is refused."""

    body = forms.CharField(
        label="Text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=(
            "En tom rad skiljer stycken åt. En rad som börjar med ”- ” blir en punkt i en lista."
        ),
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, report: Report, key: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report, self.key = report, key
        self.is_overtaken = False

    def hold_against(self, seen: str) -> None:
        """Say that somebody else was first; the next save is against what stands there now."""
        self.is_overtaken = True
        self.data = {"body": self.data["body"], "seen": seen}
        self.add_error(
            "body",
            "Någon annan har ändrat texten sedan du öppnade den. Din text är inte sparad men står "
            "kvar här. Läs den andras längre ner, ändra i din och spara igen.",
        )

    def clean_body(self) -> str:
        body = "\n".join(str(self.cleaned_data["body"]).splitlines()).strip()
        if phrase := contradiction(self.report.figures, self.key, body):
            raise forms.ValidationError(
                f"”{phrase}” stämmer inte med siffrorna. Rätta talet eller ordet framför det."
            )
        return body


class MannerForm(forms.Form):
    """How one figure is said; only phrases that are true of it are taken."""

    code = forms.CharField()
    figure = forms.CharField()
    manner = forms.CharField()

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.report = report

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        values = [cleaned.get(name, "") for name in ("code", "figure", "manner")]
        if not may_say(self.report.figures, *values):
            raise forms.ValidationError("Så kan siffran inte sägas, det vore inte sant.")
        return cleaned
