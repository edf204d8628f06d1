"""What is decided about a certificate: answered, put right, approved, returned, withdrawn, moved.

Each verb locks the certificate, so that of two people at the same certificate the second one is
told who was first, and nothing is decided twice.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from focusareas import spellings, waiting
from focusareas.approval_draw import Draw
from focusareas.models import ApprovalRound, Certificate, StaffMember, User
from focusareas.models.audit import Part, Typed, event, record, record_all, record_for_each
from focusareas.refusal import RefusedError

# Like every trace of a person's hand it makes the certificate one to be reviewed by itself.
LEFT_OUT = "Tog undan intyget ur stickprovet. Det ska granskas för sig."


class CannotDecideError(RefusedError):
    """The decision cannot be made; the message says why, in Swedish, for the one who tried."""


@dataclass(frozen=True, slots=True)
class ManyApproved:
    """How a decision about many went: `others` says who was first with how many of them."""

    approved: int
    left: int
    others: dict[str, int]


@transaction.atomic
def answer(
    certificate: Certificate, *, person: StaffMember, completed_on: date, by: User
) -> Certificate:
    """Say whose a certificate in question is and when the course was completed; it then waits.

    CannotDecideError when it is no longer a question, the day is after the one it came in on, or
    the person already has a certificate of the course.
    """
    found = locked(certificate)
    if found.staff_member_id:
        raise CannotDecideError("Frågan är redan besvarad.")
    _must_wait(found)
    _put(found, person, completed_on)
    spellings.learn(found, by=by)
    record(
        by=by,
        text=["Svarade att intyget gäller ", person, "."],
        about=found,
        changes_from=found.received_on,
    )
    return found


@transaction.atomic
def answer_together(
    answers: Mapping[int, tuple[StaffMember, date]], *, by: User
) -> list[Certificate]:
    """The same for several, by their keys, none of which says a day after it came in.

    CannotDecideError when somebody was first at any of them; then none is answered. No spelling is
    learned: this is for those that say their people's names as the register does.
    """
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("reviewed_by")
    found = list(rows.filter(pk__in=answers).order_by("pk"))
    if len(found) < len(answers) or not all(row.is_question for row in found):
        raise CannotDecideError("Någon annan har nyss svarat på ett av intygen. Se listan igen.")
    for row in found:
        row.staff_member, row.completed_on = answers[row.pk]
        row.question = ""
    try:
        with transaction.atomic():
            Certificate.objects.bulk_update(found, ["staff_member", "completed_on", "question"])
    except IntegrityError:
        raise CannotDecideError(
            "Någon på listan har nyss fått ett intyg. Se listan igen."
        ) from None
    record_all(
        event(
            by=by,
            text=["Svarade, tillsammans med likadana intyg, att intyget gäller ", person, "."],
            about=row,
            changes_from=row.received_on,
        )
        for row in found
        for person, _ in [answers[row.pk]]
    )
    return found


@transaction.atomic
def correct(
    certificate: Certificate, *, person: StaffMember, completed_on: date, by: User
) -> Certificate:
    """Put right whom a waiting certificate is about and its day; that answers a question too."""
    found = locked(certificate)
    _must_wait(found)
    wrong: list[Part] = []
    if person != found.staff_member:
        wrong += [" och ", "medarbetaren från ", found.staff_member or "ingen", " till ", person]
    if completed_on != found.completed_on:
        wrong += [" och ", f"dagen från {found.completed_on or 'ingen'} till {completed_on}"]
    if wrong:
        _put(found, person, completed_on)
        spellings.learn(found, by=by)
        record(
            by=by, text=["Rättade ", *wrong[1:], "."], about=found, changes_from=found.received_on
        )
    return found


@transaction.atomic
def approve(certificate: Certificate, *, by: User, on: date) -> Certificate:
    """Approve a waiting certificate that names its person and day."""
    found = locked(certificate)
    _must_wait(found)
    if not found.staff_member_id or not found.completed_on:
        raise CannotDecideError("Intyget saknar person eller dag. Fyll i det först.")
    if found.file and found.file.infection:
        raise CannotDecideError("Filen har virus och hålls undan. Återsänd intyget till enheten.")
    found.approved_on, found.reviewed_by, found.decided_at = on, by, timezone.now()
    _save(found)
    record(by=by, text="Godkände intyget.", about=found, changes_from=on)
    return found


@transaction.atomic
def approve_all(draw: Draw, *, by: User, on: date) -> ManyApproved:
    """Approve in one go those of the draw that are as sure as when it was made."""
    shown = Certificate.objects.select_for_update(of=("self",)).select_related("reviewed_by")
    found = list(shown.filter(pk__in=draw.chosen).order_by("pk"))
    # Asked once more behind the lock: somebody may have been at them while it was waited for.
    sure = list(waiting.sure(waiting.certificates(on)).filter(pk__in=draw.chosen))
    if sure:
        _approve_together(sure, draw, by=by, on=on)
    left_out = Certificate.objects.filter(pk__in=draw.left_out)
    record_for_each(by=by, text=LEFT_OUT, about=left_out)
    decided = Counter(_who_was_first(row) for row in found if not row.is_waiting)
    return ManyApproved(len(sure), len(found) - len(sure) - decided.total(), dict(decided))


def _approve_together(sure: list[Certificate], draw: Draw, *, by: User, on: date) -> None:
    approval_round = ApprovalRound.objects.create(made_at=timezone.now(), made_by=by)
    Certificate.objects.filter(pk__in=[row.pk for row in sure]).update(
        approved_on=on,
        reviewed_by=by,
        decided_at=approval_round.made_at,
        approval_round=approval_round,
    )
    drawn, count = draw.in_words(), len(sure)
    words = f"Godkände {count} säkra intyg på en gång. {drawn}"
    record(by=by, text=words, about=approval_round)
    record_for_each(
        by=by,
        text=f"Godkände intyget, ett av {count} på en gång. {drawn}",
        about=sure,
        changes_from=on,
    )


def _who_was_first(certificate: Certificate) -> str:
    return str(certificate.reviewed_by or "någon annan")


@transaction.atomic
def return_to_unit(certificate: Certificate, *, reason: str, by: User, on: date) -> Certificate:
    """Send a waiting certificate back with a reason; a new one may then be handed in."""
    found = locked(certificate)
    _must_wait(found)
    found.returned_on, found.reason, found.reviewed_by = on, reason, by
    found.decided_at = timezone.now()
    _save(found)
    record(by=by, text=["Återsände intyget: ", Typed(reason)], about=found, changes_from=on)
    return found


@transaction.atomic
def withdraw(certificate: Certificate, *, reason: str, by: User, on: date) -> Certificate:
    """Take an approval back from a day on; until then it counts."""
    found = locked(certificate)
    _must_be_approved(found)
    found.withdrawn_on, found.reason, found.reviewed_by = on, reason, by
    _save(found)
    record(by=by, text=["Återkallade godkännandet: ", Typed(reason)], about=found, changes_from=on)
    return found


@transaction.atomic
def move(certificate: Certificate, *, to: StaffMember, reason: str, by: User) -> Certificate:
    """Give a certificate that was put on the wrong person to the right one, from its first day."""
    found = locked(certificate)
    if found.returned_on or found.withdrawn_on or not found.staff_member:
        raise CannotDecideError("Bara ett intyg som gäller eller väntar kan flyttas.")
    before = found.staff_member
    found.staff_member = to
    _save(found)
    spellings.learn(found, by=by)
    text: list[Part] = ["Flyttade intyget från ", before, " till ", to, ": ", Typed(reason)]
    record(by=by, text=text, about=found, changes_from=found.received_on)
    return found


def locked(certificate: Certificate) -> Certificate:
    """The certificate as it is now, and nobody else changes it until this is over."""
    rows = Certificate.objects.select_for_update(of=("self",))
    return rows.select_related("staff_member", "reviewed_by", "course").get(pk=certificate.pk)


def _must_wait(certificate: Certificate) -> None:
    who = f" av {certificate.reviewed_by}" if certificate.reviewed_by else ""
    for day, done in (
        (certificate.withdrawn_on, "återkallat"),
        (certificate.approved_on, "godkänt"),
        (certificate.returned_on, "återsänt"),
    ):
        if day:
            raise CannotDecideError(f"Intyget är redan {done}{who} den {day}{_at(certificate)}.")


def _at(certificate: Certificate) -> str:
    """The time of the decision, when it is known and no later one has followed."""
    if certificate.decided_at is None or certificate.withdrawn_on:
        return ""
    return f" klockan {timezone.localtime(certificate.decided_at):%H.%M}"


def _must_be_approved(certificate: Certificate) -> None:
    if certificate.withdrawn_on:
        _must_wait(certificate)
    if not certificate.approved_on:
        raise CannotDecideError("Intyget är inte godkänt och kan därför inte återkallas.")


def _put(certificate: Certificate, person: StaffMember, completed_on: date) -> None:
    if completed_on > certificate.received_on:
        raise CannotDecideError("Kursen kan inte vara klar efter dagen då intyget kom in.")
    certificate.staff_member, certificate.completed_on = person, completed_on
    certificate.question = ""
    _save(certificate)


def _save(certificate: Certificate) -> None:
    """Save, with the database's own refusal put as a sentence."""
    try:
        with transaction.atomic():
            certificate.save()
    except IntegrityError:
        raise CannotDecideError(_why_refused(certificate)) from None


def _why_refused(certificate: Certificate) -> str:
    others = Certificate.objects.live().exclude(pk=certificate.pk)
    same = others.filter(staff_member=certificate.staff_member, course=certificate.course)
    if same.exists():
        return f"Personen har redan ett intyg för {certificate.course}."
    return "Dagarna måste komma i ordning: kursen klar, intyget inkommet, beslutet."
