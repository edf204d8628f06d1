"""Units that become one, and units that become several: all at once, from a day on.

What moves is shown first. If it has become something else by the time it is agreed to, nothing is
done. The days before keep their figures; nothing of them is written over.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction
from django.db.models import Count, Exists, OuterRef

from focusareas import transfers, units_admin
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.periods import holds, is_open
from focusareas.models import (
    Absence,
    Certificate,
    Employment,
    KeyPerson,
    RoutineConfirmation,
    StaffMember,
    Unit,
    UnitManager,
    User,
)
from focusareas.models.audit import record, record_for_each
from focusareas.one_at_a_time import one_at_a_time
from focusareas.refusal import RefusedError
from focusareas.spans import ONE_DAY
from focusareas.swedish import counted
from focusareas.transfers import Transfer

MEANWHILE = "Något på enheten har ändrats sedan du öppnade sidan. Titta igenom den och försök igen."


@dataclass(frozen=True, slots=True)
class Mover:
    """Somebody who moves, and what is worth knowing about it."""

    person: StaffMember
    title: str
    begins_on: date
    on_leave: bool
    is_there_already: bool


@dataclass(frozen=True, slots=True)
class Holding:
    """What a unit has on a day, and what of it begins later."""

    unit: Unit
    day: date
    people: list[Mover]
    key_persons: list[KeyPerson]
    routines: list[RoutineConfirmation]
    managers: list[UnitManager] = field(default_factory=list)
    managers_there: list[UnitManager] = field(default_factory=list)
    n_questions: int = 0
    n_waiting: int = 0

    @property
    def basis(self) -> str:
        """What one agrees to, in short: another when anything that moves has changed."""
        keys = [
            sorted(mover.person.pk for mover in self.people),
            sorted(duty.pk for duty in self.key_persons),
            sorted(confirmation.pk for confirmation in self.routines),
        ]
        return hashlib.sha256(f"{self.unit.pk} {self.day} {keys}".encode()).hexdigest()

    def of(self, people: Collection[int]) -> "Holding":
        """The part of it that goes with these people, by key."""
        return replace(
            self,
            people=[mover for mover in self.people if mover.person.pk in people],
            key_persons=[duty for duty in self.key_persons if duty.staff_member_id in people],
        )

    @property
    def n_on_leave(self) -> int:
        """How many of them are on long leave on the day."""
        return sum(mover.on_leave for mover in self.people)

    @property
    def n_there_already(self) -> int:
        """How many of them work at the other unit as well."""
        return sum(mover.is_there_already for mover in self.people)

    @property
    def n_later(self) -> int:
        """How many of them begin only after the day."""
        return sum(mover.begins_on > self.day for mover in self.people)


def holding(unit: Unit, *, on: date, to: Unit | None = None) -> Holding:
    """What the unit has from the day on, each person once."""
    movers = _movers(unit, on, to)
    duties = unit.key_persons.filter(
        transfers.from_day_on(on), staff_member__in=[mover.person for mover in movers]
    )
    routines = unit.routine_confirmations.filter(withdrawn_on__isnull=True)
    leading = UnitManager.objects.filter(
        transfers.from_day_on(on), unit__in=filter(None, [unit, to])
    )
    managers = list(leading.select_related("user").order_by("is_deputy", "first_day", "pk"))
    waiting = Certificate.objects.live().filter(unit=unit, approved_on__isnull=True)
    counts = waiting.aggregate(all=Count("pk"), known=Count("staff_member"))
    return Holding(
        unit=unit,
        day=on,
        people=movers,
        key_persons=list(duties.select_related("staff_member").order_by("first_day", "pk")),
        routines=list(routines.select_related("activity").order_by("activity__position", "pk")),
        managers=[duty for duty in managers if duty.unit_id == unit.pk],
        managers_there=[duty for duty in managers if duty.unit_id != unit.pk],
        n_questions=counts["all"] - counts["known"],
        n_waiting=counts["known"],
    )


def _movers(unit: Unit, on: date, to: Unit | None) -> list[Mover]:
    there = Employment.objects.filter(
        transfers.from_day_on(on), unit=to, staff_member=OuterRef("staff_member")
    )
    rows = (
        unit.employments.filter(transfers.from_day_on(on))
        .select_related("staff_member")
        .annotate(
            on_leave=Exists(Absence.objects.on(on).filter(employment=OuterRef("pk"))),
            is_there=Exists(there),
        )
        .order_by("staff_member__sort_key", "staff_member__employee_number", "on_leave", "pk")
    )
    found: dict[int, Mover] = {}
    for row in rows:
        mover = Mover(row.staff_member, row.title, row.first_day, row.on_leave, row.is_there)
        found.setdefault(row.staff_member_id, mover)
    return list(found.values())


def must_be_open(unit: Unit, into: Unit, *, on: date) -> None:
    """Refuse a merger that the days of the two units do not allow."""
    if unit.first_day and unit.first_day >= on:
        raise RefusedError(f"Enheten öppnade {unit.first_day}. Välj en senare dag.", field="on")
    if not is_open(unit, on - ONE_DAY):
        raise RefusedError(f"Enheten är redan stängd sedan {unit.last_day}.", field="on")
    if not holds(into, on):
        raise RefusedError("Enheten är inte öppen den dagen.", field="into")


@transaction.atomic
def merge(
    unit: Unit,
    *,
    into: Unit,
    on: date,
    basis: str,
    key_persons: Collection[KeyPerson],
    routines: Collection[RoutineConfirmation],
    today: date,
    by: User,
) -> Holding:
    """Close the unit the day before; whoever works there works at its successor from the day.

    These key persons go on and these routines hold at the successor; all others end.
    """
    # Before any row is locked, as an import waits for rows while it has its turn.
    one_at_a_time()
    unit, into = _locked(unit, into)
    must_be_open(unit, into, on=on)
    moving = _agreed(unit, on, basis)
    units_admin.close_unit(unit, last_day=on - ONE_DAY, successor=into, by=by)
    changes = Changes()
    _carry(Transfer(unit, into, on, changes), moving, key_persons, routines, by)
    transfers.end_key_persons(changes, unit.key_persons.all(), before=on)
    transfers.withdraw_routines(unit, on=on, reason=f"Enheten gick upp i {into}.")
    transfers.end_managers(changes, unit, before=on)
    if on <= today:
        _hand_over_questions(unit, into, by)
    taken_over = f"Tog över {_in_words(moving, key_persons, routines)} från {unit} {on}."
    record(by=by, text=taken_over, about=into, changes_from=on)
    return moving


@transaction.atomic
def split(
    unit: Unit,
    *,
    new: Unit,
    people: Collection[int],
    basis: str,
    key_persons: Collection[KeyPerson],
    routines: Collection[RoutineConfirmation],
    by: User,
) -> Holding:
    """Open a new unit in the same department, where these people work from its first day.

    It is what the unit is, with a code and a name of its own; the unit goes on with the others.
    """
    (unit,) = _locked(unit)
    on = new.first_day
    assert on
    if not holds(unit, on):
        raise RefusedError("Enheten är inte öppen den dagen.", field="first_day")
    placement = unit.placements.on(on).select_related("department").first()
    if placement is None:
        raise RefusedError("Enheten hör inte till någon avdelning den dagen.", field="first_day")
    moving = _agreed(unit, on, basis).of(people)
    new.operation, new.provider = unit.operation, unit.provider
    tags = [tag.name for tag in unit.tags.all()]
    units_admin.open_unit(new, department=placement.department, tags=tags, by=by)
    _carry(Transfer(unit, new, on, Changes()), moving, key_persons, routines, by)
    words = _in_words(moving, key_persons, routines)
    for text, about in [
        (f"Delade enheten: {words} till {new} {on}.", unit),
        (f"Bildades ur {unit} med {words}.", new),
    ]:
        record(by=by, text=text, about=about, changes_from=on)
    return moving


def _locked(*units: Unit) -> list[Unit]:
    """The units as they are now, kept from other writers; always locked in the same order."""
    rows = Unit.objects.select_for_update(no_key=True, of=("self",)).order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[unit.pk for unit in units])}
    if any(unit.pk not in found for unit in units):
        raise RefusedError(MEANWHILE)
    return [found[unit.pk] for unit in units]


def _agreed(unit: Unit, on: date, basis: str) -> Holding:
    """What the unit has, its people kept from other writers; refused if it is not as was shown."""
    at_unit = unit.employments.filter(transfers.from_day_on(on)).values("staff_member")
    list(StaffMember.objects.select_for_update().filter(pk__in=at_unit).order_by("pk"))
    found = holding(unit, on=on)
    if found.basis != basis:
        raise RefusedError(MEANWHILE)
    return found


def _carry(
    transfer: Transfer,
    moving: Holding,
    key_persons: Collection[KeyPerson],
    routines: Collection[RoutineConfirmation],
    by: User,
) -> None:
    """Move the people with their duties; of those, the ones that are not to go on end."""
    people = [mover.person for mover in moving.people]
    transfer.people([person.pk for person in people])
    duties = transfer.unit.key_persons.filter(pk__in=[duty.pk for duty in key_persons])
    transfer.key_persons(duties.filter(staff_member__in=people))
    others = transfer.unit.key_persons.filter(staff_member__in=people)
    transfers.end_key_persons(transfer.changes, others, before=transfer.day)
    transfer.routines(routines, by=by)
    words = f"Flyttad från {transfer.unit} till {transfer.to} {transfer.day}."
    record_for_each(by=by, text=words, about=people, changes_from=transfer.day)


def _hand_over_questions(unit: Unit, into: Unit, by: User) -> None:
    """The successor's manager knows the people, and nobody does the part of a closed unit."""
    questions = Certificate.objects.filter(unit=unit).questions()
    moved = list(questions.select_for_update(of=("self",)))
    questions.update(unit=into)
    words = f"Frågan besvaras av {into}, som har ersatt {unit}."
    record_for_each(by=by, text=words, about=moved)


def _in_words(
    moving: Holding,
    key_persons: Collection[KeyPerson],
    routines: Collection[RoutineConfirmation],
) -> str:
    parts = [counted(len(moving.people), "medarbetare", "medarbetare")]
    if key_persons:
        parts.append(counted(len(key_persons), "nyckelperson", "nyckelpersoner"))
    if routines:
        parts.append(counted(len(routines), "bekräftad rutin", "bekräftade rutiner"))
    return ", ".join(parts[:-1]) + (" och " if parts[1:] else "") + parts[-1]
