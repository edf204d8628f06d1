"""Two days beside each other: what has changed between them, as far as the reader may know."""

import re
from datetime import date

import pytest
from django.conf import LazySettings

from focusareas.models import Activity, Employment, MilestoneUpdate
from tests import factories as make
from tests.worlds import Inhabited

COMPARE = "/overview/compare/"


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = date(2023, 5, 15)
    return inhabited


def rows(inhabited: Inhabited, role: str, query: str) -> dict[str, list[str]]:
    """Of each activity by its code: the change, the figure before, and the one after."""
    page = inhabited.get(role, COMPARE + query)
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        code, *cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        text = [" ".join(re.sub(r"<.*?>", "", cell).split()) for cell in [code, *cells]]
        found[text[0].split()[0]] = text[1:]
    return found


def test_change_is_between_the_figures_of_the_two_days(inhabited: Inhabited) -> None:
    # Gotland: David with a certificate leaves and Gun begins, while Bo's is approved. On the last
    # day of 2022 Familjefrid is not open, and of eight people Anna has one.
    assert rows(inhabited, "lead", "?since=2023-03-31&day=2023-04-30")["1.2"] == [
        "oförändrat",
        "4 av 9",
        "4 av 9",
    ]
    assert rows(inhabited, "lead", "?since=2022-12-31&day=2023-05-15")["1.2"] == [
        "+3",
        "1 av 8",
        "4 av 10",
    ]


def test_days_may_be_asked_for_in_either_order(inhabited: Inhabited) -> None:
    forward = rows(inhabited, "lead", "?since=2022-12-31&day=2023-04-30")

    assert rows(inhabited, "lead", "?since=2023-04-30&day=2022-12-31") == forward
    assert forward["1.2"] == ["+3", "1 av 8", "4 av 9"]


def test_without_days_it_is_the_month_until_today(inhabited: Inhabited) -> None:
    assert rows(inhabited, "lead", "") == rows(
        inhabited, "lead", "?since=2023-04-30&day=2023-05-15"
    )


def test_manager_compares_the_own_unit(inhabited: Inhabited) -> None:
    # Hemtjänst Norr: Anna and David of Anna, Bo, David, Ali in March; then Anna, Bo, Eva of six.
    found = rows(inhabited, "unit_manager", "?since=2023-03-31&day=2023-04-30")

    assert found["1.2"] == ["+1", "2 av 4", "3 av 6"]


def test_milestone_is_compared_by_its_words(inhabited: Inhabited) -> None:
    milestone = make.make_activity("6.1", measure=Activity.Measure.MILESTONE, deadline=None)
    day = date(2023, 5, 1)
    MilestoneUpdate.objects.create(activity=milestone, part=1, day=day, state="done")

    found = rows(inhabited, "lead", "?since=2023-04-30&day=2023-05-01")

    assert found["6.1"] == ["+1", "Inte klar", "Klar"]


def test_steering_group_gets_no_change_of_a_small_group_on_either_day(
    inhabited: Inhabited,
) -> None:
    """Three key persons on 30 April; a change of one would tell about one of them."""
    query = "?since=2023-03-31&day=2023-04-30"

    assert len(rows(inhabited, "lead", query)["4.2"]) == 3
    assert rows(inhabited, "steering_group", query)["4.2"] == [
        "Visas inte, för att få personer ingår."
    ]
    assert len(rows(inhabited, "steering_group", query)["1.2"]) == 3


def test_group_that_was_small_on_one_day_only_is_kept_back_on_both(inhabited: Inhabited) -> None:
    world = inhabited.world
    for person in ("Bo", "Ali", "Gun"):
        make.make_key_person(world.people[person], world.units["HEMT"], first_day=date(2023, 4, 20))
    query = "?since=2023-03-31&day=2023-04-30"

    assert rows(inhabited, "lead", query)["4.2"][2].endswith("av 6")
    assert len(rows(inhabited, "steering_group", query)["4.2"]) == 1


@pytest.mark.parametrize("query", ["?since=nonsens", "?day=2023-02-30", "?since=%00&day=%00"])
def test_day_that_is_none_is_pointed_out(inhabited: Inhabited, query: str) -> None:
    assert "Dagen gick inte att förstå" in inhabited.get("lead", COMPARE + query)


def test_past_day_of_the_overview_leads_here(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", "/overview/?day=2023-04-30")

    assert f'href="{COMPARE}?since=2023-04-30">Jämför med i dag' in page


@pytest.mark.parametrize("role", ["lead", "steering_group", "department_head", "unit_manager"])
def test_comparison_keeps_to_ten_queries(inhabited: Inhabited, role: str) -> None:
    Employment.objects.filter(unit=inhabited.world.units["OMS"]).update(last_day=None)

    inhabited.get_in_ten(role, f"{COMPARE}?since=2023-03-31")
