"""The days of a course in words: how many it had, which was the last, how long it took."""

import re
from typing import Final

from focusareas.certificate_written_days import MONTH

# "Samtliga övningar", "sista kapitlet": with them the course is done, as it is on its last day.
PARTS: Final = (
    r"(?:kapit|modul|moment|del(?=ar|en\b|\b)|avsnitt|övning|uppgift|steg|lektion|block|chapter|"
    r"pass(?:en)?\b|träff|tillfälle)"
)
WHOLE: Final = re.compile(
    rf"\b(?:alla|samtliga|sista|all|last)\s+(?:{PARTS}|(?:de|kursens|obligatoriska|\d+|två|tre|fyra|"
    rf"fem|sex|sju|åtta|nio|tio|ingående)\s+{PARTS})\w*",
    re.IGNORECASE,
)
# Who meets all that is asked for has completed the course.
ALL_MET: Final = re.compile(
    r"\b(?:alla|samtliga|all)\s+(?:kursens?\s+)?(?:krav(?:en)?|kriterier(?:na)?|requirements|criteria)\s+"
    r"(?:är\s+|blev\s+)?(?:uppfyll(?:da|ts|des)|met|fulfilled)\b",
    re.IGNORECASE,
)
NUMBER: Final = (
    r"(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|"
    r"two|three|four|five|six|seven|eight|nine|ten)"
)
MEETINGS: Final = (
    r"(?:(?:kurs|utbildnings|hel|halv)?(?:dagar|träffar|tillfällen|pass|möten)(?:na|a|en)?|"
    r"lektioner(?:na)?|föreläsningar(?:na)?|seminarier(?:na)?|(?:training\s+)?(?:days|sessions|meetings|classes))"
)
LAST_DAY: Final = re.compile(
    r"(?:(?:\b(?:kursens|utbildningens)\s+)?(?:\b(?:andra|tredje|fjärde|femte|sjätte|\d+:[ae])\s+och\s+)?\bsista\s+(?:kurs|utbildnings)(?:dag|tillfälle|träff)\w*|"
    r"\b(?:kursens|utbildningens)\s+(?:sista\s+dag|slut(?=\W*$))|"
    rf"\b(?:den\s+)?sista\s+av\s+(?:de\s+|våra\s+|kursens\s+|utbildningens\s+)?(?:{NUMBER}\s+)?{MEETINGS}\b|"
    rf"\bthe\s+last\s+of\s+(?:the\s+|our\s+)?(?:{NUMBER}\s+)?{MEETINGS}\b|"
    r"\bsista\s+(?:träffen|tillfället|passet|mötet|lektionen|föreläsningen|seminariet)(?=\s+(?:var|inföll|hölls|gavs|ägde)\b)|"
    r"\bavslutande\s+(?:kurs|utbildnings)?(?:träff|dag|tillfälle|pass|möte|seminari)(?:en|et|um|umet)?\b|"
    r"\bmed\s+sista\s+dag(?:en)?\b|\bsista\s+dag(?:en)?\s+(?:på|i|av)\s+(?:kursen|utbildningen)|\bslutdag\w*|"
    r"\blast\s+day\s+of\s+(?:the\s+)?(?:course|training))"
    # "Sista kursdagen var den": when it was.
    r"(?:\s+(?:var|är|blev|inföll|hölls|gavs|genomfördes|ägde\s+rum|was(?:\s+held)?|took\s+place)"
    r"(?=\W*(?:(?:den|on)\W*)?$))?",
    re.IGNORECASE,
)
# "Utbildningen gavs under två heldagar, den 4 och": the days of the course follow.
RAN: Final = (
    r"(?:har\s+)?(?:omfatta(?:r|de|t)|best(?:år|od|ått)\s+av|g(?:es|avs|etts|ivits)|h(?:ålls|ölls|ållits)|"
    r"(?:genomför|anordna|arrangera)(?:des|ts)|var|pågick|pågått|löpte|ägde\s+rum|ägt\s+rum)"
)
COURSE_DAYS: Final = re.compile(
    r"\b(?:kursen|utbildningen)(?:\s+(?:i|om)\s+[^.,;:§]{1,80}?)?,?\s+(?:som\s+)?"
    rf"{RAN}(?=[^§]*(?:dag(?:ar)?\b|\bfördela))(?:[\s,:(§&–-]|\b(?:{NUMBER}|(?:hel|halv|kurs|utbildnings)?dag(?:ar)?|"
    rf"timmar|tim|h|fördela(?:t|d|de)|under|över|på|som|med|om|totalt|sammanlagt|ca|den|och|samt|{MONTH})\b)*$",
    re.IGNORECASE,
)
# "Stort tack för ditt deltagande den": who is thanked has taken part.
THANKS: Final = re.compile(
    r"(?:(?:\b(?:(?:ett\s+)?(?:stort|varmt)|hjärtligt)\s+)?(?<!förhand )\btack\s+för\s+"
    r"(?:(?:ditt|din|ert|er)\s+(?:aktiva\s+)?(?:deltagande|närvaro)|att\s+du\s+deltog)"
    r"|\bthank\s+you\s+for\s+(?:your\s+(?:active\s+)?participation|participating|attending))"
    r"(?=\s+(?:den|on)\s*$)",
    re.IGNORECASE,
)
NUMBERS: Final = {"tre": 3, "fyra": 4, "fem": 5, "sex": 6, "3": 3, "4": 4, "5": 5, "6": 6}
NUMBER_OF_DAYS: Final = re.compile(r"(\w+)\s+\w*dagar\b", re.IGNORECASE)
LISTED: Final = re.compile(r"§|\b\d{1,2}\b")
# How long it took, and which day of the week it was, is nothing else: "två dagar, 11–".
LENGTH: Final = re.compile(
    r"^\W*(?:(?:omfattning|(?:kurs)?längd|duration)\W*)?(?:ca\s+)?"
    r"(?:\d+|en|ett|två|tre|fyra|fem|sex|one|two|three)\s*(?:hel|halv|kurs|utbildnings)?"
    r"(?:dag(?:ar)?|timm(?:ar|e)|tim|h|days?|hours?)\b\W*(?:\d{1,2}\s*(?:[–-]|och)\s*)?(?:den\s+)?$",
    re.IGNORECASE,
)
# "Samtal om våld (heldag)", and not of what it is told alone: "utbildningen (en heldag)".
ONE_DAY: Final = re.compile(
    r"(?:^|(?<=\s)(?<!kursen\s)(?<!utbildningen\s)(?<!dagen\s))"
    r"\((?:en\s+)?heldag(?:,\s+(?:på\s+(?:plats|distans)|digitalt|fysiskt|online|via\s+länk))?\)(?=\W*(?:den\W*)?$)",
    re.IGNORECASE,
)
SAME_DAY: Final = re.compile(
    rf"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\bi\s+(?:{MONTH})\b(?:\s+månad)?(?:\s+20\d\d)?,?|"
    rf"\bvid\s+{NUMBER}\s+tillfällen\b|\bmed\s+(?:full|100\s*%)\s+närvaro\b",
    re.IGNORECASE,
)


def with_course_days(words: str) -> str:
    """The words with a label for how many days the course had: "gavs under två dagar, den"."""
    return COURSE_DAYS.sub(_course_days, words)


def with_last_day(words: str) -> str:
    """The words with a label for the last day or the whole of it, without how long it took."""
    last = LAST_DAY.sub("kursslut", ALL_MET.sub("kursen avslutad", words))
    whole = WHOLE.sub("kursen", THANKS.sub("du har deltagit", last))
    return LENGTH.sub("", SAME_DAY.sub(" ", ONE_DAY.sub(" ", whole)))


def _course_days(told: re.Match[str]) -> str:
    """The label of several days, unless fewer of them stand there than are told of.

    The last one and the one that "och" parts from it are not among the words.
    """
    words = told.group()
    number = NUMBER_OF_DAYS.search(words)
    count = NUMBERS.get(number.group(1).casefold(), 0) if number else 0
    listed = len(LISTED.findall(words[number.end() :])) if number else 0
    return words if count > listed + 2 else "kursdagar"
