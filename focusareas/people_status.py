"""The people of a unit on a day, and where each one stands: the rows behind a unit's figure."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from focusareas.completion import ActivityFigure
from focusareas.key_person_course import NOTHING_TAKEN, CourseState, CourseTaken
from focusareas.models import Absence, Certificate, Employment, KeyPerson
from focusareas.models.certificates import CertificateQuerySet
from focusareas.models.people import HIDDEN
from focusareas.names import sort_key
from focusareas.naming import Names
from focusareas.swedish import NBSP, number


class PersonState(StrEnum):
    """Where a person stands, in the order in which somebody has to act."""

    MISSING = "missing"
    RETURNED = "returned"
    WAITING = "waiting"
    DONE = "done"
    ON_LEAVE = "on_leave"

    @property
    def is_left(self) -> bool:
        """Whether somebody at the unit has to do something."""
        return self in {PersonState.MISSING, PersonState.RETURNED}

    @property
    def label(self) -> str:
        """The state in Swedish words."""
        return STATE_LABELS[self]

    @property
    def day_word(self) -> str:
        """What happened on the day that goes with the state."""
        return DAY_WORDS.get(self, "")


STATE_LABELS = {
    PersonState.MISSING: "Saknar intyg",
    PersonState.RETURNED: "Intyget är återsänt",
    PersonState.WAITING: "Inväntar granskning",
    PersonState.DONE: "Klar",
    PersonState.ON_LEAVE: "Tjänstledig, räknas inte",
}
DAY_WORDS = {
    PersonState.RETURNED: "återsänt",
    PersonState.WAITING: "inkom",
    PersonState.DONE: "genomfört",
}
# Those who have nothing left to do, one and many.
OTHERS_WORDS = {
    PersonState.WAITING: ("inväntar granskning", "inväntar granskning"),
    PersonState.DONE: ("klar", "klara"),
    PersonState.ON_LEAVE: ("tjänstledig", "tjänstlediga"),
}
OF_AN_EMPLOYMENT = (
    "staff_member",
    "staff_member__given_name",
    "staff_member__family_name",
    "staff_member__is_protected",
    "staff_member__employee_number",
    "is_hidden",
    "title",
    "on_leave",
    "role",
    "duty",
    "completed_on",
    "waiting_since",
    "returned_on",
    "return_reason",
    "course_taken",
    "course_taken_on",
    "course_waits",
    "course_waits_on",
)
STATE_ORDER = {state: position for position, state in enumerate(PersonState)}


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person at the unit: who, where they stand, since when, and why.

    The number is there when somebody else at the unit has the same name.
    """

    staff_member_pk: int
    name: str
    order: str
    title: str
    is_protected: bool
    is_key_person: bool
    is_head_key_person: bool
    duty_pk: int | None
    employee_number: str
    state: PersonState
    day: date | None
    reason: str = ""
    taken: CourseTaken = NOTHING_TAKEN

    @property
    def known_as(self) -> str:
        """The name, told apart from a namesake's."""
        return f"{self.name} ({self.employee_number})" if self.employee_number else self.name


def people_at(
    unit_pk: int,
    whole: ActivityFigure | None,
    *,
    on: date,
    names: Names,
    course: ActivityFigure | None = None,
) -> list[PersonRow]:
    """Those employed at the unit that day, first those who have to do something.

    Without an activity nobody lacks anything; the list then only says who works there. `course`
    is what key persons are to take besides.
    """
    found: dict[int, PersonRow] = {}
    for employment in _employments(unit_pk, whole, course, names, on):
        row = _person_row(employment)
        earlier = found.get(row.staff_member_pk)
        if earlier is None or earlier.state is PersonState.ON_LEAVE:
            found[row.staff_member_pk] = row
    told_apart = _with_numbers_for_namesakes(list(found.values()))
    return sorted(told_apart, key=lambda row: (STATE_ORDER[row.state], row.order))


def _with_numbers_for_namesakes(people: list[PersonRow]) -> list[PersonRow]:
    """Nobody is told by number but those who share a name with somebody else at the unit."""
    names = Counter(row.order for row in people)
    return [row if names[row.order] > 1 else replace(row, employee_number="") for row in people]


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """The people of a unit as its page shows them: who has something left, then the others."""

    left: list[PersonRow]
    others: list[PersonRow]

    @property
    def summary(self) -> str:
        """The others in numbers: "8 inväntar granskning, 31 klara"."""
        counts = Counter(row.state for row in self.others)
        return ", ".join(
            f"{number(counts[state])}{NBSP}{words[counts[state] > 1]}"
            for state, words in OTHERS_WORDS.items()
            if counts[state]
        )


