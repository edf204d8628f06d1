"""The HR workbook in the browser: hand it in, read what would happen, carry it out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, hr_upload, trace
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.exports import Column, Sheet, workbook_of, workbook_response
from focusareas.forms.imports import CarryOutForm, WorkbookForm
from focusareas.hr_import import Outcome
from focusareas.hr_import.layout import KEY_PERSONS, PEOPLE, UNITS
from focusareas.hr_import.report import COUNTS, KINDS
from focusareas.hr_upload import OtherOutcomeError, Upload, UploadGoneError
from focusareas.naming import Names
from focusareas.swedish import counted
from focusareas.uploads import clean_name

SESSION_KEY = "hr_upload"
FINDINGS_PER_PAGE = 100
SHOWN_NAMES = 100
SHOWN_IMPORTS = 5
GONE = (
    "Filen finns inte kvar: den är redan inläst, eller så gick det för lång tid. "
    "Läs in den igen om du är osäker."
)
OTHER = "Något har ändrats sedan du läste. Läs igenom en gång till innan du genomför."


@only_for_administrator
def import_create(request: HttpRequest) -> HttpResponse:
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file, on = form.cleaned_data["file"], form.cleaned_data["on"]
        forget_earlier(request)
        try:
            upload = hr_upload.keep(file.read(), name=clean_name(file.name), on=on)
        except OSError:
            form.add_error("file", "Filen kunde inte tas emot: disken är full. Säg till driften.")
        else:
            request.session[SESSION_KEY] = upload.as_dict()
            return redirect("import_preview")
    hr_upload.forget_abandoned()
    names = Names(signed_in_user(request), on=clock.today())
    events = trace.entries_of(hr_upload.latest(SHOWN_IMPORTS), names)
    context = {"form": form, "events": events}
    return render(request, "focusareas/import_create.html", context)


@require_GET
@only_for_administrator
def import_preview(request: HttpRequest) -> HttpResponse:
    try:
        upload = hr_upload.kept(request.session.get(SESSION_KEY))
        outcome = hr_upload.preview(upload)
    except UploadGoneError:
        messages.warning(request, GONE)
        return redirect("import_create")
    form = CarryOutForm(initial={"seen": hr_upload.fingerprint(outcome)})
    findings = Paginator(outcome.findings, FINDINGS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "upload": upload,
        "outcome": outcome,
        "counts": count_rows(outcome),
        "count_words": COUNTS.values(),
        "findings": findings,
        "missing": outcome.missing[:SHOWN_NAMES],
        "n_more_missing": max(0, len(outcome.missing) - SHOWN_NAMES),
        "form": form,
    }
    return render(request, "focusareas/import_preview.html", context)


@require_POST
@only_for_administrator
def import_carry_out(request: HttpRequest) -> HttpResponse:
    form = CarryOutForm(request.POST)
    seen = form.data.get("seen", "") if form.is_valid() else ""
    try:
        upload = hr_upload.kept(request.session.get(SESSION_KEY))
        outcome = hr_upload.carry_out(
            upload,
            seen=seen,
            allow_leavers=form.cleaned_data.get("allow_leavers", False),
            by=signed_in_user(request),
        )
    except UploadGoneError:
        messages.warning(request, GONE)
        return redirect("import_create")
    except OtherOutcomeError:
        messages.warning(request, OTHER)
        return redirect("import_preview")
    if not outcome.saved:
        return redirect("import_preview")
    del request.session[SESSION_KEY]
    messages.success(request, told(outcome, upload))
    return redirect("administration")


@require_GET
@only_for_administrator
def import_template(request: HttpRequest) -> HttpResponse:
    sheets = [
        Sheet(layout.title, [Column(column.header) for column in layout.columns.values()], [])
        for layout in (UNITS, PEOPLE, KEY_PERSONS)
    ]
    return workbook_response(workbook_of(sheets), "mall-personalfil.xlsx")


def forget_earlier(request: HttpRequest) -> None:
    """Remove the file of an import that was begun and never carried out."""
    try:
        hr_upload.forget(hr_upload.kept(request.session.pop(SESSION_KEY, None)))
    except UploadGoneError:
        return


def count_rows(outcome: Outcome) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """Each kind with its counts in the order of the words; None where there is no such count."""
    return [
        (label, [(word, getattr(outcome, kind).get(name)) for name, word in COUNTS.items()])
        for kind, label in KINDS.items()
    ]


def told(outcome: Outcome, upload: Upload) -> str:
    """What was done, for the one who did it."""
    units, people = outcome.units, outcome.people
    parts = [
        counted(units["new"], "ny enhet", "nya enheter"),
        counted(people["new"], "ny medarbetare", "nya medarbetare"),
        counted(people["moved"], "flyttad", "flyttade"),
        counted(people["leavers"], "avslutad", "avslutade"),
    ]
    return f"{upload.name} är inläst: {', '.join(parts)}."
