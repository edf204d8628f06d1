"""How much was done: less than all of the course, or too few right answers, is asked about."""

import pytest

from tests.certificates import table
from tests.focusareas.test_certificate_fields import ROWS, certificate, is_doubtful


@pytest.mark.parametrize(
    "said",
    [
        ["Kursförlopp: 4 av 6 krav uppfyllda."],
        ["Deltagit: 2 timmar av 6"],
        ["Genomförd tid: 2 av 6 timmar"],
        ["Uppgifter: 2/3"],
        ["Aktiviteter slutförda: 7 av 9"],
        ["Tre av fyra kapitel klara"],
        ["Poäng: 4/10"],
        ["Poäng: 8/10", "Gräns: 9/10"],
        ["Quiz 1: 80 %", "Quiz 2: 0 %"],
        ["Kapitel 1: 93 %", "Kapitel 2: 40 %"],
        ["Kapitel 1: 93 % klart", "Kapitel 2: 88 % klart"],
        ["Framsteg kapitel 2: 88 %"],
        ["Kunskapstest: 11 av 20 rätt"],
        ["Ditt resultat: 75 %", "Gräns för godkänt: 80 %"],
        ["Ditt resultat: 15 av 20 rätt. För godkänt krävs 16 rätt."],
        ["Resultat: 14 poäng. För att bli godkänd krävs 15 poäng."],
        ["Testresultat: 15/20 (för godkänt krävs minst 16)"],
        ["75 % av kursen är genomförd"],
    ],
)
def test_less_than_enough_is_doubtful(said: list[str]) -> None:
    assert is_doubtful(certificate(*said))


@pytest.mark.parametrize(
    "said",
    [
        ["Kursförlopp: 6 av 6 krav uppfyllda."],
        ["Moduler: 6/6"],
        ["Kapitel 1: 93 %", "Kapitel 2: 88 %"],
        ["Deltagit: 6 timmar av 6"],
        ["Gräns för godkänt: 80 % (80 poäng)", "Ditt resultat: 95 % (95 poäng)"],
        ["Godkänt resultat: minst 80 %", "Ditt resultat: 85 %"],
        ["Ditt resultat: 16 av 20 rätt. För godkänt krävs 16 rätt."],
        ["Resultat: 18 poäng. För att bli godkänd krävs 15 poäng."],
        ["Testresultat: 17/20 (för godkänt krävs minst 16)"],
        ["Resultat: 9 av 10 rätt. Det krävs 8 rätt för att bli godkänd."],
        ["Your result: 18 of 20. 16 required to pass."],
        ["Status: Godkänt, 16/20 rätt"],
        ["Poäng: 27 av 30 (gräns för godkänt: 24)"],
        ["Slutprov: 18 av 20 poäng"],
        ["80 % krävs för godkänt resultat"],
        ["Resultat: 92 %", "Slutfört: 2023-04-12"],
        ["with a score of 83%", "Completed on 2023-04-12"],
        ["Sida 1 av 2"],
        ["En av fem kvinnor utsätts för våld."],
        ["Kursen gavs 3/4 och 12/4 2023"],
        ["Ärende: SON 2022/229"],
        ["Tjänstgöringsgrad 75 %"],
    ],
)
def test_enough_raises_no_doubt(said: list[str]) -> None:
    assert not is_doubtful(certificate(*said))


@pytest.mark.parametrize(
    ("label", "value", "doubtful"),
    [
        ("Förlopp", "4 av 6 krav uppfyllda", True),
        ("Förlopp", "6 av 6 krav uppfyllda", False),
        ("Moduler", "4/6", True),
        ("Moduler", "6/6", False),
        ("Poäng", "3/10", True),
        ("Poäng", "9/10", False),
    ],
)
def test_share_in_a_cell_of_its_own(label: str, value: str, doubtful: bool) -> None:
    beside = table(("Kursintyg",), *ROWS[:2], (label, value), ROWS[2])
    fields = [*ROWS[:2], (label, value), ROWS[2]]
    headings, values = zip(*fields, strict=True)
    below = table(("Kursintyg",), headings, values, width=120)

    assert [is_doubtful(lines) for lines in (beside, below)] == [doubtful] * 2


