"""Who is named in passing, a colleague or who is logged in, where the page may have others."""

import pytest

from tests.focusareas.test_certificate_reader import names

TOLD = ("Webbkurs om våld", "Slutförd 2023-04-12")
LABELS = ["Personal", "Kollega", "Staff", "Staff member", "Colleague", "Team member"]
LOGGED_IN = [
    "Eva Strand | Logga ut",
    "Inloggad som Eva Strand",
    "Start | Kurser | Inloggad som Eva Strand",
    "Min profil: Eva Strand",
    "Mitt konto (Eva Strand)",
]


@pytest.mark.parametrize("label", LABELS)
def test_colleague_is_the_holder_where_nobody_else_may_be(label: str) -> None:
    assert names("Kursintyg", f"{label}: Eva Strand", *TOLD) == ("Eva Strand",)
    for mail in ("eva.strand@region.example", "evastr01", "Eva", "Evas kursintyg"):
        assert names("Kursintyg", mail, f"{label}: Eva Strand", *TOLD) == ("Eva Strand",)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    "holder", ["Kim Berg", "KIM BERG", "Kim", "kim.berg@region.example", "kimber01", "Kims intyg"]
)
def test_colleague_beside_somebody_else_is_not_the_holder(label: str, holder: str) -> None:
    assert "Eva Strand" not in names("Kursintyg", holder, *TOLD, f"{label}: Eva Strand")
    assert "Eva Strand" not in names("Kursintyg", holder, *TOLD, label, "Eva Strand")


@pytest.mark.parametrize("label", ["Ägare", "Owner", "Märkets ägare"])
def test_owner_of_a_badge_is_the_holder(label: str) -> None:
    assert names("Digitalt märke", label, "Kim Berg", *TOLD) == ("Kim Berg",)
    assert names("Digitalt märke", f"{label}: Kim Berg", *TOLD) == ("Kim Berg",)


@pytest.mark.parametrize("owner", ["Eva Strand", "Länsstyrelsen Stockholm"])
def test_owner_of_something_else_hides_no_holder(owner: str) -> None:
    for label in ("Ägare", "Dokumentägare", "Ägare:"):
        told = names("Digitalt märke", "Deltagare: Kim Berg", *TOLD, label, owner)
        assert told == ("Kim Berg",)
        for course in ("Webbkurs om våld", "Kurs: Webbkurs om våld"):
            alone = names("Kursintyg", "Kim Berg", course, TOLD[1], label, owner)
            assert alone != ("Eva Strand",)


@pytest.mark.parametrize("label", ["Tjänsteman", "Befattningshavare"])
def test_official_is_the_issuers(label: str) -> None:
    assert names("Kursintyg", *TOLD, f"{label}: Eva Strand") == ()
    assert names("Kursintyg", "Kim Berg", *TOLD, f"{label}: Eva Strand") == ("Kim Berg",)


@pytest.mark.parametrize("heading", ["Mina intyg", "Mitt lärande", "Avslutade kurser (1)"])
@pytest.mark.parametrize("user", LOGGED_IN)
@pytest.mark.parametrize(
    "seen",
    [
        "Visar: kimber01",
        "Visar: kim.berg@region.example",
        "Visar: kim.b",
        "Visar: Kim",
        "Visar: Kim Berg",
        "Ombud för Kim",
        "Mina medarbetare › Kim",
        "Min grupp",
        "Lagd till av Berg",
        "Kims kursintyg",
        "Anna-Karins kursintyg",
        "Anna-Karin",
        "Kim",
        "kimber01",
        "kim.berg@region.example",
    ],
)
def test_who_is_logged_in_may_look_at_others(heading: str, user: str, seen: str) -> None:
    assert "Eva Strand" not in names(user, heading, seen, *TOLD)


@pytest.mark.parametrize("user", LOGGED_IN)
@pytest.mark.parametrize(
    "told",
    [
        "eva.strand@region.example",
        "evastr01",
        "Visar 1-1 av 1",
        "Eva",
        "Evas kursintyg",
        "support@region.example",
    ],
)
def test_who_is_logged_in_may_be_told_once_more(user: str, told: str) -> None:
    assert names(user, "Mina intyg", told, *TOLD) == ("Eva Strand",)


@pytest.mark.parametrize(
    "menu",
    [
        ("Start Om kursen Mitt konto Logga ut",),
        ("Hem Kursinnehåll Min sida Logga ut",),
        ("Start Kapitel Slutprov Mina sidor Logga ut",),
        ("Start", "Logga ut"),
        ("Start",),
    ],
)
@pytest.mark.parametrize("name", ["Kim Berg", "Berg, Kim", "BERG Kim"])
def test_menu_of_a_site_names_nobody(menu: tuple[str, ...], name: str) -> None:
    said = ("Du har nu genomfört alla delar i Webbkurs om våld.", "Datum: 2023-04-12")
    assert names(*menu, "Socialstyrelsen", "Grattis!", name, *said) == (name,)
    assert names(*menu, "Kursintyg", name, *said) == (name,)


@pytest.mark.parametrize("site", ["Lärtorget", "Kompetensportalen"])
def test_site_tells_its_own_name_before_its_menu(site: str) -> None:
    menu, user = f"{site} Start Kurskatalog Mina kurser Logga ut", "Inloggad som Kim Berg"
    columns = "Kurs Utgivare Status Avslutad"
    assert names(menu, "Mina avslutade kurser", user, columns, *TOLD) == ("Kim Berg",)
    assert names(menu, "Mina avslutade kurser", user, "Visar: Eva Strand", *TOLD) == ()
    assert names(menu, "Kursintyg", "Eva Strand", *TOLD) == ("Eva Strand",)


def test_who_stands_in_the_menu_is_still_seen() -> None:
    menu = "Start Om kursen Mitt konto Eva Strand Logga ut"
    assert names(menu, "Kursintyg", "Kim Berg", *TOLD) == ()
    assert names(menu, "Kursintyg", "Eva Strand", *TOLD) == ("Eva Strand",)


def test_name_before_logging_out_does_not_stand_alone() -> None:
    assert names("Eva Strand | Logga ut", "Kursintyg", *TOLD) == ()
    assert names("Eva Strand Logga ut", "Kursintyg", "Visar: Kim Berg", *TOLD) == ()
    assert names("Eva Strand | Logga ut", "Kursintyg", "Kim Berg", *TOLD) == ()
    assert names("Kim Berg | Logga ut", "Kursintyg", "Kim Berg", *TOLD) == ("Kim Berg",)
