"""Who was there in another way than to learn is asked about, whatever the work of the holder."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
DONE = ("Webbkurs om våld", "Genomförd 2023-04-12")


def is_sure(*lines: str) -> bool:
    [reading] = read(draw(column(*lines)), MARKS)
    named = reading.names == ("Kim Berg",)
    return named and reading.is_complete and not reading.says_not_completed


@pytest.mark.parametrize(
    "role", ["tolk", "observatör", "kursvärd", "ljudtekniker", "moderator", "ledare", "interpreter"]
)
@pytest.mark.parametrize("form", ["Kim Berg ({})", "Kim Berg, {}", "Kim Berg – {}"])
def test_role_behind_the_name_is_asked_about(form: str, role: str) -> None:
    assert not is_sure("Kursintyg", form.format(role), *DONE)


@pytest.mark.parametrize("work", ["kurator", "undersköterska", "handläggare", "Hemtjänst Norr"])
def test_work_behind_the_name_is_no_role(work: str) -> None:
    assert is_sure("Kursintyg", f"Kim Berg, {work}", *DONE)
    assert is_sure("Kursintyg", f"Kim Berg ({work})", *DONE)


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("Funktion: tolk", True),
        ("Deltagandeform: åhörare", True),
        ("Medverkan: kursvärd", True),
        ("Attended as: observer", True),
        ("Observatör", True),
        ("Funktion: enhetschef", False),
        ("Deltagandeform: på distans", False),
        ("Medverkan: hela dagen", False),
    ],
)
def test_field_of_how_one_took_part(line: str, doubtful: bool) -> None:
    assert is_sure("Kursintyg", "Kim Berg", *DONE, line) is not doubtful


@pytest.mark.parametrize(
    ("sentence", "doubtful"),
    [
        ("Kim Berg har genomfört Webbkurs om våld 2023-04-12 med 12 deltagare.", True),
        ("Kim Berg har genomfört Webbkurs om våld 2023-04-12 för sin arbetsgrupp.", True),
        ("Kim Berg, ledare, har genomfört Webbkurs om våld 2023-04-12 med sin grupp.", True),
        ("Kim Berg har genomfört Webbkurs om våld 2023-04-12 tillsammans med sin grupp.", False),
    ],
)
def test_who_did_it_for_others_has_led_it(sentence: str, doubtful: bool) -> None:
    assert is_sure("Kursintyg", sentence) is not doubtful


@pytest.mark.parametrize(
    "sentence",
    [
        "En person i din grupp har genomfört Webbkurs om våld den 12 april 2023.",
        "En av dina medarbetare har slutfört Webbkurs om våld 2023-04-12.",
        "One of your employees has completed Webbkurs om våld on 12 April 2023.",
    ],
)
def test_whom_a_letter_tells_of_another_is_not_the_holder(sentence: str) -> None:
    assert not is_sure("Hej Kim Berg!", "Kursintyg", sentence)
    assert is_sure("Hej Kim Berg!", "Kursintyg", "Du har genomfört Webbkurs om våld 2023-04-12.")


@pytest.mark.parametrize("line", ["Hemtjänst Norr, att: Kim Berg", "Attn: Kim Berg"])
def test_who_a_letter_is_to_the_attention_of_is_not_the_holder(line: str) -> None:
    assert not is_sure("Kursintyg", line, "har genomfört Webbkurs om våld 2023-04-12")
    assert is_sure("Härmed intygas att:", "Kim Berg", "har genomfört Webbkurs om våld 2023-04-12")


@pytest.mark.parametrize(
    "heading", ["Digitalt märke för handledare", "Intyg till föreläsare", "Badge for trainers"]
)
def test_paper_for_those_who_lead_courses_is_another_one(heading: str) -> None:
    assert not is_sure(heading, "Kim Berg", *DONE)
