"""Draws certificates for tests: small PDF files with real text in any of the letters of names."""

import time
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

PAGE = (595, 842)
LETTER_WIDTH = 0.5


@dataclass(frozen=True)
class Text:
    """A line of text at a place on the page."""

    x: float
    y: float
    text: str
    size: float = 12
    letter_spacing: float = 0
    sideways: bool = False


def column(
    *lines: str, x: float = 72, top: float = 760, size: float = 12, leading: float = 2.5
) -> list[Text]:
    """Lines under each other; an empty one leaves a gap."""
    return [Text(x, top - index * size * leading, line, size) for index, line in enumerate(lines)]


def centred(*lines: tuple[str, float], top: float = 720) -> list[Text]:
    """Lines with their sizes, centred on the page."""
    placed, y = [], top
    for line, size in lines:
        placed.append(Text((PAGE[0] - len(line) * size * LETTER_WIDTH) / 2, y, line, size))
        y -= size * 2.2
    return placed


def table(*rows: Sequence[str], x: float = 72, top: float = 700, width: float = 160) -> list[Text]:
    """Cells in columns of the same width."""
    return [
        Text(x + column_number * width, top - row_number * 24, cell)
        for row_number, row in enumerate(rows)
        for column_number, cell in enumerate(row)
        if cell
    ]


def draw(
    *pages: Iterable[Text],
    catalogue: bytes = b"",
    page: bytes = b"",
    objects: Sequence[bytes] = (),
    letters: str = "",
) -> bytes:
    """A PDF with these pages.

    `catalogue`, `page` and `objects` add what a test wants to hide in it, with `letters` beside
    those on the pages. Object 1 is the catalogue, 2 the pages, 3-5 the font, then the added ones.
    """
    texts = [list(lines) for lines in pages]
    drawn = {letter for lines in texts for text in lines for letter in text.text}
    characters = sorted(drawn | set(letters))
    first_page = 6 + len(objects)
    kids = [first_page + 2 * index for index in range(len(texts))]
    body = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Kids[%s]/Count %d>>"
        % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids)),
        *_font(characters),
        *objects,
    ]
    for kid, lines in zip(kids, texts, strict=True):
        body.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>%s>>" % (*PAGE, kid + 1, page)
        )
        body.append(stream(_content(lines)))
    return assemble(body)


def stream(content: bytes, attributes: bytes = b"") -> bytes:
    """A PDF stream object, packed."""
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (
        len(packed),
        attributes,
        packed,
    )


def assemble(body: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of these objects, numbered from 1."""
    output = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(body, 1):
        offsets.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(body) + 1)
    output += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    output += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(body) + 1,
        trailer,
        start,
    )
    return bytes(output)


def _font(characters: list[str]) -> list[bytes]:
    """A font without shapes in which a letter's number is its place in its plane of Unicode."""
    pairs = b"\n".join(
        b"<%04X> <%s>" % (_number(letter), letter.encode("utf-16-be").hex().encode())
        for letter in characters
    )
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"%d beginbfchar\n%s\nendbfchar endcmap end end" % (len(characters), pairs)
    )
    return [
        b"<</Type/Font/Subtype/Type0/BaseFont/Test/Encoding/Identity-H"
        b"/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW %d"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        % (LETTER_WIDTH * 1000),
        stream(to_unicode),
    ]


def _content(texts: Iterable[Text]) -> bytes:
    return b"\n".join(
        b"BT /F1 %g Tf %g Tc %s %g %g Tm <%s> Tj ET"
        % (
            text.size,
            text.letter_spacing,
            b"0 1 -1 0" if text.sideways else b"1 0 0 1",
            text.x,
            text.y,
            b"".join(b"%04X" % _number(letter) for letter in text.text),
        )
        for text in texts
    )


def _number(letter: str) -> int:
    return ord(letter) % 0x10000


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 900)) -> bytes:
    """A photo of something with writing on it."""
    photo = Image.new("RGB", size, "white")
    ImageDraw.Draw(photo).text((40, 40), "Intyg")
    output = BytesIO()
    photo.save(output, kind)
    return output.getvalue()


