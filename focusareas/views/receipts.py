"""Receipts for what a unit handed in, and all its certificates as they are now."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.models import Certificate, Submission, SubmittedCertificate
from focusareas.naming import Names
from focusareas.submissions import Fate, as_read, in_words, line_now
from focusareas.views.questions import NO_CERTIFICATE

ROWS_PER_PAGE = 100
CERTIFICATES_PER_PAGE = 50
LATEST_SUBMISSIONS = 10


def submission_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt: each certificate of the pile and what has become of it by now."""
    today, user = clock.today(), signed_in_user(request)
    found = Submission.objects.select_related("course", "handed_in_by__staff_member")
    submission = get_object_or_404(found, pk=pk)
    unit = unit_to_act_for(user, submission.unit_id, on=today)
    submitted = list(
        SubmittedCertificate.objects.filter(submission=submission)
        .select_related("certificate__course")
        .order_by("pk")
    )
    people = (row.certificate.staff_member_id for row in submitted if row.certificate)
    names = Names(user, on=today)
    called = names.in_scope(people)
    lines = [as_read(line_now(row, called), names) for row in submitted]
    context = {
        "unit": unit,
        "submission": submission,
        "names": names,
        "summary": in_words(line.fate for line in lines),
        "first_question": next((line.question for line in lines if line.question), None),
        "is_reading": any(line.fate is Fate.READING for line in lines),
        "n_questions": sum(line.fate is Fate.QUESTION for line in lines),
        "page": Paginator(lines, ROWS_PER_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "focusareas/submission_detail.html", context)


def certificate_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """All that the unit has handed in: the latest piles, and every certificate."""
    today, user = clock.today(), signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    page = _page_of_certificates(request, pk)
    names = Names(user, on=today)
    called = names.in_scope(row.staff_member_id for row in page)
    context = {
        "unit": unit,
        "submissions": _latest_submissions(pk),
        "question": Certificate.objects.questions().filter(unit=unit).in_turn().first(),
        "page": page,
        "rows": [(row, called.get(row.staff_member_id or 0)) for row in page],
        "names": names,
        "thrown_out": NO_CERTIFICATE,
    }
    return render(request, "focusareas/certificate_receipt.html", context)


def _page_of_certificates(request: HttpRequest, unit_pk: int) -> Page[Certificate]:
    handed_in = Certificate.objects.filter(unit=unit_pk).select_related("course", "file")
    ordered = handed_in.order_by("-received_on", "-pk")
    return Paginator(ordered, CERTIFICATES_PER_PAGE).get_page(request.GET.get("page"))


def _latest_submissions(unit_pk: int) -> QuerySet[Submission]:
    found = Submission.objects.filter(unit=unit_pk).select_related(
        "course", "handed_in_by__staff_member"
    )
    return found.annotate(n_certificates=Count("submitted")).order_by("-pk")[:LATEST_SUBMISSIONS]
