"""The pages on which plans are changed, compared and followed by new ones."""

from django.urls import path

from focusareas.views import plan_comparison, plan_copying, plans

urlpatterns = [
    path("plans/", plans.plan_list, name="plan_list"),
    path("plans/compare/", plan_comparison.plan_compare, name="plan_compare"),
    path("plans/compare.xlsx", plan_comparison.plan_compare_workbook, name="plan_compare_workbook"),
    path("plans/<int:pk>/", plans.plan_detail, name="plan_detail"),
    path("plans/<int:pk>/copy/", plan_copying.plan_copy, name="plan_copy"),
    path("plans/<int:pk>/letter/", plans.plan_letter, name="plan_letter"),
    path("plans/<int:pk>/choose/", plans.plan_choose, name="plan_choose"),
    path("plans/<int:pk>/activities/new/", plans.activity_create, name="activity_create"),
    path("activities/<int:pk>/edit/", plans.activity_edit, name="activity_edit"),
    path("activities/<int:pk>/population/", plans.activity_population, name="activity_population"),
    path("activities/<int:pk>/end/", plans.activity_end, name="activity_end"),
    path("activities/<int:pk>/move/", plans.activity_move, name="activity_move"),
]
