"""Naming key persons and ending their duty."""

from datetime import date

import pytest

from focusareas.key_person_duties import appoint, end
from focusareas.models import AuditEvent, KeyPerson
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db
MARCH, APRIL, MAY = date(2023, 3, 1), date(2023, 4, 1), date(2023, 5, 1)
ROLE = KeyPerson.Role.KEY_PERSON


@pytest.fixture
def by():
    return make.make_user("chef@example.com")


def test_appointed_person_is_active_from_the_day(by):
    unit = make.make_unit(name="Säbo Rosen")
    anna = make.make_staff_member("Anna Berg", unit=unit, employee_number="77")

    duty = appoint(anna, unit, role=ROLE, first_day=APRIL, by=by)

    assert [KeyPerson.objects.active_on(day).count() for day in (MARCH, APRIL)] == [0, 1]
    assert told(duty) == ["Utsåg Anna Berg (77) till nyckelperson på Säbo Rosen från 2023-04-01."]


def test_nobody_is_key_person_before_the_unit_opened_or_the_employment_began(by):
    unit = make.make_unit(first_day=APRIL)
    early = make.make_staff_member(unit=unit, first_day=MARCH)
    late = make.make_staff_member(unit=unit, first_day=MAY)

    with pytest.raises(RefusedError, match="Enheten öppnade"):
        appoint(early, unit, role=ROLE, first_day=MARCH, by=by)
    with pytest.raises(RefusedError, match="arbetar inte på enheten"):
        appoint(late, unit, role=ROLE, first_day=APRIL, by=by)

    assert not KeyPerson.objects.exists()


def test_protected_name_does_not_reach_the_trace(by):
    unit = make.make_unit()
    person = make.make_staff_member("Hemlig Person", unit=unit, is_protected=True)

    end(appoint(person, unit, role=ROLE, first_day=APRIL, by=by), last_day=MAY, by=by)

    assert not AuditEvent.objects.filter(text__contains="Hemlig").exists()


def test_whoever_does_not_work_there_that_day_is_refused(by):
    unit = make.make_unit()
    gone = make.make_staff_member(unit=unit, last_day=MARCH)

    with pytest.raises(RefusedError, match="arbetar inte på enheten") as refusal:
        appoint(gone, unit, role=ROLE, first_day=APRIL, by=by)

    assert refusal.value.field == "first_day"
    assert not KeyPerson.objects.exists()


@pytest.mark.parametrize(
    ("days", "is_refused"),
    [
        ({"first_day": MARCH}, True),
        ({"first_day": MAY}, True),
        ({"first_day": MARCH, "last_day": APRIL}, True),
        ({"first_day": MARCH, "last_day": date(2023, 3, 31)}, False),
    ],
)
def test_nobody_has_the_same_duty_twice_at_a_time(by, days, is_refused):
    unit = make.make_unit()
    anna = make.make_staff_member(unit=unit)
    make.make_key_person(anna, unit, **days)

    try:
        appoint(anna, unit, role=ROLE, first_day=APRIL, by=by)
    except RefusedError as refusal:
        assert is_refused
        assert refusal.field == "person"

    assert KeyPerson.objects.count() == (1 if is_refused else 2)


def test_ended_duty_holds_its_last_day(by):
    unit = make.make_unit()
    duty = make.make_key_person(make.make_staff_member(unit=unit), unit, first_day=MARCH)

    end(duty, last_day=APRIL, by=by)

    days = (APRIL, date(2023, 4, 2))
    assert [KeyPerson.objects.active_on(day).count() for day in days] == [1, 0]
    assert AuditEvent.objects.about(duty).count() == 1


def test_duty_cannot_end_before_it_began(by):
    unit = make.make_unit()
    duty = make.make_key_person(make.make_staff_member(unit=unit), unit, first_day=APRIL)

    with pytest.raises(RefusedError, match="2023-04-01"):
        end(duty, last_day=MARCH, by=by)
