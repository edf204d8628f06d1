"""Fields of status, result, progress and role: whatever is not known to be good is asked about."""

import pytest

from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from tests.certificates import Text, column, draw, table

MARKS = [CourseMarks("nck-vald", "NCK", ("Webbkurs om våld",))]
ROWS = [("Namn", "Kim Berg"), ("Kurs", "Webbkurs om våld"), ("Slutdatum", "2023-04-12")]
GOOD = [
    "Status: Slutförd",
    "Kursstatus: Avklarad",
    "Status: Completed",
    "Status: Genomförd 2023-04-12",
    "Status: Klar ✓",
    "Status / Status: Godkänd",
    "Resultat: Godkänd",
    "Resultat: G",
    "Betyg: VG",
    "Betyg: Väl godkänd",
    "Grade: A",
    "Result: Passed with distinction",
    "Resultat: 100 %",
    "Betyg: 18,00 / 20,00",
    "Score: 90%  Passing score: 80%  Time spent: 3 h",
    "Godkändgräns 80 %",
    "Resultat: 85 %",
    "Resultat på kunskapstestet: 18 av 20 rätt",
    "Testresultat: 18 av 20 rätt (gräns 16)",
    "Testresultat: 18 av 20 rätt (minst 16)",
    "Resultat: 20 av 20 rätt (krav: minst 80 %)",
    "Resultat: 18 rätt (gräns 16)",
    "Resultat: 18 av 20 rätt – godkänd (gräns 16)",
    "Resultat: 18 av 20 rätt, 80 % krävs för godkänt",
    "Resultat: Godkänd (krav: minst 80 %)",
    "Resultat: 85 % (gräns för godkänt: 80 %)",
    "Resultat: ☒ Godkänd",
    "Resultat: Godkänd på Webbkurs om våld",
    "Framsteg: 100 %",
    "Status: Giltig",
    "Status: Utfärdad",
    "Status: Genomförd, intyg granskat",
    "Ärendets status: Avslutat och infört i kompetensregistret.",
    "Status: Slutförd, registrerad i HR-systemet",
    "Resultat: 0,93",
    "Resultat: success: true, score: 0,93, completion: true",
    "Roll: ☒ Handläggare ☐ Chef ☐ Annan",
    "Roll: ☐ Kursledare ☒ Deltagare",
    "Roll: Enhetschef",
    "Roll: Biståndshandläggare",
    "Testresultat och kursintyg",
    "Status: Klarmarkerad",
    "Status: Godkänd av närmaste chef",
    "Resultat: Full poäng",
    "Resultat: Godkänd vid första försöket",
    "Närvaro: Full närvaro",
    "Roll: Socialsekreterare, barn och familj",
    "Obligatorisk: Nej",
    "Förnyas: Nej",
    "Progress 7/7",
    "Närvaro: 100 %",
    "Närvaro: Hela utbildningen",
    "Närvaro: Samtliga kursdagar",
    "Närvaro: 4 av 4 träffar. Kursen avslutades och deltagaren har fullgjort alla moment.",
    "Närvaro: 100 % av kurstimmarna",
    "Närvaro: 6/6 kurskvällar",
    "Närvaro: närvarat vid 5 av 5 tillfällen",
    "Närvaro: samtliga fyra sammankomster",
    "Status: Deltog vid alla föreläsningar",
    "Närvaro: alla kvällar i kursen",
    "Framsteg: 6 av 6 moduler 2023-04-12",
    "Roll: Deltagare",
    "Roll: Undersköterska",
    "Status: Slutförd Enhet: Hemtjänst Norr",
    "Avklarade moduler: 6/6",
    "Kursledare: Lo Ek",
    "Godkänd ☒ Ja ☐ Nej",
    "Intyg No 4471",
]
DOUBTFUL = [
    "Status: Anmäld",
    "Status: Registrerad",
    "Status: Väntar på godkännande",
    "Status: Klar för start",
    "Status: IG",
    "Status: Enrolled",
    "Status Inställd",
    "Deltagarstatus: Reserv",
    "Resultat: Komplettering",
    "Resultat: 3/10",
    "Resultat: 3,00 / 10,00",
    "Resultat: 55 %",
    "Testresultat: 15 av 20 rätt (gräns 16)",
    "Resultat: 15 rätt (gräns 16)",
    "Resultat: 75 % (gräns 80 %)",
    "Resultat: 15 av 20 rätt, 80 % krävs för godkänt",
    "Resultat: 12 poäng, minst 16 krävs för godkänt",
    "Resultat: 80 (gräns 75 %)",
    "Resultat: minst 16 krävs",
    "Resultat: ☐ Godkänd ☒ Vilande",
    "Result: Fail",
    "Betyg: U",
    "Betyg: Fx",
    "Framsteg 4/7",
    "Progress: 80%",
    "Slutförandegrad: 45 %",
    "Närvaro: 50 %",
    "Närvaro: Hela första dagen",
    "Närvaro: Alla dagar utom en",
    "Närvaro: 3 av 4 träffar",
    "Närvaro: 5/6 kurskvällar",
    "Närvaro: 80 % av kurstimmarna",
    "Närvaro: en av träffarna",
    "Närvaro: de flesta av sammankomsterna",
    "Närvaro: 2 av 3 föreläsningar",
    "Närvaro: 2 av 2 kvällar av 4",
    "Närvaro: alla träffar av 6",
    "Närvaro: 3 av 3 dagar av 5",
    "Närvaro: alla kvällar i oktober",
    "Närvaro: samtliga träffar våren",
    "Status: samtliga moment 1",
    "Status: alla kapitel 2 godkända",
    "Resultat: alla övningar",
    "Status: 3 av 3 instuderingsövningar",
    "Status: alla förövningar",
    "Status: alla provlektioner",
    "Framsteg: 2 av 2 provlektioner",
    "Framsteg: alla demofilmer",
    "Framsteg: 100 % av introduktionsmodulen",
    "Status: 3 av 3 introduktionskapitel",
    "Status: 2 av 2 delmoment",
    "Status: 2 av 2 förkapitel",
    "Närvaro: 100 % av uppstartsträffen",
    "Framsteg: 1/1 startmodul godkänd",
    "Klart till 80 %",
    "Roll: Lärare",
    "Roll: Kursledare",
    "Roll: Föreläsare",
    "Role: Observer",
    "Roll: Instruktör",
    "Enhet: Norr, Status: Anmäld",
    "Kursledare: Lo Ek Status: Anmäld",
    "Avklarade moduler: 4/6",
    "Kursledare: Ja",
    "Observer: Yes",
    "Slutprov: nej",
    "Godkänd av chef: Nej",
    "Närvarande hela dagen? Nej",
    "Avslutad: –",
    "Resultat –",
    "Status: Giltig till 2022-01-01",
    "Status: Ej giltig",
    "Status: Registrerad i systemet",
    "Status: Slutförd, intyg inväntas",
    "Status: Slutförd, ej granskad",
    "Resultat: 0,45",
    "Resultat: success: false, score: 0,93",
    "Resultat: success: true, score: 0,40",
    "Roll: ☐ Deltagare ☒ Kursledare",
    "Roll: Kurshandläggare",
    "Roll: Moderator",
    "Resultat och status: underkänd",
    "Status: Avslutad i förtid",
    "Status: Klar för granskning",
    "Resultat: Avbruten vid första försöket",
    "Roll: Socialsekreterare (föreläsare)",
    "Roll: Enhetschef, kursansvarig",
]


