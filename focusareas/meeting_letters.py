"""Letters about a meeting, one to each key person with the meeting for the calendar, sent once.

The row of a letter is claimed before it is sent, so that two who press send, or a worker that
is started again, never send it twice.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone
from django_tasks import task

from focusareas.calendar_files import CONTENT_TYPE, Method, calendar_file
from focusareas.daily_mail import contact_address
from focusareas.models import KeyPerson, Meeting, MeetingLetter, StaffMember, User
from focusareas.models.audit import record
from focusareas.refusal import RefusedError
from focusareas.swedish import counted, long_date

logger = logging.getLogger(__name__)


class Kind(StrEnum):
    """What a letter tells of."""

    INVITATION = "Inbjudan"
    CHANGE = "Ändrad träff"
    CANCELLATION = "Inställd träff"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who has yet to hear of the meeting as it is now."""

    invited: list[StaffMember]
    told_anew: list[StaffMember]
    without_address: list[StaffMember]
    n_failed: int

    @property
    def recipients(self) -> list[StaffMember]:
        """All who get a letter that have had none of this version."""
        return [*self.invited, *self.told_anew]

    @property
    def n_letters(self) -> int:
        """How many letters would leave now."""
        return len(self.recipients) + self.n_failed


@dataclass(frozen=True, slots=True)
class Post:
    """How far the letters of the meeting's version have come."""

    sent: int
    waiting: int
    failed: int
    unclear: int


def audience(meeting: Meeting) -> Audience:
    """The key persons of the meeting's day, and whoever heard of an earlier version; once each."""
    letters = MeetingLetter.objects.filter(meeting=meeting)
    now = letters.filter(version=meeting.version)
    told = letters.sent().filter(version__lt=meeting.version).values("staff_member")
    wanted = Q(pk__in=told)
    if meeting.cancelled_on is None:
        key_persons = KeyPerson.objects.active_on(meeting.day).values("staff_member")
        wanted |= Q(pk__in=key_persons)
    people = StaffMember.objects.filter(wanted).exclude(pk__in=now.values("staff_member"))
    rows = list(people.annotate(has_heard=_has_heard(told)))
    with_address = [row for row in rows if row.email]
    return Audience(
        invited=[row for row in with_address if not row.has_heard],  # type: ignore[attr-defined]  # annotated
        told_anew=[row for row in with_address if row.has_heard],  # type: ignore[attr-defined]  # annotated
        without_address=[row for row in rows if not row.email],
        n_failed=now.failed().count(),
    )


def _has_heard(told: Any) -> Exists:
    return Exists(told.filter(staff_member=OuterRef("pk")))


def post_of(meeting: Meeting) -> Post:
    """What became of the letters about the meeting as it is now: one query."""
    ended = Q(sent_at__isnull=False) | Q(failed_at__isnull=False)
    counts = MeetingLetter.objects.filter(meeting=meeting, version=meeting.version).aggregate(
        sent=Count("pk", filter=Q(sent_at__isnull=False)),
        waiting=Count("pk", filter=Q(claimed_at__isnull=True)),
        failed=Count("pk", filter=Q(failed_at__isnull=False)),
        unclear=Count("pk", filter=Q(claimed_at__isnull=False) & ~ended),
    )
    return Post(**counts)


@transaction.atomic
def send_letters(meeting: Meeting, *, version: int, on: date, by: User) -> int:
    """Let everybody hear of the meeting as the sender saw it; gives the number of letters."""
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.version != version:
        raise RefusedError("Träffen ändrades nyss. Läs igenom brevet igen.")
    if meeting.day < on:
        raise RefusedError("Träffen har redan varit.")
    found = audience(meeting)
    if not found.n_letters:
        raise RefusedError("Alla har redan fått brevet.")
    letters = MeetingLetter.objects.filter(meeting=meeting, version=version)
    letters.failed().update(failed_at=None, claimed_at=None)
    MeetingLetter.objects.bulk_create(
        MeetingLetter(meeting=meeting, staff_member=person, version=version)
        for person in found.recipients
    )
    words = counted(found.n_letters, "person", "personer")
    record(by=by, text=f"Skickade brev till {words} om träffen {meeting}.", about=meeting)
    send_waiting.enqueue(meeting.pk)
    return found.n_letters


