"""Days that are told of in a sentence around them: before, over or behind the day."""

import re
from collections.abc import Sequence
from typing import Final

from focusareas.certificate_day_words import (
    COMPLETED_DAY,
    ISSUED,
    OTHER_DAY,
    OTHER_TIME,
    Kind,
    kind_of,
    label_in,
)
from focusareas.certificate_neutral import unknown_words, words_of
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import MONTH, NO_WORDS, WRITTEN

SENTENCE_END: Final = re.compile(r"(?:(?<=[^\d\s]{2})|(?<=%))[.!?;]\s+(?=[A-ZÅÄÖ])")
# "(The right to know! – Violence and oppression)", a line of its own below the title.
PARENTHESIS: Final = re.compile(r"\([^()]*\)")
# What leads to a value or is to write on ends no sentence: "har gått .... Webbkurs om våld ....".
DOTS: Final = re.compile(r"(?:[._]{2}|…)[._…]*+|(?<=\s)\.(?>(?:\s\.)+)")
# "Utbildningen gavs den 4 maj 2023 och avslutades med ett prov": how the course went.
ENDED_SO: Final = re.compile(
    r"\s*,?\s*(?:och|samt)\s+(?:avslutades|examinerades|leddes|hölls|gavs|genomfördes|omfattade|innehöll|"
    r"bestod|arrangerades|anordnades)\b"
)
# "Har under tiden 1/4 2023 till 12/4 2023 följt kursen"
FOLLOWED: Final = re.compile(
    r"[^\S\n]*(?:följt|läst|studerat|bevistat|besökt)\s+(?:hela\s+)?"
    r"(?:vår\s+|denna\s+|webb|distans)?(?:kurs|utbildning|program|cirkel)"
)
LATER: Final = AnyCase(
    rf"\b(?:efter|sedan|senare|därefter|nästa|följande|dag(?:en|ar|arna)?|veck\w*|månad\w*|år|inte|ej|aldrig|{MONTH})\b|\d\s?[/.-]\s?\d"
)
# "2023-04-12 som dag då kursen slutfördes", ", sista kursdagen,"
LABEL_BEHIND: Final = re.compile(
    r"(?:[^\S\n]*,?[^\S\n]*|\s+(?=som\b))(?:(?:är|var|anges|angiven|utgör|gäller|räknas)\s+)?(?:som\s+)?(?:den\s+)?"
    r"(?P<label>(?:dag|datum)(?:en|et)?\s+(?:då|när|för)\b[^.:;,§]{3,70}|slutdatum\b|"
    r"(?:kursens\s+|utbildningens\s+)?sista\s+(?:kurs|utbildnings)dag(?:en)?\b)"
)
# "On", "den" or an arrow before the day, and nothing else of its own.
LEADS_IN: Final = re.compile(r"\W*(?:on|den)\W+", re.IGNORECASE)
# "Var med på hela dagen i": the place and the day are on the next lines.
OPEN: Final = re.compile(r"\s(?:i|på|vid|hos|in|at)$")
TODAY: Final = AnyCase(
    r"\b(?:du|har|att|som)\s+(?:i\s?dag|denna\s+dag)\s+(?:har\s+)?(?:genomfört|genomgått|fullföljt|slutfört|avslutat|"
    r"deltagit|gått)\b|\bdagens\s+\w*(?:kurs|utbildning|seminari|workshop|föreläsning)(?:en|et|um)?\b|\bhas\s+today\s+(?:completed|finished|passed|attended)\b"
)
COURSE: Final = AnyCase(
    r"\b(?:\w*(?:kurs|utbildning)(?:en|ens)|kurs|utbildning|(?:the|this)\s+(?:course|training))\b"
)
# A course of another kind; compounds tell of it as well: "Studiecirkel", "seminariedagen".
FORM: Final = re.compile(
    r"\b[^\W\d_]{0,15}?(?P<form>cirkel|inari|workshop|föreläsning|konferens|temadag|studiedag)(?:n|en|et|um)?\b",
    re.IGNORECASE,
)
LINES_BETWEEN: Final = 4
DIGIT: Final = re.compile(r"\d")


def goes_on_later(behind: re.Match[str]) -> bool | None:
    """Whether the course, of which is told behind the day how it ended, did so at another time.

    None if nothing is told of that.
    """
    sentence = SENTENCE_END.split(behind.string[behind.start() :])[0]
    is_told = ENDED_SO.match(sentence) or FOLLOWED.match(sentence)
    return bool(LATER.search(sentence)) if is_told else None


def label_behind(after: str, own: frozenset[str]) -> str:
    """What is said right behind a day, where that says that it is that of completion, or is not."""
    match = LABEL_BEHIND.match(after)
    label = label_in(" ".join(match["label"].split())) if match else ""
    return label if label and kind_of(label, own) in (Kind.COMPLETED, Kind.OTHER) else ""


def from_line_above(page: Page, piece: Piece, words: str, own: frozenset[str]) -> str:
    """The words with those of the line above, where that says that the course was completed.

    The title of the course may stand between them, where the sentence goes on: "on 12 April".
    """
    lines = page.above(piece)
    while lines and PARENTHESIS.fullmatch(lines[0].text):
        lines = page.above(lines[0])
    above = without_dots(lines)
    if lines and piece.text[:1].islower() and not COMPLETED_DAY.search(above):
        above = without_dots(page.above(lines[0]))
    if not words.strip() or not COMPLETED_DAY.search(above) or WRITTEN.search(above):
        return ""
    return "" if unknown_words(words, own) else f"{SENTENCE_END.split(above)[-1]} {words}"


def without_dots(pieces: Sequence[Piece]) -> str:
    return DOTS.sub(" ", " ".join(piece.text for piece in pieces))


def sentence_over(page: Page, piece: Piece, before: str) -> str:
    """The sentence that ends in "on 12 April 2023", over the titles that stand between.

    Titles, names of issuers and the like: no sentence of its own, no label and no day.
    """
    words = label_in(before)
    if page.before(piece):
        return ""
    lines = page.above(piece)
    is_open = lines and any(OPEN.search(other.text) for other in page.above(lines[0]))
    if not NO_WORDS.fullmatch(words) or not (
        is_open or LEADS_IN.fullmatch(words) or words != before
    ):
        return ""
    for _ in range(LINES_BETWEEN):
        if not lines:
            break
        text = " ".join(other.text for other in lines)
        if COMPLETED_DAY.search(text):
            is_told = not WRITTEN.search(text) and text[-1] not in ".:"
            return f"{label_in(text)} {words}" if is_told else ""
        if text[-1] in ".:" or any(
            one.search(text) for one in (OTHER_DAY, ISSUED, OTHER_TIME, DIGIT)
        ):
            break
        lines = page.above(lines[0])
    return ""


def forms_of_course(page: Page) -> frozenset[str]:
    """What the course is called where no course is spoken of: "Cirkeln avslutades"."""
    if COURSE.search(page.text):
        return frozenset()
    found = [*FORM.finditer(page.text)]
    is_one = len({match["form"].casefold() for match in found}) == 1
    return words_of(*(match.group() for match in found)) if is_one else frozenset()


def is_told_today(page: Page) -> bool:
    """Whether it says that the course was completed on the day that the page is of."""
    return any(map(TODAY.search, page.lines))
