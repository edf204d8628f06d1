"""The sections of a memo from figures and the plan's fixed texts, without a database."""

from datetime import date

import pytest

from focusareas.models import Plan
from reporting.figures import MemoFigures, Share
from reporting.text import Memo, assessment, focus_area_section, propose
from tests.reporting.facts import (
    APRIL_END,
    MAY_15,
    NOTHING,
    make_facts,
    make_figures,
    make_milestone,
)


def make_memo(kind: str = "interim", letter: dict | None = None, figures=None) -> Memo:
    plan = Plan(code="p", name="Planen 2024", case_number="N 1/1", letter=letter or {})
    return Memo(plan, kind, MAY_15, figures or make_figures())


def sections(memo: Memo) -> dict[str, str]:
    return {s.key: s.body.replace("\u00a0", " ") for s in propose(memo)}


def area_text(*activities, areas: int = 1) -> str:
    figures = make_figures(*activities, areas=areas)
    return focus_area_section(figures.areas[0], figures).body.replace("\u00a0", " ")


def test_milestones_are_told_together_by_how_far_they_have_come():
    text = area_text(
        make_milestone("A", area=1, states=("done",), status="done"),
        make_milestone("B", area=1, states=("under_way",)),
        make_milestone("C", area=1, states=("planned",)),
        make_milestone("D", area=1),
        make_milestone("E", area=1, states=("done",), status="done"),
    )

    assert text == "- Klart: A; E. Pågår: B. Planeras: C. Inget är ännu rapporterat om: D."


def test_a_milestone_with_one_part_done_is_under_way():
    assert area_text(make_milestone("A", area=1, states=("done", "planned"))) == (
        "- Pågår: A (1 av 2 delar är klara)."
    )


def test_what_nobody_has_reported_about_is_said_in_one_sentence():
    text = area_text(make_facts(own=Share(1700, 0)), make_milestone("Riktlinjen", area=1))

    assert text == "- Inget är ännu rapporterat om: Webbkurs om våld; Riktlinjen."


def test_what_is_counted_comes_before_notes_on_milestones():
    text = area_text(make_milestone(area=1, note="Noten."), make_facts(contracted=NOTHING))

    assert text.index("Per den 30 april") < text.index("Noten.")


def test_a_focus_area_without_activities_says_so():
    assert area_text() == "- Planen har inga aktiviteter i fokusområdet."


def test_every_focus_area_has_its_heading_with_an_en_dash():
    memo = make_memo(figures=make_figures(areas=3))

    headings = [section.heading for section in propose(memo) if section.level == 3]

    assert headings == [f"Fokusområde {n} – Område {n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("activities", "text"),
    [
        ([], "Planen har inga aktiviteter att redovisa."),
        (
            [make_milestone()],
            "X bedömer att arbetet enligt planen ännu inte har gett något att redovisa. Per den "
            "15 maj 2023 är planens enda aktivitet inte klar.",
        ),
        (
            [make_milestone(status="done", states=("done",))],
            "Per den 15 maj 2023 är planen genomförd: dess enda aktivitet är klar.",
        ),
        (
            [make_milestone(status="done", states=("done",)), make_milestone(status="on_track")],
            "X bedömer att arbetet bedrivs enligt planen. Per den 15 maj 2023 är 1 av planens "
            "2 aktiviteter klar och ingen försenad.",
        ),
        (
            [make_facts(status="overdue"), make_facts(status="overdue"), make_facts()],
            "X bedömer att arbetet bedrivs enligt planen, men att tidsplanen inte hålls i alla "
            "delar. Per den 15 maj 2023 är ingen av planens 3 aktiviteter klar och 2 försenade.",
        ),
        (
            [make_facts()],
            "X bedömer att arbetet bedrivs enligt planen, men att tidsplanen är i fara i någon "
            "del. Per den 15 maj 2023 är planens enda aktivitet inte klar.",
        ),
    ],
)
def test_the_assessment_says_what_the_figures_bear_out(activities, text):
    assert assessment(make_figures(*activities), "X").replace("\u00a0", " ") == text


def test_what_only_waits_for_review_is_not_counted_as_late():
    waiting = make_facts(
        status="overdue", awaiting_review=True, own=Share(9, 8), contracted=NOTHING
    )

    assert "försenad" not in assessment(make_figures(waiting), "X")


def test_the_decision_basis_ends_with_the_memo_itself_by_date_and_case_number():
    memo = make_memo(
        letter={"decision_basis": ["Planen, N 1/1"], "interim": {"title": "Delrapport"}}
    )

    assert sections(memo)["basis"] == (
        "Planen, N 1/1\nTjänsteskrivelse Delrapport, daterad 2023-05-15, N 1/1"
    )


def test_the_final_report_has_its_own_texts():
    letter = {"interim": {"decision": "Del."}, "final": {"decision": "Slut.", "occasion": "Nu."}}

    assert sections(make_memo("final", letter))["decision"] == "Slut."
    assert sections(make_memo("final", letter))["summary"] == "Nu."


def test_a_plan_without_texts_still_gives_a_memo_that_says_what_it_is():
    memo = make_memo()

    assert memo.title == "Delrapportering: Planen 2024"
    assert sections(memo)["decision"] == "Nämnden godkänner informationen om Planen 2024."
    assert sections(memo)["summary"] == ""


def test_an_empty_plan_gives_all_the_sections_of_the_letter():
    empty = MemoFigures(APRIL_END, date(2023, 5, 15), (), ())

    assert list(sections(make_memo(figures=empty))) == [
        "decision",
        "summary",
        "case",
        "assessment",
        "basis",
        "copies",
    ]
