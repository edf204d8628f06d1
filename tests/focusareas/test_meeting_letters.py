"""Letters about a meeting: to each alone, once each, and again when it changes."""

import email
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.urls import reverse
from icalendar import Calendar

from focusareas import meeting_letters
from focusareas.calendar_files import calendar_file
from focusareas.models import Activity, AuditEvent, KeyPerson, Meeting, MeetingLetter
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY, DAY = date(2023, 10, 1), date(2023, 11, 9)


@pytest.fixture(autouse=True)
def today(settings):
    settings.TODAY = TODAY


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True))
    return client


@pytest.fixture
def meeting():
    """Anna is key person of two units, protected Eva of one; Ida has no address, Bo is none."""
    north, south = make.make_unit("N"), make.make_unit("S")
    anna = make.make_staff_member("Anna Berg", unit=north, email="anna@example.com")
    make.make_employment(anna, south)
    eva = make.make_staff_member("Eva Gran", unit=south, email="eva@example.com", is_protected=True)
    ida = make.make_staff_member("Ida Kron", unit=south)
    make.make_staff_member("Bo Ek", unit=south, email="bo@example.com")
    for person, unit in ((anna, north), (anna, south), (eva, south), (ida, south)):
        make.make_key_person(person, unit)
    return Meeting.objects.create(
        activity=make.make_activity("2.5", measure=Activity.Measure.MEETINGS),
        day=DAY,
        starts_at=time(9),
        ends_at=time(15, 30),
        theme="Enheternas rutinarbete",
        place="Visby, sal; 2",
    )


def send(lead, meeting, version=0, *, deliver=True):
    response = lead.post(reverse("meeting_invite", args=[meeting.pk]), {"version": version})
    if deliver:
        meeting_letters.send_waiting.call(meeting.pk)
    return response


def change(lead, meeting, **data):
    whole = {"day": DAY, "theme": meeting.theme, "place": meeting.place}
    whole |= {"starts_at": "09:00", "ends_at": "15:30"} | data
    lead.post(reverse("meeting_edit", args=[meeting.pk]), whole)
    meeting.refresh_from_db()


def recipients() -> list[list[str]]:
    return [letter.recipients() for letter in mail.outbox]


def calendar_in(letter) -> Calendar:
    """The calendar as a mail program finds it in the letter."""
    parts = email.message_from_bytes(letter.message().as_bytes()).walk()
    (part,) = [part for part in parts if part.get_content_type() == "text/calendar"]
    calendar = Calendar.from_ical(part.get_payload(decode=True))
    assert part.get_param("method") == calendar["METHOD"]
    return calendar


def test_each_key_person_gets_one_letter_alone(lead, meeting):
    page = lead.get(reverse("meeting_invite", args=[meeting.pk])).content.decode()
    send(lead, meeting)

    assert "Skicka 2\xa0brev" in page
    assert "1\xa0person saknar e-postadress" in page
    assert recipients() == [["anna@example.com"], ["eva@example.com"]]
    assert "eva@example.com" not in str(mail.outbox[0].message())
    assert AuditEvent.objects.about(meeting).filter(text__contains="brev till 2").exists()


def test_second_press_and_second_worker_send_nothing_more(lead, meeting):
    send(lead, meeting)
    send(lead, meeting)
    meeting_letters.send_waiting.call(meeting.pk)

    assert len(mail.outbox) == MeetingLetter.objects.sent().count() == 2


def test_calendar_takes_the_letter_as_an_appointment(lead, meeting):
    send(lead, meeting)

    calendar = calendar_in(mail.outbox[0])
    event = calendar.events[0]
    assert calendar["METHOD"] == "REQUEST"
    assert event.start == datetime(2023, 11, 9, 9, tzinfo=ZoneInfo("Europe/Stockholm"))
    assert event.end.hour == 15
    assert (event["SEQUENCE"], event["LOCATION"]) == (0, "Visby, sal; 2")
    assert event["ATTENDEE"] == "mailto:anna@example.com"


