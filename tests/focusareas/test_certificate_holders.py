"""Whose a certificate is where more than one could be meant."""

import pytest

from focusareas.certificate_reader import read
from tests.certificates import column, draw, table
from tests.focusareas.test_certificate_reader import COURSES, names


@pytest.mark.parametrize(
    "line",
    [
        "Under ledning av Bo Ek har Kim Berg genomfört Webbkurs om våld",
        "I samarbete med Bo Ek har Kim Berg slutfört Webbkurs om våld",
        "Den 12 april 2023 på uppdrag av Bo Ek genomförde Kim Berg kursen",
    ],
)
def test_name_before_and_behind_the_verb_are_two_names(line: str) -> None:
    assert len(names(line)) != 1


def test_number_of_an_employee_is_no_name() -> None:
    page = table(["Name of learner", "Kim Berg"], ["Employee ID", "10231"])

    (reading,) = read(draw([*column("Certificate", "Webbkurs om våld", top=300), *page]), COURSES)

    assert reading.names == ("Kim Berg",)


def test_list_beside_a_name_is_no_part_of_it() -> None:
    page = [
        *column("Intyg för", "Kim Berg", "har fullgjort", "Webbkurs om våld", x=300),
        *column("", "• Att upptäcka", "• Att möta", "• Att samtala"),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Kim Berg",)


def test_letter_is_to_the_holder_only_when_it_names_nobody_else() -> None:
    assert names("Hej Bo Ek!", "Det gick bra.", "Kim Berg har genomfört kursen") == ("Kim Berg",)
    assert names("Hej Bo Ek!", "Namn: Kim Berg") == ("Kim Berg",)


def test_who_signs_is_not_taken_for_the_holder_whose_name_was_cut_off() -> None:
    rest = ("Webbkurs om våld", "Linköping den 16 april 2022", "Bo Ek", "Nationellt centrum",
            "kursansvarig")  # fmt: skip

    assert names("har genomfört", *rest) == ()
    assert names("Kim Berg", "har genomfört", *rest) == ("Kim Berg",)
    assert names("för genomförd kurs", "Kim Berg", "2022-04-16") == ("Kim Berg",)


def test_label_tells_which_name_comes_first() -> None:
    assert names("Efternamn, förnamn: Hassan Ali") == ("Hassan, Ali",)
    assert names("Förnamn och efternamn: Hassan Ali") == ("Hassan Ali",)
    assert names("Efternamn, förnamn: van den Berg Kim") == ("van den Berg Kim",)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Sida 2 av 2", ("Kim Berg",)),
        ("Lokalbokning", ()),
    ],
)
def test_only_a_page_of_the_same_paper_lends_its_name(more: str, expected: tuple[str, ...]) -> None:
    first = column("Intyg", "Namn: ________", "Webbkurs om våld", "Slutförd 2023-04-12")

    readings = read(draw(first, column(more, "Namn: Kim Berg")), COURSES)

    assert readings[0].names == expected
