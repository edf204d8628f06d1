"""The pages of the plan, by subject."""

from django.urls import path

from focusareas.views import (
    activities,
    administration,
    department_pages,
    employments,
    health,
    imports,
    meetings,
    overview,
    people,
    progress,
    start,
    unit_people,
    units,
)

urlpatterns = [
    path("", start.start, name="start"),
    path("overview/", overview.overview, name="overview"),
    path("departments/<int:pk>/", department_pages.department_detail, name="department_detail"),
    path(
        "departments/<int:pk>/units.xlsx", department_pages.department_units, name="department_units"
    ),
    path("units/<int:pk>/", units.unit_detail, name="unit_detail"),
    path("units/<int:pk>/people.xlsx", unit_people.unit_people, name="unit_people"),
    path("activities/<int:pk>/", activities.activity_detail, name="activity_detail"),
    path("activities/<int:pk>/units.xlsx", activities.activity_units, name="activity_units"),
    path("activities/<int:pk>/notes/new/", progress.status_note_create, name="status_note_create"),
    path("activities/<int:pk>/milestone/", progress.milestone_update, name="milestone_update"),
    path("activities/<int:pk>/meetings/new/", meetings.meeting_create, name="meeting_create"),
    path("meetings/<int:pk>/", meetings.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/attendance/", meetings.meeting_attendance, name="meeting_attendance"),
    path("administration/", administration.administration, name="administration"),
    path("imports/new/", imports.import_create, name="import_create"),
    path("imports/preview/", imports.import_preview, name="import_preview"),
    path("imports/carry-out/", imports.import_carry_out, name="import_carry_out"),
    path("imports/template.xlsx", imports.import_template, name="import_template"),
    path("people/", people.person_list, name="person_list"),
    path("people/new/", people.person_create, name="person_create"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/protection/", people.person_protection, name="person_protection"),
    path(
        "people/<int:pk>/employments/new/", employments.employment_create, name="employment_create"
    ),
    path("employments/<int:pk>/edit/", employments.employment_edit, name="employment_edit"),
    path("employments/<int:pk>/move/", employments.employment_move, name="employment_move"),
    path("employments/<int:pk>/leaves/new/", employments.leave_create, name="leave_create"),
    path("leaves/<int:pk>/edit/", employments.leave_edit, name="leave_edit"),
    path("health/", health.health, name="health"),
]
