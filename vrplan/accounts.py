"""How the sign-in library behaves here: who gets an account, and how it asks for a code."""

import base64
import hashlib
import secrets
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from focusareas import clock, second_factor
from focusareas.models import User

WRONG_CODE = "Koden stämmer inte. Vänta tills appen visar en ny kod och skriv in den."
TOO_MANY = "Det har varit för många försök. Vänta fem minuter och försök igen."


class SignInBackend(AuthenticationBackend):
    """Tells in the query for the user whether a code has yet to be set up: no page pays for it."""

    def get_user(self, user_id: int) -> User | None:
        users = second_factor.telling_who_lacks_one(
            User.objects.select_related("staff_member"), on=clock.today()
        )
        user = users.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None


class ClosedSignupAdapter(DefaultAccountAdapter):
    """Nobody signs up; an administrator or an import makes the account."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "E-postadressen eller lösenordet stämmer inte.",
        "incorrect_password": "Lösenordet stämmer inte.",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("start")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in, or chosen a password, is not asked for it once more."""
        records = get_authentication_records(self.request, self.request.user)
        latest: float = max((record["at"] for record in records), default=0)
        return time.time() - latest >= int(app_settings.REAUTHENTICATION_TIMEOUT)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """The password only: the code may be what one has come to change."""
        return [{"id": "reauthenticate", "url": reverse("account_reauthenticate")}]


def use_code(user: User, code: str) -> bool:
    """Whether the code is fresh; it opens once, however long it stays right."""
    fits_for = (2 * mfa_settings.TOTP_TOLERANCE + 1) * mfa_settings.TOTP_PERIOD
    key = f"vrplan.second_factor.used.{user.pk}.{normalize_user_code(code)}"
    return cache.add(key, True, timeout=fits_for)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps the secrets of the codes sealed: a copy of the database opens nobody's account."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": "Ställ in inloggning i två steg först.",
    }

    def encrypt(self, text: str) -> str:
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _seal().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            # Sealed with an earlier secret key. Something that nobody knows fits no code.
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _seal() -> Fernet:
    """What secrets are sealed with: a key made of this installation's own."""
    digest = hashlib.sha256(f"vrplan.second_factor{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
