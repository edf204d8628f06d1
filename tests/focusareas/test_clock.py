"""The one place that knows what day it is."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.utils import timezone

from focusareas import clock

ROOT = Path(__file__).parent.parent.parent


def test_demonstration_stands_still_on_its_day(settings):
    settings.TODAY = date(2023, 5, 15)

    assert clock.today() == date(2023, 5, 15)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2023, 4, 30, 21, 59, tzinfo=UTC), date(2023, 4, 30)),
        (datetime(2023, 4, 30, 22, 0, tzinfo=UTC), date(2023, 5, 1)),
        (datetime(2022, 12, 31, 22, 59, tzinfo=UTC), date(2022, 12, 31)),
        (datetime(2022, 12, 31, 23, 0, tzinfo=UTC), date(2023, 1, 1)),
        (datetime(2023, 3, 25, 23, 0, tzinfo=UTC), date(2023, 3, 26)),
        (datetime(2023, 10, 29, 22, 59, tzinfo=UTC), date(2023, 10, 29)),
        (datetime(2023, 10, 29, 23, 0, tzinfo=UTC), date(2023, 10, 30)),
    ],
)
def test_day_is_the_swedish_one_at_midnight_and_summer_time(monkeypatch, moment, day):
    monkeypatch.setattr(timezone, "now", lambda: moment)

    assert clock.today() == day


def test_nobody_else_looks_at_the_calendar():
    asking = [
        str(path.relative_to(ROOT))
        for folder in ("focusareas", "reporting", "vrplan")
        for path in (ROOT / folder).rglob("*.py")
        if "localdate()" in path.read_text() or "date.today(" in path.read_text()
    ]

    assert asking == ["focusareas/clock.py"]
