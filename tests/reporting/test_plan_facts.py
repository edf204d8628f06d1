"""What the memo must tell of the plan 2022-2023, where the two documents disagree."""

from datetime import date

from focusareas.models import Course, Meeting, StatusNote
from reporting import drafting
from tests import factories as make
from tests.reporting.conftest import make_draft
from tests.reporting.facts import MAY_15


def body_of(report, area: int) -> str:
    found = next(row for row in report.sections if row["key"] == f"area-{area}")
    return str(found["body"]).replace("\N{NO-BREAK SPACE}", " ")


def test_what_nobody_has_reported_is_pointed_out_before_the_memo_is_frozen(plan):
    """D8: the plan's own activities that the memo of May 2023 passed over in silence."""
    silent = ("5.1", "5.2", "5.3", "5.4", "6.2", "6.3", "6.4")

    untold = {words.split()[0] for words in drafting.untold(make_draft(plan))}
    assert untold >= set(silent)

    for code in silent:
        activity = plan.activities.get(code=code)
        StatusNote.objects.create(
            activity=activity, day=MAY_15, state="under_way", text="Arbetet pågår."
        )
    untold = {words.split()[0] for words in drafting.untold(make_draft(plan))}
    assert untold.isdisjoint(silent)


def test_each_figure_bears_its_own_day(plan):
    """D9: certificates per April, the meeting on 11 May, lateness on the memo's day."""
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    people = [make.make_staff_member(unit=unit) for _ in range(2)]
    for person, day in zip(people, (date(2023, 4, 30), date(2023, 5, 2)), strict=True):
        course = Course.objects.get(code="nck-vald")
        make.make_certificate(person, course, unit, day, approved_on=day)
    meeting = Meeting.objects.create(
        activity=plan.activities.get(code="2.5"), day=date(2023, 5, 11), theme="Uppstart"
    )
    meeting.attendees.set(people)

    draft = make_draft(plan)

    assert "Per den 30 april 2023 har enstaka medarbetare gått" in body_of(draft, 1)
    assert "Vid träffen den 11 maj 2023" in body_of(draft, 2)
    assert "skulle ha varit klart den 31 oktober 2022" in body_of(draft, 5)


def test_what_came_in_and_what_is_only_said_have_fixed_words(plan):
    """D14: a file is an intyg, what a unit still owes is underlag, a key person inrapporterad."""
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    make.make_key_person(make.make_staff_member(unit=unit), unit)
    make.make_declaration(unit, plan.activities.get(code="1.2"), date(2023, 4, 20))

    draft = make_draft(plan)

    assert "ett godkänt intyg" in body_of(draft, 1)
    assert "1 enhet har anmält att den är klar, men allt underlag har inte" in body_of(draft, 1)
    assert "inrapporterade" in body_of(draft, 2)
