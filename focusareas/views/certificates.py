"""A certificate after the review: its days, its page as a picture, withdraw it, move it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET

from focusareas import clock, page_pictures, review, trace, undo
from focusareas.access import may_act_for, only_for_development_lead, signed_in_user
from focusareas.certificate_sight import may_open_file, shows_page
from focusareas.forms.review import MoveForm, WithdrawForm
from focusareas.models import Certificate, Unit, User
from focusareas.naming import Names
from focusareas.views.form_page import is_done, posted
from focusareas.views.person_choice import choose_person

RELATED = (
    "staff_member",
    "unit",
    "course",
    "file",
    "handed_in_by__staff_member",
    "reviewed_by__staff_member",
)


@require_GET
def certificate_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, today = signed_in_user(request), clock.today()
    certificate = _visible(user, pk)
    names = Names(user, on=today)
    may_act = may_act_for(user, certificate.unit_id, on=today)
    person = names.in_scope([certificate.staff_member_id])
    context = {
        "certificate": certificate,
        "names": names,
        "person": person.get(certificate.staff_member_id or 0, "Inte klarlagt än"),
        "shows_page": shows_page(certificate, names, may_act=may_act),
        "may_open_file": may_act and may_open_file(certificate, names),
        "shows_unit": may_act or _sees_unit(user, certificate),
        "trace": trace.latest(certificate, names=names) if may_act else None,
        "sees_everything": user.sees_everything,
        "may_decide": user.is_development_lead,
        "may_undo": undo.can_be_undone(certificate, now=timezone.now()),
    }
    return render(request, "focusareas/certificate_detail.html", context)


def _visible(user: User, pk: int) -> Certificate:
    found = Certificate.objects.visible_to(user, on=clock.today())
    return get_object_or_404(found.select_related(*RELATED), pk=pk)


def _sees_unit(user: User, certificate: Certificate) -> bool:
    """Whether it came from a unit of the reader's; a person may bring it from another provider."""
    units = Unit.objects.visible_to(user, on=clock.today())
    return units.filter(pk=certificate.unit_id).exists()


@require_GET
def certificate_page_picture(request: HttpRequest, pk: int) -> HttpResponse:
    user, today = signed_in_user(request), clock.today()
    certificate = _visible(user, pk)
    may_act = may_act_for(user, certificate.unit_id, on=today)
    is_shown = shows_page(certificate, Names(user, on=today), may_act=may_act)
    png = page_pictures.picture(certificate) if is_shown else None
    if png is None:
        raise Http404
    return HttpResponse(png, content_type="image/png")


@only_for_development_lead
def certificate_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.select_related(*RELATED), pk=pk)
    form, by = WithdrawForm(posted(request), today=clock.today()), signed_in_user(request)
    if is_done(form, lambda: review.withdraw(certificate, **form.cleaned_data, by=by)):
        messages.success(request, "Godkännandet är återkallat.")
        return redirect("certificate_detail", pk)
    context = {"certificate": certificate, "form": form}
    return render(request, "focusareas/certificate_withdraw.html", context)


@only_for_development_lead
def certificate_move(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.select_related(*RELATED), pk=pk)
    choice = choose_person(
        request, suggested=certificate.name_read, leave_out=certificate.staff_member
    )
    form, by = MoveForm(posted(request), people=choice.people), signed_in_user(request)
    if is_done(form, lambda: review.move(certificate, **form.cleaned_data, by=by)):
        messages.success(request, f"Intyget är flyttat till {form.cleaned_data['to'].full_name}.")
        return redirect("certificate_detail", pk)
    context = {
        "certificate": certificate,
        "choice": choice,
        "form": form,
        "heading": "Flytta till rätt person",
        "back": resolve_url("certificate_detail", pk),
    }
    return render(request, "focusareas/certificate_person.html", context)
