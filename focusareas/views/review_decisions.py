"""What has been decided during the last day, and the way to undo it."""

from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from focusareas import undo, waiting
from focusareas.access import only_for_development_lead, signed_in_user
from focusareas.exports import Column, export
from focusareas.forms.checked import ConfirmForm
from focusareas.models import ApprovalRound, Certificate
from focusareas.review import CannotDecideError
from focusareas.swedish import counted
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.review import name_of, queue_of

DECISIONS_PER_PAGE = 100
MOST_ROUNDS = 20
COLUMNS = [
    Column("Person", 32),
    Column("Enhet", 36),
    Column("Kurs", 32),
    Column("Beslut", 14),
    Column("När", 20),
    Column("Av", 32),
    Column("Orsak", 60),
]


@require_GET
@only_for_development_lead
def review_decisions(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    rounds = ApprovalRound.objects.filter(made_at__gte=now - undo.LATEST, undone_at__isnull=True)
    held = Count("certificates", filter=Q(certificates__withdrawn_on__isnull=True))
    in_force = rounds.select_related("made_by").annotate(held=held).filter(held__gt=0)
    context = {
        "page": Paginator(_decided(now), DECISIONS_PER_PAGE).get_page(request.GET.get("page")),
        "rounds": in_force.order_by("-made_at")[:MOST_ROUNDS],
        "hours": undo.HOURS,
    }
    return render(request, "focusareas/review_decisions.html", context)


@require_GET
@only_for_development_lead
def decision_workbook(request: HttpRequest) -> HttpResponse:
    now = timezone.localtime()
    return export(
        by=signed_in_user(request),
        filename=f"beslut-{now.date().isoformat()}.xlsx",
        title=f"Beslut om intyg de senaste {undo.HOURS} timmarna, {now:%Y-%m-%d %H.%M}",
        columns=COLUMNS,
        rows=[
            (
                waiting.called(certificate),
                certificate.unit.name,
                certificate.course.name,
                "Återsänt" if certificate.returned_on else "Godkänt",
                certificate.decided_at,
                certificate.reviewed_by.full_name if certificate.reviewed_by else "",
                certificate.reason,
            )
            for certificate in _decided(now)
        ],
    )


def _decided(now: datetime) -> QuerySet[Certificate]:
    """Those whose decision can be undone, with what a row tells of them."""
    related = ("staff_member", "unit", "course", "reviewed_by")
    return undo.undoable(now).select_related(*related)


@require_POST
@only_for_development_lead
def review_undo(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate, pk=pk)
    try:
        found = undo.undo(certificate, by=signed_in_user(request))
    except CannotDecideError as error:
        messages.warning(request, str(error))
        return redirect("certificate_detail", pk)
    messages.success(request, f"Beslutet om intyget för {name_of(found)} är ångrat.")
    return redirect(resolve_url("review_certificate", pk) + queue_of(request).query)


@only_for_development_lead
def review_undo_all(request: HttpRequest, pk: int) -> HttpResponse:
    approval_round = get_object_or_404(ApprovalRound.objects.select_related("made_by"), pk=pk)
    form, by = ConfirmForm(posted(request)), signed_in_user(request)
    if is_done(form, lambda: undo.undo_round(approval_round, by=by)):
        messages.success(request, "Godkännandet är ångrat. Intygen väntar på granskning igen.")
        return redirect("review_queue")
    held = counted(undo.still_to_undo(approval_round).count(), "intyg", "intyg")
    at = timezone.localtime(approval_round.made_at)
    return form_page(
        request,
        form,
        heading="Ångra godkännandet",
        back=resolve_url("review_decisions"),
        back_label="Beslut det senaste dygnet",
        submit=f"Ångra godkännandet av {held}",
        notes=[
            f"{approval_round.made_by} godkände dem på en gång den {at:%Y-%m-%d} "
            f"klockan {at:%H.%M}.",
            f"{held} väntar sedan på granskning igen, ett i taget. De räknas då inte som "
            "godkända någon dag.",
        ],
    )
