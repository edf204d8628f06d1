"""What has been done since an import by people and units that would not be there without it.

No row points at the employment that somebody handed in a certificate during: it is the days that
tell. What does point at a row is found in `built_on`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import BigIntegerField, DateField, F, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from focusareas.hr_import.journal import Entry, Journal, Model, Values, nothing_of
from focusareas.hr_import.overlaps import Rows, meet
from focusareas.hr_import.stored_rows import Wanted
from focusareas.models import (
    Absence,
    Attendance,
    AuditEvent,
    Certificate,
    Declaration,
    Employment,
    KeyPerson,
    RoutineConfirmation,
    StaffMember,
    Submission,
    Unit,
    UnitManager,
    User,
)
from focusareas.staffing import LEAVE_CHANGED

Last = dict[str, int]


class Kind(NamedTuple):
    """What can be done, and the fields that say by whom, where and on which days, if any does."""

    model: Model
    person: str
    unit: str
    first_day: str
    last_day: str


KINDS = (
    Kind(KeyPerson, "staff_member", "unit", "first_day", "last_day"),
    # From when it came in until it is approved, which may be long after.
    Kind(Certificate, "staff_member", "unit", "received_on", "approved_on"),
    Kind(Attendance, "staff_member", "", "meeting__day", "meeting__day"),
    Kind(Absence, "employment__staff_member", "employment__unit", "first_day", "last_day"),
    Kind(User, "staff_member", "", "", ""),
    Kind(Employment, "", "unit", "first_day", "last_day"),
    Kind(UnitManager, "", "unit", "first_day", "last_day"),
    Kind(Declaration, "", "unit", "declared_on", "declared_on"),
    Kind(RoutineConfirmation, "", "unit", "confirmed_on", "confirmed_on"),
    Kind(Submission, "", "unit", "received_on", "received_on"),
)


# Those of which earlier rows may be done over: how one comes to what the trace is then about, and
# how it begins.
DONE_OVER: dict[Model, tuple[str, Model, str]] = {
    Certificate: ("pk", Certificate, ""),
    KeyPerson: ("pk", KeyPerson, ""),
    Absence: ("employment__staff_member", StaffMember, LEAVE_CHANGED),
}
# Those that hold for a time, and not only on some day of it.
LASTING = (Absence, KeyPerson)
MODELS = tuple(kind.model for kind in KINDS)


class Deed(NamedTuple):
    """Something that was done since; no person or unit when it takes none."""

    model: Model
    pk: int
    person: int | None
    unit: int | None
    days: tuple[date | None, date | None]


def latest(before: Mapping[Model, int], journal: Journal) -> Last:
    """The last row of each kind, by which one tells what comes later.

    `before` are the last ones before the import.
    """
    return {
        model._meta.label_lower: max(before.get(model, 0), journal.last_made(model))
        for model in MODELS
    }


def deeds(last: Last, *, since: datetime) -> list[Deed]:
    """All that was done after the import; one query."""
    first, *others = (
        kind.model._default_manager.filter(_is_later(kind.model, last, since))
        .order_by()
        .values_list(
            Value(place),
            "pk",
            _column(kind.person, BigIntegerField()),
            _column(kind.unit, BigIntegerField()),
            _column(kind.first_day, DateField()),
            _column(kind.last_day, DateField()),
        )
        for place, kind in enumerate(KINDS)
    )
    rows = first.union(*others, all=True)
    return [
        Deed(KINDS[place].model, pk, person, unit, (first_day, last_day))
        for place, pk, person, unit, first_day, last_day in rows.iterator()
    ]


def _is_later(model: Model, last: Last, since: datetime) -> Q:
    """Rows that are new, and such as something has been done about."""
    later = Q(pk__gt=last.get(model._meta.label_lower, 0))
    if model not in DONE_OVER:
        return later
    name, subject, begins = DONE_OVER[model]
    about = AuditEvent.objects.filter(
        object_type=subject._meta.label_lower, at__gte=since, text__startswith=begins
    )
    return later | Q(**{f"{name}__in": about.order_by().values("object_id")})


def _column(name: str, field: BigIntegerField[int, int] | DateField[date, date]) -> Combinable:
    # A bare NULL has no type that the tables could agree on.
    return Cast(F(name) if name else Value(None), field)


def ask(wanted: Wanted, found: Iterable[Deed]) -> None:
    """What must be read to know who worked where, and which units were open."""
    for deed in found:
        wanted.add(Employment, "staff_member_id", [deed.person])
        wanted.add(Unit, "id", [deed.unit])


def resting(found: Iterable[Deed], entries: Iterable[Entry], read: Rows) -> Iterator[Deed]:
    """Those that could be done as things are, and could not or would not without the import."""
    by_model = {entry.model: entry for entry in entries}
    now = _Places(read, by_model, is_undone=False)
    before = _Places(read, by_model, is_undone=True)
    people, units = (by_model.get(model, nothing_of(model)) for model in (StaffMember, Unit))
    for deed in found:
        is_told = people.has_made(deed.person or 0) or units.has_made(deed.unit or 0)
        own = by_model.get(deed.model, nothing_of(deed.model))
        if is_told or own.has_made(deed.pk) or deed.pk in own.changed:
            continue
        needs_it = any(now.allow(part) and not before.allow(part) for part in _parts(deed))
        if needs_it or _is_due_to(deed, people, units):
            yield deed


def _parts(deed: Deed) -> list[Deed]:
    """What has to be allowed of it: the first and the last day of what holds for a time."""
    if deed.model not in LASTING:
        return [deed]
    return [deed._replace(days=(day, day)) for day in deed.days if day]


def _is_due_to(deed: Deed, people: Entry, units: Entry) -> bool:
    """Whether it came of what the import said: who runs the unit, or a person's address."""
    if deed.model is Employment:
        return units.has_changed(deed.unit or 0, "operation", "provider_id")
    return deed.model is User and people.has_changed(deed.person or 0, "email")


class _Places:
    """Who works where on which days, and when units are open: as it is, or without the import."""

    def __init__(self, read: Rows, entries: dict[Model, Entry], *, is_undone: bool) -> None:
        self.posts: dict[int, list[Values]] = defaultdict(list)
        self.units: dict[int, Values] = {}
        posts, units = (entries.get(model, nothing_of(model)) for model in (Employment, Unit))
        for row in read.get(Employment, {}).values():
            if held := posts.undone(row) if is_undone else row:
                self.posts[held["staff_member_id"]].append(held)
        for row in posts.removed if is_undone else ():
            self.posts[row["staff_member_id"]].append(row)
        for pk, row in read.get(Unit, {}).items():
            self.units[pk] = (units.undone(row) if is_undone else row) or row

    def allow(self, deed: Deed) -> bool:
        """Whether the unit was open and the person employed there on some day of the deed."""
        return self._is_open(deed) and (deed.person is None or self._works(deed))

    def _is_open(self, deed: Deed) -> bool:
        if deed.unit is None:
            return True
        unit = self.units.get(deed.unit)
        return unit is not None and meet((unit["first_day"], unit["last_day"]), deed.days)

    def _works(self, deed: Deed) -> bool:
        return any(
            deed.unit in (None, post["unit_id"])
            and meet((post["first_day"], post["last_day"]), deed.days)
            for post in self.posts[deed.person or 0]
        )
