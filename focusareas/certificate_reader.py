"""From a file to what stands on its certificates: names, course and day. Pure: no database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final

import pypdfium2 as pdfium

from focusareas import pictures, uploads
from focusareas.certificate_amounts import says_less
from focusareas.certificate_boxes import with_boxes_before_words
from focusareas.certificate_courses import courses_of
from focusareas.certificate_days import completed_on
from focusareas.certificate_denials import without_denials
from focusareas.certificate_doubts import says_not_completed
from focusareas.certificate_entries import without_other_courses
from focusareas.certificate_fields import has_doubtful_field
from focusareas.certificate_legends import without_legends
from focusareas.certificate_letters import hides_text, is_covered, read_pages
from focusareas.certificate_marks import CourseMarks, own_words
from focusareas.certificate_menus import without_menus
from focusareas.certificate_names import everybody, holder_names
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_notes import has_contrary_note
from focusareas.certificate_pages import Page, Row
from focusareas.certificate_papers import begins, continues, is_certificate
from focusareas.certificate_parts import has_parts_left
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_questions import without_answered
from focusareas.certificate_remarks import has_doubtful_remark
from focusareas.certificate_rules import without_rules
from focusareas.certificate_shares import says_too_little
from focusareas.certificate_tables import arranged
from focusareas.certificate_words import is_capital, is_common
from focusareas.certificate_written_days import WRITTEN
from focusareas.names import fold

# A name in a picture that is read with less confidence is asked about.
LEGIBLE: Final = 0.7
# Contents and instructions are longer than what names somebody.
MOST_LINES_OF_NEWS: Final = 12
CONTENTS: Final = AnyCase(
    r"\W*(?:(?:(?:kursens|utbildningens)\s+|kurs|utbildnings)?(?:innehåll|beskrivning|moment)\b|"
    r"kursplan\b|om\s+(?:kursen|utbildningen)\b|(?:course\s+)?(?:contents?|outline)\b|baksida\b)"
)
# Each is read without, to find which one is doubted.
MOST_ROWS_TRIED: Final = 120
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
    def tells_anything(self) -> bool:
        """Whether it is a certificate or a picture, or holds anything that certificates do."""
        told = self.names or self.courses or self.completed_on
        return bool(told) or self.is_certificate or self.is_picture

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
            if has_pictures and is_scan(document, page)
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


def is_scan(document: pdfium.PdfDocument, page: Page) -> bool:
    """Whether it is a scan on which the program that made it has put words of its own."""
    if not page.rows:
        return False
    if is_certificate(page):
        return hides_text(document, page.number)
    return is_covered(document, page.number)


def _certificates(pages: list[Page], courses: Sequence[CourseMarks]) -> list[Reading]:
    """One reading for each page that says something of its own; others add to the one before."""
    own = own_words(tuple(courses))
    found: list[Reading] = []
    for number, page in enumerate(pages):
        reading = read_page(page, courses)
        is_apart = number and _has_another_day(page, reading, pages[number - 1], found[-1])
        if not found or is_apart or _is_new(page, reading, found[-1], own):
            if found and not reading.is_certificate and not reading.names:
                found[-1] = _with_doubts(found[-1], reading)
            found.append(reading)
        elif reading.is_certificate or continues(page.lines):
            found[-1] = _with_next_page(found[-1], reading)
        else:
            found[-1] = _beside(found[-1], reading)
    return [one for one in found if one.tells_anything] or found[:1]


def _has_another_day(page: Page, reading: Reading, page_before: Page, before: Reading) -> bool:
    """Whether it tells all but the name, and the page before has days that are not understood."""
    tells_all = reading.is_certificate and reading.courses and reading.completed_on
    if not tells_all or before.completed_on or continues(page.lines):
        return False
    return bool(WRITTEN.search(page_before.text))


def _is_new(page: Page, reading: Reading, before: Reading, own: frozenset[str]) -> bool:
    """Whether the page is neither a later page nor the back of the paper before it.

    A certificate taken for a back is lost; a back taken for a certificate is only asked about.
    """
    if reading.is_picture or before.is_picture or not before.tells_anything:
        return True
    if _is_about_another(reading, before):
        return True
    if continues(page.lines):
        return False
    if reading.is_certificate and (reading.names or begins(page.lines)):
        return True
    if reading.completed_on and before.completed_on not in (None, reading.completed_on):
        return True
    is_unnamed = not before.names and reading.is_certificate and reading.completed_on
    return bool(reading.courses and (is_unnamed or _may_name_somebody(page, own)))


def _is_about_another(reading: Reading, before: Reading) -> bool:
    """Whether it says another name or course than the one before does."""
    people, courses = set(map(fold, before.names)), set(before.courses)
    names_another = people and not people.issuperset(map(fold, reading.names))
    return bool(names_another or (courses and not courses.issuperset(reading.courses)))


def _may_name_somebody(page: Page, own: frozenset[str]) -> bool:
    """Whether it is a short page with a word that may be a name, in a form that is not read."""
    if any(map(CONTENTS.match, page.lines)):
        return False
    words = " ".join(page.lines).split() if len(page.lines) <= MOST_LINES_OF_NEWS else []
    return any(
        is_capital(word) and not is_common(word) and unknown_words(word, own) for word in words
    )


def _with_doubts(first: Reading, second: Reading) -> Reading:
    """What the first page says, unless it is not completed by what an unnamed one behind says."""
    return replace(first, says_not_completed=first.says_not_completed or second.says_not_completed)


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
    return replace(_with_doubts(first, second), everybody=f"{first.everybody} | {second.everybody}")


def read_page(page: Page, courses: Sequence[CourseMarks]) -> Reading:
    """What the page says."""
    if page.is_picture:
        return Reading(page.number, is_picture=True)
    page = _in_order(page, courses)
    own = own_words(tuple(courses))
    names = holder_names(page)
    return Reading(
        page.number,
        names=names,
        courses=courses_of(page, courses, names),
        completed_on=completed_on(page, own, names),
        is_certificate=is_certificate(page, own, names),
        says_not_completed=_says_not_completed(page, names, own),
        everybody=everybody(page),
    )


def _in_order(page: Page, courses: Sequence[CourseMarks]) -> Page:
    """The page as it is meant, without what is not said of our courses."""
    page = without_rules(without_legends(without_menus(page)))
    page = without_denials(with_boxes_before_words(page))
    page = arranged(without_answered(page))
    return without_other_courses(page, courses)


def doubtful_row(page: Page, courses: Sequence[CourseMarks]) -> Row | None:
    """The row that speaks against it: the one without which nothing would, else the first.

    None if nothing does, or it is no row, or the page has more rows than can be tried.
    """
    if page.is_drawn_on or len(page.rows) > MOST_ROWS_TRIED:
        return None
    own = own_words(tuple(courses))
    names = holder_names(_in_order(page, courses))

    def is_doubted(rows: tuple[Row, ...]) -> bool:
        return _says_not_completed(_in_order(replace(page, rows=rows), courses), names, own)

    if not is_doubted(page.rows):
        return None
    tries = range(len(page.rows))
    others = (n for n in tries if not is_doubted((*page.rows[:n], *page.rows[n + 1 :])))
    before = (n for n in tries if is_doubted(page.rows[: n + 1]))
    return next((page.rows[n] for n in chain(others, before)), None)


def _says_not_completed(page: Page, names: Sequence[str], own: frozenset[str]) -> bool:
    """Whether anything says that not all was done, not well enough, or takes it back."""
    return (
        page.is_drawn_on
        or says_not_completed(page.lines)
        or says_too_little(page)
        or has_parts_left(page)
        or has_contrary_note(page)
        or says_less(page, own)
        or has_doubtful_field(page, own)
        or has_doubtful_remark(page, names, own)
    )
