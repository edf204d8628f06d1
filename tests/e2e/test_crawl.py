"""Every page that somebody can reach by links, full, empty and with a form sent wrong."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from focusareas.plan_file import DEFAULT_PLAN, load_plan
from tests import factories as make
from tests.e2e.crawling import faults_of, unopened_pages
from tests.forms_on_pages import Form
from tests.links import Opened
from tests.lived_in import make_lived_in
from tests.worlds import Inhabited, signed_in

ROLES = (
    "lead",
    "administrator",
    "unit_manager",
    "provider_manager",
    "department_head",
    "steering_group",
    "charlie",
)
# Blanks everything one can fill in and remembers the button that leads on; the answer is whether
# there was such a form.
MAKE_EMPTY = """() => {
    const fields = "input:not([type=hidden]):not([type=search]), textarea, select";
    const form = [...document.querySelectorAll("main form[method=post]")].find(
        (form) => form.querySelector(fields));
    if (!form) return false;
    for (const field of form.querySelectorAll(fields)) {
        if (field.matches("[type=checkbox], [type=radio]")) field.checked = false;
        else if (field.matches("select")) field.selectedIndex = -1;
        else field.value = "";
    }
    const button = form.querySelector("button.btn-primary[name]");
    if (button) {
        const pressed = document.createElement("input");
        [pressed.type, pressed.name, pressed.value] = ["hidden", button.name, button.value];
        form.append(pressed);
    }
    form.id = "made-empty";
    return true;
}"""
# Each field that is said to be wrong says why, or its group does, and the summary leads to it.
UNTOLD = """() => {
    const wrong = [...document.querySelectorAll("[aria-invalid=true]")];
    const told = (field) => [field, field.closest("fieldset")]
        .map((element) => element?.getAttribute("aria-describedby") || "").join(" ");
    const mute = wrong.filter((field) => !told(field).split(" ")
        .some((id) => document.getElementById(id)?.textContent.trim()));
    const lost = [...document.querySelectorAll(".error-summary a")].filter(
        (link) => !document.querySelector(link.getAttribute("href")));
    return [...mute, ...lost].map((element) => element.outerHTML);
}"""


@pytest.fixture
def lived_in(transactional_db: None) -> Inhabited:
    return make_lived_in()


def test_every_page_that_links_lead_to(
    page: Page, lived_in: Inhabited, base_url: str, barriers: Callable[[], list[str]]
) -> None:
    examined: set[str] = set()
    faults: list[str] = []

    for role in ROLES:
        for _ in unopened_pages(page, lived_in.clients[role], base_url, examined):
            faults += faults_of(page, barriers)

    assert faults == []

    assert len(examined) > 100


def test_every_page_of_a_system_that_holds_nothing_but_the_plan(
    page: Page, transactional_db: None, base_url: str, barriers: Callable[[], list[str]]
) -> None:
    load_plan(DEFAULT_PLAN)
    manager = make.make_user("manager@example.com")
    make.make_unit_manager(manager, make.make_unit("TOM"))
    editor = make.make_user("all@example.com", is_development_lead=True, is_administrator=True)
    group = make.make_user("group@example.com", is_in_steering_group=True)
    examined: set[str] = set()
    faults: list[str] = []

    for user in (editor, manager, group):
        # A form looks the same however little there is.
        for _ in unopened_pages(page, signed_in(user), base_url, examined, has_no_form):
            faults += faults_of(page, barriers, examined_at=(320,))

    assert faults == []
    assert {"overview", "unit_detail", "review_queue", "person_list", "report_list"} <= examined


def has_no_form(opened: Opened) -> bool:
    return not forms_of(opened)


def forms_of(opened: Opened) -> list[Form]:
    """Those one sends something with, apart from the one that signs out."""
    return [
        form
        for form in opened.offers.forms
        if form.method == "post" and not form.action.startswith("/accounts/")
    ]


def test_every_form_that_is_sent_empty_says_what_to_put_right(
    page: Page, lived_in: Inhabited, base_url: str, barriers: Callable[[], list[str]]
) -> None:
    tried: set[str] = set()
    refused: set[str] = set()
    faults: list[str] = []

    for role in ("unit_manager", "lead", "administrator"):
        for opened in unopened_pages(page, lived_in.clients[role], base_url, tried, forms_of):
            if not sent_empty(page):
                continue
            if page.locator(".error-summary").count():
                refused.add(opened.name)
                faults += faults_of(page, barriers, examined_at=(320,))
                faults += what_is_not_told(page, opened.name)
            elif page.url == f"{base_url}{opened.address}":
                faults.append(f"{opened.name} neither takes nor refuses what is empty")

    assert faults == [], "\n".join(faults)

    assert len(refused) > 20


def sent_empty(page: Page) -> bool:
    """Send the page's form with nothing in it, past its script; whether there was one."""
    if not page.evaluate(MAKE_EMPTY):
        return False
    with page.expect_navigation():
        page.evaluate("document.getElementById('made-empty').submit()")
    return True


def what_is_not_told(page: Page, name: str) -> list[str]:
    """What a reader who does not see the page would miss about what is wrong."""
    faults = [f"{name} leaves unsaid: {element}" for element in page.evaluate(UNTOLD)]
    if not page.title().startswith("Fel: "):
        faults.append(f"{name} does not say in its title that something is wrong")
    if not page.evaluate("document.activeElement.matches('.error-summary')"):
        faults.append(f"{name} does not move the focus to what is wrong")
    return faults
