"""Two plans at once: which one a page shows, and how they compare on the same day of each."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from focusareas.models import Department, Plan
from tests import factories as make
from tests.worlds import Inhabited

MAY = "day=2023-05-01"


@pytest.fixture
def inhabited(inhabited: Inhabited) -> Inhabited:
    """Gotland with an older plan that asks for the same course, from 2020."""
    old = make.make_plan(
        "plan-2020-2021",
        name="Den gamla planen",
        first_day=date(2020, 1, 1),
        last_day=date(2021, 12, 31),
    )
    make.make_activity("1.2", plan=old, courses=(inhabited.world.course,), title="Gamla kursen")
    return inhabited


def test_chosen_plan_is_shown_and_kept_in_the_links_with_the_day(inhabited: Inhabited) -> None:
    old = Plan.objects.get(code="plan-2020-2021").activities.get()

    page = inhabited.get("lead", f"/overview/?plan=plan-2020-2021&{MAY}")

    assert "Gamla kursen" in page
    assert f'/activities/{old.pk}/?day=2023-05-01&amp;plan=plan-2020-2021"' in page
    assert "Du ser Den gamla planen." in page
    assert '<input type="hidden" name="plan" value="plan-2020-2021">' in page
    assert f'href="?{MAY}"' in page


def test_department_shows_either_plan_and_leads_to_the_other(inhabited: Inhabited) -> None:
    department = Department.objects.get(name="Äldreomsorg")

    page = inhabited.get("lead", f"/departments/{department.pk}/?plan=plan-2020-2021&{MAY}")

    assert "Gamla kursen" in page
    assert f'href="?{MAY}"' in page
    assert 'aria-current="true">Den gamla planen</a>' in page


def test_plan_of_the_day_is_shown_when_nothing_or_nonsense_is_asked(inhabited: Inhabited) -> None:
    for asked in ("", "&plan=finns-inte", "&plan=%00", "&plan=" + "x" * 60):
        assert "Gamla kursen" not in inhabited.get("lead", f"/overview/?{MAY}{asked}")


def test_unit_reports_to_the_plan_of_the_day_only(inhabited: Inhabited) -> None:
    unit = f"/units/{inhabited.world.units['HEMT'].pk}/"

    assert "Lämna in intyg" in inhabited.get("unit_manager", unit)
    page = inhabited.get("unit_manager", f"{unit}?plan=plan-2020-2021")

    assert "Gamla kursen" in page
    assert "Lämna in intyg" not in page


def test_plans_are_compared_on_the_same_day_of_each(inhabited: Inhabited) -> None:
    asked = "first=plan-2022-2023&second=plan-2020-2021&n_days=485"

    page = inhabited.get("lead", f"/plans/compare/?{asked}")

    # Day 485 is 30 April of the second year; 4 of 9 is what the Gotland world counts then.
    assert "30\xa0april 2023" in page
    assert "29\xa0april 2021" in page
    assert "4 av 9" in page
    assert "finns inte" in page
    file = inhabited.clients["lead"].get(f"/plans/compare.xlsx?{asked}")
    rows = list(load_workbook(BytesIO(file.content)).worksheets[0].values)
    assert [row[1:] for row in rows if str(row[0]).startswith("1.2")] == [("4 av 9", "0 av 8")]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("first=plan-2022-2023&second=plan-2022-2023&n_days=1", "Välj två olika planer."),
        ("first=x&second=plan-2020-2021&n_days=1", "tillgängliga alternativ"),
        ("first=plan-2022-2023&second=plan-2020-2021&n_days=99999", "mindre än eller lika med"),
    ],
)
def test_comparison_that_cannot_be_says_why(inhabited: Inhabited, asked: str, words: str) -> None:
    assert words in inhabited.get("lead", f"/plans/compare/?{asked}")
