"""Whether a page is a certificate at all: it says that somebody completed something."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import Final

from focusareas.certificate_completions import DONE, PERSON_DID
from focusareas.certificate_handling import is_about_a_certificate
from focusareas.certificate_hearsay import is_hearsay
from focusareas.certificate_kinds import NOUN, NUMBERED, OF_COURSE
from focusareas.certificate_mails import is_mail_about_one
from focusareas.certificate_neutral import known_beginning, unknown_words, words_of
from focusareas.certificate_pages import Page, Row
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_remark_words import HANDLED
from focusareas.certificate_specimens import TEMPLATE, is_stamped
from focusareas.certificate_tables import heading_of
from focusareas.certificate_written_days import WRITTEN

HEADING_LINES: Final = 5

NAMED: Final = AnyCase(
    rf"\b{OF_COURSE}{NOUN}\b|\bintyg(?:as|ar)\b|\b{OF_COURSE}intygs?{NUMBERED}|"
    r"^\W*(?:kurs|utbildnings|studie)resultat(?:et)?\W*$|^\W*course\s+results?\W*$|"
    r"\bdiploma\b|^\W*(?:grattis|gratulerar|congratulations)\W*$|"
    r"\butdrag\s+ur\s+(?:kompetens|utbildnings|kurs|merit)\w*|\b(?:kompetens|utbildnings|kurs)kort\b|"
    r"\b(?:statement|record|confirmation)\s+of\s+(?:completion|accomplishment|achievement)\b|"
    r"\bcertifi(?:cate|cation|ed|es|er)|\bcertify|\w*märke\b|\bbadge|"
    r"\butfärda[dt]\s+till|\b(?:awarded|issued)\s+to\b|\b(?:of|course)\s+completion\b"
)
# What promises a certificate, or asks for one, is none.
PROMISE: Final = AnyCase(
    r"\b(?:får|fås|ges|delas\s+ut|skickas|bifoga\w*|skicka|lämna\w*|ta\s+med|önska\w*|behöver|måste|"
    r"ska|skall|kommer|saknas?|när\s+du|(?<!tack )för\s+att|"
    r"(?<!kurs för )(?<!kursen för )(?<!bildning för )(?<!bildningen för )(?:den|de|alla)\s+som|"
    r"(?:den|de|alla)\s+som(?!\s+(?:möter|träffar|arbetar|jobbar)\b)|"
    r"efter\s+genomförd|bör|ladda\s+(?:ner|upp)|hämta|will|must|should)\b|\?\s*$"
    r"|(?:^|[.!?]\s)\W*har\s+(?:du|ni|alla|vi)\b"
)
# What is handed over with these words is no promise.
HANDED_OVER: Final = AnyCase(
    rf"\b(?:får\s+(?:du\s+)?(?:(?:därför|därmed|nu|härmed)\s+)?detta\s+\w*{NOUN}|"
    rf"får\s+(?:du\s+)?(?:härmed|här)\s+(?:ett|ditt)\s+\w*{NOUN}|"
    rf"här\s+kommer\s+(?:ditt\s+)?\w*{NOUN}|bifogat\s+finner\s+du\s+(?:här\s+)?ditt\s+\w*{NOUN}|"
    rf"detta\s+\w*{NOUN}\s+(?:ges|delas\s+ut)\b|"
    r"efter\s+genomförd[^.!?]*\butfärdas\s+(?:härmed|detta)\b)"
)
# "Bekräftelse på slutförd kurs": what was done follows.
RECEIPT: Final = AnyCase(
    r"^\W*(?:bekräftelse|kvitto|confirmation|receipt)\s+(?:(?:på|av|om|of)\b|[–—-])"
)
OTHER_HEADING: Final = AnyCase(
    r"\b(?:dagordning|agenda|schema|kursprogram|\w{3,}behov|underlag\s+för\s+ersättning|"
    r"(?:registration|booking|enrolment)\s+confirmation|(?:kurs)?inbjudan|kallelse|påminnelse|"
    r"offert|protokoll|(?:boknings|anmälnings)bekräftelse|"
    r"utbildningsplan|kompetens\w*(?:plan|profil|matris|kartläggning|inventering|analys|behov|mål)\w*|utvecklingsplan|\w{3,}samtal\w*|registrering\w*|antagning\w*|"
    r"välkommen(?=\W*$|\s+(?:att(?!\s+(?:höra|kontakta|mejla|ringa))|som|alla|den|hit|med|på|till(?!\s+(?:\w+\s+)?\w*(?:portal|plattform|akademi))\b)\b)|(?:själv|för|övnings)test\w*(?!\s+\w+\s*:?\s*(?:den\s+)?\d)|"
    r"(?!sign\w+s?översikt|signatur)\w{3,}översikt|(?!kurs|verifiering|intyg|märk|\w+_status)\w{3,}status|pressmeddelande|lönebesked|"
    r"invitation|(?<!training\s)(?<!the\s)programme|invoice|attendance list|newsletter|minutes|"
    r"application)\b"
    r"|^\W*årets\b|(?:(?<!oros)anmälan(?!\s+(?:&|och)\s+närvaro)|ansökan|beställning|bokning|faktura|förteckning|anteckningar)\b"
    r"|\b\w{2,}[gklnprst]lista\b"
    r"|(?:^|\s)(?:övnings|del|diagnos)prov(?:et)?(?:\s+\d{1,2})?\W*$"
)
# Other papers are called so, and sentences speak of these as well: "Kakor används för statistik."
OTHER_NOUN: Final = AnyCase(
    r"\b(?:(?:enkät|\w*utvärdering)\b(?!\s*:\s*\S)|rapport|sammanställning|statistik|nyhetsbrev|riktlinjer?|policy|"
    r"blankett|lista|\w*rutin)\b"
)
# "Listan intygas av kursledaren": of whoever is in it.
LIST: Final = AnyCase(r"\W*(?:kurs|utbildnings)lista\W*$")
ATTESTED: Final = AnyCase(r"\W*(?:kurs)?listan\s+(?:intygas|bekräftas|attesteras)\s+av\b")
SENTENCES: Final = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[A-ZÅÄÖ])")
SENTENCE: Final = AnyCase(r"(?:\S+\s+){2,}.*[^\W\d_]{2}[.!]\W*$")
IMPRINT: Final = AnyCase(
    r"(?:^|\s)[^\w\s]{0,2}(?:[\w-]*-)?(?:blankett|formulär)\w*\W++"
    r"(?:fastställ\w*|version|utgåva|reviderad|upprättad|nr|[a-z]{0,3}\W?\d)"
    rf"|(?:^|[.!|–-]\s)(?:rapport|sammanställning|lista)(?:en|n)?\s+(?:(?:är|har|senast)\s+)?{HANDLED}\b"
)
# "Blankett: Intyg om genomgången utbildning": the kind of paper, and what it is called.
KIND: Final = AnyCase(r"^\W*(?:blankett|formulär|(?P<report>(?:\w+-)?rapport))\s*[:–—-]\s*")
OF_LEARNING: Final = AnyCase(
    r"(?:(?:ut)?bildnings?|kurs|kompetens|lärande|studie)-?(?:aktivitet|insats|tillfälle|resultat|"
    r"historik|post|prestation)?(?:en|et)?\W*$|enskild\s+\w+\W*$|"
    r"(?:per\s+)?(?:individ|person|deltagare|användare|elev|student|medarbetare)\W*$"
)
# "Genomförda kurser per enhet", "Antal: 14": of so many people, and not of one.
OF_MANY: Final = AnyCase(
    r"\b(?:per|fördela[dt]e?\s+(?:på|per|efter))\s+"
    r"(?:\w*(?:enhet|grupp|avdelning|förvaltning|sektion|verksamhet|arbetsplats|kommun|team)(?:er|ar)?|"
    r"region|område|yrke|roll|kurs|utbildning|månad|år|chef)\W*$"
)
HOW_MANY: Final = AnyCase(
    r"^\W*(?:totalt\s+)?(?:antal|andel)(?:et|en)?(?:\s+(?:genomför|slutför|avsluta|avklara|godkän|"
    r"klar|deltag|person|medarbet|anställ|användar)\w*)?\s*(?::(?!\s*1\b).*|\(.*)?$"
    r"|\d+\s+(?:av|of)\s+\d+\s+(?:deltagare|personer|medarbetare|anställda|användare)\b"
)
# What is of one person, whose name is left out, or of what was done, is a record of it.
PERSONAL: Final = AnyCase(
    r"\b(?:personlig|individuell|min|din)t?\s+\w*(?:rapport|sammanställning|statistik|lista)\b"
    r"|^\W*\w*(?:rapport|sammanställning|statistik|lista|översikt)\s+(?:för|över|om|avseende|gällande)\s+§\W*$"
)
OF_WHAT_WAS_DONE: Final = AnyCase(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?:registrering|dokumentation|notering|attest|attestering|registration|record)\s+"
    r"(?:av|om|på|över|för|of)\s+(?:(?:din|en|ett|your|an?)\s+)?"
    r"(?:genomför|slutför|fullfölj|genomgång|fullgjor|avsluta|avklara|godkän|complet)(?:d|t|en|et|ed)\b"
)
# "Begäran om kursintyg", "Underlag för intyg": what comes first says what it is.
ABOUT_ONE: Final = AnyCase(
    rf"^\W*(?!\w*(?:kopia|utdrag|avskrift|utskrift|grattis|gratulation\w*)\b)\w+\s+"
    rf"(?:om|för|över|av|kring)\s+(?:(?:ditt|mitt|ett|nytt)\s+)?\w*{NOUN}\b(?!(?<=et)\W*\w)"
)
# "Intyg om befrielse", "Bevis på din anmälan"
ABOUT: Final = re.compile(
    rf"^\W*\w*{NOUN}\s+(?P<about>om|på|över|för|avseende|gällande|rörande)\s+"
    r"(?:(?:din|ditt|en|ett|er|kursens)\s+)?(?P<what>\S+)",
    re.IGNORECASE,
)
ABOUT_LEARNING: Final = AnyCase(
    r"(?:kompetens(?:utveckling)?|(?:fort|vidare)bildning|närvaro|studier|kunskaper)$"
)
# "Certificate of enrolment", "Letter of admission"
OF_ANOTHER_ACT: Final = AnyCase(
    r"^\W*(?:\w+\s+)?(?:certificate|diploma|statement|record|confirmation|proof|letter|transcript)\s+of\s+"
    r"(?!(?:(?!regist|enrol|booking|admission|application)[\w-]+\s+){0,2}?(?:complet(?:ion|ed)|passed|"
    r"finished|attended|confirmation(?=\W*$)|accomplishment|achievement|attendance|participation|merit|"
    r"excellence|training|course|competence)\b)"
)
# A label as well, below the heading of a certificate.
PROGRAMME: Final = AnyCase(r"(?<!\bdagens\s)\bprogram\b(?!\s*:\s*\S)")
# "Arbetsgivarintyg, genomgången kurs"
OVER_COURSE: Final = (
    r"\W+(?:(?:om|över|på|för|avseende)\s+)?"
    r"(?:genomgång|genomför|slutför|fullfölj|avslut|avklar)\w*\s+\w*(?:kurs|utbildning)"
)
OF_SOMETHING_ELSE: Final = AnyCase(
    rf"^\W*(?!{OF_COURSE}{NOUN}\b|arbetsgivarintyg{OVER_COURSE})\w+{NOUN}\b|^\W*intygs(?!{NUMBERED})\w+\W*$"
)
# In small letters, in capitals or alone, since it is a surname as well.
# What can be chosen on a web page is no heading of it.
MENU: Final = re.compile(r"(?:.*\s[·|•›»▸►>→/]\s){2}|\s*[✓✔☑]")
FEWEST_IN_MENU: Final = 4
LONGEST_IN_MENU: Final = 2
# "Checklista för bedömning av risk" is what a course teaches, below the heading of a certificate.
TAUGHT: Final = AnyCase(
    r"\W*checklista\s+(?:för|vid)\s+(?:strukturerad\s+)?\w*(?:risk|bedöm|hot)\w*\s+(?:av|för|vid|om)\b"
)
# A form of casework says whose case it is, or whether its writer has been taught.
OF_A_CASE: Final = AnyCase(
    r"^\W*(?:ärende|klient|brukare|patient|bedömare|bedömning\s+gjord|utredare|dnr|diarie|aktnummer)\w*"
    r"(?:\s+[\w/.-]{1,12}){0,2}\s*(?:[:,].*)?$"
)
ANSWERED: Final = AnyCase(r":\s*(?:ja|nej|yes|no)\W*$")
# "08.30 Kaffe och registrering" is what happens on the day.
AT_CLOCK: Final = re.compile(
    r"(?<!\S)(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+[^\W\d].*"
)
OTHER_PAPER: Final = AnyCase(
    r"\b(?:inbjudan|kallelse|deltagarlista|närvarolista|meritförteckning|curriculum vitae|cv|"
    r"arbetslivserfarenhet\w*|att betala|(?!0\s*kr)\d+\s*(?:kr|kronor|sek)|ocr|fakturan\w+|"
    r"mötesanteckningar|"
    r"(?:genomförda|genomgångna|avslutade|avklarade)\s+(?:kurser|utbildningar)(?=\s*:(?!\s*1\b))|"
    rf"minnesanteckningar|(?:tjänstgörings|anställnings|arbets|läkar|sjuk)intyg\w*|arbetsgivarintyg(?!{OVER_COURSE})\w*|"
    r"registreringsbevis|antagningsbesked)\b"
)
# When it was done, with what only a course is said to be where such a word stands alone.
DONE_ON: Final = AnyCase(
    r"\W*(?:(?:kurs|utbildning)(?:en)?\s+|course\s+)?(?:(?:är|blev|was|is)\s+)?"
    r"(?:klart?|färdigt?|uppnådd|erövra[dt]|finished|earned|achieved)\s*(?:den|on)?\s*:?\s*$"
)
# What is done for those whom one works with, by what courses are named after: "Riskbedömning".
OF_CASEWORK: Final = AnyCase(
    r"^\W*(?:\w*(?:bedömning|utredning|anteckning)(?:en|ar)?|(?:genomförande|handlings|vård|skydds)plan|"
    r"dokumentation|insats(?:en)?|(?:slut)?rapport\s+\w*insats\w*)\W*$"
)
OF_LEARNERS: Final = AnyCase(r"\w*(?:kurs|utbildning|deltagar)|\bdeltagit\b")
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


def is_certificate(
    page: Page, own: frozenset[str] = frozenset(), names: Sequence[str] = ()
) -> bool:
    """Whether it says that somebody completed something, and not that it is another paper.

    `own` are the words of courses' names, and `names` those of its holder.
    """
    lines = page.lines
    said = (_without(names, piece.text) for piece in page.pieces)
    return (
        (any(map(_is_named, lines)) or any(_says_done(text, own) for text in said))
        and not _is_other_paper(page, names, own)
        and not any(map(is_stamped, lines))
        and not is_about_a_certificate(page)
    )


def _without(names: Sequence[str], text: str, sign: str = "") -> str:
    """The text without the names, so that what is said of everybody is said alike."""
    for name in names:
        text = text.replace(name, sign)
    return text


def _is_menu(row: Row) -> bool:
    """Whether it is a row of short words of one size, of which none calls the paper anything."""
    return len(row) >= FEWEST_IN_MENU and all(
        len(piece.text.split()) <= LONGEST_IN_MENU
        and piece.text.replace(" ", "").isalpha()
        and piece.size == row[0].size
        for piece in row
    )


# Certificates of a pile share most of their lines.
@lru_cache(maxsize=2000)
def _is_named(line: str) -> bool:
    return bool(NAMED.search(line)) and not _is_promise(line)


def _is_promise(text: str) -> bool:
    given = HANDED_OVER.search(text)
    return bool(PROMISE.search(f"{text[: given.start()]} {text[given.end() :]}" if given else text))


@lru_cache(maxsize=2000)
def _says_done(text: str, own: frozenset[str]) -> bool:
    """Whether it is a course, or what a person did, that is said to be done."""
    day = WRITTEN.search(text)
    if day and DONE_ON.match(text[: day.start()]):
        return True
    text = text[kind.end() :] if (kind := KIND.match(text)) else text
    if _is_promise(text):
        return False
    return any(_is_of_course(done, sentence, own) for sentence, done in _first_done(text))


def _first_done(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The sentences that say that something was done, each with the word that first says so."""
    for sentence in SENTENCES.split(text):
        if done := DONE.search(sentence):
            yield sentence, done


