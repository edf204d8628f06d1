"""What an administrator does about units, departments and those who lead them."""

from datetime import date

import pytest

from focusareas import units_admin
from focusareas.models import AuditEvent, Department, Unit, UnitManager
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.told import told

pytestmark = pytest.mark.django_db

MARCH, APRIL, MAY = (date(2023, month, 1) for month in (3, 4, 5))
MARCH_END, APRIL_END = date(2023, 3, 31), date(2023, 4, 30)


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("E1", name="Rosen", tags=("möter barn",))


def last_words(thing) -> str:
    return told(thing)[0]


def placed(unit):
    rows = unit.placements.order_by("-last_day").values_list(
        "department__name", "first_day", "last_day"
    )
    return set(rows)


def led(unit):
    rows = unit.managers.order_by("first_day", "pk")
    return [(row.user.email, row.first_day, row.last_day, row.is_deputy) for row in rows]


def appoint(unit, email, first_day, boss, *, is_deputy=False):
    return units_admin.appoint_manager(
        unit, email=email, first_day=first_day, is_deputy=is_deputy, by=boss
    )


def test_new_unit_is_placed_from_its_first_day(boss):
    unit = Unit(code="NY", name="Ny enhet", first_day=MAY)

    units_admin.open_unit(
        unit, department=make.make_department(), tags=["Möter barn", "ny"], by=boss
    )

    assert placed(unit) == {("Äldreomsorg", MAY, None)}
    assert last_words(unit) == "Lade till enheten Ny enhet (NY) i Äldreomsorg."


def test_changed_name_keeps_the_old_one_until_the_day_before(boss, unit):
    unit.name = "Liljan"

    units_admin.change_unit(unit, tags=["möter barn"], on=MAY, by=boss)

    former = unit.former_names.get()
    assert (former.name, former.last_day) == ("Rosen", APRIL_END)
    assert last_words(unit) == "Ändrade enheten. namn: Rosen → Liljan."


def test_changed_provider_and_tags_stand_in_the_trace_by_name(boss):
    unit = make.make_unit(provider="Gamla AB", tags=("a", "b"))
    unit.provider = make.make_provider("Nya AB")

    units_admin.change_unit(unit, tags=["B", "c"], on=MAY, by=boss)

    words = "Ändrade enheten. utförare: Gamla AB → Nya AB; taggar: a, b → b, c."
    assert last_words(unit) == words


def test_unchanged_unit_leaves_no_trace(boss, unit):
    units_admin.change_unit(unit, tags=["möter barn"], on=MAY, by=boss)

    assert not AuditEvent.objects.exists()
    assert not unit.former_names.exists()


def test_first_placement_begins_with_the_unit(boss, unit):
    unit.first_day = MARCH

    units_admin.change_unit(unit, tags=[], on=MAY, by=boss)

    assert placed(unit) == {("Äldreomsorg", MARCH, None)}


def test_closed_unit_names_its_successor_and_can_be_opened_again(boss, unit):
    other = make.make_unit("E2")

    units_admin.close_unit(unit, last_day=MARCH_END, successor=other, by=boss)
    assert (unit.last_day, unit.successor) == (MARCH_END, other)
    units_admin.reopen_unit(unit, by=boss)

    unit.refresh_from_db()
    assert (unit.last_day, unit.successor) == (None, None)


def test_units_cannot_succeed_each_other_in_a_circle(boss, unit):
    second = make.make_unit("E2", successor=unit)
    third = make.make_unit("E3", successor=second)

    with pytest.raises(RefusedError, match="ersätta varandra"):
        units_admin.close_unit(unit, last_day=MAY, successor=third, by=boss)

    unit.refresh_from_db()
    assert unit.last_day is None


def test_circle_is_seen_also_when_the_other_unit_was_closed_meanwhile(boss, unit):
    other = make.make_unit("E2")
    Unit.objects.filter(pk=other.pk).update(successor=unit)

    with pytest.raises(RefusedError, match="ersätta varandra"):
        units_admin.close_unit(unit, last_day=MAY, successor=other, by=boss)


def test_unit_that_is_gone_meanwhile_is_not_closed(boss, unit):
    Unit.objects.filter(pk=unit.pk).delete()

    with pytest.raises(RefusedError, match="finns inte längre"):
        units_admin.close_unit(unit, last_day=MAY, successor=None, by=boss)


def test_unit_cannot_close_before_it_opened(boss):
    unit = make.make_unit(first_day=MAY)

    with pytest.raises(RefusedError, match="innan den öppnat"):
        units_admin.close_unit(unit, last_day=APRIL, successor=None, by=boss)


def test_unit_belongs_to_another_department_from_the_day(boss, unit):
    other = make.make_department("Individ och familj")

    units_admin.place_unit(unit, department=other, on=APRIL, by=boss)

    assert placed(unit) == {
        ("Äldreomsorg", None, MARCH_END),
        ("Individ och familj", APRIL, None),
    }


def test_move_within_a_department_or_before_the_start_is_refused(boss):
    unit = make.make_unit(first_day=APRIL)

    with pytest.raises(RefusedError, match="hör redan"):
        units_admin.place_unit(unit, department=make.make_department(), on=MAY, by=boss)
    with pytest.raises(RefusedError, match="inte öppnat"):
        units_admin.place_unit(unit, department=make.make_department("X"), on=MARCH, by=boss)


