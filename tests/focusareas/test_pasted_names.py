"""A pasted list of names: sure, doubtful or unknown, and never a guess."""

from datetime import date

import pytest

from focusareas.models import StaffMember
from focusareas.pasted_names import PastedLine, read_pasted
from focusareas.spellings import register_of
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 11)


@pytest.fixture
def people() -> dict[str, StaffMember]:
    """Three key persons, and Anna's namesake and Carl who are none."""
    north, south = make.make_unit("N", name="Hemtjänst Norr"), make.make_unit("S", name="Säbo Syd")
    return {
        "anna": make.make_staff_member(
            "Anna Berg", unit=north, employee_number="10231", email="anna.berg@example.com"
        ),
        "asa": make.make_staff_member("Åsa-Lena Östlund", unit=south, employee_number="10232"),
        "bo": make.make_staff_member("Bo Ek", unit=south, employee_number="10233"),
        "bo2": make.make_staff_member("Bo Ek", unit=north, employee_number="10234"),
        "carl": make.make_staff_member("Carl Frid", unit=north, employee_number="10235"),
    }


def read(people: dict[str, StaffMember], text: str) -> list[PastedLine]:
    here = StaffMember.objects.exclude(pk=people["carl"].pk)
    return read_pasted(text, register_of(here, on=DAY), on=DAY)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Berg", "anna"),
        ("1. BERG, Anna", "anna"),
        ("anna berg\tHemtjänst Norr\tanna.berg@example.com", "anna"),
        ("Berg\tAnna\tHemtjänst Norr", "anna"),
        ("Anna Berg, Hemtjänst Norr, 070-123 45 67", "anna"),
        ("☑ Asa Lena Ostlund (Säbo Syd)", "asa"),
        ("10233", "bo"),
        ("Bo Ek 10234", "bo2"),
        ("Carl Frid, 10235", "carl"),
        ("<ANNA.BERG@example.com>", "anna"),
    ],
)
def test_line_that_names_one_person_is_sure(
    people: dict[str, StaffMember], text: str, who: str
) -> None:
    (line,) = read(people, text)

    assert line.person == people[who].pk


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Bo Ek", ["bo", "bo2"]),
        ("Carl Frid", ["carl"]),
        ("Anna Borg", ["anna"]),
        ("Anna Berg, Säbo Syd", ["anna"]),
        ("Anna Berg 10233", ["bo", "anna"]),
    ],
)
def test_line_in_doubt_is_a_question_with_candidates(
    people: dict[str, StaffMember], text: str, candidates: list[str]
) -> None:
    (line,) = read(people, text)

    assert line.is_question
    assert list(line.candidates) == [people[who].pk for who in candidates]


@pytest.mark.parametrize("text", ["Xerxes Quist", "????", "99999", "kaffe\x00te", "😀😀"])
def test_line_with_nobody_like_it_is_unknown(people: dict[str, StaffMember], text: str) -> None:
    (line,) = read(people, text)

    assert line.is_unknown


def test_blank_lines_are_no_lines(people: dict[str, StaffMember]) -> None:
    assert [line.position for line in read(people, "\n  \n- \nBo Ek\n\nAnna Berg\n")] == [0, 1]


def test_long_list_costs_as_many_queries_as_a_short_one(
    people: dict[str, StaffMember], django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(5):
        read(people, "Anna Berg\nBo Ek\nXerxes Quist\n10234\n" * 50)
