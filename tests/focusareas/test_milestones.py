"""Milestones in their order: what waits for what, part by part, with all that was said before."""

from datetime import date
from itertools import pairwise

import pytest
from django.conf import LazySettings
from django.urls import reverse

from focusareas import completion
from focusareas.models import Activity, MilestoneUpdate
from tests import factories as make
from tests.worlds import Inhabited

TODAY = date(2023, 5, 15)


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = TODAY
    return inhabited


@pytest.fixture
def chain(inhabited: Inhabited) -> list[Activity]:
    """A proposal, its decision and the implementation, each after the one before."""
    found = [
        make.make_activity(code, measure="milestone", deadline=None)
        for code in ("2.1", "2.2", "2.3")
    ]
    for before, after in pairwise(found):
        after.preconditions.add(before)
    return found


def say(
    inhabited: Inhabited, activity: Activity, state: str, day: str = "2023-05-15", **data
) -> str:
    url = reverse("milestone_update", args=[activity.pk])
    values = {"part": "1", "day": day, "state": state, "note": ""} | data
    return inhabited.clients["lead"].post(url, values, follow=True).content.decode()


def waiting(activity: Activity, on: date = TODAY) -> list[str]:
    figures = completion.for_plan(activity.plan, on=on)
    return [before.code for before in figures.activity(activity.code).waits_for]


def test_done_before_its_turn_is_refused_and_says_what_comes_first(inhabited, chain):
    proposal, decision, _ = chain

    page = say(inhabited, decision, "done")
    assert f"Det här förutsätter {proposal}, som inte är klart 15\xa0maj 2023." in page
    assert not MilestoneUpdate.objects.exists()

    say(inhabited, decision, "under_way", "2023-05-01")
    say(inhabited, proposal, "done", "2023-05-10")
    assert "Det här förutsätter" in say(inhabited, decision, "done", "2023-05-09")
    assert "Läget är sparat." in say(inhabited, decision, "done", "2023-05-11")
    assert completion.for_plan(decision.plan, on=TODAY).activity("2.2").total.is_done


def test_what_waits_says_for_what_on_the_day(inhabited, chain):
    proposal, decision, implementation = chain
    say(inhabited, proposal, "done", "2023-05-10")

    assert waiting(decision, date(2023, 5, 9)) == ["2.1"]
    assert waiting(decision) == []
    assert waiting(implementation) == ["2.2"]
    assert "väntar på 2.2" in inhabited.get("steering_group", "/overview/")
    page = inhabited.get("lead", reverse("activity_detail", args=[implementation.pk]))
    assert f'Väntar på <a href="{reverse("activity_detail", args=[decision.pk])}">' in page


def test_parts_have_each_their_state_and_what_was_said_before(inhabited):
    activity = make.make_activity("3.5", measure="milestone", parts=["Planera", "Genomföra"])
    say(inhabited, activity, "planned", "2023-04-01", part="2")
    say(inhabited, activity, "done", "2023-05-02", note="Klart i tid.")
    page = say(inhabited, activity, "under_way", "2023-05-09", part="2")

    assert "Planeras från" in page
    assert "Klart i tid." in page
    total = completion.for_plan(activity.plan, on=TODAY).activity("3.5").total
    assert (total.done, total.expected) == (1, 2)


@pytest.mark.parametrize(
    "field",
    [{"part": "2"}, {"part": "0"}, {"part": "x\0"}, {"state": "klar"}, {"day": "2023-05-16"}],
)
def test_bad_state_is_told_and_changes_nothing(inhabited, chain, field):
    assert "Rätta det här" in say(inhabited, chain[0], **{"state": "done"} | field)
    assert not MilestoneUpdate.objects.exists()
