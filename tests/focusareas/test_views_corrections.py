"""Pages of a past day say what was dated back to it, and the lists behind that number."""

from datetime import date

import pytest
from django.conf import LazySettings

from focusareas import deadlines, key_person_duties, progress, review, staffing, units_admin
from focusareas.models import Activity, Employment, MilestoneUpdate, StaffMember
from tests import factories as make
from tests.test_pages import address
from tests.worlds import DAY, ON_DAY, Inhabited

AFTER = date(2023, 5, 1)
PAGES = ["/overview/", "/units/HEMT/", "/departments/Äldreomsorg/", "/activities/1.2/"]


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = date(2023, 5, 15)
    return inhabited


def correct(inhabited: Inhabited, *, on: date = DAY) -> None:
    """Two corrections at Hemtjänst Norr: an approval, and an employment that began earlier."""
    world, by = inhabited.world, inhabited.users["lead"]
    review.approve(world.people["Cilla"].certificates.get(), by=by, on=on)
    new = Employment(staff_member=world.people["Kim"], unit=world.units["HEMT"], first_day=on)
    staffing.employ(new, by=by)


@pytest.mark.parametrize("path", PAGES)
def test_page_of_a_past_day_says_how_many_corrections(inhabited: Inhabited, path: str) -> None:
    path = address(inhabited, path)
    correct(inhabited)

    assert "2\u00a0rättelser efteråt" in inhabited.get("lead", path + ON_DAY)
    assert "\u00a0rättelse" not in inhabited.get("lead", path + "?day=2023-04-29")
    assert "\u00a0rättelse" not in inhabited.get("lead", path)


def test_figure_includes_what_was_corrected(inhabited: Inhabited) -> None:
    unit = address(inhabited, f"/units/HEMT/{ON_DAY}")
    assert ">3 av 6<" in inhabited.get("lead", unit)

    new = Employment(
        staff_member=inhabited.world.people["Kim"],
        unit=inhabited.world.units["HEMT"],
        first_day=DAY,
    )
    staffing.employ(new, by=inhabited.users["administrator"])

    page = inhabited.get("lead", unit)
    assert ">3 av 7<" in page
    assert "1\u00a0rättelse efteråt" in page


def test_only_those_who_may_read_the_list_are_led_to_it(inhabited: Inhabited) -> None:
    correct(inhabited)
    unit = inhabited.world.units["HEMT"]
    pages = {
        (role, path): inhabited.get(role, path + ON_DAY)
        for role, path in [
            ("lead", "/overview/"),
            ("steering_group", "/overview/"),
            ("unit_manager", "/overview/"),
            ("unit_manager", f"/units/{unit.pk}/"),
            ("department_head", f"/units/{unit.pk}/"),
        ]
    }

    assert all("2\u00a0rättelser efteråt" in page for page in pages.values())
    led = {key: "/corrections/" in page for key, page in pages.items()}
    assert led == {
        ("lead", "/overview/"): True,
        ("steering_group", "/overview/"): False,
        ("unit_manager", "/overview/"): False,
        ("unit_manager", f"/units/{unit.pk}/"): True,
        ("department_head", f"/units/{unit.pk}/"): False,
    }


def test_list_says_what_was_corrected_and_about_whom(inhabited: Inhabited) -> None:
    correct(inhabited)

    page = inhabited.get("lead", f"/corrections/{ON_DAY}")

    assert "Rättelser efter 30\u00a0april 2023" in page
    assert "Godkände intyget." in page
    assert "Webbkurs om våld, Cilla Dahl" in page
    assert "Anställd på Hemtjänst Norr från 2023-04-30." in page
    assert f'/people/{inhabited.world.people["Kim"].pk}/">Kim' in page


def test_list_of_a_unit_names_nobody_whom_the_manager_must_not_know(
    inhabited: Inhabited,
) -> None:
    correct(inhabited)
    StaffMember.objects.filter(given_name="Cilla").update(is_protected=True)
    units = inhabited.world.units

    own = inhabited.get("unit_manager", f"/units/{units['HEMT'].pk}/corrections/{ON_DAY}")
    others = inhabited.get("provider_manager", f"/units/{units['OMS'].pk}/corrections/{ON_DAY}")

    assert "Cilla Dahl" in own
    assert "Godkände intyget." not in others
    assert "Kim" in others
    assert "Cilla" not in others


@pytest.mark.parametrize("query", ["", "?day=2023-05-15", "?day=2023-06-01", "?day=nonsens"])
def test_list_of_a_day_that_is_not_over_asks_for_another(inhabited: Inhabited, query: str) -> None:
    correct(inhabited, on=date(2023, 5, 15))

    page = inhabited.get("lead", f"/corrections/{query}")

    assert "Välj en dag som har varit." in page
    assert "Godkände" not in page


@pytest.mark.parametrize("role", ["lead", "unit_manager"])
def test_list_keeps_to_ten_queries_whatever_is_in_it(inhabited: Inhabited, role: str) -> None:
    correct(inhabited)
    world, by = inhabited.world, inhabited.users["administrator"]
    duty = make.make_key_person(world.people["Fia"], world.units["HEMT"], first_day=AFTER)
    key_person_duties.end(duty, last_day=AFTER, by=by)
    units_admin.change_unit(world.units["HEMT"], tags=["möter barn"], on=DAY, by=by)
    milestone = make.make_activity("6.1", measure=Activity.Measure.MILESTONE, deadline=None)
    progress.update_milestone(
        MilestoneUpdate(part=1, day=DAY, state="done"), activity=milestone, by=by
    )
    StaffMember.objects.filter(given_name="Ida").update(is_protected=True)
    prefix = {"lead": "", "unit_manager": f"/units/{world.units['HEMT'].pk}"}[role]

    page = inhabited.get_in_ten(role, f"{prefix}/corrections/?day=2023-05-02")

    assert "Avslutade Fia Hed" in page


def test_revised_deadline_is_a_correction_from_the_day_it_was_decided(
    inhabited: Inhabited,
) -> None:
    deadlines.revise(
        inhabited.world.honour_course,
        day=date(2023, 12, 31),
        precision="day",
        written="",
        decided_on=DAY,
        decided_by="socialnämnden",
        reason="kursen kom senare",
        by=inhabited.users["lead"],
    )

    page = inhabited.get("lead", f"/corrections/{ON_DAY}")

    assert "Ändrade slutdatum till 31\u00a0december 2023" in page
    assert "4.2 Aktivitet 4.2" in page
