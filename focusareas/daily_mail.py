"""Sending the day's letters: each once a day, whatever fails and however often it is tried."""

import logging
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from focusareas.models import DailyMail, User
from focusareas.naming import Names
from focusareas.reminder_text import body, subject
from focusareas.reminders import Letter

logger = logging.getLogger(__name__)

ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+")


class Outcome(StrEnum):
    """What became of a letter."""

    SENT = "sent"
    FAILED = "failed"
    ALREADY = "already"


def send_all(letters: Iterable[Letter], names: Names) -> Counter[Outcome]:
    """Send those that nobody has sent today; one that fails does not stop the others."""
    return Counter(_send(letter, names) for letter in letters)


def is_sent(letter: Letter) -> bool:
    """Whether the person already has the letter of the day."""
    return DailyMail.objects.sent().filter(user=letter.user, day=letter.day).exists()


def _send(letter: Letter, names: Names) -> Outcome:
    written = message(letter, names)
    mail = _claim(letter.user, letter.day)
    if mail is None:
        return Outcome.ALREADY
    try:
        written.send()
    except (OSError, SMTPException, ValueError) as error:
        # Neither the address nor the text: a log is read by others than the letter.
        logger.warning("letter to user %s failed: %s", letter.user.pk, type(error).__name__)
        mail.failed_at = timezone.now()
        mail.save(update_fields=["failed_at"])
        return Outcome.FAILED
    mail.sent_at, mail.told = timezone.now(), letter.told
    mail.save(update_fields=["sent_at", "told"])
    return Outcome.SENT


def message(letter: Letter, names: Names) -> EmailMessage:
    """The letter as mail; the header keeps holiday replies away."""
    contact = contact_address(settings.CONTACT)
    return EmailMessage(
        subject(letter),
        body(letter, names),
        to=[letter.user.email],
        reply_to=[contact] if contact else None,
        headers={"Auto-Submitted": "auto-generated"},
    )


def contact_address(words: str) -> str:
    """The one address in the line about whom to ask; empty when there is none, or several."""
    found: list[str] = [address.rstrip(".!?") for address in ADDRESS.findall(words)]
    if len(found) != 1:
        return ""
    try:
        validate_email(found[0])
    except ValidationError:
        return ""
    return found[0]


def _claim(user: User, day: date) -> DailyMail | None:
    """The right to send the person's letter; None when another run has it, or had it.

    A run that was killed keeps its claim, since its letter may have left: what it would have
    told comes in the next day's letter.
    """
    now = timezone.now()
    try:
        with transaction.atomic():
            return DailyMail.objects.create(user=user, day=day, claimed_at=now)
    except IntegrityError:
        mine = DailyMail.objects.filter(user=user, day=day)
        retried = mine.filter(failed_at__isnull=False).update(failed_at=None, claimed_at=now)
        return mine.get() if retried else None
