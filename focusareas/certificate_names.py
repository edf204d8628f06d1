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
    is_under_issuer,
    labelled,
)
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_sentences import in_sentences
from focusareas.certificate_words import (
    COMPLETED,
    DID,
    GREETING,
    ISSUER,
    MOST_WORDS,
    ON_BEHALF,
    ROLE,
    UNREADABLE,
    is_capital,
    is_common,
    is_name,
    is_particle,
    name_in,
)
from focusareas.names import fold, plain, search_key
from focusareas.person_numbers import without_person_number

LARGER = 1.15
# What follows a name that is whole: nothing, or what is told of the person.
BEHIND_NAME = ("", ",", "–", "-")
CAPITAL = r"[^\W\d_a-zåäö]"
MAY_HOLD_NAME = re.compile(rf"{CAPITAL}\S*(?:\s[a-z]{{1,3}}){{0,3}}\s+{CAPITAL}")
LAST_NUMBERS = re.compile(r"[\s,–-]*\d[\d\s./:–-]*$")
TIME_OR_COURSE = AnyCase(r"\d{4}|kurs|utbildning|genomför|fullfölj|slutför")
# Above such a line stands who did it, or nowhere on the page.
PREDICATE = re.compile(r"\W*(?:har|has|have)\b", re.IGNORECASE)


def holder_names(page: Page) -> tuple[str, ...]:
    """The different names that the page may be issued to, most likely first; none if unclear."""
    pointed_at = [*in_sentences(page.lines), *labelled(page), *in_two_fields(page)]
    if pointed_at := pointed_at or list(_greeted(page)):
        return distinct(pointed_at)
    return _standing_alone(page)


def _greeted(page: Page) -> Iterator[str]:
    """Who a letter is to: "Hej Kim Berg!"."""
    for line in page.lines:
        if (greeting := GREETING.match(line)) and (name := name_in(line[greeting.end() :])):
            yield name


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names without repetitions, however they are written, and without unreadable ones."""
    found: dict[str, str] = {}
    for name in map(_once, names):
        if fold(name):
            found.setdefault(fold(name), name)
    words = {fold(word) for name in found.values() if " " in name for word in name.split()}
    # "Grattis Kim!" says nothing that "Kim Berg" does not.
    return tuple(name for key, name in found.items() if " " in name or key not in words)


def _once(name: str) -> str:
    """ "Kim Berg Kim Berg", as in two languages side by side, is Kim Berg."""
    words = name.split()
    half = len(words) // 2
    is_twice = half > 1 and [*map(fold, words[:half])] == [*map(fold, words[half:])]
    return " ".join(words[:half]) if is_twice else name


# ---------------------------------------------------------------- Everybody on the page


def everybody(page: Page) -> str:
    """The page's words, folded, but for those of who issued it: colleagues may be among them."""
    return " | ".join(
        search_key(" ".join(piece.text for piece in row if not _is_issuers(page, piece)))
        for row in page.rows
    )


def _is_issuers(page: Page, piece: Piece) -> bool:
    """Whether the piece names who issued the certificate, and not who did what in a sentence."""
    if not MAY_HOLD_NAME.search(piece.text) or COMPLETED.search(piece.text):
        return False
    label = page.before(piece)[-1:]
    if any(ISSUER.search(other.text) for other in (piece, *label)) or ON_BEHALF.match(piece.text):
        return not DID.search(piece.text)
    return is_signed(page, piece) or is_under_issuer(page, piece)


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
    is_all = name and text[len(name) :].lstrip()[:1] in BEHIND_NAME
    if not name or not is_all or not _looks_like_name(name):
        return UNREADABLE if _is_one_name(row) else None
    if any(is_any_label(piece.text) for piece in pieces):
        return None
    if is_signed(page, with_name[-1]) or is_under_issuer(page, with_name[0]):
        return None
    return name if _is_in_place(page, row) and not _runs_on(page, with_name) else UNREADABLE


def _is_in_place(page: Page, row: Row) -> bool:
    """Whether the row is among those that tell whose course it was, not below all of them."""
    below = page.lines_after(row[0])
    above = page.lines[: -len(below) - 1]
    return any(map(TIME_OR_COURSE.search, below)) and not any(map(_lacks_subject, above))


def _lacks_subject(line: str) -> bool:
    return bool(PREDICATE.match(line) and COMPLETED.search(line))


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
    capitals = [is_capital(word) for word in words if word != "den" and not is_particle(word)]
    return all(capitals) or not any(capitals)


def _is_one_name(row: Row) -> bool:
    """Whether a single word stands on the row that may be somebody's given name."""
    text = " ".join(piece.text for piece in row)
    return is_name(text) and " " not in text and text.istitle() and not ROLE.match(text)


def _runs_on(page: Page, pieces: list[Piece]) -> bool:
    """Whether the line above ends, or the line below begins, as if the name went on there."""
    above, below = page.above(pieces[0]), page.below(pieces[0])
    return any(pieces[0].follows(other) and ends_like_name(other.text) for other in above) or any(
        other.follows(pieces[-1]) and begins_like_name(other.text) for other in below
    )
