"""Private providers, whose units are under contract."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, registers
from focusareas.access import (
    only_for_administrator,
    only_for_lead_or_administrator,
    signed_in_user,
)
from focusareas.exports import Column, export
from focusareas.forms.registers import ProviderForm
from focusareas.models import Provider
from focusareas.views.form_page import form_page, is_done, posted

PROVIDERS_PER_PAGE = 100


@require_GET
@only_for_lead_or_administrator
def provider_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(all_providers(), PROVIDERS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "providers": page,
        "may_change": signed_in_user(request).is_administrator,
    }
    return render(request, "focusareas/provider_list.html", context)


@require_GET
@only_for_lead_or_administrator
def provider_workbook(request: HttpRequest) -> HttpResponse:
    return export(
        by=signed_in_user(request),
        filename=f"utforare-{clock.today().isoformat()}.xlsx",
        title="Privata utförare",
        columns=[Column("Utförare", 40), Column("Enheter")],
        rows=[(provider.name, provider.n_units) for provider in all_providers()],  # type: ignore[attr-defined]  # annotated
    )


def all_providers() -> QuerySet[Provider]:
    """All of them by name, with how many units each has."""
    return Provider.objects.annotate(n_units=Count("units")).order_by("name")


@only_for_administrator
def provider_create(request: HttpRequest) -> HttpResponse:
    return save_provider(request, Provider(), heading="Ny utförare")


@only_for_administrator
def provider_edit(request: HttpRequest, pk: int) -> HttpResponse:
    provider = get_object_or_404(Provider, pk=pk)
    return save_provider(request, provider, heading=f"Byt namn på {provider}")


def save_provider(request: HttpRequest, provider: Provider, *, heading: str) -> HttpResponse:
    """The form of a new or a known provider."""
    form = ProviderForm(posted(request), instance=provider)
    by = signed_in_user(request)
    if is_done(form, lambda: registers.save_entry(form.save(commit=False), by=by)):
        messages.success(request, "Utföraren är sparad.")
        return redirect("provider_list")
    back = reverse("provider_list")
    return form_page(request, form, heading=heading, back=back, back_label="Utförare")
