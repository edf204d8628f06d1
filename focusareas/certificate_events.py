"""Lines that make another course, or no course at all, of the title they stand at."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from focusareas.certificate_objects import next_lines
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import WRITTEN

# Where people meet, look at something or hear of it: "Nätverksträff", "Filmvisning".
MEETING: Final = (
    r"(?:[\w-]*(?:träff|möte|visning|konferens|workshop|nätverk|besök|föreläsning|släpp|utställning|"
    r"föreställning|promenad|utbyte|hearing|debatt|invigning|mässa|kongress|symposium|forum|"
    r"erbjudande|lansering|premiär|tävling)(?:en|et|n|t|ar|er)?|"
    r"[\w-]{2,}(?:samtal|kväll|frukost|lunch|fika|kafé|café|mingel|snack|panel|seminari(?:um|et)|"
    r"webbinari(?:um|et)|möten)|"
    r"(?:inspirations|tema|upptakts|informations|repetitions|uppföljnings|nätverks|planerings|avslutnings|"
    r"start|prova-på-|metod|öppet-hus-|branding)-?(?:dag|halvdag|heldag)(?:en|ar)?|"
    r"kick-?\s?off|webbinari(?:um|et)|webinar|lecture|conference|network(?:ing)?|meeting|"
    r"metodstöd|handledning(?:en)?|handledningstillfälle|stödmaterial|smakprov|prova[\s-]på\w*)"
)
# Before the course, after it, less of it, or for those who are to give it themselves.
OTHER_COURSE: Final = (
    r"(?:(?:repetition|uppföljning|fördjupning|påbyggnad|fortsättning|introduktion(?!\w*(?:kurs|utbildning)))"
    r"(?:s\w*|en)?|(?:prov|test|pilot)(?:omgång|kurs|utbildning|tillfälle)(?:en|et)?|pilot|"
    r"(?:för|snabb|kort|mini|forskar|repetitions|prov|pröva-på-|vidare|uppdaterings|uppfräschnings|specialist|expert|"
    r"avancerad|fortsatt|forts|handlednings|test|bro|tilläggs|kompletterings)(?:kurs|utbildning)(?:en)?|"
    r"(?:\w*(?:handledar|ledar|utbildar|instruktörs|ambassadörs|mentors|tränar|coach))s?-?(?:kurs|utbildning|program)(?:men|met|en)?|"
    r"(?:advanced|follow-up|refresher|preparatory|train-the-trainer)(?:\s+(?:course|training|programme))?)"
)
# In a few words: "Digital nätverksträff för användare".
EVENT: Final = AnyCase(
    rf"\W*(?:(?!(?:utbildning|kurs)\b)[\w-]+\s+)?(?:{MEETING}|{OTHER_COURSE})(?:\s+[\w-]+){{0,3}}\W*$"
)
# "Workshop: Samtal om våld", "Samtal om våld – metodstöd"
PARTS_OF_LINE: Final = re.compile(r"\s*[:|]\s+|\s+[–—-]\s+")


def is_other_event(page: Page, has_title: Callable[[str], bool]) -> bool:
    """Whether a line beside a title, or a part of its own line, says that it is something else."""
    return any(map(has_title, _at_events(page)))


def _at_events(page: Page) -> Iterator[str]:
    """What stands above, below and beside each event."""
    for piece in page.pieces:
        if EVENT.match(piece.text) and len(page.row_of(piece)) == 1:
            yield from _lines_at(page, piece)
        parts = PARTS_OF_LINE.split(piece.text)
        if len(parts) > 1 and any(map(EVENT.match, parts)):
            yield piece.text
            yield from (part for part in parts if not EVENT.match(part))


def _lines_at(page: Page, piece: Piece) -> Iterator[str]:
    """The lines next to it, alone and with those that a title there may begin or end on."""
    for other in page.below(piece)[:1]:
        yield other.text
        yield "\n".join([other.text, *next_lines(page, other)])
    for other in page.above(piece)[:1]:
        yield other.text
        if not WRITTEN.search(other.text):
            yield "\n".join([one.text for one in (*page.above(other)[:1], other)])
