"""The network: who is key person where on a day, and who of them lacks the course."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Value, When

from focusareas.access import named_to
from focusareas.exports import Column, Row
from focusareas.key_person_course import (
    NOTHING_TAKEN,
    CourseState,
    CourseTaken,
    deadlines_in_words,
)
from focusareas.models import Activity, Certificate, KeyPerson, Plan, Unit
from focusareas.models.days import holds_on
from focusareas.models.people import HIDDEN
from focusareas.names import sort_key
from focusareas.naming import Names
from focusareas.people_search import having
from focusareas.swedish import counted
from focusareas.terms import Term, read_plan
from focusareas.unit_search import beginning

# More recipients than this few mail servers take at once.
MOST_ADDRESSES = 500
AS_HIDDEN = Value(sort_key(HIDDEN))
ORDERS = {
    "unit": ("unit__name", "unit__code", "name_key", "pk"),
    "name": ("name_key", "unit__name", "pk"),
    "department": ("department_name", "unit__name", "name_key", "pk"),
    "newest": ("-first_day", "unit__name", "name_key", "pk"),
}


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """One duty as the reader may know it."""

    duty: KeyPerson
    name: str
    is_hidden: bool
    department: str
    taken: CourseTaken
    lateness: str

    @property
    def email(self) -> str:
        """The address, unless it would tell who it is."""
        return "" if self.is_hidden else self.duty.staff_member.email


@dataclass(frozen=True, slots=True)
class MailList:
    """The addresses of a list to copy; protected people are written to one by one."""

    n_people: int
    addresses: tuple[str, ...]
    n_protected: int
    n_without: int

    @property
    def shown(self) -> tuple[str, ...]:
        """As many as one letter takes."""
        return self.addresses[:MOST_ADDRESSES]

    @property
    def text(self) -> str:
        """The addresses as mail programs take them."""
        return "; ".join(self.shown)

    @property
    def left_out(self) -> str:
        """Who of the list is not among them, in a sentence."""
        words = []
        if self.n_protected:
            words.append(f"{counted(self.n_protected, 'person', 'personer')} med skyddad identitet")
        if self.n_without:
            words.append(f"{counted(self.n_without, 'person', 'personer')} utan e-postadress")
        return f"Inte med: {' och '.join(words)}." if words else ""


@dataclass(frozen=True)
class Network:
    """The key persons of a day at the units whose people the reader may see."""

    names: Names
    day: date
    term: Term | None

    def find(self, wanted: dict[str, Any]) -> QuerySet[KeyPerson]:
        """Those who are asked for, in the order asked for."""
        duties = self._all()
        if text := wanted.get("q"):
            duties = duties.filter(self._has(text))
        if department := wanted.get("department"):
            duties = duties.filter(placed__department=department)
        if operation := wanted.get("operation"):
            duties = duties.filter(unit__operation=operation)
        if role := wanted.get("role"):
            duties = duties.filter(role=role)
        if state := wanted.get("course"):
            duties = self._where_course_is(duties, CourseState(state))
        return duties.order_by(*ORDERS[wanted.get("order") or "unit"])

    def _all(self) -> QuerySet[Any]:
        reader = self.names.reader
        duties = KeyPerson.objects.active_on(self.day).select_related("staff_member", "unit")
        if not reader.sees_everything:
            seen = Unit.objects.visible_to(reader, on=self.names.on)
            duties = duties.filter(unit__in=seen.values("pk"))
        placed = holds_on(self.day, "unit__placements__")
        return duties.alias(placed=FilteredRelation("unit__placements", condition=placed)).annotate(
            provider_name=F("unit__provider__name"),
            department_name=F("placed__department__name"),
            is_hidden=self.names.is_hidden("staff_member"),
            # A hidden name must not be told by its place in the alphabet.
            name_key=Case(When(is_hidden=True, then=AS_HIDDEN), default="staff_member__sort_key"),
        )

    def _has(self, text: str) -> Q:
        people = named_to(self.names.reader, on=self.names.on).filter(having(text))
        reader_units = Unit.objects.visible_to(self.names.reader, on=self.names.on)
        units = beginning(reader_units.only("code", "name"), text)
        return Q(staff_member__in=people.values("pk")) | Q(unit__in=[unit.pk for unit in units])

    def _where_course_is(self, duties: QuerySet[Any], state: CourseState) -> QuerySet[Any]:
        mine = self._certificates().filter(staff_member=OuterRef("staff_member"))
        is_done = Exists(mine.approved_on_or_before(self.day))
        if state is CourseState.DONE:
            return duties.filter(is_done)
        waits = Exists(mine.waiting_on(self.day))
        return duties.filter(~is_done, waits if state is CourseState.WAITING else ~waits)

    def _certificates(self) -> Any:
        if self.term is None:
            return Certificate.objects.none()
        theirs = Certificate.objects.filter(course__in=self.term.course_pks)
        return theirs.completed_since(self.term.counted_from)

    def rows(self, duties: Iterable[KeyPerson]) -> list[NetworkRow]:
        """The duties as the reader sees them, each with how far the course has come: one query."""
        duties = list(duties)
        taken = self.courses_of({duty.staff_member_id for duty in duties})
        return [self._row(duty, taken) for duty in duties]

    @property
    def deadlines(self) -> str:
        """By when the course shall be done, and by when it should have been at first."""
        return deadlines_in_words(self.term.deadlines, on=self.day) if self.term else ""

    def _row(self, duty: Any, courses: dict[int, CourseTaken]) -> NetworkRow:
        taken = courses.get(duty.staff_member_id, NOTHING_TAKEN)
        return NetworkRow(
            duty=duty,
            name=HIDDEN if duty.is_hidden else duty.staff_member.full_name,
            is_hidden=duty.is_hidden,
            department=duty.department_name or "",
            taken=taken,
            lateness=taken.lateness(self.term.deadlines, on=self.day) if self.term else "",
        )

    def courses_of(self, people: Iterable[int]) -> dict[int, CourseTaken]:
        """Which course each has handed in; what is approved comes first, then the earliest."""
        mine = self._certificates().filter(staff_member__in=list(people))
        kinds = (
            (CourseState.WAITING, mine.waiting_on(self.day)),
            (CourseState.DONE, mine.approved_on_or_before(self.day)),
        )
        waiting, done = (
            rows.annotate(state=Value(str(state))).values_list(
                "staff_member", "state", "course__name", "received_on"
            )
            for state, rows in kinds
        )
        in_turn = sorted(waiting.union(done, all=True), key=lambda row: (row[1], row[3]))
        found: dict[int, CourseTaken] = {}
        for person, state, course, day in in_turn:
            found.setdefault(person, CourseTaken(CourseState(state), course, day))
        return found


def network_on(day: date, names: Names) -> Network:
    """The network of the day, with the course that the day's plan asks key persons for."""
    plan = Plan.objects.for_day(day)
    terms = read_plan(plan, [day])[0] if plan else []
    asked = Activity.Measure.KEY_PERSON_COURSE
    return Network(names, day, next((t for t in terms if t.activity.measure == asked), None))


