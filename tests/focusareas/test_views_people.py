"""The administrator's pages about people."""

from datetime import date

import pytest
from django.urls import reverse

from focusareas.models import AuditEvent, EarlierNumber, Employment, StaffMember
from focusareas.models.audit import record
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(make.make_user(is_administrator=True))
    return client


@pytest.fixture
def anna() -> StaffMember:
    unit = make.make_unit("E1", name="Hemtjänst Åkern")
    return make.make_staff_member("Åsa Berg", unit=unit, employee_number="99931")


def page(client, name, *args, **query) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("text", ["asa", "ÅSA b", "99931", " berg "])
def test_person_is_found_by_part_of_name_or_number(administrator, anna, text):
    make.make_staff_member("Bo Ek")

    found = page(administrator, "person_list", q=text)

    assert "Åsa Berg" in found
    assert "Bo Ek" not in found


def test_people_are_narrowed_by_unit(administrator, anna):
    make.make_staff_member("Bo Ek", unit=make.make_unit("E2", name="Säbo Rosen"))

    found = page(administrator, "person_list", unit="akern")

    assert "Åsa Berg" in found
    assert "Bo Ek" not in found


def test_list_is_paged_and_keeps_the_unit(administrator, anna):
    for number in range(101):
        make.make_staff_member(f"Per Nr{number}", unit=anna.employments.get().unit)

    found = page(administrator, "person_list", unit="åkern")

    assert "?unit=%C3%A5kern&amp;page=2#people" in found
    assert found.count('scope="row"') == 100


@pytest.mark.parametrize("query", [{"q": "\0"}, {"unit": "\0a"}, {"page": "x"}, {"q": "x" * 5000}])
def test_odd_search_is_no_error(administrator, anna, query):
    page(administrator, "person_list", **query)


def test_page_of_a_person_shows_what_is_known(administrator, anna):
    employment = anna.employments.get()
    make.make_absence(employment, date(2023, 3, 1), date(2023, 4, 1))
    make.make_key_person(anna, employment.unit)
    make.make_certificate(
        anna, make.make_course(), employment.unit, date(2023, 4, 1), approved_on=date(2023, 4, 3)
    )

    found = page(administrator, "person_detail", anna.pk)

    for words in ("Hemtjänst Åkern", "2023-03-01", "Nyckelperson på", "Webbkurs om våld"):
        assert words in found


def test_development_lead_reads_but_is_offered_no_change(client, anna):
    client.force_login(make.make_user(is_development_lead=True))

    found = page(client, "person_detail", anna.pk) + page(client, "person_list")

    assert "Åsa Berg" in found
    assert "Flytta" not in found
    assert "Lägg till" not in found


def test_new_person_is_led_on_to_the_first_employment(administrator):
    data = {"employee_number": " 77 ", "given_name": "Bo\u00a0 Karl", "family_name": "Ek"}

    response = administrator.post(reverse("person_create"), data)

    person = StaffMember.objects.get()
    assert (person.employee_number, person.given_name) == ("77", "Bo Karl")
    assert response.url == reverse("employment_create", args=[person.pk])


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("employee_number", "121212-1212", "ser ut som ett personnummer"),
        ("employee_number", "99931", "tillhör redan"),
        ("given_name", "A\0b", "Null"),
        ("given_name", "\u200b", "måste fyllas i"),
        ("email", "inte en adress", "giltig e-post"),
        ("family_name", "x" * 101, "som mest 100 tecken"),
    ],
)
def test_wrong_detail_is_pointed_out_and_nothing_saved(administrator, anna, field, value, words):
    data = {"employee_number": "78", "given_name": "Bo", "family_name": "Ek"} | {field: value}

    response = administrator.post(reverse("person_create"), data)

    assert words in response.content.decode()
    assert StaffMember.objects.count() == 1


def test_changed_detail_is_saved(administrator, anna):
    data = {"employee_number": "99931", "given_name": "Åsa", "family_name": "Ek", "email": ""}

    administrator.post(reverse("person_edit", args=[anna.pk]), data)

    anna.refresh_from_db()
    assert anna.family_name == "Ek"


def test_protection_is_asked_about_before_it_is_taken_away(administrator, anna):
    StaffMember.objects.update(is_protected=True)
    url = reverse("person_protection", args=[anna.pk])

    assert "Ta bort skyddet" in administrator.get(url).content.decode()
    assert StaffMember.objects.get().is_protected
    administrator.post(url, {"protect": "no"})

    assert not StaffMember.objects.get().is_protected


@pytest.mark.parametrize("protect", ["", "x", "\0"])
def test_protection_is_left_alone_by_anything_but_a_plain_answer(administrator, anna, protect):
    StaffMember.objects.update(is_protected=True)

    administrator.post(reverse("person_protection", args=[anna.pk]), {"protect": protect})

    assert StaffMember.objects.get().is_protected


def test_two_who_protect_at_once_do_not_undo_each_other(administrator, anna):
    for _ in range(2):
        administrator.post(reverse("person_protection", args=[anna.pk]), {"protect": "yes"})

    assert StaffMember.objects.get().is_protected


