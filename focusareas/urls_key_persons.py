"""The pages of the network of key persons and of their meetings."""

from django.urls import path

from focusareas.views import attendance, key_person_lists, key_persons, meeting_letters, meetings

urlpatterns = [
    path("key-persons/", key_person_lists.key_person_list, name="key_person_list"),
    path("key-persons.xlsx", key_person_lists.key_person_workbook, name="key_person_workbook"),
    path("key-persons/coverage/", key_person_lists.key_person_coverage, name="key_person_coverage"),
    path(
        "key-persons/coverage.xlsx",
        key_person_lists.key_person_coverage_workbook,
        name="key_person_coverage_workbook",
    ),
    path("key-persons/<int:pk>/end/", key_persons.key_person_end, name="key_person_end"),
    path(
        "key-persons/<int:pk>/hand-over/",
        key_persons.key_person_hand_over,
        name="key_person_hand_over",
    ),
    path(
        "units/<int:pk>/key-persons/new/", key_persons.key_person_create, name="key_person_create"
    ),
    path("activities/<int:pk>/meetings/new/", meetings.meeting_create, name="meeting_create"),
    path("meetings/<int:pk>/", meetings.meeting_detail, name="meeting_detail"),
    path("meetings/<int:pk>/edit/", meetings.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/notes/", meetings.meeting_notes, name="meeting_notes"),
    path("meetings/<int:pk>/traff.ics", meetings.meeting_calendar, name="meeting_calendar"),
    path("meetings/<int:pk>/invite/", meeting_letters.meeting_invite, name="meeting_invite"),
    path("meetings/<int:pk>/attendance/", attendance.meeting_attendance, name="meeting_attendance"),
    path(
        "meetings/<int:pk>/attendance/paste/",
        attendance.meeting_attendance_paste,
        name="meeting_attendance_paste",
    ),
]
