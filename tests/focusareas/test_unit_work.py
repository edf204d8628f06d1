"""What a unit has left, in which order, and at what pace."""

from datetime import date, timedelta

import pytest

from focusareas import completion
from focusareas.figure import Figure
from focusareas.models import Activity
from focusareas.naming import Names
from focusareas.people_status import people_at
from focusareas.unit_work import activities_for, courses_for, reminder, tasks_of, what_is_enough
from tests import factories as make

DAY = date(2023, 4, 30)
Measure = Activity.Measure


def names_of_lead() -> Names:
    return Names(make.make_user(is_development_lead=True), on=DAY)


def figure(expected: int, done: int, days_left: int | None, received: int = 0) -> Figure:
    return Figure(
        measure=Measure.STAFF_CERTIFICATE,
        day=DAY,
        starts_on=date(2022, 1, 1),
        deadline=None if days_left is None else DAY + timedelta(days=days_left),
        expected=expected,
        done=done,
        received=received,
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (figure(40, 31, 61), "9 saknas, 61 dagar kvar: 2 i veckan räcker."),
        (figure(40, 31, 9), "9 saknas, 9 dagar kvar: 7 i veckan räcker."),
        (figure(40, 30, 9), "10 saknas, 9 dagar kvar: 2 om dagen räcker."),
        (figure(40, 39, 3), "1 saknas, 3 dagar kvar."),
        (figure(40, 31, 0), "9 saknas. I dag är sista dagen."),
        (figure(40, 31, -1), "9 saknas. Slutdatum var för 1 dag sedan."),
        (figure(40, 31, None), "9 saknas."),
        (figure(40, 31, 61, received=9), "Allt är inlämnat."),
        (figure(40, 31, 61, received=4), "5 saknas, 61 dagar kvar: 1 i veckan räcker."),
        (figure(40, 40, 61), ""),
        (figure(0, 0, 61), ""),
    ],
)
def test_pace_is_told_in_round_numbers_that_will_do(given, words):
    assert what_is_enough(given).replace("\u00a0", " ") == words


def tasks(unit, plan, on=DAY):
    figures = completion.for_plan(plan, on=on, units=type(unit).objects.filter(pk=unit.pk))
    return tasks_of(figures, unit.pk)


@pytest.mark.django_db
def test_tasks_come_by_deadline_and_what_is_done_last():
    unit, plan, course = make.make_unit(), make.make_plan(), make.make_course()
    person = make.make_staff_member(unit=unit)
    make.make_certificate(person, course, unit, DAY, approved_on=DAY)
    make.make_activity("1.1", courses=(course,), deadline=date(2023, 1, 1))
    make.make_activity("2.1", measure=Measure.UNIT_ROUTINE, deadline=None)
    make.make_activity("3.1", measure=Measure.UNIT_KEY_PERSON, deadline=date(2023, 9, 1))
    make.make_activity("4.1", measure=Measure.UNIT_ROUTINE, deadline=date(2023, 5, 1))
    make.make_activity("5.1", measure=Measure.UNIT_ROUTINE, own="invited")

    found = tasks(unit, plan)

    assert [task.activity.code for task in found] == ["4.1", "3.1", "2.1", "5.1", "1.1"]
    assert [task.is_left for task in found] == [True, True, True, True, False]


@pytest.mark.django_db
def test_only_what_is_left_and_not_declared_may_be_declared():
    unit, plan = make.make_unit(), make.make_plan()
    make.make_staff_member(unit=unit)
    course = make.make_activity("1.2", courses=(make.make_course(),))
    make.make_activity("1.3", measure=Measure.UNIT_ROUTINE)
    make.make_activity("2.4", measure=Measure.UNIT_KEY_PERSON)

    before = {task.activity.code for task in tasks(unit, plan) if task.may_be_declared}
    make.make_declaration(unit, course, DAY)
    after = {task.activity.code for task in tasks(unit, plan) if task.may_be_declared}

    assert (before, after) == ({"1.2"}, set())


