"""Tables: cells that stand close, labels over, under, before and behind what they are of."""

from datetime import date

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, table

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
NAME, TITLE, DAY = "Kim van den Berg", "Webbkurs om våld", "2023-04-12"
Table = tuple[tuple[str, ...], ...]


def read_table(*rows: tuple[str, ...], lines: tuple[str, ...] = (), width: float = 0) -> Reading:
    """What is read where the columns are no wider than their longest cells, or so wide."""
    size = 12.0
    widths = [max(len(row[n]) for row in rows) * size * 0.5 + 4 for n in range(len(rows[0]))]
    starts = [72 + (width * n or sum(widths[:n])) for n in range(len(widths))]
    drawn = [
        Text(starts[n], 600 - 17 * number, cell, size)
        for number, row in enumerate(rows)
        for n, cell in enumerate(row)
        if cell
    ]
    (found,) = read(draw([*column("Kursintyg", *lines), *drawn]), COURSES)
    return found


def told(reading: Reading) -> tuple[tuple[str, ...], str | None, date | None]:
    return reading.names, reading.course_code, reading.completed_on


ALL = ((NAME,), "nck-vald", date(2023, 4, 12))
TABLES: list[Table] = [
    (("Namn", "Kurs", "Datum"), (NAME, TITLE, DAY)),
    (("NAMN", "KURS", "DATUM"), (NAME, TITLE, DAY)),
    (("Kursdeltagare", "Kursens namn", "Avslutat datum"), (NAME, TITLE, DAY)),
    (("Efternamn", "Förnamn", "Kurs", "Slutförd"), ("van den Berg", "Kim", TITLE, DAY)),
    (("Intygs-id", "Namn", "Utbildning", "Godkänd"), ("A-77120", NAME, TITLE, DAY)),
    (("Namn", "Enhet", "Kurs", "Genomförd"), (NAME, "Enheten Norr", TITLE, DAY)),
    (("Kurs", "Namn", "Anmäld", "Slutförd"), (TITLE, NAME, "2023-01-10", DAY)),
    (("Kurs", "Namn", "Slutförd", "Giltig till"), (TITLE, NAME, DAY, "2025-04-12")),
    (("Kurs", "Namn", "Utfärdat", "Genomfört"), (TITLE, NAME, "2023-04-14", DAY)),
    ((NAME, TITLE, DAY), ("namn", "utbildning", "genomförd")),
    ((NAME, "Kursdeltagare"), (TITLE, "Kurs"), (DAY, "Avslutad")),
    (("Efternamn", "van den Berg"), ("Förnamn", "Kim"), ("Kurs", TITLE), ("Avslutad", DAY)),
]


@pytest.mark.parametrize("rows", TABLES, ids=lambda rows: " ".join(rows[0]))
@pytest.mark.parametrize("width", [0, 115])
def test_cells_are_read_however_close_they_stand(rows: Table, width: float) -> None:
    assert told(read_table(*rows, width=width)) == ALL


@pytest.mark.parametrize(
    "lines",
    [
        ("Namn Kurs Datum", f"{NAME} {TITLE} {DAY}"),
        (NAME, TITLE, "Anmäld Slutförd Utskriven", f"2023-03-01 {DAY} 2023-05-01"),
        (NAME, "Kursdeltagare", DAY, "Genomförd", "2 tim 30 min", "Kurstid", TITLE),
        (f"{NAME} Deltagare", f"{TITLE} Kurs", f"{DAY} Avslutad"),
    ],
)
def test_table_that_is_only_lines_of_text_is_read(lines: tuple[str, ...]) -> None:
    (found,) = read(draw(column("Kursintyg", *lines)), COURSES)

    assert told(found) == ALL


@pytest.mark.parametrize(
    "heading",
    ["Kursledare", "Chef", "Utfärdat av", "Mellannamn"],
)
def test_column_of_somebody_else_names_nobody(heading: str) -> None:
    assert not any(read_table((heading, "Kurs", "Datum"), (NAME, TITLE, DAY)).names)


