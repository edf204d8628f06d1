"""A file with a virus is kept apart, never served, told about, and never deleted."""

import io
from datetime import date

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils.html import strip_tags

from focusareas import picture_work, quarantine, review, uploads, waiting
from focusareas.intake_judgement import Kind
from focusareas.models import AuditEvent, Certificate, CertificateFile, Course, Unit
from focusareas.review import CannotDecideError
from tests import clamd
from tests import factories as make
from tests.certificates import column, draw, picture
from tests.hand_ins import RECEIVED, certificate, hand_in, kinds, lines
from tests.worlds import signed_in

pytestmark = pytest.mark.django_db
TODAY = date(2023, 5, 15)


@pytest.fixture(autouse=True)
def standing_day(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def unit() -> Unit:
    unit = make.make_unit("HEMT")
    make.make_staff_member("Kim Berg", unit=unit)
    make.make_staff_member("Bo Ek", unit=unit)
    return unit


@pytest.fixture
def course() -> Course:
    return make.make_course()


def infected(name: str = "Kim Berg") -> bytes:
    """A certificate in which every scanner finds the harmless test virus."""
    content = draw(lines(name))
    return content[:15] + b"%" + clamd.EICAR + b"\n" + content[15:]


def scan_files(**options: bool) -> str:
    output = io.StringIO()
    call_command("scan_files", stdout=output, **options)
    return output.getvalue()


def is_apart(file: CertificateFile) -> bool:
    return quarantine.location(file.path).is_file() and not uploads.stored_paths()


# ---------------------------------------------------------------- As it comes in


def test_infected_file_is_refused_and_kept_apart_and_the_others_are_taken(unit, course, settings):
    by = make.make_user()
    with clamd.listening() as settings.CLAMAV:
        outcomes = hand_in(infected(), certificate("Bo Ek"), unit=unit, course=course, by=by)

    assert kinds(outcomes) == ["refused", "matched"]
    assert "Virusskyddet fann Eicar-Test-Signature i filen" in outcomes[0].reason
    assert Certificate.objects.get().staff_member.family_name == "Ek"
    clean, found = CertificateFile.objects.order_by("infection")
    assert (clean.infection, clean.scanned_on) == ("", RECEIVED)
    assert (found.infection, found.scanned_on) == ("Eicar-Test-Signature", RECEIVED)
    assert uploads.stored_paths() == {clean.path}
    assert quarantine.location(found.path).read_bytes() == infected()
    assert quarantine.location(found.path).stat().st_mode & 0o777 == 0o600
    assert "virusskyddet fann Eicar" in AuditEvent.objects.about(unit)[0].text


def test_infected_file_that_comes_again_is_refused_without_a_scanner(unit, course, settings):
    with clamd.listening() as settings.CLAMAV:
        hand_in(infected(), unit=unit, course=course)
    settings.CLAMAV = ""

    (again,) = hand_in(infected(), unit=unit, course=course)

    assert again.kind == Kind.REFUSED
    assert "Eicar" in again.reason
    assert is_apart(CertificateFile.objects.get())
    assert not Certificate.objects.exists()


@pytest.mark.parametrize("behave", [clamd.hangs_up, clamd.says(b"stream: OK"), clamd.takes_no_more])
def test_file_that_could_not_be_scanned_is_kept_as_such(unit, course, settings, behave):
    with clamd.listening(behave) as settings.CLAMAV:
        assert kinds(hand_in(certificate(), unit=unit, course=course)) == ["matched"]

    assert CertificateFile.objects.get().scanned_on is None


def test_file_from_before_is_scanned_when_it_comes_again(unit, course, settings):
    hand_in(infected(), certificate("Bo Ek"), unit=unit, course=course)
    with clamd.listening() as settings.CLAMAV:
        outcomes = hand_in(
            infected(), infected(), certificate("Bo Ek"), unit=unit, course=course, today=TODAY
        )

    assert kinds(outcomes) == ["refused", "refused", "duplicate"]
    assert set(CertificateFile.objects.values_list("infection", "scanned_on")) == {
        ("Eicar-Test-Signature", TODAY),
        ("", TODAY),
    }
    assert len(uploads.stored_paths()) == 1


# ---------------------------------------------------------------- Afterwards, by the command


@pytest.fixture
def stored(unit: Unit, course: Course) -> Certificate:
    """A certificate that came in unscanned and approved, and is infected."""
    hand_in(infected(), unit=unit, course=course, approve=True, by=make.make_user())
    return Certificate.objects.get()


def test_command_keeps_apart_what_is_infected_and_tells_the_leads(stored, unit, course, settings):
    make.make_user("lead@example.com", is_development_lead=True)
    hand_in(certificate("Bo Ek"), unit=unit, course=course)
    with clamd.listening() as settings.CLAMAV:
        said = scan_files()

    assert said.endswith("1 filer utan virus, 1 med virus, 0 inte granskade.\n")
    (found,) = CertificateFile.objects.infected()
    assert found.scanned_on == TODAY
    assert quarantine.location(found.path).is_file()
    assert Certificate.objects.live().count() == 2
    assert "virusskyddet fann Eicar" in AuditEvent.objects.about(stored)[0].text
    (letter,) = mail.outbox
    assert letter.to == ["lead@example.com"]
    assert reverse("certificate_detail", args=[stored.pk]) in letter.body
    assert "Berg" not in letter.body


def test_command_asks_about_the_same_file_once(stored, settings):
    with clamd.listening() as settings.CLAMAV:
        scan_files()

        assert scan_files() == "0 filer utan virus, 0 med virus, 0 inte granskade.\n"
        assert len(mail.outbox) == 0


def test_command_goes_through_what_is_scanned_when_told_to(unit, course, settings):
    with clamd.listening(clamd.says(b"stream: OK\0")) as settings.CLAMAV:
        hand_in(infected(), unit=unit, course=course)
    with clamd.listening() as settings.CLAMAV:
        assert scan_files().startswith("0 filer utan virus, 0 med virus")
        assert "1 med virus" in scan_files(all=True)


def test_command_says_so_when_the_scanner_is_away_or_not_set(stored, settings):
    settings.CLAMAV = "127.0.0.1:1"
    with pytest.raises(CommandError, match="svarade inte"):
        scan_files()
    settings.CLAMAV = ""
    with pytest.raises(CommandError, match="VRPLAN_CLAMAV"):
        scan_files()

    assert CertificateFile.objects.get().scanned_on is None


def test_one_file_that_the_scanner_chokes_on_does_not_stop_the_others(unit, course, settings):
    hand_in(draw(column("STOR")), infected(), unit=unit, course=course)
    first = CertificateFile.objects.order_by("pk")[0]

    def chokes_on_the_first(connection) -> None:
        if clamd.stream_of(connection) != uploads.location(first.path).read_bytes():
            connection.sendall(clamd.FOUND)

    with clamd.listening(chokes_on_the_first) as settings.CLAMAV, pytest.raises(CommandError):
        scan_files()

    assert set(CertificateFile.objects.values_list("pk", "infection")) == {
        (first.pk, ""),
        (first.pk + 1, "Eicar-Test-Signature"),
    }


def test_move_that_was_interrupted_is_finished(stored, settings, monkeypatch):
    with clamd.listening() as settings.CLAMAV:
        with monkeypatch.context() as patch:
            patch.setattr(quarantine, "move", lambda path: None)
            scan_files()
        assert uploads.stored_paths()

        scan_files()

    assert is_apart(CertificateFile.objects.get())


def test_certificate_whose_file_is_kept_apart_is_not_sure_and_not_approved(stored, settings):
    Certificate.objects.update(approved_on=None, reviewed_by=None)
    assert waiting.sure(waiting.certificates(TODAY)).exists()

    with clamd.listening() as settings.CLAMAV:
        scan_files()

    assert not waiting.sure(waiting.certificates(TODAY)).exists()
    with pytest.raises(CannotDecideError, match="hålls undan"):
        review.approve(stored, by=make.make_user(), on=TODAY)


def test_picture_that_is_kept_apart_before_it_was_read_stays_a_question(unit, course, settings):
    hand_in(picture(), unit=unit, course=course, read_later=lambda pks: None)
    waiting_one = Certificate.objects.awaiting_reading().get()
    with clamd.listening(clamd.says(clamd.FOUND)) as settings.CLAMAV:
        scan_files()

    picture_work.read_picture.call(waiting_one.pk)

    waiting_one.refresh_from_db()
    assert (waiting_one.awaits_reading, waiting_one.staff_member) == (False, None)
    assert waiting_one.question


# ---------------------------------------------------------------- On the pages


def test_certificate_whose_file_has_a_virus_is_not_among_the_sure_ones(unit, course):
    hand_in(certificate(), unit=unit, course=course)
    queue = waiting.certificates(RECEIVED)
    assert waiting.counts(queue).sure == 1

    CertificateFile.objects.update(infection="Eicar", scanned_on=TODAY)

    assert (waiting.counts(queue).sure, list(waiting.sure(queue))) == (0, [])


def test_infected_file_is_not_served_and_the_page_says_why(stored, unit):
    manager = make.make_user()
    make.make_unit_manager(manager, unit)
    client, url = signed_in(manager), reverse("certificate_file", args=[stored.pk])
    assert client.get(url).getvalue() == infected()

    # Before it has been moved, too.
    CertificateFile.objects.update(infection="Eicar", scanned_on=TODAY)
    response = client.get(url)

    assert response.status_code == 410
    assert "Virusskyddet fann Eicar i filen" in response.content.decode()


@pytest.mark.parametrize(
    ("infection", "scanned_on", "words"),
    [
        ("", None, "Inte virusgranskad"),
        ("", TODAY, "Virusgranskad 2023-05-15"),
        ("Eicar", TODAY, "Hålls undan: virusskyddet fann Eicar den 2023-05-15."),
    ],
)
@pytest.mark.parametrize("url_name", ["certificate_detail", "review_certificate"])
def test_wherever_a_file_is_offered_it_says_whether_it_was_scanned(
    stored, infection, scanned_on, words, url_name
):
    Certificate.objects.update(approved_on=None, reviewed_by=None)
    CertificateFile.objects.update(infection=infection, scanned_on=scanned_on)
    lead = signed_in(make.make_user(is_development_lead=True))

    content = lead.get(reverse(url_name, args=[stored.pk])).content.decode()

    assert words in " ".join(strip_tags(content).split())
    assert ("Ladda ner filen" in content) == (infection == "")
