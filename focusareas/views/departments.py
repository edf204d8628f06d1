"""Departments as an administrator keeps them, with those who head them."""

from datetime import date

from django.contrib import messages
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, registers, trace
from focusareas.access import (
    only_for_administrator,
    only_for_lead_or_administrator,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.forms.registers import DepartmentForm
from focusareas.models import Department, DepartmentHead
from focusareas.models.days import holds_on
from focusareas.naming import Names
from focusareas.swedish import long_date
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.shown_day import shown_day


@require_GET
@only_for_lead_or_administrator
def department_list(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    context = {
        "shown": shown,
        "departments": departments_on(shown.day),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/department_list.html", context)


@require_GET
@only_for_lead_or_administrator
def department_workbook(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    return export(
        by=signed_in_user(request),
        filename=f"avdelningar-{shown.day.isoformat()}.xlsx",
        title=f"Avdelningar. {long_date(shown.day)}",
        columns=[Column("Avdelning", 40), Column("Öppna enheter"), Column("Avdelningschef", 40)],
        rows=[
            (
                department.name,
                department.n_units,  # type: ignore[attr-defined]  # annotated
                ", ".join(head.user.full_name for head in department.current_heads),  # type: ignore[attr-defined]  # prefetched
            )
            for department in departments_on(shown.day)
        ],
    )


def departments_on(day: date) -> QuerySet[Department]:
    """All of them by name, with how many units are open in each that day and who leads it."""
    placed = Q(holds_on(day, "placements__"), holds_on(day, "placements__unit__"))
    heading = DepartmentHead.objects.on(day).select_related("user").order_by("pk")
    departments = Department.objects.annotate(
        n_units=Count("placements__unit", filter=placed, distinct=True)
    )
    return departments.order_by("name").prefetch_related(
        Prefetch("heads", heading, "current_heads")
    )


@require_GET
@only_for_lead_or_administrator
def department_settings(request: HttpRequest, pk: int) -> HttpResponse:
    rows = DepartmentHead.objects.select_related("user").order_by("-first_day", "pk")
    departments = Department.objects.prefetch_related(Prefetch("heads", rows))
    department = get_object_or_404(departments, pk=pk)
    context = {
        "department": department,
        "trace": trace.latest(department, names=Names(signed_in_user(request), on=clock.today())),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/department_settings.html", context)


@only_for_administrator
def department_create(request: HttpRequest) -> HttpResponse:
    form = DepartmentForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: registers.save_entry(form.save(commit=False), by=by)):
        messages.success(request, "Avdelningen är tillagd.")
        return redirect("department_settings", form.instance.pk)
    back = reverse("department_list")
    return form_page(request, form, heading="Ny avdelning", back=back, back_label="Avdelningar")


@only_for_administrator
def department_edit(request: HttpRequest, pk: int) -> HttpResponse:
    department = get_object_or_404(Department, pk=pk)
    name = department.name
    form = DepartmentForm(posted(request), instance=department)
    by = signed_in_user(request)
    if is_done(form, lambda: registers.save_entry(form.save(commit=False), by=by)):
        messages.success(request, "Namnet är sparat.")
        return redirect("department_settings", pk)
    back = reverse("department_settings", args=[pk])
    return form_page(request, form, heading=f"Byt namn på {name}", back=back, back_label=name)
