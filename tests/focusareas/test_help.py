"""Help: everybody meets the guide of the role that is theirs, and whom to ask."""

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.test import Client

from focusareas.guides import FOLDER, Block, read_guide
from tests import factories as make
from tests.worlds import Inhabited, signed_in

TITLES = {
    "enhetschef": "För enhetschefer",
    "utvecklingsledare": "För utvecklingsledare",
    "administrator": "För administratörer",
    "avdelningschef-styrgrupp": "För avdelningschefer och styrgrupp",
}


def titles_in(page: str) -> list[str]:
    return [title for title in TITLES.values() if f"<h2>{title}</h2>" in page]


@pytest.mark.parametrize(
    ("role", "guide"),
    [
        ("unit_manager", "enhetschef"),
        ("provider_manager", "enhetschef"),
        ("lead", "utvecklingsledare"),
        ("administrator", "administrator"),
        ("department_head", "avdelningschef-styrgrupp"),
        ("steering_group", "avdelningschef-styrgrupp"),
    ],
)
def test_help_is_the_guide_of_the_role(inhabited: Inhabited, role: str, guide: str) -> None:
    assert titles_in(inhabited.get(role, "/help/")) == [TITLES[guide]]


def test_whoever_has_two_roles_gets_both_guides(inhabited: Inhabited) -> None:
    user = inhabited.users["lead"]
    make.make_unit_manager(user, inhabited.world.units["HEMT"], is_deputy=True)

    page = signed_in(user).get("/help/").content.decode()

    assert titles_in(page) == ["För enhetschefer", "För utvecklingsledare"]


def test_whoever_has_no_role_is_told_whom_to_ask(inhabited: Inhabited) -> None:
    page = inhabited.get("charlie", "/help/")

    assert titles_in(page) == []
    assert "Du har ingen roll än." in page


@pytest.mark.parametrize("name", TITLES)
def test_guide_is_headings_paragraphs_and_flat_lists(name: str) -> None:
    guide = read_guide(name)

    assert guide.title == TITLES[name]
    lines = [line for block in guide.blocks for line in block.lines]
    assert len(lines) >= 10
    # Nothing of the Markdown is left over, and every list is told from what stands beside it.
    assert [line for line in lines if line.startswith(("#", "- ", "1.", "!")) or "*" in line] == []
    assert {"heading", "paragraph"} <= {block.kind for block in guide.blocks}


def test_every_guide_in_the_folder_is_somebodys() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(TITLES)


def test_item_goes_on_over_the_end_of_a_line() -> None:
    steps = [block for block in read_guide("utvecklingsledare").blocks if block.kind == "steps"]

    assert steps[0].lines[1].endswith("och ta undan ett som inte stämmer.")
    assert isinstance(steps[0], Block)


def test_every_page_leads_to_help(inhabited: Inhabited) -> None:
    assert '<a href="/help/">Hjälp</a>' in inhabited.get("unit_manager", "/overview/")


@pytest.mark.parametrize("path", ["/help/", "/accounts/login/"])
def test_contact_stands_on_every_page_when_it_is_set(
    db: None, settings: LazySettings, path: str
) -> None:
    settings.CONTACT = "Frågor? Skriv till utvecklingsledaren: maria@example.se"
    client = Client() if "login" in path else signed_in(make.make_user())

    page = client.get(path).content.decode()

    assert "Frågor? Skriv till utvecklingsledaren" in page
    assert 'href="mailto:maria@example.se"' in page


def test_without_contact_nothing_is_said(inhabited: Inhabited) -> None:
    assert "mailto:" not in inhabited.get("lead", "/help/")


@pytest.mark.parametrize("name", TITLES)
def test_every_guide_has_a_picture_that_is_there(name: str) -> None:
    pictures = [block.lines for block in read_guide(name).blocks if block.kind == "picture"]

    assert pictures
    assert all(words and finders.find(file) for words, file in pictures)
