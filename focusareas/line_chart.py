"""Values over time as a small line: where each point stands in a drawing of fixed size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from focusareas.figure import Amount

WIDTH, HEIGHT = 320, 120
LEFT, RIGHT, TOP, BOTTOM = 12, 308, 28, 96


@dataclass(frozen=True, slots=True)
class Mark:
    """A value's place in the drawing."""

    x: float
    y: float
    day: date
    value: Amount

    @property
    def place(self) -> str:
        """The point as SVG writes it, with decimal points whatever the language."""
        return f"{self.x:.1f},{self.y:.1f}"

    @property
    def cx(self) -> str:
        return f"{self.x:.1f}"

    @property
    def cy(self) -> str:
        return f"{self.y:.1f}"

    @property
    def label_y(self) -> str:
        """Where the value is written: above its point."""
        return f"{self.y - 9:.1f}"


@dataclass(frozen=True, slots=True)
class LineChart:
    """The marks in order of day, and how high the target stands."""

    marks: tuple[Mark, ...]
    target_y: str | None

    @property
    def line(self) -> str:
        """All points, as a path takes them."""
        return " ".join(mark.place for mark in self.marks)

    @property
    def first(self) -> Mark:
        return self.marks[0]

    @property
    def last(self) -> Mark:
        return self.marks[-1]


def draw(points: Sequence[tuple[date, Amount]], target: Amount | None) -> LineChart | None:
    """The line through the points, from nought or the lowest; none through fewer than two."""
    if len(points) < 2:
        return None
    values = [float(value) for _, value in points] + [float(target or 0), 0.0]
    low, high = min(values), max(values)
    first, last = points[0][0], points[-1][0]

    def across(day: date) -> float:
        return LEFT + (RIGHT - LEFT) * (day - first).days / max((last - first).days, 1)

    def up(value: Amount) -> float:
        return BOTTOM - (BOTTOM - TOP) * (float(value) - low) / ((high - low) or 1)

    return LineChart(
        tuple(Mark(across(day), up(value), day, value) for day, value in points),
        f"{up(target):.1f}" if target is not None else None,
    )
