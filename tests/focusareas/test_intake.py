"""A pile of files becomes certificates, questions, duplicates and refusals."""

from datetime import date
from pathlib import Path

import pytest

from focusareas import uploads
from focusareas.intake import receive
from focusareas.intake_judgement import Kind, Outcome
from focusareas.models import Certificate, CertificateFile, Course, Unit
from tests.certificates import column, draw, picture, scan
from tests.factories import (
    make_absence,
    make_course,
    make_employment,
    make_staff_member,
    make_unit,
    make_user,
)
from tests.hand_ins import RECEIVED, certificate, hand_in, kinds, lines

pytestmark = pytest.mark.django_db


@pytest.fixture
def course() -> Course:
    make_course(
        "heder-lst", name="Webbkurs Heder", fingerprints=["Webbkurs Heder"], issuer="Länsstyrelsen"
    )
    return make_course()


# ---------------------------------------------------------------- What goes in


def test_sure_certificate_goes_in(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit)
    user = make_user()

    (outcome,) = hand_in(certificate(), unit=unit, course=course, by=user)

    row = Certificate.objects.get()
    assert (outcome.kind, outcome.course, outcome.confidence) == (Kind.MATCHED, "nck-vald", 1.0)
    assert (row.staff_member, row.unit, row.course, row.page) == (person, unit, course, 1)
    assert (row.completed_on, row.received_on) == (date(2023, 4, 12), RECEIVED)
    assert (row.name_read, row.question, row.handed_in_by) == ("Kim Berg", "", user)
    assert row.approved_on is None


