"""A manager names who stands in while she is away; the right ends by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse

from focusareas import clock, covers
from focusareas.models import StaffMember, Unit, UnitManager, User
from tests import factories as make
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db

TODAY = clock.today()
WEEK = timedelta(weeks=1)


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("E1", name="Rosen")


@pytest.fixture
def eva(unit) -> User:
    eva = make.make_user("eva@example.com", staff_member=make.make_staff_member("Eva Ek"))
    make.make_unit_manager(eva, unit)
    return eva


def name_cover(user, unit, person, *, first_day=TODAY, last_day=TODAY + WEEK):
    data = {"person": person.pk, "first_day": first_day, "last_day": last_day}
    url = reverse("cover_create", args=[unit.pk])
    return signed_in(user).post(url, data, follow=True).content.decode()


def test_colleague_is_invited_and_sees_the_unit_until_the_last_day(unit, eva, mailoutbox):
    anna = make.make_staff_member("Anna Berg", unit=unit, email="anna@example.com")

    assert "Anna Berg är ersättare till och med" in name_cover(eva, unit, anna)

    duty = UnitManager.objects.get(is_deputy=True)
    assert (duty.user.staff_member, duty.last_day) == (anna, TODAY + WEEK)
    assert [letter.to for letter in mailoutbox] == [["anna@example.com"]]
    for day, sees in [(duty.last_day, True), (duty.last_day + timedelta(days=1), False)]:
        assert Unit.objects.visible_to(duty.user, on=day).exists() is sees


def test_people_of_the_unit_and_managers_beside_it_can_be_chosen(unit, eva):
    anna = make.make_staff_member("Anna Berg", unit=unit)
    for name, place in [
        ("Bo Chef", {}),
        ("Cia Rival", {"provider": "Rivalen AB"}),
        ("Dan Annan", {"department": "Individ och familj"}),
    ]:
        person = make.make_staff_member(name)
        user = make.make_user(staff_member=person)
        make.make_unit_manager(user, make.make_unit(**place))
    hidden = make.make_staff_member("Eva Dold", is_protected=True)
    make.make_unit_manager(make.make_user(staff_member=hidden), make.make_unit())

    found = {person.full_name for person in covers.may_stand_in(unit, on=TODAY)}

    assert found == {anna.full_name, "Bo Chef", "Eva Ek"}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"last_day": TODAY + timedelta(weeks=13)}, "Högst 12 veckor"),
        ({"first_day": TODAY - WEEK}, "Dagen har redan varit"),
        ({"first_day": TODAY + WEEK, "last_day": TODAY}, "kan inte ligga före"),
        ({"last_day": ""}, "måste fyllas i"),
    ],
)
def test_wrong_days_name_nobody(unit, eva, days, words):
    anna = make.make_staff_member("Anna Berg", unit=unit, email="anna@example.com")

    assert words in name_cover(eva, unit, anna, **days)
    assert not UnitManager.objects.filter(is_deputy=True).exists()


def test_person_without_an_own_address_or_from_elsewhere_is_refused(unit, eva, mailoutbox):
    without = make.make_staff_member("Anna Berg", unit=unit)
    shared = [make.make_staff_member(unit=unit, email="delad@example.com") for _ in range(2)]
    elsewhere = make.make_staff_member(unit=make.make_unit(), email="x@example.com")

    for person in (without, shared[0]):
        assert "ingen egen e-postadress" in name_cover(eva, unit, person)
    assert "finns inte längre i listan" in name_cover(eva, unit, elsewhere)
    assert "finns inte längre i listan" in name_cover(eva, unit, StaffMember(pk=0))
    assert User.objects.count() == 1
    assert not mailoutbox


def test_who_stands_in_can_name_nobody(unit, eva):
    dan = make.make_user("dan@example.com")
    duty = make.make_unit_manager(dan, unit, is_deputy=True)

    for name, pk in [("cover_create", unit.pk), ("cover_end", duty.pk)]:
        assert signed_in(dan).get(reverse(name, args=[pk])).status_code == 403
        assert signed_in(eva).get(reverse(name, args=[pk])).status_code == 200
    page = signed_in(dan).get(reverse("unit_detail", args=[unit.pk])).content.decode()
    assert reverse("cover_create", args=[unit.pk]) not in page


def test_cover_is_ended_early_but_never_a_managers_duty(unit, eva):
    duty = make.make_unit_manager(make.make_user(), unit, is_deputy=True)
    other = make.make_unit_manager(make.make_user(), make.make_unit(), is_deputy=True)

    signed_in(eva).post(reverse("cover_end", args=[duty.pk]), {"last_day": TODAY})

    duty.refresh_from_db()
    assert duty.last_day == TODAY
    own = UnitManager.objects.get(user=eva)
    for found in (own, other):
        url = reverse("cover_end", args=[found.pk])
        assert signed_in(eva).post(url, {"last_day": TODAY}).status_code == 404
