"""Where a name ends: what stands behind or under it is a part of it, or surely something else."""

import pytest

from focusareas.certificate_reader import Reading, read
from focusareas.names import fold
from tests.certificates import Text, column, draw, table
from tests.focusareas.test_certificate_layouts import MARKS
from tests.focusareas.test_certificate_reader import names


def read_close(*lines: str) -> Reading:
    """What lines say that stand close together, as those of one text do."""
    (reading,) = read(draw(column(*lines, leading=1.4)), MARKS)
    return reading


def names_above(line: str) -> tuple[str, ...]:
    """Whose the certificate is of which the line stands right below the name."""
    lines = ("Intyg", "Namn", "Eva Berg", line, "Webbkurs om våld", "Slutförd 2023-04-12")
    return read_close(*lines).names


@pytest.mark.parametrize(
    "below",
    [
        "Boendestödjare",
        "Verksamhetsutvecklare",
        "LSS-handläggare",
        "Administratör",
        "Timvikarie",
        "Nattpatrull",
        "Personlig assistent",
        "Legitimerad sjuksköterska",
        "Biträdande enhetschef",
        "Aktivitet",
        "Kurstitel",
        "E-utbildning",
        "Kompetens",
        "Påbörjad 2023-03-01",
        "Uppnådd",
        "Beviset hämtades 2023-05-02",
        "Utskriften gäller utan underskrift",
        "Bra jobbat! Kursen är slut.",
        "Du har klarat alla prov.",
    ],
)
def test_what_is_surely_no_name_is_no_part_of_the_name_above(below: str) -> None:
    assert names_above(below) == ("Eva Berg",)


@pytest.mark.parametrize(
    "below",
    [
        "Strand",
        "Lindqvist",
        "Schönning",
        "Konrad",
        "Ek har genomfört kursen",
        "Hansen godkändes 2023-04-12",
        "Du",
        "Kock",
        "Mars",
        "Fleming",
    ],
)
def test_word_that_may_be_a_name_is_part_of_the_name_above(below: str) -> None:
    assert names_above(below) != ("Eva Berg",)


@pytest.mark.parametrize(
    "line",
    [
        "Vi intygar att Eva Berg, boendestödjare vid Hemtjänst Norr, har genomfört kursen",
        "Vi intygar att Eva Berg, kock på Hemtjänst Norr, har genomfört kursen",
        "Vi intygar att Eva Berg, personlig assistent, har genomfört kursen",
        "Namn: Eva Berg, timvikarie",
        "Eva Berg är klar med kursen",
        "Eva Berg har erhållit godkänt i kursen",
        "Administratör Eva Berg har blivit godkänd på kursen",
    ],
)
def test_what_is_told_of_somebody_is_no_part_of_the_name(line: str) -> None:
    assert names(line) == ("Eva Berg",)


@pytest.mark.parametrize(
    "line",
    [
        "Vi intygar att Eva Berg, Strand, har genomfört kursen",
        "Namn: Eva Berg Boman Strand",
        "Namn: EVA BERG, strand",
        "Namn: Eva Berg, numera Strand",
        "Namn: Eva Berg, gift Strand",
        "Vi intygar att Eva Berg, f.d. Strand, har genomfört kursen",
        "Namn: Eva du Berg",
    ],
)
def test_longer_name_is_never_read_as_a_shorter_one(line: str) -> None:
    assert "Eva Berg" not in names(line)


def test_family_name_first_ends_at_the_next_label_on_its_line() -> None:
    page = table(["Intyg"], ["Anställd", "Berg Holm, Ulf", "Enhet"], width=100)
    page += [Text(310, 676, "Särskilda boendet"), *column("Webbkurs om våld 2023-04-12", top=600)]

    assert read(draw(page), MARKS)[0].names == ("Berg Holm, Ulf",)
    assert names("Anställd Berg Holm, Ulf Enhet Norra boendet") == ("Berg Holm, Ulf",)
    assert names("Anställd Berg Holm, Ulf Ek") == ("Berg Holm, Ulf Ek",)


def test_who_is_spoken_to_is_no_name() -> None:
    assert names("Hej Eva!", "Grattis, du är klar.", "Eva Berg har klarat den") == ("Eva Berg",)


def test_diploma_is_for_what_was_done() -> None:
    lines = ("Diplom", "Eva Berg", "för att ha genomfört", "Webbkurs om våld", "Datum: 2023-04-12")

    assert read_close(*lines).names == ("Eva Berg",)


@pytest.mark.parametrize("unit", ["Boende Björken", "Boendet Norr", "Gruppbostad Eken"])
def test_name_above_a_dwelling_is_whole(unit: str) -> None:
    lines = ("Intyg", "Härmed intygas att", "Eva Berg", unit, "har genomfört", "Webbkurs om våld")

    assert read_close(*lines).names == ("Eva Berg",)


