"""What makes a certificate doubtful: a course not wholly completed, or only mentioned.

Whatever is found here turns a sure certificate into a question, so the rules may be wide.
"""

import re
from collections.abc import Iterable
from typing import Final

from focusareas.certificate_boxes import EMPTY, TICKED, without_left_empty
from focusareas.certificate_completions import ATTENDED, HAS_ATTENDED
from focusareas.certificate_footers import without_footer
from focusareas.certificate_patterns import AnyCase, small

DONE: Final = (
    r"(?:genomför\w*|genomgå\w*|fullfölj\w*|slutför\w*|avsluta\w*|avklara\w*|klara?\b|klara[dt]\w*|"
    rf"klart|godkän(?!\w*gräns)\w*|deltagit|deltog|{HAS_ATTENDED}|{ATTENDED}|gått|completed|passed)"
)
PART: Final = r"(?:kapit\w*|modul\w*|del(?:en|ar|arna|moment\w*)?|avsnitt\w*|moment\w*|chapters?)"
TEST: Final = r"(?:kunskaps|slut|webb?)?(?:test|prov)(?:et)?"
NO: Final = r"(?:inte|ej|icke|aldrig)"

SOME_OF: Final = r"(?:del(?:ar)?|en|ett|någon|några|vissa)\s+av"
# What the course is good with is nothing that is left: "Kursen kompletterar Webbkurs om våld."
COMPLEMENTS: Final = (
    r"(?:(?<=\bkursen\s)|(?<=\butbildningen\s))kompletterar\s+"
    r"(?!(?:du|ni|hon|han|hen|deltagar\w*|med|sen\w*)\b)"
)
# "Två dagar, ej poänggivande": of the course, and not of who took it.
OF_CREDITS: Final = r"(?:högskolepoäng|poäng|betygs|behörighet|obligatorisk|lärarled|tidsbegräns)"
# "Provet rättas av läraren", and not "Uppgifterna rättas av dem", of what is known of anybody.
TO_MARK: Final = (
    r"(?:\w*(?:prov|test|svar|tent|inlämning)\w*|\w*uppgift(?:en)?)(?:\s+\d+)?\s+"
    r"(?:rättas|bedöms)\s+av\s+(?!(?:ett\s+|vårt\s+)?(?:system|dator|plattform|portal))"
)
NOT_COMPLETED: Final = AnyCase(
    rf"\b(?:{NO}\s+(?!{OF_CREDITS}\w*\b(?!(?:[ \t]+\w+){{1,2}}[ \t]+{DONE}))"
    rf"(?:\w+[ \t]+){{0,2}}?(?:\w+\n)?{DONE}|"
    rf"har\s+{NO}\s+(?:\w+\s+)?(?:gjort|skrivit|besvarat)\b|{DONE}\s+{NO}\b|[aä]nnu\s+{NO}\b|{NO}\s[^.!?]{{0,60}}?\b[aä]nnu\b"
    rf"|utan\s+(?:\w+\s+){{0,2}}?(?:godkän|resultat|slutför|fullfölj)"
    rf"|{DONE}\s*[:?]\s*(?:nej|no|ej|inte)\b"
    r"|underkän\w|has not\b|not (?:yet )?completed\b"
    r"|påbörja(?!des?\b)\w*\s+(?:\w*kurs|\w*utbildning|webb)|(?:kurs|utbildning)en\s+är\s+(?:nu\s+)?(?:påbörjad|startad|inledd)|påbörjade\s+(?:kurser|utbildningar)\b|har\s+påbörjat\b|avbr[iöu]t|\bi\s+förtid\b"
    r"|försök\s+igen\b|gör\s+om\b|för\s+att\s+(?:få|bli|klara)\b|behöver\s+(?:du\s+)?\d"
    r"|anmält\s+sig\b|(?:anmäld|antagen|inbjuden|kallad|bokad)\s+till\b"
    r"|planera[dt]\b|som\s+genomförs\b|"
    r"(?<!svaren )(?<!frågorna )ska\s+(?:vara|ha|bli)\b|(?:kommer\s+att|ska)\s+genomgå"
    r"|(?<!\bsom )pågå(?:r|ende)\b"
    r"|återstå\w*|kvarstå\w*|kvar(?:\s+att\b|\s*:)|rest\s*:|"
    rf"(?!{COMPLEMENTS})komplettera\w*|"
    rf"komplettering|blir\s+(?:giltig|klar)|{TO_MARK}|misslycka\w*|uteblev|uteblivit|frånvar\w*|avhopp\w*|"
    rf"avregistrer(?:a[dt]\w*|ing\w*)|ej\s+behörig|saknar?s?\s+(?:\w+\s+)?(?:{PART}|{TEST})"
    rf"|(?:{PART}|{TEST})(?:\s+\d+)?\s*:?\s*(?:saknas|kvar\b|{NO}\b|0\s+försök|[–—-]\s*$))"
    rf"|(?:^[ \t]*{EMPTY}[ \t]*\n?|{EMPTY})[ \t]*"
    rf"(?:ja\b|(?:(?!{NO}\b|under|avbr|delvis)\w+[ \t]+){{0,3}}?{DONE})"
    rf"|^{DONE}(?:[ \t]+\w+){{1,4}}[ \t]*{EMPTY}[ \t]*$"
    rf"|\b{DONE}\s*:?\s*{EMPTY}(?!\s*(?:nej|no|under|ej|inte)\b)"
    rf"|{TICKED}\s*(?:nej\b|no\b|{SOME_OF}\b|delvis\b|halva\b|påbörja|pågå|under|{NO}\b)|\bnej\s*{TICKED}",
    re.MULTILINE,
)
# "✓ Våldets uttryck", "✗ Barn": where some are marked as done and others are not.
DONE_MARK: Final = re.compile("[✓✔☑√✅]")
LEFT_MARK: Final = re.compile("[✗✘❌]")
# What was begun is no doubt where it is also said to have been completed.
BEGUN: Final = AnyCase(r"\bpåbörjades?\s+(?:\w*kurs|\w*utbildning|webb)")
FINISHED: Final = AnyCase(
    r"\b(?:(?:slutför|genomför|fullfölj)des?|(?:avsluta|klara|avklara)des?|har\s+(?:\w+\s+){0,2}?(?:slutfört|"
    r"genomfört|fullföljt|genomgått|avslutat|klarat)|(?:slutförd|genomförd|avslutad)\s*:?\s*(?:den\s+)?\d)"
)
# "Krävs minst 16 rätt": what is asked of anybody, settled only by a score that reaches it.
BAR: Final = (
    r"(?:krävs|krävdes)\s+(?:minst\s+)?(?P<bar>\d{1,3})(?!\d|[.,]\d)\s*"
    r"(?P<unit>%|(?!för\b)[^\W\d]+|)"
)
BAR_FIRST: Final = BAR.replace("<bar>", "<bar_first>").replace("<unit>", "<unit_first>")
SCORE: Final = (
    r"(?:\b(?:poäng|score|\w*resultat|(?:rätta?\s+)?svar|(?:antal\s+)?rätt|fick|nådde|uppnådde)\s*:?\s*(?P<score>\d{1,3})"
    r"(?!\d|[.,]\d|[-/]\d+[-/])|(?<![\d/.,:-])(?<!av )(?<!of )(?P<counted>\d{1,3})"  # and the unit
)
# What is said where nothing is left, and of anybody who is to have a certificate.
NOTHING: Final = r"(?:0(?![\d.,:])(?:\s*(?:%|[^\W\d]+))?|ing(?:en|et|a|enting)|noll)"
LEFT: Final = r"(?:(?:åter|kvar)stå(?:r|ende)|frånvaro|pågående)"
SETTLED: Final = re.compile(
    rf"\b{LEFT}(?:[ ]+[^\W\d]+)?\s*:?\s*\(?{NOTHING}\)?(?=\s*(?:[.;,]|$))"
    rf"|\b(?:inge[nt]|inga|utan|noll|0)[ ]+(?:[^\W\d]+[ ]+)?{LEFT}\b"
    r"|\bför\s+att\s+(?:få|bli|klara|erhålla)\b(?![^.!?]*\b(?:du|om|igen|nytt|\w*komplett\w*|återst\w*|kvar)\b)"
    r"[^.!?\n]*\b(?:krävs|ska|skall|måste|behöv\w*|har\s+\w+aren)\b[^.!?\n]*\b(?:minst|procent|samtliga|alla|hela)\b[^.!?\n]*"
    # "För att bli godkänd krävs 16 rätt."
    rf"|\bför\s+att\s+bli\s+godkänd\s+{BAR}|\b{BAR_FIRST}"
    r"\s*för\s+att\s+bli\s+godkänd\b"
    # Who gets done with the last part has done the others.
    rf"|\b(?:klara?t?\s+med|(?:slut|genom)förde|fullföljde|avslutade|klarade(?:\s+av)?|avklarade|gjorde(?:\s+klart)?)\s+"
    rf"(?:(?:den|det|kursens|utbildningens)\s+)?sista\s+{PART}\b"
    r"(?=[\s,]*(?:den\s+)?\d|\s*(?:[.;!)]|\Z|\n(?!(?-i:[a-zåäö]))))",
    re.IGNORECASE | re.MULTILINE,
)
OF_SETTLED: Final = ("stående", "står", "frånvaro", "pågående", "för att", "sista")
# A box behind it that is left empty is a doubt, unless it says that it was not all completed.
COMPLETED: Final = AnyCase(rf"^(?!.*\b(?:{NO}|under|avbr|{SOME_OF}|delvis|halva)).*{DONE}")
# "Dag 1 av", "the first day of"
A_DAY_OF: Final = (
    r"(?:(?:halv)?dag(?:en)?|day|pass(?:et)?|tillfälle(?:t)?|träff(?:en)?|steg(?:et)?|step|part|"
    r"sessions?|weeks?|vecka|lektion(?:en)?|lessons?|nivå|level|units?)"
)
FEW: Final = r"(?:\d{1,2}|ett|en|två|tre|one|two|three|första|andra|tredje|first|second|third)"
# "6 av 6 moduler", and not "6 av 6 öppna moduler, totalt 9", "6 av 6 av de valbara".
COUNT_ENDS: Final = (
    rf"(?!(?:[ \t]+(?!är\b|{DONE})(?!{PART}\b)[^\W\d]+|[ \t]+{PART}\s+av)|"
    r"[^.!?\n]{0,40}\btotalt\b)"
)
PARTLY: Final = AnyCase(
    r"\b(?:(?:delvis|halva|hälften|(?:tredje|fjärde|fem)delar?|ofullständig\w*|partly|partially)\b"
    rf"|{DONE}(?:"
    r"\s+(?:(?!alla|samtliga|hela|varje|all|kursens|de|dess|kursen\s|utbildningen\s)\w+\s+){0,3}?"
    # What is counted, "6 av 6", is no part for that.
    rf"{PART}\s(?!(?P<done>\d+)\s+av\s+(?P=done)\b{COUNT_ENDS})(?:\w+\s+)?(?:av|i|ur|från|of)\b"
    r"|\b[^.!?]{0,80}?\b(?:utom|förutom|exklusive|exkl|undanta\w*|så\s+när\s+som|"
    rf"men\s+{NO}|except)\b"
    r"|\s+(?:\w+\s+)?(?:nästan|näst intill|större delen|merparten|huvuddelen|stora delar)\b)"
    rf"|(?:{DONE}|attended|taken)\s+(?:only\s+)?(?:half|(?:a\s+)?part|some\s+parts)\s+of\b"
    rf"|(?:deltog|deltagit|{HAS_ATTENDED}|{ATTENDED})\s+(?:till\s+)?(?:\w+\s+)?\d{{1,2}}\s*(?:%|procent)"
    rf"|(?:har\s.*{DONE}\n|{DONE}[ \t]+(?:\w+[ \t]+)?){PART}\s*(?P<so_far>\d{{1,2}})\b"
    rf"(?![-/\d]|\.\d|\s+av\s+(?P=so_far)\b{COUNT_ENDS})"
    rf"|(?:med\s+undantag\s+(?:för|av)|förutom)\s+(?:\w+\s+)?{PART}\b"
    r"|(?:allt|alla|samtliga)\s+(?:\w+\s+)?(?:utom|förutom|except)\b"
    rf"|(?:första|andra|tredje|ena|några|vissa|bara|endast)\s+{PART}\b"
    # Whose last part is done has done all of it.
    rf"|(?<!frågor i kursens )sista\s+(?:[^\W\d]+(?:ga|na|da)\s+)?{PART}\b"
    rf"(?!\s+(?:av\s+\w+\s+)?(?:(?:blev|är|var)\s+)?{DONE})"
    rf"|{PART}\s*\d+\s*[:.]?\s*[–—✗✘☐-](?=\s*(?:{PART}\s*\d|$))"
    rf"|(?:{A_DAY_OF}\s+{FEW}|{FEW}\s+{A_DAY_OF})\s+(?:av|of|ur)\b"
    r"|[1-9]/[2-9]\s+av\b)",
    re.MULTILINE,
)
WHO_COMES: Final = r"(?:dig|er|den|dem|de|alla|personal|medarbetare|deltagare)"
# Words that send the reader on to another course say nothing of this one.
MENTION: Final = AnyCase(
    r"\b(?:rekommender\w*|(?:nästa|tidigare|kommande)\s+(?:\w*kurs|\w*utbildning|steg)|tips\b"
    r"|(?:(?:upptäck|hitta|visa|prova|utforska)\s+)?(?:fler|andra|kommande|liknande|relaterade|övriga)\s+(?:\w+\s+)?\w*(?:kurser|utbildningar)"
    r"|läs\s+(?:även|också|mer|gärna|vidare)|(?:gå|se)\s+(?:även|också|gärna)|fortsätt\b"
    r"|(?:för|bas)kunskap\w*|förkrav\w*|bygger\s+(?:vidare\s+)?på\b|motsvarar\s+(?:inte|ej)\b"
    r"|ersätter\b|förutsätter\b|komplement\w*\s+till\b|fortsättning\w*\s+(?:på|av|till)\b"
    r"|recommended\b|more courses\b|prerequisite\w*"
    # What those who come have done before: "seminarium för dig som tidigare gått".
    rf"|(?<!intyg )(?<!bevis )(?<!diplom )(?:för\s+|till\s+|målgrupp\W+){WHO_COMES}\s+som\s+"
    rf"(?:(?:tidigare|redan|förut|har)\s+){{0,2}}{DONE})"
)
# "Läs vidare", "Läs vidare i portalen", "Tips!", "Fler kurser (urval)"
LABEL_ENDS: Final = re.compile(
    r"(?:\s+(?:i|på|hos|från)\s+(?:\w+\s+)?\w+|\s+\w+)?\W*(?:\(\w+\)\W*)?$"
)
LIST_FOLLOWS: Final = re.compile(r"\W*(?:\w+\W+){0,3}:?\s*$")


