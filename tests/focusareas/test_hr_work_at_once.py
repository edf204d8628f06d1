"""The same import carried out, and undone, twice at a moment: one does, the other is told."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection

from focusareas import hr_upload, hr_work
from focusareas.hr_import.undoing import undo
from focusareas.hr_upload import UploadGoneError
from focusareas.hr_work import Agreement
from focusareas.models import ImportBatch, StaffMember
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.workbooks import make_workbook

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def twice_at_once(act: Callable[[], None]) -> list[Exception]:
    """Do it in two threads; what the one that came too late was told."""
    ready, told = threading.Barrier(2), []

    def run() -> None:
        ready.wait()
        try:
            act()
        except (RefusedError, UploadGoneError) as trouble:
            told.append(trouble)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def test_import_is_carried_out_and_undone_once(settings: LazySettings) -> None:
    settings.TODAY = date(2023, 5, 15)
    boss = make.make_user(is_administrator=True)
    people = [{"Anställningsnummer": str(number)} for number in range(50)]
    content = make_workbook(people=people).getvalue()
    upload = hr_upload.keep(content, name="hr.xlsx", on=date(2023, 5, 1))
    hr_work.prepare(upload)
    agreement = Agreement(upload.state().fingerprint)

    assert len(twice_at_once(lambda: hr_work.carry_out(upload, agreement, by=boss))) == 1
    batch = ImportBatch.objects.get()
    assert StaffMember.objects.count() == 50

    (told,) = twice_at_once(lambda: undo(batch, by=boss))
    assert str(told) == "Inläsningen är redan ångrad."
    assert not StaffMember.objects.exists()
