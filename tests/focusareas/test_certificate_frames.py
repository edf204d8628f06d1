"""Whose a certificate is by the words around the name: labels, verbs and places on the page."""

import pytest

from focusareas.certificate_reader import read
from tests.certificates import Text, column, draw
from tests.focusareas.test_certificate_reader import COURSES, names


def names_alone(*lines: str) -> tuple[str, ...]:
    """The names on a page of these lines and nothing else."""
    return read(draw(column(*lines)), COURSES)[0].names


@pytest.mark.parametrize(
    "line",
    [
        "Genomförd av: Kim Berg",
        "Genomförd av Kim Berg den 14 april 2022",
        "Kursen slutfördes 2022-08-18 av Kim Berg.",
        "Kursen är fullgjord av Kim Berg",
        "The course was taken by Kim Berg and completed in May",
        "Av: Kim Berg",
        "Till: Kim Berg",
        "För: Kim Berg",
        "Intygets innehavare: Kim Berg",
        "Provdeltagare Kim Berg",
        "Avser person: Kim Berg",
        "Namn på intyget: Kim Berg",
        "Användarnamn: Kim Berg",
        "Deltagit: Kim Berg",
        "Namn – Kim Berg",
        "Namn → Kim Berg",
        "Namn | Kim Berg",
        "Detta diplom ges till Kim Berg efter fullgjord utbildning",
        "Kurshistorik för Kim Berg",
        "Enheten Norr, medarbetare Kim Berg",
        "Tack Kim Berg för ditt deltagande!",
        "Namn ........ Kim Berg ........",
    ],
)
def test_label_of_the_holder(line: str) -> None:
    assert names(line) == ("Kim Berg",)


@pytest.mark.parametrize(
    "line",
    [
        "Kim Berg klarade testet 2022-02-22.",
        "Den 20 mars 2023 blev Kim Berg klar med kursen.",
        "Kim Berg fick fredagen den 29 april 2022 godkänt på kursen.",
        "Kim Berg gick kursen under december.",
        "Kim Berg har besvarat avslutande frågor med minst 80 procent rätt",
        "Kim Berg har tagit del av kursens alla avsnitt",
        "Kim Berg har erhållit utbildning i ämnet",
        "Kim Berg har under två dagar utbildats i instrumentet",
        "Kim Berg, Enheten Norr, blev godkänd",
        "Denna handling styrker att Kim Berg gått utbildningen",
        "Region Norr intygar att Kim Berg fredagen den 13 maj 2022 blev godkänd",
        "Härmed intygas att Kim Berg den 25 maj 2022 fullgjort kursen.",
        "Jag intygar att Kim Berg idag, den 14 november 2022, har avslutat kursen",
        "Härmed bekräftas att Kim Berg, Enheten Norr, fullföljt kursen",
        "Vi meddelar att Kim Berg godkändes på kursen.",
        "Härmed intygas att ........ Kim Berg ........ har deltagit i kursen",
        "Enligt våra uppgifter har Kim Berg slutfört kursen.",
        "Nu har även Kim Berg genomfört kursen!",
        "Idag har vår medarbetare Kim Berg slutfört kursen.",
        "Nu har du, Kim Berg, gått klart kursen",
        "Den 3 oktober 2022 slutförde Kim Berg Socialstyrelsens utbildning",
        "Kim Berg, Enheten Norr, Äldreomsorg har slutfört kursen",
    ],
)
def test_subject_of_a_sentence(line: str) -> None:
    assert names(line) == ("Kim Berg",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Genomförd av", "Kim Berg"),
        ("Kursen har genomförts av", "Kim Berg", "fredagen den 14 januari 2022."),
        ("Detta visar att", "Kim Berg", "den 5 juli 2022 blev godkänd på kursen"),
        ("Undertecknad bekräftar härmed att", "Kim Berg", "fullgjort alla moment i kursen"),
        ("_______Kim Berg_______", "(deltagarens namn)", "har fullföljt kursen"),
        ("Kim Berg, Enheten Norr", "har slutfört kursen"),
        ("Webbkursen Heder", "Kim Berg har tagit del av kursens alla avsnitt"),
        ("KIM BERG", "has taken part in and completed"),
        ("Syftet är att ge mer kunskap.", "Kim Berg har genomfört kursen."),
        ("Deltagare: Kim Berg", "Kursdel Resultat", "Del 1 Våldets uttryck Godkänd"),
        ("Person: Kim Berg", "Samtliga övningar gjorda: 2022-10-31"),
    ],
)
def test_name_on_a_line_between_others(lines: tuple[str, ...]) -> None:
    assert [name.title() for name in names(*lines)] == ["Kim Berg"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Kursintyg", "Webbkurs Heder", "Kim Berg", "Stockholm, 23 februari 2023"),
        ("Kursintyg", "Webbkurs Heder", "Kim Berg", "Hemse den 23 februari 2023"),
        ("Kursintyg", "Webbkurs Heder", "Kim Berg, 31 augusti 2022"),
        ("Kursintyg", "Webbkurs Heder", "Kim Berg – genomförd 24 augusti 2022"),
        ("Kursintyg", "Webbkurs Heder", "Kim Berg | Godkänd | 2022-11-09"),
        ("Kursintyg", "Webbkurs Heder", "Kim Berg · genomförd 5 april 2023 · 2 timmar"),
        ("Kursintyg", "Kim Berg (kursdeltagare)", "Webbkurs Heder 2023-04-12"),
        ("Min profil", "Kim Berg", "Mina intyg", "Webbkurs Heder 2023-04-12"),
        ("Intyg", "Kim Berg", "Webbkurs Heder", "Prov Poäng Gräns", "Slutprov 14 12", "2023-04-12"),
        ("Lärportalen", "Kursbevis", "Kim Berg", "Webbkurs Heder 2023-04-12"),
    ],
)
def test_name_standing_alone(lines: tuple[str, ...]) -> None:
    assert names_alone(*lines) == ("Kim Berg",)


