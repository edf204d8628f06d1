"""Whether a page is a certificate at all: it says that somebody completed something."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import CERTIFICATE

HEADING_LINES: Final = 5
LONGEST_STAMP: Final = 6

# What promises a certificate, or asks for one, is none.
PROMISE: Final = AnyCase(
    r"\b(?:får|fås|ges|delas\s+ut|skickas|bifoga\w*|skicka|lämna\w*|ta\s+med|önska\w*|behöver|måste|"
    r"ska|skall|kommer\s+att|när\s+du|den\s+som|de\s+som|alla\s+som|för\s+att|efter\s+genomförd|"
    r"har\s+(?:du|ni|alla|vi)|bör|ladda\s+(?:ner|upp)|hämta|will|must|should)\b|\?\s*$"
)
OTHER_HEADING: Final = AnyCase(
    r"\b(?:program|dagordning|agenda|schema|(?:kurs)?inbjudan|kallelse|påminnelse|"
    r"offert|protokoll|(?:boknings|anmälnings)bekräftelse|riktlinjer?|policy|mall|blankett|"
    r"utbildningsplan|kompetens\w+|utvecklingsplan|\w{3,}samtal\w*|registrering\w*|antagning\w*|"
    r"välkommen|självtest\w*|förtest\w*|övningstest\w*|enkät|utvärdering|rapport|"
    r"sammanställning|statistik|\w{3,}(?:översikt|status)|nyhetsbrev|pressmeddelande|lönebesked|"
    r"årets|invitation|programme|invoice|attendance list|newsletter|minutes|application)\b"
    r"|(?:anmälan|ansökan|beställning|bokning|faktura|lista|förteckning|anteckningar|rutin)\b"
)
OTHER_PAPER: Final = AnyCase(
    r"\b(?:inbjudan|kallelse|deltagarlista|närvarolista|meritförteckning|curriculum vitae|cv|"
    r"arbetslivserfarenhet\w*|att betala|faktura(?:datum|n\w+)|förfallodatum|mötesanteckningar|"
    r"(?:genomförda|genomgångna|avslutade|avklarade)\s+(?:kurser|utbildningar)(?=\s*:)|"
    r"minnesanteckningar|(?:tjänstgörings|anställnings|arbets|arbetsgivar|läkar|sjuk)intyg\w*|"
    r"kompetenskort|registreringsbevis|antagningsbesked)\b"
)
MAIL_HEAD: Final = AnyCase(r"\s*(?:ämne|skickat|subject|sent|vidarebefordra\w*)\s*:")
# The issuer's own mail may be the certificate, and then says so.
CONFIRMS: Final = AnyCase(
    r"\W*(?:(?:detta|här)\s+är\s+ditt\s+\w*(?:intyg|bevis|diplom)|"
    r"(?:ämne|subject)\s*:\s*(?:your\s+certificate|ditt\s+\w*(?:intyg|bevis|diplom))|"
    r"bekräftelse\b.*\b(?:slutför|genomför|fullfölj|avsluta)\w*)"
)
SPECIMEN: Final = AnyCase(
    r"\b(?:(?<!till )exempel(?! på)\w*|specimen|sample|provexemplar|provutskrift|testintyg|utkast|"
    r"draft|mall|förhandsgranskning|preview)\b|\bså här ser\b|\bmakuler\w+|\båterkalla\w+|"
    r"\b(?:ogiltig\w*|(?:ej|inte|icke) giltig\w*|not valid|void)\b(?!\s+(?:utan|om|without))"
)
HEADING: Final = AnyCase(
    r"^\W*(?:(?:digitalt|ditt|detta)\s+)?(?:\w*intyg|\w*bevis|\w*diplom|\w*certifikat|certificate)\b"
)
# "Sida 2 (2)", "2/2", "Page 2 of 3"
LATER_PAGE: Final = re.compile(
    r"\b(?:sida|sid\.?|page|blad)\s*:?\s*(?:[2-9]|1\d)\b|^\s*(?:[2-9]|1\d)\s*(?:\(|/|av|of)\s*\d+\)?\s*$",
    re.IGNORECASE,
)


def begins(lines: Sequence[str]) -> bool:
    """Whether the page has the heading of a certificate."""
    return any(map(HEADING.match, lines[:HEADING_LINES]))


def continues(lines: Sequence[str]) -> bool:
    """Whether the page says that it is a later page of the same paper."""
    return any(map(LATER_PAGE.search, (*lines[:2], *lines[-2:])))


# Asked of every page more than once.
@lru_cache(maxsize=100)
def is_certificate(lines: tuple[str, ...]) -> bool:
    """Whether it says that somebody completed something, and not that it is another paper."""
    return (
        any(map(_says_so, lines))
        and not _is_other_paper(lines)
        and not any(map(_is_stamped, lines))
    )


# Certificates of a pile share most of their lines.
@lru_cache(maxsize=2000)
def _says_so(line: str) -> bool:
    return bool(CERTIFICATE.search(line)) and not PROMISE.search(line)


def _is_other_paper(lines: Sequence[str]) -> bool:
    if any(map(OTHER_HEADING.search, lines[:HEADING_LINES])) or any(map(_is_of_other_paper, lines)):
        return True
    return any(map(MAIL_HEAD.match, lines)) and not any(map(CONFIRMS.match, lines))


@lru_cache(maxsize=2000)
def _is_of_other_paper(line: str) -> bool:
    return bool(OTHER_PAPER.search(line))


@lru_cache(maxsize=2000)
def _is_stamped(line: str) -> bool:
    """Whether a few words on a line of their own say that the paper is not meant."""
    return len(line.split()) <= LONGEST_STAMP and bool(SPECIMEN.search(line))
