"""How names are compared, searched and sorted. Pure functions of text."""

import unicodedata
from functools import lru_cache

STROKE_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ħ": "h",
        "ŧ": "t",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
    }
)
# Letters that any collation puts after z, in the order of the Swedish alphabet.
AFTER_Z = str.maketrans({"å": "zza", "ä": "zzb", "æ": "zzb", "ö": "zzc", "ø": "zzc", "ü": "y"})


def plain(text: str) -> str:
    """The text composed (NFC), runs of blanks as one space, without invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return " ".join(composed.split())
    visible = "".join(
        " " if character.isspace() else character
        for character in composed
        if character.isspace()
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    # What stood apart by an invisible character alone is composed now.
    return " ".join(unicodedata.normalize("NFC", visible).split())


def fold(text: str) -> str:
    """Letters and digits only: no case, diacritics, strokes, hyphens, blanks (Åsa-Lø -> asalo)."""
    lowered = text.casefold()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFKD", lowered).translate(STROKE_LETTERS)
    return lowered if lowered.isalnum() else "".join(filter(str.isalnum, lowered))


# The words of names come again and again.
_folded = lru_cache(maxsize=5_000)(fold)


def search_key(text: str) -> str:
    """Folded words with one space between them, so that "asa" finds "Åsa"."""
    return " ".join(filter(None, (_folded(word) for word in plain(text).replace("-", " ").split())))


def sort_key(text: str) -> str:
    """A text that sorts in Swedish order under any database's collation."""
    words = plain(text).casefold().translate(AFTER_Z).replace("-", " ").split()
    return "0".join(filter(None, (_folded(word) for word in words)))
