"""The pages in a real browser: no barriers, no sideways scrolling, keyboard and no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from focusareas.models import User
from tests.e2e.crawling import enter, faults_of
from tests.test_pages import address
from tests.worlds import ON_DAY, Inhabited, make_inhabited

PASSWORD = "en lång kulle"
# What links do not lead to: another day, and a list narrowed by its address.
PAGES = {
    "lead": ["/overview/" + ON_DAY, "/units/HEMT/" + ON_DAY],
    "administrator": ["/overview/" + ON_DAY + "&search=norr&status=at_risk"],
}
CASES = [(role, path) for role, paths in PAGES.items() for path in paths]

FOCUSABLE = {
    "link": "main a[href]",
    "button": "main .btn",
    "text": "main input[type=text]",
    "search": "main input[type=search]",
    "day": "main input[type=date]",
    "box": "main input[type=checkbox]",
    "list": "main select",
    "fold": "main summary",
    "words": "main textarea",
}
# How the first visible one of the kind is outlined when it has the focus; null without one.
OUTLINE = """selector => {
    const found = [...document.querySelectorAll(selector)].find((e) => e.checkVisibility());
    if (!found) return null;
    found.focus();
    const style = getComputedStyle(found);
    return `${style.outlineStyle} ${style.outlineWidth}`;
}"""


@pytest.fixture
def inhabited(transactional_db: None) -> Inhabited:
    return make_inhabited()


def sign_in(page: Page, user: User) -> None:
    user.set_password(PASSWORD)
    user.save()
    page.goto("/accounts/login/")
    page.get_by_label("E-post").fill(user.email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Logga ut")).to_be_visible()


@pytest.mark.parametrize(("role", "path"), CASES)
def test_page_has_no_barriers_at_any_width(
    page: Page, inhabited: Inhabited, barriers: Callable[[], list[str]], role: str, path: str
) -> None:
    sign_in(page, inhabited.users[role])
    page.goto(address(inhabited, path))

    assert faults_of(page, barriers) == []


@pytest.mark.parametrize(
    "path", ["password/reset/", "signup/", "inactive/", "password/reset/key/done/"]
)
def test_page_before_sign_in_has_no_barriers(
    page: Page, transactional_db: None, barriers: Callable[[], list[str]], path: str
) -> None:
    page.goto(f"/accounts/{path}")

    assert faults_of(page, barriers) == []


def test_keyboard_alone_leads_from_sign_in_to_the_content(page: Page, inhabited: Inhabited) -> None:
    user = inhabited.users["unit_manager"]
    user.set_password(PASSWORD)
    user.save()
    page.goto("/accounts/login/")
    for _ in range(3):  # past the skip link and the name of the site
        page.keyboard.press("Tab")
    page.keyboard.type(user.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hemtjänst Norr")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Till innehållet")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_whatever_has_the_focus_is_outlined(
    page: Page, inhabited: Inhabited, base_url: str
) -> None:
    seen: set[str] = set()
    enter(page, inhabited.clients["administrator"], base_url)

    for path in (
        "/activities/1.2/" + ON_DAY,
        "/units/",
        "/users/new/",
        "/activities/1.2/notes/new/",
    ):
        page.goto(address(inhabited, path))
        page.keyboard.press("Tab")
        for kind in set(FOCUSABLE) - seen:
            outline = page.evaluate(OUTLINE, FOCUSABLE[kind])
            if outline is not None:
                seen.add(kind)
                assert outline == "solid 3px", kind

    assert seen == set(FOCUSABLE)


def test_units_are_chosen_without_script_and_chosen_again(
    browser: Browser, inhabited: Inhabited, base_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    sign_in(page, inhabited.users["lead"])
    page.goto("/overview/" + ON_DAY)

    page.get_by_label("Sök enhet").fill("hemtjanst")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Familjefrid")).to_have_count(0)
    expect(page.get_by_role("link", name="Hemtjänst Norr")).to_be_visible()
    page.get_by_role("link", name="Rensa filter").click()

    expect(page.get_by_role("link", name="Familjefrid").first).to_be_visible()
    expect(page.get_by_text("Du ser läget 30 april 2023")).to_be_visible()
    context.close()


def test_everything_works_without_script(
    browser: Browser, inhabited: Inhabited, base_url: str
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    sign_in(page, inhabited.users["lead"])

    page.get_by_label("Läget per").fill("2023-04-30")
    page.get_by_role("button", name="Visa den dagen").click()

    expect(page.get_by_text("4 av 9").first).to_be_visible()
    page.get_by_role("link", name="Hemtjänst Norr").first.click()
    expect(page.get_by_text("Du ser läget 30 april 2023")).to_be_visible()
    page.get_by_role("button", name="Logga ut").click()
    expect(page.get_by_text("Du är utloggad.")).to_be_visible()
    context.close()
