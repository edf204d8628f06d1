"""Decisions about certificates that a lead takes back within a day, as if they had not been made.

The trace keeps both the decision and that it was undone. Later than that an approval is withdrawn
from a day on instead (`review.withdraw`), since figures and letters may rest on it by then.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from focusareas.models import ApprovalRound, AuditEvent, Certificate, Payment, User
from focusareas.models.audit import Part, Typed, record, record_for_each
from focusareas.models.certificates import CertificateQuerySet
from focusareas.review import CannotDecideError, locked

HOURS = 24
LATEST = timedelta(hours=HOURS)
TOO_LATE = f"Ett beslut kan ångras i {HOURS} timmar, och den tiden har gått."
PAID = "Ersättningen för intyget är utbetald. Återkalla godkännandet i stället, så dras den av."
NOTHING_DECIDED = "Det finns inget beslut att ångra: intyget väntar på granskning."


def can_be_undone(certificate: Certificate, *, now: datetime) -> bool:
    """Whether the decision is fresh; something may still have been built on it."""
    decided_at = certificate.decided_at
    return decided_at is not None and now - decided_at <= LATEST and not certificate.withdrawn_on


def undoable(now: datetime) -> CertificateQuerySet:
    """What has been decided during the last day, the latest first."""
    fresh = Certificate.objects.filter(decided_at__gte=now - LATEST, withdrawn_on__isnull=True)
    return fresh.order_by("-decided_at", "-pk")


def latest_by(user: User, *, now: datetime) -> Certificate | None:
    """What the user decided last, one at a time."""
    own = undoable(now).filter(reviewed_by=user, approval_round__isnull=True)
    return own.select_related("staff_member").first()


@transaction.atomic
def undo(certificate: Certificate, *, by: User) -> Certificate:
    """Let an approved or returned certificate wait again.

    CannotDecideError when there is no decision, it is too old, or something was built on it.
    """
    found = locked(certificate)
    _must_be_fresh(found)
    text: list[Part] = ["Ångrade godkännandet."]
    if _paid().filter(certificate=found).exists():
        raise CannotDecideError(PAID)
    if found.returned_on:
        text = ["Ångrade återsändningen: ", Typed(found.reason)]
        _nothing_may_have_come_instead(found)
    decided_on = found.approved_on or found.returned_on
    found.approved_on = found.returned_on = found.decided_at = None
    found.reviewed_by = found.approval_round = None
    found.reason = ""
    try:
        with transaction.atomic():
            found.save()
    except IntegrityError:
        raise CannotDecideError("Ett nytt intyg kom in just nu. Ladda om sidan.") from None
    record(by=by, text=text, about=found, changes_from=decided_on)
    return found


@transaction.atomic
def undo_round(approval_round: ApprovalRound, *, by: User) -> int:
    """Let those of an approval of many that it can be undone for wait again; says how many."""
    found = ApprovalRound.objects.select_for_update().get(pk=approval_round.pk)
    if found.undone_at:
        raise CannotDecideError(_who_undid(found))
    now = timezone.now()
    if now - found.made_at > LATEST:
        raise CannotDecideError(TOO_LATE)
    waiting_again = list(still_to_undo(found).select_for_update().order_by("pk"))
    Certificate.objects.filter(pk__in=[row.pk for row in waiting_again]).update(
        approved_on=None, reviewed_by=None, decided_at=None, approval_round=None
    )
    found.undone_at = now
    found.save(update_fields=["undone_at"])
    record(by=by, text=f"Ångrade godkännandet av {len(waiting_again)} intyg.", about=found)
    record_for_each(
        by=by,
        text="Ångrade godkännandet.",
        about=waiting_again,
        changes_from=min(
            (row.approved_on for row in waiting_again if row.approved_on), default=None
        ),
    )
    return len(waiting_again)


def still_to_undo(approval_round: ApprovalRound) -> CertificateQuerySet:
    """Those of an approval of many that nobody has withdrawn, undone or paid for since."""
    held = Certificate.objects.filter(approval_round=approval_round, withdrawn_on__isnull=True)
    return held.exclude(pk__in=_paid().values("certificate"))


def _paid() -> QuerySet[Payment, dict[str, Any]]:
    """The certificates that units have been paid for and have not paid back."""
    by_certificate = Payment.objects.order_by().values("certificate")
    return by_certificate.annotate(balance=Sum("amount_sek")).filter(balance__gt=0)


def _must_be_fresh(certificate: Certificate) -> None:
    if certificate.is_waiting:
        raise CannotDecideError(NOTHING_DECIDED)
    if certificate.withdrawn_on:
        raise CannotDecideError("Godkännandet är redan återkallat.")
    if not can_be_undone(certificate, now=timezone.now()):
        raise CannotDecideError(TOO_LATE)


def _nothing_may_have_come_instead(certificate: Certificate) -> None:
    """Refuse when what was returned has been replaced meanwhile, and say by what."""
    others = Certificate.objects.live().exclude(pk=certificate.pk)
    person = certificate.staff_member
    newer = others.filter(staff_member=person, course=certificate.course) if person else None
    same_file = others.filter(file=certificate.file_id, page=certificate.page)
    if newer and (found := newer.first()):
        state = "är godkänt" if found.is_approved else "väntar på granskning"
        raise CannotDecideError(
            f"Ett nytt intyg för samma person och kurs kom in den {found.received_on} och "
            f"{state}. Återsändningen kan därför inte ångras."
        )
    if certificate.file_id and (found := same_file.first()):
        raise CannotDecideError(
            f"Samma fil lämnades in igen den {found.received_on} av {found.unit}. "
            "Återsändningen kan därför inte ångras."
        )


def _who_undid(approval_round: ApprovalRound) -> str:
    event = AuditEvent.objects.about(approval_round).first()
    who = event.actor if event else "någon annan"
    assert approval_round.undone_at
    at = timezone.localtime(approval_round.undone_at)
    return f"Godkännandet är redan ångrat av {who} den {at:%Y-%m-%d} klockan {at:%H.%M}."
