"""Whose certificate it is: the names on a page that stand where the holder's name stands.

What is read is always the whole name. A name that may be cut off or may be another
person's is worse than none, so whatever is unclear stays unclear: an empty text says
"here should be a name, and it cannot be read", and then nothing else on the page is taken.
"""

import re
from collections.abc import Iterable, Iterator

from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_words import (
    AND,
    CERTIFICATE,
    COMPLETED,
    DID,
    FAMILY_LABEL,
    FUNCTION_WORDS,
    GIVEN_LABEL,
    HOLDER,
    ISSUER,
    MOST_WORDS,
    NAME_LABEL,
    ON_BEHALF,
    PARENTHESIS,
    PARTICLES,
    PRONOUN,
    ROLE,
    TO,
    UNREADABLE,
    WORD,
    ends_name,
    is_blank,
    is_capital,
    is_common,
    is_name,
    name_in,
    without_person_number,
)
from focusareas.names import fold, plain

LARGER = 1.15
VALUE_BELOW = 3.2
AFTER_THAT = re.compile(r"\b(?:att|that)\s+((?:(?!\b(?:att|that)\b)[^!?:])+)$", re.IGNORECASE)
TIME_OR_COURSE = re.compile(r"\d{4}|kurs|utbildning|genomför|fullfölj|slutför", re.IGNORECASE)


def holder_names(page: Page) -> tuple[str, ...]:
    """The different names that the page may be issued to, most likely first; none if unclear."""
    pointed_at = [*_in_sentences(page.lines), *_labelled(page), *_in_two_fields(page)]
    if pointed_at:
        return distinct(pointed_at)
    return _standing_alone(page)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names without repetitions, however they are written, and without unreadable ones."""
    found: dict[str, str] = {}
    for name in names:
        if fold(name):
            found.setdefault(fold(name), name)
    return tuple(found.values())


# ---------------------------------------------------------------- Sentences


def _in_sentences(lines: tuple[str, ...]) -> Iterator[str]:
    """Names that somebody "har genomfört" or "genomförde" a course by."""
    text = "\n".join(PARENTHESIS.sub(" ", without_person_number(line)) for line in lines)
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
    return _last_name(text.splitlines())


def _last_name(lines: list[str]) -> str | None:
    """The name words at the end, followed backwards to something that cannot be a name."""
    found: list[str] = []
    for line in reversed(lines):
        here: list[str] = []
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


def _end_of_name(word: str, *, has_found: bool) -> str:
    """What the word before a name is: its end, unclear, or nothing if it may belong to it."""
    bare = word.strip(",")
    if word.casefold() in AND:
        return "unclear"
    if ends_name(bare) or not WORD.fullmatch(bare):
        return "end"
    if has_found and word.endswith(","):
        return "unclear"
    return "end" if has_found and len(word) > 2 and word[-1] in ".!?" else ""


def _at_small_letter(found: list[str], here: list[str], line: str) -> str | None:
    """A word in small letters: the end of a text above, or a name written carelessly."""
    if found and not here and any(map(is_common, line.split())):
        return " ".join(reversed(found))
    if not found and 2 <= len(line.split()) <= 4 and is_name(line.strip(" ,")):
        return line.strip(" ,")
    return UNREADABLE if found else None


# ---------------------------------------------------------------- Labels and their values


def _labelled(page: Page) -> Iterator[str]:
    """Values of "Namn", "Deltagare", "Tilldelas" and the like: beside the label or below it."""
    for number, row in enumerate(page.rows):
        for index in range(len(row)):
            rest = _behind_label(page, number, index)
            if rest is None:
                continue
            if is_blank(rest):
                yield _value_near(page, number, index)
            elif (name := name_in(rest)) is not None:
                yield _continued(page, number, index, rest, name)


def _behind_label(page: Page, number: int, index: int) -> str | None:
    """What follows the label in the piece, None if there is no label for the holder's name."""
    text = page.rows[number][index].text
    label = NAME_LABEL.match(text) or HOLDER.search(text)
    if label and label.group()[0].islower() and label.end() < len(text) and label.re is NAME_LABEL:
        # A line of running text may begin with "medarbetare"; a label has a colon then.
        label = label if ":" in label.group() else None
    if not label and _is_certificate_heading(page, number, index):
        label = TO.match(text)
    return text[label.end() :] if label else None


