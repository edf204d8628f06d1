"""Tables as they are meant: each cell a piece of its own, and each label over or before its value.

Cells may stand so near that they look like one text, and labels may stand under or behind what
they are of. Only what labels and places tell without doubt is set right; all else stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from focusareas.certificate_answers import with_days_told
from focusareas.certificate_columns import STRAIGHT, one_after_the_other
from focusareas.certificate_day_words import Kind, kind_of
from focusareas.certificate_headings import (
    LONGEST_LABEL,
    PEOPLES,
    STRICT,
    Holds,
    held_by,
    labels_in,
    may_hold,
)
from focusareas.certificate_pages import Page, Piece, Row, joined_words
from focusareas.certificate_panels import panels_apart
from focusareas.certificate_points import without_points
from focusareas.certificate_words import ends_name, is_capital
from focusareas.certificate_written_days import WRITTEN, is_bare_day

MOST_WORDS: Final = 24
NEXT_ROW: Final = 3.0
# In heights of the text, so much further apart than words of one label stand.
WIDE: Final = 0.6
FEWEST_ROWS: Final = 2
SURE_COLUMNS: Final = 3

Cells = tuple[Piece, ...]


class Heading(NamedTuple):
    """A row of labels, and what may stand in the column of each."""

    labels: Cells
    holds: tuple[Holds, ...]


def arranged(page: Page) -> Page:
    """The page with columns of text parted, the cells of tables too, and labels in their places."""
    rows = panels_apart(without_points(page.rows))
    rows = list(_with_whole_labels([*one_after_the_other(rows)]))
    _set_values_apart(rows)
    _set_behind_labels(rows)
    if any(map(heading_of, rows)):
        _set_under_labels(rows)
        _set_columns(rows)
    rows = [_of_person(row) or row for row in rows]
    return replace(page, rows=tuple(rows))


def _words(row: Row) -> tuple[Piece, ...]:
    return tuple(word for piece in row for word in piece.words)


# Asked of each row as the one above and as the one below.
@lru_cache(maxsize=200)
def heading_of(row: Row) -> Heading | None:
    """The labels that the row consists of, None if it holds anything else."""
    labels: list[Piece] = []
    for piece in row:
        words = piece.words
        lengths = labels_in(piece.text)
        # A line of which a part was taken away is one word.
        if not lengths or sum(lengths) > len(words):
            return None
        parts: list[Piece] = []
        for length in lengths:
            parts += _parted(words[:length])
            words = words[length:]
        labels += [piece] if _goes_on(parts) else parts
    return Heading(tuple(labels), tuple(held_by(label.text) or Holds.ANYTHING for label in labels))


def _goes_on(labels: Sequence[Piece]) -> bool:
    """Whether the first of them has a capital and another none: "Slutförd senast" is one."""
    first, *others = (label.text[:1].isupper() for label in labels)
    return first and not all(others)


def _parted(words: Cells) -> Iterator[Piece]:
    """The label of these words, or those that they are each where they stand far from each other.

    "Genomförd  Datum" is the day when it was done, unless the two are over columns of their own.
    """
    is_wide = all(two.left - one.right > WIDE * one.size for one, two in pairwise(words))
    if is_wide and all(held_by(word.text) for word in words):
        yield from words
    else:
        yield joined_words(words)


def _is_near(above: Row, below: Row) -> bool:
    drop = above[0].baseline - below[0].baseline
    size = max(piece.size for piece in (*above, *below))
    return above[0].angle == below[0].angle and 0 < drop <= NEXT_ROW * size


# ---------------------------------------------------------------- Labels in two lines


def _with_whole_labels(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows; labels in two lines, with the value at half their height, before their values."""
    number = 0
    while number < len(rows):
        label = _label_around(*rows[number : number + 3]) if number + 2 < len(rows) else None
        yield (label, *rows[number + 1]) if label else rows[number]
        number += 3 if label else 1


