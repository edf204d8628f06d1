"""What is said of any holder: aims, rights and what those have done who completed the course."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
FIELDS = "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12"


def is_sure(said: str) -> bool:
    (found,) = read(draw(column("Kursintyg", *FIELDS, said)), MARKS)
    is_told = found.is_complete and found.course_code == "nck-vald"
    return is_told and not found.says_not_completed


@pytest.mark.parametrize(
    "said",
    [
        "Deltagaren har tagit del av hela utbildningen och besvarat samtliga kontrollfrågor rätt.",
        "Kursdeltagaren har uppfyllt kursens samtliga kriterier.",
        "Deltagaren har uppnått målen.",
        "Kursdeltagaren var med under hela utbildningen och har lämnat in alla uppgifter.",
        "Du var närvarande vid samtliga kurstillfällen.",
        "Deltagaren ska efter utbildningen kunna redogöra för våldets uttryck.",
        "Deltagaren kan efter kursen redogöra för våldets mekanismer.",
        "Du har rätt att begära utdrag och rättelse.",
        "Du har alltid tillgång till intyget på Mina sidor.",
        "Du kan när som helst ladda ner intyget på nytt.",
        "The participant has met all the criteria of the course.",
        "Har arbetat igenom samtliga avsnitt och svarat rätt på minst 80 procent av frågorna.",
        "Har sett alla filmer och klarat slutprovet.",
        "Har besvarat minst 80 % av frågorna rätt.",
        "Att ha gått igenom samtliga moduler och klarat kunskapstestet.",
        "Has worked through all chapters and answered at least 80 percent correctly.",
        "You have the right to access your personal data.",
    ],
)
def test_what_is_said_of_any_holder_hides_no_course(said: str) -> None:
    assert is_sure(said)


@pytest.mark.parametrize(
    "said",
    [
        "Deltagaren är anmäld till kursen.",
        "Deltagaren har fått plats på kursen.",
        "Deltagaren har besvarat några av frågorna.",
        "Deltagaren har uppnått delmålen.",
        "Har arbetat igenom delar av materialet.",
        "Har arbetat igenom samtliga avsnitt utom slutprovet.",
        "Har arbetat igenom flera avsnitt i slutprovet.",
        "Deltagaren var med under hela utbildningen utom sista dagen.",
        "Deltagaren har besvarat frågorna men provet rättas senare.",
        "Du har tillgång till kursen till den 1 juni.",
    ],
)
def test_what_may_be_all_that_was_done_is_asked_about(said: str) -> None:
    assert not is_sure(said)


RECEIVED = [
    "Intyget lämnas till utvecklingsledaren för våld i nära relationer och räknas när det är "
    "godkänt.",
    "Intyget skickas till HR och registreras när det har granskats.",
    "Intyget lämnas till närmaste chef och läggs in i personalsystemet när det är godkänt.",
    "Blanketten lämnas till enhetschefen och räknas när den är godkänd.",
    "Intyget granskas av utvecklingsledaren innan det registreras.",
    "Intyget lämnas in digitalt och registreras efter granskning.",
    "Schablonersättning betalas ut när intyget är godkänt.",
    "När intyget är godkänt registreras utbildningen i planen.",
    "Utbildningen registreras när intyget har kommit in till förvaltningen.",
]
AWAITED = [
    "Intyget gäller när det är godkänt av examinator.",
    "Intyget lämnas till kursledaren och blir giltigt när det är stämplat.",
    "Intyget lämnas till chefen och räknas när det andra provet är godkänt.",
    "Intyget lämnas till chefen och räknas när det är ersatt av ett nytt.",
    "Intyget skickas in på nytt när det är rättat och godkänt.",
    "Intyget räknas när det är godkänt, vilket det inte är.",
    "Intyget räknas när båda dagarna är genomförda.",
    "Intyget registreras när deltagaren har godkänts.",
    "Kursen räknas som genomförd när provet är godkänt.",
    "Intyget lämnas till kursgivaren för rättelse.",
]


@pytest.mark.parametrize("said", RECEIVED)
def test_what_is_done_with_the_paper_where_it_is_handed_in_is_no_condition(said: str) -> None:
    assert is_sure(said)


@pytest.mark.parametrize("said", AWAITED)
def test_what_the_paper_or_the_course_waits_for_is_asked_about(said: str) -> None:
    assert not is_sure(said)


@pytest.mark.parametrize(
    ("label", "sure"), [("Arbetsplats *", True), ("Insats", True), ("Registrerats", False)]
)
def test_workplace_below_the_name_is_no_verb(label: str, sure: bool) -> None:
    lines = "Intyg – Webbkurs om våld", "Namn *", "Kim Berg", label, "Solgläntan", FIELDS[2]
    (found,) = read(draw(column(*lines)), MARKS)

    assert (found.course_code == "nck-vald") is sure


@pytest.mark.parametrize(
    "said",
    [
        "Innehåll: Vad är våld?; Kontroll i vardagen; Skydd och stöd",
        "Attesterad av: Yvonne Tapper",
        "Utbildningen är anordnad av: Socialförvaltningen i samarbete med Länsstyrelsen",
        "Kursresultat för Kim Berg",
        "Kursen kompletterar handledningen på arbetsplatsen.",
        "Avslutad med godkänt resultat: 2023-04-12",
        "Status: Slutförd Framsteg: 100 %",
        "☒ Har deltagit i hela utbildningen ☐ Har deltagit i delar av utbildningen",
        "☒ Deltagit i hela kursen ☐ Deltagit delvis",
        "Lämna intyget till din chef om arbetsgivaren har bett om det.",
        "Visa gärna intyget för din chef om det efterfrågas.",
        "Spara intyget om du behöver det senare.",
        "Kursen gjordes på arbetstid.",
        "Utbildningen genomfördes under ordinarie arbetstid.",
        "Frågor om intyget besvaras av Eva Lund, telefon 010-555 01 22.",
        "Upplysningar om intyget lämnas av Eva Lund, 0498-26 90 00.",
        "Märket har ingen sista giltighetsdag.",
        "Intyget har inget bäst före-datum.",
        "ÄKTHETSSKYDDAT INTYG",
        "Kopieskyddat och QR-märkt intyg",
        "Uppgifterna på skärmen ska stämma med dem på papperet.",
        "Uttaget av medarbetaren själv ur Självservice.",
        "Utskrivet av deltagaren ur Lärportalen.",
        "Uppgifterna kommer från anordnarna och rättas av dem.",
        "Du blev klar med den sista delen den 12 april 2023.",
        "Signeringsöversikt för dokumentet",
        "Genomförda avsnitt 6 av 6",
        "Dag 1    Dag 2",
    ],
)
def test_what_says_nothing_against_it_raises_no_doubt(said: str) -> None:
    assert is_sure(said)


@pytest.mark.parametrize(
    "said",
    [
        "Innehåll: Vad är våld?; intyget gäller inte",
        "Ej attesterad av: Yvonne Tapper",
        "Kursen kompletterar du senare.",
        "Deltagaren kompletterar uppgiften i maj.",
        "Avslutad med ej godkänt resultat: 2023-04-12",
        "Status: Slutförd Framsteg: 50 %",
        "Status: Under webbutbildning",
        "Lämna intyget till din chef om du har gjort provet.",
        "Spara intyget om du behöver göra om kursen senare.",
        "Kursen gjordes på låtsas.",
        "Skriv ut sidan om du behöver ett intyg utan godkänt prov.",
        "Frågor om provet besvarades av Eva Lund.",
        "Märket har ingen giltighet.",
        "Avregistrerat intyg",
        "Uppgifterna på skärmen ska stämma.",
        "Uppgifterna på intyget rättas av Eva Lund.",
        "Allt utom den sista delen är klart.",
        "Genomförda avsnitt 4 av 6",
        "Deltog dag 2",
        "Den sista delen återstår.",
        "Kim Berg avslutade den sista delen av kursen.",
        "Kursöversikt för deltagaren, ej slutförd",
        "☐ Har deltagit i hela utbildningen ☒ Har deltagit i delar av utbildningen",
        "☒ Har deltagit i hela utbildningen ☒ Har deltagit i delar av utbildningen",
        "☐ Har deltagit i hela utbildningen ☐ Har deltagit i delar av utbildningen",
    ],
)
def test_what_says_something_against_it_is_asked_about(said: str) -> None:
    assert not is_sure(said)


@pytest.mark.parametrize(("value", "sure"), [("Webbkurs om våld", True), ("Våld", False)])
def test_heading_over_the_title_is_no_field(value: str, sure: bool) -> None:
    (found,) = read(draw(column("Intyg", "Kim Berg", "Resultat", value, FIELDS[2])), MARKS)

    assert found.says_not_completed is not sure


@pytest.mark.parametrize(
    "said",
    [
        "Ditt resultat: 95 %. För att bli godkänd krävs 80 %.",
        "Du fick 92 procent. Det krävs minst 80 % för att bli godkänd.",
        "Rätta svar: 17 av 20. För att bli godkänd krävs 16 rätt.",
        "Kim Berg avslutade sista modulen 2023-04-12.",
        "Klarade sista kapitlet.",
        "Avslutade sista delen, 12 april 2023",
        "Slutförda moduler 6 av 6 moduler",
    ],
)
def test_what_was_asked_for_and_reached_raises_no_doubt(said: str) -> None:
    assert is_sure(said)


@pytest.mark.parametrize(
    "said",
    [
        "71 %. Krävdes 80 % för att bli godkänd.",
        "Du fick 71 %. För att bli godkänd krävs 80 %.",
        "Poäng: 71 av 100. För att bli godkänd krävdes 80.",
        "Rätta svar: 14 av 20. För att bli godkänd krävs 16 rätt.",
        "Rätt svar: 14, krävs 16 för att bli godkänd",
        "För att bli godkänd krävs 3 träffar. Närvarat: 2",
        "För att bli godkänd krävs 6 timmar. Loggad tid: 4 timmar",
        "För att bli godkänd krävs 16 rätt.",
    ],
)
def test_bar_that_no_score_is_said_to_reach_is_asked_about(said: str) -> None:
    assert not is_sure(said)


@pytest.mark.parametrize(
    "said",
    [
        "Avslutade sista modulen före pausen",
        "Klarade av sista kapitlet som fanns",
        "Gjorde klart sista delen som var öppen",
        "Genomförde sista kapitlet utan de två första",
        "Slutförde sista tillgängliga delen",
        "Avslutade sista delen och väntar på resten",
        "Avklarat kapitel 4 av 4 öppna kapitel, totalt 9",
        "Slutförda moment 5 av 5 av de valbara",
        "Slutförda moment 5 av 5 tillgängliga",
        "Genomförda moduler 3 av 3 moduler av 8",
        "Ej lärarledd dag genomförd",
        "Inte lärarledda träffar genomförda",
        "Inte obligatoriskt seminarium fullföljt",
        "Ej obligatoriska delar fullföljda",
    ],
)
def test_last_or_counted_part_of_less_than_the_course_is_asked_about(said: str) -> None:
    assert not is_sure(said)


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Provet rättas automatiskt.", True),
        ("Uppgifterna kommer från anordnarna och rättas av dem.", True),
        ("Provet rättas av kursanordnaren.", False),
        ("Svaren rättas av kursgivaren, besked kommer.", False),
        ("Uppgift 3 rättas av respektive lärare.", False),
        ("Inlämningen rättas av respektive lärare.", False),
        ("DEMO.", False),
    ],
)
def test_test_that_is_still_to_be_marked_is_asked_about(said: str, *, sure: bool) -> None:
    assert is_sure(said) == sure
