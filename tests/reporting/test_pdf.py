"""The PDF: pages, text, tags, standard and sameness, for every shape of memo."""

import subprocess
from datetime import date
from pathlib import Path

import page as validation
import pypdfium2
import pytest

from focusareas.models import Deadline, MilestoneUpdate, Plan, StatusNote
from reporting import drafting, pdf
from tests.factories import (
    make_activity,
    make_certificate,
    make_course,
    make_plan,
    make_staff_member,
    make_unit,
)
from tests.reporting.conftest import make_draft
from tests.reporting.test_letter import make_hostile_plan

pytestmark = pytest.mark.once

LONG = "Utvecklingsarbetet kring barnperspektivet och våld i nära relationer "


def text_of(content: bytes) -> list[str]:
    """The text of each page on one line."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]
    finally:
        document.close()


def empty(plan: Plan) -> Plan:
    """A plan with a name and nothing else."""
    return make_plan("tom")


def untold(plan: Plan) -> Plan:
    """The whole plan, and no organisation."""
    return plan


def one_unit(plan: Plan) -> Plan:
    """One own unit with one person who is done; no contracted units."""
    unit = make_unit()
    day = date(2023, 4, 1)
    make_certificate(make_staff_member(unit=unit), make_course(), unit, day, approved_on=day)
    return plan


def all_done(plan: Plan) -> Plan:
    plan.activities.exclude(measure="milestone").delete()
    for activity in plan.activities.all():
        for part in range(1, max(len(activity.parts), 1) + 1):
            MilestoneUpdate.objects.create(
                activity=activity, part=part, day="2023-05-01", state="done"
            )
    return plan


def all_overdue(plan: Plan) -> Plan:
    one_unit(plan)
    Deadline.objects.all().delete()
    for activity in plan.activities.all():
        Deadline.objects.create(activity=activity, day="2022-06-30", precision="day")
    return plan


def long_names(plan: Plan) -> Plan:
    plan.name = plan.letter["interim"]["title"] = (LONG * 5)[:300]
    plan.letter["sender"] = [LONG * 2]
    plan.save()
    plan.focus_areas.update(name=(LONG * 3)[:200], introduction=LONG * 40)
    plan.activities.update(title=(LONG * 3)[:200])
    for number in range(10):
        make_activity(f"1.{number}x", plan=plan, title="Långtordutanmellanrum" * 9)
    return plan


def hostile(plan: Plan) -> Plan:
    return make_hostile_plan()


def strange_letters(plan: Plan) -> Plan:
    """A note with characters that the typeface lacks."""
    StatusNote.objects.create(
        activity=plan.activities.get(code="1.1"),
        day="2023-05-01",
        state="done",
        text="Å\u030a 漢字 😀 🇸🇪 \x07 \ue000 \ufffe a\u0301\u0328 العربية \u202e \u2028 ﷽ fi‑ga …",
    )
    return plan


SHAPES = [empty, untold, one_unit, all_done, all_overdue, long_names, hostile, strange_letters]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_memo_is_a_valid_accessible_pdf(plan, shape, tmp_path: Path):
    content = pdf.render(drafting.render_html(make_draft(shape(plan))))

    report = validation.validate_pdf_bytes(content, profile=validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    path = tmp_path / "memo.pdf"
    path.write_bytes(content)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_the_memo_is_three_pages_each_with_its_number(draft):
    pages = text_of(pdf.render(drafting.render_html(draft)))

    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        assert f"{number} (3)" in text
    assert "Visborgsallén" in pages[0]
    assert "Visborgsallén" not in pages[1] + pages[2]


def test_the_memo_says_what_it_is_in_its_own_language(draft):
    document = pypdfium2.PdfDocument(pdf.render(drafting.render_html(draft)))

    assert document.get_metadata_value("Title").startswith("Delrapportering")
    assert document.get_metadata_value("CreationDate").startswith("D:20230515")
    document.close()


def test_the_same_facts_give_the_same_bytes(plan):
    first = pdf.render(drafting.render_html(make_draft(plan)))
    second = pdf.render(drafting.render_html(make_draft(plan)))

    assert first == second


def test_nothing_is_fetched_or_attached_whatever_the_page_asks_for(draft, tmp_path, caplog):
    secret = tmp_path / "secret.txt"
    secret.write_text("hemligt")
    page = drafting.render_html(draft).replace(
        "</head>", f'<link rel="attachment" href="{secret.as_uri()}"></head>'
    )

    content = pdf.render(page)

    assert b"/EmbeddedFile" not in content
    assert f"may not have {secret.as_uri()}" in caplog.text


def test_hostile_text_is_shown_as_it_was_typed(db):
    content = pdf.render(drafting.render_html(make_draft(make_hostile_plan())))

    assert "<script>alert(1)</script>" in " ".join(text_of(content))
    assert b"/EmbeddedFile" not in content
    assert b"/URI" not in content
