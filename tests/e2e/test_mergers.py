"""Units merge and split in a real browser: what moves is seen first, and agreed to."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from focusareas.models import Employment, KeyPerson, Unit
from tests import factories as make
from tests.e2e.crawling import faults_of
from tests.e2e.test_pages import sign_in
from tests.test_pages import address
from tests.worlds import Inhabited, make_inhabited


@pytest.fixture
def inhabited(transactional_db: None) -> Inhabited:
    return make_inhabited()


@pytest.fixture
def administrator(page: Page, inhabited: Inhabited) -> Page:
    sign_in(page, inhabited.users["administrator"])
    page.goto(address(inhabited, "/units/HEMT/settings/"))
    return page


def test_unit_is_merged_into_its_successor(
    administrator: Page, inhabited: Inhabited, barriers: Callable[[], list[str]]
) -> None:
    make.make_routine(inhabited.world.units["HEMT"], make.make_activity("3.4"), make.LONG_AGO)
    administrator.get_by_role("link", name="Slå ihop").click()
    administrator.get_by_label("Enheten som tar över").select_option(label="Familjefrid (FAM)")
    administrator.get_by_label("Från och med").fill("2023-06-01")
    assert faults_of(administrator, barriers) == []
    administrator.get_by_role("button", name="Visa vad som flyttar").click()

    expect(administrator.get_by_text("7 medarbetare flyttar")).to_be_visible()
    expect(administrator.get_by_text("1 av dem arbetar redan på Familjefrid")).to_be_visible()
    expect(administrator.get_by_text("Maj Chef slutar som chef")).to_be_visible()
    assert faults_of(administrator, barriers) == []
    assert not Unit.objects.filter(code="HEMT", last_day__isnull=False).exists()

    administrator.get_by_label("Anna Berg, 101").uncheck()
    administrator.get_by_role("button", name="Slå ihop, och flytta 7 medarbetare").click()

    expect(administrator.get_by_text("Hemtjänst Norr går upp i Familjefrid")).to_be_visible()
    old, new = (Unit.objects.get(code=code) for code in ("HEMT", "FAM"))
    assert old.successor == new
    assert Employment.objects.filter(unit=new, first_day="2023-06-01").count() == 6
    assert not KeyPerson.objects.filter(unit=new, staff_member=inhabited.world.people["Anna"])
    assert new.routine_confirmations.exists()


def test_some_of_a_unit_form_one_of_their_own(
    administrator: Page, inhabited: Inhabited, barriers: Callable[[], list[str]]
) -> None:
    administrator.get_by_role("link", name="Dela").click()
    administrator.get_by_label("Den nya enhetens namn").fill("Hemtjänst Öster")
    administrator.get_by_label("Enhetskod").fill("HEMO")
    administrator.get_by_label("Från och med").fill("2023-06-01")
    administrator.get_by_label("Anna Berg").check()
    administrator.get_by_label("Namn eller befattning").fill("gun")
    administrator.get_by_role("button", name="Sök").click()
    administrator.get_by_label("Gun Isaksson").check()
    assert faults_of(administrator, barriers) == []
    administrator.get_by_role("button", name="Visa vad som flyttar").click()
    expect(administrator.get_by_text("Anna Berg, Gun Isaksson.")).to_be_visible()
    assert faults_of(administrator, barriers) == []
    administrator.get_by_role("button", name="Dela, och flytta 2 medarbetare").click()

    expect(administrator.get_by_text("Hemtjänst Öster är bildad")).to_be_visible()
    assert Employment.objects.filter(unit__code="HEMO").count() == 2
