"""How far one plan had come when another had come as far in time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import only_for_those_with_a_role, signed_in_user, units_behind_figures
from focusareas.forms.plan_comparison import ComparisonForm
from focusareas.models import Plan
from focusareas.plan_comparison import compare, day_of


@require_GET
@only_for_those_with_a_role
def plan_compare(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    plans = list(Plan.objects.nearest_first(today))
    if len(plans) < 2:
        return render(request, "focusareas/plan_compare.html", {})
    first, second = plans[0], plans[1]
    proposed = {"first": first.code, "second": second.code, "n_days": day_of(first, today)}
    form = ComparisonForm(request.GET or proposed, plans=plans)
    found = None
    if form.is_valid():
        units = units_behind_figures(signed_in_user(request), on=today, shown=today)
        found = compare(**form.cleaned_data, units=units)
    return render(
        request, "focusareas/plan_compare.html", {"form": form, "found": found, "today": today}
    )
