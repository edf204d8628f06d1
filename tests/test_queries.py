"""How many queries each page may cost, session and user included, however many units there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.test_pages import address
from tests.worlds import DAY, ON_DAY, Inhabited, make_inhabited

BUDGET = {
    ("lead", "/"): 2,
    ("charlie", "/"): 4,
    ("lead", "/help/"): 3,
    ("lead", "/overview/"): 9,
    ("steering_group", "/overview/"): 9,
    ("department_head", "/overview/"): 9,
    ("unit_manager", "/overview/"): 9,
    ("unit_manager", "/units/HEMT/"): 10,
    ("lead", "/units/HEMT/"): 10,
    ("unit_manager", "/units/HEMT/share-link/"): 5,
    ("provider_manager", "/units/OMS/staff/"): 6,
    ("lead", "/plans/plan/indicators/"): 4,
    ("lead", "/activities/1.2/trainings/"): 4,
    ("lead", "/activities/1.2/"): 9,
    ("lead", "/departments/Äldreomsorg/"): 9,
    ("steering_group", "/departments/Äldreomsorg/"): 9,
    ("department_head", "/departments/Äldreomsorg/"): 10,
    ("unit_manager", "/activities/1.2/"): 10,
    ("administrator", "/organisation/"): 5,
    ("administrator", "/people/"): 5,
    ("administrator", "/people/Anna/"): 10,
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
}


@pytest.fixture
def inhabited(db: None) -> Inhabited:
    return make_inhabited()


def ten_times_as_many(inhabited: Inhabited) -> None:
    """Forty more units with people, certificates and managers; thirty more people at HEMT."""
    world = inhabited.world
    for _ in range(40):
        unit = make.make_unit(tags=("möter barn", "vnr-rutiner"))
        person = make.make_staff_member(unit=unit)
        make.make_certificate(person, world.course, unit, DAY, approved_on=DAY)
        make.make_key_person(person, unit)
        make.make_certificate(make.make_staff_member(unit=unit), world.course, unit, DAY)
        make.make_unit_manager(make.make_user(), unit)
    for _ in range(30):
        make.make_staff_member(unit=world.units["HEMT"])


@pytest.mark.parametrize(("role", "path"), BUDGET)
@pytest.mark.parametrize("is_large", [False, True], ids=["small", "large"])
def test_page_keeps_to_its_queries(
    inhabited: Inhabited, role: str, path: str, is_large: bool
) -> None:
    if is_large:
        ten_times_as_many(inhabited)

    url = address(inhabited, path) + ON_DAY

    with CaptureQueriesContext(connection) as queries:
        inhabited.clients[role].get(url)

    assert len(queries) == BUDGET[role, path], "\n".join(q["sql"] for q in queries)
