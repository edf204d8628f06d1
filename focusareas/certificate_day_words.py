"""What the words beside a day say of it: whether it is the day the course was completed."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

from focusareas.certificate_completions import ATTENDED, HAS_ATTENDED
from focusareas.certificate_course_days import PARTS, with_course_days, with_last_day
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_words import is_particle
from focusareas.certificate_written_days import NO_WORDS

OTHER_DAY: Final = AnyCase(
    r"född|födelse|personn|pers\.?nr|pnr|birth|giltig|gäller|valid|expire|utgår|förfall|upphör|"
    r"utskri|skr(?:iv|ev)(?:en|et)?s? ut|"
    r"print|version|\brev\b|revid|uppdater|ändrad|start|påbörj|börja|"
    r"inled|registrer|anmäl|inbjud|dnr|diarie|ärende|beslut|fastställ|lanser|publicer|copyright|©|"
    r"anställd|nästa|senast|före\b|nummer|\bnr\b|\bid\b|kod\b|registration|enrol|begun|from\b|"
    r"fr\.?o\.?m|skapad|skicka|\bsent\b|created|uttag|framta|framställ|hämta|\w*ladda|export|"
    r"genererad?t?|sparad?t?\b|skanna[dt]|öppnad|kontroller|verifier|\binkom(?:men|met)?\b|\bankom|mottog|"
    r"mottag(?:en|et|it)|download|retriev|generated|saved|received|accessed"
)
# "Har gått utbildningen", and not "har gått ut".
WENT: Final = r"(?:gått|gick)\b(?=\s*$|\s+(?:\w+\s+)?\w*(?:kurs|utbildning))"
COMPLETED_DAY: Final = AnyCase(
    r"genomför\w*|genomgå\w*|genomgick|fullgjor\w*|fullfölj\w*|slutför\w*|slutdatum|\b(?:kurs)?slut(?=\W*(?:(?:den|on)\W*)?$)|avslut\w*|"
    rf"avklara\w*|klarad\w*|klarat|\bklara?t?\b|\bfärdig\w*|godkän\w*|\bdeltog\b|deltagit|complet\w*|\b{HAS_ATTENDED}\b|\b{ATTENDED}\b|"
    r"finished|passed|uppnå\w*|achieved|attained|earned|\bexaminera[dt]s?\b|\bgjor[dt]a?\b|\butbilda[dt]s?\b|"
    r"\bcertifiera[dt]s?\b|\bbestå(?:tt|dd)\b|\b(?:erövra|förvärva|intjäna|förtjäna)[dt]\b|"
    rf"\b(?:deltagande|medverkan)(?=\s+(?:i|på|vid)\b)|\b{WENT}"
)
# The last of several fields in one line: "Kurs: Webbkurs om våld Resultat: G Datum:"
LAST_FIELD: Final = re.compile(
    r"(?::\s.*\s(?=.*:\s*$)|[|;·→]\s+)(?P<label>[A-ZÅÄÖ][\w-]*(?:\s[a-zåäö]+){0,3}\s*:?\s*)$"
)
# "Our open online training", "the agency's course": it is the course, not a part of it.
OBJECT: Final = re.compile(
    r"\b(?:our|the|this|their|vår|denna|[\w-]+[’']s)\s+(?:(?!(?:of|av|in|on|first|second|third|other|another|"
    r"next|last|part|half|planned|första|andra|tredje|halva|annan|nästa|förra|tidigare|planerade|to|from|for)\b)"
    r"[a-zåäö-]+\s+){0,4}(?:course|training|kursen|utbildning(?:en)?)\b"
)
# "In Swedish called", "(Web course on violence)": what a title is called besides.
CALLED: Final = re.compile(
    r",?\s*(?:\b(?:in\s+(?:Swedish|English)|på\s+(?:svenska|engelska))\s+)?\b(?:called|entitled|titled|kallad|benämnd|"
    r"med\s+(?:titeln|namnet))\b"
)
# "(web course on violence)": in small letters only what says in English what a course is about.
GLOSS: Final = (
    r"(?!(?:on|with|by|for|except|without|instead|not|as|in|under|per|at|from|only|via)\b)"
    r"(?![^()]*\b(?:parts?|half|modules?|units?|sessions?|chapters?|days?|first|second|one|two|other|another)\b)"
    r"(?=[^()]*\b(?:violence|oppression|abuse|honou?r|assessments?|conversations?|course|training|rights?|"
    r"relationships?|women|children|protection|safety|risks?|threats?)\b)[a-z][^\d()§;:]+"
)
TRANSLATED: Final = re.compile(rf"\((?:[A-ZÅÄÖ][^\W\d]*(?:,?\s[^\d()§]+)|{GLOSS})\)")
# "PATRIARK, a tool for assessing risk,": what a title is explained with, between signs.
SUBORDINATE: Final = r"(?:som|vilke|vars|där|när|efter|för|sedan|which|that|whose|where|after|for)"
ARTICLE: Final = r"(?:(?:som\s+är|which\s+is)\s+)?(?:en|ett|an?|vårt?|our)\s(?!av\b|of\b)"
NOT_BY: Final = (
    r"(?![^§]*\b(?:enligt|according|avtal|överenskommelse|upphandling|agreement|contract)\b)"
)
EXPLAINED: Final = re.compile(
    rf",\s+{ARTICLE}{NOT_BY}(?:[^§;:.,()]|,(?!\s+{SUBORDINATE})){{3,150}},(?=\s)"
    rf"|\({ARTICLE}{NOT_BY}[^§;:.()]{{3,150}}\)"
    rf"|\s[–—-]\s{ARTICLE}{NOT_BY}[^§;:.()–—]{{3,150}}\s[–—-](?=\s)"
    rf"|\s[–—-]\s{ARTICLE}{NOT_BY}[^§;:.()–—]{{3,150}},(?=\s+(?:den|on)\s*$)"
    # "En heldag om bedömning av risk i Visby den": or up to the place or the day.
    rf"|,\s+{ARTICLE}\s*(?:[a-zåäö-]+\s+){{0,3}}(?:(?:hel|halv|kurs|utbildnings)?dag|[\w-]*(?:kurs|utbildning)|"
    r"(?:course|training)(?:\s+day)?|workshop)\s+(?:om|i|kring|med|on|in|about)\s+(?:"
    rf"(?!(?:{SUBORDINATE}|enligt|per|den|on)\b|\w+(?:des|ts|tes)\b)[a-zåäö-]+\s+){{1,12}}?"
    r"(?=(?:(?:i|på|vid|hos|in|at)\s+[A-ZÅÄÖ][^,§]{1,40}\s)?(?:den|on)\s*$)"
)
# "Including the final test": who did that has done the rest.
INCLUDING: Final = re.compile(
    r",?\s*\b(?:including|inklusive|inkl\.?|jämte)\s+(?:[^\W\d]+\s+){0,3}\w*(?:test|exam|examination|prov|quiz|"
    r"assessment|uppgift|moment)(?:et|en)?\b,?",
    re.IGNORECASE,
)
# "Och besvarat kursens frågor": behind what was completed, a part of that.
AND_PASSED: Final = re.compile(
    r"\s(?:och|samt|and)\s+(?:har\s+|has\s+)?(?:besvarat|gjort|löst|(?:av)?klarat|answered|done|passed)\s+"
    r"(?:rätt\s+på\s+)?(?:(?:alla|samtliga|kursens|utbildningens|dess|tillhörande|det|de|all|its|the)\s+){0,3}"
    r"(?:avslutande\s+|final\s+)?(?!del|för|enkät|utvärder)\w*(?:fråg(?:or|orna)|övning(?:ar|arna)|uppgift(?:er|erna)|prov(?:et|en)?|"
    r"test(?:et|en)?|questions|exercises|quiz|tests)\b(?=\W*(?:den\b|on\b|$))",
    re.IGNORECASE,
)
ACTIVELY: Final = (
    r"(?:genomförde|fullgjorde|genomgick|fullföljde|slutförde|avslutade|avklarade|klarade|deltog)"
)
# What a person has done, whose name may stand before it.
DID: Final = AnyCase(
    rf"\b(?:{ACTIVELY}|{ATTENDED})\b"
    rf"|\b{WENT}"
    r"|\b(?:har|have|has|att|du|you)\b.*\b(?:genomfört|genomgått|fullgjort|fullföljt|slutfört|avslutat|avklarat|"
    rf"klarat|deltagit|{HAS_ATTENDED}|completed|finished|passed)\b"
    r"|\btook\s+part\s+in\b|\bthat\b.*\b(?:completed|finished|passed|attended)\b",
    re.DOTALL,
)
# What is yet to be done, or was done another time: "sista dag att slutföra".
OTHER_TIME: Final = AnyCase(
    r"\b(?:sista|tidigare|förra|föregående|skulle|ska(?:ll)?|bör|måste|kan|beräkna\w*|planera\w*|"
    r"förvänta\w*|preliminär\w*|sedan|inför|innan|expected|planned|due|until|before|since|"
    r"(?:genomför|slutför|fullfölj|avslut)as?|(?:genomför|slutför)s|fullfölj(?:s|er)|avslutar|"
    r"genomgås?|to\s+complete)\b"
)
# "Betaldatum" and "dagens datum" are not of the course; "Datum" with a capital is a new label.
ITS: Final = (
    r"(?:kurs|utbildning|course|training|class|resultat|klar|exam|prov|test|betyg|delta|närvar|"
    r"studie|end\b)"
)
DAY: Final = re.compile(
    rf"(?:^|[^\w\s]\s*|\b(?:och|and)\s+|{ITS}\w*\s*|\b(?-i:(?=Datum)))(?:datum|dates?\b)"
    rf"(?!\s+(?:för|of)\s+(?!\w*{ITS}))|"
    r"(?:prov|test|tentamen|tenta)(?:et|n)?\s+(?:inlämna|besvara|avlag)[dt]\b|"
    r"\bdag\b|\bdeltagande(?=\W*$)|\bnär\b|\btid(?:en|punkt(?:en)?)?\b|tillfälle|\bwhen\b|\bperiod(?:en)?\b|"
    r"(?:kurs|utbildnings)(?:period|dag|tid)|(?:examinations|tentamens|provs?)dag(?:en)?\b|(?:kurs|utbildning)\w*\s+(?:hölls|gavs|pågick|ägde\s+rum)\b",
    re.IGNORECASE,
)
WHOLE_DAY: Final = re.compile(rf"(?:{DAY.pattern})\w*", re.IGNORECASE)
ISSUED: Final = AnyCase(
    r"utfärd|(?:intyg|certifikat|bevis|diplom)\w*datum|issue|underte|underskr|signer|signat|"
    r"utställ|\berhåll[ae][nt]\b|\butdela[dt]\b|\bdelades?\s+ut|\butlämna[dt]\b|tilldela(?!d\W*$)|överlämna|awarded|granted|presented|conferred"
)
# A word that tells of something that was done or happens, by its form: "Betald", "Tryckt",
# "Stänger", "Köptes". Places that have such forms end as places do: "Östersund", "Älmhult".
VERB_ALONE: Final = (
    r"(?!\w*(?:lund|sund|sand|land|rand|rund|bord|gård|fjord|hult|kust|port|slott|projekt|fred|"
    r"distrikt|institut|väst|öst|söder|öster|väster|norr|säter|center|vinter|arild)\b)"
    r"(?:(?:post|test|list|fest|last)ad|såld|sålt|\w{2,}(?:[lnrgmv]d|(?<!fä)(?<!sa)lt|[bdfgkmnprstv]t|"
    r"(?:[lnrgmv]|a)des|[kpst]tes|[lnrt]ar|(?:[bdfgklmnprstvy]|[cs]k)er)|"
    r"paid|bought|sold|billed|made|due|next|deadline|(?:\w*(?:möte|besök)|sammanträde)(?:t|s)?|"
    # What is done with papers and goods, and not "Examinering" or "Utbildning".
    r"\w{3,}(?:(?<!examin)(?<!diplom)(?<!certifi)(?<!avslut)ering|(?<!händ)else|(?<!s)eran[st]|[kv]ning|jning|tition))"
)
# A label that tells what was done that day, which may have been the course, or of what paper.
OTHER_LABEL: Final = re.compile(
    r"(?!certifikat|intyget|beviset|\w{2,4}dagen\b|\w*fred\b)\w{3,}(?:(?<!st)ad|at|et|gen|ven|älld|[gv]its|(?<!dat)ed)(?:\s+den)?\s*:?"
    r"|\w*(?:avtal|plan|lag|mall|policy|utgåva|upplaga|riktlinje|uppdrag)(?:en|et|n)?"
    rf"|{VERB_ALONE}(?:\s+(?:den|on))?\s*:?"
    r"|[^:]*\w\s*:|.*(?:datum|\bdate\b).*",
    re.IGNORECASE,
)
# What is told of where and by whom a course was held says nothing else of the day.
ORGANISER: Final = (
    r"\w*(?:universitet|centr(?:um|et)|kommun|region|förvaltning|myndighet|styrelse|högskola|enhet|"
    r"avdelning|institut|förbund|akademi|län)\w*"
)
HELD: Final = re.compile(
    rf"{ORGANISER}|{ITS}\w*|plats|via|webben|distans|(?:an)?ordna\w*|arrangera\w*|ges|gavs|given|"
    r"samarbete|samverkan|tillsammans|regi|cooperation|collaboration|partnership|"
    r"hölls|ägde|rum|allt|intyget|avser|person(?:en)?|eleven|studenten|hon|han|hen|s?he|who|steg|igenom|nationellt|place|by|at|for",
    re.IGNORECASE,
)
NAME_ENDS: Final = re.compile(rf"[A-ZÅÄÖ].*|[.–-]|den|(?:{ORGANISER}),?")
PHRASE_END: Final = tuple(".,:;!?–—-")
# The place for the day of completion, on a form that was filled in or not: a line to write on or
# a label, and not the end of a sentence that goes on below.
DONE_LABEL: Final = (
    r"(?:avslutad|slutförd|genomförd|fullföljd|avklarad|uppnådd|slutdatum|kursdatum)"
    r"(?:\s+(?:datum|dag|den))?"
)
OF_WHAT: Final = r"(?:(?:kurs|utbildning)(?:en)?\s+|datum\s+(?:för\s+)?)?"
PLACE_FOR_DAY: Final = re.compile(
    rf".*\b{DONE_LABEL}\s*:?\s*(?:[_.]{{2}}|…)[\s_.…]*$"
    rf"|\W*(?-i:[A-ZÅÄÖ]).*(?<!\w){DONE_LABEL}\s*:\s*$|[^\w–—-]*{DONE_LABEL}\s*:\s*$"
    rf"|.*\b{DONE_LABEL}(?<=\sden)\s*$"
    rf"|[\s•·*–—-]*(?:\d{{1,2}}[.)]?\s+)?(?-i:(?=[A-ZÅÄÖ])){OF_WHAT}{DONE_LABEL}\s*$",
    re.IGNORECASE,
)
STATUS_LABEL: Final = AnyCase(r"\W*(?:status|resultat|betyg|omdöme|result|grade)\s*:?\s*$")
LABEL_OF_DAY: Final = re.compile(
    rf"(?P<label>\W*{OF_WHAT}(?:är\s+|blev\s+)?(?:{DONE_LABEL}|godkänd(?:\s+den)?|"
    r"(?:avslutnings)?datum|(?:end\s+)?date|date\s+of\s+completion|completed(?:\s+on)?)"
    r"\s*:?)(?:\s+\w+){0,2}\s*",
    re.IGNORECASE,
)
CAPTION: Final = re.compile(r"[^\W\d][^\d:,.]{3,45}")
# "Kim Berg, anställd hos oss, har", ", 2023-04-12 slutförde": what is said between is not said
# of the day.
CLAUSE: Final = re.compile(
    r"(?<!§)[,)]\s+(?=(?:som\s+)?har\b|has\b|(?:den|on)\s+§|(?:§\s*)?(?:har|has|"
    rf"{ACTIVELY})\b)",
    re.IGNORECASE,
)
# "Slutprov godkänt" may be a day before the rest was done.
PART: Final = AnyCase(r"(?:test|prov)(?!.*\b(?:och|samt)\s+\w*(?:kurs|utbildning)(?:en)?\b)")
# A part that is not the last, of which many more may follow.
FIRST_PART: Final = re.compile(
    rf"\b{PARTS}\w*|introduktion(?!s\w)|\bför(?:kunskap|test)", re.IGNORECASE
)
# What has to do with a course and is none: "Kursavgift godkänd".
BESIDE_COURSE: Final = AnyCase(
    r"\b(?:kurs|utbildnings)\w*(?:avgift|kostnad|faktura|betalning|material|litteratur|bok|paket|"
    r"anmälan|ansökan|bokning|beställning|enkät|utvärdering|plats|plan|start|val|ledighet)(?:en|et|n)?\b"
    r"|\b(?:course|training)\s+(?:fee|application|booking|plan|material|evaluation)\b"
)
# "Är klar med kursen sedan den": a state is of the day that it began.
SINCE: Final = re.compile(
    r"(\bär\s+(?:nu\s+)?(?:klar|färdig|godkänd)\b.{0,100})\bsedan(?:\s+den)?\s*$", re.IGNORECASE
)
# These say what it was that was completed, and when: "skulle ha slutförts".
WORDS_BEFORE: Final = 3
WORD_BEFORE: Final = re.compile(r"(?!(?:den|har)\b)\b\w+(?:\.\w+)*", re.IGNORECASE)


class Kind(IntEnum):
    """How surely a day is that of completion."""

    OTHER = 0
    UNKNOWN = 1
    ISSUED = 2
    BARE = 3
    LABELLED = 4
    DOUBTED = 5
    UNCLEAR = 6
    COMPLETED = 7


# Among which days there must be no other one. Words of completion that may be about something
# else, "Slutprov godkänt", are believed only where they stand alone, and not at all where more is
# told before the day, "genomfört enligt avtal av". A day of something unknown is never believed,
# and may be the right one where nothing better than the day of issue is found.
RIVALS: Final = {
    Kind.COMPLETED: {Kind.COMPLETED},
    Kind.UNCLEAR: {Kind.UNCLEAR, Kind.DOUBTED, Kind.LABELLED, Kind.BARE, Kind.UNKNOWN},
    Kind.DOUBTED: {Kind.DOUBTED},
    Kind.LABELLED: {Kind.LABELLED},
    Kind.BARE: {Kind.BARE, Kind.ISSUED, Kind.UNKNOWN},
    Kind.ISSUED: {Kind.ISSUED, Kind.UNKNOWN},
}


# Certificates of a pile share most of their labels.
@lru_cache(maxsize=2000)
def label_in(words: str) -> str:
    """What of the words says which day it is: the last field's, and not how long it took."""
    words = SINCE.sub(r"\1", with_course_days(words))
    words = OBJECT.sub("kursen", CALLED.sub(" ", INCLUDING.sub(" ", _without_asides(words))))
    words = _without_last_part(words)
    if field := LAST_FIELD.search(words):
        words = field["label"]
    return with_last_day(words)


