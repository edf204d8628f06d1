"""A department on a day: what it is called, who heads it, and its part of every activity."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation

from focusareas.breakdown import Breakdown, break_down
from focusareas.completion import ActivityFigure, DepartmentFigure
from focusareas.models import Department
from focusareas.models.days import holds_on
from focusareas.models.people import HIDDEN
from focusareas.names import plain
from focusareas.naming import Names
from focusareas.small_groups import KEPT_BACK


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """The heading of a department's page."""

    pk: int
    name: str
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DepartmentPart:
    """What one activity is to a department: its figure, unless that is of too few to be told."""

    whole: ActivityFigure
    row: DepartmentFigure | None
    parts: Breakdown

    @property
    def reason(self) -> str:
        """Why there is no figure: the units are only invited, or there are too few people."""
        if self.parts.n_small_units:
            return KEPT_BACK
        return "Enheterna är inbjudna, det är frivilligt."


def read_department(pk: int, *, names: Names, on: date) -> DepartmentFacts:
    """The department in one query; `Department.DoesNotExist` when there is none."""
    rows: list[dict[str, Any]] = list(
        Department.objects.filter(pk=pk)
        .annotate(
            led=FilteredRelation("heads", condition=holds_on(on, "heads__")),
            given=F("led__user__first_name"),
            family=F("led__user__last_name"),
            email=F("led__user__email"),
            is_hidden=names.is_hidden_login("led__user"),
        )
        .order_by("family", "email")
        .values("pk", "name", "given", "family", "email", "is_hidden")
    )
    if not rows:
        raise Department.DoesNotExist
    heads = (_head_name(row) for row in rows if row["email"])
    return DepartmentFacts(pk, rows[0]["name"], tuple(dict.fromkeys(heads)))


def _head_name(row: dict[str, Any]) -> str:
    name = plain(f"{row['given']} {row['family']}") or str(row["email"])
    return HIDDEN if row["is_hidden"] else name


def parts_of(
    pk: int, activities: Iterable[ActivityFigure], *, with_small_groups: bool
) -> list[DepartmentPart]:
    """The department's part of each activity that has units in it.

    Whoever may not see small groups needs the figures of every department behind it: whether
    this one may be told depends on what the others would give away.
    """
    return [
        part
        for activity in activities
        if (part := _part_of(pk, activity, with_small_groups=with_small_groups)) is not None
    ]


def _part_of(
    pk: int, activity: ActivityFigure, *, with_small_groups: bool
) -> DepartmentPart | None:
    n_here = sum(row.unit.department_pk == pk for row in activity.units)
    if not n_here:
        return None
    parts = break_down(activity, with_small_groups=with_small_groups)
    here = [row for row in parts.units if row.unit.department_pk == pk]
    return DepartmentPart(
        whole=activity,
        row=next((row for row in parts.departments if row.pk == pk), None),
        parts=replace(parts, units=here, n_small_units=n_here - len(here)),
    )
