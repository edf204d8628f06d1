"""The plans, and what is changed in them while they run."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import Count
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, plan_changes
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.plans import (
    ActivityEditForm,
    EndActivityForm,
    NewActivityForm,
    PlanLetterForm,
    PopulationChangeForm,
)
from focusareas.models import Activity, Deadline, Plan
from focusareas.plan_changes import Population
from focusareas.plan_letter import PlanLetter
from focusareas.plan_outline import outline_of
from focusareas.views.form_page import form_page, is_done, posted


@require_GET
@only_for_lead_or_administrator
def plan_list(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    plans = Plan.objects.nearest_first(today).annotate(n_activities=Count("activities"))
    context = {
        "plans": plans,
        "current": Plan.objects.for_day(today),
        "is_administrator": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/plan_list.html", context)


@require_GET
@only_for_lead_or_administrator
def plan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(Plan, pk=pk)
    context = {
        "plan": plan,
        "areas": outline_of(plan, on=clock.today()),
        "overlapping": plan_changes.overlapping(plan),
    }
    return render(request, "focusareas/plan_detail.html", context)


@only_for_lead_or_administrator
def activity_create(request: HttpRequest, pk: int) -> HttpResponse:
    plan, by = get_object_or_404(Plan, pk=pk), signed_in_user(request)
    today = clock.today()
    form = NewActivityForm(
        posted(request),
        instance=Activity(plan=plan),
        initial={
            "first_day": min(max(today, plan.first_day), plan.last_day),
            "precision": Deadline.Precision.DAY,
            "contracted": Activity.Duty.NONE,
        },
    )
    if is_done(
        form,
        lambda: plan_changes.add_activity(
            form.save(commit=False), form.population(), form.due(), by=by
        ),
    ):
        messages.success(request, f"{form.instance} är med i planen.")
        return redirect("plan_detail", pk)
    back = resolve_url("plan_detail", pk)
    return form_page(request, form, heading="Ny aktivitet", back=back, back_label=plan.name)


@only_for_lead_or_administrator
def activity_edit(request: HttpRequest, pk: int) -> HttpResponse:
    activity, by = _activity(pk), signed_in_user(request)
    form = ActivityEditForm(posted(request), instance=activity)
    if is_done(
        form,
        lambda: plan_changes.change_words(
            form.save(commit=False), form.cleaned_data["preconditions"], by=by
        ),
    ):
        messages.success(request, "Ändringen är sparad.")
        return redirect("activity_detail", pk)
    return _page(request, form, activity, "Ändra aktiviteten")


@only_for_lead_or_administrator
def activity_population(request: HttpRequest, pk: int) -> HttpResponse:
    activity, by = _activity(pk, with_units=True), signed_in_user(request)
    form = PopulationChangeForm(posted(request), activity=activity, initial={"day": clock.today()})
    if is_done(
        form,
        lambda: plan_changes.change_population(
            activity,
            form.population(),
            from_day=form.cleaned_data["day"],
            source=form.cleaned_data["source"],
            by=by,
        ),
    ):
        messages.success(request, "Ändringen är sparad.")
        return redirect("activity_detail", pk)
    earlier = activity.versions.prefetch_related("tags", "courses")
    notes = [
        f"Till och med {version.last_day} gällde: {Population.of(version)}. "
        f"Det ändrades enligt {version.source}."
        for version in earlier
    ]
    return _page(request, form, activity, "Ändra vem den gäller", notes)


@only_for_lead_or_administrator
def activity_end(request: HttpRequest, pk: int) -> HttpResponse:
    activity, by = _activity(pk), signed_in_user(request)
    initial = {"last_day": activity.last_day, "ended_by": activity.ended_by}
    form = EndActivityForm(posted(request), initial=initial)
    if is_done(form, lambda: plan_changes.end_activity(activity, **form.cleaned_data, by=by)):
        messages.success(request, "Ändringen är sparad.")
        return redirect("activity_detail", pk)
    notes = [
        "Efter sista dagen räknas aktiviteten inte. Allt som har kommit in finns kvar, och den "
        "som ser läget för en tidigare dag ser den som förut."
    ]
    return _page(request, form, activity, "Avsluta aktiviteten", notes)


@require_POST
@only_for_lead_or_administrator
def activity_move(request: HttpRequest, pk: int) -> HttpResponse:
    activity, up = _activity(pk), request.POST.get("direction") == "up"
    if plan_changes.move_activity(activity, up=up, by=signed_in_user(request)):
        messages.success(request, f"{activity} är flyttad {'upp' if up else 'ner'}.")
    return redirect(f"{resolve_url('plan_detail', activity.plan_id)}#activity-{pk}")


@only_for_lead_or_administrator
def plan_choose(request: HttpRequest, pk: int) -> HttpResponse:
    plan, by = get_object_or_404(Plan, pk=pk), signed_in_user(request)
    form = ConfirmForm(posted(request))
    if is_done(form, lambda: plan_changes.choose_plan(plan, by=by)):
        messages.success(request, f"{plan} visas först.")
        return redirect("plan_detail", pk)
    others = [str(other) for other in plan_changes.overlapping(plan)]
    notes = [
        f"Alla ser då {plan} när inget annat är valt, för dagar mellan {plan.first_day} och "
        f"{plan.last_day}. Enheternas sidor, påminnelser och nya intyg följer den.",
        f"Nu finns också: {', '.join(others)}." if others else "Ingen annan plan har samma dagar.",
    ]
    back = resolve_url("plan_detail", pk)
    return form_page(
        request,
        form,
        heading="Visa den här planen först",
        back=back,
        back_label=plan.name,
        submit="Visa den först",
        notes=notes,
    )


@only_for_lead_or_administrator
def plan_letter(request: HttpRequest, pk: int) -> HttpResponse:
    plan, by = get_object_or_404(Plan, pk=pk), signed_in_user(request)
    form = PlanLetterForm(posted(request), letter=PlanLetter.read(plan.letter))
    if is_done(form, lambda: plan_changes.change_letter(plan, form.texts(), by=by)):
        messages.success(request, "Texterna är sparade.")
        return redirect("plan_detail", pk)
    back = resolve_url("plan_detail", pk)
    return form_page(
        request,
        form,
        heading="Tjänsteskrivelsens fasta texter",
        back=back,
        back_label=plan.name,
        notes=[
            "Nya utkast får de här texterna. Utkast som finns och utfärdade rapporter ändras inte.",
            "Avsändare, underskrift och sidfot står i planens fil.",
        ],
    )


def _activity(pk: int, *, with_units: bool = False) -> Activity:
    activities = Activity.objects.select_related("plan")
    if with_units:
        counted = [measure for measure in Activity.Measure if measure.has_units]
        activities = activities.filter(measure__in=counted)
    return get_object_or_404(activities, pk=pk)


def _page(
    request: HttpRequest,
    form: BaseForm,
    activity: Activity,
    heading: str,
    notes: Sequence[str] = (),
) -> HttpResponse:
    back = resolve_url("activity_detail", activity.pk)
    return form_page(
        request, form, heading=heading, back=back, back_label=str(activity), notes=notes
    )
