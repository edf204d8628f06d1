"""What was dated back to a day after it was over, in words.

Figures of a past day are what everything recorded until now says of it. Who saw others then shall
see why: the trace says of each thing that was done from which day on it changes figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from django.db.models import Model
from django.urls import reverse

from focusareas.models import Activity, AuditEvent, Certificate, StaffMember, Unit
from focusareas.naming import Names
from focusareas.trace import Entry, Subject, entries_of

Row = TypeVar("Row")


def as_told(events: Sequence[AuditEvent], names: Names, *, at_unit: bool = False) -> list[Entry]:
    """The corrections in words, each with what it is about; a unit's own need not say which."""
    subjects = _Subjects(events, names, with_units=not at_unit)
    entries = entries_of(events, names)
    return [
        replace(entry, subject=subjects.of(event))
        for entry, event in zip(entries, events, strict=True)
    ]


class _Subjects:
    """What the events are about, looked up once for all of them."""

    def __init__(self, events: Sequence[AuditEvent], names: Names, *, with_units: bool) -> None:
        self.events, self.names = events, names
        certificates = Certificate.objects.select_related("course")
        self.certificates = certificates.in_bulk(self._keys(Certificate))
        self.activities = Activity.objects.in_bulk(self._keys(Activity))
        self.units = Unit.objects.in_bulk(self._keys(Unit)) if with_units else {}
        owners = {row.staff_member_id for row in self.certificates.values()}
        # Those the sentences mention as well, so that all are asked about at once.
        mentioned = {part.get("person") for event in events for part in event.parts}
        self.people = names.in_scope(self._keys(StaffMember) | owners | mentioned)

    def of(self, event: AuditEvent) -> Subject | None:
        """What the event is about, and its page; events about other things say it themselves."""
        key = event.object_id or 0
        if certificate := self._found(event, Certificate, self.certificates):
            whose = self.people.get(certificate.staff_member_id or 0, "okänd person")
            url = reverse("certificate_detail", args=[key])
            return Subject(f"{certificate.course}, {whose}", url)
        if activity := self._found(event, Activity, self.activities):
            return Subject(str(activity), reverse("activity_detail", args=[key]))
        if unit := self._found(event, Unit, self.units):
            return Subject(unit.name, reverse("unit_detail", args=[key]))
        if name := self._found(event, StaffMember, self.people):
            may_open = self.names.reader.sees_everything
            return Subject(name, reverse("person_detail", args=[key]) if may_open else "")
        return None

    def _keys(self, model: type[Model]) -> set[int | None]:
        label = model._meta.label_lower
        return {event.object_id for event in self.events if event.object_type == label}

    def _found(self, event: AuditEvent, model: type[Model], rows: Mapping[int, Row]) -> Row | None:
        is_about = event.object_type == model._meta.label_lower
        return rows.get(event.object_id or 0) if is_about else None