def without_settled(text: str) -> str:
    """The text without what says that nothing is left, and what is asked of anybody."""
    lowered = small(text)
    if not any(word in lowered for word in OF_SETTLED):
        return text
    return SETTLED.sub(lambda said: " " if _is_reached(said, text) else said.group(), text)


def _is_reached(said: re.Match[str], text: str) -> bool:
    """Whether every score in the text is as high as the bar that is spoken of, if one is."""
    bar = said["bar"] or said["bar_first"]
    if not bar:
        return True
    rest = f"{text[: said.start()]} {text[said.end() :]}"
    counted_in = small(said["unit"] or said["unit_first"] or "rätt")
    scores = [
        int(found["score"] or found["counted"]) for found in _score(counted_in).finditer(rest)
    ]
    return bool(scores) and min(scores) >= int(bar)


def _score(unit: str) -> AnyCase:
    """What a score looks like beside a bar of the unit."""
    unit = r"(?:%|procent\b)" if unit in ("%", "procent") else rf"{re.escape(unit)}\b"
    return AnyCase(rf"{SCORE}\s*{unit})")


def says_not_completed(lines: Iterable[str]) -> bool:
    """Whether anything says that the course, or some of it, is left to do."""
    told = "\n".join(map(without_footer, lines))
    text = without_settled(without_left_empty(told, unless=COMPLETED))
    is_only_begun = BEGUN.search(text) and not FINISHED.search(text)
    is_told = is_only_begun or NOT_COMPLETED.search(text) or PARTLY.search(text)
    return bool(is_told or (DONE_MARK.search(text) and LEFT_MARK.search(text)))


def is_label_of_mention(text: str) -> bool:
    """Whether it is the label of another course than the certificate's own: "Nästa kurs"."""
    mention = MENTION.match(text)
    return bool(mention and LABEL_ENDS.match(text[mention.end() :]))


def without_mentions(text: str) -> str:
    """The text up to where it goes over to other courses than the certificate's own."""
    lines = text.splitlines()
    if not MENTION.search(text):
        return "\n".join(lines)
    kept: list[str] = []
    while lines:
        line = lines.pop(0)
        mention = MENTION.search(line)
        kept.append(line[: mention.start()] if mention else line)
        if mention and LIST_FOLLOWS.fullmatch(line[mention.end() :]):
            # What is mentioned stands on the lines below, until the next gap.
            while lines and lines[0].strip():
                lines.pop(0)
    return "\n".join(kept)
