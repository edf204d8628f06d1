"""A plan of an administration that nobody thought of: no line of code knows anything of it."""

import re
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client

from focusareas import completion, invitations, share_links
from focusareas.meeting_letters import send_letters, send_waiting
from focusareas.models import (
    Activity,
    Course,
    Department,
    MilestoneUpdate,
    Plan,
    StaffMember,
    Unit,
    User,
)
from focusareas.plan_file import load_plan
from tests import factories as make
from tests.links import pages_by_links
from tests.worlds import signed_in

# What only the other plan in this repository speaks of.
FOREIGN = (
    "gotland",
    "våld",
    "socialförvaltning",
    "socialnämnd",
    "socialtjänst",
    "heder",
    "patriark",
    "familjefrid",
    "nck",
    "barnkonvention",
)
# Letters drawn anew for every page, which spell anything sooner or later.
TOKEN = re.compile(r'(?<="csrfmiddlewaretoken" value=")\w+')
FILE = Path(__file__).parent / "plans" / "sjolunda.toml"
MAY, JUNE = date(2025, 5, 31), date(2025, 6, 9)

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def plan() -> Plan:
    """The file's plan with a night home, a day centre and a hired home, on 31 May 2025.

    The night home has four people: one with each course, one whose certificate is too old, one
    without. The hired home has a key person; the day centre has its routine.
    """
    plan = load_plan(FILE).plan
    night = make.make_unit("NATT", name="Nattpatrullen", tags=("natt",))
    day, hired = make.make_unit("DAG", name="Dagcentralen"), make.make_unit("HYR", provider="Ö AB")
    _certificates(night)
    for unit in (day, hired):
        person = make.make_staff_member(unit=unit)
    make.make_key_person(person, hired)
    activity = {row.code: row for row in plan.activities.all()}
    make.make_routine(day, activity["C"], date(2025, 4, 1))
    MilestoneUpdate.objects.create(activity=activity["D"], part=1, day=MAY, state="done")
    activity["E"].meetings.create(day=date(2025, 3, 5), theme="Uppstart")
    make.make_indicator(activity["F"], target=300).values.create(day=MAY, value=120)
    return plan


def _certificates(unit: Unit) -> None:
    asking, first_aid = Course.objects.get(code="fraga"), Course.objects.get(code="hlr")
    for course, completed_on in (
        (asking, date(2023, 1, 1)),
        (first_aid, date(2025, 2, 1)),
        (asking, date(2022, 12, 31)),
    ):
        make.make_certificate(
            make.make_staff_member(unit=unit),
            course,
            unit,
            date(2025, 3, 1),
            completed_on=completed_on,
            approved_on=date(2025, 3, 2),
        )
    make.make_staff_member(unit=unit)


def test_each_measure_is_computed(plan: Plan) -> None:
    figures = completion.for_plan(plan, on=MAY)

    found = {row.activity.code: row for row in figures.activities}
    assert {code: (row.total.done, row.total.expected) for code, row in found.items()} == {
        "A": (2, 4),
        "B": (1, 1),
        "C": (1, 3),
        "D": (1, 2),
        "E": (1, 4),
        "F": (120, 300),
    }
    assert (found["B"].own.expected, found["B"].own.done) == (2, 0)
    assert {code: str(row.total.status) for code, row in found.items()} == {
        "A": "at_risk",
        "B": "done",
        "C": "no_deadline",
        "D": "on_track",
        "E": "no_deadline",
        "F": "no_deadline",
    }


def test_pages_show_the_plan_and_take_what_is_reported(plan: Plan, client: Client) -> None:
    client.force_login(make.make_user(is_development_lead=True))
    activity = plan.activities.get(code="D")

    page = client.get("/overview/?day=2025-05-31").content.decode()
    reported = {"part": "2", "day": "2025-06-01", "state": "done"}
    client.post(f"/activities/{activity.pk}/milestone/", reported)

    assert "Alla på natten går Våga fråga" in page
    assert "våren 2025" in page
    assert completion.for_plan(plan, on=date(2025, 6, 1)).activity("D").total.is_done


