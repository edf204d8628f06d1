"""What an administrator does about people: rules, and what the trace says."""

from datetime import date

import pytest

from focusareas import staffing
from focusareas.models import Absence, Employment
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db

MARCH, APRIL, MAY, JUNE = (date(2023, month, 1) for month in (3, 4, 5, 6))
MARCH_END, APRIL_END = date(2023, 3, 31), date(2023, 4, 30)


@pytest.fixture
def boss():
    return make.make_user("adam@example.com", first_name="Adam", last_name="Ek")


@pytest.fixture
def employment() -> Employment:
    person = make.make_staff_member("Anna Berg", employee_number="101")
    return make.make_employment(person, make.make_unit("E1"), title="Undersköterska")


def last_words(thing) -> str:
    return told(thing)[0]


def periods(person):
    rows = person.employments.order_by("first_day")
    return [(row.unit.code, row.first_day, row.last_day) for row in rows]


def test_move_ends_the_day_before_and_begins_on_the_day(boss, employment):
    unit = make.make_unit("E2")

    staffing.move(employment, to=unit, on=APRIL, title="Stödassistent", by=boss)

    person = employment.staff_member
    assert periods(person) == [("E1", make.LONG_AGO, MARCH_END), ("E2", APRIL, None)]
    assert last_words(person) == "Flyttad från Enhet E1 till Enhet E2 2023-04-01."


def test_move_keeps_the_end_of_an_employment_that_has_one(boss, employment):
    employment.last_day = JUNE
    employment.save()

    new = staffing.move(employment, to=make.make_unit("E2"), on=APRIL, title="", by=boss)

    assert new.last_day == JUNE


def test_second_of_two_who_move_at_once_is_told_that_it_is_done(boss, employment):
    as_the_second_saw_it = Employment.objects.get(pk=employment.pk)
    staffing.move(employment, to=make.make_unit("E2"), on=APRIL, title="", by=boss)

    with pytest.raises(RefusedError, match="slut den dagen"):
        staffing.move(as_the_second_saw_it, to=make.make_unit("E3"), on=APRIL, title="", by=boss)

    assert employment.staff_member.employments.count() == 2


def test_leave_that_goes_on_comes_along(boss, employment):
    make.make_absence(employment, MARCH)
    make.make_absence(employment, date(2021, 1, 1), date(2021, 6, 1))

    new = staffing.move(employment, to=make.make_unit("E2"), on=APRIL, title="", by=boss)

    old = employment.absences.order_by("first_day").values_list("first_day", "last_day")
    assert list(old) == [(date(2021, 1, 1), date(2021, 6, 1)), (MARCH, MARCH_END)]
    assert list(new.absences.values_list("first_day", "last_day")) == [(APRIL, None)]


def test_leave_that_has_not_begun_is_from_the_new_employment(boss, employment):
    make.make_absence(employment, MAY, JUNE)

    new = staffing.move(employment, to=make.make_unit("E2"), on=APRIL, title="", by=boss)

    assert not employment.absences.exists()
    assert list(new.absences.values_list("first_day", "last_day")) == [(MAY, JUNE)]


@pytest.mark.parametrize(
    ("on", "last_day", "code", "field"),
    [
        (make.LONG_AGO, None, "E2", "on"),
        (MAY, MARCH_END, "E2", "on"),
        (APRIL, None, "E1", "to"),
        (APRIL, None, "E3", "to"),
    ],
    ids=["not-after-the-first-day", "already-over", "same-unit", "works-there-already"],
)
def test_move_that_cannot_be_is_refused_and_changes_nothing(
    boss, employment, on, last_day, code, field
):
    units = {"E1": employment.unit, "E2": make.make_unit("E2"), "E3": make.make_unit("E3")}
    make.make_employment(employment.staff_member, units["E3"], first_day=JUNE)
    employment.last_day = last_day
    employment.save()
    before = periods(employment.staff_member)

    with pytest.raises(RefusedError) as refusal:
        staffing.move(employment, to=units[code], on=on, title="", by=boss)

    assert refusal.value.field == field
    assert periods(employment.staff_member) == before


@pytest.mark.parametrize(
    ("first_day", "last_day", "is_refused"),
    [
        (date(2023, 2, 1), date(2023, 2, 28), False),
        (date(2023, 2, 1), MARCH, True),
        (date(2023, 2, 1), None, True),
        (APRIL_END, None, True),
        (MAY, None, False),
    ],
)
def test_employment_may_not_overlap_another_at_the_same_unit(boss, first_day, last_day, is_refused):
    person, unit = make.make_staff_member(), make.make_unit()
    make.make_employment(person, unit, first_day=MARCH, last_day=APRIL_END)
    make.make_employment(person, make.make_unit())
    new = Employment(staff_member=person, unit=unit, first_day=first_day, last_day=last_day)

    if is_refused:
        with pytest.raises(RefusedError, match="redan anställd på enheten"):
            staffing.employ(new, by=boss)
    else:
        staffing.employ(new, by=boss)

    assert person.employments.filter(unit=unit).count() == (1 if is_refused else 2)


def test_ended_employment_says_old_and_new(boss, employment):
    employment.last_day = APRIL_END

    staffing.employ(employment, by=boss)

    words = "Ändrade anställningen på Enhet E1: till: inget → 2023-04-30."
    assert last_words(employment.staff_member) == words


@pytest.mark.parametrize(
    ("first_day", "last_day", "words"),
    [
        (date(2019, 1, 1), None, "inom anställningen"),
        (JUNE, None, "inom anställningen"),
        (MARCH, MARCH, "redan en ledighet"),
        (date(2023, 2, 1), None, "redan en ledighet"),
    ],
)
def test_leave_outside_the_employment_or_over_another_is_refused(
    boss, employment, first_day, last_day, words
):
    employment.last_day = APRIL_END
    employment.save()
    make.make_absence(employment, MARCH, MARCH_END)

    with pytest.raises(RefusedError, match=words):
        staffing.take_leave(
            Absence(employment=employment, first_day=first_day, last_day=last_day), by=boss
        )


def test_leave_is_noted_with_its_days(boss, employment):
    staffing.take_leave(Absence(employment=employment, first_day=MARCH, last_day=APRIL), by=boss)

    words = "Tjänstledig från Enhet E1 från 2023-03-01 till 2023-04-01."
    assert last_words(employment.staff_member) == words


def test_changed_name_stands_in_the_trace_with_the_old_one(boss, employment):
    person = employment.staff_member
    person.family_name = "Ek"

    staffing.change_person(person, by=boss)

    person.refresh_from_db()
    assert (person.family_name, person.search_key) == ("Ek", "anna ek")
    assert last_words(person) == "Ändrade efternamn: Berg → Ek för Anna Ek (101)."


def test_protected_name_never_stands_in_the_trace(boss):
    person = make.make_staff_member("Anna Berg", employee_number="101", is_protected=True)
    person.family_name = "Ek"

    staffing.change_person(person, by=boss)

    assert told(person, make.make_user()) == ["Ändrade uppgifterna för Skyddad (101)."]


def test_protection_is_set_and_cleared_with_a_trace_of_both(boss, employment):
    person = employment.staff_member

    staffing.protect(person, True, by=boss)
    staffing.protect(person, True, by=boss)
    staffing.protect(person, False, by=boss)

    person.refresh_from_db()
    assert not person.is_protected
    words = told(person)
    assert words == ["Tog bort skyddet: 101.", "Skyddade identiteten för 101."]
