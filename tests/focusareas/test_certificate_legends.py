"""Legends: what the states of a record mean is nobody's own state."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import column, draw

COURSES = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
LINES = ("Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")


def reading(*lines: str) -> Reading:
    (found,) = read(draw(column(*LINES, *lines)), COURSES)
    return found


@pytest.mark.parametrize(
    "line",
    [
        "Status Godkänd betyder att deltagaren har fullgjort alla moment.",
        "Ej påbörjad betyder att deltagaren inte har startat utbildningen.",
        "U = Underkänd, G = Godkänd, VG = Väl godkänd",
        "G = godkänd, U = underkänd, – = ej påbörjad",
        "Betygsskala: Underkänd, Godkänd",
        "Betyg ges enligt skalan Godkänd/Ej godkänd.",
        "Som betyg används Godkänd eller Underkänd.",
        "Gradering: Godkänd (G) / Underkänd (U)",
        "Möjliga resultat: Godkänd, Underkänd",
        "* U = underkänd",
        "Status kan vara Godkänd, Pågående eller Ej påbörjad.",
        "Förklaring: Godkänd = alla moment klara. Pågående = kursen är inte avslutad.",
        "Teckenförklaring: ✓ genomförd, – ej genomförd",
        "Utbildningar med status Pågående är inte avslutade.",
        "Pågående utbildningar visas utan slutdatum.",
        "Streck i kolumnen Slutdatum innebär att utbildningen inte är slutförd.",
        "Statusen Ej godkänd visas för den som inte har klarat slutprovet.",
        "Utbildningar som inte har påbörjats visas utan datum.",
    ],
)
def test_what_a_state_means_is_told_of_nobody(line: str) -> None:
    found = reading("Resultat: Godkänd", line)

    assert not found.says_not_completed
    assert found.course_code == "nck-vald"


@pytest.mark.parametrize(
    "lines",
    [
        ("Resultat: Underkänd", "Underkänd betyder att provet inte är klarat."),
        ("Resultat: U = underkänd",),
        ("Betygsskala: Underkänd",),
        ("Betygsskala: Godkänd/Underkänd, Betyg: Underkänd",),
        ("Betygsskala: Godkänd/Underkänd. Betyg: Underkänd",),
        ("Det innebär att kursen inte är godkänd.",),
        ("Kursen är ej avslutad, vilket betyder att intyget inte gäller.",),
        ("Resultat: Godkänd", "Status Godkänd innebär inte att kursen är genomförd."),
        ("Pågående kurser visas nedan.", "Utbildningen är inte avslutad."),
    ],
)
def test_what_is_told_of_this_one_counts(lines: tuple[str, ...]) -> None:
    assert reading(*lines).says_not_completed