@pytest.mark.django_db
@pytest.mark.parametrize("provider", [None, "Omsorgsbolaget AB"])
def test_activities_for_a_unit_are_those_it_has_a_figure_for(provider):
    unit = make.make_unit(provider=provider, tags=("möter barn", "annat"))
    make.make_activity("1.1", measure=Measure.UNIT_ROUTINE)
    make.make_activity("2.1", measure=Measure.UNIT_ROUTINE, contracted="none")
    make.make_activity("3.1", measure=Measure.UNIT_ROUTINE, own="none", contracted="invited")
    make.make_activity("4.1", measure=Measure.UNIT_ROUTINE, tags=("möter barn", "annat"))
    make.make_activity("5.1", measure=Measure.UNIT_ROUTINE, tags=("vnr-rutiner",))

    codes = [activity.code for activity in activities_for(unit, make.make_plan(), on=DAY)]

    assert sorted(codes) == sorted(t.activity.code for t in tasks(unit, make.make_plan()))
    assert len(codes) == 3


@pytest.mark.django_db
def test_courses_come_in_the_order_of_the_plan_and_once():
    unit = make.make_unit()
    web, honour = make.make_course(), make.make_course("heder-lst", name="Webbkurs Heder")
    other = make.make_course("patriark", name="PATRIARK")
    make.make_activity("1.2", courses=(web,))
    make.make_activity("4.2", courses=(honour, web), measure=Measure.KEY_PERSON_COURSE)
    make.make_activity("4.1", courses=(other,), tags=("patriark",))

    assert courses_for(unit, make.make_plan(), on=DAY) == [web, honour]
    assert courses_for(unit, None, on=DAY) == []


@pytest.mark.django_db
def test_reminder_names_those_who_lack_a_certificate_but_nobody_protected():
    unit, course = make.make_unit(), make.make_course(url="https://webbkursomvald.se/")
    make.make_activity("1.2", courses=(course,))
    make.make_staff_member("Anna Berg", unit=unit)
    done = make.make_staff_member("Bo Ek", unit=unit)
    make.make_staff_member("Hemlig Person", unit=unit, is_protected=True)
    make.make_certificate(done, course, unit, DAY)

    task = tasks(unit, make.make_plan())[0]
    people = people_at(unit.pk, task.whole, on=DAY, names=names_of_lead())
    text = reminder(task, people)

    assert "- Anna Berg" in text
    assert "https://webbkursomvald.se/" in text
    assert "senast 30\u00a0juni 2023" in text
    assert not any(name in text for name in ("Bo Ek", "Hemlig"))


@pytest.mark.django_db
def test_reminder_is_empty_when_nobody_lacks_anything():
    unit, course = make.make_unit(), make.make_course()
    make.make_activity("1.2", courses=(course,))
    make.make_certificate(make.make_staff_member(unit=unit), course, unit, DAY)

    task = tasks(unit, make.make_plan())[0]
    people = people_at(unit.pk, task.whole, on=DAY, names=names_of_lead())

    assert reminder(task, people) == ""


@pytest.mark.django_db
def test_routine_to_look_at_again_stands_among_what_is_due():
    unit, plan = make.make_unit(), make.make_plan()
    make.make_activity("3.1", measure=Measure.UNIT_ROUTINE, deadline=None)
    make.make_activity("3.2", measure=Measure.UNIT_ROUTINE, deadline=date(2023, 10, 31))
    for code, review_on in (("3.3", date(2023, 4, 1)), ("3.4", date(2024, 1, 1))):
        activity = make.make_activity(code, measure=Measure.UNIT_ROUTINE)
        make.make_routine(unit, activity, date(2022, 4, 1), review_on=review_on)

    assert [task.activity.code for task in tasks(unit, plan)] == ["3.3", "3.2", "3.1", "3.4"]
