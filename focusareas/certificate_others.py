"""Whether a page may be about somebody else than the one whom it names in passing.

Who is logged in to a site, a colleague and the first name below a sentence are holders only where
nothing on the page may stand for another person.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from focusareas.certificate_frames import LOGGED_IN
from focusareas.certificate_menus import behind_items, is_menu
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import PLACES, is_capital, is_common
from focusareas.names import fold, search_key

# Whether a piece of the page names who issued the certificate.
IsIssuers = Callable[[Page, Piece], bool]
# "Kim Berg | Logga ut"
LOGS_OUT: Final = re.compile(
    r"(?P<name>[^|·•>()]{3,60}?)[\s|·•(/–-]+(?:logga\s+ut|log\s*out|sign\s+out)\W*", re.IGNORECASE
)
SEPARATORS: Final = " |/·•>›»☰,–-"
# Over what one sees of others: "Visar: kimber01", and not "Visar 1-10 av 12".
SEES_OTHERS: Final = AnyCase(
    r"(?:\b(?:visar|ser|granskar|showing|viewing)\b(?!\s*\d)(?:\s+som\b)?|"
    r"\bombud\s+för\b|\b(?:lagd|inlagd|registrerad|tillagd)\s+(?:till\s+)?av\b|"
    r"\b(?:mina?|mitt|my)\s+(?:medarbetare|personal|grupp(?:er)?|enhet|team|arbetsgrupp|elever|"
    r"deltagare|employees|staff|group|students)\b|\bmedarbetare\s*(?=[:›»>])|"
    r"\b(?:behalf\s+of|acting\s+as|ställföreträdare\s+för|vikarie\s+för)\b)"
)
ADDRESS: Final = re.compile(r"[\w.+-]+@[\w.-]+")
# What an office is written to by.
OF_OFFICE: Final = AnyCase(
    r"(?:info|support|kontakt|kund\w*|help\w*|no-?reply|registrator|kurs\w*|utbildning\w*|intyg\w*|"
    r"\w*service|\w*styrelse\w*|\w*forvaltning\w*|kommun\w*|region\w*|post|nck|admin\w*)@"
)
USER_ID: Final = re.compile(r"[a-zåäö]{2,12}\d{1,4}")
OWNED: Final = re.compile(
    r"(?P<whose>[^\W\d_]+(?:-[^\W\d_]+)?s)\s+(?:egna?\s+)?\w*(?:kurs|intyg|bevis|utbildning|profil|merit|resultat|"
    r"kompetens|lärande|historik)",
    re.IGNORECASE,
)
# Headings of one word are longer than given names: "Utbildningsregister".
LONGEST_GIVEN_NAME: Final = 11


def may_name_another(page: Page, name: str, is_issuers: IsIssuers) -> bool:
    """Whether anything that is not the issuer's may stand for another person than the named."""
    return any(
        _may_be_another(piece.text, name)
        for piece in page.pieces
        if not is_issuers(page, piece) or SEES_OTHERS.search(piece.text)
    )


def user_in(text: str) -> str:
    """What stands where the menu of a site has who is logged in; nothing if it has nobody."""
    for label in LOGGED_IN.finditer(text):
        before = text[: label.start()].strip(SEPARATORS)
        # The site may tell its own name first.
        if not before or is_menu(before) or is_menu(before.partition(" ")[2]):
            return text[label.end() :].split(")")[0]
    return logs_out(text)


def logs_out(text: str) -> str:
    """Who stands before "Logga ut" on a line of nothing else; nothing if it is no such line."""
    out = LOGS_OUT.fullmatch(text)
    return behind_items(out["name"]) if out else ""


def _may_be_another(text: str, name: str) -> bool:
    """Whether the text has a name, a given name, an address or a user in it that is not `name`."""
    known = set(search_key(name).split())
    words = [word.strip(".,:;!?()") for word in (user_in(text) or text).split()]
    return (
        _has_other_name(words, known)
        or _is_other_given_name(text, known)
        or bool(SEES_OTHERS.search(text))
        or any(not _is_made_of(one, name) for one in _users_in(text, words))
    )


def _has_other_name(words: Iterable[str], known: set[str]) -> bool:
    """Whether two words with a capital stand together that are not both of the name."""
    return any(
        is_capital(one) and is_capital(other) and not _is_of({one, other}, known)
        for one, other in pairwise(words)
        if one and other and not is_common(one) and not is_common(other)
    )


def _is_other_given_name(text: str, known: set[str]) -> bool:
    """Whether it is a single name, or says what somebody has: "Kim", "Kims kursintyg"."""
    owned = OWNED.match(text)
    word = owned["whose"] if owned else text.strip(".,:;!?()")
    is_short = all(one.isalpha() and 2 < len(one) <= LONGEST_GIVEN_NAME for one in word.split("-"))
    is_told = is_common(word) or word.casefold() in PLACES
    is_one = is_short and is_capital(word) and not is_told
    return is_one and not _is_of({word}, known) and not _is_of({word.removesuffix("s")}, known)


def _is_of(words: set[str], known: set[str]) -> bool:
    return {part for word in words for part in search_key(word).split()} <= known


def _users_in(text: str, words: Iterable[str]) -> list[str]:
    """What people are called by machines: the addresses but for those of offices, and the ids."""
    addresses = [one.partition("@")[0] for one in ADDRESS.findall(text) if not OF_OFFICE.match(one)]
    return [*addresses, *filter(USER_ID.fullmatch, words)]


def _is_made_of(user: str, name: str) -> bool:
    """Whether "kim.berg", "kimber01" or "bergk" begins as the words of the name do."""
    letters = "".join(letter for letter in fold(user) if letter.isalpha())
    words = search_key(name).split()
    return _begins_as(letters, words) or _begins_as(letters, [words[-1], *words[:-1]])


def _begins_as(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are the beginnings of the words, one after the other."""
    if not letters or not words:
        return not letters
    first, *others = words
    lengths = range(len(first) + 1)
    return any(
        first.startswith(letters[:length]) and _begins_as(letters[length:], others)
        for length in lengths
    )
