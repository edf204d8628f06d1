"""Headings of tables: which words are the label of a field, and what may stand in it."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import Final

from focusareas.certificate_day_words import Kind, told_kind
from focusareas.certificate_frames import FAMILY_LABEL, GIVEN_LABEL, NAME_LABEL
from focusareas.certificate_pages import SIGN
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import is_capital, is_name
from focusareas.certificate_written_days import WRITTEN, is_bare_day

LONGEST_LABEL: Final = 4
COURSE: Final = AnyCase(
    r"(?:(?:genomförd|avslutad|slutförd)\s+)?(?:webb|e-)?(?:kurs|utbildning)(?:en)?s?"
    r"(?:-?(?:namn|titel|benämning|beteckning|rubrik)|ens\s+(?:namn|titel))?$|(?:course|training|module)(?:\s+(?:name|title))?$|"
    r"(?:titel|title|avser|program|aktivitet|benämning|ämne|innehåll|modul|subject)$"
)
# Where, how long and by whom a course was held.
HELD: Final = (
    r"(?:antal\s+(?:timmar|dagar)|timmar|tim|hours|omfattning|(?:kurs)?längd|duration|"
    r"(?:kurs|utbildnings)?(?:plats|ort|lokal|anordnare|arrangör|givare|ledare)|place|location|"
    r"organisation|organization|företag|company|enhet|unit|arbetsplats|arbetsgivare|employer|"
    r"avdelning|department|förvaltning|verksamhet|kommun|region|utfärdare|utgivare|utbildare|leverantör|organi[sz]er|issuer|"
    r"issued\s+by|utfärda[dt]\s+av|lärare)"
)
ANYTHING: Final = AnyCase(
    rf"(?:{HELD}|(?:intygs|certifikat(?:s)?|kurs|anställnings|ärende|order|user|course|certificate)?[\s-]*"
    r"(?:id|nr|nummer|kod|number|code)|status|(?:slut|prov|test|kurs)?(?:resultat|betyg|poäng)|"
    r"grade|results?|score|points|omdöme|vitsord|gräns|andel\s+rätt|antal\s+poäng|"
    r"(?:kurs)?tid|e-?post(?:adress)?|e-?mail|telefon|"
    r"(?:post|besöks?|faktura|webb|leverans)-?adress|(?:tele)?växel|webb(?:plats|sida)|hemsida|(?:tele)?fax|"
    r"(?:bank|plus|post)giro|org(?:anisations)?\.?-?\s?(?:nr|nummer)|säte|"
    r"person(?:nummer|nr|id)|födelsedatum|roll|role|befattning|titel|yrke|version|"
    r"signatur|underskrift|giltig(?:het)?|närvaro|framsteg|kapitel|kursdel|del|moment|avsnitt|lektion|chapter|progress|typ|type|språk|kategori|format|"
    # "Kursstatus", "Utbildningsanordnare", "Märkesnummer"
    r"\w{3,}(?:-id|-?(?:status|nummer|kod|typ|form|nivå|längd|tid|plats|lokal|anordnare|arrangör|givare|"
    r"ägare|ledare|ansvarig|omfattning|betyg|resultat)))$"
)


# Who is called Dag, and not "Dag för slutförande" or "DAG".
DAG: Final = re.compile(r"(?:Dag|DAG)\s+[^\W\d_a-zåäö]")
# "tilldelas detta diplom efter" goes on below.
RUNNING_TEXT: Final = AnyCase(r"\b(?:detta|denna|dessa|this|these)\s|\s(?:efter|after)$")
OF_HELD: Final = AnyCase(rf"{HELD}\W*$")


class Holds(Enum):
    """What stands in a field, as its label says."""

    NAME = 1
    PART_OF_NAME = 2
    COURSE = 3
    DAY = 4
    DAY_OR_STATUS = 5
    ANYTHING = 6


PEOPLES: Final = (Holds.NAME, Holds.PART_OF_NAME)
STRICT: Final = (*PEOPLES, Holds.DAY)
OF_DAY: Final = {
    Kind.LABELLED: Holds.DAY,
    Kind.COMPLETED: Holds.DAY_OR_STATUS,
    Kind.ISSUED: Holds.DAY_OR_STATUS,
    Kind.OTHER: Holds.ANYTHING,
}


@lru_cache(maxsize=2000)
def held_by(label: str) -> Holds | None:
    """What stands in the field that the text is the label of, None if it is no label."""
    label = label.strip().rstrip(":").rstrip()
    if not SIGN.search(label) or len(label.split()) > LONGEST_LABEL:
        return None
    if GIVEN_LABEL.fullmatch(label) or FAMILY_LABEL.fullmatch(label):
        return Holds.PART_OF_NAME
    if NAME_LABEL.fullmatch(label):
        return Holds.NAME
    if ANYTHING.match(label):
        return Holds.ANYTHING
    if COURSE.match(label):
        return Holds.COURSE
    if (DAG.match(label) and is_name(label)) or RUNNING_TEXT.search(label):
        return None
    kind = told_kind(label, frozenset())
    return None if kind is None else OF_DAY.get(kind)


@lru_cache(maxsize=2000)
def may_hold(label: Holds, value: str) -> bool:
    """Whether such a value may stand in such a field."""
    if not SIGN.search(value):
        return False
    if label in PEOPLES:
        return is_name(value.replace(",", " ")) and held_by(value) is None
    if label is Holds.DAY:
        return is_bare_day(value)
    if label is Holds.DAY_OR_STATUS:
        return is_bare_day(value) or " " not in value
    return not (label is Holds.COURSE and WRITTEN.search(value))


@lru_cache(maxsize=2000)
def labels_in(text: str) -> tuple[int, ...]:
    """How many words each label has, where the text is nothing but labels; else nothing."""
    words = text.split(" ")
    found, start = [], 0
    while start < len(words):
        length = next(_lengths(words[start : start + LONGEST_LABEL]), 0)
        if not length:
            return ()
        found.append(length)
        start += length
    return tuple(found)


def _lengths(words: Sequence[str]) -> Iterator[int]:
    """The numbers of words that the label may have which they begin with, the longest first."""
    for length in range(len(words), 0, -1):
        if held_by(" ".join(words[:length])) and not _is_several(words[:length]):
            yield length


def _is_several(words: Sequence[str]) -> bool:
    """Whether a new label begins among them: "Namn Kurs", "NAMN KURS", but "Kursens namn"."""
    first, *others = words
    if first.islower() and first.endswith("ens"):
        return False  # "kursens namn"
    if not others or (is_capital(first) and not all(map(is_capital, others))):
        return any(map(is_capital, others))
    labels = [held_by(word) for word in words]
    return None not in labels and set(labels) != {Holds.DAY, Holds.DAY_OR_STATUS}
