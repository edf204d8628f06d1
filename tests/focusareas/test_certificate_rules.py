"""Sentences that hold for anybody raise no question, and those about this holder do."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
DID = "Kim Berg har genomfört"
TITLE = "Webbkurs om våld"


def reading(*lines: str, heading: str = "Kursintyg") -> Reading:
    told = column(heading, DID, TITLE, "den 12 april 2023", *lines, leading=1.5)
    (found,) = read(draw(told), COURSES)
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ("Kursen avslutas med ett prov som deltagaren ska klara.",),
        ("Kursen avslutas med ett test som måste klaras.",),
        ("Hela utbildningen innehåller ett slutprov där alla frågor ska besvaras.",),
        (
            "Webbutbildningen tar tre timmar och avslutas med frågor som deltagaren",
            "ska svara rätt på för att få sitt intyg. Den vänder sig till socialtjänsten.",
        ),
        ("Efter utbildningen ska deltagaren ha kunskap om normer och kontroll.",),
        ("Efter genomgången kurs ska du kunna se tecken på kontroll.",),
        ("Vi kan inte skicka ett nytt intyg i efterhand.",),
        ("Vi sparar inga provresultat.", "Vi lämnar inte ut resultat till arbetsgivaren."),
        ("Myndigheten kontrollerar inte deltagarens identitet.",),
        ("Vi för inget register över vilka som har fått intyg.",),
        ("Inget register förs över utfärdade intyg.",),
        ("Provresultat lämnas inte ut.", "Resultatet lämnas bara ut till deltagaren."),
        ("Intyget kan inte beställas i efterhand.",),
        ("Kursen behöver inte upprepas.", "Intyget behöver inte förnyas."),
        ("Den som inte klarar slutprovet får göra om det.",),
        ("Provet kan göras om flera gånger.",),
        ("Intyg utfärdas när hela utbildningen är genomförd.",),
        ("Villkor: samtliga avsnitt ska vara genomförda.",),
        ("För att få intyg ska deltagaren slutföra alla kursmoment",),
    ],
)
def test_what_holds_for_anybody_says_nothing_of_this_one(lines: tuple[str, ...]) -> None:
    found = reading(*lines)

    assert found.is_complete
    assert not found.says_not_completed
    assert found.course_code == "nck-vald"


@pytest.mark.parametrize(
    "line",
    [
        "Kursen avslutas med ett prov som du ska göra senare.",
        "Kursen avslutas med ett prov som deltagaren ännu ska göra.",
        "Kursen avslutas med ett prov som inte är gjort.",
        "Efter utbildningen ska deltagaren lämna in en uppgift för godkänt.",
        "Vi kan inte skicka intyget förrän provet är klart.",
        "Vi sparar inte resultatet om provet är underkänt nu.",
        "Vi har inte kontrollerat provresultatet.",
        "Intyget gäller inte.",
        "Resultatet redovisas inte innan provet är rättat.",
        "Den som inte klarade provet är Kim Berg.",
        "Provet ska göras om senast 2023-06-01.",
        "Du ska slutföra alla moment.",
        "Deltagaren ska komplettera samtliga uppgifter.",
        "Deltagaren ska besvara samtliga frågor.",
        "Alla moduler ska vara genomförda, modul 3 saknas.",
        "Slutintyg utfärdas när hela utbildningen är genomförd.",
        "Kursen avslutas med ett prov som ska göras om två veckor.",
        "Diplom utfärdas när samtliga tre delar är genomförda.",
        "Vi kan inte skriva ut något intyg eftersom provet saknas.",
        "Arbetsgivaren delar inte bedömningen att kursen är genomförd.",
        "Provresultatet visas inte eftersom provet är ogjort.",
        "Resultatet redovisas bara för den första modulen.",
        "Deltagare som inte var med på dag två ska gå den i höst.",
        "Samtliga avsnitt ska inte vara genomförda.",
    ],
)
def test_what_may_be_told_of_this_one_counts(line: str) -> None:
    assert reading(line).says_not_completed


@pytest.mark.parametrize(
    "line",
    [
        "Inloggning har skett med BankID.",
        "Intyget medför inga rättigheter.",
        "Kursen är inte betygsgrundande.",
        "Kunskaperna har prövats genom en skriftlig uppgift.",
        "Studiecirkeln har genomförts på uppdrag av kommunens socialförvaltning.",
        "Innehåll: orosanmälan.",
        "Vi delar aldrig dina uppgifter med andra.",
        "Uppdraget att stödja kommunerna följer av strategin.",
        "Som betyg på kursen används Underkänd eller Godkänd.",
        "Intyget är skapat av systemet efter att alla kapitel har visats.",
        "Vid frånvaro kan momentet tas igen vid ett senare tillfälle.",
        "Du har deltagit i 3 timmar och fullgjort alla inslag.",
    ],
)
def test_footers_that_say_nothing_against_it(line: str) -> None:
    assert reading(line).is_complete
    assert not reading(line).says_not_completed


@pytest.mark.parametrize(
    "line",
    [
        "Kursen avslutades i förtid.",
        "Deltagaren var sjuk andra dagen.",
        "Var ledig den sista dagen.",
        "Vid frånvaro dag 2 ska den tas igen.",
        "Som betyg på kursen gavs Underkänd.",
    ],
)
def test_remarks_on_what_was_missed(line: str) -> None:
    assert reading(line).says_not_completed


def test_limit_that_is_told_of_anybody_is_held_against_the_result() -> None:
    limit = "Kursen avslutas med ett prov som deltagaren ska klara med 80 % rätt."

    assert reading(limit, "Resultat: 70 %").says_not_completed


def test_somebody_else_who_is_named_in_such_a_sentence_is_seen() -> None:
    found = reading("Vi skickar inte intyg till Anna Ek.")

    assert "anna ek" in found.everybody


@pytest.mark.parametrize("heading", ["Bekräftelse", "Kostnadsfri kurs med intyg"])
def test_on_what_terms_a_certificate_is_given_is_a_promise_where_none_is(heading: str) -> None:
    lines = (heading, "Kim Berg", TITLE, "den 12 april 2023")
    terms = "Intyg utfärdas när hela utbildningen är genomförd."
    (found,) = read(draw(column(*lines, terms)), COURSES)

    assert found.says_not_completed or not found.is_complete


@pytest.mark.parametrize(
    "line",
    [
        "Betygsskala: U, G. Anmärkning: deltagaren uteblev. Provresultat lämnas inte ut.",
        "Betygsskala: U, G. Provresultat lämnas inte ut. Anmärkning: deltagaren uteblev.",
    ],
)
def test_rest_of_a_line_from_which_a_legend_was_taken_too_is_read(line: str) -> None:
    assert reading(line).says_not_completed


def test_rest_of_a_line_from_which_a_rule_was_taken_is_read() -> None:
    line = "Kurs: Webbkurs om våld. Provresultat lämnas inte ut."
    (found,) = read(draw(column("Intyg", "Namn: Kim Berg", line, "Slutförd: 2023-04-12")), COURSES)

    assert found.is_complete
    assert found.course_code == "nck-vald"
