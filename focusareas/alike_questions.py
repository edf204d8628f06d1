"""Questions that one answer settles: certificates that differ from the one answered in nothing
but who and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from focusareas import page_pictures, review
from focusareas.candidates import without_certificate
from focusareas.certificate_likeness import Sheet, may_name, sheet_of
from focusareas.models import Certificate, StaffMember, User

# All of them are read while somebody waits for the page.
MOST_READ = 100


@dataclass(frozen=True, slots=True)
class Alike:
    """A certificate in question, and what it says in the places of the one that was answered."""

    certificate: Certificate
    person: StaffMember
    completed_on: date


def alike(answered: Certificate, *, on: date) -> list[Alike]:
    """The unit's questions about the same course that say the same but for who and when.

    None if the answered one does not say who and when so itself. Left out is what may be several
    people's, and what comes after another one of the same person.
    """
    person, day = answered.staff_member, answered.completed_on
    questions = _questions_beside(answered) if person and day else []
    if person is None or day is None or not questions:
        return []
    text, *texts = page_pictures.texts([answered, *questions])
    sample = sheet_of(text or "", person.given_name, person.family_name)
    if sample is None:
        return []
    lacking = without_certificate(StaffMember.objects.at(answered.unit, on=on), answered)
    people = list(lacking)
    found: dict[int, Alike] = {}
    for question, text in zip(questions, texts, strict=True):
        fits = [*_fitting(question, text or "", people, sample, day)]
        if len(fits) == 1:
            found.setdefault(fits[0].person.pk, fits[0])
    return list(found.values())


def _questions_beside(answered: Certificate) -> list[Certificate]:
    questions = Certificate.objects.questions().filter(
        unit=answered.unit_id, course=answered.course_id, awaits_reading=False
    )
    return list(questions.in_turn().select_related("file", "course")[:MOST_READ])


def _fitting(
    question: Certificate, text: str, people: Iterable[StaffMember], sample: Sheet, day: date
) -> Iterator[Alike]:
    """Those whom the certificate names where the sample names its person."""
    for person in people:
        if not may_name(text, person.given_name, person.family_name):
            continue
        sheet = sheet_of(text, person.given_name, person.family_name)
        completed_on = sheet.day_as_on(sample, day) if sheet else None
        if completed_on and completed_on <= question.received_on:
            yield Alike(question, person, completed_on)


def answer(chosen: Sequence[Alike], *, by: User) -> list[str]:
    """Answer these questions; gives why others could not be, who was first or what has changed."""
    refusals = []
    for one in chosen:
        try:
            review.answer(one.certificate, person=one.person, completed_on=one.completed_on, by=by)
        except review.CannotDecideError as refusal:
            refusals.append(f"{one.person.full_name}: {refusal}")
    return refusals
