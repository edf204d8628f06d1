"""Units that merge and split: what goes along, what ends, and what is refused."""

from datetime import date

import pytest
from django.db import connection

from focusareas import mergers
from focusareas.models import Absence, Employment, KeyPerson, RoutineConfirmation, Unit
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = (date(2023, month, 1) for month in (5, 6, 7))
MAY_END = date(2023, 5, 31)


@pytest.fixture
def old() -> Unit:
    return make.make_unit("OLD", name="Rosen", tags=("möter barn",))


@pytest.fixture
def new() -> Unit:
    return make.make_unit("NEW", name="Liljan")


def merge(old, new, boss, *, key_persons=(), routines=(), on=JUNE, today=JUNE):
    basis = mergers.holding(old, on=on).basis
    duties, confirmations = list(key_persons), list(routines)
    return mergers.merge(
        old,
        into=new,
        on=on,
        basis=basis,
        key_persons=duties,
        routines=confirmations,
        today=today,
        by=boss,
    )


def split(unit, boss, people, *, basis=None, key_persons=(), routines=()):
    new = Unit(code="N2", name="Ny", first_day=JUNE, cost_centre="77")
    mergers.split(
        unit,
        new=new,
        people={person.pk for person in people},
        basis=basis or mergers.holding(unit, on=JUNE).basis,
        key_persons=list(key_persons),
        routines=list(routines),
        by=boss,
    )
    return new


def posts(unit):
    rows = unit.employments.order_by("staff_member", "first_day")
    return [(row.staff_member.given_name, row.title, row.first_day, row.last_day) for row in rows]


def test_people_go_on_at_the_successor_with_title_end_and_leave(boss, old, new):
    anna = make.make_staff_member("Anna Ek")
    post = make.make_employment(anna, old, title="Undersköterska", last_day=JULY)
    make.make_absence(post, MAY, JULY)

    merge(old, new, boss)

    assert posts(old) == [("Anna", "Undersköterska", make.LONG_AGO, MAY_END)]
    assert posts(new) == [("Anna", "Undersköterska", JUNE, JULY)]
    leaves = [
        (leave.employment.unit.code, leave.first_day, leave.last_day)
        for leave in sorted(anna.employments.all(), key=lambda row: row.first_day)
        for leave in leave.absences.all()
    ]
    assert leaves == [("OLD", MAY, MAY_END), ("NEW", JUNE, JULY)]


def test_who_works_there_already_is_not_there_twice(boss, old, new):
    bo = make.make_staff_member("Bo Ek", unit=old)
    make.make_employment(bo, new)
    cia = make.make_staff_member("Cia Ek", unit=old)
    make.make_employment(cia, new, last_day=date(2023, 6, 15))

    merge(old, new, boss)

    assert posts(new) == [
        ("Bo", "", make.LONG_AGO, None),
        ("Cia", "", make.LONG_AGO, date(2023, 6, 15)),
        ("Cia", "", date(2023, 6, 16), None),
    ]


def test_leave_that_began_before_the_employment_goes_with_it(boss, old, new):
    person = make.make_staff_member("Bo Ek", unit=new, first_day=MAY)
    gone = make.make_employment(person, old, first_day=JUNE)
    make.make_absence(gone, first_day=MAY)

    merge(old, new, boss)

    assert [employment.unit for employment in person.employments.all()] == [new]
    assert not Absence.objects.exists()
    connection.check_constraints()


def test_who_begins_after_the_day_begins_at_the_successor(boss, old, new):
    make.make_staff_member("Dan Ek", unit=old, first_day=JULY)

    merge(old, new, boss)

    assert (posts(old), posts(new)) == ([], [("Dan", "", JULY, None)])


def test_unit_closes_with_its_manager_and_both_tell_of_it(boss, old, new):
    make.make_staff_member(unit=old)
    duty = make.make_unit_manager(make.make_user(), old)

    merge(old, new, boss)

    old.refresh_from_db()
    duty.refresh_from_db()
    assert (old.last_day, old.successor, duty.last_day) == (MAY_END, new, MAY_END)
    assert "ersätts av Liljan" in told(old)[0]
    assert told(new)[0] == "Tog över 1\u00a0medarbetare från Rosen 2023-06-01."


