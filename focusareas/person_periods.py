"""Where two rows of one person worked and had duties, as one person's: no two days are double."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from focusareas.models import Absence, Employment, KeyPerson, StaffMember
from focusareas.spans import Period, Span, joined, meet, span_of, without

Role = KeyPerson.Role
Wanted = tuple[str, Span]


class Post(Period, Protocol):
    """An employment, stored or in a file."""

    @property
    def title(self) -> str: ...


class Duty(Period, Protocol):
    """What a key person is at a unit, stored or in a file."""

    @property
    def role(self) -> str: ...


def join_employments(kept: StaffMember, gone: StaffMember) -> None:
    """Let the one kept work where either did; days that overlap at a unit are one employment."""
    rows = [*kept.employments.all(), *gone.employments.all()]
    held: Employment | None = None
    for row in sorted(rows, key=lambda row: (row.unit_id, row.first_day)):
        if held and held.unit_id == row.unit_id and row.first_day <= span_of(held).last:
            _unite(held, row)
            continue
        held = row
        if row.staff_member_id != kept.pk:
            row.staff_member = kept
            row.save(update_fields=["staff_member"])


def _unite(row: Employment, other: Employment) -> None:
    """One employment of two, the earlier first."""
    row.title, both = title_of_both(row, other), [(span_of(it), _away(it)) for it in (row, other)]
    row.last_day = _later(row.last_day, other.last_day)
    other.delete()
    row.absences.all().delete()
    row.save()
    leaves = leaves_of_both(span_of(row), *both)
    Absence.objects.bulk_create(Absence(employment=row, **leave.days) for leave in leaves)


def title_of_both(row: Post, other: Post) -> str:
    """The title of the one that began later; of the first where both began the same day."""
    latest, first = (other, row) if row.first_day < other.first_day else (row, other)
    return latest.title or first.title


def leaves_of_both(whole: Span, *posts: tuple[Span, Iterable[Span]]) -> list[Span]:
    """When somebody is away of two posts with their leaves: at work whenever so in either."""
    return without([whole], [span for post, away in posts for span in without([post], away)])


def _away(row: Employment) -> list[Span]:
    return [span_of(absence) for absence in row.absences.all()]


def _later(day: date | None, other: date | None) -> date | None:
    return max(day, other) if day and other else None


def join_key_persons(kept: StaffMember, gone: StaffMember) -> None:
    """Let the one kept have either's duties; days that overlap at a unit are one duty.

    Whoever was the head key person in either was so.
    """
    rows = [*kept.key_person_duties.all(), *gone.key_person_duties.all()]
    rows.sort(key=lambda row: (row.unit_id, row.first_day, row.staff_member_id != kept.pk))
    for _, duties in groupby(rows, key=attrgetter("unit_id")):
        _rearrange(list(duties), kept)


def _rearrange(rows: list[KeyPerson], kept: StaffMember) -> None:
    """Let the duties at one unit hold on the same days as before, each day in one of them."""
    left, written = list(rows), []
    for role, span in roles_held(rows):
        row = next((row for row in left if row.role == role and meet(span_of(row), span)), None)
        if row:
            left.remove(row)
        else:
            row = KeyPerson(unit_id=rows[0].unit_id, role=role)
        written.append((row, span))
    for row in left:
        row.delete()
    # The last first: one that now begins later makes room for another on the day it began.
    for row, span in sorted(written, key=lambda it: it[1].first, reverse=True):
        row.staff_member = kept
        row.first_day, row.last_day = span.first, span.days["last_day"]
        row.save()


def roles_held(rows: Collection[Duty]) -> Iterator[Wanted]:
    """The days with each role at one unit: each day one of them, and head when either was so."""
    heads, others = (
        joined(span_of(row) for row in rows if (row.role == Role.HEAD_KEY_PERSON) is is_head)
        for is_head in (True, False)
    )
    yield from ((Role.HEAD_KEY_PERSON, span) for span in heads)
    yield from ((Role.KEY_PERSON, span) for span in without(others, heads))
