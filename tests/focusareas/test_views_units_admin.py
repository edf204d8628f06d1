"""The administrator's pages about units, departments, providers, courses and logins."""

from datetime import date

import pytest
from django.urls import reverse

from focusareas.models import Course, Department, DepartmentHead, Provider, Unit, UnitManager, User
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    client.force_login(make.make_user("adam@example.com", is_administrator=True))
    return client


@pytest.fixture
def unit() -> Unit:
    return make.make_unit("E1", name="Åkern", tags=("möter barn",))


def page(client, url_name, /, *args, **query) -> str:
    response = client.get(reverse(url_name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def post(client, url_name, /, *args, **data) -> str:
    return client.post(reverse(url_name, args=args), data, follow=True).content.decode()


UNIT = {"code": "E1", "name": "Åkern", "operation": "own", "on": "2023-05-01"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"Åkern", "Bolaget"}),
        ({"q": "akern"}, {"Åkern"}),
        ({"q": "b2"}, {"Bolaget"}),
        ({"q": "gamla angen"}, {"Åkern"}),
        ({"without_manager": "on"}, {"Åkern"}),
        ({"operation": "contracted"}, {"Bolaget"}),
        ({"with_closed": "on"}, {"Åkern", "Bolaget", "Stängda"}),
        ({"department": "0"}, {"Åkern", "Bolaget"}),
        ({"q": "\0", "operation": "x", "department": "\0"}, {"Åkern", "Bolaget"}),
    ],
)
def test_units_are_narrowed(administrator, unit, query, expected):
    led = make.make_unit("B2", name="Bolaget", provider="Bolaget AB")
    make.make_unit_manager(make.make_user(), led)
    make.make_unit("S3", name="Stängda", last_day=date(2023, 1, 1))
    unit.former_names.create(name="Gamla Ängen", last_day=date(2022, 1, 1))

    response = administrator.get(reverse("unit_list"), query)

    assert {unit.name for unit in response.context["units"]} == expected


def test_old_name_is_shown_where_it_was_searched_for(administrator, unit):
    unit.former_names.create(name="Ängen", last_day=date(2022, 1, 1))

    assert "hette Ängen till och med" in page(administrator, "unit_list", q="angen")
    assert "Ängen" not in page(administrator, "unit_list")


def test_manager_who_has_left_is_pointed_out(administrator, unit):
    gone = make.make_staff_member(unit=unit, last_day=date(2022, 1, 1))
    make.make_unit_manager(make.make_user("eva@example.com", staff_member=gone), unit)

    found = page(administrator, "unit_list", without_manager="on")

    assert "eva@example.com (har slutat)" in found
    assert "har slutat" in page(administrator, "unit_settings", unit.pk)


def test_deputy_is_appointed_for_some_days_and_a_manager_is_not(administrator, unit):
    data = {"email": "eva@example.com", "first_day": "2023-05-01", "last_day": "2023-06-30"}

    assert "Bara en ersättare" in post(administrator, "unit_manager_create", unit.pk, **data)
    post(administrator, "unit_manager_create", unit.pk, **data, is_deputy="on")

    duty = unit.managers.get()
    assert (duty.is_deputy, duty.last_day) == (True, date(2023, 6, 30))


def test_units_of_a_department(administrator, unit):
    other = make.make_unit("X", name="Annan", department="Individ och familj")
    department = other.placements.get().department

    response = administrator.get(reverse("unit_list"), {"department": department.pk})

    assert list(response.context["units"]) == [other]


def test_page_of_a_unit_shows_what_is_known(administrator, unit):
    make.make_unit_manager(make.make_user("eva@example.com"), unit)
    unit.former_names.create(name="Gamla Åkern", last_day=date(2022, 1, 1))

    found = page(administrator, "unit_settings", unit.pk)

    for words in ("möter barn", "Äldreomsorg", "eva@example.com", "Att bjuda in", "Gamla Åkern"):
        assert words in found


def test_development_lead_reads_but_is_offered_no_change(client, unit):
    client.force_login(make.make_user(is_development_lead=True))

    found = page(client, "unit_settings", unit.pk) + page(client, "unit_list")

    assert "Åkern" in found
    assert "Stäng enheten" not in found
    assert "Lägg till" not in found


