"""What is remarked on a certificate: what may take it back must be understood.

A clause about the paper, the person, the day or what was done may tell that something was done
with them, a note leaves out whom it is about, and others deny something or name somebody else.
They raise a doubt unless they are known to be harmless. Clauses about anything else, such as the
course's contents, are not looked into.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from focusareas.certificate_boxes import without_left_empty
from focusareas.certificate_completions import completions
from focusareas.certificate_doubts import without_settled
from focusareas.certificate_footers import without_footer
from focusareas.certificate_instructions import without_wish
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_pages import SIGN, Page
from focusareas.certificate_paragraphs import paragraphs
from focusareas.certificate_patterns import AnyCase, places_of
from focusareas.certificate_predicates import is_aside
from focusareas.certificate_remark_words import (
    ABOUT_THE_COURSE,
    ADDRESS,
    BUTTON,
    BY_SOMEBODY,
    CHANGED,
    CONDITION,
    DENIED,
    DOING,
    ENGLISH,
    GENERAL,
    GENERAL_IN_ENGLISH,
    HARMLESS,
    HEDGE,
    IS_KEPT,
    KNOWN_OF_DOING,
    KNOWN_OF_PAPERS,
    LABEL,
    LAW,
    LONGEST_HEDGED,
    LONGEST_TAKEN_BACK,
    MAIN,
    NEVER_KNOWN,
    NOTE,
    OF_PAPER,
    OF_THE_PAPER,
    PAPER,
    PERSON_OR_DAY,
    PLACE,
    PROVES,
    SUPPORT,
    TAKEN_BACK,
    THAT_NAME,
    WHEN_LOOKED_AT,
    WHOSE,
)
from focusareas.certificate_roles import is_of_another_role

SENTENCE_END: Final = re.compile(
    r"\s(?:(?<=[^\W\d_]{2}[.!?;]\s)|(?<=\?[;,]\s))\s*|\s+[·•|›»/–-]\s+|\t|\s+(?=[A-ZÅÄÖ]\w+:\s)"
)
NAMES: Final = re.compile(r"\b[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)+|(?<=\w[\s-])[A-ZÅÄÖ][\w-]*")
# "Deltagaren ska kunna", "du kan när som helst"
MODAL: Final = re.compile(r"\b(?:ska(?:ll)?|när\s+som\s+helst)\b", re.IGNORECASE)
OF_PAPER_OR_HOLDER: Final = AnyCase(
    rf"\b(?:{OF_PAPER}|kopi\w*|\w*giltig\w*|\w*namn\w*|\w*konto\w*|\w*prov(?:et)?|\w*test(?:et)?|\w*resultat\w*)\b"
)
# Where the holder's name stood.
HOLDER: Final = "§"


def has_doubtful_remark(page: Page, names: Iterable[str], own: frozenset[str]) -> bool:
    """Whether something is remarked that is not known to be harmless.

    `names` are the holder's, and `own` the words of courses' names and of who issues them.
    """
    return any(doubtful_remarks(page, names, own))


def doubtful_remarks(page: Page, names: Iterable[str], own: frozenset[str]) -> Iterator[str]:
    """The clauses that are not known to be harmless."""
    told = (" ".join(line.text for line in lines) for lines in paragraphs(page))
    text = without_settled(without_left_empty("\n".join(told)))
    text = ADDRESS.sub(" ", text)
    for name in names:
        for start, end in reversed([*places_of(name, text)]):
            text = f"{text[:start]}{HOLDER}{text[end:]}"
    for paragraph in text.split("\n"):
        if is_of_another_role(paragraph):
            yield paragraph
        yield from (clause for clause in _clauses(paragraph) if _is_doubtful(clause, own))


def _clauses(text: str) -> Iterator[str]:
    """The sentences of the text; what is called something, and what it is called, apart."""
    for sentence in SENTENCE_END.split(text):
        label = LABEL.match(sentence)
        if label and not WHOSE.match(label["label"]):
            yield label["label"]
            yield sentence[label.end() :]
        else:
            yield sentence


@lru_cache(maxsize=5000)
def _is_doubtful(clause: str, own: frozenset[str]) -> bool:
    """Whether the clause may take the certificate back."""
    clause = without_footer(clause)
    rest = without_wish(_without_receipt(clause))
    rest = THAT_NAME.sub(" ", HARMLESS.sub(" ", rest))
    if BY_SOMEBODY.search(clause) or (DENIED.search(rest) and not is_aside(clause)):
        return True
    if clause.rstrip(" ;,").endswith("?") or BUTTON.match(clause):
        return False
    if _is_hedged(rest, len(clause.split())):
        return not _is_of_anybody(clause, rest)
    if _says_completed(clause):
        return bool(CONDITION.search(clause))
    return not _is_of_anybody(clause, rest) and _may_take_back(clause, PLACE.sub(" ", rest), own)


def _is_hedged(rest: str, words: int) -> bool:
    """Whether it is a short one that doubts the paper or takes it back, whatever it is about."""
    is_short = words <= LONGEST_HEDGED and HEDGE.search(rest)
    return bool(is_short or (words <= LONGEST_TAKEN_BACK and TAKEN_BACK.search(rest)))


def _without_receipt(clause: str) -> str:
    """The clause without when the paper counts where it is handed in."""
    is_of_paper = OF_THE_PAPER.search(clause) and IS_KEPT.search(clause)
    return WHEN_LOOKED_AT.sub(" ", clause) if is_of_paper and not DOING.search(clause) else clause


def _may_take_back(clause: str, rest: str, own: frozenset[str]) -> bool:
    """Whether the rest, that is not known to be harmless, tells something of this certificate."""
    is_of_paper = bool(PAPER.search(rest) or PERSON_OR_DAY.search(rest) or NOTE.match(rest))
    if not is_of_paper and not DOING.search(rest):
        return False
    if is_aside(clause):
        return bool(CONDITION.search(clause) or NEVER_KNOWN.search(MODAL.sub(" ", clause)))
    is_note = NOTE.match(rest) is not None
    if NEVER_KNOWN.search(rest) or (is_note and CONDITION.search(rest)):
        return True
    unknown = [*_unknown(rest, own, is_of_paper=is_of_paper)]
    if _names_somebody(rest.strip()) or is_note:
        return bool(unknown)
    return not ABOUT_THE_COURSE.match(rest) and any(map(CHANGED.fullmatch, unknown))


def _names_somebody(clause: str) -> bool:
    """Whether it says whose it is, also where the name stands further on: "Konto"."""
    whose = WHOSE.match(clause)
    behind = clause[whose.end() :] if whose else ""
    return bool(whose and (not SIGN.search(behind) or NAMES.search(behind)))


def _is_of_anybody(clause: str, rest: str) -> bool:
    """Whether it is about the law or help, and not about this paper or what was done."""
    if SUPPORT.match(clause):
        return not DOING.search(clause)
    is_of_this = OF_PAPER_OR_HOLDER.search(rest) or NEVER_KNOWN.search(rest)
    return bool(LAW.search(clause)) and not is_of_this


def _says_completed(clause: str) -> bool:
    """Whether it is the sentence that says who completed what."""
    if not any(completions(clause)):
        return False
    if HOLDER in clause or MAIN.search(clause):
        return True
    if NEVER_KNOWN.search(clause):
        return False
    return bool(PROVES.search(clause)) or not (PAPER.search(clause) or NOTE.match(clause))


def _unknown(clause: str, own: frozenset[str], *, is_of_paper: bool) -> Iterator[str]:
    """The words of the clause that may say anything; names only where it says whose it is."""
    clause = clause.replace(HOLDER, " ").replace("/", " ")
    clause = clause.lower() if clause.isupper() else clause
    if not WHOSE.match(clause.strip()):
        clause = NAMES.sub(" ", clause)
    general = GENERAL_IN_ENGLISH if ENGLISH.search(clause) else GENERAL
    for word in unknown_words(clause, own):
        is_known = KNOWN_OF_PAPERS.fullmatch(word) or general.fullmatch(word)
        if not (is_known if is_of_paper else KNOWN_OF_DOING.fullmatch(word)):
            yield word
