"""Who numbers or joins people, or closes units, waits for imports or decisions."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection, transaction

from focusareas import intake, mergers, person_mergers, provider_staff, units_admin
from focusareas.models import StaffMember, Unit
from focusareas.one_at_a_time import one_at_a_time
from tests import factories as make

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

DAY = date(2023, 5, 15)
# Long enough for whoever does not wait to be done.
MOMENT = 0.5


@pytest.mark.parametrize("hold", [one_at_a_time, intake.take_turn])
def test_merger_waits(hold: Callable[[], None]) -> None:
    boss, unit = make.make_user(is_administrator=True), make.make_unit()
    make.make_course()
    kept, gone = (make.make_staff_member("Eva Ek", unit=unit) for _ in range(2))
    basis = person_mergers.joining(kept, gone).basis

    assert_waits(hold, lambda: person_mergers.merge(kept, gone, basis=basis, today=DAY, by=boss))


def test_new_number_waits_for_imports() -> None:
    boss, unit = make.make_user(), make.make_unit("OMS", provider="Omsorgsbolaget AB")
    person = StaffMember(given_name="Nils", family_name="Ny")
    terms = {"first_day": DAY, "title": "", "is_another": False}

    assert_waits(one_at_a_time, lambda: provider_staff.add(unit, person, **terms, by=boss))


def test_closing_waits_for_imports() -> None:
    boss, unit, other = make.make_user(), make.make_unit(), make.make_unit()
    close = {"last_day": DAY, "successor": other, "by": boss}

    assert_waits(one_at_a_time, lambda: units_admin.close_unit(unit, **close))


def test_merger_of_units_waits_for_imports() -> None:
    boss, unit, other = make.make_user(), make.make_unit(), make.make_unit()
    basis = mergers.holding(unit, on=DAY).basis
    terms = {"basis": basis, "key_persons": [], "routines": [], "today": DAY, "by": boss}

    assert_waits(one_at_a_time, lambda: mergers.merge(unit, into=other, on=DAY, **terms))


def assert_waits(hold: Callable[[], None], act: Callable[[], object]) -> None:
    """Whether it is not done and has no unit locked as long as the other one is, and is then."""
    done = threading.Event()

    def work() -> None:
        try:
            act()
            done.set()
        finally:
            connection.close()

    thread = threading.Thread(target=work)
    with transaction.atomic():
        hold()
        thread.start()
        assert not done.wait(MOMENT)
        assert len(Unit.objects.select_for_update(skip_locked=True)) == Unit.objects.count()
    thread.join()
    assert done.is_set()
