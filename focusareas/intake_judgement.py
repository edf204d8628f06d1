"""What shall become of a certificate that was read, and the question if a person must look."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from focusareas import tesseract
from focusareas.certificate_reader import Reading
from focusareas.matching import Match, Person, Register
from focusareas.models import Course, ShareLink, Unit

LONGEST_QUESTION = 300
AWAITED = (
    "Bilden läses strax. Vänta en stund och ladda om sidan, eller välj själv vem intyget gäller."
)
NO_PROGRAM = "Bilder kan inte läsas på den här servern. Välj vem intyget gäller."
UNREADABLE = (
    "Bilden går inte att läsa. Välj vem intyget gäller, eller ta tillbaka den och fotografera "
    "intyget igen i bättre ljus."
)
VIA_LINK = "Inlämnat med enhetens delade länk. Kontrollera vem det gäller."
SEVERAL_PEOPLE = "Fler på enheten nämns på sidan. Kontrollera vem intyget gäller."
MAY_NOT_COUNT = (
    "Det står något som kan betyda att kursen inte är genomförd eller att intyget inte gäller. "
    "Läs hela intyget."
)
DOUBTFUL = "Namnet på bilden är svårt att läsa. Kontrollera det och välj vem intyget gäller."


class Kind(StrEnum):
    """What became of a certificate that was handed in."""

    MATCHED = "matched"
    ASK = "ask"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one certificate, and why, in words that never name a protected person.

    `certificate_pk` is the certificate that was saved, if one was.
    """

    file: str
    page: int
    kind: Kind
    person: Person | None = None
    completed_on: date | None = None
    course: str | None = None
    confidence: float = 0.0
    candidates: tuple[str, ...] = ()
    reason: str = ""
    certificate_pk: int | None = None

    @property
    def is_saved(self) -> bool:
        """Whether there is a certificate to keep, with a person or with a question."""
        return self.kind in {Kind.MATCHED, Kind.ASK}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a pile is handed in: at which unit, as which course, on which day.

    With a `key` there is a receipt, the same one for all that comes under it. What comes by a
    shared `link` is always a question: nobody knows who sent it.
    """

    unit: Unit
    course: Course
    courses: dict[str, Course]
    received_on: date
    key: str = ""
    link: ShareLink | None = None
    sender_name: str = ""


@dataclass(slots=True)
class Known:
    """What is in already, and comes in with this pile."""

    register: Register
    people_with_certificate: set[int]
    file_pages: set[tuple[str, int]]

    def add(self, outcome: Outcome, sha256: str) -> None:
        """Remember what is saved now, so that the next one like it is the duplicate."""
        self.file_pages.add((sha256, outcome.page))
        if outcome.kind == Kind.MATCHED and outcome.person:
            self.people_with_certificate.add(outcome.person.pk)


def judge(name: str, sha256: str, reading: Reading, desk: Desk, known: Known) -> Outcome:
    """What shall become of the certificate, in the light of what is known."""
    reading = replace(reading, names=known.register.of_people(reading.names))
    matches = [
        known.register.match(read_name, is_scanned=reading.is_scanned)
        for read_name in reading.names
    ]
    person = _only_person(matches) if reading.is_legible else None
    outcome = Outcome(
        name,
        reading.page,
        Kind.ASK,
        person=person,
        completed_on=reading.completed_on,
        course=reading.course_code,
        confidence=_confidence(matches, reading),
        candidates=_candidates(matches),
    )
    if (sha256, reading.page) in known.file_pages:
        return replace(outcome, kind=Kind.DUPLICATE, reason="Samma fil är redan inlämnad.")
    questions = list(_questions(reading, matches, person, desk))
    if person and not questions:
        others = known.register.also_named(reading.everybody, person, reading.names)
        if others:
            numbers = (other.employee_number for other in others)
            candidates = tuple(dict.fromkeys((*outcome.candidates, *numbers)))
            outcome = replace(outcome, candidates=candidates)
            questions.append(SEVERAL_PEOPLE)
    is_this_course = reading.is_certificate and reading.course_code == desk.course.code
    if person and is_this_course and person.pk in known.people_with_certificate:
        reason = f"{_called(person)} har redan ett intyg för {desk.course.name}."
        return replace(outcome, kind=Kind.DUPLICATE, reason=reason)
    if questions:
        return replace(outcome, reason=" ".join(questions)[:LONGEST_QUESTION])
    return replace(outcome, kind=Kind.MATCHED)


def _only_person(matches: list[Match]) -> Person | None:
    """The person if every name on the page is surely theirs."""
    people = {match.person for match in matches}
    return people.pop() if len(people) == 1 else None


def _confidence(matches: list[Match], reading: Reading) -> float:
    if not matches:
        return 0.0
    return round(min(match.confidence for match in matches) * reading.confidence, 2)


def _candidates(matches: list[Match]) -> tuple[str, ...]:
    numbers = (person.employee_number for match in matches for person in match.candidates)
    return tuple(dict.fromkeys(numbers))


def _questions(
    reading: Reading, matches: list[Match], person: Person | None, desk: Desk
) -> Iterator[str]:
    """What keeps the certificate from going in without a person looking at it."""
    if desk.link:
        yield VIA_LINK
    if reading.is_picture:
        yield _question_of_picture(reading)
        return
    if not reading.is_certificate:
        yield "Filen ser inte ut som ett intyg. Kontrollera den och välj vem det gäller."
        return
    if reading.says_not_completed:
        yield MAY_NOT_COUNT
    if person is None:
        yield _question_of_person(reading, matches)
    yield from _question_of_course(reading, desk)
    yield from _question_of_day(reading, desk)


def _question_of_picture(reading: Reading) -> str:
    if reading.is_awaited:
        return AWAITED
    return UNREADABLE if tesseract.program() else NO_PROGRAM


def _question_of_person(reading: Reading, matches: list[Match]) -> str:
    names = reading.names
    if not names:
        return "Namnet på intyget går inte att läsa säkert. Välj vem det gäller."
    if len(names) > 1:
        return (
            "Det står flera namn på sidan. Välj vem det gäller. Är det flera intyg på samma sida "
            "ska de lämnas in vart för sig."
        )
    if not reading.is_legible:
        return DOUBTFUL
    if len([namesake for namesake in matches[0].exact if namesake.in_unit]) > 1:
        return "Flera på enheten heter så som det står på intyget. Välj vem det gäller."
    # Whether somebody elsewhere has the name is not for everybody to know.
    return "Ingen på enheten har namnet på intyget. Välj vem det gäller."


def _question_of_course(reading: Reading, desk: Desk) -> Iterator[str]:
    if len(reading.courses) > 1:
        yield "Flera kurser nämns på intyget. Kontrollera vilken det gäller."
    elif reading.course_code is None:
        yield f"Det går inte att se att intyget gäller {desk.course.name}."
    elif reading.course_code != desk.course.code:
        other = desk.courses[reading.course_code].name
        yield f"Intyget gäller en annan kurs, {other}, och inte {desk.course.name}."


def _question_of_day(reading: Reading, desk: Desk) -> Iterator[str]:
    if reading.completed_on is None:
        yield "Dagen då kursen blev klar går inte att läsa säkert."
    elif reading.completed_on > desk.received_on:
        yield (
            f"Dagen på intyget, {reading.completed_on.isoformat()}, ligger efter dagen då "
            f"intyget kom in, {desk.received_on.isoformat()}."
        )


def _called(person: Person) -> str:
    if person.is_protected:
        return f"Personen med anställningsnummer {person.employee_number}"
    return f"{person.given_name} {person.family_name}"
