"""The pages of a contracted unit's own list of staff."""

from django.urls import path

from focusareas.views import provider_staff

urlpatterns = [
    path("units/<int:pk>/staff/", provider_staff.unit_staff, name="unit_staff"),
    path(
        "units/<int:pk>/staff.xlsx", provider_staff.unit_staff_workbook, name="unit_staff_workbook"
    ),
    path("units/<int:pk>/staff/new/", provider_staff.unit_staff_add, name="unit_staff_add"),
    path("unit-staff/<int:pk>/edit/", provider_staff.unit_staff_edit, name="unit_staff_edit"),
    path("unit-staff/<int:pk>/leave/", provider_staff.unit_staff_leave, name="unit_staff_leave"),
    path("unit-staff/<int:pk>/name/", provider_staff.unit_staff_rename, name="unit_staff_rename"),
]
