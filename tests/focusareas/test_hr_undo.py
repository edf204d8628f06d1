"""A large import is taken back by the worker, and the page says how far it has come."""

from typing import Any
from unittest.mock import Mock

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from focusareas import hr_undo
from focusareas.hr_import import run, undoing
from focusareas.hr_upload import Phase, State
from focusareas.models import ImportBatch, StaffMember, Unit
from tests import factories as make
from tests.workbooks import ON, make_workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def every_import_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hr_undo, "MOST_AT_ONCE", 0)


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make.make_user("ada@example.se", is_administrator=True))
    return client


@pytest.fixture
def batch() -> ImportBatch:
    people = [{"Anställningsnummer": str(number)} for number in range(5)]
    outcome = run(make_workbook(people=people), on=ON)
    return ImportBatch.objects.get(pk=outcome.batch_pk)


def address(batch: ImportBatch) -> str:
    return reverse("import_undo", args=[batch.pk])


def page_of(client: Client, batch: ImportBatch) -> str:
    return client.get(address(batch)).content.decode()


def ask(client: Client, batch: ImportBatch) -> str:
    return client.post(address(batch), follow=True).content.decode()


def work() -> None:
    call_command("work", batch=True, interval=0, verbosity=0)


def test_large_import_is_undone_by_the_worker(administrator: Client, batch: ImportBatch) -> None:
    assert "det tar några minuter" in page_of(administrator, batch)
    assert "Väntar på sin tur" in ask(administrator, batch)
    assert "Väntar på sin tur" in ask(administrator, batch)
    assert (StaffMember.objects.count(), DBTaskResult.objects.count()) == (5, 1)

    work()

    assert not StaffMember.objects.exists()
    assert administrator.get(address(batch))["Location"] == f"/imports/{batch.pk}/"
    batch.refresh_from_db()
    assert batch.undone_by.email == "ada@example.se"
    assert hr_undo.state_of(batch) is None


def test_page_says_how_many_rows_are_done(administrator: Client, batch: ImportBatch) -> None:
    ask(administrator, batch)
    state = State(Phase.CARRYING_OUT, "Lägger tillbaka det som var", 2_000, 8_000)
    hr_undo.undoing_of(batch).write(state)

    page = page_of(administrator, batch)

    assert "Lägger tillbaka det som var: 2\u00a0000 av 8\u00a0000 rader" in page
    assert "wait-for-import" in page
    assert f'<a href="{address(batch)}">Ladda om sidan</a>' in page


def test_each_row_is_told_of(administrator: Client, batch: ImportBatch) -> None:
    told: list[tuple[str, int, int | None]] = []

    def tell(step: str, done: int, total: int | None = None) -> None:
        told.append((step, done, total))

    undoing.undo(batch, by=None, progress=tell)

    assert told[0] == ("Kontrollerar att inget bygger på den", 0, batch.journal["size"])
    assert told[-1][0] == "Lägger tillbaka det som var"


def test_what_stands_in_the_way_is_told_and_may_be_put_right(
    administrator: Client, batch: ImportBatch
) -> None:
    person = StaffMember.objects.get(employee_number="1")
    certificate = make.make_certificate(person, make.make_course(), Unit.objects.get(), ON)
    ask(administrator, batch)
    work()

    page = page_of(administrator, batch)
    assert "Intyg för medarbetare 1 på enhet E1" in page
    assert f'href="/certificates/{certificate.pk}/"' in page
    assert StaffMember.objects.count() == 5

    certificate.delete()
    assert "Försök igen" in page_of(administrator, batch)
    ask(administrator, batch)
    work()
    assert not StaffMember.objects.exists()


def test_failure_is_told_and_nothing_is_changed(
    administrator: Client, batch: ImportBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise MemoryError

    ask(administrator, batch)
    with monkeypatch.context() as failing:
        failing.setattr(undoing, "_take_back", fail)
        work()

    assert "Inläsningen kunde inte ångras" in page_of(administrator, batch)
    assert StaffMember.objects.count() == 5
    ask(administrator, batch)
    work()
    assert not StaffMember.objects.exists()


def test_what_a_worker_left_half_done_is_taken_up_again(
    administrator: Client, batch: ImportBatch
) -> None:
    ask(administrator, batch)
    DBTaskResult.objects.get().claim("a worker that was ended")

    work()

    assert not StaffMember.objects.exists()


def test_what_another_worker_is_at_is_left_to_it(administrator: Client, batch: ImportBatch) -> None:
    ask(administrator, batch)
    DBTaskResult.objects.get().claim("a worker that is at it")

    with hr_undo.undoing_of(batch).held():
        work()

    assert DBTaskResult.objects.get().status == "RUNNING"
    assert StaffMember.objects.count() == 5


def test_full_disk_is_told(
    administrator: Client, batch: ImportBatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hr_undo.Undoing, "write", Mock(side_effect=OSError))

    page = ask(administrator, batch)

    assert "disken är full" in page
    assert hr_undo.state_of(batch) is None
    assert not DBTaskResult.objects.exists()
