"""Papers about a certificate, whose day is that of what was done with it."""

import pytest

from focusareas.certificate_reader import read
from tests.certificates import column, draw
from tests.focusareas.test_certificate_papers import COURSES, NAME_COURSE_DAY, read_lines

COMPLETED = ("Namn: Kim Berg", "Kurs: Webbkurs om våld", "Genomförd: 2023-04-12")


@pytest.mark.parametrize(
    "headings",
    [
        ("Kursintyg mottaget",),
        ("Intyg – inlämnat",),
        ("Kursbevis skickat",),
        ("Mottaget intyg",),
        ("Inskickade intyg",),
        ("Begärt kursintyg",),
        ("Kopia av kursintyg begärd",),
        ("Intyget har laddats upp",),
        ("Ditt intyg är registrerat",),
        ("Vi har tagit emot ditt kursintyg",),
        ("Kursintyg", "Mottaget"),
        ("Certificate received",),
        ("Copy of certificate requested",),
        ("Intyg godkänt för ersättning",),
        ("Granskat intyg",),
        ("Intyg att signera",),
        ("Ditt kursintyg är på väg",),
        ("Nytt intyg i din profil",),
        ("Kursintyg i retur",),
    ],
)
def test_what_was_done_with_a_certificate_makes_a_paper_about_it(headings: tuple[str, ...]) -> None:
    assert not read_lines(*headings, *NAME_COURSE_DAY).is_certificate
    assert read_lines(*headings, *COMPLETED).is_certificate


@pytest.mark.parametrize(
    "heading",
    [
        "Kvittens",
        "Kvitto på inlämnat kursintyg",
        "Mottagningskvitto",
        "Försättsblad",
        "Arkivblad",
        "Skanningsunderlag",
        "Delegering",
        "Följebrev",
        "Följesedel",
        "Personalakt",
        "Aktomslag",
        "Cover sheet",
        "Dokumentkort",
        "Pärmflik",
        "Internpost",
        "Inkommande post",
        "Akt 2023-117",
    ],
)
def test_what_is_laid_upon_a_certificate_is_none(heading: str) -> None:
    assert not read_lines(heading, "Kursintyg", *NAME_COURSE_DAY).is_certificate
    assert read_lines(heading, "Kursintyg", *COMPLETED).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Intyget är mottaget.",
        "Intyget för Kim Berg bifogas.",
        "Bifogat finns intyget för Kim Berg.",
        "Härmed översänds intyg för Kim Berg.",
        "Intyget utfärdas efter kursen.",
        "Intyg får du när kursen är avslutad.",
        "Kursintyget skickas efter genomförd utbildning.",
        "Mottaget av Eva Lund",
        "Plats bokad.",
        "Kursen startar kl. 9.",
        "Ta med lunch.",
        "Samling kl. 08.45 i entrén.",
        "Du får intyget i din inkorg efter kursen.",
        "Efter avslutad utbildning skickas ett intyg.",
        "Intyg delas ut på plats.",
        "Intyget ligger i personakten.",
        "Tack! Vi har fått ditt intyg.",
        "Länk till mötet skickas dagen före.",
        "Testa din uppkoppling innan kursen.",
    ],
)
def test_line_that_tells_of_the_paper_or_of_a_day_to_come(line: str) -> None:
    assert not read_lines("Kursintyg", *NAME_COURSE_DAY, line).is_certificate
    assert read_lines("Kursintyg", *COMPLETED, line).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Utskrivet 2023-04-20",
        "Intyget är hämtat ur Lärportalen.",
        "Intyget är digitalt signerat.",
        "Ta med intyget till din chef.",
        "Kursen startade kl. 9.",
        "Kursen börjar med en introduktion.",
        "Attesterat av: Eva Lund",
        "Resultat: Godkänd",
        "Intyget kan hämtas på nytt i portalen.",
    ],
)
def test_how_every_paper_comes_about_tells_nothing(line: str) -> None:
    assert read_lines("Kursintyg", *NAME_COURSE_DAY, line).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg har den 12 april genomfört", "Webbkurs om våld."),
        ("Kim Berg deltog i Webbkurs om våld.",),
        ("Vi bekräftar att Kim Berg är klar med Webbkurs om våld.",),
        ("Kim Berg", "Webbkurs om våld", "Kursen är avslutad."),
        ("Detta intyg ges till Kim Berg", "Webbkurs om våld"),
        ("Tilldelas Kim Berg", "för genomförd Webbkurs om våld"),
        ("Kim Berg", "Webbkurs om våld", "Slutförd den 12 april 2023"),
        ("Kim Berg", "Webbkurs om våld", "Slutdatum: 2023-04-12"),
        ("Härmed intygas att Kim Berg den 12 april 2023 fullgjort", "Webbkurs om våld"),
    ],
)
def test_who_completed_the_course_or_when_is_more_than_handling(lines: tuple[str, ...]) -> None:
    assert read_lines("Kursintyg skickat", *lines).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Vi har tagit emot intyg för genomgången kurs.",
        "Handläggs när kursen är avslutad.",
        "Intyget är godkänt.",
        "Skickas efter genomförd kurs.",
    ],
)
def test_what_is_not_said_of_the_holder_is_no_completion(line: str) -> None:
    assert not read_lines("Kvittens", "Kursintyg", *NAME_COURSE_DAY, line).is_certificate


@pytest.mark.parametrize("heading", ["Utbildningskort", "Resultatblad", "Originalintyg"])
def test_headings_of_certificates_are_no_covers(heading: str) -> None:
    assert read_lines(heading, "Intyg", *NAME_COURSE_DAY).is_certificate


@pytest.mark.parametrize("heading", ["Riskbedömning", "Utredning", "Genomförandeplan", "Insats"])
def test_what_was_done_in_casework_is_no_course(heading: str) -> None:
    done = ("Namn: Kim Berg", "Samtal om våld", "Genomförd: 2023-04-12")

    assert not read_lines(heading, *done).is_certificate
    assert read_lines(heading, "Kursbevis", *done).is_certificate
    assert read_lines(heading, "Utbildning", *done).is_certificate


def test_heading_tells_the_system_and_then_what_it_shows() -> None:
    done = ("Kim Berg", "Webbkurs om våld, genomförd 2023-04-12")
    system = "Kursadministration – Lärande i Norr"

    assert read_lines(f"{system} | Rapport: Genomförda kurser", *done).is_certificate
    assert not read_lines(f"{system} | Rapport: Anmälda", *done).is_certificate


def test_cover_sheet_is_read_apart_from_the_certificate_behind_it() -> None:
    cover = column("Försättsblad", "Kursintyg", *NAME_COURSE_DAY)
    certificate = column("Kursintyg", *COMPLETED)

    first, second = read(draw(cover, certificate), COURSES)

    assert (first.is_certificate, second.is_certificate) == (False, True)


@pytest.mark.parametrize("unit", ["Mottagningsenheten", "Mottagningsteamet", "Mottagningsgruppen"])
def test_unit_that_receives_people_is_no_receipt(unit: str) -> None:
    assert read_lines("Kursbevis", unit, *NAME_COURSE_DAY).is_certificate
    assert not read_lines("Mottagningsbevis", unit, *NAME_COURSE_DAY).is_certificate
