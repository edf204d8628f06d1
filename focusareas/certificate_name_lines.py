"""Whether a name goes on over lines: what may be the beginning of one, and the rest of it."""

import re
from collections.abc import Iterable, Sequence

from focusareas.certificate_words import (
    AND,
    COMMON_BEGINNING,
    COMMON_ENDING,
    COURSE_NOUN,
    DASH,
    FUNCTION_WORDS,
    INITIALS,
    KIND_OF_ROLE,
    PLACES,
    PRONOUN,
    ROLE,
    SAID_OF_PAPER,
    UNIT_WORD,
    ends_name,
    is_capital,
    is_common,
    is_particle,
    is_town,
)
from focusareas.certificate_written_days import WRITTEN
from focusareas.person_numbers import without_person_number

HYPHEN_AT_END = re.compile(r"(?<=\w)-\s+(?=\w)")
BULLETS = frozenset("•·◦▪●○✓✔☑☒☐*")
# "Stockholm, 23 februari 2023", "Hemse den 5 maj 2022"
PLACE_AND_DAY = re.compile(rf"(?:(?i:{'|'.join(sorted(PLACES))})\b.*|\w+\s+den)\s\d[\w\s./:–-]*$")
PART = re.compile(r"(?:del|steg|nivå|fas|block|pass|dag)\s+\d", re.IGNORECASE)
# "KLAR...... 8.2.2023": dots lead to a value, and not to a line to write on.
LED_LABEL = re.compile(r"[^\W\d_]\w*(?:\s\w+)?\s?(?:\.{4,}|…{2,}|_{4,})[\s:]*\w")
SHORT_LABELS = frozenset(["av", "den", "till", "på", "för", "ort", "tid", "plats", "kl"])
# "Spara intyget", "Ladda ner beviset": what the reader is to do with the paper.
ORDERS = frozenset(
    "behåll bevara dela granska hämta klicka kontrollera ladda lämna logga skicka skriv spara visa "
    "öppna download print save show view".split()
)
# "N O Ë L L I D É N" is one word, of which it is not seen where the family name begins.
FEWEST_SPACED = 6
MINE = frozenset(["min", "mitt", "mina", "din", "ditt", "dina"])


def joined(lines: Iterable[str]) -> str:
    """Lines as running text; a hyphen at the end of a line stays with the next word."""
    return HYPHEN_AT_END.sub("-", " ".join(" ".join(lines).split()))


def ends_like_name(text: str) -> bool:
    """Whether the last word may be the beginning of a name that goes on."""
    *_, before, word = ["", *text.split()]
    if COURSE_NOUN.fullmatch(before) or ends_name(word) or word[-1] in ".!?;:" or ROLE.match(word):
        return False
    return is_capital(word) or is_particle(word)


def begins_like_name(text: str) -> bool:
    """Whether the text may be the rest of a name: not a title, not "Efter avslutad"."""
    first, *others = without_person_number(text).split() or ["."]
    others_than_names = (PLACE_AND_DAY, PART, INITIALS, WRITTEN, LED_LABEL)
    if first in BULLETS or any(one.match(text) for one in others_than_names):
        return False
    if first.casefold() in SHORT_LABELS and not (others and others[0][0].isalpha()):
        return False
    if first in DASH or first.casefold() in AND:
        return bool(others) and not ends_name(others[0])
    if ends_name(first) or ROLE.match(first):
        return False
    return not (others and others[0].islower() and _is_phrase(text, first, others[0]))


def _is_phrase(text: str, first: str, second: str) -> bool:
    """Whether words of which only the first has a capital are no names: "Bra jobbat!", "Du har"."""
    if first.casefold() in FUNCTION_WORDS or PRONOUN.match(first) or SAID_OF_PAPER.match(text):
        return True
    if first.casefold() in MINE or first.casefold() in ORDERS:
        return True
    if second.endswith(":") and COMMON_BEGINNING.match(second[:-1]):
        return True  # "Konto skapat:"
    if KIND_OF_ROLE.fullmatch(first) and ROLE.match(second):
        return True
    return second.endswith("!") and not is_particle(second)


def is_place(found: Sequence[str], before: str) -> bool:
    """Whether the words, the last one first, are no name but where that is which stands before.

    "Enheten", "Slite"; or the sentence ends with them: "Kommunförbundet", "Norra Svealand."
    """
    is_of_unit = bool(UNIT_WORD.fullmatch(before))
    word, *others = found or ["."]
    if others:
        return is_of_unit and word.endswith(".")
    if is_of_unit or (is_town(word) and is_common(before)):
        return True
    is_spaced = word.isupper() and len(word) >= FEWEST_SPACED
    return not is_spaced and bool(COMMON_ENDING.match(f"en{before.casefold()}"))
