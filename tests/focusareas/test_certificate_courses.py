"""Which course a certificate is about: its title alone, and what was done with it."""

import pytest

from focusareas.certificate_marks import CourseMarks, courses_on
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

TITLE = "Hedersrelaterat våld och förtryck"
COURSES = [
    CourseMarks(
        "nck-vald",
        "Nationellt centrum för kvinnofrid (NCK)",
        ("Webbkurs om våld", "www.webbkursomvald.se", "Nationellt centrum för kvinnofrid"),
    ),
    CourseMarks("heder-lst", "Länsstyrelsen Stockholm", ("Webbkurs Heder",)),
    CourseMarks("heder-sos", "Socialstyrelsen", (f"{TITLE} + Socialstyrelsen", TITLE)),
    CourseMarks("heder-mucf", "MUCF", (f"Rätt att veta! – {TITLE}", "Rätt att veta!")),
    CourseMarks("patriark", "Socialstyrelsen", ("PATRIARK",)),
]


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), COURSES)
    return reading


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Webbkurs om våld", ("nck-vald",)),
        ("WEBBKURS OM\nVÅLD", ("nck-vald",)),
        ("www.webbkursomvald.se", ()),
        ("Webbkurs om våld – Nationellt centrum för kvinnofrid", ("nck-vald",)),
        (f"Rätt att veta! – {TITLE}", ("heder-mucf",)),
        (TITLE, ("heder-sos",)),
        ("Webbkurs om våld (Web course on violence)", ("nck-vald",)),
        ("Webbkurs om våld (fördjupning)", ()),
        ("Webbkurs om våld (fortsättning)", ()),
        ("Webbkurs om våld (för tandvården)", ()),
        ("Webbkurs Heder, Webbkurs om våld", ("heder-lst", "nck-vald")),
        ("Nationellt centrum för kvinnofrid", ()),
        ("om patriarkala strukturer", ()),
        ("Webbkurs om våldet", ()),
        ("Webbkurs om våld mot djur", ()),
        ("Första hjälpen", ()),
        ("Webbkurs om våld för tandvården", ()),
        ("Webbkurs om våld – fördjupning", ()),
        ("Webbkurs om våld, del 2", ()),
        ("Webbkurs om våld mot barn och unga", ()),
        ("Webbkurs om våld och förtryck", ()),
        ("Webbkurs om våld på nätet", ()),
        ("Webbkurs om våld med fokus på rätt och heder", ()),
        ("Webbkurs om våld – en kurs om riskbedömning", ()),
        ("Webbkurs om våld –\nför barn", ()),
        ("Webbkurs om våld prov", ()),
        ("Webbkurs om våld\nSteg 2", ()),
        ("Webbkurs om våld\nFördjupning\n2023", ()),
        ("Rätt att veta! – Trauma", ()),
        ("Rätt att veta! Kursen tar tre timmar", ("heder-mucf",)),
        ("Webbkurs om våld – NCK, Uppsala", ("nck-vald",)),
        ("Webbkurs om våld – genomförd 2023-04-12", ("nck-vald",)),
        ("Webbkurs om våld\nKapitel 1\nKapitel 2", ("nck-vald",)),
        ("Webbkurs om våld 2, 2023", ()),
        ("Webbkurs om våld: när barn far illa", ()),
        ("Webbkurs om våld\nför tandvården", ()),
        ("Handledarutbildning Webbkurs om våld", ()),
        ("Handledare för Webbkurs om våld", ()),
        ("Test av Webbkurs om våld", ()),
        (f"{TITLE}, introduktion för skolan", ()),
        ("Webbkurs om våld 12 april 2023", ("nck-vald",)),
        ("Webbkurs om våld 2023-04-12, 3 timmar", ("nck-vald",)),
        ("Kursen Webbkurs om våld i nära relationer", ("nck-vald",)),
        ("Webbkurs om våld för socialtjänsten", ("nck-vald",)),
        ("Webbkurs om våld\nBo Ek\nFördjupning", ("nck-vald",)),
        ("Webbkurs om våld (ca 3 timmar)", ("nck-vald",)),
        ("Webbkurs om våld (obligatorisk)", ("nck-vald",)),
        ("Webbkurs om våld (demo)", ()),
        ("Webbkurs om våld (övningsmiljö)", ()),
        ("Webbkurs om våld (2)", ()),
        ("Webbkurs om våld, två utbildningsdagar", ("nck-vald",)),
        ("Webbkurs om våld, två repetitionsdagar", ()),
        ("Webbkurs om våld,\nintroduktionsfilm", ()),
        ("Webbkurs om våld,\nNCK", ("nck-vald",)),
        ("Webbkurs om våld, som hölls av NCK", ("nck-vald",)),
        ("Webbkurs om våld – en kurs för alla som möter våldsutsatta", ("nck-vald",)),
        ("Webbkurs om våld – grundkurs för yrkesverksamma", ("nck-vald",)),
        ("Webbkurs om våld för yrkesverksamma inom tandvården", ()),
        ("Webbkurs om våld – en kurs för alla som möter barn", ()),
        ("Webbkurs om våld, an online course on violence", ("nck-vald",)),
        ("Webbkurs om våld, an online seminar on violence", ()),
        ("Webbkurs om våld – NCK, fördjupning", ()),
        ("Webbkurs om våld i nära relationer, temadag", ()),
        ("Webbkurs om våld\nDel 1\nDel 2\nDel 3", ("nck-vald",)),
        ("Webbkurs om våld\nDel 1", ()),
        ("Rätt att veta! Handledarutbildning", ()),
        ("Rätt att veta!\nHandledarutbildning", ()),
        ("Rätt att veta! (handledarmaterial)", ()),
        ("Rätt att veta! MUCF", ("heder-mucf",)),
        ("Webbkurs om våld lanserades 2013", ("nck-vald",)),
        ("Webbkurs om våld avbokades 2023", ()),
        ("Intyg över genomförd Webbkurs om våld. Kursen tar tre timmar", ("nck-vald",)),
    ],
)
def test_course_by_its_words(text: str, codes: tuple[str, ...]) -> None:
    assert courses_on(text, COURSES) == codes