def test_change_goes_to_those_invited_with_the_same_uid_and_a_higher_number(lead, meeting):
    send(lead, meeting)
    first = calendar_in(mail.outbox[0]).events[0]
    mail.outbox.clear()

    change(lead, meeting, place="Slite")
    send(lead, meeting, version=1)

    event = calendar_in(mail.outbox[0]).events[0]
    assert [letter.subject[:12] for letter in mail.outbox] == ["Ändrad träff"] * 2
    assert (event["UID"], event["SEQUENCE"], event["LOCATION"]) == (first["UID"], 1, "Slite")


def test_cancellation_takes_it_out_of_the_calendar(lead, meeting):
    send(lead, meeting)
    mail.outbox.clear()
    KeyPerson.objects.all().delete()

    change(lead, meeting, cancelled_on="2023-10-20")
    send(lead, meeting, version=1)

    calendar = calendar_in(mail.outbox[0])
    assert recipients() == [["anna@example.com"], ["eva@example.com"]]
    assert (calendar["METHOD"], calendar.events[0]["STATUS"]) == ("CANCEL", "CANCELLED")


def test_cancelled_meeting_that_nobody_heard_of_has_nobody_to_write_to(lead, meeting):
    change(lead, meeting, cancelled_on="2023-10-20")

    send(lead, meeting)

    assert mail.outbox == []


def test_new_key_person_is_invited_later_without_the_others(lead, meeting):
    send(lead, meeting)
    mail.outbox.clear()
    unit = make.make_unit("NY")
    make.make_key_person(make.make_staff_member("Ny", unit=unit, email="ny@example.com"), unit)

    send(lead, meeting)

    assert recipients() == [["ny@example.com"]]


@pytest.mark.parametrize("version", ["1", "x", "", "-1", "\x00", "²"])
def test_letter_other_than_the_one_shown_is_not_sent(lead, meeting, version):
    response = send(lead, meeting, version)

    assert response.url == reverse("meeting_invite", args=[meeting.pk])
    assert mail.outbox == []


def test_meeting_that_has_been_invites_nobody(lead, meeting, settings):
    settings.TODAY = date(2023, 11, 10)

    send(lead, meeting)

    assert not MeetingLetter.objects.exists()


def test_letter_that_failed_stops_no_other_and_can_be_sent_again(lead, meeting, monkeypatch):
    sent = []

    def send_or_fail(letter):
        if letter.to == ["anna@example.com"] and not sent.count("retry"):
            raise OSError
        sent.append(letter.to[0])

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", send_or_fail)
    send(lead, meeting)
    page = lead.get(reverse("meeting_detail", args=[meeting.pk])).content.decode()
    sent.append("retry")
    send(lead, meeting)

    assert "1 kom inte fram" in page
    assert sent == ["eva@example.com", "retry", "anna@example.com"]


def test_worker_that_was_ended_leaves_the_rest_to_the_next(lead, meeting, monkeypatch):
    queued = []
    send(lead, meeting, deliver=False)
    monkeypatch.setattr(
        meeting_letters, "send_waiting", type("Task", (), {"enqueue": queued.append})
    )

    meeting_letters.take_up_again()

    assert queued == [meeting.pk]


def test_zone_of_the_file_says_what_python_says_of_swedish_hours(meeting):
    zone = next(iter(Calendar.from_ical(calendar_file(meeting)).timezones)).to_tz()

    for day in (date(2023, 3, 25), date(2023, 3, 27), date(2026, 10, 24), date(2026, 10, 26)):
        noon = datetime.combine(day, time(12))
        here = noon.replace(tzinfo=ZoneInfo("Europe/Stockholm"))
        assert noon.replace(tzinfo=zone).utcoffset() == here.utcoffset()


def test_downloaded_file_of_a_meeting_without_hours_is_a_whole_day(lead, meeting):
    Meeting.objects.update(starts_at=None, ends_at=None)

    response = lead.get(reverse("meeting_calendar", args=[meeting.pk]))

    calendar = Calendar.from_ical(response.content)
    assert response["Content-Type"].startswith("text/calendar")
    assert (calendar["METHOD"], calendar.events[0].start) == ("PUBLISH", DAY)
