"""A report on its way: drafted, refreshed, reworded, issued and superseded."""

import hashlib
import threading
from datetime import date

import pytest
from django.db import connection

from focusareas.models import AuditEvent, Course, StatusNote, Unit
from reporting import drafting
from reporting.models import Report
from tests.factories import make_certificate, make_staff_member, make_unit
from tests.reporting.conftest import make_draft


@pytest.fixture
def certified(plan):
    """A function that gives so many people of a new unit a certificate of the web course."""

    def certify(count: int) -> None:
        unit = make_unit()
        course = Course.objects.get(code="nck-vald")
        for _ in range(count):
            day = date(2023, 4, 3)
            make_certificate(make_staff_member(unit=unit), course, unit, day, approved_on=day)

    return certify


def body(report: Report, key: str) -> str:
    report.refresh_from_db()
    return report.section(key)["body"].replace("\u00a0", " ")


def test_a_second_draft_of_the_same_kind_and_days_is_the_first_brought_up_to_date(draft, certified):
    certified(30)

    again = make_draft(draft.plan)

    assert again.pk == draft.pk
    assert "1 enhet och ca 30 medarbetare" in body(again, "area-1")


def test_what_the_author_wrote_stays_when_figures_are_collected_anew(draft, lead, certified):
    drafting.rewrite(draft, "area-1", "Egna ord.", by=lead)
    certified(30)

    again = make_draft(draft.plan)

    assert body(again, "area-1") == "Egna ord."
    assert "30 medarbetare" in again.section("area-1")["proposed"].replace("\u00a0", " ")


def test_a_figure_is_said_as_the_author_chose_also_in_the_next_report(draft, lead, certified):
    certified(112)

    drafting.choose_manner(draft, "1.2", "staff", "just_over", by=lead)
    later = make_draft(draft.plan, dated=date(2023, 6, 1))

    assert "drygt 110 medarbetare" in body(draft, "area-1")
    assert "drygt 110 medarbetare" in body(later, "area-1")


def test_issuing_freezes_figures_text_page_and_pdf(draft, lead, certified):
    certified(30)

    report = drafting.issue(draft, by=lead)

    report.refresh_from_db()
    pdf = bytes(report.pdf)
    assert pdf.startswith(b"%PDF-")
    assert report.sha256 == hashlib.sha256(pdf).hexdigest()
    assert report.issued_by == lead
    assert "ca\u00a030 medarbetare" in report.html
    web_course = next(row for row in report.figures["activities"] if row["code"] == "1.2")
    assert len(web_course["ids"]["staff_members"]) == web_course["total"]["done"] == 30
    assert report.sha256 in AuditEvent.objects.first().text


def test_issuing_refuses_when_the_figures_are_not_those_seen(draft, lead, certified):
    seen = drafting.fingerprint(draft)
    certified(1)

    with pytest.raises(drafting.StaleDraftError):
        drafting.issue(draft, by=lead, seen=seen)

    assert not Report.objects.issued().exists()
    assert "medarbetare gått" not in body(draft, "area-1")


def test_issuing_what_was_seen_goes_through(draft, lead):
    assert drafting.issue(draft, by=lead, seen=drafting.fingerprint(draft)).is_issued


def test_a_new_version_supersedes_and_goes_on_from_the_words_of_the_old(draft, lead):
    drafting.rewrite(draft, "assessment", "Egen bedömning.", by=lead)
    first = drafting.issue(draft, by=lead)

    second = drafting.issue(make_draft(first.plan), by=lead)

    assert (second.version, second.supersedes) == (2, first)
    assert body(second, "assessment") == "Egen bedömning."
    assert Report.objects.issued().count() == 2


def test_later_corrections_show_as_a_difference(draft, certified):
    report = drafting.issue(draft, by=None)
    assert drafting.changed_since(report) == []

    certified(2)

    assert drafting.changed_since(report) == [
        "1.2 Webbkurs om våld: 0 av 0 då, 2 av 2 nu",
        "1.3 Gruppdiskussioner på APT: 0 av 0 då, 0 av 1 nu",
        "2.4 Minst en nyckelperson per enhet: 0 av 0 då, 0 av 1 nu",
        "3.4 Rutiner kring barnperspektivet och barnkonventionen: 0 av 0 då, 0 av 1 nu",
    ]


def test_what_the_memo_has_nothing_to_tell_about_is_listed(draft):
    assert len(drafting.untold(draft)) == 29

    activity = draft.plan.activities.get(code="6.1")
    StatusNote.objects.create(
        activity=activity, day="2023-05-01", state="under_way", text="På gång"
    )

    assert len(drafting.untold(draft)) == 28


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_all_figures_are_of_one_moment_whoever_writes_meanwhile():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets nobody write while somebody reads and writes")
    make_unit("A")
    seen = []

    def write_meanwhile() -> None:
        make_unit("B")
        connection.close()

    with drafting.one_snapshot():
        seen.append(Unit.objects.count())
        other = threading.Thread(target=write_meanwhile)
        other.start()
        other.join()
        seen.append(Unit.objects.count())

    assert seen == [1, 1]
    assert Unit.objects.count() == 2


def test_fresh_figures_keep_what_was_written_since_the_report_was_read(draft, lead):
    stale = Report.objects.get(pk=draft.pk)
    drafting.rewrite(draft, "assessment", "Skrivet nyss.", by=lead)

    drafting.refresh(stale)

    assert body(Report.objects.get(pk=draft.pk), "assessment") == "Skrivet nyss."
