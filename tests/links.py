"""Going through the site as one does by clicking, without a browser."""

import re
from collections.abc import Callable, Iterator

from django.http import HttpResponse
from django.urls import Resolver404, resolve

LINK = re.compile(r'<a[^>]+href="(/[^"#]*)')


def pages_by_links(
    open_page: Callable[[str], HttpResponse],
) -> Iterator[tuple[str, HttpResponse]]:
    """The first page of each name of ours that links lead to; files are no pages."""
    ahead, seen = ["/"], set()
    while ahead:
        url = ahead.pop(0).replace("&amp;", "&")
        name = name_of(url)
        if name in seen or "." in url.partition("?")[0] or url.startswith("/accounts/"):
            continue
        seen.add(name)
        response = open_page(url)
        if response.status_code == 302:
            ahead.insert(0, response["Location"])
        ahead += LINK.findall(response.content.decode())
        yield name, response


def name_of(url: str) -> str:
    try:
        return resolve(url.partition("?")[0]).view_name
    except Resolver404:
        return url
