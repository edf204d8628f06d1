"""Who is pointed out as perhaps the same person, and who is not."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from focusareas import lookalikes
from focusareas.models import AuditEvent, StaffMember
from tests import factories as make
from tests.workbooks import imported
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db

APRIL, MAY = date(2023, 4, 30), date(2023, 5, 1)


@pytest.fixture
def unit() -> Any:
    return make.make_unit()


def two(unit: Any, name: str = "Eva Ek", other: str = "Eva Ek", **days: date) -> None:
    """Somebody who left in April, and somebody who began in May."""
    emails = {key: days.pop(key) for key in ("email", "other_email") if key in days}
    make.make_staff_member(name, unit=unit, last_day=APRIL, email=emails.get("email", ""))
    address = emails.get("other_email", emails.get("email", ""))
    make.make_staff_member(other, unit=unit, email=address, **{"first_day": MAY} | days)


def reasons() -> list[str]:
    return [alike.why for alike in lookalikes.found()]


def test_same_name_at_the_same_unit_one_after_the_other(unit: Any) -> None:
    two(unit, "Åsa Lind-Ek", "Asa Lind Ek")

    assert reasons() == [lookalikes.SAME_NAME]


@pytest.mark.parametrize("first_day", [date(2023, 6, 1), date(2023, 3, 1)])
def test_namesakes_who_did_not_follow_each_other_are_two(unit: Any, first_day: date) -> None:
    two(unit, first_day=first_day)

    assert reasons() == []


def test_namesakes_at_different_units_are_two(unit: Any) -> None:
    make.make_staff_member("Eva Ek", unit=unit, last_day=APRIL)
    make.make_staff_member("Eva Ek", unit=make.make_unit(), first_day=MAY)

    assert reasons() == []


def test_new_surname_with_the_same_address(unit: Any) -> None:
    two(unit, "Eva Ek", "Eva Al", email="eva@example.se", other_email="EVA@example.se")

    assert reasons() == [lookalikes.SAME_ADDRESS]


def test_address_follows_from_one_name_to_the_other_at_the_unit(unit: Any) -> None:
    two(unit, "Elisabet Ek", "Lisa Ek", email="lisa@example.se")

    assert reasons() == [lookalikes.SAME_ADDRESS_AT_UNIT]


def test_address_that_several_have_is_a_mailbox(unit: Any) -> None:
    two(unit, email="enheten@example.se")
    make.make_staff_member("Eva Bo", unit=unit, email="enheten@example.se")

    assert reasons() == [lookalikes.SAME_NAME]


def test_two_who_are_two_are_not_pointed_out_again(unit: Any) -> None:
    two(unit)
    older, newer = StaffMember.objects.order_by("pk")
    by = make.make_user()

    lookalikes.tell_apart(newer, older, by=by)
    lookalikes.tell_apart(older, newer, by=by)

    assert reasons() == []
    assert AuditEvent.objects.count() == 1


def test_the_one_who_works_here_now_is_kept(unit: Any) -> None:
    two(unit)
    older, newer = StaffMember.objects.order_by("pk")

    (pair,) = lookalikes.told(lookalikes.found())

    assert (pair.kept, pair.gone) == (newer, older)


def test_page_of_an_import_leads_to_whoever_came_back_under_a_new_number() -> None:
    client = signed_in(make.make_user(is_administrator=True))
    old = {"Anställningsnummer": "1", "Efternamn": "Ek", "Till": APRIL}
    new = {"Anställningsnummer": "2", "Efternamn": "Ek", "Från": MAY}
    imported(people=[old])
    address = reverse("import_detail", args=[imported(people=[old, new]).batch_pk])

    page = client.get(address).content.decode()

    assert reverse("person_pair_list") in page
    assert "1\u00a0par i registret ser ut att vara en och samma person" in page
