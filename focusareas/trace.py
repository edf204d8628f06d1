"""What a page shows of the trace of an object: who did what and when, latest first."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.core.paginator import Page, Paginator
from django.db import models

from focusareas.models import AuditEvent, StaffMember, User

SHOWN = 20
EVENTS_PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done."""

    at: datetime
    actor: str
    text: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The latest that was done, and whether there is more to read on a page of its own."""

    entries: tuple[Entry, ...]
    has_more: bool


def latest(thing: models.Model, *, reader: User) -> Trace:
    """The last events about the object, for the pages of those who may read them."""
    events = AuditEvent.objects.about(thing)[: SHOWN + 1]
    entries = _entries(list(events), reader)
    return Trace(tuple(entries[:SHOWN]), has_more=len(entries) > SHOWN)


def page_of(
    thing: models.Model, number: str | None, *, reader: User
) -> tuple[Page[AuditEvent], list[Entry]]:
    """A page of everything about the object; anything but a page number is the first."""
    page = Paginator(AuditEvent.objects.about(thing), EVENTS_PER_PAGE).get_page(number)
    return page, _entries(list(page.object_list), reader)


def _entries(events: list[AuditEvent], reader: User) -> list[Entry]:
    """The events in words; a name written down before it was protected is hidden now."""
    hide = _hider(reader) if events else str
    return [Entry(event.at, hide(event.actor), hide(event.text)) for event in events]


def _hider(reader: User) -> Callable[[str], str]:
    """What takes the names out of a text that the reader need not know."""
    if reader.sees_everything:
        return str
    protected = StaffMember.objects.filter(is_protected=True)
    names = [re.escape(person.full_name) for person in protected if person.full_name]
    if not names:
        return str
    return partial(re.compile(rf"\b(?:{'|'.join(names)})\b").sub, "Skyddad")
