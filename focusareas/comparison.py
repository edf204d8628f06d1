"""Two days beside each other: how far each activity had come, and what has changed between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from focusareas.completion import ActivityFigure, PlanFigures
from focusareas.figure import Amount, Figure
from focusareas.models import Activity, FocusArea
from focusareas.small_groups import is_small


@dataclass(frozen=True, slots=True)
class Compared:
    """One activity on two days; none for a day when it was not in the plan.

    `is_kept_back` when either is of so few people that the change would tell about one of them.
    """

    activity: Activity
    before: Figure | None
    after: Figure | None
    is_kept_back: bool

    @property
    def change(self) -> Amount | None:
        """How much more is done; none when there is nothing to compare."""
        if self.is_kept_back or self.before is None or self.after is None:
            return None
        if not _has_amount(self.before) or not _has_amount(self.after):
            return None
        return self.after.done - self.before.done


Group = tuple[FocusArea | None, list[Compared]]


def compare(before: PlanFigures, after: PlanFigures, *, with_small_groups: bool) -> list[Group]:
    """The activities of either day, in the plan's order under their focus areas."""
    earlier = {figure.activity.pk: figure for figure in before.activities}
    later = {figure.activity.pk: figure for figure in after.activities}
    gone = PlanFigures(
        before.plan, before.day, tuple(row for pk, row in earlier.items() if pk not in later)
    )
    groups: dict[int | None, Group] = {}
    for area, rows in [*after.by_focus_area(), *gone.by_focus_area()]:
        found = groups.setdefault(area.pk if area else None, (area, []))
        found[1].extend(
            _compared([earlier.get(row.activity.pk), later.get(row.activity.pk)], with_small_groups)
            for row in rows
        )
    return list(groups.values())


def _compared(days: Sequence[ActivityFigure | None], with_small_groups: bool) -> Compared:
    before, after = (day.total if day else None for day in days)
    activity = next(day.activity for day in reversed(days) if day)
    is_few = any(figure is not None and is_small(figure) for figure in (before, after))
    return Compared(activity, before, after, is_kept_back=is_few and not with_small_groups)


def _has_amount(figure: Figure) -> bool:
    return bool(figure.expected) or figure.begun
