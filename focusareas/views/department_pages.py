"""A department's page: how far its units have come with each activity."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from focusareas import clock, completion
from focusareas.access import (
    may_open_department,
    only_for_those_with_a_role,
    sees_small_groups,
    signed_in_user,
)
from focusareas.breakdown import main_activity
from focusareas.completion import PlanFigures
from focusareas.department_figures import (
    DepartmentFacts,
    DepartmentPart,
    parts_of,
    read_department,
)
from focusareas.models import Department, Plan, Unit, User
from focusareas.naming import Names
from focusareas.views.corrections import corrected
from focusareas.views.shown_day import ShownDay, shown_day
from focusareas.views.shown_plan import plan_shown
from focusareas.views.unit_lists import unit_list, units_to_open, units_workbook


@only_for_those_with_a_role
def department_detail(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    plan, plans = plan_shown(shown)
    department, figures, activities, main = read(request, pk, shown, plan)
    user = signed_in_user(request)
    names_people = sees_small_groups(user)
    context = {
        "department": department,
        "plan": plan,
        "plans": plans,
        "corrected": corrected(figures, shown, user=user),
        "heads": department.heads if names_people else (),
        "names_people": names_people,
        "open_units": units_to_open(user, main.parts if main else None, shown),
        "shown": shown,
        "activities": activities,
        "main": main,
        "units": unit_list(request, main.parts if main else None, shown),
    }
    return render(request, "focusareas/department_detail.html", context)


@only_for_those_with_a_role
def department_units(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    department, _, _, main = read(request, pk, shown, plan_shown(shown)[0])
    if main is None:
        raise Http404
    return units_workbook(request, main.parts, shown, of=[department.name])


def read(
    request: HttpRequest, pk: int, shown: ShownDay, plan: Plan | None
) -> tuple[DepartmentFacts, PlanFigures | None, list[DepartmentPart], DepartmentPart | None]:
    """The department, the figures, its part of each activity and of the main one.

    404 outside one's scope.
    """
    user = signed_in_user(request)
    if not may_open_department(user, pk, on=shown.today):
        raise Http404
    try:
        department = read_department(pk, names=Names(user, on=shown.today), on=shown.day)
    except Department.DoesNotExist:
        raise Http404 from None
    if plan is None:
        return department, None, [], None
    figures = figures_behind(user, plan, pk, shown)
    found = parts_of(pk, figures.activities, with_small_groups=sees_small_groups(user))
    first = main_activity(figures)
    main = next((part for part in found if part.whole is first), None)
    return department, figures, found, main


def figures_behind(user: User, plan: Plan, pk: int, shown: ShownDay) -> PlanFigures:
    """The figures of the department, or of all when they decide what may be told of this one."""
    here = Unit.objects.in_department(Department(pk=pk), on=shown.day)
    units = here if sees_small_groups(user) else None
    return completion.for_plan(plan, on=shown.day, units=units)
