"""What an administrator does about people: who they are, where they work, when they are away.

The HR file is the usual way; these verbs are for what cannot wait for it, and for what it never
does, such as taking a protected identity away. `RefusedError` when something cannot be done.
"""

from datetime import date, timedelta

from django.db import models, transaction

from focusareas import spellings
from focusareas.change_words import Values, changed_words, values_of
from focusareas.models import Absence, Employment, StaffMember, Unit, User
from focusareas.models.audit import Details, record
from focusareas.models.days import first_day_told_apart
from focusareas.refusal import RefusedError

ONE_DAY = timedelta(days=1)
PERSON_FIELDS = ("employee_number", "given_name", "family_name", "email")
EMPLOYMENT_FIELDS = ("title", "first_day", "last_day")
LEAVE_FIELDS = ("first_day", "last_day")
# How the trace tells that a leave got other days: undoing an import looks for it.
LEAVE_CHANGED = "Ändrade ledigheten från"
Period = Employment | Absence


@transaction.atomic
def add_person(person: StaffMember, *, by: User) -> None:
    """Save somebody new."""
    person.save()
    record(by=by, text=["Lade till medarbetaren ", person, "."], about=person)


@transaction.atomic
def change_person(person: StaffMember, *, by: User) -> None:
    """Save the person's name, number and address."""
    before = values_of(person, PERSON_FIELDS)
    person.save()
    spellings.keep_earlier({person.pk: f"{before['given_name']} {before['family_name']}".strip()})
    if words := changed_words(person, before):
        record(by=by, text=["Ändrade ", Details(person, words), " för ", person, "."], about=person)


@transaction.atomic
def protect(person: StaffMember, is_protected: bool, *, by: User) -> None:
    """Let the identity be protected, or no longer."""
    if person.is_protected == is_protected:
        return
    person.is_protected = is_protected
    person.save(update_fields=["is_protected"])
    number = person.employee_number
    text = f"Skyddade identiteten för {number}." if is_protected else f"Tog bort skyddet: {number}."
    record(by=by, text=text, about=person)


@transaction.atomic
def employ(employment: Employment, *, by: User) -> None:
    """Save a new employment, or one whose title or days have changed."""
    person = _locked(employment.staff_member)
    others = person.employments.filter(unit=employment.unit).exclude(pk=employment.pk)
    if _overlaps(employment, others):
        raise RefusedError("Personen är redan anställd på enheten den tiden.", field="first_day")
    before = values_of(employment, EMPLOYMENT_FIELDS) if employment.pk else None
    employment.save()
    if before is None:
        words = f"Anställd på {employment.unit} {_days(employment)}."
    else:
        words = f"Ändrade anställningen på {employment.unit}: {changed_words(employment, before)}."
    record(by=by, text=words, about=person, changes_from=_first_change(employment, before))


@transaction.atomic
def move(employment: Employment, *, to: Unit, on: date, title: str, by: User) -> Employment:
    """Let the person work at another unit from a day; a leave that goes on comes along."""
    person = _locked(employment.staff_member)
    employment.refresh_from_db(fields=EMPLOYMENT_FIELDS)
    if on <= employment.first_day:
        raise RefusedError("Flytten måste komma efter anställningens första dag.", field="on")
    if employment.last_day and employment.last_day < on:
        raise RefusedError("Anställningen är slut den dagen. Lägg till en ny.", field="on")
    if to == employment.unit:
        raise RefusedError("Personen arbetar redan där. Välj en annan enhet.", field="to")
    new = Employment(
        staff_member=person, unit=to, title=title, first_day=on, last_day=employment.last_day
    )
    if _overlaps(new, person.employments.filter(unit=to)):
        raise RefusedError("Personen är redan anställd där den tiden.", field="to")
    employment.last_day = on - ONE_DAY
    employment.save(update_fields=["last_day"])
    new.save()
    _take_leave_along(employment, new)
    record(
        by=by, text=f"Flyttad från {employment.unit} till {to} {on}.", about=person, changes_from=on
    )
    return new


@transaction.atomic
def take_leave(leave: Absence, *, by: User) -> None:
    """Save a new leave, or one whose days have changed."""
    employment = leave.employment
    person = _locked(employment.staff_member)
    if leave.first_day < employment.first_day or _is_after(leave, employment.last_day):
        raise RefusedError("Ledigheten måste ligga inom anställningen.", field="first_day")
    if _overlaps(leave, employment.absences.exclude(pk=leave.pk)):
        raise RefusedError("Det finns redan en ledighet den tiden.", field="first_day")
    before = values_of(leave, LEAVE_FIELDS) if leave.pk else None
    leave.save()
    if before is None:
        words = f"Tjänstledig från {employment.unit} {_days(leave)}."
    else:
        words = f"{LEAVE_CHANGED} {employment.unit}: {changed_words(leave, before)}."
    record(by=by, text=words, about=person, changes_from=_first_change(leave, before))


def _first_change(period: Period, before: Values | None) -> date | None:
    """The first day on which the period holds and did not before, or the other way round."""
    if before is None:
        return period.first_day
    days = (period.first_day, period.last_day)
    return first_day_told_apart((before["first_day"], before["last_day"]), days)


def _locked(person: StaffMember) -> StaffMember:
    """The person, kept from other writers: no constraint holds overlapping days apart."""
    return StaffMember.objects.select_for_update().get(pk=person.pk)


def _overlaps(
    period: Period, others: models.QuerySet[Employment] | models.QuerySet[Absence]
) -> bool:
    """Whether any of the others holds on a day of the period."""
    still = models.Q(last_day=None) | models.Q(last_day__gte=period.first_day)
    overlapping = others.filter(still)
    if period.last_day:
        overlapping = overlapping.filter(first_day__lte=period.last_day)
    return overlapping.exists()


def _is_after(leave: Absence, day: date | None) -> bool:
    return day is not None and leave.first_day > day


def _take_leave_along(old: Employment, new: Employment) -> None:
    """What remains of a leave on the day of the move is a leave from the new employment."""
    still = models.Q(last_day=None) | models.Q(last_day__gte=new.first_day)
    for leave in old.absences.filter(still):
        first_day = max(leave.first_day, new.first_day)
        Absence.objects.create(employment=new, first_day=first_day, last_day=leave.last_day)
        if leave.first_day < new.first_day:
            leave.last_day = new.first_day - ONE_DAY
            leave.save()
        else:
            leave.delete()


def _days(period: Period) -> str:
    return f"från {period.first_day}" + (f" till {period.last_day}" if period.last_day else "")