def test_unit_is_added_with_department_and_tags(administrator):
    department = make.make_department()
    data = {"code": "NY", "name": "Ny", "operation": "own", "tag_names": "a, A , b"}

    post(administrator, "unit_create", **data, department=department.pk)

    unit = Unit.objects.get()
    assert unit.placements.get().department == department
    assert sorted(tag.name.casefold() for tag in unit.tags.all()) == ["a", "b"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"code": "E2"}, "tillhör redan en annan enhet"),
        ({"provider": "own"}, "Bara en enhet hos en privat utförare"),
        ({"first_day": "2024-01-01"}, "Sista dagen kan inte ligga före"),
        ({"name": "\0"}, "Null"),
        ({"tag_names": "x" * 101}, "högst 100 tecken"),
        ({"on": ""}, "måste fyllas i"),
        ({"on": "0001-01-01"}, "mellan 1900 och 2100"),
        ({"first_day": "9999-12-31"}, "mellan 1900 och 2100"),
    ],
)
def test_wrong_unit_is_refused(administrator, unit, data, words):
    make.make_unit("E2")
    Unit.objects.filter(pk=unit.pk).update(last_day=date(2023, 1, 1))
    if data.get("provider"):
        data = {"provider": make.make_provider().pk}

    assert words in post(administrator, "unit_edit", unit.pk, **UNIT | data)
    unit.refresh_from_db()
    assert (unit.code, unit.name, unit.provider) == ("E1", "Åkern", None)


def test_renamed_unit_keeps_its_old_name(administrator, unit):
    post(administrator, "unit_edit", unit.pk, **UNIT | {"name": "Ängen"})

    assert unit.former_names.get().name == "Åkern"


def test_closing_says_who_is_left_and_closes(administrator, unit):
    make.make_key_person(make.make_staff_member(unit=unit), unit)

    assert "1\u00a0person på enheten" in page(administrator, "unit_close", unit.pk)
    post(administrator, "unit_close", unit.pk, last_day="2023-06-30", successor="")

    unit.refresh_from_db()
    assert unit.last_day == date(2023, 6, 30)
    assert "2023-06-30" in page(administrator, "unit_reopen", unit.pk)
    post(administrator, "unit_reopen", unit.pk)
    unit.refresh_from_db()
    assert unit.last_day is None


def test_unit_cannot_be_its_own_successor(administrator, unit):
    found = post(
        administrator, "unit_close", unit.pk, last_day="2023-06-30", successor=str(unit.pk)
    )

    assert "ersätta varandra" in found


def test_unit_is_moved_to_another_department(administrator, unit):
    other = make.make_department("Individ och familj")

    post(administrator, "unit_move", unit.pk, department=other.pk, on="2023-05-01")

    assert unit.placements.on(date(2023, 5, 1)).get().department == other


def test_manager_is_added_by_address_and_ended(administrator, unit):
    found = post(
        administrator,
        "unit_manager_create",
        unit.pk,
        email="eva@example.com",
        first_day="2023-05-01",
    )
    assert "behöver bjudas in" in found
    duty = UnitManager.objects.get()

    post(administrator, "unit_manager_end", duty.pk, last_day="2023-05-31")

    duty.refresh_from_db()
    assert duty.last_day == date(2023, 5, 31)


@pytest.mark.parametrize(
    "data", [{"email": "eva"}, {"email": "e\0@example.com"}, {"first_day": "x"}, {"first_day": ""}]
)
def test_wrong_manager_is_refused_and_nothing_is_made(administrator, unit, data):
    right = {"email": "eva@example.com", "first_day": "2023-05-01"}

    assert "Rätta det här" in post(administrator, "unit_manager_create", unit.pk, **right | data)
    assert not UnitManager.objects.exists()
    assert User.objects.count() == 1


def test_department_with_its_heads(administrator):
    post(administrator, "department_create", name="Individ och familj")
    department = Department.objects.get()
    post(
        administrator,
        "department_head_create",
        department.pk,
        email="eva@example.com",
        first_day="2023-05-01",
    )
    head = DepartmentHead.objects.get()
    assert "eva@example.com" in page(administrator, "department_settings", department.pk)
    assert "eva@example.com" in page(administrator, "department_list")

    post(administrator, "department_head_end", head.pk, last_day="2023-05-31")
    post(administrator, "department_edit", department.pk, name="IFO")

    assert "eva@example.com" not in page(administrator, "department_list")
    assert Department.objects.get().name == "IFO"


@pytest.mark.parametrize("name", ["äldreomsorg", " ÄLDREOMSORG ", "", "\0"])
def test_department_name_that_is_taken_or_none_is_refused(administrator, name):
    make.make_department("Äldreomsorg")

    assert "Rätta det här" in post(administrator, "department_create", name=name)
    assert Department.objects.count() == 1