def _is_of_course(done: re.Match[str], text: str, own: frozenset[str]) -> bool:
    before, after = text[: done.start()], text[done.end() :].split()[:1]
    receipt = RECEIPT.match(before)
    before = before[receipt.end() :] if receipt else before
    is_told = PERSON_DID.search(f"{before}{done.group()}") or not unknown_words(before, own)
    is_of_learning = any(map(OF_LEARNING.match, after))
    return bool(is_told) and (is_of_learning or not unknown_words(" ".join(after), own))


def _is_other_paper(page: Page, names: Sequence[str], own: frozenset[str]) -> bool:
    lines, headings = page.lines, page.lines[:HEADING_LINES]
    contents = _contents_of_course(lines)
    is_attested = _is_attested_list(page)
    called = (
        _without(names, line, "§")
        for line, row in zip(headings, page.rows, strict=False)
        if not (_is_menu(row) or line in contents or (is_attested and LIST.match(line)))
    )
    if any(_is_other_heading(line, own) for line in called) or _is_of_many(page):
        return True
    above = takewhile(lambda line: not HEADING.match(line), headings)
    if any(PROGRAMME.search(line) and line not in contents for line in above):
        return True
    if any(map(OF_CASEWORK.match, headings)) and not any(map(_is_of_learning, lines)):
        return True
    return any(map(OTHER_PAPER.search, lines)) or is_hearsay(lines) or is_mail_about_one(lines)


