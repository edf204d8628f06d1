"""What stands behind a title and says what the course is, and for whom: no other course."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [
    CourseMarks(
        "heder-lst",
        "Länsstyrelsen",
        ("Webbkurs Heder", "Hedersrelaterat våld och förtryck + Länsstyrelsen + webbkurs"),
    ),
    CourseMarks(
        "heder-sos", "Socialstyrelsen", ("Hedersrelaterat våld och förtryck + Socialstyrelsen",)
    ),
    CourseMarks("heder-mucf", "MUCF", ("Rätt att veta!",)),
    CourseMarks("patriark", "Socialstyrelsen", ("PATRIARK",)),
]


def course(*lines: str) -> str | None:
    found, *_ = read(draw(column("Kursintyg", *lines, leading=1.5)), MARKS)
    return found.course_code


@pytest.mark.parametrize(
    ("told", "is_ours"),
    [
        ("en utbildning i fyra delar för handläggare", True),
        ("en webbkurs för socialsekreterare och utredare", True),
        ("en kurs i tre kapitel för dig som möter våldsutsatta", True),
        ("en utbildning för handläggare och tandläkare", False),
        ("en utbildning i två delar för dig som möter barn", False),
        ("en utbildning för chefer i skolan", False),
        ("en fortsättningskurs för handläggare", False),
        ("en digital och kort kurs i tre steg för personal", False),
        ("en modul i utbildning för socialsekreterare", False),
        ("ett moment i utbildning för handläggare", False),
        ("ett steg i kurs för medarbetare", False),
        ("en repetition av kurs för handläggare", False),
        ("ett block inom program för utredare", False),
        ("ett avsnitt ur utbildning för utredare", False),
        ("en introduktion till kurs för personal", False),
        ("en utbildning i fyra delar för handläggare. Del 1", False),
        ("en kurs i tre moduler för medarbetare, modul 2", False),
        ("en kurs för utredare. Endast filmerna", False),
    ],
)
@pytest.mark.parametrize("title", ["Webbkurs Heder", "PATRIARK"])
def test_subtitle_tells_for_whom_the_course_is(told: str, title: str, *, is_ours: bool) -> None:
    found = course("Kim Berg", f'har genomfört "{title}" – {told}.', "Slutförd 2023-04-12")

    assert (found is not None) is is_ours


def test_parts_that_are_left_are_no_description() -> None:
    told = "en utbildning i fyra delar, del 1 och 2"

    assert course(f"Kim Berg har genomfört Webbkurs Heder – {told}.", "2023-04-12") is None


@pytest.mark.parametrize(
    ("told", "is_ours"),
    [
        ("strukturerad bedömning vid hedersrelaterat våld", True),
        ("riskbedömning vid hedersrelaterat våld och förtryck", True),
        ("systematisk bedömning av våld", True),
        ("bedömning av våld mot djur", False),
        ("fördjupad bedömning vid hedersrelaterat våld", False),
        ("strukturerad bedömning av brandrisk", False),
        ("bedömning av våld, modul 1", False),
        ("bedömning av kursen", False),
        ("bedömning av webbkursen", False),
        ("systematisk bedömning av utbildningar", False),
        ("bedömning av deltagarna", False),
        ("bedömning av innehållet", False),
        ("bedömning av provet", False),
    ],
)
def test_instrument_is_explained_behind_a_comma(told: str, *, is_ours: bool) -> None:
    found = course("Kim Berg", f"PATRIARK, {told}", "Genomförd 2023-04-12")

    assert found == ("patriark" if is_ours else None)


@pytest.mark.parametrize(
    "whom",
    [
        "dig som möter unga",
        "alla som arbetar med ungdomar",
        "er som bedömer risk i socialtjänsten",
        "den som utreder barns behov",
    ],
)
@pytest.mark.parametrize("kind", ["vår webbaserade utbildning", "hela kursen", "vår e-utbildning"])
def test_whom_the_course_is_for_is_no_title(kind: str, whom: str) -> None:
    said = f"Kim Berg slutförde {kind} för {whom} den 12 april 2023."

    assert course("Rätt att veta!", said) == "heder-mucf"


@pytest.mark.parametrize(
    "said",
    [
        "slutförde vår utbildning för dig som vill bli skyddsombud.",
        "slutförde utbildningen för nya chefer.",
        "slutförde Polisens utbildning för dig som möter unga.",
    ],
)
def test_course_for_others_is_another_one(said: str) -> None:
    assert course("Rätt att veta!", f"Kim Berg {said}", "2023-04-12") is None


@pytest.mark.parametrize(
    ("issuer", "code"),
    [("Länsstyrelsen", "heder-lst"), ("Socialstyrelsen", "heder-sos"), ("Polisen", None)],
)
@pytest.mark.parametrize("form", ["webbkurs", "webbkursen"])
def test_form_of_the_course_may_be_told_in_the_definite(
    form: str, issuer: str, code: str | None
) -> None:
    said = f"Kim Berg har gått klart {form} om hedersrelaterat våld och förtryck"

    assert course(said, f"från {issuer}, 12/4 2023.") == code


@pytest.mark.parametrize(
    ("said", "is_completed"),
    [
        ("Kim Berg har genomfört webbkursen.", True),
        ("Webbkursen slutfördes med godkänt resultat.", True),
        ("Kim Berg har deltagit i hela webbkursen.", True),
        ("Webbkursen om hedersrelaterat våld är slutförd.", True),
        ("Genomförd med stöd av webbkursen.", False),
        ("Genomfört i anslutning till webbkursen.", False),
        ("Kim Berg har genomfört ett studiebesök utifrån webbkursen.", False),
        ("Webbkursen rekommenderas och dagen är slutförd.", False),
        ("Dagen byggde på webbkursen.", False),
        ("Webbkursen är nästa steg.", False),
        ("Deltagarna hade gått webbkursen innan.", False),
        ("Kim Berg har genomfört webbkursen tidigare.", False),
        ("Genomförd inför webbkursen.", False),
        ("Anmälan till webbkursen är öppen.", False),
        ("Registrerad för webbkursen.", False),
        ("Efter webbkursen ges intyg.", False),
        ("Webbkursen har inte genomförts.", False),
        ("Webbkursen finns för dig.", False),
        ("Flera har gått webbkursen.", False),
    ],
)
def test_course_in_the_definite_is_told_of_where_it_was_completed(
    said: str, *, is_completed: bool
) -> None:
    fields = "Namn: Kim Berg", "Kurs: Hedersrelaterat våld och förtryck", "Slutförd: 2023-04-12"

    found = course(*fields, "Arrangör: Länsstyrelsen Skåne", said)

    assert found == ("heder-lst" if is_completed else None)


@pytest.mark.parametrize(
    ("label", "is_known"), [("Paket", True), ("Kurspaket", True), ("Bok", False)]
)
def test_package_is_a_course_on_a_platform(label: str, *, is_known: bool) -> None:
    found = course("Användare: Kim Berg", f"{label}: Webbkurs Heder", "Slutförd: 2023-04-12")

    assert found == ("heder-lst" if is_known else None)


@pytest.mark.parametrize(
    ("told", "is_aside"),
    [
        ("har efter dagen behörighet att använda instrumentet", True),
        ("är därmed behörig att använda instrumentet", True),
        ("har nu rätt att arbeta med instrumentet", True),
        ("har behörighet att delta i fortsättningskursen", False),
        ("har ännu behörighet att arbeta endast under handledning", False),
        ("har endast behörighet att använda instrumentet", False),
        ("har behörighet att bedöma först efter uppföljningen", False),
        ("är behörig att använda instrumentet under handledning", False),
        ("har möjlighet att göra bedömningar tillsammans med en kollega", False),
        ("har efter dagen bokat en plats", False),
    ],
)
def test_what_a_participant_may_do_afterwards(told: str, *, is_aside: bool) -> None:
    said = "Vi intygar att Kim Berg den 12 april 2023 genomgick utbildningen PATRIARK hos oss."

    assert course(said, f"Deltagaren {told}.") == ("patriark" if is_aside else None)


@pytest.mark.parametrize(
    ("told", "is_ours"),
    [
        ("med material från Länsstyrelsen", True),
        ("med kursmaterial av Socialstyrelsen", True),
        ("med material från vår region", True),
        ("med underlag från Uppsala universitet", True),
        ("med material från fortsättningskursen", False),
        ("med material från annan kurs", False),
        ("med material från introduktionen", False),
        ("med material från vår studiecirkel", False),
        ("med material från PATRIARK-utbildningen", False),
        ("med material från Socialstyrelsens utbildning", False),
        ("med material från Socialstyrelsen till en annan kurs", False),
        ("med material från häktet", False),
        ("med material från bokförlagets avdelning", False),
        ("med texter av Karin Boye", False),
        ("med texter från häktet", False),
        ("med fördjupning från Länsstyrelsen", False),
    ],
)
def test_whose_material_was_used_changes_no_course(told: str, *, is_ours: bool) -> None:
    said = f"Kim Berg har fullföljt Webbkurs Heder, {told}. Kursen avslutades 2023-04-12."

    assert course(said) == ("heder-lst" if is_ours else None)


@pytest.mark.parametrize("english", ["for successfully finishing", "for having completed"])
@pytest.mark.parametrize(("title", "code"), [("Webbkurs Heder", "heder-lst"), ("FREDA", None)])
def test_line_in_english_stands_between_what_was_done_and_the_title(
    english: str, title: str, code: str | None
) -> None:
    lines = "Kim Berg", "som med godkänt resultat har avslutat", english, title, "2023-04-12"

    assert course(*lines, "Länsstyrelsen ger också Webbkurs Heder") == code
