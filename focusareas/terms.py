"""What the plan says on a day: its activities, whom they are for, by when, and what will do.

One query, whatever has been decided about them since.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import F

from focusareas.deadlines import held_on, years_later
from focusareas.models import Activity, Course, Deadline, Indicator, Plan

Duty = Activity.Duty
DECISION = ("pk", "day", "precision", "written", "decided_on", "decided_by", "reason")
COURSE = ("pk", "code", "name", "url")
VERSION = ("pk", "last_day", "own", "contracted")


@dataclass(frozen=True, slots=True)
class Term:
    """What the plan says of one activity, as it held on the day.

    Only certificates of courses completed on or after `counted_from`, if any, will do. `after`
    are the activities that it presupposes, by key.
    """

    activity: Activity
    tags: frozenset[int]
    courses: tuple[Course, ...]
    deadlines: tuple[Deadline, ...]
    lower_is_better: bool = False
    counted_from: date | None = None
    after: frozenset[int] = frozenset()

    @property
    def course_pks(self) -> frozenset[int]:
        """The courses of which any one will do, by key."""
        return frozenset(course.pk for course in self.courses)

    @property
    def deadline(self) -> Deadline | None:
        """The one that held on the day."""
        return self.deadlines[-1] if self.deadlines else None

    def takes(self, completed_on: date | None) -> bool:
        """Whether a certificate of a course completed that day is recent enough."""
        return not (self.counted_from and completed_on and completed_on < self.counted_from)

    def duty_of(self, *, tags: frozenset[int], is_contracted: bool) -> str:
        """What the activity is to a unit with these tags."""
        if self.tags and not self.tags & tags:
            return Duty.NONE
        return self.activity.contracted if is_contracted else self.activity.own


def read_plan(plan: Plan, days: Sequence[date]) -> list[list[Term]]:
    """Of each day the activities in the plan, in order, each with what belongs to it.

    One query, however many the days.
    """
    rows = (
        Activity.objects.filter(plan=plan)
        .select_related("focus_area")
        .annotate(
            tag=F("tags"),
            direction=F("indicator__direction"),
            presupposed=F("preconditions"),
            **_joined("course", "courses", COURSE),
            **_joined("deadline", "deadlines", DECISION),
            **_joined("version", "versions", VERSION),
            version_tag=F("versions__tags"),
            **_joined("version_course", "versions__courses", COURSE),
        )
        .order_by("position", "pk", "course_name", "version_course_name")
    )
    activities = [list(group) for _, group in groupby(rows, key=attrgetter("pk"))]
    return [
        [_term(joined, plan, day) for joined in activities if _is_in_plan(joined[0], day)]
        for day in days
    ]


def _is_in_plan(activity: Activity, day: date) -> bool:
    return (activity.first_day or day) <= day <= (activity.last_day or day)


def counted_from(plan: Plan, activity: Activity) -> date | None:
    """The day from which a course may have been completed to count; none when any day will do."""
    years = activity.certificate_max_age_years
    return None if years is None else years_later(plan.first_day, -years)


def _joined(name: str, path: str, fields: Sequence[str]) -> dict[str, F]:
    """The fields of a joined row, each under the row's name."""
    return {f"{name}_{field}": F(f"{path}__{field}") for field in fields}


def _term(joined: list[Any], plan: Plan, on: date) -> Term:
    """One activity from its joined rows, as it was before the changes made after the day."""
    # Each day has its own: it is given what held on it.
    activity: Activity = copy(joined[0])
    held = [row for row in joined if row.version_pk and row.version_last_day >= on]
    tag_name, course_name = "tag", "course"
    if held:
        first = min(held, key=attrgetter("version_last_day"))
        joined_then = [row for row in held if row.version_pk == first.version_pk]
        activity.own, activity.contracted = first.version_own, first.version_contracted
        tag_name, course_name = "version_tag", "version_course"
    else:
        joined_then = joined
    return Term(
        activity=activity,
        tags=frozenset(tag for row in joined_then if (tag := getattr(row, tag_name))),
        courses=tuple(_courses_in(joined_then, course_name)),
        deadlines=tuple(held_on(on, _deadlines_in(joined))),
        lower_is_better=joined[0].direction == Indicator.Direction.LOWER,
        counted_from=counted_from(plan, activity),
        after=frozenset(row.presupposed for row in joined if row.presupposed),
    )


def _courses_in(joined: list[Any], name: str) -> Iterator[Course]:
    """Each course of the rows once, in order of name."""
    found = {getattr(row, f"{name}_pk"): row for row in joined}
    for pk, row in found.items():
        if pk:
            yield Course(**{field: getattr(row, f"{name}_{field}") for field in COURSE})


def _deadlines_in(joined: list[Any]) -> list[Deadline]:
    """Each decision of the rows once."""
    decisions = {row.deadline_pk: row for row in joined if row.deadline_pk}
    return [_deadline_in(row) for row in decisions.values()]


def _deadline_in(row: Any) -> Deadline:
    return Deadline(
        activity_id=row.pk, **{field: getattr(row, f"deadline_{field}") for field in DECISION}
    )
