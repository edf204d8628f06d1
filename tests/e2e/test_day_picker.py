"""Another day, chosen on a telephone with the keyboard alone, kept from page to page, and left."""

from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from focusareas import review
from tests.e2e.test_pages import sign_in
from tests.worlds import Inhabited, make_inhabited

BANNER = "Du ser läget 30 april 2023"


@pytest.fixture
def inhabited(transactional_db: None, settings: LazySettings) -> Inhabited:
    settings.TODAY = date(2023, 5, 15)
    return make_inhabited()


def test_another_day_is_chosen_kept_and_left_by_keyboard(
    page: Page, inhabited: Inhabited, barriers: Callable[[], list[str]]
) -> None:
    world, lead = inhabited.world, inhabited.users["lead"]
    review.approve(world.people["Cilla"].certificates.get(), by=lead, on=date(2023, 4, 30))
    page.set_viewport_size({"width": 375, "height": 800})
    sign_in(page, lead)

    page.get_by_role("link", name="30 april 2023").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(BANNER)).to_be_visible()
    expect(page.get_by_label("Läget per")).to_have_value("2023-04-30")
    assert barriers() == []
    page.get_by_role("link", name="Hemtjänst Norr").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hemtjänst Norr")).to_be_visible()
    expect(page.get_by_text(BANNER)).to_be_visible()
    page.get_by_role("link", name="1 rättelse efteråt").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Godkände intyget.")).to_be_visible()
    assert barriers() == []
    page.get_by_label("Läget per").fill("2023-04-29")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Inget är rättat efter den dagen.")).to_be_visible()
    page.get_by_role("link", name="Hemtjänst Norr").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Visa i dag").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_label("Läget per")).to_have_value("2023-05-15")
    expect(page.get_by_text("Du ser läget")).to_have_count(0)
