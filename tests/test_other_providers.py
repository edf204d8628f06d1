"""Nothing of one provider is reachable for another's manager: addresses, forms, files, links.

Every address about one thing is asked for about something of the rival, and must answer as if
it were not there. Then everything that does open is searched for the rival.
"""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from openpyxl import Workbook

from focusareas import reimbursement, share_links, trainings
from focusareas.meetings import note_attendance
from focusareas.models import (
    Absence,
    Activity,
    Employment,
    Meeting,
    PaymentBatch,
    RoutineConfirmation,
    ShareLink,
    StaffMember,
    Submission,
    Unit,
    UnitManager,
)
from tests import factories as make
from tests.test_access import TABLE, url
from tests.test_scope import FORM, everything
from tests.test_steering_group import text_of
from tests.workbooks import PERSON, add_sheet, saved
from tests.worlds import DAY, ON_DAY, Inhabited

pytestmark = pytest.mark.once

NOBODY = 10**9
# What an address is about, by how it begins; all that hangs on one unit or its people.
ABOUT = {
    "units": "unit",
    "unit-staff": "employment",
    "employments": "employment",
    "leaves": "leave",
    "people": "person",
    "certificates": "certificate",
    "review": "certificate",
    "submissions": "submission",
    "key-persons": "duty",
    "routines": "routine",
    "share-links": "share_link",
    "covers": "cover",
    "unit-managers": "cover",
    "users": "user",
    "departments": "department",
    "department-heads": "head",
    "providers": "provider",
    "payments": "batch",
    "imports": "import",
    "spellings": "spelling",
}
# What everybody with a role has in common, or what is of no unit; its pages are searched below.
COMMON = {
    "activities",
    "plans",
    "meetings",
    "indicators",
    "indicator-values",
    "courses",
    "reports",
    "share",
}
Rows = dict[str, models.Model]
KEPT = (Employment, StaffMember, ShareLink, UnitManager, Absence, RoutineConfirmation)


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = DAY
    return inhabited


@pytest.fixture
def rival(inhabited: Inhabited) -> Rows:
    """Another provider's unit with one of everything; all of it is called Rival."""
    world = inhabited.world
    unit = make.make_unit("RIVAL", name="Rivalen", provider="Rival AB", department="Rivalavd")
    rut = make.make_staff_member("Rut Rival", unit=unit, employee_number="rival-1")
    chief = make.make_user("rival@example.com", first_name="Rea", last_name="Rival")
    routines = make.make_activity("3.4", plan=world.plan, measure=Activity.Measure.UNIT_ROUTINE)
    file = make.make_certificate_file()
    return {
        "unit": unit,
        "person": rut,
        "employment": rut.employments.get(),
        "leave": make.make_absence(rut.employments.get(), DAY),
        "certificate": make.make_certificate(rut, world.course, unit, DAY, approved_on=DAY),
        "submission": Submission.objects.create(
            unit=unit, course=world.course, received_on=DAY, handed_in_by=chief
        ),
        "duty": make.make_key_person(rut, unit),
        "routine": make.make_routine(unit, routines, DAY, document=file, note="Rivalens rutin"),
        "share_link": share_links.make(unit, expires_on=DAY, by=chief, on=DAY),
        "cover": make.make_unit_manager(chief, unit, is_deputy=True),
        "user": chief,
        "department": unit.placements.get().department,
        "provider": unit.provider,
        "batch": paid(inhabited),
    }


def paid(inhabited: Inhabited) -> PaymentBatch:
    """What everybody had coming, the rival too."""
    plan = inhabited.world.plan
    Activity.objects.filter(pk=inhabited.world.web_course.pk).update(amount_sek=500)
    basis = reimbursement.due(plan, on=DAY).basis
    return reimbursement.pay(plan, basis=basis, on=DAY, by=inhabited.users["lead"])


def met(inhabited: Inhabited, rut: StaffMember) -> Meeting:
    """A meeting and a training day to which somebody of the rival came."""
    lead, plan = inhabited.users["lead"], inhabited.world.plan
    activity = make.make_activity("2.5", plan=plan, measure=Activity.Measure.MEETINGS, target=2)
    meeting = Meeting.objects.create(activity=activity, day=DAY, theme="Uppstart")
    note_attendance(meeting, came=[rut], by=lead)
    course = make.make_course("patriark", name="PATRIARK")
    training = trainings.plan_day(course, day=DAY, place="", note="", by=lead)
    trainings.register(training, [rut], by=lead)
    return meeting