@pytest.mark.parametrize(
    "done",
    [
        "har genomfört Webbkurs om våld",
        "har med godkänt resultat slutfört NCK:s kurs Webbkurs om våld",
        "har deltagit i och klarat kunskapstestet i Webbkurs om våld",
        "har den 12 april 2023 genomfört\nWebbkurs om våld",
        "har slutfört Webbkurs om våld, Kim Berg, 3 timmar",
        "har genomfört vår kurs Webbkurs om våld som omfattar cirka 3 timmar",
        "har avslutat Webbkurs om våld i lärplattformen den 12 april 2023",
        "har nu gått Nationellt centrum för kvinnofrids e-utbildning\nWebbkurs om våld (VT 2023)",
        "fullgjorde Webbkurs om våld, ca 3 tim, på arbetstid",
        "har tillgodogjort sig utbildningen Webbkurs om våld",
        "har tagit del av samtliga sju kapitel i Webbkurs om våld",
        "har tagit del av kursens alla avsnitt\nWebbkurs om våld",
        "har med godkänt resultat avlagt Webbkurs om våld",
        "är utbildad i Webbkurs om våld",
        "har gått fortbildningen Webbkurs om våld",
        "har slutfört Webbkurs om våld, vilket motsvarar tre timmar",
        "har gått Webbkurs om våld – nationell webbkurs från NCK",
        "har besvarat avslutande frågor med minst 80 procent rätt\nWebbkurs om våld",
        "har fullföljt Webbkurs om våld och får härmed ditt intyg",
        "gått utbildningen\nWebbkurs om våld\noch lämnat in slutuppgiften",
        "har närvarat båda dagarna vid utbildningen Webbkurs om våld",
        "har utbildats i att använda Webbkurs om våld",
        "deltog i utbildningsdagen Webbkurs om våld",
        "gick Webbkurs om våld under december",
        "har gått igenom Webbkurs om våld från början till slut",
        'has taken and passed the web course\n"Webbkurs om våld"',
        "has taken part in and completed\nWebbkurs om våld",
        "avslutade kursen 28.2.2023 och besvarade 18 av 20 frågor rätt.\nWebbkurs om våld",
    ],
)
def test_course_that_was_done(done: str) -> None:
    assert read_lines("Intyg", *f"Kim Berg {done}".split("\n")).course_code == "nck-vald"


