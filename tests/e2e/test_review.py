"""The lead reviews in a real browser: by keys alone, without barriers, and without script."""

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from focusareas import uploads
from focusareas.models import Certificate, CertificateFile
from tests import factories as make
from tests.certificates import centred, draw
from tests.e2e.crawling import faults_of
from tests.e2e.test_pages import sign_in
from tests.test_pages import address
from tests.worlds import Inhabited, make_inhabited

# Found by a search, which links do not lead to.
PAGES = ["/review/Cilla/correct/?q=an", "/certificates/Anna/move/?q=an"]
NAMES = ("Ada Ask", "Bea Björk", "Cia Ceder", "Dea Druva")
N_IN_A_ROW = 30
SECONDS_IN_A_ROW = 60


@pytest.fixture
def inhabited(transactional_db: None, settings, tmp_path) -> Inhabited:
    """Gotland, with files that can be shown and four more that wait, oldest first."""
    settings.CERTIFICATE_DIR = tmp_path
    inhabited = make_inhabited()
    unit, course = inhabited.world.units["HEMT"], inhabited.world.course
    for number, name in enumerate(NAMES):
        person = make.make_staff_member(name, unit=unit)
        day = date(2023, 3, 1) + timedelta(number)
        make.make_certificate(person, course, unit, day, file=a_file(name), name_read=name)
    return inhabited


def a_file(name: str) -> CertificateFile:
    content = draw(centred(("Kursintyg", 30), (name, 24)))
    file = make.make_certificate_file(content)
    file.path = uploads.store(content)
    file.save()
    return file


@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_barriers_at_any_width(
    page: Page, inhabited: Inhabited, barriers: Callable[[], list[str]], path: str
) -> None:
    sign_in(page, inhabited.users["lead"])
    page.goto(address(inhabited, path))

    assert faults_of(page, barriers) == []


def heading(page: Page, text: str) -> None:
    """Wait for the page of this person, picture included: before that no key is heard."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    page.wait_for_load_state("load")


def test_keys_alone_approve_three_and_return_one(page: Page, inhabited: Inhabited) -> None:
    sign_in(page, inhabited.users["lead"])
    page.goto("/review/")
    page.get_by_role("link", name="Börja granska").press("Enter")

    for name, following in (("Ada Ask", "Bea Björk"), ("Bea Björk", "Cia Ceder")):
        heading(page, name)
        page.keyboard.press("a")
        heading(page, following)
    page.keyboard.press("n")
    heading(page, "Dea Druva")
    page.keyboard.press("k")
    heading(page, "Cia Ceder")
    page.keyboard.press("r")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("apan är inte med")  # letters in a field decide nothing
    page.keyboard.press("Enter")
    heading(page, "Dea Druva")
    page.keyboard.press("a")
    heading(page, "Cilla Dahl")
    page.keyboard.press("u")
    heading(page, "Dea Druva")
    with page.expect_download() as download:
        page.keyboard.press("o")
    assert download.value.suggested_filename == "intyg.pdf"
    page.keyboard.press("a")
    heading(page, "Cilla Dahl")

    decided = Certificate.objects.filter(staff_member__family_name__in=["Ask", "Björk", "Druva"])
    assert decided.filter(approved_on__isnull=False).count() == 3
    returned = Certificate.objects.get(staff_member__given_name="Cia")
    assert returned.reason == "Namnet går inte att läsa. apan är inte med"
    page.goto(address(inhabited, "/units/HEMT/"))
    expect(page.locator("tr", has_text="Ada Ask")).to_contain_text("Klar")
    expect(page.locator("tr", has_text="Cia Ceder")).to_contain_text("återsänt")


def test_thirty_in_a_row_take_no_time_by_keys(page: Page, inhabited: Inhabited) -> None:
    unit, course = inhabited.world.units["HEMT"], inhabited.world.course
    for number in range(N_IN_A_ROW):
        person = make.make_staff_member(name := f"Per Nr{number}", unit=unit)
        day = date(2023, 1, 1) + timedelta(number)
        make.make_certificate(person, course, unit, day, file=a_file(name))
    sign_in(page, inhabited.users["lead"])
    page.goto("/review/")
    page.get_by_role("link", name="Börja granska").press("Enter")

    started = time.monotonic()
    for number in range(N_IN_A_ROW):
        heading(page, f"Per Nr{number}")
        if number % 10 == 9:
            page.keyboard.press("r")
            page.keyboard.press("Space")
            page.keyboard.press("Enter")
        else:
            page.keyboard.press("a")
    heading(page, "Ada Ask")
    took = time.monotonic() - started

    decided = Certificate.objects.filter(staff_member__given_name="Per")
    assert decided.filter(approved_on__isnull=False).count() == 27
    assert decided.filter(returned_on__isnull=False).count() == 3
    expect(page.get_by_text("5 kvar")).to_be_visible()
    assert took < SECONDS_IN_A_ROW, f"{took:.0f} s"


def test_keys_can_be_listed_and_switched_off(page: Page, inhabited: Inhabited) -> None:
    sign_in(page, inhabited.users["lead"])
    page.goto(address(inhabited, "/review/Cilla/"))
    switch = page.locator("[data-keys-switch]")

    page.keyboard.press("?")
    expect(switch).to_be_visible()
    switch.click()
    expect(switch).to_have_text("Slå på tangenterna")
    page.reload()
    page.keyboard.press("a")
    page.keyboard.press("Control+a")

    heading(page, "Cilla Dahl")
    assert inhabited.world.people["Cilla"].certificates.get().is_waiting


def test_review_works_without_script(browser: Browser, inhabited: Inhabited, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    sign_in(page, inhabited.users["lead"])
    page.goto("/review/")

    page.get_by_role("link", name="Godkänn alla säkra").click()
    page.get_by_role("button", name="Ta undan intyget för Ada Ask").click()
    page.get_by_role("button", name="Godkänn 4 intyg").click()
    expect(page.get_by_text("4 godkända.")).to_be_visible()
    expect(page.get_by_role("row", name="Ada Ask")).to_contain_text("Granskas för sig")
    page.get_by_role("link", name="Beslut det senaste dygnet").click()
    page.get_by_role("link", name="Ångra godkännandet av 4 intyg").click()
    page.get_by_role("button", name="Ångra godkännandet av 4 intyg").click()

    expect(page.get_by_text("5 väntar")).to_be_visible()
    context.close()


def test_missing_reason_is_pointed_out_without_barriers(
    page: Page, inhabited: Inhabited, barriers: Callable[[], list[str]]
) -> None:
    sign_in(page, inhabited.users["lead"])
    page.goto(address(inhabited, "/review/Cilla/"))

    page.get_by_role("button", name="Återsänd").click()

    expect(page.get_by_role("alert")).to_be_focused()
    assert barriers() == []
    page.get_by_role("link", name="Skäl: Välj ett skäl.").click()
    expect(page.get_by_label("Namnet går inte att läsa.")).to_be_focused()
