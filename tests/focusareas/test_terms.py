"""The plan as it was on a day: activities added and ended, and whom they were for before."""

from datetime import date

import pytest

from focusareas import completion
from focusareas.models import Activity, ActivityVersion
from focusareas.naming import Names
from focusareas.people_status import people_at
from focusareas.unit_work import courses_for
from reporting.figures import collect
from tests import factories as make

pytestmark = pytest.mark.django_db

APRIL, MAY = date(2023, 4, 30), date(2023, 5, 15)


def codes_on(day: date) -> list[str]:
    figures = completion.for_plan(make.make_plan(), on=day)
    return [figure.activity.code for figure in figures.activities]


def test_activity_is_in_the_plan_from_its_first_to_its_last_day():
    make.make_activity("1.2")
    make.make_activity("2.4", first_day=MAY, last_day=date(2023, 6, 30))

    assert codes_on(APRIL) == ["1.2"]
    assert codes_on(MAY) == codes_on(date(2023, 6, 30)) == ["1.2", "2.4"]
    assert codes_on(date(2023, 7, 1)) == ["1.2"]


def test_population_and_courses_of_a_past_day_are_those_of_then():
    web, honour = make.make_course(), make.make_course("heder-lst", name="Webbkurs Heder")
    activity = make.make_activity(courses=(web, honour))
    plain, tagged = make.make_unit("A"), make.make_unit("B", tags=("möter barn",))
    hired = make.make_unit("C", provider="Omsorgsbolaget AB")
    for unit in (plain, tagged, hired):
        make.make_staff_member(unit=unit)
    version = ActivityVersion.objects.create(
        activity=activity, last_day=date(2023, 5, 14), own="obliged", contracted="none"
    )
    version.tags.set(tagged.tags.all())
    version.courses.set([honour])

    then, now = (completion.for_plan(activity.plan, on=day).activity("1.2") for day in (APRIL, MAY))

    assert [row.unit.code for row in then.units] == ["B"]
    assert [course.code for course in then.courses] == ["heder-lst"]
    assert [row.unit.code for row in now.units] == ["A", "B", "C"]
    assert {course.code for course in now.courses} == {"nck-vald", "heder-lst"}
    assert (then.total.expected, now.total.expected) == (1, 3)


def test_certificate_that_is_too_old_when_the_plan_begins_does_not_count():
    course, unit = make.make_course(), make.make_unit()
    activity = make.make_activity(courses=(course,), certificate_max_age_years=3)
    for completed_on in (date(2018, 12, 31), date(2019, 1, 1)):
        person = make.make_staff_member(unit=unit)
        make.make_certificate(person, course, unit, date(2022, 1, 1), completed_on=completed_on)
    waiting = completion.for_plan(activity.plan, on=APRIL).activity("1.2").total

    assert (waiting.expected, waiting.received) == (2, 1)

    web = completion.for_plan(activity.plan, on=APRIL).activity("1.2")
    listed = people_at(unit.pk, web, on=APRIL, names=Names(make.make_user(), on=APRIL))
    assert sorted(row.state for row in listed) == ["missing", "waiting"]

    Activity.objects.update(certificate_max_age_years=None)
    assert completion.for_plan(activity.plan, on=APRIL).activity("1.2").total.received == 2


@pytest.mark.parametrize(("day", "words"), [(APRIL, "från 15\xa0maj"), (MAY, "till 30\xa0juni")])
def test_page_of_an_activity_outside_its_days_says_so(client, day, words):
    days = {"first_day": MAY} if day == APRIL else {"last_day": date(2023, 6, 30)}
    activity = make.make_activity(**days)
    client.force_login(make.make_user(is_development_lead=True))
    asked = day if day == APRIL else date(2023, 7, 1)

    page = client.get(f"/activities/{activity.pk}/", {"day": asked.isoformat()})

    assert f"med i planen {words}" in page.content.decode()
    assert client.get(f"/activities/{activity.pk}/units.xlsx?day={asked}").status_code == 404


def test_memo_tells_what_came_into_the_plan_after_the_counted_day():
    make.make_activity("1.2")
    make.make_activity("2.4", measure="unit_key_person", first_day=MAY)

    memo = collect(make.make_plan(), as_of=APRIL, dated=MAY)

    assert [(activity.code, activity.day) for activity in memo.activities] == [
        ("1.2", APRIL),
        ("2.4", MAY),
    ]


def test_unit_is_not_asked_for_what_has_ended():
    course = make.make_course()
    activity = make.make_activity(courses=(course,), last_day=APRIL)
    unit = make.make_unit()

    assert courses_for(unit, activity.plan, on=APRIL) == [course]
    assert courses_for(unit, activity.plan, on=MAY) == []
