"""The day a course was completed, among all days that stand on a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from focusareas.certificate_day_places import (
    DATED,
    begins_with_day,
    begins_with_time,
    event_beside,
    is_letters,
    is_printers,
    is_stamp,
    kind_of_paper,
)
from focusareas.certificate_day_sentences import (
    DOTS,
    OPEN,
    PARENTHESIS,
    SENTENCE_END,
    forms_of_course,
    from_line_above,
    goes_on_later,
    label_behind,
    sentence_over,
)
from focusareas.certificate_day_words import (
    CAPTION,
    COMPLETED_DAY,
    DID,
    LABEL_OF_DAY,
    PLACE_FOR_DAY,
    RIVALS,
    STATUS_LABEL,
    Kind,
    doubted,
    kind_of,
    label_in,
    says_more,
    told_kind,
)
from focusareas.certificate_headings import OF_HELD
from focusareas.certificate_neutral import unknown_words, words_of
from focusareas.certificate_pages import Page, Piece
from focusareas.certificate_parts import (
    last_course_day,
    last_day_of_parts,
    pieces_of_parts,
    pieces_of_whole,
)
from focusareas.certificate_side_deeds import without_side_deeds
from focusareas.certificate_written_days import (
    HALF_WRITTEN,
    MONTH_LAST,
    NO_WORDS,
    SHORT,
    SHORT_VALUE,
    VAGUE,
    WRITTEN,
    goes_on,
    goes_on_to,
    is_bare_day,
    read_match,
    read_short,
    since_last_label,
    without_birthday,
)
from focusareas.person_numbers import without_person_number

# "2023-04-12 gavs kursen": what is told right behind the day.
SMALL_WORDS: Final = re.compile(
    r"[^\S\n]*\(?(?:[^\W\dA-ZÅÄÖ_][^\W\d_]*(?:[^\S\n]+|\)|$))+", re.MULTILINE
)
# "2023-05-04, 2023-05-11 och en dag i juni"
FURTHER: Final = re.compile(r"\s*(?:och|samt|plus|eller)\s+(?:en|ett|två|tre|ytterligare)\b")
DIGIT: Final = re.compile(r"\d")
LEADER: Final = re.compile(r"[._…]{2,}(?=\s?\d)|(?<=\d)\s?(?:[._]{2,}|…)[._…]*$")
LONGEST_HEADING: Final = 4
BY_WHOM: Final = re.compile(r"\b(?:av|by)\s+(?:[a-zåäö]+\s+){0,3}[A-ZÅÄÖ]\w")
# "har genomfört kursen: Webbkurs om våld" and under it "datum: 12/4 2023".
SMALL_LABEL: Final = re.compile(r"[a-zåäö]+(?:\s[a-zåäö]+){0,2}\s?:\s*")
FIELD: Final = re.compile(r"[^:]*[^\W\d]\s?:\s")
# A caption is written in letters that are hardly larger than what it is of.
MOST_LARGER: Final = 1.15
# What ends with a colon, or has a capital on the next line, may be the label of something else.
NEXT_WORD: Final = re.compile(
    r"[^\S\n,]*,?(?:[\s,]*\n\s*(?=[a-zåäö]))?[^\S\n]*"
    r"(?:(?:har|blev(?=\s+\w+\s+(?:på|i|med)\b)|framgångsrikt|successfully)\s+){0,2}"
    r"(?:med \w+ \w+ )?(\w+)(?!\w|\s*:)"
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as it stands on the page; none where something is written that cannot be read."""

    day: date | None
    kind: Kind


def completed_on(
    page: Page, own: frozenset[str] = frozenset(), names: Sequence[str] = ()
) -> date | None:
    """The only day that is best labelled as the day of completion; None if there are several.

    `own` are the words of courses' names: what stands among them is said of the course. `names`
    are the holder's.
    """
    own |= words_of(*(name for name in names if _is_behind_verb(page, name)))
    own |= forms_of_course(page)
    of_parts, of_whole = pieces_of_parts(page), pieces_of_whole(page)
    found = [
        replace(day, kind=Kind.COMPLETED) if day.kind and piece in of_whole else day
        for piece in page.pieces
        if piece not in of_parts
        for day in _days_in(page, piece, own)
    ]
    found += [WrittenDay(last, Kind.LABELLED) for last in last_course_day(page)]
    found += [WrittenDay(last, Kind.LABELLED) for last in last_day_of_parts(page)]
    best = max((day.kind for day in found), default=Kind.UNKNOWN)
    if best == Kind.UNKNOWN:
        return None
    if best <= Kind.BARE and any(_is_left_blank(page, piece, names) for piece in page.pieces):
        return None
    days = {day.day for day in found if day.kind in RIVALS[best]}
    return days.pop() if len(days) == 1 else None


