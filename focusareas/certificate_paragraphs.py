"""The paragraphs of a page: lines on which one sentence goes on."""

import re
from collections.abc import Iterator
from typing import Final

from focusareas.certificate_pages import Page, Piece

GOES_ON: Final = re.compile(r"[.!?:;]\W*$")


def paragraphs(page: Page) -> Iterator[list[Piece]]:
    """The pieces of the page, each with the lines below on which it goes on."""
    seen: set[int] = set()
    for piece in page.pieces:
        if id(piece) in seen:
            continue
        lines = [piece]
        while below := _next_line(page, lines[-1]):
            seen.add(id(below))
            lines.append(below)
        yield lines


def _next_line(page: Page, piece: Piece) -> Piece | None:
    """The line below, if a sentence goes on there."""
    if GOES_ON.search(piece.text):
        return None
    for below in page.below(piece)[:1]:
        if below.text[:1].islower() and below.follows(piece):
            return below
    return None
