"""Forms for changing a plan: its activities, whom they are for and when they end.

Forms of models give no type argument: Django's ModelForm takes none at run time.
"""

from datetime import date
from typing import Any

from django import forms

from focusareas.deadlines import as_one_writes, last_day_of
from focusareas.forms.checked import CheckedModelForm, DayField, RowsField, TidyForm
from focusareas.forms.deadlines import DueForm
from focusareas.forms.progress import NotInTheFuture
from focusareas.forms.words import capitalised, checked_words
from focusareas.models import Activity, Course, Deadline, FocusArea, Plan, UnitTag
from focusareas.plan_changes import Population
from focusareas.plan_letter import PlanLetter

Measure = Activity.Measure
WITH_COURSES = (Measure.STAFF_CERTIFICATE, Measure.KEY_PERSON_COURSE)
WITH_TARGET = (Measure.MEETINGS, Measure.INDICATOR)
LONGEST_LINES = 10_000
FOR_NOBODY = "Välj vem aktiviteten gäller."
SOURCE_HELP = "Vilket dokument eller beslut, till exempel nämnden, § 146."


class SourceField(forms.CharField):
    """Which document or decision says so."""

    def __init__(self, **kwargs: Any) -> None:
        words: dict[str, Any] = {"label": "Källa", "max_length": 300, "help_text": SOURCE_HELP}
        super().__init__(**words | kwargs)

    def clean(self, value: Any) -> Any:
        return checked_words(super().clean(value))


class LinesField(forms.CharField):
    """One text on each line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": LONGEST_LINES} | kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        lines = (line.strip() for line in checked_words(super().clean(value)).splitlines())
        return list(filter(None, lines))


class PopulationForm(TidyForm, forms.Form):
    """Whom an activity is for, and which courses will do."""

    own = forms.ChoiceField(label="Egen regi", choices=capitalised(Activity.Duty.choices))
    contracted = forms.ChoiceField(
        label="Privata utförare", choices=capitalised(Activity.Duty.choices)
    )
    tags = RowsField(
        UnitTag.objects.order_by("name"),
        label="Bara enheter med någon av taggarna",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Lämna tomt om den gäller alla enheter.",
    )
    courses = RowsField(
        Course.objects.all(),
        label="Kurser, någon av",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bara för aktiviteter som räknar intyg.",
    )

    def measure(self) -> str:
        """What is counted, which decides what has to be chosen."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        measure, nobody = self.measure(), Activity.Duty.NONE
        if measure and Measure(measure).has_units:
            if cleaned.get("own") == nobody == cleaned.get("contracted"):
                self.add_error("own", FOR_NOBODY)
            if measure in WITH_COURSES and not cleaned.get("courses"):
                self.add_error("courses", "Välj minst en kurs.")
        return cleaned

    def population(self) -> Population:
        """What was chosen; the administration's own activities are for no units."""
        data, measure = self.cleaned_data, self.measure()
        if not Measure(measure).has_units:
            return Population(Activity.Duty.NONE, Activity.Duty.NONE, [], [])
        courses = data["courses"] if measure in WITH_COURSES else []
        return Population(data["own"], data["contracted"], data["tags"], courses)


class PopulationChangeForm(NotInTheFuture, PopulationForm):
    """A new population from a day on, and what decided it."""

    day = DayField(
        label="Från och med", help_text="Den som ser läget för en tidigare dag ser det gamla."
    )
    source = SourceField()

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        now = Population.of(activity)
        kwargs["initial"] = {
            name: getattr(now, name) for name in ("own", "contracted", "tags", "courses")
        } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.activity = activity
        if activity.measure not in WITH_COURSES:
            del self.fields["courses"]

    def measure(self) -> str:
        return self.activity.measure


class ActivityForm(CheckedModelForm):
    """What the plan says of an activity, other than whom it is for and by when."""

    parts = LinesField(
        label="Delar", required=False, help_text="Bara för milstolpar: en del på varje rad."
    )
    source = SourceField()

    class Meta:
        model = Activity
        fields = [
            "focus_area",
            "title",
            "description",
            "responsible",
            "funding",
            "target",
            "parts",
            "starts_on",
            "certificate_max_age_years",
            "source",
        ]
        field_classes = {"starts_on": DayField}
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "target": "För träffar: antal per år. För en indikator: värdet att nå.",
            "certificate_max_age_years": "Lämna tomt om alla intyg räknas, hur gamla de än är.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area = self.fields["focus_area"]
        assert isinstance(area, forms.ModelChoiceField)
        area.queryset = FocusArea.objects.filter(plan=self.instance.plan)
        area.empty_label = "Planen själv"

    def clean_title(self) -> str:
        return checked_words(self.cleaned_data["title"])

    def clean_description(self) -> str:
        return checked_words(self.cleaned_data["description"])

    def check_target(self, measure: str) -> None:
        """Meetings are so many a year."""
        target = self.cleaned_data.get("target")
        if measure == Measure.MEETINGS and not (target and target == int(target)):
            self.add_error("target", "Skriv hur många träffar det ska vara per år, i heltal.")


