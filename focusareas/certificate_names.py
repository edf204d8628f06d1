"""Whose certificate it is: the names on a page that stand where the holder's name stands.

What is read is always the whole name. A name that may be cut off or may be another
person's is worse than none, so whatever is unclear stays unclear: an empty text says
"here should be a name, and it cannot be read", and then nothing else on the page is taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from focusareas.certificate_addressees import HAIL, addressed, logged_in
from focusareas.certificate_day_words import Kind, kind_of
from focusareas.certificate_frames import (
    COMPLETED,
    DID,
    GREETING,
    ISSUER,
    MADE_BY,
    NAMED_BELOW,
    ON_BEHALF,
)
from focusareas.certificate_issuers import (
    asks_for_more_names,
    is_any_label,
    is_signed,
    is_under_issuer,
    is_under_label,
)
from focusareas.certificate_labels import begun_above, in_two_fields, labelled, mentioned
from focusareas.certificate_menus import is_item
from focusareas.certificate_name_lines import (
    SHORT_LABELS,
    begins_like_name,
    ends_like_name,
    joined,
)
from focusareas.certificate_named_below import named_below
from focusareas.certificate_others import logs_out, may_name_another
from focusareas.certificate_pages import SIGN, Page, Piece, Row
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_sentences import completed_by, in_sentences
from focusareas.certificate_subjects import lines_of_sentences
from focusareas.certificate_words import (
    INITIALS,
    MOST_WORDS,
    PRONOUN,
    ROLE,
    UNREADABLE,
    is_capital,
    is_common,
    is_name,
    is_particle,
    name_in,
    without_remarks,
)
from focusareas.certificate_written_days import WRITTEN
from focusareas.names import fold, plain, search_key
from focusareas.person_numbers import without_person_number

LARGER = 1.15
# "2022-12-26 07:11", "26/12/2022, 07:11"
PRINTED = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s+\d{1,2}[:.]\d\d\b")
# What follows a name that is whole: nothing, or what is told of the person.
BEHIND_NAME = ("", ",", ";", "–", "-", "|", "·", "•")
APART = re.compile(r"[,;]|\s\(|\s[–—|·•-]\s")
CAPITAL = r"[^\W\d_a-zåäö]"
# What a mail ends with, and who writes of himself in it.
SENDER = re.compile(rf"/\s?{CAPITAL}")
OWN = AnyCase(r"\b(?:jag|mig|min|mitt|mina)\b")
BETWEEN_NAMES = re.compile(r"[\d._-]+")
MAY_HOLD_NAME = re.compile(rf"{CAPITAL}\S*(?:\s[a-z]{{1,3}}){{0,3}}\s+{CAPITAL}")
LAST_NUMBERS = re.compile(r"[\s,–-]*\d[\d\s./:–-]*$")
ABOVE = AnyCase(r"\b(?:ovanstående\s+(?:person|\w*deltagare|medarbetare)|ovannämnda?)\b")
PLACE = re.compile(r"[A-ZÅÄÖ][^\W\d]+,?\s+(?:den\s+)?")
BELOW = AnyCase(
    r"\b(?:nedanstående|följande|undernämnda?|nedan\s+(?:nämnda?|angiven?))\b|\bnamed\s+below\b|"
    r"\bthe\s+(?:following|below)\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TIME_OR_COURSE = AnyCase(r"\d{4}|kurs|utbildning|genomför|fullfölj|slutför")
# The holder in systems that employers have, and on papers who works for the issuer.
COLLEAGUE = AnyCase(r"\W*(?:personal|kollega|colleague|(?:staff|team)\s+member|staff)\s*(?::|$)")
# Above such a line stands who did it, or nowhere on the page.
PREDICATE = re.compile(r"\W*(?:har|has|have)\b", re.IGNORECASE)


def holder_names(page: Page) -> tuple[str, ...]:
    """The different names that the page may be issued to, most likely first; none if unclear.

    A browser prints a page's title over it, and that may end with whose site it is.
    """
    is_browsers = page.lines and PRINTED.match(page.lines[0])
    below = replace(page, rows=page.rows[1:])
    names = (is_browsers and _names_on(below)) or _names_on(page)
    return () if _may_be_colleagues(page, names) else names


def _may_be_colleagues(page: Page, names: tuple[str, ...]) -> bool:
    """Whether the one named may be a "Kollega" of the issuer's, since the page has others too."""
    has_colleague = any(COLLEAGUE.match(piece.text) for piece in page.pieces)
    return has_colleague and any(may_name_another(page, name, _is_issuers) for name in names[:1])


