"""Pages of the sign-in library that write to the trace as well."""

from typing import Any

from allauth.mfa.recovery_codes.views import DownloadRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect

from focusareas import second_factor
from focusareas.access import signed_in_user
from focusareas.models import User
from focusareas.models.audit import record
from vrplan.accounts import use_code


class SetUpView(ActivateTOTPView):
    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        # Of two answers at once the second finds it done.
        users = User.objects.select_for_update().filter(pk=self.request.user.pk)
        user = second_factor.telling_who_has_one(users).get()
        if user.has_second_factor:  # type: ignore[attr-defined]  # annotated
            return redirect("mfa_index")
        use_code(user, form.cleaned_data["code"])
        record(by=user, text="Slog på inloggning i två steg.", about=user)
        response: HttpResponse = super().form_valid(form)
        return response


class TakeAwayView(DeactivateTOTPView):
    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        user = signed_in_user(self.request)
        record(by=user, text="Stängde av inloggning i två steg.", about=user)
        response: HttpResponse = super().form_valid(form)
        return response


class DownloadView(DownloadRecoveryCodesView):
    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().render_to_response(context, **kwargs)
        response["Content-Disposition"] = 'attachment; filename="reservkoder.txt"'
        return response