def _without_last_part(words: str) -> str:
    """The words without the test that was passed, where the rest is told before it."""
    passed = AND_PASSED.search(words)
    if not passed or not COMPLETED_DAY.search(words[: passed.start()]):
        return words
    return f"{words[: passed.start()]} {words[passed.end() :]}"


def _without_asides(words: str) -> str:
    """The words without what a title is in another language, or is explained with.

    What tells of parts or of days is kept.
    """

    def kept(found: re.Match[str]) -> str:
        rules = (PART, FIRST_PART, OTHER_TIME, OTHER_DAY, COMPLETED_DAY, ISSUED)
        return found.group() if any(one.search(found.group()) for one in rules) else " "

    words = TRANSLATED.sub(kept, words) if "(" in words else words
    return EXPLAINED.sub(kept, words)


def kind_of(words: str, own: frozenset[str]) -> Kind:
    """How surely words like these stand by the day of completion."""
    told = told_kind(words, own)
    return (Kind.UNKNOWN if _is_other_label(words) else Kind.BARE) if told is None else told


@lru_cache(maxsize=2000)
def _is_other_label(words: str) -> bool:
    return bool(OTHER_LABEL.fullmatch(words.strip()))


@lru_cache(maxsize=2000)
def told_kind(words: str, own: frozenset[str]) -> Kind | None:
    """The kind that words of days tell, None where there are none."""
    completed = list(COMPLETED_DAY.finditer(words))
    if completed:
        return _kind_of_completion(words, completed[-1], own)
    if OTHER_DAY.search(words):
        return Kind.OTHER
    if ISSUED.search(words):
        return Kind.ISSUED
    if DAY.search(words):
        return Kind.UNKNOWN if says_more(WHOLE_DAY.sub(" datum", words), own) else Kind.LABELLED
    return None


