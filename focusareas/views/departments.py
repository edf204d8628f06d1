"""Departments as an administrator keeps them, with those who head them."""

from django.contrib import messages
from django.db.models import Count, Prefetch, Q
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
from focusareas.forms.registers import DepartmentForm
from focusareas.models import Department, DepartmentHead
from focusareas.models.days import holds_on
from focusareas.naming import Names
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.shown_day import shown_day


@require_GET
@only_for_lead_or_administrator
def department_list(request: HttpRequest) -> HttpResponse:
    shown = shown_day(request, clock.today())
    placed = Q(holds_on(shown.day, "placements__"), holds_on(shown.day, "placements__unit__"))
    heading = DepartmentHead.objects.on(shown.day).select_related("user").order_by("pk")
    heads = Prefetch("heads", heading, "current_heads")
    departments = Department.objects.annotate(
        n_units=Count("placements__unit", filter=placed, distinct=True)
    ).order_by("name")
    context = {
        "shown": shown,
        "departments": departments.prefetch_related(heads),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/department_list.html", context)


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
