"""Sheets of paper: what a certificate says, and HTML made into a PDF."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from random import Random

STYLE = """
@page { size: A4; margin: 22mm }
@page wide { size: A4 landscape; margin: 18mm }
@page small { size: A5; margin: 12mm }
section { break-after: page; font: 12pt/1.45 "Liberation Sans" }
section:last-child { break-after: auto }
.wide { page: wide }
.small { page: small }
.serif { font-family: "Liberation Serif" }
.dejavu { font-family: "DejaVu Sans" }
.centred { text-align: center }
.right { text-align: right }
.grey { color: #777; font-size: 8.5pt }
.big { font-size: 30pt; margin: 8mm 0 }
.spaced { letter-spacing: .28em }
.upper { text-transform: uppercase }
.columns { display: flex; gap: 12mm }
.frame { border: 2pt solid #27566b; padding: 14mm }
.half { height: 118mm; border-bottom: 1px dashed #999 }
.placed { position: absolute; margin: 0 }
table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #999; padding: 2mm 3mm; text-align: left; vertical-align: top }
.plain td, .plain th { border: 0 }
h1, h2, p { margin: 0 0 4mm }
"""


@dataclass(frozen=True)
class CourseText:
    """A course as certificates name it."""

    code: str | None
    title: str
    issuer: str


@dataclass(frozen=True)
class Facts:
    """What a certificate says, as it is written there."""

    given: str
    family: str
    course: CourseText
    day: date | None
    written: str
    signer: str
    colleague: str
    printed_on: date
    rng: Random
    order: str = "{given} {family}"

    @property
    def name(self) -> str:
        return escape(self.order.format(given=self.given, family=self.family))

    @property
    def family_first(self) -> str:
        return escape(f"{self.family}, {self.given}")

    @property
    def title(self) -> str:
        return escape(self.course.title)

    @property
    def issuer(self) -> str:
        return escape(self.course.issuer)

    @property
    def signature(self) -> str:
        return escape(self.signer)

    @property
    def second_signature(self) -> str:
        return escape(self.colleague)

    def choose(self, *words: str) -> str:
        return self.rng.choice(words)

    @property
    def heading(self) -> str:
        return self.choose("Intyg", "Kursintyg", "Diplom", "Kursbevis", "Certifikat")

    @property
    def has_done(self) -> str:
        return self.choose(
            "har genomfört",
            "har slutfört",
            "har fullföljt",
            "har genomgått",
            "har med godkänt resultat genomfört",
        )


Layout = Callable[[Facts], str]


def pdf(sections: Iterable[str]) -> bytes:
    """The sections as the pages of a PDF with real text."""
    # Imported here because it costs half a second that not every user of the corpus needs.
    from weasyprint import HTML

    body = "".join(sections)
    page = f'<!doctype html><html lang="sv"><style>{STYLE}</style><body>{body}</body></html>'
    drawn: bytes = HTML(string=page).write_pdf()
    return drawn


def rows(*pairs: tuple[str, str], classes: str = "") -> str:
    """A table of labels and values."""
    cells = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in pairs)
    return f'<table class="{classes}">{cells}</table>'
