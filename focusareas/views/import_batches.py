"""The imports that were carried out: all of them, one by itself, and taking one back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from focusareas import clock, hr_undo, lookalikes, trace
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.hr_import import counts_in_words, undoing
from focusareas.hr_import.hindrances import HinderedError
from focusareas.hr_upload import Phase
from focusareas.models import ImportBatch, User
from focusareas.naming import Names
from focusareas.refusal import RefusedError
from focusareas.views.import_rows import PER_PAGE, outcome_context, rows_page

BY_OPERATIONS = "driften"


@require_GET
@only_for_administrator
def import_list(request: HttpRequest) -> HttpResponse:
    batches = ImportBatch.objects.without_contents().select_related(
        "made_by__staff_member", "undone_by__staff_member"
    )
    page = Paginator(batches, PER_PAGE).get_page(request.GET.get("page"))
    names = names_for(request)
    context = {
        "page": page,
        "rows": [described(batch, names) for batch in page],
    }
    return render(request, "focusareas/import_list.html", context)


@require_GET
@only_for_administrator
def import_detail(request: HttpRequest, pk: int) -> HttpResponse:
    batch, now = found(pk), timezone.now()
    names = names_for(request)
    context: dict[str, Any] = {
        **described(batch, names),
        "undo_days": undoing.DAYS,
        "trace": trace.latest(batch, names=names),
        "outcome": None,
    }
    if outcome := undoing.outcome_of(batch, now=now):
        context |= outcome_context(request, outcome) | {"n_alike": len(lookalikes.found())}
    return render(request, "focusareas/import_detail.html", context)


@require_GET
@only_for_administrator
def import_rows(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows behind one of the counts; they are kept as long as the import can be undone."""
    batch = found(pk)
    back = reverse("import_detail", args=[pk])
    outcome = undoing.outcome_of(batch, now=timezone.now())
    if outcome is None:
        return redirect(back)
    return rows_page(request, outcome, back=back, label="Inläsningen", is_done=True)


@require_http_methods(["GET", "POST"])
@only_for_administrator
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """What undoing would do, what stands in its way, or how far it has come; a POST does it."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    if request.method == "POST":
        return undo(request, batch)
    if batch.undone_at:
        return redirect("import_detail", pk)
    state = hr_undo.state_of(batch)
    context: dict[str, Any] = {"batch": batch, "state": state, **counts_of(batch)}
    if state and state.phase != Phase.REFUSED:
        heading = "Inläsningen " + ("ångras" if state.is_worked_on else "kunde inte ångras")
        return render(request, "focusareas/import_undo_wait.html", context | {"heading": heading})
    reasons = hr_undo.reasons_against(batch, now=timezone.now())
    context |= {
        "reasons": reasons,
        "parts": [] if reasons else undoing.parts_of(batch),
        "takes_long": not reasons and hr_undo.takes_long(batch),
    }
    return render(request, "focusareas/import_undo.html", context)


def undo(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    """Take the import back, or ask the worker to; what stands in the way is told where one asks."""
    if batch.undone_at:
        messages.info(request, undoing.ALREADY)
        return redirect("import_detail", batch.pk)
    try:
        hr_undo.undo(batch, by=signed_in_user(request))
    except HinderedError:
        return redirect("import_undo", batch.pk)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("import_undo", batch.pk)
    if hr_undo.state_of(batch):
        return redirect("import_undo", batch.pk)
    messages.success(request, "Inläsningen är ångrad. Allt är som det var före den.")
    return redirect("import_detail", batch.pk)


def found(pk: int) -> ImportBatch:
    """The import with all but what undoing needs."""
    batches = ImportBatch.objects.defer("journal")
    people = batches.select_related("made_by__staff_member", "undone_by__staff_member")
    return get_object_or_404(people, pk=pk)


def names_for(request: HttpRequest) -> Names:
    return Names(signed_in_user(request), on=clock.today())


def described(batch: ImportBatch, names: Names) -> dict[str, Any]:
    """The import with who did it and what came of it, in words."""
    return {
        "batch": batch,
        "made_by": called(batch.made_by, names),
        "undone_by": called(batch.undone_by, names) if batch.undone_at else "",
        "undo_until": undoing.latest_day(batch, now=timezone.now()),
        **counts_of(batch),
    }


def counts_of(batch: ImportBatch) -> dict[str, str]:
    """What came of the import, in words."""
    return {
        "summary": counts_in_words.summary(batch.counts),
        "scope": counts_in_words.scope(batch.counts),
    }


def called(user: User | None, names: Names) -> str:
    """Who it was; nobody is signed in where commands are run."""
    return names.of_user(user) if user else BY_OPERATIONS