def take_up_again() -> None:
    """Queue again the letters that nobody has begun on, after a worker has been ended."""
    waiting = MeetingLetter.objects.unclaimed().filter(version=F("meeting__version"))
    for pk in waiting.order_by("meeting").values_list("meeting", flat=True).distinct():
        send_waiting.enqueue(pk)


@task()
def send_waiting(meeting_pk: int) -> None:
    """Send the letters that nobody has begun on; one that fails stops no other."""
    meeting = Meeting.objects.get(pk=meeting_pk)
    letters = MeetingLetter.objects.unclaimed().filter(meeting=meeting, version=meeting.version)
    told = MeetingLetter.objects.sent().filter(meeting=meeting, version__lt=meeting.version)
    have_heard = set(told.values_list("staff_member", flat=True))
    for letter in letters.select_related("staff_member").order_by("pk"):
        kind = kind_for(meeting, has_heard=letter.staff_member_id in have_heard)
        _send(letter, message(meeting, kind, to=letter.staff_member.email))


def _send(letter: MeetingLetter, mail: EmailMultiAlternatives) -> None:
    mine = MeetingLetter.objects.filter(pk=letter.pk)
    if not mine.unclaimed().update(claimed_at=timezone.now()):
        return
    try:
        mail.send()
    except (OSError, SMTPException, ValueError) as error:
        # Neither the address nor the text: a log is read by others than the letter.
        logger.warning("letter %s of a meeting failed: %s", letter.pk, type(error).__name__)
        mine.update(failed_at=timezone.now())
    else:
        mine.update(sent_at=timezone.now())


def kind_for(meeting: Meeting, *, has_heard: bool) -> Kind:
    """What the letter is to somebody who has or has not heard of the meeting before."""
    if meeting.cancelled_on:
        return Kind.CANCELLATION
    return Kind.CHANGE if has_heard else Kind.INVITATION


def message(meeting: Meeting, kind: Kind, *, to: str) -> EmailMultiAlternatives:
    """The letter to one person, which a mail program puts into the calendar."""
    contact = contact_address(settings.CONTACT)
    mail = EmailMultiAlternatives(
        subject(meeting, kind),
        body(meeting, kind),
        to=[to],
        reply_to=[contact] if contact else None,
        headers={"Auto-Submitted": "auto-generated"},
    )
    method = Method.CANCEL if kind is Kind.CANCELLATION else Method.REQUEST
    file = calendar_file(meeting, method=method, attendee=to)
    mail.attach_alternative(file, f"{CONTENT_TYPE}; method={method}")
    return mail


def subject(meeting: Meeting, kind: Kind) -> str:
    """What the letter is called."""
    return f"{kind}: {meeting.theme}, {long_date(meeting.day)}"


OPENINGS = {
    Kind.INVITATION: "Du är välkommen till en träff för nyckelpersoner.",
    Kind.CHANGE: "En träff som du är inbjuden till har ändrats. Så här blir det nu.",
    Kind.CANCELLATION: "Träffen nedan är inställd. Ta bort den ur kalendern.",
}


def body(meeting: Meeting, kind: Kind) -> str:
    """What the letter says."""
    when = ", ".join(filter(None, [long_date(meeting.day), meeting.hours]))
    facts = [f"Tema: {meeting.theme}", f"Dag: {when}"]
    if meeting.place:
        facts.append(f"Plats: {meeting.place}")
    closing = _closing(kind)
    return "\n".join(
        ["Hej!", "", OPENINGS[kind], "", *facts, "", *closing, "Hälsningar", "vrplan", ""]
    )


def _closing(kind: Kind) -> Iterable[str]:
    if kind is Kind.CANCELLATION:
        return ()
    lines = ["Tacka ja i brevet, så hamnar träffen i din kalender."]
    if settings.CONTACT:
        lines.append(f"Kan du inte komma? Hör av dig till {settings.CONTACT}.")
    return (*lines, "")
