"""The unit's shared link: made, shown with its code, printed and revoked by those it concerns."""

import base64
from io import BytesIO

import qrcode
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET
from qrcode.image.svg import SvgPathImage

from focusareas import clock, share_links
from focusareas.access import signed_in_user, unit_to_act_for
from focusareas.forms.checked import ConfirmForm
from focusareas.forms.share_links import ShareLinkForm
from focusareas.models import ShareLink, Submission
from focusareas.naming import Names
from focusareas.views.form_page import form_page, is_done, posted


def share_link(request: HttpRequest, pk: int) -> HttpResponse:
    today, user = clock.today(), signed_in_user(request)
    unit = unit_to_act_for(user, pk, on=today)
    initial = {"expires_on": share_links.default_last_day(today)}
    form = ShareLinkForm(posted(request), initial=initial)
    if is_done(form, lambda: share_links.make(unit, **form.cleaned_data, by=user, on=today)):
        messages.success(request, "Länken är klar att dela.")
        return redirect("share_link", pk)
    link = share_links.current(unit, on=today)
    context = {
        "unit": unit,
        "form": form,
        "is_full": link is not None and share_links.room_of(link, on=today).is_full,
        "link": link,
        "address": address_of(link) if link else "",
        "picture": qr_code(address_of(link)) if link else "",
        "n_submissions": Submission.objects.filter(share_link=link).count() if link else 0,
        "names": Names(user, on=today),
    }
    return render(request, "focusareas/share_link.html", context)


@require_GET
def share_link_poster(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet to print, with the code and nobody's name."""
    today = clock.today()
    unit = unit_to_act_for(signed_in_user(request), pk, on=today)
    link = share_links.current(unit, on=today)
    if link is None:
        return redirect("share_link", pk)
    address = address_of(link)
    context = {"unit": unit, "link": link, "address": address, "picture": qr_code(address)}
    return render(request, "focusareas/share_link_poster.html", context)


def share_link_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    today, user = clock.today(), signed_in_user(request)
    link = get_object_or_404(ShareLink, pk=pk)
    unit = unit_to_act_for(user, link.unit_id, on=today)
    form = ConfirmForm(posted(request))
    if is_done(form, lambda: share_links.revoke(link, by=user, on=today)):
        messages.success(request, "Länken är indragen och fungerar inte längre.")
        return redirect("share_link", unit.pk)
    return form_page(
        request,
        form,
        heading="Dra in länken",
        back=reverse("share_link", args=[unit.pk]),
        back_label="Delad länk",
        submit="Dra in länken",
        notes=[
            "Länken och QR-koden slutar fungera på en gång, också på blad som redan är utskrivna. "
            "Det som har lämnats in finns kvar."
        ],
    )


def address_of(link: ShareLink) -> str:
    """The address to share."""
    path = reverse("shared_hand_in", args=[share_links.token_of(link)])
    return f"{settings.SITE_URL}{path}"


def qr_code(address: str) -> str:
    """The address as a picture that stands in the page itself."""
    drawn = BytesIO()
    qrcode.make(address, image_factory=SvgPathImage).save(drawn)
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.getvalue()).decode()}"
