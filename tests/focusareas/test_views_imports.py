"""The HR workbook through the browser: seen first, then carried out, on the same bytes."""

import os
import stat
import time
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from focusareas import hr_upload
from focusareas.hr_import import run
from focusareas.hr_upload import Upload, UploadGoneError
from focusareas.models import AuditEvent, Employment, StaffMember, Unit
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db

PERSON = {"Anställningsnummer": "1", "Efternamn": "Berg"}


@pytest.fixture
def administrator(client):
    client.force_login(make.make_user(is_administrator=True))
    return client


def hand_in(client, content: bytes, on: str = "2023-05-01", name: str = "hr.xlsx"):
    data = {"file": SimpleUploadedFile(name, content), "on": on}
    return client.post(reverse("import_create"), data, follow=True)


def seen(client) -> str:
    return client.get(reverse("import_preview")).context["form"].initial["seen"]


def carry_out(client, **data):
    return client.post(reverse("import_carry_out"), {"seen": seen(client)} | data, follow=True)


def kept_files() -> list[str]:
    return [path.name for path in hr_upload.folder().glob("*")]


def test_preview_shows_the_counts_and_saves_nothing(administrator):
    response = hand_in(administrator, make_workbook(people=[PERSON]).getvalue())

    page = response.content.decode()
    assert "Det här skulle hända" in page
    assert "hr.xlsx, per 1\u00a0maj 2023" in page
    assert "Äldreomsorg" in page
    assert "Genomför: 1\u00a0enhet och 1\u00a0medarbetare" in page
    assert not Unit.objects.exists()
    assert not AuditEvent.objects.exists()


def test_what_was_seen_is_carried_out_and_the_file_is_removed(
    administrator, django_capture_on_commit_callbacks
):
    hand_in(administrator, make_workbook(people=[PERSON]).getvalue())

    with django_capture_on_commit_callbacks(execute=True):
        response = carry_out(administrator)

    assert "hr.xlsx är inläst: 1\u00a0ny enhet" in response.content.decode()
    assert StaffMember.objects.get().family_name == "Berg"
    assert "per 2023-05-01" in AuditEvent.objects.get(object_type="focusareas.importbatch").text
    assert kept_files() == []


def test_latest_imports_are_listed_where_one_begins(administrator):
    run(make_workbook(people=[PERSON]), on=date(2023, 5, 1))

    page = administrator.get(reverse("import_create")).content.decode()

    assert "Läste in organisationen per 2023-05-01: enheter 1 nya" in page
    assert "driften" in page


def test_kept_file_is_read_by_its_owner_only(administrator):
    hand_in(administrator, make_workbook().getvalue(), name="../../etc/hr.xlsx")

    (path,) = hr_upload.folder().iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_errors_name_sheet_row_and_column_and_cannot_be_carried_out(administrator):
    content = make_workbook(people=[PERSON | {"Från": "snart", "Enhetskod": "X9"}]).getvalue()

    page = hand_in(administrator, content).content.decode()
    carry_out(administrator)

    for words in ("Filen kan inte läsas in än", "Medarbetare", "Från", "X9", "Välj en rättad fil"):
        assert words in page
    assert "Genomför:" not in page
    assert not StaffMember.objects.exists()


@pytest.mark.parametrize("content", [b"PK\x03\x04 nonsense", b"hello", b"\0" * 100])
def test_what_is_no_workbook_is_refused_in_words(administrator, content):
    page = hand_in(administrator, content).content.decode()

    assert "Filen kan inte läsas in än" in page


@pytest.mark.parametrize(
    ("content", "on", "words"),
    [
        (b"", "2023-05-01", "Filen är tom"),
        (b"x", "1023-05-01", "mellan 1900 och 2100"),
        (b"x", "\0", "Rätta det här"),
        (b"x", "", "Rätta det här"),
    ],
)
def test_wrong_form_keeps_nothing(administrator, content, on, words):
    assert words in hand_in(administrator, content, on=on).content.decode()
    assert not hr_upload.folder().exists()


