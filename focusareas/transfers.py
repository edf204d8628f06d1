"""What one unit has becomes another's from a day on: people, key persons and routines.

Before the day nothing changes. From it, whoever was employed, at work or key person at the unit
is so at the other, beside those who were there already, and nobody is there twice.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Q, QuerySet

from focusareas.hr_import.changes import Changes
from focusareas.models import (
    Absence,
    Employment,
    KeyPerson,
    RoutineConfirmation,
    Unit,
    UnitManager,
    User,
)
from focusareas.spans import ONE_DAY, Span, span_of, without

Held = TypeVar("Held", Employment, KeyPerson)


def from_day_on(day: date) -> Q:
    """The rows that hold on the day or later."""
    return Q(last_day=None) | Q(last_day__gte=day)


@dataclass(frozen=True, slots=True)
class Transfer:
    """From one unit to another, from a day on; all rows are written at the end."""

    unit: Unit
    to: Unit
    day: date
    changes: Changes

    def people(self, people: Collection[int]) -> None:
        """Let these people, by key, work at the other unit; a leave that goes on comes along."""
        rows = Employment.objects.filter(from_day_on(self.day), staff_member__in=people)
        rows = rows.prefetch_related("absences").order_by("first_day", "pk")
        here = _by_person(rows.filter(unit=self.unit))
        there = _by_person(rows.filter(unit=self.to))
        for person, employments in here.items():
            self._move(employments, there[person])
        self.changes.write(Employment, Absence)

    def key_persons(self, duties: QuerySet[KeyPerson]) -> None:
        """Let these go on at the other unit; one who is key person there already is so once."""
        in_turn = list(duties.order_by("first_day", "pk"))
        held = KeyPerson.objects.filter(
            from_day_on(self.day),
            unit=self.to,
            staff_member__in=[duty.staff_member_id for duty in in_turn],
        )
        there = _by_person(held)
        for duty in in_turn:
            taken = list(map(span_of, there[duty.staff_member_id]))
            parts = without([span_of(duty, since=self.day)], taken)
            there[duty.staff_member_id] += self._continued(duty, parts)
        self.changes.write(KeyPerson)

    def routines(self, confirmations: Iterable[RoutineConfirmation], *, by: User) -> None:
        """Let what the unit has confirmed hold for the other too, where it has not done so."""
        known = set(_in_force(self.to).values_list("activity", flat=True))
        for old in confirmations:
            if old.activity_id not in known:
                self.changes.make(self._confirmed_anew(old, by))
        self.changes.write(RoutineConfirmation)

    def _move(self, here: Sequence[Employment], there: Sequence[Employment]) -> None:
        """One person's employments, told apart in days so that none of them overlap."""
        working = [span for row in here for span in self._at_work(row)]
        for row in there:
            for leave in row.absences.all():
                self._interrupt(leave, working)
        taken = list(map(span_of, there))
        for row in here:
            parts = without([span_of(row, since=self.day)], taken)
            taken += parts
            self._end_leaves(row)
            for new, part in zip(self._continued(row, parts), parts, strict=True):
                self._make_leaves(new, without([part], working))

    def _at_work(self, row: Employment) -> list[Span]:
        """When, from the day on, the person is at work in this employment."""
        return without([span_of(row, since=self.day)], map(span_of, row.absences.all()))

    def _interrupt(self, leave: Absence, working: Sequence[Span]) -> None:
        """Who is on leave there but comes with work from here is no longer on leave."""
        whole = span_of(leave)
        left = without([whole], working)
        if not left:
            self.changes.remove(leave)
        elif left != [whole]:
            self.changes.change(leave, **left[0].days)
            self._make_leaves(leave.employment, left[1:])

    def _end_leaves(self, row: Employment) -> None:
        for leave in row.absences.all():
            end(self.changes, leave, before=self.day)

    def _make_leaves(self, employment: Employment, spans: Iterable[Span]) -> None:
        for span in spans:
            self.changes.make(Absence(employment=employment, **span.days))

    def _continued(self, row: Held, parts: Sequence[Span]) -> list[Held]:
        """The row ends before the day and holds at the other unit in each of the parts."""
        continued: list[Held] = []
        for part in parts:
            if row.first_day < self.day or continued:
                continued.append(self._made(row, part))
            else:
                self.changes.change(row, unit_id=self.to.pk, **part.days)
                continued.append(row)
        if row not in continued:
            end(self.changes, row, before=self.day)
        return continued

    def _made(self, row: Held, part: Span) -> Held:
        new = type(row)(staff_member_id=row.staff_member_id, unit=self.to, **part.days)
        if isinstance(new, Employment) and isinstance(row, Employment):
            new.title = row.title
        elif isinstance(new, KeyPerson) and isinstance(row, KeyPerson):
            new.role = row.role
        self.changes.make(new)
        return new

    def _confirmed_anew(self, old: RoutineConfirmation, by: User) -> RoutineConfirmation:
        confirmed_on = max(old.confirmed_on, self.day)
        review_on = old.review_on and max(old.review_on, confirmed_on + timedelta(days=1))
        return RoutineConfirmation(
            unit=self.to,
            activity_id=old.activity_id,
            confirmed_on=confirmed_on,
            review_on=review_on,
            note=old.note,
            document_id=old.document_id,
            confirmed_by=by,
        )


def end(
    changes: Changes, row: Absence | Employment | KeyPerson | UnitManager, *, before: date
) -> None:
    """Let the row hold until the day before; one that has not begun by then never comes to hold."""
    if row.first_day >= before:
        changes.remove(row)
    elif row.last_day is None or row.last_day >= before:
        changes.change(row, last_day=before - ONE_DAY)


def end_key_persons(changes: Changes, duties: QuerySet[KeyPerson], *, before: date) -> None:
    """Let these duties hold until the day before."""
    for duty in duties.filter(from_day_on(before)):
        end(changes, duty, before=before)
    changes.write(KeyPerson)


def end_managers(changes: Changes, unit: Unit, *, before: date) -> None:
    """Let managers and deputies have their duties until the day before."""
    for duty in unit.managers.filter(from_day_on(before)).select_for_update():
        end(changes, duty, before=before)
    changes.write(UnitManager)


def withdraw_routines(unit: Unit, *, on: date, reason: str) -> None:
    """Let what the unit has confirmed hold until the day before."""
    for confirmation in _in_force(unit):
        confirmation.withdrawn_on = max(on, confirmation.confirmed_on)
        confirmation.withdrawal_reason = reason[:300]
        confirmation.save(update_fields=["withdrawn_on", "withdrawal_reason"])


def _in_force(unit: Unit) -> QuerySet[RoutineConfirmation]:
    return unit.routine_confirmations.filter(withdrawn_on__isnull=True)


def _by_person(rows: Iterable[Held]) -> defaultdict[int, list[Held]]:
    found: defaultdict[int, list[Held]] = defaultdict(list)
    for row in rows:
        found[row.staff_member_id].append(row)
    return found