@pytest.mark.parametrize(
    "lines",
    [
        ("Kim Berg", "Genomförd av: Bo Ek"),
        ("Kim Berg", "Till: Bo Ek"),
        ("Hej Kim Berg!", "Till: Bo Ek"),
        ("Kim Berg och Bo Ek fick godkänt",),
        ("Genomförd av Kim Berg och Bo Ek",),
    ],
)
def test_words_that_others_are_mentioned_by_decide_nothing(lines: tuple[str, ...]) -> None:
    assert len(names(*lines)) != 1


@pytest.mark.parametrize(
    "line",
    [
        "Utbildningen genomfördes av Bo Ek",
        "Genomförd under ledning av Bo Ek",
        "Genomförd på uppdrag av Bo Ek",
        "Kursen hölls av Bo Ek",
        "Provet rättades av Bo Ek",
    ],
)
def test_who_held_the_course_is_not_who_completed_it(line: str) -> None:
    assert names(line) == ()


@pytest.mark.parametrize(
    "below", ["Ström 19 maj", "Stockholm", "Lund, 23 februari 2023", "Du", "Ström Webbkurs"]
)
def test_line_below_a_name_that_may_go_on_is_not_left_out(below: str) -> None:
    page = column("Intyg", "Anna Berg", below, "Webbkurs om våld 2023-04-12", leading=1.4)

    assert read(draw(page), COURSES)[0].names != ("Anna Berg",)


@pytest.mark.parametrize(
    "line",
    [
        "Vikarie för Kim Berg",
        "Gäst hos Kim Berg",
        "Assistent till Kim Berg",
        "Medarbetare hos Kim Berg",
        "Praktikant under Kim Berg",
        "c/o Kim Berg",
        "På uppdrag av Kim Berg",
        "En kollega till Kim Berg",
        "Ansvarig chef är Kim Berg",
        "Chef: Kim Berg",
    ],
)
def test_somebody_who_has_to_do_with_the_person_named_is_not_that_person(line: str) -> None:
    assert names(line, "har genomfört kursen") == ()
    assert names(f"{line} har genomfört kursen") == ()


@pytest.mark.parametrize(
    "line",
    ["Detta är ett intyg för Kim Berg", "Kursbevis till Kim Berg", "För Kim Berg",
     "Medarbetaren Kim Berg", "Deltagare: Kim Berg"],
)  # fmt: skip
def test_holder_of_the_paper_is_who_completed(line: str) -> None:
    assert names(f"{line} som har genomfört kursen") == ("Kim Berg",)


@pytest.mark.parametrize("between", ["/", "eller", "med", "och"])
def test_two_people_behind_one_label_are_unclear(between: str) -> None:
    assert names(f"Deltagare: Kim Berg {between} Bo Ek") == ()


def test_rest_behind_a_name_is_no_second_person() -> None:
    assert names("Härmed intygas att Kim Berg", "med gott resultat genomgått kursen") == (
        "Kim Berg",
    )
    assert names("Deltagare: Kim Berg / Hemtjänst") == ("Kim Berg",)


@pytest.mark.parametrize("line", ["Avser Eva Ek, inloggad med lånat konto", "Rätt namn: Eva Ek"])
def test_another_name_that_it_is_said_to_be_about_makes_two(line: str) -> None:
    assert len(names("Namn: Kim Berg", line)) == 2


@pytest.mark.parametrize("line", ["Avser Webbkurs om våld", "Gäller PATRIARK Steg"])
def test_course_that_it_is_said_to_be_about_is_no_name(line: str) -> None:
    assert names("Namn: Kim Berg", line) == ("Kim Berg",)


@pytest.mark.parametrize("label", ["Chef", "Beställare", "Uppdragsgivare", "Närmast anhörig"])
def test_value_set_in_below_its_label_is_not_standing_alone(label: str) -> None:
    rows = [Text(72, 640, label), Text(102, 624, "Kim Berg"), Text(72, 608, "Kurs")]
    page = [*column("Kursintyg"), *rows, Text(102, 592, "Webbkurs om våld 2023-04-12")]

    assert read(draw(page), COURSES)[0].names == ()


def test_name_set_in_below_a_heading_or_its_label_is_the_holders() -> None:
    for label in ("Deltagare", "Genomförd av"):
        page = [*column("Kursintyg", label), Text(102, 714, "Kim Berg")]
        rest = [Text(72, 690, "Webbkurs om våld 2023-04-12")]

        assert read(draw([*page, *rest]), COURSES)[0].names == ("Kim Berg",)


def test_spaced_heading_that_was_cut_is_a_word() -> None:
    heading = [Text(72, 760, "IN"), Text(92, 760, "T"), Text(104, 760, "YG")]
    page = [*heading, *column("", "Kim Berg", "Webbkurs om våld 2023-04-12")]

    (reading,) = read(draw(page), COURSES)

    assert (reading.names, reading.is_certificate) == (("Kim Berg",), True)
