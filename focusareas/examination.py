"""What handed-in files are and say: read apart from us, because they can be made to do harm."""

import hashlib
import math
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from focusareas import isolation, picture_reading, uploads, virus_scan
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import Reading, read
from focusareas.models import Course
from focusareas.uploads import Source
from focusareas.virus_scan import Scanner

Pile = Sequence[tuple[str, Source]]

# A page must answer before the web server gives up on it.
PAGE_SECONDS = 20.0
# So many files are read by several processes side by side; fewer are done before those start.
MANY_FILES = 8
MOST_READERS = 2
UNREADABLE_FILE = (
    "Filen går inte att läsa: den är skadad eller för stor att packa upp. Spara intyget som en "
    "ny PDF och lämna in den."
)
LATE_FILE = (
    "Filen hann inte läsas, för att andra filer tog lång tid. Lämna in den igen, gärna för sig."
)
CLOSED_FILE = (
    "Filen går inte att öppna. Kontrollera att den finns och att du har rätt att läsa den."
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that could be taken, and what it says; `refusal` tells why it could not."""

    sha256: str = ""
    size: int = 0
    content_type: str = ""
    readings: tuple[Reading, ...] = ()
    refusal: str = ""
    scanned_on: date | None = None
    infection: str = ""


def examine(
    pile: Pile,
    courses: Iterable[Course],
    *,
    within: float = math.inf,
    meanwhile: Callable[[Source, Examined], None] | None = None,
) -> list[Examined]:
    """What each file is and says; those that were read are told `meanwhile` others are."""
    sources = [source for _, source in pile]
    work = partial(_examine_one, courses=marks_of(courses))
    at_once = min(MOST_READERS, os.cpu_count() or 1) if len(sources) >= MANY_FILES else 1
    examined: list[Examined] = []
    with closing(isolation.each(work, sources, within=within, at_once=at_once)) as results:
        for source, result in zip(sources, results, strict=False):
            examined.append(result or Examined(refusal=UNREADABLE_FILE))
            if meanwhile:
                meanwhile(source, examined[-1])
    return examined + [Examined(refusal=LATE_FILE)] * (len(pile) - len(examined))


def scan(pile: Pile, examined: list[Examined], *, within: float, on: date) -> list[Examined]:
    """The same, with what the virus scanner says of those that can be taken."""
    scanner = virus_scan.scanner(seconds=within)
    return [
        file if file.refusal or scanner.is_away else _scan_one(source, file, scanner, on)
        for (_, source), file in zip(pile, examined, strict=True)
    ]


def _scan_one(source: Source, file: Examined, scanner: Scanner, on: date) -> Examined:
    verdict = scanner.scan(uploads.content_of(source))
    return replace(file, scanned_on=on if verdict.is_scanned else None, infection=verdict.infection)


def put_off_pictures(examined: list[Examined]) -> list[Examined]:
    """The same, with pictures as questions until they have been read."""
    return [replace(file, readings=picture_reading.put_off(file.readings)) for file in examined]


def read_pictures(
    pile: Pile, examined: list[Examined], courses: Iterable[Course]
) -> list[Examined]:
    """The same, with what the pictures among them say."""
    marks = marks_of(courses)
    return [
        file
        if file.refusal or file.infection
        else replace(file, readings=picture_reading.read(source, file.readings, marks))
        for (_, source), file in zip(pile, examined, strict=True)
    ]


def marks_of(courses: Iterable[Course]) -> list[CourseMarks]:
    """How certificates of the courses are known."""
    return [
        CourseMarks(course.code, course.issuer, tuple(course.fingerprints)) for course in courses
    ]


def _examine_one(source: Source, *, courses: Sequence[CourseMarks]) -> Examined:
    try:
        content = uploads.content_of(source)
        return Examined(
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            content_type=uploads.content_type(content),
            readings=tuple(read(content, courses)),
        )
    except uploads.FileRefusedError as refusal:
        return Examined(refusal=str(refusal))
    except MemoryError:
        return Examined(refusal=UNREADABLE_FILE)
    except OSError:
        return Examined(refusal=CLOSED_FILE)
