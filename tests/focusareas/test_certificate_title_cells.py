"""Titles that stand alone at a place, and labels that stand under or beside what is no title."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, table

COURSES = [
    CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",)),
    CourseMarks("patriark", "", ("PATRIARK",)),
    CourseMarks(
        "heder-mucf",
        "Myndigheten för ungdoms- och civilsamhällesfrågor",
        ("Rätt att veta! – Hedersrelaterat våld och förtryck", "Rätt att veta!"),
    ),
    CourseMarks("samtal", "", ("Samtal om våld", "Samtal om våld – fokus våldsutövare")),
]


def reading(*texts: Text) -> Reading:
    (found,) = read(draw([*texts]), COURSES)
    return found


@pytest.mark.parametrize("label", ["Kursdag", "Utbildningsdag", "Kurstillfälle"])
@pytest.mark.parametrize("day", ["12 april 2023", "onsdagen den 12 april 2023, kl. 8.30–16.00"])
def test_a_day_behind_a_label_of_the_course_names_none(label: str, day: str) -> None:
    lines = ("Kursintyg", "Kim Berg", "har deltagit i vår kurs", "PATRIARK", f"{label}: {day}")

    assert reading(*column(*lines)).courses == ("patriark",)
    other = (*lines[:3], f"{label}: FREDA, {day}", "PATRIARK")
    assert reading(*column(*other)).courses == ()


@pytest.mark.parametrize("label", ["Kursbenämning", "Utbildningsbenämning", "Kursbeteckning"])
def test_label_of_the_course_below_a_heading_is_none_itself(label: str) -> None:
    def courses(title: str) -> tuple[str, ...]:
        rows = table((label, "Kursform"), (title, "Webb"), top=640)
        above = column("Kursintyg", "Namn: Kim Berg", "Avslutad utbildning")
        return reading(*above, *rows, *column("Slutförd: 2023-04-12", top=560)).courses

    assert courses("Webbkurs om våld") == ("nck-vald",)
    assert courses("Våld mot äldre") == ()


@pytest.mark.parametrize(
    ("title", "code"),
    [
        (("Rätt att veta! – Hedersrelaterat våld", "och förtryck"), "heder-mucf"),
        (("Samtal om våld – fokus", "våldsutövare"), "samtal"),
        (("Webbkurs om våld",), "nck-vald"),
    ],
)
def test_title_in_two_lines_over_its_label(title: tuple[str, ...], code: str) -> None:
    def courses(*title: str) -> tuple[str, ...]:
        fields = [
            ("Kim Berg", "Innehavare"),
            (*title, "Kurs"),
            ("2023-04-12", "Dag för slutförande"),
        ]
        tops = (660, 600, 520)
        texts = [
            text
            for top, field in zip(tops, fields, strict=True)
            for text in column(*field, top=top, leading=1.2)
        ]
        return reading(*column("Digitalt intyg"), *texts).courses

    assert courses(*title) == (code,)
    assert courses("Hot och våld i arbetslivet –", *title[1:]) == ()


def test_title_in_two_lines_beside_another_column() -> None:
    def courses(*title: str) -> tuple[str, ...]:
        left = [
            "Kursfakta",
            "Kurslängd",
            "14 timmar",
            "Målgrupp",
            "Familjebehandlare, kuratorer",
            "och handläggare",
        ]
        right = ["Kursbevis", "Vi intygar att", "Kim Berg", "har fullföljt kursen", *title]
        texts = [Text(60, 700 - 15 * n, line, 10) for n, line in enumerate(left)]
        texts += [Text(300, 693 - 17 * n, line, 12) for n, line in enumerate(right)]
        return reading(*texts, *column("Avslutad 12 april 2023", top=520)).courses

    assert courses("Samtal om våld – fokus", "våldsutövare") == ("samtal",)
    assert courses("Webbkurs om våld", "mot djur") == ()


@pytest.mark.parametrize("label", ["Kursstatus", "Utbildningsform", "Kursägare", "Märkesnummer"])
def test_label_below_the_name_is_no_part_of_it(label: str) -> None:
    rows = table((label, "Webb"), ("Slutförd", "2023-04-12"), top=640)
    found = reading(*column("Kursintyg", "Webbkurs om våld", "har slutförts av", "Kim Berg"), *rows)

    assert found.names == ("Kim Berg",)


@pytest.mark.parametrize("name", ["Kim Kursell", "Astrid Berg", "Botvid Formgren"])
def test_names_that_are_spelled_like_labels_stay_whole(name: str) -> None:
    lines = ("Kursintyg", name, "har genomfört", "Webbkurs om våld", "2023-04-12")

    assert reading(*column(*lines)).names == (name,)


def test_title_below_the_course_in_general_has_another_column_beside_it() -> None:
    def courses(title: str) -> tuple[str, ...]:
        left = ["Innehåll", "• Riskbedömning", "• Samtal och", "bemötande", "• Sekretess"]
        right = ["Diplom", "Kim Berg", "som har genomgått vår utbildning", title]
        texts = [Text(60, 700 - 17 * n, line, 10) for n, line in enumerate(left)]
        texts += [Text(300, 705 - 20 * n, line, 12) for n, line in enumerate(right)]
        return reading(*texts, *column("Avslutad 12 april 2023", top=520)).courses

    assert courses("Samtal om våld") == ("samtal",)
    assert courses("Hot och våld") == ()


@pytest.mark.parametrize("heading", ["PATRIARK", "Utbildningsdag: PATRIARK"])
@pytest.mark.parametrize("bullet", ["", "• "])
def test_programme_is_no_title_though_it_names_a_subject_of_courses(
    heading: str, bullet: str
) -> None:
    marks = CourseMarks("heder", "Länsstyrelsen", ("Webbkurs Heder", "Heder + Länsstyrelsen"))
    said = "Intyg", "Kim Berg har deltagit under hela utbildningsdagen.", "2023-04-12"
    hours = (f"{bullet}{at}" for at in ("09.00 Kaffe", "10.00 Heder", "11.00 Riskfaktorer"))
    programme = column("Program", *hours, top=560, leading=1.4)

    (found,) = read(draw([*column(heading, *said, leading=1.4), *programme]), [*COURSES, marks])

    assert found.courses == ("patriark",)
