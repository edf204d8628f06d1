from dataclasses import dataclass
from datetime import date

import pytest

from focusareas.figure import Figure
from focusareas.models import Activity
from focusareas.small_groups import broken_down, is_small

Measure = Activity.Measure


@dataclass(frozen=True)
class Row:
    figure: Figure
    part: str = ""


def row(expected: int, measure: str = Measure.STAFF_CERTIFICATE, part: str = "") -> Row:
    days = date(2023, 4, 30), date(2022, 1, 1)
    return Row(Figure(Measure(measure), *days, None, expected, 0), part)


def sizes(rows: list[Row], *, with_small_groups: bool = False) -> list[object]:
    shown = broken_down(rows, with_small_groups=with_small_groups).shown
    return [row.figure.expected for row in shown]


def test_groups_of_five_are_shown_in_their_order() -> None:
    assert sizes([row(12), row(5), row(7)]) == [12, 5, 7]


def test_whoever_may_see_small_groups_sees_all() -> None:
    assert sizes([row(2), row(12)], with_small_groups=True) == [2, 12]


def test_small_groups_are_kept_back() -> None:
    assert sizes([row(4), row(12), row(3)]) == [12]


@pytest.mark.parametrize("small", [1, 4])
def test_next_smallest_goes_too_when_the_total_would_tell(small: int) -> None:
    assert sizes([row(20), row(small), row(9)]) == [20]


def test_number_kept_back_is_told() -> None:
    assert broken_down([row(20), row(1), row(9)], with_small_groups=False).n_kept_back == 2


def test_next_smallest_of_a_part_goes_too_when_the_total_of_the_part_would_tell() -> None:
    north, south = [row(3, part="N"), row(9, part="N")], [row(4, part="S"), row(8, part="S")]
    rows = [*north, *south, row(20, part="N"), row(6, part="W")]

    shown = broken_down(rows, with_small_groups=False, totals=[lambda row: row.part]).shown

    # All that is kept back is seven at once, but three in the north and four in the south.
    assert [row.figure.expected for row in shown] == [20, 6]


def test_rows_that_must_not_be_told_are_kept_back() -> None:
    rows = [row(8, part="secret"), row(9, part="open"), row(7, part="open")]

    found = broken_down(rows, with_small_groups=False, untold=lambda row: row.part == "secret")

    assert [row.part for row in found.shown] == ["open", "open"]


def test_units_are_not_people() -> None:
    assert sizes([row(1, Measure.UNIT_ROUTINE), row(1, Measure.UNIT_ROUTINE)]) == [1, 1]
    assert not is_small(row(1, Measure.UNIT_ROUTINE).figure)


def test_nobody_is_no_small_group() -> None:
    assert not is_small(row(0).figure)
    assert is_small(row(4).figure)
    assert not is_small(row(5).figure)
