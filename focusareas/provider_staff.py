"""The staff of a contracted unit, as its manager keeps them: added, renamed, ended, on leave.

The HR file does not know them. A manager changes nothing but what belongs to the own unit: whom
somebody else employs too is not theirs to rename, and nobody is looked up by number.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from django.db import transaction
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from focusareas import staffing
from focusareas.models import Absence, EarlierNumber, Employment, StaffMember, Unit, User
from focusareas.models.audit import Part, record
from focusareas.names import fold
from focusareas.one_at_a_time import one_at_a_time
from focusareas.refusal import RefusedError

NAMESAKE = (
    "Det finns redan någon med det namnet på listan. Är det en annan person kryssar du i rutan."
)
NOT_ANEW = "Anställningen är slut. Bara administratören kan förlänga den. Säg till om det är fel."
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


def telling_who_went_on(
    people: QuerySet[StaffMember], units: Iterable[Unit | int], *, on: date
) -> QuerySet[StaffMember]:
    """The same, each with `gone_since`: the last day here of who has worked elsewhere since.

    None for whoever is still at one of the units, or went nowhere else.
    """
    posts = Employment.objects.filter(staff_member=OuterRef("pk"))
    latest = posts.filter(unit__in=units).order_by(F("last_day").desc(nulls_first=True))
    since = Q(last_day=None) | Q(last_day__gt=OuterRef("left_on"))
    went_on = Exists(posts.exclude(unit__in=units).filter(since))
    people = people.annotate(left_on=Subquery(latest.values("last_day")[:1]))
    return people.annotate(gone_since=Case(When(Q(left_on__lt=on) & went_on, then="left_on")))


def brings_back(person: StaffMember, last_day: date | None) -> bool:
    """Whether working here to that day would let the units see what came of somebody who has gone.

    What the person has done elsewhere since is not theirs to know.
    """
    gone_since: date | None = person.gone_since  # type: ignore[attr-defined]  # annotated
    return gone_since is not None and (last_day is None or last_day > gone_since)


@transaction.atomic
def change(employment: Employment, *, own: QuerySet[Unit], on: date, by: User) -> None:
    """Save the employment's title and days, unless that would bring back who has gone elsewhere."""
    # Kept from other writers, as who is employed elsewhere meanwhile has gone.
    people = StaffMember.objects.select_for_update(of=("self",))
    found = telling_who_went_on(people, own, on=on).get(pk=employment.staff_member_id)
    if brings_back(found, employment.last_day):
        raise RefusedError(NOT_ANEW, field="last_day")
    staffing.employ(employment, by=by)


def leave_of(employment: Employment, *, on: date) -> Absence:
    """The leave that goes on or is to come, or a new one to fill in."""
    rows = employment.absences.exclude(last_day__lt=on).order_by("first_day")
    return rows.first() or Absence(employment=employment)
