"""How the tests drive Debian's chromium, and what no page may do in it."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import LazySettings
from playwright.sync_api import Page, Request
from pytest_django.live_server_helper import LiveServer

# Target size, WCAG 2.2, 2.5.8, is off unless asked for; what is well need not be described.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
FIND_VIOLATIONS = """async (options) => (await axe.run(options)).violations
    .flatMap((violation) => violation.nodes.map((node) => [violation.id, node.html]))"""


@pytest.fixture(scope="session", autouse=True)
def database_beside_an_event_loop() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, which Django takes for asynchronous code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser asks nobody outside this computer for anything."""
    return browser_type_launch_args | {
        "executable_path": shutil.which("chromium"),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return browser_context_args | {"locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


@pytest.fixture(autouse=True)
def many_sign_ins(settings: LazySettings) -> None:
    """All tests sign in from one address, more often than the limit on attempts lets through."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Tests name paths only: page.goto("/accounts/login/")."""
    return live_server.url


@pytest.fixture
def page(page: Page, base_url: str) -> Iterator[Page]:
    """Fails the test when a script breaks, the CSP stops something, or another host is asked."""
    faults: list[str] = []

    def note_other_host(request: Request) -> None:
        if not request.url.startswith((base_url, "data:", "blob:")):
            faults.append(f"asked for {request.url}")

    page.on("request", note_other_host)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda message: faults.append(message.text) if message.type == "error" else None,
    )
    yield page
    assert faults == []


@pytest.fixture
def barriers(page: Page) -> Callable[[], list[str]]:
    """What the rules of accessibility find wrong with the page as it is shown now."""

    page.add_init_script(AXE_SCRIPT)

    def barriers() -> list[str]:
        violations = page.evaluate(FIND_VIOLATIONS, OPTIONS)
        return [f"{rule}: {html}" for rule, html in violations]

    return barriers
