"""Certificates like the one just answered, to be handed in by one press of a button."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from focusareas import clock
from focusareas.access import signed_in_user
from focusareas.alike_questions import Alike, answer, questions_beside, questions_like
from focusareas.models import Certificate
from focusareas.review import CannotDecideError
from focusareas.swedish import counted
from focusareas.views.own_certificates import certificate_of_own_unit, on_to, question_in_turn

NONE_CHOSEN = "Inget intyg valdes."
CHANGED = "Listan har ändrats. Se på den igen."


def on_to_those_like(answered: Certificate, following: int | None) -> HttpResponse:
    """On to those that may be like the one answered, and then to what follows."""
    if following and questions_beside(answered):
        address = reverse("certificate_alike", args=[answered.pk])
        return redirect(f"{address}?following={following}")
    return on_to(following, answered)


def certificate_alike(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that say the same but for who and when; what is chosen of them is handed in.

    Where there are none, one is led on to the question that follows.
    """
    certificate = certificate_of_own_unit(request, pk)
    found = questions_like(certificate, on=clock.today())
    following = question_in_turn(certificate, request.GET.get("following", ""))
    if request.method == "POST":
        if not _is_handed_in(request, found):
            return redirect(request.get_full_path())
        following = question_in_turn(certificate, str(following))
    elif found:
        context = {"certificate": certificate, "alike": found, "following": following}
        return render(request, "focusareas/certificate_alike.html", context)
    return on_to(following, certificate)


def _is_handed_in(request: HttpRequest, found: list[Alike]) -> bool:
    """Whether those were answered that had been chosen, as they had been seen."""
    keys = request.POST.getlist("certificate")
    chosen = [one for one in found if one.key in keys]
    if len(chosen) < len(keys) or not keys:
        messages.error(request, CHANGED if keys else NONE_CHOSEN)
        return False
    try:
        answered = answer(chosen, by=signed_in_user(request))
    except CannotDecideError as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, f"{counted(len(answered), 'intyg', 'intyg')} är inlämnade.")
    return True
