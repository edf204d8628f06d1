"""Making a report: draft it, refresh it, say it otherwise, issue it."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from focusareas.models import Plan, User
from focusareas.models.audit import record
from focusareas.snapshot import one_snapshot
from reporting import letter, pdf
from reporting.figures import collect
from reporting.models import Report
from reporting.text import Memo, Section, is_untold, propose

Params = ParamSpec("Params")
Result = TypeVar("Result")
# PostgreSQL's codes for: changed by another meanwhile, and made by another meanwhile.
OVERTAKEN = {"40001", "23505"}


class StaleDraftError(Exception):
    """Figures or text have changed since the author last saw them."""


def again_when_overtaken(work: Callable[Params, Result]) -> Callable[Params, Result]:
    """Do it once more in a new snapshot when somebody changed the same rows meanwhile."""

    @wraps(work)
    def attempt(*args: Params.args, **kwargs: Params.kwargs) -> Result:
        try:
            return work(*args, **kwargs)
        except (OperationalError, IntegrityError) as trouble:
            overtaken = getattr(trouble.__cause__, "pgcode", None) in OVERTAKEN
            if not overtaken or connection.in_atomic_block:
                raise
        return work(*args, **kwargs)

    return attempt


@again_when_overtaken
def draft(*, plan: Plan, kind: str, as_of: date, dated: date, by: User | None) -> Report:
    """The draft for this kind and these days, made or brought up to date."""
    with one_snapshot():
        key: dict[str, Any] = {"plan": plan, "kind": kind, "as_of": as_of, "dated": dated}
        report = Report.objects.drafts().select_for_update().filter(**key).first()
        if report is None:
            report = _new_draft(Report(**key, created_by=by))
        is_new = report.pk is None
        refresh(report)
        if is_new:
            record(by=by, text=f"Skapade ett utkast: {report}.", about=report)
    return report


@again_when_overtaken
def refresh(report: Report) -> Memo:
    """Collect the figures anew and propose the text; what the author has written stays."""
    with one_snapshot():
        if report.pk:
            # What somebody wrote since the report was read must not be lost.
            drafts = Report.objects.drafts().select_for_update()
            report.sections = drafts.values_list("sections", flat=True).get(pk=report.pk)
        memo = _memo(report)
        report.figures = memo.figures.as_json()
        report.sections = _merged(report.sections, propose(memo))
        report.save()
    return memo


@transaction.atomic
def rewrite(report: Report, key: str, body: str, *, by: User, seen: str = "") -> None:
    """Put the author's words in the place of those that were seen.

    StaleDraftError when somebody has put other words there since, Report.DoesNotExist when the
    report has been issued meanwhile.
    """
    report = Report.objects.drafts().select_for_update().get(pk=report.pk)
    section = report.section(key)
    if seen and seen != body_digest(section):
        raise StaleDraftError
    section["body"] = body
    report.save()
    record(by=by, text=f"Ändrade ”{section['heading']}” i {report}.", about=report)


@again_when_overtaken
def choose_manner(report: Report, code: str, figure: str, manner: str, *, by: User) -> None:
    """Say one figure of one activity in this manner, from now on."""
    with one_snapshot():
        report = Report.objects.drafts().select_for_update().get(pk=report.pk)
        report.manners = report.manners | {code: report.manners.get(code, {}) | {figure: manner}}
        refresh(report)
        record(by=by, text=f"Valde hur en siffra för {code} sägs i {report}.", about=report)


def render_html(report: Report, memo: Memo | None = None) -> str:
    """The letter as it stands, with the memo's facts if they are already at hand."""
    sections = [
        Section(section["key"], section["heading"], section["level"], section["body"])
        for section in report.sections
    ]
    return letter.render(letter.build(memo or _memo(report), sections))


def body_digest(section: dict[str, Any]) -> str:
    """Tells whether the words of a section are still those that somebody began to change."""
    return hashlib.sha256(section["body"].encode()).hexdigest()


def fingerprint(report: Report) -> str:
    """Tells whether figures and text are still those that somebody looked at."""
    content = json.dumps([report.figures, report.sections], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


@again_when_overtaken
def issue(report: Report, *, by: User | None, seen: str | None = None) -> Report:
    """Freeze figures, text, page and PDF.

    StaleDraftError when they are not those seen, Report.DoesNotExist when somebody else was first.
    """
    with one_snapshot():
        report = Report.objects.drafts().select_for_update().get(pk=report.pk)
        memo = refresh(report)
        if seen is not None and fingerprint(report) != seen:
            raise StaleDraftError
        report.html = render_html(report, memo)
        report.pdf = pdf.render(report.html)
        report.sha256 = hashlib.sha256(report.pdf).hexdigest()
        report.issued_at, report.issued_by = timezone.now(), by
        report.save()
        record(by=by, text=f"Utfärdade {report}, SHA-256 {report.sha256}.", about=report)
    return report


def untold(report: Report) -> list[str]:
    """What the memo says that nothing is told about, to look at before issuing."""
    return [
        str(facts)
        for facts in _memo(report).figures.activities
        if facts.area is not None and is_untold(facts)
    ]


def changed_since(report: Report) -> list[str]:
    """The figures of an issued report that would be others today: corrections dated back."""
    now = {row["code"]: row for row in _memo(report).figures.as_json()["activities"]}
    return [
        f"{row['code']} {row['title']}: {_numbers(row)} då, {_numbers(now[row['code']])} nu"
        for row in report.figures["activities"]
        if row["code"] in now and _numbers(row) != _numbers(now[row["code"]])
    ]


def _numbers(row: dict[str, Any]) -> str:
    total, expected = row["total"], row["total"]["expected"]
    return f"{total['done']} av {expected}" if expected is not None else str(total["done"])


def _memo(report: Report) -> Memo:
    figures = collect(report.plan, as_of=report.as_of, dated=report.dated, manners=report.manners)
    return Memo(report.plan, report.kind, report.dated, figures)


def _new_draft(report: Report) -> Report:
    """A draft that goes on from the version before it, or from how figures were said last."""
    issued = Report.objects.issued()
    before = issued.of_same_kind_and_days(report).order_by("-version").first()
    latest = before or Report.objects.filter(plan=report.plan).order_by("-created_at").first()
    if latest:
        report.manners = latest.manners
    if before:
        report.supersedes, report.version = before, before.version + 1
        report.sections = before.sections
    return report


def _merged(before: list[dict[str, Any]], proposed: list[Section]) -> list[dict[str, Any]]:
    """The proposals, but the author's own words where there are any."""
    written = {
        section["key"]: section["body"]
        for section in before
        if section["body"] != section["proposed"]
    }
    return [
        asdict(section) | {"proposed": section.body, "body": written.get(section.key, section.body)}
        for section in proposed
    ]
