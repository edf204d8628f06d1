"""Words on certificates that do not say what was done: those around the course and the day."""

import re
from functools import lru_cache
from typing import Final

from focusareas import names
from focusareas.certificate_patterns import TOKEN

# The same words come on every certificate of a pile.
fold = lru_cache(maxsize=10_000)(names.fold)
WORD: Final = re.compile(r"\S+")

# Of what form a course is, and not what it is about: "tredagarsutbildningen".
FORM: Final = (
    r"(?:(?:introduktions)?webb|nät|distans|online|e-?|introduktions|grund|bas|fort|vidare|"
    r"(?:hel|halv|en|två|tre|fyra|fem|\d-?)dags?(?:ars)?|uppdrags|metod|personal|intern|lärar|"
    r"fördjupnings|påbyggnads|steg|intensiv)"
)
# A course in general, or how one works who has learned it: "programmet", "om metoden".
GENERAL: Final = (
    rf"(?:{FORM}?(?:kurs|utbildning)(?:en)?|{FORM}?program(?:met)?|"
    r"(?:fort|vidare)bildning(?:en)?|(?:studie)?cirkel(?:n)?|(?:kurs|utbildnings|studie)(?:dag(?:en|ar|arna)?|program(?:met)?)|"
    r"(?:bedömnings|samtals)?(?:metod(?:en)?|modell(?:en)?|instrument(?:et)?|verktyg(?:et)?)|checklistan?|"
    r"(?:training\s+)?(?:e-)?(?:course|training|learning|programme))"
)
NEUTRAL: Final = re.compile(
    r"(?:den|det|en|ett|de|vår|vårt|din|ditt|er|ert|ca|cirka|c:a|vt|ht|plus|denna|detta|dessa|följande|nedanstående|ovanstående|ovannämnda|samtliga|"
    r"alla|allt|aktivt|hela|båda|whole|entire|"
    rf"{GENERAL}|{FORM}?(?:kurs|utbildning)(?:en|ens|ar|er|erna|s?(?:datum|dag|dagar|dagen|dagarna|namn|tillfället?))?s?|"
    r"moment\w*|moduler\w*|delar\w*|kapitel|kapitlen|avsnitt\w*|lektioner\w*|övningar\w*|"
    r"två|tre|fyra|fem|sex|digital\w*|webbaserad\w*|obligatorisk\w*|"
    r"grundläggande|(?:\w*fordringar|krav|kurskrav)(?:na|en)?|sin|sitt|helhet|med|väl|nu|därmed|också|framgångsrikt|(?:kurs|slut)?(?:resultat|utfall)(?:et)?|betyg|omdöme|"
    r"status|och|and|i|på|vid|hos|av|samt|för|om|från|till|under|att|som|när|då|är|var|blev|blivit|"
    r"vara|bli|har|hade|du|ni|dag|dagen|dagar|dagarna|(?:kurs)?innehåll(?:et)?|studier|(?:fort|vidare)bildningen?|datum|tid(?:en)?|period(?:en)?|mellan|tidpunkt|kl|klockan|ort|härmed|"
    r"deltagar\w*|kursdelta\w*|medarbetar\w*|(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag\w*)?|å{2,4}|yyyy|mm|dd|"
    r"\d[\d:.,/–-]*|timmar\w*|h|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|"
    r"november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec|"
    r"january|february|march|may|june|july|august|october|"
    r"kunskapstest\w*|the|following|course|online|web|web-based|training|programme|on|in|of|a|is|was|were|"
    r"has|have|had|you|our|your|their|this|an|open|free|e-learning|date|day|successfully|e|nämnd\w*|enligt\s+ovan|ovan|nedan|rubricerad\w*|"
    r"tillhörande|avslutande|prov\w*|test\w*|slut\w*|genomför\w*|genomgå(?!ngar?\b)\w*|genomgick|fullfölj\w*|"
    r"fullgjor\w*|avslut\w*|kursslut|avklara\w*|klar\w*|färdig\w*|godkän\w*|delta\w*|deltog|gått|gicks|"
    r"all|every|compulsory|mandatory|components|parts|modules|chapters|lessons|requirements|assignments|"
    r"complet\w*|finished|passed|participated|attended)"
)
SIGNS: Final = "§\"”“'’.,:;!?()[]–—-·|•*_…"


def words_of(*texts: str) -> frozenset[str]:
    """The folded words of the texts."""
    return frozenset(fold(word) for text in texts for word in TOKEN.findall(text))


def unknown_words(text: str, own: frozenset[str]) -> list[str]:
    """The words that are neither neutral nor own ones: those of courses' names and issuers."""
    words = (word.strip(SIGNS) for word in text.casefold().split())
    return [word for word in words if word and not _is_known(word, own)]


def known_beginning(text: str, own: frozenset[str]) -> str:
    """The text up to the first word that is neither neutral nor an own one."""
    for match in WORD.finditer(text):
        word = match.group().casefold().strip(SIGNS)
        if word and not _is_known(word, own):
            return text[: match.start()]
    return text


def _is_known(word: str, own: frozenset[str]) -> bool:
    return bool(NEUTRAL.fullmatch(word)) or all(
        NEUTRAL.fullmatch(part) or _is_own(part, own) for part in TOKEN.findall(word)
    )


def _is_own(part: str, own: frozenset[str]) -> bool:
    """Whether it is an own word, also of an owner: "Länsstyrelsens", "NCK:s"."""
    folded = fold(part)
    return folded in own or folded == "s" or (folded[-1:] == "s" and folded[:-1] in own)
