"""Reports issued while others work: every figure of a report is of one moment."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import cycle, islice
from typing import Any

import pytest
from django.db import connection, transaction

from focusareas.models import Activity, Certificate
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from reporting import drafting, pdf
from reporting.models import Report
from tests import factories as make
from tests.reporting.conftest import make_draft

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

DAY = date(2023, 4, 1)
N_PEOPLE, N_DONE, N_ISSUES = 12, 6, 200


@contextmanager
def meanwhile(work: Callable[[], None]) -> Iterator[list[BaseException]]:
    """Do the work again and again in another thread until the block ends."""
    over, failures = threading.Event(), []

    def run() -> None:
        try:
            while not over.wait(0.02):
                work()
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield failures
    finally:
        over.set()
        thread.join()


@pytest.fixture
def certificates() -> list[Certificate]:
    """One unit where half of the people have a certificate that is approved."""
    course = make.make_course()
    unit = make.make_unit()
    return [
        make.make_certificate(
            make.make_staff_member(f"Per Nr{number}", unit=unit),
            course,
            unit,
            DAY,
            approved_on=DAY if number < N_DONE else None,
        )
        for number in range(N_PEOPLE)
    ]


def one_in_one_out(certificates: list[Certificate]) -> Callable[[], None]:
    """Approve one certificate and withdraw another at once: the number approved never changes."""
    turns = cycle(range(N_PEOPLE))

    def work() -> None:
        number = next(turns)
        withdrawn, approved = certificates[number], certificates[(number + N_DONE) % N_PEOPLE]
        with transaction.atomic():
            Certificate.objects.filter(pk=withdrawn.pk).update(approved_on=None)
            Certificate.objects.filter(pk=approved.pk).update(approved_on=DAY)

    return work


def numbers(report: Report) -> tuple[int, int, int]:
    """Done in total, the people behind it, and done by the second activity of the same course."""
    rows: dict[str, Any] = {row["code"]: row for row in report.figures["activities"]}
    first, second = rows["1.2"], rows["9.9"]
    return first["total"]["done"], len(first["ids"]["staff_members"]), second["total"]["done"]


def versions_of(draft: Report) -> Iterator[Report]:
    """The draft, and then a next one without collecting figures, which issuing does anyway."""
    while True:
        yield draft
        draft.pk, draft.version = None, draft.version + 1
        draft.save()


def test_200_reports_issued_while_certificates_come_and_go(certificates, monkeypatch):
    plan = load_plan(DEFAULT_PLAN).plan
    make.make_activity("9.9", plan=plan, courses=(certificates[0].course,), focus_area=None)
    # What is drawn is tested elsewhere, and drawing 200 memos takes a minute.
    monkeypatch.setattr(pdf, "render", str.encode)
    drafts = versions_of(make_draft(plan))

    with meanwhile(one_in_one_out(certificates)) as failures:
        issued = [drafting.issue(draft, by=None) for draft in islice(drafts, N_ISSUES)]

    assert failures == []
    assert {numbers(report) for report in issued} == {(N_DONE, N_DONE, N_DONE)}
    assert (
        len({tuple(report.figures["activities"][1]["ids"]["staff_members"]) for report in issued})
        > 1
    )


def test_issued_file_stays_when_everything_else_changes(certificates):
    plan = load_plan(DEFAULT_PLAN).plan
    report = drafting.issue(make_draft(plan), by=None)

    Certificate.objects.all().delete()
    Activity.objects.filter(plan=plan).update(title="En annan rubrik")
    plan.name, plan.letter = "En annan plan", plan.letter | {"addressee": "Någon annan"}
    plan.save()

    stored = Report.objects.get(pk=report.pk)
    assert (bytes(stored.pdf), stored.sha256, stored.html) == (
        report.pdf,
        report.sha256,
        report.html,
    )


def test_two_who_issue_the_same_draft_at_once_issue_it_once(certificates, monkeypatch):
    report = make_draft(load_plan(DEFAULT_PLAN).plan)
    monkeypatch.setattr(pdf, "render", str.encode)
    ready, outcomes = threading.Barrier(2), []

    def issue() -> None:
        ready.wait()
        try:
            outcomes.append(drafting.issue(report, by=None).pk)
        except Report.DoesNotExist:
            outcomes.append(None)
        finally:
            connection.close()

    threads = [threading.Thread(target=issue) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes, key=bool) == [None, report.pk]
    assert Report.objects.issued().count() == 1
