"""What tells how a record is to be read: what its states mean, and which courses it shows.

Whatever state is explained there is nobody's own.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import small

# In a legend states that are not good are told as well; what they mean is told of anybody.
STATE: Final = (
    r"(?:(?:ej|inte|icke)[ ]+\w+|underkän\w*|pågå\w*|påbörja\w*|avbrut\w*|registrera\w*|anmäl\w*|"
    r"planera\w*|(?:ig|fx|u|f)\b|[–—✗✘☐□○-])"
)
MEANS: Final = r"(?:betyder|innebär|står[ ]+för|avser|visas[ ]+för[ ]+den[ ]+som)\b"
SIGN: Final = (
    r"(?:streck|bindestreck|(?:tomt|tom|blankt)[ ]+\w+|symbolen|(?:grå|röd|gul)\w*[ ]+\w+)"
)
COURSES: Final = r"(?:\w*kurser|\w*utbildningar)"
SHOWN: Final = r"(?:visas|redovisas|listas|markeras|anges|saknar|är|har)\b"
# Several of them, "U, G", up to what may be the own one: "Betygsskala: U/G  Betyg: U".
ALTERNATIVE: Final = r"(?:(?!\b(?:betyg|resultat|omdöme|utfall|grade|result)(?:et)?[ ]*:)[^.\n])"
ALTERNATIVES: Final = (
    rf"(?={ALTERNATIVE}*(?:[,/–=-]|\b(?:och|eller|till|samt|or|and)\b)){ALTERNATIVE}*"
)
LEGEND: Final = re.compile(
    rf"(?:^|(?<=[.;,][ ])|(?<=förklaring:[ ]))[ \t•(*]*"
    r"(?:(?:med[ ]+)?(?:status(?:en)?|betyget|läget)[ ]+)?"
    rf"(?:[\"”»]?{STATE}[\"”«]?[ ]*(?:{MEANS}[^.;\n]*|=[^.;,\n]*)"
    rf"|{SIGN}[ ][^.;\n]*?{MEANS}[^.;\n]*)"
    # "Betygsskala: U, G", "Status kan vara Godkänd eller Pågående."
    rf"|(?:^|(?<=[.][ ]))[ \t*]*(?:\w*skalan?|teckenförklaring\w*|gradering|grading(?:[ ]+scale)?|"
    rf"möjliga[ ]+\w+|(?:status(?:en)?|betyget|läget)[ ]+kan[ ]+vara|(?:som[ ]+)?betyg(?:en)?[ ]+"
    rf"(?:på[ ]+kursen[ ]+)?(?:ges|sätts|används|anges)[ ]+(?:enligt|med|som)?)\b{ALTERNATIVES}"
    # "Kurser som inte har påbörjats visas utan datum."; what is listed below is this one's.
    rf"|(?:^|(?<=[.][ ]))(?:(?:pågående|påbörjade|planerade)[ ]+{COURSES}[ ]+|"
    rf"{COURSES}[ ]+(?:som|med)[ ](?!.*\b(?:nedan|här|följande)\b)[^.:\n]*?){SHOWN}"
    r"(?![^.\n]*\b(?:nedan|här|följande)\b)[^.:\n]*(?=\.|$)",
    re.MULTILINE,
)
OF_LEGENDS: Final = (
    "=",
    "betyder",
    "innebär",
    "står för",
    "avser",
    "visa",
    "skala",
    "gradering",
    "grading",
    "betyg",
    "möjliga",
    "förklaring",
    "kurser",
    "bildningar",
    "kan vara",
)


def without_legends(page: Page) -> Page:
    """The page without what its states mean."""
    kept = tuple(tuple(_without_legend(piece) for piece in row) for row in page.rows)
    if kept == page.rows:
        return page
    rows = (tuple(piece for piece in row if piece.text) for row in kept)
    return replace(page, rows=tuple(filter(None, rows)))


def _without_legend(piece: Piece) -> Piece:
    """The piece itself, if it explains nothing."""
    rest = _rest(piece.text)
    return piece if rest == piece.text else replace(piece, text=rest, parts=())


# Extracts of a pile end with the same lines.
@lru_cache(maxsize=2000)
def _rest(text: str) -> str:
    lowered = small(text)
    if not any(word in lowered for word in OF_LEGENDS):
        return text
    for match in reversed([*LEGEND.finditer(lowered)]):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return text.strip(" .") and text
