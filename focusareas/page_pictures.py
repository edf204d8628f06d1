"""How a certificate looks: the page of its file as a picture, and the text on it.

The files come from outside, so they are opened apart from us, as when they came in.
"""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pypdfium2 as pdfium
from PIL import Image, ImageOps

from focusareas import isolation, uploads
from focusareas.certificate_pages import read_pages
from focusareas.models import Certificate
from focusareas.person_numbers import without_person_number

LONGEST_SIDE = 1600
LARGEST_SCALE = 3.0
LONGEST_TEXT = 5000
# A photograph is larger than this as PNG; with fewer colours it can be read just as well.
MANY_BYTES = 1_000_000

Found = TypeVar("Found")


def picture(certificate: Certificate) -> bytes | None:
    """The page as PNG; None when the file is gone or does not let itself be drawn."""
    return _apart(_draw, certificate)


def text(certificate: Certificate) -> str | None:
    """What stands on the page, without personal identity numbers; None as for the picture."""
    return _apart(_read, certificate)


def _apart(work: Callable[[bytes, str, int], Found], certificate: Certificate) -> Found | None:
    if certificate.file is None:
        return None
    path = uploads.location(certificate.file.path)
    kind, page = certificate.file.content_type, certificate.page
    return next(isolation.each(partial(_with_file, work, kind=kind, page=page), [path]))


def _with_file(
    work: Callable[[bytes, str, int], Found], path: Path, *, kind: str, page: int
) -> Found | None:
    """Runs in the child; what the file does to it is no news, only that there is no result."""
    try:
        return work(path.read_bytes(), kind, page)
    except (
        uploads.FileRefusedError,
        pdfium.PdfiumError,
        Image.DecompressionBombError,
        ArithmeticError,
        LookupError,
        MemoryError,
        OSError,
        SyntaxError,
        ValueError,
    ):
        return None


def _draw(content: bytes, kind: str, page: int) -> bytes:
    return _png(_draw_page(content, page) if kind == uploads.PDF else _shrink(content))


def _draw_page(content: bytes, page: int) -> Image.Image:
    with uploads.open_pdf(content) as document:
        document.init_forms()  # what was typed into a form is drawn too
        sheet = document[page - 1]
        scale = min(LONGEST_SIDE / max(sheet.get_size()), LARGEST_SCALE)
        drawn: Image.Image = sheet.render(scale=scale).to_pil()
        return drawn.convert("RGB")


def _shrink(content: bytes) -> Image.Image:
    """The photograph, the right way up and no larger than a screen."""
    with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as photograph:
        if photograph.width * photograph.height > uploads.MAX_PIXELS:
            raise ValueError("too many pixels")
        photograph.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        photograph.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
        return ImageOps.exif_transpose(photograph).convert("RGB")


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
