"""Questions that one answer settles: certificates that differ from the one answered in nothing
but who and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from focusareas import page_texts, review
from focusareas.candidates import without_certificate
from focusareas.certificate_likeness import Sheet, sheet_of, words_in
from focusareas.models import Certificate, StaffMember, User

# All of them are read while somebody waits for the page, and answered at once.
MOST_READ = 100


@dataclass(frozen=True, slots=True)
class Alike:
    """A certificate in question, and what it says in the places of the one that was answered."""

    certificate: Certificate
    person: StaffMember
    completed_on: date

    @property
    def key(self) -> str:
        """What is chosen by whoever has seen it: this certificate, with this person and day."""
        return f"{self.certificate.pk}:{self.person.pk}:{self.completed_on.isoformat()}"


def questions_beside(answered: Certificate) -> list[Certificate]:
    """The unit's other questions about the same course that have a file, in their turn.

    None if the answered one has none, or does not hold any more.
    """
    if answered.file is None or answered.returned_on or answered.withdrawn_on:
        return []
    questions = Certificate.objects.questions().filter(
        unit=answered.unit_id, course=answered.course_id, file__isnull=False, awaits_reading=False
    )
    return list(questions.in_turn().select_related("file")[:MOST_READ])


def questions_like(answered: Certificate, *, on: date) -> list[Alike]:
    """Those of them that say the same but for who and when.

    None if the answered one does not say so itself. Left out is what may be several people's, and
    what comes after another one of the same person.
    """
    questions = questions_beside(answered)
    if not questions:
        return []
    text, *texts = page_texts.texts([answered, *questions])
    sample = _sample(answered, text)
    people = StaffMember.objects.at(answered.unit, on=on)
    lacking = set(without_certificate(people, answered))
    found: dict[int, Alike] = {}
    for question, text in zip(questions, texts, strict=True):
        fits = [*_fitting(question, text, people, sample)] if sample else []
        if len(fits) == 1 and fits[0].person in lacking:
            found.setdefault(fits[0].person.pk, fits[0])
    return list(found.values())


def _sample(answered: Certificate, text: str) -> tuple[Sheet, date] | None:
    """What the answered one says apart from whose it is, and the day that it was answered with."""
    person, day = answered.staff_member, answered.completed_on
    sheet = person and _sheet_for(person, text)
    return (sheet, day) if sheet and day else None


def _sheet_for(person: StaffMember, text: str) -> Sheet | None:
    return sheet_of(text, person.given_name, person.family_name, person.employee_number)


def _fitting(
    question: Certificate, text: str, people: Iterable[StaffMember], sample: tuple[Sheet, date]
) -> Iterator[Alike]:
    """Those whom the certificate names where the sample names its person."""
    words = words_in(text)
    for person in people:
        sheet = _sheet_for(person, text) if words >= words_in(person.full_name) else None
        day = sheet.day_as_on(*sample) if sheet else None
        # What was read for sure in another place is the day, and so this place is not its.
        if day and day <= question.received_on and question.completed_on in (None, day):
            yield Alike(question, person, day)


def answer(chosen: Sequence[Alike], *, by: User) -> list[Certificate]:
    """Answer these in one go; CannotDecideError, and none answered, when somebody was first."""
    answers = {one.certificate.pk: (one.person, one.completed_on) for one in chosen}
    return review.answer_together(answers, by=by)
