"""What an administrator does about units: opened, changed, placed, led and closed.

`RefusedError` when something cannot be done.
"""

from collections.abc import Iterable
from datetime import date

from django.db import models, transaction

from focusareas.change_words import changed_words, values_of
from focusareas.hr_import.changes import Changes
from focusareas.hr_import.checking import comes_back
from focusareas.hr_import.managers import appoint as take_over_as_manager
from focusareas.hr_import.organisation import keep_history
from focusareas.hr_import.periods import take_over
from focusareas.logins import user_with
from focusareas.models import (
    Department,
    DepartmentHead,
    FormerUnitName,
    Unit,
    UnitManager,
    UnitPlacement,
    UnitTag,
    User,
)
from focusareas.models.audit import record
from focusareas.models.days import first_day_told_apart
from focusareas.one_at_a_time import one_at_a_time
from focusareas.refusal import RefusedError

UNIT_FIELDS = ("code", "name", "operation", "provider_id", "cost_centre", "first_day")


@transaction.atomic
def open_unit(unit: Unit, *, department: Department, tags: Iterable[str], by: User) -> None:
    """Save a new unit and place it in its department from its first day."""
    unit.save()
    UnitPlacement.objects.create(unit=unit, department=department, first_day=unit.first_day)
    _tag(unit, tags)
    record(
        by=by,
        text=f"Lade till enheten {unit} ({unit.code}) i {department}.",
        about=unit,
        changes_from=unit.first_day or date.min,
    )


@transaction.atomic
def change_unit(unit: Unit, *, tags: Iterable[str], on: date, by: User) -> None:
    """Save what a unit is; the name it had until the day is kept."""
    before = values_of(unit, UNIT_FIELDS)
    unit.save()
    changes = Changes()
    placements = unit.placements.select_for_update()
    known = {"name": before["name"], "first_day": before["first_day"]}
    keep_history(changes, unit, placements, **known, on=on)
    changes.write(FormerUnitName, UnitPlacement)
    words = [changed_words(unit, before), tagged := _tag(unit, tags)]
    since = first_day_told_apart((before["first_day"], None), (unit.first_day, None))
    if tagged or unit.operation != before["operation"]:
        # These have no days: every figure is as if they had always been so.
        since = date.min
    if any(words):
        text = f"Ändrade enheten. {'; '.join(filter(None, words))}."
        record(by=by, text=text, about=unit, changes_from=since)


@transaction.atomic
def close_unit(unit: Unit, *, last_day: date, successor: Unit | None, by: User) -> None:
    """Let the unit be open until and including a day, and say which unit takes over."""
    # An import, or undoing one, may take the unit away or have others replaced by it.
    one_at_a_time()
    stored = Unit.objects.filter(pk=unit.pk).first()
    if stored is None:
        raise RefusedError("Enheten finns inte längre.")
    if stored.first_day and last_day < stored.first_day:
        raise RefusedError("Enheten kan inte stängas innan den öppnat.", field="last_day")
    if successor and _would_come_back(unit, successor):
        raise RefusedError("De två enheterna skulle ersätta varandra.", field="successor")
    before = (stored.first_day, stored.last_day)
    unit.last_day, unit.successor = last_day, successor
    unit.save(update_fields=["last_day", "successor"])
    instead = f" och ersätts av {successor}" if successor else ""
    record(
        by=by,
        text=f"Stängde enheten: sista dag {last_day}{instead}.",
        about=unit,
        changes_from=first_day_told_apart(before, (stored.first_day, last_day)),
    )


@transaction.atomic
def reopen_unit(unit: Unit, *, by: User) -> None:
    """Let the unit be open without an end, as if it had never been closed."""
    days, always = (unit.first_day, unit.last_day), (unit.first_day, None)
    unit.last_day = unit.successor = None
    unit.save(update_fields=["last_day", "successor"])
    record(
        by=by,
        text="Öppnade enheten igen.",
        about=unit,
        changes_from=first_day_told_apart(days, always),
    )


@transaction.atomic
def place_unit(unit: Unit, *, department: Department, on: date, by: User) -> None:
    """Let the unit belong to a department from a day, instead of the one it was in."""
    if unit.first_day and on < unit.first_day:
        raise RefusedError("Enheten har inte öppnat den dagen.", field="on")
    changes = Changes()
    new = UnitPlacement(unit=unit, department=department, first_day=on)
    rows = list(unit.placements.select_for_update())
    if not take_over(changes, rows, new, department_id=department.pk):
        raise RefusedError("Enheten hör redan till avdelningen.", field="department")
    changes.write(UnitPlacement)
    record(
        by=by, text=f"Flyttade enheten till {department} från {on}.", about=unit, changes_from=on
    )


