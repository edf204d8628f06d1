"""What was dated back to a day after it was over: the list behind the number on its pages."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import only_for_lead_or_administrator, signed_in_user, unit_to_act_for
from focusareas.completion import PlanFigures
from focusareas.corrections import as_told
from focusareas.models import AuditEvent, Unit, User
from focusareas.naming import Names
from focusareas.views.shown_day import ShownDay, shown_day

CORRECTIONS_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Corrected:
    """How much of a page's figures was dated back to its day, and where the reader sees what."""

    count: int = 0
    url: str = ""


def corrected(
    figures: PlanFigures | None, shown: ShownDay, *, user: User, url: str = ""
) -> Corrected:
    """For the page of a day that is over; without an address it is the list of everything."""
    if figures is None or not shown.is_past:
        return Corrected()
    if not url and user.sees_everything:
        url = reverse("correction_list")
    return Corrected(figures.corrections, f"{url}{shown.query}" if url else "")


@require_GET
@only_for_lead_or_administrator
def correction_list(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    back = reverse("overview")
    return correction_page(
        request, shown, AuditEvent.objects.corrections_of(shown.day), back=back, heading="Läget"
    )


@require_GET
def unit_corrections(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    unit = unit_to_act_for(signed_in_user(request), pk, on=shown.today)
    found = AuditEvent.objects.corrections_of(shown.day, units=Unit.objects.filter(pk=pk))
    back = reverse("unit_detail", args=[pk])
    return correction_page(request, shown, found, back=back, heading=unit.name, at_unit=True)


def correction_page(
    request: HttpRequest,
    shown: ShownDay,
    found: QuerySet[AuditEvent],
    *,
    back: str,
    heading: str,
    at_unit: bool = False,
) -> HttpResponse:
    """The corrections of a day that is over, the latest first."""
    names = Names(signed_in_user(request), on=shown.today)
    found = found if shown.is_past else found.none()
    page = Paginator(found, CORRECTIONS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "shown": shown,
        "heading": heading,
        "back": back + shown.query,
        "page": page,
        "events": as_told(list(page.object_list), names, at_unit=at_unit),
    }
    return render(request, "focusareas/correction_list.html", context)
