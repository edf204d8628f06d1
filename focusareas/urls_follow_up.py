"""The pages on which routines, milestones, trainings and indicators are followed up."""

from django.urls import path

from focusareas.views import indicators, routine_lists, routines, trainings

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
    path("plans/<int:pk>/indicators/", indicators.indicator_list, name="indicator_list"),
    path(
        "plans/<int:pk>/indicators.xlsx",
        indicators.indicator_workbook,
        name="indicator_workbook",
    ),
    path("plans/<int:pk>/indicators/new/", indicators.indicator_create, name="indicator_create"),
    path("indicators/<int:pk>/edit/", indicators.indicator_edit, name="indicator_edit"),
    path("indicators/<int:pk>/remove/", indicators.indicator_remove, name="indicator_remove"),
    path(
        "indicators/<int:pk>/values/new/",
        indicators.indicator_value_create,
        name="indicator_value_create",
    ),
    path(
        "indicator-values/<int:pk>/edit/",
        indicators.indicator_value_edit,
        name="indicator_value_edit",
    ),
    path(
        "indicator-values/<int:pk>/remove/",
        indicators.indicator_value_remove,
        name="indicator_value_remove",
    ),
    path("activities/<int:pk>/value/", indicators.activity_value, name="activity_value"),
    path("activities/<int:pk>/trainings/", trainings.training_list, name="training_list"),
    path(
        "activities/<int:pk>/trainings.xlsx", trainings.training_workbook, name="training_workbook"
    ),
    path("activities/<int:pk>/trainings/new/", trainings.training_create, name="training_create"),
    path(
        "activities/<int:pk>/trainings/<int:training_pk>/",
        trainings.training_detail,
        name="training_detail",
    ),
    path(
        "activities/<int:pk>/trainings/<int:training_pk>/people.xlsx",
        trainings.training_people_workbook,
        name="training_people_workbook",
    ),
    path(
        "activities/<int:pk>/trainings/<int:training_pk>/people/",
        trainings.training_people,
        name="training_people",
    ),
    path(
        "activities/<int:pk>/trainings/<int:training_pk>/paste/",
        trainings.training_paste,
        name="training_paste",
    ),
    path(
        "activities/<int:pk>/trainings/<int:training_pk>/undo/",
        trainings.training_undo,
        name="training_undo",
    ),
]
