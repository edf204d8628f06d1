"""On a telephone: a provider's manager is invited, and staff hand in with the shared link."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.mail import EmailMessage
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from focusareas.invitations import invite
from focusareas.models import Certificate, Unit
from tests import factories as make
from tests.e2e.test_pages import PASSWORD, sign_in
from tests.hand_ins import certificate
from tests.test_second_factor import code_of

TELEPHONE = {"width": 375, "height": 700}


@pytest.fixture
def unit(transactional_db: None, settings: LazySettings, base_url: str) -> Unit:
    settings.SITE_URL = base_url
    today = timezone.localdate()
    plan = make.make_plan(first_day=today, last_day=today)
    make.make_activity("1.2", plan=plan, courses=(make.make_course(),))
    unit = make.make_unit("OMS", name="Omsorgsbolaget", provider="Omsorgsbolaget AB")
    make.make_staff_member("Anna Berg", unit=unit)
    return unit


def test_invited_manager_chooses_a_password_and_sets_up_the_code(
    page: Page, unit: Unit, barriers: Callable[[], list[str]], mailoutbox: list[EmailMessage]
) -> None:
    eva = make.make_user("eva@example.com")
    make.make_unit_manager(eva, unit)
    eva.authenticator_set.all().delete()
    invite(eva, on=timezone.localdate(), by=make.make_user(is_administrator=True))
    page.set_viewport_size(TELEPHONE)

    page.goto(re.search(r"http\S+", mailoutbox[0].body)[0])
    page.locator("#id_password1").fill(PASSWORD)
    page.get_by_label("Nytt lösenord en gång till").fill(PASSWORD)
    page.get_by_role("button", name="Spara lösenordet").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ställ in inloggning i två steg")
    assert barriers() == []
    secret = page.locator(".steps-key").inner_text().replace(" ", "")
    page.get_by_label("Koden som appen visar").fill(code_of(secret))
    page.get_by_role("button", name="Slå på").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Spara reservkoderna")
    assert barriers() == []
    page.get_by_role("link", name="Jag har sparat koderna").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Omsorgsbolaget")

    page.get_by_role("button", name="Logga ut").click()
    page.get_by_label("E-post").fill("eva@example.com")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Skriv koden från telefonen")
    assert barriers() == []
    # The one that set it up has been used.
    page.get_by_label("Kod", exact=False).fill(code_of(secret, periods_ahead=1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Omsorgsbolaget")
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


def test_staff_hand_in_with_the_link_and_the_manager_answers(
    page: Page, browser: Browser, unit: Unit, barriers: Callable[[], list[str]], tmp_path: Path
) -> None:
    Unit.objects.update(operation=Unit.Operation.OWN, provider=None)
    unit.refresh_from_db()
    chief = make.make_user("chef@example.com")
    make.make_unit_manager(chief, unit)
    (file := tmp_path / "intyg.pdf").write_bytes(certificate("Anna Berg"))
    page.set_viewport_size(TELEPHONE)
    sign_in(page, chief)
    page.get_by_role("link", name="Länk som medarbetarna lämnar in med").click()
    page.get_by_role("button", name="Gör en länk").click()
    address = page.get_by_label("Länken", exact=True).input_value()
    assert barriers() == []

    staff = browser.new_context(viewport=TELEPHONE, locale="sv-SE")
    telephone = staff.new_page()
    telephone.goto(address)
    assert telephone.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    assert "Anna" not in telephone.content()
    telephone.get_by_label("Ditt intyg").set_input_files(file)
    telephone.get_by_role("button", name="Lämna in").click()
    thanks = "Tack, intyget är inlämnat till Omsorgsbolaget"
    expect(telephone.get_by_role("heading", level=1)).to_have_text(thanks)
    staff.close()

    assert Certificate.objects.get().is_question
    page.goto(f"/units/{unit.pk}/")
    page.get_by_role("link", name="Svara på frågan", exact=True).click()
    page.get_by_role("button", name="Anna Berg").click()
    expect(page.get_by_role("status")).to_contain_text("Intyget är inlämnat för Anna Berg.")
