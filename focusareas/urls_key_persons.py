"""The pages of the network of key persons and of their meetings."""

from django.urls import path

from focusareas.views import key_person_lists, key_persons, meetings

urlpatterns = [
    path("key-persons/", key_person_lists.key_person_list, name="key_person_list"),
    path("key-persons.xlsx", key_person_lists.key_person_workbook, name="key_person_workbook"),
    path("key-persons/coverage/", key_person_lists.key_person_coverage, name="key_person_coverage"),
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
    path("meetings/<int:pk>/", meetings.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/attendance/", meetings.meeting_attendance, name="meeting_attendance"),
]
