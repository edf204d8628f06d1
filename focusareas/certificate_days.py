"""The day a course was completed, among all days that stand on a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_papers import begins
from focusareas.certificate_patterns import AnyCase
from focusareas.person_numbers import without_person_number

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
WRITTEN: Final = re.compile(
    rf"""
    (?:(?<![\d.:/-])|(?<=-\d\d-)|(?<=-\d\d--)|(?<=-\d\d/))(?P<y1>\d{{4}})\s?[-./–]\s?(?P<m1>\d{{1,2}})\s?[-./–]\s?(?P<d1>\d{{1,2}})(?!(?!t\d)[^\W_])
    |(?<!\d)(?P<d2>\d{{1,2}}){ORDINAL}\.?\s*(?:of\s+)?(?P<m2>{MONTH})\b\.?,?\s*(?P<y2>\d{{4}})(?!\d)
    |\b(?P<m3>{MONTH})\.?\s+(?P<d3>\d{{1,2}}){ORDINAL},?\s+(?P<y3>\d{{4}})(?!\d)
    |(?<![\d./])(?<!\d{{4}}-)(?P<d4>\d{{1,2}})\s?/\s?(?P<m4>\d{{1,2}})\s?[-–]?\s*(?P<y4>\d{{4}})(?!\d)
    |(?<![\d./])(?<!\d{{4}}-)(?P<d5>\d{{1,2}})\.\s?(?P<m5>\d{{1,2}})\.\s?(?P<y5>\d{{4}})(?!\d)
    |(?<![\d./-])(?P<d7>\d{{1,2}})(?P<mark>[-/])(?P<m7>\d{{1,2}})(?P=mark)(?P<y7>\d{{4}})(?![\d])
    |(?:(?<![\w./:+-])|(?<=\b20\d{{6}}-))(?P<y6>20\d\d)(?P<m6>[01]\d)(?P<d6>[0-3]\d)(?:(?![\w/:-])|(?=-20\d{{6}}\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
AMERICAN_TOO: Final = "7"
# What looks like a day without saying which: no year, a short one, or letters among the digits.
HALF_WRITTEN: Final = re.compile(
    rf"""
    (?<!\d)\d{{1,2}}{ORDINAL}\.?\s*(?:of\s+)?(?:{MONTH})\b(?!\.?,?\s*\d{{4}}(?!\d))
    |(?<![\d./-])\d{{1,2}}\s?/\s?\d{{1,2}}\s?[-–/]\s?\d\d(?![\d/])
    |(?<![\d./-])\d\d-\d\d-\d\d(?![\d-])
    |(?<![\d./-])20\d\d\s?[-./]\s?\d{{1,2}}\s?[-./]\s?\d?[^\W\d_]
    |(?<![\w./-])\d\d[01]\d[0-3]\d\s?[-–]\s?\d\d[01]\d[0-3]\d(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Six digits are a day only behind a label, and never behind another kind of number.
SHORT: Final = re.compile(
    r"(?:dag|datum|date|den|genomfört?d?|slutförd?|avslutad|fullföljd|klar|godkänd)\s*:?\s*"
    r"(?P<y>\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\w/:.+-])",
    re.IGNORECASE,
)
SHORT_VALUE: Final = re.compile(r"\d{6}")

OTHER_DAY: Final = AnyCase(
    r"född|födelse|personn|pers\.?nr|pnr|birth|giltig|gäller|valid|expire|utgår|förfall|upphör|"
    r"utskri|skriv(?:en|et)?s? ut|print|version|rev\b|revid|uppdater|ändrad|start|påbörj|börja|"
    r"inled|registrer|anmäl|inbjud|dnr|diarie|ärende|beslut|fastställ|lanser|publicer|copyright|©|"
    r"anställd|nästa|senast|före\b|nummer|\bnr\b|\bid\b|kod\b|registration|enrol|begun|from\b|"
    r"fr\.?o\.?m|skapad|skicka|\bsent\b|created|uttag|framta|framställ|hämta|\w*ladda|export|"
    r"genererad|sparad|öppnad|kontroller|verifier|\binkom(?:men|met)?\b|\bankom|mottog|"
    r"mottag(?:en|et|it)|download|retriev|generated|saved|received|accessed"
)
COMPLETED_DAY: Final = AnyCase(
    r"genomför\w*|genomgå\w*|genomgick|fullgjor\w*|fullfölj\w*|slutför\w*|slutdatum|\b(?:kurs)?slut(?=\W*$)|avslut\w*|"
    r"avklara\w*|klarad\w*|klarat|\bklara?t?\b|\bfärdig\w*|godkän\w*|\bdeltog\b|deltagit|complet\w*|"
    r"finished|passed"
)
# What a person has done, whose name may stand before it.
DID: Final = AnyCase(
    r"\b(?:genomförde|fullgjorde|genomgick|fullföljde|slutförde|avslutade|avklarade|klarade|deltog)\b"
    r"|\b(?:har|have|has|att|du|you)\b.*\b(?:genomfört|genomgått|fullgjort|fullföljt|slutfört|avslutat|avklarat|"
    r"klarat|deltagit|completed|finished|passed)\b",
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
    r"\bdag\b|\bnär\b|\btid(?:punkt)?\b|tillfälle|\bwhen\b|\bperiod\b|"
    r"(?:kurs|utbildnings)(?:period|dag|tid)|(?:kurs|utbildning)\w*\s+(?:hölls|gavs|pågick|ägde\s+rum)\b",
    re.IGNORECASE,
)
ISSUED: Final = AnyCase(
    r"utfärd|(?:intyg|certifikat|bevis|diplom)\w*datum|issue|underte|underskr|signer|signat"
)
# A label that tells what was done that day, and it may have been the course.
OTHER_LABEL: Final = re.compile(
    r"(?!certifikat|intyget|beviset|\w{2,4}dagen\b)\w{3,}(?:(?<!st)ad|at|et|gen|ven|[gv]its)(?:\s+den)?\s*:?"
    r"|[^:]*\w\s*:|.*(?:datum|\bdate\b).*",
    re.IGNORECASE,
)
# The place for the day of completion, on a form that was filled in or not.
PLACE_FOR_DAY: Final = AnyCase(
    r"\b(?:avslutad|slutförd|genomförd|fullföljd|avklarad|slutdatum|kursdatum)"
    r"(?:\s+(?:datum|dag|den))?\s*:?[\s_.…]*$"
)
SENTENCE_END: Final = re.compile(r"(?<=[^\d\s]{2})[.!?;]\s+(?=[A-ZÅÄÖ])")
# Printers write the time as well.
TIME_OF_DAY: Final = re.compile(r",?\s+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}\b")
DIGIT: Final = re.compile(r"\d")
LETTERHEAD_LINES: Final = 2
LONGEST_HEADING: Final = 4
NO_WORDS: Final = re.compile(r"(?:[\W\d_]|\bden\b|\bthe\b|\bon\b)*", re.IGNORECASE)
# What ends with a colon, or has a capital on the next line, may be the label of something else.
NEXT_WORD: Final = re.compile(
    r"[^\S\n,]*,?(?:[\s,]*\n\s*(?=[a-zåäö]))?[^\S\n]*(?:har\s+)?(?:med \w+ \w+ )?(\w+)(?!\w|\s*:)"
)
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
SEVERAL_DAYS: Final = re.compile(r"dagar(?:na)?\b|\bdates\b", re.IGNORECASE)
# "Kim Berg, anställd hos oss, har": what is said between is not said of the day.
CLAUSE: Final = re.compile(r"(?<!§),\s+(?=har\b)", re.IGNORECASE)
# "Slutprov godkänt" may be a day before the rest was done.
PART: Final = AnyCase(
    r"(?:test|prov|kapit|modul|moment)(?!.*\b(?:och|samt)\s+\w*(?:kurs|utbildning)(?:en)?\b)"
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
    UNCLEAR = 5
    COMPLETED = 6


# Among which days there must be no other one. Words of completion that may be about something
# else, "Godkänt av chef", are believed only where they stand alone. A day of something unknown
# is never believed, and may be the right one where nothing better than the day of issue is found.
RIVALS: Final = {
    Kind.COMPLETED: {Kind.COMPLETED},
    Kind.UNCLEAR: {Kind.UNCLEAR, Kind.LABELLED, Kind.BARE, Kind.UNKNOWN},
    Kind.LABELLED: {Kind.LABELLED},
    Kind.BARE: {Kind.BARE, Kind.ISSUED, Kind.UNKNOWN},
    Kind.ISSUED: {Kind.ISSUED, Kind.UNKNOWN},
}


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as it stands on the page; none where something is written that cannot be read."""

    day: date | None
    kind: Kind


def completed_on(page: Page, own: frozenset[str] = frozenset()) -> date | None:
    """The only day that is best labelled as the day of completion; None if there are several.

    `own` are the words of courses' names: what stands among them is said of the course.
    """
    found = [day for row in page.rows for piece in row for day in _days_in(page, piece, own)]
    best = max((day.kind for day in found), default=Kind.UNKNOWN)
    if best == Kind.UNKNOWN:
        return None
    if best <= Kind.BARE and any(_is_left_blank(page, piece) for piece in page.pieces):
        return None
    days = {day.day for day in found if day.kind in RIVALS[best]}
    return days.pop() if len(days) == 1 else None


def _is_left_blank(page: Page, piece: Piece) -> bool:
    """Whether the day of completion should stand beside or below the piece, and does not."""
    if not PLACE_FOR_DAY.search(piece.text) or page.beside(piece):
        return False
    return not any(_is_bare_day(other.text) for other in page.below(piece))


def says_day(text: str, day: date) -> bool:
    """Whether the text holds that very day, in any way of writing it."""
    return any(_read(match) == (True, day) for match in WRITTEN.finditer(text))


def _days_in(page: Page, piece: Piece, own: frozenset[str]) -> Iterator[WrittenDay]:
    if not DIGIT.search(piece.text) and not MONTH_LAST.search(piece.text):
        return
    line = _with_long_years(page, piece)
    text = f"{line}\n{_next_line(page, piece)}"
    matches = list(WRITTEN.finditer(text))
    for index, match in enumerate(matches):
        if match.start() >= len(line):
            break
        begins = index + 1 < len(matches) and _goes_on_to(matches[index + 1], match, text)
        is_possible, day = _read(match)
        words, heading = _words_around(page, piece, text, match)
        kind = _kind_of_cell(words, heading, own)
        if kind == Kind.BARE and (sentence := _from_line_above(page, piece, words, own)):
            kind = _kind(sentence, own)
        if kind in (Kind.BARE, Kind.ISSUED) and (
            TIME_OF_DAY.match(text, match.end()) or _is_letterhead(page, piece)
        ):
            if not words.strip() or unknown_words(words, own):
                continue
            kind = Kind.UNKNOWN
        if is_possible and not begins and kind > Kind.OTHER:
            yield WrittenDay(day, kind)
    yield from _half_written(page, piece, text, own)


def _from_line_above(page: Page, piece: Piece, words: str, own: frozenset[str]) -> str:
    """The words with those of the line above, where that says that the course was completed."""
    above = " ".join(other.text for other in page.above(piece))
    if not words.strip() or not COMPLETED_DAY.search(above) or WRITTEN.search(above):
        return ""
    return "" if unknown_words(words, own) else f"{SENTENCE_END.split(above)[-1]} {words}"


def _half_written(page: Page, piece: Piece, text: str, own: frozenset[str]) -> Iterator[WrittenDay]:
    """Days that matter of which the year is not written, or not surely read."""
    line_end = text.index("\n")
    for match in HALF_WRITTEN.finditer(text, 0):
        if match.start() >= line_end or _goes_on(text[match.end() :]):
            continue
        kind = _kind_of_cell(*_words_around(page, piece, text, match), own)
        if kind == Kind.UNKNOWN or kind >= Kind.LABELLED:
            yield WrittenDay(None, kind)


def _goes_on_to(last: re.Match[str], first: re.Match[str], text: str) -> bool:
    """Whether the two are the days of one course: "Kursdagar: 11/4 2023, 12/4 2023"."""
    between = text[first.end() : last.start()]
    if SEVERAL_DAYS.search(text, 0, first.start()) and LIST.fullmatch(between):
        return True
    return bool(RANGE.fullmatch(between))


def _goes_on(after: str) -> bool:
    """Whether a whole day follows, which has the year of both: "1 mars – 12 april 2023"."""
    joint = RANGE.match(after)
    return bool(joint and WRITTEN.match(after, joint.end()))


def _is_letterhead(page: Page, piece: Piece) -> bool:
    """Whether it stands on top, above the heading, where letters have the day they were written."""
    below = page.lines_after(piece)
    on_top = page.lines[: len(page.lines) - len(below)]
    return len(on_top) <= LETTERHEAD_LINES and begins(below) and not begins(on_top)


def _with_long_years(page: Page, piece: Piece) -> str:
    """The text of the piece; "Datum: 230412" as 20230412, also when the label stands beside it."""
    line = without_person_number(piece.text)
    if SHORT_VALUE.fullmatch(line.strip()):
        label = " ".join(other.text for other in (page.before(piece)[-1:] or page.above(piece)))
        return f"20{line.strip()}" if SHORT.search(f"{label} {line}") else line
    return SHORT.sub(lambda found: f"{found.group()[:-6]}20{found.group()[-6:]}", line)


def _next_line(page: Page, piece: Piece) -> str:
    """The line on which a day that begins in the piece may end."""
    lines = [other.text for other in page.below(piece) if other.follows(piece)]
    return without_person_number(lines[0]) if lines else ""


def _read(match: re.Match[str]) -> tuple[bool, date | None]:
    """Whether it is a possible day, and which; none if it can be read in two ways."""
    groups = {key: value for key, value in match.groupdict().items() if value and key != "mark"}
    form = next(iter(groups))[1:]
    month_text = groups[f"m{form}"].casefold()
    month = MONTH_NAMES.get(month_text) or int(month_text)
    number = int(groups[f"d{form}"])
    if form == AMERICAN_TOO and number <= 12 and number != month:
        return True, None
    try:
        day = date(int(groups[f"y{form}"]), month, number)
    except ValueError:
        return False, None
    return day >= EARLIEST, day


def _words_around(page: Page, piece: Piece, text: str, match: re.Match[str]) -> tuple[str, str]:
    """The words that say what day it is, and the heading where they are but of a cell beside it."""
    before = SENTENCE_END.split(WRITTEN.sub("§", text[: match.start()]))[-1]
    before = _since_last_label(before)
    verb = _verb(SENTENCE_END.split(text[match.end() :])[0][:40])
    if not NO_WORDS.fullmatch(before):
        return f"{before}§{verb}" if verb else before, ""
    beside = [other.text for other in page.before(piece)[-1:] if not NO_WORDS.fullmatch(other.text)]
    if beside:
        return beside[0], "" if beside[0].endswith(":") else _heading(page, piece)
    if verb and "\n" not in verb:
        return verb, ""
    heading = _heading(page, piece)
    return f"{heading}§{verb}" if verb else heading, ""


def _heading(page: Page, piece: Piece) -> str:
    """What stands over the piece, or over the days in the same column."""
    above = page.above(piece)
    while above and all(_is_bare_day(other.text) for other in above):
        above = page.above(above[0])
    return " ".join(other.text for other in above if not WRITTEN.search(other.text))


def _is_bare_day(text: str) -> bool:
    """Whether a day and nothing else stands there."""
    return bool(WRITTEN.search(text)) and bool(NO_WORDS.fullmatch(WRITTEN.sub("", text)))


def _since_last_label(before: str) -> str:
    """Behind another day only what follows it counts, unless that is nothing but "to"."""
    first, is_behind_another, last = before.rpartition("§")
    if not is_behind_another or LIST.fullmatch(last):
        return before
    return _since_last_label(RANGE_BEGINS.sub("", first)) if RANGE.fullmatch(last) else last


def _verb(after: str) -> str:
    """ "har den 12 april 2023 genomfört": the word that counts may come afterwards."""
    match = NEXT_WORD.match(after)
    return match.group() if match and COMPLETED_DAY.match(match.group(1)) else ""


def _kind_of_cell(words: str, heading: str, own: frozenset[str]) -> Kind:
    """The kind that the words tell; where the heading tells another one, the lesser of them."""
    kind = _kind(words, own)
    if not heading or len(heading.split()) > LONGEST_HEADING:
        return kind
    if kind == Kind.BARE:
        return _kind(f"{words} – {heading}", own)
    of_heading = _kind(heading, own)
    if of_heading in (Kind.BARE, kind):
        return kind
    return max(min(kind, of_heading), Kind.UNKNOWN)


def _kind(words: str, own: frozenset[str]) -> Kind:
    """How surely words like these stand by the day of completion."""
    completed = list(COMPLETED_DAY.finditer(words))
    if completed:
        return _kind_of_completion(words, completed[-1], own)
    if OTHER_DAY.search(words):
        return Kind.OTHER
    if ISSUED.search(words):
        return Kind.ISSUED
    if DAY.search(words):
        return Kind.LABELLED
    return Kind.UNKNOWN if OTHER_LABEL.fullmatch(words.strip()) else Kind.BARE


def _kind_of_completion(words: str, said: re.Match[str], own: frozenset[str]) -> Kind:
    """Whether it is the course that is said to be completed, by nobody else than the person."""
    before = CLAUSE.split(words[: said.start()])[-1]
    near = " ".join(WORD_BEFORE.findall(before)[-WORDS_BEFORE:])
    for around in (f"{near} {said.group()}", words[said.end() :]):
        if OTHER_TIME.search(around):
            return Kind.OTHER
        if OTHER_DAY.search(around):
            return Kind.UNKNOWN
    did = DID.search(words)
    is_of_part = not did and PART.search(before)
    is_unclear = is_of_part or unknown_words(words[did.end() :] if did else words, own)
    return Kind.UNCLEAR if is_unclear else Kind.COMPLETED