def _names_on(page: Page) -> tuple[str, ...]:
    if asks_for_more_names(page):
        return ()
    behind_labels = [*labelled(page)]
    pointed_at = [
        *in_sentences(lines_of_sentences(page)),
        *behind_labels,
        *in_two_fields(page),
        *named_below(page, _is_issuers),
    ]
    did_it = [*completed_by(page.lines)]
    if pointed_at:
        told = distinct([*pointed_at, *did_it, *completed_by(page.lines, MADE_BY)])
        return (*told, *_written_carelessly(page, behind_labels, told))
    greeted = [*addressed(page)]
    if others := [*did_it, *mentioned(page, _is_issuers), *logged_in(page, _is_issuers)]:
        return distinct([*others, *greeted, *_standing_alone(page)])
    alone = _standing_alone(page)
    is_told_whole = any(word in name.split() for name in alone for word in greeted)
    return distinct([*greeted, *alone]) if is_told_whole or not greeted else distinct(greeted)


def _written_carelessly(
    page: Page, behind_labels: Iterable[str], told: Iterable[str]
) -> Iterator[str]:
    """Names with a small letter that a label of their own is for: "Deltagare: Eva sandström"."""
    known = {fold(name) for name in told}
    for name in behind_labels:
        is_value = any(line.endswith(f": {name}") for line in page.lines)
        is_one = " " in name and not is_common(name.split()[-1])
        if is_value and is_one and _is_said(name) and fold(name) not in known:
            yield name


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names without repetitions, however they are written, and without unreadable ones."""
    found: dict[str, str] = {}
    for name in map(_once, names):
        if fold(name):
            found.setdefault(fold(name), name)
    words = {fold(word) for name in found.values() if " " in name for word in name.split()}
    is_whole = any(map(_is_whole, found.values()))
    # "Grattis Kim!" says nothing that "Kim Berg" does not, and "Kom ihåg" is nobody.
    names = [
        name
        for key, name in found.items()
        if (" " in name or key not in words) and not (is_whole and _is_said(name))
    ]
    return tuple(name for name in names if not any(_is_address_of(name, one) for one in names))


def _is_whole(name: str) -> bool:
    """Whether it is written with capitals as a given and a family name are."""
    return name.count(" ") > 0 and all(map(is_capital, name.split()))


def _is_said(name: str) -> bool:
    """Whether it is no name beside a whole one: "klara", "Kom ihåg", "Du"."""
    words = name.split()
    if len(words) == 1:
        return (name.islower() and "@" not in name) or bool(PRONOUN.match(name))
    return is_capital(words[0]) and words[-1].islower() and not any(map(is_particle, words))


def _is_address_of(address: str, name: str) -> bool:
    """Whether "kim.berg@region.example" says nothing that "Kim Berg" does not."""
    local, _, domain = address.partition("@")
    if not domain or "@" in name:
        return False
    return set(search_key(BETWEEN_NAMES.sub(" ", local)).split()) <= set(search_key(name).split())


def _once(name: str) -> str:
    """ "Kim Berg Kim Berg", as in two languages side by side, is Kim Berg."""
    words = name.split()
    half = len(words) // 2
    is_twice = half > 1 and [*map(fold, words[:half])] == [*map(fold, words[half:])]
    return " ".join(words[:half]) if is_twice else name


# ---------------------------------------------------------------- Everybody on the page


def everybody(page: Page) -> str:
    """The page's words, folded, but for those of who issued it: colleagues may be among them."""
    of_issuers = [piece for piece in page.pieces if _is_issuers(page, piece)]
    issuers = {piece.text for piece in of_issuers if is_name(piece.text)}
    return " | ".join(
        search_key(
            " ".join(
                piece.text for piece in row if piece not in of_issuers and piece.text not in issuers
            )
        )
        for row in page.rows
    )


