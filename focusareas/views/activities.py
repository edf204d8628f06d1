"""An activity's page: what the plan says, and how far it has come."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from focusareas import clock, completion
from focusareas.access import (
    only_for_those_with_a_role,
    sees_every_figure,
    sees_key_person_figures,
    sees_key_persons,
    sees_small_groups,
    signed_in_user,
    units_behind_figures,
)
from focusareas.activity_history import read_history
from focusareas.breakdown import Breakdown, break_down
from focusareas.completion import PlanFigures
from focusareas.models import Activity, User
from focusareas.naming import Names
from focusareas.views.corrections import corrected
from focusareas.views.shown_day import ShownDay, shown_day
from focusareas.views.unit_lists import (
    departments_to_open,
    questions_behind,
    unit_list,
    units_to_open,
    units_workbook,
)

ABOUT_KEY_PERSONS = (Activity.Measure.UNIT_KEY_PERSON, Activity.Measure.KEY_PERSON_COURSE)


@only_for_those_with_a_role
def activity_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user = signed_in_user(request)
    shown = shown_day(request, clock.today())
    activity = find(pk)
    figures = figures_behind(user, activity, shown)
    parts = parts_of(figures, activity, user)
    context = {
        "plan": activity.plan,
        "shown": shown,
        "corrected": corrected(figures, shown, user=user),
        "activity": parts.whole.activity if parts else activity,
        "history": read_history(activity, on=shown.day, with_values=sees_every_figure(user)),
        "may_write": user.sees_everything,
        "names": Names(user, on=shown.today),
        "names_people": sees_small_groups(user),
    }
    if parts is None:
        context["measure"] = Activity.Measure(activity.measure)
        return render(request, "focusareas/activity_absent.html", context)
    about_key_persons = activity.measure in ABOUT_KEY_PERSONS
    context |= {
        "parts": parts,
        "units": unit_list(request, parts, shown),
        "open_departments": departments_to_open(user, parts, on=shown.today),
        "sees_everything": sees_every_figure(user),
        "open_units": units_to_open(user, parts, shown),
        "may_review": user.is_development_lead,
        "lists_key_persons": about_key_persons and sees_key_persons(user, shown.today),
        "sees_coverage": about_key_persons and sees_key_person_figures(user, shown.today),
        "n_questions": questions_behind(user, parts, shown).count(),
    }
    return render(request, "focusareas/activity_detail.html", context)


@only_for_those_with_a_role
def activity_units(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    user, activity = signed_in_user(request), find(pk)
    parts = parts_of(figures_behind(user, activity, shown), activity, user)
    if parts is None or not parts.whole.total.measure.has_units:
        raise Http404
    return units_workbook(request, parts, shown)


def find(pk: int) -> Activity:
    """The activity with its plan; 404 when there is none."""
    return get_object_or_404(Activity.objects.select_related("plan"), pk=pk)


def figures_behind(user: User, activity: Activity, shown: ShownDay) -> PlanFigures:
    """The figures of the activity as far as they reach for this user."""
    units = units_behind_figures(user, on=shown.today, shown=shown.day)
    return completion.for_activity(activity, on=shown.day, units=units)


def parts_of(figures: PlanFigures, activity: Activity, user: User) -> Breakdown | None:
    """The activity's figures as far as this user sees them; none when it was not in the plan."""
    found = figures.of(activity)
    return break_down(found, with_small_groups=sees_small_groups(user)) if found else None