def is_doubtful(lines: list[Text]) -> bool:
    (found,) = read(draw(lines), MARKS)
    assert (found.names, found.course_code) == (("Kim Berg",), "nck-vald")
    return found.says_not_completed


def certificate(*lines: str) -> list[Text]:
    return column("Kursintyg", *(f"{label}: {value}" for label, value in ROWS), *lines)


@pytest.mark.parametrize("field", GOOD)
def test_field_known_to_be_good_raises_no_doubt(field: str) -> None:
    assert not is_doubtful(certificate(field))


@pytest.mark.parametrize(
    ("label", "value", "doubtful"),
    [
        ("Resultat kunskapstest", "9 av 10 rätt", False),
        ("Resultat kunskapstest", "10 av 10 rätt", False),
        ("Resultat kunskapstest", "4 av 10 rätt", True),
        ("Resultat på slutprov", "95 %", False),
        ("Resultat på slutprov", "Underkänt", True),
    ],
)
def test_result_of_a_test_in_a_cell_of_its_own(label: str, value: str, doubtful: bool) -> None:
    assert is_doubtful(table(("Kursintyg",), *ROWS, (label, value))) is doubtful


@pytest.mark.parametrize("heading", ["Resultat", "Betyg", "Status"])
@pytest.mark.parametrize(
    ("below", "doubtful"),
    [
        ("Deltagare: Kim Berg", False),
        ("Kurs: Webbkurs om våld", False),
        ("Bra jobbat! Du är godkänd och har slutfört utbildningen.", False),
        ("Anmäld", True),
    ],
)
def test_heading_of_fields_is_not_labelled_by_them(
    heading: str, below: str, doubtful: bool
) -> None:
    lines = column("Kursintyg", "Namn: Kim Berg", heading, below, "Kurs: Webbkurs om våld")

    assert is_doubtful([*lines, Text(72, 100, "Slutdatum: 2023-04-12")]) is doubtful


@pytest.mark.parametrize("field", DOUBTFUL)
def test_field_not_known_to_be_good_is_doubtful(field: str) -> None:
    assert is_doubtful(certificate(field))


@pytest.mark.parametrize(
    "line",
    [
        "Resultatet redovisas på begäran",
        "Status Godkänd betyder att deltagaren har fullgjort alla moment.",
        "Betyg Väl godkänd innebär att alla prov är klarade.",
        "Statusrad",
        "Rollspel",
        "Resultat för Kim Berg",
        "Status",
        "Betyg: ____",
    ],
)
def test_what_is_no_field_raises_no_doubt(line: str) -> None:
    assert not is_doubtful(certificate(line))


