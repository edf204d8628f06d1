"""How far one plan had come when another had come as far in time."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import only_for_those_with_a_role, signed_in_user, units_behind_figures
from focusareas.completion import ActivityFigure
from focusareas.exports import Column, export
from focusareas.forms.plan_comparison import ComparisonForm
from focusareas.models import Plan
from focusareas.plan_comparison import Comparison, compare, day_of
from focusareas.templatetags.swedish import done_of_expected
from focusareas.views.asked import asked

NOT_IN_PLAN = "finns inte"


@require_GET
@only_for_those_with_a_role
def plan_compare(request: HttpRequest) -> HttpResponse:
    form, found = _asked_for(request)
    context = {
        "form": form,
        "found": found,
        "today": clock.today(),
        "query": asked(request),
        "not_in_plan": NOT_IN_PLAN,
    }
    return render(request, "focusareas/plan_compare.html", context if form else {})


@require_GET
@only_for_those_with_a_role
def plan_compare_workbook(request: HttpRequest) -> HttpResponse:
    _, found = _asked_for(request)
    if found is None:
        raise Http404
    plans = [found.first.plan, found.second.plan]
    return export(
        by=signed_in_user(request),
        filename=f"planer-dag-{found.n_days}.xlsx",
        title=f"{plans[0]} och {plans[1]}. Dag {found.n_days} av varje plan",
        columns=[Column("Aktivitet", 60), *(Column(plan.name, 40) for plan in plans)],
        rows=[
            (f"{row.code} {row.title}", _said(row.first), _said(row.second)) for row in found.rows
        ],
    )


def _asked_for(request: HttpRequest) -> tuple[ComparisonForm | None, Comparison | None]:
    """The form, unless there is only one plan, and what it asks for when it is right."""
    today = clock.today()
    plans = list(Plan.objects.nearest_first(today))
    if len(plans) < 2:
        return None, None
    first, second = plans[0], plans[1]
    proposed = {"first": first.code, "second": second.code, "n_days": day_of(first, today)}
    form = ComparisonForm(request.GET or proposed, plans=plans)
    if not form.is_valid():
        return form, None
    units = units_behind_figures(signed_in_user(request), on=today, shown=today)
    return form, compare(**form.cleaned_data, units=units)


def _said(row: ActivityFigure | None) -> str:
    return done_of_expected(row.total) if row else NOT_IN_PLAN
