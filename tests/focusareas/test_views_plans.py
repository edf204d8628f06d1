"""A plan is changed mid-way through its pages, and asked for an earlier day it is as it was."""

from datetime import date

import pytest
from django.urls import reverse

from focusareas import completion
from focusareas.models import Activity, AuditEvent, Plan
from focusareas.plan_letter import PlanLetter
from tests import factories as make

pytestmark = pytest.mark.django_db

DECIDED, BEFORE = date(2023, 5, 15), date(2023, 4, 30)
NEW = {
    "code": "2.6",
    "title": "Nyckelperson på varje enhet",
    "measure": "unit_key_person",
    "own": "obliged",
    "contracted": "invited",
    "first_day": DECIDED,
    "precision": "term",
    "day": "2023-09-01",
    "source": "Socialnämnden, § 146",
}


@pytest.fixture
def lead(client, settings):
    settings.TODAY = date(2023, 6, 1)
    client.force_login(make.make_user(is_development_lead=True))
    return client


def post(lead, name: str, row, **data):
    return lead.post(reverse(name, args=[row.pk]), data, follow=True)


def figures(day: date):
    return completion.for_plan(Plan.objects.get(), on=day)


def codes(day: date) -> list[str]:
    return [figure.activity.code for figure in figures(day).activities]


def test_activity_added_on_a_decision_is_there_from_its_day(lead):
    plan = make.make_activity("1.2").plan
    make.make_unit()

    page = post(lead, "activity_create", plan, **NEW).content.decode()

    assert "2.6 Nyckelperson på varje enhet är med i planen." in page
    assert codes(BEFORE) == ["1.2"]
    assert codes(DECIDED) == ["1.2", "2.6"]
    added = figures(DECIDED).activity("2.6")
    assert (added.deadline.day, added.deadline.written) == (date(2023, 12, 31), "hösten 2023")
    assert (added.total.expected, added.activity.source) == (1, "Socialnämnden, § 146")
    event = AuditEvent.objects.about(added.activity).get()
    assert (event.changes_from, "Socialnämnden, § 146" in event.text) == (DECIDED, True)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"code": "1.2"}, "Planen har redan en aktivitet med det numret."),
        ({"own": "none", "contracted": "none"}, "Välj vem aktiviteten gäller."),
        ({"measure": "staff_certificate"}, "Välj minst en kurs."),
        ({"measure": "meetings"}, "Skriv hur många träffar"),
        ({"first_day": "2021-12-31"}, "Välj en dag i planens tid"),
        ({"source": ""}, "måste fyllas i"),
        ({"day": "2023-05-14", "precision": "day"}, "Slutdatum kan inte ligga före."),
        ({"tags": "0"}, "finns inte bland tillgängliga alternativ"),
        ({"title": "Möte med 19121212-1212"}, "Skriv inget personnummer"),
    ],
)
def test_activity_that_cannot_be_is_refused_with_a_reason(lead, changed, words):
    plan = make.make_activity("1.2").plan

    page = post(lead, "activity_create", plan, **NEW | changed).content.decode()

    assert words in page
    assert Activity.objects.count() == 1


def test_activity_of_the_administration_keeps_no_population(lead):
    plan = make.make_activity("1.2").plan

    post(lead, "activity_create", plan, **NEW | {"measure": "milestone", "parts": "ett\ntvå"})

    added = Activity.objects.get(code="2.6")
    assert (added.own, added.contracted, added.parts) == ("none", "none", ["ett", "två"])


def test_population_changed_from_a_day_leaves_the_days_before(lead):
    activity = make.make_activity("3.4", measure="unit_routine", tags=("möter barn",))
    make.make_unit("A", tags=("möter barn",))
    make.make_unit("B")
    data = {"own": "obliged", "contracted": "none", "day": DECIDED, "source": "Delrapporten"}

    post(lead, "activity_population", activity, **data)

    expected = [figures(day).activity("3.4").total.expected for day in (BEFORE, DECIDED)]
    assert expected == [1, 2]
    assert activity.versions.get().last_day == date(2023, 5, 14)


def test_population_corrected_the_same_day_makes_no_new_version(lead):
    activity = make.make_activity("3.4", measure="unit_routine")
    data = {"own": "obliged", "contracted": "none", "day": DECIDED, "source": "Delrapporten"}
    post(lead, "activity_population", activity, **data)

    post(lead, "activity_population", activity, **data | {"own": "invited"})
    early = post(lead, "activity_population", activity, **data | {"day": BEFORE})

    activity.refresh_from_db()
    assert (activity.own, activity.versions.get().own) == ("invited", "obliged")
    assert "Välj den dagen eller senare." in early.content.decode()


