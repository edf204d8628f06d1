"""Who manages units and heads departments: appointed by address, ended on a day."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, resolve_url

from focusareas import units_admin
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.forms.units import DutyForm, EndForm, ManagerForm
from focusareas.models import Department, DepartmentHead, Unit, UnitManager, User
from focusareas.views.form_page import form_page, is_done, posted


@only_for_administrator
def unit_manager_create(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    return _appoint(
        request,
        ManagerForm(posted(request)),
        unit,
        heading=f"Ny chef eller ersättare för {unit}",
        appoint=partial(units_admin.appoint_manager, unit, by=signed_in_user(request)),
    )


@only_for_administrator
def unit_manager_end(request: HttpRequest, pk: int) -> HttpResponse:
    duties = UnitManager.objects.select_related("unit", "user")
    return _end(request, get_object_or_404(duties, pk=pk))


@only_for_administrator
def department_head_create(request: HttpRequest, pk: int) -> HttpResponse:
    department = get_object_or_404(Department, pk=pk)
    return _appoint(
        request,
        DutyForm(posted(request)),
        department,
        heading=f"Ny avdelningschef för {department}",
        appoint=partial(units_admin.head_department, department, by=signed_in_user(request)),
    )


@only_for_administrator
def department_head_end(request: HttpRequest, pk: int) -> HttpResponse:
    duties = DepartmentHead.objects.select_related("department", "user")
    return _end(request, get_object_or_404(duties, pk=pk))


def _appoint(
    request: HttpRequest,
    form: DutyForm,
    place: Unit | Department,
    *,
    heading: str,
    appoint: Callable[..., User],
) -> HttpResponse:
    """The form that gives somebody a duty at the unit or department."""
    back = _settings_of(place)
    if is_done(form, lambda: appoint(**form.cleaned_data)):
        _tell(request, form.cleaned_data["email"])
        return redirect(back)
    return form_page(request, form, heading=heading, back=back, back_label=str(place))


def _end(request: HttpRequest, duty: UnitManager | DepartmentHead) -> HttpResponse:
    """The form that says on which day the duty is over."""
    place = duty.unit if isinstance(duty, UnitManager) else duty.department
    back, form, by = _settings_of(place), EndForm(posted(request)), signed_in_user(request)
    if is_done(form, lambda: units_admin.end_duty(duty, **form.cleaned_data, by=by)):
        messages.success(request, f"Uppdraget slutar {duty.last_day}.")
        return redirect(back)
    heading = f"Avsluta uppdraget för {duty.user.full_name}"
    return form_page(request, form, heading=heading, back=back, back_label=str(place))


def _settings_of(place: Unit | Department) -> str:
    return resolve_url(f"{place._meta.model_name}_settings", place.pk)


def _tell(request: HttpRequest, address: str) -> None:
    """Say that it is done, and whether somebody is left to invite."""
    user = User.objects.get(email__iexact=address)
    if user.has_usable_password():
        messages.success(request, f"{user.full_name} har fått uppdraget.")
    else:
        messages.warning(request, f"{user.full_name} har fått uppdraget och behöver bjudas in.")