def as_shown(people: list[PersonRow], *, with_states: bool) -> PeopleShown:
    """Split in two; when nothing is asked of the unit there is nothing to split by."""
    if not with_states:
        return PeopleShown(people, [])
    return PeopleShown(
        [row for row in people if row.state.is_left],
        [row for row in people if not row.state.is_left],
    )


def count_states(people: list[PersonRow]) -> dict[str, int]:
    """How many stand where, every state named."""
    counts = Counter(person.state for person in people)
    return {str(state): counts[state] for state in PersonState}


def _employments(
    unit_pk: int,
    whole: ActivityFigure | None,
    course: ActivityFigure | None,
    names: Names,
    on: date,
) -> list[dict[str, Any]]:
    """One query: employments with leave, key person duty and certificates of the activity."""
    mine, other = _certificates_for(whole), _certificates_for(course)
    taken, waits = other.approved_on_or_before(on), other.waiting_on(on)
    returned = mine.filter(returned_on__lte=on).order_by("-returned_on", "-pk")
    duty = KeyPerson.objects.active_on(on).filter(
        staff_member=OuterRef("staff_member"), unit=OuterRef("unit")
    )
    rows = Employment.objects.on(on).filter(unit=unit_pk)
    return list(
        rows.annotate(
            is_hidden=names.is_hidden("staff_member"),
            on_leave=Exists(Absence.objects.on(on).filter(employment=OuterRef("pk"))),
            role=Subquery(duty.order_by("role", "pk").values("role")[:1]),
            duty=Subquery(duty.order_by("role", "pk").values("pk")[:1]),
            completed_on=Subquery(mine.approved_on_or_before(on).values("completed_on")[:1]),
            waiting_since=Subquery(mine.waiting_on(on).values("received_on")[:1]),
            returned_on=Subquery(returned.values("returned_on")[:1]),
            return_reason=Subquery(returned.values("reason")[:1]),
            course_taken=Subquery(taken.values("course__name")[:1]),
            course_taken_on=Subquery(taken.values("received_on")[:1]),
            course_waits=Subquery(waits.values("course__name")[:1]),
            course_waits_on=Subquery(waits.values("received_on")[:1]),
        )
        .order_by("on_leave", "first_day", "pk")
        .values(*OF_AN_EMPLOYMENT)
    )


def _certificates_for(whole: ActivityFigure | None) -> CertificateQuerySet:
    """The certificates of a person of the outer query that count for the activity."""
    courses = [course.pk for course in whole.courses] if whole else []
    theirs = Certificate.objects.filter(staff_member=OuterRef("staff_member"), course__in=courses)
    counted = theirs.completed_since(whole.counted_from if whole else None)
    return counted.order_by("received_on", "pk")


def _course_taken(row: dict[str, Any]) -> CourseTaken:
    if row["course_taken"]:
        return CourseTaken(CourseState.DONE, row["course_taken"], row["course_taken_on"])
    if row["course_waits"]:
        return CourseTaken(CourseState.WAITING, row["course_waits"], row["course_waits_on"])
    return NOTHING_TAKEN


def _person_row(row: dict[str, Any]) -> PersonRow:
    given, family = row["staff_member__given_name"], row["staff_member__family_name"]
    is_hidden = row["is_hidden"]
    state, day = _state(row)
    return PersonRow(
        staff_member_pk=row["staff_member"],
        name=HIDDEN if is_hidden else f"{given} {family}".strip(),
        # A hidden name must not be told by its place in the alphabet.
        order=sort_key(HIDDEN if is_hidden else f"{family} {given}"),
        title="" if is_hidden else row["title"],
        is_protected=row["staff_member__is_protected"],
        is_key_person=row["role"] is not None,
        is_head_key_person=row["role"] == KeyPerson.Role.HEAD_KEY_PERSON,
        duty_pk=row["duty"],
        employee_number="" if is_hidden else row["staff_member__employee_number"],
        state=state,
        day=day,
        taken=_course_taken(row),
        reason=row["return_reason"] if state is PersonState.RETURNED and not is_hidden else "",
    )


def _state(row: dict[str, Any]) -> tuple[PersonState, date | None]:
    """The state and its day; what is done stays done, and leave comes before all."""
    if row["on_leave"]:
        return PersonState.ON_LEAVE, None
    if row["completed_on"]:
        return PersonState.DONE, row["completed_on"]
    if row["waiting_since"]:
        return PersonState.WAITING, row["waiting_since"]
    if row["returned_on"]:
        return PersonState.RETURNED, row["returned_on"]
    return PersonState.MISSING, None
