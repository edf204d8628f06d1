"""The memo in a real browser: created, reworded, issued and downloaded by the lead."""

from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from focusareas.plan_file import DEFAULT_PLAN, load_plan
from reporting.models import Report
from tests import factories as make
from tests.e2e.crawling import faults_of
from tests.e2e.test_pages import sign_in


@pytest.fixture
def lead(transactional_db: None):
    load_plan(DEFAULT_PLAN)
    return make.make_user("lead@example.com", is_development_lead=True)


def create_draft(page: Page) -> None:
    page.get_by_role("link", name="Skapa tjänsteskrivelse").click()
    page.get_by_label("Siffror per").fill("2023-04-30")
    page.get_by_label("Daterad").fill("2023-05-15")
    page.get_by_role("button", name="Skapa utkast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Utkast: Delrapport 15 maj 2023")


def test_lead_creates_rewords_issues_and_downloads_the_memo(page: Page, lead, tmp_path: Path):
    sign_in(page, lead)
    page.goto("/overview/?day=2023-04-30")
    create_draft(page)

    page.get_by_role("link", name="Ändra texten").last.click()
    page.get_by_label("Text").fill("Alla Nämndens Ledamöter")
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Utfärda rapporten").click()
    page.get_by_role("button", name="Utfärda rapporten").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").first.click()
    download.value.save_as(tmp_path / "memo.pdf")

    pdf = pypdfium2.PdfDocument(tmp_path / "memo.pdf")
    text = pdf[len(pdf) - 1].get_textpage().get_text_bounded()
    assert "Alla Nämndens Ledamöter" in text
    assert Report.objects.issued().get().sha256


def test_pages_of_the_memo_have_no_barriers(page: Page, lead, barriers):
    sign_in(page, lead)
    page.goto("/overview/?day=2023-04-30")
    create_draft(page)
    (report,) = Report.objects.all()
    section = report.sections[0]["key"]

    for path in ("", "issue/", f"sections/{section}/", "preview/", "../", "../new/"):
        page.goto(f"/reports/{report.pk}/{path}")
        assert faults_of(page, barriers) == []
