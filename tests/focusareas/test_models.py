"""QuerySets that answer on a day or for a user, and the trace that cannot be changed."""

from datetime import date

import pytest

from focusareas.models import (
    AuditEvent,
    Certificate,
    Employment,
    KeyPerson,
    Meeting,
    Plan,
    StaffMember,
    Unit,
)
from focusareas.models.audit import record
from tests import factories as make

pytestmark = pytest.mark.django_db

DAY = date(2023, 4, 30)
BEFORE, AFTER = date(2023, 4, 29), date(2023, 5, 1)


@pytest.mark.parametrize(
    ("first_day", "last_day", "holds"),
    [
        (DAY, DAY, True),
        (BEFORE, None, True),
        (BEFORE, DAY, True),
        (DAY, AFTER, True),
        (AFTER, None, False),
        (BEFORE, BEFORE, False),
    ],
)
def test_first_and_last_day_are_included(first_day, last_day, holds):
    make.make_staff_member(unit=make.make_unit(), first_day=first_day, last_day=last_day)

    assert Employment.objects.on(DAY).exists() is holds


def test_unit_without_days_has_always_been_open():
    make.make_unit("A")

    assert Unit.objects.on(date(1999, 1, 1)).exists()


@pytest.fixture
def org():
    """Two departments; A and B in the first, C in the second."""
    units = [make.make_unit(code, department=name) for code, name in zip("ABC", "XXY", strict=True)]
    for unit in units:
        make.make_staff_member(f"Person {unit.code}", unit=unit)
    return units


def seen_by(user, on=DAY) -> str:
    return "".join(
        Unit.objects.visible_to(user, on=on).order_by("code").values_list("code", flat=True)
    )


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        ({"is_development_lead": True}, "ABC"),
        ({"is_administrator": True}, "ABC"),
        ({"is_in_steering_group": True}, ""),
        ({"is_superuser": True}, ""),
        ({}, ""),
    ],
)
def test_memberships_decide_which_units_are_visible(org, role, codes):
    assert seen_by(make.make_user(**role)) == codes


def test_manager_sees_own_unit_on_the_days_of_the_duty(org):
    user = make.make_user()
    make.make_unit_manager(user, org[0], first_day=DAY, last_day=DAY)

    assert [seen_by(user, on) for on in (BEFORE, DAY, AFTER)] == ["", "A", ""]


def test_head_sees_the_units_placed_in_the_department_that_day(org):
    user = make.make_user()
    make.make_department_head(user, org[0].placements.get().department)
    org[1].placements.update(last_day=DAY)

    assert [seen_by(user, on) for on in (DAY, AFTER)] == ["AB", "A"]


def test_rights_add_up_without_doubles(org):
    user = make.make_user()
    make.make_department_head(user, org[0].placements.get().department)
    make.make_unit_manager(user, org[0])
    make.make_unit_manager(user, org[2], is_deputy=True)

    assert seen_by(user) == "ABC"


def test_manager_sees_people_of_own_unit_only(org):
    user = make.make_user()
    make.make_unit_manager(user, org[0])

    assert [str(person) for person in StaffMember.objects.visible_to(user, on=DAY)] == ["Person A"]


@pytest.mark.parametrize(
    ("days", "has_certificate", "is_seen"),
    [
        ({"first_day": date(2021, 1, 1)}, False, True),
        ({"last_day": date(2022, 1, 1)}, False, True),
        ({"last_day": date(2021, 12, 31)}, False, False),
        ({"last_day": date(2021, 12, 31)}, True, True),
        ({"first_day": AFTER}, False, False),
    ],
)
def test_manager_sees_whom_the_work_needs(org, days, has_certificate, is_seen):
    user, plan = make.make_user(), make.make_plan()
    make.make_unit_manager(user, org[0])
    person = make.make_staff_member("Eva Gran", unit=org[0], **days)
    course = make.make_course()
    if has_certificate:
        make.make_certificate(person, course, org[0], plan.first_day)
    make.make_certificate(person, make.make_course("annan"), org[1], plan.first_day)

    assert (person in StaffMember.objects.visible_to(user, on=DAY)) is is_seen


def test_without_a_plan_a_manager_sees_those_who_work_there(org):
    user = make.make_user()
    make.make_unit_manager(user, org[0])
    left = make.make_staff_member(unit=org[0], last_day=DAY)

    assert left in StaffMember.objects.visible_to(user, on=DAY)
    assert left not in StaffMember.objects.visible_to(user, on=AFTER)


def test_protected_person_has_no_name_in_text():
    assert str(make.make_staff_member("Anna Berg", is_protected=True)) == "Skyddad"


def test_staff_are_listed_in_swedish_order():
    for name in ("Bo Öberg", "Åsa Ek", "Anna Ek", "Cia Åberg"):
        make.make_staff_member(name)

    assert [person.full_name for person in StaffMember.objects.all()] == [
        "Anna Ek",
        "Åsa Ek",
        "Cia Åberg",
        "Bo Öberg",
    ]


@pytest.mark.parametrize("ends", ["duty", "employment", "unit"])
def test_key_person_is_active_while_duty_employment_and_unit_hold(ends):
    unit = make.make_unit("A", last_day=DAY if ends == "unit" else None)
    person = make.make_staff_member(unit=unit, last_day=DAY if ends == "employment" else None)
    make.make_key_person(person, unit, last_day=DAY if ends == "duty" else None)

    assert [KeyPerson.objects.active_on(on).count() for on in (DAY, AFTER)] == [1, 0]


def test_certificate_waits_until_it_is_approved():
    unit = make.make_unit()
    make.make_certificate(
        make.make_staff_member(unit=unit), make.make_course(), unit, BEFORE, approved_on=AFTER
    )

    assert [Certificate.objects.waiting_on(on).count() for on in (BEFORE, DAY, AFTER)] == [1, 1, 0]
    assert [Certificate.objects.approved_on_or_before(on).count() for on in (DAY, AFTER)] == [0, 1]


def test_plan_for_a_day_is_the_one_whose_period_holds_it_else_the_latest():
    old = make.make_plan("p1")
    new = make.make_plan("p2", first_day=date(2024, 1, 1), last_day=date(2025, 12, 31))

    assert [Plan.objects.for_day(day) for day in (DAY, date(2024, 5, 1), date(2031, 1, 1))] == [
        old,
        new,
        new,
    ]


def test_meeting_is_held_when_its_day_has_come():
    meeting = Meeting.objects.create(activity=make.make_activity(), day=DAY, theme="Uppstart")

    assert list(Meeting.objects.planned_after(BEFORE)) == [meeting]
    assert list(Meeting.objects.held_by(DAY)) == [meeting]
    assert not Meeting.objects.planned_after(DAY).exists()


def test_trace_says_who_did_what_and_cannot_be_changed():
    unit, user = make.make_unit(), make.make_user(first_name="Kim", last_name="Berg")
    event = record(by=user, text="Ändrade enheten.", about=unit)

    assert str(AuditEvent.objects.about(unit).get()) == f"användare {user.pk}: Ändrade enheten."
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()
    with pytest.raises(TypeError):
        AuditEvent.objects.all().delete()
    with pytest.raises(TypeError):
        AuditEvent.objects.update(text="Något annat.")


def test_command_line_acts_as_the_operator():
    assert record(by=None, text="Läste in planen.").actor == "driften"


def test_keys_of_the_longest_names_fit_their_columns():
    person = make.make_staff_member(f"{'å' * 100} {'ö' * 100}")

    assert (len(person.search_key), len(person.sort_key)) == (201, 300)
