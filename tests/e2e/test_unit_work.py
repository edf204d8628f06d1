"""A tired manager with a telephone: hand in three certificates, answer one question, done."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from focusareas.models import Activity, Course, Unit
from tests import factories as make
from tests.certificates import column, draw, picture

TELEPHONE = {"width": 375, "height": 700}
WIDTHS = (320, 768, 1280)
PASSWORD = "en lång kulle"


@pytest.fixture
def unit(transactional_db: None) -> Unit:
    """A unit of four, with its manager and a deadline ahead."""
    today = timezone.localdate()
    plan = make.make_plan(first_day=today - timedelta(days=60), last_day=today + timedelta(days=90))
    course = make.make_course(url="https://webbkursomvald.se/")
    make.make_activity(
        "1.2",
        plan=plan,
        courses=(course,),
        title="Webbkurs om våld",
        deadline=today + timedelta(days=60),
    )
    make.make_activity("2.4", plan=plan, measure="unit_key_person", deadline=None)
    make.make_activity("3.4", plan=plan, measure="unit_routine", deadline=None)
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    for name in ("Anna Berg", "Bo Ek", "Cilla Dahl", "David Frid"):
        make.make_staff_member(name, unit=unit)
    make.make_unit_manager(make.make_user("chef@example.com", password=PASSWORD), unit)
    return unit


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two certificates that can be read, and a photograph that cannot."""
    paths = []
    for name in ("Anna Berg", "Bo Ek"):
        day = (timezone.localdate() - timedelta(days=3)).isoformat()
        lines = column("Intyg", "", f"Namn: {name}", "Kurs: Webbkurs om våld", f"Genomförd: {day}")
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(draw(lines))
    paths.append(tmp_path / "foto.jpg")
    paths[-1].write_bytes(picture())
    return paths


def sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-post").fill("chef@example.com")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hemtjänst Norr")


def hand_in(page: Page, files: list[Path]) -> None:
    page.get_by_role("link", name="Lämna in intyg").click()
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Lämna in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inlämnade intyg")


def answer(page: Page) -> None:
    page.get_by_role("link", name="Svara på det som är osäkert").click()
    page.get_by_label("Cilla Dahl").check()
    page.get_by_label("Dagen då kursen blev klar").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Spara svaret").click()
    expect(page.get_by_role("status")).to_contain_text("Intyget är inlämnat för Cilla Dahl.")


def test_manager_hands_in_and_answers_on_a_telephone(
    page: Page, unit: Unit, files: list[Path]
) -> None:
    page.set_viewport_size(TELEPHONE)
    sign_in(page)
    expect(page.get_by_text("4 saknas, 60 dagar kvar: 1 i veckan räcker.")).to_be_visible()

    hand_in(page, files)
    expect(page.get_by_text("2 inlämnade, 1 behöver ett svar.")).to_be_visible()
    answer(page)

    expect(page.get_by_text("1 saknas, 60 dagar kvar: 1 i veckan räcker.")).to_be_visible()
    expect(page.get_by_text("3 intyg inväntar granskning.")).to_be_visible()


def test_everything_works_without_script(
    browser: Browser, unit: Unit, files: list[Path], base_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    sign_in(page)

    hand_in(page, files)
    answer(page)

    expect(page.get_by_text("1 saknas, 60 dagar kvar")).to_be_visible()
    page.get_by_role("link", name="Vi är klara, intygen kommer").click()
    page.get_by_role("button", name="Anmäl att vi är klara").click()
    expect(page.get_by_role("link", name="Ta tillbaka att vi är klara")).to_be_visible()
    context.close()


def test_file_that_does_not_arrive_can_be_sent_again(
    page: Page, unit: Unit, files: list[Path]
) -> None:
    sign_in(page)
    page.get_by_role("link", name="Lämna in intyg").click()
    page.locator("input[type=file]").set_input_files(files[:2])
    page.route("**/hand-in/**", lambda route: route.fulfill(status=200, body="Logga in"))

    page.get_by_role("button", name="Lämna in").click()
    expect(page.get_by_text("2 av 2 filer är inte inlämnade.")).to_be_visible()
    page.unroute("**/hand-in/**")
    page.get_by_role("button", name="Lämna in").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Inlämnade intyg")
    expect(page.get_by_text("Inlämnat", exact=True)).to_have_count(2)


def test_text_is_copied_by_a_button(page: Page, unit: Unit) -> None:
    sign_in(page)
    page.get_by_text("Text att mejla till dem som saknar intyg").click()

    page.get_by_role("button", name="Kopiera texten").click()

    expect(
        page.get_by_text("Texten är kopierad.").or_(page.get_by_text("är markerad"))
    ).to_be_visible()


@pytest.mark.parametrize(
    "name",
    [
        "unit_detail",
        "certificate_hand_in",
        "certificate_receipt",
        "certificate_answer",
        "certificate_take_back",
        "key_person_create",
        "key_person_end",
        "declaration_create",
        "unit_poster",
        "start",
    ],
)
def test_page_has_no_barriers_at_any_width(
    page: Page, unit: Unit, barriers: Callable[[], list[str]], name: str
) -> None:
    address = address_of(name, unit)
    sign_in(page)
    if name == "start":
        another = make.make_unit("SARB")
        make.make_unit_manager(unit.managers.get().user, another)
    page.goto(address)

    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def address_of(name: str, unit: Unit) -> str:
    """The page's address, once there is a question and a key person for it to show."""
    course = Course.objects.get()
    question = make.make_certificate(
        None, course, unit, timezone.localdate(), completed_on=None, question="Vem är det?"
    )
    duty = make.make_key_person(unit.employments.first().staff_member, unit)
    arguments = {
        "start": [],
        "certificate_answer": [question.pk],
        "certificate_take_back": [question.pk],
        "key_person_end": [duty.pk],
        "declaration_create": [unit.pk, Activity.objects.get(code="1.2").pk],
    }
    return reverse(name, args=arguments.get(name, [unit.pk]))
