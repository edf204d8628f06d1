"""The day at the top of a page: which one is shown, and how to choose another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django import template

from focusareas.models import Plan
from focusareas.swedish import long_date
from focusareas.unit_list import address
from focusareas.views.shown_day import ShownDay

register = template.Library()


@dataclass(frozen=True, slots=True)
class QuickDay:
    """A day that one often asks about, and the address that shows it."""

    label: str
    query: str
    is_chosen: bool


@register.inclusion_tag("components/day_picker.html")
def day_picker(
    shown: ShownDay,
    plan: Plan | None = None,
    kept: Mapping[str, str] | None = None,
    report_day: date | None = None,
    corrected: Any = None,
) -> dict[str, Any]:
    """The day shown, with a form and short cuts to others; `kept` is what else stays."""
    of_plan = {"plan": shown.plan_code} if shown.plan_code else {}
    others = of_plan | dict(kept or {})
    return {
        "shown": shown,
        "plan": plan,
        "kept": others,
        "corrected": corrected,
        "own_plan_query": address(replace(shown, plan_code="").in_address | dict(kept or {}))
        or "?",
        "today_query": address(others) or "?",
        "quick_days": [
            QuickDay(label, _query(shown, day, others), day == shown.day)
            for day, label in _short_cuts(shown.today, plan, report_day).items()
        ],
    }


def _short_cuts(today: date, plan: Plan | None, report_day: date | None) -> dict[date, str]:
    """The days worth a link; one that is so for several reasons is there once."""
    days = {today: "I dag"}
    month_end = last_of_month_before(today)
    days.setdefault(month_end, long_date(month_end))
    if report_day:
        days.setdefault(report_day, f"Senaste rapporten, {long_date(report_day)}")
    if plan:
        days.setdefault(plan.first_day, "Planens början")
        days.setdefault(plan.last_day, "Planens slut")
    return days


def last_of_month_before(day: date) -> date:
    """The last day of the month before the day's."""
    return day.replace(day=1) - timedelta(days=1)


def _query(shown: ShownDay, day: date, others: dict[str, str]) -> str:
    return address(replace(shown, day=day).in_address | others) or "?"


@register.inclusion_tag("components/plan_chooser.html")
def plan_chooser(shown: ShownDay, plan: Plan | None, plans: list[Plan]) -> dict[str, Any]:
    """The plans there are, each a link to the same page and day; the first is the day's own."""
    return {
        "choices": [
            (other, _of_plan(shown, "" if other == plans[0] else other.code), other == plan)
            for other in plans
        ]
    }


def _of_plan(shown: ShownDay, code: str) -> str:
    return replace(shown, plan_code=code).query or "?"
