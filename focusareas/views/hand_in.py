"""Handing in certificates: all at once, or by the page's script file by file."""

import logging
import secrets
from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from focusareas import clock, picture_work, tesseract
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.examination import PAGE_SECONDS
from focusareas.forms.hand_in import LIMITS_AT_ONCE, HandInForm
from focusareas.intake import receive
from focusareas.intake_judgement import Outcome
from focusareas.models import Plan, Submission, Unit, User
from focusareas.submissions import Fate, Line, lines_at_once
from focusareas.unit_work import courses_for
from focusareas.uploads import MAX_BYTES
from focusareas.views.form_page import posted

logger = logging.getLogger(__name__)
NOT_KEPT = (
    "Filerna kunde inte sparas just nu, och inga av dem är inlämnade. Försök igen om en stund. "
    "Går det inte då heller, kontakta administratören."
)


def certificate_hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    courses = courses_for(unit, Plan.objects.for_day(today), on=today)
    form = HandInForm(
        posted(request),
        request.FILES or None,
        courses=courses,
        initial={"course": request.GET.get("course"), "pile": secrets.token_hex(8)},
    )
    outcomes = _taken_in(form, unit, today, user) if form.is_valid() else None
    if outcomes is not None:
        return _told(request, form, unit, outcomes)
    if form.is_bound and _asks_for_json(request):
        errors = [str(error) for errors in form.errors.values() for error in errors]
        return JsonResponse({"words": " ".join(errors)}, status=400)
    context = {
        "unit": unit,
        "courses": courses,
        "form": form,
        "fates": list(Fate),
        "limits_at_once": LIMITS_AT_ONCE,
        "most_bytes": MAX_BYTES,
        "reads_pictures": tesseract.program() is not None,
    }
    return render(request, "focusareas/certificate_hand_in.html", context)


def _taken_in(form: HandInForm, unit: Unit, today: date, user: User) -> list[Outcome] | None:
    """What became of the files; none, and an error in the form, when they cannot be kept."""
    try:
        return receive(
            form.as_pile(),
            unit=unit,
            course=form.cleaned_data["course"],
            received_on=today,
            by=user,
            within=PAGE_SECONDS,
            key=form.cleaned_data["pile"],
            read_later=picture_work.read_later,
        )
    except OSError:
        logger.exception("certificates could not be kept")
        form.add_error(None, NOT_KEPT)
        return None


def _told(
    request: HttpRequest, form: HandInForm, unit: Unit, outcomes: list[Outcome]
) -> HttpResponse:
    """What became of the files: to the script what is new, else the whole receipt."""
    course, key = form.cleaned_data["course"], form.cleaned_data["pile"]
    receipt = Submission.objects.get(
        unit=unit, course=course, handed_in_by=signed_in_user(request), key=key
    )
    if not _asks_for_json(request):
        return redirect("submission_detail", receipt.pk)
    lines = lines_at_once(outcomes, course.name)
    return JsonResponse(
        {
            "certificates": [_as_json(line) for line in lines],
            "receipt": reverse("submission_detail", args=[receipt.pk]),
        }
    )


def _as_json(line: Line) -> dict[str, object]:
    """One certificate for the script, which has the fate's badge at hand."""
    return {
        "fate": line.fate.name,
        "page": line.page,
        "text": line.text,
        "question": reverse("certificate_answer", args=[line.question]) if line.question else "",
    }


def _asks_for_json(request: HttpRequest) -> bool:
    """Whether the page's script sent the file, to show what became of it at once."""
    return request.headers.get("Accept") == "application/json"
