"""A contracted unit's list of staff, kept by its own manager."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, provider_staff, staffing
from focusareas.access import signed_in_user, unit_to_act_for, units_to_act_for
from focusareas.exports import Column, export
from focusareas.forms.people import EmploymentForm, LeaveForm
from focusareas.forms.provider_staff import NameForm, NewOnListForm
from focusareas.models import Employment, Unit
from focusareas.naming import Names
from focusareas.swedish import long_date
from focusareas.views.form_page import form_page, is_done, posted

ROWS_PER_PAGE = 100


@require_GET
def unit_staff(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    unit = contracted_unit(request, pk)
    rows = Paginator(provider_staff.on_the_list(unit), ROWS_PER_PAGE)
    page = rows.get_page(request.GET.get("page"))
    names = Names(signed_in_user(request), on=today)
    context = {
        "unit": unit,
        "page": page,
        "rows": [(row, names.knows(row.staff_member)) for row in page],
        "names": names,
        "today": today,
    }
    return render(request, "focusareas/unit_staff.html", context)


@require_GET
def unit_staff_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    today, unit = clock.today(), contracted_unit(request, pk)
    names = Names(signed_in_user(request), on=today)
    return export(
        by=names.reader,
        filename=f"personallista-{pk}-{today.isoformat()}.xlsx",
        title=f"Personallistan. {unit.name}. {long_date(today)}",
        columns=[
            Column("Namn", 32),
            Column("Befattning", 28),
            Column("Nummer"),
            Column("Från", 12),
            Column("Till", 12),
        ],
        rows=[
            (
                names.of(row.staff_member),
                row.title,
                row.staff_member.employee_number,
                row.first_day,
                row.last_day,
            )
            for row in provider_staff.on_the_list(unit)
        ],
        about=unit,
    )


def unit_staff_add(request: HttpRequest, pk: int) -> HttpResponse:
    unit, by = contracted_unit(request, pk), signed_in_user(request)
    form = NewOnListForm(posted(request), initial={"first_day": clock.today()})

    def add() -> None:
        days = {name: form.cleaned_data[name] for name in ("first_day", "title", "is_another")}
        provider_staff.add(unit, form.save(commit=False), **days, by=by)

    if is_done(form, add):
        messages.success(request, f"{form.instance.full_name} står på listan.")
        return redirect("unit_staff", pk)
    return _page(request, form, unit, heading="Lägg till på personallistan", submit="Lägg till")


def unit_staff_edit(request: HttpRequest, pk: int) -> HttpResponse:
    employment, by = _on_own_list(request, pk), signed_in_user(request)
    form = EmploymentForm(posted(request), instance=employment)
    today = clock.today()
    own = units_to_act_for(by, on=today)
    change = partial(provider_staff.change, own=own, on=today, by=by)
    if is_done(form, lambda: change(form.save(commit=False))):
        messages.success(request, "Anställningen är sparad.")
        return redirect("unit_staff", employment.unit_id)
    heading = f"Ändra eller avsluta: {employment.staff_member.full_name}"
    return _page(request, form, employment.unit, heading=heading)


def unit_staff_leave(request: HttpRequest, pk: int) -> HttpResponse:
    employment, by = _on_own_list(request, pk), signed_in_user(request)
    leave = provider_staff.leave_of(employment, on=clock.today())
    form = LeaveForm(posted(request), instance=leave)
    if is_done(form, lambda: staffing.take_leave(form.save(commit=False), by=by)):
        messages.success(request, "Tjänstledigheten är sparad.")
        return redirect("unit_staff", employment.unit_id)
    heading = f"Tjänstledighet: {employment.staff_member.full_name}"
    return _page(request, form, employment.unit, heading=heading)


def unit_staff_rename(request: HttpRequest, pk: int) -> HttpResponse:
    employment, by = _on_own_list(request, pk), signed_in_user(request)
    heading = f"Byt namn: {employment.staff_member.full_name}"
    form = NameForm(posted(request), instance=employment.staff_member)
    own = units_to_act_for(by, on=clock.today())
    if is_done(form, lambda: provider_staff.rename(form.save(commit=False), own=own, by=by)):
        messages.success(request, "Namnet är sparat.")
        return redirect("unit_staff", employment.unit_id)
    return _page(request, form, employment.unit, heading=heading)


def contracted_unit(request: HttpRequest, pk: int) -> Unit:
    """The unit if the reader does its part; the staff of own units come from the HR file."""
    unit = unit_to_act_for(signed_in_user(request), pk, on=clock.today())
    if unit.operation != Unit.Operation.CONTRACTED:
        raise Http404
    return unit


def _on_own_list(request: HttpRequest, pk: int) -> Employment:
    """An employment at a unit the reader does the part of, of somebody whose name is known."""
    rows = Employment.objects.select_related("staff_member", "unit")
    employment = get_object_or_404(rows, pk=pk)
    contracted_unit(request, employment.unit_id)
    if not Names(signed_in_user(request), on=clock.today()).knows(employment.staff_member):
        raise Http404
    return employment


def _page(
    request: HttpRequest, form: BaseForm, unit: Unit, *, heading: str, **words: Any
) -> HttpResponse:
    """A form about the list, with the way back to it."""
    back = reverse("unit_staff", args=[unit.pk])
    return form_page(
        request, form, heading=heading, back=back, back_label="Personallistan", **words
    )
