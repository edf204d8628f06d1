"""Spellings of people's names that are learned: from answers to questions, and from the register.

A spelling is one more name the person has. It is learned per person, can be forgotten, and is
never the name of somebody else: then a certificate with it must stay a question.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Replace

from focusareas import page_pictures
from focusareas.certificate_patterns import places_of
from focusareas.matching import Person, Register, is_readable
from focusareas.models import Certificate, Employment, NameSpelling, StaffMember, User
from focusareas.models.audit import record
from focusareas.names import fold, plain

LONGEST_SPELLING = 200


def learn(certificate: Certificate, *, by: User) -> None:
    """Remember the name read on the certificate as its person's, and as nobody else's by it.

    Nothing is learned of a name that could not be read, is a single word, is the person's own
    in the register or is that of another person there. Nor where the person's own stands on the
    page as well: then it was something else that was read.
    """
    person, spelling = certificate.staff_member, plain(certificate.name_read)
    earlier = NameSpelling.objects.filter(certificate=certificate)
    earlier.exclude(staff_member=person).delete()
    if person is None or " " not in spelling or not is_readable(spelling):
        return
    if fold(spelling) in _keys(person) or _is_somebody_elses(spelling, person):
        return
    if any(places_of(person.full_name, page_pictures.text(certificate) or "")):
        return
    NameSpelling.objects.get_or_create(
        staff_member=person,
        key=fold(spelling),
        defaults={"spelling": spelling, "certificate": certificate, "learned_by": by},
    )


@transaction.atomic
def forget(spelling: NameSpelling, *, by: User) -> None:
    """Let the spelling no longer be a name that the person has."""
    person = spelling.staff_member
    removed, _ = NameSpelling.objects.filter(pk=spelling.pk).delete()
    if removed:
        record(by=by, text=["Tog bort en ihågkommen stavning för ", person, "."], about=person)


def keep_earlier(names: Mapping[int, str]) -> list[NameSpelling]:
    """Remember what people were called in the register before, where that is another name.

    Gives those that were not known.
    """
    taken = {key for key, _ in _register_keys(chain.from_iterable(map(_orders, names.values())))}
    rows = [
        NameSpelling(staff_member_id=pk, spelling=name[:LONGEST_SPELLING])
        for pk, name in names.items()
        if is_readable(name) and taken.isdisjoint(_orders(name))
    ]
    for row in rows:
        row.set_key()
    known = _stored(rows)
    new = [row for row in rows if (row.staff_member_id, row.key) not in known]
    NameSpelling.objects.bulk_create(new, ignore_conflicts=True)
    stored = _stored(new)
    return [stored[row.staff_member_id, row.key] for row in new]


def _stored(rows: Sequence[NameSpelling]) -> dict[tuple[int, str], NameSpelling]:
    """The spellings of these that are in the database, by person and key."""
    people = [row.staff_member_id for row in rows]
    found = NameSpelling.objects.filter(staff_member__in=people) if people else ()
    return {(row.staff_member_id, row.key): row for row in found}


def register_of(here: QuerySet[StaffMember], *, on: date) -> Register:
    """These people as those a name is first looked for among, and then everybody else."""
    return Register(people_of(here.order_by("pk"), in_unit=True), partial(_everybody, on))


def _everybody(day: date) -> list[Person]:
    employed = Employment.objects.on(day).filter(staff_member=OuterRef("pk"))
    return people_of(StaffMember.objects.order_by("pk"), employed=Exists(employed))


def people_of(
    staff: QuerySet[StaffMember], *, in_unit: bool = False, employed: Combinable | None = None
) -> list[Person]:
    """The people as the matcher needs to know them, with their learned spellings, in one query."""
    found: dict[int, Person] = {}
    rows = staff.annotate(employed=employed or Value(True)).values_list(
        "pk",
        "employee_number",
        "given_name",
        "family_name",
        "is_protected",
        "employed",
        "spellings__spelling",
    )
    for pk, number, given, family, is_protected, is_employed, spelling in rows:
        person = found.get(pk) or Person(
            pk, number, given, family, is_protected, in_unit=in_unit, is_employed=is_employed
        )
        found[pk] = replace(person, learned=(*person.learned, spelling)) if spelling else person
    return list(found.values())


def _keys(person: StaffMember) -> set[str]:
    given, family = fold(person.given_name), fold(person.family_name)
    return {given + family, family + given}


def _is_somebody_elses(spelling: str, person: StaffMember) -> bool:
    return any(pk != person.pk for _, pk in _register_keys(_orders(spelling)))


def _orders(name: str) -> set[str]:
    """The folded name with any of its words first, since the register has given names first."""
    words = name.split()
    return {fold("".join(words[first:] + words[:first])) for first in range(len(words))}


def _register_keys(keys: Iterable[str]) -> Iterable[tuple[str, int]]:
    """Those of the folded names that people of the register have, with whom."""
    joined = StaffMember.objects.annotate(
        joined=Replace("search_key", Value(" "), Value(""))
    ).filter(joined__in=list(keys))
    return joined.values_list("joined", "pk")
