"""A unit says that it is done before the certificates are in, or takes it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.declarations import declare, take_back
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.unit_work import DeclarationForm
from focusareas.models import Activity, Declaration, Plan, Unit
from focusareas.unit_work import DECLARABLE, activities_for
from focusareas.views.form_page import form_page, is_done, posted


def declaration_create(request: HttpRequest, pk: int, activity_pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    plan = Plan.objects.for_day(today)
    declarable = activities_for(unit, plan, on=today) if plan else Activity.objects.none()
    activity = get_object_or_404(declarable.filter(measure__in=DECLARABLE), pk=activity_pk)
    form = DeclarationForm(posted(request))
    if is_done(form, lambda: declare(unit, activity, on=today, by=user, **form.cleaned_data)):
        messages.success(
            request, "Det är noterat att ni är klara. Glöm inte att lämna in underlaget."
        )
        return redirect("unit_detail", pk)
    notes = [
        f"Ni säger att {unit} är klar med {activity}, men allt underlag är inte inlämnat än.",
        "Utvecklingsledaren ser det och vet att underlaget kommer. Siffran ändras inte förrän "
        "det är inlämnat och godkänt.",
    ]
    heading = f"Vi är klara, {'intygen' if activity.courses.exists() else 'underlaget'} kommer"
    return _page(request, form, unit, heading, "Anmäl att vi är klara", notes)


def declaration_take_back(request: HttpRequest, pk: int, activity_pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    in_force = Declaration.objects.filter(unit=unit, withdrawn_on__isnull=True)
    activity = get_object_or_404(Activity, pk=activity_pk, declarations__in=in_force)
    form = ConfirmForm(posted(request))
    if is_done(form, lambda: take_back(unit, activity, on=today, by=user)):
        messages.success(request, "Anmälan är återtagen.")
        return redirect("unit_detail", pk)
    notes = [f"Då säger ni inte längre att {unit} är klar med {activity}."]
    return _page(request, form, unit, "Ta tillbaka att vi är klara", "Ta tillbaka anmälan", notes)


def _page(
    request: HttpRequest,
    form: DeclarationForm | ConfirmForm,
    unit: Unit,
    heading: str,
    submit: str,
    notes: list[str],
) -> HttpResponse:
    return form_page(
        request,
        form,
        heading=heading,
        back=reverse("unit_detail", args=[unit.pk]),
        back_label=unit.name,
        submit=submit,
        notes=notes,
    )
