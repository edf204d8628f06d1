"""Records of several courses, one row each, of which one may be ours."""

from datetime import date

import pytest

from focusareas.certificate_courses import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw, table

MARKS = [
    CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",)),
    CourseMarks("heder", "Länsstyrelsen", ("Webbkurs Heder",)),
]
TOP = (("Kursintyg",), ("Kim Berg",))
HEADINGS = ("Kurs", "Datum", "Status")
FIRE = ("Brandskydd", "2022-03-01", "Genomförd")
OURS = ("Webbkurs om våld", "2023-04-12", "Genomförd")
LIFT = ("Lyftteknik", "2021-02-03", "Genomförd")


def reading(*rows: tuple[str, ...]) -> Reading:
    (found,) = read(draw(table(*TOP, *rows)), MARKS)
    return found


@pytest.mark.parametrize("rows", [(OURS, FIRE, LIFT), (FIRE, OURS, LIFT), (FIRE, LIFT, OURS)])
def test_row_of_our_course_is_taken(rows: tuple[tuple[str, ...], ...]) -> None:
    found = reading(HEADINGS, *rows)

    assert found.course_code == "nck-vald"
    assert found.completed_on == date(2023, 4, 12)
    assert not found.says_not_completed


@pytest.mark.parametrize("title", ["Webbkurs om våld mot djur", "Webbkurs om våld, del 2", "Våld"])
def test_no_row_of_our_course(title: str) -> None:
    assert reading(HEADINGS, FIRE, (title, *OURS[1:]), LIFT).course_code is None


def test_two_rows_of_our_courses() -> None:
    assert reading(HEADINGS, OURS, ("Webbkurs Heder", *FIRE[1:])).course_code is None
    assert reading(HEADINGS, OURS, (OURS[0], *FIRE[1:])).course_code is None


@pytest.mark.parametrize(
    "row", [("Webbkurs om våld", "–", "Genomförd"), ("Webbkurs om våld", "april", "Genomförd")]
)
def test_row_without_a_day(row: tuple[str, ...]) -> None:
    assert reading(HEADINGS, FIRE, row, LIFT).course_code is None


@pytest.mark.parametrize("status", ["Påbörjad", "Ej godkänd", "Avbruten"])
def test_state_of_the_row_counts(status: str) -> None:
    found = reading(HEADINGS, FIRE, (*OURS[:2], status), LIFT)

    assert found.says_not_completed or not found.course_code or not found.completed_on


@pytest.mark.parametrize("heading", ["Datum", "Bokad", "Anmäld", "Tilldelad", "Startade"])
def test_table_that_does_not_say_that_they_were_completed(heading: str) -> None:
    found = reading(("Kurs", heading), FIRE[:2], OURS[:2])

    assert not (found.course_code and found.completed_on)


@pytest.mark.parametrize("heading", ["Slutförd", "Genomförd", "Avslutad"])
def test_heading_that_says_that_they_were_completed(heading: str) -> None:
    found = reading(("Kurs", heading), FIRE[:2], OURS[:2])

    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))


def test_rows_of_several_people() -> None:
    headings, others = ("Namn", "Kurs", "Datum"), ("Bo Ek", *FIRE[:2])
    (found, *_) = read(
        draw(table(("Kursintyg",), headings, others, ("Kim Berg", *OURS[:2]))), MARKS
    )

    assert found.course_code is None or len(found.names) != 1


def test_table_beside_a_sentence_that_names_another_course() -> None:
    said = ("Kim Berg har genomfört Våld mot äldre.",)
    (found,) = read(draw(table(("Kursintyg",), said, HEADINGS, FIRE, OURS)), MARKS)

    assert found.course_code is None


def test_list_of_courses() -> None:
    fire = "Brandskydd, slutförd 2022-03-01"
    lines = ("Mina genomförda kurser", "Kim Berg", "Webbkurs om våld, slutförd 2023-04-12", fire)
    (found,) = read(draw(column(*lines, leading=1.5)), MARKS)
    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))

    lines = (*lines[:2], "Webbkurs om våld mot djur, slutförd 2023-04-12", fire)
    (found,) = read(draw(column(*lines, leading=1.5)), MARKS)
    assert found.course_code is None
