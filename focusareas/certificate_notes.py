"""Short notes beside what a certificate says: what is left, awaited, refused or in parts only.

Each is a clause of its own and nothing else, since longer sentences tell what is so for anybody.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from focusareas.certificate_boxes import without_left_empty
from focusareas.certificate_doubts import NO, without_mentions
from focusareas.certificate_pages import Page
from focusareas.certificate_patterns import AnyCase, small

LONGEST: Final = 70
CLAUSE_END: Final = re.compile(r"[.!?;,](?<=[^\W\d_]{2}.)(?:\s+|$)|\s+[·•|–—-]\s+|\t")
COURSE: Final = r"(?:\w*kurs|\w*utbildning|program)(?:s|en|ens|met|mets)?"
# What is to be done to pass: "Slutuppgift", "inlämningen", "final exam".
TASK: Final = (
    # "Uppgifter" alone are what is known of somebody.
    r"(?:(?:slut|kurs|del|hem|inlämnings|examinations|kunskaps|webb?|reflektions|fördjupnings)"
    r"(?:uppgift|prov|test|examination|tentamen|inlämning|redovisning|quiz|seminari(?:um|e))"
    r"(?:en|et|er|erna|s)?|(?:prov|test|examination|tentamen|tenta|inlämning|redovisning|quiz|seminari(?:um|e))"
    r"(?:en|et|er|erna|s)?|praktik(?:en)?|övning(?:en|ar|arna)?|(?:final\s+|course\s+|written\s+)?"
    r"(?:exam|assessment|assignment|quiz|test|task|essay))"
)
PARTS: Final = (
    r"(?:(?:kurs)?(?:delar|moment|avsnitt|kapitel|moduler|block|pass|lektioner|dagar|tillfällen|träffar)"
    r"(?:na|en)?|parts|chapters|modules|sections|lessons|sessions|units)"
)
PART: Final = (
    r"(?:kapitel|modul|del|avsnitt|moment|lektion|block|steg|pass|dag|träff|chapter|module|part|lesson|"
    r"section|unit|session|day|step|week)"
)
SOME: Final = (
    r"(?:(?:ut)?valda|vissa|några|enstaka|enskilda|somliga|flera|de\s+flesta|selected|some|certain|"
    r"a\s+few|several|most)"
)
ONLY: Final = r"(?:endast|bara|enbart|only)"
NUMBER: Final = r"(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex|one|two|three|four|five|six)"
# "Omfattning: delar av kursen", "Genomförd i valda delar", "* del av kursen", "Avser kapitel 2"
IN_PARTS: Final = (
    rf"(?:(?:[^\W\d]+\s*:\s*|{ONLY}\s+|\w+\s+(?:i|genom)\s+|completed\s+(?:in\s+)?){{0,2}}"
    rf"(?:{SOME}\s+{PARTS}|(?:en\s+|a\s+)?(?:del|delar|part|parts|hälften|half)\s+(?:av|of)\s+"
    rf"(?:the\s+|hela\s+)?(?:{COURSE}|course|training|programme))(?:\s+(?:av|i|of)\s+(?:the\s+)?(?:{COURSE}|course))?"
    rf"|(?:(?:intyget|beviset|diplomet|certificate)\s+)?(?:(?:avser|gäller|täcker|covers)\s+(?:{ONLY}\s+)?|{ONLY}\s+)"
    rf"{PART}(?:en|et)?\s*{NUMBER}(?:\s*(?:och|,|&|[–-]|and|till|to)\s*{NUMBER})*)"
)
# "2 chapters left", "En träff kvar", "Återstår: praktik"
IS_LEFT: Final = (
    rf"(?:{NUMBER}\s+(?:\w+\s+)?(?:{PARTS}|{PART}|{TASK})\s+(?:left|kvar|remain(?:s|ing)?|to\s+go|saknas|fattas|återstår)"
    rf"|(?:{NUMBER}|några|some)\s+(?:minut\w*|tim\w*|hours?|minutes?|procent|%)\s+(?:left|kvar|remaining)"
    rf"|(?:(?:(?:du|deltagaren|you)\s+)?(?:behöver|måste|ska|bör|need\s+to|must|have\s+to)\s+(?:\w+\s+)?(?:göra\s+om|ta\s+om|gå\s+om|repetera|läsa\s+om|redo|repeat|retake))\b.*)"
)
AWAITED: Final = (
    r"(?:saknas|fattas|sak\.|under\s+(?:bedömning|rättning|granskning|behandling|arbete)|rättas|bedöms|"
    rf"granskas|väntar|inväntas|pågår|försenad|missa[dt]|förfallen|{NO}\s+\w+|missing|pending|outstanding|awaited|"
    r"awaiting\s+\w+|overdue|late|(?:is\s+)?being\s+(?:graded|marked|reviewed|assessed)|under\s+review|"
    r"(?:in|to)\s+be\s+\w+|due|not\s+\w+|otillräcklig\w*|bristfällig\w*|svag\w*|ig|u|fx?|insufficient|unsatisfactory)"
)
# "Slutuppgift: under bedömning", "Väntar på slutprovet", "Omtentamen erbjuds i höst"
TASK_LEFT: Final = (
    rf"(?:(?!(?:om|if|när|when)\b)(?:\w+\s+)?{TASK}\s*[:–-]?\s*(?:(?:är|has|har|is)\s+)?{AWAITED}"
    rf"|(?:awaiting|pending|waiting\s+for|inväntar|väntar\s+på|i\s+väntan\s+på|avvaktar)\s+(?:\w+\s+){{0,3}}\w+"
    r"|(?:om|rest)(?:tentamen|tenta|prov|examination|test|uppgift|inlämning)(?:et|en)?\b.*|(?:re-?sit|re-?take|re-?exam)\b.*)"
)
# "Gör slutprovet", "Nästa: Kapitel 4", "Fortsätt där du var": for one who is not at the end.
TO_GO_ON: Final = (
    rf"(?:(?:gå\s+till|till|gör|ta|starta|påbörja|öppna|skriv|lämna\s+in|take|start|begin|submit)\s+(?:the\s+|din\s+|ditt\s+|your\s+)?"
    rf"(?:final\s+|avslutande\s+)?{TASK}|nästa(?:\s+(?:steg|moment|del))?\s*:\s*(?:{PART}\b.*|{TASK})"
    rf"|next(?:\s+(?:step|up|part))?\s*:\s*(?:{PART}\b.*|(?:final\s+)?{TASK})"
    rf"|(?:fortsätt|återuppta|slutför|avsluta|gör\s+klart)\s+(?:med\s+|till\s+)?(?:{COURSE}|{PART}\s*\d*|där\s+du\s+\w+)|(?:starta|påbörja|öppna|börja)\s+nästa\s+{PART}(?:en|et)?"
    r"|(?:continue|resume|complete|finish)\s+(?:the\s+|this\s+|your\s+)?(?:course|training|module|lesson|where\s+you\s+.*|learning))"
)
# What is offered of other courses as well: "Fler kurser", "Anmäl dig".
TO_BEGIN: Final = AnyCase(
    rf"[\W_]*(?:(?:starta|påbörja|börja)\s+(?:med\s+)?(?:{COURSE}|{PART}\s*\d*)|anmäl\s+dig(?:\s+till\s+{COURSE})?|"
    r"(?:start|begin|restart)\s+(?:the\s+|this\s+|your\s+)?(?:course|training|module|lesson|learning)|"
    r"(?:enrol+|register|sign\s+up)(?:\s+now|\s+for\s+(?:the\s+)?course)?|boka\s+plats)[\W_]*$"
)
# "Chefens bedömning: avstyrks", "Tillgodoräknas ej", "Kontrolleras manuellt"
REFUSED: Final = (
    r"(?:(?:\w+\s+){0,2}?(?:\w+\s*:\s*)?(?:avstyrk(?:s|t|es)?|avslå(?:s|tt)|avslogs|avslag|nekad?s?|nekats|bestrid(?:s|es|it)s?|"
    r"ifrågasätts|ifrågasatt|tillbakavisa[st]|underkänns|rejected|refused|denied|disputed|declined)(?:\s+(?:av|by)\s+.*)?"
    rf"|(?:tillgodoräknas|räknas|godtas|gäller|beviljas|accepteras|godkänns|erkänns)\s+{NO}|(?:\w+\s*:\s*)?{NO}\s+(?:tillgodoräkna|behörig|närvarande|bekräfta|bevilja|tillstyrk|attestera|accepterad|erkän)[dt]?"
    r"|audit(?:ed|ing)?(?:\s+(?:only|track|mode|learner))?"
    r"|(?:kontrolleras|granskas|utreds|prövas|omprövas|ses\s+över)(?:\s+(?:manuellt|vidare|närmare|senare|just\s+nu|för\s+närvarande|nu|internt))?)"
)
# "No-show", "Dök aldrig upp", "Uppskjuten till hösten"
ABSENT: Final = (
    rf"(?:no-?\s?show|absent|absence|did\s+not\s+\w+.*|(?:was\s+)?not\s+(?:present|attending|attended|passed|eligible)|(?:\w+\s+)?(?:attendance|completion|participation)\s+not\s+\w+|"
    rf"(?:(?:du|deltagaren|hon|han)\s+)?(?:dök|kom|anlände|infann\s+sig)\s+{NO}(?:\s+upp|\s+till\s+.*)?|{NO}\s+(?:närvarande|på\s+plats)|"
    r"(?:uppskj\w+|framflytta\w*|framskj\w+|flyttad(?:es)?|ombokad(?:es)?|postponed|rescheduled|deferred)(?:\s+(?:till|to|until)\s+.*)?|"
    r"sjuk(?:anmäld|skriven|frånvaro|dom)?|"
    r"(?:ny(?:tt|a)?|new)\s+(?:kurs|utbildnings)?(?:dag(?:ar)?|datum|tid|tillfälle|starttid|date)\s+(?:meddelas|kommer|bokas|ges|erbjuds|planeras|follows|will\s+\w+).*)"
)
NOTE: Final = AnyCase(
    rf"[\W_]*(?:{IN_PARTS}|{IS_LEFT}|{TASK_LEFT}|{TO_GO_ON}|{REFUSED}|{ABSENT})[\W_]*$"
)

# "2 = påbörjad": what a mark means that stands beside a course or a day.
MEANS_LEFT: Final = AnyCase(
    r"(?<![\w.,/-])(?P<mark>[\da-z*])\s*[=:]\s*(?:påbörja|pågå|ej\b|inte\b|avbr|underkän|delvis|anmäl|"
    r"registrera|del\b|not\b|in\s+progress|started|failed|incomplete)"
)


def has_contrary_note(page: Page) -> bool:
    """Whether a note says that something is left, or was refused, or that nobody came."""
    text = without_left_empty(page.text)
    return (
        any(map(_is_contrary, _clauses(text)))
        or any(map(TO_BEGIN.match, _clauses(without_mentions(text))))
        or _is_marked_as_left(page)
    )


def _is_marked_as_left(page: Page) -> bool:
    """Whether a row ends with a mark of what is not done."""
    text = "\n".join(page.lines)
    ends = {small(line.split()[-1]) for line in page.lines if line.split()}
    return any(found["mark"] in ends for found in MEANS_LEFT.finditer(text))


def _clauses(text: str) -> Iterator[str]:
    """The short lines and sentences of the text, and what they consist of, each line once."""
    for line in dict.fromkeys(text.splitlines()):
        clauses = [line, *CLAUSE_END.split(line)]
        yield from (clause for clause in clauses if clause.strip() and len(clause) <= LONGEST)


@lru_cache(maxsize=5000)
def _is_contrary(clause: str) -> bool:
    return bool(NOTE.match(clause))
