"""Loading a plan: what the file says stands in the database, and a broken file saves nothing."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from focusareas.models import (
    Activity,
    AuditEvent,
    Certificate,
    Course,
    Deadline,
    FocusArea,
    Plan,
    UnitTag,
)
from focusareas.plan_file import DEFAULT_PLAN, load_plan
from focusareas.plan_letter import PlanLetter
from focusareas.plan_table import BrokenPlanError
from tests.factories import make_certificate, make_deadline, make_staff_member, make_unit

pytestmark = pytest.mark.once

SMALL = """
code = "liten"
name = "Liten plan"
case_number = "N 1/1"
first_day = 2024-01-01
last_day = 2024-12-31

[[courses]]
code = "kurs"
name = "Kurs"

[[focus_areas]]
number = 1
name = "Område"

[[activities]]
code = "1.1"
focus_area = 1
title = "Kursen"
measure = "staff_certificate"
own = "obliged"
courses = ["kurs"]
tags = ["natt"]

[[activities.deadlines]]
day = 2024-06-30

[[activities]]
code = "1.2"
title = "Beslutet"
measure = "milestone"
after = ["1.1"]
"""


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "plan.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def counts() -> dict[str, int]:
    models = (Plan, FocusArea, Activity, Deadline, Course, UnitTag)
    return {model.__name__: model.objects.count() for model in models}


@pytest.fixture
def plan(db) -> Plan:
    return load_plan(DEFAULT_PLAN).plan


def activity(code: str) -> Activity:
    return Activity.objects.get(code=code)


def test_the_plan_has_six_focus_areas_and_thirty_one_activities(plan):
    assert counts() == {
        "Plan": 1,
        "FocusArea": 6,
        "Activity": 31,
        "Deadline": 18,
        "Course": 6,
        "UnitTag": 4,
    }


def test_the_plan_has_its_measures(plan):
    measures: dict[str, str] = {}
    for code, measure in plan.activities.order_by("position").values_list("code", "measure"):
        measures[measure] = f"{measures.get(measure, '')} {code}".strip()

    assert measures == {
        "indicator": "1.1 3.1 4.5 5.5",
        "unit_routine": "1.3 3.2 3.3 3.4 5.2",
        "meetings": "2.5 4.4",
        "unit_key_person": "2.4",
        "key_person_course": "4.2",
        "staff_certificate": "1.2 4.1 5.6",
        "milestone": "2.1 2.2 2.3 3.5 3.6 4.3 5.1 5.3 5.4 6.1 6.2 6.3 6.4 7.1 7.2",
    }


@pytest.mark.parametrize(
    ("code", "own", "contracted", "tags"),
    [
        ("1.2", "obliged", "obliged", []),
        ("2.4", "obliged", "invited", []),
        ("3.2", "obliged", "none", ["möter barn"]),
        ("3.4", "obliged", "none", []),
        ("4.1", "obliged", "obliged", ["patriark"]),
        ("5.2", "obliged", "none", ["vnr-rutiner"]),
        ("5.6", "obliged", "obliged", ["familjefrid"]),
    ],
)
def test_an_activity_is_for_its_population(plan, code, own, contracted, tags):
    found = activity(code)

    assert (found.own, found.contracted) == (own, contracted)
    assert [tag.name for tag in found.tags.all()] == tags


def test_an_activity_holds_all_that_the_file_says_of_it(plan):
    web_course = activity("1.2")

    assert web_course.amount_sek == Decimal(500)
    assert web_course.starts_on == date(2022, 1, 1)
    assert web_course.saying == {"units": "exact", "staff": "about"}
    assert [course.code for course in web_course.courses.all()] == ["nck-vald"]
    assert len(activity("3.5").parts) == 2
    assert activity("4.4").target == 3
    assert activity("4.4").starts_on == date(2023, 7, 1)
    assert activity("7.2").focus_area is None


def test_preconditions_point_at_other_activities(plan):
    assert [before.code for before in activity("2.3").preconditions.all()] == ["2.2"]
    assert {before.code for before in activity("6.4").preconditions.all()} == {"6.2", "6.3"}


def test_a_deadline_has_a_row_per_decision(plan):
    rows = activity("4.2").deadlines.values_list("day", "decided_on")

    assert list(rows) == [
        (date(2023, 10, 31), None),
        (date(2023, 12, 31), date(2023, 5, 15)),
    ]
    assert str(activity("7.1").deadlines.first()) == "december 2022"


def test_the_letter_of_the_plan_can_be_read(plan):
    letter = PlanLetter.read(plan.letter)

    assert letter.addressee == "Socialnämnden"
    assert letter.letterhead_on(date(2023, 5, 15)).columns[0][0] == "Region Gotland"
    assert letter.letterhead_on(date(2021, 1, 1)) is None


def test_loading_again_changes_nothing(plan):
    before, events = counts(), AuditEvent.objects.count()

    outcome = load_plan(DEFAULT_PLAN)

    assert (outcome.new, outcome.changes) == (0, [])
    assert (counts(), AuditEvent.objects.count()) == (before, events)


def test_loading_again_keeps_what_was_changed_on_the_pages_and_tells_so(plan):
    Activity.objects.filter(code="1.2").update(title="Kurs på nätet", last_day=date(2023, 6, 30))
    activity("5.2").tags.clear()

    outcome = load_plan(DEFAULT_PLAN)

    assert (activity("1.2").title, activity("1.2").last_day) == ("Kurs på nätet", date(2023, 6, 30))
    assert not activity("5.2").tags.exists()
    assert outcome.changes == []
    assert outcome.kept == [
        "aktivitet 1.2: rubrik (filen: Webbkurs om våld)",
        "aktivitet 1.2: i planen till (filen: None)",
        "aktivitet 5.2: bara enheter med taggarna (filen: vnr-rutiner)",
    ]


def test_what_the_file_says_anew_is_written_and_what_stood_there_is_told(db, write):
    load_plan(write(SMALL))
    Activity.objects.filter(code="1.1").update(title="Kurs på nätet", responsible="chef")

    outcome = load_plan(write(SMALL.replace('"Kursen"', '"Webbkursen"')))

    assert (activity("1.1").title, activity("1.1").responsible) == ("Webbkursen", "chef")
    assert outcome.changes == ["aktivitet 1.1: rubrik (var: Kurs på nätet)"]
    assert "Kurs på nätet" in AuditEvent.objects.first().text


def test_order_chosen_on_the_page_stays_until_the_file_has_another(db, write):
    load_plan(write(SMALL))
    Activity.objects.filter(code="1.2").update(position=0)

    load_plan(write(SMALL))

    assert [found.code for found in Activity.objects.order_by("position")] == ["1.2", "1.1"]


def test_loading_again_leaves_evidence_and_what_the_file_does_not_name(plan):
    unit = make_unit()
    person = make_staff_member(unit=unit)
    make_certificate(person, Course.objects.get(code="nck-vald"), unit, date(2023, 4, 1))
    extra = Activity.objects.create(
        plan=plan, code="9.9", position=99, title="Ny", measure="milestone", starts_on="2023-01-01"
    )
    make_deadline(activity("1.2"), date(2023, 9, 30), decided_on=date(2023, 6, 1))

    load_plan(DEFAULT_PLAN)

    assert Certificate.objects.count() == 1
    assert Activity.objects.filter(pk=extra.pk).exists()
    assert activity("1.2").deadlines.count() == 2


def test_a_changed_file_changes_the_plan(db, write):
    load_plan(write(SMALL))

    load_plan(write(SMALL.replace('tags = ["natt"]', 'tags = ["dag"]').replace("06-30", "07-31")))

    assert [tag.name for tag in activity("1.1").tags.all()] == ["dag"]
    assert activity("1.1").deadlines.get().day == date(2024, 7, 31)


def test_plans_live_side_by_side(plan, write):
    load_plan(write(SMALL))

    assert Plan.objects.count() == 2
    assert Activity.objects.filter(code="1.2").count() == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "Liten plan"', "", "planen: ”name” saknas."),
        ('name = "Liten plan"', "name = 7", "planen: ”name” ska vara en text."),
        ('name = "Område"', 'name = " "', "fokusområde 1: ”name” är tom."),
        ('name = "Kurs"', 'name = "K\\u0000"', "kurs kurs: ”name” innehåller ett tecken"),
        ('"staff_certificate"', '"certificates"', "aktivitet 1.1: ”measure”:"),
        ("focus_area = 1", "focus_area = 2", "aktivitet 1.1: fokusområde 2 finns inte i planen."),
        ('["kurs"]', '["annan"]', "aktivitet 1.1: kursen ”annan” finns inte."),
        ('["kurs"]', '["kurs", 3]', "aktivitet 1.1: ”courses” ska vara en lista med texter."),
        ('after = ["1.1"]', 'after = ["1.9"]', "aktivitet 1.2: den kan inte förutsätta aktivitet"),
        ('after = ["1.1"]', 'after = ["1.2"]', "aktivitet 1.2: den kan inte förutsätta aktivitet"),
        ('code = "1.2"', 'code = "1.1"', "planen: aktivitet 1.1 står 2 gånger."),
        ('title = "Beslutet"', 'titel = "Beslutet"', "aktivitet 1.2: ”title” saknas."),
        ("after =", 'efter = ""\nafter =', "aktivitet 1.2: ”efter” är inget som en plan kan ha."),
        ("day = 2024-06-30", 'day = "30 juni"', "slutdatum 1: ”day” ska vara ett datum"),
        (
            "day = 2024-06-30",
            'day = 2024-06-29\nprecision = "term"',
            "slutdatum 1: ”day” ska vara den sista dagen",
        ),
        ("day = 2024-06-30", 'precision = "day"', "aktivitet 1.1, slutdatum 1: Ange en sista dag"),
        ("2024-12-31", "2023-12-31", "planen: Planens sista dag kan inte ligga före den första."),
        ("[[courses]]", "[[courses]", "följer inte formatet TOML, se rad 8."),
        ("[[courses]]", "[letter]\nsender = 1\n[[courses]]", "brevet: ”sender” ska vara en lista."),
        (
            "[[courses]]",
            '[letter]\nletterheads = [{ from_day = "i går" }]\n[[courses]]',
            "brevet, sidfot 1: ”from_day” ska vara ett datum",
        ),
        ('tags = ["natt"]', 'saying = { staff = "ungefär" }', "”saying”: staff ska vara exact"),
    ],
)
def test_a_broken_file_is_refused_with_its_place_and_nothing_is_saved(db, write, old, new, message):
    with pytest.raises(BrokenPlanError) as caught:
        load_plan(write(SMALL.replace(old, new, 1)))

    assert message in str(caught.value)
    assert set(counts().values()) == {0}


def test_a_file_that_is_not_text_is_refused(db, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes("name = 'å'".encode("latin-1"))

    with pytest.raises(BrokenPlanError, match="inte sparad som UTF-8"):
        load_plan(path)


def test_address_of_an_activity_is_the_files_or_else_the_one_put_in_by_hand(db, write):
    load_plan(write(SMALL.replace('title = "Kursen"', 'title = "Kursen"\nlink = "https://a.se/"')))
    assert Activity.objects.get(code="1.1").link == "https://a.se/"

    Activity.objects.update(link="https://b.se/")
    load_plan(write(SMALL))

    assert Activity.objects.get(code="1.1").link == "https://b.se/"
