"""Who was ready on a day but handed in after it is shown beside the day's figure, not in it."""

from datetime import date

import pytest

from focusareas import completion
from focusareas.figure import Figure
from focusareas.models import Certificate
from tests import factories as make
from tests.test_pages import address
from tests.worlds import DAY, ON_DAY, Inhabited

AFTER = date(2023, 5, 2)


def hand_in(inhabited: Inhabited, name: str, **fields: object) -> Certificate:
    """A certificate that came in after 30 April, of a course completed on it."""
    world = inhabited.world
    days = {"completed_on": DAY} | fields
    return make.make_certificate(
        world.people[name], world.course, world.units["HEMT"], AFTER, **days
    )


def total(inhabited: Inhabited, on: date = DAY) -> Figure:
    figures = completion.for_plan(inhabited.world.plan, on=on)
    return figures.activity("1.2").total


def test_approved_and_waiting_are_shown_beside_the_figure(inhabited: Inhabited) -> None:
    hand_in(inhabited, "Gun")
    hand_in(inhabited, "Kim", approved_on=AFTER)

    figure = total(inhabited)

    # Gotland on 30 April: 4 of 9 and one waiting.
    assert (figure.expected, figure.done, figure.received, figure.came_later) == (9, 4, 1, 2)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Gun", {"completed_on": date(2023, 5, 1)}),
        ("Gun", {"returned_on": AFTER, "reason": "Oläsligt"}),
        ("Gun", {"approved_on": AFTER, "withdrawn_on": AFTER, "reason": "Fel kurs"}),
        # On leave that day, and employed until the month before.
        ("Ida", {}),
        ("Fia", {"completed_on": None}),
    ],
    ids=["completed after", "returned", "withdrawn", "on leave", "no day"],
)
def test_others_are_not(inhabited: Inhabited, name: str, fields: dict[str, object]) -> None:
    hand_in(inhabited, name, **fields)

    assert total(inhabited).came_later == 0


def test_who_was_waiting_or_done_already_is_not_shown_twice(inhabited: Inhabited) -> None:
    first = Certificate.objects.get(staff_member__given_name="Bo")
    Certificate.objects.filter(pk=first.pk).update(withdrawn_on=date(2023, 5, 1), reason="Fel fil")
    hand_in(inhabited, "Bo", approved_on=AFTER)

    assert (total(inhabited).done, total(inhabited).came_later) == (4, 0)


def test_once_it_has_come_in_it_is_no_longer_late(inhabited: Inhabited) -> None:
    hand_in(inhabited, "Gun", approved_on=AFTER)

    assert [total(inhabited, on=day).came_later for day in (DAY, date(2023, 5, 1), AFTER)] == [
        1,
        1,
        0,
    ]


@pytest.mark.parametrize(
    "path", ["/overview/", "/units/HEMT/", "/activities/1.2/", "/departments/Äldreomsorg/"]
)
def test_pages_of_the_day_show_it(inhabited: Inhabited, path: str) -> None:
    path = address(inhabited, path)
    hand_in(inhabited, "Gun")

    assert "+1 genomförda men inkomna senare" in inhabited.get("lead", path + ON_DAY)
    assert "inkomna senare</p>" not in inhabited.get("lead", path)
