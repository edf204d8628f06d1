"""The ways of writing a day, whole or half, and several days of one course."""

import re
from datetime import date
from typing import Final

from focusareas.certificate_patterns import AnyCase, OnlyWith

# Web courses are younger; a day before it is a birthday or the like.
EARLIEST: Final = date(2005, 1, 1)

MONTH_NAMES: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
MONTH: Final = "|".join(sorted(MONTH_NAMES, key=len, reverse=True))
MONTH_LAST: Final = AnyCase(rf"\b(?:{MONTH})\.?\s*$")
ORDINAL: Final = r"(?::?(?:e|a|te|dje)|st|nd|rd|th)?"
WRITTEN: Final = OnlyWith(
    r"\d{4}",
    rf"""
    (?:(?<![\d.:/-])|(?<=-\d\d-)|(?<=-\d\d--)|(?<=-\d\d/))(?P<y1>\d{{4}})\s?[-./–]\s?(?P<m1>\d{{1,2}})\s?[-./–]\s?(?P<d1>\d{{1,2}})(?!(?!t\d)[^\W_])
    |(?<!\d)(?P<d2>\d{{1,2}}){ORDINAL}\.?\s*(?:of\s+)?(?P<m2>{MONTH})\b\.?,?\s*(?P<y2>\d{{4}})(?!\d|-\d\d-\d\d)
    |\b(?P<m3>{MONTH})\.?\s+(?P<d3>\d{{1,2}}){ORDINAL},?\s+(?P<y3>\d{{4}})(?!\d)
    |(?<![\d./])(?<!\d{{4}}-)(?P<d4>\d{{1,2}})\s?/\s?(?P<m4>\d{{1,2}})\s?[-–]?\s*(?P<y4>\d{{4}})(?!\d|-\d\d-\d\d)
    |(?<![\d./])(?<!\d{{4}}-)(?P<d5>\d{{1,2}})\.\s?(?P<m5>\d{{1,2}})\.\s?(?P<y5>\d{{4}})(?!\d|-\d\d-\d\d)
    |(?<![\d./-])(?P<d7>\d{{1,2}})(?P<mark>[-/])(?P<m7>\d{{1,2}})(?P=mark)(?P<y7>\d{{4}})(?![\d])
    |(?:(?<![\w./:+-])|(?<=\b20\d{{6}}-))(?P<y6>20\d\d)(?P<m6>[01]\d)(?P<d6>[0-3]\d)(?:(?![\w/:-])|(?=-20\d{{6}}\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
AMERICAN_TOO: Final = "7"
# Where one digit of two may stand apart, as in scans: "1 2 april", "l2/4", "2023-04-1 2".
DIGIT_BEFORE: Final = re.compile(r"(?:\d\s|[^\W_]|\b[lIO|]\s)$")
DIGIT_BEHIND: Final = re.compile(r"\s\d(?!\w|[:.,/]\d)")
# What looks like a day without saying which: no year, a short one, or letters among the digits.
HALF_WRITTEN: Final = re.compile(
    rf"""
    (?<!\d)\d{{1,2}}{ORDINAL}\.?\s*(?:of\s+)?(?:{MONTH})\b(?!\.?,?\s*\d{{4}}(?!\d))
    |(?<![\d./-])\d{{1,2}}\s?/\s?\d{{1,2}}\s?[-–/]\s?\d\d(?![\d/])
    |(?<![\d./-])\d\d-\d\d-\d\d(?![\d-])
    |(?<![\d./-])20\d\d\s?[-./]\s?\d{{1,2}}\s?[-./]\s?\d?[^\W\d_]
    |(?<![\w./-])\d\d[01]\d[0-3]\d\s?[-–]\s?\d\d[01]\d[0-3]\d(?!\w)
    |(?<![\d./-])20\d\d\s[01]\d\s[0-3]\d(?!\s?[\d./:-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Half written, and yet to be read in one way only: "12/4-23", "12 april -23", "2023 04 12".
SHORT_YEAR: Final = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:/(?P<m1>\d{{1,2}})|{ORDINAL}\s*(?P<n1>{MONTH}))\s?-(?P<y1>\d\d)(?!\d)"
    r"|20(?P<y2>\d\d)\s(?P<m2>\d\d)\s(?P<d2>\d\d)",
    re.IGNORECASE,
)
# What tells of a time behind a label and is no day that can be read: "april 2023", "v. 15", "12.4".
VAGUE: Final = re.compile(
    rf"\b(?:{MONTH})\b|(?<!\d)20\d\d(?!\d)|\b(?:vecka|week|v\.?)\s?\d|"
    r"\b(?:våren|hösten|sommaren|vintern|vt|ht)\b|"
    r"\d{1,4}\s?[-./–\s]\s?\d{1,4}\b(?!\s*(?:av\b|of\b|%|tim|modul|del|kap|fråg|poäng|rätt))",
    re.IGNORECASE,
)
# Six digits are a day only behind a label, and never behind another kind of number.
SHORT: Final = re.compile(
    r"(?:dag|datum|date|den|genomfört?d?|slutförd?|avslutad|fullföljd|klar|godkänd)\s*:?\s*"
    r"(?P<y>\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\w/:.+-])",
    re.IGNORECASE,
)
SHORT_VALUE: Final = re.compile(r"\d{6}")

BORN: Final = AnyCase(r"\b(?:f\.|född|born)")
BORN_ON: Final = re.compile(
    r"(?:,\s*)?\b(?:f\.|född|born)\s*:?\s*(?:den\s+|on\s+)?$", re.IGNORECASE
)
NO_WORDS: Final = re.compile(r"(?:[\W\d_]|\bden\b|\bthe\b|\bon\b)*", re.IGNORECASE)
# Printers write the time as well.
TIME_OF_DAY: Final = re.compile(r",?\s+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}\b")
RANGE: Final = re.compile(
    r"\s*(?:--?|[–—]|(?:och\s+)?(?:fram\s+)?till(?: och med)?|t\.?o\.?m\.?|och|samt|to|and|until|"
    r"through)\s*:?\s*(?:den\s+)?",
    re.IGNORECASE,
)
RANGE_BEGINS: Final = re.compile(
    r"\b(?:fr\.?\s?o\.?\s?m\b\.?|från(?:\s+och\s+med)?|from|mellan|between)\s*:?\s*(?:den\s+)?$",
    re.IGNORECASE,
)
LIST: Final = re.compile(r"\s*[,;&+/]\s*(?:den\s+)?")
FURTHER_DAYS: Final = re.compile(
    rf"^(?>(?:\s*,\s*(?:den\s+)?\d{{1,2}}{ORDINAL}(?:\s+(?:{MONTH})\b|/\d{{1,2}}\b)(?!\s*\d))*)",
    re.IGNORECASE,
)
# "Hemse 25–26 augusti 2023": behind a town the day that it began is no number of anything.
FIRST_DAY: Final = re.compile(
    r"(?P<place>^(?!Del|Dag|Modul|Moment|Kapitel|Avsnitt|Steg|Pass|Vecka|Träff|Block|Tillfälle|Lektion|Part|"
    r"Module|Day|Week|Session|Unit|Step|Nr|Nivå|Level|Prov|Test)[A-ZÅÄÖ][a-zåäö]+,?\s+(?:den\s+)?)"
    r"(?:[1-9]|[12]\d|3[01])"
    rf"(?:\s(?:{MONTH})|/\d{{1,2}})?\s?(?:[–—-]|och|till)\s?$"
)
SEVERAL_DAYS: Final = re.compile(r"dagar(?:na)?\b|\bdates\b", re.IGNORECASE)


def without_birthday(text: str) -> str:
    """The text without the day that somebody was born: "Kim Berg, f. 1980-04-12"."""
    if not BORN.search(text):
        return text
    for match in reversed([*WRITTEN.finditer(text)]):
        if born := BORN_ON.search(text[: match.start()]):
            text = f"{text[: born.start()]} {text[match.end() :]}"
    return text


def says_day(text: str, day: date) -> bool:
    """Whether the text holds that very day, in any way of writing it."""
    return any(read_match(match) == (True, day) for match in WRITTEN.finditer(text))


def goes_on_to(last: re.Match[str], first: re.Match[str], text: str) -> bool:
    """Whether the two are the days of one course: "Kursdagar: 11/4 2023, 12/4 2023"."""
    between = text[first.end() : last.start()]
    if SEVERAL_DAYS.search(text, 0, first.start()) and LIST.fullmatch(between):
        return True
    return bool(RANGE.fullmatch(between))


def goes_on(after: str) -> bool:
    """Whether a whole day follows, with the year of all: "1 mars, 3 april – 12 april 2023"."""
    last = FURTHER_DAYS.sub("", after, count=1)
    joint = RANGE.match(last)
    return bool(joint and WRITTEN.match(last, joint.end()))


def read_match(match: re.Match[str]) -> tuple[bool, date | None]:
    """Whether it is a possible day, and which; none if it may be read in another way."""
    groups = {key: value for key, value in match.groupdict().items() if value and key != "mark"}
    form = next(iter(groups))[1:]
    month_text = groups[f"m{form}"].casefold()
    month = MONTH_NAMES.get(month_text) or int(month_text)
    number = int(groups[f"d{form}"])
    if form == AMERICAN_TOO and number <= 12 and number != month:
        return True, None
    if len(groups[f"d{form}"]) == 1 and _may_lack_digit(match, groups[f"m{form}"]):
        return True, None
    try:
        day = date(int(groups[f"y{form}"]), month, number)
    except ValueError:
        return False, None
    return day >= EARLIEST, day


def read_short(text: str, start: int) -> date | None:
    """The day of which the year is written short, or which lacks its signs, if that is sure."""
    match = SHORT_YEAR.match(text, start)
    if not match or (
        match["d1"] and match.end("d1") == start + 1 and DIGIT_BEFORE.search(text[:start])
    ):
        return None
    year, day = match["y1"] or match["y2"], match["d1"] or match["d2"]
    month = MONTH_NAMES.get((match["n1"] or "").casefold()) or int(match["m1"] or match["m2"])
    try:
        return date(2000 + int(year), month, int(day))
    except ValueError:
        return None


def _may_lack_digit(match: re.Match[str], month: str) -> bool:
    """Whether the one digit of the day may be a part of the number: "1 2 april", "2023-04-1"."""
    if match["d1"]:
        return len(month) == 2 or bool(DIGIT_BEHIND.match(match.string, match.end()))
    return not match["d3"] and bool(DIGIT_BEFORE.search(match.string[: match.start()]))


def is_bare_day(text: str) -> bool:
    """Whether a day and nothing else stands there."""
    return bool(WRITTEN.search(text)) and bool(NO_WORDS.fullmatch(WRITTEN.sub("", text)))


def since_last_label(before: str) -> str:
    """Behind another day only what follows it counts, unless that is nothing but "to"."""
    first, is_behind_another, last = before.rpartition("§")
    if not is_behind_another or LIST.fullmatch(last):
        return FIRST_DAY.sub(r"\g<place>", before)
    return since_last_label(RANGE_BEGINS.sub("", first)) if RANGE.fullmatch(last) else last
