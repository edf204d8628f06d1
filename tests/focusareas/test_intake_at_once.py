"""The same certificate handed in by several at the same moment is counted once."""

import threading
from datetime import date

import pytest
from django.db import connection

from focusareas import intake, uploads
from focusareas.models import Certificate, CertificateFile
from tests import factories as make
from tests.certificates import column, draw

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

DAY = date(2023, 4, 12)
N_MANAGERS = 4


def test_one_is_counted_and_nobody_gets_an_error():
    course = make.make_course()
    units = [make.make_unit(f"E{number}") for number in range(N_MANAGERS)]
    person = make.make_staff_member("Kim Berg")
    for unit in units:
        make.make_employment(person, unit)
    content = draw(column("Intyg", "Kim Berg", "har genomfört Webbkurs om våld", "2023-04-01"))
    ready, kinds = threading.Barrier(N_MANAGERS), []

    def hand_in(unit) -> None:
        ready.wait()
        try:
            pile = [("intyg.pdf", content)]
            (outcome,) = intake.receive(pile, unit=unit, course=course, received_on=DAY)
            kinds.append(str(outcome.kind))
        finally:
            connection.close()

    threads = [threading.Thread(target=hand_in, args=[unit]) for unit in units]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(kinds) == ["duplicate"] * (N_MANAGERS - 1) + ["matched"]
    assert Certificate.objects.live().count() == 1
    assert {file.path for file in CertificateFile.objects.all()} == uploads.stored_paths()
