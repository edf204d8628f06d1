"""The first page: everybody is led to what is theirs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from focusareas import clock, completion
from focusareas.access import headed_departments, sees_every_figure, signed_in_user
from focusareas.breakdown import main_activity
from focusareas.key_person_own import duty_of
from focusareas.models import Plan, Unit, User
from focusareas.unit_facts import question_count
from focusareas.unit_work import Task, tasks_of, what_is_enough


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One of several units to choose from: its main figure, what else is left, and questions."""

    unit: Unit
    main: Task | None
    left: list[Task]
    n_questions: int

    @property
    def enough(self) -> str:
        """What is missing and how fast it must go."""
        return what_is_enough(self.main.figure) if self.main else ""


def start(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    if sees_every_figure(user) or headed_departments(user, on=today):
        return redirect("overview")
    units = list(_units(user, today))
    if len(units) == 1:
        return redirect("unit_detail", units[0].pk)
    context = {
        "rows": _rows(units, today),
        "duty": None if units else duty_of(user, on=today),
    }
    return render(request, "focusareas/start.html", context)


def _units(user: User, today: date) -> QuerySet[Unit]:
    visible = Unit.objects.on(today).visible_to(user, on=today)
    return visible.annotate(n_questions=question_count())


def _rows(units: list[Unit], today: date) -> list[UnitRow]:
    """Six queries, however many the units are."""
    plan = Plan.objects.for_day(today) if units else None
    scope = Unit.objects.filter(pk__in=[unit.pk for unit in units])
    figures = completion.for_plan(plan, on=today, units=scope) if plan else None
    main = main_activity(figures) if figures else None
    rows = []
    for unit in units:
        tasks = tasks_of(figures, unit.pk) if figures else []
        rows.append(
            UnitRow(
                unit=unit,
                main=next((task for task in tasks if task.whole is main), None),
                left=[task for task in tasks if task.is_left and task.whole is not main],
                n_questions=unit.n_questions,  # type: ignore[attr-defined]  # annotated
            )
        )
    return rows
