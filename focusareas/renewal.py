"""When somebody may hand in a certificate anew: the first has become too old for the plan."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from focusareas.deadlines import years_later
from focusareas.models import Activity, Certificate, Course, Plan
from focusareas.models.days import holds_on


def with_max_age(courses: QuerySet[Course], *, on: date) -> QuerySet[Any]:
    """Each course with `max_age`, the years a certificate may have by the plan of the day.

    It is counted back from the plan's first day, `plan_began`.
    """
    current = Plan.objects.nearest_first(on)
    strictest = Activity.objects.filter(
        holds_on(on),
        plan__in=current.values("pk")[:1],
        courses=OuterRef("pk"),
        certificate_max_age_years__isnull=False,
    ).order_by("certificate_max_age_years")
    return courses.annotate(
        max_age=Subquery(strictest.values("certificate_max_age_years")[:1]),
        plan_began=Subquery(current.values("first_day")[:1]),
    )


def let_renew(
    course: Any, *, on: date, among: QuerySet[Certificate, Certificate] | None = None
) -> None:
    """Open what is too old of the course, which comes `with_max_age`: of all, or among these.

    It goes on counting where it counted. Only a newer one no longer is a duplicate.
    """
    if course.max_age is None:
        return
    too_old = Certificate.objects.live().filter(
        course=course, approved_on__lte=on, completed_on__lt=_first_day_that_counts(course)
    )
    if among is not None:
        too_old = too_old.filter(pk__in=among)
    too_old.update(renewable_from=on)


def too_old(certificates: Collection[Certificate], *, on: date) -> set[int]:
    """The keys of those that were completed too long ago for the plan of the day."""
    courses = Course.objects.filter(pk__in={row.course_id for row in certificates})
    limits = {
        course.pk: _first_day_that_counts(course)
        for course in with_max_age(courses, on=on)
        if course.max_age is not None
    }
    return {
        row.pk
        for row in certificates
        if row.completed_on and row.completed_on < limits.get(row.course_id, date.min)
    }


def _first_day_that_counts(course: Any) -> date:
    return years_later(course.plan_began, -course.max_age)
