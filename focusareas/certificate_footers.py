"""Footers that say nothing of this paper: who ordered the course, and how papers are handed out.

As well as where to turn with errors in any of them, and what a certificate is not besides.
"""

from functools import lru_cache
from typing import Final

from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_remark_words import OF_PAPER, OTHER_PAPER
from focusareas.certificate_words import UNIT_ENDING

ORGANISATION: Final = (
    r"(?:region\s+\w+|regionen|länsstyrelsen\s+(?:i\s+)?\w+|sveriges\s+kommuner\s+och\s+regioner|"
    r"regeringen|staten|arbetsgivaren|landstinget|nck|mucf|skr|ivo|\w+s?\s+(?:stad|län)|"
    rf"(?:\w+\s+)?\w*(?:{UNIT_ENDING})(?:\s+(?:i|för)\s+\w+)?)(?!\w)"
)
COURSE: Final = (
    r"(?:(?:(?:den\s+här|denna)\s+)?\w*(?:kurs|utbildning)(?:en|sdagen|dagen)?|\w*cirkeln|"
    r"\w*(?:program|seminari|webbinari)(?:met|et)|workshopen)"
)

# ---------------------------------------------------------------- Who ordered the course

ORDERED_BY: Final = AnyCase(rf"\bpå\s+uppdrag\s+av\s+{ORGANISATION}")
HELD: Final = (
    r"(?:(?:genomför|anordna|arrangera)(?:s|des|ts)|hålls|hölls|hållits|ges|gavs|getts|"
    r"(?:är|var|blev|har\s+blivit)\s+(?:genomförd|anordnad|arrangerad|given))"
)
HOW_HELD: Final = (
    r"(?:digitalt|online|på\s+(?:plats|distans|webben)|som\s+uppdragsutbildning|"
    r"(?:våren|hösten)\s+\d{4}|(?:i|under)\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|"
    r"september|oktober|november|december|våren|hösten)(?:\s+\d{4})?|"
    rf"i\s+sam(?:arbete|verkan)\s+med\s+{ORGANISATION})"
)
# "Kursen genomfördes", "som ges av NCK": it was held, and nobody took it for another.
COURSE_HELD: Final = AnyCase(
    rf"(?:^|.*\W)(?:{COURSE}|dagen|den|det|som)\s+(?:har\s+)?{HELD}(?:\s+av\s+{ORGANISATION})?"
    rf"(?:\s+{HOW_HELD}){{0,2}},?\s+$"
)
THEN_HELD: Final = AnyCase(rf"\s+(?:(?:har|är)\s+{COURSE}\s|{HELD}\s+{COURSE}(?!\w))")

# ---------------------------------------------------------------- What is done with any paper