@pytest.mark.parametrize(
    ("heading", "share", "doubtful"),
    [("Rätta svar", "4 av 5", False), ("Rätta svar", "1 av 5", True), ("Klart", "4 av 5", True)],
)
def test_shares_are_told_of_by_the_heading_of_their_column(
    heading: str, share: str, *, doubtful: bool
) -> None:
    rows = ("Innehåll", heading), ("Vad är våld?", "5 av 5"), ("Barn", share)

    assert is_doubtful([*certificate(), *table(*rows, top=560)]) is doubtful


@pytest.mark.parametrize("sign", ["|", "·", "•"])
@pytest.mark.parametrize(
    ("shares", "doubtful"),
    [
        (("Poäng: 27/30", "Studietid: 3 timmar"), False),
        (("Studietid: 3 timmar", "Poäng: 27/30"), False),
        (("Moduler: 6/6", "Poäng: 27/30"), False),
        (("Poäng: 12/30", "Studietid: 3 timmar"), True),
        (("Poäng: 27/30", "Moduler: 5/6"), True),
        (("Slutprov", "Moduler: 5/6"), True),
    ],
)
def test_fields_on_one_line_tell_of_their_own_shares(
    sign: str, shares: tuple[str, ...], *, doubtful: bool
) -> None:
    line = f" {sign} ".join(("Godkänd: 12.4.2023", *shares))

    assert is_doubtful(certificate(line)) is doubtful


@pytest.mark.parametrize("sign", ["|", "·", "•"])
@pytest.mark.parametrize(
    ("fields", "doubtful"),
    [
        (("Framsteg", "43 %"), True),
        (("Moduler", "3/7"), True),
        (("Närvaro", "1/2"), True),
        (("Rätt svar", "4/20"), True),
        (("4/7", "kapitel"), True),
        (("40 %", "av kursen"), True),
        (("Intyg", "40 %", "av kursen"), True),
        (("2/3",), True),
        (("55 %",), True),
        (("Moduler", "7/7"), False),
        (("Framsteg", "100 %"), False),
        (("Rätt svar", "18/20"), False),
        (("6/6", "kapitel"), False),
        (("Poäng", "27/30", "Moduler: 3/3"), False),
        (("Sida", "1/2"), False),
    ],
)
def test_field_of_words_beside_a_share_is_its_label(
    sign: str, fields: tuple[str, ...], *, doubtful: bool
) -> None:
    behind = f" {sign} ".join(("Slutförd: 2023-04-12", *fields))
    before = f" {sign} ".join((*fields, "Slutförd: 2023-04-12"))

    assert is_doubtful(certificate(behind)) is doubtful
    assert is_doubtful(certificate(before)) is doubtful


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("Godkänd 2023-04-12 | 3/7", True),
        ("Godkänd: 2023-04-12 · 43 %", True),
        ("Datum: 2023-04-12 | 43 %", True),
        ("Passed 2023-04-12 | 4/9", True),
        ("Godkänd 2023-04-12 | 7/7", False),
        ("Datum: 2023-04-12 · 100 %", False),
        ("vrplan.se | 1/2", False),
    ],
)
def test_share_without_a_label_in_a_field_of_its_own(line: str, *, doubtful: bool) -> None:
    assert is_doubtful(certificate(line)) is doubtful


@pytest.mark.parametrize(
    ("said", "doubtful"),
    [
        ("Närvaro: 4 av 4 träffar", False),
        ("Närvaro: 4 av 4 kurstillfällen. Deltagaren har fullgjort alla moment.", False),
        ("Framsteg: 6 av 6 moduler", False),
        ("Närvaro: 3 av 4 träffar", True),
        ("Närvaro: 2 av 2 dagar", False),
        ("Närvaro: 1 av 2 dagar", True),
        ("Framsteg: 6 av 6 moduler saknar underskrift", True),
    ],
)
def test_what_there_is_so_much_of_is_told_behind_the_share(said: str, *, doubtful: bool) -> None:
    assert is_doubtful(certificate(said)) is doubtful


@pytest.mark.parametrize(("part", "doubtful"), [("begränsningar", False), ("gräns", True)])
def test_part_about_what_limits_people_is_no_limit(part: str, *, doubtful: bool) -> None:
    listed = table(*ROWS, ["Resultat: 16 av 20 rätt"], [f"Liv med {part}", "100 %"])

    assert is_doubtful(listed) is doubtful
