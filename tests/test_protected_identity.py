"""A protected name on every page and in every file that somebody can reach, before and after.

Anna works at HEMT, whose manager handed in her certificate, and moves to FAM. Her login manages
SARB. Every form of her name is looked for: name, earlier name, address, file name, the trace.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings

from focusareas import key_person_duties, review, staffing
from focusareas.models import Certificate, CertificateFile, Employment, Submission, UnitManager
from tests import factories as make
from tests.test_steering_group import reachable, text_of
from tests.worlds import DAY, Inhabited, signed_in

pytestmark = pytest.mark.once

FORBIDDEN = re.compile(r"\bAnna\b|\banna[ ._-]|anna-gren|Gren\b|\bBerg\b")


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = DAY
    world, users = inhabited.world, inhabited.users
    anna, lead, home = world.people["Anna"], users["lead"], world.units["HEMT"]
    new_manager = make.make_user("new@example.com")
    make.make_unit_manager(new_manager, world.units["FAM"])
    users["new_manager"], inhabited.clients["new_manager"] = new_manager, signed_in(new_manager)
    login = make.make_user("anna.berg@example.com", staff_member=anna)
    make.make_unit_manager(login, world.units["OMS"], is_deputy=True)
    make.make_department_head(login, home.placements.get().department)

    anna.email, anna.family_name = "anna.berg@example.com", "Gren"
    staffing.change_person(anna, by=lead)
    certificate = Certificate.objects.get(staff_member=anna)
    file = make.make_certificate_file()
    CertificateFile.objects.filter(pk=file.pk).update(original_name="Intyg_Anna-Gren.pdf")
    Certificate.objects.filter(pk=certificate.pk).update(
        file=file, name_read="Anna Gren", handed_in_by=login, reviewed_by=login
    )
    review.withdraw(certificate, reason="Anna Berg hette hon då", by=login, on=DAY)
    duty = world.units["HEMT"].key_persons.get(staff_member=anna)
    key_person_duties.end(duty, last_day=DAY, by=login)
    staffing.protect(anna, True, by=lead)
    return inhabited


def moved(inhabited: Inhabited) -> None:
    """From the day on Anna works at FAM only."""
    world = inhabited.world
    anna = world.people["Anna"]
    employment = Employment.objects.get(staff_member=anna)
    staffing.move(
        employment, to=world.units["FAM"], on=DAY, title="", by=inhabited.users["administrator"]
    )


def start_pages(inhabited: Inhabited) -> list[str]:
    """The pages that may tell of her, beside those that links lead to."""
    certificate = Certificate.objects.get(staff_member=inhabited.world.people["Anna"])
    units = [inhabited.world.units[code].pk for code in ("HEMT", "FAM", "OMS")]
    yesterday = DAY - timedelta(1)
    return [
        *(
            f"/units/{pk}/{end}"
            for pk in units
            for end in ("", "trace/", "received/", "received.xlsx")
        ),
        *(
            f"/units/{pk}/{end}?day={yesterday}"
            for pk in units
            for end in ("", "people.xlsx", "corrections.xlsx")
        ),
        f"/certificates/{certificate.pk}/",
        f"/certificates/{certificate.pk}/trace/",
    ]


def named_on(inhabited: Inhabited, role: str) -> dict[str, str]:
    """Each address where the role can read a form of the name, and which one."""
    pages: Iterator[tuple[str, str]] = reachable(inhabited, role, ["/", *start_pages(inhabited)])
    return {address: found[0] for address, text in pages if (found := FORBIDDEN.search(text))}


@pytest.mark.parametrize("role", ["unit_manager", "department_head", "provider_manager"])
def test_whoever_need_not_know_reads_the_name_nowhere(inhabited: Inhabited, role: str) -> None:
    moved(inhabited)

    assert named_on(inhabited, role) == {}


def test_former_manager_reads_skyddad_from_the_move_on(inhabited: Inhabited) -> None:
    pk = Certificate.objects.get(staff_member=inhabited.world.people["Anna"]).pk
    address, client = f"/certificates/{pk}/", inhabited.clients["unit_manager"]
    assert "Anna Gren" in inhabited.get("unit_manager", address)

    moved(inhabited)

    page = inhabited.get("unit_manager", address)
    assert "Skyddad" in page
    assert client.get(f"{address}page.png").status_code == 404
    assert client.get(f"{address}file/").status_code == 404


def test_new_manager_reads_the_name_from_the_move_on(inhabited: Inhabited) -> None:
    family, old = inhabited.world.units["FAM"].pk, inhabited.world.units["HEMT"].pk
    assert named_on(inhabited, "new_manager") == {}

    moved(inhabited)

    assert "Anna Gren" in inhabited.get("new_manager", f"/units/{family}/")
    assert inhabited.clients["new_manager"].get(f"/units/{old}/").status_code == 404


def test_lead_and_administrator_read_the_name_before_and_after(inhabited: Inhabited) -> None:
    moved(inhabited)

    for role in ("lead", "administrator"):
        assert "Anna Gren" in inhabited.get(role, f"/units/{inhabited.world.units['FAM'].pk}/")
        trace = inhabited.get(role, f"/people/{inhabited.world.people['Anna'].pk}/")
        assert "Berg → Gren" in trace


def test_duty_that_ends_takes_the_name_with_it_on_the_next_request(inhabited: Inhabited) -> None:
    unit = inhabited.world.units["HEMT"]
    assert "Anna Gren" in inhabited.get("unit_manager", f"/units/{unit.pk}/")

    UnitManager.objects.filter(user=inhabited.users["unit_manager"]).update(
        last_day=DAY - timedelta(1)
    )

    for address in start_pages(inhabited):
        assert inhabited.clients["unit_manager"].get(address).status_code == 404


def test_receipt_of_an_earlier_pile_keeps_no_name(inhabited: Inhabited) -> None:
    """The file is named after her, and what was said of the duplicate names her."""
    world = inhabited.world
    receipt = Submission.objects.create(
        unit=world.units["HEMT"], course=world.course, received_on=DAY
    )
    receipt.submitted.create(
        file_name="anna gren.pdf",
        page=1,
        outcome="duplicate",
        reason="Anna Gren har redan ett intyg.",
    )
    address = f"/submissions/{receipt.pk}/"
    assert "Anna Gren har redan" in inhabited.get("unit_manager", address)

    moved(inhabited)

    page = inhabited.get("unit_manager", address)
    assert not FORBIDDEN.search(page)
    assert "Skyddad har redan ett intyg." in page
    file = inhabited.clients["unit_manager"].get(f"{address}files.xlsx")
    assert not FORBIDDEN.search(text_of(file.content))