def test_heading_of_a_table_is_no_field() -> None:
    rows = ["Del", "Resultat", "Dag"], ["Kapitel 1-4", "Godkänt", "2023-04-10"]

    assert not is_doubtful([*certificate(), *table(["Resultat"], *rows, top=400, width=100)])


@pytest.mark.parametrize(
    ("rows", "doubtful"),
    [
        ([("Status", "Giltig")], False),
        ([("Status", "Ogiltig")], True),
        ([("Roll", "☒ Deltagare", "☐ Kursledare")], False),
        ([("Roll", "☐ Deltagare", "☒ Kursledare")], True),
        ([("Inslag", "Resultat", "Registrerat"), ("Film", "G", "G"), ("Samtal", "G", "G")], False),
        ([("Inslag", "Resultat", "Registrerat"), ("Film", "G", "G"), ("Samtal", "U", "G")], True),
        ([("Innehåll", "Status", "Poäng"), ("Vad är våld", "klar", "–")], False),
        ([("Innehåll", "Poäng", "Slutförd"), ("Vad är våld", "klar", "–")], True),
        ([("7 Resultat", "8 Anteckningar"), ("Godkänd", "–")], False),
        ([("7 Resultat", "8 Anteckningar"), ("Underkänd", "–")], True),
        ([("Genomgången", "12.4.2023")], False),
        ([("Genomgången", "nej")], True),
    ],
)
def test_cells_are_told_of_by_their_own_headings(
    rows: list[tuple[str, ...]], *, doubtful: bool
) -> None:
    assert is_doubtful([*certificate(), *table(*rows, top=560)]) is doubtful


@pytest.mark.parametrize(("value", "doubtful"), [("Slutförd", False), ("Anmäld", True)])
def test_value_in_a_cell_of_its_own(value: str, doubtful: bool) -> None:
    beside = table(("Kursintyg",), *ROWS, ("Status", value), ("Godkänd", "2023-04-12"))
    headings = (*(label for label, _ in ROWS), "Status")
    values = (*(value for _, value in ROWS), value)
    below = table(("Kursintyg",), headings, values, width=120)
    above = column("Kursintyg", "Kim Berg har slutfört Webbkurs om våld 2023-04-12")
    above += [Text(72, 650, value), Text(72, 634, "Status", 8)]
    stacked = column("Kursintyg", "Kim Berg har slutfört Webbkurs om våld 2023-04-12")
    stacked += column("Resultat", "Godkänd", "Status", value, top=600, leading=1.5)

    assert [is_doubtful(lines) for lines in (beside, below, above, stacked)] == [doubtful] * 4


@pytest.mark.parametrize(
    ("label", "value", "doubtful"),
    [
        ("Slutförd", "Nej", True),
        ("Giltig", "Nej", True),
        ("Godkänd av chef", "Nej", True),
        ("Avslutad", "–", True),
        ("Avklarade moduler", "4/6", True),
        ("Roll", "Kursledare", True),
        ("Kursledare", "Ja", True),
        ("Godkänd", "Ja", False),
        ("Telefon", "–", False),
        ("Intyg", "No", False),
        ("Avklarade moduler", "6/6", False),
        ("Roll", "Deltagare", False),
        ("Kursledare", "Lo Ek", False),
    ],
)
def test_answer_beside_or_below_its_question(label: str, value: str, doubtful: bool) -> None:
    page = column("Kursintyg", "Kim Berg har slutfört Webbkurs om våld 2023-04-12")
    beside = [*page, *table((label, value), top=600)]
    below = [*page, *column(label, top=600), Text(100, 582, value)]

    assert [is_doubtful(lines) for lines in (beside, below)] == [doubtful] * 2


def test_pages_of_the_reading_are_doubtful_together() -> None:
    first, second = certificate(), column("Status: Anmäld", "Sida 2 (2)")

    (found,) = read(draw(first, second), MARKS)

    assert isinstance(found, Reading)
    assert found.says_not_completed


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Kursresultat", "Deltagare: Kim Berg", "Resultat: Godkänd"), False),
        (("Kursresultat", "Ej bedömd", "Deltagare: Kim Berg"), True),
        (("Intyg", "Resultat", "Inskickat", "Deltagare: Kim Berg"), True),
    ],
)
def test_heading_of_the_page_is_no_field_of_what_has_its_own_label(
    lines: tuple[str, ...], expected: bool
) -> None:
    page = column(*lines, "Kurs: Webbkurs om våld", "Slutdatum: 2023-04-12")

    assert is_doubtful(page) is expected


@pytest.mark.parametrize("answer", ["Ja", "X", "Yes", "Närvarande"])
@pytest.mark.parametrize(("last", "doubtful"), [("", False), ("Nej", True), ("Frånvarande", True)])
def test_attendance_is_told_of_each_meeting(answer: str, last: str, *, doubtful: bool) -> None:
    days = ("2023-03-29", "2023-04-05", "2023-04-12")
    meetings = [(f"{n}", day, "Samtal", answer) for n, day in enumerate(days[:2], 1)]
    rows = (("Nr", "Dag", "Ämne", "Närvaro"), *meetings, ("3", days[2], "Stöd", last or answer))

    assert is_doubtful([*certificate(), *table(*rows, top=600, width=100)]) is doubtful
