"""How a day may be written, and which ways of writing it are not surely read."""

from datetime import date

import pytest

from focusareas.certificate_reader import read
from tests.certificates import column, draw, table
from tests.focusareas.test_certificate_days import COURSES, day


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


@pytest.mark.parametrize(
    "written", ["12/4-23", "12/4 -23", "12 april -23", "12:e apr -23", "2023 04 12"]
)
def test_day_with_a_short_year_is_taken_only_by_the_day_of_completion(written: str) -> None:
    assert day(f"Slutförd: {written}", "Utfärdat: 2023-05-10") == date(2023, 4, 12)
    assert day(f"Närvaro: {written}", "Utfärdat: 2023-05-10") is None


@pytest.mark.parametrize(
    "written",
    [
        "2023 04 1 2",
        "1 2/4-23",
        "12 april 23",
        "12/04/23",
        "12.4.23",
        "12-04-23",
        "12-04-2023",
        "12/4 20 23",
        "2023-0 4-12",
        "202 3-04-12",
        "12 aprill 2023",
        "tolfte april 2023",
        "april 2023",
        "april",
        "våren 2023",
        "vecka 15",
        "v. 15",
        "12/4",
        "2023",
        "2023-13-12",
        "2023-02-30",
    ],
)
@pytest.mark.parametrize("label", ["Slutförd", "Kursen genomförd den", "Slutdatum:", "Datum:"])
def test_time_behind_a_label_that_is_no_day_makes_a_question(label: str, written: str) -> None:
    assert day(f"{label} {written}", "Utfärdat: 2023-05-10") is None
    assert (
        read(draw(table(["Intyg"], [label, written], ["Utfärdat", "2023-05-10"])), COURSES)[
            0
        ].completed_on
        is None
    )


@pytest.mark.parametrize(
    "line",
    [
        "Genomförd 7/7 moduler",
        "Slutförd: 3 av 3",
        "Kim Berg har genomfört Webbkurs om våld 2023",
        "Status: Genomförd på 3 timmar",
    ],
)
def test_number_that_tells_no_time_hides_no_day(line: str) -> None:
    assert day(line, "Utfärdat: 2023-05-10") == date(2023, 5, 10)


@pytest.mark.parametrize(
    ("first", "second"),
    [("20 September", "2022"), ("September", "20, 2022"), ("20 september", "2022.")],
)
def test_day_in_two_lines_is_the_same_as_the_one_beside_it(first: str, second: str) -> None:
    texts = [
        *column("Intyg", "Kursen avslutades: 20 september 2022", leading=1.3),
        *column("", f"Date of completion: {first}", second, x=360, leading=1.3),
    ]

    assert read(draw(texts), COURSES)[0].completed_on == date(2022, 9, 20)


@pytest.mark.parametrize("second", ["2021", "2021-09-20", "i Visby 2022"])
def test_another_time_beside_the_day_makes_a_question(second: str) -> None:
    texts = [
        *column("Intyg", "Kursen avslutades: 20 september 2022", leading=1.3),
        *column("", "Date of completion:", second, x=360, leading=1.3),
    ]

    assert read(draw(texts), COURSES)[0].completed_on is None


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("Hemse 11–12 april 2023", date(2023, 4, 12)),
        ("Visby den 11 och 12 april 2023", date(2023, 4, 12)),
        ("Slite, 11 - 12 april 2023", date(2023, 4, 12)),
        ("Klintehamn 30 mars–1 april 2023", date(2023, 4, 1)),
        ("Burgsvik 30/3–1/4 2023", date(2023, 4, 1)),
        ("Modul 1–2 april 2023", None),
        ("Vecka 11–12 april 2023", None),
    ],
)
def test_days_behind_a_town_end_with_the_last_one(written: str, last: date | None) -> None:
    assert day("Kim Berg har gått Webbkurs om våld.", written) == last