def _is_behind_verb(page: Page, name: str) -> bool:
    """Whether a sentence goes on behind the name: "Den 12 april avslutade Kim Berg kursen"."""
    before = (piece.text.partition(name) for piece in page.pieces if name in piece.text)
    return any(DID.search(words) for words, *_ in before)


def _is_left_blank(page: Page, piece: Piece, names: Sequence[str]) -> bool:
    """Whether the day of completion should stand beside or below the piece, and does not.

    The holder's name may stand between: "Genomförd", "Kim Berg", "12 april 2023".
    """
    if not PLACE_FOR_DAY.match(piece.text) or page.beside(piece) or is_stamp(page, piece, names):
        return False
    labels = page.before(piece)[-1:] or page.above(piece)
    if any(STATUS_LABEL.match(label.text) for label in labels):
        return False
    below = page.below(piece)
    below = [day for one in below for day in (page.below(one) if one.text in names else [one])]
    return not any(is_bare_day(other.text) for other in below)


def _days_in(page: Page, piece: Piece, own: frozenset[str]) -> Iterator[WrittenDay]:
    if not DIGIT.search(piece.text) and not MONTH_LAST.search(piece.text):
        return
    line = _with_long_years(page, piece)
    text = f"{line}\n{_next_line(page, piece)}"
    matches = list(WRITTEN.finditer(text))
    for index, match in enumerate(matches):
        if match.start() >= len(line):
            break
        begins = index + 1 < len(matches) and goes_on_to(matches[index + 1], match, text)
        is_possible, day = read_match(match)
        kind = _kind_at(page, piece, text, match, own)
        if begins or kind == Kind.OTHER or (not is_possible and kind < Kind.LABELLED):
            continue
        yield WrittenDay(day if is_possible and kind != Kind.DOUBTED else None, kind)
    yield from _half_written(page, piece, text, own)
    if not any(match.start() < len(line) for match in matches):
        yield from _vague(page, piece, text, own)


def _kind_at(
    page: Page, piece: Piece, text: str, match: re.Match[str], own: frozenset[str]
) -> Kind:
    """The kind of the day that is found in the text of the piece."""
    words, heading, is_in_piece = _words_around(page, piece, text, match, own)
    kind = _kind_of_cell(words, heading, own)
    if kind == Kind.BARE and (sentence := from_line_above(page, piece, words, own)):
        kind = kind_of(sentence, own)
    if kind <= Kind.BARE and (sentence := sentence_over(page, piece, text[: match.start()])):
        kind = max(kind, kind_of(sentence, own))
    if is_bare_day(piece.text):
        kind = _with_caption(page, piece, kind, words, own)
    if kind == Kind.BARE and (event := event_beside(page, piece)):
        told = kind_of(label_in(event), own)
        return Kind.UNKNOWN if told in (Kind.DOUBTED, Kind.UNCLEAR) else told
    after = text[match.end() :]
    if kind in (Kind.BARE, Kind.ISSUED) and (
        is_printers(page, piece, after, own) or is_letters(page, piece, after)
    ):
        is_known = words.strip() and not unknown_words(words, own)
        return Kind.UNKNOWN if is_known else Kind.OTHER
    if kind == Kind.LABELLED and any(map(DATED.fullmatch, (words, heading))):
        kind = min(kind, kind_of_paper(page, piece, words))
    behind = SMALL_WORDS.match(text, match.end())
    is_weak = kind in (Kind.BARE, Kind.LABELLED) or not is_in_piece
    if kind > Kind.UNKNOWN and is_weak and behind and _goes_on_behind(behind, own):
        return Kind.UNKNOWN
    return doubted(kind, words, own) if is_in_piece else kind


def _goes_on_behind(behind: re.Match[str], own: frozenset[str]) -> bool:
    """Whether anything is told behind a day that makes it another one, or not the last one."""
    if FURTHER.match(behind.group()):
        return True
    if (goes_on := goes_on_later(behind)) is not None:
        return goes_on
    return says_more(behind.group(), own)


