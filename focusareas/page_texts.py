"""What stands on pages of many certificates, to compare it; read apart from us, as ever."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium

from focusareas import isolation, uploads
from focusareas.certificate_letters import read_page
from focusareas.certificate_reader import PICTURE, is_scan
from focusareas.models import Certificate
from focusareas.page_pictures import UNREADABLE
from focusareas.person_numbers import without_person_number

# A page must answer before the web server gives up on it.
SECONDS = 10.0
LIMITS = isolation.Limits(isolation.SECONDS, megabytes=320)
# What follows a certificate in its file may be its later pages, but no book.
MOST_PAGES = 5

Span = tuple[Path, int, int | None]


def texts(certificates: Sequence[Certificate]) -> Iterator[str]:
    """What stands on each, its later pages too, without personal identity numbers.

    Nothing where that does not tell all there is to see: on scans, where somebody has drawn or
    stamped on the page, or the file is gone, and where there was no time left to read it.
    """
    spans = [*_spans(certificates)]
    found = isolation.each(_read, [*filter(None, spans)], within=SECONDS, limits=LIMITS)
    return ((next(found, None) or "" if span else "") for span in spans)


def _spans(certificates: Sequence[Certificate]) -> Iterator[Span | None]:
    """The file of each, its first page, and its last unless that is the file's last."""
    files = [row.file_id for row in certificates]
    rows = Certificate.objects.filter(file__in=files).order_by("file", "page")
    pages = [*rows.values_list("file", "page")]
    after = {here: there[1] for here, there in pairwise(pages) if here[0] == there[0]}
    for row in certificates:
        if row.file and row.file.content_type == uploads.PDF and not row.file.infection:
            following = after.get((row.file.pk, row.page))
            yield uploads.location(row.file.path), row.page, following and following - 1
        else:
            yield None


def _read(span: Span) -> str:
    """Runs in the child; what the file does to it is no news, only that nothing is read."""
    path, first, last = span
    try:
        content = path.read_bytes()
        with uploads.open_pdf(content) as document:
            pages = range(first, (last or len(document)) + 1)
            if len(pages) > MOST_PAGES:
                return ""
            return without_person_number("\n".join(_lines(document, content, pages)))
    except UNREADABLE:
        return ""


def _lines(document: pdfium.PdfDocument, content: bytes, pages: range) -> Iterator[str]:
    for number in pages:
        page = read_page(document, number)
        if page.is_drawn_on or page.is_picture or (PICTURE in content and is_scan(document, page)):
            raise LookupError
        yield from page.lines
