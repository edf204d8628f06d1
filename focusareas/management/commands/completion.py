"""Print every figure of the plan on a day."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from focusareas import clock, completion
from focusareas.completion import ActivityFigure, PlanFigures
from focusareas.figure import Amount, Figure
from focusareas.management.arguments import day
from focusareas.models import Plan
from focusareas.swedish import long_date, number


class Command(BaseCommand):
    help = "Skriver ut hur långt planen har kommit en viss dag, aktivitet för aktivitet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--plan", metavar="KOD", help="planens kod (annars: den som gäller dagen)"
        )
        parser.add_argument(
            "--as-of", type=day, metavar="DAG", help="till exempel 2023-04-30 (i dag)"
        )
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        as_of = options["as_of"] or clock.today()
        if options["plan"]:
            plan = Plan.objects.filter(code=options["plan"]).first()
        else:
            plan = Plan.objects.for_day(as_of)
        if plan is None:
            raise CommandError("Planen finns inte. Läs in den med load_plan.")
        figures = completion.for_plan(plan, on=as_of)
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_json(figures), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(as_lines(figures)))


def as_json(figures: PlanFigures) -> dict[str, Any]:
    """The figures in the fixed form that scripts rely on."""
    return {
        "plan": figures.plan.code,
        "as_of": figures.day.isoformat(),
        "activities": [_activity_as_json(activity) for activity in figures.activities],
    }


def _activity_as_json(figure: ActivityFigure) -> dict[str, Any]:
    deadline, original = (
        row.day.isoformat() if row and row.day else None
        for row in (figure.deadline, figure.original)
    )
    return {
        "code": figure.activity.code,
        "title": figure.activity.title,
        "measure": figure.activity.measure,
        "deadline": deadline,
        "original_deadline": original,
        "status": str(figure.total.status),
        "expected": _amount(figure.total.expected),
        "done": _amount(figure.total.done),
        "received": figure.total.received,
        "declared_units": figure.declared_units,
        "complete_units": figure.complete_units,
        "own": _pair(figure.own),
        "contracted": _pair(figure.contracted),
        "units": [
            {"code": row.unit.code, **_pair(row.figure), "declared": row.declared}
            for row in figure.units
        ],
    }


def _pair(figure: Figure) -> dict[str, Any]:
    return {"expected": _amount(figure.expected), "done": _amount(figure.done)}


def _amount(value: Amount | None) -> int | float | None:
    return value if value is None or isinstance(value, int) else float(value)


def as_lines(figures: PlanFigures) -> list[str]:
    """The figures as a table to read, activity by activity under its focus area."""
    lines = [figures.plan.name, f"Läget {long_date(figures.day)}"]
    for area, activities in figures.by_focus_area():
        lines += ["", str(area) if area else "Planen som helhet"]
        for figure in activities:
            lines += _activity_as_lines(figure)
    return lines


def _activity_as_lines(figure: ActivityFigure) -> list[str]:
    total = figure.total
    deadline = figure.deadline.day.isoformat() if figure.deadline and figure.deadline.day else "-"
    title = _cut(figure.activity.title, 44)
    lines = [
        f"  {figure.activity.code:<4} {title:<44} {_of(total):>16}  {deadline:<10}  "
        f"{total.status.label}"
    ]
    details = [total.reason] if figure.deadline and figure.deadline.day else []
    if total.received:
        details.append(f"{number(total.received)} väntar på granskning.")
    if figure.contracted.expected:
        details.append(f"Egen regi {_of(figure.own)}, privata utförare {_of(figure.contracted)}.")
    if figure.declared_units:
        details.append(f"Klart men ej inrapporterat: {number(figure.declared_units)} enheter.")
    return [*lines, *(f"       {detail}" for detail in details)]


def _of(figure: Figure) -> str:
    if figure.expected is None:
        return number(figure.done)
    return f"{number(figure.done)} av {number(figure.expected)}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
