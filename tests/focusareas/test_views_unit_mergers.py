"""The administrator's pages for units that merge and split."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focusareas.models import AuditEvent, KeyPerson, Unit, User
from tests import factories as make

pytestmark = pytest.mark.django_db

JUNE = date(2023, 6, 1)
NEW = {"name": "Ny enhet", "code": "NY", "cost_centre": "77", "first_day": "2023-06-01"}


@pytest.fixture
def administrator(client):
    client.force_login(make.make_user("adam@example.com", is_administrator=True))
    return client


@pytest.fixture
def old() -> Unit:
    unit = make.make_unit("OLD", name="Rosen")
    anna = make.make_staff_member("Anna Ek", unit=unit)
    make.make_staff_member("Bo Ek", unit=unit)
    make.make_key_person(anna, unit)
    make.make_routine(unit, make.make_activity("3.4"), date(2023, 5, 1))
    make.make_certificate(None, make.make_course(), unit, date(2023, 5, 1), question="Vem?")
    make.make_unit_manager(make.make_user("eva@example.com"), unit)
    return unit


@pytest.fixture
def new() -> Unit:
    return make.make_unit("NEW", name="Liljan")


def merge_page(client, old, new, **more):
    query = {"into": new.pk, "on": "2023-06-01"} | more
    return client.get(reverse("unit_merge", args=[old.pk]), query)


def post(client, url_name, unit, **data):
    return client.post(reverse(url_name, args=[unit.pk]), data)


def words(response) -> str:
    return " ".join(response.content.decode().replace("\xa0", " ").split())


def test_page_shows_what_moves_and_changes_nothing(administrator, old, new):
    before = AuditEvent.objects.count()

    with CaptureQueriesContext(connection) as queries:
        found = words(merge_page(administrator, old, new))

    assert "<strong>2 medarbetare</strong> flyttar" in found
    assert "Anna Ek, Bo Ek." in found
    assert "eva@example.com slutar som chef för Rosen." in found
    assert "Slå ihop, och flytta 2 medarbetare" in found
    assert AuditEvent.objects.count() == before
    assert len(queries) <= 10


def test_units_are_merged_as_agreed(administrator, old, new):
    moving = merge_page(administrator, old, new).context["moving"]
    kept = {"key_persons": [moving.key_persons[0].pk], "basis": moving.basis}

    response = post(administrator, "unit_merge", old, into=new.pk, on="2023-06-01", **kept)

    assert response["Location"] == reverse("unit_settings", args=[new.pk])
    old.refresh_from_db()
    assert (old.last_day, old.successor) == (date(2023, 5, 31), new)
    assert KeyPerson.objects.active_on(JUNE).get().unit == new
    assert not new.routine_confirmations.exists()


def test_question_is_answered_by_the_successors_manager(client, administrator, old, new):
    manager = make.make_user("per@example.com")
    make.make_unit_manager(manager, new)
    basis = merge_page(administrator, old, new).context["moving"].basis
    post(administrator, "unit_merge", old, into=new.pk, on="2023-06-01", basis=basis)
    question = new.certificates.get()

    client.force_login(manager)
    found = client.get(reverse("certificate_answer", args=[question.pk]))

    assert found.status_code == 200
    assert "Anna Ek" in words(found)
    assert "1 intyg behöver ett svar" in words(client.get(reverse("unit_detail", args=[new.pk])))


def test_second_of_two_is_told_and_shown_what_is_new(administrator, old, new):
    basis = merge_page(administrator, old, new).context["moving"].basis
    make.make_staff_member("Cia Ek", unit=old)
    data = {"into": new.pk, "on": "2023-06-01"}

    found = post(administrator, "unit_merge", old, **data, basis=basis)

    assert "har ändrats sedan" in words(found)
    fresh = found.context["moving"].basis
    assert post(administrator, "unit_merge", old, **data, basis=fresh).status_code == 302
    again = post(administrator, "unit_merge", old, **data, basis=fresh)
    assert "redan stängd" in words(again) or "ändrats" in words(again)
    assert Unit.objects.get(pk=new.pk).employments.count() == 3


@pytest.mark.parametrize("into", ["", "x", "0", "\0", "self"])
def test_unit_that_cannot_take_over_changes_nothing(administrator, old, into):
    into = old.pk if into == "self" else into
    data = {"into": into, "on": "2023-06-01"}

    assert administrator.get(reverse("unit_merge", args=[old.pk]), data).status_code == 200
    assert post(administrator, "unit_merge", old, **data, basis="x").status_code == 200

    old.refresh_from_db()
    assert old.last_day is None


def test_some_of_many_are_chosen_over_pages_and_searches(administrator):
    unit = make.make_unit("BIG")
    people = [make.make_staff_member(f"Kim Berg{number:03}", unit=unit) for number in range(130)]
    first = post(administrator, "unit_split", unit, **NEW, step="page-2", person=[people[0].pk])
    choice = first.context["choice"]
    shown = {"chosen": choice.in_form, "shown": choice.shown}

    found = post(
        administrator, "unit_split", unit, **NEW, **shown, step="all", q="berg12", person=[]
    )

    chosen = found.context["choice"].chosen
    assert chosen == {people[0].pk, *(person.pk for person in people[120:130])}
    assert len(choice.page) == 30
    assert "Ny enhet" in words(found)


def split(client, unit, people, **more):
    sent = {"chosen": ",".join(map(str, people)), "step": "review"} | NEW | more
    return post(client, "unit_split", unit, **sent)


def test_new_unit_is_formed_of_those_chosen(administrator, old):
    anna = old.employments.get(staff_member__given_name="Anna").staff_member
    review = split(administrator, old, [anna.pk, 0])
    assert "Dela, och flytta 1 medarbetare" in words(review)
    assert Unit.objects.count() == 1
    basis = review.context["choice"].moving.basis

    split(administrator, old, [anna.pk], step="carry-out", basis=basis)

    formed = Unit.objects.get(code="NY")
    assert (formed.first_day, formed.cost_centre) == (JUNE, "77")
    assert formed.employments.get().staff_member == anna
    assert not KeyPerson.objects.active_on(JUNE).exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"chosen": ""}, "Välj minst en"),
        ({"chosen": "x,\0,99999999999999999999"}, "Välj minst en"),
        ({"code": "OLD"}, "tillhör redan en annan enhet"),
        ({"code": "\0"}, "Rätta det här"),
        ({"name": "#N/A"}, "Så visar Excel ett fel"),
        ({"code": "OLD.", "cost_centre": "#SAKNAS!"}, "Så visar Excel ett fel"),
        ({"first_day": ""}, "måste fyllas i"),
        ({"step": "carry-out", "basis": "x"}, "har ändrats sedan"),
    ],
)
def test_wrong_split_is_refused(administrator, old, data, told):
    people = list(old.employments.values_list("staff_member", flat=True))

    assert told in words(split(administrator, old, people, **data))
    assert Unit.objects.count() == 1


def test_outsiders_change_nothing(client, old, new):
    client.force_login(User.objects.get(email="eva@example.com"))

    for name in ("unit_merge", "unit_split"):
        assert post(client, name, old, into=new.pk, on="2023-06-01").status_code == 403
