"""Letting a learned spelling of somebody's name be forgotten."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from focusareas import spellings
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.models import NameSpelling
from focusareas.views.form_page import form_page, is_done, posted


@only_for_lead_or_administrator
def spelling_forget(request: HttpRequest, pk: int) -> HttpResponse:
    spelling = get_object_or_404(NameSpelling.objects.select_related("staff_member"), pk=pk)
    person = spelling.staff_member
    form = forms.Form(posted(request))
    by = signed_in_user(request)
    if is_done(form, lambda: spellings.forget(spelling, by=by)):
        messages.success(request, "Stavningen är borttagen.")
        return redirect("person_detail", person.pk)
    return form_page(
        request,
        form,
        heading=f"Ta bort stavningen {spelling.spelling}",
        back=reverse("person_detail", args=[person.pk]),
        back_label=person.full_name,
        submit="Ta bort stavningen",
        notes=[
            f"Nya intyg med namnet {spelling.spelling} blir frågor igen. "
            "Intyg som redan är inne ändras inte."
        ],
    )
