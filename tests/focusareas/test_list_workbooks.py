"""Every list can be taken home: what a page lists, its workbook holds, to the same reader."""

import re
from datetime import date
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.urls import resolve
from openpyxl import load_workbook

from focusareas import clock
from tests.links import pages_by_links
from tests.lived_in import make_lived_in
from tests.worlds import ON_DAY, Inhabited

pytestmark = pytest.mark.once

# The departments are sums of the units, and those are what the workbook lists.
SUMS = r'<section aria-labelledby="departments">.*?</section>'
# How many workbooks links lead each role to, at least.
LISTS = {
    "lead": 18,
    "administrator": 18,
    "unit_manager": 5,
    "provider_manager": 5,
    "steering_group": 2,
}
# Tables that list what the page itself is about, or what is about to be done.
NO_LISTS = {
    "person_detail": "the days and certificates of one person, kept on that page",
    "unit_settings": "the duties and placements of one unit",
    "department_settings": "who has headed one department",
    "plan_list": "a plan is chosen here, there are two or three",
    "plan_detail": "a plan as one changes it",
    "plan_copy": "a form",
    "unit_split": "a form",
    "import_detail": "what one import did",
    "import_rows": "what one import changed, which is kept for a week and not in full",
    "import_undo": "what is about to be done",
    "report_detail": "the figures of one memo",
}


@pytest.fixture
def lived_in(db: None) -> Inhabited:
    return make_lived_in()


def listed(page: str) -> list[str]:
    """What the rows of the page's lists are about."""
    main = re.sub(SUMS, "", page[page.index("<main") :], flags=re.DOTALL)
    headings = re.findall(r'<th scope="row">(.*?)</th>', main, re.DOTALL)
    return [spoken(heading) for heading in headings]


def spoken(html: str) -> str:
    """What stands there for those who see it, without notes."""
    html = re.sub(r'<span class="(?:visually-hidden|row-note).*?</span>', "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub("<[^>]+>", "", html)).split())


def rows_of(inhabited: Inhabited, role: str, link: str) -> list[list[Any]]:
    """What the workbook holds; nothing in it is a formula."""
    response = inhabited.clients[role].get(link)
    assert response.status_code == 200, link
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    assert [c for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []
    return [[cell for cell in row if cell is not None] for row in sheet.values]


@pytest.mark.parametrize("role", LISTS)
def test_every_list_can_be_taken_home_with_what_it_shows(lived_in: Inhabited, role: str) -> None:
    taken: set[str] = set()
    faults: list[str] = []

    starts = (f"/overview/{ON_DAY}", "/")
    for page in pages_by_links(lived_in.clients[role].get, starts=starts):
        rows = [] if page.name in NO_LISTS else listed(page.text)
        files = {link for link in page.links() if ".xlsx" in link}
        taken |= {resolve(file.split("?")[0]).view_name for file in files}
        rows_kept = [row for file in files for row in rows_of(lived_in, role, file)]
        cells = [" ".join(" ".join(map(str, row)).split()) for row in rows_kept]
        missing = [row for row in rows if not any(row in line for line in cells)]
        faults += [f"{page.name}: {row}" for row in missing]

    assert faults == [], "\n".join(faults)
    assert len(taken) >= LISTS[role], taken


def test_workbook_of_what_a_unit_handed_in_says_what_became_of_each(lived_in: Inhabited) -> None:
    unit = lived_in.world.units["HEMT"]

    rows = rows_of(lived_in, "unit_manager", f"/units/{unit.pk}/received.xlsx")

    assert rows[1] == ["Gäller", "Kurs", "Inkom", "Läge", "Dag", "Orsak", "Fil"]
    assert {row[0] for row in rows if "Väntar på svar" in row} == {"Vem är det här?"}
    assert ["Anna Berg", "Godkänt"] in [[row[0], row[3]] for row in rows[1:]]


def test_workbook_of_the_queue_says_how_long_each_has_waited(lived_in: Inhabited) -> None:
    rows = rows_of(lived_in, "lead", "/review.xlsx?unit=hemt")

    [cilla] = [row for row in rows if "Cilla Dahl" in row]
    assert cilla[4] == (clock.today() - date(2023, 4, 12)).days
