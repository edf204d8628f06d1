"""The piece of a page where the name and the day stand as read."""

from datetime import date

import pytest

from focusareas import uploads
from focusareas.certificate_letters import read_page
from focusareas.page_pieces import Box, piece_of
from tests.certificates import PAGE, Text, draw

DAY = date(2023, 4, 12)
SHEET = Box(0, 0, *PAGE)
NAME, WRITTEN, FAR_DOWN = (
    Text(72, 700, "Namn: Åsa Öberg"),
    Text(72, 640, "Klar den 12 april 2023"),
    Text(72, 60, "Klar den 12 april 2023"),
)


def piece(*texts: Text, name: str = "Åsa Öberg") -> Box | None:
    with uploads.open_pdf(draw([Text(72, 800, "Intyg"), *texts])) as document:
        return piece_of(read_page(document, 1), name, DAY, sheet=SHEET)


def holds(box: Box | None, text: Text) -> bool:
    return box is not None and box.bottom < text.y < box.top and box.left < text.x < box.right


def test_piece_holds_name_and_day_and_not_the_whole_page() -> None:
    box = piece(NAME, WRITTEN)

    assert holds(box, NAME)
    assert holds(box, WRITTEN)
    assert box.height < 0.3 * SHEET.height


def test_day_far_from_the_name_is_left_out() -> None:
    box = piece(NAME, FAR_DOWN)

    assert holds(box, NAME)
    assert not holds(box, FAR_DOWN)


@pytest.mark.parametrize("written", ["ÖBERG Åsa", "O B E R G  A s a", "Öberg, Åsa-Lena"])
def test_name_is_found_however_it_is_written(written: str) -> None:
    text = Text(72, 400, written)

    assert holds(piece(text), text)


def test_without_name_the_day_is_shown_and_without_either_nothing() -> None:
    assert holds(piece(FAR_DOWN, name=""), FAR_DOWN)
    assert piece(Text(72, 400, "Kursbevis")) is None


def test_text_at_the_edge_stays_on_the_page() -> None:
    box = piece(Text(2, 838, "Åsa Öberg", size=20))

    assert box is not None
    assert (box.left, box.top) == (0, PAGE[1])
    assert box.right <= PAGE[0]
