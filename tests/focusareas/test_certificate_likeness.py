"""Certificates that differ in nothing but who and when are alike, and no others."""

from datetime import date

import pytest

from focusareas.certificate_likeness import MOST_COMPARED, Sheet, sheet_of, words_in

DAY = date(2023, 4, 12)
TEXT = """
Anna-Karin Berg
Deltagit till fullo i Webbkurs om våld 12 april 2023
Poäng 18 av 20
Nr 2023-0417, kontroll X4KQ7
Frågor: anna.berg@example.se
Utskrivet 2023-05-02 10:32
"""


def sheet(text: str, given_name: str = "Anna-Karin", family_name: str = "Berg") -> Sheet:
    found = sheet_of(text, given_name, family_name)
    assert found
    return found


def for_another(text: str = TEXT) -> str:
    for before, after in (
        ("Anna-Karin Berg", "Åsa Lø"),
        ("12 april 2023", "3 mars 2023"),
        ("2023-0417, kontroll X4KQ7", "2023-0998, kontroll 7BZZ2"),
        ("anna.berg@", "asa.lo@"),
        ("2023-05-02 10:32", "2023-04-28 09:01"),
    ):
        text = text.replace(before, after)
    return text


def test_day_is_found_where_the_other_has_its_day() -> None:
    assert sheet(for_another(), "Åsa", "Lø").day_as_on(sheet(TEXT), DAY) == date(2023, 3, 3)


@pytest.mark.parametrize("written", ["ÅSA LØ", "Lø, Åsa", "Lø Åsa", "Asa Lo", "åsa-lø"])
def test_name_is_known_as_it_may_be_written(written: str) -> None:
    other = sheet(for_another().replace("Åsa Lø", written), "Åsa", "Lø")

    assert other.day_as_on(sheet(TEXT), DAY) == date(2023, 3, 3)


def test_parts_of_the_name_are_known_beside_it() -> None:
    sample = sheet(f"Hej Anna-Karin!\n{TEXT}\nEfternamn: Berg")
    other = sheet(f"Hej Åsa!\n{for_another()}\nEfternamn: Lø", "Åsa", "Lø")

    assert other.day_as_on(sample, DAY) == date(2023, 3, 3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("till fullo", "delvis"),
        ("18 av 20", "8 av 20"),
        ("våld", "våld 2"),
        ("Poäng", "Poäng."),
        ("Utskrivet", "Utskrivet av Kim Ek"),
        ("Nr", "Modul-2 Nr"),
        ("3 mars 2023", "våren 2023"),
        ("3 mars 2023", "3 mars 2023 och 5 mars 2023"),
        ("Åsa Lø", "Åsa Maria Lø"),
    ],
)
def test_whatever_else_differs_makes_them_unlike(before: str, after: str) -> None:
    other = sheet_of(for_another().replace(before, after), "Åsa", "Lø")

    assert other is None or other.day_as_on(sheet(TEXT), DAY) is None


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Intygsnummer: 4711", "Intygsnummer: 8120"),
        ("Dnr SON 2022/191", "Dnr SON 2023/8"),
        ("Certificate ID: ab-1234", "Certificate ID: qz-9"),
        ("Verifieringskod 7f3k", "Verifieringskod 9x1a"),
        ("https://badges.example.se/v/pndpxsfhcj", "https://badges.example.se/v/qwzz"),
        ("www.example.se/a", "www.example.se/b"),
        ("6edf0a11-40ab-4f01-9f00-1234567890ab", "11fe0b22-40ab-4f01-9f00-ba0987654321"),
        ("XK2F9Q", "7QW3ZZ"),
        ("Träff 2 6.11.2022", "Träff 2 13.11.2022"),
    ],
)
def test_numbers_of_papers_addresses_and_other_days_may_differ(here: str, there: str) -> None:
    other = sheet(f"{for_another()}\n{there}", "Åsa", "Lø")

    assert other.day_as_on(sheet(f"{TEXT}\n{here}"), DAY) == date(2023, 3, 3)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Modul-1", "Modul-2"),
        ("Del 1", "Del 2"),
        ("82 %", "42 %"),
        ("100 %", "50 %"),
        ("18/20", "8/20"),
        ("18av20 rätt", "08av20 rätt"),
        ("100-procentig närvaro", "50-procentig närvaro"),
        ("3-dagarskurs", "1-dagarskurs"),
        ("Modul 10-12 av 24", "Modul 13-15 av 24"),
        ("Steg2a", "Steg2b"),
        ("Kurskod VÅL101", "Kurskod VÅL201"),
        ("Kurs nr 1234", "Kurs nr 1235"),
        ("HT2022", "VT2019"),
        ("60min", "120min"),
        ("Anst.nr 10023", "Anst.nr 10099"),
        ("Giltigt till 2025-04-12", "Giltigt till 2022-04-12"),
        ("Handledare Anna-Karin Holm", "Handledare Åsa Holm"),
        ("Kurt Berg", "Kurt Lø"),
        ("12 april 2023, 18.20 poäng", "12 april 2023, 03.20 poäng"),
    ],
)
def test_any_other_number_must_be_the_same(here: str, there: str) -> None:
    other = sheet(f"{for_another()}\n{there}", "Åsa", "Lø")

    assert other.day_as_on(sheet(f"{TEXT}\n{here}"), DAY) is None


