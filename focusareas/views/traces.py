"""Everything that has been done to something, on a page of its own."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render, resolve_url
from django.views.decorators.http import require_GET

from focusareas import clock, trace
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.models import Certificate


def trace_page(request: HttpRequest, thing: models.Model, *, back: str) -> HttpResponse:
    """The page, for a view that has found out that the reader may see it."""
    page, events = trace.page_of(thing, request.GET.get("page"), reader=signed_in_user(request))
    context = {"heading": str(thing), "back": back, "page": page, "events": events}
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
