"""What came in already comes in once; what fails leaves nothing behind; what happened is told."""

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from focusareas import uploads
from focusareas.intake import receive
from focusareas.intake_judgement import Kind
from focusareas.models import AuditEvent, Certificate, CertificateFile, Course, Unit
from tests.certificates import scan
from tests.factories import (
    make_certificate,
    make_course,
    make_staff_member,
)
from tests.hand_ins import RECEIVED, certificate, hand_in, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture
def course() -> Course:
    make_course(
        "heder-lst", name="Webbkurs Heder", fingerprints=["Webbkurs Heder"], issuer="Länsstyrelsen"
    )
    return make_course()


# ---------------------------------------------------------------- Duplicates


def test_same_bytes_later_in_the_pile_are_the_duplicate(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcomes = hand_in(certificate(), certificate(), unit=unit, course=course)

    assert kinds(outcomes) == ["matched", "duplicate"]
    assert outcomes[1].person and outcomes[1].reason
    assert Certificate.objects.count() == 1


def test_same_question_twice_is_a_duplicate(unit: Unit, course: Course) -> None:
    assert kinds(hand_in(scan(), scan(), unit=unit, course=course)) == ["ask", "duplicate"]


def test_second_certificate_of_the_person_in_the_pile_is_a_duplicate(
    unit: Unit, course: Course
) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcomes = hand_in(certificate(), certificate(day="2023-04-13"), unit=unit, course=course)

    assert kinds(outcomes) == ["matched", "duplicate"]
    assert CertificateFile.objects.count() == 1


def test_person_who_has_one_in_the_database_is_a_duplicate(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit)
    make_certificate(person, course, unit, date(2023, 1, 1))

    (outcome,) = hand_in(certificate(), unit=unit, course=course)

    assert outcome.kind == Kind.DUPLICATE
    assert outcome.person and outcome.person.pk == person.pk
    assert (Certificate.objects.count(), CertificateFile.objects.count()) == (1, 0)


def test_certificate_of_another_course_does_not_make_it_a_duplicate(
    unit: Unit, course: Course
) -> None:
    person = make_staff_member("Kim Berg", unit=unit)
    make_certificate(person, Course.objects.get(code="heder-lst"), unit, date(2023, 1, 1))

    assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["matched"]


def test_returned_certificate_does_not_stop_a_new_one(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit)
    day = date(2023, 1, 1)
    make_certificate(person, course, unit, day, returned_on=day, reason="oläsligt")

    assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["matched"]


def test_same_bytes_after_a_return_use_the_stored_file(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    hand_in(certificate(), unit=unit, course=course)
    Certificate.objects.update(returned_on=RECEIVED, reason="fel enhet")

    assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["matched"]
    assert CertificateFile.objects.count() == len(uploads.stored_paths()) == 1


def test_handing_in_everything_again_changes_nothing(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    pile = (certificate(), certificate("Bo Ek"), scan())
    hand_in(*pile, unit=unit, course=course)

    assert set(kinds(hand_in(*pile, unit=unit, course=course))) == {"duplicate"}
    assert Certificate.objects.count() == CertificateFile.objects.count() == 3


# ---------------------------------------------------------------- Refusals, names, trace


def test_refused_file_saves_nothing_and_the_others_are_kept(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcomes = hand_in(b"", certificate(), b"<html>", unit=unit, course=course)

    assert kinds(outcomes) == ["refused", "matched", "refused"]
    assert CertificateFile.objects.count() == len(uploads.stored_paths()) == 1


def test_file_that_cannot_be_opened_is_refused(unit: Unit, course: Course, tmp_path: Path) -> None:
    pile = [("borta.pdf", tmp_path / "borta.pdf")]

    (outcome,) = receive(pile, unit=unit, course=course, received_on=RECEIVED)

    assert outcome.kind == Kind.REFUSED
    assert "går inte att öppna" in outcome.reason


def test_name_of_a_protected_person_is_in_no_reason(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit, is_protected=True)

    *_, outcome = hand_in(certificate(), certificate(day="2023-04-13"), unit=unit, course=course)

    assert outcome.kind == Kind.DUPLICATE
    assert "Berg" not in outcome.reason
    assert person.employee_number in outcome.reason


def test_pile_is_one_sentence_in_the_trace(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    hand_in(certificate(), scan(), b"", unit=unit, course=course)

    (event,) = AuditEvent.objects.about(unit)
    assert "1 klara utan fråga, 1 med fråga, 0 som redan fanns, 1 avvisade" in event.text
    assert "Berg" not in event.text


@pytest.mark.parametrize("size", [2, 12])
def test_number_of_queries_does_not_depend_on_the_pile(
    size: int, unit: Unit, course: Course
) -> None:
    files = [certificate(f"Kim Berg{'a' * number}") for number in range(size)]
    make_staff_member("Kim Berg", unit=unit)

    with CaptureQueriesContext(connection) as queries:
        hand_in(*files, unit=unit, course=course)

    asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(asked) == 10


def test_files_are_gone_when_saving_fails(
    unit: Unit, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise IntegrityError("någon annan hann före")

    monkeypatch.setattr(Certificate.objects.none().__class__, "bulk_create", fail)

    with pytest.raises(IntegrityError):
        hand_in(certificate(), unit=unit, course=course)
    assert (CertificateFile.objects.count(), uploads.stored_paths()) == (0, set())
