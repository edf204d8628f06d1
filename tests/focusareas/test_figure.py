"""The status of a figure, and why, on invented numbers. No database."""

from datetime import date, timedelta
from typing import Any

import pytest

from focusareas.figure import Figure, Status
from focusareas.models import Activity

START, DEADLINE = date(2023, 1, 1), date(2023, 4, 11)  # 100 days
Measure = Activity.Measure


def a_figure(days_left: int = 50, **fields: Any) -> Figure:
    defaults: dict[str, Any] = {
        "measure": Measure.STAFF_CERTIFICATE,
        "day": DEADLINE - timedelta(days=days_left),
        "starts_on": START,
        "deadline": DEADLINE,
        "expected": 40,
        "done": 0,
    }
    return Figure(**defaults | fields)


@pytest.mark.parametrize(
    ("figure", "status"),
    [
        (a_figure(done=40), Status.DONE),
        (a_figure(days_left=-5, done=40), Status.DONE),
        (a_figure(deadline=None, done=3), Status.NO_DEADLINE),
        (a_figure(expected=0, deadline=None), Status.NO_DEADLINE),
        (a_figure(expected=None, deadline=None, measure=Measure.INDICATOR), Status.NO_DEADLINE),
        (a_figure(days_left=-1, done=39), Status.OVERDUE),
        (a_figure(days_left=-1, expected=0), Status.OVERDUE),
        (a_figure(days_left=25), Status.NOT_STARTED),
        (a_figure(days_left=24), Status.AT_RISK),
        (a_figure(days_left=0, done=39), Status.AT_RISK),
        (a_figure(days_left=28, done=30, recent=10), Status.ON_TRACK),
        (a_figure(days_left=28, done=30, recent=9), Status.AT_RISK),
        (a_figure(days_left=28, done=30, received=1, recent=9), Status.ON_TRACK),
        (a_figure(days_left=0, done=30, received=10, recent=0), Status.ON_TRACK),
        (a_figure(measure=Measure.MILESTONE, expected=2, done=1, days_left=25), Status.ON_TRACK),
        (a_figure(measure=Measure.MILESTONE, expected=2, done=1, days_left=24), Status.AT_RISK),
        (a_figure(measure=Measure.MILESTONE, expected=1, begun=True), Status.ON_TRACK),
        (a_figure(measure=Measure.MILESTONE, expected=1), Status.NOT_STARTED),
        (a_figure(measure=Measure.MEETINGS, expected=2, done=1, days_left=10), Status.AT_RISK),
    ],
)
def test_status_is_the_first_rule_that_holds(figure, status):
    assert figure.status == status


def test_all_handed_in_awaits_review_after_the_deadline_too():
    figure = a_figure(days_left=-3, done=30, received=10)

    assert figure.awaiting_review
    assert "väntar på granskning" in figure.reason


def test_handed_in_but_somebody_missing_does_not_await_review():
    assert not a_figure(done=30, received=9).awaiting_review


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (a_figure(done=40), "Alla 40 är klara."),
        (
            a_figure(days_left=61, expected=1930, done=103, recent=34),
            "30 intyg om dagen behövs, senaste fyra veckorna kom 1,2.",
        ),
        (
            a_figure(days_left=61, done=31, recent=31),
            "1 intyg i veckan behövs, senaste fyra veckorna kom 7,8.",
        ),
        (
            a_figure(days_left=-135, done=3),
            "Slutdatum var den 11\u00a0april 2023, för 135\u00a0dagar sedan, "
            "och 37 av 40 återstår.",
        ),
        (a_figure(days_left=30), "Inget har kommit in än. 30\u00a0dagar kvar."),
        (
            a_figure(days_left=1),
            "Inget har kommit in, och mindre än en fjärdedel av tiden är kvar: 1\u00a0dag.",
        ),
        (a_figure(days_left=0, done=35), "Det är sista dagen, och 5 saknas."),
        (a_figure(deadline=None), "Inget slutdatum är bestämt."),
    ],
)
def test_reason_says_why_in_words(figure, reason):
    assert figure.reason == reason


def test_share_of_nothing_is_no_percentage():
    assert a_figure(expected=0).share is None
    assert a_figure(expected=None).share is None


def test_mark_stands_where_one_should_be_today():
    assert a_figure(days_left=25).due_share == 0.75
    assert a_figure(days_left=-9).due_share == 1.0
    assert a_figure(days_left=120).due_share == 0.0