def _is_issuers(page: Page, piece: Piece) -> bool:
    """Whether the piece names who issued the certificate, and not who did what in a sentence."""
    if not MAY_HOLD_NAME.search(piece.text) or COMPLETED.search(piece.text):
        return False
    label = page.before(piece)[-1:]
    if any(ISSUER.search(other.text) for other in (piece, *label)) or ON_BEHALF.match(piece.text):
        return not DID.search(piece.text)
    is_signer = is_signed(page, piece) or is_under_issuer(page, piece) or _signs(page, piece)
    return is_signer or _sends_on(page, piece)


def _sends_on(page: Page, piece: Piece) -> bool:
    """Whether it signs a mail in which somebody else's certificate is sent on: "/Kim Berg"."""
    above = page.lines[: len(page.lines) - len(page.lines_after(piece))]
    return bool(SENDER.match(piece.text)) and not any(map(OWN.search, above))


def _signs(page: Page, piece: Piece) -> bool:
    """Whether the name stands under a place and a day: by a line to sign on, or below the holder.

    "Ovanstående person har" is said below the holder.
    """
    row = page.row_of(piece)
    number = page.rows.index(row)
    if number and _is_to_write_on(page.rows[number - 1]) and _is_under_place_and_day(page, row):
        return True
    is_below_holder = row not in _rows_with_holder(page)
    return is_below_holder and any(YEAR.search(other.text) for other in page.above(piece))


# ---------------------------------------------------------------- Lines standing alone


def _standing_alone(page: Page) -> tuple[str, ...]:
    """Names on lines of their own that nobody has signed with; several only if none stands out."""
    rows = _rows_with_holder(page)
    said = next((n for n, line in enumerate(page.lines) if NAMED_BELOW.search(line)), 0)
    rows = tuple(row for row in rows[said:] if not logs_out(_text(row)))
    found = [(name, row) for row in rows if (name := _alone(page, row)) is not None]
    # Who stands under the place and the day, and not alone on the page, has signed there.
    found = [one for one in found if not _is_under_place_and_day(page, one[1])] or found
    names = distinct(name for name, _ in found)
    if not _logged_out(page) <= {*map(fold, names)}:
        return ()
    if len(names) > 1:
        (first, row), *others = found
        if first and all(_size(row) >= LARGER * _size(other) for _, other in others):
            return (first,)
    return () if any(not name for name, _ in found) else names


def _logged_out(page: Page) -> set[str]:
    """Who stands before "Logga ut", folded: whoever is logged in, and nobody by that alone."""
    users = (name_in(logs_out(_text(row))) for row in page.rows)
    return {fold(user) for user in users if user and " " in user}


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _size(row: Row) -> float:
    return max(piece.size for piece in row)


def _is_to_write_on(row: Row) -> bool:
    return not any(SIGN.search(piece.text) for piece in row)


def _is_under_place_and_day(page: Page, row: Row) -> bool:
    """Whether "Visby den 12 april 2023" stands over it, and no label of the day.

    There may be room for a signature and a line to write it on between them.
    """
    number = page.rows.index(row)
    further = page.rows[number - 2] if number > 1 and _is_to_write_on(page.rows[number - 1]) else ()
    near = page.above(row[0]) or further
    days = ((other.text, WRITTEN.search(other.text)) for other in near)
    return any(
        day and PLACE.fullmatch(text[: day.start()]) and kind_of(text, frozenset()) == Kind.BARE
        for text, day in days
    )


def _rows_with_holder(page: Page) -> tuple[Row, ...]:
    """The rows above "ovanstående person har", where there is such a line, else all."""
    said_above = (number for number, line in enumerate(page.lines) if ABOVE.search(line))
    return page.rows[: next(said_above, None)]


