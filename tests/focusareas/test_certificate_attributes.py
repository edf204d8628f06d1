"""What is told of the holder beside the name: where they work, when they were born, who is
logged in. None of it is name, and a name that it may be is never left out."""

from datetime import date

import pytest

from tests.focusareas.test_certificate_days import read_lines
from tests.focusareas.test_certificate_name_ends import read_close
from tests.focusareas.test_certificate_reader import names
from tests.focusareas.test_certificate_sites import is_sure

WORKPLACES = [
    "Ekeby kommun",
    "Göteborgs Stad",
    "Stockholms stad",
    "Ekeby kommun, socialförvaltningen",
    "Hägersten-Älvsjö sdf",
    "Malmö stad, stadsområde Väster",
    "socialsekreterare, Ekeby kommun",
    "Individ- och familjeomsorgen",
    "IFO Norr",
    "Socialförvaltningen, Mottagningen Slite",
    "Gruppbostaden Bingeby",
    "Särskilt boende Norr",
    "Psykiatriska kliniken",
    "Kvinnojouren Amanda",
    "Sociala nämnden",
    "Humana Omsorg AB",
    "anst.nr 12345",
    "anställningsnr 12345",
]
MAY_BE_NAMES = [
    "Strand",
    "Bo Ek",
    "Stadig",
    "Strand, Ekeby kommun",
    "Ekeby kommun, Strand",
    "Ekeby kommun, Bo Ek",
    "Länk",
    "AHMAD",
    "LO Strand",
    "Ek AB Bo",
    "Helen",
    "Gård",
]


@pytest.mark.parametrize("name", ["Kim Berg", "af Ekenstam, Karl", "Berg Holm, Ulf"])
@pytest.mark.parametrize("workplace", WORKPLACES)
def test_where_the_holder_works_is_no_name(name: str, workplace: str) -> None:
    lines = f"Härmed intygas att {name}, {workplace}, har deltagit i", "Webbkurs om våld"

    assert names(*lines) == (name,)


@pytest.mark.parametrize("workplace", WORKPLACES)
def test_where_the_holder_works_is_no_name_in_any_sentence(workplace: str) -> None:
    assert names(f"Kim Berg, {workplace}, har genomfört Webbkurs om våld") == ("Kim Berg",)


@pytest.mark.parametrize(
    "name",
    ["Kim Berg (Ekeby kommun)", "Kim Berg från Ekeby kommun", "Kim Berg vid Hemtjänst Norr"],
)
def test_workplace_without_commas_is_no_name(name: str) -> None:
    assert names(f"{name} har genomfört Webbkurs om våld") == ("Kim Berg",)
    assert names(f"Härmed intygas att {name} har genomfört kursen") == ("Kim Berg",)


@pytest.mark.parametrize("told", MAY_BE_NAMES)
def test_what_may_be_a_name_behind_the_comma_is_kept(told: str) -> None:
    assert "Kim Berg" not in names(f"Härmed intygas att Kim Berg, {told}, har deltagit i kursen")
    assert "Kim Berg" not in names(f"Kim Berg, {told}, har genomfört Webbkurs om våld")


def test_substitute_of_somebody_at_a_workplace_is_somebody_else() -> None:
    assert names("Vikarie för Kim Berg vid Ekeby kommun har genomfört kursen") == ()


@pytest.mark.parametrize(
    "holder",
    [
        "Kim Berg, f. 1980-04-12,",
        "Kim Berg (f. 1980-04-12)",
        "Kim Berg f. 1980-04-12,",
        "Kim Berg, född den 12 april 1980,",
        "Kim Berg, f. 2006-04-12,",
    ],
)
def test_birthday_is_neither_name_nor_day_of_completion(holder: str) -> None:
    for sentence in (f"{holder} har genomfört", f"Vi intygar att {holder} har genomfört"):
        reading = read_lines("Intyg", sentence, "Webbkurs om våld", "Datum: 2023-05-04")

        assert (reading.names, reading.completed_on) == (("Kim Berg",), date(2023, 5, 4))