class ActivityEditForm(ActivityForm):
    """An activity that is there: only what its measure has use for."""

    preconditions = RowsField(
        Activity.objects.none(),
        label="Förutsätter att det här är klart",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        activity = self.instance
        others = Activity.objects.filter(plan=activity.plan).exclude(pk=activity.pk)
        field = self.fields["preconditions"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = others.order_by("position")
        self.initial["preconditions"] = list(activity.preconditions.all())
        for name, measures in (
            ("target", WITH_TARGET),
            ("parts", [Measure.MILESTONE]),
            ("certificate_max_age_years", WITH_COURSES),
        ):
            if activity.measure not in measures:
                del self.fields[name]

    def clean_parts(self) -> list[str]:
        """The parts; one that something has been said of cannot go."""
        parts: list[str] = self.cleaned_data["parts"]
        told = self.instance.milestone_updates.order_by("part").last()
        if told and told.part > max(len(parts), 1):
            words = f"Det är antecknat hur det går med del {told.part}. Ta inte bort den."
            raise forms.ValidationError(words)
        return parts

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.check_target(self.instance.measure)
        return cleaned


class NewActivityForm(DueForm, PopulationForm, ActivityForm):
    """A new activity: everything at once, from a day on, with its first deadline."""

    field_order = [
        "code",
        "title",
        "focus_area",
        "measure",
        "own",
        "contracted",
        "tags",
        "courses",
        "target",
        "parts",
        "first_day",
        "precision",
        "day",
        "written",
        "source",
        "responsible",
        "description",
    ]
    first_day = DayField(
        label="Med i planen från och med",
        help_text="Den som ser läget för en tidigare dag ser den inte.",
    )

    class Meta(ActivityForm.Meta):
        fields = [
            "code",
            "title",
            "focus_area",
            "measure",
            "target",
            "parts",
            "first_day",
            "source",
            "responsible",
            "description",
        ]
        help_texts = ActivityForm.Meta.help_texts | {"code": "Numret, till exempel 2.6."}

    def measure(self) -> str:
        return str(self.cleaned_data.get("measure") or "")

    def starts_on(self) -> date | None:
        first_day: date | None = self.cleaned_data.get("first_day")
        return first_day

    def clean_first_day(self) -> date:
        first_day: date = self.cleaned_data["first_day"]
        plan: Plan = self.instance.plan
        if not plan.first_day <= first_day <= plan.last_day:
            words = f"Välj en dag i planens tid, {plan.first_day} till {plan.last_day}."
            raise forms.ValidationError(words)
        self.instance.starts_on = first_day
        return first_day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        measure = self.measure()
        self.check_target(measure)
        if measure != Measure.MILESTONE:
            cleaned["parts"] = []
        if measure not in WITH_TARGET:
            cleaned["target"] = None
        return cleaned

    def due(self) -> Deadline:
        """The first deadline, as it was decided."""
        data = self.cleaned_data
        day = last_day_of(data["day"], data["precision"]) if data["day"] else None
        written = data["written"] or (as_one_writes(day, data["precision"]) if day else "")
        return Deadline(day=day, precision=data["precision"], written=written)


class PlanLetterForm(forms.Form):
    """The fixed texts of a plan's memo, named as the plan's file names them."""

    LINES = (("addressee", "Mottagare"),)
    TEXTS = (("summary", "Sammanfattning"), ("case_description", "Ärendebeskrivning"))
    KINDS = (("interim", "delrapport"), ("final", "slutrapport"))
    OF_A_KIND = (
        ("decision", "Förslag till beslut"),
        ("occasion", "Varför rapporten lämnas"),
        ("assessment", "Bedömning"),
    )

    def __init__(self, *args: Any, letter: PlanLetter, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.LINES:
            self._add(name, label, getattr(letter, name), is_line=True)
        for name, label in self.TEXTS:
            self._add(name, label, getattr(letter, name))
        for kind, word in self.KINDS:
            texts = letter.of_kind(kind)
            self._add(f"{kind}.title", f"Rubrik, {word}", texts.title, is_line=True)
            for name, label in self.OF_A_KIND:
                self._add(f"{kind}.{name}", f"{label}, {word}", getattr(texts, name))

    def _add(self, name: str, label: str, text: str, *, is_line: bool = False) -> None:
        widget = forms.TextInput() if is_line else forms.Textarea(attrs={"rows": 5})
        self.fields[name] = forms.CharField(
            label=label,
            required=False,
            initial=text,
            max_length=300 if is_line else 10_000,
            widget=widget,
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name, text in list(cleaned.items()):
            try:
                checked_words(text)
            except forms.ValidationError as error:
                self.add_error(name, error)
        return cleaned

    def texts(self) -> dict[str, str]:
        """Each text by its path, with line breaks as files have them."""
        return {name: text.replace("\r\n", "\n") for name, text in self.cleaned_data.items()}


class EndActivityForm(TidyForm, forms.Form):
    """The last day of an activity in the plan, and what decided that it ends."""

    last_day = DayField(
        label="Sista dag i planen",
        required=False,
        help_text="Lämna tomt för att låta den fortsätta.",
    )
    ended_by = SourceField()
