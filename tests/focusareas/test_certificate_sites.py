"""What sites and registers print around a certificate: menus, buttons, laws, help and logos."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw, table

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
NAME, COURSE, DAY = "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12"


def is_sure(*lines: str | Text) -> bool:
    texts = [line for line in lines if isinstance(line, Text)]
    texts += column(*(line for line in lines if isinstance(line, str)))
    (found,) = read(draw(texts), MARKS)
    is_told = found.names == ("Kim Berg",) and found.is_complete
    return is_told and found.course_code == "nck-vald" and not found.says_not_completed


@pytest.mark.parametrize(
    "said",
    [
        "GRANSKA TEST",
        "SKRIV UT RESULTAT",
        "Ladda ner intyg (pdf)",
        "Visa resultat",
        "Dela intyget på LinkedIn",
        "Download certificate",
        "Inställningar",
        "Rättslig grund är uppgift av allmänt intresse, artikel 6.1 e i dataskyddsförordningen.",
        "Dina uppgifter lämnas inte ut till obehöriga.",
        "Vi lämnar inte ut uppgifter till tredje land.",
        "Du har rätt att få felaktiga uppgifter rättade.",
        "Du kan när som helst återkalla ditt samtycke.",
        "Intyget utfärdas på begäran av den anställde.",
        "Intyget är en allmän handling.",
        "Utbildningen ger inte behörighet som handledare.",
        "Intyget kan beställas på nytt mot en avgift.",
        "Om uppgifterna inte stämmer, kontakta oss.",
        "Kontakta oss om du upptäcker fel i intyget.",
        "Deltagaren har identifierat sig med BankID.",
        "Inloggning skedde med SITHS-kort.",
        "Glöm inte att spara ditt intyg.",
        "Intyget skickas inte med post.",
        "Detta är ett systemgenererat dokument.",
        "Intyget hämtades 2023-04-13.",
        "Kompetensregister Utbildningsintyg per anställd Utskriftsdatum 2023-04-15",
        "Efter utbildningen ska deltagaren veta vart den utsatta kan hänvisas.",
        "The student has completed all compulsory components.",
    ],
)
def test_what_is_said_on_every_paper_raises_no_doubt(said: str) -> None:
    assert is_sure("Kursintyg", NAME, COURSE, DAY, said)


@pytest.mark.parametrize(
    "said",
    [
        "Granska testet innan det godkänns",
        "Skriv ut nytt intyg efter omprov",
        "Inställd",
        "Personuppgifterna och namnet är fel enligt dataskyddsombudet.",
        "Intyget är inte giltigt, se dataskyddsförordningen artikel 6.",
        "Kontakta kursledaren om provet som återstår.",
        "Om provet inte lämnas in, kontakta kursledaren.",
        "Uppgifterna stämmer inte.",
        "Ett nytt intyg ersätter detta.",
        "Inloggad som Amira Hosseini",
        "Intyget hämtades av Amira Hosseini.",
        "Utdrag för anställd Amira Hosseini",
        "Efter kursen har deltagaren fått plats på nästa nivå, men inte gjort provet.",
        "Konto",
    ],
)
def test_what_takes_it_back_is_still_asked_about(said: str) -> None:
    assert not is_sure("Kursintyg", NAME, COURSE, DAY, said)


@pytest.mark.parametrize(
    ("menu", "sure"),
    [
        (("Konto", "Översikt", "Kurser", "Kalender"), True),
        (("Konto", "Amira Hosseini"), False),
        (("Konto", "Översikt"), False),
    ],
)
def test_menu_is_told_by_several_words(menu: tuple[str, ...], sure: bool) -> None:
    assert is_sure("Kursintyg", NAME, COURSE, DAY, *menu) is sure


@pytest.mark.parametrize(
    ("points", "sure"), [("9/10 p", True), ("10/10 p", True), ("3/10 p", False), ("9/10", False)]
)
def test_points_of_modules(points: str, sure: bool) -> None:
    modules = (f"Modul {number}: Introduktion" for number in (1, 2, 3))
    listed = table(*((module, "Slutfört", points) for module in modules), top=400)

    assert is_sure(*listed, "Kursintyg", NAME, COURSE, DAY) is sure


@pytest.mark.parametrize(
    ("day", "sure"),
    [
        ("Alla krav uppfyllda: 2023-04-12", True),
        ("Samtliga kriterier är uppfyllda 2023-04-12", True),
        ("Alla krav ska vara uppfyllda: 2023-04-12", False),
        ("Alla krav uppfyllda senast: 2023-04-12", False),
    ],
)
def test_day_when_all_was_met(day: str, sure: bool) -> None:
    assert is_sure("Kursintyg", NAME, COURSE, "Kursens startdag: 2023-04-01", day) is sure


@pytest.mark.parametrize(
    ("below", "sure"), [("LuvitLMS", True), ("Underkänd", False), ("Anmäld", False)]
)
def test_logo_is_no_field(below: str, sure: bool) -> None:
    logo = column("GRADE", below, top=800, leading=1.3)

    assert is_sure(*logo, "Kursbevis", NAME, COURSE, DAY) is sure


def test_number_of_the_employee_hides_no_day() -> None:
    sentence = "Kim Berg (anst.nr 4711) har genomfört Webbkurs om våld den 2023-04-12"

    assert is_sure("Intyg", sentence)
    assert not is_sure("Intyg", sentence.replace("genomfört", "påbörjat"))
