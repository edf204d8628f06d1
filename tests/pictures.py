"""Draws certificates as scans and photos for tests: with the letters of a font, on paper."""

from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageChops, ImageDraw, ImageFont

pillow_heif.register_heif_opener()

FONT = Path("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf")
PAPER = (1240, 1754)


def page(*lines: str, size: int = 34) -> Image.Image:
    """A page with the lines under each other."""
    paper = Image.new("L", PAPER, 250)
    pen = ImageDraw.Draw(paper)
    font = ImageFont.truetype(FONT, size)
    for number, line in enumerate(lines):
        pen.text((150, 180 + number * size * 2), line, fill=30, font=font)
    return paper


def certificate(
    name: str, day: str = "2023-04-12", course: str = "Webbkurs om våld"
) -> Image.Image:
    """A page that says whose certificate it is, of which course, from which day."""
    return page(
        "Intyg",
        f"Namn: {name}",
        f"Kurs: {course}",
        f"Genomförd: {day}",
        "Nationellt centrum för kvinnofrid",
    )


def on_a_table(paper: Image.Image, *, tilt: float) -> Image.Image:
    """The page photographed from above on a dark table, in the shadow from one side."""
    table = Image.new("L", (paper.width + 200, paper.height + 200), 90)
    table.paste(paper, (100, 100))
    shadow = (
        Image.linear_gradient("L").resize(table.size).point(lambda light: 110 + light * 145 // 255)
    )
    return ImageChops.multiply(table.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=90), shadow)


def as_file(*pages: Image.Image, kind: str = "JPEG") -> bytes:
    """The pages in a file of this kind; PDF and nothing else may hold several."""
    output = BytesIO()
    first, *others = pages
    more = {"save_all": True, "append_images": others} if others else {}
    first.convert("RGB").save(output, kind, **more)
    return output.getvalue()


def faint(paper: Image.Image, share: float) -> Image.Image:
    """The page printed with so large a share of the ink."""
    return paper.point(lambda light: round(250 - (250 - light) * share))


def with_strip(paper: Image.Image, *, lightest: float = 1.0) -> Image.Image:
    """The page with a strip along the left that gets lighter, as scanners make them."""
    copy, wide = paper.copy(), round(paper.width * 0.012)
    for left in range(wide):
        share = 0.45 + (lightest - 0.45) * left / wide
        column = (left, 0, left + 1, paper.height)
        copy.paste(
            paper.crop(column).point(lambda light, share=share: round(light * share)), column
        )
    return copy
