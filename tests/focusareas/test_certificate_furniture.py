"""What papers and sites carry besides the certificate: harmless lines, and those like them."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
FIELDS = "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12"


def is_sure(*lines: str) -> bool:
    found, *others = read(draw(column(*lines)), MARKS)
    is_told = found.names == ("Kim Berg",) and found.is_complete
    return is_told and not found.says_not_completed and not others


@pytest.mark.parametrize(
    ("harmless", "contrary"),
    [
        # How the paper came about, and where it was put
        ("Intyget hämtades ur portalen 2023-04-25 kl. 15:49", "Intyget hämtades av fel person."),
        ("Märket är äkta och har inte återkallats.", "Intyget har återkallats."),
        ("Intyget laddades ner 2023-04-25", "Intyget laddades ner innan kursen var klar."),
        ("Nedladdat från lärplattformen 2023-05-09", "Nedladdat av Amira Hosseini"),
        ("Intyget genererades 2023-04-25", "Intyget genererades av misstag."),
        ("Intyget exporterades från HR-systemet 2023-05-02.", "Intyget skapades i testsyfte."),
        ("Intyget togs fram automatiskt av lärplattformen.", "Intyget har dragits tillbaka."),
        ("Intyget skickades till deltagarens e-post.", "Intyget skickades till fel person."),
        ("Kopia av intyget skickades till arbetsgivaren.", "Ett nytt intyg har utfärdats."),
        ("Skickat från min iPhone", "Skickat till fel deltagare"),
        ("Dokumentet är skyddat mot ändringar.", "Intyget har ändrats 2023-05-02."),
        ("Detta intyg ersätter tidigare utskrivet intyg.", "Detta intyg ersätts av 2023-118."),
        ("Uppgifterna hämtades ur registret 2023-04-25.", "Uppgifterna ändrades 2023-04-25."),
        # Signatures and what it may be used for
        (
            "Detta intyg har skapats automatiskt i portalen och saknar därför underskrift.",
            "Underskrift saknas, intyget gäller inte.",
        ),
        ("Intyget är skapat automatiskt och behöver därför inte undertecknas.", "Inte den här!"),
        ("Intyget är giltigt endast tillsammans med legitimation.", "Intyget är förfalskat."),
        ("Intyget är ingen legitimation.", "Detta är inget intyg."),
        ("Utdraget gäller som intyg på att kursen är genomförd.", "Gäller inte som intyg"),
        ("Inga uppgifter lämnas ut till tredje part.", "Inga uppgifter är inlämnade."),
        ("Utan underskrift är intyget ändå giltigt.", "Utan underskrift är intyget ogiltigt."),
        ("Certificate never expires", "Expired"),
        ("Intyget gäller tills vidare.", "Intyget gäller Amira Hosseini."),
        # Whom to ask
        ("Om du har frågor om intyget kontaktar du supporten.", "Kontakta oss, intyget är fel."),
        ("Behöver du hjälp, kontakta supporten.", "Behöver göra om provet, kontakta kursledaren."),
        ("Har du frågor är du välkommen att höra av dig.", "Har inte hört av sig om provet."),
        (
            "Är något fel på intyget, kontakta kurssekreteraren.",
            "Är något fel på provet görs det om",
        ),
        ("Vill du inte ha våra nyhetsbrev? Avregistrera dig här.", "Du har avregistrerats."),
        ("Har du fått mejlet av misstag ber vi dig radera det.", "Intyget utfärdades av misstag."),
        # The test and its rules
        ("Kunskapstestet gjordes på webben.", "Kunskapstestet gjordes av Amira Hosseini."),
        ("Provet rättades automatiskt av lärplattformen.", "Provet rättas nästa vecka."),
        ("Resultatet sparades 2023-04-12.", "Resultatet ändrades efter granskning."),
        (
            "För att få intyg krävs minst 80 procent rätt.",
            "För att få intyg återstår minst ett prov",
        ),
        ("För att få intyget ska samtliga kapitel vara genomförda.", "För att få intyget: gör om."),
        ("Intyg utfärdas bara till den som klarat alla delar.", "Deltog bara dag 1."),
        ("Återstående moment: 0", "Återstående moment: 2"),
        ("Frånvaro: 0 timmar", "Frånvaro: 2 timmar"),
        ("Ingen frånvaro.", "Frånvaro: 0,5 dag"),
        ("Betyg ges inte.", "Betyg: inget"),
        ("Slutbetyg 9,5 av 10", "Slutbetyg 3,5 av 10"),
        ("☑ Del 1  ☑ Del 2  ☑ Del 3", "☑ Del 1  ☑ Del 2  ☐ Del 3"),
        ("✔ Film ✔ Quiz", "✔ Film ✘ Quiz"),
        # The course
        ("Du påbörjade kursen 2023-04-10. Du slutförde den 2023-04-12.", "Har påbörjat kursen."),
        ("Kursen har finansierats av Jämställdhetsmyndigheten.", "Kursen har ställts in."),
        ("Kursen spelades in 2019.", "Kursen avbröts 2023-04-12."),
        ("Kursen är helt kostnadsfri och kräver ingen inloggning.", "Kursplatsen avbokades."),
        ("Pris: 0 kr", "Pris: 500 kr"),
        ("Utvärdering: https://sv.surveymonkey.example/r/8KJ2", "Utvärdering"),
        ("Du är inloggad som Kim Berg.", "Du är inloggad som Amira Hosseini."),
    ],
)
def test_harmless_line_is_known_from_one_that_takes_it_back(harmless: str, contrary: str) -> None:
    assert is_sure("Kursintyg", *FIELDS, harmless)
    assert not is_sure("Kursintyg", *FIELDS, contrary)


@pytest.mark.parametrize(
    "said",
    [
        "Deltagaren nådde inte upp till gränsen för godkänt.",
        "Kim Berg har bara varit med första dagen.",
        "Hon kom aldrig till andra dagen.",
        "Det här ska inte räknas.",
        "Koden finns inte i registret.",
        "Registrera inte detta!",
        "Vänta med att lägga in detta, jag är osäker på om hon gjorde klart.",
        "Har hon verkligen gjort hela?",
        "Hej, kan du dra tillbaka mitt intyg?",
        "Ser konstigt ut, ring kursgivaren",
        "Ta bort den här, den är fel",
        "Lösenordet användes av flera i personalgruppen.",
        "Kontot har använts av flera personer.",
        "Uppgifterna bygger på deltagarens egna uppgifter.",
        "Anmälan mottagen – intyget fylls i efter kursen",
        "Förhandsvisning av intyg – du får ditt intyg när du är klar",
        "Så här kommer ditt intyg att se ut",
        "Du har 3 aktiviteter kvar.",
        "Lås upp intyget genom att göra klart kursen.",
        "Conditional pass – assignment outstanding",
        "Please disregard this copy",
        "[Kursnamn] [Datum] – ändra här",
        "Delintyg",
        "Hon var ju sjukskriven den dagen.",
        "Kan någon bekräfta att han var där?",
        "Kontot är avslutat och resultatet har nollställts.",
        "Godkänd, med undantag för del 2",
        "Skräp",
        "Felutskrift",
    ],
)
def test_denial_and_doubt_of_others_is_asked_about(said: str) -> None:
    assert not is_sure("Kursintyg", *FIELDS, said)


@pytest.mark.parametrize(
    ("menu", "sure"),
    [
        (("Konto  Översikt  Kurser  Kalender  Inkorg  Hjälp",), True),
        (("Startsida Kursöversikt Deltagare Resultat Dokument",), True),
        (("Översikt", "Deltagare", "Betyg", "Kompetenser"), True),
        (("Hem", "Mina kurser", "Meritlista", "Logga ut"), True),
        (("Arkiv Redigera Visa Historik Bokmärken Verktyg Hjälp",), True),
        (("Mina påbörjade kurser",), False),
        (("Pågående Avslutade Kommande",), False),
        (("Deltagare Resultat Anmälan",), False),
        (("Konto Amira Hosseini",), False),
    ],
)
def test_menu_above_the_heading_is_left_out(menu: tuple[str, ...], sure: bool) -> None:
    assert is_sure(*menu, "Kursintyg", *FIELDS) is sure


@pytest.mark.parametrize(
    ("greeting", "sure"),
    [
        ("Välkommen Kim!", True),
        ("Välkommen till lärportalen!", True),
        ("Välkommen till kursen!", False),
        ("Välkommen att gå Webbkurs om våld", False),
    ],
)
def test_greeting_by_a_site_is_no_invitation(greeting: str, sure: bool) -> None:
    assert is_sure(greeting, "Kursintyg", *FIELDS) is sure


@pytest.mark.parametrize(
    ("subject", "sure"),
    [
        ("Ämne: Intyg: Webbkurs om våld", True),
        ("Ämne: VB: Intyg: Webbkurs om våld", True),
        ("Ämne: Sv: Intyg: Webbkurs om våld", False),
    ],
)
def test_mail_that_holds_the_certificate_is_one(subject: str, sure: bool) -> None:
    assert is_sure(subject, "INTYG", *FIELDS, "Godkänd") is sure
    assert not is_sure(subject, *FIELDS, "Godkänd")


@pytest.mark.parametrize(
    ("share", "sure"),
    [
        ("6 av 6 moduler klara", True),
        ("4 av 6 moduler klara", False),
        ("Poäng: 18/30", True),
        ("Poäng: 0/30", False),
    ],
)
def test_parts_left_are_not_made_good_by_a_passed_test(share: str, sure: bool) -> None:
    assert is_sure("Kursintyg", *FIELDS, "Resultat Godkänd", share) is sure
