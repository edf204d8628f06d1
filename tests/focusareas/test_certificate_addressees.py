"""Who a page speaks to, and the words around a name that name nobody."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw, table

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
DAY = "Kursen avslutades 2023-04-12."


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), COURSES)
    return reading


@pytest.mark.parametrize(
    "lines",
    [
        ("Till Kim Berg", "Vi intygar att du har genomgått Webbkurs om våld."),
        ("To Kim Berg", "We confirm that you have completed Webbkurs om våld."),
        ("Kim Berg", "Storgatan 1", "621 81 Visby", "Tack för att du har gått Webbkurs om våld."),
        ("Kim Berg", "Hemtjänst Norr", "SE-621 81 Visby", "Hej!", "Du slutförde Webbkurs om våld."),
    ],
)
def test_who_a_letter_is_sent_to_did_what_it_says_of_you(lines: tuple[str, ...]) -> None:
    assert read_lines("Intyg", *lines, DAY).names == ("Kim Berg",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Intyg", "Till Kim Berg", "Anders Ek har genomgått Webbkurs om våld."),
        (
            "Till Kim Berg",
            "Till Anders Ek",
            "Intyg",
            "Vi intygar att du har genomgått Webbkurs om våld.",
        ),
    ],
)
def test_a_letter_about_others_names_not_who_it_is_sent_to(lines: tuple[str, ...]) -> None:
    assert read_lines(*lines, DAY).names != ("Kim Berg",)


@pytest.mark.parametrize(
    "line",
    [
        "Cirkeldeltagare: Kim Berg",
        "Seminariedeltagare: Kim Berg",
        "Kursdeltagare är Kim Berg.",
        "Kursdeltagare var Kim Berg",
        "Intygets innehavare är Kim Berg",
        "Vem: Kim Berg",
        "Earner: Kim Berg",
        "Transcript: Kim Berg",
        "Training record: Kim Berg",
        "Kompetenskort – Kim Berg",
        "Kim Berg har tilldelats detta kursmärke för slutförd kurs",
        "Kim Berg has earned this digital badge",
        "Kim Berg var med på hela kursen",
        "Kim Berg har varit med på hela kursen",
    ],
)
def test_more_labels_and_verbs_of_the_holder(line: str) -> None:
    lines = ("Intyg", "Webbkurs om våld", line, "Andra och sista kursdagen var 2023-04-12.")
    assert read_lines(*lines).names == ("Kim Berg",)


@pytest.mark.parametrize(
    "subject",
    [
        "Följande medarbetare har",
        "Nedanstående person har",
        "Den anställde har",
        "The earner has",
        "This learner has",
    ],
)
def test_who_is_only_pointed_at_is_not_named(subject: str) -> None:
    verb = "completed" if subject.endswith("has") else "genomfört"
    lines = (f"{subject} {verb} Webbkurs om våld", "Kim Berg", "Slutförd 2023-04-12")
    assert read_lines("Intyg", *lines).names == ("Kim Berg",)


@pytest.mark.parametrize(
    "unit",
    ["Socialförvaltningen, Region Gotland", "Region Skåne", "Länsstyrelsen i Kalmar län"],
)
def test_a_region_under_the_name_is_not_who_did_it(unit: str) -> None:
    lines = ("Kim Berg", unit, "har deltagit hela dagen den 12/4 2023")
    assert read_lines("Webbkurs om våld", *lines).names == ("Kim Berg",)


@pytest.mark.parametrize("unit", ["Region Gotland", "Länsstyrelsen Stockholm"])
def test_a_region_over_the_name_is_no_part_of_it(unit: str) -> None:
    lines = (unit, "Kim Berg", "har erhållit detta diplom för genomförd kurs")
    assert read_lines(*lines, "Webbkurs om våld").names == ("Kim Berg",)


def test_a_title_over_two_lines_is_no_part_of_the_name_below() -> None:
    lines = ("Webbkurs", "Heder", "Kim Berg", "har tilldelats detta intyg")
    assert read_lines(*lines).names == ("Kim Berg",)


def test_labels_in_a_column_are_no_names_below_the_first_of_them() -> None:
    page = table(["Aktör", "Kim Berg"], ["Händelse", "completed"], ["Utgivare", "NCK"])

    (reading,) = read(draw([*page, *column("Intyg")]), COURSES)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("label", ["Din organisation", "Ditt arbete", "Din arbetsplats"])
def test_the_label_of_the_next_field_is_no_rest_of_the_name(label: str) -> None:
    lines = ("Kursintyg", "Ditt namn", "Kim Berg", label, "Region Gotland")
    assert read_lines(*lines).names == ("Kim Berg",)


@pytest.mark.parametrize("greeting", ["Kim Berg, du", "Hej Kim Berg! Du"])
@pytest.mark.parametrize(
    ("did", "is_own"),
    [
        ("har nu genomfört", True),
        ("har därmed slutfört", True),
        ("har nu också fullföljt hela", True),
        ("har en medarbetare som genomfört", False),
        ("har en ny kollega som har genomfört", False),
        ("har tre vikarier som slutfört", False),
        ("har nu i din grupp någon som fullföljt", False),
    ],
)
def test_who_is_spoken_to_may_have_others_who_did_it(greeting: str, did: str, is_own: bool) -> None:
    found = read_lines("Intyg", f"{greeting} {did} Webbkurs om våld den 12 april 2023.")

    assert found.names == (("Kim Berg",) if is_own else ())


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Certificate for Kim Berg", ("Kim Berg",)),
        ("Certificate for Kim Berg to sign", ()),
        ("Certificate for Kim Berg and team", ()),
        ("Record for Kim Berg (line manager)", ()),
        ("Statement to Kim Berg, HR", ()),
    ],
)
def test_paper_that_somebody_is_to_handle_is_not_theirs(
    heading: str, names: tuple[str, ...]
) -> None:
    found = read_lines(heading, "Webbkurs om våld completed 12 April 2023")

    assert found.names == names


@pytest.mark.parametrize("label", ["Deltagare", "Medarbetare"])
@pytest.mark.parametrize(("second", "count"), [("Eva sandström", 2), ("klara", 1), ("Kim berg", 1)])
def test_second_label_of_a_name_is_believed(label: str, second: str, count: int) -> None:
    lines = ("Intyg", "Deltagare: Kim Berg", f"{label}: {second}", "Webbkurs om våld", DAY)

    assert len(read_lines(*lines).names) == count


@pytest.mark.parametrize("greeting", ["Hej Kim!", "Bra jobbat, Kim!", "Välkommen Kim", "Tack Kim!"])
@pytest.mark.parametrize("line", ["Kim Berg", "Kim Berg · 2023-04-12", "Kim Berg – 2023-04-12"])
def test_whole_name_alone_is_that_of_who_is_greeted(greeting: str, line: str) -> None:
    lines = ("Intyg", greeting, "Det här är ditt kursintyg.", line, "Webbkurs om våld", DAY)

    assert read_lines(*lines).names == ("Kim Berg",)


@pytest.mark.parametrize(
    "end",
    [
        ("Vänliga hälsningar", "Kim Ek"),
        ("Kim Ek", "kursansvarig"),
        ("/Kim Ek",),
        ("Bo Ek",),
        ("Kim Ek", "Nationellt centrum för kvinnofrid"),
    ],
)
def test_who_writes_to_one_of_the_same_name_is_not_greeted(end: tuple[str, ...]) -> None:
    lines = ("Intyg", "Hej Kim!", "Du har klarat Webbkurs om våld.", DAY, *end)

    assert read_lines(*lines).names == ("Kim",)
