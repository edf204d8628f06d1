"""Changing a plan while it runs: each change on a decision, from a day, and none is forgotten."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from django.db import transaction
from django.db.models import Max, QuerySet

from focusareas.change_words import changed_words, values_of
from focusareas.models import Activity, ActivityVersion, Course, Deadline, Plan, UnitTag, User
from focusareas.models.audit import Part, Typed, record
from focusareas.refusal import RefusedError

WORDS = (
    "focus_area_id",
    "title",
    "description",
    "responsible",
    "funding",
    "source",
    "starts_on",
    "target",
    "parts",
    "certificate_max_age_years",
)
COUNTED = {"starts_on", "target", "parts", "certificate_max_age_years"}
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Population:
    """Whom an activity is for, and the courses of which any one will do."""

    own: str
    contracted: str
    tags: Collection[UnitTag]
    courses: Collection[Course]

    @classmethod
    def of(cls, activity: Activity | ActivityVersion) -> "Population":
        """The one that goes now, or went until the version's last day."""
        return cls(
            activity.own,
            activity.contracted,
            sorted(activity.tags.all(), key=str),
            sorted(activity.courses.all(), key=str),
        )

    def __str__(self) -> str:
        duty = Activity.Duty
        words = [
            f"egen regi {duty(self.own).label}",
            f"privata utförare {duty(self.contracted).label}",
        ]
        if self.tags:
            words.append(f"taggar {', '.join(map(str, self.tags))}")
        if self.courses:
            words.append(f"kurser {', '.join(map(str, self.courses))}")
        return ", ".join(words)


@transaction.atomic
def add_activity(
    activity: Activity, population: Population, due: Deadline | None, *, by: User
) -> None:
    """Put a new activity last in its plan, with its first deadline if it has one."""
    plan = _locked(activity.plan)
    last = plan.activities.aggregate(last=Max("position"))["last"]
    activity.position = 1 + (last or 0)
    activity.own, activity.contracted = population.own, population.contracted
    activity.save()
    activity.tags.set(population.tags)
    activity.courses.set(population.courses)
    if due:
        due.activity = activity
        due.save()
    said = f"Lade till aktiviteten {activity} i {plan} från {activity.first_day}, enligt "
    text: list[Part] = [said, Typed(activity.source), f": {population}."]
    record(by=by, text=text, about=activity, changes_from=activity.first_day)


@transaction.atomic
def change_words(activity: Activity, preconditions: Collection[Activity], *, by: User) -> None:
    """Save what the plan says of the activity, other than whom it is for and by when.

    A target or parts that were changed are a correction of every day: they hold from the start.
    """
    _locked(activity.plan)
    _refuse_circles(activity, preconditions)
    before = values_of(activity, WORDS)
    preconditions_before = set(activity.preconditions.all())
    activity.save()
    activity.preconditions.set(preconditions)
    words = list(filter(None, [changed_words(activity, before)]))
    if set(preconditions) != preconditions_before:
        first = ", ".join(other.code for other in preconditions) or "inget"
        words.append(f"förutsätter: {first}")
    if words:
        counts = any(before[name] != getattr(activity, name) for name in COUNTED)
        text: list[Part] = [f"Ändrade aktiviteten {activity}: ", Typed("; ".join(words))]
        started = activity.starts_on if counts else None
        record(by=by, text=text, about=activity, changes_from=started)


@transaction.atomic
def change_population(
    activity: Activity, population: Population, *, from_day: date, source: str, by: User
) -> None:
    """Let the activity be for these from the day; what went before is kept as a version."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    before, began = Population.of(activity), _current_since(activity)
    if from_day < began:
        words = f"Det som gäller nu började gälla {began}. Välj den dagen eller senare."
        raise RefusedError(words, field="day")
    if from_day > began:
        _keep_version(activity, before, last_day=from_day - DAY, source=source)
    else:
        activity.versions.filter(last_day=from_day - DAY).update(source=source)
    activity.own, activity.contracted = population.own, population.contracted
    activity.save(update_fields=["own", "contracted"])
    activity.tags.set(population.tags)
    activity.courses.set(population.courses)
    text: list[Part] = [
        f"Ändrade vem aktiviteten gäller från {from_day}, enligt ",
        Typed(source),
        f". Förut: {before}. Nu: {population}.",
    ]
    record(by=by, text=text, about=activity, changes_from=from_day)


@transaction.atomic
def end_activity(activity: Activity, *, last_day: date | None, ended_by: str, by: User) -> None:
    """Let the day be the activity's last in the plan, or none; its history stays."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    before = activity.last_day
    if last_day and last_day < (activity.first_day or activity.plan.first_day):
        raise RefusedError("Dagen ligger innan aktiviteten började.", field="last_day")
    activity.last_day, activity.ended_by = last_day, ended_by if last_day else ""
    activity.save(update_fields=["last_day", "ended_by"])
    did = f"Satte sista dag {last_day}" if last_day else "Tog bort sista dagen"
    days = [day + DAY for day in (before, last_day) if day]
    text: list[Part] = [f"{did} för aktiviteten {activity}, enligt ", Typed(ended_by), "."]
    record(by=by, text=text, about=activity, changes_from=min(days, default=None))


