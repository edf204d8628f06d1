"""What the plan 2022-2023 says of deadlines, revisions and order, day by day, in literals."""

from datetime import date

import pytest

from focusareas import completion
from focusareas.completion import ActivityFigure
from focusareas.models import Activity, Course, MilestoneUpdate, Plan
from focusareas.plan_changes import Population, add_activity, change_population
from focusareas.plan_file import DEFAULT_PLAN
from tests import factories as make

pytestmark = pytest.mark.once

MEMO = date(2023, 5, 15)
NOVEMBER = date(2023, 11, 15)


@pytest.fixture
def plan(shipped_plan: Plan) -> Plan:
    """The plan and a key person at an own unit, who has taken no course."""
    unit = make.make_unit("FAM", tags=("patriark", "familjefrid", "vnr-rutiner", "möter barn"))
    make.make_key_person(make.make_staff_member(unit=unit), unit)
    return shipped_plan


def on(plan: Plan, day: date, code: str) -> ActivityFigure:
    return completion.for_plan(plan, on=day).activity(code)


@pytest.mark.parametrize(
    ("code", "day", "written", "first"),
    [
        # D1: the committee's memo moved the honour course.
        ("4.2", date(2023, 4, 30), "31 oktober 2023", "31 oktober 2023"),
        ("4.2", MEMO, "31 december 2023", "31 oktober 2023"),
        # D5: the follow-up was asked for in spring instead.
        ("7.1", date(2022, 9, 13), "december 2022", "december 2022"),
        ("7.1", date(2022, 9, 14), "våren 2023", "december 2022"),
        ("3.6", MEMO, "hösten 2022", "hösten 2022"),
        ("2.1", MEMO, "under 2022", "under 2022"),
    ],
)
def test_deadline_is_told_as_it_was_decided_by_the_day(plan, code, day, written, first):
    found = on(plan, day, code)

    told = (found.deadline.written, found.original.written)
    assert tuple(words.replace("\N{NO-BREAK SPACE}", " ") for words in told) == (written, first)


def test_honour_course_is_late_against_the_first_deadline_and_in_time_against_the_current(plan):
    found = on(plan, NOVEMBER, "4.2")

    assert (found.total.days_left, found.total.status) == (46, "at_risk")
    against = found.against_original
    assert (against.days_left, against.status) == (-15, "overdue")


@pytest.mark.parametrize(
    ("code", "days_left", "status"),
    [
        ("4.1", -135, "overdue"),  # D6: PATRIARK is late although the memo is silent
        ("5.2", 169, "not_started"),
        # Less than a quarter of the time since 2022-01-01 is left.
        ("1.2", 46, "at_risk"),
        ("5.1", 46, "at_risk"),
        ("5.3", -196, "overdue"),
        ("5.4", -135, "overdue"),
        ("3.6", -135, "overdue"),
        ("6.1", -135, "overdue"),
        ("7.2", 230, "not_started"),
        ("6.2", None, "no_deadline"),
    ],
)
def test_lateness_on_the_day_of_the_memo_when_nothing_is_reported(plan, code, days_left, status):
    found = on(plan, MEMO, code).total

    assert (found.days_left, found.status) == (days_left, status)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [("2.2", {"2.1"}), ("2.3", {"2.2"}), ("6.4", {"6.2", "6.3"})],
)
def test_milestone_waits_for_what_the_plan_puts_before_it(plan, later, earlier):
    assert {first.code for first in on(plan, MEMO, later).waits_for} == earlier

    for code in earlier:
        activity = plan.activities.get(code=code)
        MilestoneUpdate.objects.create(activity=activity, part=1, day=MEMO, state="done")

    assert on(plan, MEMO, later).waits_for == ()


def test_in_time_is_the_day_it_came_in_not_the_day_it_was_approved(plan):
    """D2: the course before 30 June, reported on 30 June, approved in July."""
    activity, unit = plan.activities.get(code="1.2"), make.make_unit()
    make.make_certificate(
        make.make_staff_member(unit=unit),
        Course.objects.get(code="nck-vald"),
        unit,
        date(2023, 6, 30),
        completed_on=date(2023, 6, 29),
    )
    row = on(plan, date(2023, 7, 1), activity.code).unit(unit.pk)

    assert row.figure.awaiting_review


def test_own_and_contracted_are_told_apart_and_together(plan):
    """D3: "ca 1700" is own staff; the contracted come on top, and somebody at both counts once."""
    hired = make.make_unit("HYR", provider="Omsorgsbolaget AB")
    both = make.make_staff_member(unit=hired)
    make.make_employment(both, make.make_unit("EGEN"))
    make.make_staff_member(unit=hired)

    found = on(plan, MEMO, "1.2")

    assert [part.expected for part in (found.total, found.own, found.contracted)] == [3, 2, 2]


def test_child_routines_went_from_units_that_meet_children_to_all_units(plan):
    """D7: another population from the memo on, without changing what April said."""
    make.make_unit("KONTOR")
    activity = plan.activities.get(code="3.2")
    lead = make.make_user(is_development_lead=True)
    everybody = Population(Activity.Duty.OBLIGED, Activity.Duty.NONE, [], [])

    change_population(activity, everybody, from_day=MEMO, source="Delrapporten", by=lead)

    expected = [on(plan, day, "3.2").total.expected for day in (date(2023, 4, 30), MEMO)]
    assert expected == [1, 2]


def test_activity_decided_mid_plan_counts_from_its_day_and_says_where_it_comes_from(plan):
    """D4, D13: the memo asks for what the plan did not; April knows nothing of it."""
    added = Activity(
        plan=plan,
        code="2.6",
        title="Nyckelpersoner möts digitalt varje kvartal",
        measure=Activity.Measure.MILESTONE,
        source="Tjänsteskrivelsen den 15 maj 2023",
        starts_on=MEMO,
        first_day=MEMO,
    )
    nobody = Population(Activity.Duty.NONE, Activity.Duty.NONE, [], [])

    add_activity(added, nobody, None, by=make.make_user(is_development_lead=True))

    codes = [
        {row.activity.code for row in completion.for_plan(plan, on=day).activities}
        for day in (date(2023, 4, 30), MEMO)
    ]
    assert [("2.6" in found, len(found)) for found in codes] == [(False, 31), (True, 32)]
    assert on(plan, MEMO, "2.6").activity.source == "Tjänsteskrivelsen den 15 maj 2023"


def test_titles_are_the_official_ones_wherever_the_plan_is_shown(plan):
    """D10, D12: one name for each course, tool and sender, however it was written."""
    courses = dict(Course.objects.values_list("code", "name"))

    assert courses["nck-vald"] == "Webbkurs om våld"
    assert courses["patriark"] == "PATRIARK"
    assert Course.objects.get(code="nck-vald").issuer == "Nationellt centrum för kvinnofrid (NCK)"
    assert "arbete mot våld i nära relationer 2022-2023" in plan.name


def test_contracted_providers_have_one_name(settings):
    """D11: the interface says "privata utförare", and what the memo called them is not a name."""
    slips = ("privata aktör", "privat regi", "upphandlande aktör")
    shown = [*settings.BASE_DIR.glob("templates/**/*.html"), DEFAULT_PLAN]
    for package in ("focusareas", "reporting"):
        shown += settings.BASE_DIR.glob(f"{package}/**/*.py")

    texts = {path.name: path.read_text(encoding="utf-8").lower() for path in shown}

    assert len(texts) > 200
    assert [name for name, text in texts.items() if any(slip in text for slip in slips)] == []