def _label_around(above: Row, row: Row, below: Row) -> Piece | None:
    """The label of which the lines stand just over and under the row, to the left of it.

    It goes on in the second line, or says the same there in another language.
    """
    first, second, value = above[0], below[0], row[0]
    is_alone = len(above) == len(below) == 1 and second.follows_closely(first)
    is_before = abs(first.left - second.left) < STRAIGHT and value.left > first.right
    near = value.is_at_half_height
    if not (is_alone and is_before and value.left > second.right and near(first) and near(second)):
        return None
    both = joined_words((*first.words, *second.words))
    if second.text[:1].islower():
        return replace(both, baseline=value.baseline) if held_by(both.text) else None
    is_same = held_by(first.text) and held_by(first.text) == held_by(second.text)
    return replace(first, baseline=value.baseline) if is_same else None


# ---------------------------------------------------------------- Labels over their columns


def _set_columns(rows: list[Row]) -> None:
    """Cells under a row of labels set apart, and the labels straight over them."""
    for index, row in enumerate(rows):
        heading = heading_of(row)
        if not heading or len(heading.labels) < FEWEST_ROWS:
            continue
        below = list(_rows_of_table(rows, index, heading))
        rows[index + 1 : index + 1 + len(below)] = below
        if below:
            rows[index] = _over(with_days_told(heading.labels, heading.holds, below[0]), below[0])


def _rows_of_table(rows: Sequence[Row], index: int, heading: Heading) -> Iterator[Cells]:
    for above, row in pairwise(rows[index:]):
        cells = _is_near(above, row) and not heading_of(row) and _cells(heading, row)
        if not cells:
            return
        yield cells


def _over(labels: Iterable[Piece], cells: Cells) -> Cells:
    pairs = zip(labels, cells, strict=True)
    return tuple(replace(label, left=cell.left, right=cell.right) for label, cell in pairs)


def _cells(heading: Heading, row: Row) -> Cells:
    """What stands in each column; nothing if that cannot be told, or is not what should."""
    words = _words(row)
    if len(words) > MOST_WORDS or len(row) > len(heading.labels) or held_by(row[0].text):
        return ()
    ways = [tuple(cells) for cells in _ways(heading, words, _breaks(row))]
    ways = [cells for cells in ways if _names_end(heading, cells) or _in_columns(heading, cells)]
    places = [sum(map(_straight, heading.labels, cells)) for cells in ways]
    best = (cells for cells, place in zip(ways, places, strict=True) if place == max(places))
    first, *others = [*best, ()][:2]
    is_plain = len(row) == len(first) or any(map(_is_telling, heading.holds, first))
    return first if is_plain and not any(others) else ()


def _names_end(heading: Heading, cells: Cells) -> bool:
    """Whether every name among them is whole: what follows it cannot belong to it."""
    return all(
        held not in PEOPLES or next_held in PEOPLES or ends_name(cell.text.split()[0])
        for (held, next_held), cell in zip(pairwise(heading.holds), cells[1:], strict=True)
    )


def _in_columns(heading: Heading, cells: Cells) -> bool:
    """Whether all of them stand so straight under their labels that it is no chance."""
    return len(cells) >= SURE_COLUMNS and all(map(_straight, heading.labels, cells))


def _is_telling(held: Holds, cell: Piece) -> bool:
    """Whether what stands there is seen to be what its label says: a name or a day."""
    return held in PEOPLES or is_bare_day(cell.text)


def _breaks(row: Row) -> frozenset[int]:
    """Before which words a new piece begins."""
    ends, count = set(), 0
    for piece in row:
        count += len(piece.words)
        ends.add(count)
    return frozenset(ends)


