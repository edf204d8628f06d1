"""The pages of the memo."""

from django.urls import path

from reporting import views

urlpatterns = [
    path("reports/", views.report_list, name="report_list"),
    path("reports.xlsx", views.report_workbook, name="report_workbook"),
    path("reports/new/", views.report_create, name="report_create"),
    path("reports/<int:pk>/", views.report_detail, name="report_detail"),
    path("reports/<int:pk>/refresh/", views.report_refresh, name="report_refresh"),
    path("reports/<int:pk>/say/", views.report_say, name="report_say"),
    path(
        "reports/<int:pk>/sections/<slug:key>/",
        views.report_section_edit,
        name="report_section_edit",
    ),
    path("reports/<int:pk>/preview/", views.report_preview, name="report_preview"),
    path("reports/<int:pk>/issue/", views.report_issue, name="report_issue"),
    path("reports/<int:pk>/trace/", views.report_trace, name="report_trace"),
    path("reports/<int:pk>/pdf/", views.report_pdf, name="report_pdf"),
]
