"""What has been decided during the last day, and the way to undo it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from focusareas import undo
from focusareas.access import only_for_development_lead, signed_in_user
from focusareas.forms.checked import ConfirmForm
from focusareas.models import ApprovalRound, Certificate
from focusareas.review import CannotDecideError
from focusareas.swedish import counted
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.review import name_of, queue_of

DECISIONS_PER_PAGE = 100
MOST_ROUNDS = 20


@require_GET
@only_for_development_lead
def review_decisions(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    related = ("staff_member", "unit", "course", "reviewed_by")
    decided = undo.undoable(now).select_related(*related)
    rounds = ApprovalRound.objects.filter(made_at__gte=now - undo.LATEST, undone_at__isnull=True)
    held = Count("certificates", filter=Q(certificates__withdrawn_on__isnull=True))
    in_force = rounds.select_related("made_by").annotate(held=held).filter(held__gt=0)
    context = {
        "page": Paginator(decided, DECISIONS_PER_PAGE).get_page(request.GET.get("page")),
        "rounds": in_force.order_by("-made_at")[:MOST_ROUNDS],
        "hours": undo.HOURS,
    }
    return render(request, "focusareas/review_decisions.html", context)


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
