"""Everything that has been done to something, on a page of its own."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render, resolve_url
from django.views.decorators.http import require_GET

from focusareas import clock, trace
from focusareas.access import (
    only_for_lead_or_administrator,
    signed_in_user,
    unit_to_act_for,
)
from focusareas.models import Certificate, Department, StaffMember
from focusareas.naming import Names


def trace_page(
    request: HttpRequest, thing: models.Model, *, back: str, heading: str = ""
) -> HttpResponse:
    """The page, for a view that has found out that the reader may see it."""
    names = Names(signed_in_user(request), on=clock.today())
    page, events = trace.page_of(thing, request.GET.get("page"), names=names)
    context = {"heading": heading or str(thing), "back": back, "page": page, "events": events}
    return render(request, "focusareas/trace_page.html", context)


@require_GET
def unit_trace(request: HttpRequest, pk: int) -> HttpResponse:
    unit = unit_to_act_for(signed_in_user(request), pk, on=clock.today())
    return trace_page(request, unit, back=resolve_url("unit_detail", pk))


@require_GET
def certificate_trace(request: HttpRequest, pk: int) -> HttpResponse:
    user, today = signed_in_user(request), clock.today()
    visible = Certificate.objects.visible_to(user, on=today)
    certificate = get_object_or_404(visible.select_related("course", "staff_member"), pk=pk)
    unit_to_act_for(user, certificate.unit_id, on=today)
    return trace_page(request, certificate, back=resolve_url("certificate_detail", pk))


@require_GET
@only_for_lead_or_administrator
def person_trace(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(StaffMember, pk=pk)
    back = resolve_url("person_detail", pk)
    return trace_page(request, person, back=back, heading=person.full_name)


@require_GET
@only_for_lead_or_administrator
def department_trace(request: HttpRequest, pk: int) -> HttpResponse:
    department = get_object_or_404(Department, pk=pk)
    return trace_page(request, department, back=resolve_url("department_settings", pk))
