"""Rules that hold for anybody: how a course is examined, what it teaches, what organisers do.

Nothing of that is told of this holder, although it denies things and speaks of tests and papers.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from focusareas.certificate_pages import Page, Piece, joined_words
from focusareas.certificate_papers import HEADING, HEADING_LINES
from focusareas.certificate_paragraphs import paragraphs
from focusareas.certificate_patterns import AnyCase, small
from focusareas.certificate_written_days import MONTH

# With its label, "Villkor för intyg: samtliga avsnitt ska ..", which would call nothing without it.
BEGINS: Final = r"(?:^\W*(?:[^\W\d][\w ]{2,30}:\s+)?|(?<=[.!?:]\s))"
# What is added behind a comma may be told of this one: ", modul 3 saknas".
REST: Final = r"[^.!?:;,]*(?:,\s+(?:som|där|för|och|samt)\b[^.!?:;,]*)*(?:[.!?]|$)"
# Whom it concerns, or when, or that the paper does not count: then it may be told of this one.
OF_THIS: Final = (
    r"(?:detta|denna|(?:det|den)\s+här|hon|han|hen|hennes|hans|ännu|än|förrän|återst\w*|kvar(?:st\w*)?|"
    r"komplett\w*|senast|nu|närvarande|tills\s+vidare|tillfällig\w*|snart|därefter|dock|men|\d{4}|"
    r"gäll\w*|\w*giltig\w*|återkall\w*|spärr\w*|makuler\w*|annuller\w*|upphäv\w*|indra\w*|dras|godta\w*|"
    r"räknas|fel(?:aktig\w*)?|betal\w*|faktur\w*|avgift\w*|rätta[ts]|rättning\w*|granska\w*|anmäl\w*|"
    r"nästa|(?:första|sista|andra|tredje|ena)(?=\s+\w*(?:dag|del|modul|träff|pass|steg|tillfäll|kapit|avsnitt))|sakna\w*|eftersom|ogjor\w*|uppfölj\w*|fortsätt\w*|fördjup\w*|"
    r"exempel|utkast|underkän\w*|avbr\w*|anna[nt]|hemma|(?:dag|modul|del|steg|träff)\s+(?:\d+|ett|två|tre|fyra)|höst\w*|våren|sommar\w*|vinter\w*|"
    rf"termin\w*|veck\w*|månad\w*|om\s+\w+\s+dagar|{MONTH})"
)
OF_YOU: Final = r"(?:du|dig|ni|er|din|ditt|dina)"
ANYBODY: Final = (
    r"(?:(?:kurs)?deltagar(?:en|na|e)|man|alla|(?:den|de|medarbetare|personer)\s+som\s+\w+)"
)
THE_COURSE: Final = (
    r"(?:(?:hela|varje)\s+)?[\w-]*(?:kurs|utbildning|modul|kapit|avsnitt)(?:en|et|let|el)?"
)
A_TEST: Final = r"[\w-]*(?:prov|test|quiz|fråg|uppgift|examination)[\w-]*"
A_PAPER: Final = r"(?:[\w-]*(?:intyg|bevis|diplom|certifikat)(?:et|en)?|[\w-]*märket?)"
MUST: Final = r"(?:ska(?:ll)?|måste|behöver|bör)"
NOT: Final = r"(?:inte|ej|aldrig|inga|inget|ingen)"
NOT_OF_THIS: Final = rf"(?![^.!?:;]*\b{OF_THIS}\b)"
OF_ANYBODY: Final = rf"(?![^.!?:;]*\b{OF_YOU}\b){NOT_OF_THIS}"

# "Kursen avslutas med ett prov som deltagaren ska klara för att få sitt intyg."
EXAMINED: Final = (
    rf"{OF_ANYBODY}{THE_COURSE}\s(?![^.!?:;]*(?:\b{NOT}\b|\d\s*(?:%|procent|rätt|poäng|av)))[^.!?:;]*?"
    r"\b(?:avslutas|examineras|innehåller|omfattar|består)\s[^.!?:;]*?"
    rf"{A_TEST}\s+(?:som|där|vilka|vilket|och)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?(?:{ANYBODY}\s+)?{MUST}\s+"
    rf"(?:(?:vara|bli|ha)\s+)?(?:klara|besvara|svara|godkän)\w*{REST}"
    rf"|{OF_ANYBODY}kunskap\w*\s+(?:har\s+)?(?:prövats|prövades|bedömts|examinerats|testats)\s+"
    rf"(?:genom|med|i)\s{REST}"
)
# "Efter utbildningen ska deltagaren ha kunskap om normer och kontroll."
OF_PAPER_OR_DEED: Final = (
    rf"(?:{A_PAPER}|godkän\w*|\w*närvar\w*|\w*(?:prov|test|moment)(?:et)?|\w*uppgift(?:en)?|ansök\w*|"
    r"skicka|lämna\w*)"
)
KNOWLEDGE: Final = (
    r"(?:[\w-]+\s+){0,4}?(?:kunskap|förståelse|verktyg|insikt|kännedom|förmåga|redskap|färdighet|"
    r"överblick|beredskap)\w*"
)
TAUGHT: Final = (
    rf"{NOT_OF_THIS}(?:efter|genom|under|i)\s+(?:[\w-]+\s+)?{THE_COURSE}\s+"
    rf"(?:ska(?:ll)?|kan|förväntas|kommer)\s+(?:{ANYBODY}|du|ni)\s+(?:att\s+)?"
    rf"(?:(?:väl|bättre|själv(?:ständigt)?)\s+)?(?:kunna|känna|veta|förstå|(?:ha|få)\s+{KNOWLEDGE})\s"
    rf"(?![^.!?:;]*\b(?:{OF_PAPER_OR_DEED}|{NOT})\b)[^.!?:;]*(?:[.!?]|$)"
)
DONE: Final = (
    r"(?:genomför|slutför|fullfölj|fullgjor|genomgå|avsluta|avklara|klara?|godkän|besvara|uppfyll|gjor|"
    r"gå)\w*"
)
# "Vi sparar inte provresultat.", "Myndigheten för inget register över intyg."
ORGANISER: Final = (
    r"(?:vi|(?:\w+\s+)?(?:myndighet|arbetsgivar|kommun|region|nämnd|förvaltning|förening|styrelse|"
    r"universitet|högskola|förbund|skola|utbildar|anordnar|arrangör|kursledar)\w*)"
)
KEEPS: Final = (
    rf"{NOT_OF_THIS}{ORGANISER}\s+(?:"
    r"(?:sparar|lagrar|publicerar|trycker|översätter|säljer|sprider|skickar|skriver)\s+"
    rf"(?:\w+\s+)?{NOT}\s|lämnar\s+{NOT}\s+ut\s+(?!\w*intyget)|delar\s+{NOT}\s+(?:\w+\s+){{0,3}}?(?:ut|med)\s|"
    r"för\s+inget\s+register|"
    rf"kontrollerar\s+{NOT}\s+(?:\w+s\s+)?(?:identitet|id)|"
    rf"kan\s+{NOT}\s+(?:skicka|skriva|ta\s+(?:fram|ut)|trycka|beställa|återskapa|översätta)\s)"
    rf"(?![^.!?:;]*\b(?:innan|om\s+(?!vem|vilka|vad)|utan\s+att|då|{DONE}|\w*intyg\s+(?:på|för|till)|"
    rf"\w*intyget(?!\s+(?:igen|på\s+nytt|i\s+efterhand)))\b){REST}"
)
# "Provresultat lämnas inte ut.", "Intyget kan inte beställas i efterhand."
IS_KEPT: Final = (
    rf"{OF_ANYBODY}(?:[\w-]+s\s+)?(?:(?:prov|test)?resultat(?:et|en)?|svar(?:en)?|(?:person)?uppgifter(?:na)?)\s+"
    r"(?:lämnas(?=\s+\w+\s+ut)|redovisas|sparas|lagras|visas|publiceras|delas|skickas)\s+"
    rf"(?:{NOT}|(?:bara|endast|enbart)\s+(?:ut\s+)?(?:till|för|av|hos)\s+(?:(?:den|de|dem)\s+som|"
    r"(?:kurs)?deltagar\w*|(?:\w+\s+)?chef\w*|arbetsgivar\w*))\b"
    rf"(?![^.!?:;]*\b(?:innan|om|utan\s+att)\b){REST}"
    rf"|{OF_ANYBODY}{A_PAPER}\s+(?:kan|går|får)\s+{NOT}\s+(?:att\s+)?(?:skick|beställ|ta|hämt|återskap|skriv)as?\s+"
    rf"(?:(?:ut|fram)\s+)?(?:på\s+nytt|igen|i\s+efterhand|två\s+gånger|en\s+gång\s+till|per\s+post|med\s+post)\b{REST}"
    rf"|{OF_ANYBODY}{A_PAPER}\s+(?:är\s+)?(?:skapat|skapades|framställt|genererat)\s+(?:\w+\s+){{0,3}}?"
    rf"(?:efter\s+att|när)\s+(?:alla|samtliga)\s(?![^.!?:;]*\b{NOT}\b){REST}"
    rf"|{OF_ANYBODY}inget\s+register\s+förs\b{REST}"
    rf"|{OF_ANYBODY}(?:{THE_COURSE}|{A_PAPER})\s+behöver\s+{NOT}\s+(?:upprepas|göras\s+om|gås\s+om|förnyas|repeteras)\b{REST}"
)
# "Den som inte klarar provet får göra om det."
WHO_FAILS: Final = (
    rf"{OF_ANYBODY}(?:den|de|deltagare|medarbetare|personer)\s+som\s+{NOT}\s+(?:\w+\s+){{1,5}}?"
    rf"(?:kan|får|erbjuds|ges|{MUST})\s{REST}"
    rf"|{OF_ANYBODY}vid\s+(?:frånvaro|sjukdom|förhinder)\s+(?:kan|ska|får|erbjuds)\s{REST}"
    rf"|{OF_ANYBODY}(?:[\w-]*(?:prov|test)(?:et)?)\s+(?:kan|får)\s+göras\s+om\b"
    rf"(?![^.!?:;]*\b(?:när|igen)\b){REST}"
)
# "Intyg utfärdas när hela utbildningen är genomförd.", "Samtliga avsnitt ska vara genomförda."
ALL_OF_IT: Final = rf"(?:alla|samtliga|hela|varje|minst|{THE_COURSE}|{A_TEST})"
NUMBER: Final = r"(?:\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio)"
ON_TERMS: Final = (
    rf"{OF_ANYBODY}(?![^.!?:;]*\b(?:{NUMBER}|{NOT}|innan|om|igen|på\s+nytt)\b)(?=[^.!?:;]*\b{DONE})"
)
ON_WHAT_TERMS: Final = (
    rf"{ON_TERMS}(?=[^.!?:;]*\b{ALL_OF_IT}\b)(?:"
    r"(?:kurs|deltagar|utbildnings)?(?P<paper>intyg|bevis|diplom|certifikat|märke)(?:et|t)?\s+"
    r"(?:utfärdas|ges|fås|delas\s+ut)\s+(?:automatiskt\s+|först\s+|endast\s+)?"
    rf"(?:när|då|efter\s+att)\s{REST}"
    rf"|{A_PAPER}\s+(?:utfärdas|ges|delas\s+ut)\s+till\s+(?:den|de|alla|deltagare)\s+som\s+har\s{REST})"
    rf"|{ON_TERMS}(?:(?:alla|samtliga|varje)\s+(?:[\w-]+\s+){{0,2}}?"
    r"[\w-]*(?:avsnitt|moment|modul|del|kapitel|film|fråg|uppgift|övning|lektion)\w*\s+"
    rf"{MUST}\s{REST}"
    rf"|för\s+(?:att\s+(?:få|erhålla)\s+)?(?:\w+\s+)?{A_PAPER}\s+{MUST}\s+{ANYBODY}"
    rf"\s(?=[^.!?:;]*\b(?:alla|samtliga|hela|varje)\b){REST})"
)
RULE: Final = AnyCase(rf"{BEGINS}(?:{EXAMINED}|{TAUGHT}|{KEEPS}|{IS_KEPT}|{WHO_FAILS})")
TERMS: Final = AnyCase(rf"{BEGINS}(?:{ON_WHAT_TERMS})")
# Sentences of the kind hold one of these, and most lines do not.
MAY_TELL: Final = AnyCase(
    r"\b(?:ska|skall|måste|behöver|bör|kan|förväntas|kommer|inte|ej|aldrig|inga|inget|ingen|utfärdas|ges|"
    r"fås|skickas|bara|endast|enbart|ut|får|prövats|prövades|bedömts|examinerats|testats|alla|samtliga)\b"
)
# "Digitalt kursmärke"
CALLED: Final = AnyCase(rf"(?<!med )(?<!till )(?<!för )\b(?:{A_PAPER}|certificate|badge)\W*$")
# Who is named is somebody: "Vi skickar inte intyg till Anna Berg".
NAMES_SOMEBODY: Final = re.compile(
    r"[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ][\w-]+|\b(?:till|för|åt|om)\s+(?!HR\b)[A-ZÅÄÖ]"
)


def without_rules(page: Page) -> Page:
    """The page without the sentences that tell what holds for anybody.

    On what terms a certificate is given is left where none is given, or one that is called
    otherwise: there it is a promise.
    """
    above = (line for line in page.lines[:HEADING_LINES] if not line.endswith("."))
    called = small(" ".join(line for line in above if HEADING.match(line) or CALLED.search(line)))
    rest: dict[int, Piece] = {}
    for lines in paragraphs(page):
        text = " ".join(line.text for line in lines)
        if MAY_TELL.search(text) and (spans := [*_rules_in(text, called)]):
            rest.update(_without(spans, lines))
    if not rest:
        return page
    rows = (tuple(rest.get(id(piece), piece) for piece in row) for row in page.rows)
    kept = (tuple(piece for piece in row if piece.text) for row in rows)
    return replace(page, rows=tuple(filter(None, kept)))


def _rules_in(text: str, called: str) -> Iterator[tuple[int, int]]:
    """Where such sentences stand in the text of a page that is called so."""
    found = [*RULE.finditer(text)]
    if called:
        found += [one for one in TERMS.finditer(text) if (one["paper"] or "") in called]
    for match in found:
        if not NAMES_SOMEBODY.search(text, *match.span()):
            yield match.span()


def _without(spans: list[tuple[int, int]], lines: list[Piece]) -> dict[int, Piece]:
    """The lines of a paragraph that hold any of the places, without them."""
    changed: dict[int, Piece] = {}
    begin = 0
    for line in lines:
        end = begin + len(line.text)
        inside = [(first - begin, last - begin) for first, last in spans]
        if any(first < len(line.text) and last > 0 for first, last in inside):
            changed[id(line)] = _cut(line, inside)
        begin = end + 1
    return changed


def _cut(line: Piece, spans: list[tuple[int, int]]) -> Piece:
    """The line without the words that stand in the places; without text if none is left.

    It is left as it is where its words are not to be told apart, as widely spaced letters.
    """
    if not line.parts:  # one word, or what was left of a line
        text = line.text
        for first, last in sorted(spans, reverse=True):
            text = f"{text[: max(first, 0)]} {text[max(last, 0) :]}"
        return replace(line, text=text.strip())
    kept: list[Piece] = []
    end = 0
    for word in line.parts:
        start = line.text.find(word.text, end)
        if start < 0:
            return line
        end = start + len(word.text)
        if not any(first < end and last > start for first, last in spans):
            kept.append(word)
    return joined_words(kept) if kept else replace(line, text="", parts=())
