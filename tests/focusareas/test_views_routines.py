"""Routines on the unit's page and in the lead's list, and who reads what units say of them."""

from datetime import date
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from focusareas import completion, quarantine, uploads
from focusareas.models import Activity, CertificateFile, RoutineConfirmation, Unit
from tests import factories as make
from tests.bad_files import locked
from tests.certificates import column, draw
from tests.test_pages import Page
from tests.worlds import Inhabited

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)
PDF = draw(column("Rutin för orosanmälan"))
REVIEWED = {"day": "2023-05-15", "review_on": "2024-05-15", "note": "Pärmen i köket."}


@pytest.fixture
def inhabited(inhabited: Inhabited, settings: LazySettings) -> Inhabited:
    settings.TODAY = TODAY
    return inhabited


@pytest.fixture
def activity(inhabited: Inhabited) -> Activity:
    return make.make_activity("3.4", measure="unit_routine", contracted="none")


@pytest.fixture
def unit(inhabited: Inhabited) -> Unit:
    return inhabited.world.units["HEMT"]


@pytest.fixture
def manager(inhabited: Inhabited) -> Client:
    return inhabited.clients["unit_manager"]


def confirm_url(unit: Unit, activity: Activity) -> str:
    return reverse("routine_confirm", args=[unit.pk, activity.pk])


