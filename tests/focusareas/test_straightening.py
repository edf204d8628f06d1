"""Pictures of pages are made easy to read, whatever the scanner has left on them."""

import pytest
from PIL import Image, ImageDraw

from focusareas import straightening
from tests.pictures import certificate, faint, with_strip

ANNA = certificate("Åsa Öberg-Lind")


def darkest(page: Image.Image) -> int:
    """How light the darkest of it is, single dots apart."""
    dots = sorted(page.tobytes())
    return dots[len(dots) // 1000]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_strip_along_the_glass_of_a_scanner_is_no_paper(turn: int) -> None:
    blank = with_strip(Image.new("L", ANNA.size, 250)).rotate(turn, expand=True)

    assert darkest(straightening.even(blank)) > straightening.PAPER


def test_what_is_printed_at_the_edge_stays() -> None:
    cut = ANNA.crop((170, 0, *ANNA.size))

    evened = straightening.even(cut)

    assert darkest(evened.crop((0, 0, evened.width // 50, evened.height))) < straightening.FAINT


@pytest.mark.parametrize("share", [0.35, 0.45, 0.6])
def test_faint_print_is_made_dark(share: float) -> None:
    assert darkest(straightening.even(faint(ANNA, share))) < straightening.DARK + 10


@pytest.mark.parametrize("page", [faint(ANNA, 0.85), Image.new("L", ANNA.size, 245)])
def test_dark_print_and_blank_pages_stay_as_they_are(page: Image.Image) -> None:
    assert darkest(straightening.even(page)) == pytest.approx(darkest(page), abs=12)


@pytest.mark.parametrize("turn", [0, 90])
def test_lines_are_made_level_beside_a_long_edge(turn: int) -> None:
    page = with_strip(ANNA, lightest=0.45)
    ImageDraw.Draw(page).line((60, 0, 60, page.height), fill=90, width=9)

    level = straightening.level(straightening.even(page.rotate(turn, expand=True)))

    assert level.height > level.width
