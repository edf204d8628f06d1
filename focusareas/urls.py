"""The pages of the plan, by subject."""

from django.urls import path

from focusareas.views import activities, health, overview, start, units

urlpatterns = [
    path("", start.start, name="start"),
    path("overview/", overview.overview, name="overview"),
    path("units/<int:pk>/", units.unit_detail, name="unit_detail"),
    path("activities/<int:pk>/", activities.activity_detail, name="activity_detail"),
    path("health/", health.health, name="health"),
]
