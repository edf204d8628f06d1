"""Stamps and short lines that say a paper is not meant: an example, a draft, taken back."""

import re
from functools import lru_cache
from typing import Final

from focusareas.certificate_footers import without_footer
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_remark_words import GUIDE, TO_FILL_IN

LONGEST_STAMP: Final = 6
TEMPLATE: Final = re.compile(r"\bmall\b|(?<![A-ZÅÄÖ] )\bMALL\b|^\W*Mall\b(?!\s+[A-ZÅÄÖ])")
# "Exempel", "Exempelvy", "Ifyllt exempel", and not "Exempelstads kommun", "Eva Exempel, rektor":
# who gives a paper may be made up, and a course has examples.
EXAMPLE: Final = re.compile(r"(?<![./@-])\bexempel(?!\w*\.\w)", re.IGNORECASE)
NO_EXAMPLE: Final = re.compile(
    r"\b(?i:exempels?(?:stad|kommun|by|köping|ort|region|län|skola|förvaltning|nämnd|enhet|företag|bolag|"
    r"förening|organisation|myndighet|institut|universitet|högskola|akademi|gata|väg|torg|boende|hem|"
    r"gård|sal|son)\w*)|\b(?i:exempelvis)\b|"
    # Capitals: a name or a body called so, and no "Intyg Exempel".
    r"(?<![\w-])(?!\w*(?i:intyg|bevis|diplom|certifikat|märke|blankett|ifyll|detta|exempel))"
    r"[A-ZÅÄÖ][a-zåäö]+ Exempel\b(?! \d)|\bExempel (?:AB|kommun|region|län|stad)\b|"
    r"\b(?:med|till|upp|ger|ge|genom|och|av|konkreta|praktiska|flera|olika)\s+exempel\b"
    r"(?! på \w*(?:intyg|bevis))|"
    r"\b(?i:exempel) (?:från|ur) (?:praktiken|vardagen|verkligheten|arbetet|yrkeslivet|fältet)"
)
SPECIMEN: Final = AnyCase(
    r"\b(?:specimen|sample|utkast|draft|"
    r"förhands(?:gransk|visning|titt)\w*|preview|preliminär\w*|arbetsmaterial|"
    r"(?!provversion\s*[:.])(?:test|demo|övnings|prov|del|delkurs|interims)(?:intyg|bevis|utskrift|tryck|version|exemplar|exempel|läge)\w*|"
    r"fingera\w*|påhitta\w*|felaktig\w*|lorem|vattenstämp\w*|watermark\w*|skärm(?:bild|dump)\w*)\b"
    rf"|^\W*(?:demo\W*|test[^\w.]*)$|{TO_FILL_IN}|\bså (?:här ser|kan)\b|^\W*version\s+0[.,]\d+\W*$"
    rf"|\b{GUIDE}\b"
    r"|\b(?<!\binte )(?<!\bej )(?<!\baldrig )(?<!\binte blivit )"
    r"(?:makuler\w+|återkalla\w+|annuller\w+|ogiltig\w*|upphäv\w+|indrag(?:et|en|na)|spärra[dt])\b"
    r"|\b(?:dra(?:gits|get|gen|gna)|tagits)\s+(?:in|tillbaka)\b"
    r"|\bersatt av\b|\b(?:ej|inte|icke)\s+(?:ett\s+|slutgiltig|original|för\b|använd)"
    r"|\b(?:(?:ej|inte|icke) giltig\w*|not valid|void)\b(?!\s+(?:utan|om|without))"
)
# "Detta är ett exempel på hur intyget ser ut."
WHAT_IT_LOOKS_LIKE: Final = AnyCase(
    r"\bexempel\s+på\s+(?:hur|ett)\s+(?:\w+\s+){0,2}?\w*(?:intyg|bevis|diplom|certifikat)(?:et)?\b"
)


@lru_cache(maxsize=2000)
def is_stamped(line: str) -> bool:
    """Whether a few words on a line of their own say that the paper is not meant."""
    if WHAT_IT_LOOKS_LIKE.search(line):
        return True
    line = without_footer(line)
    if len(line.split()) > LONGEST_STAMP:
        return False
    is_example = EXAMPLE.search(line) and EXAMPLE.search(NO_EXAMPLE.sub(" ", line))
    return bool(is_example or SPECIMEN.search(line) or TEMPLATE.search(line))