@transaction.atomic
def appoint_manager(
    unit: Unit,
    *,
    email: str,
    first_day: date,
    is_deputy: bool,
    by: User,
    last_day: date | None = None,
) -> User:
    """Let somebody manage the unit from a day; a manager ends the day before a new one begins.

    Deputies stand beside the manager and each other, until a last day if one is said.
    """
    if last_day and last_day < first_day:
        raise RefusedError("Sista dagen kan inte ligga före den första.", field="last_day")
    user = user_with(email, by=by)
    rows = list(unit.managers.select_for_update())
    if is_deputy:
        _must_not_be_there_already(rows, user, first_day, last_day)
        days = {"first_day": first_day, "last_day": last_day}
        UnitManager.objects.create(unit=unit, user=user, is_deputy=True, **days)
    else:
        changes = Changes()
        if not take_over_as_manager(changes, unit, user, rows, on=first_day):
            raise RefusedError("Personen är redan chef för enheten den dagen.", field="email")
        changes.write(UnitManager)
    role = "ersättare för chefen" if is_deputy else "chef"
    until = f" till och med {last_day}" if last_day else ""
    record(by=by, text=[user, f" är {role} från {first_day}{until}."], about=unit)
    return user


@transaction.atomic
def head_department(department: Department, *, email: str, first_day: date, by: User) -> User:
    """Let somebody head the department from a day, beside those who already do."""
    user = user_with(email, by=by)
    _must_not_be_there_already(department.heads.select_for_update(), user, first_day)
    DepartmentHead.objects.create(department=department, user=user, first_day=first_day)
    record(by=by, text=[user, f" är avdelningschef från {first_day}."], about=department)
    return user


@transaction.atomic
def end_duty(duty: UnitManager | DepartmentHead, *, last_day: date, by: User) -> None:
    """Let a manager, deputy or head have the duty until and including a day.

    A duty that ended when somebody took over cannot be made to last into theirs.
    """
    if last_day < duty.first_day:
        raise RefusedError(f"Uppdraget börjar {duty.first_day}.", field="last_day")
    taken_over = _taken_over(duty)
    if taken_over and last_day >= taken_over:
        words = f"Nästa uppdrag börjar {taken_over}. Det här kan vara längst till dagen före."
        raise RefusedError(words, field="last_day")
    duty.last_day = last_day
    duty.save(update_fields=["last_day"])
    about = duty.unit if isinstance(duty, UnitManager) else duty.department
    record(by=by, text=["Uppdraget för ", duty.user, f" slutar {last_day}."], about=about)


def _taken_over(duty: UnitManager | DepartmentHead) -> date | None:
    """The day the next manager begins, or the same person in the same duty anew."""
    successor = models.Q(user=duty.user_id)
    rows: models.QuerySet[UnitManager] | models.QuerySet[DepartmentHead]
    if isinstance(duty, UnitManager):
        rows = UnitManager.objects.filter(unit=duty.unit_id)
        if not duty.is_deputy:
            successor |= models.Q(is_deputy=False)
    else:
        rows = DepartmentHead.objects.filter(department=duty.department_id)
    later = rows.filter(successor, first_day__gt=duty.first_day).select_for_update()
    return min((row.first_day for row in later), default=None)


def _must_not_be_there_already(
    rows: Iterable[UnitManager] | Iterable[DepartmentHead],
    user: User,
    first_day: date,
    last_day: date | None = None,
) -> None:
    for row in rows:
        if last_day and row.first_day > last_day:
            continue
        if row.user_id == user.pk and (row.last_day is None or row.last_day >= first_day):
            raise RefusedError("Personen har redan uppdraget den dagen.", field="email")


def _tag(unit: Unit, names: Iterable[str]) -> str:
    """Let the unit have exactly these tags, new ones made; what was changed, in words."""
    before = sorted(tag.name for tag in unit.tags.all())
    known = {tag.name.casefold(): tag for tag in UnitTag.objects.all()}
    tags = [known.get(name.casefold()) or UnitTag.objects.create(name=name) for name in names]
    unit.tags.set(tags)
    after = sorted(tag.name for tag in tags)
    return "" if before == after else f"taggar: {', '.join(before)} → {', '.join(after)}"


def _would_come_back(unit: Unit, successor: Unit) -> bool:
    """Whether the chain of successors, as it is now, would lead back to the unit."""
    rows = Unit.objects.values_list("pk", "successor_id")
    successors = {pk: following for pk, following in rows if following}
    return comes_back(unit.pk, successors | {unit.pk: successor.pk})


def people_left(unit: Unit, *, on: date) -> dict[str, int]:
    """How many still work at the unit after the day, and how many of them are key persons."""
    later = models.Q(last_day=None) | models.Q(last_day__gt=on)
    return {
        "people": unit.employments.filter(later).values("staff_member").distinct().count(),
        "key_persons": unit.key_persons.filter(later).values("staff_member").distinct().count(),
    }
