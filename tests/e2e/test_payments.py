"""Units are paid for their certificates in a real browser, and pay back what was taken back."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from focusareas import clock, review
from tests import factories as make
from tests.e2e.crawling import enter
from tests.worlds import DAY, Inhabited, make_inhabited


@pytest.fixture
def inhabited(transactional_db: None) -> Inhabited:
    """Familjefrid and a contracted unit have earned 500 kronor each, in a plan that still runs."""
    inhabited = make_inhabited()
    world = inhabited.world
    world.web_course.amount_sek = 500
    world.web_course.save()
    world.plan.first_day, world.plan.last_day = DAY, clock.today()
    world.plan.save()
    for name, unit in (("Ida", "FAM"), ("Kim", "OMS")):
        make.make_certificate(
            world.people[name], world.course, world.units[unit], DAY, approved_on=DAY
        )
    return inhabited


def test_two_units_are_paid_and_one_pays_back(
    page: Page, inhabited: Inhabited, base_url: str
) -> None:
    enter(page, inhabited.clients["lead"], base_url)
    page.goto("/payments/")
    page.get_by_role("link", name="Gå igenom och betala ut").click()
    expect(page.get_by_text("1 000 kronor för 2 intyg till 2 enheter")).to_be_visible()
    page.get_by_role("button", name="Betala ut 1 000 kronor").click()

    assert rows_for_the_finance_office(page) == [
        ("egen", "FAM", 1, 0, 500),
        ("privat", "OMS", 1, 0, 500),
        ("Summa", None, 2, 0, 1000),
    ]
    enter(page, inhabited.clients["provider_manager"], base_url)
    page.goto("/")
    page.get_by_role("link", name="Ersättning för intygen").click()
    expect(page.locator(".figure-row")).to_contain_text("500 kronor intjänat 500 kronor utbetalt")

    withdrawn = inhabited.world.people["Kim"].certificates.get()
    lead = inhabited.users["lead"]
    review.withdraw(withdrawn, reason="Fel person", by=lead, on=clock.today())
    enter(page, inhabited.clients["lead"], base_url)
    page.goto("/payments/")
    page.get_by_role("link", name="Gå igenom och betala ut").click()
    page.get_by_role("button", name="Räkna av −500 kronor").click()

    assert rows_for_the_finance_office(page) == [
        ("privat", "OMS", 0, 1, -500),
        ("Summa", None, 0, 1, -500),
    ]


def rows_for_the_finance_office(page: Page) -> list[tuple[Any, ...]]:
    """Own or contracted, unit, certificates, returns and kronor of the payment on the page."""
    with page.expect_download() as download:
        page.get_by_role("link", name="Hämta filen till ekonomi").click()
    sheet = load_workbook(BytesIO(download.value.path().read_bytes())).worksheets[0]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    return [(row[0], row[2], *row[5:]) for row in rows]
