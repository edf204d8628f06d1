"""The HR workbook in the browser: hand it in, read what would happen, carry it out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from focusareas import hr_upload, hr_work
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.exports import workbook_of, workbook_response
from focusareas.forms.imports import CarryOutForm, WorkbookForm
from focusareas.hr_import import Outcome, undoing
from focusareas.hr_import.kept_outcome import from_kept
from focusareas.hr_import.template import template_sheets
from focusareas.hr_upload import Phase, State, Upload, UploadGoneError
from focusareas.hr_work import OtherOutcomeError
from focusareas.refusal import RefusedError
from focusareas.uploads import clean_name
from focusareas.views.import_rows import findings_workbook, outcome_context, rows_page

SESSION_KEY = "hr_upload"
GONE = (
    "Filen finns inte kvar: den är redan inläst, eller så gick det för lång tid. "
    "Läs in den igen om du är osäker."
)
OTHER = "Något har ändrats sedan du läste. Läs igenom en gång till innan du genomför."
# What the page says while the worker has the file: a heading, and what one may do meanwhile.
WAITING = {
    Phase.READING: ("Filen läses", "Ingenting sparas än."),
    Phase.CARRYING_OUT: (
        "Ändringarna sparas",
        "Du kan lämna sidan: inläsningen står under Tidigare inläsningar när den är klar.",
    ),
    Phase.FAILED: ("Filen kunde inte läsas in", ""),
}


@only_for_administrator
def import_create(request: HttpRequest) -> HttpResponse:
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file, on = form.cleaned_data["file"], form.cleaned_data["on"]
        forget_earlier(request)
        try:
            upload = hr_upload.keep(file.read(), name=clean_name(file.name), on=on)
            hr_work.prepare(upload)
        except OSError:
            form.add_error("file", hr_upload.FULL)
        else:
            request.session[SESSION_KEY] = upload.as_dict()
            return redirect("import_preview")
    hr_upload.forget_abandoned()
    return render(request, "focusareas/import_create.html", {"form": form})


@require_GET
@only_for_administrator
def import_preview(request: HttpRequest) -> HttpResponse:
    """What the file would change, or how far it has come."""
    try:
        upload, state = in_session(request)
    except UploadGoneError:
        return gone(request)
    if state.phase == Phase.CARRIED_OUT:
        return carried_out(state)
    if state.outcome is None:
        return wait(request, upload, state)
    if state.is_other:
        messages.warning(request, OTHER)
    outcome = from_kept(state.outcome)
    initial = {"seen": state.fingerprint}
    form = CarryOutForm(initial=initial, outcome=outcome, day=upload.day)
    return preview(request, upload, outcome, form)


@require_POST
@only_for_administrator
def import_carry_out(request: HttpRequest) -> HttpResponse:
    try:
        upload, state = in_session(request)
        if state.outcome is None:
            return redirect("import_preview")
        outcome = from_kept(state.outcome)
        form = CarryOutForm(request.POST, outcome=outcome, day=upload.day)
        if not form.is_valid():
            return redirect("import_preview")
        hr_work.carry_out(upload, form.agreement(), by=signed_in_user(request))
        if upload.state().phase == Phase.CARRIED_OUT:
            messages.success(request, f"{upload.name} är inläst.")
    except UploadGoneError:
        return gone(request)
    except RefusedError as refusal:
        form.refuse(refusal)
        return preview(request, upload, outcome, form)
    except OtherOutcomeError:
        messages.warning(request, OTHER)
    return redirect("import_preview")


@require_GET
@only_for_administrator
def import_preview_rows(request: HttpRequest) -> HttpResponse:
    """The rows behind one of the counts, or the findings."""
    try:
        _, state = in_session(request)
    except UploadGoneError:
        return gone(request)
    if state.outcome is None:
        return redirect("import_preview")
    back = reverse("import_preview")
    return rows_page(request, from_kept(state.outcome), back=back, label="Det här skulle hända")


@require_GET
@only_for_administrator
def import_findings(request: HttpRequest) -> HttpResponse:
    """The findings as a workbook, for whoever puts the file right."""
    try:
        upload, state = in_session(request)
    except UploadGoneError:
        return gone(request)
    if state.outcome is None:
        return redirect("import_preview")
    by = signed_in_user(request)
    return findings_workbook(from_kept(state.outcome), upload.name, by=by)


@require_GET
@only_for_administrator
def import_template(request: HttpRequest) -> HttpResponse:
    return workbook_response(workbook_of(template_sheets()), "mall-personalfil.xlsx")


def preview(
    request: HttpRequest, upload: Upload, outcome: Outcome, form: CarryOutForm
) -> HttpResponse:
    """The page of what would happen, with the form that agrees to it."""
    context: dict[str, Any] = {
        "upload": upload,
        "form": form,
        "undo_days": undoing.DAYS,
        "can_be_carried_out": outcome.changes_something or outcome.people["missing"],
        **outcome_context(request, outcome),
    }
    return render(request, "focusareas/import_preview.html", context)


def in_session(request: HttpRequest) -> tuple[Upload, State]:
    """The file that was handed in, and how far it has come."""
    upload = hr_upload.kept(request.session.get(SESSION_KEY))
    return upload, upload.state()


def gone(request: HttpRequest) -> HttpResponse:
    messages.warning(request, GONE)
    return redirect("import_create")


def wait(request: HttpRequest, upload: Upload, state: State) -> HttpResponse:
    """The page of a file that the worker has, or that it could not do."""
    heading, meanwhile = WAITING[state.phase]
    context = {"upload": upload, "state": state, "heading": heading, "meanwhile": meanwhile}
    return render(request, "focusareas/import_wait.html", context)


def carried_out(state: State) -> HttpResponse:
    """On to the import that came of the file; none did when it changed nothing."""
    return redirect("import_detail", state.batch_pk) if state.batch_pk else redirect("import_list")


def forget_earlier(request: HttpRequest) -> None:
    """Remove the file of an import that was begun and never carried out."""
    try:
        upload = hr_upload.kept(request.session.pop(SESSION_KEY, None))
        if upload.state().phase != Phase.CARRYING_OUT:
            hr_upload.forget(upload)
    except UploadGoneError:
        return
