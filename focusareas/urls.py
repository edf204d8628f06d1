"""The pages of the plan, by subject."""

from django.urls import path

from focusareas.views import activities, health, meetings, overview, progress, start, units

urlpatterns = [
    path("", start.start, name="start"),
    path("overview/", overview.overview, name="overview"),
    path("units/<int:pk>/", units.unit_detail, name="unit_detail"),
    path("activities/<int:pk>/", activities.activity_detail, name="activity_detail"),
    path("activities/<int:pk>/notes/new/", progress.status_note_create, name="status_note_create"),
    path("activities/<int:pk>/milestone/", progress.milestone_update, name="milestone_update"),
    path("activities/<int:pk>/meetings/new/", meetings.meeting_create, name="meeting_create"),
    path("meetings/<int:pk>/", meetings.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/attendance/", meetings.meeting_attendance, name="meeting_attendance"),
    path("health/", health.health, name="health"),
]
