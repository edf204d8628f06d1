"""A unit's manager names somebody to stand in, and ends it."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from focusareas import clock, covers, units_admin
from focusareas.access import leads_unit, signed_in_user, unit_to_act_for
from focusareas.forms.covers import CoverForm
from focusareas.forms.units import EndForm
from focusareas.models import Unit, UnitManager, User
from focusareas.naming import Names
from focusareas.people_search import search
from focusareas.transfers import from_day_on
from focusareas.views.form_page import form_page, is_done, posted

MOST_SHOWN = 15


def cover_create(request: HttpRequest, pk: int) -> HttpResponse:
    today, user = clock.today(), signed_in_user(request)
    unit = _own_unit(user, pk, today)
    text = request.GET.get("q", "")
    people = covers.may_stand_in(unit, on=today).exclude(pk=user.staff_member_id or 0)
    found = search(people, text, MOST_SHOWN + 1) if text else list(people[: MOST_SHOWN + 1])
    has_more, found = len(found) > MOST_SHOWN, found[:MOST_SHOWN]
    form = CoverForm(posted(request), people=found, today=today)
    if is_done(form, lambda: covers.name_cover(unit, by=user, **form.cleaned_data)):
        chosen, last_day = form.cleaned_data["person"], form.cleaned_data["last_day"]
        messages.success(request, f"{chosen.full_name} är ersättare till och med {last_day}.")
        return redirect("unit_detail", pk)
    deputies = unit.managers.filter(from_day_on(today), is_deputy=True)
    context = {
        "unit": unit,
        "form": form,
        "text": text,
        "found": found,
        "has_more": has_more,
        "deputies": deputies.select_related("user__staff_member").order_by("first_day", "pk"),
        "names": Names(user, on=today),
    }
    return render(request, "focusareas/cover_create.html", context)


def cover_end(request: HttpRequest, pk: int) -> HttpResponse:
    today, user = clock.today(), signed_in_user(request)
    deputies = UnitManager.objects.filter(is_deputy=True).select_related("user__staff_member")
    duty = get_object_or_404(deputies, pk=pk)
    unit = _own_unit(user, duty.unit_id, today)
    form = EndForm(posted(request))
    if is_done(form, lambda: units_admin.end_duty(duty, **form.cleaned_data, by=user)):
        messages.success(request, f"Uppdraget slutar {duty.last_day}.")
        return redirect("cover_create", unit.pk)
    name = Names(user, on=today).of_user(duty.user)
    back = reverse("cover_create", args=[unit.pk])
    heading = f"Avsluta uppdraget för {name}"
    return form_page(request, form, heading=heading, back=back, back_label=f"Ersättare på {unit}")


def _own_unit(user: User, pk: int, today: date) -> Unit:
    """The unit, for its manager; who only stands in must not make the right last longer."""
    unit = unit_to_act_for(user, pk, on=today)
    if not leads_unit(user, pk, on=today):
        raise PermissionDenied
    return unit
