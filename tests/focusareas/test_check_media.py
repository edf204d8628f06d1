"""The command that compares the files on disk with the database."""

import io
import os
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from focusareas import quarantine, uploads
from focusareas.intake import receive
from focusareas.models import CertificateFile
from tests.certificates import scan
from tests.factories import make_course, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def file() -> CertificateFile:
    pile = [("skannat.pdf", scan())]
    receive(pile, unit=make_unit(), course=make_course(), received_on=date(2023, 4, 30))
    return CertificateFile.objects.get()


def run(**options: bool) -> str:
    output = io.StringIO()
    call_command("check_media", stdout=output, **options)
    return output.getvalue()


def test_all_is_well(file: CertificateFile) -> None:
    assert run() == "1 filer i databasen, 0 utan intyg, 0 saknas eller har ändrats.\n"


def test_empty_system_is_well() -> None:
    assert "0 filer i databasen" in run()


def test_orphan_is_told_and_left(file: CertificateFile) -> None:
    orphan = uploads.store(b"kvar")

    assert f"{orphan}: hör inte till något intyg" in run()
    assert uploads.stored_paths() == {file.path, orphan}


def test_unfinished_file_is_an_orphan(file: CertificateFile) -> None:
    uploads.location(file.path).with_name("halv.part").write_bytes(b"%PDF")

    assert "halv.part" in run()


def test_orphans_are_deleted_when_told_to(file: CertificateFile) -> None:
    orphan = uploads.store(b"kvar")

    assert f"{orphan}: borttagen" in run(delete_orphans=True)
    assert uploads.stored_paths() == {file.path}


def test_file_that_was_on_its_way_in_long_ago_is_an_orphan(file: CertificateFile) -> None:
    old, new = (Path(settings.FILE_UPLOAD_TEMP_DIR, name) for name in ("gammal", "ny"))
    for path in (old, new):
        path.write_bytes(b"%PDF")
    os.utime(old, (0, 0))

    assert "incoming/gammal: hör inte till" in run()
    assert old.exists()
    assert "1 utan intyg" in run(delete_orphans=True)
    assert (old.exists(), new.exists()) == (False, True)


def test_file_that_is_kept_apart_is_looked_for_there(file: CertificateFile) -> None:
    CertificateFile.objects.update(infection="Eicar", scanned_on=date(2023, 5, 1))
    with pytest.raises(CommandError):
        run()

    quarantine.move_infected()

    assert run(delete_orphans=True).endswith("0 utan intyg, 0 saknas eller har ändrats.\n")


def test_missing_file_is_an_error(
    file: CertificateFile, capsys: pytest.CaptureFixture[str]
) -> None:
    uploads.remove(file.path)

    with pytest.raises(CommandError, match="säkerhetskopian"):
        call_command("check_media")
    assert f"{file.path}: saknas" in capsys.readouterr().out


def test_changed_file_is_an_error(
    file: CertificateFile, capsys: pytest.CaptureFixture[str]
) -> None:
    uploads.location(file.path).write_bytes(b"annat")

    with pytest.raises(CommandError, match="säkerhetskopian"):
        call_command("check_media")
    assert f"{file.path}: har ändrats" in capsys.readouterr().out
