"""Who came to a meeting, in numbers: the only place that counts them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from focusareas.models import Attendance, KeyPerson, Meeting


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many."""

    done: int
    expected: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; none when there is nothing to take part of."""
        return self.done / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """The key persons of the meeting's day and their units, and who came of them and others.

    A key person of two units is one person, and both units are represented.
    """

    n_came: int
    n_invited: int
    key_persons: Part
    units: Part

    @property
    def n_others(self) -> int:
        """Those who came without being key persons."""
        return self.n_came - self.key_persons.done


def figures_of(meeting: Meeting) -> MeetingFigures:
    """The figures as they are known now: two queries."""
    came = Attendance.objects.filter(meeting=meeting, staff_member=OuterRef("staff_member"))
    duties = KeyPerson.objects.active_on(meeting.day).annotate(came=Exists(came))
    rows = list(duties.values_list("staff_member", "unit", "came"))
    is_sent = Q(letters__sent_at__isnull=False)
    counts = Meeting.objects.filter(pk=meeting.pk).aggregate(
        came=Count("attendances", distinct=True),
        invited=Count("letters__staff_member", filter=is_sent, distinct=True),
    )
    return MeetingFigures(
        n_came=counts["came"],
        n_invited=counts["invited"],
        key_persons=_part((person, came) for person, _, came in rows),
        units=_part((unit, came) for _, unit, came in rows),
    )


def _part(rows: Iterable[tuple[int, bool]]) -> Part:
    found = list(rows)
    return Part(len({key for key, came in found if came}), len({key for key, _ in found}))
