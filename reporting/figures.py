"""What the memo tells, collected from the plan's figures and frozen with the rows behind it.

Counted evidence is taken on `as_of`; deadlines, lateness, meetings, milestones and notes on
`dated`. Every fact carries its own day.
"""

import json
from collections import defaultdict
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Count

from focusareas import completion
from focusareas.completion import ActivityFigure
from focusareas.figure import Amount, Figure, Status
from focusareas.models import (
    Activity,
    Deadline,
    Indicator,
    KeyPerson,
    Meeting,
    MilestoneUpdate,
    Plan,
    State,
    StatusNote,
    Unit,
)

Measure = Activity.Measure


@dataclass(frozen=True, slots=True)
class Share:
    """Done of expected, and those waiting for review."""

    expected: Amount | None
    done: Amount
    received: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as it is written."""

    day: date | None
    precision: str
    written: str


@dataclass(frozen=True, slots=True)
class KeyPersons:
    """How many there are; one at units of both kinds is in both parts and once in all."""

    all: int
    own: int
    contracted: int


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """One meeting, and how many came where that is known."""

    day: date
    theme: str
    attendance: int = 0


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """All that the memo may say about one activity."""

    code: str
    title: str
    measure: str
    area: int | None
    day: date
    year: int
    status: str
    total: Share
    own: Share
    contracted: Share
    own_duty: str = Activity.Duty.OBLIGED
    contracted_duty: str = Activity.Duty.NONE
    due: Due | None = None
    original: Due | None = None
    awaiting_review: bool = False
    complete_units: tuple[str, ...] = ()
    declared_units: tuple[str, ...] = ()
    reached_units: tuple[str, ...] = ()
    n_units: int = 0
    is_narrowed: bool = False
    courses: tuple[str, ...] = ()
    key_persons: KeyPersons | None = None
    meetings_held: tuple[MeetingFacts, ...] = ()
    meetings_planned: tuple[MeetingFacts, ...] = ()
    states: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    indicator: str = ""
    unit_of_measure: str = ""
    note: str = ""
    note_day: date | None = None
    saying: dict[str, str] = field(default_factory=dict)
    ids: dict[str, list[int]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def is_done(self) -> bool:
        return self.status == Status.DONE

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed with more than review left to do."""
        return self.status == Status.OVERDUE and not self.awaiting_review

    @property
    def is_begun(self) -> bool:
        """Whether anything at all has been told about it."""
        evidence = self.total.done or self.total.received or self.own.done or self.contracted.done
        told = any(state != State.PLANNED for state in self.states) or self.meetings_held
        return bool(evidence or told or self.declared_units)


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """A focus area as the memo heads it."""

    number: int
    name: str
    introduction: str


@dataclass(frozen=True, slots=True)
class MemoFigures:
    """Everything that the memo's text is made of."""

    as_of: date
    dated: date
    areas: tuple[AreaFacts, ...]
    activities: tuple[ActivityFacts, ...]

    def in_area(self, number: int) -> list[ActivityFacts]:
        """The activities of the focus area, in the plan's order."""
        return [activity for activity in self.activities if activity.area == number]

    def as_json(self) -> dict[str, Any]:
        """The same as JSON holds it."""
        plain: dict[str, Any] = json.loads(json.dumps(asdict(self), cls=DjangoJSONEncoder))
        return plain


