"""Whose certificate it is: the names on a page that stand where the holder's name stands.

What is read is always the whole name. A name that may be cut off or may be another
person's is worse than none, so whatever is unclear stays unclear: an empty text says
"here should be a name, and it cannot be read", and then nothing else on the page is taken.
"""

import re
from collections.abc import Iterable, Iterator

from focusareas.certificate_labels import (
    begins_like_name,
    ends_like_name,
    in_two_fields,
    is_any_label,
    is_signed,
    joined,
    labelled,
)
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_words import (
    AND,
    COMPLETED,
    DID,
    ISSUER,
    MOST_WORDS,
    ON_BEHALF,
    PARTICLES,
    PRONOUN,
    ROLE,
    UNREADABLE,
    WORD,
    ends_name,
    is_capital,
    is_common,
    is_name,
    name_in,
    without_remarks,
)
from focusareas.names import fold, plain
from focusareas.person_numbers import without_person_number

LARGER = 1.15
AFTER_THAT = re.compile(r"\b(?:att|that)\s+((?:(?!\b(?:att|that)\b)[^!?:])+)$", re.IGNORECASE)
LAST_NUMBERS = re.compile(r"[\s,–-]*\d[\d\s./:–-]*$")
TIME_OR_COURSE = re.compile(r"\d{4}|kurs|utbildning|genomför|fullfölj|slutför", re.IGNORECASE)


