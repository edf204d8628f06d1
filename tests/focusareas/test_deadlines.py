"""Deadlines as decisions: what held before, what holds now, and lateness against both."""

from datetime import date

import pytest
from django.urls import reverse

from focusareas import completion, deadlines
from focusareas.models import AuditEvent, Deadline
from tests import factories as make

OCTOBER, DECEMBER = date(2023, 10, 31), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("day", "precision", "last", "written"),
    [
        (date(2022, 9, 3), "day", date(2022, 9, 3), "3\N{NO-BREAK SPACE}september 2022"),
        (date(2024, 2, 1), "month", date(2024, 2, 29), "februari 2024"),
        (date(2022, 7, 1), "term", date(2022, 12, 31), "hösten 2022"),
        (date(2023, 1, 1), "term", date(2023, 6, 30), "våren 2023"),
        (date(2022, 3, 1), "year", date(2022, 12, 31), "under 2022"),
    ],
)
def test_day_is_the_last_of_what_is_written(day, precision, last, written):
    assert deadlines.last_day_of(day, precision) == last
    assert deadlines.as_one_writes(last, precision) == written


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True))
    return client


DECISION = {
    "precision": "term",
    "day": "2023-09-01",
    "written": "",
    "decided_on": "2023-05-15",
    "decided_by": "socialnämnden",
    "reason": "Kursen kom senare än väntat.",
}


@pytest.mark.django_db
def test_revision_holds_from_its_day_and_the_first_is_still_told(lead):
    activity = make.make_activity("4.2", deadline=OCTOBER)

    response = lead.post(reverse("deadline_revise", args=[activity.pk]), DECISION, follow=True)

    def on(day: date):
        return completion.for_plan(activity.plan, on=day).activity("4.2")

    assert on(date(2023, 5, 14)).deadline.day == OCTOBER
    assert on(date(2023, 5, 15)).deadline.day == DECEMBER
    assert on(date(2023, 5, 15)).deadline.written == "hösten 2023"
    late = on(date(2023, 11, 15))
    assert late.total.days_left == 46
    assert late.against_original.days_left == -15
    assert late.against_original.status == "overdue"
    assert "Kursen kom senare än väntat." in response.content.decode()
    assert AuditEvent.objects.about(activity).count() == 1


@pytest.mark.django_db
def test_activity_without_a_deadline_had_none_before_the_decision(lead):
    activity = make.make_activity("4.2", deadline=None)
    Deadline.objects.all().delete()

    lead.post(reverse("deadline_revise", args=[activity.pk]), DECISION)

    figures = [
        completion.for_plan(activity.plan, on=day).activity("4.2").total.deadline
        for day in (date(2023, 5, 14), date(2023, 5, 15))
    ]
    assert figures == [None, DECEMBER]


@pytest.mark.django_db
def test_decision_of_the_same_day_is_put_right(lead):
    activity = make.make_activity("4.2", deadline=OCTOBER)
    address = reverse("deadline_revise", args=[activity.pk])
    lead.post(address, DECISION)

    lead.post(address, DECISION | {"precision": "none", "day": ""})

    assert activity.deadlines.count() == 2
    assert activity.deadlines.get(decided_on="2023-05-15").written == "inget slutdatum"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day": ""}, "Välj en dag."),
        ({"precision": "none"}, "Ta bort dagen"),
        ({"day": "2021-01-01"}, "kan inte ligga före"),
        ({"decided_on": "2999-01-01"}, "har inte kommit än"),
        ({"decided_by": ""}, "måste fyllas i"),
        ({"reason": "Se 19121212-1212"}, "personnummer"),
        ({"written": "\0"}, "NUL"),
        ({"precision": "vecka"}, "giltigt"),
    ],
)
def test_wrong_decision_changes_nothing_and_says_why(lead, changes, words):
    activity = make.make_activity("4.2", deadline=OCTOBER)

    response = lead.post(reverse("deadline_revise", args=[activity.pk]), DECISION | changes)

    assert words.casefold() in response.content.decode().casefold()
    assert activity.deadlines.count() == 1
