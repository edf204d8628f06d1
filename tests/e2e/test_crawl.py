"""Every page that somebody can reach by links: there, within its width, without barriers."""

from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from focusareas import intake
from focusareas.models import Activity, Meeting
from reporting.models import Report
from tests import factories as make
from tests.certificates import column, draw
from tests.worlds import DAY, Inhabited, make_inhabited

WIDTHS = (320, 768, 1280)
ROLES = (
    "lead",
    "administrator",
    "unit_manager",
    "provider_manager",
    "department_head",
    "steering_group",
    "charlie",
)


@pytest.fixture
def lived_in(transactional_db: None) -> Inhabited:
    """The world with something of everything: a pile, a question, a meeting, a note, a memo."""
    inhabited = make_inhabited()
    world = inhabited.world
    pile = [
        (f"{name}.pdf", draw(column("Intyg", name, "har genomfört Webbkurs om våld", "2023-04-01")))
        for name in ("Gun Isaksson", "Ingen Känd")
    ]
    intake.receive(
        pile,
        unit=world.units["HEMT"],
        course=world.course,
        received_on=DAY,
        by=inhabited.users["unit_manager"],
    )
    meetings = make.make_activity(
        "2.5", plan=world.plan, measure=Activity.Measure.MEETINGS, target=2, deadline=None
    )
    Meeting.objects.create(activity=meetings, day=date(2023, 5, 11), theme="Uppstart")
    make.make_activity(
        "3.5", plan=world.plan, measure=Activity.Measure.MILESTONE, parts=["plan", "genomförande"]
    )
    make.make_declaration(world.units["OMS"], world.web_course, DAY)
    Report.objects.create(plan=world.plan, kind="interim", as_of=DAY, dated=date(2023, 5, 15))
    return inhabited


def sign_in(page: Page, inhabited: Inhabited, role: str, base_url: str) -> None:
    session = inhabited.clients[role].cookies[settings.SESSION_COOKIE_NAME].value
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}]
    )


def links_on(page: Page) -> list[str]:
    """The addresses of our own that the page links to."""
    found: list[str] = page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)")
    here = urlsplit(page.url).netloc
    return [link.split("#")[0] for link in found if urlsplit(link).netloc == here]


def name_of(link: str) -> str:
    try:
        return resolve(urlsplit(link).path).view_name
    except Resolver404:
        return link


def is_page(page: Page, link: str) -> bool:
    """Whether it is a page rather than a file to save."""
    response = page.request.get(link)
    assert response.ok, f"{link}: {response.status}"
    return response.headers["content-type"].startswith("text/html")


def faults_of(page: Page, link: str, barriers: Callable[[], list[str]]) -> list[str]:
    """What is wrong with the page that is open, at each width."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{link} is wider than {width}")
        faults += [f"{link} at {width}: {barrier}" for barrier in barriers()]
    return faults


def test_every_page_that_links_lead_to(
    page: Page, lived_in: Inhabited, base_url: str, barriers: Callable[[], list[str]]
) -> None:
    examined: set[str] = set()
    faults: list[str] = []

    for role in ROLES:
        sign_in(page, lived_in, role, base_url)
        ahead, seen = [f"{base_url}/"], set()
        while ahead:
            link = ahead.pop(0)
            if name_of(link) in seen:
                continue
            seen.add(name_of(link))
            if not is_page(page, link):
                continue
            page.goto(link)
            ahead += links_on(page)
            if name_of(link) not in examined:
                examined.add(name_of(link))
                faults += faults_of(page, link, barriers)

    assert faults == []
    assert len(examined) > 40
