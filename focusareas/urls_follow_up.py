"""The pages on which routines, milestones, trainings and indicators are followed up."""

from django.urls import path

from focusareas.views import routine_lists, routines

urlpatterns = [
    path(
        "units/<int:pk>/activities/<int:activity_pk>/routine/",
        routines.routine_confirm,
        name="routine_confirm",
    ),
    path("routines/<int:pk>/edit/", routines.routine_edit, name="routine_edit"),
    path("routines/<int:pk>/withdraw/", routines.routine_withdraw, name="routine_withdraw"),
    path("routines/<int:pk>/document/", routines.routine_document, name="routine_document"),
    path("activities/<int:pk>/routines/", routine_lists.routine_list, name="routine_list"),
    path(
        "activities/<int:pk>/routines.xlsx", routine_lists.routine_workbook, name="routine_workbook"
    ),
]
