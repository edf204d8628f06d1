"""Which course a certificate is about: its title alone, and what was done with it."""

import pytest

from focusareas.certificate_courses import CourseMarks, courses_on
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
