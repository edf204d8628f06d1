"""A contracted unit's manager keeps its list of staff, and reaches nobody else's."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from focusareas.models import AuditEvent, Employment, StaffMember, Unit
from focusareas.provider_staff import next_number
from tests import factories as make
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
NEW = {"given_name": "Nils", "family_name": "Ny", "first_day": "2023-05-01", "title": "vårdare"}


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = date(2023, 5, 15)


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("OMS", name="Omsorgsbolaget", provider="Omsorgsbolaget AB")


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("privat@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


@pytest.fixture
def kim(unit: Unit) -> Employment:
    return make.make_staff_member("Kim Malm", unit=unit).employments.get()


def post(client: Client, name: str, pk: int, **data: str):
    return client.post(reverse(name, args=[pk]), data)


def test_new_person_gets_a_number_that_hr_does_not_use(manager, unit):
    make.make_staff_member(employee_number="P-OMS-9")

    response = post(manager, "unit_staff_add", unit.pk, **NEW)

    person = StaffMember.objects.get(family_name="Ny")
    assert response.url == reverse("unit_staff", args=[unit.pk])
    assert person.employee_number == "P-OMS-10"
    employment = person.employments.get()
    assert (employment.unit, employment.first_day) == (unit, date(2023, 5, 1))
    assert AuditEvent.objects.at_unit(unit).filter(text__contains="på personallistan").exists()


def test_number_passes_over_what_is_no_number(unit):
    make.make_staff_member(employee_number="P-OMS-x")

    assert next_number(unit) == "P-OMS-1"


def test_same_name_again_has_to_be_confirmed(manager, unit):
    post(manager, "unit_staff_add", unit.pk, **NEW)

    again = post(manager, "unit_staff_add", unit.pk, **NEW)
    confirmed = post(manager, "unit_staff_add", unit.pk, **NEW, is_another="on")

    assert "redan någon med det namnet" in again.content.decode()
    assert confirmed.status_code == 302
    assert StaffMember.objects.filter(family_name="Ny").count() == 2


def test_person_of_another_provider_is_not_revealed(manager, unit):
    other = make.make_unit("RIV", provider="Rivalen AB")
    make.make_staff_member("Nils Ny", unit=other)

    response = post(manager, "unit_staff_add", unit.pk, **NEW)

    assert response.status_code == 302
    assert StaffMember.objects.filter(family_name="Ny").count() == 2


def test_employment_is_ended_and_leave_taken(manager, kim):
    days = {"first_day": "2020-01-01", "last_day": "2023-06-30"}
    post(manager, "unit_staff_edit", kim.pk, title="vårdare", **days)
    post(manager, "unit_staff_leave", kim.pk, first_day="2023-05-20", last_day="")
    post(manager, "unit_staff_leave", kim.pk, first_day="2023-05-20", last_day="2023-05-25")

    kim.refresh_from_db()
    assert (kim.title, kim.last_day) == ("vårdare", date(2023, 6, 30))
    assert [leave.last_day for leave in kim.absences.all()] == [date(2023, 5, 25)]


@pytest.mark.parametrize("provider", ["Rivalen AB", None])
def test_who_has_gone_elsewhere_is_not_brought_back(manager, kim, provider):
    """Else the unit would see what came of the person since."""
    Employment.objects.update(last_day=date(2023, 3, 31))
    days = {"first_day": "2020-01-01", "title": "vårdare"}
    other = make.make_unit("ANN", **({"provider": provider} if provider else {}))
    make.make_employment(kim.staff_member, other, first_day=date(2023, 4, 10))

    longer = [
        post(manager, "unit_staff_edit", kim.pk, **days, last_day=last_day).content.decode()
        for last_day in ("", "2023-04-01", "2023-06-30")
    ]
    shorter = post(manager, "unit_staff_edit", kim.pk, **days, last_day="2023-03-15")

    assert all("Bara administratören kan förlänga den" in page for page in longer)
    assert shorter.status_code == 302
    kim.refresh_from_db()
    assert (kim.title, kim.last_day) == ("vårdare", date(2023, 3, 15))


def test_days_are_put_right_as_long_as_the_person_is_here_or_nowhere_else(manager, kim):
    other = make.make_unit("ANN")
    make.make_employment(kim.staff_member, other, last_day=date(2023, 2, 28))
    days = {"first_day": "2020-01-01", "title": ""}

    for last_day in ("2023-03-31", "2023-04-30", "2023-06-30"):
        post(manager, "unit_staff_edit", kim.pk, **days, last_day=last_day)
        kim.refresh_from_db()
        assert str(kim.last_day) == last_day
    make.make_employment(kim.staff_member, other, first_day=date(2023, 5, 1))
    post(manager, "unit_staff_edit", kim.pk, **days, last_day="")

    kim.refresh_from_db()
    assert kim.last_day is None


def test_name_is_changed_unless_somebody_else_employs_the_person_too(manager, kim):
    name = {"given_name": "Kim", "family_name": "Alm"}
    post(manager, "unit_staff_rename", kim.pk, **name)
    kim.staff_member.refresh_from_db()
    assert kim.staff_member.family_name == "Alm"

    make.make_employment(kim.staff_member, make.make_unit("HEMT"))
    page = post(manager, "unit_staff_rename", kim.pk, given_name="Kim", family_name="Bok")

    kim.staff_member.refresh_from_db()
    assert "Namnet kan bara ändras av administratören" in page.content.decode()
    assert kim.staff_member.family_name == "Alm"


def test_protected_person_who_has_left_is_not_named(manager, kim):
    StaffMember.objects.update(is_protected=True)
    page = reverse("unit_staff", args=[kim.unit_id])
    assert "Kim Malm" in manager.get(page).content.decode()

    Employment.objects.update(last_day=date(2023, 5, 1))

    assert "Kim Malm" not in manager.get(page).content.decode()
    assert post(manager, "unit_staff_rename", kim.pk).status_code == 404


@pytest.mark.parametrize("name", ["unit_staff_edit", "unit_staff_leave", "unit_staff_rename"])
def test_staff_of_another_provider_is_out_of_reach(manager, name):
    other = make.make_unit("RIV", provider="Rivalen AB")
    theirs = make.make_staff_member("Rut Rival", unit=other).employments.get()
    data = {"given_name": "X", "family_name": "Y", "first_day": "2023-01-01", "last_day": ""}

    assert manager.get(reverse(name, args=[theirs.pk])).status_code == 404
    assert post(manager, name, theirs.pk, **data).status_code == 404

    theirs.staff_member.refresh_from_db()
    assert theirs.staff_member.full_name == "Rut Rival"
    assert not theirs.absences.exists()


def test_staff_of_own_operations_is_kept_by_the_hr_file():
    unit, user = make.make_unit("HEMT"), make.make_user()
    make.make_unit_manager(user, unit)

    assert signed_in(user).get(reverse("unit_staff", args=[unit.pk])).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"given_name": ""},
        {"family_name": "a\0"},
        {"first_day": "2023-13-01"},
        {"family_name": "19800101-1234"},
        {"title": "x" * 101},
        {"given_name": "#N/A"},
        {"title": "#N/A"},
    ],
)
def test_bad_input_adds_nobody(manager, unit, wrong):
    assert post(manager, "unit_staff_add", unit.pk, **(NEW | wrong)).status_code == 200
    assert not StaffMember.objects.exists()
