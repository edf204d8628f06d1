"""Certificates of one course that two rows of one person both have: which counts, which yields."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Sum

from focusareas import renewal, review
from focusareas.models import Certificate, Course, User

DOUBLE = "Dubblett: personen fanns två gånger, och ett annat intyg för kursen gäller."


@dataclass(frozen=True, slots=True)
class Double:
    """Two live certificates of one course, of which one counts and the other gives way."""

    counts: Certificate
    yields: Certificate
    is_paid: bool


def of_both(people: Collection[int]) -> list[Certificate]:
    """All certificates that either has, with what has been paid for each."""
    rows = Certificate.objects.filter(staff_member__in=people).select_related("course", "unit")
    return list(rows.annotate(balance=Sum("payments__amount_sek")).order_by("received_on", "pk"))


def found(certificates: Iterable[Certificate], *, on: date) -> list[Double]:
    """The courses that both have a live certificate of; the certificates are those `of_both`.

    One that may be renewed on the day stands beside a newer one, and is no double of it.
    """
    live = _of_shared_courses(certificates)
    if not live:
        return []
    too_old = renewal.too_old(live, on=on)

    def kind(row: Certificate) -> tuple[int, bool]:
        return row.course_id, row.pk in too_old and row.is_approved

    def rank(row: Certificate) -> tuple[bool, bool, bool, int, date, int]:
        """An approved one before one that waits, one that the plan takes, one that is paid.

        Else the one completed last: wherever another counts, that one does too.
        """
        completed_on = row.completed_on or date.min
        since = row.approved_on or row.received_on
        return (
            not row.is_approved,
            row.pk in too_old,
            not _is_paid(row),
            -completed_on.toordinal(),
            since,
            row.pk,
        )

    doubles = []
    for _, rows in groupby(sorted(live, key=kind), key=kind):
        counts, *others = sorted(rows, key=rank)
        doubles += [Double(counts, other, _is_paid(other)) for other in others]
    return doubles


def resolve(certificates: Iterable[Certificate], *, by: User, on: date) -> None:
    """Let one of each course count; what a unit was paid for the other comes back.

    Those that are too old for the plan are opened for renewal, as when a new one is handed in.
    """
    certificates = list(certificates)
    for double in found(certificates, on=on):
        row = double.yields
        if row.approved_on:
            review.withdraw(row, reason=DOUBLE, by=by, on=max(on, row.approved_on))
        else:
            review.return_to_unit(row, reason=DOUBLE, by=by, on=max(on, row.received_on))
    shared = _of_shared_courses(certificates)
    theirs = Certificate.objects.filter(pk__in=[row.pk for row in shared])
    courses = Course.objects.filter(pk__in={row.course_id for row in shared})
    for course in renewal.with_max_age(courses, on=on):
        renewal.let_renew(course, on=on, among=theirs)


def _of_shared_courses(certificates: Iterable[Certificate]) -> list[Certificate]:
    """The live ones of which there is another of the same course."""
    live = [
        row
        for row in certificates
        if not (row.returned_on or row.withdrawn_on or row.renewable_from)
    ]
    courses = [row.course_id for row in live]
    return [row for row in live if courses.count(row.course_id) > 1]


def _is_paid(row: Any) -> bool:
    """Whether a unit has been paid for it and has not paid it back."""
    return (row.balance or 0) > 0
