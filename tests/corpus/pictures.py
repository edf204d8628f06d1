"""What a scanner or a phone makes of a sheet of paper."""

from collections.abc import Callable
from io import BytesIO
from random import Random
from time import gmtime

import pillow_heif
import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps

Damage = Callable[[Image.Image, Random], Image.Image]
DOTS_PER_INCH = 200
TABLES = ("#6b4a33", "#3d3f42", "#b7a58c", "#27566b")


def rasterised(pdf: bytes) -> list[Image.Image]:
    """The pages as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def tilted(sheet: Image.Image, rng: Random) -> Image.Image:
    angle = rng.choice((-1, 1)) * rng.uniform(1, 6)
    return sheet.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def turned(sheet: Image.Image, rng: Random) -> Image.Image:
    return sheet.rotate(rng.choice((90, 180, 270)), expand=True)


def blurred(sheet: Image.Image, rng: Random) -> Image.Image:
    return sheet.filter(ImageFilter.GaussianBlur(rng.uniform(0.7, 1.4)))


def noisy(sheet: Image.Image, rng: Random) -> Image.Image:
    """Grains from the random numbers given, so that the same seed gives the same file."""
    size = (sheet.width // 2, sheet.height // 2)
    grains = Image.frombytes("L", size, rng.randbytes(size[0] * size[1])).resize(sheet.size)
    return Image.blend(sheet, Image.merge("RGB", (grains,) * 3), rng.uniform(0.1, 0.22))


def shadowed(sheet: Image.Image, rng: Random) -> Image.Image:
    """Darker to one side, as under a lamp."""
    light = Image.linear_gradient("L").rotate(rng.choice((0, 90, 180, 270)))
    light = light.point(lambda level: 95 + level * 160 // 255).resize(sheet.size)
    return ImageChops.multiply(sheet, Image.merge("RGB", (light,) * 3))


def with_a_hand_over_it(sheet: Image.Image, rng: Random) -> Image.Image:
    """The round shadow of a hand that holds the phone."""
    shade = Image.radial_gradient("L").point(lambda level: 120 + level * 135 // 255)
    shade = shade.resize((sheet.width * 3 // 4, sheet.height * 3 // 4))
    mask = Image.new("L", sheet.size, 255)
    mask.paste(shade, (rng.randint(0, sheet.width // 4), rng.randint(0, sheet.height // 4)))
    mask = mask.filter(ImageFilter.GaussianBlur(40))
    return ImageChops.multiply(sheet, Image.merge("RGB", (mask,) * 3))


def on_a_table(sheet: Image.Image, rng: Random) -> Image.Image:
    """Photographed from a little aside, with the table around it."""
    width, height = sheet.size
    framed = ImageOps.expand(sheet, border=width // 8, fill=rng.choice(TABLES))

    def corner(x: float, y: float) -> tuple[float, float]:
        return x + rng.uniform(0, width / 16), y + rng.uniform(0, height / 24)

    right, bottom = framed.width - width / 16, framed.height - height / 24
    corners = [*corner(0, 0), *corner(0, bottom), *corner(right, bottom), *corner(right, 0)]
    return framed.transform(framed.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)


def from_far_away(sheet: Image.Image, rng: Random) -> Image.Image:
    """Small in the picture, so that the letters are."""
    return sheet.resize((sheet.width * 7 // 10, sheet.height * 7 // 10), Image.Resampling.LANCZOS)


DAMAGES: tuple[tuple[Damage, ...], ...] = (
    (),
    (tilted,),
    (turned,),
    (blurred,),
    (noisy,),
    (shadowed,),
    (on_a_table,),
    (with_a_hand_over_it, on_a_table),
    (tilted, noisy),
    (turned, blurred),
    (from_far_away,),
    (shadowed, tilted, noisy),
    (on_a_table, shadowed, turned),
)


def named(damages: tuple[Damage, ...]) -> str:
    return ", ".join(damage.__name__.replace("_", " ") for damage in damages) or "clean scan"


def photo(pdf: bytes, damages: tuple[Damage, ...], rng: Random, kind: str = "JPEG") -> bytes:
    """The first pages with the damage done, as a picture or a PDF of pictures."""
    sheets = rasterised(pdf)
    for damage in damages:
        sheets = [damage(sheet, rng) for sheet in sheets]
    first, *others = sheets
    output = BytesIO()
    if kind == "HEIF":
        pillow_heif.from_pillow(first).save(output, quality=rng.randint(40, 80))
    elif kind == "PDF":
        first.save(
            output,
            kind,
            save_all=True,
            append_images=others,
            resolution=DOTS_PER_INCH,
            creationDate=gmtime(0),
            modDate=gmtime(0),
        )
    else:
        first.save(output, kind, quality=rng.randint(40, 80))
    return output.getvalue()