def _is_certificate_heading(page: Page, number: int, index: int) -> bool:
    """Whether "Intyg" or the like stands just before, so that "för" means the holder."""
    before = page.rows[number][index - 1 : index] or _below(page, number, index, step=-1)
    return any(re.search(CERTIFICATE, piece.text.split()[-1]) for piece in before)


def _value_near(page: Page, number: int, index: int) -> str:
    row = page.rows[number]
    beside = _until_label(row[index + 1 :])
    if beside:
        text = " ".join(piece.text for piece in beside)
        name = name_in(text)
        if name is not None:
            return _continued(page, number, index + len(beside), text, name)
    return _value_below(page, number, index)


def _until_label(pieces: Row) -> list[Piece]:
    values: list[Piece] = []
    for piece in pieces:
        if _is_any_label(piece.text):
            break
        values.append(piece)
    return values


def _is_any_label(text: str) -> bool:
    return bool(
        text.rstrip().endswith(":")
        or re.match(r"\w+(?:\s\w+)?:\s", text)
        or NAME_LABEL.match(text)
        or GIVEN_LABEL.match(text)
        or FAMILY_LABEL.match(text)
        or ISSUER.search(text)
        or ON_BEHALF.match(text)
    )


def _value_below(page: Page, number: int, index: int) -> str:
    """The name in the column under the label; unreadable if none, or maybe somebody else's."""
    label = page.rows[number][index]
    for below in range(number + 1, min(number + 3, len(page.rows))):
        if label.baseline - page.rows[below][0].baseline > VALUE_BELOW * label.size:
            break
        column = _in_column(page.rows[number], index, page.rows[below])
        text = " ".join(piece.text for piece in column)
        if not column or is_blank(text):
            continue
        if any(_is_any_label(piece.text) for piece in column):
            break
        last = page.rows[below].index(column[-1])
        name = name_in(text)
        if name is None or (_is_signed(page, below, last) and _has_name_above(page, number, index)):
            break
        return _continued(page, below, last, text, name)
    return UNREADABLE


def _in_column(labels: Row, index: int, row: Row) -> list[Piece]:
    """The pieces between the columns that begin with the labels on either side."""
    label = labels[index]
    left = labels[index - 1].right if index else float("-inf")
    right = labels[index + 1].left if index + 1 < len(labels) else float("inf")
    pieces = [piece for piece in row if left < piece.right and piece.left < right]
    if index + 1 < len(labels):
        pieces = [piece for piece in pieces if piece.left < right - 0.5 * label.size]
    return pieces


def _has_name_above(page: Page, number: int, index: int) -> bool:
    return any(is_name(piece.text) for piece in _below(page, number, index, step=-1))


def _continued(page: Page, number: int, index: int, text: str, name: str) -> str:
    """The name together with what goes on beside it or on the next line, if it may be name too."""
    row = page.rows[number]
    if not name or not is_name(text):
        return name
    if index + 1 < len(row) and _may_be_more(row[index + 1]):
        return name_in(f"{text} {row[index + 1].text}") or UNREADABLE
    for piece in _below(page, number, index):
        if piece.follows(row[index]) and _may_be_more(piece):
            return name_in(joined([text, piece.text])) or UNREADABLE
    return name


def _may_be_more(piece: Piece) -> bool:
    return _begins_like_name(piece.text) and not _is_any_label(piece.text)


def joined(lines: Iterable[str]) -> str:
    """Lines as running text; a hyphen at the end of a line stays with the next word."""
    return re.sub(r"(?<=\w)-\s+(?=\w)", "-", " ".join(" ".join(lines).split()))


def _below(page: Page, number: int, index: int, *, step: int = 1) -> list[Piece]:
    """The pieces straight under a piece on the next row, or above it with step -1."""
    piece, other = page.rows[number][index], number + step
    if not 0 <= other < len(page.rows):
        return []
    return [found for found in page.rows[other] if found.overlaps(piece)]


def _in_two_fields(page: Page) -> Iterator[str]:
    """Given and family name from fields of their own; unreadable if one of them is missing."""
    given, family = (list(_field(page, label)) for label in (GIVEN_LABEL, FAMILY_LABEL))
    if not given and not family:
        return
    if len(given) == len(family) == 1 and given[0] and family[0]:
        yield f"{given[0]} {family[0]}"
    else:
        yield UNREADABLE


