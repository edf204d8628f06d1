"""Indicators in a plan's file: made once, and what pages took away stays away."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from focusareas.models import Indicator, IndicatorValue
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from focusareas.plan_table import BrokenPlanError
from tests.focusareas.test_plan_file import SMALL

pytestmark = pytest.mark.django_db
INDICATOR = """
[[indicators]]
name = "Ärenden"
direction = "lower"
target = 20

[[indicators.values]]
day = 2023-12-31
value = 31.5
note = "före planen"
"""


def load(folder: Path, text: str) -> str:
    file = folder / "plan.toml"
    file.write_text(SMALL + text, encoding="utf-8")
    return str(load_plan(file))


def test_indicators_are_loaded_once(tmp_path):
    load(tmp_path, INDICATOR)

    assert load(tmp_path, INDICATOR) == "Liten plan: 0 nya rader, 0 ändrade."
    indicator = Indicator.objects.get()
    assert (indicator.target, indicator.direction) == (20, "lower")
    assert indicator.values.get().value == Decimal("31.5")


def test_what_was_taken_away_or_changed_on_a_page_stays_so(tmp_path):
    load(tmp_path, INDICATOR)
    IndicatorValue.objects.all().delete()
    Indicator.objects.update(target=10)

    load(tmp_path, INDICATOR)
    assert not IndicatorValue.objects.exists()
    assert Indicator.objects.get().target == 10

    Indicator.objects.all().delete()
    load(tmp_path, INDICATOR)
    assert not Indicator.objects.exists()


def test_default_plan_has_the_baseline_of_2016():
    load_plan(DEFAULT_PLAN)

    baseline = IndicatorValue.objects.get()

    assert (baseline.day, baseline.value) == (date(2016, 12, 31), 114)
    assert baseline.indicator.counts.code == "1.2"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('counts = "9.9"', "aktivitet 9.9 finns inte"),
        ('activity = "1.1"', "har inte måttet indicator"),
        ("in_percent = 1", "ska vara true eller false"),
        ('target = "många"', "ska vara ett heltal"),
        ("target = 1e99", "target"),
        ('direction = "upp"', "direction"),
        ("taget = 1", "är inget som en plan kan ha"),
        ("values = [{ day = 2023-12-31 }]", "”value” saknas"),
    ],
)
def test_broken_indicator_is_told_and_nothing_saved(tmp_path, line, words):
    with pytest.raises(BrokenPlanError, match="indikator") as error:
        load(tmp_path, f'[[indicators]]\nname = "Ny"\n{line}\n')

    assert words in str(error.value)
    assert not Indicator.objects.exists()
