"""Walking through the site in a browser, by its links alone, and looking at each page."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from tests.links import name_of

WIDTHS = (320, 768, 1280)


def enter(page: Page, client: Client, base_url: str) -> None:
    """Go on in the browser as the one whom the test client is signed in as."""
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}]
    )


def pages_within_reach(page: Page, base_url: str) -> Iterator[tuple[str, str]]:
    """Open the pages that links lead to from the first one, one of each kind: name and address."""
    ahead, seen = [f"{base_url}/"], set()
    while ahead:
        link = ahead.pop(0)
        name = name_of(link)
        if name in seen:
            continue
        seen.add(name)
        if is_page(page, link):
            page.goto(link)
            ahead += links_on(page)
            yield name, link


def links_on(page: Page) -> list[str]:
    """The addresses of our own that the page links to."""
    found: list[str] = page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)")
    here = urlsplit(page.url).netloc
    return [link.split("#")[0] for link in found if urlsplit(link).netloc == here]


def is_page(page: Page, link: str) -> bool:
    """Whether it is a page rather than a file to save."""
    response = page.request.get(link)
    assert response.ok, f"{link}: {response.status}"
    return response.headers["content-type"].startswith("text/html")


def faults_of(page: Page, name: str, barriers: Callable[[], list[str]]) -> list[str]:
    """What is wrong with the page that is open, at each width."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{name} is wider than {width}")
        faults += [f"{name} at {width}: {barrier}" for barrier in barriers()]
    return faults
