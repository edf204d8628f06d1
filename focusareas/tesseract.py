"""The program that reads text in pictures: Tesseract, with Swedish. It may be absent.

Swedish knows the words of certificates. What is learned of all Latin script knows the letters of
all names, such as Øyvind and Dvořák; it may be absent as well.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image

SWEDISH: Final = "swe"
LATIN_SCRIPT: Final = ("Latin", "script/Latin")
SECONDS: Final = 15.0
# One core each, and the threshold that copes with uneven light.
ENVIRONMENT: Final = {"OMP_THREAD_LIMIT": "1"}
OPTIONS: Final = ("-c", "thresholding_method=2")
PROPERTY: Final = re.compile(r"(\w+) (-?[\d.]+(?: -?[\d.]+)*)")
LINE_CLASSES: Final = frozenset({"ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place, in pixels from the top left; `confidence` goes from 0 to 1.

    A word that `stands` is written up or down the page: its place says little.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    confidence: float
    stands: bool = False


def program() -> str | None:
    """Where the program is, None if it or its Swedish is not installed."""
    return shutil.which("tesseract") if SWEDISH in _installed() else None


def latin_script() -> str | None:
    """What all Latin script is called here, None if it is not installed."""
    return next((name for name in LATIN_SCRIPT if name in _installed()), None)


@cache
def _installed() -> frozenset[str]:
    """The languages and scripts that the program can read."""
    found = shutil.which("tesseract")
    if found is None:
        return frozenset()
    try:
        listed = subprocess.run(
            [found, "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(listed.stdout.split())


def words(page: Image.Image, language: str = SWEDISH) -> list[list[Word]]:
    """The lines of the page as words, as the program reads them; none if it gives up.

    The picture goes in and the text comes out through pipes, so that nothing of it is left in
    any folder, whatever happens.
    """
    command = [program() or "tesseract", "stdin", "stdout", "-l", language, "--psm", "3", *OPTIONS]
    picture = BytesIO()
    page.save(picture, "PPM")
    done = subprocess.run(
        [*command, "hocr"],
        input=picture.getvalue(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **ENVIRONMENT},
        timeout=SECONDS,
        check=False,
    )
    return list(_lines(done.stdout))


def _lines(hocr: bytes) -> Iterator[list[Word]]:
    try:
        document = fromstring(hocr)
    except (ParseError, DefusedXmlException):
        return
    for line in document.iter():
        if line.get("class") in LINE_CLASSES:
            yield [word for element in line.iter() if (word := _word(line, element))]


def _word(line: Element, element: Element) -> Word | None:
    text = "".join(element.itertext()).strip()
    if element.get("class") != "ocrx_word" or not text:
        return None
    place, of_line = _properties(element), _properties(line)
    left, top, right, foot = place["bbox"]
    line_left, _, _, bottom = of_line["bbox"]
    slope, offset = of_line.get("baseline", [0.0, 0.0])
    middle = (left + right) / 2 - line_left
    return Word(
        text,
        left,
        right,
        baseline=bottom + offset + slope * middle,
        size=of_line["x_size"][0],
        confidence=place["x_wconf"][0] / 100,
        stands=len(text) > 2 and foot - top > right - left,
    )


def _properties(element: Element) -> dict[str, list[float]]:
    """What the program says of a line or word: "bbox 1 2 3 4; baseline 0.01 -3"."""
    return {
        name: [float(number) for number in numbers.split()]
        for name, numbers in PROPERTY.findall(element.get("title", ""))
    }
