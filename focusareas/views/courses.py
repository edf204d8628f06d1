"""Courses and the words by which their certificates are known."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, registers
from focusareas.access import (
    only_for_administrator,
    only_for_lead_or_administrator,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.forms.registers import CourseForm, NewCourseForm
from focusareas.models import Course
from focusareas.views.form_page import form_page, is_done, posted

COURSES_PER_PAGE = 100


@require_GET
@only_for_lead_or_administrator
def course_list(request: HttpRequest) -> HttpResponse:
    context = {
        "courses": Paginator(Course.objects.all(), COURSES_PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/course_list.html", context)


@require_GET
@only_for_lead_or_administrator
def course_workbook(request: HttpRequest) -> HttpResponse:
    return export(
        by=signed_in_user(request),
        filename=f"kurser-{clock.today().isoformat()}.xlsx",
        title="Kurser",
        columns=[
            Column("Kurs", 40),
            Column("Kod", 20),
            Column("Anordnare", 30),
            Column("Kännetecken", 60),
        ],
        rows=[
            (course.name, course.code, course.issuer, ", ".join(course.fingerprints))
            for course in Course.objects.all()
        ],
    )


@only_for_administrator
def course_create(request: HttpRequest) -> HttpResponse:
    return save_course(request, NewCourseForm(posted(request)), heading="Ny kurs")


@only_for_administrator
def course_edit(request: HttpRequest, pk: int) -> HttpResponse:
    course = get_object_or_404(Course, pk=pk)
    heading = f"Ändra {course}"
    return save_course(request, CourseForm(posted(request), instance=course), heading=heading)


def save_course(request: HttpRequest, form: CourseForm, *, heading: str) -> HttpResponse:
    """The form of a new or a known course."""
    by = signed_in_user(request)
    if is_done(form, lambda: registers.save_entry(form.save(commit=False), by=by)):
        messages.success(request, "Kursen är sparad.")
        return redirect("course_list")
    back = reverse("course_list")
    return form_page(request, form, heading=heading, back=back, back_label="Kurser")
