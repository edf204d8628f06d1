"""Takes the pictures for bin/shots: python bin/_shots.py URL."""

import os
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "demo-vrplan-2023"
LEAD, MANAGER = "ledare@demo.example", "enhetschef@demo.example"
ADMINISTRATOR, STEERING_GROUP = "administrator@demo.example", "styrgrupp@demo.example"
README, GUIDES = "docs/img", "static/img/guider"

# File, who, address, width, height.
PICTURES = [
    (f"{README}/laget.png", LEAD, "/overview/", 1280, 900),
    (f"{README}/enhet-telefon.png", MANAGER, "/", 375, 800),
    (f"{GUIDES}/enhet.png", MANAGER, "/", 900, 720),
    (f"{GUIDES}/granska.png", LEAD, "/review/", 900, 800),
    (f"{GUIDES}/administration.png", ADMINISTRATOR, "/administration/", 900, 720),
    (f"{GUIDES}/laget.png", STEERING_GROUP, "/overview/", 900, 760),
]


def wait_for(url: str) -> None:
    """Until the server answers, half a minute at most."""
    for _ in range(150):
        try:
            urlopen(f"{url}/health/")
            return
        except URLError:
            time.sleep(0.2)
    raise SystemExit("The server did not start.")


def take(browser: Browser, url: str, picture: tuple[str, str, str, int, int]) -> None:
    """One picture, as the user who is signed in sees it."""
    name, email, address, width, height = picture
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{url}/accounts/login/")
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.goto(url + address)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=name)
    page.close()


def main(url: str) -> None:
    wait_for(url)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=FLAGS, env={**os.environ, "LANGUAGE": "sv"}
        )
        for picture in PICTURES:
            take(browser, url, picture)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