def _kind_of_completion(words: str, said: re.Match[str], own: frozenset[str]) -> Kind:
    """Whether it is the course that is said to be completed, by nobody else than the person."""
    before = CLAUSE.split(words[: said.end()])[-1].removesuffix(said.group())
    near = " ".join(WORD_BEFORE.findall(before)[-WORDS_BEFORE:])
    for around in (f"{near} {said.group()}", words[said.end() :]):
        if OTHER_TIME.search(around):
            return Kind.OTHER
        if OTHER_DAY.search(around):
            return Kind.UNKNOWN
    did = DID.search(words)
    if did:
        return Kind.UNCLEAR if unknown_words(words[did.end() :], own) else Kind.COMPLETED
    rest = f"{words[: said.start()]} {words[said.end() :]}"
    is_part = PART.search(before) or FIRST_PART.search(before)
    return Kind.UNCLEAR if is_part or unknown_words(rest, own) else Kind.COMPLETED


def doubted(kind: Kind, words: str, own: frozenset[str]) -> Kind:
    """The kind of a day behind such words on its row, where they may be about something else."""
    if kind == Kind.BARE and says_more(words, own):
        return Kind.UNKNOWN
    if kind == Kind.UNCLEAR:
        before, behind = _around_completion(words)
        is_label = not NO_WORDS.sub("", behind) and len(before.split()) <= WORDS_BEFORE
        is_other = is_label and _is_of_something_else(before, own)
        return Kind.DOUBTED if is_other or says_more(behind, own) else kind
    return kind


