"""How many queries each page may cost, session and user included, however many units there are."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from focusareas.models import Activity, Meeting, User
from tests import factories as make
from tests.links import pages_by_links
from tests.test_pages import address
from tests.worlds import DAY, Inhabited

pytestmark = pytest.mark.once

MOST = 10
Measure = Activity.Measure
# What each measure's own activity is called in the addresses below.
CODES = {
    "2.5": Measure.MEETINGS,
    "3.1": Measure.INDICATOR,
    "3.4": Measure.UNIT_ROUTINE,
    "3.5": Measure.MILESTONE,
}

BUDGET = {
    ("lead", "/"): 2,
    ("charlie", "/"): 5,
    ("lead", "/help/"): 3,
    ("lead", "/overview/"): 10,
    ("steering_group", "/overview/"): 9,
    ("department_head", "/overview/"): 9,
    ("unit_manager", "/overview/"): 9,
    ("unit_manager", "/units/HEMT/"): 10,
    ("lead", "/units/HEMT/"): 10,
    ("unit_manager", "/units/HEMT/share-link/"): 5,
    ("provider_manager", "/units/OMS/staff/"): 6,
    ("provider_manager", "/units/OMS/staff/import/"): 5,
    ("lead", "/plans/plan/indicators/"): 10,
    ("lead", "/activities/1.2/trainings/"): 4,
    ("lead", "/activities/1.2/"): 10,
    ("lead", "/departments/Äldreomsorg/"): 9,
    ("steering_group", "/departments/Äldreomsorg/"): 9,
    ("department_head", "/departments/Äldreomsorg/"): 10,
    ("unit_manager", "/activities/1.2/"): 10,
    ("administrator", "/organisation/"): 5,
    ("administrator", "/people/twice/"): 7,
    ("administrator", "/people/"): 5,
    ("administrator", "/people/Anna/"): 8,
    ("administrator", "/people/Anna/merge/Cilla/"): 9,
    ("administrator", "/imports/"): 3,
    ("administrator", "/units/"): 5,
    ("administrator", "/units/HEMT/settings/"): 8,
    ("administrator", "/units/HEMT/merge/"): 4,
    ("administrator", "/units/HEMT/split/"): 8,
    ("unit_manager", "/units/HEMT/cover/"): 7,
    ("administrator", "/departments/"): 4,
    ("administrator", "/providers/"): 4,
    ("administrator", "/users/"): 3,
    ("lead", "/key-persons/"): 9,
    ("department_head", "/key-persons/"): 9,
    ("lead", "/key-persons/coverage/"): 9,
    ("department_head", "/key-persons/coverage/"): 10,
    ("lead", "/payments/"): 8,
    ("unit_manager", "/units/HEMT/payments/"): 8,
    ("lead", "/plans/"): 4,
    ("lead", "/plans/plan/"): 7,
    ("lead", "/review/"): 7,
    ("lead", "/review/approve-all/"): 4,
    ("lead", "/review/decisions/"): 4,
    ("lead", "/review/Cilla/"): 9,
    ("lead", "/review/Cilla/correct/"): 4,
    ("lead", "/certificates/Anna/"): 5,
    ("lead", "/certificates/Anna/move/"): 3,
    ("unit_manager", "/certificates/Anna/"): 6,
    ("unit_manager", "/units/HEMT/trace/"): 5,
    ("lead", "/activities/2.5/"): 9,
    ("lead", "/activities/3.1/"): 9,
    ("lead", "/activities/3.4/"): 8,
    ("lead", "/activities/3.5/"): 9,
    ("unit_manager", "/activities/2.5/"): 10,
    ("unit_manager", "/activities/3.4/"): 9,
    ("unit_manager", "/activities/3.5/"): 10,
    ("steering_group", "/activities/2.4/"): 9,
    ("lead", "/activities/3.4/routines/"): 4,
    ("lead", "/overview/compare/?since=2023-03-31"): 8,
    ("unit_manager", "/overview/compare/?since=2023-03-31"): 9,
    ("lead", "/plans/compare/"): 9,
    ("unit_manager", "/plans/compare/"): 10,
    ("lead", "/plans/plan/copy/"): 5,
    ("lead", "/corrections/"): 2,
    ("lead", "/reports/"): 3,
    ("administrator", "/courses/"): 4,
    ("administrator", "/departments/Äldreomsorg/settings/"): 5,
    ("unit_manager", "/units/HEMT/received/"): 9,
    ("administrator", "/people/Anna/trace/"): 4,
}


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: Any) -> Inhabited:
    """The world on its day, with an activity of each measure, a second plan, and users by name."""
    settings.TODAY = DAY
    for user in User.objects.all():
        user.staff_member = make.make_staff_member(user.email)
        user.save()
    for code, measure in CODES.items():
        make.make_activity(code, measure=measure, target=2, parts=["plan", "genomförande"])
    grow(inhabited, 1)
    following = make.make_plan("nasta", first_day=date(2024, 1, 1), last_day=date(2025, 12, 31))
    make.make_activity("1.2", plan=following, courses=(inhabited.world.course,))
    return inhabited


def grow(inhabited: Inhabited, n_units: int) -> None:
    """So many more units with everything, people at HEMT, meetings, routines and values."""
    world = inhabited.world
    activities = {activity.code: activity for activity in world.plan.activities.all()}
    indicator = make.make_indicator(plan=world.plan, counts=world.web_course)
    for number in range(n_units):
        day = DAY - timedelta(days=number)
        unit = make.make_unit(tags=("möter barn", "vnr-rutiner"))
        person = make.make_staff_member(unit=unit)
        make.make_certificate(person, world.course, unit, DAY, approved_on=DAY)
        make.make_key_person(person, unit)
        make.make_certificate(make.make_staff_member(unit=unit), world.course, unit, DAY)
        make.make_unit_manager(User.objects.create(email=f"{unit}", staff_member=person), unit)
        make.make_staff_member(unit=world.units["HEMT"])
        make.make_routine(unit, activities["3.4"], day)
        indicator.values.create(day=world.plan.first_day - timedelta(days=number + 1), value=number)
        meeting = Meeting.objects.create(activity=activities["2.5"], day=day, theme="Träff")
        meeting.attendees.add(person)


def cost(client: Client, url: str) -> tuple[int, HttpResponse]:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    return len(queries), response


def costs(inhabited: Inhabited) -> dict[tuple[str, str], int]:
    """What the pages of the table cost now."""
    found = {}
    for role, path in BUDGET:
        url = address(inhabited, path)
        for activity in Activity.objects.filter(plan=inhabited.world.plan):
            url = url.replace(f"/activities/{activity.code}/", f"/activities/{activity.pk}/")
        found[role, path], response = cost(inhabited.clients[role], url)
        assert response.status_code < 400, (role, path)
    return found


def test_pages_cost_the_same_however_much_there_is(inhabited: Inhabited) -> None:
    assert costs(inhabited) == BUDGET
    assert max(BUDGET.values()) <= MOST

    grow(inhabited, 40)

    assert costs(inhabited) == BUDGET


@pytest.mark.parametrize(
    "role",
    [
        "lead",
        "administrator",
        "department_head",
        "steering_group",
        "unit_manager",
        "provider_manager",
    ],
)
def test_no_page_that_links_lead_to_costs_more_than_ten(inhabited: Inhabited, role: str) -> None:
    grow(inhabited, 20)
    found: dict[str, int] = {}

    def open_page(url: str) -> HttpResponse:
        found[url], response = cost(inhabited.clients[role], url)
        return response

    n_pages = len(list(pages_by_links(open_page)))

    assert {url: n for url, n in found.items() if n > MOST} == {}
    assert n_pages > 5
