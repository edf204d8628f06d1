"""What the day's letters say, to whom, and when; made and sent by `manage.py send_reminders`."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from focusareas import reminders, review, undo
from focusareas.models import Activity, DailyMail
from tests import factories as make

pytestmark = pytest.mark.django_db

DEADLINE = date(2023, 6, 30)
DAY = date(2023, 5, 15)  # 46 days before: no moment to remind
BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def lead():
    return make.make_user("ledare@example.com", is_development_lead=True)


@pytest.fixture
def course():
    return make.make_course()


@pytest.fixture(autouse=True)
def activity(course):
    return make.make_activity("1.2", title="Webbkurs om våld", courses=(course,), deadline=DEADLINE)


@pytest.fixture
def unit():
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    make.make_unit_manager(make.make_user("chef@example.com"), unit)
    make.make_staff_member("Gun Kvar", unit=unit)
    return unit


def send(on: date = DAY, **options: Any) -> None:
    call_command("send_reminders", on=on, verbosity=0, **options)


def handed_in(unit, name: str, course, **fields: Any):
    person = make.make_staff_member(name, unit=unit, is_protected=fields.pop("is_protected", False))
    return make.make_certificate(person, course, unit, BEFORE, **fields)


# ---------------------------------------------------------------- What it says


def test_news_are_told_with_what_is_left(unit, course, lead, mailoutbox):
    handed_in(unit, "Ada Ask", course, approved_on=BEFORE)
    handed_in(unit, "Bea Björk", course, returned_on=DAY, reason="Namnet går inte att läsa.")
    make.make_certificate(None, course, unit, BEFORE, completed_on=None, question="Vem?")

    send()

    letter = next(mail for mail in mailoutbox if mail.to == ["chef@example.com"])
    text = letter.body.replace("\u00a0", " ")
    assert letter.subject == "Läget för Hemtjänst Norr"
    assert "- Godkänt: 1 intyg\n    Ada Ask, Webbkurs om våld\n" in text
    assert "    Bea Björk, Webbkurs om våld. Skäl: Namnet går inte att läsa.\n" in text
    assert "- Väntar på ditt svar: 1 intyg\n" in text
    assert (
        "- 1.2 Webbkurs om våld\n"
        "    1 av 3, 92 % av tiden har gått\n"
        "    Slutdatum 2023-06-30. 2 saknas, 46 dagar kvar: 1 i veckan räcker.\n"
    ) in text
    assert f"http://127.0.0.1:8000/units/{unit.pk}/" in text


def test_news_are_told_once_and_later_ones_of_the_same_day_the_day_after(unit, course, mailoutbox):
    handed_in(unit, "Ada Ask", course, approved_on=DAY)
    send()
    handed_in(unit, "Bea Björk", course, approved_on=DAY)

    send(DAY + timedelta(days=1))
    send(DAY + timedelta(days=2))

    assert len(mailoutbox) == 2
    assert "Ada Ask" not in mailoutbox[1].body
    assert "Bea Björk" in mailoutbox[1].body


def test_undone_approval_that_was_told_is_told_too(unit, course, lead, mailoutbox):
    certificate = handed_in(unit, "Ada Ask", course)
    review.approve(certificate, by=make.make_user(), on=DAY)
    send()
    undo.undo(certificate, by=lead)

    send(DAY + timedelta(days=1))

    latest = [mail.body for mail in mailoutbox if mail.to == ["chef@example.com"]][-1]
    assert "Ångrat beslut: 1\u00a0intyg granskas igen\n    Ada Ask" in latest


def test_what_is_left_comes_in_order_of_deadline(unit, course, mailoutbox):
    measure = Activity.Measure.UNIT_KEY_PERSON
    make.make_activity("2.4", title="Nyckelperson", measure=measure, deadline=None)
    make.make_activity("3.1", title="Rutin", measure=measure, deadline=date(2023, 5, 31))
    make.make_activity(
        "3.2", title="Inbjudan", measure=measure, own=Activity.Duty.INVITED, deadline=DAY
    )
    handed_in(unit, "Ada Ask", course, approved_on=DAY)

    send()

    text = mailoutbox[0].body
    assert text.index("3.1 Rutin") < text.index("1.2 Webbkurs") < text.index("2.4 Nyckelperson")
    assert "Saknar nyckelperson (0 av 1" in text
    assert "Inbjudan" not in text


def test_protected_and_strangers_are_never_named(unit, course, mailoutbox):
    handed_in(unit, "Hemlig Person", course, approved_on=DAY, is_protected=True)
    elsewhere = make.make_unit("FAM")
    stranger = make.make_staff_member("Sven Främling", unit=elsewhere)
    make.make_certificate(stranger, course, unit, BEFORE, approved_on=DAY)
    handed_in(unit, "Ada Ask", course, returned_on=DAY, reason="Gäller Hemlig Person i stället.")

    send()

    (letter,) = mailoutbox
    assert "Hemlig" not in letter.body
    assert "Främling" not in letter.body
    assert "    Skyddad, Webbkurs om våld\n" in letter.body
    assert "    Någon utanför enheten, Webbkurs om våld\n" in letter.body
    assert "Skäl: Gäller Skyddad i stället." in letter.body


def test_long_list_of_names_is_cut_and_the_rest_counted(unit, course, mailoutbox):
    for number in range(25):
        handed_in(unit, f"Per Nr{number}", course, approved_on=DAY)

    send()

    assert mailoutbox[0].body.count("Per Nr") == 20
    assert "    och 5 till\n" in mailoutbox[0].body


def test_lead_is_told_of_the_queue_while_something_waits(unit, course, lead, mailoutbox):
    certificate = handed_in(unit, "Ada Ask", course)
    send()
    review.approve(certificate, by=lead, on=DAY)

    send(DAY + timedelta(days=1))

    to_lead = [mail for mail in mailoutbox if mail.to == ["ledare@example.com"]]
    assert [mail.subject for mail in to_lead] == ["1 intyg väntar på granskning"]
    assert "Ada Ask" not in to_lead[0].body


def test_somebody_with_two_roles_gets_one_letter(unit, course, lead, mailoutbox):
    other = make.make_unit("FAM", name="Familjefrid")
    make.make_unit_manager(lead, other)
    make.make_unit_manager(lead, unit, is_deputy=True)
    handed_in(unit, "Ada Ask", course, approved_on=DAY)
    handed_in(other, "Bea Björk", course, approved_on=DAY)
    handed_in(unit, "Cia Ceder", course)

    send()

    to_lead = [mail for mail in mailoutbox if mail.to == ["ledare@example.com"]]
    assert [mail.subject for mail in to_lead] == [
        "1 intyg väntar på granskning, Läget för 2 enheter"
    ]


# ---------------------------------------------------------------- When and to whom


@pytest.mark.parametrize(
    ("days_before", "is_reminded"),
    [(days, True) for days in (60, 30, 14, 7, 1, -1, -8, -15)]
    + [(days, False) for days in (61, 59, 2, 0, -2, -7, -9)],
)
def test_reminders_come_at_their_moments(unit, mailoutbox, days_before, is_reminded):
    send(DEADLINE - timedelta(days=days_before))

    assert len(mailoutbox) == is_reminded


@pytest.mark.parametrize("decided", [{"approved_on": DAY}, {}], ids=["done", "awaiting review"])
def test_unit_with_nothing_left_gets_no_reminder(course, mailoutbox, decided):
    unit = make.make_unit()
    make.make_unit_manager(make.make_user(), unit)
    handed_in(unit, "Ada Ask", course, **decided)

    send(DEADLINE - timedelta(days=1))

    assert mailoutbox == []


def test_only_those_on_duty_that_day_get_letters(course, mailoutbox):
    unit = make.make_unit("HEMT")
    closed = make.make_unit("SARB", last_day=BEFORE)
    for code, duty, user in (
        ("chef", {}, {}),
        ("ersattare", {"is_deputy": True, "last_day": DAY}, {}),
        ("slutat", {"is_deputy": True, "last_day": BEFORE}, {}),
        ("kommer", {"is_deputy": True, "first_day": DAY + timedelta(days=1)}, {}),
        ("avstangd", {"is_deputy": True}, {"is_active": False}),
    ):
        make.make_unit_manager(make.make_user(f"{code}@example.com", **user), unit, **duty)
    make.make_unit_manager(make.make_user("stangd@example.com"), closed)
    for place in (unit, closed):
        handed_in(place, "Ada Ask", course, approved_on=DAY)

    send()

    assert [mail.to[0] for mail in mailoutbox] == ["chef@example.com", "ersattare@example.com"]


def test_nobody_is_told_of_another_unit(unit, course, mailoutbox):
    other = make.make_unit("FAM", name="Familjefrid")
    make.make_unit_manager(make.make_user("annan@example.com"), other)
    handed_in(other, "Ada Ask", course, approved_on=DAY)

    send()

    assert [mail.to[0] for mail in mailoutbox] == ["annan@example.com"]


def test_what_the_unit_itself_takes_back_is_no_news(unit, course, mailoutbox):
    manager = unit.managers.get().user
    make.make_unit_manager(make.make_user("ersattare@example.com"), unit, is_deputy=True)
    review.return_to_unit(handed_in(unit, "Ada Ask", course), reason="Fel fil.", by=manager, on=DAY)

    send()

    assert mailoutbox == []


def test_without_a_plan_there_is_nothing_to_remind_of(unit, activity, mailoutbox):
    activity.plan.delete()

    send(DEADLINE - timedelta(days=1))

    assert mailoutbox == []
    assert not DailyMail.objects.exists()


def test_letters_to_many_cost_no_more_queries(course, django_assert_max_num_queries):
    for number in range(30):
        unit = make.make_unit()
        make.make_unit_manager(make.make_user(), unit)
        handed_in(unit, f"Per Nr{number}", course, approved_on=DAY)

    with django_assert_max_num_queries(12):
        assert len(reminders.letters(on=DAY)) == 30
