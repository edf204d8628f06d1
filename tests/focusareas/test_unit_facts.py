from datetime import date

import pytest

from focusareas.models import FormerUnitName, Unit, UnitPlacement, UnitTag
from focusareas.naming import Names
from focusareas.unit_facts import FormerName, UnitFacts, read_unit, without_manager
from tests import factories as make
from tests.worlds import DAY


@pytest.fixture
def unit(db: None) -> Unit:
    return make.make_unit("E1", name="Hemtjänst", tags=("möter barn", "vnr-rutiner"))


def facts(unit: Unit, *, on: date = DAY, **fields: object) -> UnitFacts:
    names = Names(fields.get("reader") or make.make_user(), on=DAY)  # type: ignore[arg-type]
    return read_unit(Unit.objects.all(), unit.pk, names=names, on=on)


def test_everything_is_read_once(unit: Unit) -> None:
    for first_name, is_deputy in (("Maj", False), ("Dan", True)):
        manager = make.make_user(first_name=first_name, last_name="Ek")
        make.make_unit_manager(manager, unit, is_deputy=is_deputy)
    for name, last_day in (("Äldst", date(2019, 1, 1)), ("Äldre", date(2021, 1, 1))):
        FormerUnitName.objects.create(unit=unit, name=name, last_day=last_day)

    read = facts(unit)

    assert read.managers == ("Maj Ek", "Dan Ek (ersättare)")
    assert read.tags == ("möter barn", "vnr-rutiner")
    assert read.former_names == (
        FormerName("Äldre", date(2021, 1, 1)),
        FormerName("Äldst", date(2019, 1, 1)),
    )


def test_unit_with_nothing_around_it(unit: Unit) -> None:
    UnitTag.objects.all().delete()
    UnitPlacement.objects.all().delete()

    read = facts(unit)

    assert (read.managers, read.tags, read.former_names, read.department) == ((), (), (), "")


def test_department_is_that_of_the_day(unit: Unit) -> None:
    UnitPlacement.objects.update(last_day=date(2023, 3, 31))
    UnitPlacement.objects.create(
        unit=unit, department=make.make_department("Ny"), first_day=date(2023, 4, 1)
    )

    assert facts(unit, on=date(2023, 3, 31)).department == "Äldreomsorg"
    assert facts(unit, on=date(2023, 4, 1)).department == "Ny"


def test_manager_without_a_name_is_known_by_the_address(unit: Unit) -> None:
    make.make_unit_manager(make.make_user("chef@example.com"), unit)

    assert facts(unit).managers == ("chef@example.com",)


def test_reader_is_manager_today_whatever_day_is_shown(unit: Unit) -> None:
    reader = make.make_user()
    make.make_unit_manager(reader, unit, first_day=DAY)

    assert facts(unit, on=date(2022, 5, 1), reader=reader).managed_by_reader
    assert not facts(unit, on=date(2022, 5, 1)).managed_by_reader


def test_unit_is_open_from_its_first_to_its_last_day(db: None) -> None:
    unit = make.make_unit(first_day=date(2023, 1, 15), last_day=date(2023, 3, 31))

    read = facts(unit)

    days = [date(2023, 1, 14), date(2023, 1, 15), date(2023, 3, 31), date(2023, 4, 1)]
    assert [read.is_open_on(day) for day in days] == [False, True, True, False]


def test_unit_that_is_not_among_them(unit: Unit) -> None:
    with pytest.raises(Unit.DoesNotExist):
        read_unit(Unit.objects.none(), unit.pk, names=Names(make.make_user(), on=DAY), on=DAY)


@pytest.mark.parametrize(
    ("user", "post", "words"),
    [
        ({}, {}, "Maj Ek"),
        ({"is_active": False}, {}, "Maj Ek (inloggningen är avstängd)"),
        ({}, {"last_day": date(2023, 4, 29)}, "Maj Ek (har slutat)"),
        ({}, {"last_day": DAY}, "Maj Ek"),
    ],
)
def test_manager_who_cannot_lead_is_none(
    unit: Unit, user: dict[str, bool], post: dict[str, date], words: str
) -> None:
    person = make.make_staff_member("Maj Ek", unit=make.make_unit(), **post)
    manager = make.make_user(first_name="Maj", last_name="Ek", staff_member=person, **user)
    make.make_unit_manager(manager, unit)
    make.make_unit_manager(make.make_user(), make.make_unit(), is_deputy=True)

    read = facts(unit)

    assert (read.managers, read.has_manager) == ((words,), words == "Maj Ek")
    assert (unit in without_manager(Unit.objects.all(), on=DAY)) is (words != "Maj Ek")


def lost(unit: Unit, *, on: date = DAY, **fields: object) -> tuple[str, date, bool] | None:
    found = facts(unit, on=on, **fields).lost_key_person
    return (found.name, found.last_day, found.has_left) if found else None


def test_key_person_whose_employment_has_ended_is_lost_the_next_morning(unit: Unit) -> None:
    make.make_key_person(make.make_staff_member("Anna Ek", unit=unit, last_day=DAY), unit)

    assert lost(unit) is None
    assert lost(unit, on=date(2023, 5, 1)) == ("Anna Ek", DAY, True)

    make.make_key_person(make.make_staff_member(unit=unit), unit)
    assert lost(unit, on=date(2023, 5, 1)) is None


def test_latest_key_person_is_the_one_that_was_lost(unit: Unit) -> None:
    anna, bo = (make.make_staff_member(name, unit=unit) for name in ("Anna Ek", "Bo Ek"))
    make.make_key_person(anna, unit, last_day=date(2023, 3, 1))
    make.make_key_person(bo, unit, last_day=date(2023, 2, 1))
    make.make_key_person(bo, make.make_unit(), last_day=date(2023, 4, 1))

    assert lost(unit) == ("Anna Ek", date(2023, 3, 1), False)


def test_protected_key_person_who_has_left_is_not_named(unit: Unit) -> None:
    hidden = make.make_staff_member(
        "Anna Ek", unit=unit, last_day=date(2023, 3, 31), is_protected=True
    )
    make.make_key_person(hidden, unit)

    assert lost(unit) == ("Skyddad", date(2023, 3, 31), True)
    lead = make.make_user(is_development_lead=True)
    assert lost(unit, reader=lead) == ("Anna Ek", date(2023, 3, 31), True)
