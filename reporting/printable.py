"""Text that the letter's typeface can print: a character without a glyph makes the PDF invalid."""

import re
import unicodedata

# What every version of the typeface has: Latin, Greek, Cyrillic, punctuation and some signs.
PRINTABLE = re.compile(
    "[\n\t -~\u00a0-\u017f\u0218-\u021b\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce"
    "\u0400-\u045f\u1e80-\u1e85\u1ef2\u1ef3\u2010\u2013-\u2015\u2017-\u201e\u2020-\u2022\u2026"
    "\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122\u2190-\u2195\u2212\u221e\u2248\u2260"
    "\u2264\u2265\u25a0\u25a1\u25aa\u25cf\u25cb]"
)
LOOKALIKES = str.maketrans({"\u2011": "-", "\u2012": "–", "\u202f": "\u00a0", "\u2028": "\n"})
# The sign and its number stay on one line.
SECTION_SIGN = re.compile(r"§ (?=\d)")
LEFT_OUT = {"Cc", "Cf", "Cn", "Mn", "Me"}
PLACEHOLDER = "□"


def printable(text: str) -> str:
    """The text composed; what has no glyph is a blank, a box, or left out when it was invisible."""
    composed = unicodedata.normalize("NFC", text).translate(LOOKALIKES)
    composed = SECTION_SIGN.sub("§\u00a0", composed)
    return "".join(map(_printable, composed))


def _printable(character: str) -> str:
    if PRINTABLE.match(character):
        return character
    category = unicodedata.category(character)
    if category in LEFT_OUT:
        return ""
    return " " if category.startswith("Z") else PLACEHOLDER
