"""Many layouts times hard names: never somebody else's certificate, and nearly all are read."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from focusareas.matching import Person, Register
from focusareas.names import fold
from tests.certificates import LAYOUTS, Text, column, draw

Layout = Callable[[str, str], list[Text]]
COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]

# The signer of most layouts works at the unit too, so taking the wrong name would match.
UNIT = [
    ("Karin", "Svensson"),
    ("Anna Karin", "Svensson"),
    ("Åsa", "Öberg"),
    ("Asa", "Öberg"),
    ("Kim", "Berg"),
    ("Łukasz", "Đorđević"),
    ("Anna-Lena", "Håkansson Björk"),
    ("Maria", "von Essen"),
    ("Mohammed", "al-Hassan"),
    ("Maj", "Lund"),
    ("Sara", "De Silva"),
    ("Bo", "Ek"),
]
READ_AS = [
    *UNIT,
    ("KIM", "BERG"),
    ("kim", "berg"),
    ("ANNA LENA", "HÅKANSSON-BJÖRK"),
    ("Lukasz", "Dordevic"),
    ("A\u030asa", "O\u0308berg"),
    ("ÅSA", "ÖBERG"),
]
NOBODY = [
    ("Eva Karin", "Svensson"),
    ("Karin", "Svensson Lund"),
    ("Karin", "Svensson-Ek"),
    ("Karin", "Svenson"),
    ("Kim", "Bergh"),
    ("Karin Maria", "Svensson"),
    ("Karin", "Svensson De Silva"),
    ("Bo", "Eek"),
    ("Karin Svensson", "van den Berg"),
    ("Anna", "Svensson"),
    ("K.", "Svensson"),
]


def register() -> Register:
    people = [
        Person(number, str(number), given, family, in_unit=True)
        for number, (given, family) in enumerate(UNIT)
    ]
    return Register(people, lambda: [])


def read_one(layout: Layout, given: str, family: str) -> Reading:
    (reading,) = read(draw(layout(given, family)), COURSES)
    return reading


def matched(reading: Reading) -> set[Person | None]:
    return {register().match(name).person for name in reading.names}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", READ_AS, ids=" ".join)
def test_name_of_the_holder_is_found(layout: Layout, name: tuple[str, str]) -> None:
    reading = read_one(layout, *name)

    (person,) = matched(reading)
    composed = unicodedata.normalize("NFC", "".join(name))
    assert person is not None
    assert fold(person.given_name + person.family_name) == fold(composed)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NOBODY, ids=" ".join)
def test_name_of_nobody_in_the_unit_never_matches(layout: Layout, name: tuple[str, str]) -> None:
    assert matched(read_one(layout, *name)) <= {None}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_day_course_and_kind_are_read(layout: Layout) -> None:
    reading = read_one(layout, "Kim", "Berg")

    assert reading.completed_on == date(2023, 4, 12)
    assert reading.course_code == "nck-vald"
    assert reading.is_certificate


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_personal_identity_number_is_in_a_name(layout: Layout) -> None:
    (name,) = read_one(layout, "Kim", "Berg").names

    assert not any(character.isdigit() for character in name)


BROKEN_LINES = [
    ("Härmed intygas att {}", "{} har genomfört kursen"),
    ("Vi gratulerar {}", "{} för genomförd kurs"),
    ("Intyg för {}", "{}"),
    ("Namn: {}", "{}"),
    ("Deltagare", "{}", "{}"),
    ("{}", "{}", "har genomfört kursen"),
    ("{}", "{}"),
]


@pytest.mark.parametrize("lines", BROKEN_LINES)
@pytest.mark.parametrize("name", NOBODY, ids=" ".join)
def test_name_broken_over_two_lines_never_matches_by_a_part(
    lines: tuple[str, ...], name: tuple[str, str]
) -> None:
    words = " ".join(name).split()
    for first in range(1, len(words)):
        parts = iter((" ".join(words[:first]), " ".join(words[first:])))
        broken = [line.format(next(parts)) if "{}" in line else line for line in lines]
        page = column("Intyg", "", *broken, "", "Webbkurs om våld 2023-04-12", leading=1.4)

        (reading,) = read(draw(page), COURSES)

        assert matched(reading) <= {None}, broken
