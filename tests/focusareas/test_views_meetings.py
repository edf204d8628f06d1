"""Meetings through the pages: planned, changed, attended and written down."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse

from focusareas.models import Activity, AuditEvent, Meeting, StaffMember
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY, HELD, AHEAD = date(2023, 6, 1), date(2023, 5, 11), date(2023, 11, 9)


@pytest.fixture(autouse=True)
def today(settings):
    settings.TODAY = TODAY


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True))
    return client


def an_activity(measure: str, **fields) -> Activity:
    return make.make_activity("2.5", measure=measure, **fields)


def test_meeting_is_planned_and_then_cancelled(lead):
    activity = an_activity("meetings", target=2)
    data = {"day": "2023-11-09", "theme": "Enheternas rutiner", "place": "Visby"}

    lead.post(reverse("meeting_create", args=[activity.pk]), data)
    meeting = Meeting.objects.get()
    lead.post(reverse("meeting_edit", args=[meeting.pk]), data | {"cancelled_on": "2023-11-01"})

    meeting.refresh_from_db()
    assert (meeting.theme, meeting.cancelled_on) == ("Enheternas rutiner", date(2023, 11, 1))


def test_meeting_posted_twice_is_one_meeting(lead):
    activity = an_activity("meetings")
    data = {"day": "2023-11-09", "theme": "Rutiner"}

    for _ in range(2):
        response = lead.post(reverse("meeting_create", args=[activity.pk]), data)

    assert "Träffen finns redan" in response.content.decode()
    assert Meeting.objects.count() == 1


def test_meeting_cannot_be_cancelled_after_its_day(lead):
    day = date(2023, 11, 9)
    meeting = Meeting.objects.create(activity=an_activity("meetings"), day=day, theme="Rutiner")
    data = {"day": "2023-11-09", "theme": "Rutiner", "cancelled_on": "2023-11-10"}

    response = lead.post(reverse("meeting_edit", args=[meeting.pk]), data)

    assert "ställas in senast samma dag" in response.content.decode()
    assert Meeting.objects.get().cancelled_on is None


@pytest.fixture
def meeting():
    """One that was held, with Anna as key person of two units and Eva of one; Bo works there."""
    north, south = make.make_unit("N", name="Norr"), make.make_unit("S", name="Syd")
    anna = make.make_staff_member("Anna Berg", unit=north, employee_number="201")
    make.make_employment(anna, south)
    eva = make.make_staff_member("Eva Gran", unit=south, employee_number="203")
    for person, unit in ((anna, north), (anna, south), (eva, south)):
        make.make_key_person(person, unit)
    make.make_staff_member("Bo Ek", unit=north, employee_number="202")
    return Meeting.objects.create(activity=an_activity("meetings"), day=HELD, theme="Uppstart")


def who(name: str) -> int:
    return StaffMember.objects.get(given_name=name).pk


def came(meeting: Meeting) -> list[str]:
    return sorted(person.given_name for person in meeting.attendees.all())


def tick(client: Client, meeting: Meeting, *, shown: list, came: list, ask: str = ""):
    address = reverse("meeting_attendance", args=[meeting.pk]) + ask
    return client.post(address, {"shown": shown, "came": came})


def paste(client: Client, meeting: Meeting, text: str, **answers: object) -> str:
    address = reverse("meeting_attendance_paste", args=[meeting.pk])
    data = {"text": text} | ({"answered": "1"} | answers if answers else {})
    return client.post(address, data, follow=True).content.decode()


def test_hours_are_kept_and_shown_as_they_are_written(lead):
    activity = an_activity("meetings")
    data = {"day": AHEAD, "theme": "Rutiner", "starts_at": "09:00", "ends_at": "15:30"}

    page = lead.post(reverse("meeting_create", args=[activity.pk]), data, follow=True)

    assert "9\xa0november 2023, kl.\xa09.00–15.30" in page.content.decode()
    assert Meeting.objects.get().ends_at == time(15, 30)


def test_page_counts_people_once_and_every_unit_they_stand_for(lead, meeting):
    tick(lead, meeting, shown=[who("Anna"), who("Eva")], came=[who("Anna")])
    tick(lead, meeting, shown=[who("Bo")], came=[who("Bo")], ask="?q=bo")

    page = lead.get(reverse("meeting_detail", args=[meeting.pk])).content.decode()

    assert "1 av 2</span>" in page and "2 av 2</span>" in page
    assert "nyckelpersoner, 50\xa0%" in page
    assert "enheter med nyckelperson var företrädda, 100\xa0%" in page
    assert ">2</span>" in page, "two came"


def test_who_is_no_longer_ticked_did_not_come_and_others_stay(lead, meeting):
    tick(lead, meeting, shown=[who("Anna"), who("Bo")], came=[who("Anna"), who("Bo")])

    tick(lead, meeting, shown=[who("Anna"), who("Eva")], came=[who("Eva")])

    assert came(meeting) == ["Bo", "Eva"]
    assert "1 till och 1 färre" in AuditEvent.objects.about(meeting)[0].text


@pytest.mark.parametrize("wrong", ["\x00", "x", "99999", "-1", "9" * 30])
def test_nonsense_in_the_list_changes_nothing(lead, meeting, wrong):
    tick(lead, meeting, shown=[who("Anna"), wrong], came=[who("Anna")])
    tick(lead, meeting, shown=[who("Anna")], came=[wrong])
    tick(lead, meeting, shown=[], came=[who("Anna")])

    assert not meeting.attendances.exists()


def test_nobody_has_come_to_what_has_not_been(lead, meeting):
    Meeting.objects.update(day=AHEAD)

    tick(lead, meeting, shown=[who("Anna")], came=[who("Anna")])
    paste(lead, meeting, "Anna Berg", answers="1")

    assert not meeting.attendances.exists()


def test_pasted_list_is_shown_before_anything_is_saved(lead, meeting):
    page = paste(lead, meeting, "Anna Berg\nEva Grahn\nXerxes Quist")

    assert "1\xa0person är säker, 1\xa0rad behöver svar, 1\xa0rad är okänd" in page
    assert "Eva Gran, 203 (Syd)" in page
    assert not meeting.attendances.exists()


def test_pasted_list_is_saved_when_its_doubts_are_answered(lead, meeting):
    text = "Anna Berg\nAnna Berg, 201\nEva Grahn\nBo Ek"

    page = paste(lead, meeting, text, **{"line-2": who("Eva"), "line-3": "nobody"})

    assert "2\xa0deltagare är noterade." in page
    assert came(meeting) == ["Anna", "Eva"]


@pytest.mark.parametrize("answer", ["", "\x00", "99999"])
def test_doubt_that_is_not_answered_saves_nothing(lead, meeting, answer):
    page = paste(lead, meeting, "Anna Berg\nEva Grahn", **{"line-1": answer})

    assert "Rätta det här" in page
    assert not meeting.attendances.exists()


def test_pasted_list_adds_to_those_already_noted(lead, meeting):
    tick(lead, meeting, shown=[who("Bo")], came=[who("Bo")])

    paste(lead, meeting, "Anna Berg", answers="1")

    assert came(meeting) == ["Anna", "Bo"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Klistra in listan först"),
        ("a\n" * 301, "högst 300"),
        ("19850101-1234", "personnummer"),
    ],
)
def test_list_that_cannot_be_read_says_why(lead, meeting, text, words):
    assert words in paste(lead, meeting, text)


def test_attendance_costs_the_same_queries_for_many(lead, meeting, django_assert_max_num_queries):
    unit = make.make_unit("STOR")
    for number in range(110):
        make.make_key_person(make.make_staff_member(f"Per Nr{number}", unit=unit), unit)

    for name in ("meeting_attendance", "meeting_detail"):
        with django_assert_max_num_queries(10):
            lead.get(reverse(name, args=[meeting.pk]))
    Meeting.objects.update(day=AHEAD)
    for name in ("meeting_detail", "meeting_invite"):
        with django_assert_max_num_queries(10):
            lead.get(reverse(name, args=[meeting.pk]))
    Meeting.objects.update(day=HELD)
    with django_assert_max_num_queries(10):
        paste(lead, meeting, "Per Nr1\nAnna Berg\nXerxes Quist\n" * 30)


def test_saved_page_leads_to_the_next_and_the_last_to_the_figures(lead, meeting):
    unit = make.make_unit("STOR")
    for number in range(110):
        make.make_key_person(make.make_staff_member(f"Per Nr{number}", unit=unit), unit)
    here, figures = (
        reverse(name, args=[meeting.pk]) for name in ("meeting_attendance", "meeting_detail")
    )
    anna = {"shown": [who("Anna")], "came": [who("Anna")]}

    ways = [tick(lead, meeting, **anna, ask=ask).url for ask in ("", "?page=2", "?q=anna")]

    assert ways == [f"{here}?page=2", figures, here]


def test_notes_are_kept_without_personal_numbers(lead, meeting):
    address = reverse("meeting_notes", args=[meeting.pk])
    lead.post(address, {"notes": "Vi enades om\nrutinerna."})

    lead.post(address, {"notes": "Om 850101-1234"})

    meeting.refresh_from_db()
    page = lead.get(reverse("meeting_detail", args=[meeting.pk])).content.decode()
    assert meeting.notes == "Vi enades om\nrutinerna."
    assert page.count("Skrev anteckningar från träffen") == 1


def test_key_person_without_a_role_opens_the_meeting_and_no_more(client, meeting):
    client.force_login(make.make_user(staff_member=StaffMember.objects.get(given_name="Eva")))

    page = client.get(reverse("meeting_detail", args=[meeting.pk]))

    assert page.status_code == 200
    assert "Klistra in" not in page.content.decode()
    assert client.get(reverse("activity_detail", args=[meeting.activity_id])).status_code == 403