def test_number_of_the_person_is_known() -> None:
    one = sheet_of(f"{TEXT} Anst.nr 10023", "Anna-Karin", "Berg", "10023")
    other = sheet_of(f"{for_another()} Anst.nr 10099", "Åsa", "Lø", "10099")

    assert one
    assert other
    assert other.day_as_on(one, DAY) == date(2023, 3, 3)


@pytest.mark.parametrize(
    "unread",
    [
        "Slutfört 230412",
        "Slutfört 12/04-23",
        "Slutfört 12 april",
        "230410-230412",
        "Slutfört 23-04-12",
    ],
)
def test_nothing_is_known_beside_a_day_that_is_not_read(unread: str) -> None:
    assert sheet_of(f"{TEXT}\n{unread}", "Anna-Karin", "Berg") is None


@pytest.mark.parametrize("mark", ["X", "[x]", "✓", "☑ Godkänd ☐ Underkänd"])
def test_nothing_is_known_where_a_mark_tells_by_its_place(mark: str) -> None:
    assert sheet_of(f"{TEXT}\n{mark}", "Anna-Karin", "Berg") is None


@pytest.mark.parametrize("between", [" 3 mars 2023 ", " ☑ ", " 2 "])
def test_name_with_something_within_is_none(between: str) -> None:
    assert sheet_of(f"Intyg Anna-Karin{between}Berg", "Anna-Karin", "Berg") is None


def test_day_that_may_be_another_is_none() -> None:
    sample = sheet("Anna-Karin Berg\nKlar 12.4.2023")
    other = sheet("Åsa Lø\nKlar 03-04-2023", "Åsa", "Lø")

    assert other.day_as_on(sample, DAY) is None


def test_day_that_the_sample_does_not_have_is_nowhere() -> None:
    assert sheet(for_another(), "Åsa", "Lø").day_as_on(sheet(TEXT), date(2023, 4, 13)) is None


@pytest.mark.parametrize(
    ("printed", "found"), [("3 mars 2023", date(2023, 3, 3)), ("4 mars 2023", None)]
)
def test_day_in_two_places_must_be_the_same_in_both(printed: str, found: date | None) -> None:
    sample = sheet(f"{TEXT}\nSlut 12 april 2023")
    other = sheet(f"{for_another()}\nSlut {printed}", "Åsa", "Lø")

    assert other.day_as_on(sample, DAY) == found


def test_nothing_is_known_without_the_whole_name_or_in_very_long_texts() -> None:
    assert sheet_of(TEXT, "Anna", "Ek") is None
    assert sheet_of(TEXT, "Karin", "Bergman") is None
    assert sheet_of(TEXT + "ord " * (MOST_COMPARED // 4), "Anna-Karin", "Berg") is None


def test_signs_that_stand_for_something_are_not_taken_from_the_text() -> None:
    sample, other = (
        sheet(f"{TEXT} Prov: 2023-04-01"),
        sheet(f"{for_another()} Prov: \x04", "Åsa", "Lø"),
    )

    assert other.day_as_on(sample, DAY) is None


def test_words_are_those_of_names_however_they_are_written() -> None:
    assert words_in(TEXT) >= words_in("KARIN Bérg")
    assert not words_in(TEXT) >= words_in("Åsa Berg")
    assert words_in("ord " * MOST_COMPARED) == set()
