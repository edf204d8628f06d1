"""What was recorded when a day was over and changed what held on it.

Figures of a past day are what everything recorded until now says of it. Who saw others then shall
see why: the trace says of each thing that was done from which day on it changes figures.
"""

from datetime import date

from django.db.models import Q, QuerySet

from focusareas.models import AuditEvent, Employment, StaffMember, Unit


def corrections_of(day: date, *, units: QuerySet[Unit] | None = None) -> QuerySet[AuditEvent]:
    """The corrections of the day; with units only those of them and of people who work there."""
    found = AuditEvent.objects.corrections_of(day)
    if units is None:
        return found
    keys = units.order_by().values("pk")
    people = Employment.objects.filter(unit__in=keys).values("staff_member")
    about_people = Q(object_type=StaffMember._meta.label_lower, object_id__in=people)
    return found.filter(about_people | Q(unit_id__in=keys))