def _alone(page: Page, row: Row) -> str | None:
    """The name that a row consists of beside numbers; None if it is something else."""
    pieces = [piece for piece in row if any(letter.isalpha() for letter in piece.text)]
    with_name = _until_common(pieces)
    text = without_remarks(" ".join(piece.text for piece in with_name)).strip()
    text = plain(LAST_NUMBERS.sub("", text)).strip(" ,")
    name = name_in(text) if text else None
    if GREETING.match(text) or INITIALS.match(text):
        return None
    is_all = name and text[len(name) :].lstrip()[:1] in BEHIND_NAME
    if not name or not is_all or not _looks_like_name(name):
        return _over_lines(page, row[0]) if _is_one_name(row) else None
    if any(is_any_label(piece.text) for piece in pieces):
        return None
    if is_signed(page, with_name[-1]) or is_under_issuer(page, with_name[0]):
        return None
    if is_under_label(page, with_name[0]):
        return None
    if _runs_on(page, with_name):
        return _over_lines(page, with_name[0]) if len(row) == 1 else UNREADABLE
    tells_when = TIME_OR_COURSE.search(" ".join(piece.text for piece in row))
    return name if tells_when or _is_in_place(page, row[0]) else UNREADABLE


def _is_in_place(page: Page, piece: Piece) -> bool:
    """Whether the line is among those that tell whose course it was, not below all of them."""
    below = page.lines_after(piece)
    above = page.lines[: -len(below) - 1]
    is_named_above = any(map(_lacks_subject, above)) and not any(map(BELOW.search, above))
    return any(map(TIME_OR_COURSE.search, below)) and not is_named_above


def _lacks_subject(line: str) -> bool:
    """Whether somebody did it who is named above, and not "nedanstående person" below."""
    return bool(PREDICATE.match(line) and COMPLETED.search(line))


def _over_lines(page: Page, piece: Piece) -> str:
    """The name of which the line is a part, if all of it and nothing else is on such lines."""
    lines = [*begun_above(page, piece), piece]
    while below := [other for other in page.below(lines[-1]) if other.follows(lines[-1])]:
        if not (len(page.row_of(below[0])) == 1 and begins_like_name(below[0].text)):
            break
        lines.append(below[0])
    text = joined(line.text for line in lines)
    name = name_in(text)
    is_whole = name and fold(name) == fold(text) and _looks_like_name(name)
    is_issuers = is_signed(page, lines[-1]) or is_under_issuer(page, lines[0])
    is_holders = is_whole and not is_issuers and _is_in_place(page, lines[-1])
    return name if name and is_holders else UNREADABLE


def _until_common(pieces: list[Piece]) -> list[Piece]:
    """The pieces before the first one that has words of certificates in it."""
    for index, piece in enumerate(pieces):
        text = without_person_number(piece.text)
        if any(map(is_common, text.split())) and not is_name(APART.split(text)[0]):
            return pieces[:index]
    return pieces


def _looks_like_name(name: str) -> bool:
    words = name.replace(",", "").split()
    if not 2 <= len(words) <= MOST_WORDS or words[0].casefold() in SHORT_LABELS:
        return False
    capitals = [is_capital(word) for word in words if word != "den" and not is_particle(word)]
    return all(capitals) or not any(capitals)


def _is_one_name(row: Row) -> bool:
    """Whether a single word stands on the row that may be somebody's given name."""
    text = _text(row)
    if HAIL.fullmatch(text) or ISSUER.search(text) or ROLE.match(text) or is_item(text):
        return False
    return is_name(text) and " " not in text and text.istitle()


def _runs_on(page: Page, pieces: list[Piece]) -> bool:
    """Whether the line above ends, or the line below begins, as if the name went on there."""
    above, below = page.above(pieces[0]), page.below(pieces[0])
    return any(pieces[0].follows(other) and ends_like_name(other.text) for other in above) or any(
        other.follows(pieces[-1]) and begins_like_name(other.text) for other in below
    )