@transaction.atomic
def move_activity(activity: Activity, *, up: bool, by: User) -> bool:
    """Change places with the neighbour above or below in the focus area; whether there was one."""
    plan = _locked(activity.plan)
    rows = list(plan.activities.order_by("position", "pk"))
    for position, row in enumerate(rows, start=1):
        row.position = position
    beside = [row for row in rows if row.focus_area_id == activity.focus_area_id]
    here = beside.index(activity)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(beside):
        return False
    mine, other = beside[here], beside[there]
    mine.position, other.position = other.position, mine.position
    Activity.objects.bulk_update(rows, ["position"])
    record(by=by, text=f"Flyttade {mine} till plats {mine.position} i planen.", about=plan)
    return True


@transaction.atomic
def change_letter(plan: Plan, texts: Mapping[str, str], *, by: User) -> None:
    """Save the fixed texts of the plan's letter; a path such as "interim.title" names each."""
    plan = _locked(plan)
    for path, text in texts.items():
        table, name = plan.letter, path
        if "." in path:
            part, _, name = path.partition(".")
            table = plan.letter.setdefault(part, {})
        table[name] = text
    plan.save(update_fields=["letter"])
    record(by=by, text="Ändrade brevets fasta texter.", about=plan)


@transaction.atomic
def choose_plan(plan: Plan, *, by: User) -> None:
    """Show this plan before all others of the days it is for."""
    list(Plan.objects.select_for_update().order_by("pk"))
    others = overlapping(plan)
    others.update(is_chosen=False)
    Plan.objects.filter(pk=plan.pk).update(is_chosen=True)
    record(by=by, text=f"Valde att {plan} visas före andra planer för samma dagar.", about=plan)


def overlapping(plan: Plan) -> QuerySet[Plan]:
    """The other plans that are for some of the same days."""
    same_days = Plan.objects.filter(first_day__lte=plan.last_day, last_day__gte=plan.first_day)
    return same_days.exclude(pk=plan.pk)


def _locked(plan: Plan) -> Plan:
    """The plan, with everybody else who changes it made to wait."""
    return Plan.objects.select_for_update().get(pk=plan.pk)


def _current_since(activity: Activity) -> date:
    """The first day of what the activity says of its population now."""
    latest = activity.versions.order_by("last_day").last()
    if latest:
        return latest.last_day + DAY
    return activity.first_day or activity.plan.first_day


def _keep_version(activity: Activity, then: Population, *, last_day: date, source: str) -> None:
    version = ActivityVersion.objects.create(
        activity=activity,
        last_day=last_day,
        own=then.own,
        contracted=then.contracted,
        source=source,
    )
    version.tags.set(then.tags)
    version.courses.set(then.courses)


def _refuse_circles(activity: Activity, preconditions: Collection[Activity]) -> None:
    """An activity cannot wait for one that waits for it."""
    pairs = Activity.preconditions.through.objects.filter(from_activity__plan=activity.plan)
    waits_for: dict[int, set[int]] = defaultdict(set)
    for later, earlier in pairs.values_list("from_activity_id", "to_activity_id"):
        waits_for[later].add(earlier)
    waits_for[activity.pk] = {first.pk for first in preconditions}
    try:
        TopologicalSorter(waits_for).prepare()
    except CycleError as circle:
        words = "Någon av dem förutsätter själv den här aktiviteten."
        raise RefusedError(words, field="preconditions") from circle
