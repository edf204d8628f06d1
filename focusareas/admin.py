"""Django's own admin, for repairs by a superuser only."""

from allauth.account.decorators import secure_admin_login
from django.apps import apps
from django.contrib import admin
from django.http import HttpRequest

from focusareas.models import AuditEvent


@admin.register(AuditEvent)
class AuditEventAdmin(admin.ModelAdmin):
    """The trace can be read, not written."""

    list_display = ["at", "actor", "text"]
    search_fields = ["actor", "text"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEvent | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEvent | None = None) -> bool:
        return False


for model in apps.get_app_config("focusareas").get_models():
    if not admin.site.is_registered(model):
        admin.site.register(model)

# Its own sign-in would ask for no code: the ordinary page with its rate limits is used.
# The type of a method cannot be assigned to, which is how the library is meant to be used.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # as allauth has it
