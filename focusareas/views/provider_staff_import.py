"""A contracted unit's list of staff as a workbook: taken home, handed in, and carried out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, hr_upload, hr_work
from focusareas.access import hidden_from, signed_in_user, units_to_act_for
from focusareas.exports import workbook_of, workbook_response
from focusareas.forms.imports import CarryOutForm
from focusareas.forms.staff_import import StaffWorkbookForm
from focusareas.hr_import import Outcome
from focusareas.hr_import.counts_in_words import NOUNS
from focusareas.hr_import.kept_outcome import from_kept
from focusareas.hr_import.own_units import own_sheet
from focusareas.hr_upload import Phase, State, Upload, UploadGoneError
from focusareas.hr_work import OtherOutcomeError
from focusareas.models import Unit
from focusareas.models.audit import record
from focusareas.provider_staff import on_the_list
from focusareas.refusal import RefusedError
from focusareas.swedish import counted
from focusareas.uploads import clean_name
from focusareas.views.provider_staff import contracted_unit

SESSION_KEY = "staff_upload"
ROWS_PER_PAGE = 100
SHOWN_FINDINGS = 100
WORDS = {
    "new": "Ny",
    "moved": "Flyttad",
    "redated": "Ny anställning",
    "changed": "Ändrad",
    "missing": "Står inte i filen",
}
TOO_LARGE = "Filen är för stor för en personallista. Ta bort blad och rader som inte behövs."
GONE = "Filen finns inte kvar. Läs in den igen om du är osäker på om den är genomförd."
OTHER = "Listan har ändrats sedan du läste. Läs igenom en gång till innan du genomför."


def unit_staff_import(request: HttpRequest, pk: int) -> HttpResponse:
    unit = contracted_unit(request, pk)
    form = StaffWorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid() and _is_kept(request, form, unit):
        return redirect("unit_staff_import_preview", pk)
    context = {"unit": unit, "form": form, "others": _own(request, unit).exclude(pk=pk)}
    return render(request, "focusareas/unit_staff_import.html", context)


@require_GET
def unit_staff_import_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file would change."""
    unit = contracted_unit(request, pk)
    try:
        upload, outcome, state = _in_session(request, unit)
    except UploadGoneError:
        return _gone(request, pk)
    if state.is_other:
        messages.warning(request, OTHER)
    initial = {"seen": state.fingerprint}
    form = CarryOutForm(initial=initial, outcome=outcome, day=upload.day)
    return _preview(request, unit, upload, outcome, form)


@require_POST
def unit_staff_import_carry_out(request: HttpRequest, pk: int) -> HttpResponse:
    unit = contracted_unit(request, pk)
    try:
        upload, outcome, _ = _in_session(request, unit)
        form = CarryOutForm(request.POST, outcome=outcome, day=upload.day)
        if not form.is_valid():
            return redirect("unit_staff_import_preview", pk)
        hr_work.carry_out(upload, form.agreement(), by=signed_in_user(request))
        is_done = upload.state().phase == Phase.CARRIED_OUT
    except UploadGoneError:
        return _gone(request, pk)
    except RefusedError as refusal:
        form.refuse(refusal)
        return _preview(request, unit, upload, outcome, form)
    except OtherOutcomeError:
        messages.warning(request, OTHER)
        return redirect("unit_staff_import_preview", pk)
    if not is_done:
        return redirect("unit_staff_import_preview", pk)
    _forget(request)
    messages.success(request, f"{upload.name} är inläst.")
    return redirect("unit_staff", pk)


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


def _own_keys(request: HttpRequest, unit: Unit) -> list[int]:
    return sorted(_own(request, unit).values_list("pk", flat=True))


def _is_kept(request: HttpRequest, form: StaffWorkbookForm, unit: Unit) -> bool:
    """Whether the workbook waits to be agreed to; else the form says why not."""
    file, on = form.cleaned_data["file"], form.cleaned_data["on"]
    _forget(request)
    try:
        own = _own_keys(request, unit)
        upload = hr_upload.keep(file.read(), name=clean_name(file.name), on=on, own=own)
        if hr_work.takes_long(upload):
            hr_upload.forget(upload)
            form.add_error("file", TOO_LARGE)
            return False
        hr_work.prepare(upload)
    except OSError:
        form.add_error("file", hr_upload.FULL)
        return False
    request.session[SESSION_KEY] = upload.as_dict()
    return True


def _in_session(request: HttpRequest, unit: Unit) -> tuple[Upload, Outcome, State]:
    """What was handed in, if it is still about the very units whose part the reader may do."""
    upload = hr_upload.kept(request.session.get(SESSION_KEY))
    state = upload.state()
    if state.outcome is None or upload.own != _own_keys(request, unit):
        raise UploadGoneError
    return upload, from_kept(state.outcome), state


def _forget(request: HttpRequest) -> None:
    """Remove a file that was handed in before, carried out or not."""
    stored = request.session.pop(SESSION_KEY, None)
    if stored:
        hr_upload.forget(hr_upload.kept(stored))


def _gone(request: HttpRequest, pk: int) -> HttpResponse:
    messages.warning(request, GONE)
    return redirect("unit_staff_import", pk)


def _preview(
    request: HttpRequest, unit: Unit, upload: Upload, outcome: Outcome, form: CarryOutForm
) -> HttpResponse:
    rows = Paginator([row for row in outcome.details if row.group in WORDS], ROWS_PER_PAGE)
    page = rows.get_page(request.GET.get("page"))
    people = outcome.people
    n_changed = people["new"] + people["moved"] + people["changed"]
    context = {
        "unit": unit,
        "upload": upload,
        "outcome": outcome,
        "page": page,
        "rows": [(WORDS[row.group], row) for row in page],
        "findings": outcome.findings[:SHOWN_FINDINGS],
        "n_more": max(0, len(outcome.findings) - SHOWN_FINDINGS),
        "has_news": bool(n_changed or people["missing"]),
        "scope": counted(n_changed, *NOUNS["people"]) if n_changed else "",
        "form": form,
    }
    return render(request, "focusareas/unit_staff_import_preview.html", context)
