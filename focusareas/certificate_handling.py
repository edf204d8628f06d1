"""Papers about a certificate: that it was handed in, sent, asked for, filed or is to come.

Their day is that of what was done with it. One that also says who completed a course, or when, is
read as the certificate that it is or stands for.
"""

from collections.abc import Sequence
from typing import Final

from focusareas.certificate_completions import completions
from focusareas.certificate_day_words import Kind, kind_of
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_remark_words import OF_PAPER
from focusareas.certificate_written_days import WRITTEN

HEADING_LINES: Final = 5
LONGEST_LABEL: Final = 5

# What is done with a paper that there is already: "mottaget", "inskickade", "har laddats upp".
# How every paper comes about, "hämtat", "utskrivet", tells nothing.
HANDED: Final = (
    r"(?:motta(?:gen|get|gna|gits|gs)|ta(?:git|gits|gen|get|gna)\s+emot|inkom(?:men|met|na|mit)|"
    r"(?:in|över|ut|av)?-?lämna(?:d|t|de|ts|des)(?:\s+in)?|"
    r"(?:in|av|till|vidare)?-?(?:skicka|befordra)(?:d|t|de|ts|des)(?:\s+(?:in|vidare))?|"
    r"vidarebefordra(?:d|t|de|ts|des)|(?:in|över|åter|till)sän(?:d|t|da|ts|des)|"
    r"(?:upp|in)-?ladda(?:d|t|de|ts|des)|ladda(?:ts|des|t)\s+(?:upp|in)|"
    r"(?:in-?)?(?:skanna|scanna)(?:d|t|de|ts|des)(?:\s+in)?|"
    r"(?:arkivera|registrera|kvittera|leverera|expediera|efterfråga|hantera)(?:d|t|de|ts|des)|"
    r"(?:diarieför|begär|beställ|inläs)(?:d|t|da|ts|des)|bortkommet|förlorat|"
    r"(?:digitalisera|returnera)(?:d|t|de|ts|des)|"
    r"received|submitted|uploaded|forwarded|archived|scanned|requested|delivered|sent|filed)"
)
# What is also said of courses, or by whom: "Godkänd", "Attesterad av".
JUDGED: Final = (
    rf"(?:{HANDED}|godkän(?:d|t|da|ts|des)|(?:granska|attestera)(?:d|t|de|ts|des)|approved)"
)
BETWEEN: Final = r"(?:(?:är|har|blev|blivit|nu|härmed|also|is|was|has|have|been)\s+){0,3}"
OURS: Final = r"(?:(?:ditt|dina|ett|det|följande|the|your|a|following)\s+){0,2}"
PAPER: Final = rf"(?:{OF_PAPER}|certificates?|diplomas?)"
A_PAPER: Final = AnyCase(r"intyg|bevis|diplom|certifi")
# "Kursintyg mottaget", "Inskickade intyg", "Vi har tagit emot ditt intyg"
PAPER_HANDED: Final = AnyCase(
    rf"\b{PAPER}(?:\s+of\s+\w+)?\W+{BETWEEN}{JUDGED}\b|\b{JUDGED}\s+{OURS}{PAPER}\b|"
    rf"\bvi\s+har\s+(?:nu\s+)?(?:fått|noterat)\s+(?:in\s+)?{OURS}{PAPER}\b"
)
# "Intyg att signera", "Ditt intyg är på väg", "Intyget ligger i personakten"
PAPER_UNDERWAY: Final = AnyCase(
    rf"\b{PAPER}\s+(?:(?:att|för|till)\s+(?:signer|attest|gransk|undersk|arkiv|hämt|registr)\w*|"
    r"(?:är\s+)?(?:på\s+väg|i\s+retur|åter\b)|is\s+on\s+its\s+way|request|"
    r"(?:ligger|finns)\s+(?:\w+\s+)?i\s+(?:person|akt|arkiv|pärm)\w*|delas\s+ut|lämnas\s+vid)"
    rf"|\bnytt\s+{PAPER}\s+(?:i|på|till|finns)\b"
)
HANDED_BY: Final = AnyCase(rf"\W*(?!registrera){HANDED}\s+(?:av|by)\b")
HANDED_ALONE: Final = AnyCase(rf"\W*{HANDED}\W*$")
# "Bifogat finns intyget för", "Intyget bifogas", and not "Bifogat finner du ditt intyg"
ENCLOSED: Final = (
    r"(?:bifoga(?:s|r|d|t|de)|medfölj(?:er|ande)|medskicka(?:s|r|d|t|de)|översänd(?:s|er)|översänt|"
    r"närslut(?:s|et|en)|se\s+bilaga|skickar|sänder|skickas\s+med|enclosed|attached)"
)
PAPER_ENCLOSED: Final = AnyCase(
    rf"\b{ENCLOSED}\b(?!\s+(?:finner\s+du\s+)?(?:här\s+)?(?:ett|ditt|your)\b)[^.!?]{{1,60}}?\b{PAPER}\b|"
    rf"\b{PAPER}\b[^.!?]{{1,60}}?\b{ENCLOSED}\b"
)
# "Intyget utfärdas efter kursen", "Intyg får du när kursen är avslutad"
TO_COME: Final = AnyCase(
    rf"\b{PAPER}\s+(?:[^\W\d]+\s+){{0,3}}?(?:(?:utfärd|skick|del|lämn|hämt|skriv)a?s|ges|fås|får|erhålls|"
    r"kommer|issued|sent)\s+(?:[^\W\d]+\s+){0,4}?(?:efter|när|då|after|once|when)\b|"
    rf"\bfår\s+(?:du\s+)?(?:(?:ett|ditt)\s+)?{PAPER}\s+(?:[^\W\d]+\s+){{0,4}}?(?:efter|när)\b|"
    r"\b(?:efter|när)\s+(?:[^\W\d]+\s+){1,4}?(?:får\s+(?:du|ni)|skickas|utfärdas|ges|fås)\s+"
    rf"(?:(?:ett|ditt)\s+)?{PAPER}\b"
)
# What is told to those who are to come.
BEFOREHAND: Final = AnyCase(
    r"\bplats(?:en)?\s+(?:är\s+)?(?:bokad|reserverad)\b|\b(?:samling|insläpp|incheckning)\s+(?:sker\s+)?(?:från\s+)?kl\b|"
    r"\b(?:kursen|utbildningen|kursdagen|dagen|vi|course)\s+(?:startar|börjar|inleds|starts|begins)\s+(?:kl|klockan|den|at|on|\d)|"
    r"\bvi\s+ses\b|\bmedtag\b|\bta\s+(?:gärna\s+)?med\s+(?:dig\s+|er\s+)?(?!\w*(?:intyg|bevis|kopi|det|den)\w*)\w+|"
    r"\b(?:lunch|fika|kaffe|förtäring)\s+(?:ingår|serveras)\b|\b(?:mat)?allergi\w*|\bspecialkost\b|"
    r"\bparkering\b|\binsläpp\b|\bhittar?\s+hit\b|\blänk(?:en)?\s+till\s+mötet\b|"
    r"\bdin\s+uppkoppling\b|"
    r"\b(?:innan|före)\s+(?:kursen|utbildningen|start\w*)\b|\bdelas\s+ut\s+på\s+plats\b|\buteblir\b|"
    r"\bmöter\s+upp\b|\bavbok(?:as|ning)\b|\bbetalningsvillkor\b|\b(?:anmälan|bokningen)\s+är\s+bindande\b"
)
# What is laid upon a certificate or goes with it, and what is kept of it.
COVER: Final = AnyCase(
    r"[^\w-]*(?:[\w-]*(?:kvitto|kvittens|omslag)|"
    r"(?!kurs|utbildning|kompetens|resultat|betyg)[\w-]{3,}(?:blad|kort|flik|stämpel|underlag)(?=\W*$)|"
    r"(?:följe|med)(?:brev|sedel|skrivelse)|missiv\w*|person(?:al)?akt|akt(?=\s+\d)|fax\b|"
    r"internpost|utlämnande|"
    r"(?:inkom(?:men|na|mande)|utgående)\s+(?:handling|post)\w*|handling\s*:|"
    r"(?:in)?s[kc]anning\w*|delegering\w*|etikett|avisering|avi|notifiering|notis|sändlista|"
    r"ärende(?:kvitto|blad|kort)?|leverans\w*|mottagnings(?!enhet|team|grupp|funktion|sekreterar|sektion|avdelning)\w+|"
    r"cover\s+(?:sheet|page|letter)|(?:letter\s+of\s+)?transmittal|receipt|delivery\s+note|"
    r"acknowledge?ment)\b"
)
# "Detta diplom ges till", "Tilldelas"
AWARDED: Final = AnyCase(
    r"\btilldela(?:s|ts|des)\b|\bawarded\s+to\b|"
    rf"\b(?:detta|this)\s+{PAPER}\s+(?:\w+\s+)?(?:(?:utfärd|överlämn)a(?:s|des|ts)|ges|delas\s+ut|issued|presented)\b"
)
# "har Kim Berg genomfört", "Kursen är avslutad"
HAS: Final = AnyCase(
    r".*\b(?:har|hade|have|has|att|that)\s+(?:(?!\w*intyg|certif)[^\s.!?:]+\s+){0,6}$"
)
IS: Final = AnyCase(
    r".*\b(?:kursen|utbildningen|course|training|du|hon|han|hen|you|"
    r"(?:att|that)\s+(?!\w*intyg)(?:[^\W\d][\w-]*\s+){0,4}[^\W\d][\w-]*)\s+(?:är|blev|is|are|was)\s+(?:\w+\s+)?$"
)
SUPINE: Final = AnyCase(r".*(?:t|ts|ed)(?:\s|$)")
DID: Final = AnyCase(
    r"(?:(?:genomför|slutför|fullfölj|fullgjor)de|genomgick|(?:avsluta|klara|avklara)de|deltog|"
    r"närvarade|medverkade|klar\s+med|completed|participated|attended|passed)$"
)
# "Efter genomförd kurs", "när kursen är avslutad": of anybody, and not yet.
ONCE: Final = AnyCase(r".*\b(?:efter|när|innan|sedan|after|when|once|if|before)\b[^.!?]*$")


