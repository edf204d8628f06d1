from datetime import date

import pytest

from focusareas import completion
from focusareas.models import StaffMember, User
from focusareas.naming import Names
from focusareas.people_status import (
    PersonRow,
    PersonState,
    as_shown,
    count_states,
    people_at,
)
from tests import factories as make
from tests.gotland import World, make_gotland
from tests.worlds import DAY


@pytest.fixture
def world(db: None) -> World:
    return make_gotland()


def people(
    world: World, code: str = "HEMT", on: date = DAY, *, reader: User | None = None
) -> list[PersonRow]:
    names = Names(reader or make.make_user(), on=DAY)
    whole = completion.for_plan(world.plan, on=on).of(world.web_course)
    return people_at(world.units[code].pk, whole, on=on, names=names)


def states(world: World, code: str = "HEMT", on: date = DAY) -> dict[str, str]:
    return {person.name.split()[0]: person.state for person in people(world, code, on)}


def test_everybody_at_the_unit_stands_somewhere(world: World) -> None:
    assert states(world) == {
        "Fia": "returned",
        "Gun": "missing",
        "Ali": "missing",
        "Bo": "done",
        "Anna": "done",
        "Eva": "done",
        "Cilla": "on_leave",
    }


def test_those_who_have_to_act_come_first(world: World) -> None:
    order = [person.state for person in people(world)]

    assert order == ["missing", "missing", "returned", "done", "done", "done", "on_leave"]


@pytest.mark.parametrize("code", ["HEMT", "SARB", "FAM", "OMS"])
@pytest.mark.parametrize("on", [date(2023, 1, 20), date(2023, 3, 31), DAY, date(2023, 5, 15)])
def test_rows_agree_with_the_figure(world: World, code: str, on: date) -> None:
    row = completion.for_plan(world.plan, on=on).activity("1.2").unit(world.units[code].pk)
    if row is None:
        pytest.skip("the unit is closed or empty that day")

    counts = count_states(people(world, code, on))

    assert counts["done"] == row.figure.done
    assert counts["waiting"] == row.figure.received
    assert counts["missing"] + counts["returned"] == row.figure.missing


def test_returned_says_why_and_when(world: World) -> None:
    [fia] = [person for person in people(world) if person.state is PersonState.RETURNED]

    assert (fia.name, fia.day) == ("Fia Hed", date(2023, 2, 10))
    assert fia.reason


def test_protected_person_has_no_name_title_or_place_in_the_alphabet(world: World) -> None:
    StaffMember.objects.filter(given_name="Gun").update(is_protected=True)

    [hidden] = [person for person in people(world) if person.is_protected]

    assert (hidden.name, hidden.title) == ("Skyddad", "")
    assert hidden.order == "skyddad"


def test_whoever_must_know_reads_the_protected_name(world: World) -> None:
    StaffMember.objects.filter(given_name="Gun").update(is_protected=True)
    manager = make.make_user()
    make.make_unit_manager(manager, world.units["HEMT"])

    assert "Gun Isaksson" in [person.name for person in people(world, reader=manager)]


def test_two_employments_at_the_unit_are_one_row_and_at_work_when_one_is(world: World) -> None:
    cilla = world.people["Cilla"]
    make.make_employment(cilla, world.units["HEMT"], first_day=date(2023, 2, 1))

    rows = [person for person in people(world) if person.staff_member_pk == cilla.pk]

    assert [row.state for row in rows] == [PersonState.WAITING]


def test_key_persons_are_marked(world: World) -> None:
    assert [row.name for row in people(world) if row.is_key_person] == ["Anna Berg"]


def test_without_an_activity_the_list_says_who_works_there(world: World) -> None:
    names = Names(make.make_user(), on=DAY)
    rows = people_at(world.units["OMS"].pk, None, on=DAY, names=names)

    assert {row.name for row in rows} == {"Bo Ek", "Kim Malm"}


def test_page_shows_first_who_has_something_left_and_counts_the_others(world: World) -> None:
    shown = as_shown(people(world), with_states=True)

    assert [person.name.split()[0] for person in shown.left] == ["Gun", "Ali", "Fia"]
    assert shown.summary.replace("\u00a0", " ") == "3 klara, 1 tjänstledig"
    assert len(as_shown(people(world), with_states=False).left) == 7


def test_namesakes_are_told_apart_by_number_unless_the_name_is_hidden(world: World) -> None:
    unit, gun = world.units["HEMT"], world.people["Gun"]
    another = make.make_staff_member(gun.full_name, unit=unit)
    make.make_staff_member(gun.full_name, unit=unit, is_protected=True)

    known = {person.known_as for person in people(world)}

    assert {f"{gun} ({gun.employee_number})", f"{gun} ({another.employee_number})"} <= known
    assert {"Skyddad", "Anna Berg"} <= known
