"""How a certificate looks: the page of its file as a picture, and the text on it.

The files come from outside, so they are opened apart from us, as when they came in.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from focusareas import isolation, pictures, uploads
from focusareas.certificate_letters import read_page, read_pages
from focusareas.certificate_marks import CourseMarks
from focusareas.certificate_reader import doubtful_row
from focusareas.examination import marks_of
from focusareas.intake_judgement import MAY_NOT_COUNT
from focusareas.models import Certificate, Course
from focusareas.page_pieces import Box, piece_of, strip_of
from focusareas.person_numbers import without_person_number

LONGEST_SIDE = 1600
LARGEST_SCALE = 3.0
LONGEST_TEXT = 5000
# A photograph is larger than this as PNG; with fewer colours it can be read just as well.
MANY_BYTES = 1_000_000
# In picture elements, between two strips, and what marks the lower one.
GAP, MARK = 24, (176, 96, 0)
# A telephone's photo unpacks to 250 megabytes.
LIMITS = isolation.Limits(2 * isolation.SECONDS, megabytes=320)

# What files from outside do to those who open them.
UNREADABLE: Final = (
    uploads.FileRefusedError,
    pdfium.PdfiumError,
    Image.DecompressionBombError,
    ArithmeticError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    ValueError,
)

Found = TypeVar("Found")


def picture(certificate: Certificate) -> bytes | None:
    """The page as PNG; None when the file is gone or does not let itself be drawn."""
    return _apart(_draw, certificate)


def piece(certificate: Certificate, name: str = "", day: date | None = None) -> bytes | None:
    """The strip of the page where the name and the day stand, else the whole page.

    Those are what was read unless others are given. Where something may take it back, the line
    that does stands marked below.
    """
    is_doubted = MAY_NOT_COUNT in certificate.question
    ask = partial(
        _draw_piece,
        name=name or certificate.name_read,
        day=day or certificate.completed_on,
        courses=marks_of(Course.objects.all()) if is_doubted else (),
    )
    return _apart(ask, certificate)


def text(certificate: Certificate) -> str | None:
    """What stands on the page, without personal identity numbers; None as for the picture."""
    return _apart(_read, certificate)


def _apart(work: Callable[[bytes, str, int], Found], certificate: Certificate) -> Found | None:
    if certificate.file is None or certificate.file.infection:
        return None
    path = uploads.location(certificate.file.path)
    kind, page = certificate.file.content_type, certificate.page
    work_apart = partial(_with_file, work, kind=kind, page=page)
    return next(isolation.each(work_apart, [path], limits=LIMITS))


def _with_file(
    work: Callable[[bytes, str, int], Found], path: Path, *, kind: str, page: int
) -> Found | None:
    """Runs in the child; what the file does to it is no news, only that there is no result."""
    try:
        return work(path.read_bytes(), kind, page)
    except UNREADABLE:
        return None


def _draw(content: bytes, kind: str, page: int) -> bytes:
    if kind == uploads.PDF:
        return _png(_draw_page(content, page))
    return _png(pictures.upright(content, LONGEST_SIDE))


def _draw_piece(
    content: bytes,
    kind: str,
    page: int,
    *,
    name: str,
    day: date | None,
    courses: Sequence[CourseMarks],
) -> bytes:
    if kind != uploads.PDF:
        return _draw(content, kind, page)
    with uploads.open_pdf(content) as document:
        document.init_forms()
        read = read_page(document, page)
        sheet = document[page - 1]
        whole = Box(*sheet.get_bbox())
        part = piece_of(read, name, day, sheet=whole)
        doubted = doubtful_row(read, courses) if courses else None
        strip = strip_of(doubted, sheet=whole) if doubted else None
        if part is None or sheet.get_rotation() or (courses and not strip):
            return _draw(content, kind, page)
        drawn = _draw_part(sheet, part, whole)
        if strip and not part.holds(strip):
            drawn = _with_mark(drawn, _draw_part(sheet, strip, whole))
        return _png(drawn)


def _with_mark(upper: Image.Image, lower: Image.Image) -> Image.Image:
    """Both below each other, the lower one with a mark before it."""
    width = max(upper.width, lower.width)
    lower = ImageOps.contain(lower, (width - GAP, lower.height))
    both = Image.new("RGB", (width, upper.height + GAP + lower.height), "white")
    both.paste(upper, (0, 0))
    both.paste(lower, (GAP, upper.height + GAP))
    both.paste(MARK, (0, upper.height + GAP, GAP // 2, both.height))
    return both


def _draw_part(sheet: pdfium.PdfPage, part: Box, whole: Box) -> Image.Image:
    cut_off = (
        part.left - whole.left,
        part.bottom - whole.bottom,
        whole.right - part.right,
        whole.top - part.top,
    )
    scale = min(LONGEST_SIDE / part.width, LARGEST_SCALE)
    drawn: Image.Image = sheet.render(scale=scale, crop=cut_off).to_pil()
    return drawn.convert("RGB")


def _draw_page(content: bytes, page: int) -> Image.Image:
    with uploads.open_pdf(content) as document:
        document.init_forms()  # what was typed into a form is drawn too
        sheet = document[page - 1]
        scale = min(LONGEST_SIDE / max(sheet.get_size()), LARGEST_SCALE)
        drawn: Image.Image = sheet.render(scale=scale).to_pil()
        return drawn.convert("RGB")


def _png(image: Image.Image) -> bytes:
    written = BytesIO()
    image.save(written, "PNG")
    if written.tell() > MANY_BYTES:
        written = BytesIO()
        image.quantize(128).save(written, "PNG")
    return written.getvalue()


def _read(content: bytes, kind: str, page: int) -> str:
    if kind != uploads.PDF:
        return ""
    with uploads.open_pdf(content) as document:
        sheet = next(islice(read_pages(document), page - 1, None), None)
    lines = (without_person_number(line).strip() for line in (sheet.lines if sheet else ()))
    return "\n".join(filter(None, lines))[:LONGEST_TEXT]