def test_approve_approves_the_sure_ones_on_the_received_day(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    user = make_user()

    hand_in(certificate(), certificate("Bo Ek"), unit=unit, course=course, approve=True, by=user)

    sure, asked = Certificate.objects.order_by("pk")
    assert (sure.approved_on, sure.reviewed_by) == (RECEIVED, user)
    assert (asked.approved_on, asked.reviewed_by) == (None, None)


def test_bytes_are_stored_once_with_their_own_name(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    content = certificate()

    hand_in(content, content, unit=unit, course=course)

    file = CertificateFile.objects.get()
    assert uploads.location(file.path).read_bytes() == content
    assert (file.original_name, file.size) == ("intyg-1.pdf", len(content))
    assert uploads.stored_paths() == {file.path}


def test_person_on_leave_is_in_the_unit(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg")
    make_absence(make_employment(person, unit), date(2023, 1, 1))

    assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["matched"]


def test_person_who_came_after_the_received_day_is_a_question(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit, first_day=date(2023, 5, 1))

    assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["ask"]


def test_files_may_lie_on_disk(unit: Unit, course: Course, tmp_path: Path) -> None:
    make_staff_member("Kim Berg", unit=unit)
    path = tmp_path / "intyg.pdf"
    path.write_bytes(certificate())

    (outcome,) = receive([("intyg.pdf", path)], unit=unit, course=course, received_on=RECEIVED)

    assert outcome.kind == Kind.MATCHED


@pytest.mark.parametrize(("heading", "kind"), [("Färdigheter", "matched"), ("Anna", "ask")])
def test_heading_is_taken_for_nobody(heading: str, kind: str, unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    make_staff_member("Anna Ek")
    page = [*lines("Kim Berg"), *column("Innehavare", heading, top=300)]

    assert kinds(hand_in(draw(page), unit=unit, course=course)) == [kind]


@pytest.mark.parametrize("role", ["Mentor", "Kanslist", "Rehabkoordinator"])
def test_who_stands_with_a_role_below_a_certificate_of_nobody_is_asked_about(
    role: str, unit: Unit, course: Course
) -> None:
    make_staff_member("Kim Berg", unit=unit)
    page = column("Intyg", "Webbkurs om våld", "Slutförd 2023-04-12", "Kim Berg", role)

    assert kinds(hand_in(draw(page), unit=unit, course=course)) == ["ask"]


# ---------------------------------------------------------------- What is asked


def ask(content: bytes, unit: Unit, course: Course) -> tuple[Outcome, Certificate]:
    (outcome,) = hand_in(content, unit=unit, course=course)
    assert outcome.kind == Kind.ASK
    row = Certificate.objects.get()
    assert row.staff_member is None
    assert row.question == outcome.reason != ""
    return outcome, row


def test_unknown_name_is_asked_with_candidates(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit)

    outcome, row = ask(certificate("Kim Borg"), unit, course)

    assert outcome.candidates == (person.employee_number,)
    assert (outcome.person, row.name_read) == (None, "Kim Borg")
    assert "Ingen på enheten" in outcome.reason


def test_namesakes_are_asked(unit: Unit, course: Course) -> None:
    for _ in range(2):
        make_staff_member("Kim Berg", unit=unit)

    outcome, _ = ask(certificate(), unit, course)

    assert len(outcome.candidates) == 2
    assert "Flera på enheten" in outcome.reason


def test_person_of_another_unit_is_asked(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=make_unit("E2"))

    outcome, _ = ask(certificate(), unit, course)

    assert outcome.candidates == (person.employee_number,)
    # Nor is it told whether there is such a person.
    assert outcome.reason == "Ingen på enheten har namnet på intyget. Välj vem det gäller."


def test_other_course_is_asked_and_says_which(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit)

    outcome, row = ask(certificate(title="Webbkurs Heder"), unit, course)

    assert outcome.course == "heder-lst"
    assert "Webbkurs Heder" in outcome.reason
    assert row.course == course
    assert outcome.candidates == (person.employee_number,)


def test_two_courses_are_asked(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcome, _ = ask(certificate(title="Webbkurs om våld och Webbkurs Heder"), unit, course)

    assert outcome.course is None
    assert "Flera kurser" in outcome.reason


def test_certificate_without_a_known_course_is_asked(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcome, _ = ask(certificate(title="Hjärt-lungräddning"), unit, course)

    assert outcome.course is None


def test_day_after_the_received_day_is_asked_and_shown_but_not_kept(
    unit: Unit, course: Course
) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcome, row = ask(certificate(day="2023-05-01"), unit, course)

    assert outcome.completed_on == date(2023, 5, 1)
    assert row.completed_on is None
    assert "2023-05-01" in outcome.reason


def test_received_day_itself_is_in_time(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    assert kinds(hand_in(certificate(day="2023-04-30"), unit=unit, course=course)) == ["matched"]


def test_missing_day_is_asked(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcome, _ = ask(certificate(day="i april"), unit, course)

    assert "Dagen" in outcome.reason


def test_page_that_is_no_certificate_is_asked_although_the_name_is_known(
    unit: Unit, course: Course
) -> None:
    make_staff_member("Kim Berg", unit=unit)

    outcome, _ = ask(draw(column("Namn: Kim Berg", "Faktura 2023-04-12")), unit, course)

    assert "inte ut som ett intyg" in outcome.reason


def test_certificate_that_says_not_completed_is_asked(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    page = [*lines("Kim Berg"), *column("Resultat: ej godkänd", top=300)]

    outcome, _ = ask(draw(page), unit, course)

    assert "inte är genomförd" in outcome.reason


def test_two_names_are_asked(unit: Unit, course: Course) -> None:
    make_staff_member("Kim Berg", unit=unit)
    make_staff_member("Bo Ek", unit=unit)
    page = [*lines("Kim Berg"), *column("Deltagare: Bo Ek", top=300)]

    outcome, _ = ask(draw(page), unit, course)

    assert "flera namn" in outcome.reason
    assert len(outcome.candidates) == 2


def test_colleague_on_the_page_is_asked_about(unit: Unit, course: Course) -> None:
    person, colleague = (make_staff_member(name, unit=unit) for name in ("Kim Berg", "Bo Ek"))
    page = [*lines("Kim Berg"), *column("Tack vare Bo Ek", top=300)]

    outcome, _ = ask(draw(page), unit, course)

    assert outcome.reason == "Fler på enheten nämns på sidan. Kontrollera vem intyget gäller."
    assert outcome.candidates == (person.employee_number, colleague.employee_number)


@pytest.mark.parametrize("line", ["Bo Ek, kursledare", "Kim Berg", "Tack vare Anna Ek"])
def test_who_signs_and_who_is_of_no_unit_are_not_asked_about(
    line: str, unit: Unit, course: Course
) -> None:
    for name in ("Kim Berg", "Bo Ek", "Maria Berg"):
        make_staff_member(name, unit=unit)
    page = [*lines("Kim Berg"), *column(line, top=300)]

    (outcome,) = hand_in(draw(page), unit=unit, course=course)

    assert outcome.kind == Kind.MATCHED


@pytest.mark.parametrize("content", [picture(), picture("PNG"), scan()], ids=["jpeg", "png", "pdf"])
def test_picture_is_saved_and_asked(content: bytes, unit: Unit, course: Course) -> None:
    outcome, row = ask(content, unit, course)

    assert "Bilden går inte att läsa" in outcome.reason
    assert (outcome.confidence, outcome.candidates) == (0.0, ())
    assert row.file and row.file.size == len(content)


def test_personal_identity_number_beside_the_name_is_not_kept(unit: Unit, course: Course) -> None:
    person = make_staff_member("Kim Berg", unit=unit)

    (outcome,) = hand_in(certificate("Kim Berg 19800101-1234"), unit=unit, course=course)

    assert outcome.person and outcome.person.pk == person.pk
    assert Certificate.objects.get().name_read == "Kim Berg"


# ---------------------------------------------------------------- Several certificates in a file


def test_every_page_that_is_a_certificate_counts(unit: Unit, course: Course) -> None:
    for name in ("Kim Berg", "Bo Ek"):
        make_staff_member(name, unit=unit)

    outcomes = hand_in(draw(lines("Kim Berg"), lines("Bo Ek")), unit=unit, course=course)

    assert [(outcome.page, outcome.kind) for outcome in outcomes] == [
        (1, Kind.MATCHED),
        (2, Kind.MATCHED),
    ]
    assert CertificateFile.objects.count() == 1


def test_page_with_the_contents_of_the_course_belongs_to_the_page_before(
    unit: Unit, course: Course
) -> None:
    make_staff_member("Kim Berg", unit=unit)
    contents = column(
        "Kursinnehåll i Webbkurs om våld", "Kapitel 1", "Intyg ges efter godkänt prov"
    )

    outcomes = hand_in(draw(lines("Kim Berg"), contents), unit=unit, course=course)

    assert [(outcome.page, outcome.kind) for outcome in outcomes] == [(1, Kind.MATCHED)]
