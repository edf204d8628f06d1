"""The HR workbook through the browser: seen first, then carried out, on the same bytes."""

import os
import stat
import time
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import strip_tags
from openpyxl import load_workbook

from focusareas import hr_upload, hr_work
from focusareas.hr_import import run
from focusareas.hr_upload import Upload, UploadGoneError
from focusareas.models import AuditEvent, Employment, ImportBatch, StaffMember, Unit
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db

PERSON = {"Anställningsnummer": "1", "Efternamn": "Berg"}


@pytest.fixture(autouse=True)
def standing_day(settings):
    settings.TODAY = date(2023, 5, 15)


@pytest.fixture
def administrator(client):
    client.force_login(make.make_user(is_administrator=True))
    return client


def hand_in(client, content: bytes, on: str = "2023-05-01", name: str = "hr.xlsx"):
    data = {"file": SimpleUploadedFile(name, content), "on": on}
    return client.post(reverse("import_create"), data, follow=True)


def words_of(response) -> str:
    """The page without its tags, with single blanks."""
    return " ".join(strip_tags(response.content.decode()).split())


def seen(client) -> str:
    return client.get(reverse("import_preview")).context["form"].initial["seen"]


def carry_out(client, **data):
    return client.post(reverse("import_carry_out"), {"seen": seen(client)} | data, follow=True)


def test_file_that_another_tab_replaces_meanwhile_is_told_as_gone(administrator, monkeypatch):
    hand_in(administrator, make_workbook(people=[PERSON]).getvalue())
    agreed = {"seen": seen(administrator)}
    monkeypatch.setattr(hr_work, "carry_out", lambda upload, *_, by: hr_upload.forget(upload))

    response = administrator.post(reverse("import_carry_out"), agreed)

    assert response["Location"] == reverse("import_create")


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


def test_what_was_seen_is_carried_out_and_nothing_is_kept_but_which_it_was(administrator):
    hand_in(administrator, make_workbook(people=[PERSON]).getvalue())

    response = carry_out(administrator)

    batch = ImportBatch.objects.get()
    assert response.redirect_chain[-1][0] == reverse("import_detail", args=[batch.pk])
    assert "hr.xlsx är inläst." in response.content.decode()
    assert StaffMember.objects.get().family_name == "Berg"
    assert "per 2023-05-01" in AuditEvent.objects.get(object_type="focusareas.importbatch").text
    (left,) = hr_upload.folder().iterdir()
    assert left.suffix == ".json"
    assert "Berg" not in left.read_text()


def test_what_is_kept_is_read_by_its_owner_only(administrator):
    hand_in(administrator, make_workbook().getvalue(), name="../../etc/hr.xlsx")

    file, state = hr_upload.folder().iterdir()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (file, state)} == {0o600}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


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


def leaver_file(n_staff: int) -> bytes:
    """Lists E1 with everybody but one of those who work there, and somebody new."""
    people = [{"Anställningsnummer": str(number)} for number in range(1, n_staff + 1)]
    run(make_workbook(people=people), on=date(2023, 5, 1))
    return make_workbook(people=[*people[:-1], {"Anställningsnummer": "new"}]).getvalue()


@pytest.mark.parametrize(("data", "last_day"), [({}, None), ({"allow_leavers": "on"}, "04-30")])
def test_whoever_is_missing_is_ended_only_when_asked_for(administrator, data, last_day):
    page = words_of(hand_in(administrator, leaver_file(20)))
    assert "1 medarbetare på filens enheter" in page
    assert "filen är hel" not in page

    carry_out(administrator, **data)

    ended = Employment.objects.get(staff_member__employee_number="20").last_day
    assert ended == (date.fromisoformat(f"2023-{last_day}") if last_day else None)