# ---------------------------------------------------------------- Around a name on its line


@pytest.mark.parametrize(
    "title",
    [
        "Kursintyg – Luvit",
        "Intyg - Canvas",
        "Diplom – Learnify",
        "Certifikat — Moodle",
        "Intyg – Luvit Education",
        "Kompetensbevis – utdrag ur personalsystemet",
        "Kompetensintyg - personalsystemet Heroma",
    ],
)
def test_title_of_a_browser_or_what_paper_it_is_names_nobody(title: str) -> None:
    assert names(title, "Intyg", "Namn: Kim Berg") == ("Kim Berg",)
    assert names(title, "Kursintyg", "Kim Berg") == ("Kim Berg",)


def test_name_in_the_heading_is_read_with_all_that_may_be_of_it() -> None:
    assert names("Intyg – Kim Berg") == ("Kim Berg",)
    assert names("Intyg – af Ekenstam, Karl") == ("af Ekenstam, Karl",)
    assert names("Intyg – Bo Ek", "Namn: Kim Berg") == ("Bo Ek", "Kim Berg")
    assert read_close("Intyg – Eva", "Kim Berg", "Webbkurs om våld").names != ("Kim Berg",)


CONCERNED = ["Utdraget gäller:", "Utdraget avser", "Uppgifterna avser", "Rapporten avser:",
             "Gäller:", "Avser:", "Dokumentet avser:", "Utdrag för", "Utskriften gäller",
             "Uppgifter om:", "Beviset avser"]  # fmt: skip


@pytest.mark.parametrize("label", CONCERNED)
def test_paper_says_whom_it_concerns(label: str) -> None:
    assert names(f"{label} Kim Berg") == ("Kim Berg",)
    assert names(f"{label} af Ekenstam, Karl") == ("af Ekenstam, Karl",)
    assert names(f"{label} Kim Berg", "Deltagare: Bo Ek") == ("Kim Berg", "Bo Ek")
    assert is_sure(f"{label} Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12", "Intyg")


@pytest.mark.parametrize(
    "label",
    ["Gäller ej:", "Uppgifterna avser inte", "Utdraget beställt av", "Utdraget lämnat till:",
     "Rapporten avser kollegan", "Uppgifterna avser vikarie för"],
)  # fmt: skip
def test_paper_that_concerns_somebody_else_names_nobody(label: str) -> None:
    lines = f"{label} Kim Berg", "Kurs: Webbkurs om våld", "Slutförd: 2023-04-12"

    assert not is_sure("Utbildningsintyg", *lines)


@pytest.mark.parametrize("label", ["Inloggad:", "Inloggad som", "Inloggad som:", "Logged in as"])
@pytest.mark.parametrize(
    "said",
    ["Du slutförde kursen 2023-04-12.", "Du har klarat kursen.", "Grattis! Du har fullföljt den."],
)
def test_who_is_logged_in_is_spoken_to(label: str, said: str) -> None:
    assert names(f"{label} Kim Berg", said) == ("Kim Berg",)
    assert names(f"{label} Kim Berg", said, "Deltagare: Bo Ek") == ("Bo Ek",)
    for other in ("Bo Ek", "Bo Ek (kopia)", "Medlem: Bo Ek", "Kollegan Bo Ek är inbjuden."):
        assert names(f"{label} Kim Berg", other, said) != ("Kim Berg",)


@pytest.mark.parametrize(
    "said",
    [
        "Kursen är slutförd.",
        "När du har klarat kursen får du ett intyg.",
        "Du har inte klarat kursen.",
        "Du har klarat introduktionen till kursen.",
        "Du har klarat kursen när alla delar är gröna.",
        "Här ser du vilka som har klarat kursen.",
    ],
)
def test_who_is_logged_in_may_be_anybody_where_nobody_is_spoken_to(said: str) -> None:
    assert "Kim Berg" not in names("Inloggad som Kim Berg", said)


