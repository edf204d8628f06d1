"""What words beside a day say of it: which are of the course, and which of something else."""

from datetime import date

import pytest

from tests.focusareas.test_certificate_days import day

OTHER_DAYS_IN_WORDS = [
    "Kursen gavs första gången 2022-02-02",
    "Utbildningen hölls för de första grupperna 2022-02-02",
    "enligt avtal 2022-02-02",
    "Enligt kursplan 2022-02-02",
    "Första kursdatum 2022-02-02",
    "Lagen trädde i kraft 2022-02-02",
    "Kursplan 2022-02-02",
    "Uppdragsavtal 2022-02-02",
    "2022-02-02 trädde lagen i kraft",
    "Den 2 februari 2022 fick vi uppdraget",
    "Kursperiod enligt avtal: 2022-02-02",
]


@pytest.mark.parametrize("line", OTHER_DAYS_IN_WORDS)
def test_day_of_which_something_else_is_told_is_not_taken(line: str) -> None:
    assert day("Kim Berg", "har genomfört", "Webbkurs om våld", line) is None
    assert day("Kim Berg har genomfört Webbkurs om våld", line, "12 april 2023") is None
    assert day(line, "Datum: 2023-04-12") == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Kim Berg har genomfört Webbkurs om våld enligt avtal 2022-02-02",
        "Kim Berg har genomgått utbildning i enlighet med planen av den 2 februari 2022",
        "Genomförd enligt beslutad kursplan 2022-02-02",
    ],
)
@pytest.mark.parametrize("others", [(), ("Utfärdat: 2023-04-12",)])
def test_day_behind_more_than_what_was_completed_is_not_taken(
    line: str, others: tuple[str, ...]
) -> None:
    assert day(line, *others) is None


@pytest.mark.parametrize(
    "line",
    [
        "Uppsala universitet, den 12 april 2023",
        "Kim Berg har genomfört Webbkurs om våld, som anordnas av Region Gotland, 2023-04-12",
        "Kursen hölls på distans av Länsstyrelsen Gotlands län den 12 april 2023",
        "Kim Berg har slutfört alla steg i Webbkurs om våld 2023-04-12",
        "Kim Berg har gått igenom Webbkurs om våld 2023-04-12.",
        "2023-04-12 i Visby",
        "12 april 2023 av Rolf Ek",
        "VISBY DEN 12 APRIL 2023",
    ],
)
def test_day_of_which_place_and_organiser_are_told_is_taken(line: str) -> None:
    assert day(line) == date(2023, 4, 12)


@pytest.mark.parametrize("label", ["Tilldelad", "Beställd", "Ordered", "Assigned"])
def test_day_when_something_else_was_done_is_not_taken(label: str) -> None:
    assert day("Namn: Kim Berg", "Kurs: Webbkurs om våld", f"{label}: 2023-04-12") is None
    assert day("Namn: Kim Berg", "Kurs: Webbkurs om våld", label, "2023-04-12") is None


@pytest.mark.parametrize("words", ["Detta diplom tilldelades Kim Berg den", "Dated"])
def test_day_when_it_was_handed_over_is_taken(words: str) -> None:
    assert day("Kim Berg", "Webbkurs om våld", f"{words} 2023-04-12") == date(2023, 4, 12)


TITLE = ("Kim Berg", "har genomfört", "Webbkurs om våld")


@pytest.mark.parametrize(
    "line",
    [
        "Utbildad: 2023-04-12",
        "Kursen gjord: 2023-04-12",
        "Certifierad den 12 april 2023",
        "Samtliga övningar gjorda: 2023-04-12",
        "Alla delar avklarade 2023-04-12",
        "Sista kapitlet klart: 2023-04-12",
        "Personen blev klar den 12 april 2023",
        "Sista kursdag 12 april 2023",
        "Kursens sista dag: 2023-04-12",
        "Last day of course: 2023-04-12",
        "Omfattning: två dagar, 11–12 april 2023",
        "Längd: en heldag, 12 april 2023",
        "Stockholm i april månad, den 12 april 2023",
        "Stockholm onsdagen den 12 april 2023",
        "Namn: Kim Berg Kurs: Webbkurs om våld Resultat: G Datum: 2023-04-12",
        "Kurs-id: 4711 Slutförd: 2023-04-12 Status: Klar",
    ],
)
def test_day_of_the_whole_course_is_taken(line: str) -> None:
    assert day(*TITLE, line) == date(2023, 4, 12)


@pytest.mark.parametrize(
    "line",
    [
        "Betalning genomförd: 2023-04-12",
        "Beställning gjord: 2023-04-12",
        "Kontroll gjord 2023-04-12",
        "Kapitel 1 klart: 2023-04-12",
        "Första kapitlet slutfört 2023-04-12",
        "Introduktion klar: 2023-04-12",
        "Förkunskapstest klart: 2023-04-12",
        "Första kursdag: 2023-04-12",
        "Sista dag för anmälan: 2023-04-12",
        "Sista dag att göra kursen: 2023-04-12",
        "Utbildad sjuksköterska: 2010-04-12",
        "Omfattning: två dagar, med start 12 april 2023",
        "Status: Klar Giltig till: 2023-04-12",
    ],
)
def test_day_of_a_part_or_of_something_else_is_not_taken(line: str) -> None:
    assert day(*TITLE, line) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Första kursdag: 2023-04-11", "Sista kursdag: 2023-04-12"),
        ("Kapitel 1 klart: 2023-04-11", "Sista kapitlet klart: 2023-04-12"),
    ],
)
def test_last_part_tells_the_day_whatever_the_others_do(lines: tuple[str, ...]) -> None:
    assert day(*TITLE, *lines) == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("label", "is_taken"),
    [
        ("Provet inlämnat", True),
        ("Slutprovet besvarat", True),
        ("Provet öppnat", False),
        ("Anmälan inlämnad", False),
    ],
)
def test_day_when_the_test_was_handed_in(label: str, is_taken: bool) -> None:
    lines = ("Namn: Kim Berg", "Kurs: Webbkurs om våld", f"{label}: 2023-04-12")

    assert (day("Intyg", *lines, "Resultat: Godkänd") == date(2023, 4, 12)) is is_taken


@pytest.mark.parametrize(
    "word",
    ["Betald", "Köpt", "Översänt", "Postad", "Tryckt", "Påmind", "Stänger", "Köptes", "Paid"],
)
def test_day_behind_another_deed_alone_is_not_taken(word: str) -> None:
    assert day(*TITLE, f"{word} 2023-04-12") is None
    assert day(*TITLE, f"{word} den 12 april 2023") is None
    assert day(*TITLE, word, "2023-04-12") is None


@pytest.mark.parametrize(
    "town", ["Visby", "Östersund", "Älmhult", "Kalmar", "Hultsfred", "Säter", "Köping"]
)
def test_day_behind_a_town_is_taken_whatever_its_form(town: str) -> None:
    assert day(*TITLE, f"{town} 2023-04-12") == date(2023, 4, 12)


@pytest.mark.parametrize("what", ["Kursavgift", "Kursanmälan", "Utbildningskostnad", "Course fee"])
def test_day_of_what_has_to_do_with_the_course_is_not_taken(what: str) -> None:
    assert day(*TITLE, f"{what} godkänd 2023-04-12") is None
    assert day(*TITLE, "Kurs godkänd 2023-04-12") == date(2023, 4, 12)
