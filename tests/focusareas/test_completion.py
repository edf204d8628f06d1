"""Figures of the Gotland world, each counted by hand from its docstring."""

from datetime import date
from decimal import Decimal

import pytest

from focusareas import completion
from focusareas.completion import ActivityFigure
from focusareas.models import Activity, MilestoneUpdate, Unit
from tests import factories as make
from tests.gotland import World, make_gotland

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_gotland()


def ask(world: World, code: str, day: date) -> ActivityFigure:
    return completion.for_plan(world.plan, on=day).activity(code)


def pairs(figure: ActivityFigure) -> dict[str, tuple[int, int]]:
    """Expected and done in total, own and contracted, and per unit."""
    groups = {"total": figure.total, "own": figure.own, "contracted": figure.contracted}
    groups |= {row.unit.code: row.figure for row in figure.units}
    return {name: (group.expected, group.done) for name, group in groups.items()}


@pytest.mark.parametrize(
    ("day", "expected", "received"),
    [
        (
            date(2022, 12, 31),
            {"total": (8, 1), "own": (7, 1), "contracted": (1, 0)}
            | {"HEMT": (5, 1), "SARB": (2, 0), "OMS": (1, 0)},
            0,
        ),
        (
            date(2023, 2, 1),
            {"total": (9, 3), "own": (8, 3), "contracted": (2, 0)}
            | {"HEMT": (4, 2), "SARB": (2, 0), "FAM": (3, 1), "OMS": (2, 0)},
            1,
        ),
        (
            date(2023, 3, 31),
            {"total": (9, 4), "own": (8, 4), "contracted": (2, 0)}
            | {"HEMT": (4, 2), "SARB": (2, 1), "FAM": (2, 1), "OMS": (2, 0)},
            1,
        ),
        (
            date(2023, 4, 30),
            {"total": (9, 4), "own": (8, 4), "contracted": (2, 1)}
            | {"HEMT": (6, 3), "FAM": (2, 1), "OMS": (2, 1)},
            1,
        ),
        (
            date(2023, 5, 2),
            {"total": (10, 4), "own": (9, 4), "contracted": (2, 1)}
            | {"HEMT": (7, 2), "FAM": (2, 2), "OMS": (2, 1)},
            1,
        ),
    ],
)
def test_staff_certificates_on_five_days(world, day, expected, received):
    figure = ask(world, "1.2", day)

    assert pairs(figure) == expected
    assert figure.total.received == received


def test_certificate_counts_until_the_day_it_is_withdrawn(world):
    assert ask(world, "1.2", date(2023, 5, 1)).total.done == 5
    assert ask(world, "1.2", date(2023, 5, 2)).total.done == 4


def test_unit_where_all_is_done_is_complete(world):
    assert ask(world, "1.2", date(2023, 4, 30)).complete_units == 0
    assert ask(world, "1.2", date(2023, 5, 2)).complete_units == 1


def test_declared_unit_is_counted_until_it_is_complete(world):
    make.make_declaration(world.units["FAM"], world.web_course, date(2023, 4, 1))

    before, declared, complete = (
        ask(world, "1.2", day) for day in (date(2023, 3, 31), date(2023, 4, 30), date(2023, 5, 2))
    )

    assert [before.declared_units, declared.declared_units, complete.declared_units] == [0, 1, 0]
    assert declared.unit(world.units["FAM"].pk).declared
    assert complete.unit(world.units["FAM"].pk).declared


def test_declaration_taken_back_is_not_in_force_from_that_day(world):
    make.make_declaration(
        world.units["FAM"], world.web_course, date(2023, 4, 1), withdrawn_on=date(2023, 4, 30)
    )

    assert ask(world, "1.2", date(2023, 4, 29)).declared_units == 1
    assert ask(world, "1.2", date(2023, 4, 30)).declared_units == 0


def test_person_at_two_units_of_a_department_counts_once_there(world):
    make.make_employment(world.people["Kim"], world.units["HEMT"])

    figure = ask(world, "1.2", date(2023, 4, 30))

    departments = {row.name: row.figure.expected for row in figure.departments}
    assert departments == {"Individ och familj": 2, "Äldreomsorg": 7}


