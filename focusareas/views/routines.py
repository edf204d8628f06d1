"""A unit confirms a routine, looks at it again, takes it back; its document is fetched here."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from focusareas import clock, routines
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.forms.routines import ReasonForm, RoutineChangeForm, RoutineForm
from focusareas.models import Activity, RoutineConfirmation, Unit
from focusareas.naming import Names
from focusareas.unit_work import activities_for
from focusareas.views.certificate_files import as_attachment
from focusareas.views.form_page import form_page, is_done, posted


def routine_confirm(request: HttpRequest, pk: int, activity_pk: int) -> HttpResponse:
    today, user = clock.today(), signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    activity = _routine_for(unit, activity_pk)
    before = routines.in_force(unit, activity)
    initial = {"day": today, "review_on": _a_year_after(today), "note": before and before.note}
    form = RoutineForm(posted(request), request.FILES or None, initial=initial)
    if is_done(form, lambda: routines.confirm(unit, activity, by=user, **form.cleaned_data)):
        messages.success(request, "Rutinen är bekräftad.")
        return redirect("unit_detail", pk)
    context = {
        "unit": unit,
        "activity": activity,
        "before": before,
        "is_overdue": before is not None and before.is_review_overdue(today),
        "history": routines.earlier(unit, activity),
        "names": Names(user, on=today),
        "form": form,
    }
    return render(request, "focusareas/routine_confirm.html", context)


def _routine_for(unit: Unit, pk: int) -> Activity:
    """The activity, if it asks the unit for a routine; else 404."""
    activity = get_object_or_404(
        Activity.objects.select_related("plan"), pk=pk, measure=Activity.Measure.UNIT_ROUTINE
    )
    if not activities_for(unit, activity.plan, on=clock.today()).filter(pk=pk).exists():
        raise Http404
    return activity


def _a_year_after(day: date) -> date:
    """The same day next year; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def routine_edit(request: HttpRequest, pk: int) -> HttpResponse:
    confirmation = _confirmation_to_act_on(request, pk)
    form = RoutineChangeForm(posted(request), request.FILES or None, confirmation=confirmation)
    by = signed_in_user(request)
    if is_done(form, lambda: routines.change(confirmation, by=by, **form.cleaned_data)):
        messages.success(request, "Uppgifterna är sparade.")
        return redirect("routine_confirm", confirmation.unit_id, confirmation.activity_id)
    return form_page(
        request,
        form,
        heading="Ändra uppgifterna om rutinen",
        notes=[f"{confirmation.activity}, {confirmation.unit}."],
        **_way_back(confirmation),
    )


def routine_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    confirmation = _confirmation_to_act_on(request, pk)
    form = ReasonForm(posted(request))
    today, by = clock.today(), signed_in_user(request)
    if is_done(form, lambda: routines.withdraw(confirmation, on=today, by=by, **form.cleaned_data)):
        messages.success(request, "Bekräftelsen är återtagen.")
        return redirect("unit_detail", confirmation.unit_id)
    return form_page(
        request,
        form,
        heading="Ta tillbaka bekräftelsen",
        submit="Ta tillbaka bekräftelsen",
        notes=[
            f"Från i dag räknas {confirmation.unit} inte längre bland dem som har bekräftat "
            f"{confirmation.activity}. Det som gällde före i dag står kvar."
        ],
        **_way_back(confirmation),
    )


def routine_document(request: HttpRequest, pk: int) -> FileResponse | HttpResponse:
    user, today = signed_in_user(request), clock.today()
    visible = RoutineConfirmation.objects.visible_to(user, on=today)
    confirmation = get_object_or_404(
        visible.select_related("document", "activity", "unit"), pk=pk, document__isnull=False
    )
    file = confirmation.document
    assert file
    if file.infection:
        context = {"confirmation": confirmation, "file": file}
        return render(request, "focusareas/routine_document_gone.html", context, status=410)
    # The same bytes may have come in elsewhere under a name that tells of somebody.
    name = f"{confirmation.activity.code} {confirmation.unit.name} {confirmation.confirmed_on}.pdf"
    return as_attachment(file, name)


def _confirmation_to_act_on(request: HttpRequest, pk: int) -> RoutineConfirmation:
    """One in force at a unit the user may act for; 404 outside scope, 403 for other roles."""
    user, today = signed_in_user(request), clock.today()
    visible = RoutineConfirmation.objects.visible_to(user, on=today)
    confirmation = get_object_or_404(
        visible.select_related("unit", "activity"), pk=pk, withdrawn_on__isnull=True
    )
    unit_to_act_for(user, confirmation.unit_id, on=today)
    return confirmation


def _way_back(confirmation: RoutineConfirmation) -> dict[str, Any]:
    address = [confirmation.unit_id, confirmation.activity_id]
    return {"back": reverse("routine_confirm", args=address), "back_label": "Till rutinen"}
