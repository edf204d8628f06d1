"""What a page shows of the trace: who did what and when, latest first.

An event holds no names. They are put in here, as the one who reads may know them today.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Case, OuterRef, Subquery, When
from django.urls import reverse

from focusareas.exports import Column, Row
from focusareas.models import AuditEvent, Certificate, KeyPerson, StaffMember, Unit, User
from focusareas.models.people import HIDDEN
from focusareas.naming import OUTSIDE, Names

COLUMNS = [Column("När", 20), Column("Vem", 32), Column("Vad", 80), Column("Gäller", 50)]
SHOWN = 20
EVENTS_PER_PAGE = 100
CERTIFICATE = Certificate._meta.label_lower


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event among those of a unit is about, and its page."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done; `subject` when the list is not about that thing alone."""

    at: datetime
    actor: str
    text: str
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """The latest that was done, and whether there is more to read on a page of its own."""

    entries: tuple[Entry, ...]
    has_more: bool


def latest(thing: models.Model, *, names: Names) -> Trace:
    """The last events about the object, for the pages of those who may read them."""
    entries = entries_of(_events(thing)[: SHOWN + 1], names, told_of=thing)
    return Trace(tuple(entries[:SHOWN]), has_more=len(entries) > SHOWN)


def page_of(
    thing: models.Model, number: str | None, *, names: Names
) -> tuple[Page[AuditEvent], list[Entry]]:
    """A page of everything about the object; anything but a page number is the first."""
    page = Paginator(_events(thing), EVENTS_PER_PAGE).get_page(number)
    return page, entries_of(page.object_list, names, told_of=thing)


def entries_of(
    events: Iterable[AuditEvent], names: Names, *, told_of: models.Model | None = None
) -> list[Entry]:
    """The events in words, in at most four queries however many they are."""
    rows = list(events)
    certificates = _certificates(rows) if isinstance(told_of, Unit) else {}
    words = _Words(rows, certificates.values(), names)
    return [
        Entry(row.at, words.actor(row), words.text(row), words.subject(row, certificates))
        for row in rows
    ]


def cells_of(entry: Entry) -> Row:
    """One thing that was done as a row of a workbook."""
    return entry.at, entry.actor, entry.text, entry.subject.words if entry.subject else ""


def _events(thing: models.Model) -> models.QuerySet[AuditEvent]:
    """What happened to the object; to a unit or a person also to what belongs to it."""
    if isinstance(thing, Unit):
        return AuditEvent.objects.at_unit(thing)
    if isinstance(thing, StaffMember):
        return _of_person(thing)
    return AuditEvent.objects.about(thing)


def _of_person(person: StaffMember) -> models.QuerySet[AuditEvent]:
    """What happened to the person, their duties and certificates, which each have a `course`."""
    found = AuditEvent.objects.about(person)
    for model in (Certificate, KeyPerson):
        owned = model._default_manager.filter(staff_member=person).order_by()
        label = model._meta.label_lower
        found |= AuditEvent.objects.filter(object_type=label, object_id__in=owned.values("pk"))
    course = Certificate.objects.filter(pk=OuterRef("object_id")).values("course__name")
    return found.annotate(course=Case(When(object_type=CERTIFICATE, then=Subquery(course))))


def _certificates(rows: list[AuditEvent]) -> dict[int, Certificate]:
    keys = {row.object_id for row in rows if row.object_type == CERTIFICATE} - {None}
    return Certificate.objects.select_related("course").in_bulk(keys) if keys else {}


class _Words:
    """Turns events into sentences: who is meant is looked up once for all of them."""

    def __init__(
        self, rows: list[AuditEvent], certificates: Iterable[Certificate], names: Names
    ) -> None:
        parts = [part for row in rows for part in row.parts]
        self.names = names
        self.people = names.in_scope(
            [
                *(part.get("person") for part in parts),
                *(certificate.staff_member_id for certificate in certificates),
            ]
        )
        keys = {part.get("user") for part in parts} | {row.actor_id for row in rows}
        users = User.objects.select_related("staff_member")
        self.users = users.in_bulk(keys - {None}) if keys - {None} else {}

    def actor(self, row: AuditEvent) -> str:
        """Who did it."""
        user = self.users.get(row.actor_id) if row.actor_id else None
        return self.names.of_user(user) if user else row.actor

    def text(self, row: AuditEvent) -> str:
        """What was done; an event without parts is a sentence that mentions nobody by key."""
        if not row.parts:
            return self.names.without_hidden(row.text, typed=True)
        return "".join(map(self._part, row.parts))

    def subject(self, row: AuditEvent, certificates: dict[int, Certificate]) -> Subject | None:
        """The certificate that it was done to, when the list is not about that alone."""
        url = reverse("certificate_detail", args=[row.object_id or 0])
        if course := getattr(row, "course", None):
            return Subject(course, url)
        certificate = certificates.get(row.object_id or 0)
        if row.object_type != CERTIFICATE or certificate is None:
            return None
        whose = self.people.get(certificate.staff_member_id or 0, "okänd person")
        return Subject(f"{certificate.course}, {whose}", url)

    def _part(self, part: dict[str, Any]) -> str:
        if "typed" in part:
            return self.names.without_hidden(part["typed"], typed=True)
        if "words" in part:
            return self._details(part)
        if "person" in part:
            return self._person(part)
        if "user" in part:
            user = self.users.get(part["user"])
            return self.names.of_user(user) if user else f"användare {part['user']}"
        return self.names.without_hidden(part["text"])

    def _person(self, part: dict[str, Any]) -> str:
        name = self.people.get(part["person"])
        if name == OUTSIDE:
            return name[0].lower() + name[1:]
        return f"{name} ({part['number']})" if name else f"medarbetare {part['number']}"

    def _details(self, part: dict[str, Any]) -> str:
        """What a person was and is called: only for those who may know the name of today."""
        if "user" in part:
            user = self.users.get(part["user"])
            person = user.staff_member if user else None
            is_known = user is not None and (person is None or self.names.knows(person))
        else:
            is_known = self.people.get(part["person"]) not in (None, HIDDEN, OUTSIDE)
        return str(part["words"] if is_known else part["instead"])
