"""Which courses a page is about, by the words that are known of each: data, not rules."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from focusareas.certificate_boxes import without_left_empty
from focusareas.certificate_completions import (
    completions,
    without_all_of,
    without_completions,
)
from focusareas.certificate_course_phrases import (
    is_course_in_general,
    is_only_course,
    without_course,
)
from focusareas.certificate_doubts import is_label_of_mention, without_mentions
from focusareas.certificate_events import is_other_event
from focusareas.certificate_frames import GREETING
from focusareas.certificate_issuers import is_any_label
from focusareas.certificate_marks import CourseMarks, courses_on, title_words
from focusareas.certificate_neutral import (
    GENERAL,
    known_beginning,
    unknown_words,
    words_of,
)
from focusareas.certificate_objects import (
    BETWEEN_COLUMNS,
    COLUMN_OR_LINE,
    first_line,
    is_work_on_course,
    next_lines,
    objects,
    unwrapped,
    without_sentences_about,
)
from focusareas.certificate_pages import Page, Piece, Row
from focusareas.certificate_parts import is_state_heading
from focusareas.certificate_patterns import TOKEN, AnyCase
from focusareas.certificate_predicates import says_something_else, told_of
from focusareas.certificate_rivals import has_rival, is_title
from focusareas.certificate_side_deeds import without_side_deeds
from focusareas.certificate_title_cells import MOST_LINES_OF_TITLE, titles_alone
from focusareas.certificate_titles import FoldedText, TitleWords
from focusareas.certificate_words import is_common
from focusareas.certificate_written_days import WRITTEN

COURSE_LABEL: Final = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s+)?(?:(?:genomförd|avslutad|slutförd|fullföljd)\s+)?"
    r"(?:(?:kurs|utbildning)(?:s?(?:namn|titel|benämning|beteckning|rubrik|aktivitet|insats)|ens\s+(?:namn|titel|benämning|rubrik))?"
    r"(?:\s*/\s*(?:kurs|utbildning|aktivitet|seminarium|konferens|insats|course|training))?|"
    r"(?:(?:webb|e-?)(?:kurs|utbildning)|seminarium|(?:studie)?cirkel|(?:kurs|utbildnings|studie)dag|"
    r"fortbildning|kurstillfälle|seminar)(?=\s*:)|course(?: name| title)?|training|"
    r"(?:utbildnings?)?aktivitet|insats(?=\s*:)|kompetens(?:benämning|namn)?|benämning|(?P<contents>program)|(?P<of_what>avser))\s*"
    r"(?:(?::|[.…_]{3,})\s*(?P<name>.*))?$",
    re.IGNORECASE,
)
# "09.00–10.30 Inledning", "kl. 9 Samling"
HOUR: Final = re.compile(
    r"\W*(?:kl\.?\s*\d|\d{1,2}[.:]\d\d\b|\d{1,2}\s*[–-]\s*\d{1,2}\b(?!-))", re.I
)
# "• 09.00 Registrering", "kl. 9.30–10.15 | Att fråga om våld": a line of a programme.
AT_HOUR: Final = re.compile(
    r"\W*(?:kl(?:ockan|\.)?\s*)?\d{1,2}[.:]\d\d(?:\s*[–-]\s*\d{1,2}[.:]\d\d)?\s*[–-]?\s+(?=[A-ZÅÄÖ])"
)
FEWEST_HOURS: Final = 3
# "har genomfört kursen 12 april och fått kunskap om": it is named elsewhere, or all of it told of.
THE_COURSE: Final = AnyCase(
    r".*(?:kursen|utbildningen|the (?:whole |entire )?course|\b(?:alla|samtliga)\s+(?:\w+\s+)?"
    r"(?:kapitel|avsnitt|delar|moment|moduler)(?:na)?)\b.*\b(?:och|samt|har|and)\b"
)
# "Kursen, som omfattade sju timmar": it is named elsewhere, and no other one is described.
COURSE_THAT: Final = AnyCase(
    rf"\W*(?:hela\s+|the\s+)?{GENERAL}\s*,?\s+(?:som|vilken|vilket|which|that)\s+"
    r"(?:omfatta|motsvara|bestod|består|pågick|pågår|varade|gavs|ges\b|hölls|hålls|leddes|ägde|"
    r"(?:anordna|arrangera|genomför|ordna)(?:de)?s|lasted|comprised|consisted|was\s+(?:held|given))"
)
# "Tagit del av allt material": the whole of a course that is named elsewhere.
ALL_CONTENTS: Final = AnyCase(
    r"\W*(?:(?:i|av|på|vid|under|in|at)\s+)?(?:alla|allt|samtliga|all|every)\s+(?:\w+\s+)?[a-zåäö]*(?:material|innehåll|content|moment|avsnitt|"
    r"del(?:ar)?|kapitel|modul(?:er)?|film(?:er)?|övning(?:ar)?|uppgift(?:er)?|lektion(?:er)?|föreläsning(?:ar)?|"
    r"chapter|module|part|lesson|träff(?:ar)?|pass|dagar|tillfälle|"
    r"steg|frågor|sammankomst(?:er)?)(?:et|en|na|s)?\s*(?:$|[,;]|(?:och|samt|and)\b)|\W*the\s+final\s+(?:test|exam)\s*(?:$|with\b)"
)
# "Avslutade kurser (1)"
COURSE_LIST: Final = AnyCase(
    r"\s*(?:kurser|utbildningar|courses)\s*:?\s*(?:\(?(?P<count>\d+)\)?)?\s*$"
)
# A certificate in two languages.
IN_ENGLISH: Final = re.compile(
    r"\b(?:completed|passed|finished|attended|participated|taken)\b"
    r"|\bfor\s+(?:having\s+)?(?:successfully\s+)?(?:finish|complet|pass|attend)(?:ing|ed)\b",
    re.IGNORECASE,
)
# "Genomfört av": who did it stands there, or below.
BY_WHOM: Final = AnyCase(r"\W*(?:av|by)\b")
# "Vår utbildning för dig som möter unga": whom it is for, and not what it is called.
FOR_WHOM: Final = AnyCase(
    r"\s(?:för|till)\s+(?:dig|er|dem|alla|den|de|oss)\s+som\s+"
    r"(?:möter|träffar|arbetar|jobbar|bedömer|utreder|stödjer|vårdar|undervisar)\b"
)
# "Har deltagit i": what stands below it was completed.
GOES_ON_BELOW: Final = AnyCase(r"\b(?:i|på|vid|under|av|in|at|of|the)\s*$")
# "Lördagen den 6 maj 2023 kl. 08.30–16.30": besides the day itself.
WHEN: Final = re.compile(
    r"\b(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|den|kl(?:ockan)?|till|och)\b|\d[\d.:–-]*",
    re.IGNORECASE,
)
# "Basprogrammet" is a course's name as well.
A_COURSE: Final = AnyCase(rf"\s*{GENERAL}\s*$")
# "Mina sidor › Avslutade › Intyg"
WAY_THERE: Final = re.compile(r"(?:.*\s[›»>]\s){2}")


def courses_of(
    page: Page, courses: Sequence[CourseMarks], names: Sequence[str] = ()
) -> tuple[str, ...]:
    """The courses that the page is about; none if it says that another one was completed.

    The `names` of the holder may stand beside the title.
    """
    whole = [name for name in names if " " in name]  # a lone word may be one of a title
    words = title_words(tuple(courses)).beside(words_of(*whole))

    def is_ours(line: str) -> bool:
        return bool(courses_on(line, courses, words, any_part=True))

    mentioned = _mentioned(page, words)
    is_left_out = mentioned.union(piece for piece in page.pieces if WAY_THERE.match(piece.text))
    kept = ([piece.text for piece in row if piece not in is_left_out] for row in page.rows)
    rows = map(BETWEEN_COLUMNS.join, kept)
    text = without_mentions(without_left_empty("\n".join(rows)))
    text = without_side_deeds(unwrapped(page, text))
    told = list(told_of(text, names))
    if says_something_else(told) or _lists_courses(page) or is_other_event(page, is_ours):
        return ()
    completed, has_sentence = _completed(page, text, courses, words)
    values = _labelled(page, words, mentioned, has_sentence=has_sentence)
    if labelled := [one for one in values if _may_name_course(one, words)]:
        return courses_on(text, courses, words, within=without_left_empty("\n".join(labelled)))
    has_course = has_sentence or _is_named_below(text, courses, words)
    others = [one for one in completed if not (has_course and is_work_on_course(one))]
    if any(_is_another(one, courses, words) for one in others):
        return ()
    if not has_sentence and has_rival(page, names, words):
        return ()
    # As it was written the text keeps columns apart, where its rows do not.
    written = without_mentions(without_left_empty(page.written))
    if any(_names_another(one, courses, words) for one in told):
        text, written = (without_sentences_about(words.titles, one) for one in (text, written))
    found = courses_on(text, courses, words)
    if not found and not mentioned:
        found = courses_on(written, courses, words)
    return found or titles_alone(page, is_left_out, courses, words)


# ---------------------------------------------------------------- What was completed


def _completed(
    page: Page, text: str, courses: Sequence[CourseMarks], words: TitleWords
) -> tuple[list[str], bool]:
    """What it says was completed, and whether that names one of the courses.

    What it says in English besides is the same, called otherwise.
    """
    for one in dict.fromkeys((IN_ENGLISH.sub("", text), text)):
        completed = list(objects(page, one))
        if any(courses_on(one, courses, words, within=each) for each in completed):
            return completed, True
    return completed, False


def _labelled(
    page: Page, words: TitleWords, mentioned: frozenset[Piece], *, has_sentence: bool
) -> Iterator[str]:
    """What stands behind labels of the course; a person may stand behind "Avser" as well.

    "Program" is a label of its contents where a sentence, or another label, says which it is.
    """
    found = ((piece, COURSE_LABEL.match(piece.text)) for piece in page.pieces)
    labels = [(piece, label) for piece, label in found if label and not _runs_on(page, piece)]
    has_other = has_sentence or any(not label["contents"] for _, label in labels)
    for piece, label in labels:
        if label["contents"] and has_other:
            continue
        for name in _behind_label(page, piece, mentioned):
            if label["contents"] and HOUR.match(name):
                continue
            is_of_course = not label["of_what"] and not HOUR.match(name)
            if is_of_course or any(title in FoldedText(name, words).text for title in words.titles):
                yield name


def _runs_on(page: Page, piece: Piece) -> bool:
    """Whether a sentence goes on there: "efter genomförd / utbildning"."""
    if not piece.text[:1].islower() or ":" in piece.text:
        return False
    return any(above.text.split()[-1].islower() for above in page.above(piece)[:1])


def _may_name_course(value: str, words: TitleWords) -> bool:
    """Whether it says anything but when it was, by whom and how it went, and is no label itself."""
    for line in value.splitlines():
        if is_any_label(line) or COURSE_LABEL.match(line):
            continue
        if A_COURSE.match(line) or any(map(FoldedText(line, words).find, words.titles)):
            return True
        told = TOKEN.findall(WHEN.sub(" ", WRITTEN.sub(" ", line)))
        if any(_is_told(word, words.behind) for word in told):
            return True
    return False


def _is_told(word: str, own: frozenset[str]) -> bool:
    return bool(unknown_words(word, own)) and not is_common(word)


def _mentioned(page: Page, words: TitleWords) -> frozenset[Piece]:
    """Labels such as "Nästa kurs", with what stands beside and below them, and programmes."""
    found = {*_programme(page, words)}
    for label in (piece for piece in page.pieces if is_label_of_mention(piece.text)):
        below = page.below(label)[:1]
        rest = [other for other in below if other.text[:1].islower()]  # of the label
        near = (
            *page.beside(label)[:1],
            *below,
            *(value for one in rest for value in page.below(one)),
        )
        found.update([label, *rest, *(one for one in near if not COURSE_LABEL.match(one.text))])
    return frozenset(found)


def _programme(page: Page, words: TitleWords) -> Iterator[Piece]:
    """What is told to have been done at each of several hours, and titles alone below it."""
    lines = [" ".join(piece.text for piece in row) for row in page.rows]
    hours = [number for number, line in enumerate(lines) if AT_HOUR.match(line)]
    if len(hours) < FEWEST_HOURS:
        return
    for number in hours:
        yield from page.rows[number]
    for row in takewhile(_is_told_below, page.rows[hours[-1] + 1 :]):
        for piece in row:
            if any(map(FoldedText(piece.text, words).find, words.titles)):
                yield piece


def _is_told_below(row: Row) -> bool:
    """Whether it says neither that something was completed nor what the course is called."""
    return not any(completions(piece.text) or COURSE_LABEL.match(piece.text) for piece in row)


def _lists_courses(page: Page) -> bool:
    """Whether there is a table with a row for each of several courses."""
    for headings in page.rows:
        state = next(filter(is_state_heading, headings), None)
        labels = (piece for piece in headings if COURSE_LABEL.match(piece.text))
        if state and (label := next(labels, None)):
            # Labels set above their values are no table of courses: more labels stand below.
            rows = takewhile(_holds_values, page.table_under(label))
            # A narrow table has no gap between a long title and what stands beside it.
            listed = [
                row
                for row in rows
                if not _is_ruled(row) and (len(row) > 1 or row[0].right > state.left)
            ]
            if len(listed) > 1:
                return True
    return False


def _holds_values(row: Row) -> bool:
    return not all(is_any_label(piece.text) for piece in row)


def _is_ruled(row: Row) -> bool:
    """Whether it is but a line drawn with signs."""
    return not any(TOKEN.search(piece.text) for piece in row)


def _behind_label(page: Page, piece: Piece, mentioned: frozenset[Piece]) -> Iterator[str]:
    """What stands behind "Kurs:" and the like, else all that stands beside and just below it."""
    match = COURSE_LABEL.match(piece.text)
    if not match or piece in mentioned:
        return
    name = match["name"] or ""
    if name and not COURSE_LABEL.match(name):
        yield "\n".join([name, *next_lines(page, piece, mentioned)])
        return
    if around := page.around(piece):
        yield "\n".join(value.text for value in around)
    near = [*page.beside(piece)[:1], *page.below(piece)[:1]]
    near += [other for row in page.rows_below(piece)[:1] for other in row[:1]]
    for value in dict.fromkeys(near):
        if value not in mentioned and not is_any_label(value.text):
            yield "\n".join([value.text, *next_lines(page, value, mentioned)])
    yield from (_ending_with(page, one) for one in page.above(piece)[:1] if _is_over(piece, one))


def _is_over(label: Piece, value: Piece) -> bool:
    """Whether it is the last line of what stands over its label."""
    return label.follows_closely(value) and not is_any_label(value.text)


def _ending_with(page: Page, last: Piece) -> str:
    """The lines of one text that end with that one."""
    lines = [last]
    while len(lines) < MOST_LINES_OF_TITLE and (above := page.above(lines[0])[:1]):
        if not lines[0].follows(above[0]) or is_any_label(above[0].text):
            break
        lines = [*above, *lines]
    return "\n".join(line.text for line in lines)


def _is_another(completed: str, courses: Sequence[CourseMarks], words: TitleWords) -> bool:
    """Whether it says what was completed, and that is none of the courses that we know."""
    beside, *_ = COLUMN_OR_LINE.split(without_all_of(completed))
    if heading := COURSE_LIST.match(beside):
        first = next(filter(TOKEN.search, completed[len(beside) :].splitlines()), "")
        return heading["count"] not in (None, "1") or not courses_on(first, courses, words)
    if ALL_CONTENTS.match(beside) or COURSE_THAT.match(beside):
        return False
    if is_course_in_general(beside, words.around):
        return _is_title_below(completed, courses, words)
    if (audience := FOR_WHOM.search(beside)) and is_only_course(
        beside[: audience.start()], words.around
    ):
        return _is_title_below(completed, courses, words)
    if (by := BY_WHOM.match(beside)) and not unknown_words(beside[by.end() :], words.around):
        return False
    is_begun = GOES_ON_BELOW.search(beside) and not unknown_words(beside, frozenset())
    if TOKEN.search(beside) and (is_begun or is_only_course(beside, words.around)):
        return not _begins_with_ours(completed.partition("\n")[2], courses, words)
    if TOKEN.search(beside):
        lines = (beside, first_line(completed))
        return not any(_may_be_ours(line, courses, words) for line in dict.fromkeys(lines))
    return not _begins_with_ours(without_all_of(completed), courses, words)


def _is_named_below(text: str, courses: Sequence[CourseMarks], words: TitleWords) -> bool:
    """Whether one of the courses stands below "har gått utbildningen"."""
    ends = (text[done.end() :].partition("\n") for done in completions(text))
    below = (title for said, _, title in ends if said and is_only_course(said, words.around))
    return any(_begins_with_ours(title, courses, words) for title in below)


def _is_title_below(completed: str, courses: Sequence[CourseMarks], words: TitleWords) -> bool:
    """Whether the next line is the title of a course, and of none of those that we know."""
    beside, *below = completed.splitlines()
    title = next(filter(TOKEN.search, below), "")
    if beside.endswith(":") or not title[:1].isupper():
        return False
    return is_title(title, words.around) and not _begins_with_ours(title, courses, words)


def _begins_with_ours(completed: str, courses: Sequence[CourseMarks], words: TitleWords) -> bool:
    """Whether what stands on the lines below is one of the courses, or nothing that is unknown.

    Days and what leads in to a title, "Socialstyrelsens utbildning", may stand above it; fields
    are none of the sentence.
    """
    lines = [*filter(TOKEN.search, completed.splitlines())]
    for number, line in enumerate(lines):
        if BETWEEN_COLUMNS in line or ALL_CONTENTS.match(line) or GREETING.match(line):
            return True
        below = "\n".join(lines[number : number + MOST_LINES_OF_TITLE])
        ours = courses_on(below, courses, words, any_part=True)
        beside = FoldedText(line, words)
        rest = FoldedText("\n".join(lines[number + 1 : number + MOST_LINES_OF_TITLE]), words)
        begins = any(map(beside.find, words.titles)) or not any(map(rest.find, words.titles))
        if ours and begins:
            return True
        if unknown_words(without_course(line), words.around):
            return False
    return True


def _may_be_ours(said: str, courses: Sequence[CourseMarks], words: TitleWords) -> bool:
    """Whether a line of what was completed names one of the courses, or only "the course"."""
    known = known_beginning(said, words.around)
    if known == said or THE_COURSE.match(known):
        return True
    is_ours = courses_on(known, courses, words, any_part=True) or courses_on(said, courses, words)
    return bool(is_ours)


def _names_another(told: str, courses: Sequence[CourseMarks], words: TitleWords) -> bool:
    """Whether it tells that something was completed that is none of the courses that we know."""
    if not completions(told) or courses_on(told, courses, words):
        return False
    return bool(unknown_words(without_completions(told), words.around))