def holder_names(page: Page) -> tuple[str, ...]:
    """The different names that the page may be issued to, most likely first; none if unclear."""
    pointed_at = [*_in_sentences(page.lines), *labelled(page), *in_two_fields(page)]
    if pointed_at:
        return distinct(pointed_at)
    return _standing_alone(page)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names without repetitions, however they are written, and without unreadable ones."""
    found: dict[str, str] = {}
    for name in names:
        if fold(name):
            found.setdefault(fold(name), name)
    words = {fold(word) for name in found.values() if " " in name for word in name.split()}
    # "Grattis Kim!" says nothing that "Kim Berg" does not.
    return tuple(name for key, name in found.items() if " " in name or key not in words)


# ---------------------------------------------------------------- Sentences


def _in_sentences(lines: tuple[str, ...]) -> Iterator[str]:
    """Names that somebody "har genomfört" or "genomförde" a course by."""
    text = "\n".join(without_remarks(line) for line in lines)
    for pattern in (COMPLETED, DID):
        for match in pattern.finditer(text):
            name = _before(text[: match.start()])
            if name is not None:
                yield name


def _before(text: str) -> str | None:
    """The name that the text ends with, None if it does not end with one."""
    text = text.rstrip().rstrip(",").removesuffix(" som").rstrip(" ,")
    last_word = text.split()[-1:]
    if not last_word or PRONOUN.match(last_word[0]):
        return None
    that = AFTER_THAT.search(text[-200:])
    if that and ". " not in that.group(1):
        return name_in(joined([that.group(1)]))
    lines = text.splitlines()
    return _family_first(lines) or _last_name(lines)


def _last_name(lines: list[str]) -> str | None:
    """The name words at the end, followed backwards to something that cannot be a name."""
    found: list[str] = []
    for line in reversed(lines):
        here: list[str] = []
        if found and is_any_label(line):
            return UNREADABLE if line.endswith((",", "-")) else " ".join(reversed(found))
        for word in reversed(line.split()):
            bare = word.strip(",")
            if not found and (not bare or ROLE.match(bare)):
                continue
            if end := _end_of_name(word, has_found=bool(found)):
                return UNREADABLE if end == "unclear" else " ".join(reversed(found)) or None
            if not is_capital(bare) and bare not in PARTICLES:
                return _at_small_letter(found, here, line)
            found.append(bare)
            here.append(bare)
        if len(found) > MOST_WORDS:
            return UNREADABLE
    return " ".join(reversed(found)) or None


def _family_first(lines: list[str]) -> str:
    """The last line if it is "Berg, Kim" and the line above does not run on into it."""
    above, line = ["", *lines][-2:]
    parts = [part.strip() for part in line.split(",")]
    runs_on = above.rstrip().endswith((",", "-"))
    return ", ".join(parts) if len(parts) == 2 and all(map(is_name, parts)) and not runs_on else ""


def _end_of_name(word: str, *, has_found: bool) -> str:
    """What the word before a name is: its end, unclear, or nothing if it may belong to it."""
    bare = word.strip(",")
    if word.casefold() in AND or (has_found and not bare):
        return "unclear"
    if ends_name(bare):
        return "end"
    if not WORD.fullmatch(bare) or (has_found and word.endswith(",")):
        return "unclear"
    return "end" if has_found and len(word) > 2 and word[-1] in ".!?" else ""


def _at_small_letter(found: list[str], here: list[str], line: str) -> str | None:
    """A word in small letters: the end of a text above, or a name written carelessly."""
    if found and not here and any(map(is_common, line.split())):
        return " ".join(reversed(found))
    if not found and 2 <= len(line.split()) <= 4 and is_name(line.strip(" ,")):
        return line.strip(" ,")
    return UNREADABLE if found else None


# ---------------------------------------------------------------- Lines standing alone


def _standing_alone(page: Page) -> tuple[str, ...]:
    """Names on lines of their own that nobody has signed with; several only if none stands out."""
    found = [
        (name, max(piece.size for piece in row))
        for row in page.rows
        if (name := _alone(page, row)) is not None
    ]
    names = distinct(name for name, _ in found)
    if len(names) > 1:
        (first, size), *others = found
        if first and all(size >= LARGER * other for _, other in others):
            return (first,)
    return () if any(not name for name, _ in found) else names


def _alone(page: Page, row: Row) -> str | None:
    """The name that a row consists of beside numbers; None if it is something else."""
    pieces = [piece for piece in row if any(letter.isalpha() for letter in piece.text)]
    with_name = _until_common(pieces)
    text = without_person_number(" ".join(piece.text for piece in with_name))
    text = plain(LAST_NUMBERS.sub("", text)).strip(" ,")
    name = name_in(text) if text else None
    if not name or len(name) < len(text) or not _looks_like_name(name):
        return UNREADABLE if _is_one_name(row) else None
    if any(is_any_label(piece.text) for piece in pieces):
        return None
    if is_signed(page, with_name[-1]) or _is_under_issuer(page, with_name[0]):
        return None
    is_before_rest = any(map(TIME_OR_COURSE.search, page.lines_after(row[0])))
    return name if is_before_rest and not _runs_on(page, with_name) else UNREADABLE


def _until_common(pieces: list[Piece]) -> list[Piece]:
    """The pieces before the first one that has words of certificates in it."""
    for index, piece in enumerate(pieces):
        text = without_person_number(piece.text)
        if any(map(is_common, text.split())) and not is_name(text.split(",")[0]):
            return pieces[:index]
    return pieces


def _looks_like_name(name: str) -> bool:
    words = name.replace(",", "").split()
    if not 2 <= len(words) <= MOST_WORDS:
        return False
    capitals = [is_capital(word) for word in words if not _is_particle(word)]
    return all(capitals) or not any(capitals)


def _is_one_name(row: Row) -> bool:
    """Whether a single word stands on the row that may be somebody's given name."""
    text = " ".join(piece.text for piece in row)
    return is_name(text) and " " not in text and text.istitle() and not ROLE.match(text)


def _is_particle(word: str) -> bool:
    return word in PARTICLES or word.startswith(("al-", "el-", "d'", "d’"))


def _is_under_issuer(page: Page, piece: Piece) -> bool:
    """Whether the text above says that the name below it is the issuer's."""
    above = page.above(piece)
    for other in (*above, *(further for near in above for further in page.above(near))):
        cue = ISSUER.search(other.text) or ON_BEHALF.match(other.text)
        if cue:
            return not name_in(other.text[cue.end() :].lstrip(" :,"))
    return False


def _runs_on(page: Page, pieces: list[Piece]) -> bool:
    """Whether the line above ends, or the line below begins, as if the name went on there."""
    above, below = page.above(pieces[0]), page.below(pieces[0])
    return any(pieces[0].follows(other) and ends_like_name(other.text) for other in above) or any(
        other.follows(pieces[-1]) and begins_like_name(other.text) for other in below
    )
