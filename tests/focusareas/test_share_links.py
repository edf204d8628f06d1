"""A unit's shared link: staff hand in without signing in, and the manager answers whose it is."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from focusareas import share_links
from focusareas.models import (
    AuditEvent,
    Certificate,
    CertificateFile,
    Course,
    ShareLink,
    Submission,
    Unit,
    User,
)
from focusareas.refusal import RefusedError
from tests import factories as make
from tests.certificates import picture
from tests.hand_ins import certificate
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY
    cache.clear()


@pytest.fixture
def course() -> Course:
    course = make.make_course()
    make.make_activity("1.2", courses=(course,))
    return course


@pytest.fixture
def unit(course: Course) -> Unit:
    unit = make.make_unit("HEMT", name="Hemtjänst Norr")
    make.make_staff_member("Bo Ek", unit=unit)
    make.make_staff_member("Anna Berg", unit=unit)
    return unit


@pytest.fixture
def manager(unit: Unit) -> User:
    user = make.make_user("chef@example.com")
    make.make_unit_manager(user, unit)
    return user


@pytest.fixture
def link(unit: Unit, manager: User) -> ShareLink:
    return share_links.make(unit, expires_on=date(2023, 6, 14), by=manager, on=TODAY)


def page_of(link: ShareLink) -> str:
    return reverse("shared_hand_in", args=[share_links.token_of(link)])


def hand_in(link: ShareLink, course: Course, *contents: bytes, **more: Any):
    files = [SimpleUploadedFile(f"intyg-{n}.pdf", content) for n, content in enumerate(contents)]
    data = {"course": course.pk, "certificates": files, "name": ""} | more
    return Client().post(page_of(link), data)


def test_certificate_that_is_surely_hers_is_still_a_question_with_her_first(
    link, unit, course, manager
):
    response = hand_in(link, course, certificate("Anna Berg"))

    found = Certificate.objects.get()
    assert response.url == page_of(link) + "received/"
    assert found.is_question and found.unit == unit and found.completed_on == date(2023, 4, 12)
    answer = signed_in(manager).get(reverse("certificate_answer", args=[found.pk])).content.decode()
    assert "delade länk" in answer
    assert answer.index("Anna Berg</strong> <span>") < answer.index("Bo Ek</strong> <span>")


def test_thanks_name_the_unit_and_nobody_in_it(link, course):
    page = Client().get(hand_in(link, course, certificate("Anna Berg")).url)

    assert "Tack, intyget är inlämnat till Hemtjänst Norr" in page.content.decode()
    for shown in (page, Client().get(page_of(link))):
        # Whole names: two letters may well stand in a token.
        told = [n for n in ("Anna", "Berg", "Bo Ek", "chef@") if n in shown.content.decode()]
        assert told == []
        assert shown["Cache-Control"] == "no-store"
        assert "noindex" in shown["X-Robots-Tag"]


def test_name_that_the_sender_writes_comes_first_when_nothing_can_be_read(
    link, course, manager, monkeypatch
):
    monkeypatch.setattr("focusareas.tesseract.program", lambda: None)
    make.make_staff_member("Aron Alm", unit=link.unit)

    hand_in(link, course, picture(), name="Berg Anna")

    found = Certificate.objects.get()
    answer = signed_in(manager).get(reverse("certificate_answer", args=[found.pk])).content.decode()
    assert "Den som lämnade in skrev namnet Berg Anna" in answer
    assert answer.index("Anna Berg</strong>") < answer.index("Aron Alm</strong>")


def test_same_file_again_gets_the_same_thanks(link, course):
    first = hand_in(link, course, certificate("Anna Berg"))
    second = hand_in(link, course, certificate("Anna Berg"))

    assert (second.status_code, second.url) == (first.status_code, first.url)
    assert Certificate.objects.count() == 1


def test_file_that_cannot_be_taken_is_told_of_and_the_good_one_is_kept(link, course):
    page = hand_in(link, course, certificate("Anna Berg"), b"PK\x03\x04 ett brev")

    assert "zip-arkiv" in page.content.decode()
    assert "De andra filerna är inlämnade" in page.content.decode()
    assert Certificate.objects.count() == 1


def test_trace_and_receipt_say_that_it_came_by_the_link(link, course, unit, manager):
    hand_in(link, course, certificate("Anna Berg"))

    event = AuditEvent.objects.at_unit(unit).first()
    assert event.actor == "någon med enhetens delade länk"
    assert "via delad länk" in event.text
    receipt = reverse("submission_detail", args=[Submission.objects.get().pk])
    assert "med den delade länken" in signed_in(manager).get(receipt).content.decode()


@pytest.mark.parametrize("why", ["expired", "revoked", "closed", "unknown", "tampered", "nul"])
def test_link_that_does_not_work_answers_alike(link, unit, course, manager, settings, why):
    address = page_of(link)
    if why == "expired":
        settings.TODAY = link.expires_on + timedelta(days=1)
    elif why == "revoked":
        share_links.revoke(link, by=manager, on=TODAY)
    elif why == "closed":
        Unit.objects.filter(pk=unit.pk).update(last_day=TODAY - timedelta(days=1))
    else:
        wrong = {"unknown": "finns-inte", "tampered": f"{link.code}.x", "nul": "a%00b"}[why]
        address = f"/share/{wrong}/"

    pages = [Client().get(address), Client().get(f"{address}received/"), Client().post(address)]

    assert {page.status_code for page in pages} == {404}
    assert all("Be din chef om en ny" in page.content.decode() for page in pages)


def test_link_works_on_its_last_day(link, settings):
    settings.TODAY = link.expires_on

    assert Client().get(page_of(link)).status_code == 200


def test_database_alone_opens_no_link(link):
    stored = [str(value) for value in ShareLink.objects.values_list().get()]

    assert all(Client().get(f"/share/{value}/").status_code == 404 for value in stored)


def test_more_than_a_link_takes_is_told_to_wait(link, course, settings):
    settings.ACCOUNT_RATE_LIMITS = {"share_link": "100/h/ip,2/d/key"}

    statuses = [hand_in(link, course, certificate(f"Anna Berg{n}")).status_code for n in range(3)]

    assert statuses == [302, 302, 429]
    assert Certificate.objects.count() == 2


@pytest.fixture
def room_for_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two people with one course each, and no more than that."""
    monkeypatch.setattr(share_links, "FEWEST_CERTIFICATES", 1)


