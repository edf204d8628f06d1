"""Where a person works and when the person is away: begun, changed, moved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from focusareas import staffing
from focusareas.access import only_for_administrator, signed_in_user
from focusareas.forms.people import EmploymentForm, LeaveForm, MoveForm, NewEmploymentForm
from focusareas.models import Absence, Employment, StaffMember
from focusareas.views.form_page import form_page, is_done, posted


@only_for_administrator
def employment_create(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(StaffMember, pk=pk)
    form = NewEmploymentForm(posted(request), instance=Employment(staff_member=person))
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.employ(form.save(commit=False), by=by)):
        messages.success(request, "Anställningen är tillagd.")
        return redirect("person_detail", pk)
    back, name = reverse("person_detail", args=[pk]), person.full_name
    return form_page(request, form, heading="Ny anställning", back=back, back_label=name)


@only_for_administrator
def employment_edit(request: HttpRequest, pk: int) -> HttpResponse:
    employment = get_employment(pk)
    form = EmploymentForm(posted(request), instance=employment)
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.employ(form.save(commit=False), by=by)):
        messages.success(request, "Anställningen är sparad.")
        return redirect("person_detail", employment.staff_member_id)
    heading = f"Ändra eller avsluta anställningen på {employment.unit}"
    return employment_page(request, form, employment, heading)


@only_for_administrator
def employment_move(request: HttpRequest, pk: int) -> HttpResponse:
    employment = get_employment(pk)
    form = MoveForm(posted(request), employment=employment)
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.move(employment, **form.cleaned_data, by=by)):
        messages.success(request, f"Flytten till {form.cleaned_data['to']} är sparad.")
        return redirect("person_detail", employment.staff_member_id)
    return employment_page(request, form, employment, f"Flytta från {employment.unit}")


@only_for_administrator
def leave_create(request: HttpRequest, pk: int) -> HttpResponse:
    employment = get_employment(pk)
    form = LeaveForm(posted(request), instance=Absence(employment=employment))
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.take_leave(form.save(commit=False), by=by)):
        messages.success(request, "Tjänstledigheten är sparad.")
        return redirect("person_detail", employment.staff_member_id)
    return employment_page(request, form, employment, f"Tjänstledig från {employment.unit}")


@only_for_administrator
def leave_edit(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Absence.objects.select_related("employment__unit", "employment__staff_member")
    leave = get_object_or_404(rows, pk=pk)
    form = LeaveForm(posted(request), instance=leave)
    by = signed_in_user(request)
    if is_done(form, lambda: staffing.take_leave(form.save(commit=False), by=by)):
        messages.success(request, "Tjänstledigheten är sparad.")
        return redirect("person_detail", leave.employment.staff_member_id)
    heading = f"Ändra tjänstledigheten från {leave.employment.unit}"
    return employment_page(request, form, leave.employment, heading)


def get_employment(pk: int) -> Employment:
    """The employment with its unit and person, or 404."""
    return get_object_or_404(Employment.objects.select_related("unit", "staff_member"), pk=pk)


def employment_page(
    request: HttpRequest,
    form: EmploymentForm | MoveForm | LeaveForm,
    employment: Employment,
    heading: str,
) -> HttpResponse:
    """A form about an employment, with the way back to its person."""
    person = employment.staff_member
    back = reverse("person_detail", args=[person.pk])
    return form_page(request, form, heading=heading, back=back, back_label=person.full_name)
