"""The questions of a unit: which comes when, and whom one can choose among."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from focusareas.intake_judgement import Kind
from focusareas.models import (
    Certificate,
    Employment,
    StaffMember,
    SubmittedCertificate,
    Unit,
    User,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Which question this is of those that were handed in together, and which comes after it."""

    number: int
    total: int
    following: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to choose, and what tells them apart from the others."""

    pk: int
    name: str
    details: str


def turn_of(certificate: Certificate) -> Turn:
    """The certificate's turn; the latest submission comes first, then the earlier ones."""
    questions = Certificate.objects.questions().filter(unit=certificate.unit_id).in_turn()
    waiting = list(questions.values_list("pk", flat=True))
    together = _asked_together(certificate) or waiting
    place = together.index(certificate.pk) if certificate.pk in together else 0
    return Turn(place + 1, len(together), _after(certificate.pk, waiting))


def _asked_together(certificate: Certificate) -> list[int]:
    """All that were questions when they came in with this one, answered or not."""
    same = SubmittedCertificate.objects.filter(certificate=certificate).values("submission")
    asked = SubmittedCertificate.objects.filter(
        submission__in=same, outcome=Kind.ASK, certificate__awaits_reading=False
    )
    keys = asked.order_by("certificate").values_list("certificate", flat=True)
    return [key for key in keys if key is not None]


def _after(pk: int, waiting: list[int]) -> int | None:
    """The next in the list, from its beginning again after the last."""
    place = waiting.index(pk) if pk in waiting else -1
    others = [*waiting[place + 1 :], *waiting[: max(place, 0)]]
    return others[0] if others else None


def choices(
    people: Iterable[StaffMember], certificate: Certificate, *, user: User, on: date
) -> list[Choice]:
    """The people with their titles, units if other than the certificate's, and for namesakes
    their numbers; of other providers' units nothing is said."""
    found = list({person.pk: person for person in people}.values())
    visible = Unit.objects.visible_to(user, on=on)
    posts = Employment.objects.on(on).filter(staff_member__in=found, unit__in=visible)
    details: dict[int, list[str]] = {person.pk: [] for person in found}
    for post in posts.select_related("unit").order_by("first_day", "pk"):
        is_elsewhere = post.unit_id != certificate.unit_id
        words = (post.title, post.unit.name if is_elsewhere else "")
        details[post.staff_member_id] += filter(None, words)
    names = Counter(person.full_name for person in found)
    for person in found:
        if names[person.full_name] > 1 or not details[person.pk]:
            details[person.pk].append(f"nr {person.employee_number}")
    return [
        Choice(person.pk, person.full_name, ", ".join(dict.fromkeys(details[person.pk])))
        for person in found
    ]