@pytest.mark.parametrize(
    ("day", "total", "contracted"),
    [
        (date(2023, 2, 1), (3, 2), (1, 0)),
        (date(2023, 4, 30), (2, 2), (1, 1)),
        (date(2023, 7, 1), (2, 1), (1, 1)),
    ],
)
def test_units_with_a_key_person_invited_ones_shown_apart(world, day, total, contracted):
    figure = pairs(ask(world, "2.4", day))

    assert (figure["total"], figure["own"], figure["contracted"]) == (total, total, contracted)


@pytest.mark.parametrize(
    ("day", "total"), [(date(2023, 3, 31), (4, 1)), (date(2023, 4, 1), (3, 1))]
)
def test_key_person_leaves_with_the_employment(world, day, total):
    assert pairs(ask(world, "4.2", day))["total"] == total


def test_successor_of_a_key_person_is_no_progress(world):
    home = world.units["HEMT"]
    make.make_key_person(world.people["Gun"], home, first_day=date(2023, 4, 20))
    home.key_persons.filter(staff_member=world.people["Anna"]).update(last_day=date(2023, 4, 19))

    figure = ask(world, "2.4", date(2023, 4, 30)).total

    assert (figure.done, figure.recent) == (2, 0)


def test_any_of_several_courses_will_do(world):
    other = make.make_course("heder-sos", name="Hedersrelaterat våld")
    world.honour_course.courses.add(other)
    make.make_certificate(
        world.people["Kim"],
        other,
        world.units["OMS"],
        date(2023, 3, 1),
        approved_on=date(2023, 3, 2),
    )

    assert pairs(ask(world, "4.2", date(2023, 4, 30)))["total"] == (3, 2)


def test_activity_is_narrowed_by_tags_and_unit_without_staff_left_out(world):
    empty = make.make_unit("TOM", tags=("familjefrid",))
    make.make_activity("5.6", plan=world.plan, courses=(world.course,), tags=("familjefrid",))

    figure = ask(world, "5.6", date(2023, 4, 30))

    assert pairs(figure) == {"total": (2, 1), "own": (2, 1), "contracted": (0, 0), "FAM": (2, 1)}
    assert figure.unit(empty.pk) is None


def test_certificate_follows_the_person_who_moves(world):
    april = ask(world, "1.2", date(2023, 4, 30))

    assert april.unit(world.units["HEMT"].pk).figure.done == 3


def test_deadline_holds_from_the_day_of_its_decision(world):
    make.make_deadline(world.honour_course, date(2023, 12, 31), decided_on=date(2023, 5, 15))

    before, after = (ask(world, "4.2", day) for day in (date(2023, 5, 14), date(2023, 5, 15)))

    assert (before.deadline.day, after.deadline.day) == (date(2023, 10, 31), date(2023, 12, 31))
    assert after.original.day == date(2023, 10, 31)


def test_milestone_counts_its_parts_as_they_stood_on_the_day(world):
    activity = make.make_activity(
        "3.5", plan=world.plan, measure=Activity.Measure.MILESTONE, parts=["plan", "genomförande"]
    )
    for part, day, state in [
        (1, date(2022, 9, 1), "under_way"),
        (1, date(2022, 11, 1), "done"),
        (2, date(2023, 1, 1), "planned"),
    ]:
        MilestoneUpdate.objects.create(activity=activity, part=part, day=day, state=state)

    stages = [
        ask(world, "3.5", day) for day in (date(2022, 8, 1), date(2022, 9, 1), date(2023, 2, 1))
    ]

    assert [pairs(stage)["total"] for stage in stages] == [(2, 0), (2, 0), (2, 1)]
    assert [stage.total.begun for stage in stages] == [False, True, True]


def test_meetings_are_those_of_the_calendar_year_held_by_the_day(world):
    activity = make.make_activity(
        "2.5", plan=world.plan, measure=Activity.Measure.MEETINGS, target=2, deadline=None
    )
    for day in (date(2022, 11, 1), date(2023, 5, 11), date(2023, 11, 9)):
        activity.meetings.create(day=day, theme="Uppstart")
    activity.meetings.create(day=date(2023, 5, 1), theme="Inställd", cancelled_on=date(2023, 4, 1))

    held = [ask(world, "2.5", day).total for day in (date(2023, 5, 10), date(2023, 5, 11))]

    assert [(figure.expected, figure.done) for figure in held] == [(2, 0), (2, 1)]


