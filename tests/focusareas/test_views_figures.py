"""What the three pages of figures and the start page show to whom."""

from datetime import date

import pytest
from pytest_django.asserts import assertRedirects

from focusareas import clock
from focusareas.models import StaffMember, Unit
from tests import factories as make
from tests.test_pages import address
from tests.worlds import ON_DAY, Inhabited, signed_in

OVERVIEW = f"/overview/{ON_DAY}"


def unit_page(inhabited: Inhabited, role: str, code: str = "HEMT", query: str = ON_DAY) -> str:
    return inhabited.get(role, address(inhabited, f"/units/{code}/{query}"))


def activity_page(inhabited: Inhabited, role: str, code: str = "1.2", query: str = ON_DAY) -> str:
    return inhabited.get(role, address(inhabited, f"/activities/{code}/{query}"))


@pytest.mark.parametrize("role", ["lead", "administrator", "steering_group", "department_head"])
def test_start_leads_those_who_look_after_many_to_the_overview(
    inhabited: Inhabited, role: str
) -> None:
    assertRedirects(inhabited.clients[role].get("/"), "/overview/", fetch_redirect_response=False)


def test_start_leads_a_manager_of_one_unit_to_it(inhabited: Inhabited) -> None:
    unit = inhabited.world.units["HEMT"]

    assertRedirects(
        inhabited.clients["unit_manager"].get("/"),
        f"/units/{unit.pk}/",
        fetch_redirect_response=False,
    )


def test_start_lists_the_units_of_a_manager_of_several(inhabited: Inhabited) -> None:
    units = inhabited.world.units
    make.make_unit_manager(inhabited.users["unit_manager"], units["FAM"])

    page = inhabited.get("unit_manager", "/")

    assert "Hemtjänst Norr" in page
    assert "Familjefrid" in page
    assert "Omsorgsbolaget" not in page


@pytest.mark.parametrize("role", ["charlie", "superuser"])
def test_start_tells_whoever_has_no_role_what_to_do(inhabited: Inhabited, role: str) -> None:
    page = inhabited.get(role, "/")

    assert "Du har ingen roll än" in page
    assert "Be administratören" in page


