"""The key persons: whom the units named, when they met and who took a course on honour."""

from datetime import UTC, date, datetime, time

from focusareas.demo.certificates import Certificates
from focusareas.demo.organisation import CLOSED, Organisation, Workplace
from focusareas.demo.people import Post, Staff
from focusareas.demo.rows import Rows
from focusareas.models import Activity, Attendance, KeyPerson, Meeting, MeetingLetter, StaffMember

# In spring 2023: own units with one, of them those with two, and contracted units with one.
OWN_UNITS, WITH_TWO = 96, 12
CONTRACTED_UNITS = ("PR01", "PR04", "PR08", "PR12")
NEVER_NAMED = {"AO01", "FH13", *CLOSED}
NAMED_FROM, NAMED_BY = date(2023, 1, 16), date(2023, 4, 24)
ENDED_EARLY = 8
# Somebody who is named works on all these days.
THERE_ON = (date(2023, 1, 10), date(2023, 4, 30), date(2023, 6, 5))

FIRST_MEETING, SECOND_MEETING = date(2023, 5, 11), date(2023, 11, 9)
ATTENDED_FIRST, OTHERS_AT_FIRST = 82, 4
HONOUR_DAYS = {
    date(2023, 9, 20): "Vad heder är och hur våldet ser ut",
    date(2023, 10, 18): "Upptäcka och bedöma risk",
    date(2023, 11, 22): "Skydd och stöd",
}
INVITED = datetime(2023, 4, 25, 8, 30, tzinfo=UTC)
FIRST_NOTES = (
    "Vi gick igenom vad en nyckelperson gör och hur nätverket ska arbeta.\n\n"
    "Till nästa träff tar var och en med sig enhetens rutiner."
)
PLACE = "Kommunhuset, sal Horisonten"
# By the day, so many key persons have handed in the certificate of one of these courses.
HONOUR_COURSES = (
    (date(2023, 3, 9), 4, "heder-lst"),
    (date(2023, 4, 14), 9, "heder-sos"),
)


class KeyPersons:
    """Those named for spring 2023, each with the code of the unit."""

    def __init__(self, rows: Rows, staff: Staff) -> None:
        self.rows, self.staff = rows, staff
        self.named: list[tuple[str, StaffMember]] = []
        self._heads: set[str] = set()

    def name(self, workplace: Workplace, first_day: date) -> None:
        """One of the unit's people who is not key person already."""
        taken = {person.pk for _, person in self.named}
        candidates = [
            post.person
            for post in self.staff.posts[workplace.unit.code][1:]
            if post.person.pk not in taken and all(map(post.works_on, THERE_ON))
        ]
        person = self.staff.rng.choice(candidates)
        self.named.append((workplace.unit.code, person))
        is_head = workplace.is_own and workplace.department not in self._heads
        self._heads.add(workplace.department)
        role = KeyPerson.Role.HEAD_KEY_PERSON if is_head else KeyPerson.Role.KEY_PERSON
        self.rows.add(
            KeyPerson(staff_member=person, unit=workplace.unit, role=role, first_day=first_day)
        )


def make_key_persons(rows: Rows, organisation: Organisation, staff: Staff) -> KeyPersons:
    """Those of spring 2023 and those before them."""
    key_persons = KeyPersons(rows, staff)
    own = [place for place in organisation if place.is_own and place.unit.code not in NEVER_NAMED]
    later = staff.rng.sample(own, len(own) - OWN_UNITS)
    units = [place for place in own if place not in later]
    units += staff.rng.sample(units, WITH_TWO)
    units += [organisation.workplaces[code] for code in CONTRACTED_UNITS]
    for workplace in units:
        key_persons.name(workplace, staff.day_between(NAMED_FROM, NAMED_BY))
    for post in _leavers(staff, units):
        ended = {"first_day": date(2022, 2, 1), "last_day": post.employment.last_day}
        rows.add(KeyPerson(staff_member=post.person, unit=post.employment.unit, **ended))
    return key_persons


def _leavers(staff: Staff, units: list[Workplace]) -> list[Post]:
    """Some who left before the spring and were key persons as long as they stayed."""
    left = [
        post
        for workplace in units
        for post in staff.posts[workplace.unit.code]
        if post.employment.last_day
        and date(2022, 6, 1) < post.employment.last_day < NAMED_FROM
        and post.employment.first_day < date(2022, 1, 1)
    ]
    return staff.rng.sample(left, ENDED_EARLY)


def make_meetings(key_persons: KeyPersons, activities: dict[str, Activity]) -> None:
    """The two meetings of 2023, who came to the first, and the county's three days on honour."""
    rows = key_persons.rows
    meetings = activities["2.5"]
    first = rows.add(
        Meeting(
            activity=meetings,
            day=FIRST_MEETING,
            starts_at=time(13),
            ends_at=time(16),
            theme="Uppstart av strukturen",
            place=PLACE,
            notes=FIRST_NOTES,
        )
    )
    rows.add(
        Meeting(
            activity=meetings,
            day=SECOND_MEETING,
            starts_at=time(9),
            ends_at=time(15, 30),
            theme="Enheternas rutinarbete",
            place=PLACE,
        )
    )
    for day, theme in HONOUR_DAYS.items():
        rows.add(
            Meeting(
                activity=activities["4.4"],
                day=day,
                starts_at=time(9),
                ends_at=time(16),
                theme=theme,
                place=PLACE,
            )
        )
    _invite_and_attend(first, key_persons)


def _invite_and_attend(meeting: Meeting, key_persons: KeyPersons) -> None:
    """Every key person had a letter; most of them came, and some who are none."""
    rows, staff = key_persons.rows, key_persons.staff
    people = [person for _, person in key_persons.named]
    others = [staff.posts["KV01"][place].person for place in range(OTHERS_AT_FIRST)]
    others = [person for person in others if person not in people]
    came = staff.rng.sample(people, ATTENDED_FIRST - len(others)) + others
    for person in came:
        rows.add(Attendance(meeting=meeting, staff_member=person))
    for person in dict.fromkeys(people):
        rows.add(
            MeetingLetter(
                meeting=meeting, staff_member=person, version=0, claimed_at=INVITED, sent_at=INVITED
            )
        )


def take_honour_courses(key_persons: KeyPersons, certificates: Certificates) -> None:
    """More and more of the key persons hand in the certificate of a course on honour."""
    left = key_persons.staff.rng.sample(key_persons.named, len(key_persons.named))
    done = 0
    for day, number, course in HONOUR_COURSES:
        there = [entry for entry in left if _works(key_persons.staff, entry, day)]
        for code, person in there[: number - done]:
            certificates.receive(code, course, day, [person])
            left.remove((code, person))
        done = number


def _works(staff: Staff, entry: tuple[str, StaffMember], day: date) -> bool:
    code, person = entry
    return any(post.person == person for post in staff.working(code, day))
