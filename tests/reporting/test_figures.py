"""What the memo is told, by the hand-counted world of tests/gotland.py."""

from datetime import date

import pytest

from focusareas import completion
from focusareas.models import Attendance, Declaration, Meeting, MilestoneUpdate, StatusNote
from reporting.figures import Due, KeyPersons, Share, collect
from tests.factories import make_activity, make_deadline, make_declaration
from tests.gotland import make_gotland
from tests.reporting.facts import APRIL_END, MAY_15


@pytest.fixture
def world(db):
    return make_gotland()


def facts_of(world, code: str, as_of: date = APRIL_END, dated: date = MAY_15):
    figures = collect(world.plan, as_of=as_of, dated=dated)
    return next(facts for facts in figures.activities if facts.code == code)


def test_certificates_are_counted_on_the_day_of_the_figures(world):
    facts = facts_of(world, "1.2")

    assert facts.day == APRIL_END
    assert facts.total == Share(expected=9, done=4, received=1)
    assert facts.own == Share(expected=8, done=4, received=1)
    assert facts.contracted == Share(expected=2, done=1)
    assert (facts.complete_units, facts.reached_units) == (
        (),
        ("Familjefrid", "Hemtjänst Norr", "Omsorgsbolaget"),
    )


def test_the_figures_are_those_of_completion_that_day(world):
    figures = completion.for_plan(world.plan, on=APRIL_END)

    for facts in collect(world.plan, as_of=APRIL_END, dated=MAY_15).activities:
        total = figures.activity(facts.code).total
        assert (facts.total.expected, facts.total.done) == (total.expected, total.done)


@pytest.mark.parametrize("code", ["1.2", "2.4", "4.2"])
def test_behind_each_figure_stand_its_rows(world, code):
    facts = facts_of(world, code)

    rows = facts.ids.get("staff_members", facts.ids.get("units"))
    assert len(rows) == facts.total.done


def test_the_people_behind_the_figure_are_named_by_key(world):
    names = ("Anna", "Bo", "Eva", "Jan")

    assert facts_of(world, "1.2").ids == {
        "staff_members": sorted(world.people[name].pk for name in names)
    }


def test_key_persons_are_counted_as_people(world):
    facts = facts_of(world, "2.4")

    assert facts.key_persons == KeyPersons(all=3, own=2, contracted=1)
    assert len(facts.ids["key_persons"]) == 3


def test_declared_units_stand_apart(world):
    make_declaration(world.units["HEMT"], world.web_course, date(2023, 4, 20))
    later = make_declaration(world.units["FAM"], world.web_course, date(2023, 5, 1))

    facts = facts_of(world, "1.2")

    assert facts.declared_units == ("Hemtjänst Norr",)
    assert facts.total.done == 4
    assert Declaration.objects.filter(pk=later.pk).exists()


def test_the_deadline_is_the_one_known_on_the_memos_day(world):
    make_deadline(world.honour_course, date(2023, 12, 31), decided_on=MAY_15, written="")

    facts = facts_of(world, "4.2")

    assert facts.due == Due(date(2023, 12, 31), "day", "")
    assert facts.original.day == date(2023, 10, 31)
    assert facts_of(world, "4.2", dated=date(2023, 5, 14)).due.day == date(2023, 10, 31)


@pytest.mark.parametrize(
    ("dated", "is_late"), [(date(2023, 6, 30), False), (date(2023, 7, 1), True)]
)
def test_lateness_is_judged_on_the_memos_day(world, dated, is_late):
    assert facts_of(world, "1.2", dated=dated).is_late is is_late


def test_meetings_up_to_the_memos_day_with_who_came(world):
    activity = make_activity("2.5", plan=world.plan, measure="meetings", target=2, deadline=None)
    held = Meeting.objects.create(activity=activity, day=date(2023, 5, 11), theme="Uppstart")
    Attendance.objects.create(meeting=held, staff_member=world.people["Anna"])
    Meeting.objects.create(activity=activity, day=date(2023, 11, 9), theme="Rutiner")
    Meeting.objects.create(
        activity=activity, day=date(2023, 5, 12), theme="Inställd", cancelled_on=date(2023, 5, 2)
    )

    facts = facts_of(world, "2.5")

    assert [(row.theme, row.attendance) for row in facts.meetings_held] == [("Uppstart", 1)]
    assert [row.theme for row in facts.meetings_planned] == ["Rutiner"]
    assert facts.total == Share(2, 1)
    assert facts.ids["meetings"] == [held.pk]


def test_milestones_and_notes_are_the_latest_on_the_memos_day(world):
    activity = make_activity("3.5", plan=world.plan, measure="milestone", parts=["a", "b"])
    for day, state in [(date(2023, 3, 1), "under_way"), (MAY_15, "done")]:
        MilestoneUpdate.objects.create(activity=activity, part=1, day=day, state=state)
        StatusNote.objects.create(activity=activity, day=day, state=state, text=f"Är {state}.")
    StatusNote.objects.create(activity=activity, day=date(2023, 5, 16), state="done", text="Sen.")

    facts = facts_of(world, "3.5")

    assert facts.states == ("done", "planned")
    assert (facts.note, facts.note_day) == ("Är done.", None)
    before = facts_of(world, "3.5", dated=date(2023, 5, 14))
    assert (before.note, before.note_day) == ("Är under_way.", date(2023, 3, 1))


def test_what_nobody_has_told_has_no_state(world):
    make_activity("3.5", plan=world.plan, measure="milestone")

    assert facts_of(world, "3.5").states == ()
