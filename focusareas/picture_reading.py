"""The pages of a file that are pictures: read apart from us, each with time of its own."""

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

import pypdfium2 as pdfium

from focusareas import isolation, tesseract, uploads
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading
from focusareas.isolation import Limits
from focusareas.scan_reader import read_picture
from focusareas.uploads import FileRefusedError, Source

# A photo is read several times over; one of a telephone's full size unpacks to 250 megabytes.
LIMITS: Final = Limits(seconds=60.0, megabytes=320)


def put_off(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings with one in place of all pictures, which are to be read later."""
    if not tesseract.program():
        return tuple(readings)
    first = next((reading for reading in readings if reading.is_picture), None)
    return tuple(
        replace(reading, is_awaited=reading.is_picture)
        for reading in readings
        if reading is first or not reading.is_picture
    )


def read(
    source: Source, readings: Sequence[Reading], courses: Sequence[CourseMarks]
) -> tuple[Reading, ...]:
    """The readings with what stands on the pictures in place of each picture."""
    pages = [reading.page for reading in readings if reading.is_picture]
    if not pages or not tesseract.program():
        return tuple(readings)
    work = partial(_read_page, source, courses=courses)
    results = isolation.each(work, pages, limits=LIMITS)
    read_pages = {
        page: [_unread(page)] if found is None else found
        for page, found in zip(pages, results, strict=True)
    }
    found = [one for reading in readings for one in read_pages.get(reading.page, [reading])]
    return tuple(_certificates(found)) or tuple(map(_unread, pages[:1]))


def _read_page(source: Source, page: int, *, courses: Sequence[CourseMarks]) -> list[Reading]:
    """Runs in the child: what stands on the page, which may be nothing to speak of."""
    try:
        return read_picture(uploads.content_of(source), page, courses)
    except (
        FileRefusedError,
        pdfium.PdfiumError,
        subprocess.SubprocessError,
        ArithmeticError,
        LookupError,
        MemoryError,
        OSError,
        ValueError,
    ):
        return [_unread(page)]


def _unread(page: int) -> Reading:
    return Reading(page, is_picture=True)


def _certificates(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Those that are certificates or may be; what goes on about one before it is left out."""
    for before, reading in zip([None, *readings], readings, strict=False):
        is_more_of_it = before and before.is_certificate and not reading.names
        if reading.is_certificate or reading.is_picture or not is_more_of_it:
            yield reading
