"""Forms with boxes to tick, and certificates in two languages side by side."""

import pytest

from focusareas.certificate_doubts import says_not_completed
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [
    CourseMarks("nck-vald", "Nationellt centrum för kvinnofrid", ("Webbkurs om våld",)),
    CourseMarks("heder-lst", "Länsstyrelsen", ("Webbkurs Heder",)),
]


def reading(*lines: str) -> Reading:
    (found,) = read(draw(column("Intyg", "Namn: Kim Berg", *lines, leading=1.5)), COURSES)
    return found


@pytest.mark.parametrize(
    "boxes",
    [
        ("☒ Samtliga moment är godkända", "☐ Momenten är inte godkända, kursen är avbruten"),
        ("[x] Godkänd  [ ] Ej godkänd",),
        ("☒ Godkänd ☐ Underkänd",),
        ("☐ Underkänd", "☑ Godkänd"),
        ("Kunskapstest ☒ Godkänt ☐ Inte godkänt",),
        ("Slutprov: [ ] Ej godkänt [x] Godkänt",),
        ("Kunskapstest: Godkänt ☒ Inte godkänt ☐",),
        ("Utbildningsform ☒ Webb ☐ Fysisk träff", "Utbildningen genomförd, på arbetstid"),
        ("Närvaro: ☑ Hela dagen □ Halva dagen",),
    ],
)
def test_what_is_not_ticked_is_not_said(boxes: tuple[str, ...]) -> None:
    found = reading("Kurs: Webbkurs om våld", "Slutförd: 2023-04-12", *boxes)

    assert not found.says_not_completed
    assert found.courses == ("nck-vald",)


@pytest.mark.parametrize(
    "boxes",
    [
        ("☐ Samtliga moment är godkända", "☒ Momenten är inte godkända"),
        ("☐ Godkänd", "☐ Ej godkänd"),
        ("☐ Godkänd ☒ Underkänd",),
        ("☒ Närvarande", "☐ Kursen är genomförd"),
        ("Ja ☐ Nej ☒",),
        ("Kunskapstest ☐ Godkänt ☒ Inte godkänt",),
        ("Kunskapstest: Godkänt ☐ Inte godkänt ☒",),
        ("Kunskapstest ☐ Godkänt ☐ Inte godkänt",),
        ("Deltagit ☒ Godkänd ☐ Intyg utfärdat",),
        ("Närvaro: ☐ Hela dagen ☑ Halva dagen",),
    ],
)
def test_what_is_ticked_or_should_be_is_said(boxes: tuple[str, ...]) -> None:
    found = reading("Kurs: Webbkurs om våld", "Slutförd: 2023-04-12", *boxes)

    assert found.says_not_completed


@pytest.mark.parametrize("label", ["Kurs:", "Genomförd kurs:", "Har genomfört"])
def test_the_course_is_the_one_that_is_ticked(label: str) -> None:
    def courses(*boxes: str) -> tuple[str, ...]:
        return reading(label, *boxes, "Slutförd: 2023-04-12").courses

    assert courses("☒ Webbkurs om våld", "☐ Webbkurs Heder") == ("nck-vald",)
    assert courses("☐ Webbkurs om våld", "☒ Webbkurs Heder") == ("heder-lst",)
    assert len(courses("☐ Webbkurs om våld", "☐ Webbkurs Heder")) != 1


@pytest.mark.parametrize(
    "lines",
    [
        ("Slutförd / Completed", "2023-04-12", "Anordnare / Provider", "NCK"),
        ("Slutförd: 2023-04-12", "Resultat / Result", "Godkänd / Passed", "Anordnare", "NCK"),
        ("Slutförd: 2023-04-12", "Resultat: Godkänd / Passed", "Plats", "Visby"),
        ("Slutförd: 2023-04-12", "Godkänd – passed", "Ansvarig", "Eva Lund"),
    ],
)
def test_label_or_value_in_two_languages_does_not_say_what_was_completed(
    lines: tuple[str, ...],
) -> None:
    assert reading("Utbildning / Course", "Webbkurs om våld", *lines).courses == ("nck-vald",)


def test_sentence_in_two_languages_says_what_was_completed() -> None:
    said = "har genomfört / has completed"

    assert reading(said, "Webbkurs om våld", "2023-04-12").courses == ("nck-vald",)
    assert reading(said, "Webbkurs om Brandskydd", "2023-04-12").courses == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("☐", "Genomförd"),
        ("Slutprov", "☐", "Godkänt"),
        ("Godkänd av kursledaren ☐",),
        ("[ ]", "Ja"),
        ("▢ Slutförd",),
    ],
)
def test_box_on_a_line_of_its_own_is_left_empty_as_well(lines: tuple[str, ...]) -> None:
    assert says_not_completed(lines)
    assert not says_not_completed([line.replace("☐", "☒") for line in lines if "☐" in line])


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("☒ Har deltagit i hela utbildningen ☐", "Har deltagit i delar av utbildningen"),
        ("☒ Hela kursen är genomförd ☐ Kursen är endast", "delvis genomförd"),
        ("☑ Godkänd ☐ Underkänd ☐", "Avbruten"),
        ("[x] Hela dagen [ ]", "Del av dagen"),
    ],
)
def test_box_last_on_its_line_belongs_to_the_words_below(upper: str, lower: str) -> None:
    def is_doubted(*boxes: str) -> bool:
        page = column("Intyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")
        (found,) = read(draw([*page, *column(*boxes, top=500, leading=1.2)]), COURSES)
        return found.says_not_completed

    empty, ticked = ("[ ]", "[x]") if "[x]" in upper else ("☐", "☒")
    other = upper.replace("☑", "☒").replace(ticked, "?").replace(empty, ticked).replace("?", empty)

    assert not is_doubted(upper, lower)
    assert is_doubted(other, lower)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("Kim Berg har varit närvarande hela dagen", "har varit närvarande del av dagen"),
        ("BERG Kim har deltagit hela dagen", "har deltagit del av dagen"),
        ("Kim Berg var närvarande under hela utbildningen", "var närvarande under del av den"),
        ("Kim Berg deltog båda dagarna", "deltog en av dagarna"),
    ],
)
@pytest.mark.parametrize("above", [("Närvaro",), ()])
def test_sentence_that_is_ticked_says_who_attended(
    above: tuple[str, ...], whole: str, part: str
) -> None:
    def attendance(*boxes: str) -> Reading:
        page = column("Närvarointyg", *above, *boxes, "Utbildning: Webbkurs om våld")
        (found,) = read(draw(page), COURSES)
        return found

    found = attendance(f"☒ {whole} 2023-04-12", f"☐ {part}")

    assert {*found.names} <= {"Kim Berg", "BERG Kim"}
    assert found.is_complete
    assert not found.says_not_completed
    assert attendance(f"☐ {whole} 2023-04-12", f"☒ {part}").says_not_completed
    assert attendance(f"☐ {whole} 2023-04-12", f"☐ {part}").says_not_completed