def patterns(found: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address of ours with a number in it."""
    for pattern in found:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if address not in ("accounts/", "admin/"):
                yield from patterns(pattern.url_patterns, address)
        elif "<int:pk>" in address:
            yield address


def of_one_unit() -> dict[str, str]:
    """The addresses about one thing of one unit, and what that is."""
    found = {address: address.split("/")[0] for address in patterns(get_resolver().url_patterns)}
    return {address: ABOUT[begins] for address, begins in found.items() if begins not in COMMON}


def filled(inhabited: Inhabited, address: str, pk: int) -> str:
    others = inhabited.world.web_course.pk
    return "/" + re.sub(r"<\w+:\w+>", str(others), address.replace("<int:pk>", str(pk)))


def all_there_is() -> list[object]:
    return [
        *everything(),
        *(list(model._default_manager.order_by("pk").values()) for model in KEPT),
    ]


def test_what_is_the_rival_s_answers_as_if_it_were_not_there(
    inhabited: Inhabited, rival: Rows
) -> None:
    client, before = inhabited.clients["provider_manager"], all_there_is()
    told_apart, opened = [], []

    for address, about in of_one_unit().items():
        there = filled(inhabited, address, rival[about].pk if about in rival else 1)
        asked, sent = client.get(there).status_code, client.post(there, FORM).status_code
        # A role that may not is told so before anything is looked up.
        if asked == 404 != client.get(filled(inhabited, address, NOBODY)).status_code:
            told_apart.append(address)
        if {asked, sent} - {403, 404, 405}:
            opened.append((address, asked, sent))

    assert (told_apart, opened) == ([], [])
    assert all_there_is() == before


def test_same_addresses_open_for_those_who_may(inhabited: Inhabited, rival: Rows) -> None:
    """Else the test above would hold for addresses that nobody can open."""
    clients = inhabited.clients["lead"], inhabited.clients["administrator"]
    opened = [
        there
        for address, about in of_one_unit().items()
        if about in rival
        for there in [filled(inhabited, address, rival[about].pk)]
        if any(client.get(there).status_code in (200, 302, 405) for client in clients)
    ]

    assert len(opened) > 60


def test_nothing_that_opens_tells_of_the_rival(inhabited: Inhabited, rival: Rows) -> None:
    meeting, client = met(inhabited, rival["person"]), inhabited.clients["provider_manager"]
    units, read = inhabited.world.units, dict[str, str]()

    for name in TABLE:
        address = url(inhabited, name).replace("/meetings/0/", f"/meetings/{meeting.pk}/")
        address = address.replace(f"/units/{units['HEMT'].pk}/", f"/units/{units['OMS'].pk}/")
        response = client.get(address + ON_DAY)
        if response.status_code == 200:
            is_workbook = ".xlsx" in address
            read[name] = text_of(response.content) if is_workbook else response.content.decode()

    assert {"meeting_detail", "unit_staff_form", "unit_payments", "activity_detail"} <= read.keys()
    assert [page for page, text in read.items() if "rival" in text.casefold()] == []


def test_rival_s_own_manager_reads_its_name(inhabited: Inhabited, rival: Rows) -> None:
    """Else the search above would find nothing anywhere."""
    make.make_unit_manager(inhabited.users["charlie"], rival["unit"])

    assert "Rut Rival" in inhabited.get("charlie", f"/units/{rival['unit'].pk}/{ON_DAY}")


def test_whom_both_employ_tells_nothing_of_the_work_at_the_other(
    inhabited: Inhabited, rival: Rows
) -> None:
    """The certificate follows the person; who handed it in and paid for it does not."""
    own, world = inhabited.world.units["OMS"], inhabited.world
    both = make.make_staff_member("Bo Båda", unit=own)
    make.make_employment(both, rival["unit"])
    make.make_key_person(both, rival["unit"])
    shown = make.make_certificate(both, world.course, rival["unit"], DAY, approved_on=DAY)
    client, pages = inhabited.clients["provider_manager"], {}

    for address in (
        f"/units/{own.pk}/",
        f"/units/{own.pk}/staff/",
        f"/units/{own.pk}/trace/",
        f"/units/{own.pk}/received/",
        f"/units/{own.pk}/key-persons/new/",
        f"/certificates/{shown.pk}/",
        f"/certificates/{shown.pk}/trace/",
    ):
        pages[address] = client.get(address).content.decode()

    assert "Bo Båda" in pages[f"/units/{own.pk}/staff/"]
    assert [page for page, text in pages.items() if "rival" in text.casefold()] == []


def test_no_door_leads_to_what_came_of_somebody_who_has_left(
    inhabited: Inhabited, rival: Rows
) -> None:
    """Neither a post made longer, nor one begun earlier, nor a row in the unit's own workbook."""
    own, client = inhabited.world.units["OMS"], inhabited.clients["provider_manager"]
    gone = make.make_staff_member("Bo Borta", employee_number="P-OMS-77")
    post = make.make_employment(gone, own, last_day=date(2023, 1, 31))
    make.make_employment(gone, rival["unit"], first_day=date(2023, 2, 1))
    since = make.make_certificate(gone, inhabited.world.course, rival["unit"], DAY, approved_on=DAY)
    days = {"title": "", "first_day": "2020-01-01", "last_day": "2023-01-31"}

    for changed in ({"last_day": ""}, {"last_day": "2024-01-31"}, {"first_day": "2000-01-01"}):
        client.post(f"/unit-staff/{post.pk}/edit/", days | changed)
        assert client.get(f"/certificates/{since.pk}/").status_code == 404
    for number in ("P-OMS-77", gone.pk, None, "rival-1"):
        file = own_workbook(own, {"Anställningsnummer": number, "Från": date(2020, 1, 1)})
        hand_in_workbook(client, own, file)
        assert client.get(f"/certificates/{since.pk}/").status_code == 404
    assert client.get(f"/certificates/{rival['certificate'].pk}/").status_code == 404
    make.make_employment(gone, own, first_day=DAY)
    assert client.get(f"/certificates/{since.pk}/").status_code == 200


def own_workbook(unit: Unit, row: dict[str, object]) -> BytesIO:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    name = {"Förnamn": "Bo", "Efternamn": "Borta", "Enhetskod": unit.code}
    add_sheet(workbook, "Medarbetare", PERSON, [name | row])
    return saved(workbook)


def hand_in_workbook(client: Client, unit: Unit, file: BytesIO) -> None:
    """Handed in and agreed to, as far as the pages let one."""
    sent = SimpleUploadedFile("lista.xlsx", file.getvalue())
    form = f"/units/{unit.pk}/staff/import/"
    client.post(form, {"file": sent, "on": str(DAY)})
    seen = re.search(r'name="seen" value="(\w+)"', client.get(f"{form}preview/").content.decode())
    client.post(f"{form}carry-out/", {"seen": seen[1] if seen else "", "is_whole": "on"})
