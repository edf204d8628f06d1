"""Figures of so few people that they would tell about a single one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from focusareas.figure import Figure
from focusareas.models import Activity

SMALLEST_GROUP = 5
KEPT_BACK = "Visas inte, för att få personer ingår."


class HasFigure(Protocol):
    """A row of a table that ends in a figure."""

    @property
    def figure(self) -> Figure: ...


Row = TypeVar("Row", bound=HasFigure)


@dataclass(frozen=True, slots=True)
class BrokenDown(Generic[Row]):
    """The rows that may be shown, and how many are kept back."""

    shown: list[Row]
    n_kept_back: int


def broken_down(
    rows: Sequence[Row],
    *,
    with_small_groups: bool,
    totals: Sequence[Callable[[Row], Hashable]] = (),
    untold: Callable[[Row], bool] = lambda row: False,
) -> BrokenDown[Row]:
    """The rows without those of fewer than five people, and without the `untold`.

    When what is kept back is together still fewer than five, the next smallest group is kept
    back as well: otherwise a total less the rows shown would give it away. That holds for the
    total of all rows, and for those of the parts that `totals` tell the rows of.
    """
    if with_small_groups:
        return BrokenDown(list(rows), 0)
    counted = [row for row in rows if _counts_people(row) and _size(row)]
    kept_back = {id(row) for row in counted if is_small(row.figure) or untold(row)}
    while given_away := set(_given_away(counted, kept_back, totals)):
        kept_back |= given_away
    return BrokenDown([row for row in rows if id(row) not in kept_back], len(kept_back))


def _given_away(
    rows: Sequence[Row], kept_back: set[int], totals: Sequence[Callable[[Row], Hashable]]
) -> Iterator[int]:
    """The next smallest row of each part whose rows kept back are together too few."""
    parts: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        parts["all"].append(row)
        for number, part_of in enumerate(totals):
            parts[number, part_of(row)].append(row)
    for part in parts.values():
        shown = [row for row in part if id(row) not in kept_back]
        n_hidden = sum(map(_size, part)) - sum(map(_size, shown))
        if shown and 0 < n_hidden < SMALLEST_GROUP:
            yield id(min(shown, key=_size))


def is_small(figure: Figure) -> bool:
    """Whether the figure counts at least one person but fewer than five."""
    return (
        Activity.Measure(figure.measure).counts_people
        and 0 < (figure.expected or 0) < SMALLEST_GROUP
    )


def _counts_people(row: HasFigure) -> bool:
    return Activity.Measure(row.figure.measure).counts_people


def _size(row: HasFigure) -> int:
    return int(row.figure.expected or 0)
