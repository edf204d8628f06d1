"""The pages about the organisation as a whole: taken home, and people who are one and the same."""

from django.urls import path

from focusareas.views import organisation_export

urlpatterns = [
    path("organisation/", organisation_export.organisation_export, name="organisation_export"),
    path(
        "organisation.xlsx",
        organisation_export.organisation_workbook,
        name="organisation_workbook",
    ),
]
