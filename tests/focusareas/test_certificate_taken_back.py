"""What takes a paper back in so many words, keeps it locked or only shows how one looks."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import column, draw

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
LINES = ("Kursintyg", "Kim Berg", "Webbkurs om våld", "Genomförd 2023-04-12")


def is_sure(*lines: str) -> bool:
    [reading] = read(draw(column(*lines)), MARKS)
    return reading.is_complete and not reading.says_not_completed


@pytest.mark.parametrize(
    "remark",
    [
        "Superseded by certificate no. 88120.",
        "Replaced by certificate no. 88120.",
        "No longer valid",
        "Audit only – not valid as proof of completion",
        "Unofficial copy",
        "For demonstration only",
        "Se nytt intyg 4471",
        "Inaktivt intyg",
        "Upphörde att gälla i våras",
        "Gick ut i höstas",
        "Låses upp när alla frågor är besvarade",
        "Tillgängligt efter slutprovet",
        "Unlocks when all questions are answered",
        "This account is shared by several users.",
        "Kontot används av flera",
        "Endast för visning",
        "Förslag till intyg",
        "Version 0.3",
        "Lathund för chefer, sid 3",
        "Bild 3. Så ser det ut när kursen är klar.",
        "Övning 2: Fyll i intyget",
        "Det finns en nyare version av intyget",
        "Reissued as no. 88120",
        "Ersatt 2024",
        "Infoga underskrift",
        "Steg 4: Skriv ut intyget",
        "Vattenstämpel",
    ],
)
def test_paper_that_is_taken_back_or_only_shown_is_asked_about(remark: str) -> None:
    assert not is_sure(*LINES, remark)
    assert not is_sure(remark, *LINES)


@pytest.mark.parametrize(
    "line",
    [
        "[Kursledarens namn]",
        "[Plats och datum]",
        "<ort>, <underskrift>",
        "{{kursledare}}",
        "Intygsnummer: XXXX-XXXX",
    ],
)
def test_paper_with_places_that_were_not_filled_in_is_asked_about(line: str) -> None:
    assert not is_sure(*LINES, line)


@pytest.mark.parametrize(
    "line",
    [
        "Version 1.0",
        "Certificate no. 88120",
        "Personnummer: 19800412-XXXX",
        "Personnummer: XXXXXXXX-XXXX",
        "(namnförtydligande)",
        "Support <kurs@nck.example>",
        "Kursen är tillgänglig för alla på webben",
        "Tillgänglig efter inloggning på lärportalen",
        "Du loggas ut om du är inaktiv",
        "Uppdaterad version av kursen 2022",
    ],
)
def test_what_only_sounds_alike_is_harmless(line: str) -> None:
    assert is_sure(*LINES, line)


def with_note(kind: str) -> bytes:
    """The certificate with something that lies on its page."""
    note = b"<</Type/Annot/Subtype/%s/Rect[100 100 300 200]>>" % kind.encode()
    return draw(column(*LINES), page=b"/Annots[6 0 R]", objects=[note])


@pytest.mark.parametrize("kind", ["Stamp", "FreeText", "StrikeOut", "Ink", "Text", "Line"])
def test_what_was_stamped_or_written_on_it_must_be_seen(kind: str) -> None:
    [reading] = read(with_note(kind), MARKS)

    assert reading.is_complete
    assert reading.says_not_completed


@pytest.mark.parametrize("kind", ["Link", "Widget", "Highlight", "Underline", "Popup"])
def test_links_fields_and_marked_lines_take_nothing_back(kind: str) -> None:
    [reading] = read(with_note(kind), MARKS)

    assert reading.is_complete
    assert not reading.says_not_completed
