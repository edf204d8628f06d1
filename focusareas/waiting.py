"""The certificates that wait for the lead, oldest first, and the way from one to the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, F, Min, OuterRef, Q

from focusareas.models import AuditEvent, Certificate, Course, Unit
from focusareas.models.certificates import CertificateQuerySet
from focusareas.unit_search import matching

# Whoever answers, corrects or moves a certificate leaves a trace; what went in by itself has none.
TOUCHED = Exists(
    AuditEvent.objects.filter(object_type=Certificate._meta.label_lower, object_id=OuterRef("pk"))
)
IS_SURE = (
    Q(staff_member__isnull=False, completed_on__lte=F("received_on"), question="")
    & ~Q(TOUCHED)
    & ~Q(file__infection__gt="")
)


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many wait, since when, and what they are."""

    waiting: int
    oldest: date | None
    sure: int
    questions: int

    @property
    def for_review(self) -> int:
        """How many wait for the lead, not for a unit's answer."""
        return self.waiting - self.questions


def certificates(
    on: date, *, course: Course | None = None, unit_text: str = ""
) -> CertificateQuerySet:
    """Those that wait that day, oldest first; `is_sure` says that nobody had to be asked."""
    is_sure = ExpressionWrapper(IS_SURE, output_field=BooleanField())
    found = Certificate.objects.waiting_on(on).annotate(is_sure=is_sure)
    if course:
        found = found.filter(course=course)
    if unit_text:
        found = found.filter(unit__in=matching(Unit.objects.only("code", "name"), unit_text))
    return found.order_by("received_on", "pk")


def counts(queue: CertificateQuerySet) -> QueueCounts:
    """The queue in numbers, in one query."""
    row: dict[str, Any] = queue.aggregate(
        waiting=Count("pk"),
        oldest=Min("received_on"),
        sure=Count("pk", filter=Q(is_sure=True)),
        questions=Count("pk", filter=Q(staff_member__isnull=True)),
    )
    return QueueCounts(**row)


def questions(courses: Iterable[Course], *, on: date) -> CertificateQuerySet:
    """The courses' certificates that wait, not for the lead, but for a unit's answer."""
    queue = Certificate.objects.waiting_on(on)
    return queue.filter(course__in=courses, staff_member__isnull=True)


def called(certificate: Certificate) -> str:
    """Whom a certificate is about, as the lead's lists say it."""
    person = certificate.staff_member
    return person.full_name if person else certificate.name_read or "Namnet gick inte att läsa"


def reading_of(certificate: Certificate) -> str:
    """How sure the reading of one in the queue is, in words."""
    if certificate.is_sure:  # type: ignore[attr-defined]  # annotated
        return "Säker"
    return "Granskas för sig" if certificate.staff_member_id else "Fråga till enheten"


def sure(queue: CertificateQuerySet) -> CertificateQuerySet:
    """Those matched without a question that nobody has changed since; none with a virus."""
    return queue.filter(IS_SURE)


def next_after(queue: CertificateQuerySet, certificate: Certificate) -> int | None:
    """The key of the one that has waited longest among those younger than this one."""
    day, pk = certificate.received_on, certificate.pk
    younger = queue.filter(Q(received_on__gt=day) | Q(received_on=day, pk__gt=pk))
    return younger.values_list("pk", flat=True).first()


def last_before(queue: CertificateQuerySet, certificate: Certificate) -> int | None:
    """The key of the one that comes just before this one."""
    day, pk = certificate.received_on, certificate.pk
    older = queue.filter(Q(received_on__lt=day) | Q(received_on=day, pk__lt=pk))
    return older.values_list("pk", flat=True).last()
