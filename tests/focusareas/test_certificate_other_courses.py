"""Courses that stand beside the certificate's own, and titles with the rest of their name."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw, table

MARKS = [
    CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",)),
    CourseMarks(
        "heder",
        "Länsstyrelsen",
        ("Webbkurs Heder", "Webbkurs om hedersrelaterat våld och förtryck"),
    ),
]


def course(lines: list[Text]) -> str | None:
    (found,) = read(draw(lines), MARKS)
    return found.course_code


@pytest.mark.parametrize(
    "label", ["Nästa kurs", "Kommande kurs", "Rekommenderad kurs", "Förkunskaper"]
)
def test_course_under_the_label_of_another_is_not_meant(label: str) -> None:
    headings = ("Namn", "Kurs", label, "Slutförd")
    values = ("Kim Berg", "Brandskydd", "Webbkurs om våld", "2023-04-12")
    beside = list(zip(headings, values, strict=True))

    assert course(table(("Kursintyg",), headings, values, width=130)) is None
    assert course(table(("Kursintyg",), *beside)) is None


def test_course_beside_the_label_of_another_is_still_found() -> None:
    headings = ("Namn", "Kurs", "Nästa kurs", "Slutförd")
    values = ("Kim Berg", "Webbkurs om våld", "Brandskydd", "2023-04-12")

    assert course(table(("Kursintyg",), headings, values, width=130)) == "nck-vald"


@pytest.mark.parametrize(
    "label",
    ["Läs vidare", "Läs vidare i utbildningsportalen", "Läs mer hos oss", "Upptäck fler kurser"],
)
def test_course_in_a_box_to_read_on_is_not_meant(label: str) -> None:
    box = column(label, "Webbkurs om våld", x=400)

    assert course([*column("Intyg", "Kim Berg har genomfört utbildningen"), *box]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Innehåll: uppföljning för dig som tidigare gått Webbkurs om våld.",
        "Fördjupning för er som redan har genomfört Webbkurs om våld",
        "Återträff för dem som deltagit i Webbkurs om våld",
        "Målgrupp: de som gått Webbkurs om våld",
    ],
)
def test_course_that_those_who_come_have_taken_before_is_not_meant(line: str) -> None:
    assert course(column("Intyg på deltagande", "Deltagare: Kim Berg", line)) is None


def test_certificate_for_one_who_has_taken_the_course() -> None:
    lines = column("Ett intyg för dig som har genomfört Webbkurs om våld", "Kim Berg")

    assert course(lines) == "nck-vald"


@pytest.mark.parametrize(
    "rows",
    [
        [("Brandskydd", "2023-04-12"), ("Webbkurs om våld", "–")],
        [("Webbkurs om våld", "–"), ("Brandskydd", "2023-04-12")],
    ],
)
def test_table_of_several_courses_is_asked_about(rows: list[tuple[str, str]]) -> None:
    assert course(table(("Kursintyg",), ("Kim Berg",), ("Kurs", "Slutförd"), *rows)) is None


def test_table_of_one_course() -> None:
    row = ("Webbkurs om våld", "2023-04-12")

    assert course(table(("Kursintyg",), ("Kim Berg",), ("Kurs", "Slutförd"), row)) == "nck-vald"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["Avslutade kurser (1)", "Webbkurs om våld"], "nck-vald"),
        (["Avslutade kurser", "Webbkurs om våld"], "nck-vald"),
        (["Avslutade kurser (2)", "Webbkurs om våld"], None),
        (["Avslutade kurser (1)", "Brandskydd", "Webbkurs om våld"], None),
    ],
)
def test_heading_of_completed_courses(lines: list[str], code: str | None) -> None:
    assert course(column("Intyg", "Namn: Kim Berg", *lines, "Avslutad 2023-04-12")) == code


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (["Webbkurs Heder – om hedersrelaterat våld och förtryck"], "heder"),
        (["Webbkurs Heder – om hedersrelaterat våld", "och förtryck"], "heder"),
        (["Webbkurs Heder – om", "hedersrelaterat våld och förtryck"], "heder"),
        (["Webbkurs Heder – om djur"], None),
        (["Webbkurs Heder – om", "djur"], None),
        (["Webbkurs Heder – hedersrelaterat våld i skolan"], None),
        (["Webbkurs om våld – 2"], None),
        (["Webbkurs om våld – om hedersrelaterat våld"], None),
    ],
)
@pytest.mark.parametrize("below", ["anordnad av NCK", "2023-04-12", "Resultat: 95 %"])
def test_subtitle_in_words_of_the_same_course(title: list[str], code: str, below: str) -> None:
    assert course(column("Intyg", "Kim Berg", "har genomfört", *title, below)) == code


def test_labels_above_their_values_are_no_table_of_courses() -> None:
    rows = [
        ["Kurs", "Genomförd"],
        ["Webbkurs om våld", "2023-04-12"],
        ["Utfärdare", "Kursledare"],
        ["Nationellt centrum för kvinnofrid", "Bo Ek"],
    ]
    page = [*column("Kursintyg", "Namn: Kim Berg", top=760), *table(*rows)]

    (reading,) = read(draw(page), MARKS)

    assert reading.course_code == "nck-vald"


@pytest.mark.parametrize(
    ("crumbs", "code"),
    [
        ("Start › Mina utbildningar › Avslutade › Kvitto", "nck-vald"),
        ("Hem » Avslutade kurser » Intyg", "nck-vald"),
        ("Hem > Mina sidor > Genomförda", "nck-vald"),
    ],
)
def test_way_to_the_page_says_nothing_of_what_was_done(crumbs: str, code: str) -> None:
    lines = "Webbkurs om våld", "Du har klarat utbildningen", "Deltagare: Kim Berg"
    assert course(column(crumbs, *lines, "Genomförd: 2023-04-12")) == code


@pytest.mark.parametrize(
    ("behind", "code"),
    [
        ("i Kompetensnavet Västs regi", "nck-vald"),
        ("i samarbete med Kompetensnavet Väst", "nck-vald"),
        ("i nära samverkan med regionen", "nck-vald"),
        ("i samverkan med polisen", None),
        ("i samverkan mellan skola och socialtjänst", None),
        ("i samarbete med Region Gotland, del 1 av 2", None),
        ("i Kompetensnavets försorg", "nck-vald"),
        ("i Kompetensnavet", None),
    ],
)
def test_whoever_held_a_course_makes_no_other_one_of_it(behind: str, code: str | None) -> None:
    said = f"Kim Berg genomförde den 12 april 2023 hela utbildningen Webbkurs om våld {behind}."
    assert course(column("Intyg", said)) == code


PROGRAMME = ("09.00 Registrering", "09.30 Webbkurs Heder", "12.00 Lunch", "15.30 Avslutning")


@pytest.mark.parametrize(
    "hours",
    [
        PROGRAMME,
        tuple(f"• {line}" for line in PROGRAMME),
        tuple(f"kl. {line}" for line in PROGRAMME),
        ("09.00–09.30 Samling", "9:30 – 10:30 Webbkurs Heder", "10.45 Att fråga", "12.00 Lunch"),
    ],
)
def test_what_was_done_at_an_hour_is_not_what_the_day_was_about(hours: tuple[str, ...]) -> None:
    page = column("Deltagarintyg", "Webbkurs om våld", "Kim Berg", *hours, leading=1.7)

    assert course(page) == "nck-vald"


def test_programme_in_columns_is_not_what_the_day_was_about() -> None:
    hours = [(line[:5], line[6:]) for line in PROGRAMME]
    page = column("Deltagarintyg", "Webbkurs om våld", "Kim Berg", leading=1.7)

    assert course([*page, *table(*hours, top=600, width=80)]) == "nck-vald"


def test_two_hours_are_no_programme() -> None:
    page = column("Deltagarintyg", "Webbkurs om våld", "Kim Berg", *PROGRAMME[:2], leading=1.7)

    assert course(page) is None


DAY_OF_OTHERS = ("09.00 Brandskydd", "10.00 HLR i praktiken", "13.00 Trygg i tjänsten")


@pytest.mark.parametrize(
    ("below", "code"),
    [
        (("Webbkurs om våld",), None),
        (("2023-04-12", "Webbkurs om våld"), None),
        (("Arrangör: Webbkurs om våld",), None),
        (("Kursledare: Eva Strand", "Webbkurs Heder"), None),
        (("Kurs: Webbkurs om våld",), "nck-vald"),
        (("har slutfört", "Webbkurs om våld"), "nck-vald"),
    ],
)
@pytest.mark.parametrize("day", ["har deltagit i utbildningsdagen", "har deltagit i"])
def test_title_alone_below_a_programme_is_not_what_the_day_was_about(
    day: str, below: tuple[str, ...], code: str | None
) -> None:
    lines = (day, *DAY_OF_OTHERS) if code is None else DAY_OF_OTHERS

    assert course(column("Kursintyg", "Kim Berg", *lines, *below, leading=1.7)) == code


def test_issuer_below_a_programme_tells_which_course_it_was() -> None:
    marks = [CourseMarks("heder", "Länsstyrelsen", ("Hedersvåld + Länsstyrelsen",))]
    said = "Kim Berg deltog i utbildningen Hedersvåld, Visby, 12 april 2023."
    page = column("Kursintyg", said, *PROGRAMME, "Arrangör: Länsstyrelsen", leading=1.7)

    (found,) = read(draw(page), marks)

    assert found.course_code == "heder"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Kim Berg deltog i dagens samtal om våld på biblioteket.", None),
        ("Tack Kim Berg för att du deltog i dagens samtal om våld!", None),
        ("Kim Berg deltog i dagens utbildning Samtal om våld.", "samtal"),
        ("Kim Berg deltog i dagens Samtal om våld.", "samtal"),
    ],
)
def test_talk_of_the_day_is_no_course_of_that_name(said: str, code: str | None) -> None:
    marks = [CourseMarks("samtal", "Socialstyrelsen", ("Samtal om våld",))]

    (found,) = read(draw(column("Kursintyg", said, "2023-04-12")), marks)

    assert found.course_code == code
