"""Pictures that are handed in: photos of certificates and scans, opened with care."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

import pillow_heif
from PIL import Image, ImageFile, ImageOps

from focusareas.uploads import HEIC, FileRefusedError

pillow_heif.register_heif_opener(thumbnails=False)
pillow_heif.options.DECODE_THREADS = 1

FORMATS: Final = ("JPEG", "PNG", "HEIF")
MAX_PIXELS: Final = 50_000_000
# These unpack whole, and take eight times as much memory for it as the picture itself.
MAX_HEIC_PIXELS: Final = 26_000_000
DAMAGED: Final = (
    "Bilden är skadad eller avhuggen. Fotografera intyget igen och lämna in den nya bilden."
)


def check(content: bytes, kind: str) -> None:
    """Refuse a picture that is cut off or beyond reason."""
    with opened(content) as picture:
        if kind == HEIC:
            # To unpack it takes a second; its parts tell how long they are.
            if not _has_all_parts(content):
                raise FileRefusedError(DAMAGED)
            return
        # A JPEG is read to its end at an eighth of the size too, with little memory.
        picture.draft("RGB", (picture.width // 8, picture.height // 8))
        picture.load()


def _has_all_parts(content: bytes) -> bool:
    place = 0
    while place < len(content):
        size = int.from_bytes(content[place : place + 4])
        if size == 1:
            size = int.from_bytes(content[place + 8 : place + 16])
        if size == 0:
            return True  # it goes on to the end
        place += max(size, 8)
    return place == len(content)


def upright(content: bytes, longest: int) -> Image.Image:
    """The picture as it was held, its long side at most so many pixels."""
    with opened(content) as picture:
        picture.draft("RGB", (longest, longest))
        smooth = picture if picture.mode in {"L", "RGB"} else _on_white(picture)
        smooth.thumbnail((longest, longest), reducing_gap=2.0)
        return ImageOps.exif_transpose(smooth).convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    """In full colours and without transparency, which would come out black."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, "white")
    flat = Image.alpha_composite(paper, picture.convert("RGBA"))
    flat.info = picture.info
    return flat


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """The picture, known to be of a size that fits; what is wrong with it is told in words."""
    # Loading WeasyPrint switches this on for the whole process.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content), formats=FORMATS) as picture:
                most = MAX_HEIC_PIXELS if picture.format == "HEIF" else MAX_PIXELS
                if picture.width * picture.height > most:
                    raise FileRefusedError(_too_many_pixels(most))
                yield picture
    except Image.DecompressionBombError as error:
        raise FileRefusedError(_too_many_pixels(MAX_PIXELS)) from error
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError) as error:
        raise FileRefusedError(DAMAGED) from error


def _too_many_pixels(most: int) -> str:
    return (
        f"Bilden har fler än {most // 1_000_000} miljoner bildpunkter. "
        "Fotografera intyget med lägre upplösning."
    )