def scan(pages: int = 1) -> bytes:
    """A PDF of pictures only, the same bytes whenever it is made."""
    first, *others = (Image.new("RGB", (200, 280), "white") for _ in range(pages))
    output, made = BytesIO(), time.gmtime(0)
    first.save(output, "PDF", save_all=True, append_images=others, creationDate=made, modDate=made)
    return output.getvalue()


# ---------------------------------------------------------------- Layouts, as unlike as they come


def in_a_sentence(given: str, family: str) -> list[Text]:
    return column(
        "INTYG",
        "",
        f"Härmed intygas att {given} {family} har genomfört",
        "Webbkurs om våld den 12:e april 2023.",
        "",
        "Nationellt centrum för kvinnofrid",
        "Karin Svensson, föreståndare",
    )


def in_the_middle(given: str, family: str) -> list[Text]:
    return centred(
        ("Kursintyg", 30),
        (f"{given} {family}", 24),
        ("har fullföljt", 12),
        ("Webbkurs om våld", 18),
        ("12 april 2023", 12),
        ("Karin Svensson", 14),
        ("Professor", 10),
    )


def in_fields(given: str, family: str) -> list[Text]:
    return table(
        ["Kursbevis"],
        ["Namn:", f"{given} {family}"],
        ["Kurs:", "Webbkurs om våld"],
        ["Kursstart:", "2023-03-01"],
        ["Slutförd:", "2023-04-12"],
        ["Kursledare:", "Karin Svensson"],
    )


def in_columns(given: str, family: str) -> list[Text]:
    return table(
        ["Diplom"],
        ["Deltagare", "Utbildning", "Datum"],
        [f"{given} {family}", "Webbkurs om våld", "2023.04.12"],
        [],
        ["För NCK", "", "Utskrivet 2023-05-02"],
        ["Karin Svensson"],
    )


def family_name_first(given: str, family: str) -> list[Text]:
    return column(
        "Certifikat",
        f"Efternamn, förnamn: {family}, {given}",
        "Utbildning: Webbkurs om våld (3 timmar)",
        "Avslutad: 12/4 2023",
        "Giltigt till: 2026-04-12",
        "Utfärdat av: Karin Svensson",
    )


def in_two_fields(given: str, family: str) -> list[Text]:
    return table(
        ["Bevis"],
        ["Efternamn", "Förnamn"],
        [family, given],
        [],
        ["Webbkurs om våld", "Godkänd 20230412"],
        ["Underskrift", "Karin Svensson"],
    )


def awarded(given: str, family: str) -> list[Text]:
    return centred(
        ("Detta intyg tilldelas", 12),
        (f"{given} {family}", 22),
        ("för genomförd utbildning", 12),
        ("Webbkurs om våld", 16),
        ("Visby den 12 april 2023", 12),
        ("Undertecknat av", 10),
        ("Karin Svensson", 14),
    )


def with_nothing_but_the_name(given: str, family: str) -> list[Text]:
    return column(
        "Intyg", "", "Webbkurs om våld", "", f"{given} {family}", "", "12.4.2023", "", "Sida 1 (1)"
    )


def in_english(given: str, family: str) -> list[Text]:
    return column(
        "Certificate of completion",
        "This is to certify that",
        f"{given} {family}",
        "has successfully completed",
        "Webbkurs om våld",
        "April 12, 2023",
        "Instructor: Karin Svensson",
    )


def with_a_number(given: str, family: str) -> list[Text]:
    return column(
        "KURSINTYG",
        f"Deltagarens namn: {given} {family}, 19800101-1234",
        "har den 12 apr 2023 genomgått",
        "Webbkurs om våld",
        "Version 2022-09-01",
    )


LAYOUTS = (
    in_a_sentence,
    in_the_middle,
    in_fields,
    in_columns,
    family_name_first,
    in_two_fields,
    awarded,
    with_nothing_but_the_name,
    in_english,
    with_a_number,
)