def test_indicator_without_target_expects_nothing(world):
    make.make_activity("1.1", plan=world.plan, measure=Activity.Measure.INDICATOR, deadline=None)

    figure = ask(world, "1.1", date(2023, 4, 30))

    assert figure.total.expected is None
    assert figure.total.status == "no_deadline"


def test_routine_counts_until_the_unit_takes_it_back(world):
    activity = make.make_activity(
        "3.4", plan=world.plan, measure=Activity.Measure.UNIT_ROUTINE, contracted="none"
    )
    hemt, fam = (Unit.objects.get(code=code) for code in ("HEMT", "FAM"))
    make.make_routine(
        hemt, activity, date(2023, 2, 1), withdrawn_on=date(2023, 4, 1), review_on=date(2023, 3, 1)
    )
    make.make_routine(fam, activity, date(2023, 3, 10))

    days = [date(2023, 1, 31), date(2023, 2, 1), date(2023, 3, 31), date(2023, 4, 1)]

    assert [ask(world, "3.4", day).total.done for day in days] == [0, 1, 2, 1]
    assert ask(world, "3.4", date(2023, 3, 31)).total.recent == 1


def test_routine_that_was_looked_over_is_no_progress(world):
    activity = make.make_activity(
        "3.4", plan=world.plan, measure=Activity.Measure.UNIT_ROUTINE, contracted="none"
    )
    unit = Unit.objects.get(code="HEMT")
    make.make_routine(unit, activity, date(2022, 9, 1), withdrawn_on=date(2023, 4, 20))
    make.make_routine(unit, activity, date(2023, 4, 20))

    figure = ask(world, "3.4", date(2023, 4, 30)).total

    assert (figure.done, figure.recent) == (1, 0)


@pytest.mark.parametrize(
    ("day", "done"),
    [(date(2022, 12, 31), 0), (date(2023, 1, 1), 114), (date(2023, 4, 30), Decimal("120.5"))],
)
def test_indicator_has_its_latest_value_on_the_day(world, day, done):
    activity = make.make_activity(
        "6.1", plan=world.plan, measure=Activity.Measure.INDICATOR, target=200
    )
    indicator = make.make_indicator(activity)
    indicator.values.create(day=date(2023, 1, 1), value=114)
    indicator.values.create(day=date(2023, 4, 30), value=Decimal("120.5"))

    assert ask(world, "6.1", day).total.done == done


@pytest.mark.parametrize(("value", "is_done"), [(12, False), (10, True), (0, True), (None, False)])
def test_falling_indicator_is_done_when_it_has_come_down(world, value, is_done):
    activity = make.make_activity(
        "6.1", plan=world.plan, measure=Activity.Measure.INDICATOR, target=10
    )
    indicator = make.make_indicator(activity, direction="lower")
    if value is not None:
        indicator.values.create(day=date(2023, 1, 1), value=value)

    assert ask(world, "6.1", date(2023, 4, 30)).total.is_done is is_done


def test_scope_of_one_unit_counts_only_it(world):
    figures = completion.for_plan(
        world.plan, on=date(2023, 4, 30), units=Unit.objects.filter(code="OMS")
    )

    assert pairs(figures.activity("1.2")) == {
        "total": (2, 1),
        "own": (0, 0),
        "contracted": (2, 1),
        "OMS": (2, 1),
    }


def test_ten_times_as_many_units_and_people_cost_five_queries_too(world, django_assert_num_queries):
    for number in range(40):
        unit = make.make_unit(f"N{number}", department=f"Avdelning {number % 5}")
        person = make.make_staff_member(f"Per Nr{number}", unit=unit)
        make.make_certificate(
            person, world.course, unit, date(2023, 1, 1), approved_on=date(2023, 1, 1)
        )

    with django_assert_num_queries(5):
        figure = ask(world, "1.2", date(2023, 4, 30))

    assert figure.total.done == 44


def test_somebody_in_both_is_told_from_nobody_in_both(world):
    assert ask(world, "1.2", date(2023, 4, 30)).somebody_is_in_both
    assert not ask(world, "1.2", date(2022, 12, 31)).somebody_is_in_both
    assert not ask(world, "2.4", date(2023, 4, 30)).somebody_is_in_both
