"""The plan as data: focus areas, activities, their populations and their deadlines."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, F, Q, When

from focusareas.models.days import days_in_order
from focusareas.models.organisation import UnitTag


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans by the days they are for."""

    def for_day(self, day: date) -> "Plan | None":
        """The plan whose period holds the day, else the latest there is, else none."""
        return self.nearest_first(day).first()

    def nearest_first(self, day: date) -> Self:
        """Those whose period holds the day before the others, which come latest first.

        Of several plans for the same days the chosen one is first, else the one there longest.
        """
        holds = Q(first_day__lte=day, last_day__gte=day)
        outside = Case(When(holds, then=None), default=F("first_day"))
        return self.order_by(outside.desc(nulls_first=True), "-is_chosen", "pk")


class Plan(models.Model):
    """A plan for a period, with everything its memo needs to be addressed and signed."""

    code = models.SlugField("kod", unique=True)
    name = models.CharField("namn", max_length=300)
    case_number = models.CharField("ärendenummer", max_length=50)
    first_day = models.DateField("från")
    last_day = models.DateField("till")
    letter = models.JSONField(
        "brev",
        default=dict,
        help_text="Avsändare, mottagare, sidfot med giltighetsdag, underskrift och fasta stycken.",
    )
    source = models.CharField("källa", max_length=300, blank=True)
    is_chosen = models.BooleanField(
        "visas före andra planer för samma dagar", default=False, editable=False
    )
    as_loaded = models.JSONField("som filen sa senast", default=dict, editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "planer"
        ordering = ["-first_day", "name"]
        constraints = [
            models.CheckConstraint(
                name="plan_days_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="Planens sista dag kan inte ligga före den första.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class FocusArea(models.Model):
    """One of the numbered areas that the plan's activities are grouped in."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="focus_areas", verbose_name="plan")
    number = models.PositiveSmallIntegerField("nummer")
    name = models.CharField("namn", max_length=200)
    short_name = models.CharField("kort namn", max_length=100)
    introduction = models.TextField("inledning", blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "fokusområde"
        verbose_name_plural = "fokusområden"
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(
                "plan",
                "number",
                name="focus_area_number_once_per_plan",
                violation_error_message="Planen har redan ett fokusområde med det numret.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Course(models.Model):
    """A course that gives a certificate, and the words by which a certificate of it is known."""

    code = models.SlugField("kod", unique=True)
    name = models.CharField("namn", max_length=200)
    issuer = models.CharField("anordnare", max_length=200, blank=True)
    url = models.URLField("webbadress", blank=True)
    fingerprints = models.JSONField(
        "kännetecken",
        default=list,
        blank=True,
        help_text="Ord och titlar som står på ett intyg från kursen.",
    )

    class Meta:
        verbose_name = "kurs"
        verbose_name_plural = "kurser"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Activity(models.Model):
    """What the plan says shall be done, with the one measure that tells how far it has come."""

    class Measure(models.TextChoices):
        """What is counted (the plan's own words are in the activity's title)."""

        STAFF_CERTIFICATE = "staff_certificate", "medarbetare med intyg"
        UNIT_KEY_PERSON = "unit_key_person", "enheter med nyckelperson"
        KEY_PERSON_COURSE = "key_person_course", "nyckelpersoner med kurs"
        UNIT_ROUTINE = "unit_routine", "enheter med bekräftad rutin"
        MILESTONE = "milestone", "milstolpe"
        MEETINGS = "meetings", "träffar"
        INDICATOR = "indicator", "indikator"

        @property
        def counts_people(self) -> bool:
            """Whether the figure is a number of persons."""
            return self in {self.STAFF_CERTIFICATE, self.KEY_PERSON_COURSE}

        @property
        def counts_units(self) -> bool:
            """Whether the figure is a number of units."""
            return self in {self.UNIT_KEY_PERSON, self.UNIT_ROUTINE}

        @property
        def has_units(self) -> bool:
            """Whether units stand behind the figure, rather than the administration itself."""
            return self.counts_people or self.counts_units

    class Duty(models.TextChoices):
        """What the activity is to units of one kind of operation."""

        OBLIGED = "obliged", "ska"
        INVITED = "invited", "är inbjudna"
        NONE = "none", "berörs inte"

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="activities", verbose_name="plan")
    focus_area = models.ForeignKey(
        FocusArea,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="fokusområde",
    )
    code = models.CharField("nummer", max_length=20)
    position = models.PositiveSmallIntegerField("ordning")
    title = models.CharField("rubrik", max_length=200)
    description = models.TextField("beskrivning", max_length=10_000, blank=True)
    link = models.URLField("webbadress", blank=True)
    measure = models.CharField("mått", max_length=20, choices=Measure)
    own = models.CharField("egen regi", max_length=10, choices=Duty, default=Duty.NONE)
    contracted = models.CharField(
        "privata utförare", max_length=10, choices=Duty, default=Duty.NONE
    )
    tags = models.ManyToManyField(
        UnitTag, blank=True, related_name="activities", verbose_name="bara enheter med taggarna"
    )
    courses = models.ManyToManyField(
        Course, blank=True, related_name="activities", verbose_name="kurser, någon av"
    )
    starts_on = models.DateField("börjar")
    target = models.DecimalField("mål", max_digits=12, decimal_places=2, null=True, blank=True)
    parts = models.JSONField(
        "delar", default=list, blank=True, help_text="Milstolpens delar i ordning."
    )
    preconditions = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="enables", verbose_name="förutsätter"
    )
    responsible = models.CharField("ansvarig", max_length=200, blank=True)
    funding = models.CharField("finansiering", max_length=200, blank=True)
    amount_sek = models.DecimalField(
        "belopp per intyg, kronor", max_digits=10, decimal_places=2, null=True, blank=True
    )
    budget_sek = models.DecimalField(
        "budget för intyg, kronor", max_digits=12, decimal_places=2, null=True, blank=True
    )
    saying = models.JSONField(
        "hur siffran sägs",
        default=dict,
        blank=True,
        help_text="Per siffra: exact, about eller over, tills författaren väljer annat.",
    )
    source = models.CharField("källa", max_length=300, blank=True)
    first_day = models.DateField("i planen från", null=True, blank=True)
    last_day = models.DateField("i planen till", null=True, blank=True)
    ended_by = models.CharField("avslutad enligt", max_length=300, blank=True)
    certificate_max_age_years = models.PositiveSmallIntegerField(
        "intyg får vara så många år gamla när planen börjar", null=True, blank=True
    )

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(
                "plan",
                "code",
                name="activity_code_once_per_plan",
                violation_error_message="Planen har redan en aktivitet med det numret.",
            ),
            models.CheckConstraint(
                name="activity_amount_not_negative",
                condition=Q(amount_sek__isnull=True) | Q(amount_sek__gte=0),
                violation_error_message="Beloppet kan inte vara negativt.",
            ),
            models.CheckConstraint(
                name="activity_budget_not_negative",
                condition=Q(budget_sek__isnull=True) | Q(budget_sek__gte=0),
                violation_error_message="Budgeten kan inte vara negativ.",
            ),
            days_in_order("activity_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class ActivityVersion(models.Model):
    """Whom an activity was for and which courses would do, until a decision changed that.

    The activity itself holds what goes now; the version with the earliest last day on or after
    a day says what held that day.
    """

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="versions", verbose_name="aktivitet"
    )
    last_day = models.DateField("gällde till")
    own = models.CharField("egen regi", max_length=10, choices=Activity.Duty)
    contracted = models.CharField("privata utförare", max_length=10, choices=Activity.Duty)
    tags = models.ManyToManyField(
        UnitTag, blank=True, related_name="+", verbose_name="bara enheter med taggarna"
    )
    courses = models.ManyToManyField(
        Course, blank=True, related_name="+", verbose_name="kurser, någon av"
    )
    source = models.CharField("ändrat enligt", max_length=300)

    class Meta:
        verbose_name = "tidigare lydelse"
        verbose_name_plural = "tidigare lydelser"
        ordering = ["activity", "last_day"]
        constraints = [
            models.UniqueConstraint(
                "activity",
                "last_day",
                name="activity_version_one_per_day",
                violation_error_message="Aktiviteten har redan ändrats från den dagen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.activity} till {self.last_day}"


class Deadline(models.Model):
    """A decision on when an activity shall be done; the latest one decided by a day is current.

    The day is the last day of what is written: "hösten 2022" is 31 December. The first
    row holds from the beginning and has no day of decision.
    """

    class Precision(models.TextChoices):
        """How exactly the source says it."""

        DAY = "day", "dag"
        MONTH = "month", "månad"
        TERM = "term", "termin"
        YEAR = "year", "år"
        NONE = "none", "ingen"

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="deadlines", verbose_name="aktivitet"
    )
    day = models.DateField("sista dag", null=True, blank=True)
    precision = models.CharField("precision", max_length=5, choices=Precision)
    written = models.CharField("som det står", max_length=100, blank=True)
    decided_on = models.DateField("beslutat", null=True, blank=True)
    decided_by = models.CharField("beslutat av", max_length=200, blank=True)
    reason = models.CharField("skäl", max_length=300, blank=True)

    class Meta:
        verbose_name = "slutdatum"
        verbose_name_plural = "slutdatum"
        ordering = ["activity", F("decided_on").asc(nulls_first=True)]
        constraints = [
            models.UniqueConstraint(
                "activity",
                "decided_on",
                name="deadline_one_per_decision_day",
                violation_error_message="Det finns redan ett slutdatum beslutat den dagen.",
            ),
            models.UniqueConstraint(
                "activity",
                name="deadline_one_original",
                condition=Q(decided_on__isnull=True),
                violation_error_message="Aktiviteten har redan ett ursprungligt slutdatum.",
            ),
            models.CheckConstraint(
                name="deadline_day_unless_none",
                condition=Q(precision="none", day__isnull=True)
                | (~Q(precision="none") & Q(day__isnull=False)),
                violation_error_message="Ange en sista dag, eller att det inte finns någon.",
            ),
        ]

    def __str__(self) -> str:
        return self.written or (self.day.isoformat() if self.day else "inget slutdatum")
