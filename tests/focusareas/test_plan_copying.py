"""The next plan is made from this one, and certificates go along as old as the rule lets them."""

from datetime import date

import pytest
from django.urls import reverse

from focusareas import completion
from focusareas.models import Certificate, Indicator, Plan
from focusareas.plan_copying import propose
from tests import factories as make

pytestmark = pytest.mark.django_db

TODAY = date(2023, 12, 1)
NEXT = {
    "name": "Plan 2024-2025",
    "code": "plan-2024-2025",
    "case_number": "SON 2024/1",
    "first_day": "2024-01-01",
    "last_day": "2025-12-31",
    "certificate_max_age_years": "3",
}


@pytest.fixture
def lead(client, settings):
    settings.TODAY = TODAY
    client.force_login(make.make_user(is_development_lead=True))
    return client


def all_kept(plan: Plan) -> dict[str, object]:
    """What the form sends when nobody changes the proposal."""
    proposals = propose(plan, on=TODAY)
    sent = {f"keep_{proposal.activity.pk}": "on" for proposal in proposals}
    return sent | {f"day_{p.activity.pk}": p.day for p in proposals if p.day}


def copy(lead, plan: Plan, **data) -> str:
    address = reverse("plan_copy", args=[plan.pk])
    return lead.post(address, NEXT | all_kept(plan) | data, follow=True).content.decode()


def test_days_are_moved_by_the_plans_length_with_their_precision(lead):
    plan = make.make_activity("1.2").plan
    autumn = make.make_activity("3.6", measure="milestone", deadline=None)
    autumn.deadlines.update(day=date(2022, 12, 31), precision="term", written="hösten 2022")
    make.make_deadline(make.make_activity("4.2"), date(2024, 2, 29), decided_on=date(2023, 5, 15))
    make.make_activity("9.9", last_day=date(2023, 5, 1))

    copy(lead, plan)

    found = Plan.objects.get(code="plan-2024-2025").activities.order_by("position")
    assert [(row.code, row.deadlines.get().written) for row in found] == [
        ("1.2", "30\xa0juni 2025"),
        ("3.6", "hösten 2024"),
        ("4.2", "28\xa0februari 2026"),
    ]
    assert {row.starts_on for row in found} == {date(2024, 1, 1)}
    assert {row.certificate_max_age_years for row in found} == {3, None}


def test_what_an_activity_is_goes_along_and_what_has_come_in_does_not(lead):
    course = make.make_course()
    first = make.make_activity("1.2", courses=(course,), tags=("natt",), amount_sek=500)
    later = make.make_activity("6.1", measure="indicator")
    later.preconditions.add(first)
    make.make_indicator(later, target=7).values.create(day=TODAY, value=5)

    copy(lead, first.plan)

    plan = Plan.objects.get(code="plan-2024-2025")
    copied = plan.activities.get(code="1.2")
    assert (copied.focus_area.number, copied.focus_area.plan, copied.amount_sek) == (1, plan, 500)
    assert [str(tag) for tag in copied.tags.all()] == ["natt"]
    assert list(copied.courses.all()) == [course]
    assert plan.activities.get(code="6.1").preconditions.get() == copied
    assert (plan.indicators.get().target, plan.indicators.get().values.count()) == (7, 0)
    assert Indicator.objects.count() == 2


def test_only_what_is_chosen_goes_along_and_a_day_may_be_changed_or_left_out(lead):
    first, second = make.make_activity("1.1"), make.make_activity("1.2")
    third = make.make_activity("1.3")

    copy(
        lead,
        first.plan,
        **{f"keep_{first.pk}": "", f"day_{second.pk}": "2024-09-15", f"day_{third.pk}": ""},
    )

    rows = Plan.objects.get(code="plan-2024-2025").activities.order_by("position")
    assert [(row.code, row.deadlines.get().day) for row in rows] == [
        ("1.2", date(2024, 9, 15)),
        ("1.3", None),
    ]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"code": "plan-2022-2023"}, "Koden tillhör redan en annan plan."),
        ({"code": "två ord"}, "giltig"),
        ({"last_day": "2023-12-31"}, "Sista dagen kan inte ligga före den första."),
        ({"certificate_max_age_years": "-1"}, "större än eller lika med 0"),
        ({"first_day": "2025-07-01"}, "Dagen ligger innan den nya planen börjar."),
    ],
)
def test_plan_that_cannot_be_is_refused_and_nothing_is_made(lead, changed, words):
    plan = make.make_activity("1.2").plan

    assert words in copy(lead, plan, **changed)
    assert Plan.objects.count() == 1


def test_both_plans_count_side_by_side_each_by_its_rule(lead):
    course, unit = make.make_course(), make.make_unit()
    activity = make.make_activity(courses=(course,))
    for completed_on in (date(2020, 12, 31), date(2021, 1, 1)):
        make.make_certificate(
            make.make_staff_member(unit=unit),
            course,
            unit,
            date(2023, 4, 1),
            completed_on=completed_on,
            approved_on=date(2023, 4, 2),
        )

    copy(lead, activity.plan)

    new = Plan.objects.get(code="plan-2024-2025")
    day = date(2024, 2, 1)
    done = [
        completion.for_plan(plan, on=day).activity("1.2").total.done
        for plan in (activity.plan, new)
    ]
    assert done == [2, 1]
    assert Plan.objects.for_day(day) == new
    assert Plan.objects.for_day(TODAY) == activity.plan
    assert Certificate.objects.count() == 2