def _around_completion(words: str) -> tuple[str, str]:
    """What is told before the words of completion, and what behind them."""
    found = [said.span() for said in COMPLETED_DAY.finditer(words)]
    return (words[: found[0][0]], words[found[-1][1] :]) if found else ("", words)


def _is_of_something_else(before: str, own: frozenset[str]) -> bool:
    """Whether it is not the course that is completed: "Betalning genomförd", "Kapitel 1 klart"."""
    is_beside = FIRST_PART.search(before) or BESIDE_COURSE.search(before)
    return bool(is_beside) or says_more(f"{before} klar", own)


@lru_cache(maxsize=2000)
def says_more(words: str, own: frozenset[str]) -> bool:
    """Whether anything is told but of the course, its place and who held it: "första gången".

    Names and places are not looked into: a capital, unless it only begins the sentence.
    """
    parts = words.replace("§", " ").split()
    if words.isupper() and len(parts) > 2:
        parts = [part.lower() for part in parts]
    told = (
        part
        for before, part, after in zip([".", *parts], parts, [*parts[1:], "."], strict=False)
        if not _is_name(part, before, after) and not HELD.fullmatch(part.strip(".,:;()"))
    )
    return bool(unknown_words(" ".join(told), own))


def _is_name(part: str, before: str, after: str) -> bool:
    """Whether it has its capital not only because a sentence or a label begins with it."""
    if not part[0].isupper():
        return is_particle(part)
    is_alone = part.endswith(PHRASE_END) or bool(NAME_ENDS.fullmatch(after))
    return is_alone or not before.endswith(PHRASE_END)
