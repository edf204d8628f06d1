"""Two days beside each other: "sedan 30 april: +12"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import clock, completion
from focusareas.access import (
    only_for_those_with_a_role,
    sees_every_figure,
    sees_small_groups,
    signed_in_user,
    units_behind_figures,
)
from focusareas.comparison import compare
from focusareas.tally import Scope
from focusareas.templatetags.days import last_of_month_before
from focusareas.views.shown_day import day_in_address, shown_day
from focusareas.views.shown_plan import plan_shown


@require_GET
@only_for_those_with_a_role
def comparison(request: HttpRequest) -> HttpResponse:
    user, today = signed_in_user(request), clock.today()
    shown = shown_day(request, today)
    since = day_in_address(request, "since") or last_of_month_before(shown.day)
    plan, _ = plan_shown(shown)
    if plan is None:
        return render(request, "focusareas/overview_empty.html")
    before, after = completion.for_days(
        plan,
        [
            Scope(day, units_behind_figures(user, on=today, shown=day))
            for day in sorted((since, shown.day))
        ],
    )
    context = {
        "plan": plan,
        "shown": shown,
        "before": before.day,
        "after": after.day,
        "areas": compare(before, after, with_small_groups=sees_small_groups(user)),
        "sees_everything": sees_every_figure(user),
    }
    return render(request, "focusareas/comparison.html", context)