@pytest.mark.parametrize(
    "menu",
    [
        "Hem Mina kurser Hjälp Inloggad: Kim Berg",
        "Lärtorget Hem · Katalog · Mina kurser · Profil (Kim Berg)",
        "Start > Kurser > Inloggad som Kim Berg",
        "Mitt konto: Kim Berg",
        "Kim Berg | Logga ut",
        "Signed in as Kim Berg",
    ],
)
def test_menu_tells_who_is_logged_in(menu: str) -> None:
    assert names(menu, "Du slutförde kursen 2023-04-12.") == ("Kim Berg",)
    assert names(menu, "Du slutförde kursen 2023-04-12.", "Medlem: Bo Ek") != ("Kim Berg",)


@pytest.mark.parametrize(
    "line",
    ["Bo Ek är inloggad som Kim Berg", "Provet gjordes inloggad som Kim Berg",
     "Chefens profil: Kim Berg", "Kursledarens konto: Kim Berg"],
)  # fmt: skip
def test_sentence_of_who_is_logged_in_is_no_menu(line: str) -> None:
    assert names(line, "Du slutförde kursen 2023-04-12.") != ("Kim Berg",)


@pytest.mark.parametrize(
    "heading",
    [
        "Lärplattformen | Min utbildningshistorik",
        "Mina intyg",
        "Mitt lärande",
        "Avslutade kurser (1)",
        "My learning",
    ],
)
def test_who_is_logged_in_is_whose_own_record_it_is(heading: str) -> None:
    lines = heading, "Inloggad som Kim Berg, kim.berg@region.example", "Slutförd: 2023-04-12"

    assert names(*lines) == ("Kim Berg",)
    assert names(*lines, "Kursdeltagare i gruppen: Bo Ek") != ("Kim Berg",)


@pytest.mark.parametrize(
    "heading",
    ["Mina kursdeltagare", "Min kursadministration", "Mina kurser som lärare", "Mina medarbetare",
     "Mina utfärdade intyg", "Kurshistorik per enhet"],
)  # fmt: skip
def test_who_is_logged_in_may_lead_the_course(heading: str) -> None:
    assert "Kim Berg" not in names(heading, "Inloggad som Kim Berg", "Avslutad: 2023-04-12")


@pytest.mark.parametrize(
    "below",
    [
        "Inlämnat 18 februari 2023",
        "Inlämnad 18 februari 2023",
        "Skapat 2023-02-18",
        "Besvarat den 18 februari 2023",
        "Startad 18 februari 2023 kl. 10:12",
        "Genererat 18 februari 2023",
        "Referens B99963-72",
        "Ref B99963-72",
    ],
)
def test_what_was_done_when_is_no_part_of_the_name_above(below: str) -> None:
    assert read_close("Intyg", "Testdeltagare: Kim Berg", below).names == ("Kim Berg",)
    assert names("Kim Berg", "Slutförd 2023-04-12", below) == ("Kim Berg",)


@pytest.mark.parametrize("below", ["Ahmad 18 februari 2023", "Conrad 2023-02-18", "Donat"])
def test_rest_of_a_name_before_a_day_is_part_of_it(below: str) -> None:
    assert read_close("Intyg", "Testdeltagare: Kim Berg", below).names != ("Kim Berg",)


@pytest.mark.parametrize("label", ["Arbetstagare", "Anställd person:", "Medarbetarnamn:"])
def test_holder_as_systems_of_employers_call_them(label: str) -> None:
    lines = f"{label} Kim Berg", "Kompetensnamn: Webbkurs om våld", "Genomförd: 2023-04-12"
    printed = "Utdraget gjordes 2023-04-20 ur personalsystemet."

    assert is_sure("Kompetensbevis – utdrag ur personalsystemet", *lines, printed)
    assert not is_sure("Kompetensbevis", "Mellannamn: Holm", *lines, printed)