def _ways(heading: Heading, words: Cells, breaks: frozenset[int]) -> Iterator[list[Piece]]:
    """The ways to part the words so that what stands in each column may stand there."""
    holds = heading.holds
    cuts = _places_to_cut(words)
    last = len(holds) - 1

    def parted(column: int, start: int) -> Iterator[list[Piece]]:
        next_break = min((end for end in breaks if end > start), default=len(words))
        for end in range(start + 1, next_break + 1):
            if (column == last) != (end == len(words)) or end not in cuts:
                continue
            cell = joined_words(words[start:end])
            if not may_hold(holds[column], cell.text):
                continue
            if column == last:
                yield [cell]
            else:
                yield from ([cell, *rest] for rest in parted(column + 1, end))

    return parted(0, 0)


def _places_to_cut(words: Cells) -> frozenset[int]:
    """Before which words a cell may begin: never within a day."""
    text, starts = "", []
    for word in words:
        starts.append(len(text))
        text += f"{word.text} "
    days = [match.span() for match in WRITTEN.finditer(text)]
    inside = (n for n, at in enumerate(starts) if any(first < at < end for first, end in days))
    return frozenset(range(len(words) + 1)).difference(inside)


def _straight(label: Piece, cell: Piece) -> int:
    """How surely the two stand in one column: they begin alike, have the same middle, end alike."""
    middle = abs(label.left + label.right - cell.left - cell.right) / 2
    distances = (abs(label.right - cell.right), middle, abs(label.left - cell.left))
    return max(sure for sure, far in enumerate((0, *distances)) if far < STRAIGHT)


# ---------------------------------------------------------------- Rows without labels


def _of_person(row: Row) -> Cells:
    """The cells of "Kim Berg Webbkurs om våld 12 april 2023 Godkänd": name, what, when and how."""
    if len(row) > 1 or ":" in row[0].text:
        return ()
    words = _words(row)
    text = " ".join(word.text for word in words)
    days = list(WRITTEN.finditer(text))
    if len(days) != 1 or len(words) > MOST_WORDS:
        return ()
    # Kim van den Berg is a name.
    ends = (n for n, word in enumerate(words) if word.text != "den" and ends_name(word.text))
    name = next(ends, 0)
    day, behind = (len(text[:end].split()) for end in days[0].span())
    is_row = FEWEST_ROWS <= name < day and len(words) - behind <= 1
    if not is_row or not is_capital(words[name].text) or not _is_title(words[name:day]):
        return ()
    is_person = may_hold(Holds.NAME, " ".join(word.text for word in words[:name]))
    cuts = (0, name, day, behind, len(words))
    cells = (words[start:end] for start, end in pairwise(cuts) if start < end)
    return tuple(map(joined_words, cells)) if is_person else ()


def _is_title(words: Cells) -> bool:
    """Whether they are no sentence about who is named before: "Har genomfört kursen den"."""
    text = " ".join(word.text for word in words)
    return held_by(text) is None and kind_of(text, frozenset()) is Kind.BARE


# ---------------------------------------------------------------- Labels under their values


def _set_under_labels(rows: list[Row]) -> None:
    """Labels that stand under what they are of set over it, where no other reading is possible."""
    for start in range(len(rows) - 1):
        pairs = _pairs_from(rows, start)
        if not pairs:
            continue
        for index, cells, under in pairs:
            drop = cells[0].baseline - under[0].baseline
            lowered = tuple(replace(cell, baseline=cell.baseline - drop) for cell in cells)
            raised = tuple(replace(label, baseline=label.baseline + drop) for label in under)
            rows[index], rows[index + 1] = _over(raised, lowered), lowered
        return