def test_link_takes_two_files_for_each_person_and_course_until_a_day_after_they_are_answered(
    link, course, manager, settings, room_for_two
):
    files = [certificate(f"Person {number}") for number in range(5)]
    assert [hand_in(link, course, file).status_code for file in files[:4]] == [302] * 4
    page = signed_in(manager).get(reverse("share_link", args=[link.unit_id])).content.decode()
    assert "Länken tar inte emot fler intyg just nu." in page

    refused = hand_in(link, course, files[4])

    assert refused.status_code == 429
    assert "Just nu kan inte fler intyg lämnas in med länken" in refused.content.decode()
    assert Certificate.objects.count() == 4
    answered = Certificate.objects.latest("pk")
    answered.staff_member = link.unit.employments.first().staff_member
    answered.save()
    assert hand_in(link, course, files[4]).status_code == 429
    settings.TODAY = TODAY + timedelta(days=1)
    assert hand_in(link, course, files[4]).status_code == 302


def test_files_that_take_more_than_twenty_megabytes_for_two_people_have_to_wait(
    link, course, room_for_two
):
    photo = picture() + b"\0" * 12_000_000

    statuses = [hand_in(link, course, photo + bytes([end])).status_code for end in range(2)]

    assert statuses == [302, 429]
    assert CertificateFile.objects.count() == 1


