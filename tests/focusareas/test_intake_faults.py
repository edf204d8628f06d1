"""What was told to be saved is saved, and nothing is left lying, whatever gives way meanwhile."""

import errno
import io
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.core.management import call_command
from django.db import IntegrityError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.urls import reverse

from focusareas import examination, isolation, uploads
from focusareas.models import Certificate, CertificateFile, Course, Unit
from tests import factories as make
from tests.certificates import scan
from tests.hand_ins import certificate, hand_in, kinds
from tests.worlds import signed_in

TODAY = date(2023, 5, 15)


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def a_unit() -> tuple[Unit, Course]:
    """A unit with two people, and the course they have taken."""
    course = make.make_course()
    make.make_activity("1.2", courses=(course,))
    unit = make.make_unit("HEMT")
    make.make_staff_member("Kim Berg", unit=unit)
    make.make_staff_member("Bo Ek", unit=unit)
    return unit, course


def manager_of(unit: Unit) -> Client:
    user = make.make_user()
    make.make_unit_manager(user, unit)
    client = signed_in(user)
    client.raise_request_exception = False
    return client


def post(client: Client, unit: Unit, course: Course, *files: bytes):
    sent = [SimpleUploadedFile(f"{number}.pdf", file) for number, file in enumerate(files)]
    data = {"course": course.pk, "certificates": sent}
    return client.post(reverse("certificate_hand_in", args=[unit.pk]), data)


def check_media(**options: bool) -> str:
    """The command's last line; it raises when a file is missing or changed."""
    output = io.StringIO()
    call_command("check_media", stdout=output, **options)
    return output.getvalue().splitlines()[-1]


# ---------------------------------------------------------------- The commit


def break_commit(monkeypatch: pytest.MonkeyPatch, fail: Callable[[Callable[[], None]], None]):
    """Let the commit that follows on a stored file fail; later ones work."""
    failed = []

    def failing_once(database: BaseDatabaseWrapper) -> None:
        if uploads.stored_paths() and not failed:
            failed.append(True)
            fail(lambda: commit(database))
        else:
            commit(database)

    commit = BaseDatabaseWrapper._commit
    monkeypatch.setattr(BaseDatabaseWrapper, "_commit", failing_once)


def after_it_happened(commit: Callable[[], None]) -> None:
    commit()
    raise OperationalError("server closed the connection unexpectedly")


def before_it_happened(commit: Callable[[], None]) -> None:
    raise OperationalError("server closed the connection unexpectedly")


def refused(commit: Callable[[], None]) -> None:
    raise IntegrityError("violates foreign key constraint")


@pytest.mark.django_db(transaction=True)
def test_commit_that_happened_unheard_keeps_rows_and_files(monkeypatch):
    unit, course = a_unit()
    client = manager_of(unit)
    break_commit(monkeypatch, after_it_happened)

    response = post(client, unit, course, certificate(), scan())

    assert response.status_code == 503
    assert check_media() == "2 filer i databasen, 0 utan intyg, 0 saknas eller har ändrats."
    assert Certificate.objects.count() == 2
    assert set(kinds(hand_in(certificate(), scan(), unit=unit, course=course))) == {"duplicate"}


@pytest.mark.django_db(transaction=True)
def test_commit_that_never_happened_leaves_only_what_the_sweep_takes(monkeypatch):
    unit, course = a_unit()
    client = manager_of(unit)
    break_commit(monkeypatch, before_it_happened)

    response = post(client, unit, course, certificate(), scan())

    assert response.status_code == 503
    assert not Certificate.objects.exists()
    assert check_media(delete_orphans=True).startswith("0 filer i databasen, 2 utan intyg, 0 sakn")
    assert post(client, unit, course, certificate(), scan()).status_code == 302
    assert check_media() == "2 filer i databasen, 0 utan intyg, 0 saknas eller har ändrats."


