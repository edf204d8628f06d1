"""Logins and their roles."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from focusareas import clock, logins
from focusareas.access import (
    only_for_administrator,
    only_for_lead_or_administrator,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.users import UserFilterForm, UserForm
from focusareas.invitations import invite, last_invited_at
from focusareas.models import User
from focusareas.second_factor import take_away, telling_who_has_one
from focusareas.swedish import long_date
from focusareas.views.asked import asked
from focusareas.views.form_page import form_page, is_done, posted

USERS_PER_PAGE = 100
WITH_ROLE = Q(is_development_lead=True) | Q(is_administrator=True) | Q(is_in_steering_group=True)


def find_users(form: UserFilterForm) -> list[User]:
    """The logins that the form asks for."""
    wanted: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    users = telling_who_has_one(User.objects.select_related("staff_member"))
    if wanted.get("with_role"):
        users = users.filter(WITH_ROLE)
    return logins.matching(users, wanted.get("q", ""))


@require_GET
@only_for_lead_or_administrator
def user_list(request: HttpRequest) -> HttpResponse:
    form = UserFilterForm(request.GET)
    page = Paginator(find_users(form), USERS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "users": page,
        "rows": [(user, logins.roles_of(user), logins.state_of(user)) for user in page],
        "query": asked(request),
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/user_list.html", context)


@require_GET
@only_for_lead_or_administrator
def user_workbook(request: HttpRequest) -> HttpResponse:
    return export(
        by=signed_in_user(request),
        filename=f"inloggningar-{clock.today().isoformat()}.xlsx",
        title="Inloggningar och roller",
        columns=[Column("Namn", 32), Column("E-post", 40), Column("Roll", 40), Column("Läge")],
        rows=[
            (str(user), user.email, ", ".join(logins.roles_of(user)), logins.state_of(user))
            for user in find_users(UserFilterForm(request.GET))
        ],
    )


@only_for_administrator
def user_create(request: HttpRequest) -> HttpResponse:
    form = UserForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: logins.add_user(form.save(commit=False), by=by)):
        messages.success(request, f"{form.instance} är tillagd och behöver bjudas in.")
        return redirect("user_list")
    back = reverse("user_list")
    return form_page(request, form, heading="Ny inloggning", back=back, back_label="Inloggningar")


@only_for_administrator
def user_edit(request: HttpRequest, pk: int) -> HttpResponse:
    user = _ordinary_user(pk)
    heading = f"Ändra {user}"
    form = UserForm(posted(request), instance=user)
    by = signed_in_user(request)
    if is_done(form, lambda: logins.change_user(form.save(commit=False), by=by)):
        messages.success(request, f"{user} är sparad.")
        return redirect("user_list")
    links = []
    if user.has_second_factor:  # type: ignore[attr-defined]  # annotated
        links = [("Personen har förlorat sin telefon", reverse("user_second_factor", args=[pk]))]
    back = reverse("user_list")
    return form_page(
        request, form, heading=heading, back=back, back_label="Inloggningar", links=links
    )


@only_for_administrator
def user_invite(request: HttpRequest, pk: int) -> HttpResponse:
    user = _ordinary_user(pk)
    form = ConfirmForm(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: invite(user, by=by, on=clock.today())):
        messages.success(request, f"Inbjudan är skickad till {user.email}.")
        return redirect("user_list")
    notes = [f"Ett brev med en länk för att välja lösenord går till {user.email}."]
    if earlier := last_invited_at(user):
        notes.append(
            f"Förra brevet gick {long_date(timezone.localdate(earlier))}. Det kan ha kommit bort."
        )
    return form_page(
        request,
        form,
        heading=f"Bjud in {user}",
        back=reverse("user_list"),
        back_label="Inloggningar",
        submit="Skicka inbjudan",
        notes=notes,
    )


@only_for_administrator
def user_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    user, by = _ordinary_user(pk), signed_in_user(request)
    form = ConfirmForm(posted(request))
    if is_done(form, lambda: take_away(user, by=by)):
        messages.success(request, f"{user} loggar in med bara lösenordet.")
        return redirect("user_edit", pk)
    return form_page(
        request,
        form,
        heading=f"Ta bort inloggning i två steg för {user}",
        back=reverse("user_edit", args=[pk]),
        back_label=str(user),
        submit="Ta bort",
        notes=[
            "Gör så här när någon har förlorat både sin telefon och sina reservkoder. Ring "
            "personen först: det kan vara någon annan som har skrivit.",
            "Den som måste logga in i två steg får ställa in det på nytt nästa gång.",
        ],
    )


def _ordinary_user(pk: int) -> User:
    """Anybody but those who repair: whoever took over such a login would have every right."""
    ordinary = User.objects.filter(is_superuser=False).select_related("staff_member")
    return get_object_or_404(telling_who_has_one(ordinary), pk=pk)
