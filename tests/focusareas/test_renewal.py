"""Whose certificate is too old for the plan may take the course again, and loses nothing by it."""

from datetime import date

import pytest

from focusareas import completion
from focusareas.models import Activity, Certificate
from tests import factories as make
from tests.hand_ins import RECEIVED, certificate, hand_in, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def old_certificate() -> Certificate:
    """Kim's, of the course that the plan 2022-2023 asks for, from before any limit."""
    unit, course = make.make_unit("E1"), make.make_course()
    make.make_activity(courses=(course,), certificate_max_age_years=1)
    return make.make_certificate(
        make.make_staff_member("Kim Berg", unit=unit),
        course,
        unit,
        date(2020, 5, 5),
        approved_on=date(2020, 5, 6),
    )


def again(old: Certificate) -> list[str]:
    return kinds(hand_in(certificate(), unit=old.unit, course=old.course))


def counted(day: date) -> tuple[object, int]:
    total = completion.for_plan(Activity.objects.get().plan, on=day).activity("1.2").total
    return total.done, total.received


def test_newer_certificate_comes_in_and_counts_where_the_old_one_does_not(old_certificate):
    assert counted(RECEIVED) == (0, 0)

    assert again(old_certificate) == ["matched"]

    assert counted(RECEIVED) == (0, 1)
    old_certificate.refresh_from_db()
    assert (old_certificate.renewable_from, old_certificate.is_approved) == (RECEIVED, True)
    assert again(old_certificate) == ["duplicate"]


def test_certificate_of_both_is_counted_once_where_any_age_will_do(old_certificate):
    again(old_certificate)
    Certificate.objects.filter(approved_on=None).update(approved_on=RECEIVED)

    Activity.objects.update(certificate_max_age_years=None)

    assert counted(RECEIVED) == (1, 0)


@pytest.mark.parametrize("years", [None, 2])
def test_certificate_that_the_plan_takes_is_not_renewed(old_certificate, years):
    Activity.objects.update(certificate_max_age_years=years)

    assert again(old_certificate) == ["duplicate"]
    assert Certificate.objects.get().renewable_from is None
