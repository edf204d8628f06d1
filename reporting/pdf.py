"""From HTML to PDF: the only door to WeasyPrint."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.staticfiles import finders

from reporting.letter import STYLESHEET

# Addresses in the HTML are resolved against this; nothing listens there, or anywhere else.
BASE_URL = "memo://letter"


def render(html: str) -> bytes:
    """The page as a tagged PDF (PDF/UA-1); the same page gives the same bytes."""
    # Importing it takes longer than starting Django, and few requests need it.
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    stylesheet = urljoin(f"{BASE_URL}/", f"{settings.STATIC_URL}{STYLESHEET}")

    class OnlyTheStylesheet(URLFetcher):
        """Gives out the letter's own stylesheet and nothing else, near or far."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url != stylesheet:
                raise ValueError(f"the letter may not have {url}")
            return URLFetcherResponse(url, _stylesheet(), {"Content-Type": "text/css"})

    page = HTML(string=html, base_url=f"{BASE_URL}/", url_fetcher=OnlyTheStylesheet())
    content: bytes = page.write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
    )
    return content


def _stylesheet() -> bytes:
    found = finders.find(STYLESHEET)
    assert isinstance(found, str), "the stylesheet is part of the project"
    return Path(found).read_bytes()