def a_file(content: bytes = PDF, name: str = "Anna Bergs rutin.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def done(activity: Activity, on: date = TODAY) -> int:
    return completion.for_plan(activity.plan, on=on).activity(activity.code).total.done


def test_manager_confirms_from_the_units_own_page_with_a_document(manager, unit, activity):
    url = confirm_url(unit, activity)
    assert url in manager.get(reverse("unit_detail", args=[unit.pk])).content.decode()
    assert 'value="2024-05-15"' in manager.get(url).content.decode()

    manager.post(url, REVIEWED | {"document": a_file()})

    row = RoutineConfirmation.objects.get()
    assert (row.confirmed_on, row.review_on) == (TODAY, date(2024, 5, 15))
    assert row.note == "Pärmen i köket."
    assert uploads.location(row.document.path).read_bytes() == PDF
    assert done(activity) == 1
    assert done(activity, date(2023, 5, 14)) == 0


def test_document_is_served_harmlessly_to_those_who_see_the_unit(
    inhabited, manager, unit, activity
):
    manager.post(confirm_url(unit, activity), REVIEWED | {"document": a_file()})
    url = reverse("routine_document", args=[RoutineConfirmation.objects.get().pk])

    response = inhabited.clients["department_head"].get(url)

    assert response.getvalue() == PDF
    assert response["Content-Disposition"].startswith("attachment")
    # What the file was called may tell of somebody to whoever has the same file.
    assert "Anna" not in response["Content-Disposition"]
    assert "default-src 'none'" in response["Content-Security-Policy"]
    for role in ("provider_manager", "steering_group", "charlie"):
        assert inhabited.clients[role].get(url).status_code == 404


def test_file_in_which_a_virus_was_found_later_is_not_served(manager, unit, activity):
    manager.post(confirm_url(unit, activity), REVIEWED | {"document": a_file()})
    CertificateFile.objects.update(infection="Eicar", scanned_on=TODAY)

    response = manager.get(reverse("routine_document", args=[RoutineConfirmation.objects.get().pk]))

    assert response.status_code == 410
    assert "Eicar" in response.content.decode()
    quarantine.tell_leads(list(CertificateFile.objects.all()))
    assert confirm_url(unit, activity) in mail.outbox[0].body


@pytest.mark.parametrize(
    "field",
    [
        {"document": a_file(b"PK\x03\x04", "rutin.docx")},
        {"document": a_file(b"\x89PNG\r\n\x1a\n", "rutin.pdf")},
        {"document": a_file(PDF[:400])},
        {"document": a_file(locked())},
        {"document": a_file(b"")},
        {"day": "2023-05-16"},
        {"day": "0001-01-01"},
        {"day": "i dag"},
        {"review_on": "2023-05-15"},
        {"review_on": "9999-12-31"},
        {"note": "x" * 4001},
        {"note": "NUL \0"},
        {"note": "Anna 800101-1234"},
    ],
)
def test_bad_input_is_told_and_changes_nothing(manager, unit, activity, field):
    response = manager.post(confirm_url(unit, activity), REVIEWED | field)

    assert "Rätta det här" in response.content.decode()
    assert not RoutineConfirmation.objects.exists()
    assert not uploads.stored_paths()


def test_review_confirms_anew_and_keeps_the_document(manager, unit, activity):
    manager.post(
        confirm_url(unit, activity), REVIEWED | {"day": "2023-01-10", "document": a_file()}
    )

    manager.post(confirm_url(unit, activity), REVIEWED)

    first, second = RoutineConfirmation.objects.order_by("pk")
    assert (first.withdrawn_on, second.withdrawn_on) == (TODAY, None)
    assert second.document_id == first.document_id
    assert [done(activity, day) for day in (date(2023, 1, 9), date(2023, 1, 10), TODAY)] == [
        0,
        1,
        1,
    ]
    assert "2023-01-10" in manager.get(confirm_url(unit, activity)).content.decode()


def test_review_before_the_latest_is_refused(manager, unit, activity):
    make.make_routine(unit, activity, date(2023, 5, 10))

    response = manager.post(confirm_url(unit, activity), REVIEWED | {"day": "2023-05-09"})

    assert "Rutinen bekräftades 10\xa0maj 2023" in response.content.decode()
    assert RoutineConfirmation.objects.get().withdrawn_on is None


def test_taken_back_it_counts_until_that_day_and_the_reason_stands(manager, unit, activity):
    row = make.make_routine(unit, activity, date(2023, 5, 1))
    url = reverse("routine_withdraw", args=[row.pk])

    assert "Rätta det här" in manager.post(url, {"reason": ""}).content.decode()
    manager.post(url, {"reason": "Rutinen gällde en annan enhet."})

    assert [done(activity, date(2023, 5, 14)), done(activity)] == [1, 0]
    assert (
        "Rutinen gällde en annan enhet."
        in manager.get(confirm_url(unit, activity)).content.decode()
    )
    assert manager.get(url).status_code == 404


def test_note_and_review_day_are_changed(manager, unit, activity):
    row = make.make_routine(unit, activity, date(2023, 5, 1), note="Förr")

    manager.post(reverse("routine_edit", args=[row.pk]), {"note": "Nu", "review_on": "2023-09-01"})

    row.refresh_from_db()
    assert (row.note, row.review_on) == ("Nu", date(2023, 9, 1))


def test_only_units_that_the_activity_covers_confirm(inhabited, manager, unit):
    tagged = make.make_activity("3.2", measure="unit_routine", tags=("möter barn",))
    course = inhabited.world.web_course

    for other in (tagged, course):
        assert manager.post(confirm_url(unit, other), REVIEWED).status_code == 404
    assert not RoutineConfirmation.objects.exists()


def test_nobody_acts_for_another_unit(inhabited, unit, activity):
    row = make.make_routine(unit, activity, date(2023, 5, 1))
    urls = [confirm_url(unit, activity)]
    urls += [reverse(name, args=[row.pk]) for name in ("routine_edit", "routine_withdraw")]

    for role, status in (("provider_manager", 404), ("department_head", 403), ("charlie", 404)):
        for url in urls:
            assert (
                inhabited.clients[role].post(url, REVIEWED | {"reason": "x"}).status_code == status
            )
    row.refresh_from_db()
    assert row.withdrawn_on is None
    assert RoutineConfirmation.objects.count() == 1


def test_overdue_review_is_pointed_out_everywhere(inhabited, manager, unit, activity):
    make.make_routine(unit, activity, date(2022, 5, 1), review_on=date(2023, 5, 1))
    make.make_routine(
        inhabited.world.units["FAM"], activity, date(2023, 2, 1), review_on=date(2023, 5, 15)
    )

    page = inhabited.get("unit_manager", reverse("unit_detail", args=[unit.pk]))
    assert "dags att gå igenom igen" in page
    assert "Gå igenom igen" in page
    page = inhabited.get("steering_group", reverse("activity_detail", args=[activity.pk]))
    assert "enhet skulle ha gått igenom rutinen igen" in page
    page = inhabited.get("lead", reverse("routine_list", args=[activity.pk]) + "?review=overdue")
    assert "Hemtjänst Norr" in page
    assert "Familjefrid" not in page


def test_list_and_workbook_hold_what_the_reader_may_see(inhabited, unit, activity):
    hidden = make.make_staff_member("Siv Hemlig", unit=unit, is_protected=True)
    make.make_routine(unit, activity, date(2023, 5, 1), note=f"{hidden.full_name} berättade.")
    make.make_routine(inhabited.world.units["FAM"], activity, date(2023, 2, 1), note="=1+1")
    url = reverse("routine_list", args=[activity.pk])

    lead, head = inhabited.get("lead", url), inhabited.get("department_head", url)
    assert "Siv Hemlig berättade." in lead
    assert "Familjefrid" in lead
    assert "Skyddad berättade." in head
    assert "Familjefrid" not in head
    assert inhabited.clients["steering_group"].get(url).status_code == 403
    assert inhabited.get("lead", f"{url}?q=%00finns%20inte&page=999999999999").count("<tr") == 2

    book = inhabited.clients["department_head"].get(reverse("routine_workbook", args=[activity.pk]))
    cells = [cell for row in load_workbook(BytesIO(book.content)).active.values for cell in row]
    assert "Skyddad berättade." in cells
    assert "Familjefrid" not in cells


def test_pages_are_well_formed_and_cost_the_same_for_many(inhabited, unit, activity):
    make.make_routine(unit, activity, date(2022, 1, 1), withdrawn_on=date(2022, 5, 1), note="Förr")
    make.make_routine(unit, activity, date(2022, 5, 1), review_on=date(2023, 5, 1), note="Nu")
    for _ in range(20):
        make.make_routine(make.make_unit(), activity, TODAY)

    for role, url in (
        ("unit_manager", confirm_url(unit, activity)),
        ("unit_manager", reverse("unit_detail", args=[unit.pk])),
        ("department_head", reverse("routine_list", args=[activity.pk])),
        ("lead", reverse("activity_detail", args=[activity.pk])),
    ):
        page = Page(inhabited.get_in_ten(role, url))
        assert page.faults == []
        assert [field for field in page.inputs if field not in page.labels] == []
