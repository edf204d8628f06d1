"""Stamps and lines of a few words that say a paper is not meant, and those that do not."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld", "Samtal om våld"))]
NAME_COURSE_DAY = ("Namn: Kim Berg", "Kurs: Webbkurs om våld", "Datum: 2023-04-12")


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), COURSES)
    return reading


@pytest.mark.parametrize(
    "stamp",
    ["PRELIMINÄRT", "Demo", "TESTUTSKRIFT", "Förhandsvisning", "ANNULLERAT", "Indraget", "SPÄRRAT",
     "OGILTIG", "Ogiltigt", "PROVTRYCK",
     "Detta intyg har dragits in.", "Godkännandet är draget tillbaka", "Detta är inte ett intyg",
     "Ej slutgiltigt", "Mall"],
)  # fmt: skip
def test_stamp_that_takes_it_back_is_seen_also_below(stamp: str) -> None:
    assert not read_lines("Kursintyg", *NAME_COURSE_DAY, stamp).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Kunskapstest: 18 av 20 rätt",
        "Ej giltigt utan stämpel",
        "Tiina Mall",
        "Förfallodatum: 2026-04-12",
        "Förfallodatum Inget",
        "https://portalen.exempel.se/intyg/63702",
        "www.exempel.se",
        "info@exempel.se",
        "Exempelstads kommun",
        "Exempelkommunen",
        "Region Exempel",
        "Exempelgatan 3",
        "Kommun Exempel",
        "Sven Exempelsson, kursledare",
        "Lokal: Exempelsalen",
        "Exempelföretaget AB",
        "Exempel från praktiken varvas",
        "med exempel och övningar",
        "exempelvis från skolan",
        "Antal genomförda utbildningar: 1",
        "Genomförda utbildningar: 1 av 1",
    ],
)
def test_line_that_is_no_stamp(line: str) -> None:
    assert read_lines("Kursintyg", *NAME_COURSE_DAY, line).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Exempel",
        "Exempelintyg",
        "EXEMPELKURS",
        "EXEMPEL 1",
        "Detta är ett exempel.",
        "Exempel på kursintyg",
        "Exempel: så blir det",
        "Kursintyg (exempel)",
        "Layout 2 – exempel",
        "Intyget är ett exempel.",
        "Exempelbild",
        "Ifyllt exempel",
        "Exempelvy",
        "Exempel, Region Gotland",
        "Detta är ett exempel på hur intyget ser ut.",
        "INTYG, EXEMPEL",
        "Exempel ur handboken",
        "Genomförda utbildningar: 14",
        "Antal genomförda: 14",
    ],
)
def test_line_that_makes_it_another_paper(line: str) -> None:
    report = ("Rapport: Kursintyg", *NAME_COURSE_DAY)

    assert read_lines(*report).is_certificate
    assert not read_lines(*report, line).is_certificate


@pytest.mark.parametrize(
    ("line", "is_certificate"),
    [("Provversion: B3", True), ("Provversion ....... 2", True), ("Provversion", False)],
)
def test_version_of_the_test_is_no_draft(line: str, is_certificate: bool) -> None:
    assert read_lines("Intyg", *NAME_COURSE_DAY, line).is_certificate is is_certificate


@pytest.mark.parametrize(
    ("heading", "is_certificate"),
    [
        ("Resultatrapport slutprov", True),
        ("Resultatrapport delprov 1", False),
        ("Resultat övningsprov", False),
    ],
)
def test_test_of_a_part_or_for_practice(heading: str, is_certificate: bool) -> None:
    found = read_lines(heading, *NAME_COURSE_DAY, "Rapporten gäller som intyg.")

    assert found.is_certificate is is_certificate
