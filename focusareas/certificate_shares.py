"""How much was done of all there was, "4 av 6 krav", "9/10 rätt", "80 %", and what is enough."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import MONTH

# Tests ask for more than this share of right answers, unless their limit is told.
PASSING: Final = 0.7
NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        ("ett en one", "två two", "tre three", "fyra four", "fem five", "sex six"), 1
    )
    for word in words.split()
}
NUMBER: Final = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
DECIMALS: Final = r"(?:[.,]\d{1,2})?"
# Not "12/4 2023", "2023/229" or "12/4-23"; "2 timmar av 6" as well.
SHARE: Final = AnyCase(
    rf"(?<![\w/.,:-])(?P<part>{NUMBER}){DECIMALS}(?:\s+(?!och\b)[^\W\d]+)?"
    rf"(?:\s+\d{{1,2}}\s*min\w*)?\s*(?:\(\s*)?(?P<of>\bav\b|\bof\b|\bur\b|/)\s*(?:(?:totalt|de|the)\s+)?(?P<whole>{NUMBER}){DECIMALS}"
    r"(?![\w/:-]|[.,]\d|\s*[-–/]?\s*\d{4})"
    r"|(?<![\w/.,:-])(?P<percent>\d{1,3})(?:[.,]\d+)?\s?(?:%|procent\b|percent\b)"
)
# Of what there are so many: "4/6" may else be a day, and "en av fem" a figure about people.
COUNTED: Final = (
    r"(?:\w*modul|\w*kapit|\w*avsnitt|\w*moment|\w*delar\b|\w*steg|\w*lektion|\w*uppgift|aktivitet|krav|"
    r"\w*förlopp|framsteg|progress|\w*timmar|närvaro|\w*tillfälle|\w*träff|\w*pass\b|(?:kurs|utbildnings|hel|halv)?dagar|module|chapter|lesson|"
    r"\w*sammankomst|\w*kväll|\w*föreläsning|\w*seminari|\w*workshop|\w*övning|\w*film|"
    r"unit|part|requirement|activit|hours|sessions?)\w*"
)
# "4 av 4 träffar", "100 % av kurstimmarna", "alla sammankomster": of all there are.
ALL_OF: Final = (
    r"(?:(?:\b(?:av|of)\s+|\d\s?/\s?)\d{1,3}|(?:%|\bprocent|\bpercent)\s+(?:av|of)|\b(?:alla|samtliga|varje|all|every))\s+"
    rf"(?:(?:de|kursens|{NUMBER})\s+)?"
)
ALL_COUNTED: Final = AnyCase(rf"{ALL_OF}{COUNTED}")
# "Introduktionsmodulen", "delmoment", "provlektioner" are not all of a course.
PART: Final = (
    r"(?:(?:introduktion|intro|uppstart|inledning|start|förberedelse|demo|exempel|test|prov|bas|grund|del)"
    r"(?:s|-)?|för-?)"
    r"(?:modul|kapit|avsnitt|moment|steg|lektion|uppgift|aktivitet|timmar|tillfälle|träff|pass|"
    r"sammankomst|kväll|seminari|workshop|övning|film|föreläsning)\w*"
)
# "2 av 2 kvällar av 4", "alla moment 1", "alla kvällar i maj", "alla övningar": of a part.
PART_OF_ALL: Final = AnyCase(
    rf"\b{PART}|{ALL_OF}(?:\w*övning|[^\W\d_]+\s+(?:av|of)\s+(?!en\b|ett\b|one\b){NUMBER}\b|{COUNTED}\b\s+(?:"
    rf"{NUMBER}\b(?!\s*(?:[-–./]\s*\d|{MONTH}))|(?:(?:i|under|in|during)\s+)?(?:{MONTH}|vår|höst|spring|autumn)\b))"
)
SCORED: Final = (
    r"(?:\w*poäng|rätt|svar|\w*fråg|quiz|\w*test|\w*prov|\w*resultat|score|result|points|correct|"
    r"grade|\w*betyg|godkän|pass(?:ed)?\b)\w*"
)
OF_COUNTED: Final = AnyCase(rf"\b{COUNTED}")
# "9/10 p" is short for points.
OF_SCORED: Final = AnyCase(rf"\b{SCORED}|\d\s*p\b")
# "Kapitel 1: 93 %" is what was right there, unless it is told how far somebody has come.
OF_NUMBERED: Final = AnyCase(rf"\b{COUNTED}\s+\d{{1,2}}\b.*\b\d{{1,3}}\s?(?:%|procent\b|percent\b)")
PROGRESS: Final = AnyCase(r"förlopp|framsteg|progress|närvaro")
DONE: Final = AnyCase(
    r"\b(?:genomför\w*|genomgå\w*|fullfölj\w*|slutför\w*|avsluta\w*|avklara\w*|klar[at]?\b|klarad?e?t?\b|"
    r"deltagit|deltog|gått|complet(?:ed?|ion))\b"
)
APPROVED: Final = AnyCase(r"\b(?:godkän[dt]|passed)\b")
LIMIT: Final = AnyCase(
    r"(?<!be)gräns|\b(?:minst|lägst|minimum|minimi\w*|krävs|krävdes|at\s+least|passing|required)\b"
)
# "(gräns 16)", ", minst 80 % krävs för godkänt", "(16 krävs)": behind what was reached.
BAR: Final = AnyCase(
    r"[\s(,;.–-]*(?:\bkrav\w*\s*:?\s*)?"
    r"(?:\b(?:(?:för\s+(?:att\s+bli\s+)?godkän\w+\s+|det\s+)?(?:krävs|krävdes)(?:\s+minst)?|(?:godkän\w*)?gräns\w*|krav\w*|minst|lägst|minimum|required|pass(?:ing)?\s+(?:mark|score))"
    r"(?:\s+(?:är|för\s+godkän\w+|is))?\s*:?\s*(?P<bar>\d{1,3})(?!\d)|"
    r"\b(?P<needed>\d{1,3})(?=\s*(?:%|procent|rätt|poäng)?\s*(?:krävs|krävdes|required)\b))"
    r"(?P<unit>\s*(?:%|procent\b))?(?:\s*(?:rätt|poäng|points)\b)?(?:\s*(?:krävs|krävdes|required)\b)?"
    r"(?:\s*för\s+(?:att\s+bli\s+)?godkän\w+|\s*to\s+pass)?\s*\)?"
)
REACHED: Final = AnyCase(r"\W*(?P<reached>\d{1,3})(?![\d.,])")
REQUIRED: Final = AnyCase(r"\W*(?:krävs|krävdes|för\s+godkän\w+|required|needed)\b")
AT_LEAST: Final = AnyCase(r"\W*(?:minst|lägst|minimum|at\s+least)\s+(?=\d)")
# "Sida 1 av 2" and "två av tre kvinnor" are nothing that was done.
OF_PAPER: Final = AnyCase(
    r"\b(?:sida|sidan|sid\.?|page|blad|bilaga|exemplar|version|utgåva|försök|attempt)\s*:?\s*$"
)
OF_PEOPLE: Final = AnyCase(
    r"\W*(?:alla\s+|de\s+)?(?:kvinnor|män|flickor|pojkar|barn|unga|ungdomar|personer|svenskar|"
    r"deltagare|kommuner|women|men|girls|children|people)\b"
)
PASSED: Final = AnyCase(r"\b(?:resultat|status|betyg|result)\s*:?\s*(?:godkän[dt]|passed)")
# "Godkänd: 12.4.2023 | Poäng: 27/30 | Studietid: 3 timmar"
NEXT_FIELD: Final = re.compile(r"\s[|·•]\s")
VALUE: Final = re.compile(r":\s*\w")
END: Final = re.compile(rf"[;()\n]|[.,]\s|{NEXT_FIELD.pattern}")
LETTER: Final = re.compile(r"[^\W\d_]")
DIGIT: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the whole, whether a test's score, and whether it is only what is asked for.

    `whole` is how many there are, nothing where that is not told.
    """

    size: float
    whole: int
    is_score: bool
    is_limit: bool


