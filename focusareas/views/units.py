"""A unit's page: how far it has come, who is left, and for its manager what to do about it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from focusareas import clock, completion
from focusareas.access import signed_in_user
from focusareas.breakdown import main_activity
from focusareas.completion import ActivityFigure, PlanFigures
from focusareas.key_person_course import deadlines_in_words
from focusareas.models import Activity, Plan, Unit
from focusareas.naming import Names
from focusareas.people_status import as_shown, count_states, people_at
from focusareas.unit_facts import UnitFacts, read_unit
from focusareas.unit_work import (
    Task,
    background_of,
    reminder,
    still_to_take,
    tasks_of,
    what_is_enough,
)
from focusareas.views.corrections import corrected
from focusareas.views.shown_day import ShownDay, shown_day
from focusareas.views.shown_plan import plan_shown


def unit_detail(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    names = Names(signed_in_user(request), on=shown.today)
    unit, does_its_part = read_visible(pk, names, shown)
    plan, plans, figures = figures_of(pk, shown)
    tasks = tasks_of(figures, pk) if figures else []
    main = main_task(figures, tasks)
    course = key_person_course(figures)
    people = people_at(pk, main.whole if main else None, on=shown.day, names=names, course=course)
    # What a unit hands in and names is asked by the plan of today; questions need no plan.
    is_now = shown.is_today and plan == next(iter(plans), None)
    may_act = does_its_part and is_now and unit.is_open_on(shown.day)
    is_traced = does_its_part and unit.is_open_on(shown.today)
    corrections_url = reverse("unit_corrections", args=[pk]) if is_traced else ""
    context = {
        "unit": unit,
        "is_open": unit.is_open_on(shown.day),
        "may_act": may_act,
        "plan": plan,
        "plans": plans,
        "shown": shown,
        "corrected": corrected(figures, shown, user=names.reader, url=corrections_url),
        "main": main,
        "enough": what_is_enough(main.figure) if main and may_act else "",
        "reminder": reminder(main, people) if main and may_act else "",
        "background": background_of(figures, main) if figures and main else [],
        "tasks": tasks,
        "people": as_shown(people, with_states=main is not None),
        "states": count_states(people),
        "key_persons": [person for person in people if person.is_key_person],
        "course": course,
        "next_meeting": figures.next_meeting if figures else None,
        "deadlines": deadlines_in_words(course.deadlines, on=shown.day) if course else "",
    }
    return render(request, "focusareas/unit_detail.html", context)


def unit_poster(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet for the workplace meeting; with names only when the manager asks for them."""
    today = clock.today()
    shown = ShownDay(today, today)
    names = Names(signed_in_user(request), on=today)
    unit, may_act = read_visible(pk, names, shown)
    if not may_act:
        raise PermissionDenied
    _, _, figures = figures_of(pk, shown)
    main = main_task(figures, tasks_of(figures, pk)) if figures else None
    with_names = "names" in request.GET
    people = people_at(pk, main.whole, on=today, names=names) if main and with_names else []
    context = {
        "unit": unit,
        "main": main,
        "today": today,
        "with_names": with_names,
        "people": still_to_take(people),
    }
    return render(request, "focusareas/unit_poster.html", context)


def read_visible(pk: int, names: Names, shown: ShownDay) -> tuple[UnitFacts, bool]:
    """The unit if it is visible, and whether the reader does its part."""
    user = names.reader
    units = Unit.objects.visible_to(user, on=shown.today)
    try:
        unit = read_unit(units, pk, names=names, on=shown.day)
    except Unit.DoesNotExist:
        raise Http404 from None
    return unit, user.sees_everything or unit.managed_by_reader


def figures_of(pk: int, shown: ShownDay) -> tuple[Plan | None, list[Plan], PlanFigures | None]:
    """The plan shown, all there are, and what the one asks of the unit alone."""
    plan, plans = plan_shown(shown)
    own_unit = Unit.objects.filter(pk=pk)
    figures = completion.for_plan(plan, on=shown.day, units=own_unit) if plan else None
    return plan, plans, figures


def key_person_course(figures: PlanFigures | None) -> ActivityFigure | None:
    """The course that the plan asks of key persons, if any."""
    asked = Activity.Measure.KEY_PERSON_COURSE
    found = figures.activities if figures else ()
    return next((figure for figure in found if figure.activity.measure == asked), None)


def main_task(figures: PlanFigures | None, tasks: list[Task]) -> Task | None:
    """The main activity as the unit meets it; none when it is not for the unit."""
    found = main_activity(figures) if figures else None
    return next((task for task in tasks if task.whole is found), None)
