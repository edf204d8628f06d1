"""What goes for every page: nobody keeps a copy, and who must give a code has set it up first."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from focusareas.models import User

GetResponse = Callable[[HttpRequest], HttpResponse]


class PrivatePagesMiddleware:
    """Tell browsers and caches to keep nothing of a page, and to grant it no device."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/static/"):
            response.setdefault("Cache-Control", "no-store")
        response.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class SecondFactorMiddleware:
    """Lead whoever must sign in with a code, and has not set it up, to where one does that."""

    # What does not wait for it, besides the pages that ask for no sign-in.
    REACHABLE = frozenset({"mfa_activate_totp", "account_reauthenticate", "account_logout", "help"})

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        page = request.resolver_match
        if not getattr(view, "login_required", True) or (page and page.url_name in self.REACHABLE):
            return None
        user = request.user
        if isinstance(user, User) and user.lacks_second_factor:  # type: ignore[attr-defined]  # annotated
            return redirect("mfa_activate_totp")
        return None
