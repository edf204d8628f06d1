"""The lead reviews certificates: the queue, and one certificate after the other."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, page_pictures, review, trace, undo, waiting
from focusareas.access import only_for_development_lead, signed_in_user
from focusareas.candidates import candidates
from focusareas.exports import Column, Row, export
from focusareas.forms.review import CorrectForm, QueueFilterForm, ReturnForm
from focusareas.models import Certificate
from focusareas.models.certificates import CertificateQuerySet
from focusareas.names import plain
from focusareas.naming import Names
from focusareas.people_search import described
from focusareas.review import CannotDecideError
from focusareas.swedish import long_date
from focusareas.views.form_page import is_done, posted
from focusareas.views.person_choice import choose_person

CERTIFICATES_PER_PAGE = 100
COLUMNS = [
    Column("Person", 32),
    Column("Enhet", 36),
    Column("Kurs", 32),
    Column("Inkom", 12),
    Column("Väntat, dagar", 12),
    Column("Läsningen", 20),
    Column("Annat namn", 40),
    Column("Fråga", 60),
]
ON_A_CERTIFICATE = ("staff_member", "unit", "course", "file", "handed_in_by", "reviewed_by")


@dataclass(frozen=True, slots=True)
class Queue:
    """The part of the queue that the address asks for."""

    form: QueueFilterForm
    certificates: CertificateQuerySet
    asked: dict[str, str]

    @property
    def query(self) -> str:
        """What the address of a page about the same part ends with."""
        return f"?{urlencode(self.asked)}" if self.asked else ""


def queue_of(request: HttpRequest) -> Queue:
    """The queue, filtered as the address says; what it says wrong is pointed out in the form."""
    form = QueueFilterForm(request.GET)
    form.is_valid()
    course, unit = form.cleaned_data.get("course"), plain(form.cleaned_data.get("unit") or "")
    asked = {"course": course.code if course else "", "unit": unit}
    found = waiting.certificates(clock.today(), course=course, unit_text=unit)
    return Queue(form, found, {name: value for name, value in asked.items() if value})


@require_GET
@only_for_development_lead
def review_queue(request: HttpRequest) -> HttpResponse:
    queue = queue_of(request)
    rows = queue.certificates.select_related("staff_member", "unit", "course")
    page = Paginator(rows, CERTIFICATES_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": queue.form,
        "query": queue.query,
        "counts": waiting.counts(queue.certificates),
        "page": page,
        "rows": [(certificate, waiting.reading_of(certificate)) for certificate in page],
        "latest": undo.latest_by(signed_in_user(request), now=timezone.now()),
        "today": clock.today(),
    }
    return render(request, "focusareas/review_queue.html", context)


@require_GET
@only_for_development_lead
def review_workbook(request: HttpRequest) -> HttpResponse:
    queue, today = queue_of(request), clock.today()
    rows = queue.certificates.select_related("staff_member", "unit", "course")
    return export(
        by=signed_in_user(request),
        filename=f"granska-{today.isoformat()}.xlsx",
        title=f"Intyg som väntar. {long_date(today)}",
        columns=COLUMNS,
        rows=[_cells(certificate, today) for certificate in rows],
    )


def _cells(certificate: Certificate, today: date) -> Row:
    return (
        waiting.called(certificate),
        certificate.unit.name,
        certificate.course.name,
        certificate.received_on,
        (today - certificate.received_on).days,
        waiting.reading_of(certificate),
        f"På intyget står {certificate.name_read}" if certificate.names_another else "",
        certificate.question,
    )


@require_GET
@only_for_development_lead
def review_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.select_related(*ON_A_CERTIFICATE), pk=pk)
    if not certificate.is_waiting:
        return redirect("certificate_detail", pk)
    return _review_page(request, certificate, ReturnForm())


def _review_page(request: HttpRequest, certificate: Certificate, form: ReturnForm) -> HttpResponse:
    queue, today, reader = queue_of(request), clock.today(), signed_in_user(request)
    person = certificate.staff_member
    context = {
        "certificate": certificate,
        "person": described([person], on=today)[person.pk] if person else "",
        "form": form,
        "query": queue.query,
        "left": queue.certificates.count(),
        "latest": undo.latest_by(reader, now=timezone.now()),
        "next": waiting.next_after(queue.certificates, certificate),
        "previous": waiting.last_before(queue.certificates, certificate),
        "text": page_pictures.text(certificate),
        "trace": trace.latest(certificate, names=Names(reader, on=today)),
        "today": today,
    }
    return render(request, "focusareas/review_certificate.html", context)


@require_POST
@only_for_development_lead
def review_approve(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate, pk=pk)
    try:
        found = review.approve(certificate, by=signed_in_user(request), on=clock.today())
        messages.success(request, f"Intyget för {name_of(found)} är godkänt.")
    except CannotDecideError as error:
        messages.warning(request, str(error))
    return _onwards(request, certificate)


@require_POST
@only_for_development_lead
def review_return(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.select_related(*ON_A_CERTIFICATE), pk=pk)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _review_page(request, certificate, form)
    by, today = signed_in_user(request), clock.today()
    try:
        found = review.return_to_unit(certificate, reason=form.words(), by=by, on=today)
        messages.success(request, f"Intyget för {name_of(found)} är återsänt till {found.unit}.")
    except CannotDecideError as error:
        messages.warning(request, str(error))
    return _onwards(request, certificate)


def name_of(certificate: Certificate) -> str:
    """Whom the certificate is about, as the lead reads it."""
    person = certificate.staff_member
    return person.full_name if person else certificate.name_read or "okänd person"


def _onwards(request: HttpRequest, certificate: Certificate) -> HttpResponse:
    """To the next that waits after this one, else to the oldest, else to the empty queue."""
    queue = queue_of(request)
    following = waiting.next_after(queue.certificates, certificate)
    pk = following or queue.certificates.values_list("pk", flat=True).first()
    place = resolve_url("review_certificate", pk) if pk else resolve_url("review_queue")
    return redirect(place + queue.query)


@only_for_development_lead
def review_correct(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.select_related(*ON_A_CERTIFICATE), pk=pk)
    if not certificate.is_waiting:
        return redirect("certificate_detail", pk)
    queue = queue_of(request)
    now = certificate.staff_member
    likely = [] if now else candidates(certificate, on=clock.today())
    choice = choose_person(request, now=now, likely=likely, suggested=certificate.name_read)
    form = CorrectForm(posted(request), people=choice.people, certificate=certificate)
    by = signed_in_user(request)
    if is_done(form, lambda: review.correct(certificate, **form.cleaned_data, by=by)):
        messages.success(request, "Intyget är rättat. Det väntar fortfarande på granskning.")
        return redirect(resolve_url("review_certificate", pk) + queue.query)
    context = {
        "certificate": certificate,
        "choice": choice,
        "kept": queue.asked,
        "form": form,
        "heading": "Rätta person eller dag",
        "back": resolve_url("review_certificate", pk) + queue.query,
    }
    return render(request, "focusareas/certificate_person.html", context)