def has_all(value: str, least: float) -> bool:
    """Whether every "85 %" and "7 of 10" is enough."""
    return all(_size(match) >= least for match in SHARE.finditer(value))


def has_share(value: str) -> bool:
    """Whether it says how much was done."""
    return bool(SHARE.search(value))


def is_of_part(value: str) -> bool:
    """Whether what there is all of is only a part of the course."""
    return bool(PART_OF_ALL.search(value))


def is_of_score(said: str) -> bool:
    """Whether it is of a test, where not all need to be right."""
    if OF_SCORED.search(said):
        return True
    is_told = DONE.search(said) or PROGRESS.search(said)
    return bool(OF_NUMBERED.search(said) and not is_told)


def is_limit(value: str) -> bool:
    """Whether it says how much is asked for, and not how much was reached."""
    least = AT_LEAST.match(value)
    return bool(least and SHARE.search(value[least.end() :]))


def above_bar(value: str) -> str | None:
    """The value without how much was asked for; None where that was not surely reached."""
    bar = BAR.search(value)
    if not bar:
        return value
    rest = f"{value[: bar.start()]} {value[bar.end() :]}"
    least, share, reached = (
        int(bar["bar"] or bar["needed"]),
        SHARE.search(rest),
        REACHED.match(rest),
    )
    if bar["unit"] and share:
        is_reached = _size(share) >= least / 100
    elif share and not share["percent"]:
        is_reached = _number(share["part"]) >= least
    elif reached:
        is_reached = not bar["unit"] and int(reached["reached"]) >= least
    else:
        is_reached = not DIGIT.search(rest)
    return rest if is_reached else None