def collect(
    plan: Plan, *, as_of: date, dated: date, manners: dict[str, dict[str, str]] | None = None
) -> MemoFigures:
    """Read it all; `manners` is how the author wants figures said, by activity code."""
    counted = completion.for_plan(plan, on=as_of)
    current = counted if dated == as_of else completion.for_plan(plan, on=dated)
    rows = _Rows.read(plan, as_of=as_of, dated=dated)
    return MemoFigures(
        as_of=as_of,
        dated=dated,
        areas=tuple(
            AreaFacts(area.number, area.name, area.introduction)
            for area in plan.focus_areas.order_by("number")
        ),
        activities=tuple(
            # What came into the plan after `as_of` is told as it was on the memo's own day.
            _facts(
                counted.of(now.activity) or now,
                now,
                rows,
                (manners or {}).get(now.activity.code, {}),
            )
            for now in current.activities
        ),
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows behind the figures, by activity."""

    dated: date
    notes: dict[int, StatusNote]
    held: dict[int, list[Meeting]]
    planned: dict[int, list[Meeting]]
    states: dict[int, dict[int, MilestoneUpdate]]
    key_persons: list[tuple[int, int, int, str]]
    indicators: dict[int | None, Indicator]

    @classmethod
    def read(cls, plan: Plan, *, as_of: date, dated: date) -> "_Rows":
        notes = StatusNote.objects.written_by(dated).filter(activity__plan=plan)
        states: dict[int, dict[int, MilestoneUpdate]] = defaultdict(dict)
        for update in MilestoneUpdate.objects.in_force_on(dated).filter(activity__plan=plan):
            states[update.activity_id][update.part] = update
        meetings = Meeting.objects.filter(activity__plan=plan).annotate(came=Count("attendances"))
        return cls(
            dated=dated,
            notes={note.activity_id: note for note in reversed(notes)},
            held=_by_activity(list(meetings.held_by(dated).order_by("day", "pk"))),
            planned=_by_activity(list(meetings.planned_after(dated))),
            states=states,
            key_persons=list(
                KeyPerson.objects.active_on(as_of)
                .order_by("pk")
                .values_list("pk", "staff_member", "unit", "unit__operation")
            ),
            indicators={row.activity_id: row for row in plan.indicators.all()},
        )


def _by_activity(meetings: list[Meeting]) -> dict[int, list[Meeting]]:
    grouped: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        grouped[meeting.activity_id].append(meeting)
    return grouped


def _facts(
    counted: ActivityFigure, current: ActivityFigure, rows: _Rows, manners: dict[str, str]
) -> ActivityFacts:
    """One activity: its evidence from the one day, all else from the other."""
    activity = counted.activity
    figure = counted if Measure(activity.measure).has_units else current
    # Lateness is judged on the memo's day, by the deadline known that day.
    standing = replace(figure.total, day=current.day, deadline=current.total.deadline)
    note = rows.notes.get(activity.pk)
    return ActivityFacts(
        code=activity.code,
        title=activity.title,
        measure=activity.measure,
        area=activity.focus_area.number if activity.focus_area else None,
        day=figure.day,
        year=min(current.day, standing.deadline or current.day).year,
        status=standing.status,
        total=_share(figure.total),
        own=_share(figure.own),
        contracted=_share(figure.contracted),
        own_duty=activity.own,
        contracted_duty=activity.contracted,
        due=_due(current.deadline),
        original=_due(current.original),
        awaiting_review=standing.awaiting_review,
        note=note.text.strip() if note else "",
        # What is done stays so; how something was going bears its day.
        note_day=note.day if note and note.state != State.DONE else None,
        is_narrowed=figure.is_narrowed,
        saying=activity.saying | manners,
        courses=tuple(course.name for course in figure.courses),
        **_unit_facts(figure),
        **_key_person_facts(figure, rows),
        **_administration_facts(activity, rows),
        **_indicator_facts(rows.indicators.get(activity.pk)),
        ids=_ids(figure, note, rows),
    )


def _share(figure: Figure) -> Share:
    return Share(figure.expected, figure.done, figure.received)


def _due(deadline: Deadline | None) -> Due | None:
    return Due(deadline.day, deadline.precision, deadline.written) if deadline else None


def _unit_facts(figure: ActivityFigure) -> dict[str, Any]:
    """The names of the units that are complete, that say so, and where anybody is done."""
    obliged = [unit for unit in figure.units if unit.is_obliged]
    return {
        "n_units": len(obliged),
        "complete_units": tuple(unit.unit.name for unit in obliged if unit.figure.is_done),
        "declared_units": tuple(
            unit.unit.name for unit in obliged if unit.declared and not unit.figure.is_done
        ),
        "reached_units": tuple(unit.unit.name for unit in obliged if unit.figure.done),
    }


def _key_persons_of(figure: ActivityFigure, rows: _Rows) -> list[tuple[int, int, int, str]]:
    """The active key persons at the units that the activity is for."""
    units = {unit.unit.pk for unit in figure.units}
    return [row for row in rows.key_persons if row[2] in units]


def _key_person_facts(figure: ActivityFigure, rows: _Rows) -> dict[str, Any]:
    if figure.activity.measure != Measure.UNIT_KEY_PERSON:
        return {}
    people: dict[str, set[int]] = defaultdict(set)
    for _, person, _, operation in _key_persons_of(figure, rows):
        people[operation].add(person)
    own, contracted = people[Unit.Operation.OWN], people[Unit.Operation.CONTRACTED]
    return {"key_persons": KeyPersons(len(own | contracted), len(own), len(contracted))}


def _administration_facts(activity: Activity, rows: _Rows) -> dict[str, Any]:
    """Meetings and the state of each part that anything has been told about."""
    states = rows.states.get(activity.pk, {})
    n_parts = max(len(activity.parts), 1)
    return {
        "meetings_held": tuple(map(_meeting, rows.held.get(activity.pk, []))),
        "meetings_planned": tuple(map(_meeting, rows.planned.get(activity.pk, []))),
        "parts": tuple(activity.parts),
        "states": tuple(
            states[part].state if part in states else State.PLANNED
            for part in range(1, n_parts + 1)
        )
        if states
        else (),
    }


def _indicator_facts(indicator: Indicator | None) -> dict[str, Any]:
    """What the value is of, where the activity is followed by one."""
    if indicator is None:
        return {}
    return {"indicator": indicator.name, "unit_of_measure": indicator.unit_of_measure}


def _meeting(meeting: Any) -> MeetingFacts:
    return MeetingFacts(meeting.day, meeting.theme, meeting.came)


def _ids(figure: ActivityFigure, note: StatusNote | None, rows: _Rows) -> dict[str, list[int]]:
    """The primary keys of the rows behind the figures, by what they are."""
    activity = figure.activity
    people = Measure(activity.measure).counts_people
    found = {
        ("staff_members" if people else "units"): sorted(figure.done_keys),
        "declared_units": [
            unit.unit.pk
            for unit in figure.units
            if unit.is_obliged and unit.declared and not unit.figure.is_done
        ],
        "key_persons": [row[0] for row in _key_persons_of(figure, rows)]
        if activity.measure == Measure.UNIT_KEY_PERSON
        else [],
        "meetings": [meeting.pk for meeting in rows.held.get(activity.pk, [])],
        "milestone_updates": [
            update.pk for _, update in sorted(rows.states.get(activity.pk, {}).items())
        ],
        "status_notes": [note.pk] if note else [],
    }
    return {name: pks for name, pks in found.items() if pks}
