"""The plan's indicators: what is followed, the values, and how they are entered."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, indicators
from focusareas.access import (
    only_for_lead_or_administrator,
    only_for_those_who_see_every_figure,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.indicators import IndicatorForm, ValueForm
from focusareas.models import Activity, Indicator, IndicatorValue, Plan
from focusareas.swedish import long_date, number
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.shown_day import shown_day

PER_PAGE = 25
COLUMNS = [
    Column("Indikator", 40),
    Column("Enhet", 20),
    Column("Källa", 30),
    Column("Mål", 12),
    Column("Riktning", 20),
    Column("Dag", 12),
    Column("Värde", 12),
    Column("Kommentar", 50),
]


@require_GET
@only_for_those_who_see_every_figure
def indicator_list(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(Plan, pk=pk)
    shown = shown_day(request, clock.today())
    found = indicators.read(plan, on=shown.day)
    context = {
        "plan": plan,
        "shown": shown,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "may_write": signed_in_user(request).sees_everything,
    }
    return render(request, "focusareas/indicator_list.html", context)


@require_GET
@only_for_those_who_see_every_figure
def indicator_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(Plan, pk=pk)
    shown = shown_day(request, clock.today())
    rows = [
        (
            series.indicator.name,
            series.indicator.unit_of_measure,
            series.indicator.source,
            series.target,
            series.indicator.get_direction_display(),
            point.day,
            point.value,
            point.note,
        )
        for series in indicators.read(plan, on=shown.day)
        for point in series.points
    ]
    return export(
        by=signed_in_user(request),
        filename=f"indikatorer-{plan.code}-{shown.day.isoformat()}.xlsx",
        title=f"Indikatorer. {plan.name}. {long_date(shown.day)}",
        columns=COLUMNS,
        rows=rows,
        about=plan,
    )


@only_for_lead_or_administrator
def indicator_create(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(Plan, pk=pk)
    return _edit(request, Indicator(plan=plan), "Ny indikator")


@only_for_lead_or_administrator
def indicator_edit(request: HttpRequest, pk: int) -> HttpResponse:
    return _edit(request, _indicator(pk), "Ändra indikatorn")


def _edit(request: HttpRequest, indicator: Indicator, heading: str) -> HttpResponse:
    form = IndicatorForm(posted(request), instance=indicator)
    by = signed_in_user(request)
    if is_done(form, lambda: indicators.save(form.save(commit=False), by=by)):
        messages.success(request, "Indikatorn är sparad.")
        return _to_list(indicator)
    return _page(request, form, indicator, heading, "Spara")


@only_for_lead_or_administrator
def indicator_remove(request: HttpRequest, pk: int) -> HttpResponse:
    indicator, form = _indicator(pk), ConfirmForm(posted(request))
    if is_done(form, lambda: indicators.remove(indicator, by=signed_in_user(request))):
        messages.success(request, "Indikatorn är borttagen.")
        return _to_list(indicator)
    notes = [f"Indikatorn {indicator} försvinner ur planens lista. Den har inga värden."]
    if n_values := indicator.values.count():
        notes = [f"{indicators.HAS_VALUES} De är {number(n_values)}."]
    return _page(request, form, indicator, "Ta bort indikatorn", "Ta bort", notes)


@only_for_lead_or_administrator
def indicator_value_create(request: HttpRequest, pk: int) -> HttpResponse:
    indicator = _indicator(pk)
    form = ValueForm(posted(request), initial={"day": clock.today()})
    by = signed_in_user(request)
    if is_done(form, lambda: indicators.enter(indicator, by=by, **form.cleaned_data)):
        messages.success(request, "Värdet är sparat.")
        return _to_list(indicator)
    return _page(request, form, indicator, "Skriv in ett värde", "Spara", [indicator.name])


@only_for_lead_or_administrator
def indicator_value_edit(request: HttpRequest, pk: int) -> HttpResponse:
    row = _value(pk)
    initial = {"value": row.value, "day": row.day, "note": row.note}
    form = ValueForm(posted(request), initial=initial)
    by = signed_in_user(request)
    if is_done(form, lambda: indicators.correct(row, by=by, **form.cleaned_data)):
        messages.success(request, "Värdet är rättat.")
        return _to_list(row.indicator)
    return _page(request, form, row.indicator, "Rätta värdet", "Spara", [row.indicator.name])


@only_for_lead_or_administrator
def indicator_value_remove(request: HttpRequest, pk: int) -> HttpResponse:
    row, form = _value(pk), ConfirmForm(posted(request))
    if is_done(form, lambda: indicators.take_away(row, by=signed_in_user(request))):
        messages.success(request, "Värdet är borttaget.")
        return _to_list(row.indicator)
    notes = [
        f"Värdet {number(row.value)} för {long_date(row.day)} tas bort ur {row.indicator}. "
        "Bland händelserna står det kvar att det fanns."
    ]
    return _page(request, form, row.indicator, "Ta bort värdet", "Ta bort värdet", notes)


@only_for_lead_or_administrator
def activity_value(request: HttpRequest, pk: int) -> HttpResponse:
    """The value of an activity that is measured, reported from its own page."""
    measured = Activity.objects.filter(measure=Activity.Measure.INDICATOR)
    activity = get_object_or_404(measured.select_related("plan"), pk=pk)
    form = ValueForm(posted(request), initial={"day": clock.today()})
    by = signed_in_user(request)
    if is_done(form, lambda: indicators.report(activity, by=by, **form.cleaned_data)):
        messages.success(request, "Värdet är sparat.")
        return redirect("activity_detail", pk)
    context = {"activity": activity, "form": form, "heading": "Rapportera ett värde"}
    return render(request, "focusareas/progress_form.html", context)


def _indicator(pk: int) -> Indicator:
    return get_object_or_404(Indicator.objects.select_related("plan", "activity"), pk=pk)


def _value(pk: int) -> IndicatorValue:
    rows = IndicatorValue.objects.select_related("indicator__plan", "indicator__activity")
    return get_object_or_404(rows, pk=pk)


def _place(indicator: Indicator) -> str:
    """Where the indicator is shown: on its activity's page, or in the plan's list."""
    if indicator.activity_id:
        return reverse("activity_detail", args=[indicator.activity_id])
    return reverse("indicator_list", args=[indicator.plan_id])


def _to_list(indicator: Indicator) -> HttpResponse:
    return redirect(_place(indicator))


def _page(
    request: HttpRequest,
    form: BaseForm,
    indicator: Indicator,
    heading: str,
    submit: str,
    notes: list[str] | None = None,
) -> HttpResponse:
    return form_page(
        request,
        form,
        heading=heading,
        back=_place(indicator),
        back_label=str(indicator.activity or "Indikatorer"),
        submit=submit,
        notes=notes or (),
    )