def _pairs_from(rows: Sequence[Row], start: int) -> list[tuple[int, Cells, Cells]]:
    """Rows of values, each with the row of labels under it, from that row on."""
    if start and heading_of(rows[start - 1]) and _is_near(rows[start - 1], rows[start]):
        return []
    pairs: list[tuple[int, Cells, Cells]] = []
    holds: list[Holds] = []
    for index in range(start, len(rows) - 1, 2):
        values, labels = rows[index : index + 2]
        heading = None if heading_of(values) else heading_of(labels)
        cells = _cells(heading, values) if heading and _is_near(values, labels) else ()
        if not heading or not cells:
            break
        pairs.append((index, cells, heading.labels))
        holds += heading.holds
    told = [cell for _, cells, _ in pairs for cell in cells]
    is_table = sum(map(_is_telling, holds, told)) >= FEWEST_ROWS
    is_table &= Holds.NAME in holds or len(holds) > len(pairs)
    return pairs if is_table and not _may_be_over(rows, pairs) else []


def _may_be_over(rows: Sequence[Row], pairs: list[tuple[int, Cells, Cells]]) -> bool:
    """Whether the labels may as well belong to what stands under them."""
    headings = [(index + 2, heading_of(rows[index + 1])) for index, *_ in pairs]
    return all(
        below < len(rows)
        and heading is not None
        and _is_near(rows[below - 1], rows[below])
        and bool(_cells(heading, rows[below]))
        for below, heading in headings
    )


# ---------------------------------------------------------------- Labels beside their values


def _set_values_apart(rows: list[Row]) -> None:
    """Values that stand close behind their labels apart from them, where others stand in column."""
    for numbers in (range(1, len(rows)), range(len(rows) - 2, -1, -1)):
        step = numbers.step
        for number in numbers:
            other = rows[number - step]
            if len(other) == FEWEST_ROWS and held_by(other[0].text):
                rows[number] = _apart(rows[number], at=other[1].left)


def _apart(row: Row, *, at: float) -> Row:
    """The row with its label apart from the value that begins at that place."""
    words = row[0].words
    cuts = _places_to_cut(words)
    starts = (n for n, word in enumerate(words) if n in cuts and abs(word.left - at) < STRAIGHT)
    start = next(starts, 0)
    if not start or not held_by(" ".join(word.text for word in words[:start])):
        return row
    return (joined_words(words[:start]), joined_words(words[start:]), *row[1:])


def _set_behind_labels(rows: list[Row]) -> None:
    """Labels to the right of their values set before them, in rows that all have them so."""
    found = [_behind(row) if number % 2 else None for number, row in enumerate(rows)]
    # A row alone is none.
    beside = {near for number, row in enumerate(found) if row for near in (number - 1, number + 1)}
    for number in beside.intersection(range(len(rows))):
        found[number] = _behind(rows[number])
    for number, (one, other) in enumerate(pairwise(found)):
        is_table = one and other and (one.is_strict or other.is_strict)
        if one and other and is_table and _is_near(rows[number], rows[number + 1]):
            rows[number], rows[number + 1] = one.swapped, other.swapped


class Behind(NamedTuple):
    """A value with its label to the right of it."""

    value: Piece
    label: Piece
    is_strict: bool

    @property
    def swapped(self) -> Row:
        """The label in the place of the value, and the value in that of the label."""
        value, label = self.value, self.label
        middle = (value.left + label.right) / 2
        return replace(label, left=value.left, right=middle), replace(
            value, left=middle, right=label.right
        )


def _behind(row: Row) -> Behind | None:
    """The value and the label behind it that the row consists of, None if it is something else."""
    words = _words(row)
    if len(row) > FEWEST_ROWS or len(words) > MOST_WORDS or held_by(row[0].text):
        return None
    for length in range(1, min(len(words), LONGEST_LABEL)):
        if not is_capital(words[-length].text) or (len(row) > 1 and len(row[1].words) != length):
            continue
        held = held_by(" ".join(word.text for word in words[-length:]))
        if held and may_hold(held, " ".join(word.text for word in words[:-length])):
            value, label = joined_words(words[:-length]), joined_words(words[-length:])
            is_day = held is Holds.DAY_OR_STATUS and is_bare_day(value.text)
            return Behind(value, label, held in STRICT or is_day)
    return None