@pytest.mark.parametrize(
    "done",
    [
        "deltog 2023-04-12 i en genomgång av resultaten från Webbkurs om våld",
        "har deltagit i en diskussion om Webbkurs om våld",
        "har deltagit i informationsmöte om Webbkurs om våld",
        "har genomfört introduktionsfilmen till Webbkurs om våld",
        "har genomfört fördjupningskurs efter Webbkurs om våld",
        "är anmäld till Webbkurs om våld",
        "har deltagit i utvärderingen av Webbkurs om våld",
        "har genomfört studiecirkeln efter\nWebbkurs om våld",
        "har slutfört sitt uppdrag att översätta Webbkurs om våld",
        "har genomfört två tillfällen som kursledare i Webbkurs om våld",
        "har tagit del av information om kursen\nWebbkurs om våld",
        "har tagit del av materialet i Webbkurs om våld",
        "har tagit del av filmen till Webbkurs om våld",
        "har närvarat vid invigningen av Webbkurs om våld",
        "har utbildats i att hålla Webbkurs om våld",
        "är utbildad att hålla Webbkurs om våld",
        "har avlagt prov i Webbkurs om våld",
        "har gått fortbildningen efter Webbkurs om våld",
        "har gått Webbkurs om våld – nationell konferens",
        "har besvarat frågor om Webbkurs om våld",
        "gick med i samtalet om Webbkurs om våld",
        "has taken the test in Webbkurs om våld",
        "tilldelas stipendium för Webbkurs om våld",
        "avslutade kursen i Excel 28.2.2023 och sökte\nWebbkurs om våld",
    ],
)
def test_what_was_done_around_the_course_is_not_the_course(done: str) -> None:
    assert read_lines("Intyg", *f"Kim Berg {done}".split("\n")).course_code is None


def test_course_that_is_named_elsewhere_may_be_called_the_course() -> None:
    lines = ("Webbkurs om våld", "Kim Berg har genomfört kursen och fått fördjupad kunskap")

    assert read_lines("Intyg", *lines).course_code == "nck-vald"
    assert read_lines("Intyg", lines[0], "Kim Berg har genomfört kursen HLR").courses == ()


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Webbkurs om våld", "nck-vald"),
        ("Webbkurs om våld (3 timmar)", "nck-vald"),
        ("NCK, Webbkurs om våld", "nck-vald"),
        ("Workshop Webbkurs om våld", None),
        ("Filmvisning: Webbkurs om våld", None),
        ("Webbkurs om våld – handledarutbildning", None),
    ],
)
def test_value_behind_the_label_is_the_title_and_nothing_else(value: str, code: str | None) -> None:
    assert read_lines("Intyg", f"Kurs: {value}", "Slutförd: 2023-04-12").course_code == code


def test_words_put_together_count_only_without_a_title() -> None:
    courses = [CourseMarks("heder-sos", "", (f"{TITLE} + Socialstyrelsen",)), COURSES[-1]]

    assert courses_on(f"Socialstyrelsen {TITLE}", courses) == ("heder-sos",)
    assert courses_on(f"PATRIARK, Socialstyrelsen, {TITLE}", courses) == ("patriark",)


@pytest.mark.parametrize(
    "said",
    [
        "har genomfört",
        "har slutfört alla steg i",
        "har slutfört alla delar av\nkursen",
        "har med godkänt resultat genomgått",
        "har blivit godkänd på",
        "har erhållit godkänt i",
        "har uppnått godkänt resultat i",
        "har utbildats i",
        "har certifierats i",
        "har gått klart",
        "är nu klar med",
        "har deltagit i och slutfört",
        "för genomförd",
        "för att ha genomfört",
        "i kursen",
        "has successfully completed the online course",
        "has fulfilled the requirements of",
        "is hereby awarded this certificate for completion of",
        "for successfully completing",
        "Har genomfört",
        "HAR GENOMFÖRT",
        "boendestödjare, Hemtjänst Norr",
        "för kursen",
        "hos NCK",
        "Boendestödjare",
        "Tilldelad",
    ],
)
def test_title_below_what_says_that_it_was_completed(said: str) -> None:
    lines = ("Intyg", "Kim Berg", *said.split("\n"), "Webbkurs om våld", "2023-04-12")

    assert read_lines(*lines).course_code == "nck-vald"


OTHER_PREDICATES = [
    "har bokat",
    "har fått plats på",
    "har tillgång till",
    "har föreläst på utbildningen",
    "har varit instruktör för",
    "har ansökt om deltagande i",
    "har erbjudits plats på\nkursen",
    "har planerat och genomfört",
    "är behörig till",
    "är med på",
    "deltar i",
    "ska genomföra",
    "följer kursen",
    "Har startat",
    "HAR STARTAT",
    "is currently enrolled in the course",
    "is registered for completion of",
    "has taught the course",
    "Has registered for the course",
    "participated in the introduction to",
    "attended part one of",
    "failed",
    "Attempted",
    "Introduktion till",
    "provar på",
    "startar",
    "attends",
]