def leaver_file() -> bytes:
    """Lists E1 with one of the two who work there."""
    run(make_workbook(people=[PERSON, {"Anställningsnummer": "2"}]), on=date(2023, 5, 1))
    return make_workbook(people=[PERSON]).getvalue()


@pytest.mark.parametrize(("data", "last_day"), [({}, None), ({"allow_leavers": "on"}, "04-30")])
def test_whoever_is_missing_is_ended_only_when_asked_for(administrator, data, last_day):
    page = hand_in(administrator, leaver_file()).content.decode()
    assert "1\u00a0person på filens enheter står inte i filen" in page

    carry_out(administrator, **data)

    ended = Employment.objects.get(staff_member__employee_number="2").last_day
    assert ended == (date.fromisoformat(f"2023-{last_day}") if last_day else None)


def test_other_outcome_than_the_one_seen_is_shown_anew(administrator):
    hand_in(administrator, make_workbook(people=[PERSON]).getvalue())
    agreed = seen(administrator)
    make.make_unit("E1")

    response = administrator.post(reverse("import_carry_out"), {"seen": agreed}, follow=True)

    assert "Något har ändrats sedan du läste" in response.content.decode()
    assert not StaffMember.objects.exists()


def test_file_that_was_changed_on_disk_is_not_carried_out(administrator):
    hand_in(administrator, make_workbook(people=[PERSON]).getvalue())
    agreed = seen(administrator)
    (path,) = hr_upload.folder().iterdir()
    path.write_bytes(make_workbook().getvalue())

    response = administrator.post(reverse("import_carry_out"), {"seen": agreed}, follow=True)

    assert "Filen finns inte kvar" in response.content.decode()
    assert not Unit.objects.exists()


@pytest.mark.parametrize("seen", ["", "\0", "x" * 100, "0" * 64])
def test_agreement_to_something_else_saves_nothing(administrator, seen):
    hand_in(administrator, make_workbook().getvalue())

    response = administrator.post(reverse("import_carry_out"), {"seen": seen})

    assert response.status_code == 302
    assert not Unit.objects.exists()


def test_carrying_out_without_a_file_leads_back(administrator):
    response = administrator.post(reverse("import_carry_out"), {"seen": "x"})

    assert response.url == reverse("import_create")


def test_another_upload_takes_the_place_of_the_first(administrator):
    hand_in(administrator, make_workbook().getvalue())
    first = kept_files()

    hand_in(administrator, make_workbook(people=[PERSON]).getvalue())

    assert len(kept_files()) == 1
    assert kept_files() != first


def test_file_nobody_came_back_for_is_removed(tmp_path):
    old = hr_upload.keep(b"old", name="old.xlsx", on=date(2023, 5, 1))
    long_ago = time.time() - hr_upload.KEPT_SECONDS - 60
    os.utime(old.path, (long_ago, long_ago))

    new = hr_upload.keep(b"new", name="new.xlsx", on=date(2023, 5, 1))

    assert kept_files() == [new.path.name]


def test_token_never_leads_out_of_the_folder():
    with pytest.raises(UploadGoneError):
        _ = Upload("../../secret_key", "", "x", "2023-05-01").path


def test_many_findings_are_paged(administrator):
    people = [{"Anställningsnummer": str(number), "Från": "x"} for number in range(150)]
    hand_in(administrator, make_workbook(people=people).getvalue())

    page = administrator.get(reverse("import_preview"), {"page": "2"}).content.decode()

    assert page.count("<tr>") == 51
    assert "101–150 av 150" in page


def test_template_is_a_workbook_that_the_import_can_read(administrator):
    content = administrator.get(reverse("import_template")).content

    page = hand_in(administrator, content).content.decode()

    assert "saknas. Lägg till" not in page
    assert "Det här skulle hända" in page
