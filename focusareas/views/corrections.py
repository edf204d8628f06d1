"""What was dated back to a day after it was over: the list behind the number on its pages."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import only_for_lead_or_administrator, signed_in_user, unit_to_act_for
from focusareas.completion import PlanFigures
from focusareas.corrections import as_told
from focusareas.exports import export
from focusareas.models import AuditEvent, Unit, User
from focusareas.naming import Names
from focusareas.swedish import long_date
from focusareas.trace import COLUMNS, cells_of
from focusareas.views.shown_day import ShownDay, shown_day

CORRECTIONS_PER_PAGE = 100
Events = QuerySet[AuditEvent]


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
@only_for_lead_or_administrator
def correction_workbook(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    return _workbook(request, shown, AuditEvent.objects.corrections_of(shown.day))


@require_GET
def unit_corrections(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    unit, found = _at_unit(request, pk, shown)
    back = reverse("unit_detail", args=[pk])
    return correction_page(request, shown, found, back=back, heading=unit.name, at_unit=unit)


@require_GET
def unit_correction_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    shown = shown_day(request, clock.today())
    unit, found = _at_unit(request, pk, shown)
    return _workbook(request, shown, found, at_unit=unit)


def _at_unit(request: HttpRequest, pk: int, shown: ShownDay) -> tuple[Unit, Events]:
    """The unit if the reader does its part, and what was dated back there."""
    unit = unit_to_act_for(signed_in_user(request), pk, on=shown.today)
    units = Unit.objects.filter(pk=pk)
    return unit, AuditEvent.objects.corrections_of(shown.day, units=units)


def _workbook(
    request: HttpRequest, shown: ShownDay, found: Events, *, at_unit: Unit | None = None
) -> HttpResponse:
    """Every page of the list as a file."""
    names = Names(signed_in_user(request), on=shown.today)
    events = list(found) if shown.is_past else []
    said = [at_unit.name] if at_unit else []
    return export(
        by=names.reader,
        filename=f"rattelser-{shown.day.isoformat()}.xlsx",
        title=". ".join([*said, f"Rättelser efter {long_date(shown.day)}"]),
        columns=COLUMNS,
        rows=list(map(cells_of, as_told(events, names, at_unit=at_unit is not None))),
        about=at_unit,
    )


def correction_page(
    request: HttpRequest,
    shown: ShownDay,
    found: Events,
    *,
    back: str,
    heading: str,
    at_unit: Unit | None = None,
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
        "events": as_told(list(page.object_list), names, at_unit=at_unit is not None),
        "workbook_url": resolve_url("unit_correction_workbook", at_unit.pk)
        if at_unit
        else resolve_url("correction_workbook"),
    }
    return render(request, "focusareas/correction_list.html", context)
