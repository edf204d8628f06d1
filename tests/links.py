"""Going through the site as one does by clicking, without a browser."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponse
from django.urls import Resolver404, resolve

from tests.forms_on_pages import Offers


class Opened(NamedTuple):
    """A page that somebody came to: what it is called, where it is, what it answered and offers."""

    name: str
    address: str
    response: HttpResponse
    offers: Offers

    @property
    def text(self) -> str:
        return self.response.content.decode()

    def links(self) -> list[str]:
        """Where one can go from here, as whole addresses."""
        return [urljoin(self.address, link).split("#")[0] for link in self.offers.links]


def pages_by_links(
    open_page: Callable[[str], HttpResponse],
    *,
    starts: tuple[str, ...] = ("/",),
    leave_out: str = "/accounts/",
) -> Iterator[Opened]:
    """The first page of each name that links lead to; files are no pages.

    The sign-in library tests its own, so they are left out unless something else is.
    """
    ahead, seen = list(starts), set[str]()
    while ahead:
        address = ahead.pop(0)
        name = name_of(address)
        if name in seen or "." in urlsplit(address).path:
            continue
        seen.add(name)
        response = open_page(address)
        if response.status_code == 302:
            ahead.insert(0, response["Location"])
        elif response["Content-Type"].startswith("text/html"):
            page = Opened(name, address, response, Offers(response.content.decode()))
            ahead += [link for link in page.links() if not link.startswith(leave_out)]
            yield page
        elif response.streaming:
            # Read to its end, the file is closed; closing it would close the database as well.
            assert b"".join(response)  # type: ignore[arg-type]


def name_of(url: str) -> str:
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return url
