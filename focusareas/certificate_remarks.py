"""What is remarked on a certificate: what may take it back must be understood.

A clause about the paper, the person, the day or what was done, a note without a subject and one
that denies something may say anything. They raise a doubt, unless all their words are known from
what certificates say of themselves. Clauses about anything else, such as the course's contents,
are not looked into.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from focusareas.certificate_boxes import without_left_empty
from focusareas.certificate_completions import completions
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import places_of
from focusareas.certificate_predicates import is_aside
from focusareas.certificate_remark_words import (
    ABOUT_THE_COURSE,
    ADDRESS,
    CONDITION,
    DOING,
    ENGLISH,
    GENERAL,
    GENERAL_IN_ENGLISH,
    HARMLESS,
    HEDGE,
    KNOWN_OF_DOING,
    KNOWN_OF_PAPERS,
    LABEL,
    LONGEST_HEDGED,
    MAIN,
    NEVER_KNOWN,
    NOTE,
    PAPER,
    PERSON_OR_DAY,
    PLACE,
    WHOSE,
)

SENTENCE_END: Final = re.compile(
    r"(?<=[^\W\d_]{2}[.!?;])\s+|\s+[·•|›»/–-]\s+|\t|\s+(?=[A-ZÅÄÖ]\w+:\s)"
)
GOES_ON: Final = re.compile(r"[.!?:;]\W*$")
NAMES: Final = re.compile(r"\b[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+)+|(?<=\w[\s-])[A-ZÅÄÖ][\w-]*")
# "Deltagaren ska kunna", "du kan när som helst"
MODAL: Final = re.compile(r"\b(?:ska(?:ll)?|när\s+som\s+helst)\b", re.IGNORECASE)
# Where the holder's name stood.
HOLDER: Final = "§"


def has_doubtful_remark(page: Page, names: Iterable[str], own: frozenset[str]) -> bool:
    """Whether something is remarked that is not known to be harmless.

    `names` are the holder's, and `own` the words of courses' names and of who issues them.
    """
    return any(doubtful_remarks(page, names, own))


def doubtful_remarks(page: Page, names: Iterable[str], own: frozenset[str]) -> Iterator[str]:
    """The clauses that are not known to be harmless."""
    text = ADDRESS.sub(" ", without_left_empty("\n".join(_paragraphs(page))))
    for name in names:
        for start, end in reversed([*places_of(name, text)]):
            text = f"{text[:start]}{HOLDER}{text[end:]}"
    for paragraph in text.split("\n"):
        yield from (clause for clause in _clauses(paragraph) if _is_doubtful(clause, own))


def _paragraphs(page: Page) -> Iterator[str]:
    """The texts of the page, each with the lines below on which it goes on."""
    seen: set[int] = set()
    for piece in page.pieces:
        if id(piece) in seen:
            continue
        lines = [piece]
        while below := _next_line(page, lines[-1]):
            seen.add(id(below))
            lines.append(below)
        yield " ".join(line.text for line in lines)


def _next_line(page: Page, piece: Piece) -> Piece | None:
    """The line below, if a sentence goes on there."""
    if GOES_ON.search(piece.text):
        return None
    for below in page.below(piece)[:1]:
        if below.text[:1].islower() and below.follows(piece):
            return below
    return None


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
    if clause.rstrip().endswith("?"):
        return False
    if HEDGE.search(clause) and len(clause.split()) <= LONGEST_HEDGED:
        return True
    if _says_completed(clause):
        return bool(CONDITION.search(clause))
    rest = PLACE.sub(" ", HARMLESS.sub(" ", clause))
    is_of_paper = bool(PAPER.search(rest) or PERSON_OR_DAY.search(rest) or NOTE.match(rest))
    if not is_of_paper and not DOING.search(rest):
        return False
    if is_aside(clause):
        return bool(CONDITION.search(clause) or NEVER_KNOWN.search(MODAL.sub(" ", clause)))
    if NEVER_KNOWN.search(rest):
        return True
    return not ABOUT_THE_COURSE.match(rest) and any(_unknown(rest, own, is_of_paper=is_of_paper))


def _says_completed(clause: str) -> bool:
    """Whether it is the sentence that says who completed what."""
    if not any(completions(clause)):
        return False
    if HOLDER in clause or MAIN.search(clause):
        return True
    return not any(found(clause) for found in (PAPER.search, NEVER_KNOWN.search, NOTE.match))


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