def mail_list(duties: QuerySet[KeyPerson]) -> MailList:
    """The addresses of these key persons, each person once."""
    rows = duties.values_list("staff_member", "staff_member__email", "staff_member__is_protected")
    people = {pk: (email, is_protected) for pk, email, is_protected in rows}
    open_ones = [email for email, is_protected in people.values() if not is_protected]
    return MailList(
        n_people=len(people),
        addresses=tuple(dict.fromkeys(filter(None, open_ones))),
        n_protected=len(people) - len(open_ones),
        n_without=open_ones.count(""),
    )


COLUMNS = [
    Column("Namn", 32),
    Column("Skyddad", 10),
    Column("Roll", 16),
    Column("Enhet", 36),
    Column("Enhetskod", 12),
    Column("Avdelning", 28),
    Column("Driftform", 16),
    Column("Utförare", 28),
    Column("Sedan", 12),
    Column("E-post", 36),
    Column("Kurs", 20),
    Column("Vilken kurs", 40),
    Column("Inkom", 12),
    Column("Mot slutdatum", 24),
]


def cells_of(row: NetworkRow) -> Row:
    """A key person as a row of the workbook."""
    duty = row.duty
    return (
        row.name,
        "ja" if duty.staff_member.is_protected else "",
        duty.get_role_display(),
        duty.unit.name,
        duty.unit.code,
        row.department,
        duty.unit.get_operation_display(),
        duty.provider_name,  # type: ignore[attr-defined]  # annotated
        duty.first_day,
        row.email,
        row.taken.state.label,
        row.taken.course,
        row.taken.day,
        row.lateness,
    )
