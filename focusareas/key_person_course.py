"""The course that key persons take: any of several will do, and which one is said.

When it was in is held against the deadline in force and the one that was decided first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from focusareas.models import Deadline
from focusareas.templatetags.swedish import as_written, days_left


class CourseState(StrEnum):
    """Where a key person stands with the course."""

    MISSING = "missing"
    WAITING = "waiting"
    DONE = "done"

    @property
    def label(self) -> str:
        """The state in Swedish words."""
        return COURSE_LABELS[self]


COURSE_LABELS = {
    CourseState.MISSING: "Saknas",
    CourseState.WAITING: "Inväntar granskning",
    CourseState.DONE: "Klar",
}


@dataclass(frozen=True, slots=True)
class CourseTaken:
    """Whether the person has taken any of the courses, which one, and the day it came in."""

    state: CourseState = CourseState.MISSING
    course: str = ""
    day: date | None = None

    @property
    def is_done(self) -> bool:
        """Whether it is approved."""
        return self.state is CourseState.DONE

    @property
    def in_words(self) -> str:
        """What one says of the person: "Har gått Webbkurs Heder", "Har kursen kvar"."""
        if self.state is CourseState.MISSING:
            return "Har kursen kvar"
        said = "Har gått" if self.is_done else "Inväntar granskning:"
        return f"{said} {self.course}"

    def lateness(self, deadlines: Sequence[Deadline], *, on: date) -> str:
        """Which deadlines it came in after, or has passed without; empty when it is in time."""
        day = self.day or on
        current, original = deadlines[-1:], deadlines[:1] if len(deadlines) > 1 else ()
        if any(deadline.day and day > deadline.day for deadline in current):
            return "efter slutdatum"
        if any(deadline.day and day > deadline.day for deadline in original):
            return "efter det första slutdatumet"
        return ""


NOTHING_TAKEN = CourseTaken()


def deadlines_in_words(deadlines: Sequence[Deadline], *, on: date) -> str:
    """By when it shall be done, and by when it should have been by the first decision."""
    if not deadlines or deadlines[-1].day is None:
        return ""
    words = f"Senast {_written(deadlines[-1], on)}."
    if len(deadlines) > 1 and deadlines[0].day:
        verb = "är" if deadlines[0].day >= on else "var"
        words += f" Det första slutdatumet {verb} {_written(deadlines[0], on)}."
    return words


def _written(deadline: Deadline, on: date) -> str:
    distance = days_left((deadline.day - on).days) if deadline.day else ""
    return f"{as_written(deadline)}, {distance}"
