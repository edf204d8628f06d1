"""Lists of units and people on the pages, and the same lists as workbooks."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from focusareas.models import Activity, AuditEvent, Plan, StaffMember
from tests import factories as make
from tests.test_pages import address
from tests.worlds import DAY, ON_DAY, Inhabited

OVERVIEW = f"/overview/{ON_DAY}"


def workbook_rows(inhabited: Inhabited, role: str, path: str) -> list[list[Any]]:
    response = inhabited.clients[role].get(address(inhabited, path))
    assert response.status_code == 200, response
    assert response["Content-Disposition"].startswith("attachment")
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    assert [c for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def units_in(page: str) -> list[str]:
    names = ("Hemtjänst Norr", "Familjefrid", "Omsorgsbolaget")
    table = page[page.index('id="units"') :].split("<tbody>", 1)[1]
    return sorted((name for name in names if f">{name}</a>" in table), key=table.index)


@pytest.mark.parametrize(
    ("query", "units"),
    [
        ("", ["Omsorgsbolaget", "Hemtjänst Norr", "Familjefrid"]),
        ("&search=hemtjanst", ["Hemtjänst Norr"]),
        ("&operation=contracted", ["Omsorgsbolaget"]),
        ("&operation=own&sort=name", ["Familjefrid", "Hemtjänst Norr"]),
        ("&status=declared", []),
    ],
)
@pytest.mark.parametrize("path", [OVERVIEW, f"/activities/1.2/{ON_DAY}"])
def test_page_lists_the_units_that_the_address_asks_for(
    inhabited: Inhabited, path: str, query: str, units: list[str]
) -> None:
    page = inhabited.get("lead", address(inhabited, path) + query)

    assert sorted(units_in(page)) == sorted(units)
    assert ("Rensa filter" in page) == bool(query)


def test_order_of_the_page_is_the_one_asked_for(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"{OVERVIEW}&sort=name")

    assert units_in(page) == ["Familjefrid", "Hemtjänst Norr", "Omsorgsbolaget"]


def test_empty_choice_says_so(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", f"{OVERVIEW}&search=finnsinte")

    assert "Ingen enhet passar urvalet." in page
    assert "0 av 3\u00a0enheter" in page
    assert "/units.xlsx" not in page


def test_declared_figure_leads_to_the_units_that_declared(inhabited: Inhabited) -> None:
    world = inhabited.world
    make.make_declaration(world.units["HEMT"], world.web_course, DAY)

    page = inhabited.get("lead", OVERVIEW)

    assert 'href="?day=2023-04-30&amp;status=declared#units"' in page
    assert units_in(inhabited.get("lead", f"{OVERVIEW}&status=declared")) == ["Hemtjänst Norr"]


def test_own_and_contracted_figures_lead_to_their_units(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", OVERVIEW)

    assert 'href="?day=2023-04-30&amp;operation=own#units"' in page
    assert 'href="?day=2023-04-30&amp;operation=contracted#units"' in page


def test_figures_of_an_activity_lead_to_its_units(inhabited: Inhabited) -> None:
    activity = inhabited.world.key_person

    page = inhabited.get("lead", OVERVIEW)

    for operation in ("own", "contracted"):
        query = f"{ON_DAY}&amp;operation={operation}#units"
        assert f'href="/activities/{activity.pk}/{query}"' in page


def test_what_waits_leads_the_lead_to_the_review_and_others_to_the_units(
    inhabited: Inhabited,
) -> None:
    world = inhabited.world
    make.make_certificate(world.people["Kim"], world.course, world.units["OMS"], DAY)
    link = "inväntar granskning</a>"

    lead, other = inhabited.get("lead", "/overview/"), inhabited.get("administrator", "/overview/")

    assert f'<a href="/review/">{link}' in lead
    assert f'<a href="?status=waiting#units">{link}' in other


def test_filter_and_day_follow_through_the_pages(inhabited: Inhabited) -> None:
    for _ in range(100):
        make.make_staff_member(unit=make.make_unit())

    page = inhabited.get("lead", f"{OVERVIEW}&operation=own&sort=name")

    assert "?day=2023-04-30&amp;operation=own&amp;sort=name&amp;page=2#units" in page
    assert "units.xlsx?day=2023-04-30&amp;operation=own&amp;sort=name" in page
    assert '<input type="hidden" name="operation" value="own">' in page


@pytest.mark.parametrize("role", ["lead", "unit_manager", "department_head", "provider_manager"])
def test_workbook_holds_what_the_screen_shows(inhabited: Inhabited, role: str) -> None:
    page = inhabited.get(role, address(inhabited, f"/activities/1.2/{ON_DAY}&sort=name"))

    _, header, *rows = workbook_rows(
        inhabited, role, f"/activities/1.2/{ON_DAY}&sort=name".replace("/?", "/units.xlsx?")
    )

    assert [row[0] for row in rows] == units_in(page)
    assert header[5:9] == ["Klart", "Av", "Inväntar granskning", "Saknas"]


def test_workbook_counts_by_hand(inhabited: Inhabited) -> None:
    title, _, home = workbook_rows(
        inhabited, "lead", f"/activities/1.2/units.xlsx{ON_DAY}&search=hemtjanst"
    )

    # Anna, Bo and Eva of six are approved, and nothing waits; Cilla who waits is on leave.
    assert home[:10] == [
        *("Hemtjänst Norr", "HEMT", "Äldreomsorg", "egen regi", None),
        *(3, 6, 0, 3, "Risk för försening"),
    ]
    assert title[0].startswith("1.2 ")
    assert title[0].endswith("30\u00a0april 2023. Sök enhet: hemtjanst")


def test_workbook_has_every_page_of_the_list(inhabited: Inhabited) -> None:
    for _ in range(100):
        make.make_staff_member(unit=make.make_unit())

    rows = workbook_rows(inhabited, "lead", f"/activities/1.2/units.xlsx{ON_DAY}&page=2")

    assert len(rows) == 2 + 103


def test_name_of_a_unit_is_never_a_formula(inhabited: Inhabited) -> None:
    make.make_staff_member(unit=make.make_unit(name='=HYPERLINK("http://example.com")'))

    rows = workbook_rows(inhabited, "lead", f"/activities/1.2/units.xlsx{ON_DAY}&search=hyper")

    assert rows[2][0] == '=HYPERLINK("http://example.com")'


def test_activity_without_units_has_no_workbook(inhabited: Inhabited) -> None:
    milestone = make.make_activity("6.4", plan=inhabited.world.plan, measure="milestone")

    response = inhabited.clients["lead"].get(f"/activities/{milestone.pk}/units.xlsx")

    assert response.status_code == 404


def test_taking_a_list_home_is_written_down(inhabited: Inhabited) -> None:
    workbook_rows(inhabited, "department_head", f"/activities/1.2/units.xlsx{ON_DAY}")

    event = AuditEvent.objects.get()
    assert event.actor_id == inhabited.users["department_head"].pk
    assert event.text.startswith("Hämtade 2\u00a0rader: 1.2 ")


def test_people_go_home_as_the_page_shows_them(inhabited: Inhabited) -> None:
    _, header, *people = workbook_rows(
        inhabited, "unit_manager", f"/units/HEMT/people.xlsx{ON_DAY}"
    )

    by_name = {row[0]: row for row in people}
    assert header[:4] == ["Namn", "Befattning", "Uppdrag", "Intyg"]
    assert by_name["Gun Isaksson"][3] == "Saknar intyg"
    assert by_name["Anna Berg"][2:4] == ["nyckelperson", "Klar"]
    assert by_name["Fia Hed"][3:] == [
        "Intyget är återsänt",
        by_name["Fia Hed"][4],
        "återsänt",
        "Oläsligt.",
    ]


@pytest.mark.parametrize(
    ("role", "is_named"),
    [("unit_manager", True), ("administrator", True), ("lead", True), ("department_head", False)],
)
def test_protected_name_goes_home_only_with_those_who_must_know(
    inhabited: Inhabited, role: str, is_named: bool
) -> None:
    StaffMember.objects.filter(given_name="Gun").update(is_protected=True)

    names = [row[0] for row in workbook_rows(inhabited, role, f"/units/HEMT/people.xlsx{ON_DAY}")]

    assert ("Gun Isaksson" in names) == is_named
    assert ("Skyddad" in names) != is_named


def test_people_without_a_plan_have_no_state(inhabited: Inhabited) -> None:
    Plan.objects.all().delete()

    rows = workbook_rows(inhabited, "lead", f"/units/HEMT/people.xlsx{ON_DAY}")

    assert ["Gun Isaksson", None, None] in [row[:3] for row in rows]
    assert rows[1][3:] == []


def test_people_of_a_unit_that_the_activity_is_not_for_have_no_state(inhabited: Inhabited) -> None:
    Activity.objects.update(contracted="none")

    rows = workbook_rows(inhabited, "lead", f"/units/OMS/people.xlsx{ON_DAY}")

    assert rows[1] == ["Namn", "Befattning", "Uppdrag"]
    assert "Saknar intyg" not in inhabited.get("lead", address(inhabited, f"/units/OMS/{ON_DAY}"))
