"""Whose certificate is it? The unit's manager answers, or takes the file out of the count."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from focusareas import clock, page_pictures, review, trace, undo
from focusareas.access import signed_in_user
from focusareas.candidates import candidates, found_by
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.unit_work import AnswerForm
from focusareas.models import Certificate, NameSpelling, StaffMember, User
from focusareas.naming import Names
from focusareas.questions import choices, turn_of
from focusareas.views.alike_questions import on_to_those_like
from focusareas.views.form_page import form_page, is_done, posted
from focusareas.views.own_certificates import certificate_of_own_unit, on_to, question_in_turn

NOT_OURS = "Enheten tog tillbaka filen: den är fel, eller intyget är inte enhetens."
NO_CERTIFICATE = "Enheten lade undan filen: den är inget intyg."
NOT_UNDONE = "Det går inte att ångra: filen är inte undanlagd av enheten."


def certificate_answer(request: HttpRequest, pk: int) -> HttpResponse:
    today = clock.today()
    user = signed_in_user(request)
    certificate = certificate_of_own_unit(request, pk)
    if not certificate.is_question:
        return _answered_already(request, certificate)
    turn = turn_of(certificate)
    found, people = _people(request, certificate, user, today)
    form = AnswerForm(
        posted(request), people=people, initial={"completed_on": certificate.completed_on}
    )
    if is_done(form, lambda: review.answer(certificate, by=user, **form.cleaned_data)):
        messages.success(request, _thanks(certificate, form.cleaned_data["person"]))
        return on_to_those_like(certificate_of_own_unit(request, pk), turn.following)
    if form.is_bound and not certificate_of_own_unit(request, pk).is_question:
        return _answered_already(request, certificate)
    context = {
        "certificate": certificate,
        "form": form,
        "text": request.GET.get("q", ""),
        "found": found,
        "choices": choices(people, certificate, user=user, on=today),
        "turn": turn,
        "thrown_out": _thrown_out(request, certificate),
    }
    return render(request, "focusareas/certificate_answer.html", context)


def _people(
    request: HttpRequest, certificate: Certificate, user: User, today: date
) -> tuple[list[StaffMember], list[StaffMember]]:
    """Those that a search found, and all whom one can choose: those found first."""
    text = request.GET.get("q", "")
    found = found_by(text, certificate, user=user, on=today) if text else []
    return found, [*found, *candidates(certificate, on=today)]


def _thanks(certificate: Certificate, person: StaffMember) -> str:
    """Whose it was, and whether the spelling on it will be known from now on."""
    words = f"Intyget är inlämnat för {person.full_name}."
    learned = NameSpelling.objects.filter(certificate=certificate, staff_member=person).first()
    return f"{words} Vi minns att {learned.spelling} är samma person." if learned else words


def _answered_already(request: HttpRequest, certificate: Certificate) -> HttpResponse:
    """Tell the second of two who was first, and lead on to what is left."""
    names = Names(signed_in_user(request), on=clock.today())
    latest = trace.latest(certificate, names=names).entries
    who = f" av {latest[0].actor}" if latest else ""
    done = "återsänt" if certificate.returned_on else "klarlagt"
    messages.info(request, f"Intyget är redan {done}{who} och behöver inget svar.")
    return on_to(question_in_turn(certificate), certificate)


def _thrown_out(request: HttpRequest, certificate: Certificate) -> Certificate | None:
    """The file that was thrown out just before, so that it can be put back at once."""
    key = request.GET.get("thrown_out", "")
    if not key.isdecimal() or len(key) > 18:
        return None
    rows = Certificate.objects.filter(unit=certificate.unit_id, reason=NO_CERTIFICATE)
    return rows.filter(pk=key, returned_on__isnull=False).select_related("file").first()


@require_POST
def certificate_throw_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay a file aside that is no certificate; the next page offers to undo it."""
    certificate = certificate_of_own_unit(request, pk)
    user, today = signed_in_user(request), clock.today()
    following = turn_of(certificate).following
    try:
        review.return_to_unit(certificate, reason=NO_CERTIFICATE, by=user, on=today)
    except review.CannotDecideError as refusal:
        messages.error(request, str(refusal))
        return on_to(following, certificate)
    if following:
        answer = reverse("certificate_answer", args=[following])
        return redirect(f"{answer}?thrown_out={certificate.pk}")
    messages.success(request, "Filen är undanlagd och räknas inte. Du kan ångra det i listan.")
    return redirect("certificate_receipt", certificate.unit_id)


@require_POST
def certificate_put_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a file that was thrown out a question again."""
    certificate = certificate_of_own_unit(request, pk)
    if certificate.reason != NO_CERTIFICATE or not certificate.returned_on:
        messages.error(request, NOT_UNDONE)
        return redirect("certificate_receipt", certificate.unit_id)
    try:
        undo.undo(certificate, by=signed_in_user(request))
    except review.CannotDecideError as refusal:
        messages.error(request, str(refusal))
        return redirect("certificate_receipt", certificate.unit_id)
    return redirect("certificate_answer", certificate.pk)


@require_GET
def certificate_piece_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The strip of the file where the name stands: that which was read, or that of a person."""
    certificate = certificate_of_own_unit(request, pk)
    here = StaffMember.objects.at(certificate.unit, on=clock.today())
    try:
        person = here.filter(pk=int(request.GET.get("person", "")[:9])).first()
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        person, day = None, None
    png = page_pictures.piece(certificate, name=person.full_name if person else "", day=day)
    if png is None:
        raise Http404
    return HttpResponse(png, content_type="image/png")


def certificate_take_back(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = certificate_of_own_unit(request, pk)
    user, today = signed_in_user(request), clock.today()
    form = ConfirmForm(posted(request))
    if is_done(
        form, lambda: review.return_to_unit(certificate, reason=NOT_OURS, by=user, on=today)
    ):
        messages.success(request, "Intyget är taget tillbaka och räknas inte.")
        return redirect("certificate_receipt", certificate.unit_id)
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


def _called(certificate: Certificate) -> str:
    return str(certificate.file) if certificate.file else f"Intyg {certificate.pk}"
