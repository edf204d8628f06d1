"""A meeting as a calendar file, for downloads and for letters about it."""

from datetime import date, datetime, time, timedelta
from email.utils import parseaddr
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vRecur,
    vText,
)

from focusareas.models import Meeting

ZONE = "Europe/Stockholm"
CONTENT_TYPE = "text/calendar"
NORMAL, SUMMER = timedelta(hours=1), timedelta(hours=2)


class Method(StrEnum):
    """What the file asks of the calendar that gets it."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


def calendar_file(meeting: Meeting, *, method: Method = Method.PUBLISH, attendee: str = "") -> str:
    """The meeting; one that comes again with a higher version takes the place of the earlier."""
    calendar = Calendar()
    calendar.add("prodid", "-//vrplan//nyckelpersonsträffar//SV")
    calendar.add("version", "2.0")
    calendar.add("method", str(method))
    calendar.add_component(_zone())
    calendar.add_component(_event(meeting, attendee))
    return str(calendar.to_ical().decode())


def _event(meeting: Meeting, attendee: str) -> Event:
    event = Event()
    event.add("uid", f"traff-{meeting.pk}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("sequence", meeting.version)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", _moment(meeting.day, meeting.starts_at))
    if meeting.ends_at:
        event.add("dtend", _moment(meeting.day, meeting.ends_at))
    event.add("summary", meeting.theme)
    if meeting.place:
        event.add("location", meeting.place)
    event.add("status", "CANCELLED" if meeting.cancelled_on else "CONFIRMED")
    event.add("organizer", _address(parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))
    if attendee:
        recipient = _address(attendee)
        recipient.params["ROLE"] = vText("REQ-PARTICIPANT")
        recipient.params["RSVP"] = vText("FALSE")
        event.add("attendee", recipient)
    return event


def _address(email: str) -> vCalAddress:
    return vCalAddress(f"mailto:{email}")


def _moment(day: date, clock: time | None) -> date | datetime:
    """The hour in Sweden; without one the whole day."""
    return datetime.combine(day, clock, ZoneInfo(ZONE)) if clock else day


def _zone() -> Timezone:
    """Swedish time by rule, as Outlook wants it instead of a list of days."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, month, before, after in (
        (TimezoneDaylight(), "CEST", 3, NORMAL, SUMMER),
        (TimezoneStandard(), "CET", 10, SUMMER, NORMAL),
    ):
        hour = 2 if month == 3 else 3
        part.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001
        part.add("rrule", vRecur(FREQ="YEARLY", BYMONTH=month, BYDAY="-1SU"))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