def test_overview_shows_the_figure_of_the_whole(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", OVERVIEW)

    # Gotland on 30 April: 9 at work; Anna, Bo, Eva and Jan are approved, Hans waits.
    assert '<span class="figure-number">4 av 9</span>' in page
    assert "medarbetare har ett godkänt intyg" in page
    assert "30\u00a0juni 2023" in page or "2023-06-30" in page
    assert "61\u00a0dagar kvar" in page


def test_overview_of_a_department_head_counts_the_department(inhabited: Inhabited) -> None:
    page = inhabited.get("department_head", OVERVIEW)

    # Without Familjefrid: Anna, Bo, Eva of Anna, Bo, Eva, Fia, Gun, Ali and Kim.
    assert '<span class="figure-number">3 av 7</span>' in page
    assert "Familjefrid" not in page
    assert "Siffrorna gäller dina enheter" in page


def test_overview_of_the_steering_group_has_no_small_groups_and_no_links(
    inhabited: Inhabited,
) -> None:
    page = inhabited.get("steering_group", OVERVIEW)

    assert '<span class="figure-number">4 av 9</span>' in page
    assert "färre än fem personer" in page
    assert "/units/" not in page
    assert "Omsorgsbolaget" not in page
    assert "privata utförare</span>" not in page


def test_overview_names_no_person_to_anybody(inhabited: Inhabited) -> None:
    names = [person.full_name for person in inhabited.world.people.values()]

    pages = [inhabited.get(role, OVERVIEW) for role in ("lead", "steering_group", "unit_manager")]

    assert [name for name in names for page in pages if name in page] == []


def test_memo_is_for_the_lead_to_write(inhabited: Inhabited) -> None:
    assert "Skapa tjänsteskrivelse" in inhabited.get("lead", OVERVIEW)
    assert "Skapa tjänsteskrivelse" not in inhabited.get("administrator", OVERVIEW)


def test_overview_pages_its_units(inhabited: Inhabited) -> None:
    for _ in range(100):
        make.make_staff_member(unit=make.make_unit())

    first, second = inhabited.get("lead", OVERVIEW), inhabited.get("lead", f"{OVERVIEW}&page=2")

    assert "1–100 av 103" in first
    assert f"{ON_DAY}&amp;page=2#units" in first
    assert "101–103 av 103" in second


@pytest.mark.parametrize("path", ["/overview/", "/units/HEMT/", "/activities/1.2/"])
def test_another_day_is_pointed_out(inhabited: Inhabited, path: str) -> None:
    page = inhabited.get("lead", address(inhabited, path) + ON_DAY)

    assert "Du ser läget 30\u00a0april 2023" in page
    assert 'href="?"' in page


@pytest.mark.parametrize("day", ["igår", "2023-02-30", "0001-01-01", "9999-12-31", "%00"])
@pytest.mark.parametrize("path", ["/overview/", "/units/HEMT/", "/activities/1.2/"])
def test_day_that_is_none_is_left_aside(inhabited: Inhabited, path: str, day: str) -> None:
    page = inhabited.get("lead", f"{address(inhabited, path)}?day={day}")

    assert "Dagen gick inte att förstå. Du ser läget i dag." in page


def test_unit_page_says_who_is_left(inhabited: Inhabited) -> None:
    page = unit_page(inhabited, "unit_manager")

    assert '<span class="figure-number">3 av 6</span>' in page
    assert "2\u00a0medarbetare saknar intyg." in page
    assert "1\u00a0intyg har skickats tillbaka" in page
    assert "Gun Isaksson" in page
    assert "Tjänstledig, räknas inte" in page
    assert "Maj Chef" in page


def test_unit_page_of_an_empty_unit_says_why(inhabited: Inhabited) -> None:
    empty = make.make_unit(name="Tomma huset")

    page = inhabited.get("lead", f"/units/{empty.pk}/{ON_DAY}")

    assert "Ingen är anställd på enheten den här dagen" in page


def test_unit_page_of_a_closed_unit_says_so(inhabited: Inhabited) -> None:
    assert "Enheten är inte öppen den här dagen" in unit_page(inhabited, "lead", "SARB")


def test_unit_page_of_a_day_when_the_unit_was_open(inhabited: Inhabited) -> None:
    page = unit_page(inhabited, "lead", "SARB", "?day=2023-03-31")

    assert "Eva Gran" in page
    assert "inte öppen" not in page


@pytest.mark.parametrize(
    ("role", "is_named"),
    [("unit_manager", True), ("administrator", True), ("lead", True), ("department_head", False)],
)
def test_protected_name_is_for_those_who_must_know(
    inhabited: Inhabited, role: str, is_named: bool
) -> None:
    StaffMember.objects.filter(given_name="Gun").update(is_protected=True)

    page = unit_page(inhabited, role)

    assert ("Gun Isaksson" in page) == is_named
    assert ("Skyddad" in page) != is_named


def test_head_of_another_department_finds_no_unit(inhabited: Inhabited) -> None:
    user = make.make_user()
    make.make_department_head(user, make.make_department("Individ och familj"))
    units = inhabited.world.units

    client = signed_in(user)

    assert client.get(f"/units/{units['FAM'].pk}/").status_code == 200
    assert client.get(f"/units/{units['HEMT'].pk}/").status_code == 404


def test_unit_page_lists_the_other_activities_of_the_unit(inhabited: Inhabited) -> None:
    own, contracted = unit_page(inhabited, "lead"), unit_page(inhabited, "lead", "OMS")

    assert "Har nyckelperson" in own
    assert "Ni är inbjudna" not in own
    assert "Ni är inbjudna" in contracted


def test_activity_page_shows_first_and_changed_deadline(inhabited: Inhabited) -> None:
    make.make_deadline(
        inhabited.world.honour_course,
        date(2023, 12, 31),
        written="31 december 2023",
        decided_on=date(2023, 4, 1),
        decided_by="socialnämnden",
        reason="kursen kom senare",
    )

    page = activity_page(inhabited, "lead", "4.2")

    assert "Första slutdatum" in page
    assert "2023-10-31" in page
    assert "31 december 2023" in page
    assert "av socialnämnden: kursen kom senare" in page


def test_activity_page_of_a_manager_counts_own_units(inhabited: Inhabited) -> None:
    page = activity_page(inhabited, "unit_manager")

    assert '<span class="figure-number">3 av 6</span>' in page
    assert "Omsorgsbolaget" not in page


def test_activity_page_explains_how_it_is_counted(inhabited: Inhabited) -> None:
    page = activity_page(inhabited, "lead", "2.4")

    assert "Så räknas det" in page
    assert "minst en nyckelperson" in page
    assert "är inbjudna" in page


def test_system_without_units_says_what_to_do(inhabited: Inhabited) -> None:
    day_before_everything = "?day=2001-01-01"
    Unit.objects.update(first_day=date(2002, 1, 1))

    page = inhabited.get("lead", f"/overview/{day_before_everything}")

    assert "Ingen enhet ingår den här dagen" in page


def test_overview_tells_the_lead_what_waits_for_a_unit_beside_what_waits_for_review(
    inhabited: Inhabited,
) -> None:
    world, today = inhabited.world, clock.today()
    make.make_certificate(None, world.course, world.units["HEMT"], today, question="Vem?")

    assert "och 1 inväntar svar från enheten" in inhabited.get("lead", "/overview/")
    assert "inväntar svar" not in inhabited.get("administrator", "/overview/")
    assert "inväntar svar" not in inhabited.get("lead", OVERVIEW)


def test_overview_begins_with_the_units_furthest_behind(inhabited: Inhabited) -> None:
    page = inhabited.get("lead", OVERVIEW)

    assert page.index("Längst efter") < page.index("Omsorgsbolaget") < page.index("Planens aktivi")


def test_steering_group_sees_no_empty_table_where_all_units_are_kept_back(
    inhabited: Inhabited,
) -> None:
    page = activity_page(inhabited, "steering_group", "4.2")

    assert "visas inte var för sig" in page
    assert "0\u00a0enheter" not in page


@pytest.mark.parametrize(
    ("role", "query", "is_told"),
    [("lead", "", True), ("lead", ON_DAY, False), ("unit_manager", "", False)],
)
def test_lead_is_told_today_how_many_units_lack_a_manager(
    inhabited: Inhabited, role: str, query: str, is_told: bool
) -> None:
    # Nobody manages FAM; SARB is closed.
    assert ("1\u00a0enhet saknar chef" in inhabited.get(role, f"/overview/{query}")) is is_told
