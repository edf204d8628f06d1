"""What was learnt, with whom, and what a paper proves: no remarks on the certificate."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw, table

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
FIELDS = "Kursintyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12"


def is_sure(*said: Text | str) -> bool:
    lines = column(*FIELDS, *(line for line in said if isinstance(line, str)))
    cells = (cell for cell in said if isinstance(cell, Text))
    (found,) = read(draw([*lines, *cells]), MARKS)
    return found.is_complete and not found.says_not_completed


@pytest.mark.parametrize(
    "said",
    [
        "Kan redogöra för vad en strukturerad bedömning innebär",
        "Kan samla in och värdera underlag",
        "Har god kännedom om lagar",
        "Har fördjupade kunskaper i bemötande",
        "Har fått kunskap om våldets uttryck",
        "Intyg inlämnat till chef 2023-04-14",
        "Inloggad tid: 5 tim 58 min.",
        "Beviset får kopieras i oförändrat skick.",
        "Intyg granskat av Annelie Forsgard",
        "Detta intyg har upprättats digitalt och saknar därför underskrift.",
        "Intyget färdigställdes 2023-04-13.",
        "Det här brevet är ditt intyg på att du har genomfört kursen, som omfattade sju timmar.",
        "Detta kort visar att du har genomgått kursen, som anordnades i Visby.",
        "Kim Berg har genomfört kursen tillsammans med sitt arbetslag.",
        "Kim Berg har genomfört kursen tillsammans med övriga deltagare.",
    ],
)
def test_what_cannot_take_it_back_raises_no_doubt(said: str) -> None:
    assert is_sure(said)


@pytest.mark.parametrize(
    "said",
    [
        "Kan ha missat en del",
        "Kan vara fel person",
        "Har missat en dag",
        "Har kunskap om våld men har inte gjort provet",
        "Kan delta vid nästa tillfälle",
        "Kommentar: Deltog som observatör",
        "Intyget har bytt ägare.",
        "Intyg inlämnat av annan person",
        "Detta dokument är inget kvitto på att Kim Berg har slutfört kursen.",
        "Märket visar inte att innehavaren har slutfört kursen.",
        "Intyget har förändrats",
        "Intyget är inte granskat",
        "Intyget är granskat och underkänt",
        "Detta är inget intyg på att du har genomfört kursen",
        "Brevet blir ett bevis på att du har genomfört kursen först när chefen skrivit under",
        "Kim Berg har genomfört kursen tillsammans med Linda Ekdahl.",
        "Kim Berg gjorde testet tillsammans med en kollega.",
    ],
)
def test_what_may_take_it_back_is_doubtful(said: str) -> None:
    assert not is_sure(said)


@pytest.mark.parametrize(
    ("last", "sure"),
    [("Ja", True), ("Uppnått", True), ("Nej", False), ("Delvis", False), ("–", False)],
)
def test_all_goals_of_a_table_are_to_be_reached(last: str, *, sure: bool) -> None:
    goals = ("Lärandemål", "Uppnått"), ("Kan beskriva våld", "Ja"), ("Kan agera", last)

    assert is_sure(*table(*goals, top=600)) is sure
