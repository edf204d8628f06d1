"""Two units become one: which, from when, then what moves, and only then does it happen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from focusareas import clock, mergers
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.forms.unit_changes import CarryForm, MergeForm
from focusareas.mergers import Holding
from focusareas.models import Unit
from focusareas.refusal import RefusedError
from focusareas.swedish import counted
from focusareas.views.form_page import is_done, posted

PEOPLE_SHOWN = 10


@only_for_administrator
def unit_merge(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    asked = request.POST if request.method == "POST" else request.GET
    where = MergeForm(asked if asked else None, unit=unit)
    if not _is_possible(where, unit):
        return render(request, "focusareas/unit_merge_with.html", {"unit": unit, "form": where})
    into, on = where.cleaned_data["into"], where.cleaned_data["on"]
    moving = mergers.holding(unit, on=on, to=into)
    form = CarryForm(posted(request), moving=moving)
    if is_done(form, lambda: _merge(request, form, unit, into, moving)):
        moved = counted(len(moving.people), "medarbetare", "medarbetare")
        messages.success(request, f"{unit} går upp i {into} {on}. {moved} flyttar.")
        return redirect("unit_settings", into.pk)
    context = {
        "unit": unit,
        "into": into,
        "moving": moving,
        "form": form,
        "first_people": moving.people[:PEOPLE_SHOWN],
        "is_ahead": on > clock.today(),
    }
    return render(request, "focusareas/unit_merge.html", context)


def _is_possible(where: MergeForm, unit: Unit) -> bool:
    """Whether the form is right and the days of the units allow it."""
    if not where.is_valid():
        return False
    try:
        mergers.must_be_open(unit, where.cleaned_data["into"], on=where.cleaned_data["on"])
    except RefusedError as refusal:
        where.add_error(refusal.field, str(refusal))
    return where.is_valid()


def _merge(request: HttpRequest, form: CarryForm, unit: Unit, into: Unit, moving: Holding) -> None:
    mergers.merge(
        unit,
        into=into,
        on=moving.day,
        basis=request.POST.get("basis", ""),
        **form.chosen,
        today=clock.today(),
        by=signed_in_user(request),
    )
