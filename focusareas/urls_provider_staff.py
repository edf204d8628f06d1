"""The pages of a contracted unit's own list of staff."""

from django.urls import path

from focusareas.views import provider_staff, provider_staff_import

urlpatterns = [
    path("units/<int:pk>/staff/", provider_staff.unit_staff, name="unit_staff"),
    path(
        "units/<int:pk>/staff.xlsx", provider_staff.unit_staff_workbook, name="unit_staff_workbook"
    ),
    path("units/<int:pk>/staff/new/", provider_staff.unit_staff_add, name="unit_staff_add"),
    path(
        "units/<int:pk>/staff/import/",
        provider_staff_import.unit_staff_import,
        name="unit_staff_import",
    ),
    path(
        "units/<int:pk>/staff/import/list.xlsx",
        provider_staff_import.unit_staff_form,
        name="unit_staff_form",
    ),
    path(
        "units/<int:pk>/staff/import/preview/",
        provider_staff_import.unit_staff_import_preview,
        name="unit_staff_import_preview",
    ),
    path(
        "units/<int:pk>/staff/import/carry-out/",
        provider_staff_import.unit_staff_import_carry_out,
        name="unit_staff_import_carry_out",
    ),
    path("unit-staff/<int:pk>/edit/", provider_staff.unit_staff_edit, name="unit_staff_edit"),
    path("unit-staff/<int:pk>/leave/", provider_staff.unit_staff_leave, name="unit_staff_leave"),
    path("unit-staff/<int:pk>/name/", provider_staff.unit_staff_rename, name="unit_staff_rename"),
]
