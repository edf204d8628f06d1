"""What is said of an activity: notes on its state, and milestones reached."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from focusareas import clock
from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.forms.progress import LinkForm, MilestoneUpdateForm, StatusNoteForm
from focusareas.models import Activity
from focusareas.progress import note_status, set_link, update_milestone
from focusareas.views.form_page import is_done, posted


@only_for_lead_or_administrator
def status_note_create(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity, pk=pk)
    form = StatusNoteForm(posted(request), initial={"day": clock.today()})
    by = signed_in_user(request)
    if is_done(form, lambda: note_status(form.save(commit=False), activity=activity, by=by)):
        messages.success(request, "Läget är sparat.")
        return redirect("activity_detail", activity.pk)
    context = {"activity": activity, "form": form, "heading": "Beskriv läget"}
    return render(request, "focusareas/progress_form.html", context)


@only_for_lead_or_administrator
def milestone_update(request: HttpRequest, pk: int) -> HttpResponse:
    milestones = Activity.objects.filter(measure=Activity.Measure.MILESTONE)
    activity = get_object_or_404(milestones.select_related("plan"), pk=pk)
    form = MilestoneUpdateForm(posted(request), activity=activity, initial={"day": clock.today()})
    by = signed_in_user(request)
    if is_done(form, lambda: update_milestone(form.save(commit=False), activity=activity, by=by)):
        messages.success(request, "Läget är sparat.")
        return redirect("activity_detail", activity.pk)
    context = {"activity": activity, "form": form, "heading": "Ändra läget"}
    return render(request, "focusareas/progress_form.html", context)


@only_for_lead_or_administrator
def activity_link(request: HttpRequest, pk: int) -> HttpResponse:
    activity = get_object_or_404(Activity, pk=pk)
    form = LinkForm(posted(request), initial={"link": activity.link})
    by = signed_in_user(request)
    if is_done(form, lambda: set_link(activity, form.cleaned_data["link"], by=by)):
        messages.success(request, "Webbadressen är sparad.")
        return redirect("activity_detail", pk)
    context = {"activity": activity, "form": form, "heading": "Webbadress"}
    return render(request, "focusareas/progress_form.html", context)
