"""A large HR workbook is left to the worker, and the page says how far it has come."""

import os
from datetime import date, timedelta
from pathlib import Path
from time import time
from typing import Any
from unittest.mock import Mock

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from focusareas import hr_import, hr_upload, hr_work
from focusareas.hr_upload import Phase, State, Upload
from focusareas.models import ImportBatch, StaffMember, Unit
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = pytest.mark.django_db
PREVIEW = "/imports/preview/"


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = date(2023, 5, 15)


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hr_work, "MAX_BYTES_AT_ONCE", 0)


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make.make_user(is_administrator=True))
    return client


def hand_in(client: Client) -> Upload:
    content = make_workbook(people=[{}]).getvalue()
    data = {"file": SimpleUploadedFile("stor.xlsx", content), "on": "2023-05-01"}
    assert client.post(reverse("import_create"), data)["Location"] == PREVIEW
    return hr_upload.kept(client.session["hr_upload"])


def work() -> None:
    call_command("work", batch=True, interval=0, verbosity=0)


def page_of(client: Client) -> str:
    return client.get(PREVIEW).content.decode()


def carry_out(client: Client) -> Any:
    seen = client.get(PREVIEW).context["form"].initial["seen"]
    return client.post(reverse("import_carry_out"), {"seen": seen}, follow=True)


def test_large_file_is_read_and_carried_out_by_the_worker(administrator: Client) -> None:
    hand_in(administrator)
    assert "Filen läses" in page_of(administrator)
    assert "Väntar på sin tur" in page_of(administrator)

    work()
    assert "Det här skulle hända" in page_of(administrator)
    assert "Ändringarna sparas" in carry_out(administrator).content.decode()
    assert not Unit.objects.exists()

    work()
    batch = ImportBatch.objects.get()
    assert administrator.get(PREVIEW)["Location"] == reverse("import_detail", args=[batch.pk])
    assert StaffMember.objects.count() == 1


def test_page_says_how_many_rows_have_been_compared(administrator: Client) -> None:
    upload = hand_in(administrator)
    upload.write(State(Phase.READING, "Jämför medarbetarna", 4_000, 17_000))

    page = page_of(administrator)

    assert "Jämför medarbetarna: 4\u00a0000 av 17\u00a0000 rader" in page
    assert 'value="4000"' in page
    assert f'<a href="{PREVIEW}">Ladda om sidan</a>' in page


def test_what_has_changed_meanwhile_is_shown_anew(administrator: Client) -> None:
    hand_in(administrator)
    work()
    carry_out(administrator)
    make.make_unit("E1")

    work()

    assert "Något har ändrats sedan du läste" in page_of(administrator)
    assert not StaffMember.objects.exists()


def test_failure_is_told_and_nothing_is_saved(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise MemoryError

    hand_in(administrator)
    monkeypatch.setattr(hr_import, "run", fail)
    work()

    assert "Filen kunde inte läsas in" in page_of(administrator)


def test_what_a_worker_left_half_done_is_taken_up_again(administrator: Client) -> None:
    hand_in(administrator)
    begun = DBTaskResult.objects.get()
    begun.claim("a worker that was ended")

    work()

    assert "Det här skulle hända" in page_of(administrator)
    begun.refresh_from_db()
    assert begun.status == "FAILED"


def test_what_another_worker_is_at_is_left_to_it(administrator: Client) -> None:
    upload = hand_in(administrator)
    begun = DBTaskResult.objects.get()
    begun.claim("a worker that is at it")

    with upload.held():
        work()

    assert DBTaskResult.objects.get() == begun
    begun.refresh_from_db()
    assert begun.status == "RUNNING"


def test_what_was_ended_after_it_was_saved_is_neither_done_twice_nor_told_as_failed(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in(administrator)
    work()
    carry_out(administrator)
    begun = DBTaskResult.objects.ready().get()
    with monkeypatch.context() as stopped:
        stopped.setattr(Path, "unlink", Mock(side_effect=PermissionError))
        work()
    begun.claim("a worker that was ended")

    work()

    batch = ImportBatch.objects.get()
    assert administrator.get(PREVIEW)["Location"] == reverse("import_detail", args=[batch.pk])


def test_full_disk_after_it_was_saved_is_not_told_as_a_failure(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = hand_in(administrator)
    work()
    carry_out(administrator)
    write = Upload.write

    def fill_up(upload: Upload, state: State) -> None:
        if state.phase not in (Phase.READING, Phase.CARRYING_OUT):
            raise OSError
        write(upload, state)

    monkeypatch.setattr(Upload, "write", fill_up)
    work()

    assert ImportBatch.objects.exists()
    assert not upload.path.exists()
    assert administrator.get(PREVIEW)["Location"] == reverse("import_create")


def test_daily_letters_tidy_away_what_nobody_came_back_for(administrator: Client) -> None:
    upload = hand_in(administrator)
    long_ago = time() - hr_upload.KEPT_SECONDS - 60
    os.utime(upload.path, (long_ago, long_ago))
    batch = ImportBatch.objects.create(effective_on=date(2023, 5, 1), counts={}, journal={})
    ImportBatch.objects.update(made_at=timezone.now() - timedelta(days=8))

    call_command("send_reminders", verbosity=0)

    batch.refresh_from_db()
    assert batch.journal is None
    assert not upload.path.exists()


def test_file_that_another_has_taken_the_place_of_is_left(administrator: Client) -> None:
    first = hand_in(administrator)
    hand_in(administrator)

    work()

    assert not first.state_path.exists()
    assert "Det här skulle hända" in page_of(administrator)


def test_file_that_is_being_carried_out_stays_when_another_is_handed_in(
    administrator: Client,
) -> None:
    hand_in(administrator)
    work()
    carry_out(administrator)
    hand_in(administrator)

    work()

    assert ImportBatch.objects.get().effective_on == date(2023, 5, 1)
