"""The steering group reads figures, never a name: every page and file it can reach is searched."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from io import BytesIO
from urllib.parse import urljoin

import pytest
from openpyxl import load_workbook

from focusareas.meetings import note_attendance
from focusareas.models import Activity, Department, Meeting, State, StatusNote, UnitManager
from tests import factories as make
from tests.test_access import TABLE, url
from tests.worlds import DAY, ON_DAY, Inhabited

pytestmark = pytest.mark.once

LINK = re.compile(r'(?:href|action)="([^"]*)"')
START = ["/", f"/overview/{ON_DAY}", f"/overview/{ON_DAY}&sort=name&status=at_risk&search=e"]
MANY = 60


@pytest.fixture
def inhabited(inhabited: Inhabited) -> Inhabited:
    """Gotland with enough people everywhere that units are shown, and somebody of every duty."""
    world, lead = inhabited.world, inhabited.users["lead"]
    for name, code in [("Berit Nilsson", "HEMT"), ("Klas Hult", "FAM"), ("Rut Rask", "OMS")]:
        for number in range(5):
            make.make_staff_member(f"{name}{number}", unit=world.units[code])
    make.make_department_head(make.make_user(first_name="Disa", last_name="Flod"), _family())
    lead.first_name, lead.last_name = "Lena", "Ledare"
    lead.save()
    StatusNote.objects.create(
        activity=world.web_course, day=DAY, state=State.UNDER_WAY, text="Pågår.", written_by=lead
    )
    return inhabited


def _family() -> Department:
    return Department.objects.get(name="Individ och familj")


def reachable(
    inhabited: Inhabited, role: str = "steering_group", start: list[str] = START
) -> Iterator[tuple[str, str]]:
    """Every page and workbook that links lead the role to, as text."""
    client, waiting, seen = inhabited.clients[role], list(start), set()
    while waiting:
        address = waiting.pop(0)
        if address in seen or len(seen) >= MANY:
            continue
        seen.add(address)
        response = client.get(address, follow=True)
        assert response.status_code < 500, address
        if "html" not in response["Content-Type"]:
            yield address, text_of(response.content)
            continue
        page = response.content.decode()
        yield address, page
        links = [urljoin(address, unescape(link)).split("#")[0] for link in LINK.findall(page)]
        waiting += [link for link in links if link.startswith("/") and is_ours(link)]


def is_ours(link: str) -> bool:
    return not link.startswith(("/static/", "/accounts/"))


def text_of(content: bytes) -> str:
    rows = load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    return "\n".join(str(row) for row in rows)


def names(inhabited: Inhabited) -> set[str]:
    """Everybody's given and family name, and the addresses of those who sign in."""
    people = inhabited.world.people.values()
    of_people = {person.full_name for person in people} | {"Berit", "Klas Hult", "Rut Rask"}
    managers = {str(row.user) for row in UnitManager.objects.select_related("user")}
    return of_people | managers | {"Maj Chef", "Disa", "Lena Ledare", "head@example.com"}


def test_no_page_and_no_workbook_names_a_person(inhabited: Inhabited) -> None:
    found = dict(reachable(inhabited))

    assert any(".xlsx" in address for address in found)
    assert any(address.startswith("/departments/") for address in found)
    assert any(address.startswith("/activities/") for address in found)
    named = {(name, a) for name in names(inhabited) for a, text in found.items() if name in text}
    assert named == set()


def test_lead_finds_the_names_that_the_group_does_not(inhabited: Inhabited) -> None:
    world = inhabited.world

    pages = inhabited.get("lead", f"/activities/{world.web_course.pk}/{ON_DAY}")
    pages += inhabited.get("lead", f"/departments/{_family().pk}/{ON_DAY}")

    assert "Lena Ledare" in pages
    assert "Disa Flod" in pages


def test_no_list_gives_a_unit_of_few_away(inhabited: Inhabited) -> None:
    small = make.make_unit(name="Lilla huset", department="Individ och familj")
    for _ in range(3):
        make.make_staff_member(unit=small, first_day=date(2023, 1, 1))

    # Activity 2.4 counts units, whose size it does not tell.
    counts_units = f"/activities/{inhabited.world.key_person.pk}/"
    found = {a: text for a, text in reachable(inhabited) if not a.startswith(counts_units)}

    # Familjefrid, alone beside it in its department, would tell by what is left of the total.
    assert {a for a, text in found.items() if "Lilla huset" in text} == set()
    assert {a for a, text in found.items() if "Familjefrid" in text} == set()
    assert any("Hemtjänst Norr" in text for text in found.values())


@pytest.mark.parametrize(
    "query", ["&search=lilla", "&status=done", "&sort=missing", "&department=0"]
)
def test_no_choice_brings_a_unit_of_few_forth(inhabited: Inhabited, query: str) -> None:
    unit = make.make_unit(name="Lilla huset")
    person = make.make_staff_member(unit=unit)
    make.make_certificate(person, inhabited.world.course, unit, DAY, approved_on=DAY)
    activity = inhabited.world.web_course

    page = inhabited.get("steering_group", f"/activities/{activity.pk}/{ON_DAY}{query}")
    file = inhabited.clients["steering_group"].get(
        f"/activities/{activity.pk}/units.xlsx{ON_DAY}{query}"
    )

    assert "Lilla huset" not in page
    assert "Lilla huset" not in text_of(file.content)


def test_no_address_there_is_names_a_person(inhabited: Inhabited) -> None:
    meeting = met(inhabited)
    client, read = inhabited.clients["steering_group"], dict[str, str]()

    for name in TABLE:
        address = url(inhabited, name).replace("/meetings/0/", f"/meetings/{meeting.pk}/")
        response = client.get(address + ON_DAY)
        if response.status_code == 200:
            is_workbook = ".xlsx" in address
            read[name] = text_of(response.content) if is_workbook else response.content.decode()

    assert {"meeting_detail", "key_person_coverage_workbook", "activity_workbook"} <= read.keys()
    named = {
        (name, page) for name in names(inhabited) for page, text in read.items() if name in text
    }
    assert named == set()


def met(inhabited: Inhabited) -> Meeting:
    """A meeting to which two people came."""
    activity = make.make_activity(
        "2.5", plan=inhabited.world.plan, measure=Activity.Measure.MEETINGS, target=2, deadline=None
    )
    meeting = Meeting.objects.create(activity=activity, day=DAY, theme="Uppstart")
    people = [inhabited.world.people[name] for name in ("Anna", "Jan")]
    note_attendance(meeting, came=people, by=inhabited.users["lead"])
    return meeting
