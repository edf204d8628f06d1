"""Two workers that read the same picture at the same moment make one certificate of each page."""

import threading
from datetime import date

import pytest
from django.db import connection

from focusareas import intake, picture_reading, picture_work
from focusareas.certificate_reader import Reading
from focusareas.models import AuditEvent, Certificate, Submission
from tests import factories as make
from tests.hand_ins import RECEIVED
from tests.pictures import as_file, page

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

N_WORKERS = 2


def reading(number: int, name: str) -> Reading:
    day = date(2023, 4, 12)
    return Reading(number, (name,), ("nck-vald",), day, is_certificate=True, is_scanned=True)


def test_each_page_is_one_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    unit, course = make.make_unit("E1"), make.make_course()
    people = [make.make_staff_member(name, unit=unit) for name in ("Kim Berg", "Bo Ek")]
    intake.receive(
        [("bunt.pdf", as_file(page(), page(), kind="PDF"))],
        unit=unit,
        course=course,
        received_on=RECEIVED,
        by=make.make_user(),
        key="hög",
        read_later=picture_work.read_later,
    )
    asked, n_events = Certificate.objects.get(), AuditEvent.objects.count()
    both_have_read = threading.Barrier(N_WORKERS)

    def read(*_: object) -> tuple[Reading, ...]:
        both_have_read.wait(timeout=20)
        return reading(1, "Kim Berg"), reading(2, "Bo Ek")

    monkeypatch.setattr(picture_reading, "read", read)
    faults: list[BaseException] = []

    def work() -> None:
        try:
            picture_work.read_picture.call(asked.pk)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(N_WORKERS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert faults == []
    rows = Certificate.objects.order_by("page")
    assert [(row.page, row.staff_member, row.awaits_reading) for row in rows] == [
        (1, people[0], False),
        (2, people[1], False),
    ]
    assert Submission.objects.get().submitted.count() == 2
    assert AuditEvent.objects.count() == n_events + 1