@pytest.mark.parametrize(
    "rows",
    [
        (("Namn", "Kurs", "Anmäld"), (NAME, TITLE, DAY)),
        (("Namn", "Kurs", "Giltig till"), (NAME, TITLE, DAY)),
        (("Kurs", "Namn", "Anmäld", "Slutförd"), (TITLE, NAME, DAY, "")),
        (("Kurs", "Namn", "Slutförd", "Utskriven"), (TITLE, NAME, "", DAY)),
        (("Kapitel", "Slutfört"), ("Kapitel 1", DAY)),
    ],
)
def test_day_of_another_column_is_not_taken(rows: Table) -> None:
    assert read_table(*rows, lines=(TITLE,)).completed_on is None


def test_day_of_the_whole_course_is_taken_and_not_that_of_a_chapter() -> None:
    rows = (("Kapitel", "Slutfört"), ("Kapitel 1", "2023-04-01"), ("Hela kursen", DAY))

    assert read_table(*rows, lines=(NAME, TITLE)).completed_on == date(2023, 4, 12)


@pytest.mark.parametrize("name", [f"{NAME} Sjöholm", f"Anna {NAME}", "Kim Webb van den Berg"])
def test_name_in_a_cell_is_never_cut_short(name: str) -> None:
    rows = (("Namn", "Kurs", "Datum"), (name, TITLE, DAY))
    lines = column("Kursintyg", " ".join(rows[0]), " ".join(rows[1]))

    assert read_table(*rows).names == (name,)
    assert read(draw(lines), COURSES)[0].names == (name,)


@pytest.mark.parametrize("width", [0, 150])
def test_list_of_several_people_names_them_all_or_nobody(width: float) -> None:
    rows = (("Namn", "Kurs", "Datum"), (NAME, TITLE, DAY), ("Bo Ek", TITLE, DAY))
    found = read_table(*rows, width=width)

    assert "bo ek" in found.everybody or len(found.names) != 1


def test_labels_over_and_under_the_same_values_are_left_as_they_stand() -> None:
    drawn = [
        *column("Kursintyg", TITLE),
        *table(["Slutförd"], [DAY], ["Utskriven"], ["2023-05-12"]),
    ]

    assert read(draw(drawn), COURSES)[0].completed_on == date(2023, 4, 12)


@pytest.mark.parametrize("row", [(NAME, TITLE, DAY), (NAME, TITLE, "12 april 2023", "Godkänd")])
@pytest.mark.parametrize("width", [0, 115])
def test_row_without_labels_tells_who_and_what_and_when(row: tuple[str, ...], width: float) -> None:
    assert told(read_table(row, width=width)) == ALL


@pytest.mark.parametrize(
    "row", [(NAME, "Enhetschef", DAY), (NAME, "Kursledare", TITLE, DAY), ("Anna", NAME, TITLE, DAY)]
)
def test_row_of_somebody_else_does_not_name_the_holder(row: tuple[str, ...]) -> None:
    assert read_table(row, lines=(TITLE,)).names != (NAME,)


IN_TWO_LINES = [
    (("Namn", "Name"), ("Kurs", "Course"), ("Slutförd", "Completed")),
    (("Deltagarens", "namn"), ("Kursens", "namn"), ("Kursens", "slutdatum")),
    (("Name", "Namn"), ("Kurs", "Course"), ("Datum för", "genomförande")),
]


@pytest.mark.parametrize("labels", IN_TWO_LINES)
def test_label_in_two_lines_has_its_value_at_half_its_height(
    labels: tuple[tuple[str, str], ...],
) -> None:
    drawn = column("Kursintyg")
    for number, (value, (first, second)) in enumerate(zip((NAME, TITLE, DAY), labels, strict=True)):
        top = 640 - 38 * number
        drawn += [Text(72, top, first, 12), Text(72, top - 13, second, 12)]
        drawn.append(Text(240, top - 6.5, value, 12))

    (found,) = read(draw(drawn), COURSES)

    assert told(found) == ALL


def test_two_labels_around_a_value_stay_apart() -> None:
    drawn = [*column("Kursintyg"), Text(72, 640, "Namn", 12), Text(72, 627, "Enhet", 12)]
    drawn += [Text(240, 633.5, NAME, 12), *column(f"Kurs: {TITLE}", f"Datum: {DAY}", top=590)]

    (found,) = read(draw(drawn), COURSES)

    assert found.names != (NAME,)
