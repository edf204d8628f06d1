from dataclasses import replace
from datetime import date

import pytest

from focusareas import completion
from focusareas.breakdown import break_down, main_activity, most_behind
from focusareas.models import Activity
from tests import factories as make
from tests.gotland import World, make_gotland
from tests.worlds import DAY


@pytest.fixture
def world(db: None) -> World:
    return make_gotland()


def test_main_activity_asks_a_certificate_by_a_day(world: World) -> None:
    main = main_activity(completion.for_plan(world.plan, on=DAY))

    assert main is not None
    assert main.activity.code == "1.2"


def test_without_a_deadline_no_activity_is_the_main_one(db: None) -> None:
    plan = make.make_plan()
    make.make_activity("1.2", plan=plan, deadline=None)
    make.make_activity("2.4", plan=plan, measure=Activity.Measure.UNIT_KEY_PERSON)

    assert main_activity(completion.for_plan(plan, on=DAY)) is None


def test_units_furthest_behind_come_first(world: World) -> None:
    figures = completion.for_plan(world.plan, on=DAY)

    parts = break_down(figures.activity("1.2"), with_small_groups=True)

    shares = [(row.figure.share or 0) + (row.figure.received_share or 0) for row in parts.units]
    assert shares == sorted(shares)
    assert len(shares) == 3


def test_invited_units_come_after_the_obliged(world: World) -> None:
    figures = completion.for_plan(world.plan, on=DAY)

    parts = break_down(figures.activity("2.4"), with_small_groups=True)

    assert [row.is_obliged for row in parts.units] == [True, True, False]


def test_contracted_is_kept_back_with_own_when_it_is_few_people(world: World) -> None:
    figures = completion.for_plan(world.plan, on=DAY)

    parts = break_down(figures.activity("1.2"), with_small_groups=False)

    assert (parts.own, parts.contracted) == (None, None)


def test_own_and_contracted_are_shown_when_neither_is_few(world: World) -> None:
    for _ in range(3):
        make.make_staff_member(unit=world.units["OMS"], first_day=date(2023, 1, 1))
    figures = completion.for_plan(world.plan, on=DAY)

    parts = break_down(figures.activity("1.2"), with_small_groups=False)

    assert parts.contracted is not None
    assert parts.contracted.expected == 5


def test_units_of_a_department_kept_back_are_kept_back_too(world: World) -> None:
    # Individ och familj has two people at work, so Äldreomsorg goes with it, and all its units.
    figures = completion.for_plan(world.plan, on=DAY)

    parts = break_down(figures.activity("1.2"), with_small_groups=False)

    assert (parts.departments, parts.n_small_departments) == ([], 2)
    assert (parts.units, parts.n_small_units) == ([], 3)


def test_most_behind_are_the_few_that_must_and_have_something_missing(world: World) -> None:
    for _ in range(6):
        make.make_staff_member(unit=make.make_unit())
    done = make.make_unit()
    person = make.make_staff_member(unit=done)
    make.make_certificate(person, world.course, done, DAY, approved_on=DAY)
    parts = break_down(
        completion.for_plan(world.plan, on=DAY).activity("1.2"), with_small_groups=True
    )

    rows = most_behind(parts)

    assert rows == parts.units[:5]
    assert most_behind(None) == []
    assert done.pk not in {
        row.unit.pk for row in most_behind(replace(parts, units=parts.units[5:]))
    }
