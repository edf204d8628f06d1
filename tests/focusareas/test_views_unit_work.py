"""The unit's own page at work: what is left, declarations, key persons, poster, several units."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from focusareas.models import Activity, Certificate, Course, Declaration, KeyPerson, Unit
from tests import factories as make
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def course() -> Course:
    return make.make_course(url="https://webbkursomvald.se/")


@pytest.fixture
def activity(course: Course) -> Activity:
    return make.make_activity("1.2", courses=(course,), title="Webbkurs om våld")


@pytest.fixture
def unit(activity: Activity) -> Unit:
    """Anna lacks a certificate, Bo has one, and so has nobody whose name is protected."""
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    make.make_staff_member("Anna Berg", unit=unit)
    bo = make.make_staff_member("Bo Ek", unit=unit)
    make.make_staff_member("Hemlig Person", unit=unit, is_protected=True)
    make.make_certificate(bo, activity.courses.get(), unit, TODAY, approved_on=TODAY)
    return unit


@pytest.fixture
def manager(unit: Unit) -> Client:
    user = make.make_user("chef@example.com")
    make.make_unit_manager(user, unit)
    return signed_in(user)


def outsiders() -> list[Client]:
    """A manager of another unit, and one of another provider."""
    clients = []
    for unit in (make.make_unit(), make.make_unit(provider="Omsorgsbolaget AB")):
        user = make.make_user()
        make.make_unit_manager(user, unit)
        clients.append(signed_in(user))
    return clients


def get(client: Client, name: str, *args: object, **query: str) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ")


# ---------------------------------------------------------------- What is left


def test_manager_sees_what_is_left_and_how_fast_it_must_go(manager, unit):
    page = get(manager, "unit_detail", unit.pk)

    assert "1 av 3" in page
    assert "2 saknas, 46 dagar kvar: 1 i veckan räcker." in page
    assert reverse("certificate_hand_in", args=[unit.pk]) in page
    assert "https://webbkursomvald.se/" in page
    assert "- Anna Berg" in page
    assert "- Hemlig" not in page


def test_head_of_department_reads_but_is_offered_no_work(unit):
    head = make.make_user()
    make.make_department_head(head, make.make_department())

    page = get(signed_in(head), "unit_detail", unit.pk)

    assert "1 av 3" in page
    for work in ("hand-in", "declare", "key-persons", "poster", "Kopiera"):
        assert work not in page


def test_another_day_is_for_reading_only(manager, unit):
    page = get(manager, "unit_detail", unit.pk, day="2023-05-14")

    assert "hand-in" not in page


def test_open_questions_stand_first(manager, unit, course):
    question = make.make_certificate(None, course, unit, TODAY, completed_on=None, question="?")

    page = get(manager, "unit_detail", unit.pk)

    assert "1 intyg behöver ett svar från dig." in page
    assert reverse("certificate_answer", args=[question.pk]) in page


def test_activity_stands_with_what_to_do_about_it(manager, unit):
    key = make.make_activity("2.4", measure="unit_key_person", deadline=None)
    routine = make.make_activity("3.4", measure="unit_routine")

    page = get(manager, "unit_detail", unit.pk)

    assert page.index(routine.title) < page.index(key.title)
    assert reverse("key_person_create", args=[unit.pk]) in page
    assert reverse("routine_confirm", args=[unit.pk, routine.pk]) in page
    assert reverse("declaration_create", args=[unit.pk, routine.pk]) not in page


# ---------------------------------------------------------------- Declarations


def test_declaring_asks_first_and_can_be_taken_back(manager, unit, activity):
    url = reverse("declaration_create", args=[unit.pk, activity.pk])
    assert "allt underlag är inte inlämnat" in manager.get(url).content.decode()
    assert not Declaration.objects.exists()

    manager.post(url, {"note": "I juni."})
    back = reverse("declaration_take_back", args=[unit.pk, activity.pk])
    assert back in get(manager, "unit_detail", unit.pk)
    assert Declaration.objects.in_force_on(TODAY).get().note == "I juni."

    assert manager.get(back).status_code == 200
    assert Declaration.objects.in_force_on(TODAY).exists()
    manager.post(back)
    assert not Declaration.objects.in_force_on(TODAY).exists()


def test_declaring_twice_is_told_in_words(manager, unit, activity):
    url = reverse("declaration_create", args=[unit.pk, activity.pk])

    manager.post(url)
    response = manager.post(url)

    assert "redan anmält" in response.content.decode()
    assert Declaration.objects.count() == 1


@pytest.mark.parametrize("note", ["x" * 301, "Anna 800101-1234 är klar"])
def test_note_that_is_too_long_or_holds_a_number_is_refused(manager, unit, activity, note):
    url = reverse("declaration_create", args=[unit.pk, activity.pk])

    response = manager.post(url, {"note": note})

    assert "Rätta det här" in response.content.decode()
    assert not Declaration.objects.exists()


def test_note_with_control_characters_is_kept_without_them(manager, unit, activity):
    url = reverse("declaration_create", args=[unit.pk, activity.pk])

    manager.post(url, {"note": "I\tjuni\u200b."})

    assert Declaration.objects.get().note == "I juni."


def test_what_is_not_for_the_unit_cannot_be_declared(manager, unit):
    others = [
        make.make_activity("2.4", measure="unit_key_person"),
        make.make_activity("3.2", measure="unit_routine"),
        make.make_activity("4.1", courses=(make.make_course(),), tags=("patriark",)),
        make.make_activity("1.1", measure="indicator"),
    ]

    for other in others:
        url = reverse("declaration_create", args=[unit.pk, other.pk])
        assert manager.post(url).status_code == 404
    assert not Declaration.objects.exists()


def test_nobody_declares_for_another_unit(unit, activity):
    make.make_declaration(unit, activity, TODAY)

    for client in outsiders():
        for name in ("declaration_create", "declaration_take_back"):
            url = reverse(name, args=[unit.pk, activity.pk])
            assert client.post(url).status_code == 404
            assert client.get(url).status_code == 404
    assert Declaration.objects.in_force_on(TODAY).count() == 1


# ---------------------------------------------------------------- Key persons


def appoint(client: Client, unit: Unit, person: object, day: str = "2023-05-15"):
    data = {"person": person, "role": "key_person", "first_day": day}
    return client.post(reverse("key_person_create", args=[unit.pk]), data)


def test_key_person_is_named_and_ended(manager, unit):
    anna = unit.employments.get(staff_member__given_name="Anna").staff_member

    appoint(manager, unit, anna.pk)
    duty = KeyPerson.objects.active_on(TODAY).get()
    end = reverse("key_person_end", args=[duty.pk])
    assert end in get(manager, "unit_detail", unit.pk)

    manager.get(end)
    manager.post(end, {"last_day": "2023-05-20"})
    duty.refresh_from_db()
    assert (duty.staff_member, duty.last_day) == (anna, date(2023, 5, 20))


def test_search_finds_only_the_units_own_people(manager, unit):
    make.make_staff_member("Anna Annorstädes", unit=make.make_unit())

    page = get(manager, "key_person_create", unit.pk, q="anna")

    assert "Anna Berg" in page
    assert "Annorstädes" not in page


def test_whoever_has_the_duty_is_not_offered(manager, unit):
    make.make_key_person(unit.employments.first().staff_member, unit)

    page = get(manager, "key_person_create", unit.pk)

    assert "Anna Berg," not in page
    assert "Bo Ek," in page


@pytest.mark.parametrize("person", ["", "0", "x", "\0", "9" * 30])
def test_key_person_who_is_nobody_is_refused(manager, unit, person):
    assert "Rätta det här" in appoint(manager, unit, person).content.decode()
    assert not KeyPerson.objects.exists()


def test_person_of_another_unit_is_not_made_key_person(manager, unit):
    stranger = make.make_staff_member(unit=make.make_unit())

    appoint(manager, unit, stranger.pk)

    assert not KeyPerson.objects.exists()


@pytest.mark.parametrize("day", ["2019-12-31", "", "i går", "2023-13-01"])
def test_day_without_employment_is_refused(manager, unit, day):
    anna = unit.employments.first().staff_member

    assert "Rätta det här" in appoint(manager, unit, anna.pk, day).content.decode()
    assert not KeyPerson.objects.exists()


def test_duty_that_began_later_cannot_end_before(manager, unit):
    duty = make.make_key_person(unit.employments.first().staff_member, unit, first_day=TODAY)
    url = reverse("key_person_end", args=[duty.pk])

    response = manager.post(url, {"last_day": "2023-05-14"})

    assert "före den första" in response.content.decode()


def test_nobody_names_or_ends_for_another_unit(unit):
    anna = unit.employments.first().staff_member
    duty = make.make_key_person(anna, unit)

    for client in outsiders():
        assert appoint(client, unit, anna.pk).status_code == 404
        url = reverse("key_person_end", args=[duty.pk])
        assert client.post(url, {"last_day": "2023-05-15"}).status_code == 404
    assert KeyPerson.objects.filter(last_day__isnull=True).get() == duty


def test_unit_without_people_says_what_to_do(manager, unit):
    Certificate.objects.all().delete()
    unit.employments.all().delete()

    assert "Medarbetare läses in" in get(manager, "key_person_create", unit.pk)


# ---------------------------------------------------------------- The sheet, and several units


def test_poster_names_nobody_until_asked_and_never_the_protected(manager, unit):
    without, with_names = (
        get(manager, "unit_poster", unit.pk),
        get(manager, "unit_poster", unit.pk, names="1"),
    )

    assert "1 av 3" in without
    assert "väntar på granskning" not in without
    assert "webbkursomvald.se" in without
    assert "Anna Berg" not in without
    assert "Anna Berg" in with_names
    assert "Bo Ek" not in with_names
    assert "Hemlig" not in with_names


def test_poster_is_for_those_who_work_with_the_unit(unit):
    head = make.make_user()
    make.make_department_head(head, make.make_department())
    url = reverse("unit_poster", args=[unit.pk])

    assert signed_in(head).get(url).status_code == 403
    assert [client.get(url).status_code for client in outsiders()] == [404, 404]


def test_poster_without_a_plan_says_so(manager, unit):
    Activity.objects.all().delete()

    assert "Inget att skriva ut" in get(manager, "unit_poster", unit.pk)


def test_manager_of_several_units_sees_each_with_what_is_left(manager, unit, course):
    second = make.make_unit("SARB", name="Säbo Rosen")
    make.make_unit_manager(make.make_user("chef2@example.com"), second)
    user = Unit.objects.get(code="HEMT").managers.get().user
    make.make_unit_manager(user, second, is_deputy=True)
    make.make_activity("2.4", measure="unit_key_person", title="Nyckelperson", deadline=None)
    make.make_certificate(None, course, second, TODAY, completed_on=None, question="?")

    page = get(manager, "start")

    assert "1 av 3" in page
    assert "2 saknas, 46 dagar kvar: 1 i veckan räcker." in page
    assert "Också kvar: 2.4 Nyckelperson." in page
    assert page.count("behöver ett svar") == 1
    assert page.index("Hemtjänst Norr") < page.index("behöver ett svar")


@pytest.mark.parametrize("n_units", [2, 30])
def test_start_costs_the_same_for_many_units(manager, unit, n_units, django_assert_max_num_queries):
    user = unit.managers.get().user
    for _ in range(n_units):
        other = make.make_unit()
        make.make_staff_member(unit=other)
        make.make_unit_manager(user, other)

    with django_assert_max_num_queries(10):
        get(manager, "start")


def test_work_pages_cost_the_same_for_many(manager, unit, django_assert_max_num_queries):
    for number in range(60):
        make.make_staff_member(f"Per Nr{number}", unit=unit)

    for name, query in (
        ("unit_detail", {}),
        ("unit_poster", {"names": "1"}),
        ("key_person_create", {"q": "per"}),
    ):
        with django_assert_max_num_queries(10):
            get(manager, name, unit.pk, **query)
