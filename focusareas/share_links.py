"""Links with which a unit's staff hand in their own certificates without signing in.

The database holds half of a link. The other half is signed with the key of this installation, so
whoever reads the database, or a copy of it, cannot use the links.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from focusareas.models import (
    Certificate,
    CertificateFile,
    Plan,
    ShareLink,
    StaffMember,
    Unit,
    User,
)
from focusareas.models.audit import record
from focusareas.refusal import RefusedError
from focusareas.unit_work import courses_for

DAYS = 30
MOST_DAYS = 90
# What a link has room for: a certificate is mostly one or two photos of a phone.
FILES_EACH = 2
BYTES_EACH = 10 * 1024 * 1024
FEWEST_CERTIFICATES = 10
# What is refused is sent again, and a file with a virus is kept apart where nobody answers it.
TIMES_SENT = 2
ONE_DAY = 24 * 3600
FULL = (
    "Just nu kan inte fler intyg lämnas in med länken, så vi tog inte emot ditt intyg. "
    "Säg till din chef."
)
SIGNER = Signer(sep=".", salt="focusareas.share_links")


def default_last_day(today: date) -> date:
    """Until when a link works unless its maker says otherwise."""
    return today + timedelta(days=DAYS)


def latest_last_day(today: date) -> date:
    """How long a link may work at most."""
    return today + timedelta(days=MOST_DAYS)


@transaction.atomic
def make(unit: Unit, *, expires_on: date, by: User, on: date) -> ShareLink:
    """Make the unit's link; there is one at a time, so that one knows what has been given out."""
    Unit.objects.select_for_update().get(pk=unit.pk)
    if not on <= expires_on <= latest_last_day(on):
        raise RefusedError(
            f"Välj en dag från i dag till och med {latest_last_day(on)}.", field="expires_on"
        )
    if current(unit, on=on):
        raise RefusedError("Enheten har redan en länk. Dra in den först om du vill ha en ny.")
    ShareLink.objects.filter(unit=unit, revoked_on__isnull=True).update(revoked_on=on)
    link = ShareLink.objects.create(
        unit=unit, code=secrets.token_hex(8), made_by=by, made_on=on, expires_on=expires_on
    )
    record(by=by, text=f"Gjorde en delad länk som gäller till och med {expires_on}.", about=unit)
    return link


@transaction.atomic
def revoke(link: ShareLink, *, by: User, on: date) -> None:
    """Let the link stop working at once."""
    found = ShareLink.objects.select_for_update().get(pk=link.pk)
    if found.revoked_on:
        raise RefusedError("Länken är redan indragen.")
    found.revoked_on = on
    found.save(update_fields=["revoked_on"])
    record(by=by, text="Drog in den delade länken.", about=found.unit)


def current(unit: Unit, *, on: date) -> ShareLink | None:
    """The unit's link that works that day, if there is one."""
    return ShareLink.objects.usable_on(on).filter(unit=unit).first()


def token_of(link: ShareLink) -> str:
    """What the address of the link ends with."""
    return SIGNER.sign(link.code)


def link_with(token: str, *, on: date) -> ShareLink | None:
    """The link with this token if it works that day and its unit is open."""
    try:
        code = SIGNER.unsign(token)
    except BadSignature:
        return None
    units = Unit.objects.on(on)
    links = ShareLink.objects.usable_on(on).select_related("unit")
    return links.filter(code=code, unit__in=units).first()


@dataclass(frozen=True, slots=True)
class Room:
    """How many certificates a link has room for, and the files and bytes that take it up.

    `sent` are all bytes that have come that day, those that were refused too.
    """

    certificates: int
    files: int
    size: int
    sent: int

    @property
    def size_in_all(self) -> int:
        """How many bytes there is room for, taken or not."""
        return self.certificates * BYTES_EACH

    def holds(self, sizes: Sequence[int]) -> bool:
        """Whether files of these sizes can be stored as well."""
        return (
            self.files + len(sizes) <= self.certificates * FILES_EACH
            and self.size + sum(sizes) <= self.size_in_all
        )

    def takes(self, sizes: Sequence[int]) -> bool:
        """Whether files of these sizes may be sent as well."""
        is_sendable = self.sent + sum(sizes) <= self.size_in_all * TIMES_SENT
        return is_sendable and self.holds(sizes)

    @property
    def is_full(self) -> bool:
        """Whether one certificate more may be too much."""
        return not self.takes([BYTES_EACH])


def room_of(link: ShareLink, *, on: date) -> Room:
    """What the link has room for: everybody's certificate of every course, however few they are.

    What has come in that day takes room, and what waits for an answer since. So a link in the
    wrong hands fills no disk.
    """
    people = StaffMember.objects.at(link.unit, on=on).count()
    n_courses = len(courses_for(link.unit, Plan.objects.for_day(on), on=on))
    waiting = Q(received_on=on) | Q(pk__in=Certificate.objects.questions().values("pk"))
    taken = Certificate.objects.filter(waiting, submitted__submission__share_link=link)
    files = CertificateFile.objects.filter(pk__in=taken.values("file"))
    counted = files.aggregate(files=Count("pk"), size=Coalesce(Sum("size"), 0))
    certificates = max(people * n_courses, FEWEST_CERTIFICATES)
    return Room(certificates, **counted, sent=cache.get(_sent_key(link, on), 0))


def let_in(link: ShareLink, sizes: Sequence[int], *, on: date) -> None:
    """Count files of these sizes as sent, whatever becomes of them; refuse what is too much."""
    with transaction.atomic():
        # Each of those who send at the same moment counts what the others do.
        ShareLink.objects.select_for_update(no_key=True).get(pk=link.pk)
        room = room_of(link, on=on)
        cache.set(_sent_key(link, on), room.sent + sum(sizes), ONE_DAY)
    if not room.takes(sizes):
        raise RefusedError(FULL)


def must_hold(link: ShareLink, sizes: Sequence[int], *, on: date) -> None:
    """Refuse files of these sizes if others have taken their room while they were read."""
    if not room_of(link, on=on).holds(sizes):
        raise RefusedError(FULL)


def _sent_key(link: ShareLink, day: date) -> str:
    return f"share_link_sent:{link.code}:{day}"
