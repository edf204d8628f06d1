"""People who look like one person that has come back under a new number or surname.

They are pointed out and nothing more: whether they are one is for an administrator to say.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from django.db import transaction
from django.db.models import Count, Prefetch, Q
from django.db.models.functions import Lower

from focusareas.models import Employment, PeopleApart, StaffMember, User
from focusareas.models.audit import record
from focusareas.names import fold

# How many days may lie between the end of one employment and the beginning of the other.
GAP = timedelta(days=31)
SAME_NAME = "Samma namn på samma enhet. Den ena började när den andra slutade."
SAME_ADDRESS = "Samma e-postadress och förnamn."
SAME_ADDRESS_AT_UNIT = "Samma e-postadress på samma enhet. Den ena började när den andra slutade."

Pair = tuple[int, int]
Post = tuple[int, date, date | None]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two people, by key, the first to be known first, and what about them is alike."""

    first: int
    second: int
    why: str


def found() -> list[Alike]:
    """All who look like one person and have not been told apart, the latest first; five queries."""
    by_name, by_address = _of_one_name(), _of_one_address()
    if not by_name and not by_address:
        return []
    posts = _posts({pk for pair in by_name | by_address.keys() for pk in pair})
    follows = {
        pair for pair in by_name | by_address.keys() if _follow(posts[pair[0]], posts[pair[1]])
    }
    reasons = dict.fromkeys(by_name & follows, SAME_NAME)
    for pair, has_same_given_name in by_address.items():
        if has_same_given_name:
            reasons[pair] = SAME_ADDRESS
        elif pair in follows:
            reasons[pair] = SAME_ADDRESS_AT_UNIT
    apart = set(PeopleApart.objects.values_list("first", "second"))
    latest_first = sorted(reasons.keys() - apart, key=lambda pair: (-pair[1], -pair[0]))
    return [Alike(*pair, reasons[pair]) for pair in latest_first]


def _of_one_name() -> set[Pair]:
    """Those of the same name who work or have worked at the same unit."""
    employed = Employment.objects.order_by()
    shared = employed.values_list("unit", "staff_member__search_key").annotate(
        people=Count("staff_member", distinct=True)
    )
    groups = {(unit, key) for unit, key, _ in shared.filter(people__gt=1)}
    rows = employed.filter(staff_member__search_key__in={key for _, key in groups})
    people: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for unit, key, pk in rows.values_list("unit", "staff_member__search_key", "staff_member"):
        people[unit, key].add(pk)
    return {pair for group in groups for pair in combinations(sorted(people[group]), 2)}


def _of_one_address() -> dict[Pair, bool]:
    """Those two who share an address, and whether their given name too; more share a mailbox."""
    addresses = StaffMember.objects.exclude(email="").annotate(address=Lower("email")).order_by()
    shared = addresses.values("address").annotate(people=Count("pk")).filter(people=2)
    people: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    rows = addresses.filter(address__in=shared.values("address")).order_by("pk")
    for address, pk, given_name in rows.values_list("address", "pk", "given_name"):
        people[address].append((pk, fold(given_name)))
    return {
        (first, second): name == other
        for (first, name), (second, other) in filter(_is_pair, people.values())
    }


def _is_pair(people: list[tuple[int, str]]) -> bool:
    return len(people) == 2


def _posts(people: Iterable[int]) -> defaultdict[int, list[Post]]:
    """Where each of them works and has worked: unit, first and last day."""
    posts: defaultdict[int, list[Post]] = defaultdict(list)
    for row in Employment.objects.filter(staff_member__in=people).order_by():
        posts[row.staff_member_id].append((row.unit_id, row.first_day, row.last_day))
    return posts


def _follow(posts: list[Post], others: list[Post]) -> bool:
    """Whether one of them began at a unit when the other ended there."""
    return any(_successions(posts, others)) or any(_successions(others, posts))


def _successions(earlier: list[Post], later: list[Post]) -> Iterator[bool]:
    for unit, first_day, last_day in earlier:
        for other_unit, other_first_day, _ in later:
            if unit == other_unit and last_day is not None:
                yield first_day < other_first_day and abs(other_first_day - last_day) <= GAP


@dataclass(frozen=True, slots=True)
class Told:
    """A pair as one looks at it: the one that goes on is kept."""

    kept: StaffMember
    gone: StaffMember
    why: str


def told(pairs: Iterable[Alike]) -> list[Told]:
    """The pairs with where each has worked; two queries."""
    wanted = list(pairs)
    posts = Employment.objects.select_related("unit").order_by("-first_day", "pk")
    related: Prefetch[Any, Any, Any] = Prefetch("employments", posts)
    people = StaffMember.objects.prefetch_related(related)
    found = people.in_bulk({pk for pair in wanted for pk in (pair.first, pair.second)})
    return [
        Told(*latest_first(found[pair.first], found[pair.second]), pair.why)
        for pair in wanted
        if pair.first in found and pair.second in found
    ]


def latest_first(one: StaffMember, other: StaffMember) -> tuple[StaffMember, StaffMember]:
    """Of the two the one who has worked here last, and then the other."""
    gone, kept = sorted([one, other], key=_latest)
    return kept, gone


def _latest(person: StaffMember) -> tuple[date, date, int]:
    days = [(row.last_day or date.max, row.first_day) for row in person.employments.all()]
    return (*max(days, default=(date.min, date.min)), person.pk)


@transaction.atomic
def tell_apart(one: StaffMember, other: StaffMember, *, by: User) -> None:
    """Note that two who look like one are two; the same once more changes nothing."""
    first, second = sorted([one, other], key=lambda person: person.pk)
    _, is_new = PeopleApart.objects.get_or_create(first=first, second=second)
    if is_new:
        record(by=by, text=[first, " och ", second, " är två olika personer."], about=first)


def tell_apart_too(one: StaffMember, other: StaffMember) -> None:
    """Let the one be apart from everybody that the other has been told apart from."""
    pairs = PeopleApart.objects.filter(Q(first=other) | Q(second=other))
    people = {pk for pair in pairs.values_list("first", "second") for pk in pair}
    for pk in people - {one.pk, other.pk}:
        first, second = sorted([one.pk, pk])
        PeopleApart.objects.get_or_create(first_id=first, second_id=second)
