"""Indicators: values entered, corrected and removed, and what the plan counts itself."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.urls import reverse
from openpyxl import load_workbook

from focusareas import completion
from focusareas.indicators import read
from focusareas.line_chart import draw
from focusareas.models import Activity, AuditEvent, Indicator, IndicatorValue
from tests import factories as make
from tests.test_pages import Page
from tests.told import told
from tests.worlds import Inhabited

TODAY = date(2023, 5, 15)
NBSP = "\xa0"


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = TODAY
    return inhabited


@pytest.fixture
def activity(inhabited: Inhabited) -> Activity:
    return make.make_activity("1.1", measure="indicator", deadline=None, target=200)


def value_of(indicator: Indicator, day: date, value: str) -> IndicatorValue:
    return IndicatorValue.objects.create(indicator=indicator, day=day, value=Decimal(value))


def post(inhabited: Inhabited, view: str, key: object, **data: str) -> str:
    return (
        inhabited.clients["lead"]
        .post(reverse(view, args=[key]), data, follow=True)
        .content.decode()
    )


def in_words(inhabited: Inhabited, on: date = TODAY) -> list[str]:
    plan = inhabited.world.plan
    return [row.in_words for row in read(plan, on=on)]


def test_activity_reports_its_value_in_one_step_and_it_is_counted(inhabited, activity):
    page = inhabited.get("lead", reverse("activity_detail", args=[activity.pk]))
    assert reverse("activity_value", args=[activity.pk]) in page

    page = post(inhabited, "activity_value", activity.pk, day="2023-05-10", value="120", note="")

    assert "Senaste värdet 120, målet är 200." in page
    total = completion.for_plan(activity.plan, on=TODAY).activity("1.1").total
    assert (total.done, total.expected) == (120, 200)


def test_indicator_is_said_in_a_sentence_with_and_without_values(inhabited):
    indicator = make.make_indicator(name="Ärenden", unit_of_measure="ärenden", target=50)
    assert in_words(inhabited) == [f"inget värde än, målet är 50{NBSP}ärenden"]

    value_of(indicator, date(2023, 1, 31), "61.5")
    value_of(indicator, date(2023, 5, 16), "70")

    assert in_words(inhabited) == [f"senaste värdet 61,5{NBSP}ärenden, målet är 50{NBSP}ärenden"]


@pytest.mark.parametrize(
    ("direction", "is_better"), [("higher", False), ("lower", True), ("none", None)]
)
def test_change_is_better_or_worse_by_direction(inhabited, direction, is_better):
    indicator = make.make_indicator(direction=direction)
    value_of(indicator, date(2023, 1, 31), "61.5")
    value_of(indicator, date(2023, 4, 30), "60")

    [series] = read(inhabited.world.plan, on=TODAY)

    assert series.change == Decimal("-1.5")
    assert series.is_better is is_better


def test_plans_own_figure_is_counted_beside_what_held_before_the_plan(inhabited):
    page = post(
        inhabited,
        "indicator_create",
        inhabited.world.plan.pk,
        name="Utbildade",
        unit_of_measure="medarbetare",
        counts=str(inhabited.world.web_course.pk),
        direction="higher",
    )
    indicator = Indicator.objects.get()
    post(inhabited, "indicator_value_create", indicator.pk, day="2016-12-31", value="114")
    refused = post(inhabited, "indicator_value_create", indicator.pk, day="2023-05-01", value="9")

    # On 30 April Anna, Bo and Jan have an approved certificate, and Eva until 1 May.
    done = completion.for_plan(inhabited.world.plan, on=TODAY).activity("1.2").total
    assert "Indikatorn är sparad." in page
    assert "Planen räknar själv från" in refused
    assert in_words(inhabited) == [f"senaste värdet {done.done}{NBSP}medarbetare"]
    indicator.in_percent = True
    indicator.save()
    share = f"{100 * done.done / done.expected:.0f}"
    assert in_words(inhabited) == [f"senaste värdet {share}{NBSP}%"]


def test_plans_own_figure_is_counted_at_the_end_of_each_month(inhabited):
    plan, activity = inhabited.world.plan, inhabited.world.web_course
    make.make_indicator(name="Utbildade", plan=plan, counts=activity)

    [series] = read(plan, on=TODAY)

    days = [point.day for point in series.points]
    assert (days[0], days[-2:], len(days)) == (date(2022, 5, 31), [date(2023, 4, 30), TODAY], 13)
    assert [point.value for point in series.points] == [
        completion.for_plan(plan, on=day).activity("1.2").total.done for day in days
    ]


def test_value_is_corrected_and_removed_with_a_trace(inhabited):
    row = value_of(make.make_indicator(), date(2023, 4, 30), "12")

    post(inhabited, "indicator_value_edit", row.pk, day="2023-04-30", value="21,5", note="Omräknat")
    row.refresh_from_db()
    assert row.value == Decimal("21.5")

    inhabited.get("lead", reverse("indicator_value_remove", args=[row.pk]))
    assert IndicatorValue.objects.exists()
    post(inhabited, "indicator_value_remove", row.pk)

    assert not IndicatorValue.objects.exists()
    texts = list(AuditEvent.objects.order_by("pk").values_list("text", flat=True))
    assert texts == [
        "Rättade 12 för 2023-04-30 till 21,5 för 2023-04-30: Omräknat",
        "Tog bort 21,5 för 2023-04-30: Omräknat",
    ]


@pytest.mark.parametrize(
    "field",
    [
        {"value": ""},
        {"value": "många"},
        {"value": "NaN"},
        {"value": "1e99"},
        {"value": "99999999999"},
        {"value": "1,234"},
        {"day": "2023-05-16"},
        {"day": "0001-01-01"},
        {"day": "2023-04-30"},
        {"note": "\0"},
        {"note": "x" * 301},
    ],
)
def test_bad_value_is_told_and_not_saved(inhabited, field):
    row = value_of(make.make_indicator(), date(2023, 4, 30), "12")
    data = {"value": "13", "day": "2023-05-15", "note": ""} | field

    page = post(inhabited, "indicator_value_create", row.indicator_id, **data)

    assert "Rätta det här" in page
    assert IndicatorValue.objects.count() == 1


@pytest.mark.parametrize(
    "field",
    [{"name": ""}, {"name": "Finns"}, {"counts": "0"}, {"counts": "x\0"}, {"target": "1e9999"}],
)
def test_bad_indicator_is_told_and_not_saved(inhabited, field):
    make.make_indicator(name="Finns")
    data = {"name": "Ny", "direction": "higher"} | field

    page = post(inhabited, "indicator_create", inhabited.world.plan.pk, **data)

    assert "Rätta det här" in page
    assert Indicator.objects.count() == 1


def test_indicator_that_the_plan_counts_is_changed_with_a_trace(inhabited):
    world = inhabited.world
    indicator = make.make_indicator(name="Andel", plan=world.plan, counts=world.web_course)
    data = {"name": "Andel", "direction": "higher", "counts": str(world.web_course.pk)}

    assert "Indikatorn är sparad." in post(
        inhabited, "indicator_edit", indicator.pk, **data | {"source": "intygen"}
    )
    assert "Indikatorn är sparad." in post(
        inhabited, "indicator_edit", indicator.pk, **data | {"counts": str(world.key_person.pk)}
    )

    latest, first = told(indicator)
    assert "källa: inget → intygen" in first
    assert "räknas" not in first
    assert f"{world.web_course} → {world.key_person}" in latest


def test_activity_of_another_plan_is_not_counted(inhabited):
    other = make.make_activity("1.2", plan=make.make_plan("annan"), courses=())

    page = post(
        inhabited,
        "indicator_create",
        inhabited.world.plan.pk,
        name="Ny",
        direction="higher",
        counts=str(other.pk),
    )

    assert "Rätta det här" in page


def test_indicator_with_values_stays(inhabited):
    kept, empty = make.make_indicator(), make.make_indicator()
    value_of(kept, TODAY, "1")

    post(inhabited, "indicator_remove", kept.pk)
    post(inhabited, "indicator_remove", empty.pk)

    assert list(Indicator.objects.all()) == [kept]


def test_list_draws_a_line_and_the_workbook_holds_every_value(inhabited):
    indicator = make.make_indicator(name="=Ärenden", target=50)
    for month, value in ((1, "10"), (2, "20"), (3, "40")):
        value_of(indicator, date(2023, month, 1), value)
    key = inhabited.world.plan.pk

    page = inhabited.get_in_ten("steering_group", reverse("indicator_list", args=[key]))
    assert 'd="M 12.0,' in page
    assert f"+20 sedan 1{NBSP}februari 2023" in page
    assert "Skriv in" not in page

    book = inhabited.clients["lead"].get(reverse("indicator_workbook", args=[key]))
    rows = list(load_workbook(BytesIO(book.content)).active.values)
    assert [row[6] for row in rows[2:]] == [10, 20, 40]


def test_page_of_a_measured_activity_is_well_formed_and_bounded(inhabited, activity):
    indicator = make.make_indicator(activity)
    for month in range(1, 5):
        value_of(indicator, date(2023, month, 1), "9")

    for role in ("lead", "unit_manager"):
        page = Page(inhabited.get_in_ten(role, reverse("activity_detail", args=[activity.pk])))
        assert page.faults == []


def test_line_stands_on_nought_and_reaches_the_highest():
    chart = draw([(date(2023, 1, 1), Decimal(0)), (date(2023, 1, 11), Decimal(50))], Decimal(100))

    assert chart is not None
    assert chart.line == "12.0,96.0 308.0,62.0"
    assert chart.target_y == "28.0"
    assert draw([(date(2023, 1, 1), Decimal(5))], None) is None
