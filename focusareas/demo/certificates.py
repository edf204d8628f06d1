"""Certificates as they came in: files stored, rows made, each reviewed at its time.

The lead reviews every other Wednesday, so that what came in after the last one waits.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from random import Random
from typing import Any

from focusareas import uploads
from focusareas.demo.access import Access
from focusareas.demo.drawing import Diploma, draw
from focusareas.demo.people import COUNT_DAY, Staff
from focusareas.demo.piles import CONVERSATIONS, PATRIARK, Pile
from focusareas.demo.rows import Rows
from focusareas.models import Certificate, CertificateFile, Course, StaffMember, Training

A_REVIEW, BETWEEN_REVIEWS = date(2022, 11, 30), timedelta(days=14)
LAST_REVIEW = date(2023, 4, 19)
TRAININGS = (PATRIARK, CONVERSATIONS)
# A larger pile comes as one scanned file with a certificate on each page.
SEPARATE_FILES = 4
# Two at one unit are called the same, so their manager waits for the lead's answer.
NOT_HANDED_IN = "Maria Lindgren"


def review_after(day: date) -> date | None:
    """The day on which what came in on the day was reviewed, if it was."""
    days = (day - A_REVIEW).days
    review = A_REVIEW + BETWEEN_REVIEWS * -(-days // BETWEEN_REVIEWS.days)
    return review if review <= LAST_REVIEW else None


class Certificates:
    """Hands in one pile after the other; nobody twice for the same course."""

    def __init__(
        self, rows: Rows, staff: Staff, access: Access, rng: Random, stored: list[str]
    ) -> None:
        self.rows, self.staff, self.access, self.rng = rows, staff, access, rng
        self.courses = {course.code: course for course in Course.objects.all()}
        self.made: list[Certificate] = []
        self.stored = stored
        self._has: set[tuple[str, int]] = set()

    def hand_in(self, pile: Pile) -> None:
        """As many as the pile says of those who work at the unit that day and when they count."""
        still_there = {post.person.pk for post in self.staff.working(pile.code, COUNT_DAY)}
        people = [
            post.person
            for post in self.staff.working(pile.code, pile.day)
            if post.person.pk in still_there and post.person.full_name != NOT_HANDED_IN
        ]
        left = self.without(pile.course, people)
        number = round(pile.share * len(people)) - (len(people) - len(left))
        chosen = self.rng.sample(left, max(number, 0))
        self.receive(pile.code, pile.course, pile.day, chosen)

    def without(self, course: str, people: list[StaffMember]) -> list[StaffMember]:
        """Those of the people who have not handed in a certificate of the course."""
        return [person for person in people if (course, person.pk) not in self._has]

    def receive(self, code: str, course: str, day: date, people: list[StaffMember]) -> None:
        """The people's certificates, approved at the next review, or from a training day."""
        if course in TRAININGS:
            self._attend(code, course, day, people)
            return
        approved_on = review_after(day)
        completed = [self._completed(day) for _ in people]
        diplomas = [
            self.diploma(person.full_name, course, completed_on)
            for person, completed_on in zip(people, completed, strict=True)
        ]
        files = self.store(f"Intyg {code} {day}", diplomas)
        for person, completed_on, (file, page) in zip(people, completed, files, strict=True):
            self._has.add((course, person.pk))
            self.add(
                code,
                course,
                day,
                staff_member=person,
                file=file,
                page=page,
                name_read=person.full_name,
                completed_on=completed_on,
                approved_on=approved_on,
                reviewed_by=self.access.lead if approved_on else None,
            )

    def _attend(self, code: str, course: str, day: date, people: list[StaffMember]) -> None:
        """The lead notes who came to the day of the course; there is no file."""
        training = Training.objects.create(
            course=self.courses[course], day=day, place="Visby", registered_by=self.access.lead
        )
        for person in people:
            self._has.add((course, person.pk))
            self.add(
                code,
                course,
                day,
                staff_member=person,
                training=training,
                completed_on=day,
                approved_on=day,
                reviewed_by=self.access.lead,
            )

    def add(self, code: str, course: str, day: date, **fields: Any) -> None:
        """A certificate that the unit's manager handed in that day."""
        certificate = Certificate(
            course=self.courses[course],
            unit=self.staff.organisation.unit(code),
            received_on=day,
            handed_in_by=self.access.managers[code],
            **fields,
        )
        self.made.append(self.rows.add(certificate))

    def diploma(self, name: str, course: str, completed_on: date | None) -> Diploma:
        """What stands on a certificate of the course."""
        row = self.courses[course]
        return Diploma(name, row.name, row.issuer, completed_on)

    def store(self, name: str, diplomas: list[Diploma]) -> Iterator[tuple[CertificateFile, int]]:
        """For each certificate the file and the page it stands on: few in files of their own."""
        if len(diplomas) > SEPARATE_FILES:
            file = self._store(f"{name}.pdf", draw(diplomas))
            yield from ((file, page) for page in range(1, len(diplomas) + 1))
        else:
            for number, diploma in enumerate(diplomas, start=1):
                yield self._store(f"{name} nr {number}.pdf", draw([diploma])), 1

    def _store(self, name: str, content: bytes) -> CertificateFile:
        path = uploads.store(content)
        self.stored.append(path)
        return self.rows.add(
            CertificateFile(
                sha256=sha256(content).hexdigest(),
                path=path,
                original_name=name,
                content_type=uploads.PDF,
                size=len(content),
            )
        )

    def _completed(self, day: date) -> date:
        """Within the weeks before, or before the plan."""
        if self.rng.randrange(40) == 0:
            return self.staff.day_between(date(2021, 2, 1), date(2021, 12, 1))
        return day - timedelta(days=self.rng.randint(1, 40))
