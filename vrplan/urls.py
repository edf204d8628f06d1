"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("focusareas.urls")),
    path("", include("reporting.urls")),
    path("accounts/", include("vrplan.account_urls")),
    path("admin/", admin.site.urls),
]

handler400 = "vrplan.errors.bad_request"
handler403 = "vrplan.errors.permission_denied"
handler404 = "vrplan.errors.page_not_found"
handler500 = "vrplan.errors.server_error"
