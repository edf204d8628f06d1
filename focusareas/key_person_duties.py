"""Naming a unit's key persons, ending their duty, and handing it over to somebody else."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from focusareas.models import Employment, KeyPerson, StaffMember, Unit, User
from focusareas.models.audit import record
from focusareas.models.days import first_day_told_apart
from focusareas.refusal import RefusedError

ONE_DAY = timedelta(days=1)


@transaction.atomic
def appoint(person: StaffMember, unit: Unit, *, role: str, first_day: date, by: User) -> KeyPerson:
    """Let the person be the unit's key person from the day.

    `RefusedError` when the person does not work there that day, or has the duty then or later.
    """
    # One at a time: two who name the same person would not see each other's row.
    unit = Unit.objects.select_for_update(no_key=True, of=("self",)).get(pk=unit.pk)
    if unit.first_day and first_day < unit.first_day:
        raise RefusedError(f"Enheten öppnade {unit.first_day}.", field="first_day")
    employed = Employment.objects.on(first_day).filter(staff_member=person, unit=unit)
    if not employed.exists():
        raise RefusedError("Personen arbetar inte på enheten den dagen.", field="first_day")
    duties = KeyPerson.objects.filter(staff_member=person, unit=unit)
    if duties.filter(Q(last_day__isnull=True) | Q(last_day__gte=first_day)).exists():
        raise RefusedError("Personen är redan nyckelperson på enheten.", field="person")
    duty = KeyPerson.objects.create(staff_member=person, unit=unit, role=role, first_day=first_day)
    role_words = f" till {duty.get_role_display()} på {unit} från {first_day}."
    record(by=by, text=["Utsåg ", person, role_words], about=duty, changes_from=first_day)
    return duty


@transaction.atomic
def end(duty: KeyPerson, *, last_day: date, by: User) -> KeyPerson:
    """Let the duty hold until and including the day; `RefusedError` if it began later."""
    found = KeyPerson.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if last_day < found.first_day:
        raise RefusedError(
            f"Sista dagen kan inte ligga före den första, {found.first_day}.", field="last_day"
        )
    before = (found.first_day, found.last_day)
    found.last_day = last_day
    found.save(update_fields=["last_day"])
    words = f" som nyckelperson på {found.unit}: {last_day}."
    record(
        by=by,
        text=["Avslutade ", found.staff_member, words],
        about=found,
        changes_from=first_day_told_apart(before, (found.first_day, last_day)),
    )
    return found


@transaction.atomic
def hand_over(duty: KeyPerson, *, person: StaffMember, first_day: date, by: User) -> KeyPerson:
    """Let the person take over the duty from the day; whoever had it ends the day before."""
    found = KeyPerson.objects.select_for_update(of=("self",)).get(pk=duty.pk)
    if first_day <= found.first_day:
        raise RefusedError(
            f"Bytet måste ske efter den första dagen, {found.first_day}.", field="first_day"
        )
    successor = appoint(person, found.unit, role=found.role, first_day=first_day, by=by)
    if found.last_day is None or found.last_day >= first_day:
        end(found, last_day=first_day - ONE_DAY, by=by)
    return successor
