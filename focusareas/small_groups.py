"""Figures of so few people that they would tell about a single one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from focusareas.figure import Figure
from focusareas.models import Activity

SMALLEST_GROUP = 5


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


def broken_down(rows: Sequence[Row], *, with_small_groups: bool) -> BrokenDown[Row]:
    """The rows without those of fewer than five people.

    When what is kept back is together still fewer than five, the next smallest group is kept
    back as well: otherwise the total less the rows shown would give it away.
    """
    if with_small_groups:
        return BrokenDown(list(rows), 0)
    by_size = sorted((row for row in rows if _counts_people(row)), key=_size)
    kept_back: list[Row] = []
    for row in by_size:
        if _size(row) >= SMALLEST_GROUP and not 0 < sum(map(_size, kept_back)) < SMALLEST_GROUP:
            break
        kept_back.append(row)
    hidden = {id(row) for row in kept_back}
    return BrokenDown([row for row in rows if id(row) not in hidden], len(hidden))


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