def test_new_manager_takes_over_and_gets_a_login_without_password(boss, unit):
    person = make.make_staff_member("Nya Ek", email="Nya@example.com")
    make.make_unit_manager(make.make_user("gamla@example.com"), unit)

    user = appoint(unit, "NYA@example.com", APRIL, boss)

    assert led(unit) == [
        ("gamla@example.com", make.LONG_AGO, MARCH_END, False),
        ("nya@example.com", APRIL, None, False),
    ]
    assert user.staff_member == person
    assert not user.has_usable_password()


def test_login_that_exists_is_used_whatever_the_case(boss, unit):
    user = make.make_user("eva@example.com")

    assert appoint(unit, "Eva@Example.com", APRIL, boss) == user


def test_address_of_two_people_makes_nobodys_login(boss, unit):
    for _ in range(2):
        make.make_staff_member(email="delad@example.com")

    assert appoint(unit, "delad@example.com", APRIL, boss).staff_member is None


def test_deputies_stand_beside_the_manager(boss, unit):
    make.make_unit_manager(make.make_user("eva@example.com"), unit)

    appoint(unit, "per@example.com", APRIL, boss, is_deputy=True)
    appoint(unit, "ulf@example.com", APRIL, boss, is_deputy=True)

    assert [row[0] for row in led(unit)] == [
        "eva@example.com",
        "per@example.com",
        "ulf@example.com",
    ]


@pytest.mark.parametrize("is_deputy", [True, False])
def test_who_already_leads_is_refused(boss, unit, is_deputy):
    make.make_unit_manager(make.make_user("eva@example.com"), unit, is_deputy=is_deputy)

    with pytest.raises(RefusedError, match="redan"):
        appoint(unit, "eva@example.com", APRIL, boss, is_deputy=is_deputy)


def test_refused_appointment_makes_no_login(boss, unit):
    make.make_unit_manager(make.make_user("eva@example.com"), unit, first_day=MAY, is_deputy=True)

    with pytest.raises(RefusedError):
        appoint(unit, "eva@example.com", APRIL, boss, is_deputy=True)

    assert UnitManager.objects.count() == 1


def test_duty_ends_on_its_last_day_but_not_before_it_began(boss, unit):
    duty = make.make_unit_manager(make.make_user("eva@example.com"), unit, first_day=APRIL)

    with pytest.raises(RefusedError, match="börjar 2023-04-01"):
        units_admin.end_duty(duty, last_day=MARCH, by=boss)
    units_admin.end_duty(duty, last_day=APRIL_END, by=boss)

    assert led(unit) == [("eva@example.com", APRIL, APRIL_END, False)]
    assert last_words(unit) == "Uppdraget för eva@example.com slutar 2023-04-30."


def test_duty_cannot_last_into_that_of_the_next(boss, unit):
    appoint(unit, "eva@example.com", MARCH, boss)
    appoint(unit, "per@example.com", MAY, boss)
    appoint(unit, "dan@example.com", MARCH, boss, is_deputy=True)
    eva, dan = unit.managers.filter(first_day=MARCH).order_by("is_deputy")

    with pytest.raises(RefusedError, match="Nästa uppdrag börjar 2023-05-01"):
        units_admin.end_duty(eva, last_day=MAY, by=boss)
    units_admin.end_duty(eva, last_day=APRIL_END, by=boss)
    units_admin.end_duty(dan, last_day=MAY, by=boss)

    assert {(row.user.email, row.last_day) for row in unit.managers.all()} == {
        ("eva@example.com", APRIL_END),
        ("per@example.com", None),
        ("dan@example.com", MAY),
    }


def test_head_who_comes_back_keeps_both_times_apart(boss):
    department, user = make.make_department(), make.make_user()
    first = make.make_department_head(user, department, first_day=MARCH, last_day=MARCH_END)
    make.make_department_head(user, department, first_day=MAY)

    with pytest.raises(RefusedError, match="Nästa uppdrag börjar 2023-05-01"):
        units_admin.end_duty(first, last_day=MAY, by=boss)


def test_protected_manager_is_not_named_in_the_trace(boss, unit):
    make.make_staff_member("Anna Berg", email="anna.berg@example.com", is_protected=True)

    appoint(unit, "anna.berg@example.com", APRIL, boss)

    assert "anna" not in " ".join(AuditEvent.objects.values_list("text", flat=True)).casefold()


def test_department_may_have_several_heads_but_each_once(boss):
    department: Department = make.make_department()
    for email in ("eva@example.com", "ulf@example.com"):
        units_admin.head_department(department, email=email, first_day=APRIL, by=boss)

    with pytest.raises(RefusedError, match="redan uppdraget"):
        units_admin.head_department(department, email="eva@example.com", first_day=MAY, by=boss)

    assert department.heads.count() == 2


def test_people_left_are_counted_once_each(boss, unit):
    anna = make.make_staff_member("Anna Berg", unit=unit)
    make.make_employment(anna, unit, first_day=MAY)
    make.make_staff_member("Bo Ek", unit=unit, last_day=MARCH_END)
    make.make_key_person(anna, unit)

    assert units_admin.people_left(unit, on=APRIL) == {"people": 1, "key_persons": 1}