def test_key_persons_and_routines_go_on_or_end_as_chosen(boss, old, new):
    anna, bo = (make.make_staff_member(name, unit=old) for name in ("Anna Ek", "Bo Ek"))
    kept, _ = make.make_key_person(anna, old), make.make_key_person(bo, old)
    child, guideline = make.make_activity("3.4"), make.make_activity("5.2")
    asked = make.make_routine(old, child, MAY, note="Pärm 3", review_on=date(2023, 5, 20))
    make.make_routine(old, guideline, MAY)

    merge(old, new, boss, key_persons=[kept], routines=[asked])

    duties = KeyPerson.objects.filter(unit=new)
    assert [(duty.staff_member, duty.first_day) for duty in duties] == [(anna, JUNE)]
    assert not KeyPerson.objects.filter(unit=old).on(JUNE).exists()
    confirmed = RoutineConfirmation.objects.get(unit=new)
    assert (confirmed.activity, confirmed.confirmed_on, confirmed.note) == (child, JUNE, "Pärm 3")
    assert confirmed.is_review_overdue(JULY)
    assert old.routine_confirmations.in_force_on(MAY_END).count() == 2
    assert not old.routine_confirmations.in_force_on(JUNE).exists()


@pytest.mark.parametrize(("today", "unit"), [(JUNE, "NEW"), (MAY, "OLD")])
def test_open_questions_go_to_the_successor_once_it_has_taken_over(boss, old, new, today, unit):
    course = make.make_course()
    question = make.make_certificate(None, course, old, MAY, question="Vem?")
    waiting = make.make_certificate(make.make_staff_member(unit=old), course, old, MAY)

    merge(old, new, boss, today=today)

    question.refresh_from_db()
    waiting.refresh_from_db()
    assert (question.unit.code, waiting.unit) == (unit, old)


def test_merging_is_refused_when_something_has_changed_meanwhile(boss, old, new):
    basis = mergers.holding(old, on=JUNE).basis
    make.make_staff_member(unit=old)

    with pytest.raises(RefusedError, match="ändrats sedan"):
        mergers.merge(
            old, into=new, on=JUNE, basis=basis, key_persons=[], routines=[], today=JUNE, by=boss
        )

    old.refresh_from_db()
    assert old.last_day is None


@pytest.mark.parametrize("gone", ["OLD", "NEW"])
def test_unit_that_is_gone_meanwhile_does_not_merge(boss, old, new, gone):
    Unit.objects.filter(code=gone).delete()

    with pytest.raises(RefusedError, match="har ändrats"):
        merge(old, new, boss)


def test_units_that_are_not_open_do_not_merge(boss, old, new):
    late = make.make_unit(first_day=JULY)
    with pytest.raises(RefusedError, match="inte öppen"):
        merge(old, late, boss)
    with pytest.raises(RefusedError, match="senare dag"):
        merge(late, new, boss)
    with pytest.raises(RefusedError, match="ersätta varandra"):
        merge(old, old, boss)

    merge(old, new, boss)
    with pytest.raises(RefusedError, match="redan stängd"):
        merge(old, new, boss, on=JULY)


def test_several_units_become_one_in_turn(boss, old, new):
    third = make.make_unit("E3")
    for unit in (old, third):
        make.make_staff_member(unit=unit)

    merge(old, third, boss, on=MAY)
    merge(third, new, boss)

    assert Employment.objects.on(JUNE).filter(unit=new).count() == 2
    assert Employment.objects.on(MAY).filter(unit=third).count() == 2


def test_part_of_a_unit_becomes_one_of_its_own(boss, old):
    anna, bo = (make.make_staff_member(name, unit=old) for name in ("Anna Ek", "Bo Ek"))
    duties = [make.make_key_person(person, old) for person in (anna, bo)]
    routine = make.make_routine(old, make.make_activity("3.4"), MAY)

    new = split(old, boss, [anna], key_persons=duties[:1], routines=[routine])

    assert (posts(new), len(posts(old))) == ([("Anna", "", JUNE, None)], 2)
    assert new.placements.get().department == old.placements.get().department
    assert [tag.name for tag in new.tags.all()] == ["möter barn"]
    active = KeyPerson.objects.active_on(JUNE).order_by("staff_member")
    assert [(duty.staff_member, duty.unit) for duty in active] == [(anna, new), (bo, old)]
    assert RoutineConfirmation.objects.in_force_on(JUNE).count() == 2
    assert told(old)[0] == (
        "Delade enheten: 1\u00a0medarbetare, 1\u00a0nyckelperson och 1\u00a0bekräftad rutin "
        "till Ny 2023-06-01."
    )