def test_employment_is_added(administrator, anna):
    unit = make.make_unit("E2")
    data = {"unit": unit.pk, "title": "Pedagog", "first_day": "2023-05-01", "last_day": ""}

    administrator.post(reverse("employment_create", args=[anna.pk]), data)

    added = anna.employments.get(unit=unit)
    assert (added.title, added.first_day, added.last_day) == ("Pedagog", date(2023, 5, 1), None)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"last_day": "2023-04-30"}, "Sista dagen kan inte ligga före första dagen"),
        ({"unit": "0"}, "Välj ett giltigt alternativ"),
        ({"unit": "\0"}, "Null"),
        ({"unit": "tvåa"}, "Välj ett giltigt alternativ"),
        ({"first_day": "30/2"}, "giltigt datum"),
        ({"first_day": ""}, "måste fyllas i"),
        ({"first_day": "0001-01-01"}, "mellan 1900 och 2100"),
        ({"last_day": "9999-12-31"}, "mellan 1900 och 2100"),
    ],
)
def test_employment_with_wrong_input_is_refused(administrator, anna, data, words):
    right = {"unit": make.make_unit("E2").pk, "first_day": "2023-05-01", "last_day": ""}

    response = administrator.post(reverse("employment_create", args=[anna.pk]), right | data)

    assert words in response.content.decode()
    assert Employment.objects.count() == 1


def test_employment_from_the_same_day_again_is_refused(administrator, anna):
    employment = anna.employments.get()
    data = {"unit": employment.unit_id, "first_day": employment.first_day}

    response = administrator.post(reverse("employment_create", args=[anna.pk]), data)

    assert "redan anställd på enheten" in response.content.decode()


def test_days_turned_round_are_refused_though_only_one_is_in_error(administrator, anna):
    url = reverse("employment_edit", args=[anna.employments.get().pk])

    response = administrator.post(url, {"first_day": "2023-05-01", "last_day": "2023-04-01"})

    assert "Sista dagen kan inte ligga före" in response.content.decode()
    assert anna.employments.get().last_day is None


def test_person_is_moved(administrator, anna):
    unit = make.make_unit("E2")
    url = reverse("employment_move", args=[anna.employments.get().pk])

    administrator.post(url, {"to": unit.pk, "on": "2023-05-01", "title": ""})

    assert anna.employments.get(unit=unit).first_day == date(2023, 5, 1)


def test_refused_move_says_why_beside_the_field(administrator, anna):
    employment = anna.employments.get()
    url = reverse("employment_move", args=[employment.pk])

    response = administrator.post(url, {"to": employment.unit_id, "on": "2023-05-01"})

    assert "Personen arbetar redan där" in response.content.decode()
    assert 'href="#id_to"' in response.content.decode()


def test_leave_is_added_and_then_ended(administrator, anna):
    employment = anna.employments.get()

    administrator.post(
        reverse("leave_create", args=[employment.pk]), {"first_day": "2023-05-01", "last_day": ""}
    )
    leave = employment.absences.get()
    administrator.post(
        reverse("leave_edit", args=[leave.pk]),
        {"first_day": "2023-05-01", "last_day": "2023-08-31"},
    )

    leave.refresh_from_db()
    assert leave.last_day == date(2023, 8, 31)
    assert AuditEvent.objects.about(anna).count() == 2


def test_each_number_and_each_leave_stands_once_and_in_order(administrator, anna):
    later = make.make_employment(anna, make.make_unit("E2"), first_day=date(2023, 1, 1))
    for month in (5, 2):
        make.make_absence(later, date(2023, month, 1), date(2023, month, 20))
    for number in ("B7", "A7"):
        EarlierNumber.objects.create(staff_member=anna, number=number)

    context = administrator.get(reverse("person_detail", args=[anna.pk])).context

    assert context["earlier_numbers"] == ["A7", "B7"]
    found = [
        (employment.unit.code, [leave.first_day.month for leave in leaves])
        for employment, leaves in context["employments"]
    ]
    assert found == [("E2", [2, 5]), ("E1", [])]


def test_pages_cost_the_same_queries_for_many(administrator, anna, django_assert_max_num_queries):
    unit = anna.employments.get().unit
    for number in range(120):
        other = make.make_staff_member(f"Per Nr{number}", unit=unit)
    for number in range(20):
        employment = make.make_employment(anna, make.make_unit(f"Ny{number}"))
        make.make_absence(employment, date(2023, 1, 1))
        EarlierNumber.objects.create(staff_member=anna, number=f"före-{number}")
        by = make.make_user(staff_member=make.make_staff_member())
        record(by=by, text=["Bytte intyg med ", other, " och ", make.make_user()], about=anna)

    with django_assert_max_num_queries(7):
        page(administrator, "person_list", unit="e")
    with django_assert_max_num_queries(10):
        page(administrator, "person_detail", anna.pk)


def test_duty_as_key_person_ends_with_the_employment(administrator):
    unit = make.make_unit(name="Rosen")
    anna = make.make_staff_member("Anna Ek", unit=unit, last_day=date(2023, 3, 31))
    make.make_key_person(anna, unit)

    found = page(administrator, "person_detail", anna.pk)

    assert "när anställningen slutade" in found