def test_instrument_is_nobody() -> None:
    assert names("Intyg – Instrumentet PATRIARK", "Namn: Eva Berg") == ("Eva Berg",)
    assert names("Intyg – Bedömningsinstrumentet", "Namn: Eva Berg") == ("Eva Berg",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg ▾", "Intyg", "Webbkurs om våld", "Kursen slutförd 2023-04-12"),
        ("Intyg", "Deltagare: ....Kim Berg...."),
        ("Intyg", "Namn: ___Kim Berg___"),
        ("Webbkurs om våld", "Genomförd 2023-04-12", "Profil: Kim Berg"),
        ("Utbildningskort för Kim Berg", "Webbkurs om våld", "Slutförd 2023-04-12"),
        ("Välkommen tillbaka, Kim Berg", "Avslutade kurser", "Webbkurs om våld"),
        ("Intyget är utställt på Kim Berg och avser Webbkurs om våld",),
        ("Kim Berg", "Konto skapat: 2022-11-02", "Webbkurs om våld", "Slutförd: 2023-04-12"),
        ("This certifies that Kim Berg, employed at Enheten Norr, has completed the course",),
        ("Kim Berg påbörjade Webbkurs om våld den 3 april 2023",),
    ],
)
def test_signs_and_words_of_pages_are_no_part_of_the_name(lines: tuple[str, ...]) -> None:
    assert names(*lines) == ("Kim Berg",)


@pytest.mark.parametrize(
    "units",
    [
        ("Ekeby kommun",),
        ("Hemtjänst Söder",),
        ("Boendestöd Centrum, Ekeby kommun",),
        ("Enheten Norr", "Socialförvaltningen, Ekeby kommun"),
    ],
)
def test_units_below_a_whole_name_are_left_out(units: tuple[str, ...]) -> None:
    did = "har slutfört kursen Webbkurs om våld"

    assert names("Kursbevis", "Kim Berg", *units, did) == ("Kim Berg",)
    assert names("Kursbevis", "Kim", *units, did) != ("Kim",)
    assert read_close("Anna Kim", "Berg, Ekeby kommun", did).names != ("Anna Kim",)


@pytest.mark.parametrize("spelling", ["Berg, Kim", "Berg Kim", "Kim Bérg"])
def test_who_is_logged_in_is_one_with_the_holder_however_spelled(spelling: str) -> None:
    def reading(who: str) -> Reading:
        lines = ("Intyg", f"Du är inloggad som {who} (Logga ut)", f"Tilldelat till: {spelling}")
        return read(draw(column(*lines, "Kurs: Webbkurs om våld")), MARKS)[0]

    assert not reading("Kim Berg").says_not_completed
    assert reading("Bo Ek").says_not_completed
    assert reading("Kim Berg Ek").says_not_completed


@pytest.mark.parametrize(
    "lines",
    [
        ("Följande person har gått hela kursen:", "Kim Berg", "LSS-bostad Ekbacken", "2023-04-12"),
        ("Intyg", "Kim Berg, Ekonomiskt bistånd, har genomfört kursen"),
        ("Intyg", "Deltagare Startade Avslutade Resultat", "Namn: Kim Berg"),
    ],
)
def test_units_and_headings_are_no_names(lines: tuple[str, ...]) -> None:
    assert read_close(*lines).names == ("Kim Berg",)


def test_family_name_that_is_a_role_is_read_in_a_field() -> None:
    assert names("Namn: Chef, Mikael") == ("Chef, Mikael",)
    assert names("Namn: Chef, Enhet") == ()


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Incheckad", "Ja, deltog hela dagen"),
        ("Närvarande", "Ja – deltog båda dagarna"),
        ("Scanned", "Yes, attended the whole day"),
    ],
)
def test_answer_before_what_was_done_is_nobody(label: str, said: str) -> None:
    page = table(["Deltagare", "Kim Berg"], ["Kurs", "Webbkurs om våld"], [label, said])

    (reading,) = read(draw([*column("Kursbevis"), *page]), MARKS)

    assert reading.names == ("Kim Berg",)


@pytest.mark.parametrize("said", ["Bo Ek, deltog hela dagen", "Bo Jansson deltog hela dagen"])
def test_somebody_before_what_was_done_is_another(said: str) -> None:
    page = table(["Deltagare", "Kim Berg"], ["Kurs", "Webbkurs om våld"], ["Ersättare", said])

    (reading,) = read(draw([*column("Kursbevis"), *page]), MARKS)

    assert reading.names != ("Kim Berg",)


@pytest.mark.parametrize(
    "order", ["Spara intyget", "Ladda ner beviset", "Skriv ut sidan", "Save this page"]
)
def test_what_is_to_be_done_with_the_paper_is_no_part_of_the_name_above(order: str) -> None:
    assert names_above(order) == ("Eva Berg",)


@pytest.mark.parametrize("rest", ["Visa Ek", "Sparrman", "Savelius har gått", "Dela Cruz"])
def test_rest_of_a_name_is_no_order(rest: str) -> None:
    assert names_above(rest) != ("Eva Berg",)


@pytest.mark.parametrize("rest", ["Berg, som har gått", "Berg har deltagit i"])
def test_rest_of_a_divided_name_may_begin_a_sentence(rest: str) -> None:
    lines = ("Intyg", "Detta intyg utfärdas för Kim Eva Ek-", rest, "Webbkurs om våld")

    assert [*map(fold, read_close(*lines).names)] == [fold("Kim Eva Ek-Berg")]
