"""Whether a paper is a certificate at all: what it calls itself and says was done."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld", "Samtal om våld"))]


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), COURSES)
    return reading


@pytest.mark.parametrize(
    "lines",
    [
        ("Namn: Kim Berg", "2023-04-12"),
        ("Inbjudan till Webbkurs om våld", "Intyg ges den 2023-04-12"),
        ("EXEMPEL", "Intyg", "Namn: Kim Berg"),
        ("Webbkurs om våld, genomförd 2023-04-12", "Kim Berg", "Pris: 450 kr"),
        ("Webbkurs om våld, genomförd 2023-04-12", "Kim Berg", "OCR 77120044"),
    ],
)
def test_other_papers_are_no_certificates(lines: tuple[str, ...]) -> None:
    assert not read_lines(*lines).is_certificate


NAME_COURSE_DAY = ("Namn: Kim Berg", "Kurs: Webbkurs om våld", "Datum: 2023-04-12")


@pytest.mark.parametrize(
    "line",
    [
        "Kursen genomförs digitalt.",
        "Betalning genomförd: 2023-04-12",
        "Köpet slutfört 2023-04-12",
        "Du har slutfört köpet",
        "Sista dag att slutföra kursen: 2023-05-31",
        "Godkänd av: Eva Lund",
    ],
)
def test_what_is_to_be_done_or_was_done_with_something_else_makes_no_certificate(
    line: str,
) -> None:
    assert not read_lines("Platserbjudande", *NAME_COURSE_DAY, line).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        ("Ja, jag genomförde Webbkurs om våld den 12 april 2023.", "Kim Berg"),
        ("Äntligen har jag genomfört Webbkurs om våld!", "Kim Berg"),
        ("Kim Berg har enligt egen uppgift genomfört Webbkurs om våld.",),
        ("Kim Berg säger sig ha genomfört kursen", "Webbkurs om våld"),
        ("Kim Berg har genomfört Webbkurs om våld.", "Intyget har inte kommit in."),
        ("Intyg som saknas", "Kim Berg har genomfört Webbkurs om våld."),
        ("Kim Berg har genomfört Webbkurs om våld.", "Hittar inte intyget!"),
    ],
)
def test_what_is_only_said_to_be_done_is_no_certificate(lines: tuple[str, ...]) -> None:
    assert not read_lines(*lines, "2023-04-12").is_certificate


def test_who_issues_may_say_so_of_oneself() -> None:
    lines = "Intyg", "Jag intygar att Kim Berg har genomfört Webbkurs om våld 2023-04-12."

    assert read_lines(*lines, "Beviset gäller utan underskrift.").is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Kursen är genomförd",
        "Genomförd utbildning Webbkurs om våld",
        "Status: Godkänd",
        "Du har slutfört samtliga delar av kursen",
        "Kim Berg slutförde kursen",
        "Kursen Webbkurs om våld har genomförts av Kim Berg",
    ],
)
def test_course_that_is_said_to_be_done_makes_a_certificate(line: str) -> None:
    assert read_lines("Lärportalen", *NAME_COURSE_DAY, line).is_certificate


@pytest.mark.parametrize(
    "heading",
    [
        "Begäran om kursintyg",
        "Underlag för intyg",
        "Intygsmall",
        "Intyg (mall)",
        "Intyg om befrielse",
        "Handledarintyg",
        "Frånvarointyg",
        "Delkursintyg",
        "Startbevis",
        "Lärarintyg",
        "Kursledarintyg",
        "Registreringsintyg",
        "Bevis på din anmälan",
        "Intyg över planerad kurs",
        "Intyg för registrering",
        "Certificate of enrolment",
        "Certificate of registration",
        "Letter of admission",
        "Proof of enrolment",
        "Program 2023",
        "Deltagarlista",
    ],
)
def test_heading_of_another_paper_about_certificates(heading: str) -> None:
    assert not read_lines(heading, *NAME_COURSE_DAY, "Kursen slutförd").is_certificate


@pytest.mark.parametrize(
    "heading",
    [
        "Intyg om genomförd webbkurs",
        "Intyg om Samtal om våld",
        "Bevis om genomgången utbildning",
        "Kompetensbevis",
        "Kursdeltagarintyg",
        "Fortbildningsintyg",
        "Lärintyg",
        "Webbkursbevis",
        "Bevis på genomförd utbildning",
        "Intyg för deltagande",
        "Diploma",
        "Gratulerar!",
        "Certificate of attendance",
        "Certificate of successful completion",
        "Statement of Accomplishment",
        "Utdrag ur kompetensregistret",
        "Registerutdrag av kursintyg",
        "Intyg, Calista Evangelista",
        "Intyg för Tiina Mall",
        "INTYG FÖR TIINA MALL",
        "Lärportalen · Välkommen Kim Berg · Schema · Mina intyg",
    ],
)
def test_heading_of_a_certificate(heading: str) -> None:
    assert read_lines(heading, *NAME_COURSE_DAY).is_certificate


@pytest.mark.parametrize("label", ["Intygsnummer", "Intygs-id", "Intygsdatum"])
def test_label_on_top_is_no_heading_of_another_paper(label: str) -> None:
    assert read_lines("INTYG", label, "A-2345-79", *NAME_COURSE_DAY).is_certificate


@pytest.mark.parametrize("word", ["Intyg", "KURSBEVIS", "Diplom", "Certifikat", "har fullföljt"])
def test_words_that_make_a_certificate(word: str) -> None:
    assert read_lines(word, "Kim Berg").is_certificate


@pytest.mark.parametrize(
    "line", ["har inte genomfört kursen", "Resultat: ej godkänd", "Underkänd", "not completed"]
)
def test_certificate_that_says_no_is_noticed(line: str) -> None:
    assert read_lines("Intyg", line).says_not_completed


MAIL = ("Från: NCK", "Till: Kim Berg", "Ämne: Webbkurs om våld")


@pytest.mark.parametrize(
    ("line", "is_certificate"),
    [
        ("Härmed bekräftas att Kim Berg har avslutat Webbkurs om våld 2023-04-12", True),
        ("Vi intygar att Kim Berg har avslutat Webbkurs om våld 2023-04-12", True),
        ("Vi bekräftar att du har en plats och kan slutföra Webbkurs om våld 2023-04-12", False),
        ("Detta är en bekräftelse på att Kim Berg har slutfört Webbkurs om våld 2023-04-12", True),
        ("Detta är en bekräftelse på att du kan slutföra Webbkurs om våld 2023-04-12", False),
        ("Jag intygar att Kim Berg har avslutat Webbkurs om våld 2023-04-12", False),
    ],
)
def test_mail_is_a_certificate_when_its_sender_confirms(line: str, is_certificate: bool) -> None:
    assert read_lines(*MAIL, line).is_certificate is is_certificate


COMPLETED = ("Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")


@pytest.mark.parametrize(
    "line",
    [
        "Frågor om intyget: kurs@uu.se",
        "Upplysningar om intyget lämnas av kursansvarig",
        "Utfärdare av intyget: NCK",
        "Giltighet för intyget: tills vidare",
        "Kakor används för statistik.",
        "Fyll gärna i vår enkät.",
        "Blankett fastställd 2020-11-30",
        "Formulär nr 17, version 2",
    ],
)
def test_what_certificates_add_makes_no_other_paper_of_them(line: str) -> None:
    assert read_lines("Kursintyg", *COMPLETED, line).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Frågor om intyg",
        "Ändring av intyget",
        "Statistik",
        "Blankett för anmälan",
        "Enkät om kursen",
    ],
)
def test_heading_below_may_still_call_it_another_paper(line: str) -> None:
    assert not read_lines("Kursintyg", line, *COMPLETED).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Nu har du, Kim Berg, gått klart Webbkurs om våld.",
        "Kim Berg är nu klar med Webbkurs om våld.",
        "Kim Berg har under våren gått igenom Webbkurs om våld.",
        "Kim Berg – Webbkurs om våld – slutförd 12 april 2023",
        "Bekräftelse på slutförd kurs",
        "Kvitto på genomförd utbildning",
        "Kvitto – genomförd utbildning",
        "We hereby confirm that Kim Berg completed the online course Webbkurs om våld.",
        "Här kommer kursintyget för Kim Berg.",
        "Du har fullföljt Webbkurs om våld och får härmed ditt intyg.",
        "Som bevis får du detta intyg.",
        "Efter genomförd kurs utfärdas detta intyg för Kim Berg.",
        "RESULTATINTYG",
        "Webbkurs om våld – användarintyg",
        "Intyg om kompetensutveckling",
    ],
)
def test_papers_that_are_certificates_by_one_line(line: str) -> None:
    assert read_lines(line, *NAME_COURSE_DAY).is_certificate


@pytest.mark.parametrize(
    "line",
    [
        "Har du gått klart Webbkurs om våld?",
        "Kim Berg blir klar med Webbkurs om våld i maj, när du får detta intyg",
        "Bekräftelse på genomförd betalning",
        "Kvitto på slutförd anmälan",
        "We hereby confirm that Kim Berg ordered the online course Webbkurs om våld.",
        "Du får detta intyg när du har slutfört kursen.",
        "Efter genomförd kurs utfärdas intyg.",
        "Här kommer mer om kursen för Kim Berg.",
        "Intyg om planerad kompetensutveckling",
    ],
)
def test_promises_and_other_receipts_are_no_certificates(line: str) -> None:
    assert not read_lines(line, *NAME_COURSE_DAY).is_certificate


BODY = ("Hej Kim Berg,", "du är nu klar med Webbkurs om våld.", "Den avslutades 2023-04-12.")


@pytest.mark.parametrize(
    "lines",
    [
        ("Ämne: Bekräftelse på avslutad kurs", *BODY),
        ("Ämne: Kursintyg", *BODY, "Spara detta mejl som ditt kursintyg."),
        ("Ämne: Kursintyg", *BODY, "Tack! Bifogat finner du ditt intyg."),
        ("Ämne: Kursbevis", "Detta kursbevis bekräftar att Kim Berg har genomfört kursen."),
    ],
)
def test_mails_of_the_issuer_are_certificates(lines: tuple[str, ...]) -> None:
    assert read_lines(*lines).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        ("Ämne: Kursintyg", *BODY),
        ("Ämne: Vb: Kursintyg", *BODY, "Spara detta mejl som ditt kursintyg."),
        ("Ämne: Sv: Kursintyg", *BODY, "Bifogat finner du ditt intyg."),
        ("Ämne: Kursintyg", *BODY, "Bifogat finner du mitt intyg."),
    ],
)
def test_other_mails_are_not(lines: tuple[str, ...]) -> None:
    assert not read_lines(*lines).is_certificate


def test_number_of_the_form_beside_who_issued_it_is_no_heading() -> None:
    imprint = [*column("Socialstyrelsen"), *column("Blankett K 17 · utgåva 3", x=380)]
    lines = column("Intyg om utbildning", *NAME_COURSE_DAY, top=700)

    (reading,) = read(draw([*imprint, *lines]), COURSES)

    assert reading.is_certificate


def test_form_to_fill_in_is_no_certificate() -> None:
    assert not read_lines("Socialstyrelsen Blankett för intyg", *NAME_COURSE_DAY).is_certificate


PLAIN = ("Kim Berg", "Webbkurs om våld")


@pytest.mark.parametrize(
    "lines",
    [
        (*PLAIN, "Klar: 2023-04-12"),
        (*PLAIN, "Kursen klar 2023-04-12"),
        (*PLAIN, "Kursen är färdig den 12 april 2023"),
        (*PLAIN, "Started: 1 March 2023", "Finished: 12 April 2023"),
        (*PLAIN, "Självtest gjort: 2023-04-10", "Kursen slutförd: 2023-04-12"),
        ("Webbkurs om våld: Kursstatus", "Användare Kim Berg", "Fullföljd den 2023-04-12"),
        ("Blankett: Intyg om genomgången utbildning", *NAME_COURSE_DAY),
        ("Blankett: bekräftelse på genomgången kurs", *NAME_COURSE_DAY),
        ("Rapport: Genomförda utbildningar", *NAME_COURSE_DAY),
        ("Kompetenskort", *NAME_COURSE_DAY),
        ("Intyg över uppdragsutbildning", *NAME_COURSE_DAY),
        ("Intyg om tredagarsutbildning", *NAME_COURSE_DAY),
        ("Kim Berg har genomfört Webbkurs om våld och sedan deltagit i ett reflektionssamtal.",),
        ("Kim Berg har genomfört Webbkurs om våld, en del av vår utbildningsplan.",),
    ],
)
def test_who_did_what_when_is_enough_for_a_certificate(lines: tuple[str, ...]) -> None:
    assert read_lines(*lines).is_certificate


@pytest.mark.parametrize(
    "lines",
    [
        (*PLAIN, "Provet klart 2023-04-12"),
        (*PLAIN, "Klar: "),
        ("Självtest", *PLAIN, "Klar: 2023-04-12"),
        ("Utbildningsstatus", *PLAIN, "Klar: 2023-04-12"),
        ("Blankett: Ansökan om intyg", *NAME_COURSE_DAY),
        ("Rapport: Webbkurs om våld", *NAME_COURSE_DAY),
        ("Intyg över ledarutbildning", *NAME_COURSE_DAY),
        ("Kim Berg har genomfört anmälan till Webbkurs om våld.",),
        ("Kallelse till Kim Berg, som har genomfört Webbkurs om våld.",),
    ],
)
def test_papers_that_tell_less_or_something_else_are_none(lines: tuple[str, ...]) -> None:
    assert not read_lines(*lines).is_certificate
