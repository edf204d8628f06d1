"""Files that nobody should hand in, each with a word of the sentence that is said about it."""

import zipfile
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

from tests.certificates import assemble, column, draw, picture, stream

PAGE = column("Intyg", "Namn: Kim Berg", "Kurs: Webbkurs om våld", "Genomförd: 2023-04-12")


def a_zip() -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return output.getvalue()


def many_pages(number: int) -> bytes:
    """The same page so many times over, in a file that is small itself."""
    kids = b"3 0 R " * number
    return assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, number),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        ]
    )


def locked() -> bytes:
    """A PDF that wants a password."""
    body = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]"
    return assemble(body, trailer=lock % (b"ab" * 32, b"cd" * 32))


def with_an_attachment() -> bytes:
    return draw(
        PAGE,
        catalogue=b"/Names<</EmbeddedFiles<</Names[(a.exe) 7 0 R]>>>>",
        objects=[
            stream(b"MZ", b"/Type/EmbeddedFile"),
            b"<</Type/Filespec/F(a.exe)/EF<</F 6 0 R>>>>",
        ],
    )


def huge_picture(side: int) -> bytes:
    """A whole PNG of white points, small as a file."""
    header = side.to_bytes(4, "big") * 2 + b"\x01\0\0\0\0"
    row = b"\0" + b"\xff" * (side // 8 + 1)
    chunks = (b"IHDR" + header, b"IDAT" + zlib.compress(row * side), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(chunk) - 4).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
        for chunk in chunks
    )


def a_gif() -> bytes:
    output = BytesIO()
    Image.new("RGB", (10, 10)).save(output, "GIF")
    return output.getvalue()


def unpacks_to_much() -> bytes:
    """A page of text that goes on for ever."""
    return assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
            stream(b" " * 400_000_000),
        ]
    )


@cache
def bad_files() -> dict[str, tuple[bytes, str]]:
    """Each by its name, with a word of what is said about it; made when first asked for."""
    return {
        "tom fil.pdf": (b"", "tom"),
        "tom sida.pdf": (draw([]), "tom"),
        "låst.pdf": (locked(), "lösenord"),
        "avhuggen.pdf": (draw(PAGE)[:-400], "avhuggen"),
        "bara huvud.pdf": (b"%PDF-1.7\n%%EOF", "skadad"),
        "tio tusen sidor.pdf": (many_pages(10_000), "10000 sidor"),
        "skript.pdf": (
            draw(PAGE, catalogue=b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
            "programkod",
        ),
        "dolt skript.pdf": (
            draw(PAGE, catalogue=b"/OpenAction<</S/Java#53cript/JS(app.alert(1))>>"),
            "programkod",
        ),
        "bilaga.pdf": (with_an_attachment(), "inbäddade"),
        "dubbelnatur.pdf": (draw(PAGE) + a_zip(), "zip-arkiv"),
        "dubbelnatur.jpg": (picture() + a_zip(), "zip-arkiv"),
        "program.pdf": (b"MZ\x90\0" + b"\0" * 200, "inte en PDF"),
        "webbsida.pdf": (b"<!DOCTYPE html><script>alert(1)</script>", "inte en PDF"),
        "dokument.pdf": (a_zip(), "Word"),
        "jättebild.png": (huge_picture(20_000), "bildpunkter"),
        "animation.gif": (a_gif(), "inte en PDF"),
        "avhuggen.jpg": (picture()[:2000], "avhuggen"),
        "avhuggen.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\1\0meta", "avhuggen"),
        "utan slut.pdf": (unpacks_to_much(), "går inte att läsa"),
    }
