"""People found by parts of their name or by number, whatever the keyboard has for letters."""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet

from focusareas.models import EarlierNumber, Employment, StaffMember
from focusareas.names import plain, search_key

LONGEST_TEXT = 100


def search(queryset: QuerySet[StaffMember], text: str, limit: int = 20) -> list[StaffMember]:
    """Those whose name has words that begin with each word of the text, or whose number does.

    Protected names are searched too: the queryset holds only people the asker may know.
    """
    wanted = having(text)
    return list(queryset.filter(wanted)[:limit]) if wanted else []


def having(text: str) -> Q:
    """The condition of such people; an empty text asks for nothing."""
    written = plain(text)[:LONGEST_TEXT]
    words = search_key(written).split()
    if not words:
        return Q()
    earlier = EarlierNumber.objects.filter(number__istartswith=written).values("staff_member")
    by_number = Q(employee_number__istartswith=written) | Q(pk__in=earlier)
    return reduce(and_, map(_has_word, words)) | by_number


def described(people: Sequence[StaffMember], *, on: date) -> dict[int, str]:
    """The people by key, in words that tell those of the same name apart; for who must know them.

    "Åsa Berg, 1041 (Hemtjänst Norr)", with where they work that day.
    """
    places: dict[int, list[str]] = {person.pk: [] for person in people}
    employed = Employment.objects.on(on).filter(staff_member__in=places)
    for pk, unit in employed.order_by("first_day", "pk").values_list("staff_member", "unit__name"):
        places[pk].append(unit)
    return {
        person.pk: f"{person.full_name}, {person.employee_number} "
        f"({', '.join(places[person.pk]) or 'ingen anställning nu'})"
        for person in people
    }


def _has_word(word: str) -> Q:
    return Q(search_key__startswith=word) | Q(search_key__contains=f" {word}")
