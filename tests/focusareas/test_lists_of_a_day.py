"""The administration's lists as they were on another day, on screen and as workbooks."""

from datetime import date
from io import BytesIO

import pytest
from django.conf import LazySettings
from openpyxl import load_workbook

from focusareas.models import Department, UnitPlacement
from tests import factories as make
from tests.worlds import Inhabited

MARCH = "?day=2023-03-31"


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = date(2023, 5, 15)
    return inhabited


def workbook(inhabited: Inhabited, url: str) -> list[tuple[object, ...]]:
    response = inhabited.clients["lead"].get(url)
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


def test_units_are_those_open_and_placed_that_day(inhabited: Inhabited) -> None:
    unit, moved_on = inhabited.world.units["HEMT"], date(2023, 4, 1)
    UnitPlacement.objects.filter(unit=unit).update(last_day=date(2023, 3, 31))
    new = make.make_department("Hemmet")
    UnitPlacement.objects.create(unit=unit, department=new, first_day=moved_on)
    make.make_unit("NY", name="Nya enheten", first_day=date(2023, 6, 1))

    then, now = inhabited.get("lead", f"/units/{MARCH}"), inhabited.get("lead", "/units/")

    assert ("Säbo Rosen" in then, "Säbo Rosen" in now) == (True, False)
    assert ("Nya enheten" in then, "Nya enheten" in now) == (False, True)
    assert (">Hemmet</td>" in then, ">Hemmet</td>" in now) == (False, True)
    rows = workbook(inhabited, f"/units.xlsx{MARCH}")
    assert rows[0][0] == "Enheter 31\u00a0mars 2023"
    assert {row[0] for row in rows[2:]} == {
        "Familjefrid",
        "Hemtjänst Norr",
        "Omsorgsbolaget",
        "Säbo Rosen",
    }


def test_people_are_told_where_they_worked_that_day(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"/people/{MARCH}&q=Eva")

    assert "Arbetar 31\u00a0mars 2023 på" in page
    assert "Säbo Rosen" in page
    assert "Hemtjänst Norr" not in page
    assert '<input type="hidden" name="day" value="2023-03-31">' in page
    assert 'href="?q=Eva">Visa i dag</a>' in page
    rows = workbook(inhabited, f"/people.xlsx{MARCH}&q=Eva")
    assert (rows[1][3], rows[2][3]) == ("Arbetar 31\u00a0mars 2023 på", "Säbo Rosen")


def test_people_of_a_unit_are_those_who_worked_there_that_day(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"/people/{MARCH}&unit=Rosen")

    assert ("Eva Gran" in page, "Fia Hed" in page, "Anna Berg" in page) == (True, True, False)


def test_departments_have_the_units_and_heads_of_the_day(inhabited: Inhabited) -> None:
    former = make.make_user("former@example.com", first_name="Klas", last_name="Förr")
    department = Department.objects.get(name="Äldreomsorg")
    make.make_department_head(former, department, last_day=date(2023, 3, 31))

    then = inhabited.get("lead", f"/departments/{MARCH}")
    now = inhabited.get("lead", "/departments/")

    assert ("Klas Förr" in then, "Klas Förr" in now) == (True, False)
    assert 'data-label="öppna enheter">3<' in then
    assert 'data-label="öppna enheter">2<' in now


@pytest.mark.parametrize("path", ["/units/", "/people/", "/departments/"])
@pytest.mark.parametrize("day", ["nonsens", "2023-02-30", "%00"])
def test_day_that_is_none_is_left_aside(inhabited: Inhabited, path: str, day: str) -> None:
    assert "Dagen gick inte att förstå" in inhabited.get("lead", f"{path}?day={day}")
