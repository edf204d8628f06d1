"""Makes a picture of a page easy to read: even light, and its lines of text level."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageMath

WHITE: Final = 255
# Long sides, in pixels, of what is read and of the sketch that the tilt is measured on.
READING_SIZE: Final = 2400
SKETCH_SIZE: Final = 700
# The light changes slowly over a page; its measure needs only every so many pixels.
LIGHT_STEP: Final = 8
MOST_TILT: Final = 16.0
# What is darker than this share of the paper around it is ink, to the sketch.
INK: Final = 190
EDGE: Final = 0.06
# Together so many pixels of the sketch that no word is as long.
LINE_STEPS: Final = (1, 2, 4, 8, 16, 32, 64)
# A scanner leaves a dark strip along its glass, at most this share of the side.
STRIP: Final = 0.03
# Columns of paper with text on them are lighter than this on the whole.
PAPER: Final = 235
# Of any page with text a larger share is print; specks are less.
PRINT: Final = 0.0005
# Print that is no darker than this is faint, and is made so dark.
FAINT: Final = 90
DARK: Final = 45


def even(picture: Image.Image) -> Image.Image:
    """The picture in grey at reading size, each spot as light as the paper around it allows."""
    grey = sized(picture.convert("L"), READING_SIZE)
    paper = grey.reduce(LIGHT_STEP).filter(ImageFilter.MaxFilter(9))
    paper = paper.filter(ImageFilter.GaussianBlur(6)).resize(grey.size, Image.Resampling.BILINEAR)
    evened: Image.Image = ImageMath.lambda_eval(
        lambda names: names["min"](names["grey"] * WHITE / names["max"](names["paper"], 1), WHITE),
        grey=grey,
        paper=paper,
    )
    return _with_dark_print(_without_strips(evened.convert("L")))


def _without_strips(evened: Image.Image) -> Image.Image:
    """The page with white in place of the dark strips along its edges, which are no paper."""
    width, height = evened.size
    columns = evened.resize((width, 1), Image.Resampling.BOX).tobytes()
    rows = evened.resize((1, height), Image.Resampling.BOX).tobytes()
    left, right, top, bottom = map(_strip, (columns, columns[::-1], rows, rows[::-1]))
    clean = Image.new("L", evened.size, WHITE)
    clean.paste(evened.crop((left, top, width - right, height - bottom)), (left, top))
    return clean


def _strip(lights: bytes) -> int:
    """How many rows or columns belong to the strip at their beginning: none if it is no strip."""
    most = round(len(lights) * STRIP)
    wide = next((number for number, light in enumerate(lights[: most + 1]) if light >= PAPER), 0)
    # Beside it the paper is in its shadow.
    return min(2 * wide, most)


def _with_dark_print(evened: Image.Image) -> Image.Image:
    """The page with faint print made as dark as print usually is."""
    darkest = _darkest(evened)
    if not FAINT < darkest < INK:
        return evened
    scale = (WHITE - DARK) / (WHITE - darkest)
    return evened.point(lambda light: max(round(WHITE - (WHITE - light) * scale), 0))


def _darkest(evened: Image.Image) -> int:
    """How dark the darkest of the print is."""
    few = PRINT * evened.width * evened.height
    shares = accumulate(evened.histogram())
    return next(light for light, pixels in enumerate(shares) if pixels >= few)


def sized(picture: Image.Image, longest: int) -> Image.Image:
    """The picture with its long side that long; small print is enlarged at most three times."""
    scale = min(longest / max(picture.size), 3.0)
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)


def level(page: Image.Image) -> Image.Image:
    """The evened page turned so that its lines are level; it may still be upside down."""
    sketch = _sketch(page)
    lying, standing = _best_tilt(sketch), _best_tilt(sketch.transpose(Image.Transpose.ROTATE_90))
    if standing[0] > lying[0]:
        return turned(page.transpose(Image.Transpose.ROTATE_90), standing[1])
    return turned(page, lying[1])


def turned(page: Image.Image, degrees: float) -> Image.Image:
    """The page turned anticlockwise on white ground."""
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def _sketch(page: Image.Image) -> Image.Image:
    """Ink as white on black in a small square, so that both directions weigh the same."""
    small = sized(page, SKETCH_SIZE)
    ink = small.point(lambda light: WHITE if light < INK else 0)
    # What is drawn a little thicker than it is, is furniture: desks, frames and shadows.
    thick = ink.filter(ImageFilter.MinFilter(9)).filter(ImageFilter.MaxFilter(15))
    ink = ImageChops.subtract(ink, ImageChops.lighter(thick, _long_lines(ink)))
    side = round(max(ink.size) * (1 - EDGE))
    square = Image.new("L", (side, side))
    square.paste(ink, ((side - ink.width) // 2, (side - ink.height) // 2))
    return square


def _long_lines(ink: Image.Image) -> Image.Image:
    """The straight lines up or across the page that are longer than any word."""
    found = Image.new("L", ink.size)
    for across, down in ((1, 0), (0, 1)):
        run = ink
        for step in LINE_STEPS:
            run = ImageChops.darker(run, ImageChops.offset(run, across * step, down * step))
        for step in LINE_STEPS:
            run = ImageChops.lighter(run, ImageChops.offset(run, -across * step, -down * step))
        found = ImageChops.lighter(found, run)
    return found.filter(ImageFilter.MaxFilter(5))


def _best_tilt(sketch: Image.Image) -> tuple[float, float]:
    """How sharply lines and gaps take turns at the best tilt, and that tilt in degrees."""
    best = _sharpest(sketch, _steps(0, MOST_TILT, 1.0))
    for reach, step in ((0.75, 0.25), (0.2, 0.1)):
        best = _sharpest(sketch, _steps(best[1], reach, step))
    return best


def _steps(middle: float, reach: float, step: float) -> Iterable[float]:
    count = round(reach / step)
    return (middle + number * step for number in range(-count, count + 1))


def _sharpest(sketch: Image.Image, tilts: Iterable[float]) -> tuple[float, float]:
    return max((_sharpness(sketch.rotate(tilt)), tilt) for tilt in tilts)


def _sharpness(sketch: Image.Image) -> float:
    """High when rows of pixels are either full of ink or empty: when lines of text are level."""
    rows = sketch.resize((1, sketch.height), Image.Resampling.BOX).tobytes()
    return float(sum((after - before) ** 2 for before, after in pairwise(rows)))


# ---------------------------------------------------------------- Ways to prepare a page


def sharpened(page: Image.Image) -> Image.Image:
    """Without specks and with clear edges, for what is noisy or out of focus."""
    calm = page.filter(ImageFilter.MedianFilter(3))
    return calm.filter(ImageFilter.UnsharpMask(radius=4, percent=180, threshold=4))


def softened(page: Image.Image) -> Image.Image:
    """A little smaller and softer, for coarse noise."""
    return sized(page.filter(ImageFilter.GaussianBlur(1.2)), round(max(page.size) * 0.75))


def blackened(page: Image.Image) -> Image.Image:
    """All ink as dark as can be, for faint print."""
    return page.filter(ImageFilter.GaussianBlur(0.8)).point(
        lambda light: 0 if light < 140 else min(WHITE, (light - 140) * 3)
    )
