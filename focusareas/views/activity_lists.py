"""The plan's activities as a workbook: of everything, of one department and of one unit."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from focusareas import clock, completion
from focusareas.access import (
    only_for_those_with_a_role,
    sees_small_groups,
    signed_in_user,
    units_behind_figures,
)
from focusareas.activity_list import (
    COLUMNS,
    PART_COLUMNS,
    cells_of,
    cells_of_part,
    cells_of_task,
)
from focusareas.breakdown import break_down
from focusareas.exports import export
from focusareas.models import Department, Unit
from focusareas.naming import Names
from focusareas.swedish import long_date
from focusareas.unit_work import tasks_of
from focusareas.views.department_pages import read
from focusareas.views.shown_day import shown_day
from focusareas.views.shown_plan import plan_shown
from focusareas.views.units import figures_of, read_visible


@require_GET
@only_for_those_with_a_role
def activity_workbook(request: HttpRequest) -> HttpResponse:
    user, shown = signed_in_user(request), shown_day(request, clock.today())
    plan, _ = plan_shown(shown)
    if plan is None:
        raise Http404
    units = units_behind_figures(user, on=shown.today, shown=shown.day)
    figures = completion.for_plan(plan, on=shown.day, units=units)
    all_parts = sees_small_groups(user)
    return export(
        by=user,
        filename=f"laget-{plan.code}-{shown.day.isoformat()}.xlsx",
        title=f"{plan.name}. {long_date(shown.day)}",
        columns=COLUMNS,
        rows=[
            cells_of(area, break_down(row, with_small_groups=all_parts))
            for area, rows in figures.by_focus_area()
            for row in rows
        ],
        about=plan,
    )


@require_GET
@only_for_those_with_a_role
def department_activities(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    department, _, parts, _ = read(request, pk, shown, plan_shown(shown)[0])
    return export(
        by=signed_in_user(request),
        filename=f"aktiviteter-avdelning-{pk}-{shown.day.isoformat()}.xlsx",
        title=f"{department.name}. {long_date(shown.day)}",
        columns=PART_COLUMNS,
        rows=list(map(cells_of_part, parts)),
        about=Department(pk=pk),
    )


@require_GET
def unit_activities(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    names = Names(signed_in_user(request), on=shown.today)
    unit, _ = read_visible(pk, names, shown)
    _, _, figures = figures_of(pk, shown)
    return export(
        by=names.reader,
        filename=f"aktiviteter-{pk}-{shown.day.isoformat()}.xlsx",
        title=f"{unit.name}. {long_date(shown.day)}",
        columns=PART_COLUMNS,
        rows=list(map(cells_of_task, tasks_of(figures, pk) if figures else [])),
        about=Unit(pk=pk),
    )
