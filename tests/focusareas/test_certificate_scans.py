"""Which pages are pictures to be read, and which text is believed; who else stands on a page."""

import pytest

from focusareas.certificate_reader import read
from tests.certificates import assemble, column, draw, stream, table
from tests.focusareas.test_certificate_reader import COURSES, read_lines

# ---------------------------------------------------------------- Scans


def drawn_with_picture(content: bytes) -> bytes:
    """A page with the picture /I and the font /F at hand."""
    dots = b"/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceRGB"
    return assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
            b"/Resources<</XObject<</I 4 0 R>>/Font<</F 6 0 R>>>>>>",
            stream(bytes(300), dots),
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


@pytest.mark.parametrize(("side", "is_picture"), [(842, True), (60, False)])
def test_scan_with_the_words_of_a_program_on_it_is_a_picture(side: int, is_picture: bool) -> None:
    content = b"q %d 0 0 %d 0 0 cm /I Do Q BT /F 9 Tf 50 20 Td (Made by a scanner) Tj ET"

    file = drawn_with_picture(content % (side, side))

    assert read(file, COURSES)[0].is_picture is is_picture


SCAN = b"q 595 0 0 842 0 0 cm /I Do Q"
LOGO = b"q 60 0 0 60 0 0 cm /I Do Q"
TEXT = b"BT /F 12 Tf %s 50 700 Td (Kim Berg has completed the course 2023-04-12) Tj ET"
SEEN, UNSEEN = TEXT % b"0 Tr", TEXT % b"3 Tr"


@pytest.mark.parametrize("content", [SCAN + UNSEEN, UNSEEN + SCAN, SEEN + SCAN])
def test_scan_with_text_that_nobody_sees_is_a_picture(content: bytes) -> None:
    """What a scanner believes that it reads has been seen by nobody, and may be wrong."""
    assert read(drawn_with_picture(content), COURSES)[0].is_picture


@pytest.mark.parametrize("content", [SCAN + SEEN, SEEN + LOGO, LOGO + SEEN])
def test_text_on_a_picture_is_text(content: bytes) -> None:
    assert read(drawn_with_picture(content), COURSES)[0].names == ("Kim Berg",)


# ---------------------------------------------------------------- Who else stands on the page


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Bo Ek", True),
        ("Namn: Bo Ek", True),
        ("Kim Berg och Bo Ek har genomfört kursen", True),
        ("Tack vare Bo Ek", True),
        ("Bo Ek, kursledare", False),
        ("Jytte von der Ek, rektor", False),
        ("Kursansvarig: Bo Ek", False),
        ("För Region Gotland: Bo Ek", False),
    ],
)
def test_everybody_on_the_page_is_told_but_who_issued_it(line: str, is_told: bool) -> None:
    everybody = read_lines("Intyg", "Namn: Kim Berg", "Webbkurs om våld", line).everybody

    assert "kim berg" in everybody
    assert (" ek" in everybody) is is_told


def test_who_signs_beside_another_is_not_told() -> None:
    page = [
        *column("Intyg", "Kim Berg har genomfört Webbkurs om våld"),
        *table(["Bo Ek", "Åke Öst"], ["Professor", "Enhetschef"]),
    ]

    (reading,) = read(draw(page), COURSES)

    assert "bo ek" not in reading.everybody
    assert "ake ost" not in reading.everybody
