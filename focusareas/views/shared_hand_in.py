"""Handing in one's own certificate with the unit's shared link, without signing in.

The pages name nobody but the unit, and answer the same whether a certificate was in already.
"""

import logging
import secrets
from datetime import date

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from focusareas import clock, picture_work, share_links
from focusareas.examination import PAGE_SECONDS
from focusareas.forms.share_links import SharedHandInForm
from focusareas.intake import receive
from focusareas.intake_judgement import Kind, Outcome
from focusareas.models import Plan, ShareLink
from focusareas.refusal import RefusedError
from focusareas.unit_work import courses_for
from focusareas.uploads import clean_name
from focusareas.views.form_page import posted
from focusareas.views.hand_in import NOT_KEPT

logger = logging.getLogger(__name__)
TOO_OFTEN = (
    "Många lämnar in med länken just nu, så vi hann inte ta emot ditt intyg. "
    "Vänta en stund och försök igen."
)
NO_ROOM = 429


@login_not_required
def shared_hand_in(request: HttpRequest, token: str) -> HttpResponse:
    today = clock.today()
    link = share_links.link_with(token, on=today)
    if link is None:
        return _gone(request)
    plan = Plan.objects.for_day(today)
    courses = courses_for(link.unit, plan, on=today)
    form = SharedHandInForm(posted(request), request.FILES or None, courses=courses)
    status = 200
    if form.is_bound and not ratelimit.consume(request, action="share_link", key=link.code):
        form.add_error(None, TOO_OFTEN)
        status = NO_ROOM
    elif form.is_valid():
        try:
            if _is_taken_in(form, link, today):
                return redirect("shared_receipt", token)
        except RefusedError as refusal:
            form.add_error(None, str(refusal))
            status = NO_ROOM
    context = {"unit": link.unit, "plan": plan, "courses": courses, "form": form}
    return _private(render(request, "focusareas/shared_hand_in.html", context, status=status))


@require_GET
@login_not_required
def shared_receipt(request: HttpRequest, token: str) -> HttpResponse:
    """Thanks; what becomes of the certificate is for the unit's manager to see."""
    link = share_links.link_with(token, on=clock.today())
    if link is None:
        return _gone(request)
    context = {"unit": link.unit, "token": token}
    return _private(render(request, "focusareas/shared_receipt.html", context))


def _is_taken_in(form: SharedHandInForm, link: ShareLink, today: date) -> bool:
    """Whether all files are in; those that cannot be taken stand in the form."""
    sizes = [file.size or 0 for file in form.cleaned_data["certificates"]]
    share_links.let_in(link, sizes, on=today)
    try:
        outcomes = receive(
            form.as_pile(),
            unit=link.unit,
            course=form.cleaned_data["course"],
            received_on=today,
            within=PAGE_SECONDS,
            key=secrets.token_hex(8),
            read_later=picture_work.read_later,
            link=link,
            sender_name=form.cleaned_data["name"],
        )
    except OSError:
        logger.exception("certificates could not be kept")
        form.add_error(None, NOT_KEPT)
        return False
    refused = [outcome for outcome in outcomes if outcome.kind == Kind.REFUSED]
    for outcome in refused:
        form.add_error("certificates", _why(outcome))
    if refused and len(refused) < len(outcomes):
        form.add_error("certificates", "De andra filerna är inlämnade.")
    return not refused


def _why(outcome: Outcome) -> str:
    return f"{clean_name(outcome.file)}: {outcome.reason}"


def _gone(request: HttpRequest) -> HttpResponse:
    """The same answer whether the link has expired, was revoked or never was."""
    return _private(render(request, "focusareas/shared_link_gone.html", status=404))


def _private(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