def _field(page: Page, label: re.Pattern[str]) -> Iterator[str]:
    for number, row in enumerate(page.rows):
        for index, piece in enumerate(row):
            match = label.search(piece.text)
            if not match or NAME_LABEL.match(piece.text):
                continue
            rest = piece.text[match.end() :]
            other = GIVEN_LABEL.match(rest) or FAMILY_LABEL.match(rest)
            if is_blank(rest) or other:
                yield _value_near(page, number, index)
            else:
                yield _continued(page, number, index, rest, name_in(rest) or UNREADABLE)


# ---------------------------------------------------------------- Lines standing alone


def _standing_alone(page: Page) -> tuple[str, ...]:
    """Names on lines of their own that nobody has signed with; several only if none stands out."""
    found = [
        (name, max(piece.size for piece in row))
        for number, row in enumerate(page.rows)
        if (name := _alone(page, number)) is not None
    ]
    names = distinct(name for name, _ in found)
    if len(found) > 1 and len(names) > 1:
        (first, size), *others = found
        if first and all(size >= LARGER * other for _, other in others):
            return (first,)
    if any(not name for name, _ in found):
        return ()
    return names


def _alone(page: Page, number: int) -> str | None:
    """The name that a row consists of beside numbers; None if it is something else."""
    row = page.rows[number]
    pieces = [piece for piece in row if any(letter.isalpha() for letter in piece.text)]
    name_pieces = _until_common(pieces)
    text = plain(without_person_number(" ".join(piece.text for piece in name_pieces))).strip(" ,")
    name = name_in(text) if text else None
    if not name or len(name) < len(text) or not _looks_like_name(name):
        return None
    if any(_is_any_label(piece.text) for piece in pieces):
        return None
    index = row.index(name_pieces[-1])
    if _is_signed(page, number, index) or _is_under_issuer(page, number, index):
        return None
    if not any(TIME_OR_COURSE.search(line) for line in page.lines[number + 1 :]):
        return UNREADABLE
    return UNREADABLE if _runs_on(page, number) else name


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


def _is_particle(word: str) -> bool:
    return word in PARTICLES or word.startswith(("al-", "el-", "d'", "d’"))


def _is_signed(page: Page, number: int, index: int) -> bool:
    """Whether what stands beside or under it is the title of somebody who issues certificates."""
    row = page.rows[number]
    near = [*row[index + 1 :], *_below(page, number, index)]
    if near and all(is_blank(piece.text) for piece in near) and number + 2 < len(page.rows):
        near += [found for found in page.rows[number + 2] if found.overlaps(row[index])]
    return any(ISSUER.search(piece.text) for piece in near)


def _is_under_issuer(page: Page, number: int, index: int) -> bool:
    """Whether a line above says that the name below it is the issuer's."""
    piece = page.rows[number][index]
    for above in range(number - 1, max(number - 4, -1), -1):
        for other in page.rows[above]:
            near = other.baseline - piece.baseline <= 2 * VALUE_BELOW * piece.size
            cue = ISSUER.search(other.text) or ON_BEHALF.match(other.text)
            if cue and near and other.overlaps(piece):
                return not name_in(other.text[cue.end() :].lstrip(" :,"))
        if any(other.overlaps(piece) and not is_blank(other.text) for other in page.rows[above]):
            return False
    return False


def _runs_on(page: Page, number: int) -> bool:
    """Whether the line above ends, or the line below begins, as if the name went on there."""
    row = page.rows[number]
    above = page.rows[number - 1] if number else ()
    below = page.rows[number + 1] if number + 1 < len(page.rows) else ()
    return bool(
        (above and row[0].follows(above[-1]) and _ends_like_name(above[-1].text))
        or (below and below[0].follows(row[0]) and _begins_like_name(below[0].text))
    )


def _ends_like_name(text: str) -> bool:
    """Whether the last word may be the beginning of a name that goes on."""
    word = text.split()[-1]
    if ends_name(word) or word[-1] in ".!?;:" or ROLE.match(word):
        return False
    return is_capital(word) or word in PARTICLES


def _begins_like_name(text: str) -> bool:
    """Whether the first word may be the rest of a name: not a title, not "Efter avslutad"."""
    first, *others = without_person_number(text).split() or ["-"]
    if ends_name(first) or ROLE.match(first):
        return False
    begins_sentence = first.casefold() in FUNCTION_WORDS and others and others[0].islower()
    return not begins_sentence and (is_capital(first) or first in PARTICLES)
