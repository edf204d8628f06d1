"""Certificates like the one just answered, to be handed in by one press of a button."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from focusareas import alike_questions, clock
from focusareas.access import signed_in_user
from focusareas.models import Certificate
from focusareas.swedish import counted
from focusareas.views.own_certificates import certificate_of_own_unit, on_to, question_in_turn

# The unit whose questions somebody would rather answer one by one, until they sign out.
ONE_BY_ONE = "unit_answered_one_by_one"


def is_offered(request: HttpRequest, answered: Certificate) -> bool:
    """Whether there are certificates like it, and one has not said to answer each by itself."""
    if request.session.get(ONE_BY_ONE) == answered.unit_id:
        return False
    return bool(alike_questions.alike(answered, on=clock.today()))


def certificate_alike(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that say the same but for who and when; what is chosen of them is handed in."""
    certificate = certificate_of_own_unit(request, pk)
    found = alike_questions.alike(certificate, on=clock.today())
    if request.method == "POST":
        chosen = set(request.POST.getlist("certificate"))
        _answer(request, [one for one in found if str(one.certificate.pk) in chosen])
    elif found:
        context = {"certificate": certificate, "alike": found}
        return render(request, "focusareas/certificate_alike.html", context)
    return on_to(question_in_turn(certificate), certificate)


def _answer(request: HttpRequest, chosen: list[alike_questions.Alike]) -> None:
    refusals = alike_questions.answer(chosen, by=signed_in_user(request))
    for refusal in refusals:
        messages.error(request, refusal)
    if n_answered := len(chosen) - len(refusals):
        messages.success(request, f"{counted(n_answered, 'intyg', 'intyg')} är inlämnade.")


@require_POST
def certificate_one_by_one(request: HttpRequest, pk: int) -> HttpResponse:
    """On to the next question, and no more offers to answer several at once."""
    certificate = certificate_of_own_unit(request, pk)
    request.session[ONE_BY_ONE] = certificate.unit_id
    return on_to(question_in_turn(certificate), certificate)