@pytest.mark.django_db(transaction=True)
def test_commit_that_is_refused_is_tried_once_more_and_leaves_nothing(monkeypatch):
    unit, course = a_unit()
    break_commit(monkeypatch, refused)

    assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["matched"]
    assert check_media() == "1 filer i databasen, 0 utan intyg, 0 saknas eller har ändrats."


# ---------------------------------------------------------------- The disk


def on_their_way() -> list[Path]:
    return list(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir())


@pytest.mark.django_db
def test_disk_that_fills_up_within_the_pile_keeps_nothing_of_it(monkeypatch):
    unit, course = a_unit()
    client, put, arrived = manager_of(unit), uploads.Arrivals.put, []

    def full_after_two(arrivals: uploads.Arrivals, key: str, content: bytes) -> None:
        if len(arrived) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(arrivals, key, content)
        arrived.append(key)

    monkeypatch.setattr(uploads.Arrivals, "put", full_after_two)
    pile = (certificate(), certificate("Bo Ek"), scan())

    response = post(client, unit, course, *pile)

    assert "kunde inte sparas just nu" in response.content.decode()
    assert not Certificate.objects.exists()
    assert check_media() == "0 filer i databasen, 0 utan intyg, 0 saknas eller har ändrats."
    assert on_their_way() == []
    monkeypatch.setattr(uploads.Arrivals, "put", put)
    assert post(client, unit, course, *pile).status_code == 302
    assert CertificateFile.objects.count() == 3


@pytest.mark.django_db
def test_disk_that_fills_up_while_files_are_sent_is_told_and_given_back(monkeypatch):
    unit, course = a_unit()
    client, receive, received = manager_of(unit), TemporaryFileUploadHandler.receive_data_chunk, []

    def full_after_one(handler: TemporaryFileUploadHandler, content: bytes, start: int) -> None:
        received.append(receive(handler, content, start))
        if len(received) > 1:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", full_after_one)

    response = post(client, unit, course, certificate(), certificate("Bo Ek"))

    assert response.status_code == 507
    assert "Det får inte plats" in response.content.decode()
    assert on_their_way() == []
    assert not Certificate.objects.exists()


# ---------------------------------------------------------------- Time


def slow(source: bytes, *, courses: object) -> examination.Examined:
    time.sleep(1 if source == b"slow" else 0)
    return examination.Examined(sha256=source.decode(), size=1)


def test_files_after_the_time_of_the_pile_are_refused_and_may_come_again(monkeypatch):
    monkeypatch.setattr(examination, "_examine_one", slow)
    monkeypatch.setattr(isolation, "SECONDS", 0.2)
    pile = [(str(number), source) for number, source in enumerate([b"good", *[b"slow"] * 30])]

    started = time.monotonic()
    first, *others = examination.examine(pile, [], within=0.5)

    assert time.monotonic() - started < 5
    assert first.refusal == ""
    assert others[0].refusal == examination.UNREADABLE_FILE
    assert others[-1].refusal == examination.LATE_FILE
    assert len(others) == 30


@pytest.mark.django_db
def test_page_gives_a_pile_a_time_to_be_read_in(monkeypatch):
    unit, course = a_unit()
    given = []
    examine = examination.examine

    def watched(*args, within: float, **others):
        given.append(within)
        return examine(*args, within=within, **others)

    monkeypatch.setattr(examination, "examine", watched)

    post(manager_of(unit), unit, course, certificate())

    assert given == [examination.PAGE_SECONDS]


# ---------------------------------------------------------------- What the log may say


@pytest.mark.django_db
def test_log_of_a_failure_names_neither_file_nor_person(monkeypatch, caplog, tmp_path: Path):
    unit, course = a_unit()
    monkeypatch.setattr(uploads.Arrivals, "put", lambda *_: Path("/nowhere").rmdir())
    client = manager_of(unit)
    sent = [SimpleUploadedFile("Kim Berg.pdf", certificate())]

    client.post(
        reverse("certificate_hand_in", args=[unit.pk]), {"course": course.pk, "certificates": sent}
    )

    assert "could not be kept" in caplog.text
    assert "Berg" not in caplog.text
