"""Empty boxes for those who did not complete a course, on papers of those who did."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
FIELDS = ("Intyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")
SENTENCE = ("Kursintyg", "Kim Berg", "har genomfört kursen", "Webbkurs om våld", "2023-04-12")


def reading(*lines: str) -> Reading:
    (found,) = read(draw(column(*lines, leading=1.5)), COURSES)
    return found


@pytest.mark.parametrize(
    "boxes",
    [
        ("☐ Närvaro under 80 %", "☒ Närvaro 80–100 %, kursen är godkänd", "☐ Kursen avbröts"),
        ("☒ Kursen är genomförd", "☐ Ej godkänd"),
        ("☑ Godkänd", "☐ Underkänd", "☐ Avbruten i förtid"),
        ("[x] Deltagaren har fullföljt kursen", "[ ] Deltagaren har avbrutit kursen"),
        ("☐ Mindre än 75 % närvaro", "☒ Utbildningen är fullföljd"),
        ("☒ Passed", "☐ Failed"),
        ("Slutförd ☒", "Ej slutförd ☐"),
        ("☒ Godkänd ☐ Ej godkänd", "☐ Avbruten"),
    ],
)
def test_what_an_empty_box_denies_is_no_doubt_where_another_is_ticked(
    boxes: tuple[str, ...],
) -> None:
    found = reading(*FIELDS, *boxes)

    assert found.is_complete
    assert not found.says_not_completed


@pytest.mark.parametrize(
    "box",
    [
        "☐ Kursen avbröts",
        "☐ Ej godkänd",
        "☐ Underkänd",
        "☐ Inte slutförd",
        "[ ] Not completed",
        "☐ Frånvarande",
        "☐ Närvaro under 80 %",
        "Underkänd ☐",
    ],
)
def test_what_an_empty_box_denies_is_no_doubt_below_a_sentence(box: str) -> None:
    assert reading(*SENTENCE).is_complete
    assert not reading(*SENTENCE, box).says_not_completed
    assert reading(*SENTENCE, box.replace("☐", "☒").replace("[ ]", "[x]")).says_not_completed


@pytest.mark.parametrize(
    "boxes",
    [
        ("☐ Kursen avbröts",),
        ("☐ Godkänd", "☐ Ej godkänd"),
        ("☒ Närvaro under 80 %", "☐ Kursen avbröts"),
        ("☒ Ej godkänd", "☐ Underkänd"),
        ("☒ Godkänd på delar av kursen", "☐ Underkänd"),
        ("☒ Har fått materialet", "☐ Underkänd", "☐ Godkänd"),
    ],
)
def test_empty_boxes_are_doubtful_where_nothing_is_said_to_be_done(boxes: tuple[str, ...]) -> None:
    assert reading("Intyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", *boxes).says_not_completed


@pytest.mark.parametrize(
    "box", ["☐ Godkänd", "☐ Kursen är genomförd", "☐ Hela kursen", "☒ Avbruten", "☒ Ej slutförd"]
)
def test_other_boxes_are_doubtful_below_a_sentence(box: str) -> None:
    assert reading(*SENTENCE, box, "☐ Underkänd").says_not_completed
