"""Who manages units and heads departments: appointed by address, ended on a day."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from focusareas import units_admin
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.forms.units import DutyForm, EndForm, ManagerForm
from focusareas.models import Department, DepartmentHead, Unit, UnitManager, User
from focusareas.views.form_page import form_page, is_done, posted


@only_for_administrator
def unit_manager_create(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    form = ManagerForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.appoint_manager(unit, **form.cleaned_data, by=by)):
        tell(request, form.cleaned_data["email"])
        return redirect("unit_settings", pk)
    back = reverse("unit_settings", args=[pk])
    heading = f"Ny chef eller ersättare för {unit}"
    return form_page(request, form, heading=heading, back=back, back_label=str(unit))


@only_for_administrator
def unit_manager_end(request: HttpRequest, pk: int) -> HttpResponse:
    duty = get_object_or_404(UnitManager.objects.select_related("unit", "user"), pk=pk)
    form = EndForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.end_duty(duty, **form.cleaned_data, by=by)):
        messages.success(request, f"Uppdraget slutar {duty.last_day}.")
        return redirect("unit_settings", duty.unit_id)
    back = reverse("unit_settings", args=[duty.unit_id])
    heading = f"Avsluta uppdraget för {duty.user}"
    return form_page(request, form, heading=heading, back=back, back_label=str(duty.unit))


@only_for_administrator
def department_head_create(request: HttpRequest, pk: int) -> HttpResponse:
    department = get_object_or_404(Department, pk=pk)
    form = DutyForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.head_department(department, **form.cleaned_data, by=by)):
        tell(request, form.cleaned_data["email"])
        return redirect("department_settings", pk)
    back = reverse("department_settings", args=[pk])
    heading = f"Ny avdelningschef för {department}"
    return form_page(request, form, heading=heading, back=back, back_label=str(department))


@only_for_administrator
def department_head_end(request: HttpRequest, pk: int) -> HttpResponse:
    duty = get_object_or_404(DepartmentHead.objects.select_related("department", "user"), pk=pk)
    form = EndForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: units_admin.end_duty(duty, **form.cleaned_data, by=by)):
        messages.success(request, f"Uppdraget slutar {duty.last_day}.")
        return redirect("department_settings", duty.department_id)
    back = reverse("department_settings", args=[duty.department_id])
    heading = f"Avsluta uppdraget för {duty.user}"
    return form_page(request, form, heading=heading, back=back, back_label=str(duty.department))


def tell(request: HttpRequest, address: str) -> None:
    """Say that it is done, and whether somebody is left to invite."""
    user = User.objects.get(email__iexact=address)
    if user.has_usable_password():
        messages.success(request, f"{user} har fått uppdraget.")
    else:
        messages.warning(request, f"{user} har fått uppdraget och behöver bjudas in.")
