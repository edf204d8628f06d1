"""The sign-in library's forms with our labels, and without placeholders that repeat them."""

from typing import Any, ClassVar

from allauth.account import forms
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.exceptions import ValidationError

from vrplan.accounts import WRONG_CODE, use_code


class PlainFields:
    """Names the fields in our own words; help that stands elsewhere on the page is left out."""

    labels: ClassVar[dict[str, str]] = {}
    without_help: ClassVar[tuple[str, ...]] = ()
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            if name in self.without_help:
                field.help_text = ""


class SignInForm(PlainFields, forms.LoginForm):
    labels = {"login": "E-post", "password": "Lösenord"}
    without_help = ("password",)


class ResetPasswordForm(PlainFields, forms.ResetPasswordForm):
    labels = {"email": "E-post"}


class ResetPasswordKeyForm(PlainFields, forms.ResetPasswordKeyForm):
    labels = {"password1": "Nytt lösenord", "password2": "Nytt lösenord en gång till"}


class SetPasswordForm(PlainFields, forms.SetPasswordForm):
    labels = {"password1": "Nytt lösenord", "password2": "Nytt lösenord en gång till"}


class ChangePasswordForm(PlainFields, forms.ChangePasswordForm):
    labels = {
        "oldpassword": "Lösenordet du har nu",
        "password1": "Nytt lösenord",
        "password2": "Nytt lösenord en gång till",
    }
    without_help = ("oldpassword",)


class ReauthenticateForm(PlainFields, forms.ReauthenticateForm):
    labels = {"password": "Lösenord"}
    without_help = ("password",)


class DigitsOnly(PlainFields):
    """Telephones show the keys for digits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class CodeForm(DigitsOnly, AuthenticateForm):
    labels = {"code": "Kod"}

    def clean_code(self) -> str:
        code: str = super().clean_code()
        if not use_code(self.user, code):
            raise ValidationError(WRONG_CODE)
        return code


class SetUpForm(DigitsOnly, ActivateTOTPForm):
    labels = {"code": "Koden som appen visar"}

    @property
    def secret_to_copy(self) -> str:
        """The secret in groups of four, as one copies it by hand."""
        return " ".join(self.secret[place : place + 4] for place in range(0, len(self.secret), 4))
