"""The certificate of an address, for whoever acts for its unit, and where to go after it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.models import Certificate


def certificate_of_own_unit(request: HttpRequest, pk: int) -> Certificate:
    """The certificate, if one may act for the unit that handed it in; else there is none."""
    rows = Certificate.objects.select_related(
        "course", "file", "staff_member", "submitted__submission"
    )
    certificate = get_object_or_404(rows, pk=pk)
    user, today = signed_in_user(request), clock.today()
    certificate.unit = unit_to_act_for(user, certificate.unit_id, on=today)
    return certificate


def question_in_turn(certificate: Certificate, wanted: str = "") -> int | None:
    """The key of the unit's question to answer next: the wanted one, else the first, if any."""
    waiting = Certificate.objects.questions().filter(unit=certificate.unit_id).in_turn()
    keys = list(waiting.values_list("pk", flat=True))
    return next((key for key in keys if str(key) == wanted), keys[0] if keys else None)


def on_to(question: int | None, certificate: Certificate) -> HttpResponse:
    """On to the next question, or back to the unit when nothing is left to answer."""
    if question:
        return redirect("certificate_answer", question)
    return redirect("unit_detail", certificate.unit_id)
