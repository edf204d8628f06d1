"""The plain page with one form on it, which most of what an administrator does needs."""

from collections.abc import Callable, Sequence

from django.db import IntegrityError, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from focusareas.refusal import RefusedError

MEANWHILE = "Någon annan ändrade samma sak nyss. Ladda om sidan och försök igen."


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when that is nothing but the button."""
    return request.POST if request.method == "POST" else None


def is_done(form: BaseForm, act: Callable[[], object]) -> bool:
    """Whether the form was right and the act is done; a refusal stands in the form."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            act()
    except RefusedError as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    except IntegrityError:
        form.add_error(None, MEANWHILE)
        return False
    return True


def form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    heading: str,
    back: str,
    back_label: str,
    submit: str = "Spara",
    notes: Sequence[str] = (),
    links: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """The form under its heading, with a way back and what one should know beforehand.

    `links` are words and addresses of what else can be done, under the form.
    """
    context = {
        "form": form,
        "heading": heading,
        "back": back,
        "back_label": back_label,
        "submit": submit,
        "notes": notes,
        "links": links,
    }
    return render(request, "focusareas/form_page.html", context)
