"""An activity's figure split for showing: own and contracted, departments, units."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from focusareas.completion import ActivityFigure, DepartmentFigure, PlanFigures, UnitFigure
from focusareas.figure import Figure
from focusareas.models import Activity
from focusareas.small_groups import broken_down, is_small

N_MOST_BEHIND = 5


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one activity's figure that the reader may see."""

    whole: ActivityFigure
    own: Figure | None
    contracted: Figure | None
    departments: list[DepartmentFigure]
    n_small_departments: int
    units: list[UnitFigure]
    n_small_units: int


def main_activity(figures: PlanFigures) -> ActivityFigure | None:
    """The plan's first activity that asks a certificate of the staff by a day."""
    return next(
        (
            figure
            for figure in figures.activities
            if figure.activity.measure == Activity.Measure.STAFF_CERTIFICATE
            and figure.deadline is not None
            and figure.deadline.day is not None
        ),
        None,
    )


def break_down(activity: ActivityFigure, *, with_small_groups: bool) -> Breakdown:
    """The parts, units that are furthest behind first, small groups kept back when they must."""
    departments = broken_down(activity.departments, with_small_groups=with_small_groups)
    told = {row.pk for row in departments.shown}
    units = broken_down(
        activity.units,
        with_small_groups=with_small_groups,
        totals=(lambda row: row.unit.department_pk, lambda row: row.unit.operation),
        # A department kept back must not be told by the units in it.
        untold=lambda row: row.is_obliged and row.unit.department_pk not in told,
    )
    by_operation: Iterable[Figure] = (activity.own, activity.contracted)
    may_split = with_small_groups or not any(map(is_small, by_operation))
    return Breakdown(
        whole=activity,
        own=activity.own if may_split else None,
        contracted=activity.contracted if may_split else None,
        departments=departments.shown,
        n_small_departments=departments.n_kept_back,
        units=sorted(units.shown, key=furthest_behind),
        n_small_units=units.n_kept_back,
    )


def most_behind(parts: Breakdown | None) -> list[UnitFigure]:
    """The few that have the longest way left, of the units that must."""
    rows = parts.units if parts else []
    left = (row for row in rows if row.is_obliged and row.figure.missing)
    return list(islice(left, N_MOST_BEHIND))


def furthest_behind(row: UnitFigure) -> tuple[Any, ...]:
    """Orders units: the obliged before the invited, then by how much has come in."""
    figure = row.figure
    came_in = (figure.share or 0) + (figure.received_share or 0)
    return not row.is_obliged, came_in, -figure.missing, row.unit.name