def test_what_is_refused_counts_so_that_no_more_than_twice_the_room_is_sent_in_a_day(
    link, course, settings, room_for_two
):
    statuses = [hand_in(link, course, b"x" * 9_000_000).status_code for _ in range(5)]

    assert statuses == [200] * 4 + [429]
    assert not CertificateFile.objects.exists()
    assert share_links.room_of(link, on=TODAY).is_full
    settings.TODAY = TODAY + timedelta(days=1)
    assert hand_in(link, course, certificate("Bo Ek")).status_code == 302


def test_unit_with_few_has_room_for_ten_certificates_and_a_new_link_begins_anew(
    link, course, unit, manager
):
    hand_in(link, course, certificate("Bo Ek"))

    room = share_links.room_of(link, on=TODAY)

    assert (room.certificates, room.files, room.is_full) == (10, 1, False)
    assert room.takes([5_000_000] * 19) and not room.takes([1] * 20)
    assert not room.takes([26_000_000] * 5)
    others = [make.make_course(f"kurs-{number}") for number in range(7)]
    make.make_activity("1.3", courses=others)
    assert share_links.room_of(link, on=TODAY).certificates == 16
    share_links.revoke(link, by=manager, on=TODAY)
    fresh = share_links.make(unit, expires_on=TODAY, by=manager, on=TODAY)
    assert share_links.room_of(fresh, on=TODAY).files == 0


@pytest.mark.parametrize(
    "more",
    [
        {"course": "0"},
        {"course": "x\0"},
        {"certificates": ""},
        {"name": "Anna 19800101-1234"},
        {"name": "a\0b"},
        {"name": "a" * 201},
    ],
)
def test_bad_input_saves_nothing(link, course, more):
    file = SimpleUploadedFile("intyg.pdf", certificate("Anna Berg"))
    data = {"course": course.pk, "certificates": file, "name": ""} | more

    assert Client().post(page_of(link), data).status_code == 200
    assert not Certificate.objects.exists()


def test_course_of_another_unit_cannot_be_chosen(link, course):
    other = make.make_course("annan", name="Annan kurs")

    hand_in(link, other, certificate("Anna Berg"))

    assert not Certificate.objects.exists()


def test_manager_makes_shows_prints_and_revokes_a_link(unit, manager):
    client, address = signed_in(manager), reverse("share_link", args=[unit.pk])

    client.post(address, {"expires_on": "2023-06-01"})

    link = ShareLink.objects.get()
    assert (link.made_by, link.expires_on) == (manager, date(2023, 6, 1))
    token = share_links.token_of(link)
    poster = client.get(reverse("share_link_poster", args=[unit.pk])).content.decode()
    assert token in client.get(address).content.decode() and token in poster
    client.post(reverse("share_link_revoke", args=[link.pk]))
    assert Client().get(page_of(link)).status_code == 404
    assert AuditEvent.objects.filter(text="Drog in den delade länken.", actor_id=manager.pk)


@pytest.mark.parametrize("last_day", ["2023-05-14", "2023-08-14", "", "i morgon"])
def test_link_lasts_from_today_and_at_most_ninety_days(unit, manager, last_day):
    page = signed_in(manager).post(reverse("share_link", args=[unit.pk]), {"expires_on": last_day})

    assert page.status_code == 200
    assert not ShareLink.objects.exists()


def test_second_link_has_to_wait_until_the_first_is_gone(link, unit, manager):
    with pytest.raises(RefusedError, match="redan en länk"):
        share_links.make(unit, expires_on=TODAY, by=manager, on=TODAY)

    after = link.expires_on + timedelta(days=1)
    assert share_links.make(unit, expires_on=after, by=manager, on=after) != link


def test_somebody_elses_link_cannot_be_revoked(link):
    other = make.make_user("annan@example.com")
    make.make_unit_manager(other, make.make_unit("ANNAN"))

    response = signed_in(other).post(reverse("share_link_revoke", args=[link.pk]))

    link.refresh_from_db()
    assert response.status_code == 404 and link.revoked_on is None
