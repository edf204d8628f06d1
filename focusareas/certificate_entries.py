"""A record of what somebody completed: courses in rows of a table or a list, one of them ours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from focusareas.certificate_completions import completions
from focusareas.certificate_courses import COURSE_LABEL
from focusareas.certificate_headings import PEOPLES, held_by
from focusareas.certificate_marks import CourseMarks, courses_on, own_words
from focusareas.certificate_neutral import unknown_words
from focusareas.certificate_objects import BETWEEN_COLUMNS, objects
from focusareas.certificate_pages import NEAR, SIGN, Page, Piece, Row, joined_words
from focusareas.certificate_parts import IS_LEFT
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_stacks import stacked
from focusareas.certificate_tables import heading_of
from focusareas.certificate_words import name_in
from focusareas.certificate_written_days import WRITTEN

# In points, how far what stands in a column may begin before or behind its heading.
STRAIGHT: Final = 2.0
INSET: Final = 8.0
# Rows of a table stand as far from each other, the lines of one cell nearer: at most so many
# times their height.
SAME_PITCH: Final = 0.07
SAME_CELL: Final = 1.3
SURE_LABELS: Final = 3
# "Webbkurs om våld – slutförd 2023-04-12"
LISTED: Final = re.compile(
    r"(?P<title>[^\W\d_].*?)\s*[–—,:-]\s*"
    r"(?:slutförd|genomförd|avslutad|avklarad|fullföljd|godkänd|klar)\s*:?\s*(?:den\s+)?(?P<day>\d.*)$",
    re.IGNORECASE,
)
# "Har genomfört följande kurser:"; any other sentence tells itself what was completed.
FOLLOWING: Final = AnyCase(r"\W*(?:följande|nedanstående|the\s+following)\s+\w+\W*$")

COMPLETED: Final = (
    r"(?:genomförda|genomgångna|avslutade|slutförda|avklarade|fullföljda|godkända)"
    r"\s+(?:kurser|utbildningar)"
)
# "Mina genomförda kurser", "Avslutade utbildningar per medarbetare"
RECORD: Final = AnyCase(rf"\W*(?:(?:mina|dina|rapport)\W+)?{COMPLETED}\b")
# "Kursförteckning", "Mina avslutade utbildningar", "Listan visar endast avslutade kurser.", "Antal
# avslutade kurser: 4": what the rows are, and how many, of which one is left.
OF_ROWS: Final = AnyCase(
    rf"\W*(?:(?:(?:kurs|utbildnings)(?:förteckning|lista|översikt)(?:en)?|(?:(?:mina|dina)\s+)?{COMPLETED})(?:\s*\(\d+\))?|"
    r"(?:(?:kurs|utbildnings)?(?:listan|förteckningen|översikten)|tabellen)\s+(?:visar|innehåller|omfattar|upptar)\s+"
    rf"(?:(?:endast|enbart|bara|alla|samtliga)\s+)?{COMPLETED}|"
    rf"(?:antal|totalt|summa)\s*:?\s+(?:\d+\s+)?(?:{COMPLETED}|kurser|utbildningar)(?:\s*:?\s*\d+)?)\W*$"
)
# "Sida 1 av 1", "Totalt 4 kurser", "3 poster", "Utskriven 2023-04-17"
FOOT: Final = AnyCase(
    r":|\.\W*$|^\W*\*|^\W*(?:sida|sid|page|blad)\s+\d|"
    r"^\W*(?:(?:totalt|summa|antal|visar|utskri(?:ven|ft)|hämtad|uttagen)\b|(?:slut\s+på|end\s+of)\s)|"
    r"^\W*\d+\s+(?:\w+a\s+)?(?:poster|rader|kurser|utbildningar|rows|items|courses)\W*$"
)
# "1/2", "3 (7)": of pages below the last row, and else of what is in the cell above.
COUNT: Final = AnyCase(r"\W*\d+\s*(?:av|of|/|\()\s*\d+\)?\W*$")
# "Förteckning över genomförda utbildningar för Kim Berg", "Kurser för Kim Berg"
WHOSE: Final = AnyCase(
    r"\W*(?:(?:kurs|utbildnings)?(?:förteckning|lista|sammanställning|översikt)\s+(?:över\s+)?)?"
    rf"(?:{COMPLETED}\s+|kurser\s+|utbildningar\s+)?(?<=\w\s)för\s+(?=\w)"
)
NUMBER: Final = re.compile(r"\d+")
NOTHING_ELSE: Final = AnyCase(r"\s*(?:den|datum|dag)?\W*$")
NOT_YET: Final = AnyCase(r"\W*(?:registrera|tilldela|boka|kalla)[dt]\W*$")
GAINED: Final = AnyCase(
    r"\W*(?:erh[åa]ll[ei][nt]|(?:uppnå|förvärva|intjäna)[dt]{1,2}|achieved|attained|earned)\W*$"
)


class Entry(NamedTuple):
    """A row, what it says of which course it is, and the lines of the page that it was read in."""

    row: Row
    title: str
    lines: tuple[Row, ...]

    @property
    def has_day(self) -> bool:
        """Whether it says when, and on one line: two rows may have been taken for one."""
        days = [line for line in self.lines if any(WRITTEN.search(piece.text) for piece in line)]
        return len(days) <= 1 and bool(WRITTEN.search(self.text))

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(piece.text for piece in self.row)

    @property
    def is_told(self) -> bool:
        """Whether it says when it was done, or that it was not: "–", "Ej påbörjad"."""
        return self.has_day or any(map(_is_left, self.row[1:]))

    @property
    def is_left(self) -> bool:
        """Whether it says in words that it was not done."""
        return any(SIGN.search(cell.text) and _is_left(cell) for cell in self.row[1:])


def _is_left(cell: Piece) -> bool:
    return bool(IS_LEFT.match(cell.text) or NOT_YET.match(cell.text))


def without_other_courses(page: Page, courses: Sequence[CourseMarks]) -> Page:
    """The page without what it says of other courses, where one row of several is of ours.

    Where it cannot be told which rows there are, or two are of ours, the page is left as it is.
    """
    table = replace(page, rows=tuple(map(_labels_apart, page.rows)), written="")
    stack = _stack(table, courses)
    found = [*_tables(table), _list(table), stack]
    for entries in filter(None, found):
        if _tells_itself(page, len(entries)):
            continue
        ours = [one for one in entries if courses_on(one.text, courses, within=one.title)]
        is_one = len(entries) > len(ours) == 1
        if is_one and entries is stack:
            return _with_one_row(table, entries, ours[0])
        if is_one and _is_told(table, entries[0], ours[0]):
            own = _with_one_row(table, entries, ours[0])
            is_plain = any(map(_says_just_done, _near(table, entries[0], ours[0])))
            return _without_what_rows_are(own, len(entries)) if is_plain else own
    return page


def _tells_itself(page: Page, count: int) -> bool:
    """Whether a sentence of its own, besides the list of so many rows, says what was completed."""
    told = (row for row in page.rows if not _tells_of_rows(row, count))
    text = "\n".join(BETWEEN_COLUMNS.join(piece.text for piece in row) for row in told)
    return not all(map(FOLLOWING.match, objects(page, text)))


def _tells_of_rows(row: Row, count: int) -> bool:
    """Whether it only says what the rows are, and no other count of them."""
    said = row[0].text if len(row) == 1 else ""
    return bool(OF_ROWS.match(said)) and all(int(one) == count for one in NUMBER.findall(said))


def _without_what_rows_are(page: Page, count: int) -> Page:
    """The page without what was told of all of so many rows, but for whose they are."""
    rows = (row for row in page.rows if not _tells_of_rows(row, count))
    return replace(page, rows=tuple(map(_only_whose, rows)))


def _only_whose(row: Row) -> Row:
    """The name of whom it says that the rows are of, where it began; any other row as it is."""
    if len(row) > 1 or not (whose := WHOSE.match(row[0].text)):
        return row
    name = row[0].text[whose.end() :]
    words = row[0].words[-len(name.split()) :]
    back = words[0].left - row[0].left
    moved = [replace(word, left=word.left - back, right=word.right - back) for word in words]
    return (joined_words(moved),) if name_in(name) == name else row


def _stack(page: Page, courses: Sequence[CourseMarks]) -> list[Entry]:
    """The courses that stand over their days, where no other title may be of the same course."""
    found = [
        Entry(*one)
        for one in stacked(page, lambda text: bool(courses_on(text, courses, within=text)))
    ]
    own = own_words(tuple(courses))
    others = [one for one in found if not courses_on(one.title, courses, within=one.title)]
    return found if all(unknown_words(one.title, own) for one in others) else []


def _is_told(page: Page, first: Entry, own: Entry) -> bool:
    """Whether it says of the own row when it was completed, or that it was not."""
    if not own.has_day:
        return own.is_left
    return _is_record(page, first, own)


def _is_record(page: Page, first: Entry, own: Entry) -> bool:
    """Whether the row, the headings of the table or of the page say that it was completed."""
    near = _near(page, first, own)
    says_done = any(completions(piece.text) or GAINED.match(piece.text) for piece in near)
    return says_done or any(map(RECORD.match, page.lines[: _number(page, first)]))


def _near(page: Page, first: Entry, own: Entry) -> tuple[Piece, ...]:
    """The cells of the row and the headings of the table, which stand over its first row."""
    number = _number(page, first)
    rows = (own.row, *page.rows[max(number - 1, 0) : number])
    return tuple(piece for row in rows for piece in row)


def _number(page: Page, entry: Entry) -> int:
    return next(number for number, row in enumerate(page.rows) if row is entry.lines[0])


def _says_just_done(cell: Piece) -> bool:
    """Whether it says that something was completed, or when, and nothing else: "Avslutad den"."""
    ends = (cell.text[done.end() :] for done in completions(cell.text) if not done.start())
    return any(map(NOTHING_ELSE.match, ends))


def _with_one_row(page: Page, entries: Sequence[Entry], own: Entry) -> Page:
    """The page with but one of the rows, which stands where the first of them stood."""
    first, *others = (line for one in entries for line in one.lines)
    left_out = set(map(id, others))
    moved = tuple(replace(piece, baseline=first[0].baseline) for piece in own.row)
    kept = (row for row in page.rows if id(row) not in left_out)
    return replace(page, rows=tuple(moved if row is first else row for row in kept))


def _list(page: Page) -> list[Entry]:
    """The lines that each name a course and the day when it was completed."""
    found = ((row, LISTED.match(row[0].text)) for row in page.rows if len(row) == 1)
    return [
        Entry(row, one["title"], (row,)) for row, one in found if one and WRITTEN.match(one["day"])
    ]


def _labels_apart(row: Row) -> Row:
    """The row; labels of columns apart where they stand close."""
    heading = heading_of(row) if len(row) < SURE_LABELS else None
    return heading.labels if heading and len(heading.labels) >= SURE_LABELS else row


def _tables(page: Page) -> Iterator[list[Entry]]:
    """The rows of each table of courses that one person completed."""
    for number, row in enumerate(page.rows):
        if len(row) < 2 or any(held_by(piece.text) in PEOPLES for piece in row):
            continue
        for label, after in zip(row, (*row[1:], None), strict=True):
            if COURSE_LABEL.match(label.text):
                yield _under(label, after, page.rows[number:])


def _under(label: Piece, after: Piece | None, rows: Sequence[Row]) -> list[Entry]:
    """The rows under the heading of the courses, none if they cannot be told apart."""
    for pitch in _pitches(rows):
        lines_of_rows = _lines_of_rows(rows, pitch)
        joined = ((_joined(lines, rows[0]), tuple(lines)) for lines in lines_of_rows)
        found = [Entry(row, _cell(row, label, after), lines) for row, lines in joined]
        if found and all(one.title and one.is_told for one in found):
            return found
    return []


def _pitches(rows: Sequence[Row]) -> Iterator[float]:
    """How far the rows under the first, of headings, may stand apart: as the first two lines do.

    Or more than the lines of one cell, where the first row has several.
    """
    drops = [(_drop(above, row), row[0].size) for above, row in pairwise(rows[1:])]
    yield from (drop for drop, _ in drops[:1])
    yield from [drop for drop, size in drops if drop > SAME_CELL * size][:1]


def _lines_of_rows(rows: Sequence[Row], pitch: float) -> list[list[Row]]:
    """The lines of each row under the first; none if they stand unevenly."""
    found: list[list[Row]] = []
    for number, (above, row) in enumerate(pairwise(rows), 2):
        drop = _drop(above, row)
        if found and _is_count(row, rows[0]) and _goes_on(rows[number:], rows[0]):
            return []
        is_far = drop > NEAR * row[0].size or (found and drop > (1 + SAME_PITCH) * pitch)
        if is_far or drop <= 0 or (found and _is_foot(row, rows[0], found[-1][0])):
            break
        if not found or drop >= (1 - SAME_PITCH) * pitch:
            found.append([row])
        elif drop <= SAME_CELL * row[0].size:
            found[-1].append(row)
        else:
            return []
    return found


def _is_count(row: Row, headings: Row) -> bool:
    """Whether nothing but "3/7" stands there, in the first column."""
    return len(row) == 1 and row[0].left <= headings[0].right and bool(COUNT.match(row[0].text))


def _goes_on(rows: Sequence[Row], headings: Row) -> bool:
    """Whether any of the rows has something under another heading than the first."""
    lefts = [heading.left for heading in headings[1:]]
    others = (piece for row in rows for piece in row[1:])
    return any(abs(piece.left - left) < STRAIGHT for piece in others for left in lefts)


def _is_foot(row: Row, headings: Row, first: Row) -> bool:
    """Whether it is a line of text below the table, and no line of a cell nor a row of them.

    `headings` are those of the table, and `first` the first line of its last row so far.
    """
    line, second = row[0], headings[1]
    if len(row) > 1 or line.left > headings[0].right:
        return False
    if line.left < min(headings[0].left, first[0].left) - STRAIGHT:
        return True
    is_across = line.right > second.left and len([*_parted(line, headings[1:2])]) == 1
    return is_across or bool(FOOT.search(line.text) or COUNT.match(line.text))


def _drop(above: Row, row: Row) -> float:
    return above[0].baseline - row[0].baseline


def _joined(lines: Sequence[Row], headings: Row) -> Row:
    """The row that the lines are of: those of a cell overlap, and stand as one in its place."""
    cells: list[list[Piece]] = []
    pieces = (part for line in lines for piece in line for part in _parted(piece, headings))
    for piece in sorted(pieces, key=lambda one: one.left):
        if cells and piece.left < max(other.right for other in cells[-1]):
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return tuple(_of_lines(cell) for cell in cells) if len(lines) > 1 else lines[0]


def _parted(piece: Piece, headings: Row) -> Iterator[Piece]:
    """The piece in two where one of the columns begins within it."""
    words, columns = piece.words, [heading.left for heading in headings]
    starts = [
        number
        for number, word in enumerate(words)
        if number and any(-STRAIGHT < word.left - left < INSET for left in columns)
    ]
    for start, end in pairwise([0, *starts, len(words)]):
        yield joined_words(words[start:end])


def _of_lines(cell: Sequence[Piece]) -> Piece:
    """The lines of a cell as one piece."""
    down = sorted(cell, key=lambda piece: -piece.baseline)
    return joined_words([word for piece in down for word in piece.words])


def _cell(row: Row, label: Piece, after: Piece | None) -> str:
    """What stands in the column, straight under the label: nothing if it does not begin there."""
    end = after.left - STRAIGHT if after else float("inf")
    words = [word for piece in row for word in piece.words]
    inside = [word for word in words if label.left - STRAIGHT <= word.left < end]
    if not inside or inside[0].left - label.left > INSET:
        return ""
    return " ".join(word.text for word in inside)
