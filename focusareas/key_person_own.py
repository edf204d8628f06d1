"""What a key person sees of the own duty: where, the course that is left, and the next meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from focusareas.key_person_course import NOTHING_TAKEN, CourseTaken
from focusareas.key_person_network import network_on
from focusareas.models import Course, KeyPerson, Meeting, User
from focusareas.naming import Names


@dataclass(frozen=True, slots=True)
class OwnDuty:
    """The duty of the one who is signed in."""

    units: list[str]
    taken: CourseTaken
    courses: Sequence[Course]
    deadlines: str
    next_meeting: Meeting | None


def duty_of(user: User, *, on: date) -> OwnDuty | None:
    """The user's own duty that day; none for whoever is no key person."""
    person = user.staff_member_id
    if person is None:
        return None
    duties = KeyPerson.objects.active_on(on).filter(staff_member=person)
    units = list(duties.order_by("unit__name").values_list("unit__name", flat=True))
    if not units:
        return None
    network = network_on(on, Names(user, on=on))
    term = network.term
    return OwnDuty(
        units=units,
        taken=network.courses_of([person]).get(person, NOTHING_TAKEN),
        courses=term.courses if term else (),
        deadlines=network.deadlines,
        next_meeting=Meeting.objects.planned_after(on).first(),
    )
