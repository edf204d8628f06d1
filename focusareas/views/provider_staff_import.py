"""A contracted unit's list of staff as a workbook: taken home, handed in, and carried out."""

from functools import partial

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock
from focusareas.access import hidden_from, signed_in_user, units_to_act_for
from focusareas.exports import workbook_of, workbook_response
from focusareas.forms.imports import CarryOutForm
from focusareas.forms.staff_import import StaffWorkbookForm
from focusareas.hr_import import Outcome
from focusareas.hr_import.counts_in_words import NOUNS
from focusareas.hr_import.own_units import own_sheet
from focusareas.hr_upload import Upload
from focusareas.models import Unit
from focusareas.models.audit import record
from focusareas.provider_staff import on_the_list
from focusareas.swedish import counted
from focusareas.views import uploaded_workbook
from focusareas.views.provider_staff import contracted_unit
from focusareas.views.uploaded_workbook import Way

ROWS_PER_PAGE = 100
SHOWN_FINDINGS = 100
WORDS = {
    "new": "Ny",
    "moved": "Flyttad",
    "redated": "Ny anställning",
    "changed": "Ändrad",
    "missing": "Står inte i filen",
}
GONE = "Filen finns inte kvar. Läs in den igen om du är osäker på om den är genomförd."
OTHER = "Listan har ändrats sedan du läste. Läs igenom en gång till innan du genomför."


def unit_staff_import(request: HttpRequest, pk: int) -> HttpResponse:
    unit = contracted_unit(request, pk)
    form = StaffWorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        way = _way(request, unit)
        if uploaded_workbook.is_kept(request, way, form):
            return uploaded_workbook.to_preview(way)
    context = {"unit": unit, "form": form, "others": _own(request, unit).exclude(pk=pk)}
    return render(request, "focusareas/unit_staff_import.html", context)


@require_GET
def unit_staff_import_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file would change."""
    return uploaded_workbook.preview(request, _way(request, contracted_unit(request, pk)))


@require_POST
def unit_staff_import_carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    return uploaded_workbook.carry_out(request, _way(request, contracted_unit(request, pk)))


@require_GET
def unit_staff_form(request: HttpRequest, pk: int) -> HttpResponse:
    """The list as it is, to fill in and hand in again; who is none of the reader's is left out."""
    today, by, unit = clock.today(), signed_in_user(request), contracted_unit(request, pk)
    employments = on_the_list(unit).exclude(staff_member__in=hidden_from(by, on=today))
    content = workbook_of([own_sheet(employments, on=today)])
    record(by=by, text=f"Hämtade personallistan per {today} för att fylla i.", about=unit)
    return workbook_response(content, f"personallista-att-fylla-i-{pk}.xlsx")


def _own(request: HttpRequest, unit: Unit) -> QuerySet[Unit]:
    """The units of the same provider whose part the reader may do, this one among them."""
    today = clock.today()
    units = units_to_act_for(signed_in_user(request), on=today) & Unit.objects.on(today)
    own = units.filter(operation=Unit.Operation.CONTRACTED)
    if unit.provider_id is None:
        return own.filter(pk=unit.pk)
    return own.filter(provider=unit.provider_id)


def _way(request: HttpRequest, unit: Unit) -> Way:
    """The way in for the unit's list, which reaches the very units whose part the reader may do."""
    return Way(
        session_key="staff_upload",
        begin="unit_staff_import",
        preview="unit_staff_import_preview",
        gone=GONE,
        other=OTHER,
        show=partial(_show, unit),
        done=lambda _: redirect("unit_staff", unit.pk),
        args=(unit.pk,),
        own=sorted(_own(request, unit).values_list("pk", flat=True)),
    )


def _show(
    unit: Unit, request: HttpRequest, upload: Upload, outcome: Outcome, form: CarryOutForm
) -> HttpResponse:
    """The page of what would happen, with the form that agrees to it."""
    rows = Paginator([row for row in outcome.details if row.group in WORDS], ROWS_PER_PAGE)
    page = rows.get_page(request.GET.get("page"))
    people = outcome.people
    n_changed = people["new"] + people["moved"] + people["changed"]
    scope = counted(n_changed, *NOUNS["people"])
    context = {
        "unit": unit,
        "upload": upload,
        "outcome": outcome,
        "page": page,
        "rows": [(WORDS[row.group], row) for row in page],
        "findings": outcome.findings[:SHOWN_FINDINGS],
        "n_more": max(0, len(outcome.findings) - SHOWN_FINDINGS),
        "has_news": bool(n_changed or people["missing"]),
        "button": f"Genomför för {scope}" if n_changed else "Genomför",
        "form": form,
    }
    return render(request, "focusareas/unit_staff_import_preview.html", context)
