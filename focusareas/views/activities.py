"""An activity's page: what the plan says, and how far it has come."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from focusareas import completion
from focusareas.access import (
    only_for_those_with_a_role,
    sees_every_figure,
    sees_small_groups,
    signed_in_user,
    units_behind_figures,
)
from focusareas.activity_history import read_history
from focusareas.breakdown import break_down
from focusareas.models import Activity
from focusareas.views.shown_day import shown_day

UNITS_PER_PAGE = 100


@only_for_those_with_a_role
def activity_detail(request: HttpRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    user = signed_in_user(request)
    shown = shown_day(request, today)
    activity = get_object_or_404(Activity.objects.select_related("plan"), pk=pk)
    figures = completion.for_plan(
        activity.plan, on=shown.day, units=units_behind_figures(user, on=today)
    )
    figure = figures.activity(activity.code)
    parts = break_down(figure, with_small_groups=sees_small_groups(user))
    page = Paginator(parts.units, UNITS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": activity.plan,
        "shown": shown,
        "activity": figure.activity,
        "history": read_history(activity, on=shown.day),
        "may_write": user.sees_everything,
        "parts": parts,
        "units": page,
        "sees_everything": sees_every_figure(user),
        "may_open_units": sees_small_groups(user),
    }
    return render(request, "focusareas/activity_detail.html", context)
