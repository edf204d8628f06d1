"""The day of completion where several days of a course are told, or a label stands over it."""

from datetime import date

import pytest

from focusareas.certificate_reader import read
from tests.certificates import column, draw, table
from tests.focusareas.test_certificate_days import COURSES, day

DONE = "Härmed intygas att Kim Berg har genomgått utbildningen Webbkurs om våld."


@pytest.mark.parametrize(
    "said",
    [
        "Utbildningen omfattade två heldagar, 2023-05-04 och 2023-05-11, totalt 14 timmar.",
        "Utbildningen omfattade tre dagar: 2023-05-02, 2023-05-04 och 2023-05-11.",
        "Utbildningen i Webbkurs om våld omfattade två dagar, 2023-05-04 och 2023-05-11.",
        "Utbildningen gavs under två heldagar, den 4 maj 2023 och den 11 maj 2023.",
        "Kursen gavs som två heldagar (2023-05-04 och 2023-05-11).",
        "Kursen hölls två heldagar, 4/5 2023 och 11/5 2023.",
        "Utbildningen genomfördes under två heldagar, den 4 och 11 maj 2023.",
        "Utbildningen har omfattat 14 timmar fördelade på 2023-05-04 och 2023-05-11.",
        "Kursen bestod av två dagar, den 4 maj och 11 maj 2023.",
        "Dag 1: 4 maj 2023. Dag 2: 11 maj 2023.",
        "Dag 1: 2023-05-04, dag 2: 2023-05-11.",
        "Dag 1 – 4 maj 2023, Dag 2 – 11 maj 2023",
        "Dag 1: 4 maj 2023 kl. 09.00–16.30. Dag 2: 11 maj 2023 kl. 09.00–16.00.",
        "Dag 1: 2023-05-04, 9:00-12:00, dag 2: 2023-05-11, 13:00-16:15.",
        "Träff 1: 2023-05-04 Träff 2: 2023-05-08 Träff 3: 2023-05-11",
    ],
)
def test_last_of_the_days_of_the_course_counts(said: str) -> None:
    assert day(DONE, said) == date(2023, 5, 11)
    assert day(DONE, said, "Visby 2023-06-01") == date(2023, 5, 11)
    assert day(DONE, said, "Slutförd: 2023-05-20") == date(2023, 5, 20)


@pytest.mark.parametrize(
    "said",
    [
        "Utbildningen omfattar två dagar, 2023-05-04 och ett tillfälle senare.",
        "Den tidigare kursen gavs under två dagar, 2023-05-04 och 2023-05-11.",
        "Utbildningen omfattade två heldagar varav en, 2023-05-04, på distans.",
        "Dag 1: 11 maj 2023. Dag 2: 4 maj 2023.",
        "Dag 2: 4 maj 2023. Dag 3: 11 maj 2023.",
        "Modul 1: 4 maj 2023. Modul 2: 11 maj 2023.",
        "Dag 1: 4 maj 2023. Dag 2: ej deltagit.",
        "Dag 1: 4 maj 2023 närvarande, dag 2: 11 maj 2023 sjuk.",
        "Utbildningen omfattade tre dagar: 2023-05-04 och 2023-05-11.",
        "Utbildningen gavs under tre dagar, 2023-05-04, 2023-05-11 och en dag i juni.",
    ],
)
def test_days_that_may_not_be_all_of_the_course_are_not_taken(said: str) -> None:
    assert day(DONE, said) is None


def test_day_of_the_signature_is_none_of_days_that_are_not_understood() -> None:
    said = "Dag 1: 4 maj 2023 närvarande, dag 2: 11 maj 2023 sjuk."

    assert day(DONE, said, "Visby 2023-06-01") is None


def form(*first: tuple[str, str], second: tuple[str, str]) -> date | None:
    """The day on a form of two columns, labels over values, signed with another day below."""
    rows = [*first, ("Ort och datum", "Namnförtydligande"), ("Visby 2023-05-11", "Görel Tidstrand")]
    page = [*table(*map(list, rows), width=200), *column(*second, top=500)]
    return read(draw([*page, *column("Intyg", top=780)]), COURSES)[0].completed_on


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Anordnare", "Länsstyrelsen Gotlands län"),
        ("Kursanordnare", "Uppsala universitet"),
        ("Ort", "Visby"),
        ("Kursledare", "Petra Roos"),
        ("Omfattning", "3 timmar"),
    ],
)
@pytest.mark.parametrize("done", ["Utbildningen slutförd, datum", "Slutförd", "Genomförd den"])
def test_value_of_another_label_beside_the_day_says_nothing_of_it(
    label: str, value: str, done: str
) -> None:
    rows = (label, done), (value, "2023-05-04")

    assert form(*rows, second=("Kim Berg", "Webbkurs om våld")) == date(2023, 5, 4)


@pytest.mark.parametrize(
    ("label", "value"),
    [("Ort", "Giltig till"), ("Kurs", "Brandskydd"), ("Tillfälle", "Introduktionsdag")],
)
def test_what_was_done_beside_the_day_says_of_what_it_is(label: str, value: str) -> None:
    rows = (label, "Slutförd"), (value, "2023-05-04")

    assert form(*rows, second=("Kim Berg", "Webbkurs om våld")) is None


@pytest.mark.parametrize(
    "said",
    [
        "Kim Berg har genomgått Webbkurs om våld under tiden 7 mars 2023 – 12 april 2023.",
        "Kim Berg har genomgått Webbkurs om våld under perioden 6 mars till och med 12 april 2023.",
        "Kim Berg har slutfört Webbkurs om våld mellan den 3 april och den 12 april 2023.",
        "Kim Berg har fullföljt kursen vid tre tillfällen: 15 mars, 29 mars och 12 april 2023.",
        "Kim Berg har fullföljt kursen vid tre tillfällen: 15/3, 29/3 och 12/4 2023.",
        "Kim Berg är klar med Webbkurs om våld sedan den 12 april 2023.",
        "Tack för ditt deltagande i Webbkurs om våld den 12 april 2023.",
        "Kursdag: ....12/4 2023....",
        "Erövrad 12 april 2023",
    ],
)
def test_last_day_of_what_is_told_of_the_course(said: str) -> None:
    assert day("Kim Berg", said) == date(2023, 4, 12)


@pytest.mark.parametrize(
    "said",
    [
        "Kim Berg arbetar hos oss sedan den 12 april 2023.",
        "Inbjudan till deltagande i Webbkurs om våld den 12 april 2023",
        "Kim Berg har fullföljt kursen vid tre tillfällen: 15 mars, 29 mars och 12 april.",
        "Anmälan om deltagande i Webbkurs om våld den 12 april 2023",
    ],
)
def test_day_of_something_else_about_the_course_is_not_taken(said: str) -> None:
    assert day("Kim Berg", said) is None


def test_translation_in_parentheses_parts_no_day_from_what_was_done() -> None:
    title = ("has successfully completed", "Webbkurs om våld")

    assert day("Kim Berg", *title, "(Web course – violence)", "on 2023-04-12") == date(2023, 4, 12)
