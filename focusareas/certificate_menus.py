"""Menus of sites that were printed with the certificate: items of one or two words in a row."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Final

from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase

# Certificates have nothing of their own that is called so.
OF_SITE: Final = (
    r"(?:(?:mina|my)\s+(?:avslutade|genomförda|slutförda|completed)\s+\w+|(?:min|mitt|mina|my)\s+\w+|logga\s+(?:ut|in)|log\s*(?:out|in)|sign\s+out|startsida[nr]?|"
    r"hem|konto|översikt(?:en)?|\w{3,}översikt|(?:kurs)?katalog(?:en)?|kurser|kalender|inkorg|hjälp|"
    r"meddelanden|aviseringar|historik|profil|grupper|sök|support|inställningar|meny|menu|"
    r"instrumentpanel|anslagstavla|aktiviteter|enkäter|bibliotek|kompetenser|utvärderingar|"
    r"rapporter|schema|behörigheter|tidrapport|reseräkning|frånvaro|lönebesked|rekrytering|nyheter|forum|diskussioner|(?:privata\s+)?filer|favoriter|bokmärken|verktyg|"
    r"redigera|kontakta\s+oss|om\s+oss|account|dashboard|courses|calendar|inbox|history|help|home|"
    r"search|settings|messages|notifications|profile|reports|library|announcements)"
)
# These may be labels and headings as well.
ANY: Final = (
    r"(?:start|arkiv|personal|kompetens|organisation|anställning|visa|deltagare|resultat|dokument|betyg|intyg|personer|uppgifter|registrering|"
    r"anmälan|moduler|quiz|frågor|meritlista|certifikat|mål|närvaro|svenska|english|suomi|lyssna|"
    r"lättläst|(?:kurs)?material|litteratur|chatt|utbildningar|(?:kurs)?information|bedömningar|"
    r"om\s+(?:kursen|utbildningen|webbplatsen)|innehåll|kursinnehåll|(?:slut)?prov|kapitel|avsnitt|"
    r"omdömen|kontakt|märken|utmärkelser|participants|results|documents|grades|people|modules|assignments|"
    r"certificates|files|discussions)"
)
BETWEEN: Final = r"[\s|/·•>›»☰,–-]+"
MENU: Final = AnyCase(rf"\W*(?:{OF_SITE}|{ANY})(?:{BETWEEN}(?:{OF_SITE}|{ANY}))*\W*$")
ITEMS_BEFORE: Final = AnyCase(rf"\W*(?:(?:{OF_SITE}|{ANY}){BETWEEN})+")
ITEM: Final = AnyCase(rf"\b(?:(?P<site>{OF_SITE})|{ANY})\b")
FEWEST: Final = 3
FEWEST_OF_SITE: Final = 2


def without_menus(page: Page) -> Page:
    """The page without the pieces that are nothing but a site's menu."""
    in_menus = {*_in_runs(page), *_scattered(page), *filter(_is_sites, page.pieces)}
    if not in_menus:
        return page
    rows = (tuple(piece for piece in row if piece not in in_menus) for row in page.rows)
    return replace(page, rows=tuple(filter(None, rows)))


def behind_items(text: str) -> str:
    """What stands behind a menu on the same line: who is logged in; nothing if nobody is."""
    menu = ITEMS_BEFORE.match(f"{text} ")
    return text[menu.end() :] if menu else text


def is_item(text: str) -> bool:
    """Whether it is nothing but what menus have: "Start"."""
    return bool(_items(text))


def is_menu(text: str) -> bool:
    """Whether it is nothing but items of a menu, one of which only sites have."""
    return any(_items(text))


# Sites print the same menu on every page of a pile.
@lru_cache(maxsize=2000)
def _items(text: str) -> tuple[bool, ...]:
    """Whether only sites have each of the items that the text consists of; else nothing."""
    if not MENU.match(text):
        return ()
    return tuple(bool(item["site"]) for item in ITEM.finditer(text))


def _scattered(page: Page) -> list[Piece]:
    """What only sites have, beside anything else, where there are several: "Konto", "Inkorg"."""
    found = [piece for piece in page.pieces if _items(piece.text) and all(_items(piece.text))]
    return found if sum(len(_items(piece.text)) for piece in found) >= FEWEST else []


def _is_sites(piece: Piece) -> bool:
    """Whether a site tells its name before its menu: "Lärtorget Start Mina kurser Logga ut"."""
    site, _, menu = piece.text.partition(" ")
    items = () if _items(site) else _items(menu)
    return len(items) >= FEWEST and sum(items) >= FEWEST_OF_SITE


def _in_runs(page: Page) -> Iterator[Piece]:
    """The items that follow each other, from the first to the last that only sites have."""
    for is_menu, pieces in groupby(page.pieces, lambda piece: bool(_items(piece.text))):
        run = list(pieces) if is_menu else []
        of_site = [is_site for piece in run for is_site in _items(piece.text)]
        if len(of_site) >= FEWEST and sum(of_site) >= FEWEST_OF_SITE:
            yield from _within(page, run)


def _within(page: Page, run: list[Piece]) -> list[Piece]:
    """The run without the lines on either side that may be a heading or a label of the paper."""
    sure = {page.row_of(piece) for piece in run if any(_items(piece.text))}
    places = [index for index, piece in enumerate(run) if page.row_of(piece) in sure]
    return run[places[0] : places[-1] + 1]
