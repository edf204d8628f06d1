"""The plan whose figures a page shows."""

from focusareas.models import Plan
from focusareas.views.shown_day import ShownDay


def plan_shown(shown: ShownDay) -> tuple[Plan | None, list[Plan]]:
    """The plan that a page shows, and all there are, the day's own first."""
    plans = list(Plan.objects.nearest_first(shown.day))
    asked = [plan for plan in plans if plan.code == shown.plan_code]
    return next(iter(asked + plans), None), plans