def is_about_a_certificate(page: Page) -> bool:
    """Whether it tells what is done with a certificate, and not that a course was completed."""
    headings = page.lines[:HEADING_LINES]
    is_one = any(map(_is_cover, headings)) or any(map(HANDED_ALONE.match, headings))
    return (is_one or any(map(_tells_of_handling, page.lines))) and not _tells_completion(page)


def _is_cover(line: str) -> bool:
    """Whether it is the heading of what goes with a paper, and not a receipt of a course."""
    return bool(COVER.match(line)) and not completions(line)


def _tells_of_handling(line: str) -> bool:
    of_paper = (
        (PAPER_HANDED, PAPER_UNDERWAY, PAPER_ENCLOSED, TO_COME) if A_PAPER.search(line) else ()
    )
    is_told = any(one.search(line) for one in (*of_paper, BEFOREHAND))
    return is_told or bool(HANDED_BY.match(line))


def _tells_completion(page: Page) -> bool:
    """Whether it says that somebody completed the course, or is given for it, or when."""
    return says_who_did(page.lines) or any(_has_day(page, piece) for piece in page.pieces)


def says_who_did(lines: Sequence[str]) -> bool:
    """Whether a sentence says that somebody completed something, or is given the paper for it."""
    text = " ".join(lines)
    if AWARDED.search(text):
        return True
    for done in completions(text):
        before = text[max(0, done.start() - 80) : done.start()]
        has_done = HAS.match(before) and SUPINE.match(done.group())
        if (has_done or IS.match(before) or DID.match(done.group())) and not ONCE.match(before):
            return True
    return False


def _has_day(page: Page, piece: Piece) -> bool:
    """Whether the piece says when something was completed, or is the label of that day."""
    day = WRITTEN.search(piece.text)
    label = piece.text[: day.start()] if day else piece.text
    near = () if day else (*page.beside(piece)[:1], *page.below(piece)[:1], *page.above(piece)[:1])
    is_told = bool(day) or any(WRITTEN.match(other.text) for other in near)
    if is_told and kind_of(label.strip(" :."), frozenset()) is Kind.COMPLETED:
        return True
    for done in completions(piece.text):
        if ONCE.match(piece.text[: done.start()]):
            continue
        if WRITTEN.search(piece.text[done.end() :]):
            return True
        if is_told and not day and len(piece.text.split()) <= LONGEST_LABEL:
            return True
    return False