def says_too_little(page: Page) -> bool:
    """Whether less was done than there is, or too few answers were right."""
    shares = [share for piece in page.pieces for share in _shares(page, piece)]
    if not shares:
        return False
    least = max([PASSING, *(share.size for share in shares if share.is_limit)])
    # Of as many as the limit is of, it is the score itself, and not that of a part.
    of_all = {share.whole for share in shares if share.is_limit and share.whole}
    is_passed = any(PASSED.search(piece.text) for piece in page.pieces)
    return any(
        share.size < (least if share.is_score else 1)
        and not (share.is_score and is_passed and share.size and share.whole not in of_all)
        for share in shares
        if not share.is_limit
    )


def _shares(page: Page, piece: Piece) -> Iterator[Share]:
    """The shares of something known that stand in the piece."""
    end = 0
    for match in SHARE.finditer(piece.text):
        before, after = piece.text[end : match.start()], piece.text[match.end() :]
        before, behind, is_alone = _around(before, after)
        end = match.end()
        label = before if LETTER.search(piece.text[: match.start()]) else _label(page, piece)
        said = f"{label} {match.group()} {behind}"
        own = f"{match.group()} {behind}"
        is_score = is_of_score(own if OF_COUNTED.search(own) else said)
        is_asked_for = bool(LIMIT.search(label) or REQUIRED.match(after))
        is_counted = is_score or is_asked_for or bool(OF_COUNTED.search(said))
        is_of_else = OF_PAPER.search(before) or OF_PEOPLE.match(after)
        is_of_course = match["percent"] or DONE.search(piece.text) or APPROVED.search(piece.text)
        if not is_of_else and (
            is_counted or (is_alone and is_of_course) or _tells_itself(match, said)
        ):
            whole = 0 if match["percent"] else _number(match["whole"])
            yield Share(_size(match), whole, is_score, is_asked_for)


def _around(before: str, after: str) -> tuple[str, str, bool]:
    """The words before and behind a share in its field, and whether it is alone there.

    A field beside it that is only words, without a value, is its label: "Moduler · 3/7".
    """
    *fields, label = NEXT_FIELD.split(before)
    own, *others = NEXT_FIELD.split(after)
    behind = END.split(own)[0]
    if LETTER.search(f"{label}{own}") or not (fields or others):
        return label, behind, False
    label = next(filter(_is_label, fields[-1:]), label)
    if not (OF_COUNTED.search(label) or OF_SCORED.search(label)):
        behind = next(filter(_is_label, others[:1]), behind)
    return label, behind, True


def _is_label(field: str) -> bool:
    """Whether it is only words, with no value of its own."""
    return bool(LETTER.search(field)) and not DIGIT.search(field) and not VALUE.search(field)


def _tells_itself(match: re.Match[str], said: str) -> bool:
    """Whether it is a share of the course though nothing is told that can be counted."""
    if match["percent"]:
        return bool(DONE.search(said))
    return match["of"] != "/" and match["part"].isdigit()


def _label(page: Page, piece: Piece) -> str:
    """What stands beside and above a share that stands alone."""
    near = (*page.before(piece)[-1:], *_over(page, piece))
    return " ".join(other.text for other in near)


def _over(page: Page, piece: Piece) -> list[Piece]:
    """What stands over the piece, and over the shares in its column."""
    over = page.above(piece)[:1]
    share = SHARE.match(over[0].text) if over else None
    is_alone = share and share.end() == len(over[0].text)
    return _over(page, over[0]) if is_alone else over


def _size(match: re.Match[str]) -> float:
    if match["percent"]:
        return int(match["percent"]) / 100
    return _number(match["part"]) / max(_number(match["whole"]), 1)


def _number(text: str) -> int:
    return NUMBERS.get(text) or int(text)
