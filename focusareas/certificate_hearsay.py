"""What somebody says to have done or heard, which attests nothing."""

from collections.abc import Sequence
from typing import Final

from focusareas.certificate_kinds import NOUN
from focusareas.certificate_patterns import AnyCase

# Somebody says to have done it, and that there is no certificate.
HEARSAY: Final = AnyCase(
    r"\b(?:jag\s+har|har\s+jag|i\s+have|jag\s+(?:genomför|slutför|fullfölj)de|jag\s+genomgick)\b"
    r"|\b(?:enligt\s+egen|uppge(?:r|tt)\s+(?:själv|att|sig)|säger\s+(?:själv|att|sig))\b"
    r"|\bintyg(?:et)?\s+(?:(?:som\s+)?saknas|har\s+(?:inte|ej)\s+(?:kommit|lämnat|inkommit))"
    r"|\b(?:deltagarens|enligt|på)\s+egna\s+uppgifter\b|\b(?:själv|egen)(?:rapport|skatt|deklar|bedöm)\w*"
    r"|\b(?:hittar|har)\s+(?:inte|ej|inget|inga)\s+(?:\w+\s+)?intyg"
)
# Who attests for somebody else says what was looked at: "Jag har sett kursintyget på skärmen."
LOOKED_AT: Final = (
    r"(?:sett|läst|kontrollerat|granskat|verifierat|jämfört|fått\s+(?:se|läsa|ta\s+del\s+av)|"
    r"tagit\s+del\s+av)"
)
EVIDENCE: Final = (
    rf"(?:\w*{NOUN}|(?:uppgift|handling)(?:erna|arna)|(?:utskrift|kopia)(?:en|n)?|originalet|"
    r"(?:prov|test|kurs)?resultatet|underlaget|(?:slut|kurs|resultat)sidan?|(?:kurs)?registret)\b"
)
MINE: Final = r"(?:mitt|min|mina|mig|egna|eget|egen)\b"
# What somebody else did, as one who was there has seen it.
WORK: Final = r"(?:[^\W\d]+s\s+)?(?:\w*arbetet|\w*insatse[nr]\w*)\b"
WITNESSED: Final = AnyCase(
    rf"\bjag\s+har\s+(?:(?:också|även|själv|personligen|idag|nu)\s+){{0,2}}{LOOKED_AT}\s+"
    rf"(?:(?:(?!{MINE})[^\W\d]+\s+){{0,3}}?{EVIDENCE}|(?:detta|det)\s+(?:i|mot)\b|"
    # Of somebody else's work: "sett arbetet i cirkeln och intygar att allt är utfört".
    rf"{WORK}[^.!?]{{0,80}}?\boch\s+(?:kan\s+)?(?:intyga|bekräfta|försäkra)r?\b(?!\s+att\s+jag\b))|"
    rf"\b{EVIDENCE}\s+har\s+jag\s+(?:(?:också|även|själv|personligen)\s+)?{LOOKED_AT}\b"
)


def is_hearsay(lines: Sequence[str]) -> bool:
    """Whether somebody says so, and not of what was looked at where it is attested."""
    return HEARSAY.search(WITNESSED.sub(" ", "\n".join(lines))) is not None