def test_ended_activity_is_gone_after_its_last_day_and_can_go_on_again(lead):
    activity = make.make_activity("1.2")

    post(lead, "activity_end", activity, last_day=BEFORE, ended_by="Styrgruppen")
    assert (codes(BEFORE), codes(DECIDED)) == (["1.2"], [])

    post(lead, "activity_end", activity, last_day="", ended_by="Styrgruppen ångrade sig")
    assert codes(DECIDED) == ["1.2"]


def test_words_are_changed_with_a_trace_of_old_and_new(lead):
    first = make.make_activity("6.2", measure="milestone", parts=["a", "b"])
    activity = make.make_activity("6.4", measure="milestone")
    activity.preconditions.add(first)
    data = {"title": "Nästa steg", "source": "Planen", "starts_on": "2022-01-01"}

    post(lead, "activity_edit", activity, **data, preconditions=first.pk)
    circle = post(lead, "activity_edit", first, **data, preconditions=activity.pk)

    activity.refresh_from_db()
    assert activity.title == "Nästa steg"
    assert "rubrik: Aktivitet 6.4 → Nästa steg" in AuditEvent.objects.about(activity).get().text
    assert "förutsätter själv den här aktiviteten" in circle.content.decode()


def test_part_that_something_is_said_of_cannot_go(lead):
    activity = make.make_activity("3.5", measure="milestone", parts=["plan", "genomförande"])
    activity.milestone_updates.create(part=2, day=BEFORE, state="done")
    data = {"title": "Uppföljning", "source": "Planen", "starts_on": "2022-01-01"}

    page = post(lead, "activity_edit", activity, **data, parts="plan").content.decode()

    assert "Det är antecknat hur det går med del 2." in page


def test_order_is_changed_within_the_focus_area(lead):
    first, other = make.make_activity("1.1"), make.make_activity("2.1")
    last = make.make_activity("1.2")

    post(lead, "activity_move", last, direction="up")
    post(lead, "activity_move", last, direction="up")

    assert codes(DECIDED) == ["1.2", "2.1", "1.1"]
    assert (first.focus_area, other.focus_area) == (last.focus_area, other.focus_area)


def test_new_plan_for_the_same_days_is_shown_only_when_chosen(lead):
    old = make.make_plan()
    new = make.make_plan("ny", name="Ny plan")
    assert Plan.objects.for_day(DECIDED) == old

    page = post(lead, "plan_choose", new).content.decode()

    assert "Ny plan visas först." in page
    assert Plan.objects.for_day(DECIDED) == new
    assert Plan.objects.for_day(date(2030, 1, 1)) == new


def test_fixed_texts_of_the_memo_are_changed_and_the_rest_of_the_letter_stays(lead):
    letter = {"sender": ["Förvaltningen"], "interim": {"title": "Rapport 2023"}}
    plan = make.make_plan(letter=letter)

    opened = lead.get(reverse("plan_letter", args=[plan.pk])).content.decode()
    sent = {"addressee": "Nämnden", "interim.title": "Rapport 2025", "summary": "Ett\r\n\r\ntvå"}
    post(lead, "plan_letter", plan, **sent)

    saved = PlanLetter.read(Plan.objects.get().letter)
    assert "Rapport 2023" in opened
    assert (saved.addressee, saved.interim.title) == ("Nämnden", "Rapport 2025")
    assert (saved.summary, saved.sender) == ("Ett\n\ntvå", ("Förvaltningen",))
    refused = post(lead, "plan_letter", plan, summary="Om 19121212-1212").content.decode()
    assert "Skriv inget personnummer" in refused


def test_earlier_populations_are_told_where_they_are_changed(lead):
    activity = make.make_activity("3.4", measure="unit_routine", tags=("möter barn",))
    data = {"own": "obliged", "contracted": "none", "day": DECIDED, "source": "Delrapporten"}
    post(lead, "activity_population", activity, **data)

    page = lead.get(reverse("activity_population", args=[activity.pk])).content.decode()

    assert "Till och med 2023-05-14 gällde: egen regi ska" in page
    assert "taggar möter barn" in page


@pytest.mark.parametrize("key", ["0", "-1", "x", "\x00", "9" * 30])
def test_rows_that_are_not_there_cannot_be_chosen(lead, key):
    activity = make.make_activity("1.2", courses=(make.make_course(),))

    new = post(lead, "activity_create", activity.plan, **NEW | {"tags": key})
    changed = post(lead, "activity_edit", activity, title="Ny", preconditions=key)

    assert [
        page.context["form"].errors.keys() >= {name}
        for page, name in ((new, "tags"), (changed, "preconditions"))
    ] == [True, True]
    activity.refresh_from_db()
    assert (activity.title, codes(DECIDED)) == ("Aktivitet 1.2", ["1.2"])
