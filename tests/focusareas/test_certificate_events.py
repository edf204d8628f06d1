"""Another course or no course at all, though it is called by the title of one of ours."""

import pytest

from tests.focusareas.test_certificate_courses import read_lines

TITLE = "Webbkurs om våld"
OTHERS = (
    "Nätverksträff",
    "Digital nätverksträff för användare",
    "Workshop",
    "Frukostseminarium",
    "Föreläsning",
    "Filmvisning",
    "Studiebesök",
    "Inspirationsdag",
    "Metodstöd",
    "Prova på",
    "Fördjupningskurs",
    "Påbyggnadsutbildning",
    "Snabbkurs",
    "Förkurs",
    "Handledarutbildning",
    "Processledarutbildning",
    "Provomgång",
)


@pytest.mark.parametrize("other", OTHERS)
def test_another_event_beside_the_title(other: str) -> None:
    rest = ("Namn: Kim Berg", "Genomförd: 2023-04-12")

    assert read_lines("Kursintyg", other, TITLE, *rest).course_code is None
    assert read_lines("Kursintyg", *rest[:1], TITLE, other, *rest[1:]).course_code is None
    assert read_lines("Kursintyg", f"{other}: {TITLE}", *rest).course_code is None
    assert read_lines("Kursintyg", f"{TITLE} – {other}", *rest).course_code is None


@pytest.mark.parametrize(
    "line", ["Utbildning", "Webbutbildning", "Region Gotland, Kvinnofrid", "Heldagsutbildning"]
)
def test_who_gave_the_course_and_of_what_form_beside_the_title(line: str) -> None:
    read = read_lines("Kursintyg", line, TITLE, "Namn: Kim Berg", "Genomförd: 2023-04-12")

    assert read.course_code == "nck-vald"


def test_event_further_away_is_another_matter() -> None:
    read = read_lines("Kursintyg", "Namn: Kim Berg", TITLE, "2023-04-12", "Workshop")

    assert read.course_code == "nck-vald"


@pytest.mark.parametrize("did", ["har genomfört", "har deltagit i", "has completed"])
def test_what_was_completed_stands_on_the_next_line(did: str) -> None:
    lines = ("Intyg", f"Härmed intygas att Kim Berg {did}")

    assert read_lines(*lines, TITLE, "12 april 2023").course_code == "nck-vald"
    assert read_lines(*lines, "Suicidprevention", "Prova även", TITLE).course_code is None


def test_title_below_two_languages_stands_above_its_issuer() -> None:
    lines = ("Kursintyg", "Härmed intygas att Kim Berg har deltagit i", "has attended")

    read = read_lines(*lines, "PATRIARK", "utbildningsdag", "Arrangör: Socialstyrelsen")

    assert read.course_code == "patriark"


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (("Kursintyg", "Suicidprevention"), ("Missa inte",)),
        (("Suicidprevention", "Kursintyg"), ()),
        (("Diplom i motiverande samtal",), ("I höst startar",)),
        (("Diplom – Barnahus grundkurs",), ()),
        (("Certificate", "Trauma-informed care"), ("You may also like",)),
    ],
)
def test_another_title_heads_the_page(head: tuple[str, ...], rest: tuple[str, ...]) -> None:
    lines = (*head, "Namn: Kim Berg", "2023-04-12", *rest)

    assert read_lines(*lines, TITLE).course_code is None


@pytest.mark.parametrize(
    "head",
    [
        ("Kursintyg",),
        ("Kursintyg", "Region Gotland"),
        ("Lärportalen", "Kursintyg"),
        ("Länsstyrelsen Stockholm", "Kursintyg"),
        ("Diplom",),
        ("Görel Tidstrand", "Diplom"),
    ],
)
def test_title_below_name_and_day(head: tuple[str, ...]) -> None:
    assert read_lines(*head, "Namn: Kim Berg", "2023-04-12", TITLE).course_code == "nck-vald"


@pytest.mark.parametrize("by", ["Genomfört av", "Genomförd av:", "Completed by"])
def test_who_completed_it_stands_on_the_next_line(by: str) -> None:
    read = read_lines(TITLE, "Kursintyg", by, "Kim Berg", "Datum för genomförande", "2023-04-12")

    assert read.course_code == "nck-vald"
