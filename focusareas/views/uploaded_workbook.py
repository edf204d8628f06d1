"""A workbook handed in on a page: kept, shown as what it would change, and then carried out."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from focusareas import hr_upload, hr_work
from focusareas.access import signed_in_user
from focusareas.forms.imports import CarryOutForm, WorkbookForm
from focusareas.hr_import import Outcome
from focusareas.hr_import.kept_outcome import from_kept
from focusareas.hr_upload import Phase, State, Upload, UploadGoneError
from focusareas.hr_work import OtherOutcomeError
from focusareas.refusal import RefusedError
from focusareas.uploads import clean_name

# What the page says while the worker has the file: a heading, and what one may do meanwhile.
WAITING = {
    Phase.READING: ("Filen läses", "Ingenting sparas än."),
    Phase.CARRYING_OUT: (
        "Ändringarna sparas",
        "Du kan lämna sidan: inläsningen står under Tidigare inläsningar när den är klar.",
    ),
    Phase.FAILED: ("Filen kunde inte läsas in", ""),
}
Show = Callable[[HttpRequest, Upload, Outcome, CarryOutForm], HttpResponse]


@dataclass(frozen=True, slots=True)
class Way:
    """One way in for workbooks: the names of its pages, what is said there, and how far it reaches.

    `show` is the page of what a workbook would change, `done` where one goes when that is carried
    out. A way that is for `own` units only reaches no others.
    """

    session_key: str
    begin: str
    preview: str
    gone: str
    other: str
    show: Show
    done: Callable[[State], HttpResponse]
    args: tuple[int, ...] = ()
    own: list[int] | None = None


def is_kept(request: HttpRequest, way: Way, form: WorkbookForm) -> bool:
    """Whether the workbook waits to be agreed to; else the form says why not."""
    file, on = form.cleaned_data["file"], form.cleaned_data["on"]
    forget_earlier(request, way)
    try:
        upload = hr_upload.keep(file.read(), name=clean_name(file.name), on=on, own=way.own)
        hr_work.prepare(upload)
    except OSError:
        form.add_error("file", hr_upload.FULL)
        return False
    request.session[way.session_key] = upload.as_dict()
    return True


def to_preview(way: Way) -> HttpResponse:
    return redirect(way.preview, *way.args)


def preview(request: HttpRequest, way: Way) -> HttpResponse:
    """What the file would change, or how far it has come."""
    try:
        upload, state = in_session(request, way)
    except UploadGoneError:
        return gone(request, way)
    if state.phase == Phase.CARRIED_OUT:
        return way.done(state)
    if state.outcome is None:
        return wait(request, way, upload, state)
    if state.is_other:
        messages.warning(request, way.other)
    outcome = from_kept(state.outcome)
    initial = {"seen": state.fingerprint}
    form = CarryOutForm(initial=initial, outcome=outcome, day=upload.day)
    return way.show(request, upload, outcome, form)


def carry_out(request: HttpRequest, way: Way) -> HttpResponse:
    """Save what was agreed to, unless it is no longer what would happen."""
    try:
        upload, state = in_session(request, way)
        if state.outcome is None:
            return to_preview(way)
        outcome = from_kept(state.outcome)
        form = CarryOutForm(request.POST, outcome=outcome, day=upload.day)
        if not form.is_valid():
            return to_preview(way)
        hr_work.carry_out(upload, form.agreement(), by=signed_in_user(request))
        if upload.state().phase == Phase.CARRIED_OUT:
            messages.success(request, f"{upload.name} är inläst.")
    except UploadGoneError:
        return gone(request, way)
    except RefusedError as refusal:
        form.refuse(refusal)
        return way.show(request, upload, outcome, form)
    except OtherOutcomeError:
        messages.warning(request, way.other)
    return to_preview(way)


def in_session(request: HttpRequest, way: Way) -> tuple[Upload, State]:
    """The file that was handed in, and how far it has come.

    Gone as well when it was limited to other units than the way is now.
    """
    upload = hr_upload.kept(request.session.get(way.session_key))
    if upload.own != way.own:
        raise UploadGoneError
    return upload, upload.state()


def forget_earlier(request: HttpRequest, way: Way) -> None:
    """Remove the file that was handed in before, unless it is just being carried out."""
    try:
        upload = hr_upload.kept(request.session.pop(way.session_key, None))
        if upload.state().phase != Phase.CARRYING_OUT:
            hr_upload.forget(upload)
    except UploadGoneError:
        return


def gone(request: HttpRequest, way: Way) -> HttpResponse:
    messages.warning(request, way.gone)
    return redirect(way.begin, *way.args)


def wait(request: HttpRequest, way: Way, upload: Upload, state: State) -> HttpResponse:
    """The page of a file that the worker has, or that it could not do."""
    heading, meanwhile = WAITING[state.phase]
    context = {
        "upload": upload,
        "state": state,
        "heading": heading,
        "meanwhile": meanwhile,
        "begin": reverse(way.begin, args=way.args),
    }
    return render(request, "focusareas/import_wait.html", context)
