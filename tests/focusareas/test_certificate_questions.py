"""What is answered no about a course or a paper, and the states of papers that hold."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
SENTENCE = ("Intyg", "Kim Berg", "har genomfört Webbkurs om våld", "2023-04-12")
FIELDS = ("Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")
OF_COURSE = ["Ska förnyas", "Behöver förnyas", "Behöver upprepas", "Bör uppdateras", "Obligatorisk"]
OF_PAPER = ["Återkallat", "Har återkallats", "Spärrat", "Utgånget", "Makulerat"]


def reading(*lines: str) -> Reading:
    (found,) = read(draw(column(*lines)), MARKS)
    return found


@pytest.mark.parametrize("question", [*OF_COURSE, *OF_PAPER])
def test_no_to_what_is_asked_of_course_or_paper_is_no_doubt(question: str) -> None:
    beside = [Text(72, 500, question), Text(260, 500, "Nej")]
    (in_cells,) = read(draw([*column(*FIELDS, leading=1.5), *beside]), MARKS)

    for found in (reading(*FIELDS, f"{question}: Nej"), in_cells):
        assert found.is_complete
        assert not found.says_not_completed


@pytest.mark.parametrize(
    "line",
    [
        *(f"{question}: Ja" for question in OF_PAPER),
        "Behöver upprepas: Ja",
        "Behöver förnyas",
        "Behöver förnyas: kurs: Nej",
        "Godkänd: Nej",
        "Närvarande: Nej",
        "Genomförd: Nej",
        "Giltigt: Nej",
        "Närvaro hela dagen: Nej",
    ],
)
def test_other_answers_are_doubtful(line: str) -> None:
    found = reading(*FIELDS, line)

    assert found.says_not_completed or not found.is_complete


@pytest.mark.parametrize(
    "status",
    [
        "Status: publicerat",
        "Status: Aktivt",
        "Intygets status: bekräftat",
        "Status: giltig, verifierad mot utfärdarens nyckel",
        "Status: giltigt, kontrollerat mot registret",
        "Status: ej återkallat",
        "Status: Active",
    ],
)
def test_status_of_a_paper_that_holds_is_no_doubt(status: str) -> None:
    found = reading(*SENTENCE, status)

    assert found.is_complete
    assert not found.says_not_completed


@pytest.mark.parametrize(
    "status",
    [
        "Status: inaktiv",
        "Status: under granskning",
        "Status: ej verifierad",
        "Status: inte bekräftad",
        "Status: aktiv, ej slutförd",
        "Status: bekräftad plats",
        "Status: spärrad",
        "Status: utkast",
        "Status: verifieras",
        "Status: aktiv till 2022",
        "Status: Aktiv, 3 moduler kvar",
        "Status: publiceras senare",
    ],
)
def test_other_states_are_doubtful(status: str) -> None:
    assert reading(*SENTENCE, status).says_not_completed


@pytest.mark.parametrize("status", ["aktiv", "bekräftad", "verifierad", "publicerad"])
def test_status_may_be_of_a_place_on_a_course_that_nobody_is_said_to_have_completed(
    status: str,
) -> None:
    lines = ("Mina intyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutdatum: 2023-04-12")

    assert reading(*lines, f"Status: {status}").says_not_completed
    assert not reading(*lines, "Status: slutförd").says_not_completed


@pytest.mark.parametrize(
    "grade",
    ["Intyg finns, godkänd", "Godkänd, intyg utfärdat", "Godkänd, kontrollerad mot registret"],
)
def test_grade_may_tell_of_the_paper_as_well(grade: str) -> None:
    assert not reading(*FIELDS, f"Betyg/intyg: {grade}").says_not_completed
    assert reading(*FIELDS, f"Betyg/intyg: {grade}, ej slutförd").says_not_completed


@pytest.mark.parametrize("grade", ["Intyg finns inte", "Intyg finns, ej godkänd", "mot betyg"])
def test_grade_that_is_not_told_is_doubtful(grade: str) -> None:
    assert reading(*FIELDS, f"Betyg/intyg: {grade}").says_not_completed


@pytest.mark.parametrize(
    ("grade", "doubtful"),
    [
        ("Intyg finns, godkänd", False),
        ("Kurs avslutad, godkänd", False),
        ("Intyg finns, ej godkänd", True),
        ("Intyg finns", True),
        ("Kurs avbruten, intyg finns", True),
    ],
)
def test_grade_in_a_cell_may_begin_with_the_paper(grade: str, doubtful: bool) -> None:
    rows = (("Betyg/intyg", grade), ("Registrerad av", "Eva Lund"))
    cells = [
        Text(72 + 190 * n, 500 - 24 * number, cell)
        for number, row in enumerate(rows)
        for n, cell in enumerate(row)
    ]
    (found,) = read(draw([*column(*FIELDS, leading=1.5), *cells]), MARKS)

    assert found.says_not_completed is doubtful
