"""What is decided about a certificate: answered, put right, approved, returned, withdrawn, moved.

Each verb locks the certificate, so that of two people at the same certificate the second one is
told who was first, and nothing is decided twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction

from focusareas.models import Certificate, StaffMember, User
from focusareas.models.audit import Part, Typed, record
from focusareas.refusal import RefusedError


class CannotDecideError(RefusedError):
    """The decision cannot be made; the message says why, in Swedish, for the one who tried."""


@dataclass(frozen=True, slots=True)
class ManyApproved:
    """How a decision about many went."""

    approved: int
    passed_over: int


@transaction.atomic
def answer(
    certificate: Certificate, *, person: StaffMember, completed_on: date, by: User
) -> Certificate:
    """Say whose a certificate in question is and when the course was completed; it then waits.

    CannotDecideError when it is no longer a question, the day is after the one it came in on, or
    the person already has a certificate of the course.
    """
    found = _locked(certificate)
    if found.staff_member_id:
        raise CannotDecideError("Frågan är redan besvarad.")
    _must_wait(found)
    _put(found, person, completed_on)
    record(by=by, text=["Svarade att intyget gäller ", person, "."], about=found)
    return found


@transaction.atomic
def correct(
    certificate: Certificate, *, person: StaffMember, completed_on: date, by: User
) -> Certificate:
    """Put right whom a waiting certificate is about and its day; that answers a question too."""
    found = _locked(certificate)
    _must_wait(found)
    wrong: list[Part] = []
    if person != found.staff_member:
        wrong += [" och ", "medarbetaren från ", found.staff_member or "ingen", " till ", person]
    if completed_on != found.completed_on:
        wrong += [" och ", f"dagen från {found.completed_on or 'ingen'} till {completed_on}"]
    if wrong:
        _put(found, person, completed_on)
        record(by=by, text=["Rättade ", *wrong[1:], "."], about=found)
    return found


@transaction.atomic
def approve(certificate: Certificate, *, by: User, on: date) -> Certificate:
    """Approve a waiting certificate that names its person and day."""
    found = _locked(certificate)
    _must_wait(found)
    if not found.staff_member_id or not found.completed_on:
        raise CannotDecideError("Intyget saknar person eller dag. Fyll i det först.")
    found.approved_on, found.reviewed_by = on, by
    _save(found)
    record(by=by, text="Godkände intyget.", about=found)
    return found


def approve_all(certificates: Iterable[Certificate], *, by: User, on: date) -> ManyApproved:
    """Approve each that still can be; those somebody else was at meanwhile are passed over."""
    approved = passed_over = 0
    for certificate in certificates:
        try:
            approve(certificate, by=by, on=on)
            approved += 1
        except CannotDecideError:
            passed_over += 1
    return ManyApproved(approved, passed_over)


@transaction.atomic
def return_to_unit(certificate: Certificate, *, reason: str, by: User, on: date) -> Certificate:
    """Send a waiting certificate back with a reason; a new one may then be handed in."""
    found = _locked(certificate)
    _must_wait(found)
    found.returned_on, found.reason, found.reviewed_by = on, reason, by
    _save(found)
    record(by=by, text=["Återsände intyget: ", Typed(reason)], about=found)
    return found


@transaction.atomic
def withdraw(certificate: Certificate, *, reason: str, by: User, on: date) -> Certificate:
    """Take an approval back from a day on; until then it counts."""
    found = _locked(certificate)
    _must_be_approved(found)
    found.withdrawn_on, found.reason, found.reviewed_by = on, reason, by
    _save(found)
    record(by=by, text=["Återkallade godkännandet: ", Typed(reason)], about=found)
    return found


@transaction.atomic
def move(certificate: Certificate, *, to: StaffMember, reason: str, by: User) -> Certificate:
    """Give a certificate that was put on the wrong person to the right one, from its first day."""
    found = _locked(certificate)
    if found.returned_on or found.withdrawn_on or not found.staff_member:
        raise CannotDecideError("Bara ett intyg som gäller eller väntar kan flyttas.")
    before = found.staff_member
    found.staff_member = to
    _save(found)
    text = ["Flyttade intyget från ", before, " till ", to, ": ", Typed(reason)]
    record(by=by, text=text, about=found)
    return found


def _locked(certificate: Certificate) -> Certificate:
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
            raise CannotDecideError(f"Intyget är redan {done}{who} den {day}.")


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
