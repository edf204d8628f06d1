"""The HR workbook in the browser: hand it in, read what would happen, carry it out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from focusareas import hr_upload
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.exports import workbook_of, workbook_response
from focusareas.forms.imports import CarryOutForm, WorkbookForm
from focusareas.hr_import import Outcome, counts_in_words, undoing
from focusareas.hr_import.kept_outcome import from_kept
from focusareas.hr_import.template import template_sheets
from focusareas.hr_upload import State, Upload, UploadGoneError
from focusareas.views import uploaded_workbook
from focusareas.views.import_rows import findings_workbook, outcome_context, rows_page
from focusareas.views.uploaded_workbook import Way

GONE = (
    "Filen finns inte kvar: den är redan inläst, eller så gick det för lång tid. "
    "Läs in den igen om du är osäker."
)
OTHER = "Något har ändrats sedan du läste. Läs igenom en gång till innan du genomför."


@only_for_administrator
def import_create(request: HttpRequest) -> HttpResponse:
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid() and uploaded_workbook.is_kept(request, WAY, form):
        return uploaded_workbook.to_preview(WAY)
    hr_upload.forget_abandoned()
    return render(request, "focusareas/import_create.html", {"form": form})


@require_GET
@only_for_administrator
def import_preview(request: HttpRequest) -> HttpResponse:
    return uploaded_workbook.preview(request, WAY)


@require_POST
@only_for_administrator
def import_carry_out(request: HttpRequest) -> HttpResponse:
    return uploaded_workbook.carry_out(request, WAY)


@require_GET
@only_for_administrator
def import_preview_rows(request: HttpRequest) -> HttpResponse:
    """The rows behind one of the counts, or the findings."""
    try:
        _, state = uploaded_workbook.in_session(request, WAY)
    except UploadGoneError:
        return uploaded_workbook.gone(request, WAY)
    if state.outcome is None:
        return redirect("import_preview")
    back = reverse("import_preview")
    return rows_page(request, from_kept(state.outcome), back=back, label="Det här skulle hända")


@require_GET
@only_for_administrator
def import_findings(request: HttpRequest) -> HttpResponse:
    """The findings as a workbook, for whoever puts the file right."""
    try:
        upload, state = uploaded_workbook.in_session(request, WAY)
    except UploadGoneError:
        return uploaded_workbook.gone(request, WAY)
    if state.outcome is None:
        return redirect("import_preview")
    by = signed_in_user(request)
    return findings_workbook(from_kept(state.outcome), upload.name, by=by)


@require_GET
@only_for_administrator
def import_template(request: HttpRequest) -> HttpResponse:
    return workbook_response(workbook_of(template_sheets()), "mall-personalfil.xlsx")


def show(
    request: HttpRequest, upload: Upload, outcome: Outcome, form: CarryOutForm
) -> HttpResponse:
    """The page of what would happen, with the form that agrees to it."""
    scope = counts_in_words.scope(outcome.counts)
    context: dict[str, Any] = {
        "upload": upload,
        "form": form,
        "button": f"Genomför: {scope}" if scope else "Genomför",
        "undo_days": undoing.DAYS,
        "can_be_carried_out": outcome.changes_something or outcome.people["missing"],
        **outcome_context(request, outcome),
    }
    return render(request, "focusareas/import_preview.html", context)


def carried_out(state: State) -> HttpResponse:
    """On to the import that came of the file; none did when it changed nothing."""
    return redirect("import_detail", state.batch_pk) if state.batch_pk else redirect("import_list")


WAY = Way(
    session_key="hr_upload",
    begin="import_create",
    preview="import_preview",
    gone=GONE,
    other=OTHER,
    show=show,
    done=carried_out,
)
