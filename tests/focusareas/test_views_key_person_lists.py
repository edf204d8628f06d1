"""The network of key persons as a list: whom it holds, for whom, and what one takes from it."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from focusareas.models import AuditEvent, Department, KeyPerson
from tests import factories as make
from tests.worlds import ON_DAY, Inhabited

LIST, WORKBOOK = f"/key-persons/{ON_DAY}", f"/key-persons.xlsx{ON_DAY}"


@pytest.fixture
def inhabited(inhabited: Inhabited) -> Inhabited:
    for name, address in (("Anna", "anna@example.com"), ("Jan", "jan@example.com")):
        person = inhabited.world.people[name]
        person.email = address
        person.save()
    return inhabited


def protect(inhabited: Inhabited, name: str) -> None:
    person = inhabited.world.people[name]
    person.is_protected = True
    person.save()


def found(inhabited: Inhabited, ask: str = "", role: str = "lead") -> list[str]:
    rows = inhabited.clients[role].get(LIST + ask).context["rows"]
    return [row.name for row in rows]


def test_list_holds_those_whose_duty_employment_and_unit_hold_that_day(
    inhabited: Inhabited,
) -> None:
    assert found(inhabited) == ["Jan Lind", "Anna Berg", "Kim Malm"]


@pytest.mark.parametrize(
    ("ask", "names"),
    [
        ("&q=omsorgsbol", ["Kim Malm"]),
        ("&q=jan", ["Jan Lind"]),
        ("&operation=contracted", ["Kim Malm"]),
        ("&role=head_key_person", []),
        ("&order=name", ["Anna Berg", "Jan Lind", "Kim Malm"]),
        ("&order=newest", ["Kim Malm", "Jan Lind", "Anna Berg"]),
        ("&order=%00&department=x&course=x&page=x", ["Jan Lind", "Anna Berg", "Kim Malm"]),
    ],
)
def test_list_shows_what_is_asked_for(inhabited: Inhabited, ask: str, names: list[str]) -> None:
    assert found(inhabited, ask) == names


def test_head_of_department_sees_the_departments_own(inhabited: Inhabited) -> None:
    assert found(inhabited, role="department_head") == ["Anna Berg", "Kim Malm"]


def test_page_of_a_department_leads_to_its_key_persons(inhabited: Inhabited) -> None:
    department = Department.objects.get(name="Äldreomsorg")

    page = inhabited.get("department_head", f"/departments/{department.pk}/{ON_DAY}")

    assert f"/key-persons/?department={department.pk}" in page
    assert found(inhabited, f"&department={department.pk}") == ["Anna Berg", "Kim Malm"]


def test_protected_person_cannot_be_found_or_told_by_order(inhabited: Inhabited) -> None:
    protect(inhabited, "Anna")

    assert found(inhabited, "&order=name", "department_head") == ["Kim Malm", "Skyddad"]
    assert found(inhabited, "&q=anna", "department_head") == []
    assert "anna@example.com" not in inhabited.get("department_head", LIST)


def test_addresses_to_copy_leave_out_the_protected_and_those_without(inhabited: Inhabited) -> None:
    protect(inhabited, "Anna")

    mail = inhabited.clients["lead"].get(LIST).context["mail"]

    assert mail.text == "jan@example.com"
    assert (
        mail.left_out
        == "Inte med: 1\xa0person med skyddad identitet och 1\xa0person utan e-postadress."
    )


def test_person_of_two_units_counts_once(inhabited: Inhabited) -> None:
    world = inhabited.world
    make.make_employment(world.people["Anna"], world.units["FAM"])
    make.make_key_person(world.people["Anna"], world.units["FAM"])

    page = inhabited.get("lead", LIST)

    assert "3\xa0nyckelpersoner, i 4\xa0uppdrag" in page
    assert page.count("anna@example.com") == 3, "twice in the table, once to copy"


def test_workbook_holds_what_is_shown_and_is_traced(inhabited: Inhabited) -> None:
    response = inhabited.clients["lead"].get(WORKBOOK + "&operation=own")

    _, _, *rows = load_workbook(BytesIO(response.content)).active.values
    assert [(row[0], row[3], row[9]) for row in rows] == [
        ("Jan Lind", "Familjefrid", "jan@example.com"),
        ("Anna Berg", "Hemtjänst Norr", "anna@example.com"),
    ]
    assert AuditEvent.objects.filter(text__contains="Driftform: Egen regi").exists()


def test_coverage_tells_which_units_have_none_and_since_when(inhabited: Inhabited) -> None:
    world = inhabited.world
    KeyPerson.objects.filter(unit=world.units["HEMT"]).update(last_day=date(2023, 4, 9))

    page = inhabited.get("lead", f"/key-persons/coverage/{ON_DAY}")

    gaps = inhabited.clients["lead"].get(f"/key-persons/coverage/{ON_DAY}").context["gaps"]
    assert [(gap.row.unit.code, gap.since) for gap in gaps.obliged] == [("HEMT", date(2023, 4, 10))]
    assert "20\xa0dagar" in page


def test_coverage_warns_of_the_last_key_person_who_ends(inhabited: Inhabited) -> None:
    gaps = inhabited.clients["lead"].get("/key-persons/coverage/?day=2023-05-15").context["gaps"]

    assert [(row.row.unit.code, row.last_day) for row in gaps.ending] == [
        ("FAM", date(2023, 6, 30))
    ]


def test_steering_group_sees_coverage_and_no_name(inhabited: Inhabited) -> None:
    page = inhabited.get("steering_group", f"/key-persons/coverage/{ON_DAY}")

    assert "2 av 2" in page
    assert not [p for p in inhabited.world.people.values() if p.full_name in page]


def test_successor_takes_over_and_the_old_one_ends_the_day_before(inhabited: Inhabited) -> None:
    world, duty = inhabited.world, KeyPerson.objects.get(staff_member__family_name="Berg")
    answer = {"person": world.people["Gun"].pk, "first_day": "2023-06-01"}

    inhabited.clients["unit_manager"].post(f"/key-persons/{duty.pk}/hand-over/", answer)

    duty.refresh_from_db()
    assert duty.last_day == date(2023, 5, 31)
    assert world.people["Gun"].key_person_duties.get().first_day == date(2023, 6, 1)


@pytest.mark.parametrize(
    "answer",
    [
        {"person": "\x00", "first_day": "2023-06-01"},
        {"person": "99999", "first_day": "2023-06-01"},
        {"first_day": "2022-06-01"},
    ],
)
def test_hand_over_of_nonsense_changes_nothing(
    inhabited: Inhabited, answer: dict[str, object]
) -> None:
    duty = KeyPerson.objects.get(staff_member__family_name="Berg")
    answer = {"person": inhabited.world.people["Gun"].pk} | answer

    response = inhabited.clients["lead"].post(f"/key-persons/{duty.pk}/hand-over/", answer)

    assert response.status_code == 200
    assert KeyPerson.objects.filter(unit=duty.unit, last_day__isnull=True).count() == 2
