"""Key-person meetings: plan them, change them, note who came."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from focusareas.access import only_for_lead_or_administrator, signed_in_user
from focusareas.forms.meetings import AttendanceForm, MeetingForm
from focusareas.models import Activity, Meeting
from focusareas.progress import note_attendance, save_meeting


@only_for_lead_or_administrator
def meeting_create(request: HttpRequest, pk: int) -> HttpResponse:
    with_meetings = Activity.objects.filter(measure=Activity.Measure.MEETINGS)
    activity = get_object_or_404(with_meetings, pk=pk)
    form = MeetingForm(request.POST or None, instance=Meeting(activity=activity))
    if form.is_valid():
        save_meeting(form.save(commit=False), by=signed_in_user(request))
        messages.success(request, "Träffen är sparad.")
        return redirect("activity_detail", activity.pk)
    context = {"activity": activity, "form": form, "heading": "Ny träff"}
    return render(request, "focusareas/progress_form.html", context)


@only_for_lead_or_administrator
def meeting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("activity"), pk=pk)
    form = MeetingForm(request.POST or None, instance=meeting)
    if form.is_valid():
        save_meeting(form.save(commit=False), by=signed_in_user(request))
        messages.success(request, "Träffen är sparad.")
        return redirect("activity_detail", meeting.activity_id)
    context = {"activity": meeting.activity, "form": form, "heading": "Ändra träffen"}
    return render(request, "focusareas/progress_form.html", context)


@only_for_lead_or_administrator
def meeting_attendance(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.select_related("activity"), pk=pk)
    form = AttendanceForm(request.POST or None, meeting=meeting)
    if form.is_valid():
        note_attendance(meeting, form.everybody(), by=signed_in_user(request))
        messages.success(request, "Närvaron är sparad.")
        return redirect("activity_detail", meeting.activity_id)
    context = {"activity": meeting.activity, "form": form, "heading": f"Närvaro {meeting.day}"}
    return render(request, "focusareas/progress_form.html", context)
