"""People found by parts of their name or by number, whatever the keyboard has for letters."""

from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet

from focusareas.models import StaffMember
from focusareas.names import plain, search_key

LONGEST_TEXT = 100


def search(queryset: QuerySet[StaffMember], text: str, limit: int = 20) -> list[StaffMember]:
    """Those whose name has words that begin with each word of the text, or whose number does.

    Protected names are searched too: the queryset holds only people the asker may know.
    """
    written = plain(text)[:LONGEST_TEXT]
    words = search_key(written).split()
    if not words:
        return []
    by_name = reduce(and_, map(_has_word, words))
    return list(queryset.filter(by_name | Q(employee_number__istartswith=written))[:limit])


def _has_word(word: str) -> Q:
    return Q(search_key__startswith=word) | Q(search_key__contains=f" {word}")
