"""Whom a certificate in question may be about: the likeliest first, others by search."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, QuerySet

from focusareas.access import named_to
from focusareas.matching import Person, Register
from focusareas.models import Certificate, StaffMember, User
from focusareas.people_search import search

MOST_CANDIDATES = 8


def candidates(certificate: Certificate, *, on: date) -> list[StaffMember]:
    """The unit's people who lack a certificate of the course, those with a name like it first."""
    lacking = without_certificate(StaffMember.objects.at(certificate.unit, on=on), certificate)
    rows = lacking.annotate(spelling=F("spellings__spelling"))
    people: dict[int, StaffMember] = {row.pk: row for row in rows}
    names = [certificate.name_read, _sender_name(certificate)]
    alike = [pk for name in filter(None, names) for pk in _alike(name, rows)]
    return [people[pk] for pk in dict.fromkeys([*alike, *people])][:MOST_CANDIDATES]


def found_by(text: str, certificate: Certificate, *, user: User, on: date) -> list[StaffMember]:
    """People the user may know who lack a certificate of the course, by name or number."""
    named = named_to(user, on=on)
    return search(without_certificate(named, certificate), text, MOST_CANDIDATES)


def without_certificate(
    people: QuerySet[StaffMember], certificate: Certificate
) -> QuerySet[StaffMember]:
    """Those of them who lack a certificate of the course that this one is of."""
    live = Certificate.objects.live().filter(course=certificate.course, staff_member__isnull=False)
    return people.exclude(pk__in=live.values("staff_member"))


def _sender_name(certificate: Certificate) -> str:
    """What somebody who used a shared link says to be called."""
    submitted = getattr(certificate, "submitted", None)
    return submitted.submission.sender_name if submitted else ""


def _alike(name: str, rows: Iterable[StaffMember]) -> list[int]:
    """Those with a name like it; a person has a row for each spelling that was learned."""
    people = [
        Person(
            row.pk,
            row.employee_number,
            row.given_name,
            row.family_name,
            in_unit=True,
            learned=tuple(filter(None, [row.spelling])),  # type: ignore[attr-defined]  # annotated
        )
        for row in rows
    ]
    found = Register(people, list).match(name).candidates
    return list(dict.fromkeys(person.pk for person in found))
