"""Which pages of a file are certificates of their own, and which belong to the one before."""

import pytest

from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw
from tests.focusareas.test_certificate_layouts import MARKS

FIRST = ("Intyg", "Kim Berg har genomfört Webbkurs om våld", "Slutförd 2023-04-12")


def read_after_first(*lines: str) -> list[Reading]:
    return read(draw(column(*FIRST), column(*lines)), MARKS)


@pytest.mark.parametrize(
    "lines",
    [
        ("LEOPOLD RYDH", "Webbkurs om våld", "12 april 2023"),
        ("Leopold Rydh", "Webbkurs om våld"),
        ("Leopold Rydh", "Brandskydd", "2022-04-04"),
        ("Hej Leopold!", "Grattis, du är klar med Webbkurs om våld.", "2023-04-12"),
        ("Lasse", "Webbkurs om våld", "2023-04-12"),
        ("Webbkurs Heder", "2023-04-12"),
        ("Webbkurs om våld", "Slutförd 2023-05-02"),
        ("Sida 2 av 2", "Namn: Leopold Rydh", "Webbkurs om våld"),
    ],
)
def test_page_that_says_anything_of_its_own_is_never_lost(lines: tuple[str, ...]) -> None:
    first, second = read_after_first(*lines)

    assert (first.names, second.page) == (("Kim Berg",), 2)
    assert "rydh" not in first.everybody


@pytest.mark.parametrize(
    "lines",
    [
        ("Webbkurs om våld", "Slutförd 2023-04-12"),
        ("Sida 2 av 2", "Webbkurs om våld", "Bo Ek är kontaktperson"),
        ("Du når oss på telefon 0498 26 90 00.",),
        ("Webbkurs om våld", *("Ett kapitel handlar om Normer",) * 12),
    ],
)
def test_page_that_says_nothing_new_belongs_to_the_certificate_before(
    lines: tuple[str, ...],
) -> None:
    assert [reading.page for reading in read_after_first(*lines)] == [1]


def test_page_before_the_first_certificate_is_not_lost() -> None:
    readings = read(draw(column("LEOPOLD RYDH", "Webbkurs om våld"), column(*FIRST)), MARKS)

    assert [reading.page for reading in readings] == [1, 2]


def test_unnamed_page_that_says_what_is_left_makes_the_one_before_doubtful() -> None:
    first, second = read_after_first("Webbkurs om våld", "Modul 4 ej genomförd", "2023-05-02")

    assert first.says_not_completed and second.says_not_completed
