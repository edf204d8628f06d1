"""Walking through the site by its links, and looking at its pages in a browser."""

from collections.abc import Callable, Iterator, Sequence

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from tests.links import Opened, name_of, pages_by_links

# The third is the narrowest on which a row of a table is a row.
WIDTHS = (320, 768, 1060, 1280)
# The rules of accessibility take most of the time: narrow and wide, where pages differ most.
NARROW_AND_WIDE = (320, 1280)


def enter(page: Page, client: Client, base_url: str) -> None:
    """Go on in the browser as the one whom the test client is signed in as."""
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base_url}]
    )


def unopened_pages(
    page: Page,
    client: Client,
    base_url: str,
    seen: set[str],
    is_wanted: Callable[[Opened], bool] = lambda opened: True,
) -> Iterator[Opened]:
    """Open those that links lead the client to, in the browser too unless one of its name is seen.

    The test client finds the way, which takes a tenth of the browser's time.
    """
    enter(page, client, base_url)
    for opened in pages_by_links(client.get, leave_out="/accounts/logout/"):
        if opened.name not in seen and is_wanted(opened):
            seen.add(opened.name)
            page.goto(opened.address)
            yield opened


def faults_of(
    page: Page,
    barriers: Callable[[], list[str]],
    examined_at: Sequence[int] = NARROW_AND_WIDE,
) -> list[str]:
    """What is wrong with the page that is open, with all that it folds away, at each width."""
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = true")
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        is_wider = page.evaluate("document.documentElement.scrollWidth") > width
        found = barriers() if width in examined_at else []
        found += ["is wider"] if is_wider else []
        faults += [f"{name_of(page.url)} at {width}: {fault}" for fault in found]
    return faults
