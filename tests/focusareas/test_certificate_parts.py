"""Parts of a course with how each went: asked about until all of them are done."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, table

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
DAY = date(2023, 4, 12)


def reading(lines: list[Text]) -> Reading:
    (found,) = read(draw(lines), MARKS)
    assert (found.names, found.course_code) == (("Kim Berg",), "nck-vald")
    return found


def certificate(*lines: str) -> list[Text]:
    return column("Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", *lines)


def is_sure(found: Reading) -> bool:
    return found.completed_on == DAY and not found.says_not_completed


@pytest.mark.parametrize(
    "parts",
    [
        ["Modul 1: Slutförd 2023-04-12", "Modul 2: Låst", "Modul 3: Låst"],
        ["Modul 1 klar: 2023-04-12", "Modul 2 klar: –", "Modul 3 klar: –"],
        ["Modul 1 klar: 2023-04-12"],
        ["Modul 1 klar 2023-04-12", "Modul 2 klar", "Modul 3 klar"],
        ["Modul 1 klar: 2023-04-10", "Modul 2 klar: 2023-04-12"],
        ["Modul 1 Slutfört", "Modul 2 Slutfört", "Modul 3 Låst", "Datum: 2023-04-12"],
        ["Modul 1 ✓", "Modul 2 ✓", "Modul 3", "Datum: 2023-04-12"],
        ["Modul 2 slutförd", "Datum: 2023-04-12"],
        ["Modul 1 klar", "Modul 3 klar", "Datum: 2023-04-12"],
        ["Avsnitt 1-3 slutförda: 2023-04-12", "Avsnitt 4-5: –"],
        ["Kapitel 1: 100 %", "Kapitel 2: 30 %", "Datum: 2023-04-12"],
        ["Steg 1 klart: 2023-04-12"],
        ["Dag 1 genomförd: 2023-04-12"],
        ["Slutförd modul 1: 2023-04-12"],
        ["Introduktionsmodulen slutförd: 2023-04-12"],
        ["Första modulen klar: 2023-04-12"],
        ["Delprov 1 godkänt: 2023-04-12"],
        ["Module 1: completed 2023-04-12", "Module 2: locked"],
    ],
)
def test_parts_of_a_course_are_not_the_course(parts: list[str]) -> None:
    assert not is_sure(reading(certificate(*parts)))


@pytest.mark.parametrize(
    "parts",
    [
        ["Modul 1 slutförd", "Modul 2 slutförd", "Modul 3 slutförd"],
        ["Modul 1: Introduktion", "Modul 2: Bemötande", "Modul 3: Samtal"],
        ["Kapitel 1 Våldets uttryck (20 min)", "Kapitel 2 Barns rätt (30 min)"],
        ["Modul 1 klar: 2023-04-10", "Modul 2 klar: 2023-04-11"],
        ["Kapitel 1–7 avklarade"],
        ["Dag 1, 2 och 3 genomförda"],
        ["Quiz 1: 80 %", "Quiz 2: 100 %"],
        ["Del 1 Introduktion Godkänd", "Del 2 Bemötande Godkänd"],
        ["Slutprovet godkänt"],
    ],
)
def test_all_parts_done_or_only_listed_leave_the_course_completed(parts: list[str]) -> None:
    assert is_sure(reading(certificate(*parts, "Slutförd: 2023-04-12")))


@pytest.mark.parametrize(
    ("rows", "sure"),
    [
        ([("1 Introduktion", "Klar", "2023-04-10"), ("2 Bemötande", "–", "–")], False),
        ([("1 Introduktion", "Klar", "2023-04-10"), ("2 Bemötande", "Låst")], False),
        ([("Introduktion", "Godkänd", "2023-04-10"), ("Bemötande",)], False),
        ([("Introduktion", "✓", "2023-04-10"), ("Bemötande", "✓", "2023-04-11")], True),
        ([("Introduktion", "G", "2023-04-10"), ("Bemötande", "G", "2023-04-11")], True),
    ],
)
def test_table_of_parts(rows: list[tuple[str, ...]], sure: bool) -> None:
    listed = table(("Modul", "Status", "Datum"), *rows, top=400, width=120)
    day = [Text(72, 200, "Slutförd: 2023-04-12")]

    assert is_sure(reading([*certificate(), *listed, *day])) is sure
    assert not is_sure(reading([*certificate(), *listed]))


@pytest.mark.parametrize(
    ("whole", "sure"),
    [
        (("Hela kursen", "Godkänd", "2023-04-12"), True),
        (("Kursen", "Slutförd", "2023-04-12"), True),
        (("Totalt", "Klar", "2023-04-12"), True),
        (("Hela kursen", "Godkänd", ""), False),
        (("Hela kursen", "–", "–"), False),
        (("Reflektion", "Godkänd", "2023-04-12"), False),
    ],
)
def test_day_of_the_course_in_a_table_of_its_parts(whole: tuple[str, ...], sure: bool) -> None:
    parts = ("Kapitel 1–4", "Genomförda", "2023-04-10"), ("Slutprov", "Godkänt", "2023-04-11")
    listed = table(("Moment", "Resultat", "Datum"), *parts, whole, top=400, width=120)
    lines = certificate("Kursperiod: 2023-03-01 – 2023-05-01")

    assert is_sure(reading([*lines, *listed])) is sure


@pytest.mark.parametrize(
    ("second", "whole", "day"),
    [
        ("Klar 2023-04-12", "Alla avsnitt är avklarade.", date(2023, 4, 12)),
        ("Klar", "Alla avsnitt är avklarade.", None),
        ("Påbörjad 2023-04-12", "Alla avsnitt är avklarade.", None),
        ("Klar 2023-04-12", "Fem avsnitt är avklarade.", None),
    ],
)
def test_last_day_of_all_parts_is_the_day_where_the_whole_is_done(
    second: str, whole: str, day: date | None
) -> None:
    cells = [["Avsnitt", "Status"], ["Inledning", "Klar 2023-04-10"], ["Lagar", second]]
    rows = table(*cells, top=560)

    found = reading([*certificate(), *rows, *column(whole, top=400)])

    assert found.completed_on == day


@pytest.mark.parametrize("noun", ["Dag", "Modul", "Träff", "Tillfälle"])
@pytest.mark.parametrize(
    ("cells", "is_whole"),
    [
        (["Närvarande", "Närvarande"], True),
        (["8 h", "8 h"], True),
        (["2023-04-05", "2023-04-12"], True),
        (["09.00 Inledning", "10.30 Fallövning"], True),
        (["09.00-16.00", "09.00-12.00"], False),
        (["Närvarande", ""], False),
        (["X", ""], False),
        (["3 h", "0 h"], False),
        (["8 h", "–"], False),
        (["När", "Frv"], False),
    ],
)
def test_headings_side_by_side_have_the_same_below(
    noun: str, cells: list[str], *, is_whole: bool
) -> None:
    page = [
        *column("Kursintyg", "Kim Berg har deltagit i Webbkurs om våld 2023-04-12", top=700),
        *table([f"{noun} 1", f"{noun} 2"], cells, top=600),
    ]

    assert read(draw(page), MARKS)[0].says_not_completed != is_whole
