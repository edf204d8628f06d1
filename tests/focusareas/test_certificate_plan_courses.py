"""The courses of the plan by what its file says of them."""

import tomllib
from pathlib import Path

import pytest

import focusareas
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

PLAN = Path(focusareas.__file__).parent / "data" / "plan-2022-2023.toml"
COURSES = [
    CourseMarks(one["code"], one.get("issuer", ""), tuple(one["fingerprints"]))
    for one in tomllib.loads(PLAN.read_text())["courses"]
]
TITLE = "Hedersrelaterat våld och förtryck"


def course(*lines: str) -> str | None:
    certificate = ("Kursbevis", "Namn: Kim Berg", f"Kurs: {TITLE}", "Slutförd: 2023-04-12")
    (reading,) = read(draw(column(*certificate, *lines)), COURSES)
    return reading.course_code


@pytest.mark.parametrize(
    "form", ["Kursform: Webbkurs", "Form: Webbutbildning", "Webbaserad, två timmar"]
)
def test_course_of_the_county_board_on_the_web(form: str) -> None:
    assert course("Kursgivare: Länsstyrelsen Stockholm", form) == "heder-lst"
    assert course("Kursgivare: Studieförbundet", form) is None


def test_days_of_the_county_board_are_another_course() -> None:
    """Länsstyrelsen holds three days of training with that subject (plan, appendix 4)."""
    assert course("Kursgivare: Länsstyrelsen Stockholm", "Omfattning: tre heldagar") is None
    assert course("Kursgivare: Socialstyrelsen", "Form: Webbutbildning") == "heder-sos"