@pytest.mark.parametrize("said", OTHER_PREDICATES)
def test_title_below_what_says_something_else(said: str) -> None:
    lines = ("Härmed intygas att", "Kim Berg", *said.split("\n"), "Webbkurs om våld", "2023-04-12")

    assert read_lines("Intyg", *lines).course_code is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg", "har föreläst på utbildningen"),
        ("Namn: Kim Berg", "Kim Berg har bokat kursen."),
        ("KIM BERG", "HAR BOKAT KURSEN"),
        ("Berg, Kim", "har bokat kursen"),
        ("Namn: Kim Berg", "Deltagaren har registrerats på kursen."),
        ("Namn: Kim Berg", "Du har fått plats på kursen."),
        ("Kim Berg, född 1980, is enrolled in the course",),
    ],
)
def test_title_above_what_says_something_else(lines: tuple[str, ...]) -> None:
    assert read_lines("Intyg", "Webbkurs om våld", *lines, "2023-04-12").course_code is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Namn: Kim Berg", "Deltagaren har fått kunskap om våld och har klarat kursen."),
        ("Kim Berg är anställd vid Region Gotland.",),
        ("Namn: Kim Berg", "Om du har frågor om kursen, ring oss."),
        ("Kim Berg är undersköterska. Hon har genomfört kursen.",),
    ],
)
def test_title_above_a_certificate(lines: tuple[str, ...]) -> None:
    assert read_lines("Intyg", "Webbkurs om våld", *lines).course_code == "nck-vald"


@pytest.mark.parametrize("name", ["Mohammed De-Silva", "AHMED ALI", "Fred Ekstrand"])
def test_name_that_ends_like_a_verb_says_nothing(name: str) -> None:
    assert read_lines(name, "Webbkurs om våld", "Kursintyg, slutfört").course_code == "nck-vald"


def test_title_over_three_lines_below_its_label() -> None:
    lines = column("Kurs", "Rätt att veta! –", "Hedersrelaterat våld och", "förtryck", leading=1.5)

    (reading,) = read(draw([*column("Kursintyg", top=800), *lines]), COURSES)
    assert reading.course_code == "heder-mucf"


@pytest.mark.parametrize(
    "label",
    ["Kurs", "Kurstitel", "Kompetens", "Aktivitet", "Utbildningsaktivitet", "Program", "Benämning"],
)
def test_label_of_the_course(label: str) -> None:
    above = read_lines("Kursintyg", "Namn: Kim Berg", label, "Webbkurs om våld", "2023-04-12")
    other = read_lines("Kursintyg", f"{label}: Brandskydd", "Efter: Webbkurs om våld")

    assert (above.is_certificate, above.course_code) == (True, "nck-vald")
    assert other.course_code is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Diplom", "tilldelas Kim Berg", "för Webbkurs om våld"),
        ("Genom detta dokument intygas att kursen", "”Webbkurs om våld” genomförts av Kim Berg"),
        ("Subject: Your certificate – Webbkurs om våld", "Namn: Kim Berg"),
        ("Namn: Kim Berg", "Webbkurs om våld", "Deltagaren har efter kursen kunskap om samtal."),
        ("Avser: Kim Berg", "Webbkurs om våld"),
        ("Efter avslutade studier i Webbkurs om våld utfärdas intyg för", "Kim Berg"),
    ],
)
def test_course_that_is_led_in_by_what_the_paper_is(lines: tuple[str, ...]) -> None:
    assert read_lines("Intyg", *lines).course_code == "nck-vald"


@pytest.mark.parametrize(
    "lines",
    [
        ("Namn: Kim Berg", "Avser: Webbkurs om våld mot djur", "NCK", "2023-04-12", "VT 2023",
         "Webbkurs om våld"),
        ("Namn: Kim Berg", "Webbkurs om våld", "Kim Berg har kunskap om ämnet."),
    ],
)  # fmt: skip
def test_other_course_or_other_deed_is_asked_about(lines: tuple[str, ...]) -> None:
    assert read_lines("Intyg", *lines).course_code is None
