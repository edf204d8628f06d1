"""Making two rows one never makes a figure smaller, also where a certificate has become too old."""

from datetime import date
from typing import Any

import pytest

from focusareas import completion, person_mergers
from focusareas.models import Certificate, StaffMember, Unit, User
from tests import factories as make

pytestmark = pytest.mark.django_db

Pair = tuple[StaffMember, StaffMember]

TODAY = date(2023, 5, 15)
# The plan began 2022, and takes what was completed a year before that or later.
TOO_OLD, TAKEN, TAKEN_TOO = date(2019, 5, 1), date(2022, 2, 1), date(2022, 10, 1)
DAYS = [date(2022, 6, 15), date(2022, 12, 31), TODAY, date(2023, 12, 31)]


@pytest.fixture
def people(unit: Unit) -> Pair:
    """The one who is kept and the one who goes, who stopped when the other began."""
    before = make.make_staff_member("Eva Ek", unit=unit, last_day=date(2022, 6, 30))
    return make.make_staff_member("Eva Ek", unit=unit, first_day=date(2022, 7, 1)), before


def merge(kept: StaffMember, gone: StaffMember, by: User) -> None:
    basis = person_mergers.joining(kept, gone).basis
    person_mergers.merge(kept, gone, basis=basis, today=TODAY, by=by)


def figures() -> list[tuple[object, ...]]:
    totals = [completion.for_plan(make.make_plan(), on=day).activity("9.1").total for day in DAYS]
    return [(total.expected, total.done, total.received) for total in totals]


def approved(completed_on: date, on: date) -> dict[str, date]:
    return {"completed_on": completed_on, "received_on": on, "approved_on": on}


def waiting(completed_on: date, on: date) -> dict[str, date]:
    return {"completed_on": completed_on, "received_on": on}


FEBRUARY, MARCH, NOVEMBER = date(2022, 2, 2), date(2022, 3, 1), date(2022, 11, 1)
OLD = approved(TOO_OLD, FEBRUARY)
# Of the one who goes, of the one who is kept; the figures before and after; what still is live.
CASES: dict[str, Any] = {
    "both approved": (
        OLD,
        approved(TAKEN_TOO, NOVEMBER),
        [(1, 0, 0), (1, 1, 0), (1, 1, 0), (1, 1, 0)],
        [TAKEN_TOO],
    ),
    "the fresh one waits": (
        OLD,
        waiting(TAKEN_TOO, NOVEMBER),
        [(1, 0, 0), (1, 0, 1), (1, 0, 1), (1, 0, 1)],
        [TAKEN_TOO],
    ),
    "both wait": (
        waiting(TOO_OLD, FEBRUARY),
        waiting(TAKEN_TOO, NOVEMBER),
        [(1, 0, 0), (1, 0, 1), (1, 0, 1), (1, 0, 1)],
        [TAKEN_TOO],
    ),
    "both approved and taken": (
        approved(TAKEN, FEBRUARY),
        approved(TAKEN_TOO, NOVEMBER),
        [(1, 1, 0), (1, 1, 0), (1, 1, 0), (1, 1, 0)],
        [TAKEN_TOO],
    ),
    "both approved and too old": (
        OLD,
        approved(TOO_OLD, MARCH),
        [(1, 0, 0), (1, 0, 0), (1, 0, 0), (1, 0, 0)],
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("other_way", [False, True])
def test_no_figure_becomes_smaller(
    people: Pair, unit: Unit, boss: User, case: str, other_way: bool
) -> None:
    course = make.make_course()
    make.make_activity("9.1", courses=(course,), certificate_max_age_years=1)
    *rows, wanted, live = CASES[case]
    for person, days in zip(people if other_way else people[::-1], rows, strict=True):
        make.make_certificate(person, course, unit, **days)

    merge(people[0], people[1], boss)

    assert figures() == wanted
    assert list(Certificate.objects.live().values_list("completed_on", flat=True)) == live


def test_old_certificate_that_may_be_renewed_is_no_double(
    people: Pair, unit: Unit, boss: User
) -> None:
    course = make.make_course()
    make.make_activity("9.1", courses=(course,), certificate_max_age_years=1)
    kept, gone = people
    old = make.make_certificate(gone, course, unit, **OLD)
    make.make_certificate(kept, course, unit, **approved(TAKEN_TOO, NOVEMBER))
    of_another = make.make_certificate(make.make_staff_member(unit=unit), course, unit, **OLD)

    merge(kept, gone, boss)

    for row in (old, of_another):
        row.refresh_from_db()
    assert (old.staff_member, old.withdrawn_on, old.renewable_from) == (kept, None, TODAY)
    assert of_another.renewable_from is None
