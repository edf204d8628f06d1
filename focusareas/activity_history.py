"""What has been said and done about an activity by a day, for its page."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from focusareas.indicators import Series, read_for
from focusareas.models import Activity, Meeting, MilestoneUpdate, State, StatusNote


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a milestone, the state it was in on the day, and those before, latest first."""

    title: str
    update: MilestoneUpdate | None
    earlier: tuple[MilestoneUpdate, ...] = ()

    @property
    def label(self) -> str:
        """The state in a word."""
        return str(State(self.update.state if self.update else State.PLANNED).label)


@dataclass(frozen=True, slots=True)
class History:
    """Notes latest first, and by measure: parts, meetings with how many came, or values."""

    notes: list[StatusNote]
    parts: list[Part]
    meetings: list[Meeting]
    series: Series | None


def read_history(activity: Activity, *, on: date, with_values: bool) -> History:
    """The history as it was on the day, with or without values: two queries at most."""
    return History(
        notes=list(activity.status_notes.written_by(on).select_related("written_by__staff_member")),
        parts=_parts(activity, on) if activity.measure == Activity.Measure.MILESTONE else [],
        meetings=_meetings(activity, on) if activity.measure == Activity.Measure.MEETINGS else [],
        series=read_for(activity, on=on) if with_values and _is_measured(activity) else None,
    )


def _is_measured(activity: Activity) -> bool:
    return activity.measure == Activity.Measure.INDICATOR


def _parts(activity: Activity, on: date) -> list[Part]:
    said: dict[int, list[MilestoneUpdate]] = defaultdict(list)
    for update in activity.milestone_updates.filter(day__lte=on).order_by("-day", "-pk"):
        said[update.part].append(update)
    return [
        Part(title, next(iter(said[number]), None), tuple(said[number][1:]))
        for number, title in enumerate(activity.parts or [activity.title], start=1)
    ]


def _meetings(activity: Activity, on: date) -> list[Meeting]:
    meetings = Meeting.objects.filter(activity=activity).not_cancelled_by(on)
    return list(meetings.annotate(n_attendees=Count("attendances")).order_by("day"))
