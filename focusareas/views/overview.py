"""Läget: the one figure that matters most, and everything it is made of."""

from functools import partial

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from focusareas import clock, completion
from focusareas.access import (
    only_for_those_with_a_role,
    sees_every_figure,
    sees_small_groups,
    signed_in_user,
    units_behind_figures,
)
from focusareas.breakdown import break_down, main_activity, most_behind
from focusareas.models import Unit, User
from focusareas.tally import sizes
from focusareas.unit_facts import without_manager
from focusareas.views.corrections import corrected
from focusareas.views.shown_day import ShownDay, shown_day
from focusareas.views.shown_plan import plan_shown
from focusareas.views.unit_lists import (
    departments_to_open,
    questions_behind,
    unit_list,
    units_to_open,
)


@only_for_those_with_a_role
def overview(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    shown = shown_day(request, today)
    plan, plans = plan_shown(shown)
    if plan is None:
        return render(request, "focusareas/overview_empty.html")
    units = units_behind_figures(user, on=today, shown=shown.day)
    figures = completion.for_plan(plan, on=shown.day, units=units)
    split = partial(break_down, with_small_groups=sees_small_groups(user))
    found = main_activity(figures)
    main = split(found) if found else None
    n_without_manager, n_questions = sizes(
        _without_manager(user, shown), questions_behind(user, main, shown)
    )
    context = {
        "plan": plan,
        "plans": plans,
        "shown": shown,
        "main": main,
        "most_behind": most_behind(main),
        "next_meeting": figures.next_meeting,
        "areas": [(area, list(map(split, rows))) for area, rows in figures.by_focus_area()],
        "units": unit_list(request, main, shown),
        "corrected": corrected(figures, shown, user=user),
        "open_departments": departments_to_open(user, main, on=today),
        "sees_everything": sees_every_figure(user),
        "open_units": units_to_open(user, main, shown),
        "n_without_manager": n_without_manager,
        "may_review": user.is_development_lead,
        "n_questions": n_questions,
        "may_write_report": user.is_development_lead,
    }
    return render(request, "focusareas/overview.html", context)


def _without_manager(user: User, shown: ShownDay) -> QuerySet[Unit]:
    """The units that nobody manages, for those who can do something about it."""
    if not (user.sees_everything and shown.is_today):
        return Unit.objects.none()
    return without_manager(Unit.objects.all(), on=shown.day)
