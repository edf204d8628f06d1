"""Letting somebody with a login but no password in: a letter with a link to choose one."""

from datetime import date, datetime
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from focusareas.models import AuditEvent, Plan, User
from focusareas.models.audit import record
from focusareas.refusal import RefusedError
from focusareas.second_factor import lacks_one
from focusareas.swedish import days

SUBJECT = "Välkommen till vrplan"
WITH_CODE = (
    "Ha telefonen till hands: du loggar in med en kod därifrån också, och sidan visar hur du "
    "ställer in det."
)
SECONDS_A_DAY = 24 * 3600
# How the trace tells of it, and is asked when.
TOLD = "Bjöd in "


@transaction.atomic
def invite(user: User, *, by: User, on: date) -> None:
    """Send the letter; RefusedError when there is no need for it or it cannot be sent."""
    if user.has_usable_password():
        raise RefusedError("Personen har redan valt ett lösenord.")
    if not user.is_active:
        raise RefusedError("Inloggningen är avstängd. Öppna den först.")
    record(by=by, text=[TOLD, user, "."], about=user)
    try:
        send_mail(SUBJECT, letter(user, on=on), None, [user.email])
    except (OSError, SMTPException):
        raise RefusedError("Brevet gick inte att skicka. Försök igen om en stund.") from None


def last_invited_at(user: User) -> datetime | None:
    """When the latest letter went, if one has gone."""
    letters = AuditEvent.objects.about(user).filter(text__startswith=TOLD)
    return letters.values_list("at", flat=True).first()


def letter(user: User, *, on: date) -> str:
    """What the letter says; its link works once, and for some days."""
    key = default_token_generator.make_token(user)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(user), "key": key},
    )
    plan = Plan.objects.for_day(on)
    code = f" {WITH_CODE}" if lacks_one(user, on=on) else ""
    about = f"Där följer vi upp {plan.name}. " if plan else ""
    return (
        "Hej!\n\n"
        f"Du har fått en inloggning i vrplan. {about}Välj ett lösenord här:\n\n"
        f"{settings.SITE_URL}{path}\n\n"
        f"Länken fungerar en gång, i {days(settings.PASSWORD_RESET_TIMEOUT // SECONDS_A_DAY)}. "
        "Har den gått ut väljer du Glömt lösenord på inloggningssidan. "
        f"Du loggar in med {user.email}.{code}\n\n"
        "Hälsningar\nvrplan\n"
    )
