"""The receipt: what was handed in at once, and what has become of each certificate by now."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from focusareas.intake_judgement import Desk, Kind, Outcome
from focusareas.models import Certificate, Submission, SubmittedCertificate, User
from focusareas.naming import Names
from focusareas.swedish import counted, long_date
from focusareas.uploads import clean_name

LONGEST_REASON = 300
IS_READ = "Vad som står på bilden visas på kvittot om en stund."


@dataclass(frozen=True, slots=True)
class Face:
    """How a fate is shown: its word, its shape, and how many of them are counted."""

    word: str
    shape: str
    one: str
    many: str


class Fate(Enum):
    """What has become of a certificate that somebody handed in."""

    IN = Face("Klart", "waiting", "klart", "klara")
    READING = Face("Bilden läses", "not_started", "bild läses", "bilder läses")
    QUESTION = Face("Fråga", "at_risk", "fråga", "frågor")
    DUPLICATE = Face("Fanns redan", "no_deadline", "fanns redan", "fanns redan")
    RETURNED = Face("Tillbaka", "returned", "tillbaka", "tillbaka")
    REFUSED = Face("Inte mottaget", "overdue", "kunde inte tas emot", "kunde inte tas emot")


@dataclass(frozen=True, slots=True)
class Line:
    """One certificate on the receipt: what became of it, in words; `question` is its key."""

    file: str
    page: int
    fate: Fate
    text: str
    question: int | None = None


def keep(outcomes: Iterable[Outcome], *, desk: Desk, by: User | None) -> None:
    """Write down what became of each, together with what came in under the same key before."""
    submission, _ = Submission.objects.get_or_create(
        unit=desk.unit,
        course=desk.course,
        handed_in_by=by,
        key=desk.key,
        defaults={
            "received_on": desk.received_on,
            "share_link": desk.link,
            "sender_name": desk.sender_name,
        },
    )
    SubmittedCertificate.objects.bulk_create(
        SubmittedCertificate(
            submission=submission,
            file_name=clean_name(outcome.file),
            page=outcome.page,
            outcome=outcome.kind,
            reason=outcome.reason[:LONGEST_REASON],
            certificate_id=outcome.certificate_pk,
        )
        for outcome in outcomes
    )


def lines_at_once(outcomes: Sequence[Outcome], course: str) -> list[Line]:
    """What to say the moment the certificates have come in."""
    saved = [outcome.certificate_pk for outcome in outcomes if outcome.kind == Kind.ASK]
    awaiting = Certificate.objects.awaiting_reading().filter(pk__in=saved) if saved else ()
    reading = {certificate.pk for certificate in awaiting}
    return [_line_at_once(outcome, course, reading) for outcome in outcomes]


def _line_at_once(outcome: Outcome, course: str, reading: set[int]) -> Line:
    fate = Fate.READING if outcome.certificate_pk in reading else FATES[outcome.kind]
    text, person = outcome.reason, outcome.person
    if fate is Fate.READING:
        text = IS_READ
    elif fate is Fate.IN and person:
        text = about(f"{person.given_name} {person.family_name}", course, outcome.completed_on)
    question = outcome.certificate_pk if fate is Fate.QUESTION else None
    return Line(clean_name(outcome.file), outcome.page, fate, text, question)


def line_now(submitted: SubmittedCertificate, called: dict[int, str], names: Names) -> Line:
    """What has become of it by now; `called` says what the reader may call its person."""
    certificate = submitted.certificate
    fate = FATES[Kind(submitted.outcome)] if certificate is None else _fate_now(certificate)
    if certificate and certificate.staff_member_id and fate is Fate.IN:
        whose = called[certificate.staff_member_id]
        text = about(whose, str(certificate.course), certificate.completed_on)
    else:
        # Words that were kept may name somebody whom the reader may no longer know.
        text = names.without_hidden(_words_kept(submitted, certificate, fate), typed=True)
    question = certificate.pk if certificate and fate is Fate.QUESTION else None
    return Line(names.of_file(submitted.file_name), submitted.page, fate, text, question)


def about(name: str, course: str, day: date | None) -> str:
    """Whose certificate it is, of which course, and from which day."""
    return f"{name} – {course}, {long_date(day)}" if day else f"{name} – {course}"


def in_words(fates: Iterable[Fate]) -> str:
    """A short count of what became of a pile: "36 klara, 1 fråga, 1 fanns redan"."""
    counts = Counter(fates)
    return ", ".join(
        counted(counts[fate], fate.value.one, fate.value.many) for fate in Fate if counts[fate]
    )


FATES = {
    Kind.MATCHED: Fate.IN,
    Kind.ASK: Fate.QUESTION,
    Kind.DUPLICATE: Fate.DUPLICATE,
    Kind.REFUSED: Fate.REFUSED,
}


def _fate_now(certificate: Certificate) -> Fate:
    if certificate.returned_on or certificate.withdrawn_on:
        return Fate.RETURNED
    if not certificate.is_question:
        return Fate.IN
    return Fate.READING if certificate.awaits_reading else Fate.QUESTION


def _words_kept(
    submitted: SubmittedCertificate, certificate: Certificate | None, fate: Fate
) -> str:
    if certificate is None:
        return submitted.reason
    if fate is Fate.RETURNED:
        return certificate.reason
    return IS_READ if fate is Fate.READING else certificate.question
