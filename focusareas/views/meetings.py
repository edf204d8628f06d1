"""Meetings: planned, changed, shown with who came, and written down."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from focusareas import clock, trace
from focusareas.access import (
    has_a_role,
    only_for_lead_or_administrator,
    only_for_those_meeting,
    signed_in_user,
)
from focusareas.calendar_files import CONTENT_TYPE, calendar_file
from focusareas.forms.meetings import MeetingForm, NotesForm
from focusareas.meeting_figures import figures_of
from focusareas.meeting_letters import audience, post_of
from focusareas.meetings import save_meeting, write_notes
from focusareas.models import Activity, Meeting
from focusareas.naming import Names
from focusareas.views.form_page import form_page, is_done, posted


def find(pk: int) -> Meeting:
    """The meeting with its activity; 404 when there is none."""
    return get_object_or_404(Meeting.objects.select_related("activity"), pk=pk)


@only_for_lead_or_administrator
def meeting_create(request: HttpRequest, pk: int) -> HttpResponse:
    with_meetings = Activity.objects.filter(measure=Activity.Measure.MEETINGS)
    activity = get_object_or_404(with_meetings, pk=pk)
    form = MeetingForm(posted(request), instance=Meeting(activity=activity))
    if is_done(form, lambda: save_meeting(form.save(commit=False), by=signed_in_user(request))):
        messages.success(request, "Träffen är sparad.")
        return redirect("meeting_detail", form.instance.pk)
    back = reverse("activity_detail", args=[activity.pk])
    return form_page(request, form, heading="Ny träff", back=back, back_label=str(activity))


@only_for_lead_or_administrator
def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = find(pk)
    form = MeetingForm(posted(request), instance=meeting)
    if is_done(form, lambda: save_meeting(form.save(commit=False), by=signed_in_user(request))):
        messages.success(request, "Träffen är sparad.")
        return redirect("meeting_detail", pk)
    return _form_page(request, form, meeting, heading="Ändra träffen")


@only_for_lead_or_administrator
def meeting_notes(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = find(pk)
    form = NotesForm(posted(request), initial={"notes": meeting.notes})
    write = partial(write_notes, meeting, by=signed_in_user(request))
    if is_done(form, lambda: write(**form.cleaned_data)):
        messages.success(request, "Anteckningarna är sparade.")
        return redirect("meeting_detail", pk)
    return _form_page(request, form, meeting, heading="Anteckningar från träffen")


def _form_page(
    request: HttpRequest, form: MeetingForm | NotesForm, meeting: Meeting, *, heading: str
) -> HttpResponse:
    back = reverse("meeting_detail", args=[meeting.pk])
    return form_page(request, form, heading=heading, back=back, back_label=meeting.theme)


@require_GET
@only_for_those_meeting
def meeting_detail(request: HttpRequest, pk: int) -> HttpResponse:
    user, today = signed_in_user(request), clock.today()
    meeting = find(pk)
    is_ahead, names = meeting.day >= today, Names(user, on=today)
    context = {
        "meeting": meeting,
        "is_ahead": is_ahead,
        "is_begun": meeting.day <= today and not meeting.cancelled_on,
        "figures": figures_of(meeting),
        "names": names,
        "sees_plan": has_a_role(user, today),
        "may_write": user.sees_everything,
    }
    if user.sees_everything:
        context |= {
            "post": post_of(meeting),
            "audience": audience(meeting) if is_ahead else None,
            "trace": trace.latest(meeting, names=names),
        }
    return render(request, "focusareas/meeting_detail.html", context)


@require_GET
@only_for_those_meeting
def meeting_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting for anybody's own calendar."""
    response = HttpResponse(calendar_file(find(pk)), content_type=f"{CONTENT_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="traff-{pk}.ics"'
    return response