def _is_attested_list(page: Page) -> bool:
    """Whether one row stands between the headings of a list and who attests it."""
    thrice = zip(page.rows, page.rows[1:], page.rows[2:], strict=False)
    return any(heading_of(top) and ATTESTED.match(below[0].text) for top, _, below in thrice)


def _is_of_many(page: Page) -> bool:
    """Whether its heading says that it counts what many did, or it is a report with such counts."""
    headings = page.lines[:HEADING_LINES]
    if any(map(OF_MANY.search, headings)):
        return True
    is_report = any(kind["report"] for kind in map(KIND.match, headings) if kind)
    return is_report and any(HOW_MANY.match(piece.text) for piece in page.pieces)


def _is_of_learning(line: str) -> bool:
    return bool(NAMED.search(line) or OF_LEARNERS.search(line))


def _contents_of_course(lines: Sequence[str]) -> frozenset[str]:
    """What the course held, on a page that is headed as a certificate as well.

    It is what stands over the hours of the day, and the instrument that was taught.
    """
    headings = (line for line in lines if HEADING.match(line) and not ANSWERED.search(line))
    if not any(map(_is_named, headings)):
        return frozenset()
    timetable = (line for line, below in pairwise(lines) if AT_CLOCK.match(below))
    is_form = any(map(OF_A_CASE.match, lines))
    return frozenset((*timetable, *filter(TAUGHT.match, () if is_form else lines[1:])))


