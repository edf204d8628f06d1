"""Two plans held against each other on the same day of each: "dag 400: 103 mot 412"."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from focusareas import completion
from focusareas.completion import ActivityFigure, PlanFigures
from focusareas.models import Plan, Unit
from focusareas.tally import Scope


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """An activity by its number, as far as it had come in each plan; none where it is not in it."""

    code: str
    title: str
    first: ActivityFigure | None
    second: ActivityFigure | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both plans after so many days of each."""

    n_days: int
    first: PlanFigures
    second: PlanFigures
    rows: list[ComparedRow]


def day_of(plan: Plan, on: date) -> int:
    """Which day of the plan it is: its first is day 1; never before that or after its last."""
    return (min(max(on, plan.first_day), plan.last_day) - plan.first_day).days + 1


def compare(first: Plan, second: Plan, *, n_days: int, units: QuerySet[Unit] | None) -> Comparison:
    """Each plan counted on its day of that number, activities of one number side by side."""
    counted = completion.for_plans(
        [(plan, Scope(_on_day(plan, n_days), units)) for plan in (first, second)]
    )
    found = [{row.activity.code: row for row in figures.activities} for figures in counted]
    codes = dict.fromkeys([*found[0], *found[1]])
    rows = [
        ComparedRow(
            code=code,
            title=(found[0].get(code) or found[1][code]).activity.title,
            first=found[0].get(code),
            second=found[1].get(code),
        )
        for code in codes
    ]
    return Comparison(n_days, counted[0], counted[1], rows)


def _on_day(plan: Plan, n_days: int) -> date:
    return plan.first_day + timedelta(days=n_days - 1)
