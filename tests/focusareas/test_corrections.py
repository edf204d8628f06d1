"""What is recorded when a day is over and changes what held on it is pointed out."""

from collections.abc import Callable
from datetime import date

import pytest

from focusareas import (
    completion,
    declarations,
    key_person_duties,
    review,
    staffing,
    undo,
    units_admin,
)
from focusareas.models import AuditEvent, Employment, Unit, User
from focusareas.models.days import first_day_told_apart
from tests import factories as make
from tests.gotland import World, make_gotland

DAY = date(2023, 4, 30)
AFTER = date(2023, 5, 1)


@pytest.fixture
def world(db: None) -> World:
    return make_gotland()


@pytest.fixture
def by(db: None) -> User:
    return make.make_user(is_development_lead=True, is_administrator=True)


def texts(day: date, *codes: str) -> list[str]:
    units = Unit.objects.filter(code__in=codes) if codes else None
    return [event.text for event in AuditEvent.objects.corrections_of(day, units=units)]


Act = Callable[[World, User, date], object]


def approve(world: World, by: User, on: date) -> object:
    waiting = world.people["Cilla"].certificates.get()
    return review.approve(waiting, by=by, on=on)


def withdraw(world: World, by: User, on: date) -> object:
    approved = world.people["Bo"].certificates.get()
    return review.withdraw(approved, reason="Fel kurs", by=by, on=on)


def send_back(world: World, by: User, on: date) -> object:
    waiting = world.people["Cilla"].certificates.get()
    return review.return_to_unit(waiting, reason="Oläsligt", by=by, on=on)


def employ(world: World, by: User, on: date) -> object:
    new = Employment(staff_member=world.people["Kim"], unit=world.units["HEMT"], first_day=on)
    return staffing.employ(new, by=by)


def move(world: World, by: User, on: date) -> object:
    employment = world.people["Hans"].employments.get()
    return staffing.move(employment, to=world.units["HEMT"], on=on, title="", by=by)


def appoint(world: World, by: User, on: date) -> object:
    person, unit = world.people["Bo"], world.units["HEMT"]
    return key_person_duties.appoint(person, unit, role="key_person", first_day=on, by=by)


def declare(world: World, by: User, on: date) -> object:
    return declarations.declare(world.units["HEMT"], world.web_course, on=on, by=by)


@pytest.mark.parametrize("act", [approve, withdraw, send_back, employ, move, appoint, declare])
def test_what_is_dated_back_is_a_correction_from_its_day_on(
    world: World, by: User, act: Act
) -> None:
    act(world, by, DAY)

    event = AuditEvent.objects.get()
    assert texts(DAY) == [event.text]
    assert texts(AFTER) == [event.text]
    assert texts(date(2023, 4, 29)) == []


def test_what_is_dated_after_the_day_is_no_correction_of_it(world: World, by: User) -> None:
    approve(world, by, AFTER)

    assert texts(DAY) == []


def test_what_was_recorded_on_the_day_is_no_correction_of_it(world: World, by: User) -> None:
    approve(world, by, DAY)
    # Stockholm is two hours before UTC in April.
    events = AuditEvent.objects.values_list("at", flat=True)
    with_time = super(type(AuditEvent.objects.all()), AuditEvent.objects.all())
    with_time.update(at="2023-04-30T21:59:59Z")
    assert (events.count(), texts(DAY)) == (1, [])

    with_time.update(at="2023-04-30T22:00:00Z")
    assert texts(DAY) == ["Godkände intyget."]


def test_undone_approval_is_a_correction_from_the_day_of_the_approval(
    world: World, by: User
) -> None:
    undo.undo(approve(world, by, DAY), by=by)  # type: ignore[arg-type]

    assert texts(DAY) == ["Ångrade godkännandet.", "Godkände intyget."]
    assert texts(date(2023, 4, 29)) == []


def test_employment_that_ends_corrects_from_the_day_after(world: World, by: User) -> None:
    employment = world.people["Gun"].employments.get()
    employment.last_day = date(2023, 4, 29)
    staffing.employ(employment, by=by)

    assert len(texts(DAY)) == 1
    assert texts(date(2023, 4, 29)) == []


def test_new_name_of_a_person_or_unit_changes_no_figure(world: World, by: User) -> None:
    staffing.change_person(world.people["Anna"], by=by)
    unit = world.units["FAM"]
    unit.name = "Familjestöd"
    units_admin.change_unit(unit, tags=["familjefrid"], on=AFTER, by=by)

    assert AuditEvent.objects.exists()
    assert texts(AFTER) == []


def test_new_tag_of_a_unit_changes_every_day(world: World, by: User) -> None:
    units_admin.change_unit(world.units["FAM"], tags=["möter barn"], on=AFTER, by=by)

    assert len(texts(date(2022, 1, 1))) == 1


def test_closed_unit_is_corrected_from_the_day_after_the_last(world: World, by: User) -> None:
    units_admin.close_unit(world.units["FAM"], last_day=DAY, successor=None, by=by)

    assert (len(texts(AFTER)), texts(DAY)) == (1, [])


def test_corrections_of_a_unit_are_its_own_and_those_of_its_people(world: World, by: User) -> None:
    approve(world, by, DAY)
    employ(world, by, DAY)

    assert len(texts(DAY, "HEMT")) == 2
    # Kim works there too, and Cilla does not.
    assert texts(DAY, "OMS") == [f"Anställd på Hemtjänst Norr från {DAY}."]
    assert texts(DAY, "FAM") == []


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [
        ((DAY, None), (DAY, None), None),
        ((DAY, None), (AFTER, None), DAY),
        ((None, None), (DAY, None), date.min),
        ((DAY, None), (DAY, AFTER), date(2023, 5, 2)),
        ((DAY, date(2023, 6, 1)), (DAY, AFTER), date(2023, 5, 2)),
        ((AFTER, date(2023, 6, 1)), (DAY, AFTER), DAY),
    ],
)
def test_first_day_that_two_periods_differ_on(
    before: tuple[date | None, date | None],
    after: tuple[date | None, date | None],
    day: date | None,
) -> None:
    assert first_day_told_apart(before, after) == day


def test_figures_say_how_many_corrections_there_are(world: World, by: User) -> None:
    approve(world, by, DAY)
    withdraw(world, by, AFTER)

    counted = {
        day: completion.for_plan(world.plan, on=day).corrections
        for day in (date(2023, 4, 29), DAY, AFTER)
    }
    family = Unit.objects.filter(code="FAM")
    assert counted == {date(2023, 4, 29): 0, DAY: 1, AFTER: 2}
    assert completion.for_plan(world.plan, on=AFTER, units=family).corrections == 0
