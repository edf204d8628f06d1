"""The demo is loaded once for all tests here; those that need another database lie beside."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from io import StringIO
from typing import Any

import pypdfium2
import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import override_settings

from focusareas import completion, examination, uploads
from focusareas.access import headed_departments, manages_units
from focusareas.completion import ActivityFigure, PlanFigures
from focusareas.demo.access import LOGINS, PASSWORD
from focusareas.figure import Status
from focusareas.models import (
    Absence,
    Certificate,
    CertificateFile,
    Course,
    Department,
    Employment,
    KeyPerson,
    Meeting,
    MilestoneUpdate,
    Plan,
    StaffMember,
    StatusNote,
    Unit,
    User,
)
from focusareas.models.days import holds_on
from tests.keeping import kept

APRIL, MEMO, YEAR_END = date(2023, 4, 30), date(2023, 5, 15), date(2023, 12, 31)


# Asks for the database when this module is run alone, too.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("demo")
    with kept(django_db_blocker), override_settings(CERTIFICATE_DIR=folder):
        call_command("seed_demo", stdout=StringIO())
        yield


@pytest.fixture(autouse=True)
def folders_of_the_test() -> None:
    """The files of the demo lie in one folder for all tests."""


@pytest.fixture(scope="module")
def april(demo: None) -> PlanFigures:
    return completion.for_plan(Plan.objects.get(), on=APRIL)


@pytest.fixture(scope="module")
def memo(demo: None) -> PlanFigures:
    return completion.for_plan(Plan.objects.get(), on=MEMO)


@pytest.fixture(scope="module")
def web_course(april: PlanFigures) -> ActivityFigure:
    return april.activity("1.2")


def rows() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_app_config("focusareas").get_models()
    }


def test_110_own_and_14_contracted_units_are_open_in_five_departments(
    web_course: ActivityFigure,
) -> None:
    units = [figure.unit for figure in web_course.units]

    assert len([unit for unit in units if not unit.is_contracted]) == 110
    assert len([unit for unit in units if unit.is_contracted]) == 14
    assert {unit.department for unit in units} == set(
        Department.objects.values_list("name", flat=True)
    )
    assert Department.objects.count() == 5
    assert len({unit.provider for unit in units if unit.is_contracted}) == 5


def test_people_are_counted_once_without_those_on_leave(web_course: ActivityFigure) -> None:
    assert web_course.own.expected == 1702
    assert web_course.contracted.expected == 230
    assert web_course.total.expected == 1930
    assert (
        Absence.objects.on(APRIL).filter(employment__in=Employment.objects.on(APRIL)).count() >= 60
    )


def test_five_own_units_are_complete_and_have_all_approved_certificates(
    web_course: ActivityFigure,
) -> None:
    complete = [figure for figure in web_course.units if figure.figure.is_done]

    assert len(complete) == web_course.complete_units == 5
    assert not any(figure.unit.is_contracted for figure in complete)
    assert sum(figure.figure.done for figure in complete) == 103
    assert web_course.total.done == web_course.own.done == 103
    assert (
        Certificate.objects.approved_on_or_before(APRIL).filter(course__code="nck-vald").count()
        == 103
    )


def test_some_certificates_wait_and_the_pace_is_too_low(web_course: ActivityFigure) -> None:
    waiting = Certificate.objects.waiting_on(APRIL).filter(staff_member__isnull=False)
    by_unit = Counter(waiting.values_list("unit__code", flat=True))

    assert by_unit == {"MY06": 5, "AO29": 4, "FH12": 3, "IF13": 2}
    assert web_course.total.received == 14
    assert web_course.total.status == Status.AT_RISK
    assert 1 <= web_course.total.pace_per_day <= 2
    assert 29 <= (web_course.total.needed_per_day or 0) <= 31


def test_twelve_other_units_have_declared_that_they_are_done(web_course: ActivityFigure) -> None:
    declared = [figure for figure in web_course.units if figure.declared]

    assert web_course.declared_units == len(declared) == 12
    assert not any(figure.figure.done for figure in declared)


@pytest.mark.parametrize("day", [APRIL, MEMO])
def test_112_key_persons_of_whom_four_are_contracted(day: date) -> None:
    active = KeyPerson.objects.active_on(day)

    assert active.values("staff_member").distinct().count() == 112
    assert active.filter(unit__operation=Unit.Operation.CONTRACTED).count() == 4


def test_some_own_units_have_no_key_person(april: PlanFigures) -> None:
    figure = april.activity("2.4")

    assert (figure.own.expected, figure.own.done) == (110, 96)
    assert (figure.contracted.expected, figure.contracted.done) == (14, 4)


def test_82_came_to_the_meeting_in_may_and_the_next_is_in_november(memo: PlanFigures) -> None:
    meetings = Meeting.objects.filter(activity__code="2.5")
    held = meetings.held_by(MEMO).get()
    planned = meetings.planned_after(MEMO).get()

    assert (held.day, held.theme) == (date(2023, 5, 11), "Uppstart av strukturen")
    assert held.attendees.distinct().count() == 82
    assert (planned.day, planned.theme) == (date(2023, 11, 9), "Enheternas rutinarbete")
    assert (memo.activity("2.5").total.done, memo.activity("2.5").total.expected) == (1, 2)


def test_a_few_at_familjefrid_have_patriark_and_it_is_overdue(memo: PlanFigures) -> None:
    patriark = memo.activity("4.1")

    assert patriark.total.status == Status.OVERDUE
    assert patriark.total.days_left == -135
    assert {f.unit.name: f.figure.done for f in patriark.units if f.figure.done} == {
        "Familjefrid": 3
    }


def test_all_at_familjefrid_have_samtal_om_vald(memo: PlanFigures) -> None:
    assert memo.activity("5.6").total.status == Status.DONE
    assert [figure.unit.name for figure in memo.activity("5.6").units] == ["Familjefrid"]


def test_few_key_persons_have_taken_a_course_on_honour(memo: PlanFigures) -> None:
    honour = memo.activity("4.2")

    assert honour.total.expected == 112
    assert 1 <= honour.total.done <= 20
    assert honour.total.deadline == YEAR_END


def test_in_november_the_honour_course_is_late_only_against_the_first_deadline() -> None:
    honour = completion.for_plan(Plan.objects.get(), on=date(2023, 11, 15)).activity("4.2")

    assert (honour.total.days_left, honour.total.status) == (46, "at_risk")
    assert honour.against_original is not None
    assert (honour.against_original.days_left, honour.against_original.status) == (-15, "overdue")


@pytest.mark.parametrize(
    ("code", "state", "words"),
    [
        ("3.4", "under_way", "rutiner"),
        ("3.5", "planned", "Samverkanssamtal planeras"),
        ("4.1", "under_way", "Familjefrid"),
        ("4.4", "planned", "tre heldagar"),
        ("5.6", "done", "Familjefrid"),
        ("6.1", "under_way", "uppstartsfas"),
    ],
)
def test_notes_on_the_day_of_the_memo_say_how_it_stands(code: str, state: str, words: str) -> None:
    note = StatusNote.objects.written_by(MEMO).filter(activity__code=code).first()

    assert note
    assert note.state == state
    assert words in note.text


def test_milestones_on_the_day_of_the_memo(memo: PlanFigures) -> None:
    done = {"2.1", "2.2", "7.1"}
    under_way = {"2.3", "6.1"}

    milestones = [figure for figure in memo.activities if figure.activity.measure == "milestone"]

    assert {f.activity.code for f in milestones if f.total.done} == done
    assert {f.activity.code for f in milestones if f.total.begun and not f.total.done} == under_way


def test_no_certificate_has_been_approved_since_the_day_of_the_count() -> None:
    memo = completion.for_plan(Plan.objects.get(), on=MEMO).activity("1.2").total

    assert (memo.done, memo.expected) == (103, 1930)
    assert memo.received > 40
    assert not Certificate.objects.filter(received_on__gt=MEMO).exists()
    assert not MilestoneUpdate.objects.filter(day__gt=MEMO).exists()


def test_units_open_close_merge_and_move() -> None:
    assert Unit.objects.on(date(2022, 6, 1)).count() == 123
    assert Unit.objects.on(YEAR_END).count() == 122
    merged = Unit.objects.get(successor__isnull=False)
    assert merged.last_day
    assert merged.successor
    assert merged.successor.employments.filter(first_day__gt=merged.last_day).exists()
    assert Unit.objects.filter(former_names__isnull=False).exists()
    assert [unit.placements.count() for unit in Unit.objects.filter(code__in=["AO35", "IF18"])] == [
        2,
        2,
    ]


def test_duties_and_employments_stay_within_the_days_of_their_unit() -> None:
    late = Employment.objects.filter(unit__last_day__isnull=False).exclude(
        last_day__lte=date(2023, 10, 31)
    )
    early = Employment.objects.filter(unit__code="FH04", first_day__lt=date(2023, 1, 9))

    assert not late.exists()
    assert not early.exists()


def test_names_are_hard_in_the_ways_names_are() -> None:
    names = [person.full_name for person in StaffMember.objects.all()]

    assert len(names) - len(set(names)) >= 4
    assert {"Åsa Nyström", "Asa Nyström", "Ali Omar", "Omar Ali"} <= set(names)
    assert StaffMember.objects.filter(is_protected=True).count() == 3
    assert all(person.employee_number for person in StaffMember.objects.all())


def test_the_reader_reads_the_certificates_that_were_approved() -> None:
    approved = Certificate.objects.filter(approved_on__isnull=False, file__isnull=False)
    sample = list(approved.select_related("file", "course").order_by("pk")[::100])
    pile = [(c.file.original_name, uploads.location(c.file.path)) for c in sample]

    read = [
        (reading.names, reading.course_code, reading.completed_on)
        for certificate, examined in zip(
            sample, examination.examine(pile, Course.objects.all()), strict=True
        )
        for reading in examined.readings
        if reading.page == certificate.page
    ]

    assert read == [((c.name_read,), c.course.code, c.completed_on) for c in sample]


def test_files_are_what_their_rows_say() -> None:
    paths = dict(CertificateFile.objects.values_list("path", "sha256"))

    assert paths.keys() == uploads.stored_paths()
    for path, digest in list(paths.items())[::20]:
        assert sha256(uploads.location(path).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.email)
def test_each_login_signs_in_and_has_its_role(login: Any) -> None:
    user = authenticate(email=login.email, password=PASSWORD)

    assert isinstance(user, User)
    assert user.staff_member


def test_logins_cover_the_roles() -> None:
    users = {
        user.email.split("@")[0]: user for user in User.objects.filter(email__contains="@demo.")
    }

    assert users["ledare"].is_development_lead
    assert users["administrator"].is_administrator
    assert users["styrgrupp"].is_in_steering_group
    assert headed_departments(users["avdelningschef"], on=MEMO)
    assert users["fleraenheter"].managed_units.on(MEMO).count() > 1
    assert not manages_units(users["medarbetare"], on=MEMO)
    private = users["privat"].managed_units.on(MEMO)
    assert all(duty.unit.operation == Unit.Operation.CONTRACTED for duty in private)


def test_the_manager_of_44_has_things_left_to_do() -> None:
    unit = Unit.objects.get(managers__user__email="enhetschef@demo.example")
    figure = completion.for_plan(Plan.objects.get(), on=MEMO).activity("1.2").unit(unit.pk)

    assert figure
    assert figure.figure.missing > 0
    assert figure.figure.received > 0
    assert not KeyPerson.objects.active_on(MEMO).filter(unit=unit).exists()
    assert Certificate.objects.filter(unit=unit, staff_member__isnull=True).exclude(question="")


def test_every_unit_has_a_manager_on_the_day_of_the_count() -> None:
    managed = Unit.objects.filter(holds_on(APRIL, "managers__"), managers__is_deputy=False)

    assert managed.distinct().count() == 124


def test_again_changes_nothing_and_shows_the_logins() -> None:
    before, out = rows(), StringIO()

    call_command("seed_demo", stdout=out)

    assert rows() == before
    assert all(login.email in out.getvalue() for login in LOGINS)
    assert PASSWORD in out.getvalue()


@pytest.mark.once
def test_the_memo_of_the_story_is_as_long_as_its_model(tmp_path):
    """The interim report of May 2023 is three pages; here every activity has more to tell."""
    path = tmp_path / "memo.pdf"
    call_command(
        "create_report",
        *("--kind", "interim", "--as-of", str(APRIL), "--dated", str(MEMO)),
        *("--output", str(path)),
        stdout=StringIO(),
    )

    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert len(pages) == 3
    assert "Skickas till" in pages[2] and "Socialdirektör" in pages[2]
