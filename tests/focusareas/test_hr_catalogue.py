"""The catalogue of bad HR workbooks: each is refused in words, with its place, or read right."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from focusareas.hr_import import run
from focusareas.models import Department, ImportBatch, StaffMember
from tests import factories as make
from tests.bad_workbooks import BAD_WORKBOOKS, ODD_WORKBOOKS, sixty_thousand_rows
from tests.workbooks import ON

pytestmark = pytest.mark.django_db
SECONDS_A_FILE = 5


@pytest.mark.parametrize("name", BAD_WORKBOOKS)
def test_bad_workbook_is_refused_in_words_with_its_place(name: str) -> None:
    bad = BAD_WORKBOOKS[name]
    file = bad.make()
    begun = time.monotonic()

    outcome = run(file, on=ON)

    first = outcome.errors[0]
    assert bad.words in first.message
    assert (first.sheet, first.row, first.column) == bad.place
    assert not Department.objects.exists()
    assert not ImportBatch.objects.exists()
    assert time.monotonic() - begun < SECONDS_A_FILE


@pytest.mark.parametrize("name", ODD_WORKBOOKS)
def test_odd_workbook_is_read_as_it_is_meant(name: str) -> None:
    file = ODD_WORKBOOKS[name]()
    begun = time.monotonic()

    outcome = run(file, on=ON)

    assert not outcome.errors
    person = StaffMember.objects.get()
    assert (person.employee_number, person.full_name) == ("1", "Kim Berg")
    assert Department.objects.get().name == "Äldreomsorg"
    assert time.monotonic() - begun < SECONDS_A_FILE


def test_sixty_thousand_rows_are_answered_at_once_and_left_to_the_worker(client: Client) -> None:
    client.force_login(make.make_user(is_administrator=True))
    data = {
        "file": SimpleUploadedFile("stor.xlsx", sixty_thousand_rows().getvalue()),
        "on": "2023-05-01",
    }
    begun = time.monotonic()

    page = client.post(reverse("import_create"), data, follow=True).content.decode()

    assert "Filen läses" in page
    assert time.monotonic() - begun < SECONDS_A_FILE
