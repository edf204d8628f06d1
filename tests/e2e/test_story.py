"""The whole thread as people follow it, from a manager's telephone to the committee's memo."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from focusareas import clock
from focusareas.models import StaffMember, Unit, User
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from tests import factories as make
from tests.e2e.crawling import unopened_pages
from tests.e2e.test_pages import sign_in
from tests.e2e.test_unit_work import TELEPHONE, answer, files, hand_in
from tests.workbooks import make_workbook
from tests.worlds import signed_in

__all__ = ["files"]
PEOPLE = ("Anna Berg", "Bo Ek", "Cilla Dahl", "David Frid", "Eva Gran", "Fia Hult")


@pytest.fixture
def unit(transactional_db: None) -> Unit:
    load_plan(DEFAULT_PLAN)
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    for name in PEOPLE:
        make.make_staff_member(name, unit=unit)
    return unit


def test_from_a_pile_of_certificates_to_the_memo(
    page: Page, unit: Unit, files: list[Path], base_url: str, tmp_path: Path
) -> None:
    manager = make.make_user("chef@example.com")
    make.make_unit_manager(manager, unit)
    manager_hands_in(page, manager, files)

    lead = make.make_user("lead@example.com", is_development_lead=True)
    lead_approves_by_keys(page, lead)
    page.goto("/overview/")
    expect(page.locator(".hero .figure-number").first).to_have_text("3 av 6")
    memo = lead_issues_the_memo(page, tmp_path / "memo.pdf")
    assert "Tjänsteskrivelse" in memo

    administrator = make.make_user("admin@example.com", is_administrator=True)
    administrator_imports(page, administrator, tmp_path / "personal.xlsx")
    page.goto("/overview/")
    expect(page.locator(".hero .figure-number").first).to_have_text("3 av 7")

    group = make.make_user("group@example.com", is_in_steering_group=True)
    assert_no_name_is_shown(page, group, base_url)


def change_to(page: Page, user: User) -> None:
    page.context.clear_cookies()
    sign_in(page, user)


def manager_hands_in(page: Page, manager: User, files: list[Path]) -> None:
    page.set_viewport_size(TELEPHONE)
    sign_in(page, manager)
    hand_in(page, files)
    answer(page)


def lead_approves_by_keys(page: Page, lead: User) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    change_to(page, lead)
    reach(page, "Granska").press("Enter")
    reach(page, "Börja granska").press("Enter")
    for name in ("Anna Berg", "Bo Ek", "Cilla Dahl"):
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        page.wait_for_load_state("load")
        page.keyboard.press("a")
    expect(page.get_by_text("Allt är granskat")).to_be_visible()


def reach(page: Page, name: str) -> Locator:
    """Go to the link as one does without a mouse: by the tab key until it has the focus."""
    link = page.get_by_role("link", name=name, exact=True).first
    for _ in range(40):
        if link.evaluate("link => link === document.activeElement"):
            assert link.evaluate("link => getComputedStyle(link).outlineStyle") != "none"
            return link
        page.keyboard.press("Tab")
    raise AssertionError(f"The tab key does not lead to {name}")


def lead_issues_the_memo(page: Page, path: Path) -> str:
    """Its text, once it is downloaded."""
    page.get_by_role("link", name="Skapa tjänsteskrivelse").click()
    page.get_by_label("Siffror per").fill(clock.today().isoformat())
    page.get_by_role("button", name="Skapa utkast").click()
    page.get_by_role("link", name="Utfärda rapporten").click()
    page.get_by_role("button", name="Utfärda rapporten").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
    download.value.save_as(path)
    return pypdfium2.PdfDocument(path)[0].get_textpage().get_text_bounded()


def administrator_imports(page: Page, administrator: User, path: Path) -> None:
    row = {"Enhetskod": "HEMT", "Förnamn": "Gun", "Efternamn": "Isaksson"}
    book = make_workbook(
        units=[{"Enhetskod": "HEMT", "Enhet": "Hemtjänst Norr"}],
        people=[row | {"Anställningsnummer": "901"}],
    )
    path.write_bytes(book.getvalue())
    change_to(page, administrator)
    page.get_by_role("link", name="Administration").click()
    page.get_by_role("link", name="Läs in personalfil").click()
    page.get_by_label("Arbetsbok från personalsystemet").set_input_files(path)
    page.get_by_role("button", name="Visa vad som skulle hända").click()
    page.get_by_label("Ja, filen är hel").check()
    page.get_by_role("button", name="Genomför").click()
    expect(page.get_by_text("personal.xlsx är inläst")).to_be_visible()


def assert_no_name_is_shown(page: Page, group: User, base_url: str) -> None:
    names = [person.full_name for person in StaffMember.objects.all()]
    opened: set[str] = set()
    for one in unopened_pages(page, signed_in(group), base_url, opened):
        shown = page.content()
        assert [person for person in names if person in shown] == [], one.name
    assert {"overview", "activity_detail", "department_detail", "report_detail"} <= opened
