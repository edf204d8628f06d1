"""Pictures that came in on the web are read by a worker, whatever happened to them meanwhile."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from focusareas import intake, picture_reading, picture_work, review, tesseract
from focusareas.certificate_reader import Reading
from focusareas.models import Certificate, Course, Submission, Unit, User
from tests.factories import make_course, make_staff_member, make_user
from tests.hand_ins import RECEIVED
from tests.pictures import as_file, certificate, page
from tests.worlds import make_inhabited

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 12)
KIM = Reading(1, ("Kim Berg",), ("nck-vald",), DAY, is_certificate=True, is_scanned=True)
BO = Reading(2, ("Bo Ek",), ("nck-vald",), DAY, is_certificate=True, is_scanned=True)
TWO_PAGES = as_file(page(), page(), kind="PDF")


@pytest.fixture
def course() -> Course:
    return make_course()


@pytest.fixture
def manager() -> User:
    return make_user()


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> list[Reading]:
    """What the pictures say when they are read; a test fills it."""
    readings: list[Reading] = []
    monkeypatch.setattr(picture_reading, "read", lambda *args: tuple(readings))
    monkeypatch.setattr(tesseract, "program", lambda: "tesseract")
    return readings


def hand_in(content: bytes, unit: Unit, course: Course, by: User) -> Certificate:
    intake.receive(
        [("foto.jpg", content)],
        unit=unit,
        course=course,
        received_on=RECEIVED,
        by=by,
        key="hög",
        read_later=picture_work.read_later,
    )
    return Certificate.objects.get()


def work() -> None:
    call_command("work", batch=True, interval=0, verbosity=0)


def test_picture_is_a_question_at_once_and_matched_when_it_is_read(
    unit: Unit, course: Course, manager: User
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)

    asked = hand_in(as_file(certificate("Kim Berg")), unit, course, manager)
    work()

    assert asked.awaits_reading
    assert "läses strax" in asked.question
    found = Certificate.objects.get()
    assert (found.staff_member, found.completed_on, found.question) == (kim, DAY, "")
    assert not found.awaits_reading
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_slip_of_a_letter_is_a_question_about_the_right_person(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    make_staff_member("Kirn Berg", unit=unit)
    says.append(KIM)

    hand_in(TWO_PAGES, unit, course, manager)
    work()

    found = Certificate.objects.get()
    assert found.staff_member is None
    assert found.name_read == "Kim Berg"
    assert found.question == "Ingen på enheten har namnet på intyget. Välj vem det gäller."


def test_names_that_only_dots_tell_apart_are_a_question(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    make_staff_member("Kim Berg", unit=unit)
    make_staff_member("Kïm Berg", unit=unit)
    says.append(KIM)

    hand_in(TWO_PAGES, unit, course, manager)
    work()

    assert "Flera på enheten" in Certificate.objects.get().question


def test_several_certificates_in_a_scan_become_several_rows(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    kim, bo = (make_staff_member(name, unit=unit) for name in ("Kim Berg", "Bo Ek"))
    says += [KIM, BO, Reading(3, is_picture=True)]

    hand_in(TWO_PAGES, unit, course, manager)
    work()

    rows = Certificate.objects.order_by("page")
    assert [(row.page, row.staff_member) for row in rows] == [(1, kim), (2, bo), (3, None)]
    assert Submission.objects.get().submitted.count() == 3


def test_reading_twice_changes_nothing(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    make_staff_member("Kim Berg", unit=unit)
    says += [KIM, BO]
    asked = hand_in(TWO_PAGES, unit, course, manager)
    work()
    once = list(Certificate.objects.order_by("pk").values())

    picture_work.read_picture.call(asked.pk)

    assert list(Certificate.objects.order_by("pk").values()) == once


def test_answer_given_meanwhile_stands_and_the_other_pages_go_in(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    siv, bo = (make_staff_member(name, unit=unit) for name in ("Siv Ek", "Bo Ek"))
    says += [KIM, BO]
    asked = hand_in(TWO_PAGES, unit, course, manager)

    review.answer(asked, person=siv, completed_on=DAY, by=manager)
    work()

    rows = Certificate.objects.order_by("page")
    assert [(row.page, row.staff_member) for row in rows] == [(1, siv), (2, bo)]


def test_file_taken_back_meanwhile_stays_so(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    make_staff_member("Kim Berg", unit=unit)
    says += [KIM, BO]
    asked = hand_in(TWO_PAGES, unit, course, manager)

    review.return_to_unit(asked, reason="Fel fil.", by=manager, on=RECEIVED)
    work()

    found = Certificate.objects.get()
    assert (found.returned_on, found.staff_member) == (RECEIVED, None)


def test_certificate_of_a_person_who_has_one_is_not_counted_twice(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    says.append(KIM)
    asked = hand_in(TWO_PAGES, unit, course, manager)
    Certificate.objects.create(
        staff_member=kim, course=course, unit=unit, completed_on=DAY, received_on=RECEIVED
    )

    work()

    asked.refresh_from_db()
    assert asked.returned_on
    assert asked.reason == "Kim Berg har redan ett intyg för Webbkurs om våld."
    assert Certificate.objects.live().filter(staff_member=kim).count() == 1


def test_what_a_worker_left_half_done_is_taken_up_again(
    unit: Unit, course: Course, manager: User, says: list[Reading]
) -> None:
    kim = make_staff_member("Kim Berg", unit=unit)
    says.append(KIM)
    hand_in(TWO_PAGES, unit, course, manager)
    DBTaskResult.objects.update(status="RUNNING")

    work()

    assert Certificate.objects.get().staff_member == kim


def test_file_that_is_gone_leaves_the_question(
    unit: Unit, course: Course, manager: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = hand_in(as_file(page()), unit, course, manager)
    assert asked.file
    intake.uploads.remove(asked.file.path)

    work()

    found = Certificate.objects.get()
    assert (found.staff_member, found.awaits_reading) == (None, False)
    assert "går inte att läsa" in found.question


@pytest.fixture
def without_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "program", lambda: None)


def test_pages_say_when_pictures_cannot_be_read(
    without_program: None, settings: LazySettings
) -> None:
    settings.TODAY = RECEIVED
    here = make_inhabited()
    hand_in_page = reverse("certificate_hand_in", args=[here.world.units["HEMT"].pk])

    for role, url in (
        ("administrator", reverse("administration")),
        ("unit_manager", hand_in_page),
    ):
        assert "kan inte läsas på den här servern" in here.get(role, url)


def test_without_the_program_nothing_is_put_off(
    unit: Unit, course: Course, manager: User, without_program: None
) -> None:

    asked = hand_in(as_file(page()), unit, course, manager)

    assert not asked.awaits_reading
    assert "Bilder kan inte läsas på den här servern" in asked.question
    assert not DBTaskResult.objects.exists()
