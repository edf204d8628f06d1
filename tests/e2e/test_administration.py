"""The administrator's month in a real browser: the HR file, a person, a mistake put right."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from focusareas.models import StaffMember
from tests.e2e.crawling import faults_of
from tests.e2e.test_pages import sign_in
from tests.test_pages import address
from tests.workbooks import make_workbook
from tests.worlds import Inhabited, make_inhabited


@pytest.fixture
def inhabited(transactional_db: None) -> Inhabited:
    return make_inhabited()


@pytest.fixture
def administrator(page: Page, inhabited: Inhabited) -> Page:
    sign_in(page, inhabited.users["administrator"])
    return page


def hand_in(page: Page, folder: Path, people: list[dict[str, str]]) -> None:
    unit = {"Enhetskod": "HEMT", "Enhet": "Hemtjänst Norra"}
    path = folder / "personal.xlsx"
    path.write_bytes(make_workbook(units=[unit], people=people).getvalue())
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name="Läs in personalfil").click()
    page.get_by_label("Arbetsbok från personalsystemet").set_input_files(path)
    page.get_by_role("button", name="Visa vad som skulle hända").click()


def test_file_is_read_first_carried_out_then_and_undone(
    administrator: Page, barriers: Callable[[], list[str]], tmp_path: Path
) -> None:
    hand_in(administrator, tmp_path, [{"Anställningsnummer": "901", "Enhetskod": "HEMT"}])
    expect(administrator.get_by_role("heading", level=1)).to_have_text("Det här skulle hända")
    administrator.get_by_role("link", name="1 nya, medarbetare").click()
    expect(administrator.get_by_role("row").filter(has_text="901")).to_contain_text("Anställd på")
    assert faults_of(administrator, barriers) == []
    administrator.get_by_role("link", name="Det här skulle hända").click()
    assert not StaffMember.objects.filter(employee_number="901").exists()

    administrator.get_by_label("Avsluta anställningarna").check()
    administrator.get_by_role("button", name="Genomför").click()
    expect(administrator.get_by_role("alert")).to_be_focused()
    assert faults_of(administrator, barriers) == []
    administrator.get_by_label("Ja, filen är hel").check()
    administrator.get_by_role("button", name="Genomför").click()

    expect(administrator.get_by_text("personal.xlsx är inläst")).to_be_visible()
    assert faults_of(administrator, barriers) == []
    assert StaffMember.objects.filter(employee_number="901").exists()

    administrator.get_by_role("link", name="Ångra inläsningen").click()
    expect(administrator.get_by_role("heading", level=1)).to_have_text("Ångra inläsningen")
    assert faults_of(administrator, barriers) == []
    administrator.get_by_role("button", name="Ångra ändringen av").click()

    expect(administrator.get_by_text("Inläsningen är ångrad.")).to_be_visible()
    assert not StaffMember.objects.filter(employee_number="901").exists()


def test_file_with_a_fault_says_where_it_is(
    administrator: Page, barriers: Callable[[], list[str]], tmp_path: Path
) -> None:
    hand_in(administrator, tmp_path, [{"Anställningsnummer": "901", "Enhetskod": "FEL"}])

    row = administrator.get_by_role("row").filter(has_text="Enhetskod FEL")
    expect(row).to_contain_text("Medarbetare")
    expect(administrator.get_by_role("link", name="Välj en rättad fil")).to_be_visible()
    assert faults_of(administrator, barriers) == []


def test_form_with_a_mistake_has_no_barriers_and_leads_to_it(
    administrator: Page, inhabited: Inhabited, barriers: Callable[[], list[str]]
) -> None:
    administrator.goto(address(inhabited, "/people/Anna/employments/new/"))
    administrator.get_by_label("Från").fill("2023-05-01")
    administrator.get_by_label("Till").fill("2023-04-01")
    administrator.get_by_role("button", name="Spara").click()

    expect(administrator.get_by_role("alert")).to_be_focused()
    assert faults_of(administrator, barriers) == []

    administrator.get_by_role("link", name="Enhet:").click()
    expect(administrator.get_by_label("Enhet")).to_be_focused()


def test_person_is_found_and_moved(administrator: Page, inhabited: Inhabited) -> None:
    administrator.goto("/people/")
    administrator.get_by_label("Namn eller anställningsnummer").fill("gun")
    administrator.get_by_role("button", name="Sök").click()
    administrator.get_by_role("link", name="Gun Isaksson").click()
    administrator.get_by_role("link", name="Flytta från Hemtjänst Norr").click()
    administrator.get_by_label("Till enhet").select_option(label="Familjefrid (FAM)")
    administrator.get_by_label("Från och med").fill("2023-06-01")
    administrator.get_by_role("button", name="Spara").click()

    expect(administrator.get_by_text("Flytten till Familjefrid är sparad.")).to_be_visible()
    expect(administrator.get_by_text("Flyttad från Hemtjänst Norr till")).to_be_visible()
