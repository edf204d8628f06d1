"""Every list of the administration as a workbook: what the screen shows, all pages of it."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from focusareas.models import AuditEvent
from tests import factories as make
from tests.worlds import Inhabited

pytestmark = pytest.mark.django_db


def rows_of(inhabited: Inhabited, address: str) -> list[tuple[Any, ...]]:
    """The rows under the header."""
    response = inhabited.clients["administrator"].get(address)
    assert response.status_code == 200
    sheet = load_workbook(BytesIO(response.content)).active
    return [row for row in sheet.iter_rows(min_row=3, values_only=True) if any(row)]


def test_people_found_by_what_the_keyboard_has(inhabited: Inhabited) -> None:
    unit = inhabited.world.units["FAM"]
    make.make_staff_member("Åsa Öst", unit=unit, employee_number="7001", is_protected=True)
    make.make_staff_member("=Asa Ek", unit=unit, employee_number="7002")

    rows = rows_of(inhabited, "/people.xlsx?q=asa&unit=familje")

    assert set(rows) == {
        ("Åsa Öst", "ja", "7001", "Familjefrid"),
        ("=Asa Ek", None, "7002", "Familjefrid"),
    }
    assert "Hämtade 2" in AuditEvent.objects.latest("pk").text


@pytest.mark.parametrize("place", ["people", "units", "users"])
def test_workbook_holds_every_page_of_the_list(inhabited: Inhabited, place: str) -> None:
    for number in range(101):
        unit = make.make_unit(f"U{number}")
        make.make_staff_member(unit=unit)
        make.make_unit_manager(make.make_user(f"chef{number}@example.com"), unit)
    page = inhabited.clients["administrator"].get(f"/{place}/").context[place]

    rows = rows_of(inhabited, f"/{place}.xlsx")

    assert len(rows) == page.paginator.count > 100
    assert f"{place}.xlsx" in inhabited.get("administrator", f"/{place}/")


def test_closed_units_are_in_it_when_they_are_on_the_page(inhabited: Inhabited) -> None:
    assert "Säbo Rosen" not in [row[0] for row in rows_of(inhabited, "/units.xlsx")]

    rows = rows_of(inhabited, "/units.xlsx?with_closed=on&q=rosen")

    (row,) = rows
    assert (row[0], str(row[1])[:10], row[2]) == ("Säbo Rosen", "2023-03-31", "SARB")
