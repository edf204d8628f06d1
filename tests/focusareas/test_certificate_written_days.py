"""How a day may be written, and which ways of writing it are not surely read."""

from datetime import date

import pytest

from tests.focusareas.test_certificate_days import day


@pytest.mark.parametrize(
    "written",
    [
        "2023-04-12",
        "12 april 2023",
        "den 12:e april 2023",
        "12 apr 2023",
        "12/4 2023",
        "12/4-2023",
        "12.4.2023",
        "2023.04.12",
        "20230412",
        "April 12, 2023",
        "12th of April 2023",
    ],
)
def test_day_in_many_ways(written: str) -> None:
    assert day(f"Genomförd {written}") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "written",
    [
        "1 2 april 2023",
        "1 2/4 2023",
        "1 2.4.2023",
        "l2 april 2023",
        "I 2 april 2023",
        "2023-04-1 2",
        "2023-04-1",
    ],
)
def test_day_that_may_lack_a_digit_is_not_taken(written: str) -> None:
    assert day(f"Slutförd: {written}") is None
    assert day(f"Slutförd: {written}", "Utfärdat: 2023-05-10") is None
    assert day(written, "Utfärdat: 2023-05-10") is None


@pytest.mark.parametrize(
    "written",
    ["2 april 2023", "2/4 2023", "2.4.2023", "2023-4-2", "2023-04-02 3 timmar", "April 2, 2023"],
)
def test_day_of_one_digit_is_taken_where_none_may_be_lacking(written: str) -> None:
    assert day(f"Slutförd: {written}") == date(2023, 4, 2)
