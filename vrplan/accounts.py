"""Who may get an account: only those whom an administrator adds."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedSignupAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up; an administrator or an import makes the account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
