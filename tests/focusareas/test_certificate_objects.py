"""What a certificate says was completed, and what is said of a course besides."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [
    CourseMarks(
        "nck-vald",
        "NCK",
        ("Webbkurs om våld", "Webbkurs om mäns våld mot kvinnor och våld i nära relationer"),
    ),
    CourseMarks("patriark", "Socialstyrelsen", ("PATRIARK", "Utbildning i PATRIARK")),
]
DID = [
    "har fått utbildning i",
    "har erhållit utbildning i",
    "har fått sin utbildning i",
    "har utbildats i",
    "är utbildad i",
    "har godkänts i",
    "har fått godkänt på",
    "har blivit godkänd på",
    "har avlagt godkänt prov i",
    "blev klar med",
    "är färdig med",
    "har klarat",
    "har under två dagar gått",
    "gick",
    "har deltagit aktivt i",
    "har närvarat båda dagarna vid",
    "har närvarat båda dagarna vid utbildningen",
]
ABOUT = [
    "Webbkurs om våld är ett förkunskapskrav.",
    "Webbkurs om våld är en bra fortsättning.",
    "Webbkurs om våld ges av Nationellt centrum för kvinnofrid.",
    "Kursen Webbkurs om våld riktar sig till alla yrkesverksamma.",
]
OTHERS = ["Våld mot äldre", "FREDA", "hot och våld på arbetsplatsen"]


def course(*lines: str) -> str | None:
    found, *_ = read(draw(column(*lines, leading=1.5)), MARKS)
    return found.course_code


@pytest.mark.parametrize("did", DID)
@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("about", ABOUT[:2])
def test_course_that_is_only_told_of_is_not_the_one_completed(
    did: str, other: str, about: str
) -> None:
    said = f"Härmed intygas att Kim Berg {did} {other}."

    assert course("Intyg", said, "Datum: 2023-04-12", about) is None


@pytest.mark.parametrize("did", DID)
def test_title_above_is_not_the_one_completed_where_another_is_named(did: str) -> None:
    said = f"Härmed intygas att Kim Berg {did} FREDA den 12 april 2023."

    assert course("Intyg", "PATRIARK", said) is None


@pytest.mark.parametrize("did", DID)
@pytest.mark.parametrize("about", ["", ABOUT[2]])
def test_course_completed_by_the_same_words(did: str, about: str) -> None:
    said = f"Härmed intygas att Kim Berg {did} Webbkurs om våld."

    assert course("Intyg", said, "Datum: 2023-04-12", about) == "nck-vald"


@pytest.mark.parametrize("about", ABOUT[:3])
def test_course_told_of_is_meant_where_the_sentence_names_none(about: str) -> None:
    said = "Kim Berg har genomfört samtliga kapitel i kursen med godkänt resultat."

    assert course("Intyg", said, "Datum: 2023-04-12", about) == "nck-vald"


@pytest.mark.parametrize("other", OTHERS[:2])
def test_title_of_another_course_on_the_next_line_of_the_sentence(other: str) -> None:
    lines = (
        "Vi intygar att Kim Berg har närvarat båda dagarna vid tvådagarsutbildningen",
        f"{other}.",
    )

    assert course("Intyg", *lines, "Datum: 2023-04-12", "PATRIARK") is None


@pytest.mark.parametrize(
    "told",
    [
        "– mäns våld mot kvinnor och våld i nära relationer",
        "– mäns våld mot kvinnor och våld i nära relationer –",
        "(mäns våld mot kvinnor och våld i nära relationer)",
        ", mäns våld mot kvinnor och våld i nära relationer,",
        ", en webbaserad grundutbildning om mäns våld mot kvinnor,",
        ": mäns våld mot kvinnor och våld i nära relationer",
    ],
)
@pytest.mark.parametrize(
    "besides",
    [
        "och klarat det avslutande kunskapsprovet",
        "och besvarat kunskapstestet",
        "och därefter besvarat ett kunskapstest",
        "samt klarat provet",
    ],
)
@pytest.mark.parametrize("wrapped", ["", "våld i", "mot kvinnor"])
def test_subtitle_within_the_sentence(told: str, besides: str, wrapped: str) -> None:
    said = f"Kim Berg har tagit del av alla avsnitt i Webbkurs om våld {told} {besides}."
    said = said.replace(" ,", ",").replace(" :", ":")
    lines = said.replace(f"{wrapped} ", f"{wrapped}\n") if wrapped else said

    assert course("Intyg", *lines.split("\n"), "Datum: 2023-04-12") == "nck-vald"


@pytest.mark.parametrize(
    "told",
    [
        "– våld mot barn och klarat provet",
        "– mäns våld mot kvinnor, del 2",
        "(mäns våld mot kvinnor, fördjupning)",
        ", våld i skolan, och klarat provet",
        "– våld och hälsa",
        "– mäns våld mot kvinnor med funktionsnedsättning",
    ],
)
def test_subtitle_of_another_course(told: str) -> None:
    said = f"Kim Berg har genomfört Webbkurs om våld {told}.".replace(" ,", ",")

    assert course("Intyg", said, "Datum: 2023-04-12") is None


@pytest.mark.parametrize(
    "contents",
    [
        ("Program", "09.00-10.30 Inledning", "10.30-12.00 Våldets uttryck"),
        ("Program:", "kl. 9-10 Inledning", "kl. 10-12 Våldets uttryck"),
        ("Program", "Inledning", "Fallövningar"),
        ("Program: Inledning, fallövningar och diskussion",),
    ],
)
def test_programme_below_the_sentence_is_what_the_course_held(contents: tuple[str, ...]) -> None:
    said = "Kim Berg har deltagit i Utbildning i PATRIARK den 12 april 2023."

    assert course("Intyg", said, *contents) == "patriark"


def test_programme_names_the_course_where_nothing_else_does() -> None:
    lines = ("Intyg", "Kim Berg", "Program: Basprogrammet", "Datum: 2023-04-12")

    assert course(*lines, "Webbkurs om våld") is None
    assert course("Intyg", "Namn: Kim Berg", "Program: PATRIARK", lines[-1]) == "patriark"


@pytest.mark.parametrize(
    "did",
    [
        "har deltagit i en genomgång av PATRIARK",
        "deltog i genomgången av PATRIARK",
        "har genomfört genomgången av PATRIARK",
        "har deltagit i avslutningen av PATRIARK",
        "har deltagit i avslutningen på PATRIARK",
        "har deltagit i ett prov av PATRIARK",
        "har genomfört ett test av PATRIARK",
    ],
)
def test_something_else_about_the_course_is_not_the_course(did: str) -> None:
    assert course("Intyg", f"Kim Berg {did} den 12 april 2023.") is None


@pytest.mark.parametrize(
    "told",
    [
        "som Länsstyrelsen Gotland anordnade",
        "som Alternativ till våld (ATV) anordnade",
        ", som vi höll",
        "som kommunen arrangerade",
        "11–12 april 2023 i Folkets hus",
        "11 och 12 april 2023",
        "11–12/4 2023",
        "och därvid visat goda kunskaper på området",
    ],
)
def test_what_is_told_behind_the_title(told: str) -> None:
    said = f"Kim Berg har deltagit i utbildningen PATRIARK {told}.".replace(" ,", ",")

    assert course("Intyg", said, "Datum: 2023-04-12") == "patriark"


@pytest.mark.parametrize(
    "told",
    [
        "som drabbar barn, anordnad av kommunen",
        "som rör barn",
        "2, 24 april 2023",
    ],
)
def test_title_that_goes_on(told: str) -> None:
    said = f"Kim Berg har genomfört Webbkurs om våld {told}."

    assert course("Intyg", said, "Datum: 2023-04-12") is None


@pytest.mark.parametrize(
    "contents", ["allt material", "allt innehåll", "samtliga filmer", "alla kursens delar"]
)
def test_contents_are_of_the_course_that_is_named(contents: str) -> None:
    said = f"Deltagaren har tagit del av {contents} och besvarat frågorna."

    assert course("Intyg", "Kim Berg", "PATRIARK", "Datum: 2023-04-12", said) == "patriark"
    other = f"Kim Berg har tagit del av {contents} i Våld mot äldre."
    assert course("Intyg", other, "PATRIARK är en checklista.") is None


@pytest.mark.parametrize(
    "did",
    ["deltagit i och fullgjort kraven för", "uppfyllt alla krav för", "fullgjort fordringarna i"],
)
def test_requirements_of_the_course(did: str) -> None:
    assert (
        course("Intyg", f"Kim Berg har {did} utbildningen", "PATRIARK", "2023-04-12") == "patriark"
    )
    other = ("Intyg", f"Kim Berg har {did} utbildningen", "Våld mot äldre", "2023-04-12")
    assert course(*other, "PATRIARK är en checklista.") is None


def test_course_is_called_otherwise_in_english() -> None:
    english = "has completed Online course Honour, a course in Swedish."

    assert course("Intyg", "Kim Berg har genomfört Webbkurs om våld.", english) == "nck-vald"
    assert course("Intyg", "Kim Berg har genomfört Våld mot äldre.", english, "PATRIARK") is None


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("har genomfört Webbkurs om våld.", "has taken and passed Violence and Health."),
        ("har slutfört Webbkurs om våld.", "passed the online course Violence and Health."),
        ("har klarat Webbkurs om våld.", "has attended Violence against Women."),
    ],
)
def test_title_in_english_is_of_the_same_course(swedish: str, english: str) -> None:
    page = ("Intyg", f"Kim Berg {swedish}", f"Kim Berg {english}", "2023-04-12")
    other = ("Intyg", "Kim Berg har slutfört Våld mot äldre.", f"Kim Berg {english}", "PATRIARK")

    assert course(*page) == "nck-vald"
    assert course(*other) is None
    assert course("Certificate", f"Kim Berg {english}", "See also: Webbkurs om våld") is None


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("PATRIARK / Assessing the risk of violence", "patriark"),
        ("PATRIARK (Risk assessment with PATRIARK)", "patriark"),
        ("PATRIARK / Risk assessment with PATRIARK, part 2", None),
        ("PATRIARK (The risk of violence, advanced)", None),
        ("PATRIARK / Våld mot äldre", None),
    ],
)
def test_title_in_english_beside_the_swedish_one(title: str, found: str | None) -> None:
    assert course("Intyg", "Namn: Kim Berg", f"Kurs / Course: {title}", "2023-04-12") == found


@pytest.mark.parametrize(
    "place",
    [
        "Skövde, 2023-04-12",
        "Lidköping den 12 april 2023",
        "Ljungby 12/4 2023",
        "Hotell Svea, Växjö, 2023-04-12",
    ],
)
@pytest.mark.parametrize("did", ["i alla pass vid", "med full närvaro vid", "hela dagen i"])
def test_place_where_the_course_was_held(place: str, did: str) -> None:
    said = f"Kim Berg deltog {did} utbildningen Webbkurs om våld, {place}."

    assert course("Intyg", said) == "nck-vald"


@pytest.mark.parametrize("other", ["Arbetsmiljö", "Djurplågeri", "Bostad", "Fördjupning", "Barn"])
def test_subject_behind_a_comma_is_no_place(other: str) -> None:
    assert course("Intyg", f"Kim Berg har slutfört Webbkurs om våld, {other}, 2023-04-12.") is None


def test_part_of_a_training_day_is_asked_about() -> None:
    said = "Kim Berg deltog i förmiddagens pass vid utbildningen Webbkurs om våld, Skövde"

    assert course("Intyg", said, "2023-04-12") is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Kim Berg medverkade hela dagen vid utbildningen PATRIARK.", "patriark"),
        ("Kim Berg har varit närvarande vid utbildningen PATRIARK.", "patriark"),
        ("Kim Berg närvarade vid utbildningen PATRIARK.", "patriark"),
        ("Kim Berg har genomfört en webbkurs om våld.", "nck-vald"),
        ("Kim Berg medverkade vid planeringen av utbildningen PATRIARK.", None),
        ("Kim Berg deltog när Bo Ek genomförde utbildningen PATRIARK.", None),
        ("Kim Berg medverkade vid utbildningen FREDA. PATRIARK är en checklista.", None),
    ],
)
def test_who_was_present_has_taken_part(said: str, found: str | None) -> None:
    assert course("Intyg", said, "2023-04-12") == found


def test_title_behind_an_article_is_none() -> None:
    marks = [CourseMarks("samtal", "", ("Samtal om våld",))]
    (talk,) = read(draw(column("Intyg", "Kim Berg deltog i ett samtal om våld.")), marks)
    (training,) = read(draw(column("Intyg", "Kim Berg deltog i Samtal om våld.")), marks)

    assert (talk.course_code, training.course_code) == (None, "samtal")


def test_what_any_earner_did_in_english() -> None:
    said = "Earners of this badge have completed the whole course and passed the final test."

    assert course("Open Badge", "PATRIARK", "Awarded to", "Kim Berg", said) == "patriark"
    assert course("Open Badge", "Violence", "Awarded to", "Kim Berg", said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Deltagaren har fullföljt uppgifterna mellan passen och fått material.",
        "Deltagaren har gjort hemuppgifterna mellan träffarna och deltagit i samtalen.",
        "Deltagaren har fullföljt övningarna, tagit del av litteraturen och skrivit dagbok.",
        "Deltagaren har genomfört fältuppgiften och redovisat den för gruppen.",
        "Deltagaren har deltagit i diskussionerna.",
    ],
)
def test_work_on_a_course_is_no_other_one(said: str) -> None:
    did = "Kim Berg har genomfört Webbkurs om våld."

    assert course("Kursbevis", did, said) == "nck-vald"
    assert course("Kim Berg", "har gått utbildningen", "Webbkurs om våld", said) == "nck-vald"
    assert course("Kim Berg", "har gått utbildningen", "Brandskydd", said) is None


@pytest.mark.parametrize("said", ["uppgifterna", "uppgifterna i Ledarskap", "samtalen"])
def test_work_alone_is_no_course(said: str) -> None:
    assert course("Kursbevis", f"Kim Berg har genomfört {said}", "Webbkurs om våld") is None
