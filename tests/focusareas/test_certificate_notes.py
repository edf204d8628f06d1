"""Short notes and amounts that say that not all was done, and others that say nothing of it."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw, table

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
LINES = ("Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12")


def is_sure(lines: list[Text]) -> bool:
    (found,) = read(draw(lines), MARKS)
    assert (found.names, found.course_code) == (("Kim Berg",), "nck-vald")
    return not found.says_not_completed


@pytest.mark.parametrize(
    "note",
    [
        "Omfattning: delar av kursen",
        "Genomförd i valda delar",
        "Endast utvalda moment",
        "* del av utbildningen",
        "Avser kapitel 2 och 3",
        "( ) hela kursen (•) delar av kursen",
        "3 chapters left",
        "En träff kvar",
        "Slutuppgift saknas",
        "Inlämningsuppgift: under bedömning",
        "Kunskapstest: rättas",
        "Final exam: missing",
        "Awaiting final grade",
        "Omprov erbjuds i maj",
        "Du behöver göra om modul 2.",
        "[ Gör kunskapstestet ]",
        "Nästa: Modul 4 ›",
        "Nästa steg: Slutprov",
        "Fortsätt där du slutade",
        "Resume course >",
        "Starta kursen",
        "Chefens bedömning: avslås",
        "Räknas ej",
        "Bestrids av kursgivaren",
        "Utreds vidare",
        "No-show",
        "Kom aldrig till kursen",
        "Attendance not confirmed",
        "Framflyttad till våren",
        "Nytt datum meddelas senare",
        "Godkänd: FALSKT",
        "Godkänd (J/N): N",
        "Kunskapstest: 0 poäng",
        "Godkänd av: ________",
        "Bedömning: otillräckligt",
        "Completion: 35 %",
        "Närvarande: 1 tim 30 min (av 3 tim)",
        "En av två kursträffar",
        "Poäng: 8 (krav: 12)",
        "Du fick 7 poäng. För intyg behövs 12.",
        "Praktisk del klar. Skriftlig del: 14 september.",
        "Utbildningen omfattar två dagar. Deltagaren närvarade en dag.",
        "Kursen omfattar en heldag. Närvaro: förmiddagen",
        "Kursen omfattar en heldag. Kl. 13–16",
        "Deltog, dag 1",
        "Praktisk övning saknas",
        "Tentamen: IG",
        "Not present",
        "Beslut: ej beviljat",
        "9 poäng (minst 12)",
        "You scored 6. Pass mark: 8",
        "Till provet »",
        "Slutför kursen",
        "Påbörja nästa modul",
        "Passed – no",
        "Webbkurs om våld  2023-04-12  2 / 1 = genomförd, 2 = påbörjad",
        "Webbkurs om våld (1/2)",
        "Webbkurs om våld 2/6",
    ],
)
def test_what_is_left_awaited_or_refused_is_asked_about(note: str) -> None:
    assert not is_sure(column(*LINES, *note.split(" / "), "Visby"))


@pytest.mark.parametrize(
    "note",
    [
        "Om uppgifterna inte stämmer, kontakta oss.",
        "Omfattning: hela kursen",
        "Fortsätt",
        "Nästa ›",
        "Delar av kursen bygger på forskning om våld och hälsa.",
        "Bedömning: Godkänd",
        "Poäng: 15 (krav: 12)",
        "Du fick 17 poäng. För intyg behövs 12.",
        "Slutuppgift: godkänd",
        "Kunskapstest: 18 av 20 rätt",
        "Godkänd (J/N): J",
        "Utbildningen omfattar två dagar. Deltagaren närvarade båda dagarna.",
        "Utbildningen omfattar två dagar. Deltagaren närvarade två dagar.",
        "Kursen omfattar en heldag, kl. 9–16.",
        "Kursen omfattar en halvdag, förmiddagen.",
        "(•) hela kursen ( ) delar av kursen",
        "Närvarande: 3 tim (av 3 tim)",
        "Sida 1/2",
        "För godkänt krävs minst 12 av 15 poäng. Du fick 14 poäng.",
        "Varje fråga ger 1 poäng. Antal rätt: 18 (minst 12)",
        "Granskas av: enhetschef",
        "Kl. 13–16",
        "Webbkurs om våld  2023-04-12  1 / 1 = genomförd, 2 = påbörjad",
    ],
)
def test_what_says_nothing_against_it_is_no_doubt(note: str) -> None:
    assert is_sure(column(*LINES, *note.split(" / "), "Visby"))


@pytest.mark.parametrize(
    ("question", "answer", "sure"),
    [
        ("Godkänd", "Ja", True),
        ("Godkänd", "X", True),
        ("Godkänd", "", False),
        ("Godkänd (1/0)", "0", False),
        ("Passed (Y/N)", "N", False),
        ("Klar", "N", False),
        ("Godkänd sign.", "", False),
    ],
)
def test_question_over_a_column_is_to_be_answered(question: str, answer: str, sure: bool) -> None:
    rows = [("Kurs", "Datum", question), ("Webbkurs om våld", "2023-04-12", answer)]

    assert is_sure([*column("Kursintyg", "Namn: Kim Berg"), *table(*rows, top=650)]) is sure
