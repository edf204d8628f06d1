"""A plan as it is laid out: focus areas and their activities, also those that have ended."""

from dataclasses import dataclass
from datetime import date

from focusareas.deadlines import held_on
from focusareas.models import Activity, Deadline, FocusArea, Plan


@dataclass(frozen=True, slots=True)
class Line:
    """One activity in its place, with the deadline that holds."""

    activity: Activity
    deadline: Deadline | None
    is_first: bool
    is_last: bool
    has_ended: bool
    is_to_come: bool


def outline_of(plan: Plan, *, on: date) -> list[tuple[FocusArea | None, list[Line]]]:
    """The activities under their focus areas in order; those of the plan itself last."""
    rows: dict[FocusArea | None, list[Activity]] = {
        **{area: [] for area in plan.focus_areas.order_by("number")},
        None: [],
    }
    activities = plan.activities.select_related("focus_area").prefetch_related("deadlines")
    for activity in activities.order_by("position", "pk"):
        rows[activity.focus_area].append(activity)
    return [(area, _lines(beside, on)) for area, beside in rows.items()]


def _lines(beside: list[Activity], on: date) -> list[Line]:
    return [
        Line(
            activity,
            deadline=next(reversed(held_on(on, activity.deadlines.all())), None),
            is_first=number == 1,
            is_last=number == len(beside),
            has_ended=activity.last_day is not None and activity.last_day < on,
            is_to_come=activity.first_day is not None and activity.first_day > on,
        )
        for number, activity in enumerate(beside, start=1)
    ]
