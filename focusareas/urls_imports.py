"""Addresses of the HR workbook: handing it in, what it would change, and what it did."""

from django.urls import path

from focusareas.views import administration_workbooks, import_batches, imports

urlpatterns = [
    path("imports/", import_batches.import_list, name="import_list"),
    path("imports.xlsx", administration_workbooks.import_workbook, name="import_workbook"),
    path("imports/new/", imports.import_create, name="import_create"),
    path("imports/preview/", imports.import_preview, name="import_preview"),
    path("imports/preview/rows/", imports.import_preview_rows, name="import_preview_rows"),
    path("imports/preview/findings.xlsx", imports.import_findings, name="import_findings"),
    path("imports/carry-out/", imports.import_carry_out, name="import_carry_out"),
    path("imports/template.xlsx", imports.import_template, name="import_template"),
    path("imports/<int:pk>/", import_batches.import_detail, name="import_detail"),
    path("imports/<int:pk>/rows/", import_batches.import_rows, name="import_rows"),
    path("imports/<int:pk>/undo/", import_batches.import_undo, name="import_undo"),
]
