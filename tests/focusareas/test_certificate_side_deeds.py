"""What else is told of who completed a course: what they did on it, and what they may do then."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

MARKS = [
    CourseMarks("nck-vald", "NCK, Uppsala universitet", ("Webbkurs om våld",)),
    CourseMarks("patriark", "Socialstyrelsen", ("PATRIARK",)),
    CourseMarks("samtal", "Kommunförbundet", ("Samtal om våld",)),
]


def reading(*lines: str) -> Reading:
    found, *_ = read(draw(column("Kursintyg", *lines, leading=1.5)), MARKS)
    return found


def is_sure(found: Reading) -> bool:
    return found.is_complete and not found.says_not_completed and found.course_code is not None


@pytest.mark.parametrize(
    ("did", "is_ours"),
    [
        ("har slutfört hela webbkursen och svarat rätt på alla frågor", True),
        ("har genomfört kursen, gjort alla övningar och fått godkänt på slutprovet", True),
        ("har fullföljt utbildningen samt har besvarat samtliga kontrollfrågor", True),
        ("har avslutat kursen, sett alla korta filmer och löst samtliga uppgifter", True),
        ("har gått kursen, klarat provet, och svarat på kursutvärderingen", True),
        ("har genomfört kursen, gjort alla övningar utom en", False),
        ("har genomfört kursen och gjort alla övningar i FREDA", False),
        ("har genomfört kursen och gjort alla andra uppgifter än provet", False),
        ("har slutfört introduktionen och svarat rätt på alla frågor", False),
        ("har slutfört kursen FREDA och svarat rätt på alla frågor", False),
        ("har läst om kursen och svarat på alla frågor", False),
        ("har deltagit i ett seminarium om kursen och svarat på alla frågor", False),
    ],
)
def test_deeds_beside_the_course(did: str, *, is_ours: bool) -> None:
    assert is_sure(reading("Kim Berg", did, "Webbkurs om våld", "2023-04-12")) is is_ours
    if is_ours:
        assert is_sure(reading("Webbkurs om våld", f"Kim Berg {did}", "2023-04-12"))


@pytest.mark.parametrize(
    ("said", "is_aside"),
    [
        ("Som deltagare har du tagit del av föreläsningar, film och gruppsamtal.", True),
        ("Du har tagit del av inspelade föreläsningar, diskussioner samt rollspel.", True),
        ("Deltagarna har tagit del av litteratur och reflektionsövningar.", True),
        ("Som deltagare har du tagit del av föreläsningar, film och FREDA.", False),
        ("Du har tagit del av föreläsningar och samtal om ledarskap.", False),
        ("Du har tagit del av föreläsningar, film och samtal, men inte provet.", False),
        ("Du har öppnat alla moment och svarat på kursutvärderingen.", True),
        ("Du har öppnat några moment och svarat på kursutvärderingen.", False),
        ("Du har öppnat alla moment utom ett.", False),
    ],
)
def test_sentence_about_what_the_course_held(said: str, *, is_aside: bool) -> None:
    lines = ("Kim Berg", "har genomfört kursen", "Samtal om våld", "2023-04-12", said)

    assert is_sure(reading(*lines)) is is_aside


def test_forms_of_teaching_are_no_course_of_ours_alone() -> None:
    did = "har deltagit i föreläsningar, film och gruppsamtal"

    assert reading("Samtal om våld", "Kim Berg", did, "2023-04-12").course_code is None


@pytest.mark.parametrize(
    ("did", "is_whole"),
    [
        ("har fullföljt förbundets kurstillfälle i", True),
        ("har deltagit i kurstillfället", True),
        ("har genomgått jourens kursomgång i", True),
        ("har deltagit i vårt utbildningstillfälle om", True),
        ("har deltagit i första kurstillfället", False),
        ("har deltagit i kurstillfälle 1 i", False),
        ("har fullföljt förbundets förberedande kurstillfälle i", False),
        ("har deltagit i ett av förbundets kurstillfällen i", False),
        ("har deltagit i kurstillfället före", False),
        ("har anmält sig till kurstillfället", False),
    ],
)
def test_occasion_of_the_course(did: str, *, is_whole: bool) -> None:
    assert is_sure(reading("Kim Berg", did, "Webbkurs om våld", "2023-04-12")) is is_whole


@pytest.mark.parametrize(
    ("told", "is_aside"),
    [
        ("deltog {} i vår utbildning i PATRIARK och har därefter behörighet att använda det", True),
        ("genomförde {} kursen PATRIARK och är därmed behörig att använda manualen", True),
        ("har {} genomfört kursen PATRIARK och kan därefter använda instrumentet", True),
        ("har {} genomgått PATRIARK och får därmed självständigt göra bedömningar", True),
        ("deltog {} i vår utbildning i PATRIARK och har därefter anmälts till provet", False),
        ("deltog {} i vår kurs i FREDA och kan därefter söka till PATRIARK", False),
        ("deltog {} i introduktionen och har behörighet att använda PATRIARK", False),
        ("har {} genomfört PATRIARK och kan nu använda instrumentet under handledning", False),
        ("har {} genomfört PATRIARK och kan nu använda instrumentet om steg 2 görs", False),
        ("har {} genomfört PATRIARK och kan därefter gå steg 2", False),
        ("har {} genomfört PATRIARK och får därefter endast använda instrumentet", False),
        ("anställdes {} och har behörighet att använda PATRIARK", False),
        ("antogs {} till utbildningen PATRIARK och har därmed rätt att använda den", False),
        ("slutförde {} ansökan till PATRIARK och har därmed rätt att använda den", False),
    ],
)
def test_what_the_holder_may_do_then(told: str, *, is_aside: bool) -> None:
    assert is_sure(reading(f"Kim Berg {told.format('2023-04-12')}.")) is is_aside


@pytest.mark.parametrize(
    ("told", "is_giver"),
    [
        ("Kommunförbundet Västra Svealand", True),
        ("Norrviks kommun", True),
        ("Högskolan i Norrvik", True),
        ("Folkuniversitetet", True),
        ("Region Norrvik", True),
        ("Länsstyrelsen i Stockholms län", True),
        ("Utbildarna AB", True),
        ("Västra Götalandsregionen", True),
        ("Socialstyrelsen och Polismyndigheten", True),
        ("Fortsättning Region Gotland", False),
        ("Steg 2, Norrviks kommun", False),
        ("handledare, Norrviks kommun", False),
        ("Handläggare i Norrviks kommun", False),
        ("Regional fördjupning", False),
        ("Styrelseledamöter", False),
        ("Institutionsvård", False),
        ("Kommunikation", False),
        ("FREDA", False),
        ("2", False),
    ],
)
def test_brackets_behind_the_title_may_hold_who_gives_it(told: str, *, is_giver: bool) -> None:
    found = reading(f"Kim Berg har slutfört Samtal om våld ({told}) den 12 april 2023.")

    assert found.course_code == ("samtal" if is_giver else None)
