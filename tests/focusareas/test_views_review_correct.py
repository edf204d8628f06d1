"""The lead puts right whom a certificate is about, or the day on it."""

from datetime import date

import pytest
from django.urls import reverse

from focusareas.models import AuditEvent
from tests import factories as make
from tests.reviewing import page, question, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True, first_name="Lena", last_name="Ek"))
    return client


@pytest.fixture
def unit():
    return make.make_unit("HEMT", name="Hemtjänst Norr")


def correct(client, certificate, search: str = "", **data):
    url = reverse("review_correct", args=[certificate.pk])
    return client.post(f"{url}?q={search}", data)


def test_person_is_found_by_name_and_put_right_with_the_day(lead, unit):
    certificate = waiting(unit)
    asa = make.make_staff_member("Åsa Öberg", unit=unit)

    shown = page(lead.get(reverse("review_correct", args=[certificate.pk]), {"q": "asa"}))
    response = correct(lead, certificate, "asa", person=asa.pk, completed_on="2023-02-01")

    certificate.refresh_from_db()
    assert f"Åsa Öberg, {asa.employee_number} (Hemtjänst Norr)" in shown
    assert (certificate.staff_member, certificate.completed_on) == (asa, date(2023, 2, 1))
    assert response.url == reverse("review_certificate", args=[certificate.pk])


def test_name_on_the_certificate_is_searched_for_when_it_is_a_question(lead, unit):
    certificate = question(unit)
    one = make.make_staff_member("Bo Ek", unit=unit)
    make.make_staff_member("Bo Ek")

    shown = page(lead.get(reverse("review_correct", args=[certificate.pk])))
    correct(lead, certificate, "bo", person=one.pk, completed_on="2023-03-01")

    certificate.refresh_from_db()
    assert "(Hemtjänst Norr)" in shown
    assert "(ingen anställning nu)" in shown
    assert certificate.staff_member == one


@pytest.mark.parametrize("person", ["0", "x", "\0", "9" * 30, ""])
def test_person_who_is_not_in_the_list_cannot_be_chosen(lead, unit, person):
    certificate = waiting(unit)

    response = correct(lead, certificate, "anna", person=person, completed_on="2023-03-01")

    assert response.status_code == 200
    assert not AuditEvent.objects.exists()


def test_person_that_the_search_did_not_find_cannot_be_chosen(lead, unit):
    certificate, other = waiting(unit), make.make_staff_member("Bo Ek")

    correct(lead, certificate, "anna", person=other.pk, completed_on="2023-03-01")

    certificate.refresh_from_db()
    assert certificate.staff_member != other


@pytest.mark.parametrize(
    ("day", "told"),
    [("2023-06-01", "efter dagen"), ("", "måste fyllas i"), ("x\0", "giltigt datum")],
)
def test_day_that_cannot_be_is_refused(lead, unit, day, told):
    certificate = waiting(unit)

    response = correct(lead, certificate, person=certificate.staff_member_id, completed_on=day)

    assert told in page(response)


def test_correcting_to_somebody_with_a_certificate_says_so(lead, unit):
    certificate, other = waiting(unit), waiting(unit, "Bo Ek")

    response = correct(
        lead, certificate, "bo", person=other.staff_member_id, completed_on="2023-03-01"
    )

    assert "Personen har redan ett intyg för Webbkurs om våld." in page(response)


def test_people_of_the_unit_are_offered_when_nobody_is_called_so(lead, unit):
    certificate = question(unit)
    other = make.make_staff_member("Boel Ström", unit=unit)

    shown = page(lead.get(reverse("review_correct", args=[certificate.pk]), {"q": "xyz"}))

    assert "Ingen heter så" in shown
    assert f"Boel Ström, {other.employee_number}" in shown
