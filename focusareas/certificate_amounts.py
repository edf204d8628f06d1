"""How much of the course was done, where that and how much there is are told apart.

"Kursen omfattar två dagar. Deltagaren närvarade en dag."
"""

from collections.abc import Iterator, Sequence
from typing import Final

from focusareas.certificate_completions import ATTENDED, HAS_ATTENDED
from focusareas.certificate_neutral import fold
from focusareas.certificate_pages import Page, Row
from focusareas.certificate_patterns import AnyCase, OnlyWith, small
from focusareas.certificate_shares import NUMBER, NUMBERS
from focusareas.certificate_written_days import MONTH

# ---------------------------------------------------------------- Days

DAYS: Final = r"(?:kurs|utbildnings)?(?:dag(?:ar)?|days?|tillfällen?|träff(?:ar)?|sessions?)"
# "Omfattar en heldag", "består av två träffar", "en tvådagarsutbildning"
WHOLE: Final = AnyCase(
    r"\b(?:omfatta(?:r|de)|består\s+av|bestod\s+av|är\s+på|pågår(?:\s+i)?|varar|comprises|consists\s+of|lasts)"
    rf"\s+(?:totalt\s+)?(?:(?P<number>{NUMBER})\s+(?:hel)?{DAYS}|(?P<full>(?:en|1)\s+(?:heldag|hel\s+dag|full\s+day)))\b"
)
# "Närvarade en dag", "deltog vid ett tillfälle"
ATTENDED_DAYS: Final = AnyCase(
    rf"\b(?:deltog|deltagit|{HAS_ATTENDED}|{ATTENDED}|attended)\s+(?:(?:under|vid|på|i|endast|bara|only)\s+){{0,2}}"
    rf"(?P<number>{NUMBER})\s+(?:av\s+)?(?:hel)?{DAYS}\b"
)
# "Förmiddagen", "kl. 9–12": less than a day.
HALF_A_DAY: Final = AnyCase(
    r"\b(?:(?:för|efter)middagen|halvdag(?:en)?|en\s+halv\s+dag|half\s+a\s+day)\b"
)
HOURS: Final = AnyCase(
    r"(?<![\d:.])(?P<begin>[0-2]?\d)(?:[.:][0-5]\d)?\s*(?:[–—-]|till)\s*(?P<end>[0-2]?\d)(?:[.:][0-5]\d)?(?![\d:.]*\d)"
)
CLOCK: Final = AnyCase(r"\b(?:kl\.?|klockan)\s*(?=\d)")
HALF_DAY_HOURS: Final = 4
# "Deltagit dag 1 i", ", modul 2,": the only one of its kind that is told of.
OF_SEVERAL: Final = (
    r"(?P<noun>dag|day|modul|module|kapitel|chapter|avsnitt|lektion|lesson|träff|tillfälle|session)"
)
ONE: Final = AnyCase(
    rf"(?<=[\w,.:(]\s){OF_SEVERAL}"
    rf"\s+(?P<number>\d{{1,2}}|ett|one)(?!\s+(?:av|of)\s+(?P=number)\b|[\w/:-]|\.\d|\s*(?:{MONTH})\b|\s*(?:[-–&+]|och|till|to|and)\s*\d|,\s*\d(?!\d|\s*[a-z/.-])|\s*§|\s+i\s+\w+(?:lag|balk))"
)

# Headings side by side, "Dag 1   Dag 2", are of several.
SIDE_BY_SIDE: Final = AnyCase(rf"\W*{OF_SEVERAL}\s+\d{{1,2}}\s+(?P=noun)\s+\d{{1,2}}\W*$")

# What stands below them is the same, or each has a day of its own.
MOST_WORDS_IN_CELL: Final = 2
A_DAY: Final = AnyCase(
    rf"\W*(?:[12]\d{{3}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.|\d{{1,2}}\s+(?:{MONTH}))"
)
# "09.00 Inledning", and not "9.00–12.00"
BEGINS_AT: Final = AnyCase(r"\d{1,2}[.:]\d\d(?:\s+(?!till\b)[^\W\d]|\s*$)")

# ---------------------------------------------------------------- Points

