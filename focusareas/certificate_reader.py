"""From a file to what stands on its certificates: names, course and day. Pure: no database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pypdfium2 as pdfium

from focusareas import pictures, uploads
from focusareas.certificate_courses import CourseMarks, courses_of, own_words
from focusareas.certificate_days import completed_on
from focusareas.certificate_doubts import says_not_completed
from focusareas.certificate_letters import hides_text, is_covered, read_pages
from focusareas.certificate_names import everybody, holder_names
from focusareas.certificate_pages import Page
from focusareas.certificate_papers import begins, continues, is_certificate

# A name in a picture that is read with less confidence is asked about.
LEGIBLE: Final = 0.7
# Every picture in a PDF is told to be one in plain words.
PICTURE: Final = b"/Image"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one certificate says; `names` are those it may be issued to, best first.

    `is_picture` says that there is something to see and nothing that could be read, and
    `is_awaited` that it is yet to be tried. What is `is_scanned` was read in a picture.
    `everybody` is all that is written but who issued it, folded, to find others' names in.
    """

    page: int
    names: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    completed_on: date | None = None
    is_certificate: bool = False
    is_picture: bool = False
    says_not_completed: bool = False
    is_awaited: bool = False
    is_scanned: bool = False
    everybody: str = ""
    confidence: float = 1.0

    @property
    def is_legible(self) -> bool:
        """Whether the names were read surely, which those in pictures may not be."""
        return self.confidence >= LEGIBLE

    @property
    def is_complete(self) -> bool:
        """Whether everything that a certificate says was read surely."""
        told = self.names and self.courses and self.completed_on
        return bool(told) and self.is_certificate and self.is_legible

    @property
    def course_code(self) -> str | None:
        """The one course that it is about, none if that is unclear."""
        return self.courses[0] if len(self.courses) == 1 else None


def read(content: bytes, courses: Sequence[CourseMarks]) -> list[Reading]:
    """One reading for each certificate in the file, at least one; refuses what is no such file."""
    if (kind := uploads.content_type(content)) != uploads.PDF:
        pictures.check(content, kind)
        return [Reading(page=1, is_picture=True)]
    has_pictures = PICTURE in content
    with uploads.open_pdf(content) as document:
        pages = [
            Page(page.number, has_pictures=True)
            if has_pictures and _is_scan(document, page)
            else page
            for page in read_pages(document)
            if not page.is_blank
        ]
    if not pages:
        raise uploads.FileRefusedError(
            "PDF-filen är tom: där finns varken text eller bild. Spara intyget igen och lämna in "
            "det på nytt."
        )
    return _certificates(pages, courses)


def _is_scan(document: pdfium.PdfDocument, page: Page) -> bool:
    """Whether it is a scan on which the program that made it has put words of its own."""
    if not page.rows:
        return False
    if is_certificate(page):
        return hides_text(document, page.number)
    return is_covered(document, page.number)


def _certificates(pages: list[Page], courses: Sequence[CourseMarks]) -> list[Reading]:
    """One reading for each page that begins a certificate; other pages add to the one before."""
    found: list[Reading] = []
    for page in pages:
        reading = read_page(page, courses)
        if not found or _is_new(page, reading, found[-1]):
            found.append(reading)
        elif reading.is_certificate or continues(page.lines):
            found[-1] = _with_next_page(found[-1], reading)
        else:
            found[-1] = _beside(found[-1], reading)
    certificates = [one for one in found if one.is_picture or one.is_certificate]
    return certificates or found[:1]


def _is_new(page: Page, reading: Reading, before: Reading) -> bool:
    """Whether the page begins another certificate, or another paper after a picture."""
    if reading.is_picture or before.is_picture or not before.is_certificate:
        return True
    if continues(page.lines):
        return False
    if reading.names or begins(page.lines):
        return reading.is_certificate
    return reading.is_certificate and _says_all_anew(reading, before)


def _says_all_anew(reading: Reading, before: Reading) -> bool:
    """Whether only the name cannot be read, on a page that is not the back of the one before."""
    tells_all = bool(reading.courses and reading.completed_on)
    is_same = before.names and before.completed_on in (None, reading.completed_on)
    return tells_all and not is_same


def _with_next_page(first: Reading, second: Reading) -> Reading:
    """What both pages of one certificate say together."""
    return replace(
        _beside(first, second),
        names=first.names or second.names,
        courses=first.courses or second.courses,
        completed_on=first.completed_on or second.completed_on,
    )


def _beside(first: Reading, second: Reading) -> Reading:
    """What the first page says, with what a page behind it says against it."""
    return replace(
        first,
        says_not_completed=first.says_not_completed or second.says_not_completed,
        everybody=f"{first.everybody} | {second.everybody}",
    )


def read_page(page: Page, courses: Sequence[CourseMarks]) -> Reading:
    """What the page says."""
    if page.is_picture:
        return Reading(page.number, is_picture=True)
    own = own_words(tuple(courses))
    names = holder_names(page)
    return Reading(
        page.number,
        names=names,
        courses=courses_of(page, courses, names),
        completed_on=completed_on(page, own),
        is_certificate=is_certificate(page, own),
        says_not_completed=says_not_completed(page.lines),
        everybody=everybody(page),
    )
