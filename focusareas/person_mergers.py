"""Two rows of the register that are one person become one, with all that either of them has.

What follows is shown first. If it has become something else by the time it is agreed to, nothing
is done. It cannot be undone: afterwards nothing says which of the two something belonged to.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, connection, models, transaction
from django.db.models import Exists, Min, OuterRef, ProtectedError

from focusareas import double_certificates, intake, lookalikes, spellings
from focusareas.access import sees_every_figure
from focusareas.hr_import.counts_in_words import NOUNS
from focusareas.models import (
    Attendance,
    Certificate,
    DepartmentHead,
    EarlierNumber,
    Employment,
    KeyPerson,
    MeetingLetter,
    NameSpelling,
    StaffMember,
    UnitManager,
    User,
)
from focusareas.models.audit import Part, record
from focusareas.one_at_a_time import one_at_a_time
from focusareas.person_periods import join_employments, join_key_persons
from focusareas.refusal import RefusedError
from focusareas.swedish import counted

ALREADY = "De är redan sammanslagna, eller så finns någon av dem inte längre."
MEANWHILE = "Något om personerna har ändrats sedan du öppnade sidan. Titta igenom den igen."
TWO_LOGINS = (
    "Båda har en inloggning, och den som försvinner har uppdrag eller roller. Flytta dem till den "
    "andra inloggningen först."
)
# Whatever points at a person and has a day from which it may change figures.
DATED = ((Employment, "first_day"), (KeyPerson, "first_day"), (Certificate, "received_on"))


@dataclass(frozen=True, slots=True)
class Joining:
    """What the one who goes has, and what becomes of it when the other is kept."""

    kept: StaffMember
    gone: StaffMember
    employments: list[Employment]
    key_persons: list[KeyPerson]
    certificates: list[Certificate]
    certificates_of_both: list[Certificate]
    n_attendances: int
    logins: dict[int, User]
    basis: str

    @property
    def login_too_many(self) -> User | None:
        """Of two logins the one that is parted with: that of the one who goes, if both can be used.

        Who can sign in must be able to go on doing so.
        """
        kept, gone = self.logins.get(self.kept.pk), self.logins.get(self.gone.pk)
        if kept is None or gone is None:
            return None
        return kept if gone.is_active and not kept.is_active else gone

    @property
    def login_that_follows(self) -> User | None:
        """The login that the one who is kept gets from the one who goes."""
        login = self.logins.get(self.gone.pk)
        return None if login == self.login_too_many else login


def joining(kept: StaffMember, gone: StaffMember) -> Joining:
    """What would happen; nothing does."""
    both = [kept.pk, gone.pk]
    employments = _rows(Employment, both, "unit", order="first_day")
    key_persons = _rows(KeyPerson, both, "unit", order="first_day")
    certificates = double_certificates.of_both(both)
    attendances = _rows(Attendance, both, "meeting", order="pk")
    logins = {user.staff_member_id: user for user in User.objects.filter(staff_member__in=both)}
    everything = [*employments, *key_persons, *certificates, *attendances, *logins.values()]
    return Joining(
        kept=kept,
        gone=gone,
        employments=_of(gone, employments),
        key_persons=_of(gone, key_persons),
        certificates=_of(gone, certificates),
        certificates_of_both=certificates,
        n_attendances=len(_of(gone, attendances)),
        logins={pk: user for pk, user in logins.items() if pk},
        basis=_basis([kept, gone, *everything]),
    )


def _rows(model: Any, people: list[int], *related: str, order: str) -> list[Any]:
    rows = model.objects.filter(staff_member__in=people)
    return list(rows.select_related(*related).order_by(order, "pk"))


def _of(person: StaffMember, rows: Iterable[Any]) -> list[Any]:
    return [row for row in rows if row.staff_member_id == person.pk]


def _basis(rows: Iterable[models.Model]) -> str:
    """What one agrees to, in short: another when anything of theirs has changed."""
    held = [[getattr(row, field.attname) for field in row._meta.concrete_fields] for row in rows]
    return hashlib.sha256(repr(held).encode()).hexdigest()


@transaction.atomic
def merge(kept: StaffMember, gone: StaffMember, *, basis: str, today: date, by: User) -> Joining:
    """Let the one have all that the other has, and the other be an earlier number of the one."""
    one_at_a_time()
    intake.take_turn()
    kept, gone = _locked(kept, gone)
    moving = joining(kept, gone)
    if moving.basis != basis:
        raise RefusedError(MEANWHILE)
    if reason := reason_against(moving, today=today):
        raise RefusedError(reason)
    since = _first_day_of_both(kept, gone)
    number = gone.employee_number
    try:
        with transaction.atomic():
            _carry_out(moving, today=today, by=by)
            # What somebody tied to the one who goes just now: told here and not at the commit.
            connection.check_constraints()
    except (IntegrityError, ProtectedError):
        raise RefusedError(MEANWHILE) from None
    words = f"Slog ihop medarbetare {number} med den här: {in_words(moving)}."
    record(by=by, text=words, about=kept, changes_from=since)
    return moving


def _carry_out(moving: Joining, *, today: date, by: User) -> None:
    kept, gone = moving.kept, moving.gone
    double_certificates.resolve(moving.certificates_of_both, by=by, on=today)
    Certificate.objects.filter(staff_member=gone).update(staff_member=kept)
    join_employments(kept, gone)
    join_key_persons(kept, gone)
    _take_over(Attendance, kept, gone, same=["meeting"])
    _take_over(MeetingLetter, kept, gone, same=["meeting", "version"])
    _take_over(NameSpelling, kept, gone, same=["key"])
    _join_logins(moving, by=by)
    lookalikes.tell_apart_too(kept, gone)
    _become_one(kept, gone)


def _locked(kept: StaffMember, gone: StaffMember) -> tuple[StaffMember, StaffMember]:
    """Both as they are now, kept from other writers; always locked in the same order."""
    rows = StaffMember.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk])
    found = {person.pk: person for person in rows.order_by("pk")}
    if len(found) < 2:
        raise RefusedError(ALREADY)
    return found[kept.pk], found[gone.pk]


def _first_day_of_both(kept: StaffMember, gone: StaffMember) -> date | None:
    """The first day on which a figure may know both; none when it never does."""
    days: dict[int, date] = {}
    for model, name in DATED:
        rows: Any = model._default_manager.filter(staff_member__in=[kept, gone]).order_by()
        for pk, day in rows.values_list("staff_member").annotate(first=Min(name)):
            days[pk] = min(day, days.get(pk, day))
    return max(days.values()) if len(days) == 2 else None


def _take_over(model: Any, kept: StaffMember, gone: StaffMember, *, same: Sequence[str]) -> None:
    """Move what the one who goes has, but for what the other has as well."""
    held = model.objects.filter(staff_member=kept, **{name: OuterRef(name) for name in same})
    rows = model.objects.filter(staff_member=gone)
    rows.filter(Exists(held)).delete()
    rows.update(staff_member=kept)


def reason_against(moving: Joining, *, today: date) -> str:
    """Why they cannot be joined, in a sentence; empty when they can."""
    login = moving.login_too_many
    return TWO_LOGINS if login and _leads_something(login, today) else ""


def _leads_something(login: User, today: date) -> bool:
    """Whether the login has a role, opens the admin, or has a duty that goes on or is to come."""
    if sees_every_figure(login) or login.is_staff or login.is_superuser:
        return True
    managed, headed = (
        kind._default_manager.filter(user=login).exclude(last_day__lt=today).order_by().values("pk")
        for kind in (UnitManager, DepartmentHead)
    )
    return managed.union(headed, all=True).exists()


def _join_logins(moving: Joining, *, by: User) -> None:
    """The login follows; if there are two, the one that leads nothing is closed."""
    if login := moving.login_too_many:
        did = "Stängde av" if login.is_active else "Tog bort personen från"
        login.staff_member, login.is_active = None, False
        login.save()
        text: list[Part] = [f"{did} inloggningen ", login, ": personen har en annan."]
        record(by=by, text=text, about=login)
    if login := moving.login_that_follows:
        login.staff_member = moving.kept
        login.save()


def _become_one(kept: StaffMember, gone: StaffMember) -> None:
    """The number and the name of the one who goes are earlier ones; protection is kept."""
    number, key = gone.employee_number, gone.pk
    gone.earlier_numbers.update(staff_member=kept)
    gone.delete()
    EarlierNumber.objects.create(staff_member=kept, number=number, merged_key=key)
    kept.is_protected = kept.is_protected or gone.is_protected
    kept.email = kept.email or gone.email
    kept.save()
    spellings.keep_earlier({kept.pk: gone.full_name})


def in_words(moving: Joining) -> str:
    """What followed, in numbers."""
    return ", ".join(
        (
            counted(len(moving.employments), "anställning", "anställningar"),
            counted(len(moving.certificates), "intyg", "intyg"),
            counted(len(moving.key_persons), *NOUNS["key_persons"]),
        )
    )
