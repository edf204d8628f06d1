"""Fields that are numbered as points are, and pictograms in front of them."""

import pytest

from focusareas import uploads
from focusareas.certificate_letters import read_page
from focusareas.certificate_reader import Reading, read
from focusareas.certificate_tables import arranged
from tests.certificates import column, draw, table
from tests.focusareas.test_certificate_layouts import MARKS


def read_lines(*lines: str) -> Reading:
    (reading,) = read(draw(column(*lines)), MARKS)
    return reading


def is_sure(reading: Reading) -> bool:
    is_told = reading.names == ("Kim Berg",) and reading.course_code == "nck-vald"
    return is_told and reading.is_complete and not reading.says_not_completed


FIELDS = ("Namn: Kim Berg", "Utbildning: Webbkurs om våld", "Slutförd: 2023-04-12")


@pytest.mark.parametrize(
    "numbers",
    [
        ("1.1", "1.2", "1.3"),
        ("1.1", "2.1", "2.2"),
        ("2.1.", "2.2.", "3.1."),
        ("1.1.1", "1.1.2", "1.2.1"),
        ("a)", "b)", "c)"),
        ("A.", "B.", "C."),
        ("(1)", "(2)", "(3)"),
        ("(a)", "(b)", "(c)"),
        ("§ 1", "§ 2", "§ 3"),
        ("1.", "2.", "3."),
    ],
)
def test_numbers_of_fields_are_no_part_of_them(numbers: tuple[str, ...]) -> None:
    lines = [f"{number} {field}" for number, field in zip(numbers, FIELDS, strict=True)]
    cells = [[number, *field.split(": ")] for number, field in zip(numbers, FIELDS, strict=True)]

    assert is_sure(read_lines("Kursintyg", *lines))
    (reading,) = read(draw([*column("Kursintyg"), *table(*cells)]), MARKS)
    assert is_sure(reading)


@pytest.mark.parametrize(
    "lines",
    [
        ("1.1 Kursledare: Kim Berg", "1.2 Kurs: Webbkurs om våld", "1.3 Slutförd: 2023-04-12"),
        ("a) Utfärdare: Kim Berg", "b) Kurs: Webbkurs om våld", "c) Slutförd: 2023-04-12"),
        ("1.1 Namn: Kim Berg", "1.2 Kurs: Webbkurs om våld", "1.3 Slutförd: Nej"),
    ],
)
def test_numbered_fields_say_no_more_than_others(lines: tuple[str, ...]) -> None:
    assert not is_sure(read_lines("Kursintyg", *lines))


@pytest.mark.parametrize("lines", [
    ("12.4 Kim Berg", "13.4 Bo Ek", "14.4 Eva Lind"), ("2.0 Kim", "2.1 Berg", "3.0 Ek"),
    ("1.1 Kim", "1.3 Berg", "1.4 Ek"), ("1.1 Kim", "1.2 Berg"), ("1. Kim", "2. Berg", "3. Ek"),
])  # fmt: skip
def test_days_versions_and_lists_keep_their_numbers(lines: tuple[str, ...]) -> None:
    with uploads.open_pdf(draw(column(*lines))) as document:
        page = read_page(document, 1)

    assert arranged(page).lines == lines


@pytest.mark.parametrize("sign", ["👤", "🧑", "🎓", "🏅", "👩\u200d💻", "🙋🏽"])
def test_pictogram_says_no_more_than_the_name_behind_it(sign: str) -> None:
    lines = (f"{sign} Kim Berg", "📘 Webbkurs om våld", "📅 Slutförd 2023-04-12")

    assert is_sure(read_lines("Kursintyg", *lines))


@pytest.mark.parametrize("sign", ["✍", "👥", "👩\u200d🏫", "📞"])
def test_pictogram_of_somebody_else_tells_whose_name_it_is_not(sign: str) -> None:
    lines = (f"{sign} Kim Berg", "📘 Webbkurs om våld", "📅 Slutförd 2023-04-12")

    assert read_lines("Kursintyg", *lines).names == ()


@pytest.mark.parametrize("lead", ["......", " ......", " ____", " …… : "])
@pytest.mark.parametrize("label", ["KLAR", "KVITTO NR", "Avslutad", "Uppnådd"])
def test_label_with_dots_to_its_value_is_no_part_of_the_name_above(label: str, lead: str) -> None:
    lines = (f"DELTAGARE{lead} Kim Berg", f"{label}{lead} 2023-04-12", "Webbkurs om våld")
    (reading,) = read(draw(column("INTYG GENOMFÖRD KURS", *lines, leading=1.3)), MARKS)

    assert reading.names == ("Kim Berg",)


def test_name_that_goes_on_before_dots_to_write_on_is_not_cut_off() -> None:
    lines = ("Deltagare: Anna Kim", "Berg ......", "Webbkurs om våld", "Slutförd 2023-04-12")
    (reading,) = read(draw(column("Intyg", *lines, leading=1.3)), MARKS)

    assert reading.names != ("Anna Kim",)
