"""The search for a person on a page that then asks which of those found it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from focusareas import clock
from focusareas.models import StaffMember
from focusareas.names import plain
from focusareas.people_search import described, search

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """What was searched for, and the people to choose from, by key."""

    text: str
    people: dict[int, str]
    found: int
    has_more: bool


def choose_person(
    request: HttpRequest,
    *,
    now: StaffMember | None = None,
    likely: Sequence[StaffMember] = (),
    suggested: str = "",
    leave_out: StaffMember | None = None,
) -> PersonChoice:
    """Who the search in the address finds among all, after the one it is `now`, then the likely.

    Nothing searched for yet: the suggested name is, unless it is known who it is.
    """
    text = plain(request.GET.get("q", "" if now else suggested))
    among = StaffMember.objects.exclude(pk=leave_out.pk) if leave_out else StaffMember.objects.all()
    found = search(among, text, limit=MOST_FOUND + 1)
    has_more, found = len(found) > MOST_FOUND, found[:MOST_FOUND]
    people = dict.fromkeys([*([now] if now else []), *found, *likely])
    words = described(list(people), on=clock.today())
    return PersonChoice(text, words, found=len(found), has_more=has_more)
