"""Handing in certificates, and the receipt for them."""

import logging
import secrets
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from focusareas import clock
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.candidates import known_to
from focusareas.forms.hand_in import MOST_FILES, HandInForm
from focusareas.intake import PAGE_SECONDS, receive
from focusareas.intake_judgement import Outcome
from focusareas.models import Certificate, Plan, Unit, User
from focusareas.unit_work import courses_for
from focusareas.uploads import MAX_BYTES
from focusareas.views import receipts
from focusareas.views.form_page import posted

logger = logging.getLogger(__name__)
CERTIFICATES_PER_PAGE = 50
NOT_KEPT = (
    "Filerna kunde inte sparas just nu, och inga av dem är inlämnat. Försök igen om en stund. "
    "Går det inte då heller, kontakta administratören."
)


def certificate_hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    courses = courses_for(unit, Plan.objects.for_day(today))
    form = HandInForm(
        posted(request),
        request.FILES or None,
        courses=courses,
        initial={"course": request.GET.get("course"), "pile": secrets.token_hex(8)},
    )
    outcomes = _taken_in(form, unit, today, user) if form.is_valid() else None
    if outcomes is not None:
        receipts.keep(request, unit, form.cleaned_data["pile"], outcomes)
        if _asks_for_json(request):
            return JsonResponse({"words": receipts.in_words(outcome.kind for outcome in outcomes)})
        return redirect("certificate_receipt", unit.pk)
    if form.is_bound and _asks_for_json(request):
        errors = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"words": " ".join(errors)}, status=400)
    context = {
        "unit": unit,
        "courses": courses,
        "form": form,
        "most_files": MOST_FILES,
        "most_bytes": MAX_BYTES,
    }
    return render(request, "focusareas/certificate_hand_in.html", context)


def _taken_in(form: HandInForm, unit: Unit, today: date, user: User) -> list[Outcome] | None:
    """What became of the files; none, and an error in the form, when they cannot be kept."""
    course = form.cleaned_data["course"]
    try:
        return receive(
            form.as_pile(),
            unit=unit,
            course=course,
            received_on=today,
            by=user,
            within=PAGE_SECONDS,
        )
    except OSError:
        logger.exception("certificates could not be kept")
        form.add_error(None, NOT_KEPT)
        return None


def certificate_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    handed_in = Certificate.objects.filter(unit=unit).select_related(
        "staff_member", "course", "file"
    )
    page = Paginator(handed_in.order_by("-received_on", "-pk"), CERTIFICATES_PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = receipts.read(request, unit)
    shown = [*page, *(row.certificate for row in rows if row.certificate)]
    named = known_to(user, on=today).filter(pk__in={row.staff_member_id for row in shown})
    context = {
        "unit": unit,
        "rows": rows,
        "summary": receipts.in_words(row.kind_now for row in rows),
        "questions": Certificate.objects.questions().filter(unit=unit).order_by("pk")[:1],
        "page": page,
        "known": set(named.values_list("pk", flat=True)),
    }
    return render(request, "focusareas/certificate_receipt.html", context)


def _asks_for_json(request: HttpRequest) -> bool:
    """Whether the page's script sent the file, to show what became of it at once."""
    return request.headers.get("Accept") == "application/json"
