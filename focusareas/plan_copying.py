"""A new plan from an old one: the same activities, with days that somebody has looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from focusareas.deadlines import as_one_writes, held_on, last_day_of, years_later
from focusareas.models import Activity, Deadline, FocusArea, Indicator, Plan, User
from focusareas.models.audit import record

AS_BEFORE = (
    "code",
    "position",
    "title",
    "description",
    "link",
    "measure",
    "own",
    "contracted",
    "target",
    "parts",
    "responsible",
    "funding",
    "amount_sek",
    "saying",
)
INDICATOR = ("name", "unit_of_measure", "source", "target", "direction", "in_percent")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An activity that may go on in the next plan, and by when it would be done there."""

    activity: Activity
    deadline: Deadline | None
    day: date | None

    @property
    def precision(self) -> str:
        """How exactly its deadline is said, before and after."""
        return self.deadline.precision if self.deadline else Deadline.Precision.NONE

    @property
    def written(self) -> str:
        """The deadline as it would be written."""
        return as_one_writes(self.day, self.precision) if self.day else ""


@dataclass(frozen=True, slots=True)
class NextPlan:
    """What is said of the new plan itself; certificates may be so old when it begins."""

    name: str
    code: str
    case_number: str
    first_day: date
    last_day: date
    certificate_max_age_years: int | None = None


def length_in_years(plan: Plan) -> int:
    """How many years the plan is for, at least one."""
    return max(round(((plan.last_day - plan.first_day).days + 1) / 365.25), 1)


def next_period(plan: Plan) -> tuple[date, date]:
    """The days right after the plan's own, as many years."""
    first_day = plan.last_day + timedelta(days=1)
    return first_day, years_later(plan.last_day, length_in_years(plan))


def propose(plan: Plan, *, on: date) -> list[Proposal]:
    """Every activity that has not ended, its current deadline moved on by the plan's length."""
    years = length_in_years(plan)
    activities = plan.activities.filter(last_day__isnull=True).prefetch_related("deadlines")
    proposals = []
    for activity in activities.order_by("position", "pk"):
        held = held_on(on, activity.deadlines.all())
        deadline = held[-1] if held else None
        day = deadline.day if deadline else None
        moved = years_later(day, years) if day else None
        proposals.append(Proposal(activity, deadline, moved))
    return proposals


@transaction.atomic
def copy_plan(
    plan: Plan, to: NextPlan, chosen: Mapping[Proposal, date | None], *, by: User
) -> Plan:
    """A new plan with the chosen activities and their days; nothing that has come in goes along."""
    copy = Plan.objects.create(
        name=to.name,
        code=to.code,
        case_number=to.case_number,
        first_day=to.first_day,
        last_day=to.last_day,
        letter=plan.letter,
        source=f"Kopierad från {plan}",
    )
    areas = _copy_areas(plan, copy)
    copies = {
        proposal.activity.pk: _copy_activity(proposal, day, copy, areas, to)
        for proposal, day in chosen.items()
    }
    for proposal in chosen:
        first = proposal.activity.preconditions.values_list("pk", flat=True)
        kept = [copies[pk] for pk in first if pk in copies]
        copies[proposal.activity.pk].preconditions.set(kept)
    _copy_indicators(plan, copy, copies)
    record(by=by, text=f"Kopierade {plan} till {copy}: {len(copies)} aktiviteter.", about=copy)
    return copy


def _copy_areas(plan: Plan, copy: Plan) -> dict[int | None, FocusArea | None]:
    """The new focus area for each of the old, by key; the plan's own activities have none."""
    areas: dict[int | None, FocusArea | None] = {None: None}
    for area in plan.focus_areas.order_by("number"):
        areas[area.pk] = FocusArea.objects.create(
            plan=copy,
            number=area.number,
            name=area.name,
            short_name=area.short_name,
            introduction=area.introduction,
            source=area.source,
        )
    return areas


def _copy_activity(
    proposal: Proposal,
    day: date | None,
    copy: Plan,
    areas: Mapping[int | None, FocusArea | None],
    to: NextPlan,
) -> Activity:
    old = proposal.activity
    started = years_later(old.starts_on, length_in_years(old.plan))
    due = last_day_of(day, proposal.precision) if day else None
    activity = Activity.objects.create(
        plan=copy,
        focus_area=areas[old.focus_area_id],
        starts_on=min(max(started, to.first_day), due or to.last_day),
        source=f"Kopierad från {old.plan}",
        certificate_max_age_years=to.certificate_max_age_years
        if Activity.Measure(old.measure).counts_people
        else None,
        **{name: getattr(old, name) for name in AS_BEFORE},
    )
    activity.tags.set(old.tags.all())
    activity.courses.set(old.courses.all())
    Deadline.objects.create(
        activity=activity,
        day=due,
        precision=proposal.precision if due else Deadline.Precision.NONE,
        written=as_one_writes(due, proposal.precision) if due else "",
    )
    return activity


def _copy_indicators(plan: Plan, copy: Plan, copies: Mapping[int, Activity]) -> None:
    """The indicators of the kept activities and of the plan itself, without their values."""
    for old in plan.indicators.all():
        belongs, counts = copies.get(old.activity_id or 0), copies.get(old.counts_id or 0)
        if bool(old.activity_id) == bool(belongs) and bool(old.counts_id) == bool(counts):
            Indicator.objects.create(
                plan=copy,
                activity=belongs,
                counts=counts,
                **{name: getattr(old, name) for name in INDICATOR},
            )