def _with_caption(page: Page, piece: Piece, kind: Kind, words: str, own: frozenset[str]) -> Kind:
    """The kind of a bare day that may have its label right under it and not over it."""
    labels = (label for label in page.below(piece) if _is_caption(page, label, piece))
    caption = next((kind_of(label.text, own) for label in labels), Kind.BARE)
    if caption in (Kind.BARE, Kind.UNKNOWN):
        return kind
    if caption != Kind.ISSUED and _stands_over_its_label(page, piece, own):
        return Kind.UNKNOWN
    if caption == Kind.OTHER:
        if kind == Kind.COMPLETED and DID.search(words) and any(map(_tells_who, page.below(piece))):
            return kind
        is_unlabelled = kind == Kind.BARE or len(words.split()) > LONGEST_HEADING
        return min(kind, Kind.UNKNOWN) if is_unlabelled else kind
    return min(caption, Kind.UNCLEAR) if kind == Kind.BARE else kind


def _tells_who(caption: Piece) -> bool:
    """Whether it is a statement of its own, and no label: "Utskrivet av handläggare Eva Ek"."""
    return bool(BY_WHOM.search(caption.text))


def _is_caption(page: Page, label: Piece, day: Piece) -> bool:
    """Whether it stands under the day as a caption does, with no day of its own."""
    near = (*page.beside(label), *page.below(label))
    is_of_hour = any(map(begins_with_time, page.before(label)))
    is_alone = not (is_of_hour or any(WRITTEN.search(other.text) for other in near))
    return is_alone and label.size <= day.size * MOST_LARGER and bool(CAPTION.fullmatch(label.text))


def _stands_over_its_label(page: Page, piece: Piece, own: frozenset[str]) -> bool:
    """Whether what is over it is the label of another day, which has none over it."""
    for day in (day for label in page.above(piece) for day in page.above(label)):
        if is_bare_day(day.text):
            over = [other for other in page.above(day) if CAPTION.fullmatch(other.text)]
            is_labelled = any(kind_of(label.text, own) != Kind.BARE for label in over)
            return not is_labelled or _stands_over_its_label(page, day, own)
    return False


def _half_written(page: Page, piece: Piece, text: str, own: frozenset[str]) -> Iterator[WrittenDay]:
    """Days that matter of which the year is not written, or not surely read."""
    line_end = text.index("\n")
    for match in HALF_WRITTEN.finditer(text, 0):
        if match.start() >= line_end or goes_on(text[match.end() :]):
            continue
        words, heading, _ = _words_around(page, piece, text, match, own)
        kind = _kind_of_cell(words, heading, own)
        if kind == Kind.UNKNOWN or kind >= Kind.LABELLED:
            day = read_short(text, match.start()) if kind == Kind.COMPLETED else None
            yield WrittenDay(day, kind)


def _ends_day(page: Page, piece: Piece, text: str) -> bool:
    """Whether a day that began on the line above ends in the text: "20 September", "2022"."""
    above = (other.text for other in page.above(piece) if piece.follows(other))
    spans = (
        (len(before), found) for before in above for found in WRITTEN.finditer(f"{before}\n{text}")
    )
    return any(found.start() < end < found.end() for end, found in spans)


def _vague(page: Page, piece: Piece, text: str, own: frozenset[str]) -> Iterator[WrittenDay]:
    """A time that is told behind a label of the day, in another way than as a day."""
    match = VAGUE.search(text, 0, text.index("\n"))
    if not match or HALF_WRITTEN.search(text) or _ends_day(page, piece, text):
        return
    before = SENTENCE_END.split(text[: match.start()])[-1]
    near = (other.text for other in (page.before(piece)[-1:] or page.above(piece)))
    labels = (LABEL_OF_DAY.fullmatch(words) for words in (before, f"{' '.join(near)} {before}"))
    kind = max((kind_of(label["label"], own) for label in labels if label), default=Kind.OTHER)
    if kind >= Kind.LABELLED:
        yield WrittenDay(None, kind)


def _with_long_years(page: Page, piece: Piece) -> str:
    """The text of the piece; "Datum: 230412" as 20230412, also when the label stands beside it."""
    line = LEADER.sub(" ", without_birthday(without_person_number(piece.text)))
    if SHORT_VALUE.fullmatch(line.strip()):
        label = " ".join(other.text for other in (page.before(piece)[-1:] or page.above(piece)))
        return f"20{line.strip()}" if SHORT.search(f"{label} {line}") else line
    return SHORT.sub(lambda found: f"{found.group()[:-6]}20{found.group()[-6:]}", line)


def _next_line(page: Page, piece: Piece) -> str:
    """The line on which a day that begins in the piece may end."""
    lines = [other.text for other in page.below(piece) if other.follows(piece)]
    return without_person_number(lines[0]) if lines else ""


