"""Draws course certificates as PDF files: one per page, plain text, the same bytes each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from focusareas.swedish import long_date

# A4 lying down, in points.
WIDTH, HEIGHT = 842, 595
TEAL, INK = "0.05 0.36 0.38", "0.13 0.15 0.18"
REGULAR, BOLD = "F1", "F2"


@dataclass(frozen=True, slots=True)
class Diploma:
    """What stands on one certificate."""

    name: str
    course: str
    issuer: str
    completed_on: date | None


def draw(diplomas: Iterable[Diploma]) -> bytes:
    """A PDF file with one certificate on each page, as a manager scans or prints a pile."""
    pages = [_page(diploma) for diploma in diplomas]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (sv) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for number, content in enumerate(pages):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /{REGULAR} 3 0 R /{BOLD} 4 0 R >> >> "
            f"/Contents {6 + 2 * number} 0 R >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects)


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
    )


def _page(diploma: Diploma) -> bytes:
    """The content of a page: a band, a frame, and the lines from the top down."""
    parts = [
        f"{TEAL} rg 0 0 36 {HEIGHT} re f",
        f"{TEAL} RG 1.5 w 60 24 {WIDTH - 84} {HEIGHT - 48} re S",
        _text(110, 478, 15, REGULAR, "INTYG", TEAL),
        _text(110, 425, 30 if len(diploma.course) < 40 else 22, BOLD, diploma.course, TEAL),
        _text(110, 360, 14, REGULAR, "Härmed intygas att"),
        _text(110, 318, 28, BOLD, diploma.name),
        _text(110, 276, 14, REGULAR, "har genomfört kursen och klarat kunskapstestet."),
    ]
    if diploma.completed_on:
        parts.append(_text(110, 226, 14, REGULAR, f"Datum: {long_date(diploma.completed_on)}"))
    parts.append(f"{INK} RG 0.5 w 110 118 m 420 118 l S")
    if diploma.issuer:
        parts.append(_text(110, 98, 12, REGULAR, diploma.issuer))
    return "\n".join(parts).encode("cp1252")


def _text(x: int, y: int, size: int, font: str, text: str, colour: str = INK) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {colour} rg /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def _file(objects: list[bytes]) -> bytes:
    """The objects numbered from 1, with the table of where each begins."""
    body = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        body += b"%010d 00000 n \n" % offset
    body += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    body += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(body)
