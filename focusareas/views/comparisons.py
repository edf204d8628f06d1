"""Two days beside each other: "sedan 30 april: +12"."""

from django.http import Http404, HttpRequest, HttpResponse
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
from focusareas.comparison import Compared, compare
from focusareas.completion import PlanFigures
from focusareas.exports import Column, Row, export
from focusareas.models import FocusArea, Plan
from focusareas.small_groups import KEPT_BACK
from focusareas.swedish import long_date
from focusareas.tally import Scope
from focusareas.templatetags.days import last_of_month_before
from focusareas.templatetags.swedish import done_of_expected
from focusareas.unit_list import address
from focusareas.views.shown_day import ShownDay, day_in_address, shown_day
from focusareas.views.shown_plan import plan_shown

NOT_IN_PLAN = "inte i planen"


@require_GET
@only_for_those_with_a_role
def comparison(request: HttpRequest) -> HttpResponse:
    user, shown = signed_in_user(request), shown_day(request, clock.today())
    plan, _ = plan_shown(shown)
    if plan is None:
        return render(request, "focusareas/overview_empty.html")
    before, after = _on_both_days(request, plan, shown)
    context = {
        "plan": plan,
        "shown": shown,
        "before": before.day,
        "after": after.day,
        "areas": compare(before, after, with_small_groups=sees_small_groups(user)),
        "kept_back": KEPT_BACK,
        "not_in_plan": NOT_IN_PLAN,
        "sees_everything": sees_every_figure(user),
        "query": address(shown.in_address | {"since": before.day.isoformat()}),
    }
    return render(request, "focusareas/comparison.html", context)


@require_GET
@only_for_those_with_a_role
def comparison_workbook(request: HttpRequest) -> HttpResponse:
    user, shown = signed_in_user(request), shown_day(request, clock.today())
    plan, _ = plan_shown(shown)
    if plan is None:
        raise Http404
    before, after = _on_both_days(request, plan, shown)
    days = f"{long_date(before.day)} till {long_date(after.day)}"
    areas = compare(before, after, with_small_groups=sees_small_groups(user))
    return export(
        by=user,
        filename=f"jamforelse-{before.day.isoformat()}-{after.day.isoformat()}.xlsx",
        title=f"{plan.name}. {days}",
        columns=[
            Column("Fokusområde", 32),
            Column("Aktivitet", 60),
            Column("Sedan dess", 14),
            Column(long_date(before.day), 18),
            Column(long_date(after.day), 18),
        ],
        rows=[_cells(area, row) for area, rows in areas for row in rows],
        about=plan,
    )


def _on_both_days(
    request: HttpRequest, plan: Plan, shown: ShownDay
) -> tuple[PlanFigures, PlanFigures]:
    """The figures as far as they reach for the reader, of the earlier day and of the later."""
    user = signed_in_user(request)
    since = day_in_address(request, "since") or last_of_month_before(shown.day)
    days = sorted((since, shown.day))
    before, after = completion.for_days(
        plan,
        [Scope(day, units_behind_figures(user, on=shown.today, shown=day)) for day in days],
    )
    return before, after


def _cells(area: FocusArea | None, row: Compared) -> Row:
    about = (str(area) if area else "Planen själv", str(row.activity))
    if row.is_kept_back:
        return *about, KEPT_BACK
    said = [
        done_of_expected(figure) if figure else NOT_IN_PLAN for figure in (row.before, row.after)
    ]
    return *about, row.change, *said
