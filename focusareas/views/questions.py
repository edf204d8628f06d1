"""Whose certificate is it? The unit's manager answers, or takes the file back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from focusareas import clock, page_pictures, review
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.candidates import candidates, found_by
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.unit_work import AnswerForm
from focusareas.models import Certificate
from focusareas.views.form_page import form_page, is_done, posted

NOT_OURS = "Enheten tog tillbaka filen: den är fel, eller intyget är inte enhetens."
ANSWERED = "Frågan är redan besvarad."
RETURNED = "Intyget är redan återsänt och behöver inget svar."


def certificate_answer(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    certificate = _certificate_of_own_unit(request, pk)
    if certificate.staff_member_id or certificate.returned_on:
        messages.info(request, RETURNED if certificate.returned_on else ANSWERED)
        return redirect("unit_detail", certificate.unit_id)
    text = request.GET.get("q", "")
    found = found_by(text, certificate, user=user, on=today) if text else []
    form = AnswerForm(
        posted(request),
        people=[*found, *candidates(certificate, on=today)],
        initial={"completed_on": certificate.completed_on},
    )
    if is_done(form, lambda: review.answer(certificate, by=user, **form.cleaned_data)):
        person = form.cleaned_data["person"]
        messages.success(request, f"Intyget är inlämnat för {person.full_name}.")
        return _to_next_question(certificate.unit_id)
    context = {
        "certificate": certificate,
        "form": form,
        "text": text,
        "found": found,
        "shows_page": page_pictures.text(certificate) is not None,
        "left": Certificate.objects.questions().filter(unit=certificate.unit_id).count(),
    }
    return render(request, "focusareas/certificate_answer.html", context)


def certificate_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = _certificate_of_own_unit(request, pk)
    user, today = signed_in_user(request), clock.today()
    form = ConfirmForm(posted(request))
    if is_done(
        form, lambda: review.return_to_unit(certificate, reason=NOT_OURS, by=user, on=today)
    ):
        messages.success(request, "Intyget är taget tillbaka och räknas inte.")
        return _to_next_question(certificate.unit_id)
    return form_page(
        request,
        form,
        heading="Ta tillbaka intyget",
        back=reverse("certificate_receipt", args=[certificate.unit_id]),
        back_label="Inlämnade intyg",
        submit="Ta tillbaka intyget",
        notes=[
            f"{_called(certificate)}, {certificate.course}.",
            "Gör så om filen är fel, om intyget inte är enhetens eller om det gäller en annan "
            "kurs. Filen finns kvar hos förvaltningen men räknas inte, och du kan lämna in den "
            "igen under rätt kurs.",
        ],
    )


def _certificate_of_own_unit(request: HttpRequest, pk: int) -> Certificate:
    rows = Certificate.objects.select_related("course", "file", "staff_member")
    certificate = get_object_or_404(rows, pk=pk)
    user, today = signed_in_user(request), clock.today()
    certificate.unit = unit_to_act_for(user, certificate.unit_id, on=today)
    return certificate


def _called(certificate: Certificate) -> str:
    return str(certificate.file) if certificate.file else f"Intyg {certificate.pk}"


def _to_next_question(unit_pk: int) -> HttpResponse:
    """On to what is left to answer, or back to the unit when nothing is."""
    question = Certificate.objects.questions().filter(unit=unit_pk).order_by("pk").first()
    if question:
        return redirect("certificate_answer", question.pk)
    return redirect("unit_detail", unit_pk)