@lru_cache(maxsize=2000)
def _is_other_heading(line: str, own: frozenset[str]) -> bool:
    if MENU.match(line):
        return False
    # The system and what it shows: "Kursadministration | Rapport: Genomförda kurser"
    return any(_calls_it_other(part, own) for part in line.split(" | "))


def _calls_it_other(line: str, own: frozenset[str]) -> bool:
    if OF_WHAT_WAS_DONE.match(line) or PERSONAL.search(line):
        return False
    line = _as_heading(AT_CLOCK.sub("", line), own)
    headings = OTHER_HEADING.search, OF_SOMETHING_ELSE.match, TEMPLATE.search, OF_ANOTHER_ACT.match
    if any(is_heading(line) for is_heading in headings) or _is_called_other(line):
        return True
    about = ABOUT.match(line)
    is_for = about and about["about"].lower() == "för"  # a name may follow
    if not about or (about["what"][0].isupper() and (is_for or not line.isupper())):
        return False
    return bool(unknown_words(about["what"], own)) and not ABOUT_LEARNING.match(about["what"])


def _as_heading(line: str, own: frozenset[str]) -> str:
    """What may call the paper something: not what a sentence adds to the course completed."""
    if (kind := KIND.match(line)) and (
        _is_named(name := line[kind.end() :]) or OF_LEARNING.match(name) or _says_done(name, own)
    ):
        return name
    done = DONE.search(line)
    if not done or not PERSON_DID.search(line[: done.end()]):
        return line
    title = known_beginning(line[done.end() :], own)
    return line[: done.end() + len(title)] if words_of(title) & own else line


def _is_called_other(line: str) -> bool:
    """Whether a heading, and no line of a text, calls the paper something else."""
    if ABOUT_ONE.match(line) and not line[:1].islower():
        return True
    return bool(OTHER_NOUN.search(line)) and not (SENTENCE.match(line) or IMPRINT.search(line))
