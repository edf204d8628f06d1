"""The letter as HTML: every element in its place, and nothing that anybody typed is markup."""

from datetime import date

import pytest

from focusareas.models import FocusArea, Meeting, Plan, StatusNote
from reporting import drafting
from reporting.letter import parse
from tests.factories import (
    make_activity,
    make_certificate,
    make_course,
    make_staff_member,
    make_unit,
)
from tests.reporting.conftest import make_draft

HOSTILE = (
    '"\'><script>alert(1)</script><img src="http://evil.example/x.png">'
    '<link rel="attachment" href="file:///etc/passwd">&amp;{{ 7|add:7 }}'
)
ESCAPED = "&quot;&#x27;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"


@pytest.fixture
def page(draft) -> str:
    return drafting.render_html(draft).replace("\u00a0", " ")


def test_the_elements_of_the_letter_come_in_order(page):
    elements = [
        "Region Gotland",
        "Kvalitet och utvecklingsavdelningen",
        "Tjänsteskrivelse",
        "Ärende SON 2022/229",
        "15 maj 2023",
        '<p class="addressee">Socialnämnden</p>',
        "<h1>Delrapportering Socialförvaltningens plan",
        "<h2>Förslag till beslut</h2>",
        "<h2>Sammanfattning</h2>",
        "<h2>Ärendebeskrivning</h2>",
        *(f"<h3>Fokusområde {n} – " for n in range(1, 7)),
        "<h2>Bedömning</h2>",
        "<h2>Beslutsunderlag</h2>",
        "daterad 2023-05-15, SON 2022/229",
        '<div class="signature">',
        "Socialdirektör",
        "<h2>Skickas till</h2>",
        "Kvalitetschef Socialförvaltningen",
    ]

    places = [page.find(element) for element in elements]

    assert -1 not in places
    assert places == sorted(places)


def test_the_foot_is_that_of_the_paper_in_use_on_the_day(plan):
    new = {"from_day": "2024-01-01", "columns": [["Nya Gatan 1"], ["", "rad två"]]}
    plan.letter["letterheads"].append(new)
    plan.save()

    before = drafting.render_html(make_draft(plan))
    after = drafting.render_html(make_draft(plan, dated=date(2024, 1, 1)))

    assert "Visborgsallén" in before
    assert "Nya Gatan 1" not in before
    assert "Nya Gatan 1" in after
    assert "Visborgsallén" not in after


def test_text_is_paragraphs_and_lists():
    blocks = parse("Ett\nrad två\n\n- a\n- b\n  mer av b\n\nText:\n- c\n\n\n")

    assert [(block.is_list, block.texts) for block in blocks] == [
        (False, [["Ett", "rad två"]]),
        (True, [["a"], ["b", "mer av b"]]),
        (False, [["Text:"]]),
        (True, [["c"]]),
    ]


def make_hostile_plan() -> Plan:
    """A plan with the hostile text in every field that reaches the memo."""
    names = ("document_type", "administration", "addressee", "summary", "case_description")
    letter = dict.fromkeys(names, HOSTILE)
    letter |= {name: [HOSTILE] for name in ("sender", "signatory", "copies_to", "decision_basis")}
    texts = dict.fromkeys(("title", "decision", "occasion", "assessment"), HOSTILE)
    letter |= {"interim": texts}
    letter["letterheads"] = [{"from_day": "2022-01-01", "columns": [[HOSTILE]]}]
    plan = Plan.objects.create(
        code="h",
        name=HOSTILE,
        case_number=HOSTILE[:50],
        first_day="2022-01-01",
        last_day="2023-12-31",
        letter=letter,
    )
    course = make_course("h", name=HOSTILE)
    unit = make_unit(name=HOSTILE)
    day = date(2023, 4, 1)
    make_certificate(make_staff_member(unit=unit), course, unit, day, approved_on=day)
    make_activity("1.1", plan=plan, title=HOSTILE, courses=(course,))
    meetings = make_activity("1.2", plan=plan, title=HOSTILE, measure="meetings", target=1)
    Meeting.objects.create(activity=meetings, day="2023-05-01", theme=HOSTILE[:200])
    noted = make_activity("1.3", plan=plan, title=HOSTILE, measure="milestone")
    StatusNote.objects.create(activity=noted, day="2023-05-01", state="done", text=HOSTILE)
    make_activity("1.4", plan=plan, title=HOSTILE, measure="milestone")
    FocusArea.objects.update(name=HOSTILE, introduction=HOSTILE)
    return plan


def test_what_anybody_typed_is_shown_and_never_markup(db):
    page = drafting.render_html(make_draft(make_hostile_plan()))

    assert page.count(ESCAPED) >= 20
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("<link") == 2  # our own icon and stylesheet
    assert "{{ 7|add:7 }}" in page
