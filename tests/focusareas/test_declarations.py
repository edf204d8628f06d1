"""Declared is not proved: saying that a unit is done, and taking it back."""

from datetime import date, timedelta

import pytest

from focusareas.declarations import declare, take_back
from focusareas.models import AuditEvent, Declaration
from focusareas.refusal import RefusedError
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2023, 5, 2)


@pytest.fixture
def by():
    return make.make_user("chef@example.com")


def test_unit_says_it_is_done_once(by):
    unit, activity = make.make_unit(name="Säbo Rosen"), make.make_activity()

    declaration = declare(unit, activity, on=DAY, by=by, note="Intygen kommer i maj.")

    assert Declaration.objects.in_force_on(DAY).get().note == "Intygen kommer i maj."
    assert "Säbo Rosen är klar" in AuditEvent.objects.about(declaration).get().text
    with pytest.raises(RefusedError, match="redan anmält"):
        declare(unit, activity, on=DAY, by=by)
    assert Declaration.objects.count() == 1


def test_what_is_taken_back_held_until_that_day(by):
    unit, activity = make.make_unit(), make.make_activity()
    declare(unit, activity, on=DAY, by=by)

    take_back(unit, activity, on=DAY + timedelta(days=3), by=by)

    days = [DAY, DAY + timedelta(days=2), DAY + timedelta(days=3)]
    assert [Declaration.objects.in_force_on(day).count() for day in days] == [1, 1, 0]
    assert AuditEvent.objects.count() == 2


def test_nothing_to_take_back_is_refused(by):
    with pytest.raises(RefusedError, match="inte anmäld"):
        take_back(make.make_unit(), make.make_activity(), on=DAY, by=by)


def test_unit_may_say_it_again_the_same_day(by):
    unit, activity = make.make_unit(), make.make_activity()
    declare(unit, activity, on=DAY, by=by)
    take_back(unit, activity, on=DAY, by=by)

    declare(unit, activity, on=DAY, by=by)

    assert Declaration.objects.in_force_on(DAY).count() == 1