def test_memo_is_that_administrations_own(plan: Plan, tmp_path: Path) -> None:
    days = ["--as-of", MAY.isoformat(), "--dated", JUNE.isoformat()]

    call_command(
        "create_report", "--kind", "interim", *days, "--output", str(tmp_path / "memo.pdf")
    )

    text = _text_of(tmp_path / "memo.pdf")
    for words in (
        "Rapport",
        "OMN 2025/17",
        "Omsorgsnämnden",
        "Lägesrapport om suicidprevention 2025",
        "Omsorgsnämnden tar emot rapporten.",
        "Per den 31 maj 2025 har några medarbetare vid Nattpatrullen",
        "våren 2025",
        "Vega Strand",
        "Olof Vik, verksamhetschef",
        "Torggatan 1",
        "Arbetet ger resultat när chefer går före.",
    ):
        assert words in text, words
    assert foreign_words(text) == []
    assert "nyckelpersonsträff" not in text


def test_unit_of_the_plan_is_asked_for_its_own_duties(plan: Plan, client: Client) -> None:
    manager, hired = make.make_user(), Unit.objects.get(code="HYR")
    make.make_unit_manager(manager, hired)
    client.force_login(manager)

    page = client.get(f"/units/{hired.pk}/").content.decode()

    assert "Handlingsplan vid larm" in page
    assert "Alla på natten" not in page
    assert Activity.objects.get(code="C").courses.count() == 0


@pytest.mark.parametrize("role", ["editor", "manager", "head", "group", "nobody"])
def test_no_page_speaks_of_another_plan(plan: Plan, settings: Any, role: str) -> None:
    settings.TODAY = MAY
    client = signed_in(_user(role))

    spoken = {page.name: foreign_words(page.text) for page in pages_by_links(client.get)}

    assert {name: words for name, words in spoken.items() if words} == {}
    assert len(spoken) > (40 if role == "editor" else 1)


def test_no_letter_and_no_page_without_sign_in_speaks_of_another_plan(
    plan: Plan, client: Client, settings: Any
) -> None:
    settings.TODAY = MAY
    lead, manager, night = _user("editor"), _user("manager"), Unit.objects.get(code="NATT")
    StaffMember.objects.update(email="ombud@example.com")
    meeting = plan.activities.get(code="E").meetings.create(day=JUNE, theme="Andra träffen")
    link = share_links.make(night, expires_on=JUNE, by=lead, on=MAY)

    invitations.invite(manager, by=lead, on=MAY)
    send_letters(meeting, version=meeting.version, on=MAY, by=lead)
    send_waiting.call(meeting.pk)
    call_command("send_reminders", "--on", MAY.isoformat(), stdout=StringIO())
    letters = [f"{letter.subject} {letter.body}" for letter in mail.outbox]
    paths = ("/accounts/login/", f"/share/{share_links.token_of(link)}/")
    pages = [client.get(path).content.decode() for path in paths]

    assert "Omsorgsförvaltningens plan för suicidprevention 2025" in letters[0]
    assert "Omsorgsförvaltningens plan för suicidprevention 2025" in pages[1]
    assert len(letters) > 2
    assert [foreign_words(text) for text in letters + pages] == [[]] * len(letters + pages)


def _user(role: str) -> User:
    """Somebody of the role; the manager leads all three units."""
    made = {
        "editor": {"is_development_lead": True, "is_administrator": True},
        "group": {"is_in_steering_group": True},
    }
    user = make.make_user(f"{role}@example.com", **made.get(role, {}))
    if role == "manager":
        for unit in Unit.objects.all():
            make.make_unit_manager(user, unit)
    if role == "head":
        make.make_department_head(user, Department.objects.get())
    return user


def foreign_words(text: str) -> list[str]:
    """Those of the other plan that the text holds; in "avancka" and in a token is no NCK."""
    told = TOKEN.sub("", text).lower()
    return [word for word in FOREIGN if re.search(rf"\b{word}", told)]


def _text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        sheets = [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()
    return " ".join(" ".join(sheets).replace("\N{NO-BREAK SPACE}", " ").split())
