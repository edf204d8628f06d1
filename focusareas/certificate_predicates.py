"""What is said of the holder: that a course was completed, or something that is not understood.

Only completing is known. "Har bokat" and "is enrolled in" need not be, to be asked about.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from focusareas.certificate_completions import (
    completions,
    without_after,
    without_all_of,
    without_completions,
)
from focusareas.certificate_course_phrases import without_course
from focusareas.certificate_patterns import AnyCase, places_of

LONGEST: Final = 160
MOST_LINES: Final = 4
SENTENCE_END: Final = re.compile(r"[.!?](?:\s+|$)")
BREAK: Final = re.compile(r"\t|[.!?]\s+")
LABEL: Final = re.compile(r"\w:\s")
LETTER: Final = re.compile(r"[^\W\d_]")
# Every sentence about somebody has one of these, or the past of another verb.
FINITE: Final = AnyCase(
    r"\b(?:har|hade|är|var|blev|fick|får|ska|skall|kan|kommer|is|was|are|has|have|had|will|"
    r"deltar|genomför|genomgår|avslutar|slutför|fullföljer|följer|går|läser)\b"
)
# "attended part of", "Attempted", but not "Mohammed Ali"
PAST: Final = re.compile(
    r"\W*(?!(?i:award|issu|present|grant|tilldel|utfärd|\w*(?:plats|insats|sats)\b))"
    r"(?:(?:[a-zåäö]\w+(?:ades?|ats|ed)|gick|genomgick|deltog|(?:genom|full|slut)(?:förde|följde|gjorde))\b|"
    r"\w{2,}(?i:ades?|ats|ed)(?=\W*$|\s+[a-zåäö]))"
)
# "Efter kursen ska deltagaren kunna": the verb stands before whom it is said of.
VERB_BEFORE: Final = re.compile(r"\b(?:har|hade|ska|skall|kan|får|kommer|är)\s+$")
LONGEST_VERB: Final = 9
# In small letters, since it may be a title or a name: "startar", "attends"
PRESENT: Final = re.compile(
    r"\W*(?!tilldel|utfärd|överlämn|ges\s|(?:(?:in)?för|över|under|efter|eller|när|där|här|vår|er|per|hos|plats|studier|\w*kurs)\b)"
    r"[a-zåäö]+(?:[aeäö]r|s)\b"
)
# "Introduktion till", "has registered for the course": it goes on with what stands below.
UNFINISHED: Final = AnyCase(
    r"\b(?:på|i|av|om|för|från|till|inom|med|att|kursen|utbildningen|of|in|for|to|on|the|course)$"
)
ONLY_COURSE: Final = AnyCase(r"\W*(?:(?:webb)?(?:kurs|utbildning)(?:en)?|(?:the\s+)?course)\W*$")
# "Har ansökt om deltagande": what stands between says what was done with it.
NO_VERB: Final = AnyCase(
    r"(?:\w+(?:förd|förda|följd|följda|gjord|slutad|klarad|ande\w*|gången|gångna|gånget|ion)|"
    r"godkän\w+|klar|färdig)$"
)
# "Deltagit i en genomgång av", "ett prov av", "deltog när Bo Ek höll": what is no course, and
# what another one did.
OTHER_DEED: Final = AnyCase(
    r"\b(?:(?:genomgång|avslutning)(?:en|ar|arna)?\s+(?:av|om|på|i|för|till|med)|\w*tillfälle\s+\d{1,2}\b(?![:.])|"
    r"\w*(?:prov|test)(?:et|en|erna)?\s+av|seminari(?:um|et|er|erna)\s+(?:i|om|av|på)|"
    r"(?:deltog|deltagit|närvarande|närvarade|medverka(?:de|t))\s+(?:när|medan|då))\b"
)
JOINED: Final = AnyCase(r"\b(?:och|samt|and)\s+$")
ROLES: Final = (
    r"\b(?:(?:kurs)?deltagaren|ovan(?:stående|nämnda?)(?:\s+person)?|personen|medarbetaren|eleven|"
    r"studenten|den\s+studerande|hon|han|hen|she|he|the\s+(?:participant|learner|holder))\b"
    r"|(?:^|(?<=[\n\t])|(?<=[.!]\s))(?:du|you)(?=\s+(?:har|är|have|are)\b)"
)
ROLE: Final = AnyCase(rf"\b(?:{ROLES})\b")
HOLDER: Final = AnyCase(rf"\W*(?:{ROLES}|(?:du|you)\b)")
# "Kim Berg är anställd vid" tells who it is.
WHO: Final = AnyCase(
    r"\W*(?:är|var|is|was|are)\s+(?:anställd|född|bosatt|verksam|medarbetare|inloggad|employed|born|logged)\b"
    r"|\W*har\s+loggats\s+ut\b|\W*är\s+(?:riktig|korrekt|sann)t?\W*$"
)
# "Deltagaren har efter kursen kunskap om" tells what the course is for.
AIM: Final = AnyCase(
    r"(?:har|kan|ska|skall|får|fick)\b.*\b(?:kunskap|kännedom|förmåga|förståelse|insikt|verktyg|"
    r"redskap|kunna|känna)\w*"
)
# "Kan efter kursen redogöra för", "har rätt till utdrag", "har uppnått kursens mål": nothing else
# than what the course was for, what anybody may do, and what those have done who completed it.
ALLOWED: Final = (
    r"(?:rätt\s+(?:att|till)|(?:behörighet|befogenhet)\s+att\s+(?:använda|arbeta|hålla|utföra|göra|bedöma)|behörig\s+att|möjlighet\s+att|tillgång\s+till\s+(?:\w+\s+)?(?:intyg|bevis|diplom|"
    r"material|kursmaterial|innehåll|uppgift|personuppgift)\w*|välkommen\s+(?:att|tillbaka)|"
    r"the\s+right\s+to|access\s+to\s+(?:your|the)\s+(?:certificate|material|data))"
)
LEARNED: Final = (
    r"(?:redogöra|beskriva|förklara|veta|förstå|tillämpa|använda|upptäcka|identifiera|ställa|reflektera|"
    r"analysera|bemöta|samtala|describe|explain|apply|identify)"
)
WELL_DONE: Final = (
    r"(?:(?:tagit\s+del\s+av|sett|läst|gjort|öppnat|följt|lämnat\s+in|varit\s+(?:med|närvarande)\s+(?:under|på|vid))\s+"
    r"(?:hela|alla|samtliga)|uppfyllt|uppnått|besvarat|svarat|visat|"
    r"arbetat|reflekterat|diskuterat|tränat|övat|met|fulfilled|achieved|answered|shown|"
    r"(?:worked|gone)\s+through\s+(?:every|all|the\s+(?:whole|entire)))"
)
USED: Final = (
    r"(?:ladda|logga|skriva\s+ut|spara|hämta|begära|kontakta|visa|download|print|contact|view)"
)
# "Har endast behörighet att arbeta under handledning" takes back what it seems to give.
RESTRICTED: Final = (
    r"(?:ännu|än|endast|bara|enbart|blott|först|hittills|tills|inte|ej|inom\s+ramen|i\s+väntan|"
    r"(?:under|med)\s+(?:\w+\s+)?(?:handledning|uppsikt|tillsyn|övervakning)|tillsammans\s+med|"
    r"only|not|yet|until|supervis\w+)"
)
BESIDES: Final = AnyCase(
    rf"(?:kan|får|can|may)\s+(?:\w+\s+){{0,3}}?{USED}\b"
    rf"|(?:har|är|have|has|are)\s+(?!.*\b{RESTRICTED}\b)(?:\w+\s+|efter\s+\w+\s+)?(?:{ALLOWED}|(?:identifierat|legitimerat)\s+sig)\b"
    rf"|(?:kan|ska|skall|can|will|should)\s+(?:\w+\s+){{0,3}}?{LEARNED}\b"
    rf"|(?:har|have|has)\s+(?:(?!inte\b|ej\b|not\b|ännu\b)\w+\s+){{0,3}}?{WELL_DONE}\b"
    r"(?!.*\b(?:delmål\w*|delar|delvis|några|vissa|flera|endast|bara|inte|ej|not|some|only)\b)"
    r"|(?:var|was)\s+(?:med|närvarande|present)\s+(?:under|på|vid|during|throughout)\s+"
    r"(?:hela|alla|samtliga|the\s+(?:whole|entire))\b(?!.*\b(?:utom|inte|ej|except|not)\b)"
)

# "Kan därefter använda instrumentet": behind what was completed.
MAY_DO_THEN: Final = re.compile(
    rf"\s+(?:kan|får|ska\s+kunna)\s+(?:därefter|därmed|därigenom|sedan|nu|numera|således|alltså|självständigt|själv)\s+"
    rf"(?:{LEARNED}|bedöma|hålla|(?:utföra|göra|arbeta)\s+(?:med\s+)?(?:\w+\s+)?"
    r"(?:\w*bedömning|\w*samtal|metoden|modellen|instrumentet)\w*)\b"
    rf"(?![^.!?]*\b(?:{RESTRICTED}|om|när|efter|kurs\w*|utbildning\w*|del|steg|nivå|modul|"
    r"prov\w*|test\w*|uppgift\w*|rest\w*|fördjup\w*|vidare)\b)",
    re.IGNORECASE,
)

# "Har arbetat igenom samtliga avsnitt", whoever has the badge: all, or as much as is asked for.
CRITERION: Final = AnyCase(
    r"\W*(?:att\s+)?(?:har|have|has)\s+(?:(?:arbetat|gått|jobbat|läst|tagit\s+sig)\s+igenom|tagit\s+del\s+av|sett|läst|gjort|"
    r"genomfört|slutfört|klarat|besvarat|svarat\s+rätt\s+på|uppnått|worked\s+through|gone\s+through|answered|"
    r"completed|scored|achieved|passed|watched|read)\s+"
    r"(?:(?:minst|at\s+least)\s+\d{1,3}\s?(?:%|procent|percent)|hela|alla|samtliga|varje|all|every|each|"
    r"the\s+(?:whole|entire))\b"
    r"(?!.*\b(?:delmål\w*|delar|delvis|några|vissa|flera|endast|bara|inte|ej|utom|not|some|only|except)\b)"
)

# "Efter kursen ska deltagaren", over a list.
LIST_BELOW: Final = AnyCase(r"(?:kan|ska|skall|can|will|should)\s*:?\s*$")

Unknown = Callable[[str], Iterable[str]]


def says_completed(said: str, unknown: Unknown) -> bool:
    """Whether what leads in to a title says that the course was completed, or nothing else.

    `unknown` gives the words of a text that do not belong on a certificate.
    """
    said = without_after(without_all_of(said))
    done = max(completions(said), key=lambda match: (match.end(), -match.start()), default=None)
    if done is None:
        is_heading = said[:1].isalpha() and _begins_sentence(said)
        led_in = said if is_heading else without_course(said)
        return not (_has_verb(led_in) or PAST.match(said) or any(unknown(led_in)))
    if OTHER_DEED.search(said):
        return False
    before = said[: done.start()]
    *_, verb_end = [0, *(match.end() for match in FINITE.finditer(before))]
    is_of_another = NO_VERB.match(done.group()) or JOINED.search(before)
    if verb_end and is_of_another and any(unknown(without_completions(before[verb_end:]))):
        return False
    return not any(unknown(without_course(said[done.end() :])))


# ---------------------------------------------------------------- Before a title


def said_before(text: str) -> str:
    """What leads in to what stands behind the text: on its line, and above if that runs on."""
    *above, beside = text[-2 * LONGEST :].split("\n")
    *earlier, said = BREAK.split(beside)
    if earlier:
        return said
    for line in [*filter(LETTER.search, above)][: -MOST_LINES - 1 : -1]:
        if _begins_sentence(said):
            break
        if ONLY_COURSE.match(line):
            continue
        running = next(filter(_runs_on, reversed(line.split("\t"))), None)
        if running is None:
            break
        said = f"{_last_sentence(running)} {said}"
    return said


def _begins_sentence(said: str) -> bool:
    letter = LETTER.search(said)
    return bool(letter and not letter.group().islower())


def _runs_on(line: str) -> bool:
    """Whether it is an unfinished sentence, and no heading, label or name."""
    last = _last_sentence(line).strip()
    if not last or len(LABEL.findall(last)) > 1:
        return False
    return bool(_has_verb(last) or UNFINISHED.search(last) or completions(last))


def _has_verb(said: str) -> bool:
    return bool(FINITE.search(said) or PAST.match(said) or PRESENT.match(said))


def _last_sentence(line: str) -> str:
    return SENTENCE_END.split(line)[-1]


# ---------------------------------------------------------------- Behind a name


def says_something_else(told: Sequence[str]) -> bool:
    """Whether what is told of the holder is something, and nowhere that it was to complete."""
    return bool(told) and not any(map(completions, told))


def told_of(text: str, names: Iterable[str]) -> Iterator[str]:
    """What is said of the holder, in sentences that begin with the name or a word for it."""
    of_names = ((0, end, False) for name in names for _, end in places_of(name, text))
    of_roles = ((*match.span(), True) for match in ROLE.finditer(text))
    for begin, end, is_role in (*of_names, *of_roles):
        sentence = _sentence(text[end : end + LONGEST])
        told = _told_in(sentence)
        if inverted := VERB_BEFORE.search(text[max(begin - LONGEST_VERB, 0) : begin]):
            told = f"{inverted.group()}{sentence.lstrip()}"
        if told and not (WHO.match(told) or (is_role and _is_aside(told))):
            yield told


def _told_in(sentence: str) -> str:
    """What it tells from its verb on; the first one, where what is told last is but an aside.

    "Deltog i utbildningen och har rätt att använda manualen"
    """
    finite, past = FINITE.search(sentence), PAST.match(sentence)
    told = sentence[finite.start() :] if finite else ""
    return sentence[past.start() :] if past and (not told or _is_aside(told)) else told


def is_aside(sentence: str) -> bool:
    """Whether it says of any holder what the course was for, or what they may and do besides.

    What a badge is given for names nobody.
    """
    if CRITERION.match(sentence):
        return True
    subject = HOLDER.match(sentence)
    return bool(subject and _is_aside(sentence[subject.end() :].lstrip()))


def _is_aside(told: str) -> bool:
    return bool(AIM.match(told) or BESIDES.match(told) or LIST_BELOW.match(told))


def _sentence(text: str) -> str:
    """The text up to the end of the sentence, over lines that run on."""
    first, *below = SENTENCE_END.split(text)[0].split("\n")
    lines = [first]
    for line in filter(str.strip, below):
        begins = FINITE.match(line) or PAST.match(line)
        if not line[0].islower() and not (begins and lines == [""]):
            break
        lines.append(line)
    return " ".join(lines)