def _words_around(
    page: Page, piece: Piece, text: str, match: re.Match[str], own: frozenset[str]
) -> tuple[str, str, bool]:
    """The words that say what day it is, the heading where they are but of a cell beside it.

    Last whether the words stand in the piece itself, and not beside or over it.
    """
    if label := label_behind(text[match.end() :], own):
        return label, "", True
    before = DOTS.sub(" ", WRITTEN.sub("§", text[: match.start()]))
    before = f"{_text_that_runs_on(page, piece, before)} {before}".lstrip()
    before = label_in(since_last_label(SENTENCE_END.split(before)[-1]))
    verb = _verb(SENTENCE_END.split(DOTS.sub(" ", text[match.end() :]))[0][:40])
    beside = [other.text for other in _labels_before(page, piece, own)]
    if not NO_WORDS.fullmatch(before):
        # "Påbörjad | Visby den 21 mars 2023": the place says nothing that the label does not.
        if beside and kind_of(before, own) == Kind.BARE != kind_of(beside[0], own):
            before = f"{beside[0]} {before}"
        return f"{before}§{verb}" if verb else before, "", True
    if beside:
        return label_in(beside[0]), "" if beside[0].endswith(":") else _heading(page, piece), False
    if verb and "\n" not in verb:
        return verb, "", True
    heading = _heading(page, piece)
    return f"{heading}§{verb}" if verb else heading, "", False


def _labels_before(page: Page, piece: Piece, own: frozenset[str]) -> Iterator[Piece]:
    """What stands before the piece as its label may: not the value of the label over it."""
    labels = {label for over in page.above(piece) for label in page.row_of(over)}
    for other in page.before(piece)[-1:]:
        over = [label.text for label in page.above(other) if label in labels]
        is_value = any(map(OF_HELD.match, over)) and told_kind(other.text, own) is None
        if not is_value and not NO_WORDS.fullmatch(other.text):
            yield other


def _text_that_runs_on(page: Page, piece: Piece, words: str) -> str:
    """The lines of a text above, of which the last sentence goes on in the piece with the words."""
    above = [other for other in page.above(piece) if piece.follows(other)]
    is_text = len(page.row_of(piece)) == 1 and above and page.row_of(above[0]) == tuple(above)
    if (
        not is_text
        or PARENTHESIS.fullmatch(above[0].text)
        or len(above[0].text.split()) <= LONGEST_HEADING
    ):
        return ""
    is_listed = begins_with_day(piece) and begins_with_day(above[0])
    if is_listed or (SMALL_LABEL.fullmatch(words) and FIELD.match(above[0].text)):
        return ""
    is_open = words[:1].islower() or OPEN.search(above[0].text)
    if not (is_open or (not words and above[0].text.rstrip()[-1:].islower())):
        return ""
    told = above[0].text if words else without_side_deeds(above[0].text)
    line = DOTS.sub(" ", WRITTEN.sub("§", told))
    return f"{_text_that_runs_on(page, above[0], line)} {line}".lstrip()


def _heading(page: Page, piece: Piece) -> str:
    """What stands over the piece, or over the days in the same column."""
    above = page.above(piece)
    while above and all(is_bare_day(other.text) for other in above):
        above = page.above(above[0])
    if any(_ends_paragraph(page, other) or _is_beside_day(page, other) for other in above):
        return ""
    heading = " ".join(other.text for other in above if not WRITTEN.search(other.text))
    return label_in(SENTENCE_END.split(heading)[-1])


def _ends_paragraph(page: Page, piece: Piece) -> bool:
    """Whether it is the last line of a longer text: that of the cell above, and no heading."""
    return piece.text[:1].islower() and any(map(piece.follows, page.above(piece)))


def _is_beside_day(page: Page, piece: Piece) -> bool:
    """Whether it tells what was done on the day before it: "2023-03-01 Anmäld"."""
    return any(is_bare_day(other.text) for other in page.before(piece)[-1:])


def _verb(after: str) -> str:
    """ "har den 12 april 2023 genomfört": the word that counts may come afterwards."""
    match = NEXT_WORD.match(after)
    return match.group() if match and COMPLETED_DAY.match(match.group(1)) else ""


def _kind_of_cell(words: str, heading: str, own: frozenset[str]) -> Kind:
    """The kind that the words tell; where the heading tells another one, the lesser of them."""
    kind = kind_of(words, own)
    if not heading or len(heading.split()) > LONGEST_HEADING:
        return kind
    if kind == Kind.BARE:
        return kind_of(f"{words} – {heading}", own)
    of_heading = kind_of(heading, own)
    if of_heading in (Kind.BARE, kind):
        return kind
    return max(min(kind, of_heading), Kind.UNKNOWN)
