"""The administrator's pages of people who are in the register twice."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from focusareas import person_mergers
from focusareas.models import PeopleApart, StaffMember
from tests import factories as make
from tests.worlds import Inhabited

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(inhabited: Inhabited) -> tuple[StaffMember, StaffMember]:
    unit = inhabited.world.units["HEMT"]
    gone = make.make_staff_member("Eva Ek", unit=unit, last_day=date(2023, 4, 30))
    kept = make.make_staff_member("Eva Ek", unit=unit, first_day=date(2023, 5, 1))
    course = inhabited.world.course
    make.make_certificate(gone, course, unit, date(2023, 3, 1), approved_on=date(2023, 3, 2))
    make.make_certificate(kept, course, unit, date(2023, 5, 2))
    return kept, gone


def address(kept: StaffMember, gone: StaffMember) -> str:
    return reverse("person_merge", args=[kept.pk, gone.pk])


def test_pair_is_looked_at_and_merged(inhabited: Inhabited, pair) -> None:
    client = inhabited.clients["administrator"]
    page = inhabited.get("administrator", reverse("person_pair_list"))
    assert address(*pair) in page

    page = inhabited.get("administrator", address(*pair))
    assert "Slå ihop, och flytta 1\u00a0anställning och 1\u00a0intyg" in page
    assert "Det går inte att ångra." in page
    assert "återsänds" in page
    basis = person_mergers.joining(*pair).basis
    response = client.post(address(*pair), {"basis": basis}, follow=True)

    _, gone = pair
    assert "Tidigare anställningsnummer" in response.content.decode()
    assert gone.employee_number in response.content.decode()
    assert not StaffMember.objects.filter(pk=gone.pk).exists()


@pytest.mark.parametrize("is_crosswise", [False, True])
def test_second_who_merges_is_told_that_it_is_done(inhabited, pair, is_crosswise: bool) -> None:
    client, data = (
        inhabited.clients["administrator"],
        {"basis": person_mergers.joining(*pair).basis},
    )
    client.post(address(*pair), data, follow=True)

    response = client.post(address(*(pair[::-1] if is_crosswise else pair)), data)

    assert response["Location"] == reverse("person_detail", args=[pair[0].pk])
    assert person_mergers.ALREADY in [str(told) for told in get_messages(response.wsgi_request)]


def test_nothing_is_merged_unseen(inhabited: Inhabited, pair) -> None:
    for basis in ("", "\x00", "fel"):
        response = inhabited.clients["administrator"].post(address(*pair), {"basis": basis})

        assert "har ändrats sedan du öppnade sidan" in response.content.decode()
    assert StaffMember.objects.filter(pk__in=[person.pk for person in pair]).count() == 2


def test_pair_that_is_two_people_is_put_aside(inhabited: Inhabited, pair) -> None:
    url = reverse("person_pair_apart", args=[person.pk for person in pair])

    response = inhabited.clients["administrator"].post(url, follow=True)

    assert "Ingen ser ut att finnas två gånger" in response.content.decode()
    assert PeopleApart.objects.count() == 1


def test_login_in_the_way_is_told_of_and_there_is_nothing_to_press(inhabited, pair) -> None:
    kept, gone = pair
    make.make_user(staff_member=kept)
    login = make.make_user(staff_member=gone)
    assert "stängs av" in inhabited.get("administrator", address(*pair))

    make.make_department_head(login, make.make_department("Ny avdelning"))
    page = inhabited.get_in_ten("administrator", address(*pair))

    assert person_mergers.TWO_LOGINS in page
    assert "stängs av" not in page
    assert 'name="basis"' not in page


def test_nobody_is_two_people_with_oneself(inhabited: Inhabited, pair) -> None:
    person, client = pair[0], inhabited.clients["administrator"]

    client.post(reverse("person_pair_apart", args=[person.pk, person.pk]))

    assert not PeopleApart.objects.exists()
    assert client.get(address(person, person)).status_code == 404


def test_nobody_has_a_number_larger_than_there_are(inhabited: Inhabited, pair) -> None:
    huge, client = 10**30, inhabited.clients["administrator"]

    for keys in ((pair[0].pk, huge), (huge, pair[0].pk)):
        assert client.get(reverse("person_merge", args=keys)).status_code == 404


def test_other_is_searched_for_from_the_person(inhabited: Inhabited, pair) -> None:
    kept, gone = pair
    url = reverse("person_merge_with", args=[kept.pk])

    page = inhabited.get("administrator", f"{url}?q={gone.employee_number}")

    assert address(kept, gone) in page


@pytest.mark.parametrize("role", ["lead", "unit_manager", "steering_group"])
def test_nobody_else_merges(inhabited: Inhabited, pair, role: str) -> None:
    data = {"basis": person_mergers.joining(*pair).basis}

    assert inhabited.clients[role].post(address(*pair), data).status_code == 403

    assert StaffMember.objects.filter(pk=pair[1].pk).exists()


def test_nobody_new_gets_an_earlier_number(inhabited: Inhabited, pair) -> None:
    client, gone = inhabited.clients["administrator"], pair[1]
    client.post(address(*pair), {"basis": person_mergers.joining(*pair).basis})
    data = {"employee_number": gone.employee_number, "given_name": "Bo", "family_name": "Al"}

    response = client.post(reverse("person_create"), data)

    assert "Numret är ett tidigare nummer för en medarbetare." in response.content.decode()