# "Krav: 12", "för intyg behövs 12", "minst 12 poäng"
BAR: Final = AnyCase(
    r"\b(?:krav|kravet\s+är|gräns\w*|godkäntgräns\w*|minst|lägst|krävs|krävdes|behövs|behövdes|required|pass(?:ing)?\s+(?:mark|score))"
    r"\s*:?\s*(?:minst\s+)?(?P<bar>\d{1,3})(?![\d:]|[.,]\d|\s*(?:%|procent|tim|min|h\b|dag|år))"
)
OTHER_NUMBER: Final = r"(?![\d:]|[.,]\d|\s*(?:%|procent|/|av\b|of\b|tim|min|h\b|dag|år))"
SCORE: Final = AnyCase(
    r"\b(?:poäng|score|resultat|antal\s+rätt|points|du\s+(?:fick|har|nådde)|fick|(?:you\s+)?scored|uppnådde)"
    rf"\s*:?\s*(?P<score>\d{{1,3}}){OTHER_NUMBER}"
    # "9 poäng", and not "varje fråga ger 1 poäng"
    r"|(?<![\d/.,:-])(?<!ger )(?<!på )(?<!om )(?<!till )"
    r"(?P<points>\d{1,3})\s*(?:poäng|rätt|points)\b"
)

# ---------------------------------------------------------------- Titles

# "Webbkurs Heder (1/2)": behind a course's own word.
NUMBERED: Final = OnlyWith(
    r"[1-9]\s*(?:/|av)",
    r"(?P<word>[^\W\d_]+)[,:]?\s+(?P<mark>\()?(?:[Dd]el\s+)?(?P<part>[1-9])\s*(?:/|av)\s*(?P<whole>[2-9]|1[0-2])\)?\W*$",
)


def says_less(page: Page, own: frozenset[str]) -> bool:
    """Whether less was done than there is, by what is told of both; `own` are courses' words."""
    text = " ".join(page.lines)
    return (
        _tells_fewer_days(text)
        or _tells_one_only(page)
        or _is_below_bar(text)
        or any(_is_numbered(page, own))
    )


def _tells_fewer_days(text: str) -> bool:
    whole = WHOLE.search(text)
    if not whole:
        return False
    number = 1 if whole["full"] else _number(whole["number"])
    if any(_number(found["number"]) < number for found in ATTENDED_DAYS.finditer(text)):
        return True
    rest = f"{text[: whole.start()]} {text[whole.end() :]}"
    return bool(HALF_A_DAY.search(rest)) or _tells_half_a_day(rest)


def _tells_half_a_day(text: str) -> bool:
    """Whether the only hours that are told are those of half a day."""
    if not CLOCK.search(text):
        return False
    told = [(int(found["begin"]), int(found["end"])) for found in HOURS.finditer(text)]
    behind_clock = [HOURS.match(text[found.end() :]) for found in CLOCK.finditer(text)]
    hours = [int(found["end"]) - int(found["begin"]) for found in behind_clock if found]
    return len(hours) == 1 and 0 < hours[0] <= HALF_DAY_HOURS and len(told) <= 2  # and the day's


def _tells_one_only(page: Page) -> bool:
    """Whether a single day or chapter is told of, and no other one."""
    told = (
        line
        for number, line in enumerate(page.lines)
        if not (SIDE_BY_SIDE.match(line) and _are_alike(page.rows[number : number + 2]))
    )
    found = (one for line in told for one in ONE.finditer(line))
    return len({(one["noun"], one["number"]) for one in found}) == 1


def _are_alike(rows: Sequence[Row]) -> bool:
    """Whether headings side by side, in the first row, have cells below that say the same."""
    headings, *below = rows
    cells = [
        piece.text
        for row in below
        for piece in row
        if headings[0].is_near(row) and piece.right > headings[0].left
    ]
    if len(cells) < 2:
        # A word or two alone were done on one of the days; a sentence is of neither.
        return all(len(cell.split()) > MOST_WORDS_IN_CELL for cell in cells)
    is_programme = any(map(BEGINS_AT.match, cells))
    is_same = len({small(cell) for cell in cells}) == 1
    return is_programme or is_same or all(map(A_DAY.match, cells))


def _is_below_bar(text: str) -> bool:
    """Whether fewer points were reached than are asked for."""
    bars = [*BAR.finditer(text)]
    if not bars:
        return False
    rest = BAR.sub(" ", text)
    scores = [int(found["score"] or found["points"]) for found in SCORE.finditer(rest)]
    return bool(scores) and max(scores) < min(int(found["bar"]) for found in bars)


def _is_numbered(page: Page, own: frozenset[str]) -> Iterator[bool]:
    """Whether a title of a course says which part of how many it is."""
    for row in page.rows:
        for piece in row:
            found = NUMBERED.search(piece.text)
            # Printed pages are numbered on top or at the bottom.
            if found and (found["mark"] or row not in (page.rows[0], page.rows[-1])):
                yield fold(found["word"]) in own and int(found["part"]) < int(found["whole"])


def _number(text: str) -> int:
    return NUMBERS.get(text) or int(text)
