"""The staff of a contracted unit, as its manager keeps them: added, renamed, ended, on leave.

The HR file does not know them. A manager changes nothing but what belongs to the own unit: whom
somebody else employs too is not theirs to rename, and nobody is looked up by number.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from itertools import count

from django.db import transaction
from django.db.models import F, QuerySet

from focusareas import staffing
from focusareas.models import Absence, EarlierNumber, Employment, StaffMember, Unit, User
from focusareas.models.audit import Part, record
from focusareas.names import fold
from focusareas.one_at_a_time import one_at_a_time
from focusareas.refusal import RefusedError

NAMESAKE = (
    "Det finns redan någon med det namnet på listan. Är det en annan person kryssar du i rutan."
)
NOT_THEIRS = "Namnet kan bara ändras av administratören. Säg till om det är fel."
# What of a unit's code its numbers have room for: a number of the provider's own follows it.
LONGEST_MARK = 30
CHECKSUM = 8


def on_the_list(unit: Unit) -> QuerySet[Employment]:
    """Everybody who works at the unit, has done or will: those who still do first."""
    rows = Employment.objects.filter(unit=unit).select_related("staff_member")
    return rows.order_by(F("last_day").desc(nulls_first=True), "staff_member__sort_key", "pk")


@transaction.atomic
def add(
    unit: Unit, person: StaffMember, *, first_day: date, title: str, is_another: bool, by: User
) -> Employment:
    """Let somebody new work at the unit from a day, under a number made for the person."""
    # A workbook gives out numbers too: each sees the names and numbers of the other.
    one_at_a_time()
    if not is_another and _is_on_the_list(person, unit, first_day):
        raise RefusedError(NAMESAKE, field="is_another")
    person.employee_number = next_number(unit)
    staffing.add_person(person, by=by)
    employment = Employment(staff_member=person, unit=unit, first_day=first_day, title=title)
    staffing.employ(employment, by=by)
    text: list[Part] = ["Satte ", person, f" på personallistan från {first_day}."]
    record(by=by, text=text, about=unit)
    return employment


def _is_on_the_list(person: StaffMember, unit: Unit, day: date) -> bool:
    name = fold(person.full_name)
    people = StaffMember.objects.filter(
        pk__in=Employment.objects.filter(unit=unit).exclude(last_day__lt=day).values("staff_member")
    )
    return any(fold(other.full_name) == name for other in people)


def next_number(unit: Unit) -> str:
    """The next of the unit's own numbers, which look like no number of the HR system."""
    return next(new_numbers(unit))


def mark_of(code: str) -> str:
    """How each number that is made at the unit begins; a long code is cut, and still told apart."""
    if len(code) > LONGEST_MARK:
        checksum = hashlib.sha256(code.encode()).hexdigest()[:CHECKSUM]
        code = f"{code[: LONGEST_MARK - CHECKSUM - 1]}~{checksum}"
    return f"P-{code}"


def new_numbers(unit: Unit) -> Iterator[str]:
    """The unit's own numbers that nobody has or has had, one after the other."""
    prefix = f"{mark_of(unit.code)}-"
    rows = StaffMember.objects.filter(employee_number__startswith=prefix)
    earlier = EarlierNumber.objects.filter(number__startswith=prefix).order_by()
    taken = rows.order_by().values_list("employee_number").union(earlier.values_list("number"))
    ends = (number.removeprefix(prefix) for (number,) in taken)
    latest = max((int(end) for end in ends if re.fullmatch("[0-9]{1,9}", end)), default=0)
    return (f"{prefix}{number}" for number in count(latest + 1))


def is_only_at(person: StaffMember, units: QuerySet[Unit]) -> bool:
    """Whether nobody but these units has ever employed the person."""
    return not person.employments.exclude(unit__in=units).exists()


@transaction.atomic
def rename(person: StaffMember, *, own: QuerySet[Unit], by: User) -> None:
    """Save the person's other name, unless the person works for somebody else as well."""
    if not is_only_at(person, own):
        raise RefusedError(NOT_THEIRS)
    staffing.change_person(person, by=by)


def leave_of(employment: Employment, *, on: date) -> Absence:
    """The leave that goes on or is to come, or a new one to fill in."""
    rows = employment.absences.exclude(last_day__lt=on).order_by("first_day")
    return rows.first() or Absence(employment=employment)