@pytest.mark.parametrize("more", [{}, {"allow_leavers": "on"}])
def test_when_more_than_one_in_twenty_is_missing_the_number_must_be_confirmed(administrator, more):
    page = hand_in(administrator, leaver_file(19)).content.decode()
    assert "Ja, filen är hel: 1 av 19 medarbetare ska inte stå i den" in page

    refused = carry_out(administrator, **more).content.decode()

    assert "Kontrollera att filen är hel" in refused
    assert 'role="alert"' in refused
    assert not StaffMember.objects.filter(employee_number="new").exists()

    carry_out(administrator, is_whole="on", **more)

    assert StaffMember.objects.filter(employee_number="new").exists()


@pytest.mark.parametrize("on", ["2003-05-01", "2022-05-13", "2024-05-16"])
def test_day_more_than_a_year_away_must_be_said_to_be_right(administrator, on):
    file = make_workbook(people=[PERSON]).getvalue()
    page = hand_in(administrator, file, on=on).content.decode()
    assert "mer än ett år från i dag" in page

    refused = carry_out(administrator).content.decode()

    assert "Välj filen igen med rätt dag, eller kryssa i rutan" in refused
    assert not StaffMember.objects.exists()

    carry_out(administrator, is_that_day="on")

    assert ImportBatch.objects.get().effective_on == date.fromisoformat(on)


@pytest.mark.parametrize("on", ["2022-05-14", "2024-05-15"])
def test_day_within_a_year_is_not_asked_about(administrator, on):
    page = hand_in(administrator, make_workbook(people=[PERSON]).getvalue(), on=on)

    assert "mer än ett år" not in page.content.decode()
    carry_out(administrator)
    assert StaffMember.objects.exists()


def test_nothing_but_the_missing_is_carried_out_when_they_are_to_end(administrator):
    people = [{"Anställningsnummer": str(number)} for number in range(1, 21)]
    run(make_workbook(people=people), on=date(2023, 5, 1))
    hand_in(administrator, make_workbook(people=people[:-1]).getvalue())

    assert "Filen ändrar inget annat" in carry_out(administrator).content.decode()
    page = words_of(carry_out(administrator, allow_leavers="on"))

    assert "Medarbetare: 1 avslutad" in page
    assert Employment.objects.filter(last_day=date(2023, 4, 30)).count() == 1


def test_file_that_changes_nothing_is_not_offered(administrator):
    run(make_workbook(people=[PERSON]), on=date(2023, 5, 1))

    page = hand_in(administrator, make_workbook(people=[PERSON]).getvalue()).content.decode()

    assert "Filen ändrar ingenting" in page
    assert "Genomför" not in page
    assert carry_out(administrator).status_code == 200
    assert ImportBatch.objects.count() == 1


def test_other_details_than_those_seen_are_shown_anew(administrator):
    run(make_workbook(people=[PERSON]), on=date(2023, 5, 1))
    hand_in(administrator, make_workbook(people=[PERSON | {"Förnamn": "Ny"}]).getvalue())
    agreed = seen(administrator)
    StaffMember.objects.update(given_name="Annan")

    response = administrator.post(reverse("import_carry_out"), {"seen": agreed}, follow=True)

    assert "Något har ändrats sedan du läste" in response.content.decode()
    assert StaffMember.objects.get().given_name == "Annan"


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
    (path,) = hr_upload.folder().glob("*.xlsx")
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

    assert len(kept_files()) == 2
    assert not set(kept_files()) & set(first)


def test_file_nobody_came_back_for_is_removed(tmp_path):
    old = hr_upload.keep(b"old", name="old.xlsx", on=date(2023, 5, 1))
    long_ago = time.time() - hr_upload.KEPT_SECONDS - 60
    os.utime(old.path, (long_ago, long_ago))

    new = hr_upload.keep(b"new", name="new.xlsx", on=date(2023, 5, 1))

    assert kept_files() == [new.path.name]


def test_full_disk_is_told_and_leaves_nothing(administrator, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Upload, "write", full)

    page = hand_in(administrator, make_workbook().getvalue()).content.decode()

    assert "disken är full" in page
    assert kept_files() == []


def test_token_never_leads_out_of_the_folder():
    with pytest.raises(UploadGoneError):
        _ = Upload("../../secret_key", "", "x", "2023-05-01").path


