"""A tired manager with a telephone: hand in three certificates, answer one question, done."""

from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, Route, expect

from focusareas.intake import receive
from focusareas.models import (
    Certificate,
    Course,
    Unit,
)
from tests import factories as make
from tests.certificates import column, draw

TELEPHONE = {"width": 375, "height": 700}
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


def certificate(name: str) -> bytes:
    day = (timezone.localdate() - timedelta(days=3)).isoformat()
    return draw(column("Intyg", "", f"Namn: {name}", "Kurs: Webbkurs om våld", f"Genomförd: {day}"))


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two certificates that are sure, and one with a name that nobody has."""
    paths = [tmp_path / f"{name}.pdf" for name in ("Anna Berg", "Bo Ek", "Cila Dal")]
    for path in paths:
        path.write_bytes(certificate(path.stem))
    return paths


def sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-post").fill("chef@example.com")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hemtjänst Norr")


def hand_in(page: Page, files: list[Path], *, has_script: bool = True) -> None:
    page.get_by_role("link", name="Lämna in intyg", exact=True).click()
    if has_script:  # which shows its hint once it is there
        expect(page.locator("[data-drop-hint]:not([hidden])")).to_have_count(1)
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="Lämna in").click()


def answer(page: Page) -> None:
    page.get_by_role("link", name="Svara på frågan", exact=True).click()
    expect(page.get_by_text("Cila Dal", exact=True)).to_be_visible()
    page.get_by_role("button", name="Cilla Dahl").click()
    expect(page.get_by_role("status")).to_contain_text("Intyget är inlämnat för Cilla Dahl.")


def test_manager_hands_in_and_answers_on_a_telephone(
    page: Page, unit: Unit, files: list[Path], barriers: Callable[[], list[str]]
) -> None:
    page.set_viewport_size(TELEPHONE)
    sign_in(page)
    expect(page.get_by_text("4 saknas, 60 dagar kvar: 1 i veckan räcker.")).to_be_visible()

    hand_in(page, files)
    expect(page.get_by_role("status").get_by_text("2 klara, 1 fråga.")).to_be_visible()
    expect(page.get_by_text("Anna Berg – Webbkurs om våld, ")).to_be_visible()
    assert barriers() == []
    answer(page)

    expect(page.get_by_text("1 saknas, 60 dagar kvar: 1 i veckan räcker.")).to_be_visible()
    expect(page.get_by_text("3 intyg inväntar granskning.")).to_be_visible()


def test_everything_works_without_script(
    browser: Browser, unit: Unit, files: list[Path], base_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    sign_in(page)

    hand_in(page, files, has_script=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kvitto")
    expect(page.get_by_text("2 klara, 1 fråga.")).to_be_visible()
    answer(page)

    expect(page.get_by_text("1 saknas, 60 dagar kvar")).to_be_visible()
    page.get_by_role("link", name="Vi är klara, intygen kommer", exact=True).click()
    page.get_by_role("button", name="Anmäl att vi är klara").click()
    expect(page.get_by_role("link", name="Ta tillbaka att vi är klara", exact=True)).to_be_visible()
    context.close()


def in_words_of_its_own(name: str) -> bytes:
    """A certificate that is asked about, since nobody knows its words."""
    day = (timezone.localdate() - timedelta(days=3)).isoformat()
    return draw(column("Lovord", name, "höll ut ända in i kaklet på Webbkurs om våld", day))


def test_one_answer_settles_those_that_are_alike(
    page: Page, unit: Unit, tmp_path: Path, barriers: Callable[[], list[str]]
) -> None:
    paths = [tmp_path / f"{name}.pdf" for name in ("Anna Berg", "Bo Ek", "Cilla Dahl")]
    for path in paths:
        path.write_bytes(in_words_of_its_own(path.stem))
    page.set_viewport_size(TELEPHONE)
    sign_in(page)
    hand_in(page, paths)

    page.get_by_role("link", name="Svara på 3 frågor", exact=True).click()
    page.get_by_role("button", name="Anna Berg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 likadana intyg till")
    for width in (320, 375, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("button", name="Lämna in de valda").click()

    expect(page.get_by_text("2 intyg är inlämnade.")).to_be_visible()
    expect(page.get_by_text("3 intyg inväntar granskning.")).to_be_visible()


def on_hand_in(page: Page, answer: Callable[[Route], object]) -> None:
    """Let something else than the server answer what is handed in from now on."""

    def route(route: Route) -> None:
        answer(route) if route.request.method == "POST" else route.continue_()

    page.route("**/hand-in/**", route)


class Interruptions:
    """Answers the hand-ins with what a bad day has to offer, and the rest as they are."""

    def __init__(self, take_in: Callable[[], object]) -> None:
        self.take_in = take_in
        self.left: list[str | int] = ["", "lost on the way back", "lost on the way there", 503, 429]

    def __call__(self, route: Route) -> None:
        fault = self.left.pop(0) if self.left else ""
        if fault == "lost on the way back":
            self.take_in()
        if not fault:
            route.continue_()
        elif isinstance(fault, int):
            route.fulfill(status=fault, body="<h1>Tyvärr</h1>")
        else:
            route.abort()


def test_interrupted_pile_is_handed_in_again_without_doubles(
    browser: Browser, unit: Unit, tmp_path: Path, base_url: str
) -> None:
    names = ("Anna Berg", "Bo Ek", "Cilla Dahl", "David Frid", "Eva Grön")
    make.make_staff_member("Eva Grön", unit=unit)
    files = [tmp_path / f"{name}.pdf" for name in names]
    for path in files:
        path.write_bytes(certificate(path.stem))
    page = browser.new_context(base_url=base_url).new_page()
    sign_in(page)
    course, today = Course.objects.get(), timezone.localdate()
    pile = [("Bo Ek.pdf", certificate("Bo Ek"))]
    on_hand_in(
        page, Interruptions(lambda: receive(pile, unit=unit, course=course, received_on=today))
    )

    hand_in(page, files)
    expect(page.get_by_text("1 klart, 4 kom inte fram.")).to_be_visible()
    expect(page.get_by_text("Kom inte fram. Kontrollera nätet")).to_have_count(2)
    expect(page.get_by_text("Systemet är inte tillgängligt just nu.")).to_be_visible()
    expect(page.get_by_text("Det gick lite för fort.")).to_be_visible()
    assert Certificate.objects.count() == 2
    page.get_by_role("button", name="Försök igen med Eva Grön.pdf").click()
    expect(page.get_by_text("2 klara, 3 kom inte fram.")).to_be_visible()
    page.get_by_role("button", name="Försök igen med 3 filer").click()

    expect(page.get_by_text("4 klara, 1 fanns redan.")).to_be_visible()
    expect(page.get_by_role("link", name="Till enheten")).to_be_visible()
    assert Certificate.objects.filter(staff_member__isnull=False).count() == len(names)
    page.context.close()


DROP = """content => {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  transfer.items.add(new File([bytes], "Anna Berg.pdf"));
  const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer });
  document.querySelector("[data-drop]").dispatchEvent(event);
}"""
LEAVE = "window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"


def test_dropped_file_shows_its_progress_and_leaving_then_warns(page: Page, unit: Unit) -> None:
    sign_in(page)
    page.get_by_role("link", name="Lämna in intyg", exact=True).click()
    expect(page.get_by_text("Du kan också dra filerna hit.")).to_be_visible()
    held: list[Route] = []
    on_hand_in(page, held.append)
    page.evaluate(DROP, b64encode(certificate("Anna Berg")).decode())

    page.get_by_role("button", name="Lämna in").click()
    expect(page.get_by_role("progressbar", name="Skickar Anna Berg.pdf")).to_be_visible()
    assert page.evaluate(LEAVE) is False
    held[0].continue_()

    expect(page.get_by_role("status").get_by_text("1 klart.")).to_be_visible()
    assert page.evaluate(LEAVE) is True


def test_lost_session_is_told_per_file(page: Page, unit: Unit, files: list[Path]) -> None:
    sign_in(page)
    on_hand_in(page, lambda route: route.fulfill(status=200, body="Logga in"))

    hand_in(page, files[:1])

    expect(page.get_by_text("Du är inte inloggad längre.")).to_be_visible()


def test_text_is_copied_by_a_button(page: Page, unit: Unit) -> None:
    sign_in(page)
    page.get_by_text("Text att mejla till dem som saknar intyg").click()

    page.get_by_role("button", name="Kopiera texten").click()

    expect(
        page.get_by_text("Texten är kopierad.").or_(page.get_by_text("är markerad"))
    ).to_be_visible()
