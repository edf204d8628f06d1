"""Records of several courses, one row each, of which one may be ours."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import LETTER_WIDTH, Text, column, draw, table

MARKS = [
    CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",)),
    CourseMarks("heder", "Länsstyrelsen", ("Webbkurs Heder",)),
]
TOP = (("Kursintyg",), ("Kim Berg",))
HEADINGS = ("Kurs", "Datum", "Status")
FIRE = ("Brandskydd", "2022-03-01", "Genomförd")
OURS = ("Webbkurs om våld", "2023-04-12", "Genomförd")
LIFT = ("Lyftteknik", "2021-02-03", "Genomförd")


def reading(*rows: tuple[str, ...]) -> Reading:
    (found,) = read(draw(table(*TOP, *rows)), MARKS)
    return found


@pytest.mark.parametrize("rows", [(OURS, FIRE, LIFT), (FIRE, OURS, LIFT), (FIRE, LIFT, OURS)])
def test_row_of_our_course_is_taken(rows: tuple[tuple[str, ...], ...]) -> None:
    found = reading(HEADINGS, *rows)

    assert found.course_code == "nck-vald"
    assert found.completed_on == date(2023, 4, 12)
    assert not found.says_not_completed


@pytest.mark.parametrize("title", ["Webbkurs om våld mot djur", "Webbkurs om våld, del 2", "Våld"])
def test_no_row_of_our_course(title: str) -> None:
    assert reading(HEADINGS, FIRE, (title, *OURS[1:]), LIFT).course_code is None


@pytest.mark.parametrize(
    ("foot", "is_foot"),
    [
        ("Sida 1 av 1", True),
        ("1 (1)", True),
        ("Totalt 3 kurser", True),
        ("3 poster", True),
        ("3 genomförda kurser", True),
        ("Utskriven av Eva Lund", True),
        ("Webbkurs Heder", False),
        ("Antagen till omprov", False),
    ],
)
def test_foot_may_stand_as_far_below_as_a_row(foot: str, *, is_foot: bool) -> None:
    found = reading(HEADINGS, FIRE, OURS, LIFT, (foot,))

    assert (found.course_code == "nck-vald") is is_foot


@pytest.mark.parametrize("count", ["3/7", "3 (7)", "3 av 7", "3 of 7"])
def test_count_between_rows_is_no_foot(count: str) -> None:
    assert reading(HEADINGS, FIRE, OURS, (count,), LIFT).course_code is None
    assert reading(HEADINGS, FIRE, OURS, LIFT, (count,)).course_code == "nck-vald"


def test_two_rows_of_our_courses() -> None:
    assert reading(HEADINGS, OURS, ("Webbkurs Heder", *FIRE[1:])).course_code is None
    assert reading(HEADINGS, OURS, (OURS[0], *FIRE[1:])).course_code is None


@pytest.mark.parametrize(
    "row", [("Webbkurs om våld", "–", "Genomförd"), ("Webbkurs om våld", "april", "Genomförd")]
)
def test_row_without_a_day(row: tuple[str, ...]) -> None:
    assert reading(HEADINGS, FIRE, row, LIFT).course_code is None


@pytest.mark.parametrize("status", ["Påbörjad", "Ej godkänd", "Avbruten"])
def test_state_of_the_row_counts(status: str) -> None:
    found = reading(HEADINGS, FIRE, (*OURS[:2], status), LIFT)

    assert found.says_not_completed or not found.course_code or not found.completed_on


@pytest.mark.parametrize("heading", ["Datum", "Bokad", "Anmäld", "Tilldelad", "Startade"])
def test_table_that_does_not_say_that_they_were_completed(heading: str) -> None:
    found = reading(("Kurs", heading), FIRE[:2], OURS[:2])

    assert not (found.course_code and found.completed_on)


@pytest.mark.parametrize("heading", ["Slutförd", "Genomförd", "Avslutad"])
def test_heading_that_says_that_they_were_completed(heading: str) -> None:
    found = reading(("Kurs", heading), FIRE[:2], OURS[:2])

    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))


def test_rows_of_several_people() -> None:
    headings, others = ("Namn", "Kurs", "Datum"), ("Bo Ek", *FIRE[:2])
    (found, *_) = read(
        draw(table(("Kursintyg",), headings, others, ("Kim Berg", *OURS[:2]))), MARKS
    )

    assert found.course_code is None or len(found.names) != 1


def test_table_beside_a_sentence_that_names_another_course() -> None:
    said = ("Kim Berg har genomfört Våld mot äldre.",)
    (found,) = read(draw(table(("Kursintyg",), said, HEADINGS, FIRE, OURS)), MARKS)

    assert found.course_code is None


def test_list_of_courses() -> None:
    fire = "Brandskydd, slutförd 2022-03-01"
    lines = ("Mina genomförda kurser", "Kim Berg", "Webbkurs om våld, slutförd 2023-04-12", fire)
    (found,) = read(draw(column(*lines, leading=1.5)), MARKS)
    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))

    lines = (*lines[:2], "Webbkurs om våld mot djur, slutförd 2023-04-12", fire)
    (found,) = read(draw(column(*lines, leading=1.5)), MARKS)
    assert found.course_code is None


@pytest.mark.parametrize("state", [("–", "Ej påbörjad"), ("", "Ej påbörjad"), ("–", "Pågående")])
def test_row_of_another_course_that_is_not_done(state: tuple[str, str]) -> None:
    found = reading(HEADINGS, FIRE, OURS, ("Lyftteknik", *state))

    assert found.completed_on == date(2023, 4, 12)
    assert not found.says_not_completed


def test_row_of_our_course_that_is_not_done() -> None:
    found = reading(HEADINGS, FIRE, ("Webbkurs om våld", "–", "Ej påbörjad"), LIFT)

    assert found.says_not_completed or not found.course_code


def test_state_is_explained_below() -> None:
    legend = "Status Godkänd betyder att deltagaren har fullgjort alla moment."

    assert not reading(HEADINGS, FIRE, OURS, LIFT, ("",), (legend,)).says_not_completed


def test_title_that_its_issuer_makes_whole() -> None:
    marks = [CourseMarks("sos", "Socialstyrelsen", ("Heder + Socialstyrelsen",))]
    rows = (("Kurs", "Anordnare", "Slutförd"), ("Brandskydd", "Region", "2022-03-01"))
    own = ("Heder", "Socialstyrelsen", "2023-04-12")
    (found,) = read(draw(table(*TOP, *rows, own)), marks)

    assert (found.course_code, found.completed_on) == ("sos", date(2023, 4, 12))


# The columns and the middle of the row in which cells stand in several lines.
TITLE, DAY, STATE, MIDDLE = 72, 352, 472, 604


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (((STATE, 0, "Godkänd"), (DAY, 0, "2023-04-12")), date(2023, 4, 12)),
        (((STATE, 0, "Godkänd"), (DAY, 7, "12 april"), (DAY, -7, "2023")), date(2023, 4, 12)),
        (((STATE, 7, "Ej"), (STATE, -7, "godkänd"), (DAY, 0, "2023-04-12")), None),
        (((STATE, 0, "Godkänd"), (DAY, 7, "2023-04-12"), (DAY, -7, "2023-05-12")), None),
    ],
)
def test_row_of_cells_in_several_lines(
    cells: tuple[tuple[int, int, str], ...], day: date | None
) -> None:
    top = [Text(TITLE, y, text) for y, text in ((780, "Kursintyg"), (750, "Kim Berg"))]
    headings = zip((TITLE, DAY, STATE), ("Kurs", "Slutdatum", "Status"), strict=True)
    rows = [Text(x, MIDDLE + 62, text) for x, text in headings]
    others = ((35, FIRE), (-35, LIFT))
    rows += [
        Text(x, MIDDLE + y, text)
        for y, row in others
        for x, text in zip((TITLE, DAY, STATE), row, strict=True)
    ]
    title = [Text(TITLE, MIDDLE + 7, "Webbkurs om"), Text(TITLE, MIDDLE - 7, "våld")]
    own = [Text(x, MIDDLE + y, text) for x, y, text in cells]
    (found,) = read(draw([*top, *rows, *title, *own]), MARKS)

    is_sure = found.course_code == "nck-vald" and not found.says_not_completed
    assert (found.completed_on if is_sure else None) == day


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Betygsskala: G", True),
        ("Alla kurser är genomförda på distans och avslutas med ett prov", True),
        ("* webbkurs", True),
        ("mot djur", False),
    ],
)
@pytest.mark.parametrize("drop", [20, 24])
def test_line_below_the_table(line: str, is_found: bool, drop: int) -> None:
    rows = table(*TOP, HEADINGS, FIRE, OURS, width=120)
    below = Text(72, rows[-1].y - drop, line)
    (found,) = read(draw([*rows, below]), MARKS)

    assert (found.course_code == "nck-vald") is is_found


@pytest.mark.parametrize(("told", "is_sure"), [("2023-04-12", True), ("Ej klar", False)])
def test_headings_that_stand_close(told: str, is_sure: bool) -> None:
    labels = "Utbildning Anordnare Slutförd"
    left = [72 + 12 * LETTER_WIDTH * labels.index(label) for label in labels.split()]
    lines = [(684, (labels,)), (660, ("Brand", "NCK", "2022-03-01")), (636, ("Våld", "NCK", told))]
    cells = [Text(x, y, cell) for y, row in lines for x, cell in zip(left, row, strict=False)]
    marks = [CourseMarks("vald", "NCK", ("Våld",))]
    (found,) = read(draw([*column("Kursintyg", "Kim Berg"), *cells]), marks)

    is_read = found.course_code == "vald" and found.completed_on == date(2023, 4, 12)
    assert (is_read and not found.says_not_completed) is is_sure


BLOCKS = (
    ("Brandskydd", "Anordnare: Intern Genomförd: 2022-03-01"),
    ("Webbkurs om våld", "Anordnare: NCK Genomförd: 2023-04-12"),
    ("Lyftteknik", "Anordnare: Intern Genomförd: 2021-02-03"),
)


def of_blocks(*blocks: tuple[str, ...]) -> Reading:
    lines = [line for block in blocks for line in ("", *block)]
    (found,) = read(draw(column("Kursintyg", "Kim Berg", *lines, leading=1.3)), MARKS)
    return found


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 0, 1), (1, 2)])
def test_block_of_our_course_is_taken(order: tuple[int, ...]) -> None:
    found = of_blocks(*(BLOCKS[number] for number in order))

    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))


@pytest.mark.parametrize(
    "ours",
    [
        ("Webbkurs om våld mot djur", "Anordnare: NCK Genomförd: 2023-04-12"),
        ("Webbkurs om våld", "Anordnare: NCK Påbörjad: 2023-04-12"),
        ("Webbkurs om våld", "Anordnare: NCK Bokad: 2023-04-12"),
        ("Webbkurs om våld", "Anordnare: NCK Ej genomförd"),
    ],
)
def test_block_of_our_course_that_was_not_completed(ours: tuple[str, str]) -> None:
    found = of_blocks(BLOCKS[0], ours, BLOCKS[2])

    assert found.says_not_completed or not (found.course_code and found.completed_on)


def test_two_blocks_of_our_courses() -> None:
    other = ("Webbkurs Heder", "Anordnare: Länsstyrelsen Genomförd: 2023-02-03")

    assert of_blocks(*BLOCKS[:2], other).course_code is None


def test_lines_drawn_with_signs_are_no_rows() -> None:
    ruled, row = ("-" * 60,), ("Webbkurs om våld", "Godkänd")
    lines = table(*TOP, ("Kurs", "Resultat"), ruled, row, ruled, ("2023-04-12",))

    assert read(draw(lines), MARKS)[0].course_code == "nck-vald"


def test_line_further_left_than_the_table_is_below_it() -> None:
    page = [*table(*TOP, top=760), *table(HEADINGS, FIRE, OURS, LIFT, x=80)]
    foot = Text(72, 700 - 4 * 24, "Personalenheten i Ekeby")

    (found,) = read(draw([*page, foot]), MARKS)

    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))


def test_title_without_a_day_is_a_row() -> None:
    assert reading(HEADINGS, FIRE, OURS, LIFT, ("Förflyttning",)).course_code is None


@pytest.mark.parametrize("state", ["Passed", "Completed", "Attended"])
def test_states_in_english_complete_no_row_below(state: str) -> None:
    rows = [(title, day, state) for title, day, _ in (FIRE, OURS, LIFT)]

    found = reading(("Course", "Completed", "Result"), *rows)

    assert (found.course_code, found.completed_on) == ("nck-vald", date(2023, 4, 12))