def test_many_findings_are_paged(administrator):
    people = [{"Anställningsnummer": str(number), "Från": "x"} for number in range(150)]
    hand_in(administrator, make_workbook(people=people).getvalue())

    page = administrator.get(reverse("import_preview"), {"page": "2"}).content.decode()

    assert page.count("<tr>") == 51
    assert "101–150 av 150" in page


def test_findings_are_told_by_kind_and_one_kind_can_be_chosen(administrator):
    people = [{"Anställningsnummer": "1", "Från": "x"}, {"Anställningsnummer": "2", "E-post": "y"}]
    page = hand_in(administrator, make_workbook(people=people).getvalue()).content.decode()
    assert page.index("Medarbetare, Från: 1\u00a0fel") < page.index(
        "Medarbetare, E-post: 1\u00a0fel"
    )

    chosen = administrator.get(reverse("import_preview"), {"kind": "1"}).content.decode()

    assert "inte en e-postadress" in chosen
    assert "är inte en dag" not in chosen


def test_findings_are_taken_home_as_a_workbook_that_is_safe_to_open(administrator):
    people = [{"Anställningsnummer": "1", "Från": "=1+1 x"}]
    hand_in(administrator, make_workbook(people=people).getvalue(), name="=hr.xlsx")

    content = administrator.get(reverse("import_findings")).content

    title, header, row = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    assert title[0] == "Att rätta och titta på i =hr.xlsx"
    assert header[0] == "Slag"
    assert row[:4] == ("Fel", "Medarbetare", 2, "Från")


def test_rows_behind_a_count_say_what_changes_field_by_field(administrator):
    run(make_workbook(people=[PERSON]), on=date(2023, 5, 1))
    hand_in(
        administrator,
        make_workbook(
            people=[PERSON | {"Efternamn": "Ek"}, PERSON | {"Anställningsnummer": "9"}]
        ).getvalue(),
    )
    rows = reverse("import_preview_rows")

    changed = administrator.get(rows, {"show": "people-changed"}).content.decode()
    new = administrator.get(rows, {"show": "people-new"}).content.decode()

    assert "Efternamn: Berg → Ek" in changed
    assert "Samma namn har 1. Är det samma person?" in new
    assert administrator.get(rows, {"show": "people-\0"}).status_code == 404


def test_name_that_may_be_misspelt_is_shown_with_the_known_one(administrator):
    run(make_workbook([{"Enhet": "Hemtjänst Norr"}]), on=date(2023, 5, 1))
    unit = {"Enhetskod": "E2", "Enhet": "Hemtjänsten Norr", "Avdelning": "Äldreomsorgen"}

    page = words_of(hand_in(administrator, make_workbook([unit]).getvalue()))

    assert "Stavfel? Närmast: Äldreomsorg" in page
    assert "1 enhet som lämnas orörda" in page
    findings = administrator.get(reverse("import_preview_rows"), {"show": "findings"})
    assert "Hemtjänst Norr, med koden E1, står inte i filen" in findings.content.decode()


def test_template_tells_what_may_stand_where_and_says_nothing_itself(administrator):
    make.make_unit("E1")
    content = administrator.get(reverse("import_template")).content

    page = hand_in(administrator, content).content.decode()

    assert "Filen ändrar ingenting" in page
    assert "Står inte i filen" not in page
    *sheets, instructions = load_workbook(BytesIO(content)).worksheets
    told = {row[:2]: row[3] for row in instructions.iter_rows(min_row=3, values_only=True)}
    for sheet in sheets:
        assert {(sheet.title, cell.value) for cell in sheet[1]} <= told.keys()
    assert told["Enheter", "Driftform"] == "egen eller privat"
    (offered,) = sheets[0].data_validations.dataValidation
    assert (offered.formula1, str(offered.sqref)) == ('"egen,privat"', "D2:D1048576")
    assert "2023-04-30" in told["Medarbetare", "Från"]
