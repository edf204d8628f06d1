"""Signing in with a real browser, as the first page that everybody meets."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.crawling import faults_of
from tests.factories import make_user


def sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Lösenord").fill(password)
    page.keyboard.press("Enter")


def test_sign_in_leads_to_the_page_that_was_asked_for(page: Page) -> None:
    make_user("lena@example.se", password="ett långt lösenord", is_development_lead=True)
    page.goto("/accounts/password/change/")

    sign_in(page, "lena@example.se", "ett långt lösenord")

    expect(page.get_by_role("heading", level=1)).to_have_text("Byt lösenord")


def test_wrong_password_moves_focus_to_what_is_wrong(page: Page) -> None:
    page.goto("/accounts/login/")

    sign_in(page, "lena@example.se", "fel lösenord")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("E-post")).to_have_value("lena@example.se")


def test_sign_in_page_has_no_barriers(page: Page, barriers: Callable[[], list[str]]) -> None:
    page.goto("/accounts/login/")

    assert faults_of(page, barriers) == []
