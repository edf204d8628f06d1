"""The lead writes down how activities are going, through the pages."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from focusareas.models import Activity, AuditEvent, MilestoneUpdate, StatusNote
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    client.force_login(make.make_user(is_development_lead=True))
    return client


def an_activity(measure: str, **fields) -> Activity:
    return make.make_activity("2.5", measure=measure, **fields)


def test_status_note_is_kept_with_its_author(lead):
    activity = an_activity("indicator")
    data = {"day": "2023-05-15", "state": "under_way", "text": "Arbetet har börjat."}

    response = lead.post(reverse("status_note_create", args=[activity.pk]), data)

    note = StatusNote.objects.get()
    assert response.url == reverse("activity_detail", args=[activity.pk])
    assert (note.activity, note.text, note.written_by.is_development_lead) == (
        activity,
        "Arbetet har börjat.",
        True,
    )
    assert AuditEvent.objects.about(activity).exists()


def test_note_sent_twice_is_kept_once_and_said_so(lead):
    address = reverse("status_note_create", args=[an_activity("indicator").pk])
    data = {"day": "2023-05-15", "state": "under_way", "text": "Arbetet har börjat."}
    lead.post(address, data)

    response = lead.post(address, data)

    assert "Samma läge är redan sparat för den dagen." in response.content.decode()
    assert StatusNote.objects.count() == AuditEvent.objects.count() == 1


def test_note_for_a_day_to_come_is_refused(lead):
    tomorrow = timezone.localdate() + timedelta(days=1)
    data = {"day": tomorrow, "state": "done", "text": "Klart."}

    response = lead.post(reverse("status_note_create", args=[an_activity("indicator").pk]), data)

    assert "Dagen har inte kommit än" in response.content.decode()
    assert not StatusNote.objects.exists()


@pytest.mark.parametrize("number", ["19121212-1212", "121212-1212"])
def test_note_with_a_person_number_is_refused(lead, number):
    data = {"day": "2023-05-15", "state": "done", "text": f"Gäller {number}."}

    response = lead.post(reverse("status_note_create", args=[an_activity("indicator").pk]), data)

    assert "Skriv inget personnummer" in response.content.decode()
    assert not StatusNote.objects.exists()


def test_second_state_of_a_milestone_on_one_day_replaces_the_first(lead):
    activity = an_activity("milestone", parts=["plan", "genomförande"])
    url = reverse("milestone_update", args=[activity.pk])

    for state in ("under_way", "done"):
        lead.post(url, {"part": "2", "day": "2023-05-15", "state": state})

    update = MilestoneUpdate.objects.get()
    assert (update.activity, update.part, update.state) == (activity, 2, "done")


def test_milestone_part_that_does_not_exist_is_refused(lead):
    url = reverse("milestone_update", args=[an_activity("milestone", parts=["a", "b"]).pk])

    lead.post(url, {"part": "3", "day": "2023-05-15", "state": "done"})

    assert not MilestoneUpdate.objects.exists()


@pytest.mark.parametrize(
    ("name", "measure"), [("milestone_update", "meetings"), ("meeting_create", "milestone")]
)
def test_form_for_another_measure_is_not_there(lead, name, measure):
    assert lead.get(reverse(name, args=[an_activity(measure).pk])).status_code == 404


def test_film_gets_an_address_that_everybody_can_follow(lead):
    activity = an_activity("indicator", title="Filmen")

    lead.post(reverse("activity_link", args=[activity.pk]), {"link": "example.se/film"})

    page = lead.get(reverse("activity_detail", args=[activity.pk])).content.decode()
    assert 'href="https://example.se/film"' in page
    assert "Lade in webbadressen" in AuditEvent.objects.about(activity).get().text


def test_script_is_no_address(lead):
    activity = an_activity("indicator")

    lead.post(reverse("activity_link", args=[activity.pk]), {"link": "javascript:alert(1)"})

    activity.refresh_from_db()
    assert activity.link == ""


def test_choices_begin_with_a_capital(lead):
    page = lead.get(reverse("status_note_create", args=[an_activity("indicator").pk]))

    assert ">Planeras</option>" in page.content.decode()