def test_provider_is_added_and_renamed(administrator):
    post(administrator, "provider_create", name="Bolaget AB")
    post(administrator, "provider_edit", Provider.objects.get().pk, name="Nya Bolaget AB")

    assert "Nya Bolaget AB" in page(administrator, "provider_list")


def test_course_is_added_and_its_marks_are_lines(administrator):
    data = {"code": "ny-kurs", "name": "Ny kurs", "url": "https://example.com/kurs"}
    post(administrator, "course_create", **data, marks="Ny kurs\n\n Diplom  i ny kurs \nNy kurs")

    course = Course.objects.get()
    assert course.fingerprints == ["Ny kurs", "Diplom i ny kurs"]
    post(administrator, "course_edit", course.pk, name="Nyare kurs", marks="")
    course.refresh_from_db()
    assert (course.name, course.fingerprints) == ("Nyare kurs", [])


@pytest.mark.parametrize(
    "data", [{"code": "å b"}, {"url": "javascript:alert(1)"}, {"marks": "\0"}, {"name": ""}]
)
def test_wrong_course_is_refused(administrator, data):
    right = {"code": "ny-kurs", "name": "Ny kurs"}

    assert "Rätta det här" in post(administrator, "course_create", **right | data)
    assert not Course.objects.exists()


def test_login_is_added_with_role_and_person(administrator):
    person = make.make_staff_member("Eva Ek", employee_number="77")
    data = {"email": "Eva@Example.com", "first_name": "Eva", "is_active": "on"}

    post(administrator, "user_create", **data, is_development_lead="on", employee_number="77")

    user = User.objects.get(email="eva@example.com")
    assert (user.staff_member, user.is_development_lead) == (person, True)
    assert not user.is_superuser


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"email": "ADAM@example.com"}, "redan en inloggning"),
        ({"email": "\0"}, "Rätta det här"),
        ({"employee_number": "999"}, "Ingen medarbetare har det numret"),
        ({"employee_number": "78"}, "redan en annan inloggning"),
    ],
)
def test_wrong_login_is_refused(administrator, data, words):
    make.make_user("b@example.com", staff_member=make.make_staff_member(employee_number="78"))

    assert words in post(administrator, "user_create", **{"email": "e@example.com"} | data)
    assert User.objects.count() == 2


def test_form_can_make_nobody_a_superuser(administrator):
    user = make.make_user("eva@example.com")
    data = {"email": user.email, "is_active": "on", "is_superuser": "on", "is_staff": "on"}

    post(administrator, "user_edit", user.pk, **data)

    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.is_staff


def test_own_role_cannot_be_lost_by_mistake(administrator):
    me = User.objects.get()

    found = post(administrator, "user_edit", me.pk, email=me.email, is_active="on")

    assert "din egen administratörsroll" in found
    assert User.objects.get().is_administrator


def test_person_is_unlinked_when_the_number_is_taken_away(administrator):
    user = make.make_user("eva@example.com", staff_member=make.make_staff_member())

    post(administrator, "user_edit", user.pk, email=user.email, is_active="on", employee_number="")

    user.refresh_from_db()
    assert user.staff_member is None


def test_logins_with_a_role_only(administrator):
    make.make_user("eva@example.com")

    assert "eva@example.com" not in page(administrator, "user_list", with_role="on")
    assert "eva@example.com" in page(administrator, "user_list", q="EVA")


LISTS = ["unit_list", "department_list", "provider_list", "course_list", "user_list"]


@pytest.mark.parametrize("name", LISTS)
def test_lists_cost_the_same_queries_for_many(administrator, django_assert_max_num_queries, name):
    for number in range(120):
        unit = make.make_unit(department=f"Avdelning {number}", provider=f"Bolag {number}")
        user = make.make_user()
        make.make_unit_manager(user, unit)
        make.make_department_head(user, unit.placements.get().department)
        make.make_course(f"kurs-{number}", name=f"Kurs {number}")

    with django_assert_max_num_queries(7):
        page(administrator, name)


def test_page_of_a_unit_costs_the_same_queries_for_many(
    administrator, unit, django_assert_max_num_queries
):
    for number in range(1, 20):
        day = date(2022, 1, number)
        user = make.make_user()
        make.make_unit_manager(user, unit, first_day=day, last_day=day)
        unit.former_names.create(name=f"Namn {number}", last_day=day)

    with django_assert_max_num_queries(10):
        page(administrator, "unit_settings", unit.pk)
