"""What a page says was completed: what stands behind the words that say that it was done."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from focusareas.certificate_completions import DID_WHAT, PERSON_DID, completions
from focusareas.certificate_course_phrases import without_course
from focusareas.certificate_issuers import is_any_label
from focusareas.certificate_neutral import fold
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_patterns import TOKEN, AnyCase
from focusareas.certificate_predicates import FINITE, PAST, UNFINISHED
from focusareas.certificate_title_words import END, LONGEST_OBJECT

# Titles stand on so many lines more in narrow cells.
MOST_LINES: Final = 3
# In heights of the text: the lines of one cell stand no further apart.
SAME_CELL: Final = 1.3
# "Avslutad / Completed", "Resultat: Godkänd / Passed"
TRANSLATED: Final = re.compile(r"(?:[^:\n\t]*:)?\s*\w+\s*[/|–(-]\s*")
# "Filter: Completed  Sort by:", "Status: Completed"
VALUE: Final = re.compile(r"\s*(?:$|[\n\t]|(?:\w+\s+){0,2}\w+:\s)")
COLUMN_OR_LINE: Final = re.compile(r"[\n\t]")
BETWEEN_COLUMNS: Final = "\t"
# "Utbildad i Våld mot äldre", "klar med tvådagarsutbildningen FREDA", and not "klar med provet".
TITLE: Final = re.compile(
    r"(?: (?:i|på|med|om|inom|till|vid|av|den|hela|båda|två|tre|under|dag(?:en|ar|arna)|"
    r"(?:(?:god|väl) ?)?godkänt|resultat|prov|betyg|utbildning|"
    r"[a-zåäö-]*(?:kurs|utbildning)(?:en)?))*"
    r" [\"”“'’«»]?(?=[A-ZÅÄÖ])"
)
# "Har genomförts av Högskolan i Ekeby": by whom it was held.
BY: Final = re.compile(r" av\b")
SENTENCE: Final = re.compile(r"(?<=[.!?]\s)|(?<=[\n\t])")
# In folded letters: "Checklistan PATRIARK är", "Kursen Webbkurs om våld ges".
NOUN: Final = re.compile(r"\w*(?:kursen|utbildningen|checklistan|metoden|instrumentet)")
# "Uppgifterna mellan träffarna", "i diskussionerna": what belongs to a course named elsewhere.
WORK_ON_COURSE: Final = AnyCase(
    r"\W*(?:(?:i|av|på|vid|under)\s+)?[a-zåäö]*(?:(?:uppgifter|övningar|lektioner|filmer|texter|diskussioner|"
    r"reflektioner|grupparbeten|träffar|seminarier|föreläsningar|frågor)na|(?:samtal|pass|grupparbeten)en|"
    r"(?:uppgift|litteratur|diskussion|redovisning)en|(?:grupparbete|material)t|materialet)"
    r"(?:\s+(?:mellan|till|inför|från|vid|under)\s+(?:(?:varje|alla)\s+)?[a-zåäö]*(?:pass|träff|tillfälle|dag|"
    r"utbildningen|kursen|sammankomst|cirkel)[a-zåäö]*)?\s*(?:$|[,;.]|(?:och|samt)\b)"
    # "I 3 timmar och fullgjort alla inslag"
    r"|\W*(?:i\s+)?(?:(?:ca|cirka|sammanlagt|totalt)\.?\s+){0,2}(?:\d{1,2}|två|tre|fyra|fem|sex)\s+"
    r"(?:hel)?(?:dagar|timmar)\s*(?:$|[,;.]|(?:och|samt)\s+fullgjort\s+(?:alla|samtliga|hela)\b)"
)
# "Föreläsningar, film och gruppsamtal": several forms of teaching, and of no subject.
FORM: Final = (
    r"(?:[a-zåäö]+(?:de|na|ma|la)\s+)?[a-zåäö]*(?:föreläsning(?:ar)?|film(?:er)?|samtal|diskussion(?:er)?|övning(?:ar)?|"
    r"grupparbete(?:n)?|rollspel|reflektion(?:er)?|fallbeskrivning(?:ar)?|texter|litteratur|"
    r"erfarenhetsutbyte|workshoppar|quiz)"
)
FORMS: Final = AnyCase(
    rf"\W*(?:(?:i|av|på|vid|under)\s+)?{FORM}(?:\s*,\s*{FORM}){{0,5}}(?:\s*,\s*|,?\s+(?:och|samt)\s+){FORM}\W*$"
)
RUNS_ON: Final = re.compile(r"\n(?=[a-zåäö])")
OPEN: Final = AnyCase(r"(?:(?:kurs|utbildning)(?:en)?|\s[–-])$")
# "Ges", "riktar sig", "behandlas"
DOES: Final = re.compile(r"\W*[a-zåäö]+(?:[aeäö]r|s)\b")


def objects(page: Page, text: str) -> Iterator[str]:
    """What stands behind "har genomfört" and the like, up to the end of the sentence."""
    for match in DID_WHAT.finditer(text):
        said, before = text[match.end() :], COLUMN_OR_LINE.split(text[: match.start()])[-1]
        ends = said[:1] in ("", "\n", BETWEEN_COLUMNS)
        is_last = ends and text[: match.start()].endswith(BETWEEN_COLUMNS)
        if is_last or (said[:1] == BETWEEN_COLUMNS and not before):
            continue  # a cell of a table or the heading of a column
        is_value = text[: match.start()].rstrip()[-1:] == ":" and VALUE.match(said)
        if is_value or (ends and TRANSLATED.fullmatch(before)):
            continue  # a label or a value
        course, _, below = said.partition("\n")
        if ends or not without_course(course).strip():
            line = COLUMN_OR_LINE.split(text[: match.end()])[-1]
            said = course + (_below_in_column(page, f"{line}{course}") or f"\n{below}")
        yield END.split(said[:LONGEST_OBJECT])[0]
    yield from _titles_behind(text)


def _titles_behind(text: str) -> Iterator[str]:
    """What is named with a capital behind the other words that say that somebody completed it."""
    for match in completions(text):
        title = TITLE.match(text, match.end())
        sentence = SENTENCE.split(text[: match.end()])[-1]
        is_by = title and BY.match(title.group()) and match.group().endswith("s")
        if title and not is_by and PERSON_DID.search(sentence):
            said = text[match.end() : title.end() + LONGEST_OBJECT]
            yield COLUMN_OR_LINE.split(END.split(said)[0])[0]


def first_line(completed: str) -> str:
    """What was completed, up to where no sentence goes on below."""
    return RUNS_ON.sub(" ", completed).split("\n")[0]


def is_work_on_course(completed: str) -> bool:
    """Whether it is what all do on a course that is named elsewhere, and no course itself."""
    said = first_line(completed)
    return bool(WORK_ON_COURSE.match(said) or FORMS.match(said))


def _below_in_column(page: Page, line: str) -> str:
    """What stands below the line, where the next row is only of another column."""
    for piece in (piece for piece in page.pieces if piece.text == line):
        below, rows = page.below(piece), page.rows_below(piece)
        if below and not set(below).intersection(rows[0]):
            return "\n".join(["", below[0].text, *next_lines(page, below[0])])
    return ""


def next_lines(
    page: Page, value: Piece, mentioned: frozenset[Piece] = frozenset(), most: int = MOST_LINES
) -> list[str]:
    """The lines that may be the rest of a title that begins with the value."""
    following = [other for other in page.below(value)[:1] if other.follows(value)] if most else []
    following = [
        other
        for other in following
        if not is_any_label(other.text) and not _is_in_next_row(page, value, other)
    ]
    return [
        line
        for other in following
        if other not in mentioned
        for line in (other.text, *next_lines(page, other, mentioned, most - 1))
    ]


def _is_in_next_row(page: Page, value: Piece, other: Piece) -> bool:
    """Whether each has a label before it, of which the second is no more of the first."""
    labels = (page.before(value)[:1], page.before(other)[:1])
    if not all(labels) or value.baseline - other.baseline <= SAME_CELL * value.size:
        return False
    (first,), (second,) = labels
    return abs(first.left - second.left) < value.size and not second.text[:1].islower()


# ---------------------------------------------------------------- Sentences in full


def unwrapped(page: Page, text: str) -> str:
    """The text with the lines of a sentence on one, where its next word had no room left."""
    width = max((row[-1].right for row in page.rows), default=0.0)
    width -= min((row[0].left for row in page.rows), default=0.0)
    full = {above[0].text for above, row in pairwise(page.rows) if _is_wrapped(above, row, width)}
    return "\n".join(_joined(text.split("\n"), full)) if full else text


def _is_wrapped(above: Row, row: Row, width: float) -> bool:
    """Whether the sentence goes on below, and the first word there had no room above."""
    line, below = above[0], row[0]
    if len(above) > 1 or len(row) > 1 or not below.follows(line) or END.search(line.text[-1]):
        return False
    first = below.words[0]
    is_full = line.right - line.left + line.size / 5 + first.right - first.left > width
    ends_at = {match.end() for match in completions(line.text)}
    goes_on = OPEN.search(line.text) or UNFINISHED.search(line.text) or len(line.text) in ends_at
    return bool(is_full and goes_on and not is_any_label(below.text))


def _joined(lines: list[str], full: set[str]) -> Iterator[str]:
    begun = ""
    for line in lines:
        begun += line
        if line in full:
            begun += " "
        else:
            yield begun
            begun = ""
    if begun:
        yield begun


def without_sentences_about(titles: tuple[str, ...], text: str) -> str:
    """The text without the sentences that only tell what the courses are: "PATRIARK är en"."""
    return "".join(one for one in SENTENCE.split(text) if not _says_what_it_is(one, titles))


def _says_what_it_is(sentence: str, titles: tuple[str, ...]) -> bool:
    """Whether a title is its subject, and nothing is said of anybody who completed it."""
    if completions(sentence):
        return False
    words = [*TOKEN.finditer(sentence)]
    folded = [fold(word.group()) for word in words]
    ends = (_title_end(folded, start, titles) for start in (0, 1))
    if not (end := next(filter(None, ends), 0)) or end == len(words):
        return False
    behind = sentence[words[end - 1].end() :]
    return bool(FINITE.search(behind) or DOES.match(behind) or PAST.match(behind))


def _title_end(words: list[str], start: int, titles: tuple[str, ...]) -> int:
    """The word behind the title that begins there or behind "kursen", 0 if none does."""
    if start and not (words and NOUN.fullmatch(words[0])):
        return 0
    ends = [*accumulate(words[start:], initial="")]
    return max((start + ends.index(title) for title in titles if title in ends), default=0)
