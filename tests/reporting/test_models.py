"""An issued report is final, whoever tries: the model, a queryset, or the database directly."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from focusareas.plan_file import DEFAULT_PLAN, load_plan
from reporting import drafting
from reporting.models import IssuedReportError, Report
from tests.reporting.conftest import make_draft


@pytest.fixture
def issued(draft) -> Report:
    return drafting.issue(draft, by=None)


def test_an_issued_report_cannot_be_saved(issued):
    issued.sections = []

    with pytest.raises(IssuedReportError, match="kan inte ändras"):
        issued.save()


def test_an_issued_report_cannot_be_deleted(issued):
    with pytest.raises(IssuedReportError):
        issued.delete()


def test_no_queryset_with_an_issued_report_is_updated_or_deleted(issued):
    with pytest.raises(IssuedReportError):
        Report.objects.update(html="annat")
    with pytest.raises(IssuedReportError):
        Report.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE reporting_report SET sha256 = 'x'", "DELETE FROM reporting_report"],
)
def test_the_database_itself_refuses(issued, statement):
    with (
        pytest.raises(IntegrityError, match="issued report"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    issued.refresh_from_db()
    assert len(issued.sha256) == 64


def test_a_draft_can_be_changed_and_deleted(draft):
    draft.save()
    draft.delete()

    assert not Report.objects.exists()


def test_an_issued_report_has_its_pdf(draft):
    draft.issued_at = draft.created_at

    with pytest.raises(ValidationError, match="ska ha sin PDF"):
        draft.validate_constraints()


def test_a_report_is_not_dated_before_its_figures(draft):
    draft.dated = draft.as_of.replace(day=29)

    with pytest.raises(ValidationError, match="kan inte dateras före"):
        draft.validate_constraints()


def test_there_is_one_draft_per_kind_and_days(draft):
    second = Report(plan=draft.plan, kind=draft.kind, as_of=draft.as_of, dated=draft.dated)

    with pytest.raises(ValidationError, match="Det finns redan ett utkast"):
        second.validate_constraints()


def test_only_the_lead_sees_drafts(draft, lead):
    assert list(Report.objects.visible_to(lead)) == [draft]
    lead.is_development_lead = False
    assert list(Report.objects.visible_to(lead)) == []


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_may_leave_an_issued_report_behind(transactional_db):
    plan = load_plan(DEFAULT_PLAN).plan

    assert drafting.issue(make_draft(plan), by=None).is_issued
