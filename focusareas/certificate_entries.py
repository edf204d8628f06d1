"""A record of what somebody completed: courses in rows of a table or a list, one of them ours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from focusareas.certificate_completions import completions
from focusareas.certificate_courses import COURSE_LABEL, CourseMarks, courses_on
from focusareas.certificate_headings import PEOPLES, held_by
from focusareas.certificate_objects import objects
from focusareas.certificate_pages import NEAR, Page, Piece, Row
from focusareas.certificate_patterns import AnyCase
from focusareas.certificate_written_days import WRITTEN

# In points, between the heading of a column and what stands in it.
STRAIGHT: Final = 2.0
# Rows of a table stand as far from each other, the lines of one cell nearer.
SAME_PITCH: Final = 0.07
# "Webbkurs om våld – slutförd 2023-04-12"
LISTED: Final = re.compile(
    r"(?P<title>[^\W\d_].*?)\s*[–—,:-]\s*"
    r"(?:slutförd|genomförd|avslutad|avklarad|fullföljd|godkänd|klar)\s*:?\s*(?:den\s+)?(?P<day>\d.*)$",
    re.IGNORECASE,
)
# "Har genomfört följande kurser:"; any other sentence tells itself what was completed.
FOLLOWING: Final = AnyCase(r"\W*(?:följande|nedanstående|the\s+following)\s+\w+\W*$")

# "Mina genomförda kurser", "Avslutade utbildningar per medarbetare"
RECORD: Final = AnyCase(
    r"\W*(?:(?:mina|dina|rapport)\W+)?(?:genomförda|genomgångna|avslutade|slutförda|avklarade|fullföljda|godkända)"
    r"\s+(?:kurser|utbildningar)\b"
)
GAINED: Final = AnyCase(r"\W*erh[åa]ll[ei][nt]\W*$")


class Entry(NamedTuple):
    """A row, and what it says of which course it is."""

    row: Row
    title: str


def without_other_courses(page: Page, courses: Sequence[CourseMarks]) -> Page:
    """The page without what it says of other courses, where one row of several is of ours.

    Where it cannot be told which rows there are, or two are of ours, the page is left as it is.
    """
    found = [*_tables(page), _list(page)]
    if not any(found) or not all(map(FOLLOWING.match, objects(page, "\n".join(page.lines)))):
        return page
    for entries in found:
        ours = [one.row for one in entries if courses_on(one.title, courses)]
        rows = [one.row for one in entries]
        if len(rows) > len(ours) == 1 and _is_record(page, rows[0], ours[0]):
            return _with_one_row(page, rows, ours[0])
    return page


def _is_record(page: Page, first_row: Row, own: Row) -> bool:
    """Whether the row, the headings of the table or of the page say that it was completed."""
    first = next(number for number, row in enumerate(page.rows) if row is first_row)
    near = (own, *page.rows[max(first - 1, 0) : first])
    says_done = any(
        completions(piece.text) or GAINED.match(piece.text) for row in near for piece in row
    )
    return says_done or any(map(RECORD.match, page.lines[:first]))


def _with_one_row(page: Page, rows: Sequence[Row], own: Row) -> Page:
    """The page with but one of the rows, which stands where the first of them stood."""
    left_out = {id(row) for row in rows if row is not own}
    first = rows[0][0].baseline
    moved = tuple(replace(piece, baseline=first) for piece in own)
    kept = (row for row in page.rows if id(row) not in left_out)
    return replace(page, rows=tuple(moved if row is own else row for row in kept), written="")


def _list(page: Page) -> list[Entry]:
    """The lines that each name a course and the day when it was completed."""
    found = ((row, LISTED.match(row[0].text)) for row in page.rows if len(row) == 1)
    return [Entry(row, one["title"]) for row, one in found if one and WRITTEN.match(one["day"])]


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
    found: list[Entry] = []
    pitch = 0.0
    for above, row in pairwise(rows):
        drop = above[0].baseline - row[0].baseline
        is_far = drop > NEAR * row[0].size or (pitch and drop > (1 + SAME_PITCH) * pitch)
        if is_far or drop <= 0:
            break
        title = _cell(row, label, after)
        is_whole = title and WRITTEN.search(" ".join(piece.text for piece in row))
        if not is_whole or (pitch and drop < (1 - SAME_PITCH) * pitch):
            return []
        pitch = drop if found else 0.0
        found.append(Entry(row, title))
    return found


def _cell(row: Row, label: Piece, after: Piece | None) -> str:
    """What stands in the column, straight under the label: nothing if it does not begin there."""
    end = after.left - STRAIGHT if after else float("inf")
    words = [word for piece in row for word in piece.words]
    inside = [word for word in words if label.left - STRAIGHT <= word.left < end]
    if not inside or abs(inside[0].left - label.left) > STRAIGHT:
        return ""
    return " ".join(word.text for word in inside)
