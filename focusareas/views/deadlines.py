"""Deciding anew when an activity shall be done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from focusareas import clock, deadlines
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.forms.deadlines import DeadlineForm
from focusareas.models import Activity
from focusareas.views.form_page import is_done, posted


@only_for_lead_or_administrator
def deadline_revise(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity.objects.select_related("plan"), pk=pk)
    initial = {"precision": "day", "decided_on": clock.today()}
    form = DeadlineForm(posted(request), activity=activity, initial=initial)
    by = signed_in_user(request)
    if is_done(form, lambda: deadlines.revise(activity, **form.cleaned_data, by=by)):
        messages.success(request, "Slutdatum är ändrat.")
        return redirect("activity_detail", pk)
    context = {"activity": activity, "form": form, "heading": "Ändra slutdatum"}
    return render(request, "focusareas/progress_form.html", context)