LEADERS: Final = (
    r"(?:kurs|utbildnings)?(?:ledaren|ledningen|anordnaren|arrangören|utbildaren|administratören|"
    r"administrationen|läraren|handläggaren|kansliet)|utfärdaren"
)
HOW_HANDED: Final = (
    rf"(?:på\s+(?:plats|kursdagen|utbildningsdagen)|samma\s+dag|personligen|digitalt|i\s+pappersform|"
    r"(?:vid|i\s+samband\s+med)\s+(?:(?:dagens|kursens|utbildningens|kursdagens)\s+(?:slut|avslut|avslutning)|"
    r"(?:kurs)?avslutningen|utbildningstillfället|kurstillfället)|"
    r"(?:direkt\s+)?efter\s+(?:(?:avslutad|genomförd|fullföljd)\s+)?(?:kurs|utbildning)(?:en)?|"
    rf"av\s+(?:{LEADERS}|{ORGANISATION})|till\s+(?:(?:samtliga|alla)\s+deltagare|deltagar(?:en|na)))"
)
HANDED_OUT: Final = (
    rf"(?:samtliga\s+|alla\s+)?(?:{OF_PAPER}|\w*(?:intyg|bevis|diplom)en)\s+(?:(?:har\s+)?(?:delats\s+ut|utdelats|överlämnats|lämnats\s+ut)|"
    rf"delades\s+ut|utdelades|överlämnades|lämnades\s+ut)(?:\s+{HOW_HANDED}){{1,3}}"
)
WHOM: Final = (
    r"(?:(?:(?:din|er|deltagarens|den\s+anställdes)\s+)?(?:närmaste\s+|ansvarig\s+)?chef(?:en)?|"
    r"hr(?:-\w+)?|personalavdelningen|support(?:en)?|servicecenter|"
    rf"{LEADERS}|{ORGANISATION})"
)
WHERE: Final = (
    rf"(?:(?:av|hos|till|via|genom|från)\s+{WHOM})(?:\s+(?:via|per|på)\s+(?:e-?post|telefon|mejl))?"
)
DATA: Final = r"(?:person)?uppgifter|namn|intyg|fel|felaktigheter|registreringar"
WRONG: Final = rf"(?:eventuella\s+)?(?:felaktig(?:a\s+(?:{DATA})|heter)|fel)"
# In the present, of any paper: "Rättelse av namn begärs hos chefen", and not "gjordes av chefen".
REPORTED: Final = (
    rf"(?:(?:rättelser?|ändring(?:ar)?|korrigering(?:ar)?)(?:\s+av\s+(?:felaktiga\s+)?(?:{DATA}))?\s+"
    r"(?:(?:görs|begärs|sker|hanteras|utförs|beställs|ombesörjs|anmäls)|"
    rf"(?:kan|ska)\s+(?:göras|begäras|anmälas|beställas))\s+(?:skriftligen\s+)?{WHERE}|"
    rf"{WRONG}\s+(?:anmäls|rapporteras|meddelas|rättas|korrigeras|ändras|åtgärdas|"
    rf"(?:kan|ska)\s+(?:anmälas|rapporteras|meddelas))\s+{WHERE}|"
    rf"{WHOM}\s+(?:rättar|korrigerar|ändrar)\s+{WRONG})"
)
OF_ANY_PAPER: Final = AnyCase(rf"\W*(?:{HANDED_OUT}|{REPORTED})\W*$")

# ---------------------------------------------------------------- What a paper is not besides

OTHER: Final = (
    rf"(?:{OTHER_PAPER}|yrkes(?:behörighet|legitimation|examen)|identitetshandling|betyg)(?!\w)"
)
ROUTINES: Final = (
    r"(?:(?:arbetsgivarens|verksamhetens|kommunens|regionens|arbetsplatsens|enhetens|egna|lokala|"
    r"gällande|befintliga)\s+){1,3}(?:rutin|riktlinje|anvisning|introduktion)(?:er|ar)?"
)
NOT: Final = r"(?:inte|ej|ingen|inget|inga)"
# "Men ger ingen behörighet", "är inte en legitimation", and not "ger ingen behörighet att använda".
BESIDES: Final = AnyCase(
    rf"(?:(?:[\s,]*\bmen\s+)?(?:\b(?:den|det)\s+)?\b(?:är|utgör|ger|gäller|ersätter)|[\s,]*\bmen)\s+{NOT}\s+"
    r"(?:(?:i\s+sig|någon|en|ett|som|formell|detsamma\s+som|rätt\s+till)\s+){0,3}"
    rf"(?:{OTHER}(?:(?:,|\s+eller|\s+och)\s+(?:en\s+|ett\s+)?{OTHER})*|{ROUTINES})"
    r"(?=\W*$|[,;.](?:\s|$))"
)


@lru_cache(maxsize=5000)
def without_footer(clause: str) -> str:
    """The clause without what says nothing of this paper: nothing of one that says no more."""
    if OF_ANY_PAPER.match(clause):
        return ""
    clause = BESIDES.sub(" ", clause)
    for match in reversed([*ORDERED_BY.finditer(clause)]):
        before, behind = clause[: match.start()], clause[match.end() :]
        is_first = not before.strip() and THEN_HELD.match(behind)
        if is_first or COURSE_HELD.match(before):
            clause = f"{before}{behind}"
    return clause
