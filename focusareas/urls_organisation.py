"""The pages about the organisation as a whole: taken home, and people who are one and the same."""

from django.urls import path

from focusareas.views import administration_workbooks, organisation_export, person_mergers

urlpatterns = [
    path("organisation/", organisation_export.organisation_export, name="organisation_export"),
    path(
        "organisation.xlsx",
        organisation_export.organisation_workbook,
        name="organisation_workbook",
    ),
    path("people/twice/", person_mergers.person_pair_list, name="person_pair_list"),
    path(
        "people/twice.xlsx",
        administration_workbooks.person_pair_workbook,
        name="person_pair_workbook",
    ),
    path(
        "people/<int:pk>/apart/<int:other_pk>/",
        person_mergers.person_pair_apart,
        name="person_pair_apart",
    ),
    path(
        "people/<int:pk>/merge/<int:other_pk>/",
        person_mergers.person_merge,
        name="person_merge",
    ),
    path("people/<int:pk>/merge/", person_mergers.person_merge_with, name="person_merge_with"),
]
