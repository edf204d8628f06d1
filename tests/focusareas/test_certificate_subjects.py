"""Who did what where the sentence stands in a column beside a programme or a list."""

import pytest

from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw
from tests.focusareas.test_certificate_reader import COURSES

NAMES = ["Kim Berg", "Berg, Kim", "Anna de la Cruz", "MOHAMUD ABDI Kim"]
PROGRAMME = [
    ("Kaffe", "Petra Vikander"), ("Lunch", "Tord Ulvsson"), ("Samtal", "Disa Norden"),
    ("Fika", "Bo Ek"), ("Frågor", "Ebba Ryd"), ("Slut", "Pia Lind"),
]  # fmt: skip


def names_beside(programme: list[Text], *lines: str) -> tuple[str, ...]:
    page = [
        *column("Intyg", "Webbkurs om våld", "Den 12 april 2023", top=800),
        *column(*lines, top=640, leading=2.2),
        *programme,
    ]
    (reading,) = read(draw(page), COURSES)
    return reading.names


def programme(top: float) -> list[Text]:
    return [
        Text(x, top - 19 * number, text, 9)
        for number, row in enumerate(PROGRAMME)
        for x, text in zip((330, 450), row, strict=True)
    ]


@pytest.mark.parametrize("top", [650, 646, 631])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("did", ["har genomfört hela kursen", "var med under hela utbildningen."])
def test_speaker_beside_the_sentence_did_not_do_it(did: str, name: str, top: float) -> None:
    lines = ("Deltagare", name, "Boendestöd Norr", did)

    assert names_beside(programme(top), *lines) == (name,)


def test_name_on_two_lines_is_read_whole_beside_a_list() -> None:
    page = [
        *column("Kursbevis", "Webbkurs om våld", "Slutfördes 2023-04-12", top=800),
        *(Text(72, 640 - 18 * n, text) for n, text in enumerate(("Anna de la", "Cruz"))),
        Text(72, 600, "har slutfört kursen"),
        *(Text(300, 631 - 17 * n, text, 9) for n, text in enumerate(("Innehåll", "Stöd", "Våld"))),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Anna de la Cruz",)


def test_name_between_in_another_place_is_no_programme() -> None:
    page = [
        *column("Intyg", "Webbkurs om våld", "Slutförd 2023-04-12", top=800),
        *column("Bo Ek", top=640),
        Text(300, 622, "Kim Berg"),
        Text(72, 604, "har genomfört kursen"),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names != ("Bo Ek",)


@pytest.mark.parametrize("item", ["3. Barn", "• Barn", "3) Tvång"])
def test_list_in_the_next_column_is_no_part_of_the_sentence_below(item: str) -> None:
    items = ("Kapitel", item.replace("3", "2"), item, item.replace("3", "4"))
    page = [
        *column("Intyg", "", "Kim Berg har gått hela Webbkurs om våld", top=700),
        *column(*items, x=400, top=760),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("item", ["Könsstympning", "tvångsäktenskap", "Samverkan", "Bo Ek"])
def test_small_letters_of_a_box_beside_the_sentence_name_nobody(name: str, item: str) -> None:
    page = [
        *column("Kursbevis", "", name, "har slutfört Webbkurs om våld", x=250, size=14),
        *(Text(40, 700 - 16 * n, one, 9) for n, one in enumerate(("Innehåll", item, item, item))),
        *column("2023-04-12", x=250, top=500),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names == (name,)


@pytest.mark.parametrize("lines", [("Bo", "Ek"), ("Bo Ek",)])
def test_letters_of_the_same_size_beside_the_sentence_may_be_a_name(lines: tuple[str, ...]) -> None:
    page = [
        *column("Kim Berg", "har slutfört Webbkurs om våld", x=250, size=12, leading=4),
        *(Text(40, 742 - 30 * n, one) for n, one in enumerate(lines)),
        *column("2023-04-12", x=250, top=500),
    ]

    (reading,) = read(draw(page), COURSES)

    assert reading.names != ("Kim Berg",)
