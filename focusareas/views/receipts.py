"""Receipts for what a unit handed in, and all its certificates as they are now."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.exports import Column, Row, export
from focusareas.models import Certificate, Submission, SubmittedCertificate, Unit
from focusareas.naming import Names
from focusareas.submissions import Fate, Line, in_words, line_now
from focusareas.swedish import long_date
from focusareas.views.questions import NO_CERTIFICATE

ROWS_PER_PAGE = 100
CERTIFICATES_PER_PAGE = 50
LATEST_SUBMISSIONS = 10
COLUMNS = [
    Column("Gäller", 32),
    Column("Kurs", 32),
    Column("Inkom", 12),
    Column("Läge", 22),
    Column("Dag", 12),
    Column("Orsak", 50),
    Column("Fil", 44),
]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a certificate stands: the word, since which day, and why when it did not count."""

    word: str
    day: date | None = None
    reason: str = ""
    may_be_put_back: bool = False


@require_GET
def submission_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt: each certificate of the pile and what has become of it by now."""
    submission, unit, names = _read(request, pk)
    lines = _lines(submission, names)
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


@require_GET
def submission_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The receipt as a file: a row for each certificate of the pile, as it is now."""
    submission, unit, names = _read(request, pk)
    return export(
        by=names.reader,
        filename=f"kvitto-{submission.received_on.isoformat()}-{pk}.xlsx",
        title=f"Kvitto. {unit.name}. {submission.course}. {long_date(submission.received_on)}",
        columns=[
            Column("Fil", 44),
            Column("Sida", 8),
            Column("Läge", 16),
            Column("Vad som hände", 70),
        ],
        rows=[
            (line.file, line.page, line.fate.value.word, line.text)
            for line in _lines(submission, names)
        ],
        about=unit,
    )


def _read(request: HttpRequest, pk: int) -> tuple[Submission, Unit, Names]:
    """A pile, the unit whose part the reader does, and what people are called."""
    today, user = clock.today(), signed_in_user(request)
    found = Submission.objects.select_related("course", "handed_in_by__staff_member")
    submission = get_object_or_404(found, pk=pk)
    unit = unit_to_act_for(user, submission.unit_id, on=today)
    return submission, unit, Names(user, on=today)


def _lines(submission: Submission, names: Names) -> list[Line]:
    submitted = list(
        SubmittedCertificate.objects.filter(submission=submission)
        .select_related("certificate__course")
        .order_by("pk")
    )
    called = names.in_scope(row.certificate.staff_member_id for row in submitted if row.certificate)
    return [line_now(row, called, names) for row in submitted]


@require_GET
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
        "rows": [(row, whose(row, called), standing_of(row)) for row in page],
        "names": names,
    }
    return render(request, "focusareas/certificate_receipt.html", context)


@require_GET
def receipt_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Every certificate the unit has handed in, with the names its reader may know."""
    today, user = clock.today(), signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    handed_in, names = list(_handed_in(pk)), Names(user, on=today)
    called = names.in_scope(row.staff_member_id for row in handed_in)
    return export(
        by=user,
        filename=f"inlamnade-intyg-{pk}-{today.isoformat()}.xlsx",
        title=f"Inlämnade intyg. {unit.name}. {long_date(today)}",
        columns=COLUMNS,
        rows=[_cells(row, whose(row, called), names) for row in handed_in],
        about=unit,
    )


def _cells(certificate: Certificate, name: str, names: Names) -> Row:
    standing, file = standing_of(certificate), certificate.file
    return (
        name,
        certificate.course.name,
        certificate.received_on,
        standing.word,
        standing.day,
        names.without_hidden(standing.reason, typed=True),
        names.of_file(file.original_name) if file else "",
    )


def whose(certificate: Certificate, called: dict[int, str]) -> str:
    """Whom a certificate is about; `called` is what the reader may call people."""
    if certificate.is_question:
        return "Vem är det här?"
    return called.get(certificate.staff_member_id or 0, "Ingen")


def standing_of(certificate: Certificate) -> Standing:
    """What has become of a certificate, as the unit that handed it in reads it."""
    reason = certificate.reason
    if certificate.withdrawn_on:
        return Standing("Återkallat", certificate.withdrawn_on, reason)
    if certificate.approved_on:
        return Standing("Godkänt", certificate.approved_on)
    if certificate.returned_on and reason == NO_CERTIFICATE:
        return Standing("Undanlagt", certificate.returned_on, may_be_put_back=True)
    if certificate.returned_on:
        return Standing("Återsänt", certificate.returned_on, reason)
    return Standing("Inväntar granskning" if certificate.staff_member_id else "Väntar på svar")


def _handed_in(unit_pk: int) -> QuerySet[Certificate]:
    found = Certificate.objects.filter(unit=unit_pk).select_related("course", "file")
    return found.order_by("-received_on", "-pk")


def _page_of_certificates(request: HttpRequest, unit_pk: int) -> Page[Certificate]:
    return Paginator(_handed_in(unit_pk), CERTIFICATES_PER_PAGE).get_page(request.GET.get("page"))


def _latest_submissions(unit_pk: int) -> QuerySet[Submission]:
    found = Submission.objects.filter(unit=unit_pk).select_related(
        "course", "handed_in_by__staff_member"
    )
    return found.annotate(n_certificates=Count("submitted")).order_by("-pk")[:LATEST_SUBMISSIONS]
